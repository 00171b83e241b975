"""The knowledge base as data: what is where stands in README.md."""
