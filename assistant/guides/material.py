"""What guides are composed from: the knowledge base and the files of `knowledge/guide/`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from assistant.knowledge.industries import ANY
from assistant.knowledge.library import read_places, read_profiles, shipped_knowledge
from assistant.messages import traditional
from assistant.models import Language
from assistant.models.guide_material import GuideMaterial, NamedSource, Parts, Sets
from assistant.models.knowledge import Document, Filed, Knowledge, Metric, Section, Words
from assistant.models.plans import (
    Bodies,
    Claims,
    Core,
    Focus,
    Kind,
    Lesson,
    Plan,
    Readers,
    Shared,
    Task,
    Trade,
)
from assistant.own_data import parsed

_Form = TypeVar("_Form", bound=Filed)


@dataclass(frozen=True)
class Material:
    """The knowledge base with what only guides need."""

    knowledge: Knowledge
    guide: GuideMaterial

    @cached_property
    def _documents(self) -> dict[tuple[str, str], Document]:
        return {(each.head.id, each.head.language): each for each in self.knowledge.documents}

    @cached_property
    def of_one_kind(self) -> frozenset[str]:
        """The examples that speak of one kind of company of their industry alone."""
        kinds = (each for of_one in self.guide.kinds.values() for each in of_one)
        return frozenset(example for each in kinds for example in each.own)

    def document(self, document_id: str, language: str) -> Document:
        """A document in `en` or `zh`.

        Raises:
            KeyError: There is none.
        """
        return self._documents[document_id, language]

    def section(self, passage: str, language: str) -> Section:
        """The section that `document#anchor` names.

        Raises:
            KeyError: There is none.
        """
        document, _, anchor = passage.partition("#")
        found = (each for each in self.document(document, language).sections)
        return {each.anchor: each for each in found}[anchor]

    def system(self, name: str, language: Language) -> str:
        """A system's name as the reader knows it; Latin names that have no other stay."""
        known = self.knowledge.system(name, language)
        return traditional(known) if language is Language.ZH_HANT else known

    def metrics_of(self, industry: str) -> list[Metric]:
        """The metrics of an industry: its own, then those used everywhere."""
        metrics = self.knowledge.metrics.values()
        own = [metric for metric in metrics if industry in metric.industries]
        known = {metric.id for metric in own}
        return own + [m for m in metrics if "any" in m.industries and m.id not in known]


@cache
def shipped_material() -> Material:
    """The material that ships; read once a process."""
    return Material(shipped_knowledge(), read_guide(files("knowledge") / "guide"))


def read_guide(folder: Traversable) -> GuideMaterial:
    """Read the files of `knowledge/guide/`.

    Raises:
        pydantic.ValidationError, yaml.YAMLError: A file that does not fit its form.
    """
    plans = [Plan.model_validate(each) for each in _all(folder / "plans")]
    named = ("focus", "sources", "lessons", "trades", "tasks", "shared")
    focuses, sources, lessons, trades, tasks, shared = (
        _read(folder / f"{name}.yml").items() for name in named
    )
    return GuideMaterial(
        parts=Parts.model_validate(_read(folder / "parts.yml")),
        sets=Sets.model_validate(_read(folder / "sets.yml")),
        focuses={name: Focus.model_validate(each) for name, each in focuses},
        plans={plan.maturity: plan for plan in plans},
        industries={profile.industry: profile for profile in read_profiles(folder)},
        shared={name: Shared.model_validate(each) for name, each in shared},
        core=_by_two(_read(folder / "core.yml"), Core),
        tellings=_read(folder / "tellings.yml"),
        common_rules={each.place: each.rules.get(ANY, []) for each in read_places(folder)},
        trades={name: Trade.model_validate(each) for name, each in trades},
        tasks={name: Task.model_validate(each) for name, each in tasks},
        sources={name: NamedSource.model_validate(each) for name, each in sources},
        lessons={mark: Lesson.model_validate(each) for mark, each in lessons},
        kinds=_kinds(folder / "kinds", _read(folder / "branches.yml")),
        bodies=Bodies.model_validate(_read(folder / "bodies.yml")),
        claims=_by_two(_read(folder / "claims.yml"), Claims),
        afar=_by_two(_read(folder / "afar.yml"), Words),
        readers=Readers.model_validate(_read(folder / "readers.yml")),
    )


def _by_two(read: dict[str, dict[str, Any]], form: type[_Form]) -> dict[str, dict[str, _Form]]:
    """What stands under two names, as of an industry and a kind, or of a case and a focus."""
    return {
        one: {other: form.model_validate(each) for other, each in of_one.items()}
        for one, of_one in read.items()
    }


def _kinds(folder: Traversable, branches: dict[str, Any]) -> dict[str, list[Kind]]:
    """The kinds of company of each industry, with what presses them; a file has its name."""
    return {
        name: [Kind.model_validate({**each, **branches[name][each["id"]]}) for each in _read(file)]
        for file in sorted(folder.iterdir(), key=lambda file: file.name)
        if (name := file.name.removesuffix(".yml")) in branches
    }


def _all(folder: Traversable) -> list[Any]:
    found = [file for file in folder.iterdir() if file.name.endswith(".yml")]
    return [_read(file) for file in sorted(found, key=lambda file: file.name)]


def _read(file: Traversable) -> Any:
    return parsed(file.read_text("utf-8"))
