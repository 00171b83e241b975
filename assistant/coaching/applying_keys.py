"""Work put into JSON and YAML as an initiative of its objective, under a key of its own.

What is put in stands behind the line that is looked for, so that its place in the text stays.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cache

from assistant.errors import UnreadableInput
from assistant.parsing.names import data, plain_name

_SPACE = re.compile(r"\s*")
_KEY = "initiatives"
_READ = json.JSONDecoder().raw_decode
_YAML_KEY = re.compile(r"(\s*(?:- +)*)(['\"]?)([^\s:'\"#-][^:'\"#]*)\2:(?:\s*$|\s+#)")

Value = tuple[str, int, int]  # the key (or nothing), and where the value starts and ends


def with_work(text: str, at: int, work: str, *, is_json: bool) -> str:
    """The text with work among the initiatives of the objective whose line stands at `at`.

    Raises:
        UnreadableInput: `not_written`, where no place for it is found.
    """
    made = None
    with suppress(IndexError, ValueError):  # a form of JSON that only our reader takes
        made = _in_json(text, at, work) if is_json else _in_yaml(text, at, work)
    if made is None:
        raise UnreadableInput("not_written", quote=work[:60])
    return made


@cache
def _names() -> frozenset[str]:
    return frozenset(map(plain_name, data("fields")["objective"][_KEY]))


def _in_json(text: str, at: int, work: str) -> str | None:
    holders = list(_around(text, at))
    lists = [n for n, (_, start, _) in enumerate(holders) if text[start] == "["]
    if not lists or not lists[-1] or text[holders[lists[-1] - 1][1]] != "{":
        return None
    results, objective = holders[lists[-1]], holders[lists[-1] - 1]
    quoted = json.dumps(work, ensure_ascii=False)
    for key, start, end in _members(text, objective[1]):
        if plain_name(key) in _names() and text[start] == "[" and start > at:
            empty = not text[start + 1 : end - 1].strip()
            return text[: end - 1].rstrip() + ("" if empty else ", ") + quoted + text[end - 1 :]
    comma = _led_by(text, objective[1], results)
    return f'{text[: results[2]]},{comma}"{_KEY}": [{quoted}]{text[results[2] :]}'


def _led_by(text: str, start: int, member: Value) -> str:
    """The white space before a member of an object, for one behind it."""
    before = text[start + 1 : member[1]]
    key = before.rfind(f'"{member[0]}"')
    lead = before[:key] if key >= 0 else ""
    space = lead[len(lead.rstrip()) :]
    return space or " "


def _around(text: str, at: int) -> Iterator[Value]:
    """The objects and lists of a JSON text around a place, from the outermost in."""
    start = text.rfind("\n", 0, at) + 1 if _is_rows(text) else _skip(text, 0)
    value: Value | None = ("", start, _end(text, start))
    while value and text[value[1]] in "[{":
        yield value
        inside = _members(text, value[1]) if text[value[1]] == "{" else _items(text, value[1])
        value = next((one for one in inside if one[1] <= at < one[2]), None)


def _is_rows(text: str) -> bool:
    """Whether each line is a value of its own."""
    try:
        json.loads(text)
    except ValueError:
        return True
    return False


def _members(text: str, start: int) -> Iterator[Value]:
    place = _skip(text, start + 1)
    while text[place] == '"':
        key, place = _READ(text, place)
        place = _skip(text, _skip(text, place) + 1)
        end = _end(text, place)
        yield key, place, end
        place = _skip(text, end)
        place = _skip(text, place + 1) if text[place] == "," else place


def _items(text: str, start: int) -> Iterator[Value]:
    place = _skip(text, start + 1)
    while text[place] != "]":
        end = _end(text, place)
        yield "", place, end
        place = _skip(text, end)
        place = _skip(text, place + 1) if text[place] == "," else place


def _end(text: str, start: int) -> int:
    return _READ(text, start)[1]


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _in_yaml(text: str, at: int, work: str) -> str | None:
    rows = text.splitlines(keepends=True)
    line = text.count("\n", 0, at)
    key = next((n for n in range(line, -1, -1) if _YAML_KEY.match(rows[n])), None)
    if key is None:
        return None
    found = _YAML_KEY.match(rows[key])
    indent = len(found[1]) if found else 0
    ends = _block_end(rows, key, indent)
    if found is None or ends <= line:
        return None
    item = f"{' ' * indent}- {json.dumps(work, ensure_ascii=False)}\n"
    known = _later_key(rows, ends, indent)
    if known is None:
        rows[ends:ends] = [f"{' ' * indent}{_KEY}:\n", item]
    else:
        rows[known + 1 : known + 1] = [_as_first(rows, known, item)]
    if ends and not rows[ends - 1].endswith("\n"):
        rows[ends - 1] += "\n"
    return "".join(rows)


def _block_end(rows: list[str], key: int, indent: int) -> int:
    """The first row behind a key that is no longer of its value."""
    last = key
    for n in range(key + 1, len(rows)):
        stripped = rows[n].strip()
        if not stripped or stripped.startswith("#"):
            continue
        own = len(rows[n]) - len(rows[n].lstrip())
        if own < indent or (own == indent and not stripped.startswith("- ")):
            break
        last = n
    return last + 1


def _later_key(rows: list[str], start: int, indent: int) -> int | None:
    """The row of the key of initiatives further on in the same mapping."""
    for n in range(start, len(rows)):
        own = len(rows[n]) - len(rows[n].lstrip())
        if rows[n].strip() and (own < indent or rows[n].lstrip().startswith("- ")):
            return None
        found = _YAML_KEY.match(rows[n])
        if found and own == indent and plain_name(found[3]) in _names():
            return n
    return None


def _as_first(rows: list[str], key: int, item: str) -> str:
    """An item as those below a key are indented."""
    below = rows[key + 1] if key + 1 < len(rows) else ""
    if not below.lstrip().startswith("- "):
        return item
    return " " * (len(below) - len(below.lstrip())) + item.lstrip()
