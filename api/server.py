"""Serving: on this machine only, unless keys keep others out."""

from __future__ import annotations

import asyncio
import socket
import sys

import uvicorn

from api.app import create_app
from api.hosts import is_loopback, is_unspecified
from api.keys import KeyStore
from api.service import Service
from assistant.coaching.check import load_checker
from assistant.errors import NotFound, UsageError
from assistant.settings import Settings
from assistant.system import why

MOST_CONNECTIONS = 500


def serve(settings: Settings) -> None:
    """Serve until interrupted.

    Raises:
        UsageError: `open_without_keys` when others could reach a service that has no key, or
            `port_taken`.
        NotFound: When there is no such profile or pack as the settings name.
    """
    check_openness(settings)
    check_rubric(settings)
    app = create_app(settings)
    listener = bind(settings)
    config = uvicorn.Config(
        app,
        access_log=False,  # addresses and queries are nobody's business
        log_level="warning",
        server_header=False,
        limit_concurrency=MOST_CONNECTIONS,
        timeout_graceful_shutdown=5,
    )
    Server(config, settings, app.state.service).run(sockets=[listener])


class Server(uvicorn.Server):
    """A server that tells its address as soon as it answers there, not before.

    What checks do not need is loaded from then on.
    """

    def __init__(self, config: uvicorn.Config, settings: Settings, service: Service) -> None:
        super().__init__(config)
        self._settings = settings
        self._service = service
        self._warming: asyncio.Task[None] | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer."""
        await super().startup(sockets)
        if self.started:
            port = sockets[0].getsockname()[1] if sockets else self._settings.port
            where = address(self._settings.host, port)
            sys.stderr.write(f"OKR Coach: {where} (Ctrl+C ends it)\n")
            sys.stderr.flush()
            self._warming = asyncio.create_task(self._service.warm_up())

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End, whatever is still being loaded."""
        if self._warming is not None:
            self._warming.cancel()
            await asyncio.wait([self._warming])  # it ends the workers that it has begun to start
        await super().shutdown(sockets)


def check_openness(settings: Settings) -> None:
    """Refuse to be reachable by others while there is no key.

    Raises:
        UsageError: `open_without_keys`.
    """
    if not is_loopback(settings.host) and not KeyStore.of(settings).all():
        raise UsageError("open_without_keys", field="OKR_HOST", host=settings.host)


def check_rubric(settings: Settings) -> None:
    """Refuse to start with a profile or a pack that does not exist.

    Raises:
        NotFound: Naming the setting, and what there is.
    """
    try:
        load_checker(settings, None, None)
    except NotFound as error:
        error.field = f"OKR_{error.reason.upper()}"
        raise


def address(host: str, port: int) -> str:
    """Where a browser finds the service: at the port that it has, whatever was asked for."""
    here = "127.0.0.1" if is_unspecified(host) else host
    return f"http://{f'[{here}]' if ':' in here else here}:{port}"


def bind(settings: Settings) -> socket.socket:
    """The socket to serve on; nobody can connect before the service is ready and listens.

    Raises:
        UsageError: `port_taken`.
    """
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    # Named as TCP: only then asyncio switches off Nagle's algorithm, which costs 40 ms an answer.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if sys.platform != "win32":  # where it would let two programs share the port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((settings.host.strip("[]"), settings.port))
    except (OSError, OverflowError) as error:
        listener.close()
        host, port = settings.host, settings.port
        raise UsageError("port_taken", host=host, port=port, why=why(error)) from error
    return listener
