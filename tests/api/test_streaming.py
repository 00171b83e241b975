from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from starlette.testclient import TestClient

from api import work
from api.app import create_app
from api.order import Job, Reply
from api.pool import Pool
from api.streaming import BATCH_LINES, Splitter
from assistant.parsing import SetReading, read_jsonl_line
from assistant.settings import Settings
from tests.api.conftest import Serve
from tests.api.drafts import SET

KIND = {"content-type": "application/x-ndjson"}


def lines_of(count: int) -> bytes:
    return b"\n".join(json.dumps({**SET, "id": f"team-{i}"}).encode() for i in range(count))


def answers(client: TestClient, data: bytes, query: str = "") -> list[dict[str, Any]]:
    response = client.post(f"/v1/check{query}", content=data, headers=KIND)
    assert response.headers["content-type"] == "application/x-ndjson"
    return [json.loads(line) for line in response.text.splitlines()]


def test_each_line_is_answered_in_its_place(client: TestClient) -> None:
    got = answers(client, lines_of(120))
    assert [answer["id"] for answer in got] == [f"team-{i}" for i in range(120)]


def test_a_bad_line_is_told_and_stops_nothing(client: TestClient) -> None:
    good = json.dumps(SET).encode()
    got = answers(client, b"\n".join([good, b"{", b"", good]), "?lang=zh-Hans")
    assert [("error" in one) for one in got] == [False, True, False]
    assert got[1]["error"]["line"] == 2
    assert got[1]["error"]["fix"]


def test_lines_are_counted_through_the_whole_stream(client: TestClient) -> None:
    got = answers(client, lines_of(BATCH_LINES * 2) + b"\n7\n" + lines_of(1))
    assert got[-2]["error"]["line"] == BATCH_LINES * 2 + 1
    assert got[-1]["set"]["objectives"][0]["at"]["line"] == BATCH_LINES * 2 + 2


@pytest.mark.parametrize("lang", ["en", "zh-Hans", "zh-Hant"])
def test_an_unforeseen_error_on_one_line_costs_that_line_only(
    client: TestClient,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    lang: str,
) -> None:
    def read(line: bytes, number: int, limits: Settings) -> SetReading:
        if number == 2:
            raise ValueError("the merger with the parcel firm")
        return read_jsonl_line(line, number, limits)

    monkeypatch.setattr(work, "read_jsonl_line", read)
    got = answers(client, lines_of(3), f"?lang={lang}")
    assert [one.get("id") for one in got] == ["team-0", None, "team-2"]
    assert (got[1]["error"]["code"], got[1]["error"]["line"]) == ("internal.unexpected", 2)
    assert got[1]["error"]["fix"]
    assert "merger" not in json.dumps(got) + caplog.text
    assert "ValueError at" in caplog.text


def test_a_line_of_many_texts_is_not_checked_in_the_service(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    pooled: list[Job] = []

    async def run(_: Pool, job: Job) -> Reply:
        pooled.append(job)
        return Reply(200, "application/x-ndjson", b"{}\n")

    monkeypatch.setattr(Pool, "run", run)
    many = b'{"objectives":["' + b'","'.join([b"a"] * 1000) + b'"]}'
    got = answers(client, lines_of(1) + b"\n" + many)
    assert [job.data for job in pooled] == [many]
    assert [one.get("id") for one in got] == ["team-0", None]


def test_a_line_that_is_too_long_is_told_alone(serve: Serve) -> None:
    client = serve(max_bytes=2_000)
    got = answers(client, lines_of(1) + b'\n{"x":"' + b"a" * 50_000 + b'"}\n' + lines_of(1))
    assert [one.get("error", {}).get("code") for one in got] == [None, "too_large.bytes", None]


def test_a_stream_beyond_its_bound_ends_with_an_error(serve: Serve) -> None:
    got = answers(serve(max_stream_bytes=1_000), lines_of(50))
    assert got[-1]["error"]["code"] == "too_large.bytes"


def test_a_wrong_profile_is_told_before_the_stream_begins(client: TestClient) -> None:
    response = client.post("/v1/check?profile=nope", content=lines_of(1), headers=KIND)
    assert response.status_code == 404


def test_answers_go_out_while_lines_still_come() -> None:
    sent: list[bytes] = []
    scope = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "method": "POST",
        "path": "/v1/check",
        "query_string": b"",
        "headers": [(b"host", b"localhost"), (b"content-type", b"application/x-ndjson")],
    }
    seen_before_the_end = 0

    async def converse() -> None:
        pieces = [lines_of(1) + b"\n", b"", lines_of(1)]
        number = 0

        async def receive() -> dict[str, object]:
            nonlocal number, seen_before_the_end
            seen_before_the_end = len(b"".join(sent).splitlines())
            number += 1
            return {
                "type": "http.request",
                "body": pieces[number - 1],
                "more_body": number < len(pieces),
            }

        async def send(message: Any) -> None:
            sent.append(message.get("body", b""))

        await create_app(Settings())(scope, receive, send)

    asyncio.run(converse())
    assert seen_before_the_end == 1
    assert len(b"".join(sent).splitlines()) == 2


@pytest.mark.parametrize("size", [1, 2, 3, 7, 1000])
def test_lines_are_the_same_however_the_stream_is_cut(size: int) -> None:
    data = "一\n二二\n\n三".encode()
    splitter = Splitter(100)
    pieces = [data[i : i + size] for i in range(0, len(data), size)]
    batches = [batch for piece in [*pieces, b""] for batch in splitter.feed(piece)]
    assert b"\n".join(line for batch in batches for line in batch.lines) == data
    assert batches[-1].first_line + len(batches[-1].lines) == 5


def test_of_a_line_too_long_no_more_than_its_bound_is_held() -> None:
    splitter = Splitter(10)
    for _ in range(100):
        assert splitter.feed(b"x" * 1000) == []
    (batch,) = splitter.feed(b"\n")
    assert batch.lines == (b"x" * 11,)
