"""Whether a key result names a result, a counted activity, or a piece of work."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from assistant.language.facts.compound import Bundle, find_bundle
from assistant.language.facts.measurable import all_or_none, exam
from assistant.language.lexicon import expressions
from assistant.language.reading import Quantity, QuantityKind, Role
from assistant.language.words.observation import Observation, listed
from assistant.language.words.segments import CHANGE, MADE, WORK, Segment
from assistant.language.words.tokens import Token
from assistant.language.words.wording import of_words
from assistant.models import FactKind, Span
from assistant.patterns import lazy

_OF_RESULTS = frozenset(
    {
        QuantityKind.POINTS,
        QuantityKind.MONEY,
        QuantityKind.DURATION,
        QuantityKind.RATING,
        QuantityKind.MULTIPLE,
        QuantityKind.RANK,
        QuantityKind.SIZE,
    }
)
_OUTER = frozenset({"out", "metric", "defect"})
_RESULTS = frozenset({"metric", "defect", *CHANGE})
_PEOPLE = frozenset({"out", "inner"})


def find_kind(seen: Observation) -> FactKind:
    """The kind, from the numbers if there are any, else from verbs and nouns."""
    if not seen.segments or is_guarded_work(seen):
        return FactKind.TASK
    if seen.bars:
        return _of_bars(seen)
    if seen.meets_standard:
        return FactKind.OUTCOME if exam(seen) else FactKind.TASK
    if seen.threshold:
        return FactKind.OUTCOME
    if all_or_none(seen) or seen.frequency or seen.another:
        return _of_quantifier(seen)
    return FactKind.OUTPUT if _counts_open(seen.lead) else of_words(seen)


def _counts_open(lead: Segment) -> bool:
    """Whether only the number of what is made is still open (publish N stories, 发布N篇文章)."""
    behind = lead.tokens[lead.first_verb + 1 :][:1]
    return lead.opens_with_work and lead.head in MADE and _has(behind, "placeholder")


def is_guarded_work(seen: Observation) -> bool:
    """Work whose only bar says that it shall do no harm (launch with zero P1 bugs)."""
    if not seen.has("make", "finish") or not seen.has("defect"):
        return False
    tokens = seen.tokens
    at = next((i for i, t in enumerate(tokens) if t.tags[0] in ("target", "none")), len(tokens))
    before, behind = tokens[:at], tokens[at:]
    if not any(t.tags[0] in ("make", "finish") for t in before) or _has(
        before, "up", "down", "act"
    ):
        return False
    harmless = _has(before[-4:], "defect") or _has(behind[:5], "defect")
    apart = _has(before, "comma", "semi", "conj", "by", "guard")
    return apart and harmless and not _has(before, "to")


def _has(tokens: Sequence[Token], *tags: str) -> bool:
    return any(t.tags[0] in tags for t in tokens)


def _of_bars(seen: Observation) -> FactKind:
    if is_own_progress(seen):
        return FactKind.TASK
    if find_bundle(seen) is Bundle.YIELD:
        return FactKind.OUTCOME
    starts = [bar for bar in seen.bars if bar.role is Role.BASELINE]
    kinds = [_of_bar(seen, bar) for bar in (starts or seen.bars)[:_ENOUGH]]
    return FactKind.OUTCOME if FactKind.OUTCOME in kinds else FactKind.OUTPUT


_ENOUGH = 20  # bars that are looked at, so that time stays bounded


def is_own_progress(seen: Observation) -> bool:
    """Whether a percentage tells how far a project of one's own has come."""
    percent = any(bar.kind is QuantityKind.PERCENT for bar in seen.bars)
    if not percent or seen.has("share", *_PEOPLE, *(_RESULTS - {"reach"})):
        return False
    named = seen.has("percent_done", "past", "finish")
    words = named or any("project" in t.tags for t in seen.tokens)
    return words and seen.has("deliv", "event", "make")


def _of_bar(seen: Observation, bar: Quantity) -> FactKind:
    segment = segment_of(seen, bar)
    if _is_qualifier(seen, segment, bar):
        return FactKind.OUTPUT
    if bar.kind is QuantityKind.PERCENT:
        if expressions("measures", "in_short_time").search(seen.folded):
            return FactKind.OUTCOME
        put = _is_put_through(seen, segment)
        return FactKind.OUTPUT if put else _of_percent(segment)
    if bar.kind in _OF_RESULTS and (segment.has(*_RESULTS) or not segment.has(*WORK)):
        return FactKind.OUTCOME
    if bar.kind is QuantityKind.DURATION and _limits_time(seen.folded, bar):
        return FactKind.OUTCOME
    return _of_count(seen, segment, bar)


