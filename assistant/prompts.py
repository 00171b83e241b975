"""Loads, checks, renders and fingerprints the files of `prompts/`.

A prompt is a Jinja file with front matter (`id`, `version`, `purpose`, `inputs`, `output`) and the
blocks `system` and `user`. Untrusted text enters as a variable only, through the filter `within`,
which puts it between tags that it cannot close.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from jinja2 import Environment, StrictUndefined, Template
from pydantic import BaseModel, ConfigDict

from assistant.models import Language, PromptStamp

BLOCKS = ("system", "user")
LANGUAGES = {  # as a prompt names them
    Language.EN: "English",
    Language.ZH_HANS: "Simplified Chinese (简体中文)",
    Language.ZH_HANT: "Traditional Chinese (繁體中文)",
    Language.MIXED: "the language of each line",
}
_FRONT = re.compile(r"\A---\n(?P<head>.*?)\n---\n(?P<body>.*)\Z", re.DOTALL)


class PromptHead(BaseModel):
    """The front matter of a prompt."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    version: int
    purpose: str
    inputs: list[str]
    output: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """One prompt, ready to be rendered."""

    head: PromptHead
    template: Template
    stamp: PromptStamp

    def render(self, **inputs: Any) -> dict[str, str]:
        """The text of each block.

        Raises:
            jinja2.UndefinedError: A declared input is missing.
        """
        context = self.template.new_context(inputs)
        return {name: "".join(self.template.blocks[name](context)).strip() for name in BLOCKS}


@cache
def prompt(prompt_id: str) -> Prompt:
    """The prompt of that id; read once a process."""
    text = files("prompts").joinpath(f"{prompt_id}.j2").read_text(encoding="utf-8")
    return read_prompt(text)


def read_prompt(text: str) -> Prompt:
    """Read a prompt's file.

    Raises:
        ValueError: No front matter, or one that does not fit.
    """
    parts = _FRONT.match(text)
    if parts is None:
        raise ValueError("a prompt starts with its front matter between lines of ---")
    head = PromptHead.model_validate(yaml.safe_load(parts["head"]))
    sha = hashlib.sha256(text.encode()).hexdigest()[:12]
    stamp = PromptStamp(id=head.id, version=head.version, sha=sha)
    return Prompt(head, environment().from_string(parts["body"]), stamp)


@cache
def environment() -> Environment:
    """The environment of prompts: plain text, no HTML; a missing variable is an error."""
    made = Environment(
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 - the pages have an environment of their own, with it on
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["within"] = within
    return made


def within(text: str, tag: str) -> str:
    """Untrusted text between `<tag>` and `</tag>`, with no such tag left inside it."""
    inner = re.sub(rf"<(?=\s{{0,9}}/?\s{{0,9}}{re.escape(tag)}\b)", "‹", text, flags=re.IGNORECASE)
    return f"<{tag}>\n{inner}\n</{tag}>"
