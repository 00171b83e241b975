"""The page on which a coach makes template sets and guides."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

from fastapi import APIRouter, Request, Response
from markupsafe import Markup
from starlette.datastructures import QueryParams
from starlette.responses import HTMLResponse, RedirectResponse

from api.languages import wanted
from api.markup import ours
from api.pages import LANGUAGES, page
from api.service import Served, Service, while_wanted
from assistant.errors import CoachError, UsageError
from assistant.guides.choices import faults_of
from assistant.guides.making import make_guide, make_template
from assistant.guides.material import shipped_material
from assistant.guides.statements import words
from assistant.knowledge.industries import ANY
from assistant.messages import say
from assistant.models import Language, Level
from assistant.models.guide import Guide, Maturity, Size, Template
from assistant.models.suggestion import ModelUse
from assistant.problems import problem_of
from assistant.rendering.guides.html import guide_body, template_body
from assistant.rendering.guides.writers import (
    ENDINGS,
    MEDIA_TYPES,
    GuideFormat,
    TemplateFormat,
    write,
)

router = APIRouter(include_in_schema=False)

AREA = "web"
GUIDE, TEMPLATE = "guide", "template"
FORMATS: dict[str, type[GuideFormat] | type[TemplateFormat]] = {
    GUIDE: GuideFormat,
    TEMPLATE: TemplateFormat,
}
FIRST_INDUSTRY = "manufacturing"
FIELDS = (
    "industry", "other_industry", "company_type", "size", "people", "maturity", "function", "level",
    "focus", "cycle", "start", "end", "language",
)  # fmt: skip

TYPED = {"industry": "other_industry", "size": "people"}


@router.get("/guides")
async def show(request: Request, service: Served) -> Response:
    """The form with what it makes."""
    query = request.query_params
    shown, bad = await asyncio.to_thread(_preview, query, wanted(request))
    usable = service.writer.usable and _kind(query) == GUIDE
    return page(
        "guides.html",
        request,
        service,
        kind=_kind(query),
        asked=_asked(query, wanted(request)),
        chosen_size=query.get("size") or Size.MEDIUM,
        chosen_industry=query.get("industry") or FIRST_INDUSTRY,
        choices=_choices(wanted(request)),
        formats=[str(form) for form in FORMATS[_kind(query)] if form != "json"],
        query=str(query),
        model=usable,
        by_model=query.get("llm") == ModelUse.ON,
        preview=ours(shown),
        bad=bad,
    )


@router.get("/ui/guides")
async def preview(request: Request, service: Served) -> Response:
    """What the form makes, as a piece of HTML; with `llm=on`, once the model has written too."""
    query = request.query_params
    if not _by_model(query, service):
        shown, _ = await asyncio.to_thread(_preview, query, wanted(request))
        return HTMLResponse(shown)
    return HTMLResponse(guide_body(await _tailored(query, request, service)))


@router.get("/guides/download")
async def download(request: Request, service: Served) -> Response:
    """What the form makes, as a file; a guide with what the model adds, where asked for."""
    query = request.query_params
    form = _form(query)
    made: Guide | Template
    try:
        if _by_model(query, service):
            made = await _tailored(query, request, service)
        else:
            made = await asyncio.to_thread(_made, query, wanted(request))
    except UsageError:  # the form itself says which field it is
        return RedirectResponse(f"/guides?{query}", status_code=303)
    body = await asyncio.to_thread(write, made, form)
    name = f"okr-{_kind(query)}.{ENDINGS[form]}"
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(body, media_type=MEDIA_TYPES[form], headers=headers)


def _by_model(query: QueryParams, service: Service) -> bool:
    """Whether a model is to add to the guide: only where there is one and it was asked for."""
    asked = query.get("llm") == ModelUse.ON
    return asked and _kind(query) == GUIDE and service.writer.usable


async def _tailored(query: QueryParams, request: Request, service: Service) -> Guide:
    """The guide with what the model adds, for as long as somebody waits for it."""
    made = await asyncio.to_thread(make_guide, _asked(query, wanted(request)))
    return await while_wanted(service.writer.tailor(made), request)


def _form(query: QueryParams) -> GuideFormat | TemplateFormat:
    """The form asked for; a document where there is no such form."""
    forms = FORMATS[_kind(query)]
    return next((form for form in forms if form == query.get("format")), forms("docx"))


def _kind(query: QueryParams) -> str:
    return TEMPLATE if query.get("kind") == TEMPLATE else GUIDE


def _asked(query: QueryParams, language: Language) -> dict[str, Any]:
    """The parameters as the form sends them."""
    names = ("company_type", "function", "cycle", "start", "end", "other_industry", "people")
    return {
        "industry": _typed(query, "other_industry") or query.get("industry") or FIRST_INDUSTRY,
        "size": _typed(query, "people") or query.get("size") or Size.MEDIUM,
        "maturity": query.get("maturity") or Maturity.FIRST_CYCLE,
        "level": query.get("level", ""),
        "language": query.get("language") or language,
        "focus": query.getlist("focus"),
        **{name: query.get(name, "") for name in names},
    }


def _typed(query: QueryParams, name: str) -> str:
    return query.get(name, "").strip()


def _made(query: QueryParams, language: Language) -> Guide | Template:
    make = make_template if _kind(query) == TEMPLATE else make_guide
    return make(_asked(query, language))


def _preview(query: QueryParams, language: Language) -> tuple[str, dict[str, str]]:
    """The body of the document, or what is wrong with which field of the form."""
    try:
        made = _made(query, language)
    except CoachError as error:
        told = dict(_faults(error, query, language))
        text = Markup('<p class="note" role="alert" data-field="{}">{}</p>')
        return Markup("").join(text.format(*each) for each in told.items()), told
    return guide_body(made) if isinstance(made, Guide) else template_body(made), {}


def _faults(error: CoachError, query: QueryParams, language: Language) -> Iterator[tuple[str, str]]:
    """Each field that is bad, with what is wrong with it."""
    for each in faults_of(error) if isinstance(error, UsageError) else [error]:
        problem = problem_of(each, language)
        field = _field(problem.field, query)
        yield field, f"{_named(field, problem.message, language)} {problem.fix}"


def _field(field: str | None, query: QueryParams) -> str:
    """The field of the form that holds a parameter; what was typed goes before a choice."""
    typed = TYPED.get(field or "", "")
    return typed if typed and _typed(query, typed) else field or ""


def _named(field: str, message: str, language: Language) -> str:
    """What is wrong, with the field as the form calls it."""
    if field not in FIELDS:
        return message
    return say(AREA, "guides.bad", language, field=say(AREA, f"guides.{field}", language))


def _choices(language: Language) -> dict[str, list[tuple[str, str]]]:
    """What each select offers: value and text."""
    material = shipped_material()
    taxonomy = material.knowledge.taxonomy
    focuses = material.guide.focuses.items()
    return {
        "industry": [(key, words(name, language)) for key, name in taxonomy.industries.items()][1:],
        "function": [
            ("", say(AREA, "guides.any_function", language)),
            *(
                (key, words(name, language))
                for key, name in taxonomy.functions.items()
                if key != ANY
            ),
        ],
        "size": _closed(Size, "size", language),
        "maturity": _closed(Maturity, "maturity", language),
        "level": [
            ("", say(AREA, "guides.any_function", language)),
            *_closed(Level, "level", language),
        ],
        "focus": [(key, words(each.name, language)) for key, each in focuses],
        "language": [(code, name) for code, name in LANGUAGES],
    }


def _closed(values: Any, name: str, language: Language) -> list[tuple[str, str]]:
    return [(str(each), say("guides", f"{name}.{each}", language)) for each in values]
