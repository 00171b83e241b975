"""A set told in one paragraph: "Our goal is to be known. We will know when 400 people …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.language.script import fold
from assistant.parsing.labels.marks import OKR, Mark, Role
from assistant.parsing.lines.text_lines import Line
from assistant.parsing.phrases import RESULTS
from assistant.patterns import lazy

_SAID = r"(?:[^.。;；:：!?！？]|\.(?=\d))"
# What leads from the aim to the key results, and these.
_MEASURED = lazy(
    r"(?:(?<![a-z])(?:as )?measured by(?![a-z])"
    rf"|(?<![a-z])(?:we|i)(?:'ll| will| shall)? know{_SAID}{{0,50}}?(?:when|if|once|by)(?![a-z])"
    rf"|(?<![a-z])(?:the |our |my |its )?key results{_SAID}{{0,20}}?(?:are|will be)(?![a-z])"
    r"|(?<![a-z])success (?:means|is|looks like|will be)(?: that| when)?)[ :]{1,2}"
    r"(?P<list>(?:[^.。:!?]|\.(?=\d)){10,500})"
    rf"|(?:(?:并|我们)?(?:以|用|由)?(?:(?:衡量|评判|检验|成功)的?(?:标准|方式|指标)|{RESULTS}(?![a-z])))"
    r"(?:就|分别|包括|则)?[是为有]?[:,]? ?(?P<listed>[^。:!?]{8,400})"
)
# The aim in the words before: "our goal for spring is to …", "we will … (as measured by)".
_AIM = lazy(
    rf"(?<![a-z])(?:our|my|the|this)(?![a-z]){_SAID}{{0,40}}?(?:objective|goal|aim){_SAID}{{0,30}}?"
    rf" (?:is|was|will be)(?: to)? (?P<en>{_SAID}{{5,160}}?)[.;,:]? ?(?:and )?$"
    r"|(?:目标|(?<![a-z])o)(?:就|也)?[是为][:,]? ?(?P<zh>[^。;:!?]{3,60}?)[,。;:] ?$"
)
_WILL = lazy(rf"(?<![a-z])(?:we|i) (?:will|want to|aim to) (?P<en>{_SAID}{{5,160}}?),? ?$")
_REACH = 260  # characters before the key results in which the aim stands
_BETWEEN = lazy(
    r"\s*(?:[;；，、]|,(?=\s)|,(?=[^\d\s]))\s*(?:and |以及|并且|同时)?|,? and (?=[^,;]*$)"
)
_LONGEST, _FEWEST = 1_500, 2
_MOST_VALUED = 0.6
Span = tuple[int, int]


def spread_told(lines: list[Line]) -> list[Line]:
    """Cut such paragraphs where nothing else in a text has a label."""
    if any(line.mark and line.mark.role in OKR for line in lines):
        return lines
    return [part for line in lines for part in _spread(line)]


def _spread(line: Line) -> Iterator[Line]:
    whole = _whole(line)[:_LONGEST]
    found = None if line.mark or line.heading else _read(fold(whole))
    yield line
    if found is None:
        return
    aim, spans = found
    begin = line.column
    objective = _part(line, whole, aim, Role.OBJECTIVE)
    line.mark, line.label, line.more = objective.mark, whole[: aim[0]], []
    line.column, line.text = objective.column, objective.text
    for span in spans:
        made = _part(line, whole, span, Role.KEY_RESULT)
        made.column = max(made.column, begin)
        yield made


def _read(folded: str) -> tuple[Span, list[Span]] | None:
    """Where the aim and the key results of a paragraph stand, if it tells of both."""
    measured = _MEASURED.search(folded)
    if measured is None:
        return None
    reach = max(measured.start() - _REACH, 0)
    before = folded[reach : measured.start()]
    meant = "measured by" in measured[0]
    aim = _AIM.search(before) or (_WILL.search(before) if meant else None)
    spans = _spans(measured) if aim else []
    if aim is None or not spans:
        return None
    begin, end = aim.span(aim.lastgroup or 0)
    return (begin + reach, end + reach), spans


def _whole(line: Line) -> str:
    return " ".join([line.text, *(more for _, more in line.more)])


def _spans(found: re.Match[str]) -> list[Span]:
    """Where the key results stand; none where too few of them name a value."""
    group = "list" if found["list"] else "listed"
    begin, end = found.span(group)
    cuts = list(_BETWEEN.finditer(found.string, begin, end))
    spans = list(
        zip(
            [begin, *(cut.end() for cut in cuts)],
            [*(cut.start() for cut in cuts), end],
            strict=True,
        )
    )
    spans = [(a, b) for a, b in spans if found.string[a:b].strip()]
    valued = sum(any(map(str.isdigit, found.string[a:b])) for a, b in spans)
    return spans if len(spans) >= _FEWEST and valued >= len(spans) * _MOST_VALUED else []


def _part(line: Line, whole: str, span: Span, role: Role) -> Line:
    text = whole[slice(*span)]
    lead = len(text) - len(text.lstrip())
    column = line.source.find(text.strip()[:20], line.column)
    made = Line(line.number, line.source, max(column, 0), text.strip(), line.indent + 1)
    made.mark, made.label = Mark(role, lead, "objective" if role is Role.OBJECTIVE else "kr"), ""
    made.quoted, made.fence = line.quoted, line.fence
    return made
