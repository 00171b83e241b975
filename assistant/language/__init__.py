"""What a line says: script, quantities, dates, facts, and the words behind them."""

from assistant.language.said import read_key_result, read_objective

__all__ = ["read_key_result", "read_objective"]
