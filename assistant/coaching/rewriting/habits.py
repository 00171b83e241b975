"""What somebody does for himself again and again, counted by how well it is kept up.

3x exercise sessions per week → Share of weeks with 3x exercise sessions; 每天1道LeetCode →
做到每天1道LeetCode的天数占比. The author's own number stays in the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.coaching.rewriting.anatomy import plain
from assistant.coaching.rewriting.articles import lower_first
from assistant.coaching.rewriting.compose import Measure, Tongue, measured
from assistant.coaching.rewriting.drafts import Line
from assistant.coaching.rewriting.expressions import DOING, expression
from assistant.coaching.rewriting.own_life import is_personal
from assistant.coaching.rewriting.shortening import END
from assistant.coaching.rewriting.standings import has_open_value
from assistant.language.facts.verdicts import observe
from assistant.language.script import fold
from assistant.models import Direction

_MOST_WORDS, _MOST_SIGNS = 10, 18
_BREAK = re.compile("[,，;；。]")


def habit(text: str, objective: str, tongue: Tongue, *, personal: bool = False) -> Iterator[Line]:
    """The share of days, weeks or months in which a line's own habit was kept."""
    bare = plain(text).strip(END)
    often = _sign("often", tongue)
    found = often.search(fold(bare)) or (None if tongue.chinese else often.search(fold(text)))
    if found is None or not _is_own(fold(f"{bare} {objective}"), personal):
        return
    if has_open_value(bare):
        return
    name = _chinese(bare, found, tongue) if tongue.chinese else _english(bare, found, tongue)
    if name:
        measure = Measure(name, Direction.INCREASE, "%", None, "habit")
        yield Line(measured(measure, tongue), measure, tongue.tell("why.habit"))


def _is_own(text: str, personal: bool) -> bool:
    """Whether a text speaks of what nobody does for a company, or somebody of his own deeds."""
    if expression("habits", "others").search(text):
        return False
    own = personal or expression("habits", "own_deed").search(text)
    return bool(own or (is_personal(text) and expression("habits", "own_if_personal").search(text)))


def _english(bare: str, found: re.Match[str], tongue: Tongue) -> str:
    inside = fold(bare)[found.start() : found.end()] == found[0]
    kept = f"{bare[: found.start()]} {bare[found.end() :]}" if inside else bare
    kept = " ".join(kept.split()).strip(END)
    led = _sign("lead", tongue).match(fold(kept))
    kept = kept[led.end() :] if led else kept
    if not 0 < len(kept.split()) <= _MOST_WORDS:
        return ""
    opens = observe(kept).tokens[0]
    acts = not led and opens.tag in DOING and opens.form == ""
    key = "outcome.habit.done" if acts else "outcome.habit.kept"
    counted = acts or _sign("number", tongue).match(fold(kept))
    shown = kept[:1].lower() + kept[1:] if counted else lower_first(kept)
    return tongue.say(key, period=_period(found, tongue), habit=shown)


def _chinese(bare: str, found: re.Match[str], tongue: Tongue) -> str:
    start = max((at.end() for at in _BREAK.finditer(bare, 0, found.start())), default=0)
    bare = bare[start:]
    led = _sign("lead", tongue).match(fold(bare))
    kept = bare[led.end() :] if led else bare
    kept = _BREAK.split(kept)[0].strip()
    if not 2 < len(kept) <= _MOST_SIGNS:
        return ""
    return tongue.say("outcome.habit.kept", period=_period(found, tongue), habit=kept)


def _period(found: re.Match[str], tongue: Tongue) -> str:
    said = found["one"] or found["ly"]
    periods = (one for one in ("days", "weeks") if _sign(one, tongue).fullmatch(said))
    return tongue.say(f"outcome.habit.{next(periods, 'months')}")


def _sign(name: str, tongue: Tongue) -> re.Pattern[str]:
    return expression("habits", f"{name}_{'zh' if tongue.chinese else 'en'}")
