"""Template sets and implementation guides, composed from the knowledge base."""
