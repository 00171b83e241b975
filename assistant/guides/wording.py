"""What the reader is called, and whom it serves, where "company" and "customers" are wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.guides.kinds import body_of, kind_of
from assistant.guides.material import Material
from assistant.guides.references import OWN
from assistant.guides.statements import written
from assistant.models import Language
from assistant.models.guide import GuideParameters, GuideSection, Sentence, Style, Table
from assistant.models.plans import Kind

ADVICE = frozenset(["why", "plan", "practices", "pitfalls", "conclusion"])  # speak to the reader
OURS = frozenset([OWN, "seed-003"])  # what other sources tell is told of their own companies
_VOWEL = re.compile(r"[aeiou]", re.IGNORECASE)
Pairs = list[tuple[str, str]]


@dataclass(frozen=True)
class Wording:
    """Words of ours and what they become.

    `others` are signs of a sentence about somebody else, or with an objective of the set in it.
    """

    words: dict[str, str]
    pattern: re.Pattern[str] | None
    others: re.Pattern[str]

    def text(self, text: str) -> str:
        """A text of ours in the reader's words; what tells of others stays as it is."""
        if self.pattern is None or self.others.search(text):
            return text
        return self.pattern.sub(lambda found: self.words[found[0]], text)

    def sentences(self, sentences: Iterable[Sentence]) -> list[Sentence]:
        """Sentences in the reader's words."""
        return [
            each.model_copy(update={"text": self.text(each.text)})
            if OURS.issuperset(each.citations) or each.style is Style.ITEM
            else each
            for each in sentences
        ]

    def section(self, section: GuideSection) -> GuideSection:
        """A section that speaks to the reader, in the reader's words."""
        if section.id not in ADVICE:
            return section
        said = self.sentences(section.sentences)
        tables = [self._table(each) for each in section.tables[:1]]  # the meetings
        return section.model_copy(
            update={"sentences": said, "tables": [*tables, *section.tables[1:]]}
        )

    def _table(self, table: Table) -> Table:
        rows = [[self.text(cell) for cell in row] for row in table.rows]
        return table.model_copy(update={"rows": rows})


def wording_of(
    parameters: GuideParameters, material: Material, kept: Iterable[str] = ()
) -> Wording:
    """The words for the reader's kind of company, else for the industry; none for a company.

    Args:
        parameters: What was asked for.
        material: The kinds of company and what they are called.
        kept: What is quoted of the set; a sentence with it stays as it is.
    """
    language, bodies = parameters.language, material.guide.bodies
    side = "en" if language is Language.EN else "zh"
    kind = kind_of(parameters, material)
    body = bodies.bodies.get(body_of(parameters, material) or "")
    pairs = list((body.en if side == "en" else body.zh) if body else [])
    pairs += _of_people(kind, bodies.customers[side]) if kind else []
    told = {written(one, language): written(other, language) for one, other in pairs}
    others = [*(written(each, language) for each in bodies.others), *kept]
    return Wording(told, _any(told), re.compile("|".join(map(re.escape, others))))


def _of_people(kind: Kind, pairs: Pairs) -> Pairs:
    """Whom such a company serves in place of customers."""
    many, one = kind.people.en, kind.people.one
    article = "an" if _VOWEL.match(one) else "a"
    facts = {"a": article, "A": article.capitalize(), "one": one}
    zh = {"many": kind.people.zh}
    return [
        (was, told.format(**facts, **({"many": many} if was.isascii() else zh)))
        for was, told in pairs
    ]


def _any(words: Iterable[str]) -> re.Pattern[str] | None:
    """Any of the words, the longer first; a Latin one as a word of its own."""
    longest = sorted(words, key=len, reverse=True)
    return re.compile("|".join(map(_word, longest))) if longest else None


def _word(word: str) -> str:
    return rf"\b{re.escape(word)}\b" if word.isascii() else re.escape(word)
