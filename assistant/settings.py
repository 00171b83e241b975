"""All settings, read from the environment (prefix `OKR_`); never built at import.

The defaults are safe: loopback only, no company folder, bounded input. (pydantic-settings would
do this too, but its import alone takes a quarter of the time in which `check` has to be done.)
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Self

from pydantic import BaseModel, Field, SecretStr, ValidationError

from assistant.errors import UsageError

PREFIX = "OKR_"
JUDGE_PREFIX = "OKR_JUDGE_"  # of the evals: their judge's endpoint, nothing to the coach
DEBUG = "OKR_DEBUG"  # when set, what went wrong inside is printed in full


class MaySend(StrEnum):
    """What of a draft may leave for the model."""

    TEXT = "text"
    MASKED = "masked"
    NOTHING = "nothing"


class Settings(BaseModel):
    """What a company can set: every field is an environment variable `OKR_<NAME>`.

    Lists are separated by commas.
    """

    profile: str = "balanced"
    pack: str | None = None
    rubrics_dir: Path | None = Field(
        default=None, description="A company's own rules/, words/, profiles/ and packs/."
    )
    thresholds_file: Path | None = Field(
        default=None, description="A company's own thresholds of the weekly arithmetic."
    )

    knowledge_dir: Path | None = Field(
        default=None,
        description="A company's own documents; a folder of the user's data by default.",
    )

    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65535, description="0 is any that is free.")
    allowed_hosts: list[str] = Field(
        default=["127.0.0.1", "localhost", "[::1]"],
        description="Values of the Host header that are answered.",
    )
    keys_file: Path | None = Field(
        default=None, description="Where the SHA-256 of API keys are kept."
    )

    index_dir: Path | None = Field(
        default=None, description="Where the search keeps its index; the user's cache by default."
    )
    chroma_url: str | None = Field(
        default=None, description="A Chroma server that several processes share for the index."
    )
    embedding_base_url: str | None = Field(
        default=None, description="An OpenAI-compatible endpoint in place of the bundled model."
    )
    embedding_api_key: str | None = Field(default=None, repr=False)
    embedding_model: str | None = None

    max_bytes: int = Field(default=1_000_000, gt=0, description="Largest accepted draft, in bytes.")
    max_stream_bytes: int = Field(
        default=100_000_000,
        gt=0,
        description="Largest stream of sets, in bytes; each is a draft.",
    )
    max_lines: int = Field(default=5_000, gt=0, description="Most lines of one accepted draft.")
    max_line_chars: int = Field(default=4_000, gt=0, description="Longest line that is analysed.")
    max_depth: int = Field(default=40, gt=0, description="Deepest nesting of a structured draft.")
    max_seconds: float = Field(
        default=60.0, gt=0, allow_inf_nan=False, description="Longest time for one request."
    )

    llm_base_url: str | None = Field(
        default=None, description="An OpenAI-compatible endpoint, ending in /v1; none: no model."
    )
    llm_api_key: SecretStr | None = None
    llm_model: str | None = Field(default=None, description="The model's name at that endpoint.")
    llm_send: MaySend = Field(
        default=MaySend.MASKED,
        description="What may leave: `text` as typed, `masked` (no names or contacts), `nothing`.",
    )
    llm_seconds: float = Field(
        default=45.0, gt=0, allow_inf_nan=False, description="Longest wait for one review's model."
    )
    llm_max_tokens: int = Field(default=2_000, gt=0, description="Longest answer, in tokens.")
    llm_request_tokens: int = Field(
        default=12_000, gt=0, description="Most tokens of one request, prompt and answer."
    )
    llm_day_tokens: int = Field(
        default=2_000_000, gt=0, description="Most tokens of one process in one day (UTC)."
    )
    llm_concurrency: int = Field(default=64, gt=0, description="Most calls under way at once.")
    roster_file: Path | None = Field(
        default=None, description="Names to mask before a call, one a line."
    )
    cache_dir: Path | None = Field(
        default=None, description="Where the model's answers are kept; none: in memory only."
    )

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> Self:
        """Read the settings.

        Raises:
            UsageError: `bad_setting`, naming the variable and what is wrong with it, or
                `unknown_setting`: a name spelt wrongly would else leave its default in force.
        """
        variables = {PREFIX + name.upper() for name in cls.model_fields}
        for name in sorted(environ):
            ours = name.startswith(PREFIX) and not name.startswith(JUDGE_PREFIX)
            if ours and name not in variables | {DEBUG}:
                raise UsageError("unknown_setting", field=name, known=", ".join(sorted(variables)))
        given = {
            name: value.split(",") if field.annotation == list[str] else value
            for name, field in cls.model_fields.items()
            if (value := environ.get(PREFIX + name.upper()))
        }
        try:
            return cls.model_validate(given)
        except ValidationError as error:
            first = error.errors()[0]
            name = PREFIX + str(first["loc"][0]).upper()
            raise UsageError("bad_setting", field=name, why=first["msg"]) from error
