"""A message as it was typed, and the copy of it that all patterns look at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.checkins.reading.cantonese import in_mandarin
from assistant.checkins.reading.lexicon import before, patterns
from assistant.checkins.reading.promised import Promised, find_promised
from assistant.checkins.reading.speakers import apart
from assistant.checkins.reading.spoken import in_digits
from assistant.errors import InputTooLarge
from assistant.language.script import fold

MOST_CHARS = 20_000
"""A long weekly report has some 3,000; what is longer is no message."""

_SPEAKER = 60
_BREAKING_TAG = re.compile(r"</?(?:br|p|li|ul|ol|tr|div|h[1-6])(?:\s[^<>\n]{0,200})?/?>")
_CELL_TAG = re.compile(r"</?(?:td|th)(?:\s[^<>\n]{0,200})?>")
_UNSEEN = re.compile(
    r"<!--.{0,2000}?-->|</?[a-z][^<>\n]{0,200}>"  # HTML
    r"|&(?:nbsp|amp|lt|gt|quot|#[0-9]{1,6});"
    r"|\]\([^()\s]{0,300}\)|\[(?![ x✓✔]\])|(?<!\[[ x✓✔])\]"  # a link; a box stays
    r"|[`\u200b-\u200f\u2060\ufeff\ufe0f\x00-\x08\x0b-\x1f]"
    r"|(?<=\S)\*{1,3}|\*{1,3}(?=[^\s*])"
    r"|(?m:^[ ]{0,8}#{1,6} )|(?m:^[ ]{0,8}~~~.{0,40}$)"
    r"|(?<![a-z0-9])#[0-9]{1,7}(?![0-9])"  # an issue
    r"|(?<=[0-9])-?ish(?![a-z])",  # 60ish
    re.DOTALL,
)
LINK = re.compile(r"(?:https?://|www\.)[^\s<>()\[\]\"'，。；、）】]{1,500}")
_PERCENT = re.compile("(?<=[0-9零一二三四五六七八九十百])趴(?![下在着])")
_TAB = re.compile(r"(?<=\S)\t")
# A row whose cells stand apart by wide blanks.
_SPACED_LINE = re.compile(r"^[^\n\u3000]+(?:\u3000[^\n\u3000]+){2,40}$", re.MULTILINE)
# A label between brackets in front of a line: 【卡点】供应商没回.
_HEADED = re.compile(r"(?m)^([ \t]*)【([^【】\n:]{1,12})】(?=[^\n])")
# To whom what is asked goes: Ask → Yusuf: keep the slot.
_ADDRESSED = re.compile(
    r"(?m)(?:^|(?<=[\n;.] ))"
    r"(?P<label>[ \t•*-]{0,4}(?:asks?|needs?|requests?|help|求助|需求|请求|需要支持|待协调))"
    r"(?P<to> ?(?:→|->|=>|➔|>) ?[^\n:0-9]{1,20}:)"
)
_QUOTED_LINE = re.compile(r"^[ \t]*>.*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Message:
    """`seen` has the length of `text`: folded, with markup, links and quoted lines blanked."""

    text: str
    seen: str
    links: tuple[tuple[int, int], ...]
    turns: tuple[int, ...] = ()  # where each message of a chat starts
    promises: tuple[Promised, ...] = ()


def take(text: str, metrics: Sequence[str] = ()) -> Message:
    """Prepare a message; `metrics` are the folded key results that it may name.

    Raises:
        InputTooLarge: If it has more than `MOST_CHARS` characters.
    """
    if len(text) > MOST_CHARS:
        raise InputTooLarge("message", limit=MOST_CHARS)
    by_speaker, turns = apart(text.replace("\r", "\n"), metrics)
    text_seen = _SPACED_LINE.sub(_barred, _TAB.sub("|", by_speaker))
    seen = in_digits(_PERCENT.sub("%", in_mandarin(fold(text_seen))))
    links = tuple(match.span() for match in LINK.finditer(seen))
    seen = LINK.sub(_blank, seen)
    unquoted = _QUOTED_LINE.sub(_blank, seen)
    seen = unquoted if unquoted.strip() else seen
    seen = _CELL_TAG.sub(lambda m: "|".ljust(len(m[0])), seen)
    seen = _BREAKING_TAG.sub(lambda m: "\n".ljust(len(m[0])), seen)
    seen = patterns("chat", "speech").sub(_of_others, seen)
    seen = _HEADED.sub(r"\1 \2:", seen)
    seen = _ADDRESSED.sub(lambda m: m["label"] + ":" + " " * (len(m["to"]) - 1), seen)
    seen = patterns("levels", "dashed").sub(lambda m: m[0][:-3] + ":  ", seen)
    seen, promises = find_promised(_UNSEEN.sub(_blank, seen))
    return Message(text, seen, links, turns, promises)


def _barred(match: re.Match[str]) -> str:
    return match.group().replace("\u3000", "|")


def _of_others(match: re.Match[str]) -> str:
    """Blank, where somebody else is said to have said it."""
    told = before("chat", "speech_before").search(match.string[: match.start()][-_SPEAKER:])
    return _blank(match) if told else match[0]


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())
