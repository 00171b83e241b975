"""What is read of messages about key results, each way of saying a thing put into a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from assistant.checkins.languages import language_of_message
from assistant.checkins.reading import read_message
from assistant.models import OkrSet
from evals.faces.rows import Said, leaves, samples

DAY = date(2026, 2, 12)  # a Thursday, in the middle of a week and of a month


def messages() -> Iterator[Said]:
    """Each wording in its carrier, to a set where a number names one line, and where several."""
    for language, case in samples("messages").items():
        whole = OkrSet.model_validate(case["set"])
        one = whole.model_copy(update={"objectives": whole.objectives[:1]})
        for carrier, wordings in case["carriers"].items():
            for wording in wordings:
                message = carrier.replace("{}", wording)
                name = message.replace("\n", " / ")
                yield language, name, _read(message, one)
                yield language, f"{name} (of two objectives)", _read(message, whole)


def tongues() -> Iterator[Said]:
    """In which language one is answered who writes in his own to a set in another."""
    cases = samples("messages")
    sets = {language: OkrSet.model_validate(case["set"]) for language, case in cases.items()}
    for language, case in cases.items():
        for carrier, wordings in case["carriers"].items():
            message = carrier.replace("{}", wordings[0])
            for other, okr_set in sets.items():
                key = f"{message} (to a set in {other})".replace("\n", " / ")
                yield language, key, str(language_of_message(message, okr_set))


def _read(message: str, okr_set: OkrSet) -> str:
    reading = read_message(message, okr_set, DAY)
    told = reading.model_dump(mode="json", exclude={"text", "as_of"}, exclude_none=True)
    return " ; ".join(f"{path}={said}" for path, said in leaves(told) if path[-5:] != ".text")
