"""`GET /v1/knowledge/...`: the metric library and the example OKRs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field

from api.documentation import problems
from api.parameters import described, read_query
from assistant.errors import NotFound
from assistant.knowledge.library import shipped_knowledge
from assistant.messages import WriteIn
from assistant.models import Shape
from assistant.models.knowledge import Example, Metric
from assistant.retrieval.filters import Filters

router = APIRouter(prefix="/v1/knowledge", tags=["knowledge"])
ANY = "any"
LONGEST_NAME = 80
_T = TypeVar("_T")


class LibraryQuery(BaseModel):
    """Which metrics or examples, and how many of them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    industry: str | None = Field(None, max_length=60, description="e.g. `logistics`")
    function: str | None = Field(None, max_length=60, description="e.g. `quality`")
    offset: int = Field(0, ge=0, le=100_000, description="How many to leave out at the start.")
    limit: int = Field(50, ge=1, le=100, description="Most to give.")
    lang: WriteIn = Field(WriteIn.AUTO, description="Of messages; entries are in both languages.")


class Part(Shape):
    """Which part of a list this is."""

    total: int
    offset: int
    limit: int


class MetricList(Part):
    """Metrics, those of the industry and function asked for before those of any."""

    metrics: list[Metric]


class ExampleOkr(Example):
    """An example OKR of the library; an answer's examples are another shape."""


class ExampleList(Part):
    """Example OKRs; all their numbers are illustrative."""

    examples: list[ExampleOkr]


class MetricText(Shape):
    """A metric with what is tied to it."""

    metric: Metric
    guards: list[str] = Field(description="Ids of the metrics that it is the guardrail of.")
    examples: list[str] = Field(description="Ids of the example OKRs that use it.")


@router.get(
    "/metrics",
    summary="The metric library",
    openapi_extra={"parameters": described(LibraryQuery)},
    responses=problems(400, 401),
)
async def list_metrics(request: Request) -> MetricList:
    """Metrics in English and Chinese, by industry and function."""
    asked = read_query(request, LibraryQuery)
    found = metrics_for(asked.industry, asked.function)
    return MetricList(metrics=_part(found, asked), **_counts(found, asked))


@router.get("/metrics/{metric_id}", summary="One metric", responses=problems(400, 401, 404))
async def show_metric(metric_id: str) -> MetricText:
    """A metric, what it guards, and the examples that use it."""
    return metric_text(metric_id)


@router.get(
    "/examples",
    summary="Example OKRs",
    openapi_extra={"parameters": described(LibraryQuery)},
    responses=problems(400, 401),
)
async def list_examples(request: Request) -> ExampleList:
    """Example OKRs in English and Chinese, by industry and function."""
    asked = read_query(request, LibraryQuery)
    found = examples_for(asked.industry, asked.function)
    shown = [ExampleOkr.model_validate(one.model_dump()) for one in _part(found, asked)]
    return ExampleList(examples=shown, **_counts(found, asked))


def metrics_for(industry: str | None, function: str | None) -> list[Metric]:
    """The metrics that fit, those that name what is asked for first.

    Raises:
        UsageError: `unknown_filter`.
    """
    _checked(industry, function)
    fitting = [
        one
        for one in shipped_knowledge().metrics.values()
        if _fits(industry, one.industries) and _fits(function, one.functions)
    ]
    return sorted(fitting, key=lambda one: industry is not None and industry not in one.industries)


def examples_for(industry: str | None, function: str | None) -> list[Example]:
    """The examples that fit.

    Raises:
        UsageError: `unknown_filter`.
    """
    _checked(industry, function)
    return [
        one
        for one in shipped_knowledge().examples.values()
        if industry in (None, one.industry) and _fits(function, one.functions)
    ]


def metric_text(metric_id: str) -> MetricText:
    """A metric with what is tied to it.

    Raises:
        NotFound: `metric`.
    """
    knowledge = shipped_knowledge()
    metric = knowledge.metrics.get(metric_id)
    if metric is None:
        raise NotFound("metric", name=metric_id[:LONGEST_NAME])
    return MetricText(
        metric=metric,
        guards=[one.id for one in knowledge.metrics.values() if one.guardrail == metric.id],
        examples=[one.id for one in knowledge.examples.values() if uses(one, metric.id)],
    )


def uses(example: Example, metric_id: str) -> bool:
    """Whether a key result of the example measures this."""
    return any(line.metric == metric_id for line in example.key_results)


def _checked(industry: str | None, function: str | None) -> None:
    Filters(industry=industry, function=function).checked(shipped_knowledge().taxonomy)


def _fits(asked: str | None, filed: Iterable[str]) -> bool:
    return asked is None or not {asked, ANY}.isdisjoint(filed)


def _part(found: Sequence[_T], asked: LibraryQuery) -> list[_T]:
    return list(found[asked.offset : asked.offset + asked.limit])


def _counts(found: Sequence[object], asked: LibraryQuery) -> dict[str, int]:
    return {"total": len(found), "offset": asked.offset, "limit": asked.limit}
