"""A Chinese line taken apart: its verbs stand in front of the thing, behind it or in its midst."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import zip_longest

from assistant.coaching.rewriting.expressions import DOING, patterns, texts
from assistant.coaching.rewriting.shortening import EDGES, set_apart
from assistant.language.script import fold
from assistant.language.words.observation import Observation
from assistant.language.words.segments import WORK
from assistant.language.words.tokens import Token
from assistant.language.words.vocabulary import vocabulary
from assistant.own_data import load

_SHORTEST = 3
_MADE_OF_VERBS = tuple("式型性")


@dataclass(frozen=True, slots=True)
class Parts:
    """A Chinese line: its verbs in front of the thing and behind it, and where the thing stands."""

    front: tuple[str, ...]
    behind: tuple[str, ...]
    start: int
    end: int


def chinese_parts(seen: Observation) -> Parts:
    """The verbs of a line, and where the thing that they are about begins and ends."""
    tokens = [t for t in _first_clause(seen) if not (_is_mark(seen, t) or _is_amount(seen, t))]
    if not tokens:
        return Parts((), (), 0, len(seen.folded))
    unlisted = patterns()["unlisted_zh"].match(seen.folded, tokens[0].start)
    if unlisted and not _is_verb(tokens[0]):
        return Parts((unlisted["verb"],), (), unlisted.end(), tokens[-1].end)
    front, back = _core(seen, tokens)
    kept = tokens[front:back]
    before = [t for t in tokens[:front] if _is_verb(t) or not t.start]
    after = [t for t in tokens[back:] if _is_verb(t)]
    start = kept[0].start
    while start > 0 and seen.folded[start - 1] in _OPENING_MARKS:
        start -= 1
    end = kept[-1].end
    if seen.folded[end : end + 1] in _CLOSING_MARKS:
        end += 1
    return Parts(texts(seen, before), texts(seen, after), start, end)


def _is_mark(seen: Observation, token: Token) -> bool:
    sign = token.tag == "sign" and not seen.folded[token.start].isdigit()
    return sign or token.tag in ("quote", "dash")


def _is_amount(seen: Observation, token: Token) -> bool:
    """Whether a word only leads to an amount: 申报至少3个课题."""
    return patterns()["quantity_zh"].fullmatch(seen.folded, token.start, token.end) is not None


_OPENING_MARKS = tuple('《「“"『')
_CLOSING_MARKS = tuple('》」”"』')


def _core(seen: Observation, tokens: list[Token]) -> tuple[int, int]:
    """Where among the tokens the thing stands that the verbs in front and behind are about."""
    front = _front(seen, tokens)
    if front == 0:
        front, back = _inner(seen, tokens)
    else:
        back = len(tokens)
    counted = any(token.tag == "target" for token in tokens)
    while (
        back > front + 1
        and _closes(tokens, back)
        and not (counted and tokens[back - 1].tag == "act")
        and not _is_happening(seen, tokens[back - 1])
    ):
        back -= 1
    if 0 < front < len(tokens) and _names_the_thing(seen, tokens, front, back):
        front = 0
    if front >= back:
        return 0, len(tokens)
    if _too_short(seen, tokens[front:back]) and back < len(tokens):
        back += 1
    return front, back


def _names_the_thing(seen: Observation, tokens: list[Token], front: int, back: int) -> bool:
    """补货系统上线: where a verb closes the line, the one in front is part of the name."""
    behind = tokens[back:] or tokens[-1:]
    if not all(_is_verb(token) for token in behind):
        return False
    begin = tokens[0].start
    named = patterns()["named_zh"].match(seen.folded, begin) or tokens[back:]
    light = patterns()["light_zh"].match(seen.folded[begin : tokens[front - 1].end])
    return tokens[front - 1].end == tokens[front].start and bool(named) and light is None


def _front(seen: Observation, tokens: list[Token]) -> int:
    """How many verbs stand in front of the thing."""
    front = 1 if len(tokens) > 1 and _is_english_verb(seen, tokens[0]) else 0
    while front < len(tokens) and (_is_verb(tokens[front]) or _opens(seen, tokens[front])):
        if front and seen.folded[tokens[front].start : tokens[front].end].endswith("化"):
            break  # 搭建自动化测试平台
        if front and tokens[front].end - tokens[front].start == 1:
            break  # 制作教学视频
        if _is_of_name(seen, tokens[front].start):
            break  # 调整组织架构, 完成配置中心
        if seen.folded[tokens[front].end : tokens[front].end + 1] in _MADE_OF_VERBS:
            break  # 搭建开放式平台
        behind = seen.folded[tokens[front].end : tokens[-1].end].strip(EDGES)
        if len(behind) <= (_SHORTEST if front else 1) and behind:
            break  # 掌握摄影技术, 健身房: the verb is part of the thing
        front += 1
    return front


def _is_of_name(seen: Observation, at: int) -> bool:
    """Whether what reads like a verb is part of a thing's name."""
    return any(patterns()[one].match(seen.folded, at) for one in ("no_verb_zh", "compound_zh"))


