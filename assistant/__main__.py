"""Lets `python -m assistant` do what `okr-coach` does."""

from assistant.cli import main

if __name__ == "__main__":  # processes that read documents import this again
    main()
