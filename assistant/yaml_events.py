"""Strict YAML from the parser's events: PyYAML's own composer fails on deep nesting."""

from __future__ import annotations

import re
from typing import Any

import yaml

from assistant.errors import BrokenFile
from assistant.patterns import lazy

MAX_DEPTH = 20
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SURPRISES: dict[str, list[tuple[str, re.Pattern[str]]]] = yaml.SafeLoader.yaml_implicit_resolvers
_PLAIN: dict[str, bool | None] = {"true": True, "false": False, "null": None, "": None}
_SUSPECT = frozenset([*_SURPRISES, *"0123456789+-."])  # first characters of what is no text
_INTEGER = lazy(r"-?(?:0|[1-9][0-9]{0,17})")
_DECIMAL = lazy(r"-?[0-9]{1,18}\.[0-9]{1,18}")
_Path = tuple[int | str, ...]


class Reader:
    """One pass over a document; notes the line of each value where `lines` is given."""

    def __init__(self, text: str, file: str, lines: dict[_Path, int] | None = None) -> None:
        self._next = _Loader(text).get_event
        self._file = file
        self._lines = lines

    def document(self) -> Any:
        """The value of the only document; None for an empty file.

        Raises:
            BrokenFile: With file and line: `not_yaml`, `duplicate_key`, `surprise`, `alias` or
                `too_deep`.
        """
        try:
            return self._document()
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            line = int(mark.line) + 1 if mark is not None else 1
            what = str(getattr(error, "problem", None) or error)
            raise BrokenFile("not_yaml", file=self._file, line=line, what=what[:100]) from error

    def _document(self) -> Any:
        value, documents = None, 0
        while not isinstance(event := self._next(), yaml.StreamEndEvent):
            if isinstance(event, yaml.NodeEvent):
                documents += 1
                value = self._value(event, ())
            if documents > 1:
                raise self._error("not_yaml", event, "---")
        return value

    def _value(self, event: yaml.Event, path: _Path) -> Any:
        if self._lines is not None:
            self._lines[path] = _line(event)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.AliasEvent):  # a few of them can stand for billions of values
            raise self._error("alias", event, f"*{event.anchor}")
        if len(path) > MAX_DEPTH:
            raise self._error("too_deep", event, str(MAX_DEPTH))
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path)
        return self._sequence(path)

    def _sequence(self, path: _Path) -> list[Any]:
        made: list[Any] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            made.append(self._value(event, (*path, len(made))))
        return made

    def _mapping(self, path: _Path) -> dict[str, Any]:
        made: dict[str, Any] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._scalar(event) if isinstance(event, yaml.ScalarEvent) else None
            if not isinstance(key, str):
                raise self._error("surprise", event, str(getattr(event, "value", "?")))
            if key in made:
                raise self._error("duplicate_key", event, key)
            made[key] = self._value(self._next(), (*path, key))
        return made

    def _scalar(self, event: yaml.ScalarEvent) -> Any:
        """A text, a plain decimal number, `true`, `false` or nothing; all else is to be quoted."""
        written = str(event.value)
        if event.tag is not None:
            raise self._error("surprise", event, str(event.tag))
        if not event.implicit[0] or (written and written[0] not in _SUSPECT):
            return written
        if written in _PLAIN:
            return _PLAIN[written]
        if _INTEGER.fullmatch(written):
            return int(written)
        if _DECIMAL.fullmatch(written):
            return float(written)
        if any(pattern.match(written) for _, pattern in _SURPRISES.get(written[0], ())):
            raise self._error("surprise", event, written)
        return written

    def _error(self, reason: str, event: yaml.Event, what: str) -> BrokenFile:
        return BrokenFile(reason, file=self._file, line=_line(event), what=what[:60])


def _line(event: yaml.Event) -> int:
    return int(event.start_mark.line) + 1 if event.start_mark else 1
