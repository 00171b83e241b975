from pathlib import Path

import pytest

from evals import contract
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
    assert all(each.passed for each in outcomes(None) if each.check == "severity")
    monkeypatch.setitem(contract.KINDS, "severity", lambda: iter(changed))
    lost = {each.subject: each.found for each in outcomes(None) if not each.passed}
    assert lost["K01 severity"] == "hint"
    assert lost["K03 severity"] == contract.GONE


def test_words_are_promised_wherever_they_stand_in_lists_in_code_and_as_taiwan_says_them(
    tmp_path: Path,
) -> None:
    code = tmp_path / "assistant" / "parsing" / "titles.py"
    code.parent.mkdir(parents=True)
    code.write_text(
        '"""No words: 说明."""\n'
        '_TITLE = lazy(r"(?<![a-z])(?:okrs?|plan)|目標|[与與]")\n'
        "def title(text):\n"
        '    """Nor these: 备注."""\n'
        '    return text.endswith("占比") or text == "rest"\n',
        encoding="utf-8",
    )
    (tmp_path / "assistant" / "taiwan.yml").write_text("用戶: 使用者\n", encoding="utf-8")
    known = set(known_words(tmp_path))
    assert ("zh-Hant", "assistant/parsing/titles: 目標") in known
    assert ("zh-Hant", "assistant/parsing/titles: 與") in known
    assert ("en", "assistant/parsing/titles: plan") in known
    assert ("zh-Hans", "assistant/parsing/titles: 占比") in known
    assert ("zh-Hant", "assistant/taiwan: 用戶 → 使用者") in known
    assert not any("说明" in word or "备注" in word or "rest" in word for _, word in known)
