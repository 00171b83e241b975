"""Amounts of work and no results: shares that work of one's own was done on, regular talks."""

from __future__ import annotations

import re
from functools import cache

from assistant.language.lexicon import alternation, expressions
from assistant.language.words.observation import Observation, listed, listed_words
from assistant.patterns import compiled, lazy

_NAMED = lazy("(?:比例|占比|比重|覆盖率|百分比)(?=[从由自达提升增降:：,，(]|[^\u3400-\u9fff]|$)")
_ENGLISH = lazy("(?<![a-z])(?:share|percentage|proportion) of (?!time )")


def is_share_of_work(seen: Observation, end: int) -> bool:
    """Whether what stands before `end` names the share of those that were put through work.

    服务迁移比例, 已换装新收银机的门店占比, share of services migrated; not orders delivered on
    time, customers who upgrade, 用户主动升级的比例.
    """
    name = seen.folded[:end]
    english = _ENGLISH.search(name)
    if english:
        work = listed("measures", "worked_on").search(name, english.end())
        by_choice = work is not None and name.endswith(" who ", 0, work.start())
        return work is not None and not by_choice and not _is_qualified(name, work.end())
    share = _NAMED.search(name)
    return share is not None and _is_chinese_work(name[: share.end()])


def _is_qualified(name: str, start: int) -> bool:
    """Whether it matters how the work came out, or by when; "fitted with" says neither."""
    found = listed("measures", "qualified").search(name, start)
    return found is not None and (found.start() > start + 1 or found.group() != "with")


def _is_chinese_work(name: str) -> bool:
    if listed("measures", "qualified").search(name) or listed("measures", "by_choice").search(name):
        return False
    pattern = _with_outsiders() if listed("measures", "outsiders").search(name) else _alone()
    return pattern.search(name) is not None


@cache
def _alone() -> re.Pattern[str]:
    return _names(*listed_words("measures", "worked_on"))


@cache
def _with_outsiders() -> re.Pattern[str]:
    """Customers install and upgrade by themselves; they do not train or survey themselves."""
    return _names(*listed_words("measures", "done_to_people"))


def _names(*verbs: str) -> re.Pattern[str]:
    """迁移比例; 已换装新收银机的门店占比; 服务接入网关的比例."""
    work = alternation([verb for verb in verbs if not verb.isascii()])
    share = "(?:比例|占比|比重|覆盖率|百分比)"
    return compiled(
        f"(?:{work})(?:的?覆盖)?{share}$"
        f"|^(?:已经?|完成|[用由][^,;。的]{{1,6}})?(?:{work})(?!记录|结果|[前后中内发])"
        f"[^,;。的]{{0,12}}的[^,;。的]{{0,8}}{share}$"
        f"|^[^,;。的]{{2,8}}(?:{work})[^,;。的]{{0,8}}的{share}$"
    )


def is_regular_talk(seen: Observation) -> bool:
    """Whether it only tells how often something is done with somebody (每月与销售对齐一次)."""
    turns = [bar.unit == "次" for bar in seen.bars] or [seen.frequency is not None]
    return all(turns) and not seen.has("metric") and _is_with(seen)


def _is_with(seen: Observation) -> bool:
    return expressions("measures", "done_with").search(seen.folded) is not None
