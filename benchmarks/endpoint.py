"""A chat endpoint that takes a second each and says what the prompt proposes.

`python -m benchmarks.endpoint` prints its port and serves until its standard input ends.
"""

from __future__ import annotations

import asyncio
import json
import re
import sys
from typing import Any

SECONDS = 1.0
_HINT = re.compile(r"^(?P<line>K?[RO][\d.]+): .*\(e\.g\. (?P<text>.*)\)$", re.MULTILINE)


async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """One request, one streamed answer, and the end of the connection."""
    head = await reader.readuntil(b"\r\n\r\n")
    length = re.search(rb"content-length: (\d+)", head, re.IGNORECASE)
    body = json.loads(await reader.readexactly(int(length[1]) if length else 0))
    await asyncio.sleep(SECONDS)
    writer.write(b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n")
    text = _said(str(body["messages"][-1]["content"]))
    for start in range(0, len(text), 40):
        writer.write(_event({"content": text[start : start + 40]}, None))
    writer.write(_event({}, "stop") + b"data: [DONE]\n\n")
    await writer.drain()
    writer.close()


def _said(prompt: str) -> str:
    lines = [
        {"line": hint["line"], "reason": "No measure.", "rewrite": hint["text"]}
        for hint in _HINT.finditer(prompt)
    ]
    return json.dumps({"lines": lines, "opinions": []}, ensure_ascii=False)


def _event(delta: dict[str, Any], end: str | None) -> bytes:
    choice = {"index": 0, "delta": {"role": "assistant", **delta}, "finish_reason": end}
    chunk = {"id": "x", "object": "chat.completion.chunk", "created": 0, "model": "scripted"}
    return f"data: {json.dumps({**chunk, 'choices': [choice]})}\n\n".encode()


async def main() -> None:
    """Serve on a free port."""
    server = await asyncio.start_server(answer, "127.0.0.1", 0, limit=1 << 22, backlog=200)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.to_thread(sys.stdin.read)
    server.close()


if __name__ == "__main__":
    asyncio.run(main())
