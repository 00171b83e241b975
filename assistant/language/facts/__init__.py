"""The facts of the labelling guide: what the rules say, and what the classifier makes of it."""
