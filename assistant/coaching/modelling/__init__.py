"""A language model as a second writer: asked once a set, judged by the same rules."""
