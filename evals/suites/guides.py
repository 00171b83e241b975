"""Guides and template sets: their parts, sources that were read, nothing invented, three plans."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from assistant.coaching.check import Checker, load_checker
from assistant.guides.making import make_guide, make_template
from assistant.guides.material import shipped_material
from assistant.guides.statements import AREA, told, words
from assistant.guides.weeks import term_of
from assistant.guides.wording import wording_of
from assistant.language.script import simplify
from assistant.messages import say
from assistant.models.guide import Guide, Style, Template
from assistant.settings import Settings
from evals.lines import DATASETS
from evals.outcomes import Outcome, holds
from evals.rows import read_text

PARAMETERS = DATASETS / "guides.yml"
POINTS = DATASETS / "guide_points.yml"
PARTS = (
    "why", "industry", "adopters", "cases", "plan", "practices", "pitfalls", "conclusion",
    "references",
)  # fmt: skip
PENDING = "K17"
MOST_SHARED = 0.5
CASES = 3
_CJK = re.compile(r"[㐀-鿿]")
_ARTICLE = re.compile(
    r"\b(?:[Aa] (?=[aeio])(?!one\b|once\b|euro)|[Aa]n (?=[bcdfgjklmnpqrtvwz]))[a-z]{2}"
)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_PLACE = re.compile(r"KR\d+\.\d+|O\d+")  # of the set


def outcomes(data: Path | None) -> Iterator[Outcome]:
    """Each set of parameters of a file, by default our own."""
    checker = load_checker(Settings(), None, None)
    known = _known_numbers()
    asked = yaml.safe_load(read_text(data or PARAMETERS))
    if data is None:
        yield from _points(asked)
    for raw in asked:
        subject = " ".join(str(value) for value in raw.values())
        guide = make_guide(raw)
        yield from _guide(guide, raw["language"], subject, known)
        yield from _fitted(guide, raw["language"], subject)
        yield from _template(make_template(raw), checker, raw["language"], subject)
        yield from _plans(raw, subject)


def _points(asked: list[dict[str, Any]]) -> Iterator[Outcome]:
    """What the seed's guides say for the same parameters, point by point."""
    every: list[dict[str, str]] = yaml.safe_load(read_text(POINTS))
    for raw, points in zip(asked, every, strict=False):
        said = _said(make_guide(raw))
        for point, pattern in points.items():
            told = re.search(pattern, said) is not None
            yield holds("guides", "point", raw["language"], f"{raw['industry']}: {point}", told)


def _said(guide: Guide) -> str:
    """All that a guide says, its tables too, on one line."""
    tables = [table for section in guide.sections for table in section.tables]
    cells = [cell for table in tables for row in (table.head, *table.rows) for cell in row]
    texts = [each.text for section in guide.sections for each in section.sentences]
    return " ".join([*texts, *(table.title for table in tables), *cells])


def _guide(guide: Guide, language: str, subject: str, known: set[str]) -> Iterator[Outcome]:
    for part in PARTS:
        there = any(each.id == part and each.sentences for each in guide.sections)
        yield holds("guides", "part", language, f"{subject}: {part}", there)
    sources = shipped_material().knowledge.sources
    listed = {each.id for each in guide.references}
    for section in guide.sections:
        for each in section.sentences:
            name = f"{subject}: {each.text}"
            carried = bool(each.citations) or each.style.heads
            seen = all(mark in listed and sources[mark].seen for mark in each.citations)
            yield holds("guides", "source", language, name, carried and seen)
            if section.id != "references":  # titles of sources stay as they are
                spoken = bool(_CJK.search(each.text)) is (language != "en")
                yield holds("guides", "language", language, name, spoken)
            if language == "en":
                yield holds("guides", "article", language, name, not _ARTICLE.search(each.text))
            numbers = set(_NUMBER.findall(_PLACE.sub("", simplify(each.text))))
            yield holds("guides", "no number of its own", language, name, numbers <= known)


