"""The plan of a guide: phases fitted to size and maturity, roles, meetings, data, tools."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.guides.dependencies import dependencies_of
from assistant.guides.dictionary import dictionary
from assistant.guides.examples import chosen_examples, industries_of
from assistant.guides.forms import Form, forms_of
from assistant.guides.later import timing_of
from assistant.guides.material import Material
from assistant.guides.readers import for_reader, handover
from assistant.guides.statements import AREA, for_size, joined, listed, titled, told, words
from assistant.guides.trades import of_the_trade, where_to_begin
from assistant.guides.weeks import term_of, terms_of, told_when
from assistant.messages import say
from assistant.models import Language
from assistant.models.guide import (
    GuideParameters,
    GuideSection,
    Maturity,
    Sentence,
    Size,
    Style,
    Table,
)
from assistant.models.knowledge import Example
from assistant.models.plans import Meeting, Phase, Plan, Statement


def the_plan(parameters: GuideParameters, material: Material) -> GuideSection:
    """A phased plan in weeks for the size and the maturity."""
    language = parameters.language
    plan = material.guide.plans[parameters.maturity]
    said = [titled("plan.lead", language, title=words(plan.title, language))]
    phases = _phases(parameters, plan)
    for phase in phases:
        said += _phase(phase, parameters, material)
        said += where_to_begin(parameters, material) if phase.begins else []
    roles = [
        *for_reader("sponsors", parameters, material),
        *(role for phase in phases for role in phase.roles),
        *for_reader("roles", parameters, material),
    ]
    for key, statements in (("plan.roles", roles), ("plan.tools", plan.tools)):
        fitting = _fitting(statements, parameters, material)
        said += [titled(key, language), *told(fitting, language, Style.ITEM)]
    said += of_the_trade("systems", parameters, material)
    tables = [
        _meetings(phases, parameters, material),
        _examples(parameters, material),
        *([shared] if (shared := _shared(parameters, material)).rows else []),
        dictionary(parameters, material),
    ]
    title = say(AREA, "part.plan", language)
    return GuideSection(id="plan", title=title, sentences=said, tables=tables)


def _phase(phase: Phase, parameters: GuideParameters, material: Material) -> list[Sentence]:
    """A phase, unless none of its steps is for such a company."""
    language = parameters.language
    steps = _fitting(phase.steps, parameters, material)
    if not steps:
        return []
    named = words(phase.title, language)
    terms = terms_of(parameters, material.guide.plans[parameters.maturity])
    weeks = told_when(phase, terms, parameters.size, language)
    lead = titled("plan.phase", language, Style.SUBHEADING, title=named, weeks=weeks)
    own = [each for side in phase.tells for each in for_reader(side, parameters, material)]
    focus = _for_focus(phase, parameters, material)
    return [lead, *told([*steps, *own, *focus], language, Style.ITEM)]


def _for_focus(
    phase: Phase, parameters: GuideParameters, material: Material
) -> Iterator[Statement]:
    """What the reader's focuses add to a phase."""
    for name in parameters.focus:
        step = material.guide.focuses[name].plan[parameters.maturity]
        if step.phase == phase.id:
            yield step


def _fitting(
    statements: list[Statement], parameters: GuideParameters, material: Material
) -> list[Statement]:
    """Those for such a size and cycle, and for an industry with plants or without."""
    plants = not set(industries_of(parameters)).isdisjoint(material.guide.parts.plants)
    where = (None, "plants" if plants else "elsewhere")
    longer = (None, term_of(parameters).longer)
    fitting = for_size(statements, parameters.size)
    return [each for each in fitting if each.where in where and each.longer in longer]


def plan_notes(parameters: GuideParameters, material: Material) -> list[str]:
    """That the plan comes once in each quarter, and that phases run beyond the cycle."""
    plan = material.guide.plans[parameters.maturity]
    terms = terms_of(parameters, plan)
    language, end = parameters.language, parameters.end
    last = max(terms[-1].fitted(phase, parameters.size)[1] for phase in _phases(parameters, plan))
    days = terms[-1].days(last, last)
    notes = []
    if len(terms) > 1:
        notes.append(say(AREA, "note.by_quarter", language, count=len(terms), end=end))
    if days and end and days[1] > end:
        notes.append(say(AREA, "note.later_phases", language, end=end))
    return notes


