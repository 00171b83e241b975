"""The data sets are as large, as balanced and as well explained as they say."""

from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pytest

from evals.lines import DATASETS, LANGUAGES, probe_lines, read_teams, team_lines
from evals.outcomes import DEV, TEST, Outcome, holds
from evals.retrieval.questions import read_questions
from evals.rows import rows as read_rows

TEAMS = team_lines()


def rows(name: str) -> list[dict[str, Any]]:
    return list(read_rows(DATASETS / f"{name}.jsonl", dict[str, Any]))


def test_there_are_key_results_and_objectives_enough() -> None:
    kinds = Counter(line.of_objective for line in (*TEAMS, *probe_lines()))
    assert kinds[False] >= 600
    assert kinds[True] >= 200


def test_no_industry_stands_in_both_halves_and_each_language_in_both() -> None:
    halves = defaultdict(set)
    for line in TEAMS:
        halves[line.language, line.group].add(line.split)
    assert {len(each) for each in halves.values()} == {1}
    assert {(line.language, line.split) for line in TEAMS} == {
        (language, split) for language in LANGUAGES for split in (DEV, TEST)
    }


def test_there_are_questions_rewrites_updates_and_injections_enough_in_both_halves() -> None:
    least = {"rewrites": 120, "checkin_updates": 60, "injections": 80}
    for name, wanted in least.items():
        found = rows(name)
        assert len(found) >= wanted
        assert {each["split"] for each in found} == {DEV, TEST}
    assert len(read_questions()) >= 150


def test_rewrites_injections_and_plants_say_why() -> None:
    assert all(each["why"] for each in rows("rewrites"))
    assert all(each["why"] for each in rows("grounding"))
    assert len({each["kind"] for each in rows("injections")}) >= 30


@pytest.mark.parametrize(
    "text", ["= Bäckerei; eine Chefin; dev\nk n t n n | Ofen kaufen\n", "o n n | ohne Team | x\n"]
)
def test_a_line_without_a_rationale_or_a_split_is_refused(text: str, tmp_path: Path) -> None:
    path = tmp_path / "en.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"not a labelled line|no rationale or no split"):
        list(read_teams(path))


def test_a_case_of_the_test_half_is_counted_but_not_told() -> None:
    case = holds("facts", "kind", "zh-Hans", "门店销售额增长12%", good=False, split=TEST)
    assert "门店" not in case.line
    assert "门店" in case.told
    assert Outcome("facts", "kind", "en", "Win 5 contracts", "y", "n").short == "Win 5 contracts"


def test_every_data_set_has_its_card() -> None:
    cards = (DATASETS / "README.md").read_text("utf-8") + "".join(
        path.read_text("utf-8") for path in DATASETS.glob("*.md")
    )
    for path in DATASETS.iterdir():
        if path.suffix != ".md":
            assert path.name.split("-")[0] in cards, path.name
