"""The library: search as one types, the page of a metric, an industry, a document."""

from __future__ import annotations

import asyncio
from typing import Any

from fastapi import APIRouter, Request, Response
from starlette.datastructures import QueryParams
from starlette.responses import HTMLResponse

from api.cards import (
    PassageCard,
    example_card,
    metric_draft,
    passage_card,
    rendered,
)
from api.knowledge import examples_for, metric_text, metrics_for
from api.languages import wanted
from api.pages import page
from api.service import Served, Service
from api.templating import render
from assistant.errors import NotFound
from assistant.knowledge.company import Shelf, with_company
from assistant.knowledge.library import shipped_knowledge, words
from assistant.messages import say, traditional
from assistant.models import Language
from assistant.models.knowledge import Document, Knowledge, Metric, PassageKind
from assistant.models.passage import PassageSource
from assistant.retrieval.filters import Filters

router = APIRouter(include_in_schema=False)

FILTERS = ("kind", "industry", "function")
SHOWN = 12
LONGEST_QUERY = 300


@router.get("/library")
async def show(request: Request, service: Served) -> Response:
    """The search, with what it finds."""
    query, language = request.query_params, wanted(request)
    return page(
        "library.html",
        request,
        service,
        query=_words(query),
        chosen=_chosen(query),
        choices=_choices(language),
        found=await _found(query, service, language),
        industries=_industries(language),
    )


@router.get("/ui/library")
async def results(request: Request, service: Served) -> Response:
    """What is found, as a piece of HTML."""
    language = wanted(request)
    found = await _found(request.query_params, service, language)
    industries = _industries(language)
    return HTMLResponse(
        render("library_results.html", language, found=found, industries=industries)
    )


@router.get("/library/metrics/{metric_id}")
async def show_metric(metric_id: str, request: Request, service: Served) -> Response:
    """One metric."""
    told, knowledge, language = metric_text(metric_id), shipped_knowledge(), wanted(request)
    metrics = knowledge.metrics
    guardrail = metrics.get(told.metric.guardrail or "")
    return page(
        "metric.html",
        request,
        service,
        metric=told.metric,
        guardrail=guardrail,
        guards=[metrics[name] for name in told.guards],
        examples=[example_card(knowledge.examples[name], language) for name in told.examples],
        use=metric_draft(told.metric, language),
        taxonomy=knowledge.taxonomy,
        say=lambda text: words(text, language),
        systems=_systems(told.metric, language),
        aliases=_aliases(told.metric.aliases.model_dump(), language),
    )


@router.get("/library/industries/{industry}")
async def show_industry(industry: str, request: Request, service: Served) -> Response:
    """What there is for one industry: examples, metrics, documents."""
    knowledge, language = shipped_knowledge(), wanted(request)
    name = knowledge.taxonomy.industries.get(industry)
    if name is None or industry == "any":
        raise NotFound("industry", name=industry[:60])
    return page(
        "industry.html",
        request,
        service,
        name=words(name, language),
        industry=industry,
        examples=[example_card(one, language) for one in examples_for(industry, None)],
        metrics=[one for one in metrics_for(industry, None) if industry in one.industries],
        documents=_documents_of(knowledge, industry, language),
        say=lambda text: words(text, language),
    )


@router.get("/library/documents/{document}")
async def show_document(document: str, request: Request, service: Served) -> Response:
    """One document whole, with what is known of its sources."""
    language = wanted(request)
    knowledge = await asyncio.to_thread(_all, service)
    found = _document(knowledge, document, language)
    sources = [knowledge.sources[name] for name in found.head.sources]
    marks = [PassageSource(id=one.id, title=one.title, url=one.url) for one in sources]
    return page(
        "document.html",
        request,
        service,
        title=_scripted(found.head.title, found, language),
        kind=found.head.kind,
        spoken=_spoken(found, language),
        sections=[
            (
                one.anchor,
                _scripted(one.title, found, language),
                rendered(_scripted(one.text, found, language), marks),
            )
            for one in found.sections
        ],
        sources=sources,
    )


