"""Speed and memory, measured; the figures stand in docs/benchmarks.md."""
