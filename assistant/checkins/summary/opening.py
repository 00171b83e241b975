"""Blocks 1 to 4, which a manager reads in ten seconds; held to a length."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.checkins.arithmetic.goal import Place
from assistant.checkins.arithmetic.status import SILENT
from assistant.checkins.arithmetic.team import (
    coverage,
    headline,
    is_over,
    judged_counts,
    known_up_to,
    label,
    last_entry,
)
from assistant.checkins.arithmetic.urgency import alarming, urgency
from assistant.checkins.summary.attention import TIGHTENING, Tightness, attention
from assistant.checkins.summary.report import Report
from assistant.checkins.summary.since import old_confidences, old_values
from assistant.checkins.wording import clip, number, points, signed, worth
from assistant.models import Language
from assistant.models.cycle import Status
from assistant.models.summary import Headline, Item, Shown
from assistant.models.written import Sentence

_LONGEST_TEAM = 40
_LANGUAGES = (Language.EN, Language.ZH_HANS, Language.ZH_HANT)


@dataclass(frozen=True, slots=True)
class Opening:
    """The items of the first four blocks, what needs attention beside them, a model's words."""

    sentences: list[Sentence]
    header: list[Item]
    coverage: list[Item]
    headline: list[Item]
    attention: list[Item]
    more: list[Place]


def opening(report: Report, sentences: Sequence[Sentence] = ()) -> Opening:
    """The opening at its fullest that is still short enough; at the end, items move to `more`.

    Of the sentences that a model wrote before it, as many stay as cost no item.
    """
    plain = _at_its_fullest(report, [])
    for count in range(len(sentences), 0, -1):
        made = _at_its_fullest(report, list(sentences[:count]))
        if len(made.attention) == len(plain.attention) and fits(made, report):
            return made
    return plain


def _at_its_fullest(report: Report, sentences: list[Sentence]) -> Opening:
    """As much as has room in every language, so that all of them tell the same."""
    reports = [replace(report, language=one) for one in _LANGUAGES]
    places, most = attention_order(report), report.team.limits.most_attention
    tight = TIGHTENING[-1]
    for one in TIGHTENING:
        if _has_room(reports, places, most, one, sentences):
            tight = one
            break
    while most > 0 and not _has_room(reports, places, most, tight, sentences):
        most -= 1
    return _opening(report, places, most, tight, sentences)


def _has_room(
    reports: list[Report], places: list[Place], most: int, tight: Tightness, told: list[Sentence]
) -> bool:
    return all(fits(_opening(one, places, most, tight, told), one) for one in reports)


def _opening(
    report: Report, places: list[Place], most: int, tight: Tightness, sentences: list[Sentence]
) -> Opening:
    return Opening(
        sentences,
        [_header(report)],
        [_coverage(report, tight.names)],
        [_headline(report)],
        [attention(report, place, tight) for place in places[:most]],
        places[most:],
    )


def length(made: Opening, language: Language) -> int:
    """How long an opening is: in words of English, in characters of Chinese.

    The names of English key results are as long in a Chinese report as they say, not as they look.
    """
    items = (*made.header, *made.coverage, *made.headline, *made.attention)
    texts = [one.text for one in made.sentences] + [item.text for item in items]
    if language is Language.EN:
        return sum(len(text.split()) for text in texts)
    return sum(map(worth, texts))


def fits(made: Opening, report: Report) -> bool:
    """Whether an opening keeps to the length of its language."""
    limits, english = report.team.limits, report.language is Language.EN
    most = limits.most_words if english else limits.most_characters
    return length(made, report.language) <= most


def attention_order(report: Report) -> list[Place]:
    """The key results that need attention, the worst first; never an order of people."""
    found = [place for place, state in report.team.states.items() if alarming(state)]
    return sorted(found, key=lambda place: urgency(report.team.states[place]))


def _header(report: Report) -> Item:
    team = report.team
    cycle = team.record.set.cycle
    okr_set = team.record.set
    elapsed = team.days.elapsed(team.as_of)
    start = team.days.start
    early = start is not None and team.as_of < start
    text = report.say(
        "header.short" if elapsed is None else "header.early" if early else "header.full",
        team=clip(okr_set.team or okr_set.owner or okr_set.id or "", _LONGEST_TEAM)
        or report.say("no_team"),
        cycle=clip(cycle.name if cycle and cycle.name else "", 24) or _cycle_days(report),
        week=team.days.week(team.as_of),
        weeks=team.days.weeks,
        elapsed=report.percent(elapsed),
        data=report.say(f"data.{known_up_to(team)}", cutoff=team.as_of, last=last_entry(team)),
        start=start,
    )
    kinds = ("start",) if early else ("week", "weeks", "elapsed", "start", "end")
    return report.item(None, text, "team", "cycle", *kinds, "cutoff", "last_entry")


