"""Metadata before a line's words: "[P0]", "@sam - …", "(CFO): …", "**not measurable** …"."""

from __future__ import annotations

from assistant.parsing.names import data
from assistant.parsing.pieces import Stripped, understood
from assistant.patterns import lazy

_BRACKETED_START = lazy(
    r"[*_`]{0,2}[(\[【{〔]([^()\[\]【】{}〔〕]{1,40})[)\]】}〕][*_`]{0,2}\s*[:\-]?\s*"
)
_PRIORITY = lazy(
    r"[*_`\[(【]{0,3}p[0-4x][*_`\])】]{0,3}\s*(?:[-:、.|]|(?=@))\s*[*_`]{0,2}\s*|[\[(【]p[0-4][\])】]\s*"
)
_BOLD_START = lazy(r"(?:\*\*|__)(?P<words>[^*_:]{3,160})(?:\*\*|__)\s+(?=\S)")
_AT_START = lazy(r"@([\w.\-]{1,40})\s{0,2}[-:–—]\s+")


def strip_start(text: str, folded: str, part: str, found: Stripped) -> None:
    """Take up to three pieces off the start of a line."""
    for _ in range(3):
        rest = folded[found.start :]
        written = text[found.start :]
        if match := _PRIORITY.match(rest):
            found.start += match.end()
        elif (match := _AT_START.match(rest)) and "owner" not in found.fields:
            found.fields["owner"] = written[match.start(1) : match.end(1)]
            found.start += match.end()
        elif (match := _BRACKETED_START.match(rest)) and match.end() < len(rest):
            inside = written[match.start(1) : match.end(1)]
            if not understood(match[1], inside, part, found, at_start=True):
                if ":" not in match[0][len(match[1]) :]:
                    return
                found.left_out.append(inside)  # "KR1 (CFO): …": a part of the label
            found.start += match.end()
        elif (match := _BOLD_START.match(rest)) and _judges(match["words"]):
            found.left_out.append(written[match.start("words") : match.end("words")])
            found.start += match.end()
        else:
            return


def _judges(words: str) -> bool:
    """Whether words before a line are what a reviewer said of it: "not measurable"."""
    return any(word in words for word in data("marks")["verdicts"])
