"""`okr-coach review`: the check, examples that fit, and a better line for each that needs one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from assistant.commands.options import LangOption, PackOption, ProfileOption, WriteIn
from assistant.models.suggestion import ModelUse
from assistant.parsing import Format
from assistant.rendering.writers import OutputFormat


def review(
    paths: Annotated[list[str] | None, typer.Argument(help="Drafts; - is standard input.")] = None,
    input_format: Annotated[
        Format | None, typer.Option(help="What the drafts are; recognised by default.")
    ] = None,
    output: Annotated[
        OutputFormat, typer.Option("--format", help="What to write; not sarif.")
    ] = OutputFormat.TEXT,
    answers: Annotated[
        Path | None, typer.Option(help="JSON: question id to answer, from an earlier review.")
    ] = None,
    llm: Annotated[
        ModelUse, typer.Option(help="Whether a language model writes too; auto: where one is set.")
    ] = ModelUse.AUTO,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what a model would be sent; send nothing.")
    ] = False,
    interactive: Annotated[
        bool, typer.Option("--interactive", help="Ask about each suggestion, one by one.")
    ] = False,
    apply: Annotated[
        bool,
        typer.Option("--apply", help="Write the accepted lines back; all that fit, if not asked."),
    ] = False,
    profile: ProfileOption = None,
    pack: PackOption = None,
    final: Annotated[
        bool, typer.Option("--final", help="Placeholders left to fill are errors.")
    ] = False,
    lang: LangOption = WriteIn.AUTO,
) -> None:
    """Review drafted OKRs: suggested lines with their reasons, and questions for what is open."""
    from assistant.commands.review_run import Wanted, run  # check, which most ask for, needs none

    run(
        paths or ["-"],
        Wanted(
            form=input_format,
            output=output,
            answers=answers,
            model=llm,
            dry_run=dry_run,
            interactive=interactive,
            apply=apply,
            profile=profile,
            pack=pack,
            final=final,
            lang=lang,
        ),
    )
