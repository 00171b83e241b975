"""What the forms of the pages send, read only when they come from a page of ours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from fastapi import Request
from starlette.datastructures import FormData, UploadFile

from api.bounds import FORM_OVERHEAD
from api.languages import named, wanted
from api.order import Job, Order, Output
from api.sessions import COOKIE, csrf_fits
from assistant.errors import AccessDenied
from assistant.settings import Settings

MOST_FIELDS = 20
MOST_REVIEW_FIELDS = 2_000  # a few for each question that a review asks


@dataclass(frozen=True, slots=True)
class Asked:
    """The options beside a draft, as the page shows them."""

    profile: str
    pack: str = ""
    messages: str = "auto"
    final: bool = False

    @classmethod
    def first(cls, settings: Settings) -> Self:
        """What is chosen before anybody chose."""
        return cls(settings.profile, settings.pack or "")

    @classmethod
    def of(cls, form: FormData, settings: Settings) -> Self:
        """What a form says."""
        return cls(
            text_of(form, "profile") or settings.profile,
            text_of(form, "pack"),
            text_of(form, "messages") or "auto",
            text_of(form, "final") == "true",
        )


@dataclass(frozen=True, slots=True)
class DraftForm:
    """A draft and its options; `upload` is a file that was chosen, with its name."""

    text: str
    asked: Asked
    upload: tuple[str, bytes] | None = None

    def check(self, output: Output, request: Request) -> Job:
        """The check of the draft."""
        order = Order(
            output=output,
            profile=self.asked.profile,
            pack=self.asked.pack or None,
            final=self.asked.final,
            messages=named(self.asked.messages),
            told_in=wanted(request),
        )
        return Job(order, self.text.encode("utf-8", "replace"))

    def reading(self, request: Request) -> Job | None:
        """The reading of the file, if there is one."""
        if self.upload is None:
            return None
        name, data = self.upload
        return Job(Order(output=Output.READING, name=name, told_in=wanted(request)), data)


async def read_fields(
    request: Request, settings: Settings, most_fields: int = MOST_FIELDS
) -> FormData:
    """The fields of a form of ours.

    Raises:
        AccessDenied: `csrf`, if it was not given by a page of ours to this browser.
    """
    most = settings.max_bytes + FORM_OVERHEAD
    form = await request.form(max_files=1, max_fields=most_fields, max_part_size=most)
    if not csrf_fits(request.cookies.get(COOKIE), text_of(form, "csrf")):
        await form.close()
        raise AccessDenied("csrf")
    return form


async def read_draft_form(request: Request, settings: Settings) -> DraftForm:
    """The form of the check page."""
    return await draft_form_of(await read_fields(request, settings), settings)


async def draft_form_of(form: FormData, settings: Settings) -> DraftForm:
    """The draft in the fields of a form, which is then closed."""
    try:
        # Forms carry every line end as CR LF, whatever was typed.
        text = text_of(form, "draft").replace("\r\n", "\n")
        return DraftForm(text, Asked.of(form, settings), await upload_of(form))
    finally:
        await form.close()


async def upload_of(form: FormData) -> tuple[str, bytes] | None:
    """The file that was chosen, with its name."""
    file = form.get("file")
    if isinstance(file, UploadFile) and file.filename:
        return file.filename[:255], await file.read()
    return None


def text_of(form: FormData, name: str) -> str:
    """A field as text; an absent one is empty."""
    value = form.get(name)
    return value if isinstance(value, str) else ""
