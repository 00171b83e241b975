"""Which language a caller wants: `lang` first, then the page's cookie, then Accept-Language."""

from __future__ import annotations

from urllib.parse import parse_qs

from starlette.requests import HTTPConnection

from assistant.models import Language

COOKIE = "okr_lang"
WRITTEN = (Language.EN, Language.ZH_HANS, Language.ZH_HANT)
_TRADITIONAL = ("zh-hant", "zh-tw", "zh-hk", "zh-mo")


def wanted(connection: HTTPConnection) -> Language:
    """The language for pages and errors; English where nothing is said."""
    asked = parse_qs(connection.scope.get("query_string", b"").decode("latin-1"))
    return (
        named(asked.get("lang", [""])[0])
        or named(connection.cookies.get(COOKIE, ""))
        or accepted(connection.headers.get("accept-language", ""))
    )


def tell_in(connection: HTTPConnection, language: Language) -> None:
    """Errors of this request are told in a language that its body has named or is written in."""
    connection.state.language = language


def told_in(connection: HTTPConnection) -> Language:
    """The language that errors of this request are told in."""
    return getattr(connection.state, "language", None) or wanted(connection)


def named(name: str) -> Language | None:
    """One of the languages we write, by its exact name."""
    return next((language for language in WRITTEN if language == name), None)


def accepted(header: str) -> Language:
    """The best of an Accept-Language header, e.g. `zh-TW,zh;q=0.9,en;q=0.8`."""
    ranked = sorted(header.lower().split(",")[:20], key=_quality, reverse=True)
    for entry in ranked:
        tag = entry.partition(";")[0].strip()
        if tag.startswith(_TRADITIONAL):
            return Language.ZH_HANT
        if tag.partition("-")[0] == "zh":
            return Language.ZH_HANS
        if tag.partition("-")[0] == "en":
            return Language.EN
    return Language.EN


def _quality(entry: str) -> float:
    try:
        return float(entry.partition("q=")[2] or 1)
    except ValueError:
        return 0.0