def _opens(seen: Observation, token: Token) -> bool:
    """Whether a verb opens the line though what stands behind it made a metric of it."""
    listed = vocabulary()[1].get(seen.folded[token.start : token.end])
    if listed is None or token.start or token.tag != "metric":
        return False
    return any(tag in DOING for tag in listed.tags)


def _is_happening(seen: Observation, token: Token) -> bool:
    """加强现场安全巡查: the verb that closes the line is itself what is done."""
    return patterns()["deed_noun_zh"].fullmatch(seen.folded, token.start, token.end) is not None


def _inner(seen: Observation, tokens: list[Token]) -> tuple[int, int]:
    """A verb in the midst: 为销售编写手册 is about 手册, 将老系统迁移上云 about 老系统."""
    acts = (i for i, t in enumerate(tokens) if i and _is_verb(t) and t.tag in WORK)
    verb = next((i for i in acts if not _is_happening(seen, tokens[i])), None)
    led = patterns()["led_zh"].match(seen.folded, tokens[0].start)
    if verb is None or led is None or led.end() > tokens[verb].start:
        return 0, len(tokens)
    if led["moved"]:
        return 0, verb
    return (verb + 1, len(tokens)) if verb + 1 < len(tokens) else (0, len(tokens))


def _too_short(seen: Observation, kept: list[Token]) -> bool:
    return len(seen.folded[kept[0].start : kept[-1].end].strip(EDGES)) < 3


def _first_clause(seen: Observation) -> list[Token]:
    """The tokens up to the first break that is no mere list, or to what is done besides."""
    kept: list[Token] = []
    for token, behind_it in zip_longest(seen.tokens, seen.tokens[1:]):
        if kept and behind_it and _is_verb(behind_it) and _is_besides(seen, token):
            if all(map(_is_verb, kept)):
                continue  # 识别并输出风险: two verbs of one thing
            break
        if kept and token.tag in ("comma", "semi", "stop", "colon"):
            behind = seen.folded[token.end : token.end + 1]
            if seen.folded[token.start] != "." or behind in ("", " "):
                break
            continue
        kept.append(token)
    return kept


def _is_besides(seen: Observation, token: Token) -> bool:
    return token.tag == "conj" and seen.folded[token.start : token.end] in _BESIDES


def _is_verb(token: Token) -> bool:
    return token.form == "zh" and token.tag in DOING


def _is_english_verb(seen: Observation, token: Token) -> bool:
    """Whether a Chinese line opens with an English verb: refactor 订单服务."""
    return patterns()["verb_mixed"].match(seen.folded, token.start) is not None


def _closes(tokens: list[Token], back: int) -> bool:
    """Whether the last token kept is a verb of work that closes the line, or joins two."""
    token = tokens[back - 1]
    if token.tag in ("conj", "enum", "of"):
        return True
    return token.form == "zh" and token.tag in WORK


@cache
def _deeds() -> dict[str, str]:
    """Verbs of work to what is said once it is done: 搭建 → 建成."""
    return dict(load("assistant.coaching", "rewriting/deeds.yml"))


def done_to(parts: Parts, topic: str) -> str:
    """What is over once the work is: 费控系统上线, 拜访客户, 盘点培训.

    Where the topic itself names what happens, it needs no verb.
    """
    if patterns()["happening_zh"].search(fold(topic)):
        return topic
    verbs = (*parts.front, *parts.behind)
    if deed := next((_deeds()[verb] for verb in verbs if verb in _deeds()), ""):
        return (set_apart(topic) + deed).lstrip()
    if parts.behind:
        return (set_apart(topic) + parts.behind[0]).lstrip()
    acts = [verb for verb in parts.front if verb != _FINISH]
    if acts:
        return acts[-1] + set_apart(topic)
    return (set_apart(topic) + _FINISH).lstrip() if parts.front else topic


_FINISH = "完成"
_BESIDES = ("并", "并且")
