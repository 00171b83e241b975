"""How what a face says becomes rows: each line once, and the whole by its fingerprint."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import yaml

from evals.in_code import named
from evals.lines import DATASETS
from evals.rows import read_text

Said = tuple[str, str, str]  # language, key, value
THERE = "there"
CJK = "一鿿"
SCRIPTS = {"zh-Hans": ("gb2312", "big5"), "zh-Hant": ("big5", "gb2312")}
MOST = 120  # lines of a face that are told one by one; its fingerprint holds all
FOLDER = DATASETS / "faces"


def samples(name: str) -> Any:
    """Our own samples of a face."""
    return yaml.safe_load(read_text(FOLDER / f"{name}.yml"))


def leaves(value: Any) -> Iterator[tuple[str, str]]:
    """Each field of a value with its path, as text; what is empty is left out."""
    return ((path, plain(told)) for path, told in fields(value) if told is not None)


def fields(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Each field of a value with its path, as it stands."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from fields(inner, f"{path}.{name}" if path else str(name))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from fields(inner, f"{path}.{place}")
    else:
        yield path, value


def plain(value: object) -> str:
    """A value on one line."""
    return " ".join(str(value).split())


def _is_other(char: str, language: str) -> bool:
    """Whether only the other script has a character, as the standards of old had the scripts."""
    own, other = SCRIPTS[language]
    return CJK[0] <= char <= CJK[1] and not _is_in(own, char) and _is_in(other, char)


@cache
def _is_in(standard: str, char: str) -> bool:
    try:
        return bool(char.encode(standard))
    except UnicodeEncodeError:
        return False


class Faces:
    """Rows of several faces: a line that another face has said in that language comes once."""

    def __init__(self) -> None:
        self._said: set[tuple[str, str]] = set()

    def rows(self, language: str, face: str, lines: Iterable[str]) -> Iterator[Said]:
        """The lines of a face, and a fingerprint that also holds their order and number."""
        told = [one for line in lines if (one := plain(line))]
        yield language, face, f"{len(told)} lines {named(' '.join(told))}"
        if language in SCRIPTS:
            other = sorted({char for line in told for char in line if _is_other(char, language)})
            yield language, f"{face}: characters of the other script", "".join(other) or "none"
        for line in told[:MOST]:
            if (language, line) not in self._said:
                self._said.add((language, line))
                yield language, f"{face}: {line}", THERE
