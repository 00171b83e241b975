"""Owner, data source and due date that a line's own text names."""

from __future__ import annotations

import re
from datetime import date

from assistant.language.reading import LineReading
from assistant.models import Span

_OWNER = re.compile(
    r"(?:(?<![a-z])(?:owner|owned by|responsible|dri|assignee|lead|accountable) ?[:=] ?|(?:负责人|责任人|负责|owner|主责|牵头人?|跟进人|执行人) ?[:=] ?)"
    r"(?P<name>[^,;。()\[\]|、/]{1,40})",
)
_AT_NAME = re.compile(r"(?<![\w.])@(?P<name>[\w\u4e00-\u9fff][\w.\u4e00-\u9fff-]{0,30})")
_SOURCE = re.compile(
    r"(?:(?<![a-z])(?:(?:data )?source(?= ?[:=])|measured (?:by|in|with|via|through|from)|as measured by|tracked (?:in|by|with)|according to|as reported by|reported (?:by|in)|based on) ?:? ?"
    r"|(?:数据来源|数据源|来源|取数(?:自)?|统计口径|口径|以) ?[:=为]? ?(?<!以 )(?<!以))"
    r"(?P<name>[^,;。()\[\]|]{1,60})"
)
_PER_SOURCE = re.compile(
    r"(?<![a-z])(?:per|from|in|via|by) (?P<name>(?:the |our |a )?(?:[a-z]+ly )?[a-z0-9 -]{0,24}?(?:survey|dashboard|report|audit|crm|questionnaire|poll))(?![a-z])"
    r"|(?P<zh>[\u4e00-\u9fffa-z0-9]{0,8}(?:问卷|调研|调查|看板|报表|系统数据|后台数据))(?=,|;|。|\)|$)"
)
_DUE_BEFORE = re.compile(
    r"(?:(?<![a-z])(?:by|before|due|until|till|deadline|end of|no later than|in|for|on) ?:? ?(?:the )?(?:end of )?|(?:截止|截至|于|在|到) ?(?:日期?)? ?:? ?)$"
)
_DUE_AFTER = re.compile(r" ?(?:之?前|底|末|内|结束|完成|截止|上线)")


def find_owner(reading: LineReading) -> Span | None:
    """The person or team named as owner."""
    return _named(_OWNER, reading) or _named(_AT_NAME, reading)


def find_source(reading: LineReading) -> Span | None:
    """Where the number comes from (source: CRM, 数据来源：MES, per monthly survey)."""
    return _named(_SOURCE, reading) or _named(_PER_SOURCE, reading)


def _named(pattern: re.Pattern[str], reading: LineReading) -> Span | None:
    match = pattern.search(reading.folded)
    if not match:
        return None
    start, end = match.span(str(match.lastgroup))
    piece = reading.folded[start:end]
    start += len(piece) - len(piece.lstrip())
    return Span(start=start, end=start + len(piece.strip())) if piece.strip() else None


def find_due(reading: LineReading) -> date | None:
    """The last day by which the line says it shall be reached."""
    for mention in reading.dates:
        before = reading.folded[max(0, mention.span.start - 16) : mention.span.start]
        if mention.end and (
            _DUE_BEFORE.search(before) or _DUE_AFTER.match(reading.folded, mention.span.end)
        ):
            return mention.end
    return next((m.end for m in reversed(reading.dates) if m.end), None)
