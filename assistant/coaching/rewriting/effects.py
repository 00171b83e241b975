"""The change that an objective itself tells, as a measure: of how many is its sentence true.

"Patients are seen on the day they fall ill" → share of patients who are seen on the day they fall
ill; 让老客户持续向我们下单 → 持续向我们下单的老客户占比. Nothing of it is ours but "share of".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from assistant.coaching.rewriting.anatomy import plain
from assistant.coaching.rewriting.expressions import DOING
from assistant.coaching.rewriting.shortening import END, is_half_open, width_of
from assistant.language.script import CJK, fold
from assistant.language.words.observation import MEASURED
from assistant.language.words.vocabulary import forms, vocabulary
from assistant.own_data import load

_MOST_WORDS, _MOST_SIGNS = 13, 20  # of a state: what is longer is no name of a measure
_LONG = 30  # words of what is said of a share of many
_DIGIT = re.compile("[0-9]")
_HEADS, _BEHIND = 3, 6  # words among which the noun is sought, and behind it the verb
_CHANGES = frozenset({"up", "down", "improve"})


@dataclass(frozen=True, slots=True)
class Effect:
    """Of whom something shall be true, and what, in the author's words."""

    who: str
    state: str


@lru_cache(maxsize=64)
def effect_of(objective: str) -> Effect | None:
    """Who an objective is about and what is then true of them; None where it says no such thing."""
    text = plain(objective)
    chinese = CJK.search(text) is not None
    hoped = _patterns()["hoped_zh" if chinese else "hoped_en"].match(fold(text))
    text = text[hoped.end() :] if hoped else text
    return _chinese(text) if chinese else _english(text)


def said_of_many(text: str) -> tuple[Effect, str] | None:
    """Of whom a line says what, and of how many: at least 30% of the presenters are women."""
    bare = plain(text).strip(END)
    script = "zh" if CJK.search(bare) else "en"
    found = _patterns()[f"of_many_{script}"].match(fold(bare))
    effect = None
    if found:
        said = bare[found.start("said") :]
        effect = effect_of(said)
        if effect is None:
            effect = (
                _of_people(said) if script == "zh" else of_things(said, _LONG) or _of_doers(said)
            )
    if not (found and effect):
        return None
    value = bare[slice(*found.span("value"))]
    return effect, value if _DIGIT.match(value) else ""  # x% is left open by its author


def _of_people(text: str) -> Effect | None:
    """What a share of people do, said of them at once: 60% 用户使用导航."""
    found = _patterns()["people_do_zh"].fullmatch(fold(text.strip(END)))
    parts = (text[slice(*found.span(one))] for one in ("who", "state")) if found else ()
    return Effect(*parts) if found else None


def of_things(text: str, most: int = _MOST_WORDS) -> Effect | None:
    """What is said of things, whatever their name opens with: budget requests are filed by us."""
    found = _patterns()["things_en"].match(fold(text))
    if found is None or len(text.split()) > most or _patterns()["more_en"].search(fold(text)):
        return None
    if _patterns()["unbound_en"].search(found["who"]):
        return None
    return Effect(text[: found.end("who")], f"that {text[found.start('state') :]}")


def done_to_many(text: str) -> Effect | None:
    """What is done to many things, said without a verb of being: faults caught with a message."""
    found = _patterns()["done_with_en"].match(fold(text))
    if found is None or len(text.split()) > _MOST_WORDS:
        return None
    names = found["who"].split()
    if not any(map(_reads_as_many, names[: _HEADS + 1])) or _could_act(names[0]):
        return None
    return Effect(text[: found.end("who")], text[found.start("state") :])


def _reads_as_many(noun: str) -> bool:
    """Whether a noun is a plural, what is measured by it or not."""
    ends = noun.endswith("s") and not noun.endswith(("ss", "us", "is", "'s"))
    return _is_many(noun) or (ends and not _patterns()["uncountable_en"].fullmatch(noun))


def _of_doers(text: str) -> Effect | None:
    """What many do, whatever their name: walkers fill in the log."""
    found = _patterns()["doers_en"].match(fold(text))
    if found is None or len(text.split()) > _MOST_WORDS:
        return None
    who = text[: found.end("who")]
    person = _patterns()["person_en"].fullmatch(fold(who).split()[-1])
    return Effect(who, f"{'who' if person else 'that'} {text[found.start('state') :]}")


def _chinese(text: str) -> Effect | None:
    folded = fold(text)
    sentences = (_patterns()[name] for name in ("moved_zh", "led_zh", "said_zh"))
    found = next((match for one in sentences if (match := one.match(folded))), None)
    if found is None or not _is_named(found["who"]):
        return None
    start = found.start("state") + len(_led(found["state"], "small_zh"))
    who, state = text[slice(*found.span("who"))].strip(), text[start:].strip(END)
    if is_half_open(who) or is_half_open(state):
        return None
    if found := _patterns()["when_zh"].search(fold(who)):
        who, state = who[: found.start()], state if found["all"] else who[found.start() :] + state
    if not (who and 1 < width_of(state) <= _MOST_SIGNS):
        return None
    if _patterns()["more_zh"].search(fold(state)):
        return None
    return Effect(who, _become(state, who).removesuffix("的"))


def _is_named(who: str) -> bool:
    """Whether Chinese words name those of whom something is said: no verb opens them."""
    opening = vocabulary()[1].get(who[:2])
    acts = opening is not None and any(tag in DOING for tag in opening.tags)
    return not acts and not any(
        _patterns()[each].search(who) for each in ("single_zh", "clause_zh", "torn_zh")
    )


def _become(state: str, who: str) -> str:
    """成为愿意带人的主管 → 愿意带人, of 主管."""
    led = _led(fold(state), "becomes_zh")
    bare = state[len(led) :].removesuffix(who).removesuffix("的") if led else ""
    return bare if bare and state.endswith(f"的{who}") else state


