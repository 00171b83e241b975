"""All settings, read from the environment (prefix `OKR_`); never built at import.

The defaults are safe: loopback only, no company folder, bounded input. (pydantic-settings would
do this too, but its import alone takes a quarter of the time in which `check` has to be done.)
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Self

from pydantic import BaseModel, Field, ValidationError

from assistant.errors import UsageError

PREFIX = "OKR_"
DEBUG = "OKR_DEBUG"  # when set, what went wrong inside is printed in full


class Settings(BaseModel):
    """What a company can set: every field is an environment variable `OKR_<NAME>`.

    Lists are separated by commas.
    """

    profile: str = "balanced"
    pack: str | None = None
    rubrics_dir: Path | None = Field(
        default=None, description="A company's own rules/, words/, profiles/ and packs/."
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

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> Self:
        """Read the settings.

        Raises:
            UsageError: `bad_setting`, naming the variable and what is wrong with it, or
                `unknown_setting`: a name spelt wrongly would else leave its default in force.
        """
        variables = {PREFIX + name.upper() for name in cls.model_fields}
        for name in sorted(environ):
            if name.startswith(PREFIX) and name not in variables | {DEBUG}:
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
