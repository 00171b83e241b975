"""What comes of the forms of the pages: filled in, with each of their choices, sent by each button.

The forms are read from the pages themselves, as a browser without scripts would send them: a field
that a page no longer sends, or sends as something else, changes the answer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from tempfile import TemporaryDirectory
from typing import Any

from starlette.testclient import TestClient

from evals.faces.rows import Faces, Said, samples
from evals.faces.texts import lines_of_file
from evals.faces.visits import client_of
from evals.lines import LANGUAGES

Fields = dict[str, list[str]]
TICKED, TEXTS = ("checkbox", "radio"), ("input", "textarea")
MOST_CHOICES = 3  # of one field
UNSENT = ("file", "submit", "button")
MADE = {"word": ".docx", "sheet": ".xlsx", "csv": ".csv"}  # by what stands in the type of a file


def forms() -> Iterator[Said]:
    """The answers, each choice in the next language; all pages in all languages as they are."""
    faces, asked = Faces(), samples("forms")
    with TemporaryDirectory() as folder:
        client = client_of(folder)
        for case in asked:
            for place, language in enumerate(LANGUAGES):
                client.cookies.clear()
                page = _page(client, language, case)
                for number, (name, sent) in enumerate(_ways(page, case["form"])):
                    if number == 0 or number % len(LANGUAGES) == place:
                        face = f"{case['page'][:20]} {case['form']} {name}"
                        yield from faces.rows(language, face, _answer(client, language, sent))


def _page(client: TestClient, language: str, case: dict[str, Any]) -> dict[str, Form]:
    """The page with the form; after that of `first`, the page that its answer is."""
    found = client.get(case["page"], headers=_headers(language))
    page = forms_of(found.text)
    for first in case.get("first", []):
        form = page[first["form"]]
        answer = _sent(client, language, form.sent(first.get("fill", {}), first.get("button")))
        page = forms_of(answer.text)
    if case["form"] in page:
        page[case["form"]].fill(case.get("fill", {}).get(language, {}))
    return page


def _ways(page: dict[str, Form], name: str) -> Iterator[tuple[str, Sent]]:
    """What a form sends as it is, with each other choice, and by each other button."""
    if name not in page:
        return
    form = page[name]
    yield "as it is", form.sent()
    taken: Counter[str] = Counter()
    for field, value in form.choices:
        taken[field] += 1
        if taken[field] <= MOST_CHOICES:
            yield f"{field}={value}", form.sent({field: value})
    for button in form.buttons:
        yield f"to {button}", form.sent(button=button)


def _answer(client: TestClient, language: str, sent: Sent) -> list[str]:
    found = _sent(client, language, sent)
    kind = found.headers.get("content-type", "")
    made = next((ending for part, ending in MADE.items() if part in kind), ".txt")
    head = f"{found.status_code} {kind} {found.headers.get('content-disposition')}"
    return [head, *(told for _, told in lines_of_file(f"made{made}", found.content))]


def _sent(client: TestClient, language: str, sent: Sent) -> Any:
    method, action, fields = sent
    headers = _headers(language)
    if method == "GET":
        return client.get(action, headers=headers, params=fields)
    return client.post(action, headers=headers, data=fields)


def _headers(language: str) -> dict[str, str]:
    return {"accept": "text/html", "accept-language": language}


Sent = tuple[str, str, Fields]  # method, where to, what


class Form:
    """A form: what it sends, what else could be chosen, and where its buttons send it."""

    def __init__(self, method: str, action: str) -> None:
        self.method, self.action = method.upper(), action
        self.fields: Fields = {}
        self.choices: list[tuple[str, str]] = []
        self.buttons: list[str] = []

    def offer(self, name: str, value: str, *, chosen: bool) -> None:
        """A value that may be chosen, or is."""
        if chosen:
            self.fields[name] = [value]
        else:
            self.choices.append((name, value))

    def fill(self, values: dict[str, str]) -> None:
        """Fill in its fields; one that it does not have is not sent."""
        self.fields |= {name: [told] for name, told in values.items() if name in self.fields}

    def sent(self, more: dict[str, str] | None = None, button: str | None = None) -> Sent:
        """What a button sends, the first if none is named."""
        own = {name: [told] for name, told in (more or {}).items()}
        return self.method, button or self.action, self.fields | own


def forms_of(page: str) -> dict[str, Form]:
    """The forms of a page by their names; fields that name a form stand anywhere in it."""
    read = _Page()
    read.feed(page)
    return read.forms


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: dict[str, Form] = {}
        self._in: str | None = None
        self._select: tuple[Form, str] | None = None
        self._options: list[tuple[str, bool]] = []
        self._typed: tuple[Form, str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._in = said.get("id", "form")
            self.forms[self._in] = Form(said.get("method", "get"), said.get("action", ""))
        elif tag == "option":
            self._options.append((said.get("value", ""), "selected" in said))
        elif (form := self.forms.get(said.get("form") or self._in or "")) is not None:
            self._field(form, tag, said)

    def _field(self, form: Form, tag: str, said: dict[str, str]) -> None:
        name, kind = said.get("name"), said.get("type")
        if tag == "button" and "formaction" in said:
            form.buttons.append(said["formaction"])
        elif tag == "select" and name:
            self._select, self._options = (form, name), []
        elif name and kind in TICKED:
            form.offer(name, said.get("value", "on"), chosen="checked" in said)
        elif name and tag in TEXTS and kind not in UNSENT:
            form.fields[name] = [said.get("value", "")]
            self._typed = (form, name) if tag == "textarea" else None

    def handle_data(self, data: str) -> None:
        if self._typed:
            form, name = self._typed
            form.fields[name] = [data.removeprefix("\n")]

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._in = None
        elif tag == "textarea":
            self._typed = None
        elif tag == "select" and self._select:
            form, name = self._select
            first = next((at for at, (_, chosen) in enumerate(self._options) if chosen), 0)
            for at, (value, _) in enumerate(self._options):
                form.offer(name, value, chosen=at == first)
            self._select = None
