"""`okr-coach template` and `guide`: what a coach hands out."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from assistant.commands.options import LangOption, WriteIn, settings, tell
from assistant.commands.out import FORMAT_HELP, OutputOption, form_of, put
from assistant.commands.progress import bar, waiting
from assistant.errors import UsageError
from assistant.messages import say
from assistant.models.suggestion import ModelUse
from assistant.problems import problem_of
from assistant.rendering.guides.writers import GuideFormat, TemplateFormat, write
from assistant.rendering.visible import visible

if TYPE_CHECKING:
    from assistant.models.guide import Guide, Template

    _M = TypeVar("_M", Guide, Template)

AREA = "guides"
# told in the language of what was typed
OF_PARAMETERS = (
    "no_such_value",
    "several_values",
    "missing_parameter",
    "long_parameter",
    "no_such_ending",
)
Raw = dict[str, Any]


def _listing(asked: str) -> str:
    """The names of industries, functions and focuses, where these are asked for, and no more."""
    if asked.strip().casefold() != "list":
        return asked
    from assistant.guides.listing import listing

    typer.echo(listing())
    raise typer.Exit


def asked(
    industry: Annotated[
        str,
        typer.Option(
            callback=_listing, help="A name or an id, e.g. logistics or 智能制造; list shows all."
        ),
    ],
    company_type: Annotated[
        str | None, typer.Option(help="What kind of company, in your words.")
    ] = None,
    size: Annotated[
        str, typer.Option(help="small, medium, large, group, or the number of people.")
    ] = "medium",
    maturity: Annotated[str, typer.Option(help="first-cycle, piloting or mature.")] = "first-cycle",
    focus: Annotated[
        list[str] | None,
        typer.Option(help="What comes first; may be given again; --industry list shows all."),
    ] = None,
    function: Annotated[
        str | None, typer.Option(help="e.g. quality or 供应链; --industry list shows all.")
    ] = None,
    level: Annotated[
        str | None, typer.Option(help="company, department, team or individual.")
    ] = None,
    cycle: Annotated[str | None, typer.Option(help="e.g. 2027-Q1")] = None,
    start: Annotated[str | None, typer.Option(help="Of the cycle, YYYY-MM-DD.")] = None,
    end: Annotated[str | None, typer.Option(help="Of the cycle, YYYY-MM-DD.")] = None,
    lang: LangOption = WriteIn.AUTO,
) -> Raw:
    """The parameters of a guide or a template set as they were typed."""
    return {
        "industry": industry,
        "company_type": company_type,
        "size": size,
        "maturity": maturity,
        "focus": ",".join(focus or []),
        "function": function,
        "level": level,
        "cycle": cycle,
        "start": start,
        "end": end,
        "language": lang.language,
    }


def takes_parameters(command: Callable[..., None]) -> Callable[..., None]:
    """A command whose `raw` is read from the options of `asked`, which are told there alone."""
    shared = inspect.signature(asked, eval_str=True).parameters
    own = inspect.signature(command, eval_str=True).parameters
    rest = [each for name, each in own.items() if name != "raw"]

    @wraps(command)
    def run(**given: Any) -> None:
        from assistant.guides.parameters import typed_language

        raw = asked(**{name: given.pop(name) for name in shared})
        raw["language"] = raw["language"] or typed_language(raw) or WriteIn.AUTO.own
        try:
            command(raw, **given)
        except UsageError as error:
            if error.reason not in OF_PARAMETERS:
                raise
            tell(problem_of(error, raw["language"]))
            raise typer.Exit(2) from error

    told: Any = run  # typer reads the options off the signature
    told.__signature__ = inspect.Signature([*shared.values(), *rest])
    told.__annotations__ = {}
    return run


@takes_parameters
def guide(
    raw: Raw,
    asked_form: Annotated[GuideFormat | None, typer.Option("--format", help=FORMAT_HELP)] = None,
    output: OutputOption = None,
    llm: Annotated[
        ModelUse, typer.Option(help="Whether a language model writes too; auto: where one is set.")
    ] = ModelUse.AUTO,
) -> None:
    """Make an implementation guide for an industry, every sentence with its source."""
    from assistant.guides.making import make_guide

    form = form_of(asked_form, output, GuideFormat.MARKDOWN)
    made = _made(make_guide, raw)
    put(write(_tailored(made, llm), form), form, output)


@takes_parameters
def template(
    raw: Raw,
    asked_form: Annotated[TemplateFormat | None, typer.Option("--format", help=FORMAT_HELP)] = None,
    output: OutputOption = None,
) -> None:
    """Make an OKR template set for an industry: key results as forms to fill in.

    No language model takes part: its lines are examples that pass the rules, its values open.
    """
    from assistant.guides.making import make_template

    form = form_of(asked_form, output, TemplateFormat.MARKDOWN)
    made = _made(make_template, raw)
    put(write(made, form), form, output)


def _made(make: Callable[[Raw], _M], raw: Raw) -> _M:
    """What is made; of an industry that is not known, the names there are go to standard error."""
    from assistant.guides.making import unknown_industry

    with waiting(say(AREA, "progress.making", raw["language"])):
        made = make(raw)
    for note in unknown_industry(made):
        typer.echo(visible(note), err=True)
    return made


def _tailored(guide: Guide, use: ModelUse) -> Guide:
    """The guide with what a model adds, where one is set.

    Raises:
        UsageError: `no_model`, where one is wanted and none is set.
    """
    from assistant.llm.loading import load_roster, wanted_model

    chosen = settings()
    model = wanted_model(chosen, use)
    if model is None:
        return guide
    import asyncio  # here and not above: check needs none of it

    from assistant.guides.making import tailor_with

    with bar(say(AREA, "progress.model", guide.parameters.language)) as progress:
        return asyncio.run(tailor_with(model, load_roster(chosen)).tailor(guide, progress))
