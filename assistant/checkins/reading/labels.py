"""The words that head a line or a clause: blocker, next steps, 求助."""

from __future__ import annotations

import re
from functools import cache

from assistant.checkins.reading.lexicon import section
from assistant.language.lexicon import alternation
from assistant.language.script import fold


def label_at(seen: str, start: int, end: int, *, alone: bool = True) -> tuple[str, int] | None:
    """The kind of the label at a place, and where what it heads begins.

    `alone`: whether a label may stand there without a colon, as headings and table heads do.
    """
    if found := _ADDRESSED.match(seen, start, end):
        return "next_action" if found["next"] else "ask", found.end()
    match = _label_pattern().match(seen, start, end)
    if match is None or not (alone or match["mark"]):
        return None
    kind = _kinds()[_BLANKS.sub(" ", match["word"])]
    if kind == "evidence" and seen[match.end() : match.end() + 1].isdigit():
        return None  # evidence: 84/112
    return kind, match.end()


# Of which key result, or to whom: next on changeovers: film two shifts; ask to the board: pay us.
_ADDRESSED = re.compile(
    r"[ \t]*(?:(?P<next>(?:next(?: steps?| up| week)?|plan) (?:on|for) (?=[a-z][^:;.\n]{1,30}: ))"
    r"|(?:ask|asks|request|requests) (?:to|for|of|from) (?:the |our )?[a-z]+(?: [a-z]+){0,2}: )"
)


_BLANKS = re.compile("[ -]+")  # key-result is key result


@cache
def _kinds() -> dict[str, str]:
    lists = section("labels").items()
    return {_BLANKS.sub(" ", fold(str(w))): kind for kind, listed in lists for w in listed}


@cache
def _label_pattern() -> re.Pattern[str]:
    word = alternation(_kinds())
    return re.compile(
        rf"[ \t]*(?P<word>{word})(?: ?(?:和|与|及|以及|/|、|&|and) ?(?:{word}))?"
        r"(?: ?\([^()\n]{0,20}\))?"
        r"(?: {0,2}(?P<mark>:|=(?!>))[ \t]*|[ \t]*$|[ \t]*(?=\n))"
    )
