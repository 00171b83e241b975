"""The command `okr-coach`, which `python -m assistant` is too."""

from __future__ import annotations

import gc
import os

from assistant import kept


def main() -> None:
    """Load the command line and run it."""
    # What is loaded stays, so looking through it for what could be freed takes a tenth of a start.
    gc.disable()
    # We have none, and looking through all that is installed for them takes long.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    _keep()
    try:
        from assistant.cli import main as run

        gc.freeze()
        gc.enable()
        run()
    finally:
        kept.save()


def _keep() -> None:
    """Keep what starts work out alike, unless the user has neither home nor cache folder."""
    try:
        kept.keep_in(kept.cache_folder(os.environ))
    except RuntimeError:
        return


if __name__ == "__main__":  # processes that read documents import this again
    main()
