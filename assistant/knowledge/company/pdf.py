"""PDF as Markdown: a heading for each page, so that a passage can be looked up."""

from __future__ import annotations

import logging
import re
from io import BytesIO

from assistant.errors import InputTooLarge, UnreadableInput
from assistant.language.script import CJK

MOST_PAGES = 1_000
_FEWEST_CHARACTERS = 10  # a page; a scan has none, or a stamp of its scanner
_SENTENCE_END = tuple(".!?:;。！？：；")


def pdf_markdown(data: bytes) -> str:
    """The text of a PDF, page by page.

    Raises:
        UnreadableInput: `encrypted`, `not_pdf`, or `scanned`.
        InputTooLarge: `pages`.
    """
    pages = _pages(data)
    if sum(len(page.strip()) for page in pages) < _FEWEST_CHARACTERS * len(pages):
        raise UnreadableInput("scanned")
    told = (f"# p. {number}\n\n{_flowing(page)}" for number, page in enumerate(pages, 1))
    return "\n\n".join(told)


def _pages(data: bytes) -> list[str]:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells every oddity of a file
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableInput("encrypted")
        if len(reader.pages) > MOST_PAGES:
            raise InputTooLarge("pages", limit=MOST_PAGES)
        return [page.extract_text() for page in reader.pages]
    except (UnreadableInput, MemoryError):
        raise
    except DependencyError as error:  # a cipher that needs a library more
        raise UnreadableInput("encrypted") from error
    except Exception as error:  # pypdf lets through whatever a broken file causes
        raise UnreadableInput("not_pdf") from error


def _flowing(page: str) -> str:
    """Lines put together to paragraphs: a PDF knows only where a line was broken."""
    made = ""
    for line in (line.strip() for line in page.split("\n")):
        if not line or made.endswith(_SENTENCE_END):
            made = made.rstrip() + "\n\n" + line
        elif made and CJK.search(made[-1] + line[0]):
            made += line
        else:
            made += f" {line}" if made else line
    return re.sub(r"\n{3,}", "\n\n", made).strip()
