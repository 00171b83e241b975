"""HTML as Markdown: what a reader sees; no scripts, no forms, no addresses behind the words."""

from __future__ import annotations

from assistant.errors import UnreadableInput
from assistant.parsing.formats.recognising import decode

_UNSEEN = [
    *("script", "style", "template", "noscript", "iframe", "object", "embed", "svg", "canvas"),
    *("head", "form", "button", "select", "input", "textarea", "audio", "video"),
]


def html_markdown(data: bytes) -> str:
    """The words of a page.

    Raises:
        UnreadableInput: `not_html`.
    """
    from bs4 import BeautifulSoup, Comment
    from markdownify import MarkdownConverter

    try:
        page = BeautifulSoup(decode(data), "html.parser")
        for element in page(_UNSEEN) + page.select("[hidden], [aria-hidden=true]"):
            element.decompose()
        for comment in page.find_all(string=lambda text: isinstance(text, Comment)):
            comment.extract()
        converter = MarkdownConverter(heading_style="ATX", bullets="-", strip=["a", "img"])
        return str(converter.convert_soup(page))
    except (UnreadableInput, MemoryError):
        raise
    except Exception as error:  # nested too deeply, most likely
        raise UnreadableInput("not_html") from error
