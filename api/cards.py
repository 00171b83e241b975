"""What the library's pages show: passages, metrics and examples in the reader's language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from urllib.parse import quote

from markdown_it import MarkdownIt
from markupsafe import Markup, escape

from api.markup import ours
from assistant.knowledge.library import shipped_knowledge, words
from assistant.messages import say
from assistant.models import Language
from assistant.models.base import Direction
from assistant.models.knowledge import Example, Metric, PassageKind
from assistant.models.passage import Passage, PassageSource

_MARK = re.compile(r" ?\[([a-z0-9][a-z0-9-]*)\]")


@dataclass(frozen=True, slots=True)
class KeyResultLine:
    """A key result of an example, with its metric where it has one."""

    text: str
    metric: str | None
    metric_name: str


@dataclass(frozen=True, slots=True)
class ExampleCard:
    """An example OKR; `use` is what goes into a draft."""

    id: str
    industry: str
    objective: str
    lines: list[KeyResultLine]
    why: str
    use: str


@dataclass(frozen=True, slots=True)
class PassageCard:
    """A passage that was found; `use` is empty where it is no line of a draft."""

    passage: Passage
    address: str
    html: Markup
    use: str


def example_card(example: Example, language: Language) -> ExampleCard:
    """An example for its card."""
    metrics = shipped_knowledge().metrics
    lines = [
        KeyResultLine(
            text=words(line.text, language),
            metric=line.metric,
            metric_name=words(metrics[line.metric].name, language) if line.metric else "",
        )
        for line in example.key_results
    ]
    return ExampleCard(
        id=example.id,
        industry=example.industry,
        objective=words(example.objective, language),
        lines=lines,
        why=words(example.why_good, language),
        use=_example_draft(words(example.objective, language), lines, language),
    )


def _example_draft(objective: str, lines: list[KeyResultLine], language: Language) -> str:
    rows = [say("library", "draft.objective", language, text=objective)]
    rows += [
        say("library", "draft.key_result", language, number=number, text=line.text)
        for number, line in enumerate(lines, 1)
    ]
    return "\n".join(rows)


def metric_draft(metric: Metric, language: Language) -> str:
    """A key result with the metric; what its author has to fill in stands in brackets."""
    name = words(metric.name, language)
    way = metric.direction.value if metric.direction in _TOLD else "increase"
    text = say("library", f"draft.{way}", language, name=name)
    return say("library", "draft.one", language, text=text)


_TOLD = (Direction.INCREASE, Direction.DECREASE, Direction.MAINTAIN)


def passage_card(passage: Passage, language: Language) -> PassageCard:
    """A passage with its address in the library and what of it can be used in a draft."""
    document, _, anchor = passage.passage_id.partition("#")
    knowledge, use = shipped_knowledge(), ""
    if passage.kind is PassageKind.METRIC:
        address = f"/library/metrics/{quote(anchor)}"
        use = metric_draft(knowledge.metrics[anchor], language)
    elif passage.kind is PassageKind.EXAMPLE:
        address = f"/library/industries/{quote(passage.industries[0])}#{quote(anchor)}"
        use = example_card(knowledge.examples[anchor], language).use
    else:
        address = f"/library/documents/{quote(document)}#{quote(anchor)}"
    return PassageCard(passage, address, rendered(_told(passage), passage.sources), use)


def _told(passage: Passage) -> str:
    """The text without the name that stands above it; other names are told as such."""
    first, _, rest = passage.text.partition("\n")
    if passage.kind is not PassageKind.METRIC or not first.startswith(passage.title):
        return passage.text
    others = first.removeprefix(passage.title).lstrip(",、 ")
    also = say("library", "also_called", passage.language, names=others)
    return f"{also}\n{rest}" if others else rest


def rendered(text: str, sources: list[PassageSource]) -> Markup:
    """Markdown as HTML without links, pictures or HTML of its own; marks become numbers."""
    numbers = {source.id: number for number, source in enumerate(sources, 1)}

    def number(mark: re.Match[str]) -> str:
        if mark[1] not in numbers:
            return mark[0]
        title = escape(sources[numbers[mark[1]] - 1].title)
        return f'<sup title="{title}">{numbers[mark[1]]}</sup>'

    # The parser escapes what was written; the rest is ours.
    return ours(_MARK.sub(number, _parser().render(text)))


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "breaks": True})
    return parser.enable("table").disable(
        ["link", "image", "autolink", "html_inline", "html_block"]
    )
