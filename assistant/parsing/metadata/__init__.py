"""What is written beside a line's words: owner, weight, due day, kind, source, parent, score."""
