"""What is private leaves no text that is sent, and comes back into what is answered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from assistant.coaching.check import load_checker
from assistant.coaching.modelling.asking import first_request
from assistant.coaching.review import Asked, Reviewer
from assistant.llm.masking import Masker, declared_names
from assistant.models import OkrSet
from assistant.parsing import SetReading
from assistant.settings import Settings
from evals.forms import MaskRow
from evals.lines import DATASETS
from evals.outcomes import Outcome, holds
from evals.rows import rows

TEXTS = DATASETS / "masking.jsonl"
OWNERS = {
    "en": ("Quinn Zephyr", "Xena Volk", "Udo Prentz"),
    "zh-Hans": ("欧阳晓彤", "司徒建业", "诸葛子轩"),
    "zh-Hant": ("歐陽曉彤", "司徒建業", "諸葛子軒"),
}


def outcomes(data: Path | None) -> Iterator[Outcome]:
    """Each text of a file, by default our own; then the owners of a set, in what is sent."""
    for row in rows(data or TEXTS, MaskRow):
        masker = Masker(row["names"])
        masked = masker.mask(row["text"])
        yield Outcome("masking", "masked", row["lang"], row["text"], row["masked"], masked)
        back = masker.restore(masked) == row["text"]
        yield holds("masking", "restored", row["lang"], row["text"], back)
    for language, owners in () if data else OWNERS.items():
        yield from _sent(language, owners)


def _sent(language: str, owners: tuple[str, str, str]) -> Iterator[Outcome]:
    """Owners of the set, of an objective and of a key result, all named in the draft's words."""
    text = " + ".join(owners)
    line = {"text": f"Launch the portal / 上线门户 ({text})", "owner": owners[2]}
    objective = {"objective": f"Portal ({text})", "owner": owners[1], "key_results": [line]}
    okr_set = OkrSet.model_validate({"owner": owners[0], "objectives": [objective]})
    checker = load_checker(Settings(), None, None)
    answer = Reviewer(checker).review(SetReading(okr_set), Asked())
    request = first_request(answer, {}, Masker(declared_names(okr_set)))
    sent = "\n".join(message.content for message in request.messages)
    for owner in owners:
        yield holds("masking", "not sent", language, owner, owner not in sent)
