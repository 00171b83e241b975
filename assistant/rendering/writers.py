"""Writes the answers of a run in the format that was asked for."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import IO, Any, Protocol

from assistant.models import Answer, Language
from assistant.parsing.reading import Draft
from assistant.rendering import markdown, sarif, terminal
from assistant.rendering.paper import Paper, paper
from assistant.rendering.visible import visible


class OutputFormat(StrEnum):
    """What `check` can write."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    MARKDOWN = "markdown"
    SARIF = "sarif"


class Writer(Protocol):
    """Takes one answer (or error object) after the other, as JSON."""

    def write(self, name: str, answer: str, draft: Draft | None, *, failed: bool) -> None:
        """Take the answer to a set of a draft in the file `name`; None for a line of JSONL."""

    def close(self) -> None:
        """End the output."""


def writer(
    form: OutputFormat,
    out: IO[str],
    rules: Iterable[sarif.RuleTold],
    *,
    review: bool = False,
    several: bool = False,
) -> Writer:
    """The writer of a format.

    Args:
        form: The format.
        out: Where the results go.
        rules: The rules that are on, for SARIF; no other format goes through them.
        review: Whether suggestions are shown to people instead of findings.
        several: Whether there are drafts of several files: then each report names its own.
    """
    match form:
        case OutputFormat.JSON:
            return JsonWriter(out)
        case OutputFormat.JSONL:
            return JsonlWriter(out)
        case OutputFormat.SARIF:
            return SarifWriter(out, rules)
        case OutputFormat.MARKDOWN:
            return MarkdownWriter(out, review=review, several=several)
        case OutputFormat.TEXT:
            return TerminalWriter(out, review=review, several=several)


class JsonlWriter:
    """An answer a line."""

    def __init__(self, out: IO[str]) -> None:
        self.out = out

    def write(self, name: str, answer: str, draft: Draft | None, *, failed: bool) -> None:
        """Write the line."""
        self.out.write(answer + "\n")

    def close(self) -> None:
        """Nothing is left to write."""


class JsonWriter:
    """A list of answers, written one by one so that memory stays flat."""

    def __init__(self, out: IO[str]) -> None:
        self.out = out
        self.lead = "["

    def write(self, name: str, answer: str, draft: Draft | None, *, failed: bool) -> None:
        """Write one element of the list."""
        self.out.write(f"{self.lead}\n{answer}")
        self.lead = ","

    def close(self) -> None:
        """Close the list; no answers give an empty one."""
        self.out.write("[]\n" if self.lead == "[" else "\n]\n")


class MarkdownWriter:
    """A report after the other."""

    def __init__(self, out: IO[str], *, review: bool, several: bool) -> None:
        self.several = several
        self.report = _review_report() if review else markdown.report
        self.out = out
        self.lead = ""

    def write(self, name: str, answer: str, draft: Draft | None, *, failed: bool) -> None:
        """Write a report; a set that could not be read has been told on standard error."""
        if not failed:
            read = Answer.model_validate_json(answer)
            file = f"**{markdown.escape(name)}**\n\n" if self.several else ""
            self.out.write(self.lead + file + self.report(read, read.message_language))
            self.lead = "\n"

    def close(self) -> None:
        """Nothing is left to write."""


class TerminalWriter:
    """For people."""

    def __init__(self, out: IO[str], *, review: bool, several: bool) -> None:
        self.several = several
        self.show = _show_review() if review else terminal.show
        self.paper = paper(out)

    def write(self, name: str, answer: str, draft: Draft | None, *, failed: bool) -> None:
        """Print a report; a set that could not be read has been told on standard error."""
        if not failed:
            read = Answer.model_validate_json(answer)
            if self.several:
                self.paper.line(0, (visible(name), "bold underline"))
            self.show(read, read.message_language, self.paper)

    def close(self) -> None:
        """Nothing is left to write."""


class SarifWriter:
    """One log with all results."""

    def __init__(self, out: IO[str], rules: Iterable[sarif.RuleTold]) -> None:
        self.out = out
        self.rules = rules
        self.results: list[dict[str, Any]] = []

    def write(self, name: str, answer: str, draft: Draft | None, *, failed: bool) -> None:
        """Keep the findings; a set that could not be read has been told on standard error."""
        if not failed:
            self.results += sarif.results(Answer.model_validate_json(answer), name, draft)

    def close(self) -> None:
        """Write the log."""
        from importlib.metadata import version  # takes 10 ms to import; no other format asks

        log = sarif.log(self.results, list(self.rules), version("okr-coach"))
        json.dump(log, self.out, ensure_ascii=False, indent=2)
        self.out.write("\n")


# What only a review needs, compares texts: `check` does without it.
def _review_report() -> Callable[[Answer, Language], str]:
    from assistant.rendering.review_markdown import review_report

    return review_report


def _show_review() -> Callable[[Answer, Language, Paper], None]:
    from assistant.rendering.review_terminal import show_review

    return show_review
