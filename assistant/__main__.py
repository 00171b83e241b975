"""Lets `python -m assistant` do what `okr-coach` does."""

from assistant.cli import main

main()
