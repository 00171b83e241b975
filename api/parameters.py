"""The query parameters of a check."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from fastapi import Query

from api.languages import named
from assistant.models import Language
from assistant.parsing import Format


class Lang(StrEnum):
    """The language of messages."""

    AUTO = "auto"
    EN = "en"
    ZH_HANS = "zh-Hans"
    ZH_HANT = "zh-Hant"

    @property
    def language(self) -> Language | None:
        """The language, or none where the draft decides."""
        return named(self.value)


class ReportFormat(StrEnum):
    """What a check can answer with."""

    JSON = "json"
    MARKDOWN = "markdown"


Profile = Annotated[str | None, Query(max_length=60, description="A name of `/v1/profiles`.")]
Pack = Annotated[
    str | None, Query(max_length=60, description="An industry pack of `/v1/profiles`.")
]
Final = Annotated[bool, Query(description="The set is submitted: placeholders left are errors.")]
LangOf = Annotated[Lang, Query(description="Language of the messages; `auto`: the draft's own.")]
InputFormat = Annotated[
    Format | None, Query(description="What the draft is; recognised where nothing is said.")
]
Report = Annotated[ReportFormat, Query(alias="format", description="Answers, or a report.")]
FileName = Annotated[
    str | None, Query(max_length=255, description="Name of the file; helps to recognise it.")
]
