"""What colleagues say of a draft among its labelled key results is none of them."""

import pytest

from tests.parsing.conftest import Reader

DRAFT = "O1: Ferries leave on time\n- KR1: Late departures from 9 to 3\n- {line}\n"
ZH_DRAFT = "目标：渡轮准点开\n- KR1：晚点班次从 9 班降到 3 班\n- {line}\n"


@pytest.mark.parametrize(
    ("draft", "line"),
    [
        (DRAFT, "Tom: do we still want this one?"),
        (DRAFT, "lena 10:32: +1, looks good"),
        (DRAFT, "@maya maybe add the night ferry"),
        (ZH_DRAFT, "小李：这条还要吗？"),
        (ZH_DRAFT, "@王芳 建议加上夜班船"),
        (ZH_DRAFT, "小林：這條要不要拆開？"),
    ],
)
def test_an_answer_behind_a_name_is_no_key_result(read: Reader, draft: str, line: str) -> None:
    [one] = read(draft.format(line=line)).sets
    assert len(one.set.objectives[0].key_results) == 1
    assert [each.text for each in one.unread] == [f"- {line}"]


@pytest.mark.parametrize(
    ("draft", "line"),
    [
        (DRAFT, "Crew: sick days from 9 to 5"),
        (DRAFT, "NPS: 40"),
        (ZH_DRAFT, "船员：病假从 9 天降到 5 天"),
    ],
)
def test_a_key_result_behind_a_name_stays_one(read: Reader, draft: str, line: str) -> None:
    [one] = read(draft.format(line=line)).sets
    assert len(one.set.objectives[0].key_results) == 2
