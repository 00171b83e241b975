"""Labels at the start of a line, and the signs that items of lists begin with."""
