"""Metadata before a line's words: "[P0]", "@sam - …", "(CFO): …", "0.7: …", "**vague** …"."""

from __future__ import annotations

from assistant.parsing.metadata.pieces import Stripped, understood
from assistant.parsing.names import data
from assistant.parsing.phrases import GRADE
from assistant.parsing.titles.predicates import tells_of_title
from assistant.parsing.titles.title_words import begins_with_verb
from assistant.patterns import lazy

_BRACKETED = lazy(
    r"[*_`]{0,2}[(\[【{〔]([^()\[\]【】{}〔〕]{1,40})[)\]】}〕][*_`]{0,2}\s*[:\-]?\s*"
)
_PRIORITY = lazy(
    r"[*_`\[(【]{0,3}p[0-9x](?:/p?[0-9])?[*_`\])】]{0,3}\s*(?:[-:、.|]|(?=@|\([01]\b))\s*[*_`]{0,2}\s*"
    r"|[\[(【]p[0-9][\])】]\s*"
)
_BOLD = lazy(r"(?:\*\*|__)(?P<words>[^*_:]{3,160})(?:\*\*|__)\s+(?=\S)")
# How far it went, with what is to be said of that: "0.7 (one shop is late): …", "(0.4 -- late): …";
# behind a priority also "0: …".
_REMARK = r"[^()]{2,160}"
_SCORE = lazy(
    rf"{GRADE}(?: ?\({_REMARK}\))?: ?(?=\S)"
    rf"|[(\[](?:{GRADE}|[01]) ?[-–—,;:]{{1,2}} {_REMARK}[)\]]:? ?(?=\S)"
)
_WHOLE_SCORE = lazy(r"[01]: ?(?=[^\s\d])")
_TITLE = lazy(
    r"[*_]{0,2}(?P<title>[^*_\[\]():,;。]{2,60}?) ?[(\[【](?P<tag>[^\[\]()【】]{2,30})[)\]】]"
    r"(?::[*_]{0,2}|[*_]{1,2} ?:)\s*(?=\S)"
)
_NAME = lazy(r"@([\w.\-]{1,40})\s{0,2}[-:–—]\s+")


def strip_start(text: str, folded: str, part: str, found: Stripped) -> None:
    """Take up to three pieces off the start of a line."""
    for _ in range(_MOST):
        rest, written = folded[found.start :], text[found.start :]
        taken = next(filter(None, (strip(rest, written, part, found) for strip in _AT_START)), 0)
        if not taken:
            return
        found.start += taken


_MOST = 3


def _priority(rest: str, written: str, part: str, found: Stripped) -> int:
    match = _PRIORITY.match(rest)
    return match.end() if match else 0


def _score(rest: str, written: str, part: str, found: Stripped) -> int:
    ranked = found.start > 0 and not found.fields and not found.left_out
    match = _SCORE.match(rest) or (_WHOLE_SCORE.match(rest) if ranked else None)
    if match is None:
        return 0
    found.left_out.append(written[: match.end()].strip(" :："))
    return match.end()


def _name(rest: str, written: str, part: str, found: Stripped) -> int:
    match = None if "owner" in found.fields else _NAME.match(rest)
    if match is None:
        return 0
    found.fields["owner"] = written[match.start(1) : match.end(1)]
    return match.end()


def _bracket(rest: str, written: str, part: str, found: Stripped) -> int:
    match = _BRACKETED.match(rest)
    if match is None or match.end() >= len(rest):
        return 0
    inside = written[match.start(1) : match.end(1)]
    if not understood(match[1], inside, part, found, at_start=True):
        if ":" not in match[0][len(match[1]) :]:
            return 0
        found.left_out.append(inside)  # "KR1 (CFO): …": a part of the label
    return match.end()


def _verdict(rest: str, written: str, part: str, found: Stripped) -> int:
    """Bold words that a reviewer said of the line: "not measurable"."""
    match = _BOLD.match(rest)
    if match is None or not any(word in match["words"] for word in data("marks")["verdicts"]):
        return 0
    found.left_out.append(written[match.start("words") : match.end("words")])
    return match.end()


def _title(rest: str, written: str, part: str, found: Stripped) -> int:
    """A short name of the line with its kind behind: "**Night bus [committed]:** …"."""
    match = _TITLE.match(rest)
    if match is None or not _is_sentence(rest[match.end() :]):
        return 0
    tag = written[match.start("tag") : match.end("tag")]
    if not understood(match["tag"], tag, part, found, at_start=True):
        return 0
    found.left_out.append(written[match.start("title") : match.end("title")].strip())
    return match.end()


def _closed_title(rest: str, written: str, part: str, found: Stripped) -> int:
    """A short name before the colon that ends a bold label: "**KR1 Night bus:** Run a bus …"."""
    match = _CLOSED_TITLE.match(rest)
    if match is None or not _says_what_to_do(rest[match.end() :]):
        return 0
    found.left_out.append(written[match.start("title") : match.end("title")].strip())
    return match.end()


_CLOSED_TITLE = lazy(r"(?P<title>[^*_\[\]():,;。]{2,30}?) ?(?::\*\*|\*\*:)\s*(?=\S)")


def _says_what_to_do(rest: str) -> bool:
    """Whether a text is a sentence, and an English one begins with what to do."""
    return _is_sentence(rest) and (not rest[0].isascii() or begins_with_verb(rest))


def _is_sentence(rest: str) -> bool:
    """Whether a text says by itself what is to be: "from 20% to 40%" needs its title."""
    named = rest[0].isalpha() and len(_WORD.findall(rest)) >= _FEWEST_WORDS
    return named and not tells_of_title(rest)


_WORD = lazy(r"[a-z]+|[\u4e00-\u9fff]")
_FEWEST_WORDS = 5
# "2031-03-01 – Open the hall": the day of an entry in a log.
_DATED = lazy(
    r"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})"
    r"(?: ?:\s*|\s+[-–—]{1,2}\s+)(?!\d{1,4}[-/.]\d)(?=\S)"
)


def _day(rest: str, written: str, part: str, found: Stripped) -> int:
    match = _DATED.match(rest) if part == "objective" else None
    if match is None:
        return 0
    found.left_out.append(written[: match.end()].strip(" :：-–—"))
    return match.end()


_AT_START = (_day, _priority, _score, _name, _bracket, _title, _closed_title, _verdict)
