"""A text as lines: joined where wrapped, cut where several stand on one, and their words."""
