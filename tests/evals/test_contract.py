from pathlib import Path

import pytest

from evals import contract, in_code, said
from evals.suites.contract import outcomes
from evals.words import known_words


def test_what_was_promised_is_kept_and_a_changed_or_missing_promise_is_lost(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = list(contract.promises("severity"))
    [k01] = [each for each in now if each[1] == "K01 severity"]
    changed = [
        (*k01[:2], "hint"),
        *(each for each in now if each[1].split()[0] not in ("K01", "K03")),
    ]
    kept = contract.path_of("severity")
    assert all(each.passed for each in outcomes(kept))
    monkeypatch.setitem(contract.KINDS, "severity", lambda: iter(changed))
    lost = {each.subject: each.found for each in outcomes(kept) if not each.passed}
    assert lost["K01 severity"] == "hint"
    assert lost["K03 severity"] == contract.GONE


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_words_are_promised_wherever_they_stand_in_lists_in_code_and_as_taiwan_says_them(
    tmp_path: Path,
) -> None:
    _put(
        tmp_path / "assistant" / "parsing" / "titles.py",
        '"""No words: 说明."""\n'
        '_TITLE = lazy(r"(?<![a-z])(?:okrs?|plan)|目標|[与與]")\n'
        "def title(text):\n"
        '    """Nor these: 备注."""\n'
        '    return text.endswith("占比") or text == "rest"\n',
    )
    _put(tmp_path / "assistant" / "taiwan.yml", "用戶: 使用者\n")
    known = set(known_words(tmp_path))
    assert ("zh-Hant", "assistant/parsing/titles: 目標") in known
    assert ("zh-Hant", "assistant/parsing/titles: 與") in known
    assert ("en", "assistant/parsing/titles: plan") in known
    assert ("zh-Hans", "assistant/parsing/titles: 占比") in known
    assert ("zh-Hant", "assistant/taiwan: 用戶 → 使用者") in known
    assert not any("说明" in word or "备注" in word or "rest" in word for _, word in known)


def test_constants_in_code_and_expressions_in_data_are_promised_as_a_whole(tmp_path: Path) -> None:
    _put(
        tmp_path / "api" / "languages.py",
        'TRADITIONAL = ("zh-tw", "zh-hk")\n_WHOLE: dict[str, float] = {"千": 0.1}\n'
        "MADE = list(TRADITIONAL)\n",
    )
    words = tmp_path / "assistant" / "parsing" / "open.yml"
    _put(words, "open: ['[XY](?=个|個)', 待定]\n")
    assert dict(in_code.constants(tmp_path)) == {
        "api/languages.py TRADITIONAL": "('zh-tw', 'zh-hk')",
        "api/languages.py _WHOLE": "{'千': 0.1}",
    }
    [kept] = in_code.expressions(tmp_path)
    _put(words, "open: ['[XY](?=个)', 待定]\n")
    assert [kept] != list(in_code.expressions(tmp_path))


def test_what_is_read_from_our_own_lines_is_promised() -> None:
    told = {key.rpartition(" #")[0]: value for _, key, value in said.figures()}
    assert "baseline_value=82.0 target_value=96.0 unit=%" in told["On-time delivery 82% → 96%"]


def test_a_list_within_a_function_and_a_table_of_members_are_promised(tmp_path: Path) -> None:
    _put(
        tmp_path / "assistant" / "messages.py",
        'FONTS = {Language.ZH_HANS: "Hei", Language.ZH_HANT: "Ming"}\n'
        'def spoken(name):\n    return name.startswith(("zh_TW", "zh_HK"))\n',
    )
    assert len(list(in_code.constants(tmp_path))) == 1
    [kept] = in_code.lists(tmp_path)
    assert kept.startswith("assistant/messages.py ('zh_TW', 'zh_HK')")


def test_a_limit_within_a_function_is_held_and_counting_is_not(tmp_path: Path) -> None:
    code = "LONGEST = 80\ndef fits(text):\n    return text[1:] and 30 < len(text) - 2 < {}\n"
    for most in (60, 61):
        _put(tmp_path / "assistant" / "pieces.py", code.format(most))
        assert list(in_code.limits(tmp_path)) == [("assistant/pieces.py fits()", f"30 {most}")]


def test_a_message_that_says_the_opposite_is_lost() -> None:
    named = {key: value for _, key, value in contract.promises("named fact")}
    told = {key: value for key, value in named.items() if key.startswith("review kept.at_least")}
    assert {value.split()[-1] for key, value in told.items() if key.endswith(".en")} == {"above"}
