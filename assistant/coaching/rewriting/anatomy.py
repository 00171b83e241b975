"""What a line of work is about: its verb, and the author's own words for the thing.

"Launch the new checkout page by 30 June to please buyers" → verb "launch", topic "new checkout
page"; 完成门店补货需求调研及整理 → verbs 完成, 调研, 整理, topic 门店补货需求.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from assistant.coaching.rewriting.chinese import Parts, chinese_parts, done_to
from assistant.coaching.rewriting.expressions import DOING, expression, patterns, texts
from assistant.coaching.rewriting.shortening import (
    EDGES,
    END,
    is_half_open,
    short_chinese,
    short_english,
)
from assistant.language.facts.verdicts import observe
from assistant.language.script import CJK, fold
from assistant.language.words.observation import Observation
from assistant.language.words.segments import WORK, Segment
from assistant.language.words.tokens import Token
from assistant.language.words.vocabulary import forms, vocabulary

_LINK = re.compile(r"!?\[([^\[\]]{1,80})\](?:\([^()\s]{0,200}\)|\[[^\[\]]{0,40}\])")
_MARKUP = re.compile(
    r":[a-z]{2,10}:(?=`)|\*\*|__|`|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)|<(?=[A-Za-z/!])[^<>]{1,20}>"
)
_STRUCK = re.compile(r"<(s|strike|del)>[^<>]{0,400}</\1>|~~[^~]{1,400}~~", re.I)
_JOINED = re.compile(r"^(?:and|or|then|plus|并|和|以及|並)\s*", re.I)
_SHORTEST_LEFT = 5  # signs
_NUMBERED = re.compile(
    r"^\s*(?:[①-⑳]|[(（][1-9][)）]|[1-9][)）、]|(?:kr|o) ?[0-9]{1,2}(?:\.[0-9]{1,2})? ?[:：])\s*",
    re.I,
)
_BRACKETS = re.compile(r"\s?[(（][^()（）]{0,120}[)）]")


CLAUSE = re.compile("[,，;；。](?![0-9])")


@dataclass(frozen=True, slots=True)
class Work:
    """A line taken apart; `topic` is in the author's words and may be empty."""

    text: str  # without markup and brackets
    folded: str
    chinese: bool
    verbs: tuple[str, ...]
    topic: str
    done: str = ""  # what is over once the work is: 费控系统上线, migrating the old ledger
    doing: str = ""  # in English, the verb of any work: launching
    whole: bool = False  # whether the topic is the line itself as a name: registering both kids


def plain(text: str) -> str:
    """The text without markup, links and what stands in brackets."""
    text = unmarked(text)
    bare = _BRACKETS.sub("", _BRACKETS.sub("", text))
    kept = bare if len(bare.strip(EDGES)) > 1 else text
    kept = " ".join(kept.split())
    stripped = kept.strip(EDGES)
    closed = kept.strip(END)  # a quotation mark at the end closes one that stands in the line
    return closed if is_half_open(stripped) and not is_half_open(closed) else stripped


def unmarked(text: str) -> str:
    """The text without its number, markup and links; what stands in brackets stays."""
    return _NUMBERED.sub("", _MARKUP.sub("", _LINK.sub(r"\1", _not_struck(text))))


def _not_struck(text: str) -> str:
    """What its author left standing of a text, where that is not nothing."""
    left = _STRUCK.sub(" ", text)
    kept = _JOINED.sub("", left.strip(EDGES)) if left != text else text
    return kept if len(kept) > _SHORTEST_LEFT else text


