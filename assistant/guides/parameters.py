"""What a coach asks for, read from what was typed; bad values get the list of good ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, timedelta
from typing import Any

from assistant.errors import UsageError
from assistant.guides.choices import bad, chosen, missing, one_of, plain, stands_in, together
from assistant.guides.cycles import LONGEST as LONGEST_CYCLE
from assistant.guides.cycles import days_of, is_time, is_too_long
from assistant.guides.material import Material
from assistant.guides.people import size_of
from assistant.guides.statements import words
from assistant.knowledge.industries import ANY, industries_of, industry_of, is_called
from assistant.language.script import CJK, language_of
from assistant.models import Language, Level
from assistant.models.guide import GuideParameters, Maturity, Size
from assistant.patterns import lazy

LONGEST = 200  # characters of free text
FREE = ("industry", "company_type", "focus", "function", "size", "maturity", "level", "cycle")
_IN_WORDS = lazy(r"[A-Za-z]{2,} +[A-Za-z]{2,}")
_BETWEEN = lazy(r"[,，、;；]")
Raw = Mapping[str, Any]
Reader = Callable[[Raw, Material], Any]


def read_parameters(raw: Raw, material: Material) -> GuideParameters:
    """Read parameters as they were typed.

    Args:
        raw: industry, company_type, size, maturity, focus (a list, or words between commas),
            function, level, language, cycle, start, end; all texts, all but industry may lack.
        material: Where the closed sets stand.

    Raises:
        UsageError: `no_such_value`, `missing_parameter` or `long_parameter`, naming the field and
            what it takes; `several_values` where more than one is bad.
    """
    read: dict[str, Any] = {}
    faults: list[UsageError] = []
    for field, reader in READERS.items():
        try:
            read[field] = reader(raw, material)
        except UsageError as error:
            faults.append(error)
    if faults:
        raise together(faults)
    industry, *also = _industries(read["asked_industry"], read["company_type"])
    return _with_days(GuideParameters(**read, industry=industry, also=also))


def _industries(asked: str, company_type: str | None) -> list[str]:
    """The industries of the name; where none is known, the one that the kind of company tells."""
    if company_type and industry_of(asked) == ANY and not is_called(asked, ANY):
        return [industry_of(company_type)]
    return industries_of(asked)


def _with_days(parameters: GuideParameters) -> GuideParameters:
    """The days of the cycle as its name tells them, where they were not given."""
    named = days_of(parameters.cycle)
    if named is None or parameters.start or parameters.end:
        return parameters
    return parameters.model_copy(update={"start": named[0], "end": named[1]})


def typed_language(raw: Mapping[str, Any]) -> Language | None:
    """The language of what was typed; none where no word of it tells (an id, a number)."""
    typed = " ".join(str(raw.get(field) or "") for field in FREE)
    chinese = "".join(CJK.findall(typed))
    if chinese:
        return language_of(chinese)
    return Language.EN if _IN_WORDS.search(typed) else None


def _industry(raw: Raw, _: Material) -> str:
    if not str(raw.get("industry") or "").strip():
        raise missing("industry", LONGEST)
    return _text(raw["industry"], "industry")


def _text(value: Any, field: str) -> str:
    text = " ".join(str(value or "").split())
    if len(text) > LONGEST:
        raise UsageError("long_parameter", field=field, limit=LONGEST)
    return text


def _maybe(raw: Raw, field: str) -> str | None:
    return _text(raw[field], field) or None if raw.get(field) else None


def _company_type(raw: Raw, _: Material) -> str | None:
    return _maybe(raw, "company_type")


def _size(raw: Raw, _: Material) -> Size:
    return size_of(_maybe(raw, "size") or Size.MEDIUM)


def _people(raw: Raw, _: Material) -> str | None:
    """A number of people as it was typed; none where the size was named."""
    asked = _maybe(raw, "size")
    return asked if asked and any(each.isdigit() for each in asked) else None


def _maturity(raw: Raw, _: Material) -> Maturity:
    return one_of(Maturity, _maybe(raw, "maturity") or Maturity.FIRST_CYCLE, "maturity")


def _level(raw: Raw, _: Material) -> Level | None:
    asked = _maybe(raw, "level")
    return one_of(Level, asked, "level") if asked else None


def _function(raw: Raw, material: Material) -> str | None:
    names = material.knowledge.taxonomy.functions
    asked = _maybe(raw, "function")
    if asked is None:
        return None
    found = chosen(names, asked, "function", lambda each, language: words(names[each], language))
    return None if found == ANY else found


def _asked_function(raw: Raw, material: Material) -> str | None:
    """What was typed for a function, where a near one stands in for it."""
    asked = _maybe(raw, "function")
    with suppress(UsageError):  # told of the function itself
        taken = _function(raw, material)
        return asked if asked and taken and stands_in("function", asked, taken) else None
    return None


def _focus(raw: Raw, material: Material) -> list[str]:
    asked = raw.get("focus") or []
    items = _BETWEEN.split(asked) if isinstance(asked, str) else list(asked)
    found: dict[str, None] = {}
    faults: list[UsageError] = []
    for item in (str(each) for each in items if str(each).strip()):
        try:
            found[_one_focus(item, material)] = None
        except UsageError as error:
            faults.append(error)
    if faults:
        raise together(faults)
    return list(found)


def _one_focus(asked: str, material: Material) -> str:
    focuses = material.guide.focuses
    meant = plain(asked)
    alias = next((id_ for id_, each in focuses.items() if meant in map(plain, each.aliases)), asked)
    return chosen(
        focuses, alias, "focus", lambda each, language: words(focuses[each].name, language)
    )


def _language(raw: Raw, _: Material) -> Language:
    written = [each for each in Language if each is not Language.MIXED]
    asked = str(raw.get("language") or Language.EN)
    return Language(chosen(written, asked, "language", lambda each, _: each))


def _start(raw: Raw, _: Material) -> date | None:
    return _day(raw.get("start"), "start")


def _end(raw: Raw, _: Material) -> date | None:
    end, start = _day(raw.get("end"), "end"), None
    with suppress(UsageError):  # told of the start itself
        start = _day(raw.get("start"), "start")
    if start and end and end <= start:
        raise bad("end", raw["end"], "end", start=start)
    if start and end and is_too_long(start, end):
        latest = start + timedelta(days=LONGEST_CYCLE - 1)
        raise bad("end", raw["end"], "early_end", start=start, latest=latest)
    return end


def _day(asked: Any, field: str) -> date | None:
    if asked is None or asked == "":
        return None
    try:
        return date.fromisoformat(str(asked))
    except ValueError as error:
        raise bad(field, asked, "day") from error


def _cycle(raw: Raw, _: Material) -> str | None:
    """The name of a cycle: a time that can be read, or any name where both days are given."""
    asked = _maybe(raw, "cycle")
    if asked is None or (raw.get("start") and raw.get("end")):
        return asked
    if not is_time(asked):
        raise bad("cycle", asked, "cycle")
    named = days_of(asked)
    if named and is_too_long(*named):
        raise bad("cycle", asked, "short_cycle")
    return asked


READERS: Mapping[str, Reader] = {
    "asked_industry": _industry,
    "company_type": _company_type,
    "size": _size,
    "asked_size": _people,
    "maturity": _maturity,
    "focus": _focus,
    "function": _function,
    "asked_function": _asked_function,
    "level": _level,
    "language": _language,
    "cycle": _cycle,
    "start": _start,
    "end": _end,
}
