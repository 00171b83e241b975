"""What a model writes into a guide has to stand in what it cites."""

import pytest

from assistant.guides.tailoring.judging import Fault, fault_of, is_plain
from assistant.models import Language

TEAMS = "Begin with the company level and two or three cross-functional teams, not with everybody."
WEEK = "Every week thirty minutes a team: state, risks, what comes next week."
ENDED = "Viva Goals, which older guides recommend, was shut down on 31 December 2025."
UNPROVEN = "No case below proves an effect: vendors and handbooks tell what was done."
TEAMS_ZH = "从公司层加两三个跨职能团队开始，不要一上来就全员。"
WEEK_ZH = "每个团队每周三十分钟：状态、风险、下周要做的。"
WEEK_HANT = "每個團隊每週三十分鐘：狀態、風險、下週要做的。"


def fault(text: str, cited: str, language: Language) -> Fault | None:
    found = fault_of(text, [cited], language)
    return found[0] if found else None


@pytest.mark.parametrize(
    ("text", "cited", "language"),
    [
        ("Hold 30 minutes a team every week on state and risks.", WEEK, Language.EN),
        ("Take the company level and two or three teams, not everybody.", TEAMS, Language.EN),
        ("先从公司层和两三个跨职能团队做起，不要一开始就全员。", TEAMS_ZH, Language.ZH_HANS),
        ("每个团队每周用30分钟谈状态、风险和下周要做的事。", WEEK_ZH, Language.ZH_HANS),
        ("每個團隊每週用三十分鐘談狀態、風險和下週要做的事。", WEEK_HANT, Language.ZH_HANT),
    ],
)
def test_a_sentence_that_its_passage_carries_stands(
    text: str, cited: str, language: Language
) -> None:
    assert fault(text, cited, language) is None


@pytest.mark.parametrize(
    ("text", "cited", "why"),
    [
        ("Begin with four cross-functional teams, not with everybody.", TEAMS, Fault.NUMBER),
        ("Hold thirty percent of a team every week on state and risks.", WEEK, Fault.NUMBER),
        ("Older guides recommend Viva Goals, shut down on 3 May 2024.", ENDED, Fault.SAID),
        ("Tesla begins with two or three teams, not with everybody.", TEAMS, Fault.NAME),
        ("Begin with two or three teams at Google, not with everybody.", TEAMS, Fault.SAID),
        ("Older guides recommend Viva Goals.", ENDED, Fault.STATUS),
        ("Every week thirty minutes a team leads to what comes next.", WEEK, Fault.STATUS),
        ("The cases below prove what vendors and handbooks tell.", UNPROVEN, Fault.NEGATION),
        ("Begin with everybody, the company level and teams.", TEAMS, Fault.NEGATION),
        ("Every week state and risks decide the bonus of a team.", WEEK, Fault.PAY),
        ("Give the sponsor a calendar of meetings and coaches.", WEEK, Fault.OVERLAP),
        ("Every week thirty minutes a team, see https://a.example", WEEK, Fault.FORM),
        ("每个团队每周三十分钟谈状态和风险。", WEEK, Fault.SAID),
    ],
)
def test_a_sentence_that_says_more_is_refused(text: str, cited: str, why: Fault) -> None:
    assert fault(text, cited, Language.EN) is why


@pytest.mark.parametrize(
    ("text", "cited", "why"),
    [
        ("每个团队每周用四十分钟谈状态、风险。", WEEK_ZH, Fault.NUMBER),
        ("每个团队每周谈状态、风险，完成率提升百分之三十。", WEEK_ZH, Fault.NUMBER),
        ("华为每周用三十分钟谈状态、风险。", WEEK_ZH, Fault.NAME),
        ("小米每周用三十分钟谈状态、风险。", WEEK_ZH, Fault.NAME),
        ("先从公司层和两三个跨职能团队做起。", TEAMS_ZH, Fault.NEGATION),
        ("先买一套系统，再招几个销售。", WEEK_ZH, Fault.OVERLAP),
        ("每个团队每周三十分钟，显著见效：状态、风险。", WEEK_ZH, Fault.STATUS),
    ],
)
def test_so_is_one_in_chinese(text: str, cited: str, why: Fault) -> None:
    assert fault(text, cited, Language.ZH_HANS) is why


def test_another_script_is_refused() -> None:
    text = "每个团队每周用三十分钟谈状态、风险和下周要做的事。"
    assert fault(text, WEEK_HANT, Language.ZH_HANT) is Fault.SAID


@pytest.mark.parametrize(
    "phrase", ["freight forwarder", "制造企业", "宠物医院连锁", "falconry club"]
)
def test_what_a_reader_calls_his_company_may_be_repeated(phrase: str) -> None:
    assert is_plain(phrase)


@pytest.mark.parametrize(
    "phrase",
    [
        "buy Acme Tools",
        "华为",
        "2 people",
        "not",
        "无",
        "<b>bold</b>",
        "the best software",
        "a " * 30,
    ],
)
def test_names_numbers_and_claims_of_a_reader_are_judged_like_all_else(phrase: str) -> None:
    assert not is_plain(phrase)
