"""What is written for Hong Kong, in its words: made in Simplified, and told as it is said there."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from assistant.guides.material import Material
from assistant.guides.places import typed_places
from assistant.messages import converted, hong_kong
from assistant.models import Language
from assistant.models.guide import Guide, GuideParameters, Template

PLACE = "Hong Kong"
_Made = TypeVar("_Made", Guide, Template)
_ADDRESS = re.compile(r"https?://\S+")


def as_said_there(
    compose: Callable[[GuideParameters, Material], _Made],
    parameters: GuideParameters,
    material: Material,
) -> _Made:
    """What is composed, in the words of the reader's place; other readers' stays as it is.

    Taiwan's words and Hong Kong's come both from the Simplified text, neither from the other.
    """
    if not _is_there(parameters):
        return compose(parameters, material)
    made = compose(parameters.model_copy(update={"language": Language.ZH_HANS}), material)
    kept = re.compile("|".join([_ADDRESS.pattern, *_typed(parameters)]))
    told = converted(made.model_dump(exclude={"parameters"}), partial(_but_for, kept))
    return made.model_validate({**told, "parameters": parameters})


def _is_there(parameters: GuideParameters) -> bool:
    places = [each["name"]["en"] for each in typed_places(parameters)]
    return parameters.language is Language.ZH_HANT and places == [PLACE]


def _typed(parameters: GuideParameters) -> list[str]:
    """What the reader wrote, which stays as it was written."""
    return [re.escape(each) for each in (parameters.company_type, parameters.cycle) if each]


def _but_for(kept: re.Pattern[str], text: str) -> str:
    """A text in Hong Kong's words, but for what is kept as it is."""
    found = [*kept.findall(text), ""]
    parts = zip(kept.split(text), found, strict=True)
    return "".join(hong_kong(part) + own for part, own in parts)
