"""The service as an ASGI application."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from importlib.resources import files
from typing import Any

from fastapi import FastAPI, Request, Response
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.staticfiles import StaticFiles

from api import (
    checkin_page,
    checking,
    checkins,
    exporting,
    fragments,
    guide_page,
    guides,
    knowledge,
    library,
    pages,
    reference,
    review,
    review_page,
    search,
    signin,
    summaries,
)
from api.bounds import Bounds
from api.documentation import add_shapes
from api.errors import details_of, details_plain, respond, respond_plain
from api.guard import API_FOLDER, Guard
from api.languages import wanted
from api.service import Service
from assistant.errors import CoachError
from assistant.settings import Settings


def create_app(settings: Settings) -> FastAPI:
    """The service with these settings."""
    service = Service(settings)
    app = _App(
        title="OKR Coach",
        summary="Checks drafted OKRs in English and Chinese; each verdict comes with its reason.",
        version=version("okr-coach"),
        lifespan=_lifespan,
        docs_url=None,  # FastAPI's pages load scripts from elsewhere
        redoc_url=None,
        middleware=[
            Middleware(
                Guard,
                settings=settings,
                keys=service.keys,
                keys_needed=service.keys_needed,
                sessions=service.sessions,
            ),
            Middleware(Bounds, settings=settings),
        ],
        exception_handlers={
            CoachError: _tell_coach_error,
            HTTPException: _tell_http_error,
        },
    )
    app.state.service = service
    modules = (
        checking,
        review,
        review_page,
        exporting,
        checkins,
        summaries,
        guides,
        guide_page,
        checkin_page,
        search,
        knowledge,
        library,
        reference,
        fragments,
        pages,
        signin,
    )
    for module in modules:
        app.include_router(module.router)
    app.mount("/static", StaticFiles(directory=str(files("api").joinpath("static"))))
    return app


class _App(FastAPI):
    def openapi(self) -> dict[str, Any]:
        if self.openapi_schema is None:
            self.openapi_schema = add_shapes(super().openapi())
        return self.openapi_schema


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    service: Service = app.state.service
    service.desk.warm_up()
    await service.writer.warm_up()
    yield
    await service.pool.close()


async def _tell_coach_error(request: Request, error: Any) -> Response:
    if _wants_page(request):
        return pages.problem_page(details_of(error, wanted(request)), request)
    return respond(error, request)


async def _tell_http_error(request: Request, error: Any) -> Response:
    if _wants_page(request):
        return pages.problem_page(details_plain(error.status_code, wanted(request)), request)
    response = respond_plain(error.status_code, request)
    response.headers.update(error.headers or {})
    return response


def _wants_page(request: Request) -> bool:
    """Whether a person looks at the answer, in a browser."""
    path = request.url.path
    return "text/html" in request.headers.get("accept", "") and not path.startswith(
        (API_FOLDER, "/ui/", "/static/")
    )
