"""Damages that nobody chose: drawn at random from code, data and pages (`python -m evals draw`)."""
