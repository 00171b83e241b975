"""A real HTTP server that behaves as a chat endpoint was told to: one act a request."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any


@dataclass
class Endpoint:
    """What the server was asked, and what it answers: the acts in turn, the last for ever."""

    acts: list[Act]
    asked: list[dict[str, Any]] = field(default_factory=list)
    url: str = ""
    ended: Event = field(default_factory=Event)


Act = Callable[[BaseHTTPRequestHandler, Endpoint], None]


def says(text: str, *, finish: str | None = "stop", usage: bool = True) -> Act:
    """Stream a text as an endpoint does, a few characters at a time."""

    def act(handler: BaseHTTPRequestHandler, endpoint: Endpoint) -> None:
        _head(handler, 200, "text/event-stream")
        for start in range(0, len(text), 20):
            _event(handler, {"content": text[start : start + 20]})
        _event(handler, {}, finish)
        if usage:
            tokens = {"prompt_tokens": 70, "completion_tokens": 30, "total_tokens": 100}
            _send(handler, {**_chunk(), "choices": [], "usage": tokens})
        handler.wfile.write(b"data: [DONE]\n\n")

    return act


def calls(arguments: str) -> Act:
    """Stream the arguments of a function call."""

    def act(handler: BaseHTTPRequestHandler, endpoint: Endpoint) -> None:
        _head(handler, 200, "text/event-stream")
        function = {"name": "Note", "arguments": arguments}
        call = {"index": 0, "id": "c1", "type": "function", "function": function}
        _event(handler, {"tool_calls": [call]})
        _event(handler, {}, "tool_calls")
        handler.wfile.write(b"data: [DONE]\n\n")

    return act


def status(code: int, body: str = "{}", **headers: str) -> Act:
    """Answer with a status."""

    def act(handler: BaseHTTPRequestHandler, endpoint: Endpoint) -> None:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        _head(handler, code, "application/json", named)
        handler.wfile.write(body.encode())

    return act


def page(text: str) -> Act:
    """Answer 200 with something that is no event stream."""

    def act(handler: BaseHTTPRequestHandler, endpoint: Endpoint) -> None:
        _head(handler, 200, "text/html")
        handler.wfile.write(text.encode())

    return act


def hangs(handler: BaseHTTPRequestHandler, endpoint: Endpoint) -> None:
    """Say nothing until the test is over."""
    endpoint.ended.wait(20)


def breaks_off(text: str) -> Act:
    """Stream a part and close the connection."""

    def act(handler: BaseHTTPRequestHandler, endpoint: Endpoint) -> None:
        _head(handler, 200, "text/event-stream")
        _event(handler, {"content": text})
        handler.close_connection = True

    return act


def refuses(handler: BaseHTTPRequestHandler, endpoint: Endpoint) -> None:
    """Decline as a filter does."""
    _head(handler, 200, "text/event-stream")
    _event(handler, {"refusal": "I cannot help with that."}, "stop")
    handler.wfile.write(b"data: [DONE]\n\n")


@contextmanager
def serving(*acts: Act) -> Iterator[Endpoint]:
    """A server on a free port of the loopback for as long as the block runs."""
    endpoint = Endpoint(list(acts))

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["content-length"])
            endpoint.asked.append(json.loads(self.rfile.read(length)))
            act = endpoint.acts[min(len(endpoint.asked), len(endpoint.acts)) - 1]
            act(self, endpoint)

        def log_message(self, *_: object) -> None:
            """Nothing is logged."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    endpoint.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield endpoint
    finally:
        endpoint.ended.set()
        server.shutdown()
        server.server_close()
        thread.join()


def _head(
    handler: BaseHTTPRequestHandler, code: int, kind: str, more: dict[str, str] | None = None
) -> None:
    handler.send_response(code)
    handler.send_header("content-type", kind)
    for name, value in (more or {}).items():
        handler.send_header(name, value)
    handler.end_headers()


def _chunk() -> dict[str, Any]:
    return {"id": "x", "object": "chat.completion.chunk", "created": 0, "model": "test-model"}


def _event(handler: BaseHTTPRequestHandler, delta: dict[str, Any], end: str | None = None) -> None:
    choice = {"index": 0, "delta": {"role": "assistant", **delta}, "finish_reason": end}
    _send(handler, {**_chunk(), "choices": [choice]})


def _send(handler: BaseHTTPRequestHandler, chunk: dict[str, Any]) -> None:
    handler.wfile.write(f"data: {json.dumps(chunk)}\n\n".encode())
    handler.wfile.flush()
