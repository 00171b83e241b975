"""Citations as people read them: the name of what is cited, and the page that shows it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from assistant.knowledge.library import shipped_knowledge
from assistant.messages import traditional
from assistant.models import Language
from assistant.models.suggestion import Example

METRICS, EXAMPLES = "metrics", "examples"


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation: its name and its page in the library."""

    name: str
    address: str


def cited(citation: str, language: Language) -> Cited:
    """What `document#anchor` stands for."""
    document, _, anchor = citation.partition("#")
    if document == METRICS:
        return Cited(_metric_name(anchor, language), f"/library/metrics/{quote(anchor, safe='')}")
    address = f"/library/documents/{quote(document, safe='')}#{quote(anchor, safe='')}"
    return Cited(citation, address)


def example_address(example: Example) -> str:
    """The page of the library that shows an example OKR, or the document it comes from."""
    document, _, anchor = example.passage_id.partition("#")
    if document == EXAMPLES:
        return f"/library/industries/{quote(example.industry, safe='')}#{quote(anchor, safe='')}"
    return cited(example.passage_id, Language.EN).address


def _metric_name(metric_id: str, language: Language) -> str:
    metric = shipped_knowledge().metrics.get(metric_id)
    if metric is None:
        return metric_id
    if language is Language.EN:
        return metric.name.en
    return traditional(metric.name.zh) if language is Language.ZH_HANT else metric.name.zh
