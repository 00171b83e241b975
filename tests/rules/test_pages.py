"""Rule pages are written from the rules alone, and those in the tree are up to date."""

from importlib.resources import files
from pathlib import Path

import pytest

from assistant.models import Language
from assistant.rules import pages
from assistant.rules.rubric import load_rubric
from assistant.rules.sources import load_sources

RUBRIC = load_rubric("balanced")
TREE = Path(str(files("rubrics"))) / "pages"


def test_the_pages_in_the_tree_are_those_that_would_be_written(tmp_path: Path) -> None:
    pages.write(RUBRIC, tmp_path)
    written = {
        path.relative_to(tmp_path): path.read_text("utf-8") for path in tmp_path.rglob("*.md")
    }
    kept = {path.relative_to(TREE): path.read_text("utf-8") for path in TREE.rglob("*.md")}
    assert kept == written


def test_the_page_of_a_rule_that_is_gone_is_removed(tmp_path: Path) -> None:
    old = tmp_path / "en" / "K99.md"
    old.parent.mkdir()
    old.write_text("gone")
    pages.write(RUBRIC, tmp_path)
    assert not old.exists()


@pytest.mark.parametrize(
    ("language", "title", "why"),
    [
        (Language.EN, "# O07 · Concrete, no slogans", "## Why"),
        (Language.ZH_HANS, "# O07 · 具体，不喊口号", "## 为什么"),
        (Language.ZH_HANT, "# O07 · 具體，不喊口號", "## 為什麼"),
    ],
)
def test_a_page_is_written_in_the_language_asked_for(
    language: Language, title: str, why: str
) -> None:
    page = pages.page(RUBRIC.rule("O07"), language)
    assert page.startswith(title)
    assert why in page
    assert "{" not in page


def test_every_source_that_a_bundled_rule_names_is_known() -> None:
    named = {key for rule in RUBRIC.library.rules.values() for key in rule.sources}
    assert named <= set(load_sources())


def test_the_list_shows_which_rules_are_on() -> None:
    listed = pages.listed(load_rubric("lightweight", "digital-health"), Language.EN)
    on = {rule["id"]: rule["enabled"] for rule in listed["rules"]}
    assert (on["P02"], on["P01"], on["K07"], on["K01"]) == (True, False, False, True)
    assert (listed["profile"], listed["pack"]) == ("lightweight", "digital-health")
