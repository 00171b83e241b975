"""Every sentence exists in both languages, names the same facts, and is in use."""

import re
from errno import errorcode
from importlib.resources import files
from pathlib import Path

import pytest
import yaml

import assistant
from assistant.messages import fill, say, traditional
from assistant.models import Language

CATALOGUES = sorted(Path(assistant.__file__).parent.glob("catalogues/*.yml"))
PLACE = re.compile(r"\{([a-z_]+)\}")
ENTRIES = [
    pytest.param(path.stem, key, entry, id=f"{path.stem}:{key}")
    for path in CATALOGUES
    for key, entry in yaml.safe_load(path.read_text(encoding="utf-8")).items()
]


@pytest.mark.parametrize(("area", "key", "entry"), ENTRIES)
def test_a_message_names_the_same_facts_in_both_languages(
    area: str, key: str, entry: dict[str, str]
) -> None:
    assert set(entry) == {"en", "zh"}
    assert set(PLACE.findall(entry["en"])) == set(PLACE.findall(entry["zh"])), (area, key)


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_no_message_is_told_twice(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    keys = [line.partition(": ")[0] for line in text.splitlines() if line[:1].isalpha()]
    assert len(keys) == len(set(keys))


def test_each_error_message_has_its_mend() -> None:
    text = files("assistant").joinpath("catalogues/errors.yml").read_text(encoding="utf-8")
    keys = set(yaml.safe_load(text))
    messages = {key for key in keys if not key.endswith(".fix")}
    assert {f"{key}.fix" for key in messages} == keys - messages


def test_traditional_is_written_with_the_words_of_traditional_readers() -> None:
    assert say("report", "not_for_ranking", Language.ZH_HANT).startswith("得分只用來改進草稿")


def test_what_a_user_typed_never_becomes_part_of_a_template() -> None:
    assert fill("You wrote {quote}.", {"quote": "{why} {0} {x.y}", "why": "secret"}) == (
        "You wrote {why} {0} {x.y}."
    )


def test_quotations_stand_in_the_marks_of_taiwan() -> None:
    assert traditional("去掉“显著”") == "去掉「顯著」"


def test_each_message_is_said_somewhere() -> None:
    """A key may be put together (`severity.{severity}`), so its first part is looked for too."""
    root = Path(assistant.__file__).parents[1]
    kinds = ("assistant/**/*.py", "api/**/*.py", "api/templates/*.html", "api/static/*.js")
    code = "\n".join(path.read_text(encoding="utf-8") for kind in kinds for path in root.glob(kind))
    wrong_calls = files("assistant.commands").joinpath("wrong_calls.yml").read_text("utf-8")
    code += "".join(f'"{name}"' for name in (*yaml.safe_load(wrong_calls), *errorcode.values()))
    unused = [
        f"{area}: {key}"
        for area, key, _ in (entry.values for entry in ENTRIES)
        if not key.endswith(".fix") and not _is_named(str(key), code)
    ]
    assert unused == []


def _is_named(key: str, code: str) -> bool:
    head, _, last = key.rpartition(".")
    return any(f'"{name}"' in code or f"'{name}'" in code for name in (key, last)) or (
        bool(head) and f"{head}.{{" in code
    )
