"""What a model wrote of a week, judged: each claim has to stand in the facts it cites."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.checkins.modelling.asking import MOST_CHARACTERS, MOST_SENTENCES, MOST_WORDS
from assistant.checkins.modelling.shapes import GroupDraft, SentenceDraft
from assistant.checkins.verifying.verify import Verifier
from assistant.checkins.wording import quoted
from assistant.coaching.grounding import Material, keeps_language
from assistant.language.script import CJK, language_of
from assistant.models import Language
from assistant.models.summary import Summary
from assistant.models.written import BlockerGroup, Sentence

_TITLE_WORDS, _TITLE_CHARACTERS = 7, 16
_LONGEST = 2_000  # characters: what is longer is not even looked at
_MOST_CITED = 60


class Hearing:
    """Judges what a model says about one week."""

    def __init__(self, summary: Summary) -> None:
        self._language = summary.message_language
        self._verifier = Verifier(summary)
        texts = [fact.value for fact in summary.facts if isinstance(fact.value, str)]
        self._material = Material("", said=texts, language=self._language)
        self._places = {
            fact.fact_id: fact.key_result
            for fact in summary.facts
            if fact.kind == "blocker" and fact.key_result is not None
        }

    def sentences(
        self, drafts: Iterable[SentenceDraft]
    ) -> tuple[list[Sentence], list[tuple[SentenceDraft, str]]]:
        """The sentences that stand, and those refused, each with the reason."""
        heard: dict[str, Sentence] = {}
        refused: list[tuple[SentenceDraft, str]] = []
        for draft in list(drafts)[: MOST_SENTENCES * 2]:
            text = quoted(draft.text, _LONGEST) or ""
            why = self._fault(text, draft.facts)
            if why:
                refused.append((draft, why))
            elif text:
                heard.setdefault(text, Sentence(text=text, facts=list(dict.fromkeys(draft.facts))))
        return list(heard.values())[:MOST_SENTENCES], refused

    def _fault(self, text: str, cited: list[str]) -> str:
        """Why a sentence is refused; empty where it stands."""
        if not text:
            return ""
        if not _fits(text, MOST_WORDS, MOST_CHARACTERS) or len(cited) > _MOST_CITED:
            return "too long"
        if not self._in_language(text):
            return "another language"
        faults = self._verifier.judge(text, cited).faults
        return "; ".join(f"{fault}: {words}" for fault, words in faults)

    def _in_language(self, text: str) -> bool:
        """Whether a sentence is in the summary's language and script, quoted words aside."""
        if self._language is Language.EN:
            return language_of(text) in (Language.EN, Language.MIXED)
        return keeps_language(self._material, text)

    def groups(self, drafts: Iterable[GroupDraft]) -> list[BlockerGroup]:
        """The groups that stand: two blockers or more, each in one group, named in their words."""
        taken: set[str] = set()
        found: list[BlockerGroup] = []
        for draft in list(drafts)[: len(self._places)]:
            ids = [one for one in dict.fromkeys(draft.blockers) if one in self._places]
            title = (quoted(draft.title, _LONGEST) or "").rstrip("。.:：")
            if len(ids) < 2 or taken & set(ids) or not self._named(title, ids):
                continue
            taken |= set(ids)
            places = [place for one in ids if (place := self._places[one])]
            found.append(BlockerGroup(title=title, key_results=places, facts=ids))
        return found

    def _named(self, title: str, ids: list[str]) -> bool:
        fits = bool(title) and _fits(title, _TITLE_WORDS, _TITLE_CHARACTERS)
        return fits and self._verifier.names(title, ids) and self._verifier.judge(title, ids).stands


def _fits(text: str, words: int, characters: int) -> bool:
    """Whether a text keeps to its length: words of English, characters of Chinese."""
    if CJK.search(text):
        return len("".join(text.split())) <= characters
    return len(text.split()) <= words
