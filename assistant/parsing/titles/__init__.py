"""Titles, names of teams and remarks: what kind of line it is when no label tells."""
