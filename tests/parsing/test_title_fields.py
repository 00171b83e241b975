"""What the title of a set, or the field above it, tells of it: team, owner and cycle."""

import pytest

from assistant.models import Cycle
from tests.parsing.conftest import Reader

SET = {
    "en": "O1: Customers get answers fast\nKR1: First reply from 6 h to 2 h\n",
    "zh": "目标：包裹准时出仓\n- KR1：准时出仓率从 88% 提升到 96%\n",
}


@pytest.mark.parametrize(
    ("title", "language", "team", "owner", "cycle"),
    [
        ("# 2027 Q1 OKR — 客服中心（负责人：李敏）", "zh", "客服中心", "李敏", "2027 Q1"),
        ("# 客服組 2027 Q1（負責人：陳大文）", "zh", "客服組", "陳大文", "2027 Q1"),
        ("**Team Falcon | Q1 2027 | Owner: Priya Nair**", "en", "Team Falcon", "Priya Nair",
         "Q1 2027"),
        ("Locks & Ferries team, 2026 Q4", "en", "Locks & Ferries team", None, "2026 Q4"),
        ("# Locks and Ferries team OKRs 2026 Q4", "en", "Locks and Ferries team", None, "2026 Q4"),
        ("客服&交付团队 2026 Q4", "zh", "客服&交付团队", None, "2026 Q4"),
        ("# Warehouse North 2026 Q4", "en", "Warehouse North", None, "2026 Q4"),
        ("# 零件廠 臺中廠 2026 Q4", "zh", "零件廠 臺中廠", None, "2026 Q4"),
        ("# 南仓 2026 Q4", "zh", "南仓", None, "2026 Q4"),
        ("Team: Customer Ops, 2026 Q4", "en", "Customer Ops", None, "2026 Q4"),
        ("部门：客服部（2026 Q4）", "zh", "客服部", None, "2026 Q4"),
        ("台中人資 2026 Q4 OKR 負責人：陳大文", "zh", "台中人資", "陳大文", "2026 Q4"),
        ("台中人资 2026 Q4 OKR 负责人：陈大文", "zh", "台中人资", "陈大文", "2026 Q4"),
        ("Porto HR 2026 Q4 OKR Owner: Priya Nair", "en", "Porto HR", "Priya Nair", "2026 Q4"),
        ("first draft of the Porto people team OKRs for Q4 (Oct–Dec)", "en", "Porto people team",
         None, "Q4"),
    ],
)  # fmt: skip
def test_a_title_tells_team_owner_and_cycle(
    read: Reader, title: str, language: str, team: str, owner: str | None, cycle: str
) -> None:
    made = read(f"{title}\n\n{SET[language]}").sets[0].set
    assert (made.team, made.owner, made.cycle) == (team, owner, Cycle(name=cycle))


def test_words_that_only_end_like_a_place_name_no_team_without_a_cycle(read: Reader) -> None:
    made = read(f"# 开好每一家店\n\n{SET['zh']}").sets[0].set
    assert made.team is None


def test_a_day_with_before_behind_a_line_is_when_it_is_due(read: Reader) -> None:
    line = "- KR1：NPS 从 32 提升到 45（负责人 李敏，数据来源：季度问卷，2027年3月31日前）\n"
    held = read(f"目标：客户愿意再来\n{line}").sets[0].set.objectives[0].key_results[0]
    assert held.text == "NPS 从 32 提升到 45"
    assert (held.owner, held.source, str(held.due)) == ("李敏", "季度问卷", "2027-03-31")


@pytest.mark.parametrize(
    ("title", "language", "kept"),
    [
        ("The renewal push (owner: Priya Nair)", "en", True),
        ("Q4 OKRs (owner: Priya Nair)", "en", False),
        ("续约攻坚（负责人：李敏）", "zh", True),
        ("續約攻堅（負責人：陳大文）", "zh", True),
        ("2027 Q1 OKR（负责人：李敏）", "zh", False),
    ],
)
def test_a_title_that_says_more_than_whose_it_is_stays_in_sight(
    read: Reader, title: str, language: str, kept: bool
) -> None:
    reading = read(f"{title}\n{SET[language]}").sets[0]
    assert reading.set.owner
    assert [row.text for row in reading.unread] == ([title] if kept else [])


@pytest.mark.parametrize(
    ("field", "language", "owner"),
    [
        ("Owner: Priya Nair. Please comment by Friday.", "en", "Priya Nair"),
        ("# Q4 OKRs, owner: Priya Nair. Please comment.", "en", "Priya Nair"),
        ("负责人：李敏。请周五前反馈", "zh", "李敏"),
        ("負責人：陳大文。請週五前回覆", "zh", "陳大文"),
    ],
)
def test_a_sentence_behind_an_owner_is_not_the_owner(
    read: Reader, field: str, language: str, owner: str
) -> None:
    reading = read(f"{field}\n\n{SET[language]}").sets[0]
    assert reading.set.owner == owner
    assert [row.text for row in reading.unread] == [field]


@pytest.mark.parametrize("owner", ["Mary J. Nair", "Dr. Nair", "A. B. Nair", "李敏；王小明"])
def test_a_full_stop_within_a_name_ends_none(read: Reader, owner: str) -> None:
    assert read(f"Owner: {owner}\n\n{SET['en']}").sets[0].set.owner == owner


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("[下午 2:15] 陳大文: 草稿大家先看一下", "zh"),
        ("[晚上 8:15] 李敏：草稿大家先看一下", "zh"),
        ("[2:15 PM] Priya Nair: please have a look", "en"),
    ],
)
def test_who_sends_a_draft_is_not_whose_it_is(read: Reader, said: str, language: str) -> None:
    reading = read(f"{said}\n{SET[language]}").sets[0]
    assert (reading.set.team, reading.set.owner) == (None, None)
    assert [row.text for row in reading.unread] == [said]


@pytest.mark.parametrize("when", ["15:12", "下午 3:12", "下午3:12", "3:12 PM"])
@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("O1: Leave on time", "KR1: Late departures from 9 to 3"),
        ("O1：渡輪準點開", "KR1：誤點從 9 班降到 3 班"),
        ("O1：渡轮准点开", "KR1：晚点从 9 班降到 3 班"),
    ],
)
def test_the_label_behind_a_sender_is_no_part_of_the_name(
    read: Reader, when: str, first: str, second: str
) -> None:
    [one] = read(f"{when} Wendy {first}\n{when} Wendy {second}\n").sets
    assert [len(each.key_results) for each in one.set.objectives] == [1]
    assert not one.unread
