"""`okr-coach template` and `guide`: what a coach hands out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from assistant.commands.options import LangOption, WriteIn
from assistant.errors import UsageError
from assistant.rendering.guides.writers import GuideFormat, TemplateFormat, write

BINARY = {"docx", "xlsx"}
Industry = Annotated[str, typer.Option(help="A name or an id, e.g. logistics or 智能制造.")]
CompanyType = Annotated[str | None, typer.Option(help="What kind of company, in your words.")]
Size = Annotated[str, typer.Option(help="small, medium, large, or the number of people.")]
Maturity = Annotated[str, typer.Option(help="first-cycle, piloting or mature.")]
Focus = Annotated[list[str] | None, typer.Option(help="What comes first; may be given again.")]
Function = Annotated[str | None, typer.Option(help="e.g. quality or 供应链")]
Level = Annotated[str, typer.Option(help="company, department, team or individual.")]
CycleName = Annotated[str | None, typer.Option("--cycle", help="e.g. 2027-Q1")]
Day = Annotated[str | None, typer.Option(help="Of the cycle, YYYY-MM-DD.")]
Into = Annotated[Path | None, typer.Option("--output", "-o", help="A file to write into.")]


def guide(
    industry: Industry,
    company_type: CompanyType = None,
    size: Size = "medium",
    maturity: Maturity = "first-cycle",
    focus: Focus = None,
    function: Function = None,
    level: Level = "team",
    cycle: CycleName = None,
    start: Day = None,
    end: Day = None,
    form: Annotated[GuideFormat, typer.Option("--format")] = GuideFormat.MARKDOWN,
    output: Into = None,
    lang: LangOption = WriteIn.AUTO,
) -> None:
    """Make an implementation guide for an industry, every sentence with its source."""
    from assistant.guides.making import make_guide

    raw = _raw(industry, company_type, size, maturity, focus, function, level, lang)
    made = make_guide({**raw, "cycle": cycle, "start": start, "end": end})
    _put(write(made, form), form, output)


def template(
    industry: Industry,
    company_type: CompanyType = None,
    size: Size = "medium",
    maturity: Maturity = "first-cycle",
    focus: Focus = None,
    function: Function = None,
    level: Level = "team",
    cycle: CycleName = None,
    start: Day = None,
    end: Day = None,
    form: Annotated[TemplateFormat, typer.Option("--format")] = TemplateFormat.MARKDOWN,
    output: Into = None,
    lang: LangOption = WriteIn.AUTO,
) -> None:
    """Make an OKR template set for an industry: key results as forms to fill in."""
    from assistant.guides.making import make_template

    raw = _raw(industry, company_type, size, maturity, focus, function, level, lang)
    made = make_template({**raw, "cycle": cycle, "start": start, "end": end})
    _put(write(made, form), form, output)


def _raw(
    industry: str,
    company_type: str | None,
    size: str,
    maturity: str,
    focus: list[str] | None,
    function: str | None,
    level: str,
    lang: WriteIn,
) -> dict[str, Any]:
    return {
        "industry": industry,
        "company_type": company_type,
        "size": size,
        "maturity": maturity,
        "focus": ",".join(focus or []),
        "function": function,
        "level": level,
        "language": lang.own,
    }


def _put(written: bytes, form: str, output: Path | None) -> None:
    """Write into the file, or to standard output.

    Raises:
        UsageError: `cannot_write`, or `needs_file` for a format that no terminal can show.
    """
    if output is None:
        if form in BINARY and sys.stdout.isatty():
            raise UsageError("needs_file", form=form)
        sys.stdout.buffer.write(written)
        return
    try:
        output.write_bytes(written)
    except OSError as error:
        raise UsageError("cannot_write", file=str(output), why=error.strerror) from error