def segment_of(seen: Observation, bar: Quantity) -> Segment:
    """The part that a bar stands in; the whole line when that part names nothing."""
    acts: Segment | None = None  # the part whose activity goes on in this one
    for segment in seen.segments:
        if segment.start <= bar.span.start < segment.end:
            if acts and segment.first_verb < 0 and segment.tokens[0].tag == "target":
                return Segment([acts.tokens[acts.first_verb], *segment.tokens], segment.mark)
            named = segment.first_verb >= 0 or segment.head
            return segment if named else Segment(seen.tokens, "edge")
        opens = segment.opens_with_verb and segment.verb == "act"
        acts = segment if opens else acts if segment.first_verb < 0 else None
    return Segment(seen.tokens, "edge")


def _limits_time(folded: str, bar: Quantity) -> bool:
    """Whether work is to be done within a time (answer all tickets in 4 h)."""
    before = folded[max(0, bar.span.start - _NEAR) : bar.span.start]
    behind = folded[bar.span.end : bar.span.end + 3]
    return listed("measures", "within").search(before + " | " + behind) is not None


_NEAR = 12


def _is_qualifier(seen: Observation, segment: Segment, bar: Quantity) -> bool:
    """Whether a bar only qualifies the things counted just before it (10 widgets with 100% …)."""
    first = next(b for b in seen.bars if b.span.start >= segment.start)
    counts = first is not bar and first.kind is QuantityKind.COUNT
    return counts and counted_class(segment, first) in MADE and bar.role is not Role.CHANGE


def _is_put_through(seen: Observation, segment: Segment) -> bool:
    """Whether a population had something done to it (services are migrated, 评审覆盖率)."""
    if expressions("measures", "put_share").search(seen.folded, segment.start, segment.end):
        return True
    acts = [b for a, b in pairwise(segment.tokens) if a.tag in ("be", "x") and b.form == "ed"]
    done = next(
        (t for t in acts if t.tag in ("make", "act", "adj") and "be" in _tags(segment)), None
    )
    quality = listed("measures", "qualified")
    return done is not None and not quality.search(seen.folded, done.end, segment.end)


def _tags(segment: Segment) -> set[str]:
    return {token.tag for token in segment.tokens}


def _of_percent(segment: Segment) -> FactKind:
    """Of a population put through work, an output; of what others do, an outcome."""
    if segment.has("metric", "defect", "others", "win", "pass", "improve"):
        return FactKind.OUTCOME
    if segment.has("share"):
        return FactKind.OUTPUT if any(map(_is_work_done, segment.tokens)) else FactKind.OUTCOME
    if segment.has("out", "up", "down", "keep"):
        return FactKind.OUTCOME
    return FactKind.OUTPUT if segment.has(*WORK, "deed") else FactKind.OUTCOME


def _is_work_done(token: Token) -> bool:
    """Whether a word says that work was put in (stores fitted, 已换装)."""
    worked = token.tags[0] in ("deed", "adj", "make", "act")
    return worked and token.form in ("ed", "ing", "zh")


def _of_count(seen: Observation, segment: Segment, bar: Quantity) -> FactKind:
    counted, verb = counted_class(segment, bar), segment.verb
    if _is_of_others(seen, segment):
        return FactKind.OUTCOME
    if bar.role is Role.BASELINE:
        return FactKind.OUTPUT if counted in (*MADE, "inner") else FactKind.OUTCOME
    if _others_act(segment, bar) or (bar.high == 0 and not segment.opens_with_work):
        return FactKind.OUTCOME
    if counted == "defect":
        return FactKind.OUTPUT if verb in WORK else FactKind.OUTCOME
    if counted in MADE and not segment.has("metric", "down") and not _sells(segment):
        return FactKind.OUTPUT
    return _of_counted_people(seen, segment, counted, verb)


def _sells(segment: Segment) -> bool:
    """Whether things of one's own are sold or won, not made (课程卖出500份)."""
    return any(t.tag == "win" and not {"make", "act"}.intersection(t.tags) for t in segment.tokens)


def _is_of_others(seen: Observation, segment: Segment) -> bool:
    """Whether others do what is counted, or enter into it with us."""
    if segment.opens_with_verb and segment.verb == "act":
        return False
    span = (segment.start, segment.end)
    keys = ("by_outsiders", "partnered")
    return any(expressions("measures", key).search(seen.folded, *span) for key in keys)


