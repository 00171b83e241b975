"""What the coach does with a draft."""
