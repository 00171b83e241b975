"""`okr-coach rules`: look at the rules, and test them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from assistant.coaching.check import load_checker
from assistant.commands.options import (
    FormatOption,
    LangOption,
    PackOption,
    ProfileOption,
    TextOrJson,
    WriteIn,
    settings,
    warn,
)
from assistant.messages import say
from assistant.rendering.visible import visible
from assistant.settings import Settings

app = typer.Typer(help="Look at the rules, and test them.", no_args_is_help=True)


@app.command("list")
def list_rules(
    output: FormatOption = TextOrJson.TEXT,
    profile: ProfileOption = None,
    pack: PackOption = None,
    lang: LangOption = WriteIn.AUTO,
) -> None:
    """List the rules as a profile weighs them, and the profiles and packs there are."""
    from assistant.rules import pages

    rubric = load_checker(settings(), profile, pack).rubric
    write = pages.listing_json if output is TextOrJson.JSON else pages.listing
    typer.echo(write(rubric, lang.own))


@app.command("show")
def show_rule(
    rule: Annotated[str, typer.Argument(help="Id of the rule, e.g. K03.")],
    output: FormatOption = TextOrJson.TEXT,
    profile: ProfileOption = None,
    pack: PackOption = None,
    lang: LangOption = WriteIn.AUTO,
) -> None:
    """Show one rule: what it asks, why, how to mend it, examples, sources."""
    from assistant.rules import pages

    rubric = load_checker(settings(), profile, pack).rubric
    found = rubric.rule(rule.upper())
    active = {one.rule.id: one.severity for one in rubric.rules}.get(found.id)
    if output is TextOrJson.JSON:
        weighed = {"profile": rubric.profile.name, "enabled": active is not None}
        told = found.model_dump(mode="json") | weighed | {"severity": active or found.severity}
        typer.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        weight = say("rules", f"severity.{active}" if active else "page.off", lang.own)
        typer.echo(f"{pages.page(found, lang.own)}\n{rubric.profile.name}: {weight}")


@app.command("test")
def run_rule_tests(
    folder: Annotated[
        Path | None, typer.Argument(help="Case files; the rules' own examples by default.")
    ] = None,
    output: FormatOption = TextOrJson.TEXT,
    lang: LangOption = WriteIn.AUTO,
) -> None:
    """Run the examples that the rules carry, or a folder of cases, against the rules."""
    from assistant.coaching.cases import failures

    checker = load_checker(settings(), None, None)
    warn(checker, lang.own)
    count, failed = failures(checker, folder, lang.own)
    if output is TextOrJson.JSON:
        told = {"passed": count - len(failed), "failed": failed}
        typer.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        for failure in failed:
            typer.echo(visible(failure), err=True)
        typer.echo(f"{count - len(failed)} passed, {len(failed)} failed")
    raise typer.Exit(1 if failed or checker.rubric.errors else 0)


@app.command("pages", hidden=True)
def write_pages() -> None:
    """Write the generated rule pages into the working tree (for developers)."""
    from assistant.rules import pages

    pages.write(load_checker(Settings(), None, None).rubric, Path("rubrics/pages"))
