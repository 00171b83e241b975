"""What is known of each industry, as documents that can be searched and opened.

The texts are those of `knowledge/guide/industries`, which guides are composed from too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from assistant.messages import say
from assistant.models import Language
from assistant.models.knowledge import (
    Document,
    DocumentHead,
    Metric,
    PassageKind,
    Section,
    Taxonomy,
    Words,
)
from assistant.models.plans import IndustryProfile, Statement

ANY = "any"
OWN = "own"
MOST_METRICS = 16
ENOUGH = 2  # statements that stand as a passage of their own
_LANGUAGES = {"en": Language.EN, "zh": Language.ZH_HANS}
_JOINT = {"en": "; ", "zh": "；"}


def industry_documents(
    profiles: Iterable[IndustryProfile], taxonomy: Taxonomy, metrics: Mapping[str, Metric]
) -> Iterator[Document]:
    """Each profile as a document in both languages; its metrics are those of the library."""
    for profile in profiles:
        if profile.industry == ANY:
            continue
        own = _foremost(metrics.values(), profile.industry)
        for language in _LANGUAGES:
            name = _in(taxonomy.industries[profile.industry], language)
            yield _document(profile, own, name, language)


def _foremost(metrics: Iterable[Metric], industry: str) -> list[Words]:
    """The metrics of an industry, those that are filed under it first before the others."""
    own = [each for each in metrics if industry in each.industries]
    return [each.name for each in sorted(own, key=lambda each: each.industries.index(industry))][
        :MOST_METRICS
    ]


def _document(profile: IndustryProfile, metrics: list[Words], name: str, language: str) -> Document:
    situation = [*profile.why, *profile.situation]
    pressures = [*profile.pressures, *profile.conflicts]
    if len(pressures) < ENOUGH:
        situation, pressures = [*situation, *pressures], []
    texts = {
        "situation": _listed(situation, language),
        "rules": _listed(profile.rules, language),
        "pressures": _listed(pressures, language),
        "adoption": _listed([*profile.adoption, *map(_opening, profile.adopters)], language),
        "metrics": _measured(metrics, language),
    }
    sections = [
        Section(anchor=anchor, title=_said(anchor, name, language), text=text, line=0)
        for anchor, text in texts.items()
        if text
    ]
    file = f"guide/industries/{profile.industry}.yml"
    return Document(head=_head(profile, name, language), sections=sections, file=file)


def _head(profile: IndustryProfile, name: str, language: str) -> DocumentHead:
    return DocumentHead(
        id=f"industry-{profile.industry}",
        title=_said("title", name, language),
        kind=PassageKind.GUIDE,
        language=language,
        industries=[profile.industry],
        functions=[ANY],
        sizes=[ANY],
        maturity=[ANY],
        sources=list(dict.fromkeys([*_sources(profile), OWN])),
    )


def _sources(profile: IndustryProfile) -> Iterator[str]:
    facts = (profile.why, profile.situation, profile.rules, profile.pressures, profile.conflicts)
    parts = (*facts, profile.adoption, profile.adopters)
    return (source for part in parts for each in part for source in each.sources)


def _listed(statements: Iterable[Statement], language: str) -> str:
    """A line each with the marks of its sources; what holds for some sizes alone is left out."""
    return "\n".join(
        f"- {each.zh if language == 'zh' else each.en} {_marks(each.sources)}"
        for each in statements
        if not each.sizes
    )


def _opening(story: Statement) -> Statement:
    """Who it is about and what was done: the rest of a story would drown what is asked for."""
    en, zh = _SENTENCE_EN.split(story.en, maxsplit=1)[0], story.zh.split("。", maxsplit=1)[0]
    return story.model_copy(update={"en": en, "zh": f"{zh.removesuffix('。')}。"})


_SENTENCE_EN = re.compile(r"(?<=[a-z0-9)%”’]\.) (?=[A-Z])")


def _marks(sources: Iterable[str]) -> str:
    return " ".join(f"[{each}]" for each in sources)


def _measured(metrics: list[Words], language: str) -> str:
    names = _JOINT[language].join(_in(each, language) for each in metrics)
    return _said("measured", names, language) if metrics else ""


def _said(part: str, name: str, language: str) -> str:
    return say("search", f"guide.{part}", _LANGUAGES[language], name=name)


def _in(words: Words, language: str) -> str:
    return words.zh if language == "zh" else words.en