def _led(text: str, name: str) -> str:
    found = _patterns()[name].match(text)
    return found[0] if found else ""


def _english(text: str) -> Effect | None:
    text = text[len(_led(fold(text), "lead_en")) :].strip(END)
    if _patterns()["relative_en"].search(fold(text)):
        return None
    first = _patterns()["determiner_en"].match(fold(text))
    each = bool(first and first["each"])
    words = text[first.end() if each and first else 0 :].split()
    folded = [fold(word) for word in words]
    if not 1 < len(words) <= _MOST_WORDS or _patterns()["more_en"].search(" ".join(folded)):
        return None
    for noun, verb, opens in _clauses(folded, each=each):
        who, state = words[:opens], words[opens:]
        if each:
            short = words[noun][:2].isupper()  # each AE has: AEs that have
            plural = f"{words[noun]}s" if short else plural_of(folded[noun])
            who[noun], folded[noun] = plural, plural.casefold()
            state[verb - opens] = _base_of(folded[verb]) or folded[verb]
        if any("," in word for word in who):
            continue
        person = _patterns()["person_en"].fullmatch(folded[noun])
        joined = " ".join(state).removeprefix("to ")
        return Effect(_begun_small(" ".join(who)), f"{'who' if person else 'that'} {joined}")
    return None


def _begun_small(text: str) -> str:
    return text if text[:2].isupper() else text[:1].lower() + text[1:]


def _clauses(words: list[str], *, each: bool) -> Iterator[tuple[int, int, int]]:
    """Noun, verb and where the state begins (an adverb may open it), the nearest first."""
    if words[0] in ("a", "an") or (_could_act(words[0]) and not _is_many(words[0])):
        return
    for noun in range(min(_HEADS + 1, len(words))):
        if not (each or _is_many(words[noun])):
            continue
        last = noun + _BEHIND if words[noun + 1 : noun + 2] and _joins(words[noun + 1]) else noun
        for opens in (noun + 1, *range(noun + 3, last + 1)):
            verb = opens
            while verb < len(words) - 1 and _patterns()["adverb_en"].fullmatch(words[verb]):
                verb += 1
            if _is_part_of_name(words, verb):
                continue
            if verb < max(2, len(words) - 1) and _is_verb(words[verb], each=each):
                yield noun, verb, opens


def _is_part_of_name(words: list[str], at: int) -> bool:
    """Whether what could be a verb is a noun, for its verb follows: the admissions process can."""
    listed = vocabulary()[0].get(words[at]) if at < len(words) else None
    noun = listed is not None and "deliv" in listed.tags
    closed = vocabulary()[0].get(words[-1])
    done = closed is not None and closed.form == "ed" and at < len(words) - 1
    return noun and (
        done or any(_patterns()["finite_en"].fullmatch(word) for word in words[at + 1 :])
    )


def _joins(word: str) -> bool:
    return _patterns()["between_en"].fullmatch(word) is not None


def _is_many(noun: str) -> bool:
    """Whether a noun is a plural of what can be counted."""
    if _patterns()["plural_en"].fullmatch(noun):
        return True
    if not noun.endswith("s") or noun.endswith(("ss", "us", "is", "'s")):
        return False
    listed = vocabulary()[0].get(noun)
    measured = listed is not None and bool(MEASURED & set(listed.tags))
    return not measured and _patterns()["uncountable_en"].fullmatch(noun) is None


def _is_verb(word: str, *, each: bool) -> bool:
    if each:
        return _base_of(word) is not None
    known = _patterns()
    named = known["auxiliary_en"].fullmatch(word) or known["verb_en"].fullmatch(word)
    return named is not None or _is_listed_verb(word)


def _could_act(word: str) -> bool:
    listed = vocabulary()[0].get(word)
    return (
        listed is not None
        and not listed.form
        and any(tag in (*DOING, "others") for tag in listed.tags)
    )


def _is_listed_verb(word: str) -> bool:
    """Whether a word is a verb of what is or is done, and none of more or less."""
    return _could_act(word) and not _CHANGES & set(vocabulary()[0][word].tags)


def _base_of(word: str) -> str | None:
    return _third_persons().get(word)


@cache
def _third_persons() -> dict[str, str]:
    """The verbs that are known by their third person: leaves → leave."""
    bases = [*_sources()["verb_en"].split("|")]
    bases += [word for word in vocabulary()[0] if " " not in word and _is_listed_verb(word)]
    made = {written: base for base in bases for written, form in forms(base, "make") if form == "s"}
    return {**made, "is": "are", "has": "have", "does": "do", "can": "can", "will": "will"}


def plural_of(noun: str) -> str:
    """The plural of an English noun."""
    irregular = {"child": "children", "person": "people", "woman": "women", "man": "men"}
    made = next(written for written, form in forms(noun, "deliv") if form == "s")
    return irregular.get(noun, made)


@cache
def _sources() -> dict[str, str]:
    return dict(load("assistant.coaching", "rewriting/effects.yml"))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """The expressions of `effects.yml`, and the Chinese sentences made of them."""
    own = _sources()
    lead, person = own["lead_zh"], f".{{0,8}}?(?:{own['people_zh']})+(?:们)?"
    opened = f"(?P<who>[^,，。;；]{{2,10}}?)(?P<state>{own['opens_zh']}.+)$"
    made = {
        "led_zh": f"^{lead}(?P<who>{person})(?P<state>.+)$",
        "said_zh": f"^(?:{lead})?{opened}",
        "people_do_zh": f"(?P<who>{person})(?P<state>[^的,，。;；和与及]{{4,20}})",
    }
    return {name: re.compile(source) for name, source in {**own, **made}.items()}
