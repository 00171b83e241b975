"""The commands that stand below `okr-coach`, and the options they share."""
