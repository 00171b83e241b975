"""One team's week: everything computed, said in blocks, each statement with its facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from assistant.checkins.arithmetic.state import rounded
from assistant.checkins.arithmetic.team import Team, compute, coverage, headline, last_entry
from assistant.checkins.languages import language_of_week
from assistant.checkins.summary import movement, voices
from assistant.checkins.summary.agenda import agenda
from assistant.checkins.summary.gathering import gather
from assistant.checkins.summary.notes import notes
from assistant.checkins.summary.opening import opening
from assistant.checkins.summary.report import Report
from assistant.checkins.wording import clip
from assistant.llm.masking import declared_names
from assistant.models import Language
from assistant.models.cycle import ChangedField, CycleRecord
from assistant.models.summary import Block, Header, Item, Summary
from assistant.models.thresholds import Thresholds
from assistant.models.written import Written
from assistant.rendering.summaries import markdown

_LONGEST_MODEL = 60
_REST: dict[int, Callable[[Report], Iterator[Item]]] = {
    5: movement.state_changes,
    6: movement.confidence_drops,
    7: movement.silent_ones,
    8: movement.contradictions,
    9: movement.forecasts,
    10: voices.blockers,
    11: voices.asks,
    12: voices.wins,
    13: voices.commitments,
    14: voices.health,
    15: voices.scope_changes,
}


def summarise(
    record: CycleRecord,
    *,
    as_of: date,
    limits: Thresholds,
    language: Language | None = None,
    told: Sequence[str] = (),
    written: Written | None = None,
) -> Summary:
    """Sum up the week of one team.

    Args:
        record: The cycle with its check-ins.
        as_of: The last day that counts.
        limits: The thresholds.
        language: Of the statements; None for the set's own.
        told: Notes of the reader, which go before those of the arithmetic.
        written: What a model wrote of the same week, judged by its facts.
    """
    team = compute(record, as_of, limits)
    told_in = language or language_of_week(record.set)
    report = Report(team, gather(team), told_in)
    first = opening(report, written.opening if written else ())
    kept = written and written.model_copy(update={"opening": first.sentences})
    heads = [first.header, first.coverage, first.headline, first.attention]
    blocks = _blocks(report, heads, kept)
    made = Summary(
        header=header(team),
        coverage=coverage(team),
        headline=headline(team),
        objectives=team.objectives,
        key_results=list(team.states.values()),
        blocks=blocks,
        more_attention=first.more,
        agenda=agenda(report, blocks),
        facts=report.table.facts,
        people=_people(record),
        notes=[*told, *notes(report), *([kept.note] if kept else [])],
        written=kept,
        message_language=told_in,
        settings=limits,
    )
    made.markdown = markdown.report(made)
    return made


def _people(record: CycleRecord) -> list[str]:
    """Everybody whom a cycle names, on whatever day."""
    said = [name for one in record.checkins for name in (one.author, one.blocker_owner)]
    owners = [
        each
        for one in record.changes
        if one.field is ChangedField.OWNER
        for each in (one.old, one.new)
    ]
    named = {str(name) for name in (*said, *owners) if name}
    return sorted(declared_names(record.set) | named)


def header(team: Team) -> Header:
    """Whose week it is, and how far the cycle has gone."""
    okr_set, cycle = team.record.set, team.record.set.cycle
    return Header(
        team=okr_set.team or okr_set.owner or okr_set.id,
        cycle=cycle.name if cycle else None,
        week=team.days.week(team.as_of),
        weeks=team.days.weeks,
        elapsed=rounded(team.days.elapsed(team.as_of)),
        cutoff=team.as_of,
        last_entry=last_entry(team),
    )


def _blocks(
    report: Report, opening_items: Iterable[list[Item]], written: Written | None
) -> list[Block]:
    found = dict(enumerate(opening_items, start=1))
    found |= {number: list(make(report)) for number, make in _REST.items()}
    found[16] = [_provenance(report, written)]
    return [
        Block(block=number, title=report.say(f"block.{number}"), items=items)
        for number, items in found.items()
        if items
    ]


def _provenance(report: Report, written: Written | None) -> Item:
    """How much was computed from how much; the last fact counts them all, itself with them."""
    table, by_model = report.table, bool(written and (written.opening or written.groups))
    if written and by_model:
        table.add(None, "model", clip(written.model or "", _LONGEST_MODEL), source="model")
    table.add(None, "facts", len(table.facts) + 1, formula="counted")
    kinds = ("checkins", "changes", "facts", *(("model",) if by_model else ()))
    told = {kind: table.value(table.ids(None, kind)[0]) for kind in kinds}
    text = report.say("provenance.model" if by_model else "provenance", **told)
    return report.item(None, text, *kinds, "cutoff")
