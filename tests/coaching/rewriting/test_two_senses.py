"""One word in two senses picks no trade, and a noun that could be a verb is no deed."""

import pytest

from tests.coaching.rewriting.proposals import made_of


@pytest.mark.parametrize(
    ("objective", "line", "said"),
    [
        ("稳定的车载通信", "CAN 总线协议 v2", "体现“CAN 总线协议 v2”成效的"),
        ("稳定的车载通信", "旧网关报文统一到新协议", "旧网关报文中已统一到新协议的占比"),
        ("穩定的車載通訊", "舊閘道報文統一到新協議", "舊閘道報文中已統一到新協議的佔比"),
        ("扩大合作", "签署合作协议", "产生实际业务的合作协议占比"),
    ],
)
def test_a_protocol_is_no_contract(objective: str, line: str, said: str) -> None:
    assert made_of(objective, line).after.startswith(said)


@pytest.mark.parametrize(
    ("objective", "line", "foreign"),
    [
        ("A back end for our apps", "Build an LLM gateway proxy", "Precision"),
        ("提供后台接口", "完成大模型网关代理服务", "准确率"),
        ("提供後台接口", "完成大模型閘道代理服務", "準確率"),
        ("Win the summer cup", "Build a strong fantasy team", "active members"),
        ("Stability of the ferry booking system", "Add alerts for stuck payments", "incidents"),
        (
            "Stability of the ferry booking system",
            "The booking backend has a queue inspection tool",
            "incidents",
        ),
        ("A shop that looks like us", "Landing page approved by Rosa", "visitors"),
        (
            "Fewer formats to keep up",
            "Merge the duplicate recipes into one handbook",
            "readers",
        ),
    ],
)
def test_a_word_of_two_senses_leads_to_no_metric(objective: str, line: str, foreign: str) -> None:
    assert foreign not in made_of(objective, line).after


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Host names are unique and documented", "the host names being unique and documented"),
        (
            "Test machines (lab, attic) are locked and labelled",
            "the test machines being locked and labelled",
        ),
        (
            "Design system created with a warm colour palette",
            "the design system being created with a warm colour palette",
        ),
        ("Design stickers made by hand", "designing stickers made by hand"),
    ],
)
def test_a_noun_that_could_be_a_verb_is_no_deed(line: str, name: str) -> None:
    suggestion = made_of("Tidy rooms", line)
    offered = (suggestion.after, *(one.after for one in suggestion.alternatives))
    assert any(name in one for one in offered)
