"""Drafts to try, one with much to mend and one that is ready, in each language."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter

from assistant.errors import NotFound

_NAMES = {"en": "English", "zh-Hans": "简体中文", "zh-Hant": "繁體中文"}


class Sample(BaseModel):
    """A draft to try."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    language: Literal["en", "zh-Hans", "zh-Hant"]
    quality: Literal["bad", "good"]
    text: str

    @property
    def language_name(self) -> str:
        """The language, by the name that it has for itself."""
        return _NAMES[self.language]


@cache
def samples() -> tuple[Sample, ...]:
    """All samples, in the order of the page."""
    text = files("api").joinpath("samples.yml").read_text(encoding="utf-8")
    return tuple(TypeAdapter(list[Sample]).validate_python(yaml.safe_load(text)))


def sample(sample_id: str) -> Sample:
    """One sample.

    Raises:
        NotFound: If there is none of that id.
    """
    for one in samples():
        if one.id == sample_id:
            return one
    raise NotFound("sample")
