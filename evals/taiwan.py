"""Write `lexicon/taiwan.yml`: python -m evals.taiwan.

Words that Taiwan says otherwise (优化, 最佳化), as OpenCC knows them. They are kept as data, as
the dictionary of OpenCC takes longer to load than all else; a test tells when they are out of date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import yaml
from opencc import OpenCC

import assistant.language
from assistant.language.script import simplify
from assistant.language.words.vocabulary import split

FILE = Path(assistant.language.__file__).parent / "lexicon" / "taiwan.yml"
# The mainland has these words too, for something else: a file, no document.
_OTHER_SENSE = ("文件",)
FOLDERS = (("assistant.language", "lexicon"), ("rubrics", "words"))
_HEAD = """\
# Words of our lists as Taiwan says them, in the Simplified characters that lines are folded to.
# Written by `python -m evals.taiwan`.
forms:
"""
_CHINESE = re.compile("[㐀-鿿]{2,20}")


def forms() -> dict[str, str]:
    """Each Chinese word of the lists that Taiwan says otherwise, with that form."""
    known = sorted({word for text in _texts() for word in split(text) if _CHINESE.fullmatch(word)})
    taiwan = OpenCC("s2twp").convert("\n".join(known)).split("\n")
    pairs = zip(known, map(simplify, taiwan), strict=True)
    return {word: form for word, form in pairs if form not in (word, *_OTHER_SENSE)}


def _texts() -> Iterator[str]:
    for package, folder in FOLDERS:
        for file in resources.files(package).joinpath(folder).iterdir():
            if file.name.endswith(".yml") and file.name != FILE.name:
                yield from _scalars(yaml.safe_load(file.read_text("utf-8")))


def _scalars(content: Any) -> Iterator[str]:
    if isinstance(content, dict):
        content = [*content, *content.values()]
    if isinstance(content, list):
        for one in content:
            yield from _scalars(one)
    elif isinstance(content, str):
        yield content


if __name__ == "__main__":
    rows = "".join(f"  {word}: {form}\n" for word, form in forms().items())
    FILE.write_text(_HEAD + rows, encoding="utf-8")
