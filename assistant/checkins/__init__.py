"""Weekly check-ins: what they say, how far a cycle is, what a manager should know."""
