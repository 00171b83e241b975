"""A file as it was read: text for the draft's field, and a word on how it was understood."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml
from pydantic import BaseModel

from api.templating import render
from assistant.errors import CoachError
from assistant.language.script import language_of_set
from assistant.models import Language, OkrSet
from assistant.parsing import Draft, Format, read_draft
from assistant.rendering.draft import as_draft
from assistant.settings import Settings

LONGEST_NAME = 80


class Reading(BaseModel):
    """What the page puts into the draft's field, and shows above it."""

    text: str
    notice: str


def as_reading(draft: Draft, name: str, language: Language, limits: Settings) -> str:
    """A reading as JSON."""
    text = draft.text if draft.text is not None else written_out(draft, limits)
    shown = name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…"
    notice = render("notice.html", language, draft=draft, name=shown)
    return Reading(text=text, notice=notice).model_dump_json()


def written_out(draft: Draft, limits: Settings) -> str:
    """A draft that has no text of its own as one that can be read and edited.

    It is written as people write drafts; where that would be read otherwise, as YAML.
    """
    sets = [one.set for one in draft.sets]
    text = as_draft(sets, language_of_set(_lines(sets)))
    try:
        again = [one.set for one in read_draft(text, form=Format.TEXT, limits=limits).sets]
    except CoachError:
        return as_yaml(draft)
    return text if [*map(_told, again)] == [*map(_told, sets)] else as_yaml(draft)


def _lines(sets: list[OkrSet]) -> Iterator[str]:
    for objective in (one for each in sets for one in each.objectives):
        yield objective.objective
        yield from (key_result.text for key_result in objective.key_results)


def _told(okr_set: OkrSet) -> Any:
    return bare(okr_set.model_dump(mode="json"))


def as_yaml(draft: Draft) -> str:
    """The sets of a draft that has no text of its own, in a form that can be edited."""
    sets = [bare(one.set.model_dump(mode="json")) for one in draft.sets]
    return yaml.safe_dump(
        sets[0] if len(sets) == 1 else {"sets": sets},
        allow_unicode=True,
        sort_keys=False,
        width=10_000,
    )


def bare(value: Any) -> Any:
    """A value of JSON without what is not known, and without places in the file."""
    if isinstance(value, list):
        return [bare(inner) for inner in value]
    if not isinstance(value, dict):
        return value
    return {
        key: bare(inner)
        for key, inner in value.items()
        if key != "at" and inner not in (None, [], {})
    }
