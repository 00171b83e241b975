"""Texts as the lines that people read of them: of a page its words, links and languages."""

from __future__ import annotations

from html.parser import HTMLParser
from urllib.parse import unquote

from evals.faces.rows import plain

SHOWN = ("lang", "href", "action", "placeholder", "aria-label", "title", "alt", "name", "value")
SECRET = "csrf"
UNSEEN = ("script", "svg")


def lines_of(text: str) -> list[str]:
    """The lines of a text; of a page what it shows."""
    return words_of(text) if text.lstrip()[:9].lower() == "<!doctype" else text.splitlines()


def words_of(html: str) -> list[str]:
    """What a page shows, with its links, fields and languages; its style sheet as it stands."""
    page = _Page()
    page.feed(html)
    return page.words


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in UNSEEN:
            self._open.append(tag)
        if self._open or ("name", SECRET) in attrs:
            return
        told = [f"{name}={unquote(value)}" for name, value in attrs if name in SHOWN and value]
        if told:
            self.words.append(f"<{tag} {' '.join(told)}>")

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1] == tag:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if not self._open and data.strip():
            self.words += map(plain, data.strip().splitlines())