def _phases(parameters: GuideParameters, plan: Plan) -> list[Phase]:
    """Those of the plan; a review in the middle only where the plan is laid over a longer cycle."""
    longer = terms_of(parameters, plan)[0].longer
    return [phase for phase in plan.phases if longer or not phase.longer]


def _table(which: str, head: list[str], rows: list[list[str]], language: Language) -> Table:
    """A table of the plan, with a note that tells whose it is: its rows carry no marks."""
    title, note = (say(AREA, f"plan.{which}{part}", language) for part in ("", ".note"))
    return Table(title=title, note=note, head=head, rows=rows)


def _meetings(phases: list[Phase], parameters: GuideParameters, material: Material) -> Table:
    language = parameters.language
    own = [meeting for phase in phases for meeting in phase.meetings]
    meetings = [*own, *handover(parameters, material)]
    rows = [_meeting(each, language) for each in for_size(meetings, parameters.size)]
    head = [
        say(AREA, f"meeting.{column}", language) for column in ("what", "minutes", "who", "how")
    ]
    return _table("meetings", head, rows, language)


def _meeting(meeting: Meeting, language: Language) -> list[str]:
    return [
        words(meeting.title, language),
        str(meeting.minutes),
        words(meeting.who, language),
        joined((words(item, language) for item in meeting.agenda), "clauses", language),
    ]


def _examples(parameters: GuideParameters, material: Material) -> Table:
    """Objectives of the company as a model, their values open."""
    language = parameters.language
    rows = [
        [
            words(example.objective, language),
            f"{number} {_sourced(form, language)}",
            timing_of(form, parameters),
        ]
        for number, example, form in _model(parameters, material)
    ]
    columns = ("objective", "key_result", "timing")
    head = [say(AREA, f"column.{column}", language) for column in columns]
    table = _table("examples", head, rows, language)
    return table.model_copy(update={"note": _with_how_many(table.note, parameters)})


def _with_how_many(note: str, parameters: GuideParameters) -> str:
    """The note of the set; a small company begins its first cycle with one objective."""
    language = parameters.language
    if parameters.size is not Size.SMALL or parameters.maturity is not Maturity.FIRST_CYCLE:
        return note
    alone = say(AREA, "plan.examples.alone", language)
    return joined([alone, note], "sentences", language)


def _sourced(form: Form, language: Language) -> str:
    """The line with the system that its number comes from, which every key result has to name."""
    if form.source is None:
        return form.text + say(AREA, "form.unsourced", language)
    return say(AREA, "form.sourced", language, text=form.text, source=form.source)


def _shared(parameters: GuideParameters, material: Material) -> Table:
    """Who answers for the key results of the model that several departments move."""
    language = parameters.language
    examples = chosen_examples(parameters, material)
    placed = [
        ((at, nth), form)
        for at, example in enumerate(examples)
        for nth, form in enumerate(forms_of(example, parameters, material))
    ]
    names = {(at, nth): f"KR{at + 1}.{nth + 1} {form.name}" for (at, nth), form in placed}
    nothing = say(AREA, "join.nothing", language)
    rows = [
        [
            names[each.objective, each.key_result],
            each.responsible,
            each.dri,
            *(listed(told, language) or nothing for told in (each.consulted, each.informed)),
        ]
        for each in dependencies_of(examples, placed, material, language)
    ]
    columns = ("key_result", "responsible", "dri", "consulted", "informed")
    head = [say(AREA, f"column.{column}", language) for column in columns]
    rows += _beside_the_set(parameters, material)
    return _table("shared", head, rows, language)


def _beside_the_set(parameters: GuideParameters, material: Material) -> Iterator[list[str]]:
    """The key result that part 2 advises its departments to share; the set seldom holds it."""
    language = parameters.language
    nothing = say(AREA, "join.nothing", language)
    for industry in industries_of(parameters):
        if shared := material.guide.shared.get(industry):
            lead = words(shared.lead, language)
            name = say(AREA, "shared.beside", language, name=words(shared.name, language))
            dri = say(AREA, "dependency.dri", language, function=lead)
            yield [name, lead, dri, words(shared.beside, language), nothing]


def _model(parameters: GuideParameters, material: Material) -> Iterator[tuple[str, Example, Form]]:
    """The key results of the set to begin from, each with its number and its objective."""
    for at, example in enumerate(chosen_examples(parameters, material), start=1):
        for nth, form in enumerate(forms_of(example, parameters, material), start=1):
            yield f"KR{at}.{nth}", example, form
