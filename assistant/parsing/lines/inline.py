"""Inline Markdown: what a reader sees of `**bold**`, `[a link](…)`, `code` and tags."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from assistant.language.script import CJK, fold
from assistant.parsing.names import data, words_of
from assistant.patterns import lazy

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_SPECIAL = lazy(r"[*_`\[\]<&\\~]")
_SHOWN = frozenset(("text", "code_inline", "html_block"))
_TAG = lazy(r"</?([a-z][a-z0-9]*)")
_LEFT_OVER = lazy(r"\*\*|__|~~")


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # takes longer to load than a plain text to read

    return MarkdownIt("commonmark", {"html": True}).enable("strikethrough")


def plain(text: str) -> str:
    """The text of a line without its inline Markdown; as it is when it has none."""
    if not _SPECIAL.search(text):
        return text
    if "~~" in text and not (text := _without_struck(text)):
        return ""
    children = _parser().parseInline(text)[0].children or []
    shown = "".join(_shown(child.type, child.content, child.tag) for child in children)
    return _LEFT_OVER.sub("", shown) if shown.strip() else text


def _without_struck(text: str) -> str:
    """What is left beside struck words: none if it only says so, all if they are the line."""
    kept = _STRUCK.sub("", text)
    left = fold(kept).strip(_SIGNS)
    if left in words_of("struck"):
        return ""
    told = len(left.split()) > _FEWEST_WORDS or len(CJK.findall(left)) > _FEWEST_CHARACTERS
    return kept if told else text


# Beside Chinese characters the parser does not see where "~~" closes.
_STRUCK = lazy(r"~~[^~]+~~")
_SIGNS = " *_()（）[]-–—:：.。"
_FEWEST_WORDS, _FEWEST_CHARACTERS = 2, 3


def _shown(kind: str, content: str, tag: str) -> str:
    if kind in _SHOWN:
        return content
    if kind in ("softbreak", "hardbreak"):
        return " "
    if kind != "html_inline":
        return ""
    name = _TAG.match(content.lower())
    if name and name[1] in data("marks")["tags"]:
        return " " if name[1] == "br" else ""
    return content  # a placeholder: "launch <product>"
