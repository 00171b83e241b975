"""The knowledge base as passages: sections of documents, metrics, example OKRs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from assistant.language.script import simplify
from assistant.messages import say
from assistant.models import Language
from assistant.models.knowledge import (
    Document,
    Example,
    Knowledge,
    Metric,
    PassageKind,
    Section,
    Taxonomy,
    Words,
)
from assistant.models.passage import Passage, PassageSource

ANY = "any"
OWN = "own"  # the manifest's entry for what we wrote without a source
LIBRARIES = ("metrics", "examples")  # not documents: each entry stands for itself
MOST_NAMED = 3
CORE = {
    PassageKind.METRIC: slice(3),  # names, definition, formula
    PassageKind.EXAMPLE: slice(-2),  # all but why it is good, and that it is illustrative
}
LIBRARY_LANGUAGES = (Language.EN, Language.ZH_HANS)
MARK = re.compile(r" ?\[([a-z0-9][a-z0-9-]*)\](?!\()")
_LANGUAGES = {"en": Language.EN, "zh": Language.ZH_HANS}


def passages_of(knowledge: Knowledge) -> list[Passage]:
    """All passages, in the order of the files; each resolves to sources of the manifest.

    Raises:
        KeyError: A source, guardrail or language that `knowledge check` would refuse.
    """
    return [
        *(p for document in knowledge.documents for p in _of_document(document, knowledge)),
        *(p for metric in knowledge.metrics.values() for p in _of_metric(metric, knowledge)),
        *(p for example in knowledge.examples.values() for p in _of_example(example, knowledge)),
    ]


def worded_text(passage: Passage, taxonomy: Taxonomy, asked: str = "") -> str:
    """What the search by words looks at: what it is about, its titles and its whole text.

    `asked` is how people ask for it.
    """
    same = say("search", "example.illustrative", passage.language)  # says nothing of any one
    text = MARK.sub("", passage.text).removesuffix(same).rstrip()
    return _headed(passage, taxonomy, text, asked)


def meant_text(passage: Passage, taxonomy: Taxonomy, asked: str = "") -> str:
    """What the search by meaning looks at: the core, which a short vector can hold.

    In one script, as `named.subject` puts a question.
    """
    lines = MARK.sub("", passage.text).split("\n")[CORE.get(passage.kind, slice(None))]
    return simplify(_headed(passage, taxonomy, "\n".join(lines), asked))


def asked_for(passage: Passage, knowledge: Knowledge) -> str:
    """How people ask for a passage, in its own language; empty where nothing is told."""
    asked = knowledge.asked.get(passage.passage_id)
    return _word(asked, passage.language) if asked else ""


def linked_in(knowledge: Knowledge) -> list[tuple[str, str]]:
    """Each example with each metric that one of its key results is measured by."""
    return [
        (f"examples#{example.id}", f"metrics#{line.metric}")
        for example in knowledge.examples.values()
        for line in example.key_results
        if line.metric
    ]


def _headed(passage: Passage, taxonomy: Taxonomy, text: str, asked: str) -> str:
    about = [*_named(passage.industries, taxonomy.industries, passage.language)]
    about += _named(passage.functions, taxonomy.functions, passage.language)
    if passage.kind is PassageKind.GUIDE:
        about = [passage.document]  # which names the industry
    elif passage.kind not in CORE:
        about.insert(0, passage.document)
    lines = [" · ".join(about), passage.title, asked, text]
    return "\n".join(line for line in lines if line)


def _named(ids: Sequence[str], names: Mapping[str, Words], language: Language) -> list[str]:
    """The names of a few; what is filed under many is about none of them."""
    return [_word(names[each], language) for each in ids if each != ANY][:MOST_NAMED]


def _of_document(document: Document, knowledge: Knowledge) -> Iterator[Passage]:
    head = document.head
    for section in document.sections:
        sources = _sources(_cited(section, knowledge) or head.sources, knowledge)
        yield Passage(
            passage_id=f"{head.id}#{section.anchor}",
            title=section.title,
            text=section.text,
            document=head.title,
            kind=head.kind,
            industry=head.industries[0],
            industries=head.industries,
            functions=head.functions,
            sizes=head.sizes,
            maturity=head.maturity,
            language=_LANGUAGES.get(head.language) or Language(head.language),
            source=sources[0],
            sources=sources,
        )


def _cited(section: Section, knowledge: Knowledge) -> list[str]:
    """The sources that a section names, those of others before our own reasoning."""
    marks = [mark for mark in MARK.findall(section.text) if mark in knowledge.sources]
    return sorted(dict.fromkeys(marks), key=lambda mark: mark == OWN)


def _sources(ids: Iterable[str], knowledge: Knowledge) -> list[PassageSource]:
    found = [knowledge.sources[each] for each in ids]
    return [PassageSource(id=each.id, title=each.title, url=each.url) for each in found]


def _of_metric(metric: Metric, knowledge: Knowledge) -> Iterator[Passage]:
    sources = _sources([OWN], knowledge)
    for language in LIBRARY_LANGUAGES:
        yield Passage(
            passage_id=f"metrics#{metric.id}",
            title=_word(metric.name, language),
            text=_metric_text(metric, knowledge, language),
            document=say("search", "metrics", language),
            kind=PassageKind.METRIC,
            industry=metric.industries[0],
            industries=metric.industries,
            functions=metric.functions,
            sizes=[ANY],
            maturity=[ANY],
            language=language,
            source=sources[0],
            sources=sources,
        )


def _metric_text(metric: Metric, knowledge: Knowledge, language: Language) -> str:
    aliases = metric.aliases.en if language is Language.EN else metric.aliases.zh
    names = [_word(metric.name, language), *aliases]
    lines = [
        say(
            "search",
            "metric.text",
            language,
            names=_list(names, language),
            definition=_word(metric.definition, language),
            formula=_word(metric.formula, language),
            unit=_word(metric.unit, language),
            direction=say("search", f"direction.{metric.direction.value}", language),
            timing=say("search", f"timing.{metric.timing.value}", language),
            gaming=_word(metric.gaming, language),
        )
    ]
    if metric.data_sources:
        systems = (knowledge.system(each, language) for each in metric.data_sources)
        lines.append(say("search", "metric.sources", language, names=_list(systems, language)))
    if metric.guardrail:
        name = _word(knowledge.metrics[metric.guardrail].name, language)
        lines.append(say("search", "metric.guardrail", language, name=name))
    return "\n".join(lines)


def _of_example(example: Example, knowledge: Knowledge) -> Iterator[Passage]:
    sources = _sources([OWN], knowledge)
    for language in LIBRARY_LANGUAGES:
        yield Passage(
            passage_id=f"examples#{example.id}",
            title=_word(example.objective, language),
            text=_example_text(example, language),
            document=say("search", "examples", language),
            kind=PassageKind.EXAMPLE,
            industry=example.industry,
            industries=[example.industry],
            functions=example.functions,
            level=example.level,
            sizes=[ANY],
            maturity=[ANY],
            language=language,
            source=sources[0],
            sources=sources,
        )


def _example_text(example: Example, language: Language) -> str:
    lines = [
        say(
            "search", "example.key_result", language, number=number, text=_word(each.text, language)
        )
        for number, each in enumerate(example.key_results, 1)
    ]
    lines.append(say("search", "example.why", language, why=_word(example.why_good, language)))
    lines.append(say("search", "example.illustrative", language))
    return "\n".join(lines)


def _word(words: Words, language: Language) -> str:
    return words.en if language is Language.EN else words.zh


def _list(words: Iterable[str], language: Language) -> str:
    return (", " if language is Language.EN else "、").join(words)
