"""The words of a line: tokens with their class, parts of the sentence, who does what."""
