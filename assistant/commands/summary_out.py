"""Where a summary goes: the terminal, standard output or a file."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import UsageError

if TYPE_CHECKING:
    from assistant.models.rollup import RollUp
    from assistant.models.summary import Summary
    from assistant.rendering.summaries.outline import Page


class SummaryFormat(StrEnum):
    """What a summary is written as."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"
    HTML = "html"
    DOCX = "docx"


def write(made: Summary | RollUp, page: Page, output: SummaryFormat, out: Path | None) -> None:
    """Write a summary into the file, or to standard output.

    Raises:
        UsageError: `cannot_write`, or `needs_out` for a document that no terminal can show.
    """
    if output is SummaryFormat.TEXT and out is None:
        from assistant.rendering.summaries import terminal

        terminal.show(page, terminal.console(sys.stdout))
        return
    data = _rendered(made, page, output)
    if out is not None:
        save(out, data)
    elif output is SummaryFormat.DOCX and sys.stdout.isatty():
        raise UsageError("needs_out", field="--out")
    else:
        sys.stdout.buffer.write(data)


def _rendered(made: Summary | RollUp, page: Page, output: SummaryFormat) -> bytes:
    match output:
        case SummaryFormat.JSON:
            return made.model_dump_json(indent=2).encode() + b"\n"
        case SummaryFormat.MARKDOWN:
            return made.markdown.encode()
        case SummaryFormat.HTML:
            from assistant.rendering.summaries import mail

            return mail.report(page).encode()
        case SummaryFormat.DOCX:
            from assistant.rendering.summaries import document

            return document.report(page)
        case SummaryFormat.TEXT:
            from assistant.rendering.summaries import terminal

            return terminal.plain(page).encode()


def save(out: Path, data: bytes) -> None:
    """Write a file, with the folders that it needs.

    Raises:
        UsageError: `cannot_write`.
    """
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_bytes(data)
    except OSError as error:
        raise UsageError("cannot_write", file=str(out), why=error.strerror or str(error)) from error
