"""Ids: each is of one form, stands once, and whatever names one names something that is there."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from assistant.errors import KnowledgeError
from assistant.knowledge.checking.shelf import Placed, Shelf
from assistant.models.knowledge import Example, Metric, Role, Source, Taxonomy
from assistant.patterns import lazy

ANY = "any"
OWN = "own"
FEWEST_KEY_RESULTS, MOST_KEY_RESULTS = 2, 4
_ID = lazy(r"[a-z0-9]+(-[a-z0-9]+)*")
_Faults = Iterator[KnowledgeError]


def link_faults(shelf: Shelf) -> _Faults:
    """Faults of ids in the manifest, the metrics and the examples."""
    metrics = {one.value.id for one in shelf.metrics}
    for named in (shelf.sources, shelf.metrics, shelf.examples):
        yield from _ids(named)
    yield from _sources(shelf.sources)
    for metric in shelf.metrics:
        yield from _metric(metric, metrics)
    for example in shelf.examples:
        yield from _example(example, metrics)
    if shelf.taxonomy is not None:
        parts: list[Placed[Metric] | Placed[Example]] = [*shelf.metrics, *shelf.examples]
        for part in parts:
            yield from _filed(part, shelf.taxonomy)


def asked_faults(shelf: Shelf) -> _Faults:
    """Faults of what people ask: for a passage that is not there, or told twice."""
    known = {
        f"{one.name[0]}#{section.anchor}"
        for one in shelf.documents
        for section in one.document.sections
    }
    known |= {f"metrics#{one.value.id}" for one in shelf.metrics}
    known |= {f"examples#{one.value.id}" for one in shelf.examples}
    seen: dict[str, str] = {}
    for one in shelf.asked:
        name = one.value.passage
        if name not in known:
            yield one.fault("unknown_id", "passage", what=name[:60])
        if name in seen:
            yield one.fault("id_twice", "passage", what=name, where=seen[name])
        seen.setdefault(name, one.tree.file)


def _ids(
    parts: Iterable[Placed[Source]] | Iterable[Placed[Metric]] | Iterable[Placed[Example]],
) -> _Faults:
    seen: dict[str, str] = {}
    for part in parts:
        name = part.value.id
        if not _ID.fullmatch(name):
            yield part.fault("bad_id", "id", what=name[:60])
        if name in seen:
            yield part.fault("id_twice", "id", what=name, where=seen[name])
        seen.setdefault(name, part.tree.file)


def _sources(sources: list[Placed[Source]]) -> _Faults:
    seen = {one.value.id: one.value.seen for one in sources}
    for one in sources:
        source = one.value
        if source.id != OWN and source.seen != (source.read_on is not None):
            yield one.fault("read_on", "read_on")
        if not source.seen and not source.named_by:
            yield one.fault("named_by_none", "named_by")
        for number, name in enumerate(source.named_by):
            if not seen.get(name):
                yield one.fault("named_by_unread", "named_by", number, what=name)


def _metric(one: Placed[Metric], metrics: Container[str]) -> _Faults:
    metric, bounds = one.value, one.value.bounds
    if metric.guardrail == metric.id:
        yield one.fault("own_guardrail", "guardrail")
    elif metric.guardrail and metric.guardrail not in metrics:
        yield one.fault("unknown_id", "guardrail", what=metric.guardrail)
    if bounds.min is not None and bounds.max is not None and bounds.min >= bounds.max:
        yield one.fault("bounds", "bounds")


def _example(one: Placed[Example], metrics: Container[str]) -> _Faults:
    lines = one.value.key_results
    if not FEWEST_KEY_RESULTS <= len(lines) <= MOST_KEY_RESULTS:
        yield one.fault("key_results", "key_results", count=len(lines))
    if all(line.role is Role.GUARDRAIL for line in lines):
        yield one.fault("guardrails_only", "key_results")
    for number, line in enumerate(lines):
        if line.metric and line.metric not in metrics:
            yield one.fault("unknown_id", "key_results", number, "metric", what=line.metric)


def _filed(one: Placed[Metric] | Placed[Example], taxonomy: Taxonomy) -> _Faults:
    part = one.value
    named = [part.industry] if isinstance(part, Example) else part.industries
    field = "industry" if isinstance(part, Example) else "industries"
    yield from (
        one.fault("not_in_taxonomy", field, what=name)
        for name in unknown(named, taxonomy.industries)
    )
    for name in unknown(part.functions, taxonomy.functions):
        yield one.fault("not_in_taxonomy", "functions", what=name)
    for name, filed in ((field, named), ("functions", part.functions)):
        if not filed or (ANY in filed and len(filed) > 1):
            yield one.fault("filed_nowhere", name)


def unknown(named: Iterable[str], known: Container[str]) -> list[str]:
    """Those that are not among the known."""
    return [name for name in named if name not in known]
