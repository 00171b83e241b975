"""From a question to the passages of the knowledge base that answer it."""
