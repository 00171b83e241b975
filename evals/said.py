"""What the product says of our own samples: `contract` holds it as somebody last read it.

Every line of a report, a review, a form, a guide and a summary is a promise: a change that alters
what users read is seen, whatever part it is made in, and taken up by `evals contract --write`
after it was read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from assistant.checkins.files.loading import cycle_of
from assistant.checkins.languages import language_of_week
from assistant.coaching.check import load_checker
from assistant.coaching.finishing import finished
from assistant.coaching.review import Asked, Reviewer
from assistant.guides.making import make_guide, make_template
from assistant.language import read_key_result
from assistant.language.reading import KeyResultReading
from assistant.models import Answer, Language
from assistant.models.decision import Decision
from assistant.models.guide import Guide, Sentence, Template
from assistant.models.suggestion import Action, Suggestion
from assistant.parsing import Draft, SetReading, read_draft
from assistant.rendering.draft import as_draft
from assistant.rendering.markdown import report
from assistant.rendering.review_markdown import review_report
from assistant.rendering.sarif import results
from assistant.rendering.summaries.markdown import report as summary_report
from assistant.settings import Settings
from evals.cycles import LANGUAGES, cases, summary_of
from evals.forms import SetRow
from evals.in_code import named
from evals.lines import DATASETS, KEY_RESULT_FACTS, Line, own_lines
from evals.rewrite import OWN, set_of
from evals.rows import read_text, rows

Said = tuple[str, str, str]  # language, sample and line, THERE
THERE = "there"
EVERY = 3  # of the drafts and the guides: enough of each layout and industry
PLAIN = (".txt", ".md")
_LABELLED = {*KEY_RESULT_FACTS, "objective", "key_result", "language"}
_PLACE, _ELSEWHERE = {"objective", "key_result"}, {"at", "key_results", "initiatives"}


def reports() -> Iterator[Said]:
    """What `check` says of our own drafts, where it marks them, and how it hands them on.

    The facts and the draft handed on are kept of all, the prose of some.
    """
    checker = load_checker(Settings(), None, None)
    for number, path in enumerate(_drafts()):
        draft = read_draft(path.read_bytes(), name=path.name, limits=Settings())
        for answer in checker.check_all(draft.sets, final=False, language=None):
            language = answer.message_language
            lines = [*_facts(answer), *as_draft([answer.set], language).splitlines()]
            if number % EVERY == 0:
                lines += [*report(answer, language).splitlines(), *_marks(answer, draft)]
            yield from _of(path.stem, language, lines)


def figures() -> Iterator[Said]:
    """What is read from each of our own labelled key results beside its labels: values and days."""
    for line, read in own_key_results():
        said = read.facts.model_dump(mode="json", exclude_none=True, exclude=_LABELLED)
        told = [f"{name}={value}" for name, value in said.items()]
        told += [f"open={read.text[one.start : one.end]}" for one in read.placeholders]
        if told:
            yield line.language, named(line.text), " ".join(told)


@cache
def own_key_results() -> list[tuple[Line, KeyResultReading]]:
    """Our own labelled key results as they are read, once for all who ask."""
    lines = (line for line in own_lines() if not line.of_objective)
    return [(line, read_key_result(line.key_result, 0, 0)) for line in lines]


def reviews() -> Iterator[Said]:
    """What `review` proposes for our own bad lines."""
    reviewer = Reviewer(load_checker(Settings(), None, None))
    for row in rows(OWN, SetRow):
        answer = reviewer.review(SetReading(set_of(row)), Asked())
        lines = review_report(answer, answer.message_language).splitlines()
        yield from _of(str(row.get("id")), row["lang"], [*lines, *_finished(answer)])


def documents() -> Iterator[Said]:
    """Forms and guides for our own parameters."""
    asked: list[dict[str, Any]] = yaml.safe_load(read_text(DATASETS / "guides.yml"))
    for number, raw in enumerate(asked):
        name, language = f"{raw['industry']} {raw['maturity']}", raw["language"]
        template = make_template(raw)
        yield from _of(name, language, _form(template))
        if number % EVERY == 0:
            yield from _of(name, language, _guide(make_guide(raw)))


def summaries() -> Iterator[Said]:
    """The week of our own cycles, in each language."""
    for case in cases():
        written = language_of_week(cycle_of(case["cycle"], Settings()).record.set)
        yield from _of(case["name"], written, [f"is written in {written}"])
        for language in LANGUAGES:
            lines = summary_report(summary_of(case, language)).splitlines()
            yield from _of(case["name"], language, lines)


def _drafts() -> list[Path]:
    every = sorted((DATASETS / "drafts").rglob("*"))
    return [path for path in every if path.suffix in PLAIN]


def _facts(answer: Answer) -> Iterator[str]:
    for each in answer.facts:
        objective = answer.set.objectives[each.objective]
        line = objective if each.key_result is None else objective.key_results[each.key_result]
        declared = line.model_dump(mode="json", exclude_defaults=True, exclude=_ELSEWHERE)
        yield f"{declared} {each.model_dump(mode='json', exclude_none=True, exclude=_PLACE)}"


def _marks(answer: Answer, draft: Draft) -> Iterator[str]:
    for each in results(answer, "draft", draft):
        (place,) = each["locations"]
        yield f"{each['ruleId']} {each['level']} {place['physicalLocation'].get('region')}"


def _finished(answer: Answer) -> Iterator[str]:
    """The set with each suggestion taken, then with each line of them put aside."""
    placed = [each for each in answer.suggestions if each.objective is not None]
    for aside in (False, True):
        decisions = [_decision(each, Action.PARK if aside else each.action) for each in placed]
        sets = finished([answer.set], decisions, answer.message_language)
        mark = "aside" if aside else "taken"
        draft = as_draft(sets, answer.message_language)
        yield from (f"{mark}: {line}" for line in draft.splitlines() if line)


def _decision(suggestion: Suggestion, action: Action) -> Decision:
    lines = [suggestion.after or suggestion.before, *suggestion.more]
    place = {"objective": suggestion.objective, "key_result": suggestion.key_result}
    return Decision(action=action, lines=lines, initiative=suggestion.initiative, **place)


def _form(template: Template) -> Iterator[str]:
    for form in template.forms:
        yield " | ".join(map(str, form.model_dump(exclude=_PLACE).values()))
    yield from (*template.reasons, *template.notes, *map(_cited, template.leave_out))
    yield from (str(each.model_dump(mode="json")) for each in template.dependencies)
    yield from (f"{each.named} {each.told} {each.url}" for each in template.sources)
    yield from map(_cited, template.advice)


def _guide(guide: Guide) -> Iterator[str]:
    for section in guide.sections:
        yield from map(_cited, section.sentences)
        yield from (
            " | ".join(row) for table in section.tables for row in (table.head, *table.rows)
        )
    yield from (f"{each.named} {each.told} {each.url}" for each in guide.references)


def _cited(sentence: Sentence) -> str:
    return " ".join([sentence.text, *sentence.citations])


def _of(sample: str, language: Language | str, lines: Iterable[str]) -> Iterator[Said]:
    for line in lines:
        if plain := " ".join(line.split()):
            yield str(language), f"{sample}: {plain}", THERE
