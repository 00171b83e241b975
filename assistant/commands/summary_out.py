"""Where a summary goes: the terminal, standard output or a file."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.commands.out import put

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
    put(_rendered(made, page, output), output, out)


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