def take_apart(text: str, *, chinese: bool | None = None) -> Work:
    """Find verb and topic of a line of work or of a wish."""
    bare = plain(text)
    is_chinese = bool(CJK.search(bare)) if chinese is None else chinese
    bare = without_lead(_main(bare) if is_chinese else bare, is_chinese)
    bare = _apart_from_verb(bare) if is_chinese else bare
    extent = patterns()["extent"].search(fold(bare))
    bare = bare[: extent.end("deed")] if extent else bare
    seen = observe(bare)
    parts = chinese_parts(seen) if is_chinese else None
    verbs, start, end = _english(seen) if parts is None else _spoken(parts)
    described = patterns()["described_zh"].search(seen.folded) if is_chinese else None
    if described:
        start, end = described.span("thing")
    topic = _trimmed(bare[start:end] if start < end else bare, is_chinese)
    topic = "" if patterns()["state"].match(fold(topic)) else topic
    if is_chinese and len(topic) == 1:
        topic = "".join(verbs[:1]) + topic
    done = "".join(verbs) if is_chinese else " ".join(verbs)
    topic = topic or done or bare.strip(EDGES)
    if parts:
        return Work(bare, fold(bare), True, verbs, topic, done_to(parts, topic))
    active = doing(verbs, bare[start:end], topic)
    makes = patterns()["makes_en"].fullmatch(_BARE.sub("", verbs[-1])) if verbs else None
    return Work(bare, fold(bare), False, verbs, topic, "" if makes else active, active)


def _spoken(parts: Parts) -> tuple[tuple[str, ...], int, int]:
    return (*parts.front, *parts.behind), parts.start, parts.end


_BARE = re.compile(r" (?:an?|the)$")  # run a, as a list has it


def is_won(work: Work) -> bool:
    """Whether a line names what is won or beaten: nothing is made that could be used."""
    verb = work.verbs[0] if work.verbs else work.folded
    return patterns()["won_zh" if work.chinese else "won_en"].match(verb) is not None


def doing(verbs: tuple[str, ...], thing: str, topic: str) -> str:
    """The verb in which English says that the work is over: after migrating the ledger.

    Where the thing is there because of the work, it can do without: after the new checkout page.
    """
    verb = _BARE.sub("", verbs[-1]) if verbs else ""
    if not verb or verb == fold(topic):
        return ""
    listed = vocabulary()[0].get(verb)
    if listed is None or listed.form or not any(tag in DOING for tag in listed.tags):
        return ""
    led = patterns()["led_en"].match(fold(thing).lstrip())
    active = next(written for written, form in forms(verb, "make") if form == "ing")
    return f"{active} {led[0]}" if led else active


def without_lead(text: str, chinese: bool) -> str:
    """Without what only introduces: "We will", 我们要努力, 为提升效率，."""
    lead = patterns()["lead_zh" if chinese else "lead_en"]
    for _ in range(3):
        match = lead.match(fold(text))
        if match is None or match.end() >= len(text) - 1:
            break
        text = text[match.end() :].lstrip(EDGES)
    return text


def _main(text: str) -> str:
    """A Chinese line from the clause that says what is done: 围绕…，完成选型 is about 选型."""
    lead = expression("clauses", "aside_zh")
    starts = [0, *(at.end() for at in CLAUSE.finditer(text))]
    main = next((at for at in starts if not lead.match(_first_of(text[at:]))), starts[-1])
    return text[main:].lstrip(EDGES) or text


def _first_of(text: str) -> str:
    return fold(CLAUSE.split(text)[0].strip(EDGES))


def _apart_from_verb(text: str) -> str:
    """上线商家成长体系: the word behind the verb begins where it begins."""
    found = patterns()["own_word_zh"].match(fold(text))
    listed = vocabulary()[1].get(found["verb"]) if found else None
    if found is None or listed is None or not any(tag in DOING for tag in listed.tags):
        return text
    return f"{text[: found.end()]} {text[found.end() :]}"


def _english(seen: Observation) -> tuple[tuple[str, ...], int, int]:
    folded = seen.folded
    told = patterns()["perfect_en"].match(folded) or patterns()["skill_en"].match(folded)
    if told:
        return (told["verb"],), told.end(), _object_end(seen, told.end())
    opening = opening_verbs(seen)
    if opening:
        start = opening[-1].end
        ends = [_object_end(seen, start)]
        taught = patterns()["taught_en"].match(folded, opening[-1].start)
        return texts(seen, opening), start, min([*ends, *([taught.end()] if taught else [])])
    unlisted = patterns()["unlisted_en"].match(folded)
    if unlisted:
        return (unlisted["verb"],), unlisted.end(), _object_end(seen, unlisted.end())
    passive = patterns()["passive_en"].search(folded)
    if passive and passive.start() > 0:
        return (passive["verb"] or passive["be"],), 0, passive.start()
    done = next((t for t in seen.tokens[1:] if is_done(t)), None)
    if done:
        return texts(seen, [done]), 0, done.start
    return _active(seen)


