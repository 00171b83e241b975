"""The knowledge base as data: schemas, loaders, and the check of its files."""
