"""`POST /v1/checkins/read`: a message about key results in, the fields of check-ins out."""

from __future__ import annotations

import asyncio
from typing import Any

from fastapi import APIRouter, Request, Response

from api.documentation import READ_BODY, READ_RESPONSES
from api.service import service_of
from assistant.checkins import calendar
from assistant.checkins.files.doubts import with_doubts
from assistant.checkins.files.loading import cycle_of, day_that_counts
from assistant.checkins.reading import read_message
from assistant.checkins.reading.keeping import shown_in
from assistant.checkins.thresholds import load_thresholds
from assistant.errors import UnreadableInput
from assistant.parsing.formats.recognising import decode
from assistant.parsing.formats.tree import read_json
from assistant.settings import Settings

router = APIRouter(prefix="/v1/checkins", tags=["check-ins"])


@router.post(
    "/read",
    summary="Read a message about key results",
    openapi_extra={"requestBody": READ_BODY},
    responses=READ_RESPONSES,
    response_class=Response,
)
async def read(request: Request) -> Response:
    """The fields of a check-in for each key result, with the words each came from.

    Nothing is stored and nothing is added: what the message does not say is null, and what could
    not be joined to a key result is listed. Each item can stand as a check-in of the cycle: an
    amount without a `unit` is in that of its key result, and one typed with a scale alone (38w)
    is told in it. `asked` holds a question about each value that is hard
    to believe beside the set and, where they come along, the check-ins of the cycle.
    """
    settings = service_of(request).settings
    data = await request.body()
    # A thread, so that a long message holds nobody up.
    body = await asyncio.to_thread(_read, data, settings)
    return Response(body, media_type="application/json")


def _read(data: bytes, settings: Settings) -> str:
    value = read_json(decode(data), settings.max_depth, places=False)
    if not isinstance(value, dict):
        raise UnreadableInput("needs_object")
    text = _text(value)
    as_of = day_that_counts(value.get("as_of")) or calendar.today()
    known = {key: value.get(key) for key in ("set", "checkins", "changes")}
    record = cycle_of(known, settings).record
    limits = load_thresholds(settings.thresholds_file)
    reading = read_message(text, record.set, as_of)
    return with_doubts(reading, record, limits, shown_in(reading)).model_dump_json()


def _text(value: dict[str, Any]) -> str:
    text = value.get("text")
    if not isinstance(text, str):
        raise UnreadableInput("needs_text", field="text")
    return text
