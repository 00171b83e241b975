"""An objective without its number: what is left has to be a sentence or a name."""

from __future__ import annotations

import re

from assistant.coaching.rewriting.anatomy import plain
from assistant.coaching.rewriting.compose import Tongue
from assistant.coaching.rewriting.drafts import wording
from assistant.coaching.rewriting.shortening import END
from assistant.coaching.rewriting.timing import time_apart
from assistant.language.facts.verdicts import observe
from assistant.language.script import fold


def without_number(text: str, tongue: Tongue) -> str:
    """The objective without its amount: Grow revenue by 30% → Grow revenue."""
    bare = plain(text)
    if not observe(bare).bars:
        return bare
    bare = time_apart(bare, tongue).rest
    seen = observe(bare)
    if not seen.bars:
        return bare
    start, end = seen.bars[0].span.start, seen.bars[-1].span.end
    lead = wording()["before_number_zh" if tongue.chinese else "before_number_en"]
    found = lead.search(fold(bare), 0, start)
    kept = bare[: found.start() if found else start]
    within = wording()["within_zh"].match(fold(bare), end) if tongue.chinese else None
    if within and kept.rstrip().endswith("在"):  # 让新客在 3 天内学会
        kept, end = kept.rstrip()[:-1].rstrip(), within.end()
    return _joined(kept.strip(), _behind(bare[end:], kept, tongue), tongue)


def _behind(text: str, kept: str, tongue: Tongue) -> str:
    """What is left behind the number: no unit, no bound, no single sign."""
    clause = tongue.chinese and text.startswith(("，", ","))  # 提速 20%，质量不降
    rest = f"{'，' * clause}{text.strip(END)}" if len(text) > 1 + (not tongue.chinese) * 2 else ""
    names = wording()[f"reach_{tongue.script}"].sub("", f"{fold(kept)} ") if kept else ""
    unit = wording()["unit_behind"].match(fold(rest)) if names else None  # but hit $5M ARR
    return rest[unit.end() :].strip(END) if unit else rest  # Grow the business to €4m ARR


def _joined(kept: str, rest: str, tongue: Tongue) -> str:
    of = "的" if tongue.chinese else "of "
    bare = rest.removeprefix(of)
    if rest != bare and (
        wording()["letting_zh"].fullmatch(fold(kept)) or is_done_to(f"{kept} {bare}", tongue)
    ):
        rest = bare  # fill 90% of the seats, 让 80% 的新人独立作业
    if not kept:  # 80% of new hires productive
        return bare
    return re.sub(r"\s+", " ", kept + rest if tongue.chinese else f"{kept} {rest}").strip(END)


def says_who(bare: str, tongue: Tongue) -> bool:
    """Whether it says who shall be able to do what: 让客人感到自在."""
    return tongue.chinese and wording()["lets_zh"].match(fold(bare)) is not None


def is_done_to(bare: str, tongue: Tongue) -> bool:
    """Whether a verb of its own has its object: 坐满剧场, fill the hall."""
    key = f"done_to_{'zh' if tongue.chinese else 'en'}"
    said = fold(bare).replace(" ", "") if tongue.chinese else fold(bare)
    return wording()[key].fullmatch(said) is not None