def _fitted(guide: Guide, language: str, subject: str) -> Iterator[Outcome]:
    """Steps and roles for the reader's size and none for another; three cases; all phases."""
    sections = {each.id: each for each in guide.sections}
    said = {each.text for each in sections["plan"].sentences}
    plan = shipped_material().guide.plans[guide.parameters.maturity]
    wording = wording_of(guide.parameters, shipped_material())
    plants = guide.parameters.industry in shipped_material().guide.parts.plants
    longer = term_of(guide.parameters).longer
    for phase in (each for each in plan.phases if longer or not each.longer):
        any_size = [each for each in phase.steps if not each.sizes]
        there = any_size or [e for e in phase.steps if guide.parameters.size in e.sizes]
        title = wording.text(words(phase.title, guide.parameters.language))
        weeks = any(title in each for each in said)
        yield holds(
            "guides", "phase", language, f"{subject}: {phase.title.en}", weeks is bool(there)
        )
        for each in (*phase.steps, *phase.roles):
            fits = not each.sizes or guide.parameters.size in each.sizes
            fits = fits and each.longer in (None, longer)
            fits = fits and each.where != ("elsewhere" if plants else "plants")
            [sentence] = wording.sentences(told([each], guide.parameters.language, Style.ITEM))
            name = f"{subject}: {each.en}"
            yield holds("guides", "for the size", language, name, (sentence.text in said) is fits)
    carried = say(AREA, "cases.carry", guide.parameters.language)
    heads = [each.text for each in sections["cases"].sentences if each.style is Style.HEADING]
    yield holds("guides", "three cases", language, subject, len({*heads} - {carried}) == CASES)


def _template(
    template: Template, checker: Checker, language: str, subject: str
) -> Iterator[Outcome]:
    answer = checker.check(template.sets[0])
    bad = {
        (each.objective, each.key_result)
        for each in answer.findings
        if each.severity != "hint" and each.rule != PENDING
    }
    listed, sources = {each.id for each in template.sources}, shipped_material().knowledge.sources
    for each in (*template.advice, *template.leave_out):
        seen = all(mark in listed and sources[mark].seen for mark in each.citations)
        carried = bool(each.citations) or each.style.heads
        name = f"{subject} template: {each.text}"
        yield holds("guides", "source", language, name, carried and seen)
    for form in template.forms:
        name = f"{subject}: {form.text}"
        place = (form.objective, form.key_result)
        yield holds("guides", "form passes", language, name, place not in bad)
        open_value = form.baseline in form.text or form.target in form.text
        yield holds("guides", "value open", language, name, open_value)


def _plans(raw: dict[str, Any], subject: str) -> Iterator[Outcome]:
    texts = [_plan({**raw, "maturity": each}) for each in ("first-cycle", "piloting", "mature")]
    for one, other in ((0, 1), (1, 2), (0, 2)):
        shared = sum(len(line) for line in texts[one] if line in set(texts[other]))
        little = shared < MOST_SHARED * sum(map(len, texts[one]))
        yield holds("guides", "plans differ", raw["language"], f"{subject}: {one}{other}", little)


def _plan(raw: dict[str, Any]) -> list[str]:
    plan = next(each for each in make_guide(raw).sections if each.id == "plan")
    cells = [cell for table in plan.tables for cell in _shown(table.rows)]
    return [*(each.text for each in plan.sentences), *cells]


def _shown(rows: list[list[str]]) -> Iterator[str]:
    """The cells as they are shown: what stands first in several rows stands there once."""
    before = None
    for row in rows:
        yield from row[1:] if row[0] == before else row
        before = row[0]


def _known_numbers() -> set[str]:
    """Every number that stands in a file of the knowledge base."""
    folder = Path(__file__).parents[2] / "knowledge"
    files = [*folder.rglob("*.md"), *folder.rglob("*.yml")]
    texts = (path.read_text(encoding="utf-8") for path in files)
    return {number for text in texts for number in _NUMBER.findall(text)} | {"1", "2", "3", "4"}
