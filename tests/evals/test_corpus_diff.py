import json
from pathlib import Path
from typing import Any

import pytest

from evals import __main__ as command
from evals.corpus_diff import answers, as_sets, as_text, changes, hits

ROOT = Path(__file__).parents[2]


def answer(language: str, text: str, *found: tuple[str, str]) -> dict[str, Any]:
    """An answer about a set of one key result, with findings of rule and severity on it."""
    line = {"objective": "", "key_results": [{"text": text}]}
    findings = [
        {"rule": rule, "variant": None, "severity": severity, "objective": 0, "key_result": 0}
        for rule, severity in found
    ]
    return {"id": None, "language": language, "set": {"objectives": [line]}, "findings": findings}


def asked(monkeypatch: pytest.MonkeyPatch, *rest: str) -> None:
    monkeypatch.setattr("sys.argv", ["evals", "corpus-diff", *rest])
    command.main()


BEFORE = [answer("en", "Improve NPS", ("K01", "error")), answer("zh-Hans", "提升满意度")]
AFTER = [
    answer("en", "Improve NPS", ("K01", "warning")),
    answer("zh-Hans", "提升满意度", ("K01", "error")),
]


def test_what_is_gained_and_lost_is_told_by_rule_and_language() -> None:
    languages = ["en", "zh-Hans"]
    found = changes(hits(BEFORE, languages), hits(AFTER, languages))
    assert [(each.rule, each.language, each.change, len(each.hits)) for each in found] == [
        ("K01", "en", "gained", 1),
        ("K01", "en", "lost", 1),
        ("K01", "zh-Hans", "gained", 1),
    ]
    told = as_text(found, 2, 3)
    assert "K01            +1 -1         +1 -0         +0 -0         +0 -0" in told
    assert "K01 zh-Hans: gained 1\n  error  2: | 提升满意度" in told


def test_two_files_of_answers_are_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = [tmp_path / "before.jsonl", tmp_path / "after.jsonl"]
    for path, rows in zip(paths, (BEFORE, AFTER), strict=True):
        path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    asked(monkeypatch, *map(str, paths), "--json")
    found = json.loads(capsys.readouterr().out)
    assert [(each["rule"], each["change"], each["count"]) for each in found][-1] == (
        "K01",
        "gained",
        1,
    )
    asked(monkeypatch, str(paths[0]), str(paths[0]))
    assert capsys.readouterr().out == "2 sets: the same findings\n"
    paths[0].write_text("{}\n", encoding="utf-8")
    with pytest.raises(SystemExit, match="a row has no findings"):
        asked(monkeypatch, *map(str, paths))


def test_single_lines_are_checked_as_the_tree_checks_them(tmp_path: Path) -> None:
    corpus = tmp_path / "lines.txt"
    corpus.write_text("# lines\n提升客户满意度\nk y o b n | Queue from 12 to 5 people\n", "utf-8")
    rows = answers(as_sets(corpus), ROOT)
    texts = [row["set"]["objectives"][0]["key_results"][0]["text"] for row in rows]
    assert texts == ["提升客户满意度", "Queue from 12 to 5 people"]
    [first, second] = rows
    assert "K01" in {each["rule"] for each in first["findings"]}
    assert "K01" not in {each["rule"] for each in second["findings"]}


def test_an_unknown_revision_and_a_missing_corpus_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(SystemExit, match="cannot be read"):
        asked(monkeypatch, str(tmp_path / "none.jsonl"))
    corpus = tmp_path / "one.txt"
    corpus.write_text("提升客户满意度\n", encoding="utf-8")
    with pytest.raises(SystemExit, match="no-such-revision"):
        asked(monkeypatch, str(corpus), "--against", "no-such-revision")
