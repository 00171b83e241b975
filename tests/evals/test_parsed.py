from pathlib import Path

from evals.parsed import loaded, modules


def test_a_file_that_changed_is_parsed_anew_and_one_that_did_not_is_not(tmp_path: Path) -> None:
    words = tmp_path / "words.yml"
    words.write_text("verbs: [improve, 提升]\n", "utf-8")
    first = loaded(words)
    assert loaded(words) is first
    words.write_text("verbs: [improve]\n", "utf-8")
    assert loaded(words) == {"verbs": ["improve"]}


def test_literals_of_code_are_told_apart(tmp_path: Path) -> None:
    code = tmp_path / "counts.py"
    code.write_text(
        '"""Not this: 说明."""\n'
        "MOST = 3\n"
        '_LATE = lazy(r"过期|late", IGNORECASE)\n'
        "def told(text):\n"
        '    return text in ("晚", "迟")\n',
        "utf-8",
    )
    [(place, found)] = modules(tmp_path, ["*.py"])
    assert str(place) == "counts.py"
    assert found.constants == (("MOST", "3"),)
    assert found.lists == ("('晚', '迟')",)
    assert found.expressions == ("'过期|late'",)
    assert set(found.strings) == {"过期|late", "晚", "迟"}
    code.write_text("MOST = 4\n", "utf-8")
    [(_, changed)] = modules(tmp_path, ["*.py"])
    assert changed.constants == (("MOST", "4"),)
