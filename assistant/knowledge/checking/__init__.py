"""The check of the knowledge base: every fault of its files, with file, line and field."""

from assistant.knowledge.checking.faults import faults_of
from assistant.knowledge.checking.shelf import Shelf, read_shelf

__all__ = ["Shelf", "faults_of", "read_shelf"]
