"""Damages that are drawn: each fits, compiles, changes something, and comes again for its seed."""

import ast
from pathlib import Path

import pytest
import yaml

from evals import __main__ as command
from evals.damages import Damage
from evals.draw import ROOT, drawn, parts
from evals.drawing.code import edits_of_code, still_code
from evals.drawing.data import edits_of_data, still_read

CODE = '''
"""Reads a unit."""
LIMIT = 3


def read(text: str, most: int = 2) -> str | None:
    """The unit; none where 没有 there is one."""
    if text and len(text) <= most or "件" in text:
        return sorted(word.strip() for word in text.split(",") if word)[0]
    return None
'''
LISTS = """\
# 3 words
words: [improve, 提升, enhance]
limit: 5
low: '(?:up|down|over)'
said: {en: "{baseline} to {target} at most", zh: "从{baseline}到{target}，至多"}
"""


def results(text: str) -> list[str]:
    return [each.done(text) for each in edits_of_code(text) if still_code(text, each.done(text))]


def test_changes_of_code_compile_and_leave_what_explains_it_alone() -> None:
    made = results(CODE)
    assert made
    assert all("没有" in each for each in made)
    assert any("len(text)) < (most)" in each for each in made)
    assert any("if word)" not in each and "if True" in each for each in made)
    assert all(ast.dump(ast.parse(each)) != ast.dump(ast.parse(CODE)) for each in made)
    assert all('"""Reads a unit."""' in each for each in made)


@pytest.mark.parametrize(
    ("found", "gone"),
    [
        ("words: [提升, enhance]", "improve"),
        ("limit: 6", "limit: 5"),
        ("(?:up|over)", "down"),
        ("{target} to {baseline}", "{baseline} to"),
        ('{target}，"}', "至多"),
    ],
)
def test_changes_of_data_hit_lists_limits_patterns_and_messages(found: str, gone: str) -> None:
    made = [each.done(LISTS) for each in edits_of_data("list.yml", LISTS)]
    assert any(found in each and gone not in each and still_read("list.yml", each) for each in made)
    assert all("# 3 words" in each for each in made)


def test_a_condition_of_a_page_is_turned_round() -> None:
    page = "<p>{% if answer.notes %}{{ answer.notes }}{% endif %}</p>\n"
    made = {each.done(page) for each in edits_of_data("check.html", page)}
    assert "<p>{% if not (answer.notes) %}{{ answer.notes }}{% endif %}</p>\n" in made
    assert "<p>{% if answer.notes %}{% endif %}</p>\n" in made


def test_the_same_seed_draws_the_same_damages_that_fit(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = ([*drawn(ROOT, 28, seed)] for seed in (4, 5))
    assert one != other
    monkeypatch.setattr("sys.argv", ["evals", "draw", "--count", "28", "--seed", "4"])
    command.main()
    assert yaml.safe_load(capsys.readouterr().out) == one
    for row in (*one, *other):
        assert Damage.model_validate(row).damaged(Path(ROOT, row["file"]).read_text("utf-8"))
    assert {row["part"] for row in one} == {part.name for part in parts() if part.share > 1}
