"""What the service answers to single requests: forms with files, bodies of programs, pages."""

from __future__ import annotations

from collections.abc import Iterator
from tempfile import TemporaryDirectory
from typing import Any

from evals.faces.days import today
from evals.faces.papers import made_of
from evals.faces.rows import Faces, Said, plain, samples
from evals.faces.scripted import Browser, said
from evals.faces.visits import client_of
from evals.in_code import named
from evals.lines import LANGUAGES

LONGEST = 400  # characters of a line that is told as it stands


def requests() -> Iterator[Said]:
    """Each request in its own language, or in the next one."""
    faces, asked = Faces(), samples("requests")
    with TemporaryDirectory() as folder, today():
        client = client_of(folder)
        for number, each in enumerate(asked["requests"]):
            language = each.get("in", LANGUAGES[number % len(LANGUAGES)])
            answer = sent(Browser(client, language), each, asked["papers"])
            key = plain(f"{each['to']} {each.get('form') or each.get('body') or ''}")[:120]
            yield from faces.rows(language, f"{number} {key}", map(short, said(answer)))


def sent(browser: Browser, case: dict[str, Any], papers: dict[str, Any]) -> Any:
    """What comes of a case: a form, with a file beside it or without, a body, or a page."""
    if "body" in case:
        return browser.send(case["to"], case["body"], case["type"])
    if "form" not in case:
        return browser.get(case["to"])
    if "file" not in case:
        return browser.post(case["to"], case["form"])
    name, text = case["file"]
    made = made_of(papers[name]) if text is None else text.encode()
    return browser.post(case["to"], case["form"], files={"file": (name, made)})


def short(line: str) -> str:
    """A line, or of a long one its beginning and a fingerprint."""
    return line if len(line) <= LONGEST else named(line)
