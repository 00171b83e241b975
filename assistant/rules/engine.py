"""Judging a set: every rule that is on, each line once, findings in a fixed order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from assistant.messages import fill
from assistant.models import Finding, Language, Severity
from assistant.rules.applies import applies, asked_of
from assistant.rules.conditions import holds
from assistant.rules.kinds.base import Hit, Line, SetCheck
from assistant.rules.reading_set import ReadSet
from assistant.rules.rubric import ActiveRule, Rubric
from assistant.rules.schema import Rule, Target, Text
from assistant.rules.words import WordList

_WORST_FIRST = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.HINT: 2}
_SHOWN = 60  # characters of a quotation within a message
_Place = tuple[int | None, int | None]


class _Bench:
    """The rubric's limits and lists, as they hold for one set; each line is searched once."""

    def __init__(self, rubric: Rubric, read_set: ReadSet) -> None:
        self._limits = rubric.limits(read_set.source.level)
        search = cache(rubric.word_index.search)
        self._list = cache(lambda name: WordList(search, name))

    def limit(self, name: str | int) -> int:
        return name if isinstance(name, int) else self._limits[name]

    def words(self, name: str) -> WordList:
        return self._list(name)


def judge(
    rubric: Rubric, read_set: ReadSet, *, final: bool = False, language: Language = Language.EN
) -> list[Finding]:
    """All findings on a set, in the order of the draft: the set, then line by line, worst first.

    Args:
        rubric: The rules with their profile and pack.
        read_set: The set and what its lines say.
        final: Whether the set is submitted; some rules are stricter then.
        language: What the messages are written in.
    """
    bench = _Bench(rubric, read_set)
    fields = asked_of(rubric, read_set)
    lines = {target: list(_lines(target, read_set)) for target in Target}
    hits = [
        (active, hit)
        for active in rubric.rules
        if applies(active.rule, fields)
        for hit in _hits(active.rule, lines[active.rule.target], read_set, bench)
    ]
    texts = _line_texts(read_set)
    findings = [
        _finding(active, hit, texts, final=final, language=language) for active, hit in _heard(hits)
    ]
    return sorted(findings, key=_position)


def _hits(rule: Rule, lines: list[Line], read_set: ReadSet, bench: _Bench) -> Iterator[Hit]:
    check = rule.check
    if isinstance(check, SetCheck):
        yield from check.find(read_set, bench)
        return
    for line in lines:
        for hit in check.find(line, bench):
            if not any(holds(condition, line) for condition in rule.unless):
                yield hit


def _lines(target: Target, read_set: ReadSet) -> Iterator[Line]:
    for objective in read_set.objectives:
        if target in (Target.OBJECTIVE, Target.LINE):
            yield objective
        if target in (Target.KEY_RESULT, Target.LINE):
            yield from objective.key_results


def _heard(hits: list[tuple[ActiveRule, Hit]]) -> Iterator[tuple[ActiveRule, Hit]]:
    """The hits less those of rules that are silent beside another rule on the same line."""
    fired: dict[_Place, set[str]] = defaultdict(set)
    for active, hit in hits:
        fired[hit.objective, hit.key_result].add(active.rule.id)
    for active, hit in hits:
        if fired[hit.objective, hit.key_result].isdisjoint(active.rule.silent_with):
            yield active, hit


def _line_texts(read_set: ReadSet) -> dict[_Place, str]:
    texts: dict[_Place, str] = {}
    for objective in read_set.objectives:
        texts[objective.objective, None] = objective.source.objective
        for line in objective.key_results:
            texts[line.objective, line.key_result] = line.source.text
    return texts


def _brief(quote: str) -> str:
    """A quotation as a message shows it; the finding itself keeps the whole."""
    return quote if len(quote) <= _SHOWN else quote[: _SHOWN - 1].rstrip() + "…"


def _finding(
    active: ActiveRule, hit: Hit, texts: dict[_Place, str], *, final: bool, language: Language
) -> Finding:
    rule = active.rule
    text = texts.get((hit.objective, hit.key_result), "")
    quote = text[hit.span.start : hit.span.end] if hit.span else None
    message, why, fix = _told(rule, hit.variant)
    facts = {**hit.facts, "quote": _brief(quote or "")}
    return Finding(
        rule=rule.id,
        name=rule.name,
        variant=hit.variant,
        severity=active.severity_of(hit.variant, final=final),
        objective=hit.objective,
        key_result=hit.key_result,
        span=hit.span,
        quote=quote,
        message=fill(message.spoken(language), facts),
        why=fill(why.spoken(language), facts),
        fix=fill(fix.spoken(language), facts),
    )


def _told(rule: Rule, variant: str | None) -> tuple[Text, Text, Text]:
    own = rule.variants.get(variant) if variant else None
    if own is None:
        return rule.message, rule.why, rule.fix
    return own.message or rule.message, own.why or rule.why, own.fix or rule.fix


def _position(finding: Finding) -> tuple[int, int, int, str, int]:
    objective = -1 if finding.objective is None else finding.objective
    key_result = -1 if finding.key_result is None else finding.key_result
    start = finding.span.start if finding.span else -1
    return objective, key_result, _WORST_FIRST[finding.severity], finding.rule, start
