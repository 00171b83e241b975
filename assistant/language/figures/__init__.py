"""The figures of a line: numbers with unit and role, dates, what they are figures of."""
