import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from evals.contract import KINDS
from evals.damages import Damage, DoesNotFit, done, load_damages
from evals.mutate import Verdict, Watcher, as_text, chosen, sound
from evals.suites import NAMES

ROOT = Path(__file__).parents[2]
DAMAGES = load_damages()
LIST = "verbs: [improve, 提升]\nlimit: 3\n"


def made(text: str, **how: object) -> str:
    damage = Damage.model_validate(
        {"id": "one", "part": "words", "file": "list.yml", "suites": ["rules"], **how}
    )
    return damage.damaged(text)


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.id)
def test_every_damage_fits_the_tree(damage: Damage) -> None:
    path = ROOT / damage.file
    assert path.is_file()
    assert damage.delete or damage.damaged(path.read_text("utf-8"))
    assert all((ROOT / test).exists() for test in damage.tests)


def test_there_are_damages_enough_of_every_part_and_language() -> None:
    assert len(DAMAGES) >= 80
    assert max(Counter(each.id for each in DAMAGES).values()) == 1
    assert {each.language for each in DAMAGES} == {None, "en", "zh-Hans", "zh-Hant"}


def test_each_way_changes_its_place_alone() -> None:
    assert made(LIST, replace=["提升", "降低"]) == "verbs: [improve, 降低]\nlimit: 3\n"
    assert made(LIST, lines="^limit") == "verbs: [improve, 提升]\n"
    assert made(LIST, swap=["improve", "提升"]) == "verbs: [提升, improve]\nlimit: 3\n"
    assert made(LIST, key=["limit", 9]).endswith("limit: 9\n")


@pytest.mark.parametrize(
    "how",
    [
        {"replace": ["提高", "降低"]},
        {"replace": ["m", "n"]},
        {"lines": "^none"},
        {"key": ["limits.most", 9]},
        {"key": ["limit", 3]},
    ],
)
def test_a_place_that_is_gone_or_not_the_only_one_is_an_error(how: dict[str, object]) -> None:
    with pytest.raises(DoesNotFit):
        made(LIST, **how)


def test_a_damage_needs_one_way_and_a_gate() -> None:
    with pytest.raises(ValueError, match="exactly one of"):
        made(LIST, lines="x", delete=True)
    with pytest.raises(ValueError, match="no suite and no test"):
        made(LIST, lines="x", suites=[])
    with pytest.raises(ValueError, match="no suite is called rulez"):
        made(LIST, lines="x", suites=["rulez"])


def stopped_while_done(damage: Damage, tree: Path) -> None:
    file = tree / damage.file
    with done(damage, tree):
        assert not file.exists() or file.read_text("utf-8") != LIST
        raise KeyboardInterrupt


@pytest.mark.parametrize("how", [{"delete": True}, {"lines": "^limit"}])
def test_a_damage_is_undone_even_after_an_error(how: dict[str, object], tmp_path: Path) -> None:
    file = tmp_path / "list.yml"
    file.write_text(LIST, encoding="utf-8")
    damage = Damage.model_validate(
        {"id": "one", "part": "words", "file": "list.yml", "suites": ["rules"], **how}
    )
    with pytest.raises(KeyboardInterrupt):
        stopped_while_done(damage, tmp_path)
    assert file.read_text("utf-8") == LIST


def test_a_name_chooses_a_damage_or_a_part_and_an_unknown_one_is_refused() -> None:
    assert [each.id for each in chosen(DAMAGES, ["ground-dates"])] == ["ground-dates"]
    assert {each.part for each in chosen(DAMAGES, ["masking"])} == {"masking"}
    with pytest.raises(SystemExit, match="grounds"):
        chosen(DAMAGES, ["grounds"])


def test_the_report_counts_by_part_and_language_and_names_survivors() -> None:
    caught, missed = chosen(DAMAGES, ["parse-kr-words-zh", "parse-kr-words-en"])
    told = as_text([Verdict(caught, "parsing: lost 4", 3), Verdict(missed, "", 3)])
    assert "parsing          1 of 2" in told
    assert "in zh-Hans             1.000 (1)" in told
    assert "in en                  0.000 (1)" in told
    assert "parse-kr-words-en: SURVIVES parsing" in told
    assert "parse-kr-words-zh" not in told


def test_a_list_of_ones_own_is_read(tmp_path: Path) -> None:
    own = tmp_path / "own.yml"
    own.write_text(
        "- {id: mine, part: words, file: list.yml, lines: 提升, suites: [wording]}\n", "utf-8"
    )
    assert [each.id for each in load_damages(own)] == ["mine"]


class _Blind(Watcher):
    """Sees what it is told to, and nothing of any tree."""

    def __init__(self, fails: str) -> None:
        self.fails = fails
        self.asked: list[str] = []

    def seen(self, suites: Sequence[str], tests: Sequence[str]) -> str:
        self.asked += [*suites, *tests]
        return f"{self.fails}: lost 1" if self.fails in (*suites, *tests) else ""


def test_every_gate_is_looked_at_undamaged_and_one_that_fails_ends_the_run() -> None:
    asked = chosen(DAMAGES, ["masking", "retrieval"])
    gates = {
        name.partition("/")[0] if name in each.suites else name
        for each in asked
        for name in (*each.suites, *each.tests)
    }
    watchers = [_Blind("none"), _Blind("none")]
    sound(asked, watchers)
    looked = [name for each in watchers for name in each.asked]
    assert sorted(looked) == sorted(gates)
    with pytest.raises(SystemExit, match="fails undamaged: masking: lost 1"):
        sound(asked, [_Blind("masking"), _Blind("none")])


def test_a_watcher_holds_nothing_of_the_product_so_that_each_damage_is_read_anew() -> None:
    told = "import sys, evals.watching as w; w.load_libraries(); print(*sorted(sys.modules))"
    made = subprocess.run(
        [sys.executable, "-c", told], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = {name.split(".")[0] for name in made.stdout.split()}
    assert "evals" in loaded
    assert not loaded & {"assistant", "api", "knowledge", "rubrics", "prompts"}


def test_a_damage_may_name_the_kind_of_promise_that_sees_it() -> None:
    kinds = {name.partition("/")[2] for each in DAMAGES for name in each.suites if "/" in name}
    assert kinds <= set(KINDS)
    assert {name.partition("/")[0] for each in DAMAGES for name in each.suites} <= set(NAMES)
