"""What a question calls the thing that it asks about: its name where one can be read cleanly.

A scrap of the line ("among first", "index.ts 中", "Owner") is no name: the question then quotes the
line itself.
"""

from __future__ import annotations

import re

from assistant.coaching.rewriting.compose import Tongue
from assistant.coaching.rewriting.drafts import Draft, Line
from assistant.coaching.rewriting.expressions import DOING, expression
from assistant.coaching.rewriting.gaps import without_gaps
from assistant.coaching.rewriting.library import metric_in
from assistant.coaching.rewriting.quoting import inside, short_of
from assistant.coaching.rewriting.shortening import is_half_open, width_of
from assistant.language.facts.verdicts import observe
from assistant.language.script import fold
from assistant.language.words.observation import MEASURED

_MOST_WORDS, _MOST_SIGNS = 10, 30
_SIGNS = " \t`*<>=≤≥≦≧＜＞≈~:：,，、"
_BOUND = re.compile(r" ?[<>≤≥≦≧＜＞]=? ?(?=\d|$)")
_GOES_ON = re.compile(r" ?[→⇒]|[A-Za-z0-9/]")
_WORD = re.compile(r"[\w/.#@&-]+$")


def called(draft: Draft, number: int, tongue: Tongue) -> str:
    """The name of what one line of a draft measures, in quotation marks, or its place."""
    line = draft.lines[number]
    name = _name(line, tongue) or (_own(draft, line, tongue) if _has_place(draft) else _raw(line))
    if not name:
        return _place(draft, number, tongue)
    return tongue.tell("quoted", clause=inside(name, tongue))


def _own(draft: Draft, line: Line, tongue: Tongue) -> str:
    """The author's line, or his part of it, where its name can only be told as a whole."""
    if _raw(line) == tongue.say("placeholder.metric"):
        return ""  # nothing stands there yet
    said = without_gaps(line.text) if len(draft.lines) > 1 else draft.before
    return short_of(said, tongue)


def _raw(line: Line) -> str:
    return line.measure.name if line.measure else without_gaps(line.text)


def _name(line: Line, tongue: Tongue) -> str | None:
    """The name as it can be shown: a name of ours as it is, the author's where it is whole."""
    raw = _raw(line)
    if raw == tongue.say("placeholder.metric"):
        return None
    if line.measure is None or line.measure.outcome:
        return raw
    name = _BOUND.split(raw.replace("`", ""), maxsplit=1)[0].strip(_SIGNS)
    more = None if tongue.chinese else expression("forms", "than_en").search(fold(name))
    name = name[: more.start()] if more else name
    if line.measure.unit == "%" and name.isalpha() and name.islower() and name.endswith("s"):
        return None  # of how many things, no share can be told: issues (in %)
    name = _to_its_edges(name, line.text.replace("`", ""))
    return name if name and _is_whole(name, tongue) else None


def _to_its_edges(name: str, text: str) -> str:
    """The name with the front of its first word; empty where a word is torn behind it."""
    at = fold(text).find(fold(name))
    if at < 0 or not name:
        return name
    front = _WORD.search(text[:at]) if name[0].isascii() else None
    behind = text[at + len(name) :]
    if name[-1].isascii() and _GOES_ON.match(behind):
        return ""
    return f"{front[0]}{name}" if front and front[0].isascii() else name


def _is_whole(name: str, tongue: Tongue) -> bool:
    if is_half_open(name) or expression("forms", f"hanging_{tongue.script}").search(fold(name)):
        return False
    if _is_thin(name, tongue):
        return False
    return width_of(name) <= _MOST_SIGNS if tongue.chinese else len(name.split()) <= _MOST_WORDS


def _is_thin(name: str, tongue: Tongue) -> bool:
    """Whether a word alone, or who does something without what it is, says too little."""
    if tongue.chinese:
        return len(name) == 1
    last = observe(name).tokens[-1:]
    if metric_in(name) or any(MEASURED & set(token.tags) for token in last) or not name.isascii():
        return False
    if " " not in name:
        return name.isalpha() and name[1:].islower()
    done = [
        token for token in last if token.tag in (*DOING, "others") and "deliv" not in token.tags
    ]
    return any(token.form == "" and token.end == len(name) for token in done)


def _has_place(draft: Draft) -> bool:
    return draft.objective is not None and draft.key_result is not None


def _place(draft: Draft, number: int, tongue: Tongue) -> str:
    """This key result by its place: the second of objective 1, and which part of it."""
    key = "question.part" if len(draft.lines) > 1 else "question.place"
    return tongue.tell(
        key,
        objective=(draft.objective or 0) + 1,
        number=(draft.key_result or 0) + 1,
        part=number + 1,
    )