def _active(seen: Observation) -> tuple[tuple[str, ...], int, int]:
    """A sentence with a subject: what is done, where that is named in two words or more."""
    has = patterns()["has_en"].search(seen.folded)
    if has:
        return ("have",), has.end(), _object_end(seen, has.end())
    verb = next((b for a, b in pairwise(seen.tokens) if is_finite(a, b, seen)), None)
    if verb is None:
        return (), 0, _object_end(seen, 0)
    end = _object_end(seen, verb.end)
    if len(seen.folded[verb.end : end].split()) > 1:
        return texts(seen, [verb]), verb.end, end
    return texts(seen, [verb]), 0, verb.start


def is_finite(subject: Token, verb: Token, seen: Observation) -> bool:
    """Whether somebody does it: teams commit, the tower manages."""
    if verb.tag not in (*DOING, "others") or verb.form not in ("s", ""):
        return False
    group = patterns()["group_en"].fullmatch(seen.folded, subject.start, subject.end)
    return verb.form == "s" or subject.form == "s" or group is not None


def is_done(token: Token) -> bool:
    """Whether a word says that something is done."""
    return token.tag in ("past", "percent_done") or (token.form == "ed" and token.tag in WORK)


def opening_verbs(seen: Observation) -> list[Token]:
    """The verbs that open a line, with what joins them (design, build and launch)."""
    found: list[Token] = []
    for token in seen.tokens:
        if _opens(token, found, seen):
            found.append(token)
        elif not (found and token.tag in ("conj", "comma", "slash", "or", "enum")):
            if not found and token.tag in ("det", "to", "want", "we") and token.start < _EARLY:
                continue
            break
    return found


_EARLY = 4


def _opens(token: Token, found: list[Token], seen: Observation) -> bool:
    if token.form in ("s", "ed") and token.form != "zh":
        return False
    if token.tag in DOING or (found and token.tag == "others"):
        return not found or _joined(seen, found[-1], token) or token.form == "ing"
    if found or token.start:
        return False
    word = seen.folded[token.start : token.end]
    listed = not token.form and any(tag in DOING for tag in token.tags)
    return listed or patterns()["verb_en"].fullmatch(word) is not None


def _joined(seen: Observation, left: Token, right: Token) -> bool:
    between = seen.folded[left.end : right.start]
    if not between.strip():  # roll out route planning: the second word is no verb there
        return patterns()["det_en"].match(seen.folded, right.end) is not None
    return between.strip(" ,/&") in ("", "and", "or", "then")


def _object_end(seen: Observation, start: int) -> int:
    match = patterns()["object_end_en"].search(seen.folded, start + 1)
    ends = [match.start()] if match else []
    opens = seen.tokens[0].form if seen.tokens else ""
    ends += [s.start for s in seen.segments if s.start > start + 2 and _acts_anew(s, opens)]
    return min(ends, default=len(seen.folded))


def _acts_anew(segment: Segment, form: str) -> bool:
    """Whether a part has a verb of its own, so that another thing begins."""
    verb = segment.tokens[segment.first_verb] if segment.opens_with_verb else None
    return verb is not None and verb.form in ("", form) and len(segment.tokens) > 1


def _trimmed(topic: str, chinese: bool) -> str:
    """The topic without amounts, small words and what makes it long."""
    topic = topic.strip(EDGES)
    if chinese:
        topic = _after(_after(topic, "small_zh"), "amount_zh")
        return short_chinese(_without_tail(_without_tail(topic)))
    for name in ("small_en", "amount_en", "small_en", "amount_en"):
        topic = _after(topic, name)
    return short_english(topic.strip(EDGES))


def _without_tail(topic: str) -> str:
    tail = patterns()["tail_zh"].search(fold(topic))
    return (topic[: tail.start()] if tail else topic).strip(EDGES)


def _after(topic: str, name: str) -> str:
    match = patterns()[name].match(fold(topic))
    return topic[match.end() :] if match and match.end() < len(topic) else topic
