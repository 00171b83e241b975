"""What stands in the way, what is asked for and what comes next, as runs of clauses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.checkins.reading.clauses import Clause
from assistant.checkins.reading.lexicon import patterns

TEXT_FIELDS = ("blocker", "ask", "next_action")
MOST_RUNS = 12
_LONGEST = 1_000
_END = " \t:~*-\"',;。.!?|【】"


@dataclass(slots=True)
class Run:
    """Clauses in a row of one kind."""

    kind: str
    clauses: list[Clause]

    @property
    def start(self) -> int:
        """Where it starts in the message."""
        return self.clauses[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return min(self.clauses[-1].end, self.start + _LONGEST)


def kind_of(seen: str, clause: Clause, unnamed: str) -> str | None:
    """Which text field a clause is of, by its label or else by its words; None for neither.

    `unnamed` are its words without those of the key result's name.
    """
    said = seen[clause.start : clause.end]
    if clause.label == "blocker":
        if _has("no_blocker", said):
            return None
        return "blocker" if clause.own else _other_than_blocker(said) or "blocker"
    if clause.label in ("ask", "next_action"):
        if patterns("cues", "nothing").fullmatch(said):
            return None
        return None if _has("no_ask", said) and clause.label == "ask" else clause.label
    if seen[clause.end : clause.end + 1] == "?" and _has("question", said):
        return None if _has("no_ask", said) else "ask"
    kind = None if is_patience(seen, clause) else _by_words(unnamed)
    return None if kind == "blocker" and ends_well(seen, clause) else kind


def is_count(unnamed: str) -> bool:
    """Whether little is said besides a name and its number: of open posts, 15 are still open."""
    return _has("lacks", unnamed)


def asks_firmly(said: str) -> bool:
    """Whether it says please, so that no other word of it can tell anything else."""
    return _has("firm_ask", said)


def ends_well(seen: str, clause: Clause) -> bool:
    """Whether the brackets behind it say that it is over: one flooded sauna (dry again)."""
    behind = patterns("cues", "over_aside").match(seen, clause.end)
    return behind is not None


def _other_than_blocker(said: str) -> str | None:
    """What a clause further on in a list of problems says that is no problem."""
    if _asks(said):
        return "ask"
    return "next_action" if _has("firm_next", said) else None


def _by_words(said: str) -> str | None:
    if _has("no_ask", said):
        return None
    if _asks(said):
        return "ask"
    hinders = _has("blocker", said) and not _has("no_blocker", said)
    hinders = hinders and patterns("values", "in_and_out").search(said) is None
    hinders = hinders and not _has("over", said)
    if _has("next_action", said) and not (_has("no_next", said) or is_of_others(said)):
        planned = _has("next_action", patterns("cues", "only_when").sub(" ", said))
        planned = planned and not (hinders and _has("waits", said))
        return "next_action" if planned or not hinders else "blocker"
    return "blocker" if hinders else None


def is_of_others(said: str) -> bool:
    """Whether a clause tells what others say they will do: the maker ships it on Monday."""
    return _has("others_next", said) and not _has("own_next", said)


def is_over(said: str) -> bool:
    """Whether what it tells hinders no more: the roads are clear again."""
    return _has("over", said)


def has_come(said: str) -> bool:
    """Whether what was waited for has come or is let through: the approval is released, 批了."""
    return _has("came", said) and not _has("no_came", said)


def is_patience(seen: str, clause: Clause) -> bool:
    """Whether a clause only asks to wait a little: please hold on, 稍等."""
    said = seen[clause.start : clause.end].strip(_END)
    return patterns("cues", "patience").fullmatch(said) is not None


def is_asked_besides(seen: str, last: Clause, clause: Clause) -> bool:
    """Whether a clause tells what is asked besides patience: 请稍等，并派两个人过来."""
    if last.sentence != clause.sentence or last.start == clause.start:
        return False
    goes_on = patterns("cues", "patience_goes_on").match(seen, last.end)
    return goes_on is not None and is_patience(seen, last)


def _asks(said: str) -> bool:
    return _has("ask", said) and not (_has("no_ask", said) or _has("asked_later", said))


def _has(key: str, said: str) -> bool:
    return patterns("cues", key).search(said) is not None


def find_runs(
    seen: str, clauses: Sequence[Clause], kinds: Sequence[str | None], plain: set[int]
) -> list[Run]:
    """Runs of one kind; a plain clause behind one in the same sentence goes on with it.

    `plain` are the indexes of clauses that say nothing else (no figure, state or confidence).
    """
    runs: list[Run] = []
    for i, (clause, kind) in enumerate(zip(clauses, kinds, strict=True)):
        last = runs[-1] if runs and i and runs[-1].clauses[-1] is clauses[i - 1] else None
        goes_on = last is not None and _goes_on(last.clauses[-1], clause)
        if kind is None:
            if last and goes_on and i in plain:
                last.clauses.append(clause)
        elif last and goes_on and last.kind == kind:
            last.clauses.append(clause)
        else:
            runs.append(Run(kind, _led_up_to(clauses, i, kind, runs, plain, seen)))
    return runs


def _goes_on(last: Clause, clause: Clause) -> bool:
    return clause.sentence == last.sentence and not (clause.own and clause.label != last.label)


def _led_up_to(
    clauses: Sequence[Clause], i: int, kind: str, runs: list[Run], plain: set[int], seen: str
) -> list[Clause]:
    """What is in the way is often told in two clauses: 2月只剩 20 万，财务没批追加.

    So is what is asked for, behind a wish or the thing that it is about.
    """
    first = i
    used = runs[-1].clauses[-1] if runs else None
    while kind in ("blocker", "ask") and first and first - 1 in plain and not clauses[i].own:
        last = clauses[first - 1]
        if last is used or not _goes_on(last, clauses[first]):
            break
        if kind == "ask" and not _has("wish", seen[last.start : last.end]):
            break
        first -= 1
    return list(clauses[first : i + 1])


def text_of(text: str, seen: str, runs: Iterable[Run]) -> tuple[str, str] | None:
    """The words of runs as one text, and the stretch of the message that they came from."""
    chosen = list(runs)[:MOST_RUNS]
    pieces = [trimmed(text, seen, run.start, run.end) for run in chosen]
    kept = [piece for piece in pieces if piece]
    if not kept:
        return None
    said = "; ".join(_closed(text, a, b) for a, b in kept)
    return said, text[kept[0][0] : kept[-1][1]]


def trimmed(text: str, seen: str, start: int, end: int) -> tuple[int, int] | None:
    """A stretch without the words that only lead up to it and the marks at its ends."""
    for _ in range(2):
        lead = patterns("cues", "lead").match(seen, start, end)
        if lead and lead.end() < end - 1:
            start = lead.end()
    kept = seen[start:end].strip(_END)
    if not kept:
        return None
    start += seen[start:end].index(kept)
    return start, start + len(kept)


def _closed(text: str, start: int, end: int) -> str:
    """With the bracket that the last words opened."""
    piece = text[start:end]
    for opened, shut in ("()", "（）"):
        if piece.count(opened) > piece.count(shut) and text[end : end + 1] == shut:
            return piece + shut
    return piece
