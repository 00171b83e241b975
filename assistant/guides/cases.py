"""Three cases: companies of the industry that a source tells a result of, and documented ones."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, zip_longest

from assistant.guides.examples import industries_of
from assistant.guides.kinds import kind_of
from assistant.guides.material import Material
from assistant.guides.passages import behind_colon, document_of
from assistant.guides.references import OWN, reference
from assistant.guides.statements import (
    AREA,
    heading,
    sentences_of,
    split,
    titled,
    told,
    words,
    written,
)
from assistant.guides.trades import of_the_task, of_the_trade, profiles_of
from assistant.knowledge.industries import ANY
from assistant.messages import say
from assistant.models import Language
from assistant.models.guide import GuideParameters, GuideSection, Sentence, Style
from assistant.models.knowledge import Document, Section, Words
from assistant.models.plans import Lesson, Statement

CASES = 3
FULL = 1  # document of the industry, where the kind of company has stories enough
TELLER, RESULTS = "teller", "r"
TELLS = {"c": "context", "d": "deployed", RESULTS: "results", "t": TELLER}
SPARE_CASES = (
    "google", "sourced", "dmall", "gitlab", "stylight", "zalando", "cms-oit", "gtmhub", "bytedance",
)  # fmt: skip
WITH_RESULTS = ("dmall", "zalando", "gtmhub", "bytedance")  # what came of it is told


def three_cases(parameters: GuideParameters, material: Material) -> GuideSection:
    """Three cases, as far as their sources carry them."""
    language = parameters.language
    said = told(material.guide.parts.cases_note, language)
    documented, short = cases_of(parameters, material), shortly_told(parameters, material)
    nearest = [each for each in documented if is_of(each, parameters, material)]
    for case in nearest:
        said += _case(case, parameters, material)
    for statement in short:
        said += _short(statement, parameters, material)
    for case in (each for each in documented if each not in nearest):
        said += _case(case, parameters, material)
    carried = [
        *of_the_trade("carry", parameters, material),
        *of_the_task("carry", parameters, material),
    ]
    if carried:
        said += [titled("cases.carry", language), *carried]
    title = say(AREA, "part.cases", language)
    return GuideSection(id="cases", title=title, sentences=said)


def cases_of(parameters: GuideParameters, material: Material) -> list[str]:
    """The documented ones: those nearest to the industry, then those anybody can learn from."""
    near = _near(parameters, material)
    spare = sorted(SPARE_CASES, key=lambda case: _rank(case, parameters, material))
    room = CASES - len(shortly_told(parameters, material))
    return list(dict.fromkeys([*near, *spare]))[:room]


def shortly_told(parameters: GuideParameters, material: Material) -> list[Statement]:
    """Companies of the industry that are told of, those like the reader's first.

    Of the documents only those of the industry take their place: what is near goes before afar.
    """
    return _stories(parameters, material)[: CASES - _taken(parameters, material)]


def _stories(parameters: GuideParameters, material: Material) -> list[Statement]:
    """All with a lesson whose source tells a result, those like the reader's first.

    The others stand apart, among the companies known to use OKRs.
    """
    lessons, kind = material.guide.lessons, kind_of(parameters, material)
    alike = kind.stories if kind else []
    own = [profile.adopters for profile in profiles_of(parameters, material)]
    in_turn = (each for each in chain.from_iterable(zip_longest(*own)) if each)
    known = [each for each in in_turn if each.sources[0] in lessons]
    told = [each for each in known if _tells_results(each, material)]
    return sorted(told, key=lambda each: _place(each.sources[0], alike))


def _tells_results(story: Statement, material: Material) -> bool:
    return RESULTS in material.guide.tellings.get(story.sources[0], "")


def _place(mark: str, alike: list[str]) -> int:
    return alike.index(mark) if mark in alike else len(alike)


def name_of(statement: Statement, material: Material, language: Language) -> Sentence:
    """A company that is told of among the cases, and that it is."""
    name = words(_lesson(statement, material).name, language)
    text = say(AREA, "cases.listed", language, name=name)
    return Sentence(text=text, citations=statement.sources, style=Style.ITEM)


def is_of(case: str, parameters: GuideParameters, material: Material) -> bool:
    """Whether a documented case is of the industry."""
    industries = document_of(case, material, Language.EN).head.industries
    return parameters.industry != ANY and not set(industries_of(parameters)).isdisjoint(industries)


def _near(parameters: GuideParameters, material: Material) -> list[str]:
    """Documents that the industry names; for a kind of company those of its industry go first."""
    own = (profile.cases for profile in profiles_of(parameters, material))
    named = dict.fromkeys(each for each in chain.from_iterable(zip_longest(*own)) if each)
    if kind_of(parameters, material) is None:
        return list(named)
    return sorted(named, key=lambda case: not is_of(case, parameters, material))


def _taken(parameters: GuideParameters, material: Material) -> int:
    """How many documents no company that is told in short stands for."""
    near = _near(parameters, material)[:CASES]
    kind = kind_of(parameters, material)
    if kind:
        near = [case for case in near if is_of(case, parameters, material)]
    stories = _stories(parameters, material)
    if kind and len({each.sources[0] for each in stories} & {*kind.stories}) >= CASES - FULL:
        near = near[:FULL]
    return len(near)


def _case(case: str, parameters: GuideParameters, material: Material) -> Iterator[Sentence]:
    language = parameters.language
    document = document_of(case, material, language)
    yield heading(written(document.head.title, language))
    for section in _told_to(industries_of(parameters), document, material):
        what = written(behind_colon(section.title), language)
        yield heading(what, Style.SUBHEADING)
        yield from sentences_of(section.text, language)
    yield from _for_the_focus(case, parameters, material)


def _for_the_focus(
    case: str, parameters: GuideParameters, material: Material
) -> Iterator[Sentence]:
    """What a documented company teaches for what the reader puts first, as we read it."""
    lessons = [
        Sentence(text=words(each, parameters.language), citations=[OWN], style=Style.ITEM)
        for each in _of_focus(case, parameters, material)
    ]
    if lessons:
        yield titled("cases.focus", parameters.language, Style.SUBHEADING)
        yield from lessons


def _of_focus(case: str, parameters: GuideParameters, material: Material) -> list[Words]:
    known = material.guide.afar.get(case, {})
    return [known[focus] for focus in parameters.focus if focus in known]


def _short(
    statement: Statement, parameters: GuideParameters, material: Material
) -> Iterator[Sentence]:
    """What is told of a company, by whom, and what of it serves a reader."""
    language = parameters.language
    lesson = _lesson(statement, material)
    mark = statement.sources[0]
    source = reference(mark, material, language)
    name, parts = words(lesson.name, language), _in_parts(statement, material, language)
    whole = "told" in parts
    yield heading(say(AREA, "cases.short", language, name=name) if whole else name)
    for key in [each for each in parts if each != TELLER]:
        yield titled(f"cases.{key}", language, Style.SUBHEADING)
        yield from parts[key]
    yield titled("cases.trust", language, Style.SUBHEADING)
    yield from parts.get(TELLER, [])
    by = say(AREA, "cases.by", language, publisher=source.publisher, note=source.note)
    yield Sentence(text=by, citations=[mark, OWN])
    yield titled("cases.lesson", language, Style.SUBHEADING)
    yield Sentence(text=words(lesson, language), citations=[OWN])


def _in_parts(
    statement: Statement, material: Material, language: Language
) -> dict[str, list[Sentence]]:
    """A story by what its sentences tell, in the order in which it comes to that."""
    [whole] = told([statement], language)
    pieces = split(whole.text)
    letters = material.guide.tellings.get(statement.sources[0], "")
    if len(letters) != len(pieces):
        return {"told": [whole]}
    found: dict[str, list[Sentence]] = {}
    for letter, piece in zip(letters, pieces, strict=True):
        said = Sentence(text=piece, citations=whole.citations)
        found.setdefault(TELLS[letter], []).append(said)
    return found


def _lesson(statement: Statement, material: Material) -> Lesson:
    return material.guide.lessons[statement.sources[0]]


def _told_to(industries: tuple[str, ...], document: Document, material: Material) -> list[Section]:
    """The parts of a case without those that only other industries are told."""
    only = material.guide.parts.told_to
    known = ((f"{document.head.id}#{each.anchor}", each) for each in document.sections)
    return [each for name, each in known if name not in only or set(industries) & {*only[name]}]


def _rank(case: str, parameters: GuideParameters, material: Material) -> tuple[int, int]:
    """Of companies from elsewhere, first what serves the focus; a result tells as much as a fit."""
    taught = len(_of_focus(case, parameters, material))
    told = 2 if case in WITH_RESULTS else 0
    return -taught, -told - _is_for(case, parameters, material)


def _is_for(case: str, parameters: GuideParameters, material: Material) -> int:
    """How well a case fits the size and the maturity: said of just that, of any, or of another."""
    head = document_of(case, material, Language.EN).head
    asked = ((parameters.size, head.sizes), (parameters.maturity, head.maturity))
    return sum(2 if value in of else 1 if ANY in of else -1 for value, of in asked)