async def _found(query: QueryParams, service: Service, language: Language) -> dict[str, Any]:
    """What the search finds; with no words, nothing is looked for."""
    asked, chosen = _words(query), _chosen(query)
    if not asked and not any(chosen.values()):
        return {"cards": [], "notes": [], "fallback": None, "asked": False}
    filters = Filters(**{name: value or None for name, value in chosen.items()})
    filters.checked(shipped_knowledge().taxonomy)
    about = asked or _name_of(chosen, language)
    answer = await service.searching.answer(about, filters, SHOWN, language)
    cards: list[PassageCard] = [passage_card(one, language) for one in answer.passages]
    return {
        "cards": cards,
        "notes": answer.notes,
        "fallback": answer.fallback_language,
        "asked": True,
    }


def _words(query: QueryParams) -> str:
    return query.get("q", "").strip()[:LONGEST_QUERY]


def _chosen(query: QueryParams) -> dict[str, str]:
    return {name: query.get(name, "")[:60] for name in FILTERS}


def _name_of(chosen: dict[str, str], language: Language) -> str:
    """What is looked for where only filters are set: their own names."""
    taxonomy = shipped_knowledge().taxonomy
    named = [
        taxonomy.industries.get(chosen["industry"]),
        taxonomy.functions.get(chosen["function"]),
    ]
    told = [words(one, language) for one in named if one is not None]
    return " ".join(told) or say("library", f"kind.{chosen['kind']}", language)


def _choices(language: Language) -> dict[str, list[tuple[str, str]]]:
    """What each select offers: value and text."""
    taxonomy = shipped_knowledge().taxonomy
    kinds = [(kind.value, say("library", f"kind.{kind.value}", language)) for kind in PassageKind]
    functions = [(key, words(name, language)) for key, name in taxonomy.functions.items()]
    return {
        "kind": [("", say("library", "any.kind", language)), *kinds],
        "industry": [("", say("library", "any.industry", language)), *_industries(language)],
        "function": [("", say("library", "any.function", language)), *functions[1:]],
    }


def _industries(language: Language) -> list[tuple[str, str]]:
    named = shipped_knowledge().taxonomy.industries
    return [(key, words(name, language)) for key, name in named.items() if key != "any"]


def _aliases(aliases: dict[str, list[str]], language: Language) -> list[str]:
    """What people write for a metric: in the reader's language first, then in the other."""
    first, second = ("en", "zh") if language is Language.EN else ("zh", "en")
    return _written([*aliases[first], *aliases[second]], language)


def _systems(metric: Metric, language: Language) -> list[str]:
    """Where a metric comes from, as the reader calls these systems."""
    knowledge = shipped_knowledge()
    return _written([knowledge.system(name, language) for name in metric.data_sources], language)


def _written(told: list[str], language: Language) -> list[str]:
    """Our own Chinese in the reader's script."""
    return [traditional(one) for one in told] if language is Language.ZH_HANT else told


def _documents_of(
    knowledge: Knowledge, industry: str, language: Language
) -> list[tuple[str, str, str]]:
    """Documents about an industry in the reader's language: id, title, kind."""
    own = "en" if language is Language.EN else "zh"
    return [
        (one.head.id, _scripted(one.head.title, one, language), one.head.kind)
        for one in knowledge.documents
        if one.head.language == own and industry in one.head.industries
    ]


def _all(service: Service) -> Knowledge:
    """What ships and the company's own; read from its folder each time, as others change it."""
    return with_company(shipped_knowledge(), Shelf.of(service.settings))


def _document(knowledge: Knowledge, name: str, language: Language) -> Document:
    """The document of that id, in the reader's language if it has it."""
    twins = [one for one in knowledge.documents if one.head.id == name]
    own = "en" if language is Language.EN else "zh"
    if not twins:
        raise NotFound("library_document", name=name[:60])
    return next((one for one in twins if one.head.language == own), twins[0])


def _spoken(document: Document, language: Language) -> Language:
    """The language that a document is shown in."""
    if document.head.language == "en":
        return Language.EN
    own = document.head.kind is PassageKind.DOCUMENT or language is not Language.ZH_HANT
    if document.head.language == "zh":
        return Language.ZH_HANS if own else Language.ZH_HANT
    return Language(document.head.language)


def _scripted(text: str, document: Document, language: Language) -> str:
    """Our own Chinese in the reader's script; a company's is left as it is."""
    spoken = _spoken(document, language)
    return (
        traditional(text) if spoken is Language.ZH_HANT and document.head.language == "zh" else text
    )
