"""A work whose own word tells what it is for leads with it, though its deed is on no list."""

import pytest

from tests.coaching.rewriting.proposals import made_of


@pytest.mark.parametrize(
    ("objective", "line", "led"),
    [
        ("Sail by night", "Read the tide almanac", "I can explain without looking it up"),
        ("A crew that writes", "Push 4 success stories to the club page", "who act on what"),
        ("Clean code aboard", "Do 6 code reviews on the chart", "slip past the code reviews"),
        ("夜航不出错", "粗读一遍《潮汐表》", "独立讲清"),
        ("会写的船队", "掌握绳结技术", "实操测评得分"),
        ("夜航不出錯", "粗讀一遍《潮汐表》", "獨立講清"),
    ],
)
def test_a_proved_work_leads(objective: str, line: str, led: str) -> None:
    assert led in made_of(objective, line).after


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Read 5 almanacs", "from [baseline to confirm] to 5"),
        ("Row 500 km this year", "to 500 km"),
        ("全年徒步 500 公里", "500 公里"),
        ("全年徒步 500 公里", "全年徒步里程"),
    ],
)
def test_the_authors_own_number_stands_against_it(line: str, kept: str) -> None:
    assert kept in made_of("Out on the water", line).after
