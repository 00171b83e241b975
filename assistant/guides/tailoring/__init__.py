"""A language model as a second writer of guides: one paragraph a part, carried by its citations."""
