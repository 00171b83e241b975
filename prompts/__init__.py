"""The prompts that a model is given, as data: one task a file."""
