"""`POST /v1/review`: drafts in, answers with suggestions out."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from api.checking import answer
from api.documentation import CHECK_RESPONSES, REVIEW_BODY
from api.parameters import described

router = APIRouter(prefix="/v1", tags=["review"])


@router.post(
    "/review",
    summary="Review drafted OKRs",
    openapi_extra={"parameters": described(), "requestBody": REVIEW_BODY},
    responses=CHECK_RESPONSES,
    response_class=Response,
)
async def review(request: Request) -> Response:
    """What a check gives, with a better line for each that needs one, and examples that fit.

    The body is that of a check, or `{"set": ..., "answers": {"<question id>": "31"}}`: what was
    asked in an earlier answer is put in and checked again. Nothing is kept between two calls.
    """
    return await answer(request, review=True)
