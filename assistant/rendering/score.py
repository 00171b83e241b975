"""The arithmetic of a score, in words."""

from __future__ import annotations

from assistant.messages import say
from assistant.models import Answer, Language


def sum_up(answer: Answer, language: Language) -> str:
    """How the score came about, e.g. `100 − 20 (K01) − 8 (K03) = 72; at most 59: …`."""
    sums = answer.arithmetic
    steps = "".join(f" − {taken.points} ({taken.rule})" for taken in sums.deductions)
    rest = max(0, sums.start - sum(taken.points for taken in sums.deductions))
    text = f"{sums.start}{steps} = {rest}" if steps else str(sums.start)
    if sums.cap is None:
        return text
    return f"{text}; {say('report', 'capped', language, cap=sums.cap, reason=sums.cap_reason)}"
