"""Settings are bounded, and a name that is spelt wrongly is refused."""

import pytest

from assistant.errors import UsageError
from assistant.settings import Settings


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("OKR_MAX_BYTES", "0"),
        ("OKR_MAX_LINES", "-1"),
        ("OKR_MAX_DEPTH", "0"),
        ("OKR_MAX_SECONDS", "nan"),
        ("OKR_MAX_SECONDS", "inf"),
        ("OKR_PORT", "65536"),
        ("OKR_PORT", "-1"),
    ],
)
def test_a_value_out_of_bounds_is_refused_by_name(name: str, value: str) -> None:
    with pytest.raises(UsageError) as refused:
        Settings.from_env({name: value})
    assert (refused.value.reason, refused.value.field) == ("bad_setting", name)


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(UsageError) as refused:
        Settings.from_env({"OKR_MAX_BYTE": "5", "PATH": "/bin"})
    assert (refused.value.reason, refused.value.field) == ("unknown_setting", "OKR_MAX_BYTE")


def test_debugging_is_no_setting_and_disturbs_none() -> None:
    assert Settings.from_env({"OKR_DEBUG": "1", "OKR_PORT": "9000"}).port == 9000
