"""What the scripts of the pages ask the service for, and what programs and people take along.

Cards of a review are gone on with as an author would: answered, another line chosen, edited; then
all decisions are sent for the finished set and its files.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from tempfile import TemporaryDirectory
from typing import Any

from starlette.testclient import TestClient

from evals.cycles import FOLDER
from evals.faces.days import today
from evals.faces.rows import Faces, Said, leaves, samples
from evals.faces.texts import lines_of_file, words_of
from evals.faces.visits import client_of, parts_of
from evals.lines import LANGUAGES
from evals.rows import read_text

MADE = {"wordprocessing": ".docx", "spreadsheet": ".xlsx", "csv": ".csv"}
CSRF = re.compile(r'name="csrf" value="([^"]*)"')
MOST_CARDS = 5
Fields = dict[str, str]


def calls() -> Iterator[Said]:
    """Each call in each language."""
    faces, asked = Faces(), samples("scripted")
    with TemporaryDirectory() as folder, today():
        client = client_of(folder)
        for language in LANGUAGES:
            browser = Browser(client, language)
            for face, lines in _of(browser, asked, asked["drafts"][language]):
                yield from faces.rows(language, face, lines)


class Browser:
    """A browser of one language, on pages of ours."""

    def __init__(self, client: TestClient, language: str) -> None:
        self._client, self.language = client, language
        client.cookies.clear()
        found = CSRF.search(self.get("/").text)
        self._csrf = found[1] if found else ""

    def get(self, path: str) -> Any:
        """A page or a piece of one."""
        return self._client.get(path, headers={"accept-language": self.language})

    def post(self, path: str, fields: Fields, **more: Any) -> Any:
        """What comes of a form."""
        headers = {"accept-language": self.language}
        sent = {"csrf": self._csrf, **fields}
        return self._client.post(path, data=sent, headers=headers, **more)

    def send(self, path: str, body: str, kind: str) -> Any:
        """What a program is answered."""
        headers = {"accept-language": self.language, "content-type": kind}
        return self._client.post(path, content=body.encode(), headers=headers)


def _of(browser: Browser, asked: dict[str, Any], draft: str) -> Iterator[tuple[str, list[str]]]:
    cycle = json.loads(read_text(FOLDER / f"{asked['cycles'][browser.language]}.json"))["cycle"]
    put = {"{draft}": draft, "{cycle}": json.dumps(cycle, ensure_ascii=False)}
    for path in asked["gets"]:
        yield path, said(browser.get(path))
    for path in asked["posts"]:
        yield path, said(browser.post(path, {"draft": draft, "messages": "auto"}))
    for name in asked["files"]:
        upload = {"file": (name, draft.encode())}
        yield f"read {name}", said(browser.post("/ui/read", {}, files=upload))
    for each in asked["programs"]:
        body = put.get(each["body"], each["body"])
        kind = each.get("type", "text/plain")
        yield f"{each['to']} {each['body'][:30]}", said(browser.send(each["to"], body, kind))
    for number, each in enumerate(asked["weeks"]):
        fields = {name: put.get(text, text) for name, text in each.items() if name != "to"}
        yield f"{each['to']} {number}", said(browser.post(each["to"], fields))
    yield from _cards(browser, asked, {"draft": draft, "messages": "auto"})


def _cards(
    browser: Browser, asked: dict[str, Any], fields: Fields
) -> Iterator[tuple[str, list[str]]]:
    """The cards of a review with each way to go on, then the set that they make."""
    page = browser.post("/review", fields).text
    for number, turn in enumerate(_data(page, "turn")[:MOST_CARDS]):
        for way, more in _ways(turn, asked, browser.language):
            sent = {**fields, "turn": json.dumps({**turn, **more})}
            yield f"card {number} {way}", said(browser.post("/ui/review/card", sent))
    decided = {**fields, "decisions": json.dumps(_data(page, "decision"))}
    yield "finished", said(browser.post("/ui/review/finished", decided))
    for form in asked["finished"]:
        path = f"/ui/review/export?format={form}"
        yield f"finished {form}", said(browser.post(path, decided))


def _ways(
    turn: dict[str, Any], asked: dict[str, Any], language: str
) -> Iterator[tuple[str, dict[str, Any]]]:
    questions = [each["id"] for each in turn["suggestion"]["questions"]]
    told = asked["answers"]
    for begin in range(len(told)):
        answers = {each: told[(begin + at) % len(told)] for at, each in enumerate(questions)}
        yield f"answered from {told[begin]}", {"answers": answers}
    yield "another", {"pick": 1}
    yield "a third, answered", {"pick": 2, "answers": dict.fromkeys(questions, told[0])}
    yield "edited", {"edited": asked["edited"][language]}


def _data(page: str, name: str) -> list[Any]:
    found = re.findall(rf'data-{name}="([^"]*)"', page)
    return [json.loads(html.unescape(each)) for each in found]


def said(answer: Any) -> list[str]:
    """The status, the kind and the content of an answer."""
    kind = answer.headers.get("content-type", "")
    head = f"{answer.status_code} {kind} {answer.headers.get('content-disposition')}"
    if ending := next((ending for part, ending in MADE.items() if part in kind), None):
        return [head, *(told for _, told in lines_of_file(f"made{ending}", answer.content))]
    if "html" in kind:
        return [head, *words_of(answer.text)]
    return [
        head,
        *(f"{key}={told}" for part in parts_of(answer.text) for key, told in leaves(part)),
    ]
