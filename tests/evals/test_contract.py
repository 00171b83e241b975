import pytest

from evals import contract
from evals.suites.contract import outcomes


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
