"""The shapes that values of JSON and YAML have: where the sets are in them, and of what type."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from assistant.errors import UnreadableInput
from assistant.parsing.labels.marks import Role, read_mark
from assistant.parsing.names import data, field_named, plain_name

ANSWER_KEYS = frozenset(("set", "unread"))
_DEEPEST = 4  # wrappers around a set


def sets_in(value: Any) -> Iterator[tuple[Any, str]]:
    """Every set of a document, with the path to it."""
    path = ""
    if isinstance(value, dict) and isinstance(value.get("sets"), list):
        value, path = value["sets"], "sets"
    if isinstance(value, dict):
        yield from _unwrapped(value, path)
    elif not isinstance(value, list):
        yield value, path
    elif value and not any(_looks_like_set(item) for item in value):
        yield {"objectives": value}, path
    else:
        yield from ((item, f"{path}[{i}].") for i, item in enumerate(value))


def _unwrapped(value: dict[str, Any], path: str, depth: int = 0) -> Iterator[tuple[Any, str]]:
    """The sets under keys of others' making: `data: {objectives: …}`, `company_okrs: [{…}]`.

    What stands beside them, such as the period, is said of each of them.
    """
    inner = {} if _tells_okrs(value) else {k: v for k, v in value.items() if _holds_okrs(v, depth)}
    beside = {key: item for key, item in value.items() if key not in inner}
    if not inner:
        yield value, path
    for key, item in inner.items():
        if _is_one(item):
            yield beside | {"objectives": [item]}, path
        elif isinstance(item, dict):
            yield from _unwrapped(_with(item, beside), f"{path}{key}.", depth + 1)
        else:
            yield from _listed(item, beside, path, key, depth)


def _listed(
    items: list[Any], beside: dict[str, Any], path: str, key: str, depth: int
) -> Iterator[tuple[Any, str]]:
    """The sets of a list: its items are objectives, or hold some.

    What else the list holds stands beside the first set, where it is noted as not known.
    """
    if any(map(_is_one, items)):
        yield beside | {"objectives": items}, path
        return
    named = {f"{key}[{at}]": item for at, item in enumerate(items)}
    inner = {n: i for n, i in named.items() if isinstance(i, dict) and _is_or_holds(i, depth)}
    left = {name: item for name, item in named.items() if name not in inner}
    for name, item in inner.items():
        yield from _unwrapped(_with(item, beside | left), f"{path}{name}.", depth + 1)
        left = {}


def _with(value: dict[str, Any], beside: dict[str, Any]) -> dict[str, Any]:
    """An object with what is said beside it; what it says itself stands first and counts."""
    return value | {key: item for key, item in beside.items() if key not in value}


def _tells_okrs(value: dict[str, Any]) -> bool:
    """Whether objectives or key results stand under a name of ours, or it is an answer of ours."""
    known = {field_named("set", str(key)) for key in value}
    return (
        bool(known & {"objectives"})
        or "key_results" in {field_named("objective", str(key)) for key in value}
        or is_answer(value)
    )


def _holds_okrs(value: Any, depth: int) -> bool:
    """Whether a set is in a value under an unknown key, or a list of objectives is that value."""
    if isinstance(value, list):
        return any(isinstance(item, dict) and _is_or_holds(item, depth) for item in value)
    if not isinstance(value, dict) or depth > _DEEPEST:
        return False
    return _tells_okrs(value) or any(_holds_okrs(item, depth + 1) for item in value.values())


def _is_one(value: Any) -> bool:
    return isinstance(value, dict) and is_objective(value)


def _is_or_holds(value: dict[str, Any], depth: int) -> bool:
    return is_objective(value) or (depth < _DEEPEST and _holds_okrs(value, depth + 1))


def _looks_like_set(value: Any) -> bool:
    return (
        not isinstance(value, dict)
        or is_answer(value)
        or any(field_named("set", str(key)) == "objectives" for key in value)
    )


def is_answer(value: Any) -> bool:
    """Whether a set is inside, as in an answer of ours."""
    if not isinstance(value, dict):
        return False
    return value.keys() >= ANSWER_KEYS or isinstance(value.get("set"), dict)


def is_objective(value: dict[str, Any]) -> bool:
    """`目标: …` names a list of objectives, but the text of one where key results stand beside."""
    fields = {field_named("objective", str(key)): item for key, item in value.items()}
    return "key_results" in fields and isinstance(told_by(fields.get("objective")), str)


def told_by(value: Any) -> Any:
    """The words of an objective that is given as an object: `objective: {title: …}`."""
    if not isinstance(value, dict):
        return value
    fields = {field_named("objective", str(key)): item for key, item in value.items()}
    return value if "key_results" in fields else fields.get("objective", value)


def results_in(value: Any, path: str) -> list[Any]:
    """The key results of an objective: a list, or a mapping of their labels: `KR1: …, KR2: …`."""
    if isinstance(value, dict) and value and all(map(_is_label, value)):
        return list(value.values())
    return as_list(value, path)


def _is_label(key: Any) -> bool:
    mark = read_mark(str(key))
    whole = mark is not None and mark.start >= len(str(key))
    return whole and mark is not None and mark.role is Role.KEY_RESULT and bool(mark.number)


def entries_of(value: Any, path: str, part: str = "") -> dict[str, Any]:
    """The entries of an object, or `needs_object`.

    Args:
        value: What should be an object.
        path: The path to it, for the error.
        part: Of a "key_result" its words are looked for under "metric" too.
    """
    entries = as_object(value, path)
    return _with_words(entries) if part == "key_result" else entries


def _with_words(value: dict[str, Any]) -> dict[str, Any]:
    """A key result whose words stand under "metric", where no other key names them."""
    if any(map(_is_words, value)):
        return value
    metrics = data("fields")["metrics"]
    key = next((key for key in value if plain_name(str(key)) in metrics), None)
    if key is None or not isinstance(value[key], str):
        return value
    return {"text" if one == key else one: item for one, item in value.items()}


def _is_words(key: Any) -> bool:
    return field_named("key_result", str(key)) == "text"


def is_unread(row: Any) -> bool:
    """Whether it is an entry of an answer's list of unread lines."""
    known = isinstance(row, dict) and type(row.get("line")) is int
    return known and isinstance(row.get("text"), str)


