"""How a cycle and its check-ins come in: read, joined, started, and added to."""
