"""Puts lines together: the author's words, a metric, two values, in the draft's language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from assistant.coaching.rewriting.articles import with_article
from assistant.coaching.rewriting.expressions import expression
from assistant.coaching.rewriting.shortening import set_apart
from assistant.coaching.rewriting.whom import of_anybody
from assistant.coaching.rewriting.works import Outcome
from assistant.knowledge.library import shipped_knowledge
from assistant.language.script import CJK, fold, language_of
from assistant.messages import fill, say, traditional
from assistant.models import Direction, Language
from assistant.models.knowledge import Metric
from assistant.models.suggestion import Asks

AREA = "review"
_WITH_TOPIC = re.compile(
    r",? (?:after|with|from|through|under|in|of|on|to|for|by) \{topic\}"
    r"|(?:用上|参加)?\{topic\}(?:后的?|带来的|的)|\{topic\}"
)
_OWN = re.compile(r"^\{topic\}的")
_AFTER_ZH = re.compile(r"\{topic\}(?:落地|发布|调整)?后")
_AFTER_EN = re.compile(r"(?:after|with|through|under|from) \{topic\}(?=$| \()")
_OPENING = " \t*_-#>`\"'“「《【[（("
_TWICE = re.compile(r"([㐀-鿿]{2,4})\1")
_COUNTED = frozenset("个人次条项张件篇家份场台起笔只款本")


@dataclass(frozen=True, slots=True)
class Tongue:
    """The language that a line is written in: English, or Chinese in one of its scripts.

    `told` is the reader's own, in which reasons and questions about the line are put: a draft
    that mixes languages is still one conversation.
    """

    language: Language
    told: Language | None = None

    @property
    def chinese(self) -> bool:
        """Whether it is Chinese."""
        return self.language is not Language.EN

    def say(self, key: str, **facts: object) -> str:
        """A message of the review."""
        return say(AREA, key, self.language, **facts)

    def tell(self, key: str, **facts: object) -> str:
        """A message about the line, in the reader's language."""
        return say(AREA, key, self.told or self.language, **facts)

    def telling(self, english: str, chinese: str) -> str:
        """One of two texts of ours about the line, in the reader's language."""
        return Tongue(self.told or self.language).words(english, chinese)

    @property
    def abroad(self) -> bool:
        """Whether the line is in another language than the reader's."""
        return Tongue(self.told or self.language).chinese is not self.chinese

    def own(self, text: str) -> str:
        """Our own Simplified words in its script."""
        return _in_script(text, self.language)

    @property
    def script(self) -> str:
        """How expressions of this tongue end their names."""
        return "zh" if self.chinese else "en"

    def words(self, english: str, chinese: str) -> str:
        """One of two texts of ours."""
        return self.own(chinese) if self.chinese else english


@cache
def _in_script(text: str, language: Language) -> str:
    return traditional(text) if language is Language.ZH_HANT else text


def tongue_of(text: str, known: Language) -> Tongue:
    """What to write for a line: its own language; its script from the set where it shows none."""
    spoken = language_of(text)
    in_chinese = known in (Language.ZH_HANS, Language.ZH_HANT) and _is_scrap(text)
    if not in_chinese and spoken in (Language.EN, Language.MIXED) and not _mostly_chinese(text):
        return Tongue(Language.EN, known)
    shown = "".join(CJK.findall(text))
    script = language_of(shown) if shown else known
    if script is Language.ZH_HANS and known is Language.ZH_HANT and not _is_simplified(text):
        script = Language.ZH_HANT
    return Tongue(script, known)


def tongue_shown(before: str, texts: Sequence[str], known: Language) -> Tongue:
    """What the lines for a draft's line are written in, as their placeholders show it."""
    own = tongue_of(before, known)
    others = (Tongue(one, own.told) for one in Language if one is not Language.MIXED)
    shown = (each for each in (own, *others) if any(asks_of(text, each) for text in texts))
    return next(shown, own)


def written_in(text: str, known: Language) -> Language | None:
    """The language that a new wording has to be in; None where its line mixes two."""
    if not text:
        return known
    return None if language_of(text) is Language.MIXED else tongue_of(text, known).language


def _is_scrap(text: str) -> bool:
    """Whether a line is no English sentence but terms in a Chinese draft: NPS > 60."""
    latin, chinese = len(re.findall("[A-Za-z]{2,}", text)), len(CJK.findall(text))
    if chinese:
        return chinese >= _MOST_TERMS or not re.search("[a-z]{2,}", text)
    return latin <= _MOST_TERMS and not expression("wording", "spoken_en").search(fold(text))


_MOST_TERMS = 3


def _is_simplified(text: str) -> bool:
    """Whether a character shows that the author writes Simplified."""
    chars = "".join(CJK.findall(text))
    return _as_traditional(chars) != chars


@cache
def _as_traditional(chars: str) -> str:
    from opencc import OpenCC

    return str(OpenCC("s2t").convert(chars))


def _mostly_chinese(text: str) -> bool:
    """Whether a mixed line is a Chinese sentence: 引入 AI coding assistant opens in Chinese."""
    if CJK.match(text.lstrip(_OPENING)):
        return True
    latin, chinese = len(re.findall(r"[A-Za-z]{2,}", text)), len(CJK.findall(text))
    return chinese > 0 and chinese * 0.6 >= latin


