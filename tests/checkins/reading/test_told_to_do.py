"""What others are told to do is asked, what we do is a plan; days off of the writer are neither."""

from datetime import date

import pytest

from assistant.models.cycle import Status
from tests.checkins.reading.sets import made, only

CLUB = made(["会员续卡率从 55% 提升到 75%", "场馆投诉从每月 30 条降到 8 条"])
CLUB_HANT = made(["會員續卡率從 55% 提升到 75%", "場館投訴從每月 30 件降到 8 件"])
GYM = made(["Card renewals from 55% to 75%", "Open repairs from 30 to 8"])


@pytest.mark.parametrize(
    "asked",
    [
        "市场部周四前把到期名单发我们一份",
        "财务月底前把对账单传我一下",
        "@小周 泳池漏水的事你去催一下呗",
        "老板别再乱改价了好不好",
        "教练加班费到底批不批",
        "店长周五前给个准话吧",
        "你们帮我盯一下施工队哈",
    ],
)
def test_what_others_are_told_to_do_is_asked(asked: str) -> None:
    found = only(f"续卡率 63%，{asked}", CLUB)
    assert (found.ask, found.next_action, found.blocker) == (asked, None, None)


@pytest.mark.parametrize(
    "asked",
    [
        "行銷週四前把到期名單寄我們一下",
        "@阿宏 泳池漏水你去跟房東談一下啦",
        "主管別再臨時改班表了行不行",
        "總公司月底前給不給批",
    ],
)
def test_so_it_is_in_traditional(asked: str) -> None:
    mark = "？" if asked.endswith("批") else ""
    found = only(f"續卡率 63%，{asked}{mark}", CLUB_HANT)
    assert (found.ask, found.next_action, found.blocker) == (asked, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "我们周四前把名单发给会员",
        "我下周一把续卡活动方案发出来",
        "市场部说周四前把名单发我们",
        "财务昨天已经把对账单发我了",
        "先试一周看行不行",
        "供应商一直没给个说法",
        "不知道行不行",
    ],
)
def test_what_we_do_or_others_did_is_not_asked(text: str) -> None:
    assert only(f"续卡率 63%，{text}", CLUB).ask is None


@pytest.mark.parametrize(
    "text",
    [
        "续卡率 63%\n下周计划：无",
        "续卡率 63%\n下周安排：暂无",
        "Card renewals 63%\nNext steps: none",
        "Card renewals 63%\nNext week: nothing planned",
        "续卡率 63%\n需要支持：没有",
        "會員續卡率 63%\n下週計畫：無",
    ],
)
def test_none_under_a_label_is_nothing(text: str) -> None:
    okr_set = GYM if text.isascii() else CLUB_HANT if "會" in text else CLUB
    found = only(text, okr_set)
    assert (found.value, found.next_action, found.ask) == (63, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "续卡率 63%\n下周计划：无人值守闸机上线",
        "续卡率 63%\n下周计划：没签约的客户逐个打电话",
        "Card renewals 63%\nNext steps: no-show calls on Monday",
    ],
)
def test_what_only_opens_like_none_is_a_plan(text: str) -> None:
    assert only(text, GYM if text.isascii() else CLUB).next_action


@pytest.mark.parametrize(
    "text",
    [
        "续卡率 63%\n另外我下周三休年假",
        "续卡率 63%。我周五请半天假",
        "會員續卡率 63%\n另外下週三我請特休",
        "Card renewals 63%\nI'm on leave from Wednesday",
        "Card renewals 63%. I'm off on Thursday.",
    ],
)
def test_days_off_of_the_writer_are_no_plan_and_no_hindrance(text: str) -> None:
    okr_set = GYM if text.isascii() else CLUB_HANT if "會" in text else CLUB
    found = only(text, okr_set)
    assert (found.next_action, found.blocker, found.due) == (None, None, None)


@pytest.mark.parametrize(
    "text", ["续卡率 63%，前台请了病假没人顶", "會員續卡率 63%，兩位教練請長假，課開不成"]
)
def test_others_who_are_away_are_in_the_way(text: str) -> None:
    assert only(text, CLUB if "续" in text else CLUB_HANT).blocker


def test_i_am_off_track_is_a_state() -> None:
    found = only("Card renewals 63%, I'm off track here", GYM)
    assert (found.status, found.value) == (Status.OFF_TRACK, 63)


@pytest.mark.parametrize(
    ("text", "blocker"),
    [
        ("Open repairs 21 as frost keeps us off the roof", "frost keeps us off the roof"),
        ("Open repairs 21 bc the lift is out of service", "the lift is out of service"),
        ("Open repairs 21 bc two fitters quit", "two fitters quit"),
        (
            "Open repairs 21 because the crane is out of action",
            "the crane is out of action",
        ),
        ("Card renewals 60%, confidence 5 coz the till keeps crashing", "the till keeps crashing"),
        ("Open repairs 21. High winds hold us back", "High winds hold us back"),
    ],
)
def test_a_reason_in_short_is_in_the_way(text: str, blocker: str) -> None:
    found = only(text, GYM)
    assert (found.blocker, found.unit) == (blocker, "%" if "renewals" in text else None)


@pytest.mark.parametrize(
    "text",
    [
        "Open repairs 21 as of Friday",
        "Open repairs 21 as last week",
        "21 open repairs, the last two went in last night",
    ],
)
def test_as_with_a_day_or_a_plan_is_no_reason(text: str) -> None:
    found = only(text, GYM)
    assert (found.value, found.blocker) == (21, None)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Card renewals 63%, we will not make the 75 any more", Status.OFF_TRACK),
        ("Card renewals 63%, can't see that we hit 75%", None),
        ("Card renewals 63%, we will not reach 70 this week", None),
        ("Card renewals 63%, we will not reach 75% this month", None),
        ("Open repairs 21, no way we get to 8", Status.OFF_TRACK),
    ],
)
def test_the_target_that_will_not_be_met_is_told_by_its_number(
    text: str, status: Status | None
) -> None:
    assert only(text, GYM).status is status


@pytest.mark.parametrize(
    "text", ["续卡率 63%，75 大概够不着了", "會員續卡率 63%，75% 應該是達不到了"]
)
def test_so_it_is_in_chinese(text: str) -> None:
    found = only(text, CLUB if "续" in text else CLUB_HANT)
    assert (found.value, found.status) == (63, Status.OFF_TRACK)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("场馆投诉还有 17 条，师傅不够，三条投诉等着处理", 17),
        ("場館投訴還剩 17 件", 17),
        ("场馆投诉离目标还有 9 条", None),
        ("续卡率还有 12 个点", None),
    ],
)
def test_what_is_left_of_a_count_that_shall_fall_is_where_it_stands(
    text: str, value: float | None
) -> None:
    assert only(text, CLUB_HANT if "場" in text else CLUB).value == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("续卡率63%～投诉17条", [63, 17]),
        ("續卡率63%～投訴17件", [63, 17]),
    ],
)
def test_what_is_drawn_out_ends_there(text: str, values: list[float]) -> None:
    from tests.checkins.reading.sets import by_place

    found = by_place(text, CLUB if "续" in text else CLUB_HANT)
    assert [found[place].value for place in sorted(found)] == values


def test_the_day_of_what_is_asked_is_due() -> None:
    found = only("续卡率 63%，市场部周四前把到期名单发我们一份", CLUB)
    assert found.due == date(2026, 2, 12)
