"""A bold sentence with an explanation behind it: "**Publish 24 posts.** Two a month will do."."""

from __future__ import annotations

from assistant.parsing.lines.text_lines import Line
from assistant.parsing.titles.title_words import is_name
from assistant.patterns import lazy

_SAID = lazy(
    r"(?P<sign>\*\*|__)\s?(?:\d{1,2}[.)、]\s*)?(?P<said>[^*_]{4,200}[.。!！])(?P=sign)\s*[^\s*_]"
)
# The same behind a label that the bold words began with: "**KR1: Publish 24 posts.** Two will do."
_GOES_ON = lazy(r"[^*]{4,200}[.。!！](?P<sign>\*\*)\s*[^\s*]")


def take_said(line: Line) -> bool:
    """Cut a line without a label down to the bold sentence that it begins with, if it has one."""
    match = _SAID.match(line.text)
    if match is None or is_name(match["said"], "item"):
        return False
    line.label, line.text = line.text[: match.start("said")], match["said"]
    line.column += match.start("said")
    line.more = []
    return True


def end_of_said(line: Line, text: str) -> int:
    """Where the bold sentence of a labelled line ends; its whole length where it has none."""
    match = _GOES_ON.match(text) if line.label.count("**") % 2 else None
    return match.start("sign") if match else len(text)
