"""The cycles of a folder, one after the other: what is kept of each is small."""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, groupby
from pathlib import Path

from assistant.checkins.arithmetic.carrying import Thread, open_threads
from assistant.checkins.arithmetic.goal import Goal, Place, line_of
from assistant.checkins.arithmetic.progress import plain_mean
from assistant.checkins.arithmetic.state import rounded, still_since
from assistant.checkins.arithmetic.status import is_stated
from assistant.checkins.arithmetic.team import Team, compute, is_over, last_entry
from assistant.checkins.arithmetic.urgency import alarming, urgency
from assistant.checkins.files.loading import read_cycle
from assistant.checkins.languages import language_of_week
from assistant.checkins.rollup.mentions import TeamNames
from assistant.checkins.rollup.opposing import opposed
from assistant.checkins.rollup.team_week import LONGEST_NAME, week_of
from assistant.checkins.wording import clip, quoted
from assistant.errors import CoachError, InputTooLarge, UnreadableInput
from assistant.language.figures.direction import direction_of
from assistant.models import Direction, KeyResultKind, Language, Level
from assistant.models.rollup import (
    AskedOf,
    KeyResultRef,
    LevelState,
    Pull,
    RollUp,
    Still,
    TeamWeek,
    UnreadCycle,
    Worst,
)
from assistant.models.summary import Code, KeyResultState, Shown
from assistant.models.thresholds import Thresholds
from assistant.problems import problem_of
from assistant.rendering.summaries import markdown, teams
from assistant.settings import Settings
from assistant.system import why

_LONGEST_TEXT = 80
_MOST_LISTED = 200


@dataclass(slots=True)
class _Gathered:
    """What is kept of the teams; the lists are bounded by what people ask of each other."""

    cutoff: date | None = None
    last_entry: date | None = None
    finals: list[float | None] = field(default_factory=list)
    teams: list[str] = field(default_factory=list)
    counts: dict[Level, Counter[Shown]] = field(default_factory=lambda: defaultdict(Counter))
    of_level: Counter[Level] = field(default_factory=Counter)
    attention: Counter[Level] = field(default_factory=Counter)
    worst: dict[Level, list[_Ranked]] = field(default_factory=lambda: defaultdict(list))
    weeks: list[TeamWeek] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)
    asks: list[AskedOf] = field(default_factory=list)
    pulls: dict[Direction, list[Pull]] = field(default_factory=lambda: defaultdict(list))
    unmoved: list[Still] = field(default_factory=list)
    unmoved_count: int = 0
    unread: list[UnreadCycle] = field(default_factory=list)
    languages: Counter[Language] = field(default_factory=Counter)


@dataclass(slots=True)
class _Ranked:
    """A key result with how urgent it is; the least urgent is the smallest."""

    order: tuple[float, ...]
    worst: Worst

    def __lt__(self, other: _Ranked) -> bool:
        return self.order > other.order


def cycle_files(folder: Path) -> list[Path]:
    """The cycles of a folder and what is below it."""
    return sorted(path for path in folder.rglob("*.json") if path.is_file())


def roll_up(
    files: Iterable[Path],
    *,
    root: Path,
    as_of: date | None,
    today: date,
    settings: Settings,
    limits: Thresholds,
    language: Language | None = None,
) -> RollUp:
    """Sum up many teams.

    Args:
        files: Their cycles; one that cannot be read is listed, and stops nothing.
        root: The folder that their names are told from.
        as_of: The last day that counts; by default what each cycle says, else today.
        today: The day of the call.
        settings: Largest file and the like.
        limits: The thresholds.
        language: Of the messages; None for that of most teams.
    """
    gathered = _Gathered()
    for path in files:
        name = path.relative_to(root).as_posix()
        try:
            record = read_cycle(_content(path, settings), name=name, settings=settings).record
        except CoachError as error:
            told_in = language or Language.EN
            message = problem_of(error, told_in).message
            gathered.unread.append(UnreadCycle(file=name, message=message))
            continue
        day = as_of or record.as_of or today
        _take(gathered, compute(record, day, limits, compared=False), name, limits)
    spoken = gathered.languages.most_common(1)
    told_in = language or (spoken[0][0] if spoken else Language.EN)
    return _finished(gathered, told_in, limits, as_of or gathered.cutoff or today)


def _content(path: Path, settings: Settings) -> bytes:
    try:
        with path.open("rb") as source:
            data = source.read(settings.max_bytes + 1)
    except OSError as error:
        raise UnreadableInput("cannot_open", why=why(error)) from error
    if len(data) > settings.max_bytes:
        raise InputTooLarge("bytes", limit=settings.max_bytes)
    return data


def _take(gathered: _Gathered, team: Team, file: str, limits: Thresholds) -> None:
    okr_set = team.record.set
    name = okr_set.team or okr_set.owner or okr_set.id or file
    level = okr_set.level or Level.TEAM
    gathered.cutoff = max(filter(None, (gathered.cutoff, team.as_of)))
    gathered.last_entry = max(filter(None, (gathered.last_entry, last_entry(team))), default=None)
    gathered.teams.append(name)
    gathered.of_level[level] += 1
    gathered.languages[language_of_week(team.record.set)] += 1
    if team.states and all(state.last is None for state in team.states.values()):
        gathered.silent.append(name)
    waiting: list[Thread] = []
    for place, state in team.states.items():
        ref = _ref(file, name, place, state)
        gathered.counts[level][state.shown] += 1
        _take_state(gathered, team, ref, limits, level)
        if state.shown is not Shown.CLOSED:
            _take_pull(gathered, ref, team.seen[place].goal)
            open_here = open_threads(team.seen[place])
            gathered.asks += _asks(ref, open_here, limits)
            waiting += open_here
    gathered.weeks.append(week_of(team, name, file, waiting))
    if is_over(team):
        gathered.finals.append(gathered.weeks[-1].mean_progress)


