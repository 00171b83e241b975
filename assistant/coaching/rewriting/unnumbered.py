"""An objective without its number: what is left has to be a sentence or a name."""

from __future__ import annotations

import re

from assistant.coaching.rewriting.anatomy import plain
from assistant.coaching.rewriting.compose import Tongue
from assistant.coaching.rewriting.drafts import wording
from assistant.coaching.rewriting.shortening import END
from assistant.language.facts.verdicts import observe
from assistant.language.script import fold


def without_number(text: str, tongue: Tongue) -> str:
    """The objective without its amount: Grow revenue by 30% → Grow revenue."""
    bare = plain(text)
    if not observe(bare).bars:
        return bare
    bare = without_lead(bare)
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
    rest = bare[end:].strip(END) if len(bare) - end > 1 + (not tongue.chinese) * 2 else ""
    of = "的" if tongue.chinese else "of "
    if rest.startswith(of) and is_done_to(f"{kept.strip()} {rest.removeprefix(of)}", tongue):
        kept, rest = kept.strip(), rest.removeprefix(of)  # fill 90% of the seats
    if kept and wording()["unit_behind"].fullmatch(fold(rest)):
        rest = ""  # Grow the Nordic business to €4m ARR
    return re.sub(r"\s+", " ", f"{kept} {rest}" if not tongue.chinese else kept + rest).strip(END)


def without_lead(text: str) -> str:
    """Without the time in front, and the 把 that then leads nowhere: Q3 把 NPS 做到 50."""
    lead = wording()["time_lead_zh"].match(fold(text))
    return text[lead.end() :] if lead else text


def says_who(bare: str, tongue: Tongue) -> bool:
    """Whether it says who shall be able to do what: 让客人感到自在."""
    return tongue.chinese and wording()["lets_zh"].match(fold(bare)) is not None


def is_done_to(bare: str, tongue: Tongue) -> bool:
    """Whether a verb of its own has its object: 坐满剧场, fill the hall."""
    key = f"done_to_{'zh' if tongue.chinese else 'en'}"
    said = fold(bare).replace(" ", "") if tongue.chinese else fold(bare)
    return wording()[key].fullmatch(said) is not None
