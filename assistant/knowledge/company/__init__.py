"""A company's own documents: read from its files, kept in a folder of its own."""

from assistant.knowledge.company.shelf import Filing, Shelf, with_company

__all__ = ["Filing", "Shelf", "with_company"]