def _ref(file: str, team: str, place: Place, state: KeyResultState) -> KeyResultRef:
    text = clip(state.text, _LONGEST_TEXT)
    return KeyResultRef(
        file=file, team=clip(team, LONGEST_NAME), objective=place[0], key_result=place[1], text=text
    )


def _take_state(
    gathered: _Gathered, team: Team, ref: KeyResultRef, limits: Thresholds, level: Level
) -> None:
    place = (ref.objective, ref.key_result)
    state = team.states[place]
    if alarming(state):
        gathered.attention[level] += 1
        ranked = _Ranked(urgency(state), _worst(ref, state))
        heap = gathered.worst[level]
        if len(heap) < limits.worst_a_level:
            heapq.heappush(heap, ranked)
        else:
            heapq.heappushpop(heap, ranked)
    if Code.UNMOVED in state.codes:
        gathered.unmoved_count += 1
        since = still_since(team.seen[place])
        if since and len(gathered.unmoved) < _MOST_LISTED:
            gathered.unmoved.append(Still(**ref.model_dump(), since=since))


def _worst(ref: KeyResultRef, state: KeyResultState) -> Worst:
    told = {name: getattr(state, name) for name in ("shown", "progress", "expected", "gap")}
    told["stated_on"] = state.reported_on if is_stated(state) else None
    told["confidence_on"] = state.confidence_on
    return Worst(**ref.model_dump(), **told, codes=state.codes)


def _asks(ref: KeyResultRef, waiting: list[Thread], limits: Thresholds) -> Iterator[AskedOf]:
    """What is still asked of somebody, a check-in each; whether that is a team shows at the end."""
    asked = sorted((one for one in waiting if not one.is_promise), key=lambda one: one.day)
    for day, said in groupby(asked, key=lambda one: one.day):
        words = chain.from_iterable((one.text, one.owner) for one in said)
        quote = " / ".join(filter(None, (quoted(text, limits.most_quote) for text in words)))
        yield AskedOf(**ref.model_dump(), asked="", date=day, quote=quote)


def _take_pull(gathered: _Gathered, ref: KeyResultRef, goal: Goal) -> None:
    direction = _direction(goal)
    if direction is not None:
        gathered.pulls[direction].append(Pull(**ref.model_dump(), direction=direction))


def _direction(goal: Goal) -> Direction | None:
    """Whether the metric shall rise or fall: by its numbers, else as it is worded."""
    if goal.kind is KeyResultKind.MAINTAIN:
        return None
    if goal.baseline is None or goal.target is None:
        worded = direction_of(line_of(goal.source.text))
        return None if worded is Direction.MAINTAIN else worded
    if goal.baseline == goal.target:
        return None
    return Direction.INCREASE if goal.target > goal.baseline else Direction.DECREASE


def _finished(gathered: _Gathered, language: Language, limits: Thresholds, cutoff: date) -> RollUp:
    total: Counter[Shown] = sum(gathered.counts.values(), Counter())
    made = RollUp(
        cutoff=cutoff,
        last_entry=gathered.last_entry,
        teams=len(gathered.teams),
        key_results=total.total(),
        counts=_counts(total),
        closed=sum(week.closed for week in gathered.weeks),
        reached=sum(week.reached for week in gathered.weeks),
        final_progress=rounded(plain_mean([one for one in gathered.finals if one is not None])),
        over=len(gathered.finals),
        without_check_in=gathered.silent[:_MOST_LISTED],
        weeks=sorted(gathered.weeks, key=lambda week: (week.team, week.file)),
        levels=[_level(gathered, level) for level in Level if gathered.of_level[level]],
        asked=_asked(gathered),
        opposed=list(opposed(gathered.pulls)),
        unmoved=gathered.unmoved,
        unmoved_count=gathered.unmoved_count,
        unread=gathered.unread[:_MOST_LISTED],
        message_language=language,
        settings=limits,
    )
    made.markdown = markdown.write(teams.outline(made))
    return made


def _counts(counted: Counter[Shown]) -> dict[Shown, int]:
    return {shown: counted[shown] for shown in Shown if counted[shown]}


def _level(gathered: _Gathered, level: Level) -> LevelState:
    counted = gathered.counts[level]
    return LevelState(
        level=level,
        teams=gathered.of_level[level],
        key_results=counted.total(),
        counts=_counts(counted),
        attention=gathered.attention[level],
        worst=[ranked.worst for ranked in sorted(gathered.worst[level], reverse=True)],
    )


def _asked(gathered: _Gathered) -> list[AskedOf]:
    names = TeamNames(gathered.teams)
    found: list[AskedOf] = []
    for one in gathered.asks:
        asked = names.named(one.quote, one.team)
        if asked is not None and len(found) < _MOST_LISTED:
            found.append(one.model_copy(update={"asked": clip(asked, LONGEST_NAME)}))
    return found
