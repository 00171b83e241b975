"""YAML without surprises: what is read is what was meant, and every value knows its line.

PyYAML follows YAML 1.1, where `no` is false, `010` is eight, `12:30` is 750 and a second key of
the same name wins silently. In a rubric all of these are mistakes, so they are errors here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import yaml

from assistant.errors import RubricError

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TAG = "tag:yaml.org,2002:"
_PLAIN = {"true": True, "false": False}
MAX_DEPTH = 20


@dataclass(frozen=True, slots=True)
class Tree:
    """A file's value and the nodes it was made of."""

    file: str
    value: Any
    node: yaml.Node | None

    def line_of(self, path: tuple[int | str, ...]) -> int:
        """The 1-based line of the value at `path`, or of the last part of it that exists."""
        node, line = self.node, 1
        for step in path:
            if node is None:
                break
            line = int(node.start_mark.line) + 1
            node = _child(node, step) or node
        return int(node.start_mark.line) + 1 if node is not None else line


def read(text: str, file: str) -> Tree:
    """Read one YAML document.

    Raises:
        RubricError: `not_yaml`, `duplicate_key`, `surprise` or `too_deep`, with file and line.
    """
    try:
        node = yaml.compose(text, Loader=_Loader)
        return Tree(file, None if node is None else _construct(node, file, 0), node)
    except yaml.YAMLError as error:
        raise _not_yaml(error, file) from error
    except RecursionError as error:
        raise RubricError("too_deep", file=file, line=1) from error


def _construct(node: yaml.Node, file: str, depth: int) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node, file)
    if depth > MAX_DEPTH:
        raise RubricError("too_deep", file=file, line=_line(node))
    if isinstance(node, yaml.SequenceNode):
        return [_construct(item, file, depth + 1) for item in node.value]
    return _mapping(node, file, depth)


def _mapping(node: yaml.Node, file: str, depth: int) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = key_node.value if isinstance(key_node, yaml.ScalarNode) else None
        if key is None or key_node.tag != _TAG + "str":
            raise _error("surprise", key_node, file, what=str(key))
        if key in made:
            raise _error("duplicate_key", key_node, file, what=key)
        made[key] = _construct(value_node, file, depth + 1)
    return made


def _scalar(node: yaml.ScalarNode, file: str) -> Any:
    """A text, a plain decimal number, `true`, `false` or nothing; all else has to be quoted."""
    kind, written = node.tag.removeprefix(_TAG), node.value
    if kind == "str":
        return written
    if kind == "null" and written in ("", "null"):
        return None
    if kind == "bool" and written in _PLAIN:
        return _PLAIN[written]
    if kind == "int" and str(_integer(written)) == written:
        return int(written)
    if kind == "float" and written.replace(".", "", 1).removeprefix("-").isdigit():
        return float(written)
    raise _error("surprise", node, file, what=written)


def _integer(written: str) -> int | None:
    return int(written) if written.removeprefix("-").isdecimal() and len(written) < 19 else None


def _child(node: yaml.Node, step: int | str) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        found: yaml.Node = node.value[step]
        return found
    return None


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _error(reason: str, node: yaml.Node, file: str, what: str) -> RubricError:
    return RubricError(reason, file=file, line=_line(node), what=what[:60])


def _not_yaml(error: yaml.YAMLError, file: str) -> RubricError:
    mark = getattr(error, "problem_mark", None)
    line = int(mark.line) + 1 if mark is not None else 1
    return RubricError("not_yaml", file=file, line=line, what=str(getattr(error, "problem", "")))
