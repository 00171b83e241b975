"""The formats of inputs, each read to lines, tables or values."""
