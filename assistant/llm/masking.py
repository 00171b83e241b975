"""Names and contacts are taken out before a call and put back after it.

Masked are the names that the set declares (owners), those of a roster, and what the patterns of
`private.yml` find. A name that stands in a text only is not known as one, and not caught.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from assistant.models import OkrSet
from assistant.own_data import load

SHORTEST_NAME = 2  # one character would mask half a text
_MASK = re.compile(r"\[(?:name|mail|phone|id|key) \d+\]")


class Masker:
    """Masks texts of one call; the same thing gets the same mask in each.

    Args:
        names: Names to mask, longest first where one holds another.
        patterns: Whether contacts and keys are masked too.
    """

    def __init__(self, names: Iterable[str], *, patterns: bool = True) -> None:
        self._patterns = _patterns() if patterns else {}
        # Those of one length by their letters: a kept answer is found by the whole prompt.
        known = sorted({name.strip() for name in names}, key=lambda name: (-len(name), name))
        self._names = [name for name in known if len(name) >= SHORTEST_NAME]
        self._masks: dict[str, str] = {}
        self._counts: dict[str, int] = {}

    def mask(self, text: str) -> str:
        """The text with masks such as `[name 1]` in the place of what is private."""
        for kind, pattern in self._patterns.items():
            text = self._masked(pattern, kind, text)
        folded = text.casefold()
        for name in self._names:
            if name.split()[0].casefold() in folded:  # of a long roster, most are not named
                text = self._masked(_as_name(name), "name", text)
        return text

    def restore(self, text: str) -> str:
        """The text with what was private in the place of its masks."""
        originals = {mask: original for original, mask in self._masks.items()}
        return _MASK.sub(lambda found: originals.get(found[0], found[0]), text)

    def _masked(self, pattern: re.Pattern[str], kind: str, text: str) -> str:
        return pattern.sub(lambda found: self._mask_of(kind, found[0]), text)

    def _mask_of(self, kind: str, original: str) -> str:
        if original not in self._masks:
            self._counts[kind] = self._counts.get(kind, 0) + 1
            self._masks[original] = f"[{kind} {self._counts[kind]}]"
        return self._masks[original]


def declared_names(okr_set: OkrSet) -> set[str]:
    """The owners that a set declares."""
    owners = [okr_set.owner]
    for objective in okr_set.objectives:
        owners += [objective.owner, *(kr.owner for kr in objective.key_results)]
        owners += [initiative.owner for initiative in objective.initiatives]
    return {owner for owner in owners if owner}


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    loaded: dict[str, str] = load("assistant.llm", "private.yml")
    return {kind: re.compile(pattern) for kind, pattern in loaded.items()}


@lru_cache(maxsize=1024)  # no name is kept for longer than it is of use
def _as_name(name: str) -> re.Pattern[str]:
    """A Latin name stands alone, in any case if it has two parts; a Chinese one may touch others.

    A name of one part keeps its case: "Will" is a person, "will" is none.
    """
    parts = [re.escape(part) for part in name.split()]
    before, behind = ("(?<![a-zA-Z0-9_])", "(?![a-zA-Z0-9_])") if name.isascii() else ("", "")
    cased = re.NOFLAG if len(parts) == 1 else re.IGNORECASE
    return re.compile(before + r"\s+".join(parts) + behind, cased)
