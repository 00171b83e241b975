"""What a coach asks for, read from what was typed; bad values get the list of good ones."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from assistant.guides.choices import bad, chosen, one_of
from assistant.guides.material import Material
from assistant.guides.people import size_of
from assistant.guides.statements import words
from assistant.knowledge.industries import industry_of, key
from assistant.language.figures.dates import find_dates
from assistant.language.script import CJK, fold, language_of
from assistant.models import Language, Level
from assistant.models.guide import GuideParameters, Maturity, Size
from assistant.patterns import lazy

LONGEST = 200  # characters of free text
FREE = ("industry", "company_type", "focus", "function", "size", "cycle")
_IN_WORDS = lazy(r"[A-Za-z]{2,} +[A-Za-z]{2,}")
_JOINTS = lazy(r"\b(?:to|and)\b|财年|[\s\-–—~/至到]")  # between the parts of a cycle's name
_MONTH = lazy(r"\d{4}-\d")


def read_parameters(raw: Mapping[str, Any], material: Material) -> GuideParameters:
    """Read parameters as they were typed.

    Args:
        raw: industry, company_type, size, maturity, focus (a list, or words between commas),
            function, level, language, cycle, start, end; all texts, all but industry may lack.
        material: Where the closed sets stand.

    Raises:
        UsageError: `bad_parameter`, naming the field and what it takes.
    """
    asked = _text(raw.get("industry"), "industry")
    start, end = _days(raw)
    return GuideParameters(
        industry=industry_of(asked),
        asked_industry=asked,
        company_type=_maybe(raw, "company_type"),
        size=size_of(str(raw.get("size") or Size.MEDIUM)),
        maturity=one_of(Maturity, raw.get("maturity") or Maturity.FIRST_CYCLE, "maturity"),
        focus=_focus(raw.get("focus") or [], material),
        function=_function(raw, material),
        level=one_of(Level, raw.get("level") or Level.TEAM, "level"),
        language=_language(raw.get("language") or Language.EN),
        cycle=_cycle(_maybe(raw, "cycle"), dated=start is not None and end is not None),
        start=start,
        end=end,
    )


def typed_language(raw: Mapping[str, Any]) -> Language | None:
    """The language of what was typed; none where no word of it tells (an id, a number)."""
    typed = " ".join(str(raw.get(field) or "") for field in FREE)
    chinese = "".join(CJK.findall(typed))
    if chinese:
        return language_of(chinese)
    return Language.EN if _IN_WORDS.search(typed) else None


def _text(value: Any, field: str) -> str:
    text = " ".join(str(value or "").split())
    if not text or len(text) > LONGEST:
        raise bad(field, "text", most=LONGEST)
    return text


def _maybe(raw: Mapping[str, Any], field: str) -> str | None:
    return _text(raw[field], field) if raw.get(field) else None


def _function(raw: Mapping[str, Any], material: Material) -> str | None:
    names = material.knowledge.taxonomy.functions
    asked = raw.get("function")
    if not asked:
        return None
    return chosen(
        names, str(asked), "function", lambda each, language: words(names[each], language)
    )


def _focus(asked: Any, material: Material) -> list[str]:
    items = re.split(r"[,，、;；]", asked) if isinstance(asked, str) else list(asked)
    return list(dict.fromkeys(_one_focus(item, material) for item in items if str(item).strip()))


def _one_focus(asked: str, material: Material) -> str:
    focuses = material.guide.focuses
    meant = key(asked)
    alias = next((id_ for id_, each in focuses.items() if meant in map(key, each.aliases)), asked)
    return chosen(
        focuses, alias, "focus", lambda each, language: words(focuses[each].name, language)
    )


def _language(asked: Any) -> Language:
    written = [each for each in Language if each is not Language.MIXED]
    return Language(chosen(written, str(asked), "language", lambda each, _: each))


def _days(raw: Mapping[str, Any]) -> tuple[date | None, date | None]:
    start, end = _day(raw.get("start"), "start"), _day(raw.get("end"), "end")
    if start and end and end <= start:
        raise bad("end", "end", start=start)
    return start, end


def _day(asked: Any, field: str) -> date | None:
    if asked is None or asked == "":
        return None
    try:
        return date.fromisoformat(str(asked))
    except ValueError as error:
        raise bad(field, "day") from error


def _cycle(asked: str | None, *, dated: bool) -> str | None:
    """The name of a cycle: a time that can be read, or any name where both days are given."""
    if asked is None or dated:
        return asked
    folded = fold(asked)
    rest = list(folded if folded.isascii() else folded.replace(" ", ""))
    times = find_dates("".join(rest))
    for time in times:
        rest[time.span.start : time.span.end] = " " * (time.span.end - time.span.start)
    if not times or _JOINTS.sub("", "".join(rest)) or (_MONTH.match(folded) and not times[0].start):
        raise bad("cycle", "cycle")
    return asked