def _of_counted_people(seen: Observation, segment: Segment, counted: str, verb: str) -> FactKind:
    """Own people hired are an output; others won are an outcome."""
    if verb in ("down", "win", "pass"):
        return FactKind.OUTCOME
    if counted == "inner":
        return FactKind.OUTPUT
    invited = segment.opens_with_verb and verb == "act"
    joined = expressions("measures", "joined").search(seen.folded, segment.start, segment.end)
    if joined and not invited:
        return FactKind.OUTCOME
    if counted in _OUTER or (verb in CHANGE and counted not in MADE):
        own = verb in WORK - {"get"} and not segment.has(*CHANGE)
        return FactKind.OUTPUT if own else FactKind.OUTCOME
    return FactKind.OUTCOME if segment.has("metric") and verb not in WORK else FactKind.OUTPUT


def _others_act(segment: Segment, bar: Quantity) -> bool:
    """Whether those who are counted do something themselves (30 girls join the club)."""
    behind = [t for t in segment.tokens if t.start >= bar.span.end]
    before = [t for t in segment.tokens if t.end <= bar.span.start]
    if _has(before, *WORK):
        return False
    finite = any(t.tags[0] in WORK and not t.form for t in behind[1:]) and not _has(behind, "to")
    used = any(t.tag == "others" and t.form == "zh" for t in before) and not segment.opens_with_verb
    return _has(behind, "others", "pass") or finite or used


def counted_class(segment: Segment, bar: Quantity) -> str:
    """The class of the noun behind a number; else of the nearest one in front of it."""
    classes = ("deliv", "event", "inner", *_OUTER)
    behind = _heads([t for t in segment.tokens if t.start >= bar.span.end])
    before = [t.tags[0] for t in segment.tokens if t.end <= bar.span.start]
    return next((tag for tag in [*behind, *reversed(before)] if tag in classes), "")


def _heads(tokens: Sequence[Token]) -> list[str]:
    """The classes of the words; of Chinese nouns in a row only the last counts (战略客户)."""
    pairs = zip(tokens, [*tokens[1:], None], strict=False)
    return [t.tag for t, right in pairs if not (right and _joins_noun(t, right))]


def _joins_noun(left: Token, right: Token) -> bool:
    nouns = left.tag in _COUNTED_NOUNS and right.tag in _COUNTED_NOUNS
    return nouns and left.form == right.form == "zh" and left.end == right.start


_COUNTED_NOUNS = frozenset({"deliv", "event", "inner", "out"})


def _of_quantifier(seen: Observation) -> FactKind:
    lead = seen.lead
    if expressions("measures", "able").match(seen.folded, lead.start):
        return FactKind.OUTCOME
    if (lead.verb == "others" and not lead.opens_with_verb) or lead.tokens[0].tags[0] == "none":
        return FactKind.OUTCOME
    if lead.has("defect", "out", "metric") and not lead.has(*WORK):
        return FactKind.OUTCOME
    return FactKind.OUTPUT


def kind_words(seen: Observation, kind: FactKind) -> Span | None:
    """The verb or noun that makes a line a task or an output; else its first part."""
    if kind is FactKind.OUTCOME or not seen.tokens:
        return None
    verbs = [t for t in seen.tokens if t.tags[0] in WORK]
    shown: Sequence[Token] = (verbs or _nouns_of_work(seen))[:1] or seen.lead.tokens
    noun = len(shown) == 1 and shown[0].form in ("s", "ing")
    end = _tie(seen, shown[0]) if noun else shown[-1].end
    return Span(start=shown[0].start, end=end)


def _nouns_of_work(seen: Observation) -> list[Token]:
    """The things made, and the deeds said as nouns (a meeting with product)."""
    pairs = zip(seen.tokens, [*seen.tokens[1:], None], strict=False)
    return [t for t, right in pairs if t.tags[0] in MADE or _is_deed(seen, t, right)]


def _is_deed(seen: Observation, token: Token, behind: Token | None) -> bool:
    """Whether a noun made of a verb names the work itself, not what the next noun is of."""
    if (token.tags[0], token.form) != ("deed", "ing"):
        return False
    tied = _tie(seen, token) < token.end
    return tied or behind is None or behind.tags[0] not in (*MADE, *_OUTER, "x")


def _tie(seen: Observation, token: Token) -> int:
    """Where a word ends without the preposition that ties it to the next."""
    tie = _TIE.search(seen.folded, token.start, token.end)
    return tie.start() if tie else token.end


_TIE = lazy(" (?:with|to|at|in|on|for|from|by|into)$")  # "meeting with" is shown as "meeting"
