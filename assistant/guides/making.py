"""From parameters as they were typed to a guide or a template set in a form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from assistant.guides.dialect import as_said_there
from assistant.guides.guide import compose_guide
from assistant.guides.material import shipped_material
from assistant.guides.notes import notes_of
from assistant.guides.parameters import read_parameters
from assistant.guides.template import compose_template
from assistant.guides.units import material_for
from assistant.knowledge.industries import ANY, is_called
from assistant.models.guide import Guide, Template

if TYPE_CHECKING:  # a guide without a model loads nothing of one
    from assistant.guides.tailoring.tailor import Tailor
    from assistant.llm.port import ChatModel


def make_guide(raw: Mapping[str, Any]) -> Guide:
    """The guide for parameters as they were typed (`read_parameters`).

    Raises:
        UsageError: As `read_parameters` does.
    """
    parameters = read_parameters(raw, shipped_material())
    return as_said_there(compose_guide, parameters, material_for(parameters))


def make_template(raw: Mapping[str, Any]) -> Template:
    """The template set for parameters as they were typed (`read_parameters`).

    Raises:
        UsageError: As `read_parameters` does.
    """
    parameters = read_parameters(raw, shipped_material())
    return as_said_there(compose_template, parameters, material_for(parameters))


def unknown_industry(made: Guide | Template) -> list[str]:
    """What to tell whose industry is not known at all: that, and the names there are."""
    asked = made.parameters
    known = asked.industry != ANY or is_called(asked.asked_industry, ANY)
    return [] if known else notes_of(made.parameters, shipped_material())


def tailor_with(model: ChatModel, roster: frozenset[str] | None) -> Tailor:
    """Who lets a model write into guides of the shipped material (`Tailor`)."""
    from assistant.guides.tailoring.tailor import Tailor

    return Tailor(model, shipped_material(), roster)
