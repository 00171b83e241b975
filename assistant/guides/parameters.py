"""What a coach asks for, read from what was typed; bad values get the list of good ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from assistant.errors import UsageError
from assistant.guides.material import Material
from assistant.language.script import simplify
from assistant.models import Language, Level
from assistant.models.guide import GuideParameters, Maturity, Size
from assistant.models.knowledge import Words

LARGEST = {Size.SMALL: 49, Size.MEDIUM: 250}  # people; above is large
ANY = "any"
LONGEST = 200  # characters of free text
_E = TypeVar("_E", bound=StrEnum)


def read_parameters(raw: Mapping[str, Any], material: Material) -> GuideParameters:
    """Read parameters as they were typed.

    Args:
        raw: industry, company_type, size, maturity, focus (a list, or words between commas),
            function, level, language, cycle, start, end; all texts, all but industry may lack.
        material: Where the closed sets stand.

    Raises:
        UsageError: `bad_parameter`, naming the field and what it takes.
    """
    taxonomy = material.knowledge.taxonomy
    asked = _text(raw.get("industry"), "industry")
    function = raw.get("function")
    return GuideParameters(
        industry=_industry(asked, material),
        asked_industry=asked,
        company_type=_maybe(raw, "company_type"),
        size=_size(raw.get("size") or Size.MEDIUM),
        maturity=_one_of(Maturity, raw.get("maturity") or Maturity.FIRST_CYCLE, "maturity"),
        focus=_focus(raw.get("focus") or [], material),
        function=_named(str(function), taxonomy.functions, "function") if function else None,
        level=_one_of(Level, raw.get("level") or Level.TEAM, "level"),
        language=_one_of(Language, raw.get("language") or Language.EN, "language"),
        cycle=_maybe(raw, "cycle"),
        start=_day(raw.get("start"), "start"),
        end=_day(raw.get("end"), "end"),
    )


def _text(value: Any, field: str) -> str:
    text = " ".join(str(value or "").split())
    if not text or len(text) > LONGEST:
        raise UsageError("bad_parameter", field=field, choices=f"1–{LONGEST} characters")
    return text


def _maybe(raw: Mapping[str, Any], field: str) -> str | None:
    return _text(raw[field], field) if raw.get(field) else None


def _industry(asked: str, material: Material) -> str:
    """The industry of that name, the nearest one, or `any`."""
    names = material.knowledge.taxonomy.industries
    key = _key(asked)
    exact = [each for each, name in names.items() if key in (_key(each), *_keys(name))]
    if exact:
        return exact[0]
    aliases = material.guide.nearest.items()
    hits = [(len(alias), each) for each, words in aliases for alias in words if _key(alias) in key]
    return max(hits)[1] if hits else ANY


def is_called(asked: str, industry: str, material: Material) -> bool:
    """Whether an industry is called so: by its id, its name, or one of its other names."""
    name = material.knowledge.taxonomy.industries[industry]
    others = map(_key, material.guide.nearest.get(industry, ()))
    return _key(asked) in {_key(industry), *_keys(name), *others}


def _named(asked: str, known: Mapping[str, Words], field: str) -> str:
    for each, name in known.items():
        if _key(asked) in (_key(each), *_keys(name)):
            return each
    raise UsageError("bad_parameter", field=field, choices=", ".join(known))


def _focus(asked: Any, material: Material) -> list[str]:
    items = re.split(r"[,，、;；]", asked) if isinstance(asked, str) else list(asked)
    return list(dict.fromkeys(_one_focus(item, material) for item in items if str(item).strip()))


def _one_focus(asked: str, material: Material) -> str:
    for each, focus in material.guide.focuses.items():
        known = (each, focus.name.en, focus.name.zh, *focus.aliases)
        if _key(asked) in {_key(name) for name in known}:
            return each
    raise UsageError("bad_parameter", field="focus", choices=", ".join(material.guide.focuses))


def _size(asked: Any) -> Size:
    """A size by name, or by a number of people ("250–1000人" counts by its larger end)."""
    numbers = [int(found) for found in re.findall(r"\d{1,7}", str(asked))]
    if not numbers:
        return _one_of(Size, asked, "size")
    for size, most in LARGEST.items():
        if max(numbers) <= most:
            return size
    return Size.LARGE


def _one_of(closed: type[_E], asked: Any, field: str) -> _E:
    try:
        return closed(str(asked).strip())
    except ValueError as error:
        raise UsageError("bad_parameter", field=field, choices=", ".join(closed)) from error


def _day(asked: Any, field: str) -> date | None:
    if asked is None or asked == "":
        return None
    try:
        return date.fromisoformat(str(asked))
    except ValueError as error:
        raise UsageError("bad_parameter", field=field, choices="YYYY-MM-DD") from error


def _keys(name: Words) -> Iterable[str]:
    return (_key(name.en), _key(name.zh))


def _key(text: str) -> str:
    return "".join(simplify(str(text)).casefold().split()).replace("_", "-")
