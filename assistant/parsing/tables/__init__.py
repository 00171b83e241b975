"""Tables of any origin: what their columns mean, and the sets that their rows tell."""
