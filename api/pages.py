"""The pages: the check, the rules, about, and sign-in."""

from __future__ import annotations

from importlib.metadata import version
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response
from starlette.responses import HTMLResponse, PlainTextResponse

from api.errors import ProblemDetails
from api.forms import Asked, DraftForm, read_draft_form
from api.hosts import is_loopback
from api.languages import COOKIE as LANGUAGE_COOKIE
from api.languages import named, wanted
from api.markup import ours
from api.order import Output
from api.panel import render_empty
from api.reading import Reading
from api.rulebook import groups, rule_text, shown, spoken, written
from api.samples import sample, samples
from api.service import Served, Service
from api.sessions import COOKIE, csrf_token, new_visit, set_cookie
from api.templating import render
from assistant.messages import say
from assistant.models import Language

router = APIRouter(include_in_schema=False)

YEAR = 365 * 24 * 3600
MOST_SENT = 4_000  # characters of an address that become a draft
LANGUAGES = (("en", "English"), ("zh-Hans", "简体中文"), ("zh-Hant", "繁體中文"))


def page(
    template: str, request: Request, service: Service, status: int = 200, **values: Any
) -> HTMLResponse:
    """A page in the reader's language, with the cookies that it needs."""
    cookie = request.cookies.get(COOKIE)
    visit = cookie or new_visit()
    html = render(
        template,
        wanted(request),
        page="/" + request.url.path.split("/")[1],
        address=request.url.path,
        kept=_kept(request),
        csrf=csrf_token(visit),
        signed_in=service.sessions.key_id(visit) is not None,
        **values,
    )
    response = HTMLResponse(html, status)
    if cookie is None:
        set_cookie(response, visit, request)
    _remember_language(response, request)
    return response


def _kept(request: Request) -> str:
    """The rest of the address, which a change of language keeps."""
    asked = [one for one in request.query_params.items() if one[0] not in ("lang", "text")]
    return f"{urlencode(asked)}&" if asked else ""


def _remember_language(response: Response, request: Request) -> None:
    if asked := named(request.query_params.get("lang", "")):
        secure = not is_loopback(request.url.hostname or "")
        response.set_cookie(
            LANGUAGE_COOKIE, asked, YEAR, httponly=True, samesite="lax", secure=secure
        )


@router.get("/")
async def show_check(request: Request, service: Served) -> Response:
    """The check page: empty, with a sample, or with lines that the library sends along."""
    chosen = request.query_params.get("sample")
    text = sample(chosen).text if chosen else request.query_params.get("text", "")[:MOST_SENT]
    return await _check_page(request, service, DraftForm(text, Asked.first(service.settings)))


@router.post("/")
async def check_without_script(request: Request, service: Served) -> Response:
    """The check page with its findings, for a browser that runs no script."""
    form = await read_draft_form(request, service.settings)
    reading = form.reading(request)
    if reading is None:
        return await _check_page(request, service, form)
    reply = await service.reply(reading, request)
    if reply.status != 200:
        return _show(request, service, form, reply.body.decode())
    read = Reading.model_validate_json(reply.body)
    return await _check_page(request, service, DraftForm(read.text, form.asked), read.notice)


async def _check_page(
    request: Request, service: Service, form: DraftForm, notice: str = ""
) -> Response:
    if not form.text.strip():
        return _show(request, service, form, render_empty(wanted(request)), notice)
    reply = await service.reply(form.check(Output.PANEL, request), request)
    return _show(request, service, form, reply.body.decode(), notice)


def _show(
    request: Request, service: Service, form: DraftForm, panel: str, notice: str = ""
) -> Response:
    language = wanted(request)
    library = service.library
    return page(
        "check.html",
        request,
        service,
        text=form.text,
        asked=form.asked,
        # Both come from templates of ours, escaped there.
        panel=ours(panel),
        notice=ours(notice),
        empty=ours(render_empty(language)),
        samples=samples(),
        profiles=_choices(library.profiles, language),
        packs=[("", say("web", "option.pack.none", language)), *_choices(library.packs, language)],
        languages=[("auto", say("web", "option.messages.auto", language)), *LANGUAGES],
    )


def _choices(parts: dict[str, Any], language: Language) -> list[tuple[str, str]]:
    return [(name, spoken(part.title.model_dump(), language)) for name, part in parts.items()]


@router.get("/samples/{sample_id}")
def show_sample(sample_id: str) -> Response:
    """The text of a sample, for the page's script."""
    return PlainTextResponse(sample(sample_id).text)


@router.get("/rules")
def list_rules(request: Request, service: Served) -> Response:
    """All rules."""
    return page(
        "rules.html", request, service, groups=groups(service.library), say=_speaker(request)
    )


@router.get("/rules/{rule_id}")
def show_rule(rule_id: str, request: Request, service: Served) -> Response:
    """One rule."""
    return page(
        "rule.html",
        request,
        service,
        rule=rule_text(service.library, rule_id),
        say=_speaker(request),
        shown=lambda text: shown(text, wanted(request)),
        written=written,
    )


def _speaker(request: Request) -> Any:
    language = wanted(request)
    return lambda text: spoken(text, language)


@router.get("/about")
def show_about(request: Request, service: Served) -> Response:
    """What this is, and what happens to a draft."""
    return page(
        "about.html",
        request,
        service,
        base=str(request.base_url).rstrip("/"),
        version=version("okr-coach"),
        rubric=service.desk.checker().rubric.version,
    )


def problem_page(told: ProblemDetails, request: Request) -> Response:
    """An error as a page."""
    service: Service = request.app.state.service
    return page("problem.html", request, service, told.status, problem=told)
