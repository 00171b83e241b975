"""What the script of the check page asks for while one types."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from api.forms import read_draft_form
from api.languages import wanted
from api.order import HTML, Output, Reply
from api.panel import render_empty
from api.parameters import CheckQuery, ReportFormat, read_query
from api.service import Served

router = APIRouter(prefix="/ui", include_in_schema=False)

ENDINGS = {ReportFormat.JSON: "json", ReportFormat.MARKDOWN: "md"}


@router.post("/check")
async def show_findings(request: Request, service: Served) -> Response:
    """The findings as a piece of HTML."""
    form = await read_draft_form(request, service.settings)
    if not form.text.strip():
        return _send(Reply(200, HTML, render_empty(wanted(request)).encode()))
    return _send(await service.reply(form.check(Output.PANEL, request), request))


@router.post("/read")
async def read_file(request: Request, service: Served) -> Response:
    """A chosen file as text for the draft's field."""
    form = await read_draft_form(request, service.settings)
    job = form.reading(request)
    if job is None:
        return Response(status_code=204)
    return _send(await service.reply(job, request))


@router.post("/report")
async def download_report(request: Request, service: Served) -> Response:
    """The report as a file."""
    report = read_query(request, CheckQuery).format
    form = await read_draft_form(request, service.settings)
    response = _send(await service.reply(form.check(Output(report), request), request))
    if response.status_code == 200:
        name = f"okr-check.{ENDINGS[report]}"
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _send(reply: Reply) -> Response:
    return Response(reply.body, reply.status, media_type=reply.media_type)
