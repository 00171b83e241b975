"""Drafts in any format become OKR sets in which every line keeps its place."""
