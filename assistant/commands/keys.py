"""`okr-coach key`: who may ask the service when it is open to other machines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from assistant.commands.options import settings
from assistant.rendering.visible import visible

if TYPE_CHECKING:
    from api.keys import KeyStore

app = typer.Typer(help="Keys to the service.", no_args_is_help=True)


@app.command("new")
def new_key(label: Annotated[str, typer.Argument(help="Whose key it is.")]) -> None:
    """Make a key and print it once; only its SHA-256 is kept."""
    typer.echo(_store().create(label))


@app.command("list")
def list_keys() -> None:
    """List the keys there are: id, day, whose."""
    for key in _store().all():
        typer.echo(f"{key.id}  {key.created}  {visible(key.label)}")


@app.command("revoke")
def revoke_key(key_id: Annotated[str, typer.Argument(help="Its id; see `key list`.")]) -> None:
    """Forget a key; whoever is signed in with it is signed out."""
    _store().revoke(key_id)


def _store() -> KeyStore:
    from api.keys import KeyStore  # loaded only here: `check` shall start without the service

    return KeyStore.of(settings())
