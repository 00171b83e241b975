"""English verbs in the forms that a name needs: merge → merging, merged; reply to → replying to."""

from __future__ import annotations

from assistant.coaching.rewriting.expressions import expression
from assistant.language.words.vocabulary import forms, vocabulary


def ing(verb: str) -> str:
    """The form on -ing; of a short verb that no list has, with its last letter twice."""
    if _doubles(verb):
        return f"{verb}{verb[-1]}ing"
    return next(written for written, form in forms(verb, "make") if form == "ing")


def past(verb: str) -> str:
    """What is said of a thing once it is done: merged, sent, tagged."""
    if _doubles(verb):
        return f"{verb}{verb[-1]}ed"
    return [written for written, form in forms(verb, "make") if form == "ed"][-1]


def _doubles(verb: str) -> bool:
    known = verb in vocabulary()[0]
    return not known and expression("clauses", "short_en").fullmatch(verb) is not None
