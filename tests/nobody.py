"""An address where nobody answers."""

# As the endpoint of embeddings it makes a search go by words: no model is loaded, which is quick.
NOBODY = "http://127.0.0.1:9/v1"
