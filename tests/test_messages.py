"""In which language the machine is spoken to."""

import pytest

from assistant.messages import machine_language, traditional
from assistant.models import Language


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("locale.getlocale", lambda: (None, None))


@pytest.mark.parametrize(
    ("value", "language"),
    [
        ("zh_CN.UTF-8", Language.ZH_HANS),
        ("zh-TW", Language.ZH_HANT),
        ("zh_HK.UTF-8", Language.ZH_HANT),
        ("de_DE.UTF-8", Language.EN),
        ("C.UTF-8", Language.EN),
    ],
)
def test_the_language_that_was_set_counts_where_the_system_has_no_such_locale(
    monkeypatch: pytest.MonkeyPatch, value: str, language: Language
) -> None:
    monkeypatch.setattr("locale.getlocale", lambda: ("en_US", "UTF-8"))
    monkeypatch.setenv("LANG", value)
    assert machine_language() is language


def test_of_several_settings_the_strongest_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.setenv("LC_MESSAGES", "zh_TW.UTF-8")
    assert machine_language() is Language.ZH_HANT
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert machine_language() is Language.ZH_HANS


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("zh_TW", Language.ZH_HANT),
        ("Chinese (Simplified)_China", Language.ZH_HANS),
        ("Chinese (Traditional)_Taiwan", Language.ZH_HANT),
        ("English_United Kingdom", Language.EN),
        (None, Language.EN),
    ],
)
def test_where_nothing_is_set_the_system_tells(
    monkeypatch: pytest.MonkeyPatch, name: str | None, language: Language
) -> None:
    monkeypatch.setattr("locale.getlocale", lambda: (name, "cp936"))
    assert machine_language() is language


def test_a_span_of_time_is_no_window_on_a_screen() -> None:
    assert traditional("约定窗口内再次购买，窗口期内收回") == "約定期間內再次購買，觀察期內收回"
    assert traditional("参数设错造成的报废率") == "參數設錯造成的報廢率"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("四分之一出在绩效管理上", "四分之一出在績效管理上"),
        ("30天后同类题的正确率", "30天後同類題的正確率"),
        ("也写明了。", "也寫明了。"),
        ("再签全集团的合同，走电子签核", "再簽全集團的合約，走電子簽核"),
        ("一出戏，天后宫", "一齣戲，天后宮"),
        ("更关系到全局", "更關係到全局"),
        ("新客户的设计导入", "新客戶的設計導入"),
        ("私立高级中等以上学校", "私立高級中等以上學校"),
        ("从良率里扣，组织里怎样，越松越好", "從良率裡扣，組織裡怎樣，越鬆越好"),
        ("最高管理层", "最高管理層"),
        ("提高管控效率", "提高管控效率"),
    ],
)
def test_characters_of_another_word_are_not_taken(said: str, told: str) -> None:
    assert traditional(said) == told
