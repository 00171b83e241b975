"""The tables of a template set."""

from __future__ import annotations

from assistant.messages import say
from assistant.models import Language
from assistant.models.guide import FormKeyResult, Table, Template

AREA = "guides"
FORM = (
    "key_result", "metric", "baseline", "target", "unit", "source", "owner", "due",
    "timing", "guardrail", "why", "replace",
)  # fmt: skip
LONG = 3  # last columns, which take the width of a form
SHORT = 6  # rows of a table that stays on one page
DEPENDENCY = ("key_result", "responsible", "dri", "consulted", "informed")


def level_told(template: Template) -> tuple[str, str]:
    """The level of the set behind its label, as a check reads it."""
    language = template.parameters.language
    level = say(AREA, f"level.{template.sets[0].level}", language)
    return say(AREA, "column.level", language), level


def level_line(template: Template) -> str:
    """The same as one line."""
    colon = say(AREA, "join.name_and_text", template.parameters.language)
    return colon.join(level_told(template))


def form_tables(template: Template) -> list[Table]:
    """One table an objective, a row a key result."""
    language = template.parameters.language
    head = [say(AREA, f"column.{column}", language) for column in FORM]
    tables = []
    for at, objective in enumerate(template.sets[0].objectives):
        rows = [_form(form) for form in template.forms if form.objective == at]
        title = f"O{at + 1} {objective.objective}"
        tables.append(Table(title=title, note=template.reasons[at], head=head, rows=rows))
    return tables


def dependency_table(template: Template) -> Table:
    """Who leads, who answers, who is asked, who is told."""
    language = template.parameters.language
    rows = [
        [
            f"KR{each.objective + 1}.{each.key_result + 1} {each.text}",
            each.responsible,
            each.dri,
            _listed(each.consulted, language),
            _listed(each.informed, language),
        ]
        for each in template.dependencies
    ]
    head = [say(AREA, f"column.{column}", language) for column in DEPENDENCY]
    return Table(title=say(AREA, "heading.dependencies", language), head=head, rows=rows)


def _form(form: FormKeyResult) -> list[str]:
    return [
        f"KR{form.objective + 1}.{form.key_result + 1} {form.text}",
        form.metric,
        form.baseline,
        form.target,
        form.unit,
        form.source,
        form.owner,
        form.due,
        form.timing,
        form.guardrail or "–",
        form.why,
        form.replace,
    ]


def _listed(names: list[str], language: Language) -> str:
    return say(AREA, "join.names", language).join(names) or say(AREA, "join.nothing", language)
