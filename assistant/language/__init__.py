"""What a line says: script, quantities, dates, facts, and the words behind them."""