@dataclass(frozen=True, slots=True)
class Measure:
    """A named metric as it will stand in a line."""

    name: str
    move: Direction
    unit: str | None
    metric: str | None = None
    outcome: str | None = None  # which one of the library of works it is


def measure_of(
    outcome: Outcome, topic: str, tongue: Tongue, *, done: str = "", aside: bool = False
) -> Measure:
    """An outcome of the library of works, said of the author's thing.

    Args:
        outcome: The outcome.
        topic: The author's words for the thing; empty for the outcome alone.
        tongue: What to write in.
        done: What is over once the work is, in Chinese with the thing (系统上线), in English the
            verb alone (migrating); empty for the thing itself.
        aside: Whether the thing is another one than the outcome is counted on.
    """
    outcome = of_anybody(outcome)
    known = shipped_knowledge().metrics.get(outcome.metric) if outcome.metric else None
    unit = outcome.unit or (known.unit if known else None)
    move = outcome.move or (known.direction if known else Direction.INCREASE)
    return Measure(
        name=name_of(_away(outcome, known) if aside else outcome, topic, tongue, done)
        if topic
        else alone(outcome, tongue),
        move=move,
        unit=tongue.words(unit.en, unit.zh) if unit else None,
        metric=outcome.metric,
        outcome=outcome.key,
    )


def _away(outcome: Outcome, known: Metric | None) -> Outcome:
    """An outcome that is not counted on the author's thing, but changes because of it."""
    if known is None:
        return outcome.model_copy(update={"zh": _OWN.sub("{topic}后的", outcome.zh)})
    names = {"en": f"{known.name.en} after {{topic}}", "zh": f"{{topic}}后的{known.name.zh}"}
    return outcome.model_copy(update={**names, "person": False})


def name_of(outcome: Outcome, topic: str, tongue: Tongue, done: str = "") -> str:
    """The outcome's name with the author's own words in it."""
    if tongue.chinese:
        over = _deed_in(done, topic, tongue)
        written = _AFTER_ZH.sub("{done}后", outcome.zh) if over else outcome.zh
        words = {**outcome.said, "topic": set_apart(topic), "done": over or set_apart(topic)}
        return _TWICE.sub(r"\1", fill(tongue.own(written), words).strip())
    words_en = topic if outcome.person else with_article(topic)
    written = _AFTER_EN.sub("after {done} {topic}", outcome.en) if done else outcome.en
    return _capital(fill(written, {**outcome.said, "topic": words_en, "done": done}))


def _deed_in(done: str, topic: str, tongue: Tongue) -> str:
    """What is over, its verb in the draft's script; the author's own thing stays as written."""
    if tongue.language is not Language.ZH_HANT:
        return done
    front, thing, behind = done.partition(topic)
    return _as_traditional(front) + thing + _as_traditional(behind)


def alone(outcome: Outcome, tongue: Tongue) -> str:
    """The outcome's name without any work: Voluntary turnover after {topic}."""
    bare = fill(_WITH_TOPIC.sub("", tongue.words(outcome.en, outcome.zh)), dict(outcome.said))
    return bare if tongue.chinese else _capital(bare)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def measured(measure: Measure, tongue: Tongue) -> str:
    """The metric with both values to fill in; one not chosen yet has no way to go."""
    if tongue.say("placeholder.metric") in measure.name:
        return both_ways(measure, tongue)
    return _valued(f"measured.{_way(measure.move)}.{_sort(measure)}", measure, tongue)


def both_ways(measure: Measure, tongue: Tongue) -> str:
    """The metric with both values to fill in, and no word of which way it shall go."""
    return _valued("measured.open", measure, tongue)


def _valued(key: str, measure: Measure, tongue: Tongue) -> str:
    return tongue.say(
        key,
        name=set_apart(measure.name).lstrip() if tongue.chinese else measure.name,
        baseline=tongue.say("placeholder.baseline"),
        target=tongue.say("placeholder.target"),
    )


def _way(move: Direction) -> str:
    return "decrease" if move is Direction.DECREASE else "increase"


def _sort(measure: Measure) -> str:
    """What a Chinese verb must fit: a share or score, a number of things, a time."""
    unit = fold(measure.unit or "")
    name = measure.name
    if name.endswith(
        ("時長", "时长", "用时", "用時", "时间", "時間", "周期", "週期", "天数", "天數")
    ):
        return "time"
    if unit in _COUNTED or name.endswith(("数", "數", "量", "人数", "次数")):
        return "count"
    return "level"


def asks_of(text: str, tongue: Tongue) -> list[Asks]:
    """Which of the coach's placeholders stand in a line, in their order."""
    found = {asks: text.find(mark_of(asks, text, tongue)) for asks in Asks}
    return sorted((a for a, at in found.items() if at >= 0), key=lambda a: found[a])


def mark_of(asks: Asks, text: str, tongue: Tongue) -> str:
    """The placeholder for what is asked: a metric may be asked for as what people then do."""
    if asks is Asks.METRIC and tongue.say("placeholder.change") in text:
        return tongue.say("placeholder.change")
    return tongue.say(f"placeholder.{asks.value}")


def is_open(text: str, tongue: Tongue) -> bool:
    """Whether a line asks what will be different, because no metric of ours can be sure of it."""
    return any(tongue.say(f"placeholder.{one}") in text for one in ("change", "metric"))
