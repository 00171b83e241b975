"""A line as a row of classed words: what the facts are read off, in English and Chinese alike.

English words are looked up in all their forms, Chinese text by the longest entry at each place;
numbers, dates and placeholders come ready from the readers of those. What no list knows is an
`x`; the class of a word that stands in several lists is settled by its place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from assistant.language.lexicon import section
from assistant.language.words.vocabulary import (
    NOUN_CLASSES,
    SMALL_CLASSES,
    VERB_CLASSES,
    Entry,
    vocabulary,
)
from assistant.patterns import lazy

_LONGEST_ZH = 7
_LONGEST_EN = 4
_SCAN = lazy(
    r"(?<![a-z0-9])v[0-9]{1,3}(?:\.[0-9]{1,3}){0,3}(?!\.?[a-z0-9])"  # v2, v1.3 are names
    r"|[a-z]+(?:['.-][a-z]+)*'?|[0-9]+(?:\.[0-9]+)*|[㐀-鿿]+|[^\sa-z0-9㐀-鿿]"
)
_SEPARATORS = {
    ",": "comma", "、": "enum", ";": "semi", "。": "stop", ".": "stop", "!": "stop", "?": "stop",
    ":": "colon", "(": "open", ")": "shut", "[": "open", "]": "shut", "+": "plus", "/": "slash",
    "→": "arrow", "-": "dash", "&": "conj", "<": "cmp", ">": "cmp", "≤": "cmp", "≥": "cmp",
    "\\": "enum",
    "=": "cmp", '"': "quote", "《": "quote", "》": "quote", "「": "quote", "」": "quote",
}  # fmt: skip
BREAKS = frozenset({"comma", "or", "enum", "semi", "stop", "conj", "colon", "plus"})


class Token(NamedTuple):
    """A word or mark with its classes; `tags[0]` is the class it has at its place."""

    start: int
    end: int
    tags: tuple[str, ...]
    form: str = ""  # of an English verb: "", "s", "ed", "ing"

    @property
    def tag(self) -> str:
        """The class of the word at its place."""
        return self.tags[0]


class Held(NamedTuple):
    """A stretch that another reader has classed already."""

    start: int
    end: int
    tags: tuple[str, ...]


def tokenize(folded: str, held: Sequence[Held]) -> list[Token]:
    """The classed words of a folded line; `held` are in order and do not overlap."""
    tokens: list[Token] = []
    at = 0
    for piece in held:
        if piece.start < at:
            continue
        _scan(folded, at, piece.start, tokens)
        tokens.append(Token(piece.start, piece.end, piece.tags))
        at = piece.end
    _scan(folded, at, len(folded), tokens)
    for i in range(len(tokens)):
        tokens[i] = _settled(tokens, i)
    return tokens


def _scan(folded: str, start: int, end: int, tokens: list[Token]) -> None:
    english, chinese = vocabulary()
    matches = list(_SCAN.finditer(folded, start, end))
    i = 0
    while i < len(matches):
        match = matches[i]
        first = match[0][0]
        if first >= "㐀" and first <= "鿿":
            _chinese(folded, match.start(), match.end(), chinese, tokens)
            i += 1
        elif "a" <= first <= "z":
            i += _english(folded, matches, i, english, chinese, tokens)
        else:
            spaced = first == "/" and folded[match.start() - 1 : match.end() + 1] == " / "
            tag = "semi" if spaced else _SEPARATORS.get(first, "sign")
            tokens.append(Token(match.start(), match.end(), (tag,)))
            i += 1


def _english(
    folded: str,
    matches: list[re.Match[str]],
    i: int,
    english: dict[str, Entry],
    chinese: dict[str, Entry],
    tokens: list[Token],
) -> int:
    start = matches[i].start()
    for count in range(min(_LONGEST_EN, len(matches) - i), 0, -1):
        end = matches[i + count - 1].end()
        word = folded[start:end]
        entry = english.get(word) or chinese.get(word)
        if entry is not None:
            form = "" if entry.form == "zh" else entry.form
            tokens.append(Token(start, end, entry.tags, form))
            return count
    whole = matches[i]
    tail = whole[0].rsplit("-", 1)[-1].removesuffix("'s").removesuffix("'")
    entry = english.get("time" if whole[0].startswith("time-to-") else tail)
    if entry is None and tail.endswith("ier"):
        entry = Entry(("more",))  # healthier, easier
    tags, form = entry if entry and tail else (("x",), _unknown_form(tail))
    tokens.append(Token(start, whole.end(), tags, form))
    return 1


def _unknown_form(word: str) -> str:
    if word.endswith("s"):
        return "" if word.endswith("ss") else "s"
    form = next((ending for ending in ("ed", "ing", "ly") if word.endswith(ending)), "")
    return "" if form == "ly" and word in section("irregular")["described"] else form


def _chinese(
    folded: str, start: int, end: int, chinese: dict[str, Entry], tokens: list[Token]
) -> None:
    unknown = start
    at = start
    while at < end:
        for length in range(min(_LONGEST_ZH, end - at), 0, -1):
            entry = chinese.get(folded[at : at + length])
            if entry is not None and not _is_cut(folded, at, length):
                break
        else:
            at += 1
            continue
        if (
            length == 1
            and entry.tags[0] not in SMALL_CLASSES
            and _is_inside(tokens, unknown, at, entry)
        ):
            at += 1  # a single sign inside an unknown word is not that word
            continue
        if unknown < at:
            tokens.append(Token(unknown, at, ("x",), "zh"))
        tags = entry.tags
        if tags[0] in _WORK and _DOER.match(folded, at + length):
            tags, length = ("out",), length + 1  # 开发者, 骑行者
        tokens.append(Token(at, at + length, tags, entry.form))
        at += length
        unknown = at
    if unknown < end:
        tokens.append(Token(unknown, end, ("x",), "zh"))


def _is_cut(folded: str, at: int, length: int) -> bool:
    """Whether the end of a word belongs to the next one: 并发 in 并发布, 和平 in 和平台."""
    behind = _not_before().get(folded[at : at + length], "")
    return folded[at + length : at + length + 1] in behind if behind else False


@cache
def _not_before() -> Mapping[str, str]:
    table: Mapping[str, str] = section("particles")["not_before"]
    return table


def _is_inside(tokens: list[Token], unknown: int, at: int, entry: Entry) -> bool:
    """Whether a single sign only looks like a word: inside or right behind another."""
    if unknown < at:
        return True
    before = tokens[-1] if tokens and tokens[-1].end == at else _NOTHING
    return entry.tags[0] in _VERBS and before.tags[0] in (*NOUN_CLASSES, "x", "abstract")


def _settled(tokens: list[Token], i: int) -> Token:
    token = tokens[i]
    follower = tokens[i + 1] if i + 1 < len(tokens) else _NOTHING
    if token.tags[0] == "x" and not token.form and follower.tags[0] in _OBJECT_NEXT:
        before = tokens[i - 1] if i else _NOTHING
        return token._replace(tags=("make", "x")) if before.tag in _VERB_NEXT else token
    if token.tags[0] in _FIXED or token.tags[0] not in _VERBS:
        return token
    if token.form == "zh":
        return _as_metric(token, tokens[i + 1 : i + 3])
    if _is_auxiliary(token) and follower.form == "ed" and i and tokens[i - 1].tag == "we":
        return token._replace(tags=("be", *token.tags))
    if not _is_verb(tokens, i, follower):
        return _as_noun(token)
    return token._replace(tags=("others", *token.tags)) if _has_subject(tokens, i) else token


def _as_metric(token: Token, behind: Sequence[Token]) -> Token:
    """A Chinese verb of work right in front of a short metric word is part of its name.

    It is not where that word only tells of what thing it is: 升级薪资系统.
    """
    follower = behind[0] if behind else _NOTHING
    if len(behind) > 1 and behind[1].tags[0] == "deliv" and behind[1].start == follower.end:
        return token
    adjacent = follower.start == token.end and "out" not in follower.tags
    named = follower.tags[0] in _MEASURES and adjacent
    if named and follower.end - follower.start <= 2 and token.tag in _WORK:
        own = follower.tags[0] == "share" and token.tag in ("make", "act")
        return token._replace(tags=("deed", token.tag) if own else ("metric",))
    return token


def _is_verb(tokens: list[Token], i: int, follower: Token) -> bool:
    token, before = tokens[i], _before(tokens, i)
    if before.tag == "we" or (token.form == "ed" and _is_auxiliary(before)):
        return True
    if _names_measure(token, follower):
        return "pure" in token.tags and before.tag in _VERB_NEXT
    if before.tag in _NOUN_NEXT:
        return False
    if token.form == "ed":
        return follower.tags[0] not in _DESCRIBED  # "documented endpoints" name things
    return _is_act(token, before, follower)


def _is_act(token: Token, before: Token, follower: Token) -> bool:
    named = any(tag in NOUN_CLASSES for tag in token.tags)
    if named and ("of" in follower.tags or (token.form == "s" and before.tag in _OPENS)):
        return False  # "share of services", "sponsors renew"
    if before.tag in _VERB_NEXT:
        return True
    if token.form == "ing" or (not token.form and "of" in follower.tags):
        return False  # a prioritised list of
    acts = before.tag in _ACTORS and before.form == "s" and not token.form
    return acts or not named  # "customers report", "engineers document"


def _before(tokens: list[Token], i: int) -> Token:
    """The word in front, but for an adverb: properly test, successfully hire."""
    at = i - 2 if i and (tokens[i - 1].tag, tokens[i - 1].form) == ("x", "ly") else i - 1
    return tokens[at] if at >= 0 else _NOTHING


def _is_auxiliary(token: Token) -> bool:
    return "be" in token.tags and "get" in token.tags  # "have" of "we have developed standards"


def _names_measure(token: Token, follower: Token) -> bool:
    """Whether a verb may be part of the name of a metric: build time, training pass rate."""
    return follower.tag in _MEASURES and token.tag in _WORK and token.form in ("", "ing")


def _as_noun(token: Token) -> Token:
    nouns = tuple(tag for tag in token.tags if tag in NOUN_CLASSES)
    if not nouns:
        nouns = ("adj",) if token.form == "ed" else ("deed",)
    return token._replace(tags=nouns + tuple(t for t in token.tags if t not in nouns))


def _has_subject(tokens: list[Token], i: int) -> bool:
    """Whether others do it: "parents take part", "squads use the store"."""
    before = tokens[i - 1] if i else _NOTHING
    if before.form == "ly" and i > 1:
        before = tokens[i - 2]
    plural = before.form == "s" and before.tag in _ACTORS
    return plural and not tokens[i].form and tokens[i].tags[0] in _WORK


_DESCRIBED = frozenset((*NOUN_CLASSES, "x"))
_OPENS = frozenset({"edge", "comma", "semi", "conj"})
_MEASURES = frozenset({"metric", "share"})
_DOER = lazy("者|员(?!工)|商(?![家务品])")  # 推出|员工, 上线|商家
_ACTORS = frozenset({"out", "inner", "deed", "x"})
_OBJECT_NEXT = frozenset({"det", "target", "all"})
_NOTHING = Token(0, 0, ("edge",))
_VERBS = frozenset((*VERB_CLASSES, "others"))
_WORK = frozenset({"make", "act", "finish", "others", "pass", "get", "light"})
_FIXED = frozenset({"improve"})  # a quality made better is never named by its participle alone
_MARKS_NEXT = ("edge", "comma", "semi", "stop", "colon", "open", "shut", "dash", "slash", "enum")
_VERB_NEXT = frozenset({*_MARKS_NEXT, "to", "conj", "or", "be", "by", "after", "past"})
_NOUN_NEXT = frozenset({"of", "target", "scope", "want", "det", "prep", "all", "none", "more"})
