"""What a model wrote, judged: the same grounding and the same rules as for every writer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from assistant.coaching.check import Checker
from assistant.coaching.grounding import Material, faults
from assistant.coaching.modelling.places import Place, place_of, texts_of, without_mark
from assistant.coaching.modelling.shapes import LineDraft, OpinionDraft
from assistant.coaching.review import left_broken
from assistant.coaching.rewriting.answers import fill_in
from assistant.coaching.rewriting.compose import tongue_of, written_in
from assistant.coaching.rewriting.drafts import Draft, Line
from assistant.coaching.rewriting.finish import finish
from assistant.coaching.rewriting.gaps import OF_RULES, asked_of_line, pending
from assistant.coaching.rewriting.judging import PENDING, TOLD, Judge
from assistant.models import Answer
from assistant.models.suggestion import Action, Opinion, Suggestion, WrittenBy

LONGEST_REASON = 240  # characters
GROWTH, ROOM = 3, 80  # a new wording has at most three times the characters, and some more
LINES = (Action.REPLACE, Action.SPLIT)


@dataclass
class Heard:
    """The lines that passed, as suggestions, and those refused, with the reason."""

    accepted: dict[Place, Suggestion] = field(default_factory=dict)
    refused: dict[Place, tuple[str, str]] = field(default_factory=dict)


class Hearing:
    """Judges what a model says about one set.

    Args:
        checker: The judge.
        answer: The review by the rules; a model's line has to be as good as theirs.
        answers: What the user answered to questions.
    """

    def __init__(self, checker: Checker, answer: Answer, answers: Mapping[str, str]) -> None:
        self._answer = answer
        self._answers = answers
        self._judge = Judge(checker, answer.set)
        self._texts = dict(texts_of(answer.set))
        self._left: dict[tuple[int | None, int | None, str], frozenset[str]] = {}
        self._own = {
            (each.objective, each.key_result): each
            for each in answer.suggestions
            if each.action in LINES and each.objective is not None
        }

    def lines(self, drafts: Iterable[LineDraft], places: frozenset[Place]) -> Heard:
        """Judge new wordings; only the places that were asked for count, each once."""
        heard = Heard()
        for each in drafts:
            place = place_of(each.line)
            if place is None or place not in places or place in heard.accepted:
                continue
            text = " ".join(without_mark(each.rewrite).split())
            draft = self._draft(place, text, each.reason)
            reason = self._fault(draft)
            if reason is None:
                heard.accepted[place] = self._suggestion(draft)
            elif reason:
                heard.refused[place] = (text, reason)
        return heard

    def opinions(self, drafts: Iterable[OpinionDraft], rules: Iterable[str]) -> Iterator[Opinion]:
        """The opinions that quote the draft; a rule is answered once a line."""
        known, told = set(rules), set()
        for each in drafts:
            place = place_of(each.line)
            text = self._texts.get(place, "") if place else ""
            quote = each.quote.strip()
            if place is None or each.question not in known or not quote or quote not in text:
                continue
            if (each.question, place) not in told:
                told.add((each.question, place))
                yield Opinion(
                    rule=each.question,
                    objective=place[0],
                    key_result=place[1],
                    quote=quote,
                    reason=each.reason[:LONGEST_REASON],
                    holds=each.yes,
                )

    def _draft(self, place: Place, text: str, reason: str) -> Draft:
        own = self._own.get(place)
        return Draft(
            action=Action.REPLACE,
            objective=place[0],
            key_result=place[1],
            before=self._texts[place],
            lines=(Line(text),),
            why=self._why(reason, own, place),
            alternatives=tuple(own.alternatives) if own else (),
            initiative=own.initiative if own else None,
            assumed=tuple(own.assumed) if own else (),
            citations=tuple(own.citations) if own else (),
            written_by=WrittenBy.MODEL,
        )

    def _why(self, reason: str, own: Suggestion | None, place: Place) -> str:
        """The model's reason where it says nothing without ground, else the rules' own."""
        told = " ".join(reason.split())[:LONGEST_REASON]
        if told and not faults(told, self._material("", own)):
            return told
        return own.why if own else self._message(place)

    def _message(self, place: Place) -> str:
        """What the rules find wrong with a line that they have no wording for."""
        here = (
            each for each in self._answer.findings if (each.objective, each.key_result) == place
        )
        return next((each.message for each in here), "")

    def _fault(self, draft: Draft) -> str | None:
        """Why a draft is refused; empty where it changes nothing, None where it passes."""
        text, own = draft.lines[0].text, self._own.get((draft.objective or 0, draft.key_result))
        if not text or text == " ".join(draft.before.split()):
            return ""
        if len(text) > GROWTH * len(draft.before) + ROOM:
            return "too long"
        found = faults(text, self._material(draft.before, own))
        if found:
            return "; ".join(f"{each.fault}: {each.quote}" for each in found)
        broken, left = self._broken(draft), self._left_broken(draft)
        allowed = frozenset(own.remaining) if own else frozenset()
        if left < broken and left <= allowed:
            return None
        return ", ".join(sorted(left)) or "nothing is better"

    def _broken(self, draft: Draft) -> frozenset[str]:
        place = (draft.objective, draft.key_result)
        return frozenset(
            each.rule
            for each in self._answer.findings
            if (each.objective, each.key_result) == place
            and each.severity in TOLD
            and each.rule != PENDING
        )

    def _left_broken(self, draft: Draft) -> frozenset[str]:
        """The rules that its line still breaks; most lines are asked about twice."""
        where = (draft.objective, draft.key_result, draft.lines[0].text)
        if where not in self._left:
            self._left[where] = left_broken(draft, self._answer.set, self._judge)
        return self._left[where]

    def _material(self, before: str, own: Suggestion | None) -> Material:
        offered = [own.after, *(each.after for each in own.alternatives)] if own else []
        return Material(
            before,
            said=[*self._texts.values(), *self._answers.values()],
            cited=[*offered, *(each.text for each in self._answer.examples)],
            language=written_in(before, self._answer.message_language),
        )

    def _suggestion(self, draft: Draft) -> Suggestion:
        tongue = tongue_of(draft.before, self._answer.message_language)
        own = self._own.get((draft.objective or 0, draft.key_result))
        gaps = [asks for asks in OF_RULES.values() if own and asks in own.placeholders]
        asked = asked_of_line(draft, gaps, tongue)
        filled = fill_in(asked, self._answers, tongue).draft
        open_gaps = pending(filled.lines[0].text, tongue)
        left = self._left_broken(filled) - open_gaps
        told = self._broken(draft) | pending(asked.lines[0].text, tongue)
        return finish(filled, tongue, told, left)
