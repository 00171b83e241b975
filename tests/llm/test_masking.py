import pytest

from assistant.llm.masking import Masker, declared_names
from assistant.models import KeyResult, Objective, OkrSet


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("请联系王小明，13800138000", "请联系[name 1]，[phone 1]"),
        ("Ask Ann Lee (ann.lee@example.com)", "Ask [name 1] ([mail 1])"),
        ("聯絡 0912-345-678", "聯絡 [phone 1]"),
        ("call +44 20 7946 0958 now", "call [phone 1] now"),
        ("身份证 11010519491231002X 已登记", "身份证 [id 1] 已登记"),
        ("token sk-abcdefghijklmnop1234", "token [key 1]"),
        ("订单量从1200000提升到1500000", "订单量从1200000提升到1500000"),
        ("Annual plan by 2026-12-31", "Annual plan by 2026-12-31"),
    ],
)
def test_what_is_private_is_masked_and_numbers_of_the_draft_are_not(text: str, masked: str) -> None:
    masker = Masker(["王小明", "Ann", "Ann Lee"])
    assert masker.mask(text) == masked
    assert masker.restore(masked) == text


def test_the_same_name_has_the_same_mask_everywhere() -> None:
    masker = Masker(["李雷", "韩梅梅"])
    assert masker.mask("李雷负责") == "[name 1]负责"
    assert masker.mask("韩梅梅和李雷") == "[name 2]和[name 1]"


def test_names_of_one_length_are_masked_in_the_order_of_their_letters() -> None:
    """In that of a set, each process would send, and keep, another prompt."""
    masker = Masker(["Tom", "Ida", "Eve", "Max", "Ben", "Ann"])
    told = masker.mask("Max, Ida, Ann, Tom, Eve, Ben")
    assert told == "[name 5], [name 4], [name 1], [name 6], [name 3], [name 2]"


def test_a_mask_that_was_never_given_is_left_alone() -> None:
    assert Masker([]).restore("[name 7] 负责") == "[name 7] 负责"


def test_the_names_of_a_set_are_its_owners() -> None:
    line = KeyResult(text="续费率从80%提升到90%", owner="周杰")
    made = OkrSet(owner="Ann", objectives=[Objective(objective="x", key_results=[line])])
    assert declared_names(made) == {"Ann", "周杰"}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Sam K.", "Ask Sam K. about it"),
        ("@alice", "blocked by @alice"),
        ("Dana  Wei", "owner | Dana Wei"),
        ("Dana Wei", "waiting for dana wei, and DANA WEI knows"),
        ("Sam", "由Sam负责"),
        ("王敏", "请王敏确认"),
    ],
)
def test_a_name_is_found_however_it_is_set(name: str, text: str) -> None:
    masked = Masker([name]).mask(text)
    assert "[name 1]" in masked
    assert not any(part.lower() in masked.lower() for part in name.split())


def test_a_name_of_one_part_is_no_ordinary_word() -> None:
    assert Masker(["Will"]).mask("It will rain on Willow Street") == "It will rain on Willow Street"
