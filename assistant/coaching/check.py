"""The check: a set goes in, facts, findings, score and verdict come out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from assistant.coaching.parents import Parents, Texts
from assistant.language import read_key_result, read_objective
from assistant.language.script import CJK, language_of, language_of_set
from assistant.messages import say
from assistant.models import (
    Answer,
    KeyResultFacts,
    Language,
    ObjectiveFacts,
    OkrSet,
    Provenance,
    Unread,
)
from assistant.parsing.reading import Note, SetReading
from assistant.rules.applies import missing_note
from assistant.rules.engine import judge
from assistant.rules.kinds.fields import cycle_bounds
from assistant.rules.reading_set import KeyResultLine, ObjectiveLine, ReadSet
from assistant.rules.rubric import Rubric, load_rubric
from assistant.rules.score import score
from assistant.settings import Settings

_CHINESE = (Language.ZH_HANS, Language.ZH_HANT)


class Checker:
    """Checks sets against one rubric; holds no state between them."""

    def __init__(self, rubric: Rubric) -> None:
        self.rubric = rubric

    def check_all(
        self,
        readings: Sequence[SetReading],
        *,
        final: bool,
        language: Language | None,
        parents: Parents | None = None,
    ) -> Iterator[Answer]:
        """Check the sets of one call; parents are looked up among them and those given."""
        parents = parents or Parents()
        for one in readings:
            parents.add(one.set)
        for one in readings:
            yield self.check(
                one.set,
                unread=one.unread,
                notes=one.notes,
                final=final,
                language=language,
                parents=parents.of(one.set),
            )

    def check(
        self,
        okr_set: OkrSet,
        *,
        unread: Sequence[Unread] = (),
        notes: Sequence[Note] = (),
        final: bool = False,
        language: Language | None = None,
        parents: Mapping[int, Texts] | None = None,
    ) -> Answer:
        """Check one set.

        Args:
            okr_set: The set as it was read.
            unread: Lines of its source that are neither objective nor key result.
            notes: What the reader left out.
            final: Whether the set is submitted: placeholders are errors then.
            language: Of the messages; None for the set's own.
            parents: By objective, the texts of its parent; by default the parent's own words.
        """
        known = Parents().of(okr_set) if parents is None else parents
        read_set = replace(read(okr_set), parents=known)
        spoken = _language(read_set, unread)
        told_in = language or _told_in(read_set, spoken)
        findings = judge(self.rubric, read_set, final=final, language=told_in)
        total, verdict, arithmetic = score(self.rubric, read_set, findings, told_in)
        return Answer(
            id=okr_set.id,
            set=okr_set,
            unread=list(unread),
            language=spoken,
            message_language=told_in,
            profile=self.rubric.profile.name,
            pack=self.rubric.pack.name if self.rubric.pack else None,
            rubric_version=self.rubric.version,
            score=total,
            verdict=verdict,
            arithmetic=arithmetic,
            facts=list(_facts(read_set)),
            findings=findings,
            provenance=Provenance(notes=self._told(notes, read_set, told_in)),
        )

    def _told(self, notes: Sequence[Note], read_set: ReadSet, language: Language) -> list[str]:
        """What the reader left out, and which rules had nothing to judge."""
        told = [_tell(note, language) for note in (*notes, *_days_that_are_none(read_set))]
        return told + missing_note(self.rubric, read_set, language)


def load_checker(settings: Settings, profile: str | None, pack: str | None) -> Checker:
    """The checker for a profile and a pack; those of the settings where none is given.

    Raises:
        NotFound: If there is no such profile or pack.
    """
    chosen = profile or settings.profile
    return Checker(load_rubric(chosen, pack or settings.pack, settings.rubrics_dir))


def read(okr_set: OkrSet) -> ReadSet:
    """What every line of a set says."""
    year, objectives = _year(okr_set), []
    for number, objective in enumerate(okr_set.objectives):
        lines = tuple(
            KeyResultLine(number, place, one, read_key_result(one, number, place, year))
            for place, one in enumerate(objective.key_results)
        )
        reading = read_objective(objective, number) if objective.objective.strip() else None
        objectives.append(ObjectiveLine(number, objective, reading, lines))
    return ReadSet(okr_set, tuple(objectives))


def _year(okr_set: OkrSet) -> int | None:
    """The year of the cycle, for dates in the text that name none."""
    start, end = cycle_bounds(okr_set.cycle)
    years = {day.year for day in (start, end) if day is not None}
    return years.pop() if len(years) == 1 else None


def _facts(read_set: ReadSet) -> Iterator[ObjectiveFacts | KeyResultFacts]:
    for objective in read_set.objectives:
        if objective.reading is not None:
            yield objective.reading.facts
        for line in objective.key_results:
            yield line.reading.facts


def _languages(read_set: ReadSet) -> Iterator[Language]:
    return (facts.language for facts in _facts(read_set))


def _language(read_set: ReadSet, unread: Sequence[Unread]) -> Language:
    """The set's language: that of all its lines, or what most of them make it.

    A draft in which no line was understood still shows what its writer reads.
    """
    spoken = set(_languages(read_set))
    if not spoken:
        return language_of_set(line.text for line in unread)
    return spoken.pop() if len(spoken) == 1 else language_of_set(_texts(read_set))


def _told_in(read_set: ReadSet, spoken: Language) -> Language:
    """The set's language; for a mixed one the script of its Chinese, if most lines are Chinese.

    Lines that open in Chinese are Chinese, however many English words stand in them.
    """
    if spoken not in _CHINESE:
        said = [text.strip() for text in _texts(read_set) if text.strip()]
        opening = [text for text in said if CJK.match(text)]
        if 2 * len(opening) > len(said):
            return language_of("".join(CJK.findall(" ".join(opening))))
    if spoken is not Language.MIXED:
        return spoken
    counted = Counter(_languages(read_set))
    chinese = sum(counted[script] for script in _CHINESE) + counted[Language.MIXED]
    if chinese <= counted[Language.EN]:
        return Language.EN
    return max(_CHINESE, key=lambda script: counted[script])


def _texts(read_set: ReadSet) -> Iterator[str]:
    for objective in read_set.objectives:
        yield objective.source.objective
        for line in objective.key_results:
            yield line.source.text


def _days_that_are_none(read_set: ReadSet) -> Iterator[Note]:
    """Days in key results that no calendar has: they are read as if they were not there."""
    for objective in read_set.objectives:
        for line in objective.key_results:
            at = line.source.at
            for mention in line.reading.dates:
                if mention.no_day:
                    value = line.source.text[mention.span.start : mention.span.end]
                    yield Note("no_day", at.line if at else None, None, {"value": value})


def _tell(note: Note, language: Language) -> str:
    facts = {**note.facts, "line": note.line, "field": note.field}
    return say("parsing", note.reason, language, **facts)
