"""The weeks of many teams, one after the other."""
