"""The parts of a compound line."""

from __future__ import annotations

import re
from itertools import pairwise

from assistant.coaching.rewriting.anatomy import plain, take_apart
from assistant.coaching.rewriting.compose import Tongue
from assistant.coaching.rewriting.cutting import is_rule
from assistant.coaching.rewriting.drafts import wording
from assistant.coaching.rewriting.effects import effect_of
from assistant.coaching.rewriting.expressions import DOING
from assistant.coaching.rewriting.saying import states
from assistant.coaching.rewriting.shortening import END
from assistant.language import read_key_result
from assistant.language.facts.verdicts import observe
from assistant.language.script import fold
from assistant.models import KeyResult


def parts_of(text: str, tongue: Tongue) -> list[str]:
    """The parts of a compound line; one without a verb takes that of the first."""
    joint = wording()["joint_zh" if tongue.chinese else "joint_en"]
    listed = _listed(text, joint) or sentences_of(text, tongue)
    if listed:
        return listed
    bare = _without_fallback(plain(text), tongue)
    if is_rule(bare, tongue):
        return [bare]  # what shall be done, and when: neither half stands alone
    reading = read_key_result(KeyResult(text=bare), 0, 0)
    edges = [0, *(span.start for span in reading.parts[1:]), len(bare)]
    pieces = [_trim(bare[a:b], joint) for a, b in pairwise(edges)]
    pieces = [piece for piece in pieces if len(piece) > 1]
    pieces = [one for one in pieces if not wording()["tail_part"].match(fold(one))]
    pieces = [one for one in pieces if not _is_circumstance(one)]
    pieces = _with_object(pieces, bare) if tongue.chinese else pieces
    results = [piece for piece in pieces if not wording()["of_doing"].fullmatch(fold(piece))]
    if results and len(results) < len(pieces):
        pieces = results  # 培训6场，覆盖率100%: how much was done is no result beside the work
    if len(pieces) > 1 and wording()["means"].match(fold(pieces[0])):
        pieces = pieces[1:]  # by what means: that is the work, kept as an initiative
    verb = _shared_verb(bare)
    return [
        piece if i == 0 or has_verb(piece) else f"{verb}{piece}" for i, piece in enumerate(pieces)
    ]


def _without_fallback(text: str, tongue: Tongue) -> str:
    """A line without what is done where it is not met: ；不满足时允许更换; otherwise we swap it."""
    found = wording()["fallback_zh" if tongue.chinese else "fallback_en"].search(fold(text))
    return text[: found.start()] if found else text


def _is_circumstance(piece: str) -> bool:
    """Whether a part only says where or when the others are true: 在80条样本中."""
    return wording()["circumstance_zh"].fullmatch(fold(piece)) is not None


def _with_object(pieces: list[str], text: str) -> list[str]:
    """The parts, none of them a verb alone: 识别并输出风险 is one."""
    kept: list[str] = []
    for piece in reversed(pieces):
        joined = _joined(piece, kept[-1], text) if kept and _is_verb_alone(piece) else ""
        if joined:
            kept[-1] = joined
        else:
            kept.append(piece)
    return kept[::-1]


def _joined(verb: str, part: str, text: str) -> str:
    """A verb with the part behind it as the line joins them: 识别并输出, 识别和输出, 识别、输出."""
    between = re.escape(verb) + r" ?(?:并且?|和|与|及|以及|、|/) ?" + re.escape(part)
    found = re.search(between, text)
    return found[0] if found else ""


def _is_verb_alone(piece: str) -> bool:
    tokens = observe(take_apart(piece, chinese=True).text).tokens
    return all(token.form == "zh" and token.tag in DOING for token in tokens)


def sentences_of(text: str, tongue: Tongue) -> list[str]:
    """The two sentences that one line joins: the doors lock and the alarm is set."""
    if tongue.chinese:
        return []
    bare = plain(text).strip(END)
    pairs = ((bare[: at.start()], bare[at.end() :]) for at in _AND.finditer(bare))
    pair = next((p for p in pairs if all(_is_sentence(one, tongue) for one in p)), None)
    return [one[:1].upper() + one[1:] for one in pair] if pair else []


def _is_sentence(clause: str, tongue: Tongue) -> bool:
    return states(clause, tongue) or effect_of(clause) is not None


_AND = re.compile(r",? and (?:that )?")


def _listed(text: str, joint: re.Pattern[str]) -> list[str]:
    """The items of a numbered list, 1, 2, 3; what leads to them goes with each."""
    items = list(_ITEM.finditer(text))
    numbers = [_number(item[0]) for item in items]
    if len(items) < _FEWEST_ITEMS or numbers != list(range(1, len(items) + 1)):
        return []
    lead = text[: items[0].start()].strip()
    ends = [*(item.start() for item in items[1:]), len(text)]
    pieces = (text[item.end() : end] for item, end in zip(items, ends, strict=True))
    pieces = (_trim(plain(piece), joint).strip(END) for piece in pieces)
    return [_led(lead, piece) for piece in pieces if piece]


def _number(item: str) -> int:
    sign = item.strip("(（)）、")
    return int(sign) if sign.isdecimal() else ord(sign) - ord("①") + 1


def _led(lead: str, piece: str) -> str:
    """Finish 1) the guide, 2) the playbook: each is finished; a heading falls away."""
    bare, title = plain(lead), lead.endswith((":", "："))
    if not bare:
        return piece
    alone = (title and _is_told(piece)) if _shared_verb(bare) else (title or acts(piece))
    return piece if alone else f"{bare}{' ' if bare.isascii() else ''}{piece}"


def _is_told(piece: str) -> bool:
    """Whether a part opens with what is to be done; onboarding is a thing."""
    seen = observe(piece)
    return acts(piece) and seen.lead.tokens[seen.lead.first_verb].form == ""


_ITEM = re.compile(r"[①-⑳]|(?<![0-9a-zA-Z.])[(（]?[1-9][)）、](?![0-9])")
_FEWEST_ITEMS = 2


def _trim(piece: str, joint: re.Pattern[str]) -> str:
    found = list(joint.finditer(fold(piece)))
    start = found[0].end() if found and found[0].start() == 0 else 0
    end = found[-1].start() if found and found[-1].end() == len(piece) else len(piece)
    return piece[start:end].strip()


def _shared_verb(text: str) -> str:
    seen = observe(text)
    if not seen.segments or not seen.lead.opens_with_verb:
        return ""
    verb, *behind = seen.lead.tokens[seen.lead.first_verb :]
    if verb.form != "zh":
        return f"{text[: verb.end]} "
    for token in behind:  # 新增培养 2 名讲师, 3 名教练: both verbs go with each
        if token.form != "zh" or token.tag not in DOING or token.start != verb.end:
            break
        verb = token
    return text[: verb.end]


def has_verb(piece: str) -> bool:
    """Whether a part says what is done, or names a metric."""
    seen = observe(piece)
    return bool(seen.segments) and (seen.lead.first_verb >= 0 or seen.lead.has("metric"))


def acts(piece: str) -> bool:
    """Whether a part opens with a verb of its own, longer than one Chinese sign."""
    seen = observe(piece)
    if not seen.segments or not seen.lead.opens_with_verb:
        return False
    verb, *behind = seen.lead.tokens[seen.lead.first_verb :]
    joined = bool(behind) and behind[0].tag == "conj"  # push and analytics are things
    return verb.end - verb.start > 1 and not joined
