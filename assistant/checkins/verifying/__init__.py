"""Whether a sentence that a model wrote says no more than the facts it cites."""
