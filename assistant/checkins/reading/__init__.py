"""Free text about key results, read into the fields of a check-in."""

from assistant.checkins.reading.reader import read_message

__all__ = ["read_message"]
