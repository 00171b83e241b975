"""Rewriting without a model: what the line says, the metric library and wording as data."""
