"""Sets as they are put together, with what a whole set tells of its lines."""
