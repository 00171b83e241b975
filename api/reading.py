"""A file as it was read: text for the draft's field, and a word on how it was understood."""

from __future__ import annotations

from typing import Any

import yaml
from pydantic import BaseModel

from api.templating import render
from assistant.models import Language
from assistant.parsing import Draft

LONGEST_NAME = 80


class Reading(BaseModel):
    """What the page puts into the draft's field, and shows above it."""

    text: str
    notice: str


def as_reading(draft: Draft, name: str, language: Language) -> str:
    """A reading as JSON."""
    text = draft.text if draft.text is not None else as_yaml(draft)
    shown = name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…"
    notice = render("notice.html", language, draft=draft, name=shown)
    return Reading(text=text, notice=notice).model_dump_json()


def as_yaml(draft: Draft) -> str:
    """The sets of a draft that has no text of its own, in a form that can be edited."""
    sets = [_bare(one.set.model_dump(mode="json")) for one in draft.sets]
    return yaml.safe_dump(
        sets[0] if len(sets) == 1 else {"sets": sets},
        allow_unicode=True,
        sort_keys=False,
        width=10_000,
    )


def _bare(value: Any) -> Any:
    """Without what is not known, and without places in the file."""
    if isinstance(value, list):
        return [_bare(inner) for inner in value]
    if not isinstance(value, dict):
        return value
    return {
        key: _bare(inner)
        for key, inner in value.items()
        if key != "at" and inner not in (None, [], {})
    }
