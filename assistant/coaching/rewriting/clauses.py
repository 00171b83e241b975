"""A line as the name of what it does, whole: register both kids → registering both kids.

What is said of such a name is grammatical whatever the line is about, and none of it is lost: it is
taken where a thing cut out of the line would be a guess.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from assistant.coaching.rewriting.anatomy import (
    CLAUSE,
    is_done,
    is_finite,
    opening_verbs,
    plain,
    without_lead,
)
from assistant.coaching.rewriting.articles import with_article
from assistant.coaching.rewriting.compose import Tongue
from assistant.coaching.rewriting.expressions import DOING, expression
from assistant.coaching.rewriting.saying import states
from assistant.coaching.rewriting.shortening import (
    EDGES,
    END,
    is_half_open,
    is_loose,
    small,
    width_of,
)
from assistant.coaching.rewriting.turning import ing
from assistant.language.facts.verdicts import observe
from assistant.language.script import fold
from assistant.language.words.observation import Observation
from assistant.language.words.tokens import Token
from assistant.language.words.vocabulary import forms, vocabulary
from assistant.models import Language

_MOST_WORDS, _FEWEST_WORDS = 16, 4
_MOST_SIGNS, _FEWEST_SIGNS = 30, 6
_ENGLISH = Tongue(Language.EN)
_CAN = "being able to"
_BEING = {"has": "having", "have": "having", "can": _CAN, "could": _CAN}


def named_whole(text: str) -> Iterator[str]:
    """An English line as the name of what it does; once more without how many it is done to."""
    clause = main_clause(plain(text))
    name = _deed(clause) or _sentence(clause) or _thing(clause)
    if name and not (is_half_open(name) or _is_loose_name(fold(name))):
        first = _first_deed(name)
        yield from dict.fromkeys((name, _without_amount(name), first, _without_amount(first)))


def _is_loose_name(folded: str) -> bool:
    """Whether a name is none: half of a sentence was left as it was, or a second verb unturned."""
    if expression("clauses", "loose_en").search(folded):
        return True
    further = expression("clauses", "unturned_en").finditer(folded)
    return any(_is_base_verb(found["verb"]) for found in further)


def _is_base_verb(word: str) -> bool:
    """Whether a word is listed as a verb in its base form, and as nothing else."""
    listed = vocabulary()[0].get(word)
    return listed is not None and not listed.form and set(listed.tags) <= {*DOING, "others"}


def main_clause(text: str) -> str:
    """The clause that says what is done, without what only leads to it, cut where it is long."""
    bare = without_lead(text, chinese=False).strip(END)
    end = expression("clauses", "end_en").search(fold(bare), 1)
    kept = bare[: end.start()] if end and len(bare[: end.start()].split()) > 1 else bare
    return _tidy(_shortened(kept))


def _shortened(clause: str) -> str:
    """At most so many words, ending where another part would begin."""
    if len(clause.split()) <= _MOST_WORDS:
        return clause
    ends = [found.start() for found in expression("clauses", "border_en").finditer(fold(clause))]
    fitting = [at for at in ends if _FEWEST_WORDS <= len(clause[:at].split()) <= _MOST_WORDS]
    return clause[: fitting[-1]] if fitting else " ".join(clause.split()[:_MOST_WORDS])


def _tidy(clause: str) -> str:
    hanging = expression("clauses", "hanging_en").search(fold(clause))
    words = (clause[: hanging.start()] if hanging else clause).strip(END).split()
    while len(words) > 1 and is_loose(words[-1]) and words[-1] != "based":
        words.pop()
    return " ".join(words).strip(END)


def _deed(clause: str) -> str:
    """What is done, its verbs turned: reading the guide and taking notes."""
    if expression("clauses", "turned_en").match(fold(clause)):
        return small(clause)
    if expression("clauses", "noun_en").match(fold(clause)):
        return ""
    perfect = expression("clauses", "perfect_en").match(fold(clause))
    bare = clause[perfect.end() :] if perfect else clause
    turned = _turned_participles(bare) if perfect else _turned_verbs(bare)
    return _with_further(turned) if turned else ""


def _turned_verbs(clause: str) -> str:
    """The verbs that open a clause in their form on -ing; empty where none does."""
    seen = observe(clause)
    opening = opening_verbs(seen)
    if not opening:
        return _turned_shown(seen, clause)
    how = expression("clauses", "how_en").fullmatch(seen.folded, 0, opening[0].start)
    if (opening[0].start and not how) or opening[-1].end >= len(clause):
        return ""
    kept, at = small(clause[: opening[0].start]), opening[0].start
    for token in opening:
        verb = seen.folded[token.start : token.end]
        kept += clause[at : token.start]
        turns = token is opening[0] or clause[at : token.start].strip()  # but: help promote
        kept += ing(verb) if turns and token.form != "ing" else verb
        at = token.end
    return kept + clause[at:]


def _turned_shown(seen: Observation, clause: str) -> str:
    """A verb that the line is read to open with, or that what stands behind it shows to be one."""
    first = seen.tokens[0] if seen.tokens else None
    leads = first and seen.lead.opens_with_verb and seen.lead.first_verb == 0
    if first and leads and not (first.start or first.form) and first.end < len(clause):
        return f"{ing(seen.folded[: first.end])}{clause[first.end :]}"
    shown = expression("clauses", "shown_en").match(seen.folded)
    return f"{ing(shown['verb'])}{clause[shown.end('verb') :]}" if shown else ""


def _turned_participles(clause: str) -> str:
    """Developed and executed a plan → developing and executing a plan."""
    words = clause.split(" ")
    for place, word in enumerate(words):
        if fold(word) in ("and", "or", "&"):
            continue
        joined = not place or fold(words[place - 1]) in ("and", "or", "&")
        if not joined or fold(word) not in _participles():
            return " ".join(words) if place else ""
        words[place] = _participles()[fold(word)]
    return ""


def _with_further(clause: str) -> str:
    """The deeds that are joined to the first turned too, but for those behind a "to"."""
    found = expression("clauses", "joint_en").search(fold(clause))
    if found is None:
        return clause
    if expression("clauses", "infinitive_en").search(fold(clause), 0, found.end()):
        return clause
    listed = vocabulary()[0].get(found["verb"])
    if listed is None or listed.form or not any(tag in DOING for tag in listed.tags):
        return clause
    if found["thing"] is None and not expression("clauses", "sure_en").fullmatch(found["verb"]):
        return clause
    behind = clause[found.end("verb") :]
    return f"{clause[: found.start('verb')]}{ing(found['verb'])}{_with_further(behind)}"


def _sentence(clause: str) -> str:
    """A sentence as a name: traffic is mirrored → traffic being mirrored."""
    found = expression("clauses", "finite_en").match(fold(clause))
    if found:
        said = _BEING.get(found["verb"], _CAN if found["verb"].endswith("able to") else "being")
        said = "" if expression("clauses", "doing_en").match(fold(clause), found.end()) else said
        return _joined(clause, found.end("subject"), found.end("verb"), said)
    told = expression("cutting", "sentence_en").search(fold(clause))
    if told and told["verb"] and told["verb"].endswith("s") and states(clause, _ENGLISH):
        at = slice(*told.span("verb"))
        return _joined(clause, at.start, at.stop, ing(_base(told["verb"])))
    seen = observe(clause)
    for left, token in pairwise(seen.tokens):
        verb = seen.folded[token.start : token.end]
        if _acts(left, token, seen):
            said = ing(_base(verb) if verb.endswith("s") else verb)
            return _joined(clause, token.start, token.end, said)
        if is_done(token):
            return _joined(clause, token.start, token.end, f"being {verb}")
    return ""


def _acts(left: Token, token: Token, seen: Observation) -> bool:
    """Whether a word is the verb of a sentence: the team finds, members speak, it gets a page."""
    about = expression("clauses", "behind_verb_en").match(seen.folded, token.end)
    if about and expression("clauses", "third_en").fullmatch(seen.folded, token.start, token.end):
        return True
    if token.tag not in (*DOING, "others") or token.form not in ("s", ""):
        return False
    if about:
        return True
    if token.form == "s":
        return states(seen.line.text, _ENGLISH)
    return is_finite(left, token, seen)


def _joined(clause: str, end: int, start: int, said: str) -> str:
    """A subject and what is said of it; empty where the subject is none."""
    subject = clause[:end].strip()
    if not subject or expression("clauses", "bound_en").search(fold(subject)):
        return ""
    return " ".join(f"{_named(subject)} {said}{clause[start:]}".split())


def _named(thing: str) -> str:
    """A thing with its article, its first word small where that is no name."""
    if expression("clauses", "no_article_en").match(fold(thing)):
        return thing[:1].lower() + thing[1:]
    if expression("clauses", "heading_en").fullmatch(thing):
        return f"the {thing}"
    common = expression("clauses", "common_en").match(thing)
    return with_article(thing[:1].lower() + thing[1:] if common else thing)


def _thing(clause: str) -> str:
    """A thing that is named and nothing else, with its article."""
    if not clause or expression("clauses", "no_thing_en").search(fold(clause)):
        return ""
    words = [fold(word) for word in clause.split()[1:-1]]
    return "" if any(map(_is_verb_alone, words)) else _named(clause)


def _is_verb_alone(word: str) -> bool:
    """Whether a word is listed as a verb of work in its base form and as nothing else."""
    listed = vocabulary()[0].get(word)
    return listed is not None and not listed.form and set(listed.tags) <= {"make", "pure"}


def _first_deed(name: str) -> str:
    """Reading the guide, taking notes → reading the guide."""
    found = expression("clauses", "next_deed_en").search(fold(name))
    return name[: found.start()] if found else name


def _without_amount(name: str) -> str:
    """Publishing 12 blog posts → publishing blog posts."""
    found = expression("clauses", "amount_en").search(fold(name))
    return name[: found.start()] + name[found.end() :] if found and found.start() else name


@cache
def _participles() -> dict[str, str]:
    """What is done already, to its form on -ing: written → writing."""
    bases = [word for word, entry in vocabulary()[0].items() if not entry.form]
    told = {done: ing(base) for base in bases for done, form in forms(base, "make") if form == "ed"}
    known = vocabulary()[0]
    return {done: on for done, on in told.items() if done in known and known[done].form == "ed"}


def _base(verb: str) -> str:
    """The verb of which this is the third person."""
    shorter = [verb.removesuffix("s"), verb.removesuffix("es"), verb.removesuffix("ies") + "y"]
    return next((one for one in shorter if one in vocabulary()[0]), shorter[0])


def clauses_zh(text: str, most: int = _MOST_SIGNS) -> Iterator[str]:
    """What a Chinese line says is done, as much as fits, and less of it."""
    pieces = [piece for piece in (each.strip(EDGES) for each in CLAUSE.split(text)) if piece]
    whole = ("，".join(pieces[:end]) for end in range(len(pieces), 0, -1))
    fitting = [one for one in whole if width_of(one) <= most]
    yield from fitting or [cut_zh(pieces[0] if pieces else text, most)]


def cut_zh(clause: str, most: int) -> str:
    """A clause that is too long, up to where another part would begin."""
    ends = [found.start() for found in expression("clauses", "border_zh").finditer(fold(clause))]
    fitting = [at for at in ends if _FEWEST_SIGNS <= width_of(clause[:at]) <= most]
    kept = clause[: fitting[-1]] if fitting else clause[:most]
    return f"{kept.rstrip(EDGES)}…" if kept != clause else clause
