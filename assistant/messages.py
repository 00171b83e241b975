"""Every sentence that the product says to a user, in English and Chinese, read from data.

Catalogues stand in `assistant/catalogues/<area>.yml` as `key: {en: ..., zh: ...}`; Traditional is
made from Simplified once. A message may name facts in braces (`{limit}`); only such plain names
are filled, so what a user typed can never become part of a template.
"""

from __future__ import annotations

import locale
import os
import re
from collections.abc import Callable
from enum import StrEnum
from functools import cache
from typing import Any

from assistant.models import Language
from assistant.own_data import load
from assistant.patterns import lazy

_QUOTATION_MARKS = str.maketrans("“”‘’", "「」『』")
_NAME = lazy(r"\{([a-z_]+)\}")


class WriteIn(StrEnum):
    """The language of messages, as a caller asks for it."""

    AUTO = "auto"
    EN = "en"
    ZH_HANS = "zh-Hans"
    ZH_HANT = "zh-Hant"

    @property
    def language(self) -> Language | None:
        """The language, or none where the draft decides."""
        return None if self is WriteIn.AUTO else Language(self.value)

    @property
    def own(self) -> Language:
        """The language where there is no draft: what was asked for, else that of the machine."""
        return self.language or machine_language()


def machine_language() -> Language:
    """The language of the user's environment, English if it is neither.

    What was set counts even where the system has no such locale, as in most containers.
    """
    set_by_user = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    name = next(filter(None, set_by_user), None) or locale.getlocale()[0] or ""
    return _language_of_locale(name.replace("-", "_"))


def _language_of_locale(name: str) -> Language:
    # Windows names it in words.
    if name.startswith(("zh_TW", "zh_HK", "zh_MO", "zh_Hant", "Chinese (Traditional)")):
        return Language.ZH_HANT
    return Language.ZH_HANS if name.startswith(("zh", "Chinese")) else Language.EN


def fill(template: str, facts: dict[str, Any]) -> str:
    """Put facts into the named places of a message; an unknown name stays as it stands."""
    return _NAME.sub(lambda name: str(facts.get(name[1], name[0])), template)


def traditional(text: str) -> str:
    """Our own Simplified text in Traditional, with the words and quotation marks of Taiwan.

    The words are OpenCC's (s2twp), which leaves the marks as they are, and those of `taiwan.yml`.
    """
    made = str(_converter("s2twp").convert(text)).translate(_QUOTATION_MARKS)
    for word, ours in _words_of("taiwan").items():
        made = made.replace(word, ours)
    return made


def hong_kong(text: str) -> str:
    """Our own Simplified text in Traditional, with the words of Hong Kong.

    The words are OpenCC's (s2hkp) and those of `hong-kong.yml`.
    """
    made = str(_converter("s2hkp").convert(text)).translate(_QUOTATION_MARKS)
    return _hong_kong_words().sub(lambda found: _words_of("hong-kong")[found[0]], made)


def converted(value: Any, convert: Callable[[str], str]) -> Any:
    """A value with every text inside its lists and mappings converted."""
    if isinstance(value, str):
        return convert(value)
    if isinstance(value, dict):
        return {key: converted(inner, convert) for key, inner in value.items()}
    return [converted(inner, convert) for inner in value] if isinstance(value, list) else value


@cache
def _converter(way: str) -> Any:
    from opencc import OpenCC  # loaded only when Traditional is written

    return OpenCC(way)


@cache
def _words_of(place: str) -> dict[str, str]:
    loaded: dict[str, str] = load("assistant", f"{place}.yml")
    return loaded


@cache
def _hong_kong_words() -> re.Pattern[str]:
    longest = sorted(_words_of("hong-kong"), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest)))


@cache
def _catalogue(area: str) -> dict[str, dict[str, str]]:
    loaded: dict[str, dict[str, str]] = load("assistant", f"catalogues/{area}.yml")
    return loaded


@cache
def _template(area: str, key: str, language: Language) -> str:
    entry = _catalogue(area)[key]
    if language is Language.EN:
        return entry["en"]
    if language is Language.ZH_HANT:
        return traditional(entry["zh"])
    return entry["zh"]


def is_said(area: str, key: str) -> bool:
    """Whether a catalogue has such a message."""
    return key in _catalogue(area)


def say(area: str, key: str, language: Language, /, **facts: Any) -> str:
    """The message `key` of the catalogue `area` in the user's language, facts filled in.

    Raises:
        KeyError: If the catalogue has no such message (a test checks that all in use exist).
    """
    return fill(_template(area, key, language), facts)
