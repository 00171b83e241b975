"""The check kinds: each a pure function with declared parameters."""