def _cycle_days(report: Report) -> str:
    """What a cycle without a name is called: by its days, where these are known."""
    days = report.team.days
    if days.start is None or days.end is None:
        return report.say("no_cycle")
    return report.say("cycle.days", start=days.start, end=days.end)


def _coverage(report: Report, names: int) -> Item:
    met = coverage(report.team)
    key = "coverage.some" if met.missing else "coverage.all"
    if not met.due:
        key = "coverage.over" if is_over(report.team) else "coverage.none"
    told = _missing(report, met.missing, names)
    text = report.say(key, due=met.due, checked_in=met.checked_in, names=told)
    item = report.item(None, text, "due", "checked_in", "missing")
    item.facts += [fact for p in met.missing for fact in report.table.ids(p, "text", "owner")]
    return item


def _missing(report: Report, places: Sequence[Place], most: int) -> str:
    """Key results by label, those of one owner together, the owner behind them."""
    groups: dict[str, list[str]] = {}
    for place in places[:most]:
        groups.setdefault(report.team.states[place].owner or "", []).append(label(place))
    told = [_of_owner(report, owner, labels) for owner, labels in groups.items()]
    names = report.say("semicolon").join(told)
    if len(places) <= most:
        return names
    return report.say("and_more", names=names, more=len(places) - most)


def _of_owner(report: Report, owner: str, labels: list[str]) -> str:
    names = report.say("comma").join(labels)
    return report.say("of_owner", names=names, owner=clip(owner, 24)) if owner else names


def _headline(report: Report) -> Item:
    head = headline(report.team)
    over = is_over(report.team)
    change = None if over else head.progress_change
    parts = [_progress(report, head.mean_progress, change, final=over)]
    parts.append(_confidence(report, head.mean_confidence, head.confidence_change))
    told = [_count(report, shown, count) for shown, count in head.counts.items()]
    if told and not over:
        parts.append(report.say("headline.counts", counts=report.say("comma").join(told)))
    if Shown.CLOSED in head.counts:
        parts.append(_ended(report, head))
    counts = [f"count_{shown}" for shown in head.counts]
    counts += [f"count_{one}_{shown}" for shown in SILENT for one in Status]
    means = ("mean_progress", "progress_change", "mean_confidence", "confidence_change")
    glue = " " if report.language is Language.EN else ""
    ends = ("reached", "ended_unknown")
    return report.item(None, glue.join(parts), *means, *counts, *ends, "cutoff")


def _ended(report: Report, head: Headline) -> str:
    """What came of the key results that are closed."""
    told = {"closed": head.counts[Shown.CLOSED], "reached": head.reached}
    key = "headline.final.unknown" if head.ended_unknown else "headline.final"
    return report.say(key, unknown=head.ended_unknown, **told)


def _count(report: Report, shown: Shown, count: int) -> str:
    """How many key results are shown so, and how many of the silent ones are off their way."""
    told = report.say("headline.count", count=count, shown=report.shown(shown))
    known = [
        report.say("headline.count", count=of_them, shown=report.shown(judged))
        for judged, of_them in judged_counts(report.team, shown).items()
    ]
    if not known:
        return told
    return report.say("headline.known", count=told, known=report.say("comma").join(known))


def _progress(
    report: Report, mean: float | None, change: float | None, *, final: bool = False
) -> str:
    if mean is None:
        return report.say("headline.no_progress")
    if final:
        return report.say("headline.final_progress", progress=report.percent(mean))
    moved = ""
    if change is not None:
        by = points(change)
        key = "headline.same" if by == "0" else "headline.points"
        key += ".older" if any(old_values(report.team)) else ""
        moved = report.say(key, points=signed(by, change))
    return report.say("headline.progress", progress=report.percent(mean), change=moved)


def _confidence(report: Report, mean: float | None, change: float | None) -> str:
    if mean is None:
        return report.say("headline.no_confidence")
    moved = ""
    if change is not None:
        by = number(abs(round(change, 1)))
        key = "headline.same" if by == "0" else "headline.moved"
        key += ".older" if any(old_confidences(report.team)) else ""
        moved = report.say(key, moved=signed(by, change))
    return report.say("headline.confidence", confidence=number(round(mean, 1)), change=moved)
