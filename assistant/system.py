"""What the operating system says of a file or a port, in the user's language."""

from __future__ import annotations

import errno
from collections.abc import Callable
from functools import partial

from assistant.messages import is_said, say
from assistant.models import Language

AREA = "system"


def why(error: Exception) -> Callable[[Language], str]:
    """Why a file, folder or port could not be used, as a fact of an error message.

    What no message is there for is told in the system's own words.
    """
    return partial(_said, _key(error), getattr(error, "strerror", None) or str(error))


def _key(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "locked"
    if isinstance(error, OSError):
        return errno.errorcode.get(error.errno or 0, "")
    if isinstance(error, UnicodeDecodeError):
        return "no_text"
    return "bad_name" if isinstance(error, ValueError) else ""


def _said(key: str, own: str, language: Language) -> str:
    return say(AREA, key, language) if is_said(AREA, key) else own
