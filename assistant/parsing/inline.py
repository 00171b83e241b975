"""Inline Markdown: what a reader sees of `**bold**`, `[a link](…)`, `code` and tags."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_SPECIAL = re.compile(r"[*_`\[\]<&\\~]")
_SHOWN = frozenset(("text", "code_inline", "html_block"))
_LEFT_OVER = re.compile(r"\*\*|__|~~")


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # takes longer to load than a plain text to read

    return MarkdownIt("commonmark", {"html": True}).enable("strikethrough")


def plain(text: str) -> str:
    """The text of a line without its inline Markdown; as it is when it has none."""
    if not _SPECIAL.search(text):
        return text
    children = _parser().parseInline(text)[0].children or []
    shown = "".join(_shown(child.type, child.content, child.tag) for child in children)
    return _LEFT_OVER.sub("", shown) if shown.strip() else text


def _shown(kind: str, content: str, tag: str) -> str:
    if kind in _SHOWN or kind == "image":
        return content
    if kind in ("softbreak", "hardbreak"):
        return " "
    return " " if kind == "html_inline" and content.lower().startswith("<br") else ""
