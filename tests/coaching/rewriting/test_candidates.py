"""The question what a work is for names measures to think of; they never enter the line."""

import pytest

from assistant.coaching.rewriting.candidates import such_as
from assistant.coaching.rewriting.compose import Tongue
from assistant.models import Language, OkrSet
from tests.coaching.test_answered_lines import reviewed, shown

EN, HANS, HANT = (Tongue(one) for one in (Language.EN, Language.ZH_HANS, Language.ZH_HANT))


@pytest.mark.parametrize(
    ("work", "tongue", "named"),
    [
        (
            "Examples and documentation exist for all the modules",
            EN,
            "questions that are still asked",
        ),
        ("Rewrite the storage layer for large data sets", EN, "time that a change takes"),
        ("Fund security improvements for ten projects", EN, "projects that go on without it"),
        ("Train for a half marathon over 10k", EN, "they do without help"),
        ("看懂《统计学习方法》", HANS, "自测得分"),
        ("协调周边团队，完成模型的适配", HANS, "返工次数"),
        ("產出 1 份內部技術文件", HANT, "新人上手用時"),
        ("看懂《统计学习方法》", EN, "score in a practice test"),  # told in the reader's language
        ("Run a closed beta with 500 players", EN, "testers who keep using it"),
        ("开展安全驾驶培训", HANS, "实操考核通过率"),  # a Chinese name ends with its noun
        ("更新安全護具", HANT, "隱患按期整改"),
        ("发布合同审批权限表", HANS, "照着办的事项"),
        ("Translate the harbour rules", EN, "errors that readers find"),
        ("确保数据权限的管控", HANS, "多余的权限数"),
        ("確保資料權限的控管", HANT, "多餘的權限數"),
        ("Renegotiate the berth contracts", EN, "price or terms gained"),
    ],
)
def test_measures_are_named_by_what_the_work_is(work: str, tongue: Tongue, named: str) -> None:
    assert named in such_as(work, tongue)


@pytest.mark.parametrize(
    "work", ["Wax chain", "Hit our [goal](https://docs.example.org/wiki)", "新增家具 3 件"]
)
def test_where_no_word_tells_what_it_is_nothing_is_named(work: str) -> None:
    assert such_as(work, EN) == ""


@pytest.mark.parametrize(
    ("objective", "line", "named"),
    [
        (
            "Platform",
            "The protocol is implemented and the diagram is updated",
            "share of calls that fail",
        ),
        ("平台建设", "解决属性太多、难以查找的问题", "重复出现的次数"),
    ],
)
def test_the_question_names_them_and_the_line_does_not(
    objective: str, line: str, named: str
) -> None:
    okr_set = OkrSet.model_validate(
        {"objectives": [{"objective": objective, "key_results": [line]}]}
    )
    [one] = shown(reviewed(okr_set))
    assert named in one.questions[0].text
    assert named not in one.after
