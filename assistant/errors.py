"""The error tree.

::

    CoachError                     what, where (file, line, column, field) and how to mend it
    ├── UsageError                 an option or a parameter is wrong
    ├── UnreadableInput            the draft cannot be read in any way
    │   ├── InputTooLarge          more bytes, lines or nesting than the settings allow
    │   └── UnknownFormat          no reader for it
    ├── BrokenFile                 a data file that we read is no YAML as we take it
    │   ├── RubricError            a rule, word list, profile or pack is broken
    │   └── KnowledgeError         a file of the knowledge base is broken, or not as its form asks
    ├── NotFound                   a rule, profile or pack of that name does not exist
    ├── SearchUnavailable      no model or no index to search by meaning; words alone still work
    ├── AccessDenied               no key, a wrong key, a wrong host or a missing CSRF token
    ├── TookTooLong                the time limit of the settings ran out
    ├── ModelError                 the language model gave nothing that can be used
    │   ├── ModelUnavailable       no server, no access, too slow, too many requests
    │   ├── ModelRefused           it declined to answer
    │   ├── ModelOutputInvalid     empty, no JSON, another shape, cut off, too long
    │   └── ModelBudgetExceeded    the request or the day has used up its tokens
    └── InternalFault              our own fault, told in the place of one answer among many

The text of each error stands in `assistant/catalogues/errors.yml`, under `<code>.<reason>` and
`<code>.<reason>.fix`, in English and Chinese; the classes carry only the facts that go into it.
"""

from __future__ import annotations

from typing import ClassVar


class CoachError(Exception):
    """An error that a user can mend.

    Args:
        reason: Which message `<code>.<reason>` tells it, e.g. `not_utf8`.
        file: Name of the input as the user gave it.
        line: 1-based line in the input.
        column: 1-based column, in characters.
        field: Dotted name of the field, e.g. `objectives[0].key_results[1].due`.
        **facts: What the message names besides, e.g. `limit=200`.
    """

    code: ClassVar[str] = "error"

    def __init__(
        self,
        reason: str,
        *,
        file: str | None = None,
        line: int | None = None,
        column: int | None = None,
        field: str | None = None,
        **facts: object,
    ) -> None:
        super().__init__(f"{self.code}.{reason}")
        self.reason = reason
        self.file = file
        self.line = line
        self.column = column
        self.field = field
        self.facts = facts


class UsageError(CoachError):
    """An option or a parameter is wrong."""

    code = "usage"


class UnreadableInput(CoachError):
    """The draft cannot be read."""

    code = "unreadable"


class InputTooLarge(UnreadableInput):
    """More bytes, lines or nesting than the settings allow."""

    code = "too_large"


class UnknownFormat(UnreadableInput):
    """There is no reader for this input."""

    code = "unknown_format"


class BrokenFile(CoachError):
    """A data file is not to be read; `file` and `line` say where."""

    code = "file"


class RubricError(BrokenFile):
    """A rule, word list, profile or pack is broken."""

    code = "rubric"


class KnowledgeError(BrokenFile):
    """A file of the knowledge base is broken, or not as its form asks."""

    code = "knowledge"


class NotFound(CoachError):
    """A rule, profile or pack of that name does not exist."""

    code = "not_found"


class SearchUnavailable(CoachError):
    """The model or the index of the search is not to be had."""

    code = "search"


class AccessDenied(CoachError):
    """No key, a wrong key, a wrong host, or a missing CSRF token."""

    code = "access"


class TookTooLong(CoachError):
    """The time limit of the settings ran out."""

    code = "timeout"


class ModelError(CoachError):
    """The language model gave nothing that can be used; the review goes on without it."""

    code = "model"


class ModelUnavailable(ModelError):
    """No server, no access, too slow, or too many requests."""


class ModelRefused(ModelError):
    """The model declined to answer."""


class ModelOutputInvalid(ModelError):
    """The answer was empty, no JSON, of another shape, cut off, or too long."""


class ModelBudgetExceeded(ModelError):
    """The request, or the day, has used up its tokens."""


class InternalFault(CoachError):
    """Our own fault; it takes the place of one answer, so that the others can be given."""

    code = "internal"
