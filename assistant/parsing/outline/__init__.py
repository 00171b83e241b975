"""The OKR structure of a text: what stands under what, and what each line is."""
