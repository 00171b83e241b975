"""A language model as the writer of a summary's opening: judged by the facts, never trusted."""
