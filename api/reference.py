"""Rules, profiles and shapes, to be looked up; and whether the service is well."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field

from api.documentation import problems
from api.rulebook import RuleEntry, RuleText, entries, rule_text
from api.service import Served
from assistant.errors import CoachError, NotFound
from assistant.models import Language
from assistant.models.schemas import SCHEMAS, shape_named
from assistant.problems import one_line, problem_of
from assistant.rules.schema import Pack, Profile

router = APIRouter(tags=["reference"])


class Choice(BaseModel):
    """A profile or a pack: its name, and what it is called and for."""

    name: str
    title: dict[str, str]
    purpose: dict[str, str]


class Choices(BaseModel):
    """What a check can be asked to go by."""

    default_profile: str
    default_pack: str | None
    profiles: list[Choice]
    packs: list[Choice]


class State(BaseModel):
    """How the service is."""

    status: str
    problems: list[str] = []


class Readiness(State):
    """What the service can do; a search that is asked for while it loads waits for it."""

    search: str = Field(description="not_loaded, loading, failed, hybrid or lexical")


@router.get("/v1/rules", summary="All rules", responses=problems(400, 401))
def list_rules(service: Served) -> list[RuleEntry]:
    """Every rule with its title and severity, in the order of their ids."""
    return entries(service.library)


@router.get("/v1/rules/{rule_id}", summary="One rule", responses=problems(400, 401, 404))
def show_rule(rule_id: str, service: Served) -> RuleText:
    """What the rule says, in English and Chinese, why, with examples and sources."""
    return rule_text(service.library, rule_id)


@router.get("/v1/profiles", summary="Profiles and industry packs", responses=problems(400, 401))
def list_profiles(service: Served) -> Choices:
    """What `profile` and `pack` can be."""
    library = service.library
    return Choices(
        default_profile=service.settings.profile,
        default_pack=service.settings.pack,
        profiles=[_choice(one) for one in library.profiles.values()],
        packs=[_choice(one) for one in library.packs.values()],
    )


def _choice(one: Profile | Pack) -> Choice:
    return Choice(name=one.name, title=one.title.model_dump(), purpose=one.purpose.model_dump())


@router.get(
    "/v1/schemas/{name}", summary="A shape as JSON Schema", responses=problems(400, 401, 404)
)
def show_schema(name: str) -> dict[str, Any]:
    """The JSON Schema of what goes in (`okr-set`) or comes out (`answer`)."""
    shape = shape_named(name)
    if shape is None:
        raise NotFound("schema", name=name[:60], known=", ".join(SCHEMAS))
    return shape.model_json_schema()


@router.get("/healthz", summary="Whether the service lives", tags=["state"])
def is_alive() -> State:
    """Always `ok` while the service answers at all."""
    return State(status="ok")


@router.get("/readyz", summary="Whether the service can check", tags=["state"])
def is_ready(service: Served, response: Response) -> Readiness:
    """`ready`, or with status 503 `not_ready`; what is wrong is told where no key is needed."""
    status, errors = "ready", list[CoachError]()
    try:
        errors += service.desk.checker().rubric.errors
    except CoachError as error:
        response.status_code, status, errors = 503, "not_ready", [error]
    told = [] if service.asks_for_keys else [_told(error) for error in errors]
    return Readiness(status=status, problems=told, search=service.searching.state)


def _told(error: CoachError) -> str:
    return one_line(problem_of(error, Language.EN))
