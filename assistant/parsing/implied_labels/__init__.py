"""What the whole document says about its labels: mere mentions, codes, grades, holders."""
