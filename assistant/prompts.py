"""Loads, checks, renders and fingerprints the files of prompts/."""