def objectives_in(value: Any, path: str) -> list[Any]:
    """The objectives of a set: a list, one alone, or a mapping of names to key results."""
    if not isinstance(value, dict):
        return as_list(value, path)
    if any(field_named("objective", str(key)) for key in value):
        return [value]
    if value and all(map(_is_one, value.values())):
        return list(value.values())  # by their periods: "Q4: {objective: …, key_results: …}"
    return [{"objective": name, "key_results": results} for name, results in value.items()]


def as_object(value: Any, path: str) -> dict[str, Any]:
    """The value as an object, or `needs_object`."""
    if not isinstance(value, dict):
        raise UnreadableInput("needs_object", field=path.rstrip(".") or None)
    return value


def as_list(value: Any, path: str) -> list[Any]:
    """The value as a list, nothing being an empty one, or `needs_list`."""
    if value is None:
        return []
    if not isinstance(value, list):
        raise UnreadableInput("needs_list", field=path)
    return value


def as_text(value: Any, path: str) -> str:
    """The value as text, or `needs_text`."""
    if not isinstance(value, str):
        raise UnreadableInput("needs_text", field=path)
    return value


def named_by(value: Any) -> Any:
    """The name of an owner or a team that is given as an object, the names of several."""
    if isinstance(value, dict):
        named = (item for key, item in value.items() if plain_name(str(key)) in _NAMING)
        return next(named, value)
    if isinstance(value, list) and value and all(isinstance(one, str) for one in value):
        return ", ".join(value)
    return value


_NAMING = ("name", "fullname", "displayname", "username")
