"""Signing in with a key, and out."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from starlette.responses import RedirectResponse

from api.errors import KeyNeeded, TooManyAttempts, details_of, wait_of
from api.forms import read_fields, text_of
from api.keys import KeysUnusable
from api.languages import wanted
from api.pages import page
from api.service import Served, Service
from api.sessions import COOKIE, new_visit, set_cookie
from assistant.errors import CoachError

router = APIRouter(include_in_schema=False)


@router.get("/login")
def show_login(request: Request, service: Served) -> Response:
    """The sign-in page; where no key is needed, it says so."""
    return _login_page(request, service, own_path(request.query_params.get("next", "/")))


@router.post("/login")
async def login(request: Request, service: Served) -> Response:
    """Take a key, give a session."""
    form = await read_fields(request, service.settings)
    target = own_path(text_of(form, "next"))
    address = request.client.host if request.client else ""
    try:
        key = service.keys.verify(text_of(form, "key").strip())
        if key is None:  # a right key is taken even when others behind the address had it wrong
            service.attempts.failed(address)
            raise KeyNeeded("unknown_key")
    except (KeyNeeded, TooManyAttempts) as error:
        return _login_page(request, service, target, error)
    response = RedirectResponse(target, 303)
    set_cookie(response, service.sessions.open(key.id), request)
    return response


@router.post("/logout")
async def logout(request: Request, service: Served) -> Response:
    """End the session."""
    await read_fields(request, service.settings)
    service.sessions.close(request.cookies.get(COOKIE, ""))
    response = RedirectResponse("/login", 303)
    set_cookie(response, new_visit(), request)
    return response


def _login_page(
    request: Request, service: Service, target: str, error: CoachError | None = None
) -> Response:
    told = details_of(error, wanted(request)) if error else None
    status = told.status if told else 200
    asks, no_key = service.asks_for_keys, _no_key_yet(service)
    answer = page(
        "login.html", request, service, status, next=target, problem=told, asks=asks, no_key=no_key
    )
    answer.headers.update(wait_of(error) if error else {})
    return answer


def _no_key_yet(service: Service) -> bool:
    try:
        return not service.keys.all()
    except KeysUnusable:  # only the log tells of it
        return False


def own_path(target: str) -> str:
    """A path of this service; anything that could lead elsewhere becomes the first page."""
    is_own = target.startswith("/") and not target.startswith(("//", "/\\"))
    return target if is_own and target.isprintable() else "/"
