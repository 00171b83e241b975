"""Errors as HTTP answers: problem details (RFC 9457) in the caller's language."""

from __future__ import annotations

import logging
import traceback
from http import HTTPStatus

from starlette.requests import HTTPConnection
from starlette.responses import JSONResponse, Response

from api.keys import KeysUnusable
from api.languages import told_in, wanted
from assistant.errors import (
    AccessDenied,
    BrokenFile,
    CoachError,
    InputTooLarge,
    InternalFault,
    KnowledgeError,
    ModelBudgetExceeded,
    ModelError,
    ModelOutputInvalid,
    ModelRefused,
    ModelUnavailable,
    NotFound,
    RubricError,
    SearchUnavailable,
    TookTooLong,
    UnknownFormat,
    UnreadableInput,
    UsageError,
)
from assistant.messages import say
from assistant.models import Language, Problem, Shape
from assistant.problems import problem_of

logger = logging.getLogger("okr_coach.api")

PROBLEM_JSON = "application/problem+json"
LOGGED_FRAMES = 5
_TOLD = frozenset({400, 404, 405, 500})


class KeyNeeded(AccessDenied):
    """The request carries no key, or none that is known."""


class TooManyAttempts(AccessDenied):
    """Too many wrong keys of late."""


STATUS: dict[type[CoachError], HTTPStatus] = {
    CoachError: HTTPStatus.BAD_REQUEST,
    UsageError: HTTPStatus.BAD_REQUEST,
    KeysUnusable: HTTPStatus.SERVICE_UNAVAILABLE,
    UnreadableInput: HTTPStatus.UNPROCESSABLE_ENTITY,
    InputTooLarge: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    UnknownFormat: HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    BrokenFile: HTTPStatus.INTERNAL_SERVER_ERROR,
    RubricError: HTTPStatus.INTERNAL_SERVER_ERROR,
    KnowledgeError: HTTPStatus.INTERNAL_SERVER_ERROR,
    NotFound: HTTPStatus.NOT_FOUND,
    SearchUnavailable: HTTPStatus.SERVICE_UNAVAILABLE,
    AccessDenied: HTTPStatus.FORBIDDEN,
    KeyNeeded: HTTPStatus.UNAUTHORIZED,
    TooManyAttempts: HTTPStatus.TOO_MANY_REQUESTS,
    TookTooLong: HTTPStatus.SERVICE_UNAVAILABLE,
    ModelError: HTTPStatus.BAD_GATEWAY,
    ModelUnavailable: HTTPStatus.SERVICE_UNAVAILABLE,
    ModelRefused: HTTPStatus.BAD_GATEWAY,
    ModelOutputInvalid: HTTPStatus.BAD_GATEWAY,
    ModelBudgetExceeded: HTTPStatus.TOO_MANY_REQUESTS,
    InternalFault: HTTPStatus.INTERNAL_SERVER_ERROR,
}


class ProblemDetails(Shape):
    """What went wrong, where, and how to mend it (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    fix: str
    line: int | None = None
    column: int | None = None
    field: str | None = None


def details(problem: Problem, status: HTTPStatus) -> ProblemDetails:
    """A problem in the shape that HTTP clients know."""
    return ProblemDetails(
        type=f"urn:okr-coach:problem:{problem.code}",
        title=status.phrase,
        status=status,
        detail=problem.message,
        code=problem.code,
        fix=problem.fix,
        line=problem.line,
        column=problem.column,
        field=problem.field,
    )


def details_of(error: CoachError, language: Language) -> ProblemDetails:
    """An error of ours as problem details."""
    if isinstance(error, KeysUnusable):  # where the file is, only the log tells
        logger.error("%s: %s", error, error.file)
    return details(problem_of(error, language), STATUS[type(error)])


def respond(error: CoachError, connection: HTTPConnection) -> Response:
    """The whole answer to a request that failed."""
    response = _response(details_of(error, told_in(connection)))
    if isinstance(error, KeyNeeded):
        response.headers["WWW-Authenticate"] = 'Bearer realm="okr-coach"'
    response.headers.update(wait_of(error))
    return response


def wait_of(error: CoachError) -> dict[str, str]:
    """The header that says in how many seconds to try again, where waiting helps."""
    if not isinstance(error, TooManyAttempts | TookTooLong):
        return {}
    return {"Retry-After": str(error.facts.get("seconds", 1))}


def details_plain(status: int, language: Language) -> ProblemDetails:
    """What HTTP itself says is wrong: no such page, wrong method, our fault."""
    key = f"http.{status if status in _TOLD else 400}"
    problem = Problem(
        code=key, message=say("web", key, language), fix=say("web", f"{key}.fix", language)
    )
    return details(problem, HTTPStatus(status))


def respond_plain(status: int, connection: HTTPConnection) -> Response:
    """The whole answer where HTTP itself says what is wrong."""
    return _response(details_plain(status, wanted(connection)))


def log_place(error: BaseException) -> None:
    """Log what kind of error came from where; its message may hold what someone typed."""
    frames = traceback.extract_tb(error.__traceback__)[-LOGGED_FRAMES:]
    places = " > ".join(f"{frame.filename}:{frame.lineno}" for frame in frames)
    logger.error("%s at %s", type(error).__name__, places)


def _response(told: ProblemDetails) -> Response:
    content = told.model_dump(exclude_none=True)
    return JSONResponse(content, told.status, media_type=PROBLEM_JSON)
