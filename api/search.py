"""`GET /v1/search`: passages of the knowledge base, each with its source."""

from __future__ import annotations

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field

from api.documentation import problems
from api.parameters import described, read_query
from api.service import service_of
from assistant.messages import WriteIn
from assistant.models.passage import SearchAnswer
from assistant.retrieval.filters import Filters

router = APIRouter(prefix="/v1", tags=["knowledge"])


class SearchQuery(BaseModel):
    """What is looked for, and what the passages must be."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    query: str = Field(max_length=2_000, description="In English or Chinese.")
    industry: str | None = Field(None, max_length=60, description="e.g. `logistics`")
    function: str | None = Field(None, max_length=60, description="e.g. `quality`")
    kind: str | None = Field(None, max_length=60, description="e.g. `metric`, `example`")
    level: str | None = Field(None, max_length=60, description="Whose OKRs, e.g. `team`")
    size: str | None = Field(None, max_length=60, description="Of the company, e.g. `small`")
    maturity: str | None = Field(None, max_length=60, description="e.g. `first-cycle`")
    doc_lang: str | None = Field(None, max_length=60, description="Of the passages: `en`, `zh`")
    limit: int = Field(5, ge=1, le=100, description="Most passages to give.")
    lang: WriteIn = Field(WriteIn.AUTO, description="The asker's; `auto`: that of the query.")

    @property
    def filters(self) -> Filters:
        """The filters, not yet checked."""
        return Filters(
            self.industry,
            self.function,
            self.kind,
            self.level,
            self.size,
            self.maturity,
            self.doc_lang,
        )


@router.get(
    "/search",
    summary="Search the knowledge base",
    openapi_extra={"parameters": described(SearchQuery)},
    responses=problems(400, 401, 403),
)
async def search(request: Request) -> SearchAnswer:
    """Metrics, example OKRs, practices and cases in the asker's language, best first.

    A question in one language finds what is there in the other. Where the meaning cannot be
    searched, `mode` is `lexical` and `notes` say why.
    """
    asked = read_query(request, SearchQuery)
    searching = service_of(request).searching
    return await searching.answer(asked.query, asked.filters, asked.limit, asked.lang.language)
