"""What comes of a model's answers: reviews, guides and weeks by command and service, and failures.

A scripted endpoint answers (`evals.faces.endpoint`), so the whole way is walked: what is sent, how
it is asked for, what of the answer is heard, what the reader is told of it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from functools import cache
from tempfile import TemporaryDirectory
from typing import Any

from pydantic import BaseModel

from assistant.errors import ModelError
from assistant.guides.tailoring.judging import fault_of, is_plain
from assistant.llm.openai_chat import OpenAIChat
from assistant.llm.port import Message
from assistant.models import Language
from assistant.settings import Settings
from evals.faces.commands import a_folder, called
from evals.faces.days import today
from evals.faces.endpoint import URL, answering
from evals.faces.own import changed
from evals.faces.requests import sent, short
from evals.faces.rows import Faces, Said, leaves, samples
from evals.faces.scripted import Browser, said
from evals.faces.visits import client_of
from evals.lines import LANGUAGES

SET = {"OKR_LLM_BASE_URL": URL, "OKR_LLM_MODEL": "m"}
ASKED = [Message("system", "Answer."), Message("user", "一个目标")]


class One(BaseModel):
    """A shape to ask for."""

    lines: list[str]
    more: list[dict[str, str]] = []


def modelled() -> Iterator[Said]:
    """Calls of the command and of the service with a model, then single answers of servers."""
    asked = samples("modelled")
    for language in LANGUAGES:
        faces, case = Faces(), asked[language]
        with a_folder(case["files"], case["cycles"]):
            without = cache(lambda run, language=language: called(f"{run} --llm off", language))
            for each in case["runs"]:
                yield from _run(faces, language, each, without)
        yield from _visits(faces, language, case)
        yield from judged(Language(language), case)
    yield from _servers(asked["servers"])


def judged(language: Language, case: dict[str, Any]) -> Iterator[Said]:
    """What is wrong with sentences for a guide, and which words of a reader may be repeated."""
    for text, *cited in case["judged"]:
        yield (
            language,
            f"judged: {text} > {' + '.join(cited)}",
            str(fault_of(text, cited, language)),
        )
    yield from ((language, f"plain: {each}", str(is_plain(each))) for each in case["plain"])


def _servers(cases: list[dict[str, Any]]) -> Iterator[Said]:
    """What comes of what a server does, and how it was asked each time."""
    for case in cases:
        name = f"a server that {case['name']}"
        with answering(case["does"]) as endpoint:
            told = asyncio.run(_single(case.get("settings", {})))
        yield "en", name, " ; ".join(told)
        asked = (" ".join(map("=".join, leaves(body))) for body in endpoint.asked)
        for number, body in enumerate(dict.fromkeys(asked)):
            yield "en", f"{name} is asked {number}", body


def _run(
    faces: Faces, language: str, case: dict[str, Any], without: Callable[[str], list[str]]
) -> Iterator[Said]:
    """What a call says that it would not say without the model, and what the model is sent."""
    name, run = case["name"], f"{case['run']} --lang {language}"
    with answering(case["does"]) as endpoint:
        own = called(f"{run} --llm on", language, {**SET, **case.get("settings", {})})
    before, after = ([short(line) for line in lines] for lines in (without(run), own))
    yield from changed(language, f"{name}: {run}", before, after)
    yield from faces.rows(language, f"{name} sends", _sent(endpoint.asked))


def _visits(faces: Faces, language: str, case: dict[str, Any]) -> Iterator[Said]:
    for each in case["visits"]:
        with TemporaryDirectory() as folder, today(), answering(each["does"]) as endpoint:
            client = client_of(folder, llm_base_url=URL, llm_model="m")
            browser = Browser(client, language)
            answer = sent(browser, each, {})
        yield from faces.rows(language, each["to"], map(short, said(answer)))
        yield language, f"{each['to']} asks", f"{len(endpoint.asked)} times"


def _sent(asked: list[dict[str, Any]]) -> Iterator[str]:
    """The messages of each request line by line; the rest of it is held by single answers."""
    for body in asked:
        for message in body["messages"]:
            yield from (f"{message['role']}: {line}" for line in message["content"].splitlines())


async def _single(settings: dict[str, Any]) -> list[str]:
    made = Settings.model_validate({"llm_base_url": URL, "llm_model": "m", **settings})
    parts: list[dict[str, Any]] = []
    model = OpenAIChat(made)
    told = []
    for _ in range(2):  # what it found out about the server is kept for the second
        try:
            answer = await model.complete(ASKED, One, parts.append)
            value = answer.value.model_dump_json()
            cost = (answer.model, answer.tokens_in, answer.tokens_out, answer.attempts)
            told.append(f"{value} {cost}")
        except ModelError as error:
            told.append(f"{error.code}.{error.reason} {error.facts}")
    await model.aclose()
    return [*told, f"seen {len(parts)} times"]
