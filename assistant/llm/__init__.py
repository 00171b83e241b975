"""The model as a writer: the port, the adapter, what may leave the machine."""
