"""Sets as Markdown that can be read, sent round, and checked again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.messages import say
from assistant.models import Language, OkrSet
from assistant.rendering.markdown import escape
from assistant.rendering.sets.grid import AREA, FIELDS, cell


def written(sets: Sequence[OkrSet], language: Language) -> bytes:
    """The file."""
    told = ["\n".join(_lines(each, language)).strip() for each in sets]
    return ("\n\n".join(told) + "\n").encode("utf-8", "replace")


def _lines(okr_set: OkrSet, language: Language) -> Iterator[str]:
    cycle = okr_set.cycle.name if okr_set.cycle else None
    for name, value in (("team", okr_set.team), ("owner", okr_set.owner), ("cycle", cycle)):
        if value:
            yield say(AREA, f"draft.{name}", language) + escape(value)
            yield ""
    for number, objective in enumerate(okr_set.objectives, start=1):
        yield f"## {_labelled('objective', str(number), objective.objective, language)}"
        yield ""
        for place, result in enumerate(objective.key_results, start=1):
            yield f"- {_labelled('key_result', f'{number}.{place}', result.text, language)}"
            for name in FIELDS:
                if (value := getattr(result, name)) is not None:
                    yield f"  - {say(AREA, f'draft.{name}', language)}{escape(cell(value))}"
        for initiative in objective.initiatives:
            yield f"- {say(AREA, 'draft.initiative', language)}{escape(initiative.text)}"
        yield ""


def _labelled(part: str, number: str, text: str, language: Language) -> str:
    label = say(AREA, part, language, number=number)
    return say(AREA, "draft.line", language, label=label) + escape(text)
