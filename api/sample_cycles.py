"""Cycles to try: made up, one in each language."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from assistant.errors import NotFound
from assistant.messages import traditional
from assistant.models import Language

_FILES = {Language.EN: "en", Language.ZH_HANS: "zh", Language.ZH_HANT: "zh"}


@cache
def sample_cycle(language: str) -> str:
    """The document of a sample.

    Raises:
        NotFound: If there is none in that language.
    """
    if language not in _FILES:
        raise NotFound("sample")
    name = f"{_FILES[Language(language)]}.json"
    text = files("api").joinpath("cycles", name).read_text(encoding="utf-8")
    return traditional(text) if language == Language.ZH_HANT else text
