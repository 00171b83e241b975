"""A line as a whole: twins in both scripts, spans, hostile input."""

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opencc import OpenCC

from assistant.language.figures.direction import direction_of
from assistant.language.figures.lines import read_line
from assistant.language.figures.metric import find_metric
from assistant.language.reading import LineReading
from assistant.models import Language

VERBS = ["提升到", "降至", "缩短为", "增至", "压缩到", "达到", "不低于", "控制在", "增长", "减少了"]
METRICS = [
    "准时率",
    "订单周转时长",
    "客户净推荐值",
    "单月营业额",
    "员工离职率",
    "开发周期",
    "机台稼动率",
]
VALUES = [
    "82%",
    "三成五",
    "1.2万",
    "3个工作日",
    "20家医院",
    "4.5分",
    "两百个项目",
    "百分之三十",
    "5个百分点",
    "翻一番",
]
OPENINGS = ["", "9月30日前", "第三季度", "由", "从", "将", "每周", "目前"]

lines = st.builds(
    lambda opening, metric, first, verb, second, end: (
        f"{opening}{metric}由{first}{verb}{second}{end}"
    ),
    st.sampled_from(OPENINGS),
    st.sampled_from(METRICS),
    st.sampled_from(VALUES),
    st.sampled_from(VERBS),
    st.sampled_from(VALUES),
    st.sampled_from(["", "以上", "以内", "左右", "（负责人：王芳）", "，同时成本不超过300万元"]),
)


def same(reading: LineReading) -> LineReading:
    return replace(reading, text="", language=Language.ZH_HANS)


@settings(deadline=None)  # OpenCC loads its dictionaries on the first call
@given(lines)
def test_traditional_twins_are_read_the_same(simplified: str) -> None:
    traditional = OpenCC("s2t").convert(simplified)
    first, second = read_line(simplified), read_line(traditional)
    assert same(first) == same(second)
    assert find_metric(first) == find_metric(second)
    assert direction_of(first) is direction_of(second)


@given(st.text(max_size=120) | lines)
def test_every_span_lies_inside_the_line_in_order(text: str) -> None:
    reading = read_line(text)
    for spans in (
        [q.span for q in reading.quantities],
        [d.span for d in reading.dates],
        list(reading.placeholders),
        list(reading.clauses),
    ):
        ends = [edge for span in spans for edge in (span.start, span.end)]
        assert ends == sorted(ends)
        assert all(0 <= edge <= len(text) for edge in ends)


@given(
    st.text(
        alphabet="0123456789.,%-–~/x×→ 一二三十百万亿个月日年到至由从第前成 abc$¥:()", max_size=60
    )
)
@settings(max_examples=400)
def test_any_mix_of_digits_and_marks_is_read_without_error(text: str) -> None:
    find_metric(read_line(text, year=2026))


HOSTILE = {
    "digits": "1",
    "separators": "1,111,",
    "dots": "1.1.",
    "blanks": " ",
    "dashes": "3-5-",
    "numerals": "一百二十",
    "words": "twenty-five hundred ",
    "verbs": "increase the ",
    "zh verbs": "提升至",
    "from to": "from 3 to 5 ",
    "percent": "5%",
    "brackets": "[(",
    "placeholders": "X%_?",
    "dates": "2026-09-30 ",
    "currencies": "$¥",
    "arrows": "→->",
    "slashes": "1/2/",
    "links": "](http://",
    "hashes": "#1 ",
    "commas": ",，",
    "traditional": "縮短",
    "frequency": "每周三次",
    "letters": "a",
    "ordinals": "第一",
}


def seconds(text: str) -> float:
    start = time.process_time()
    read_line(text)
    return time.process_time() - start


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_in_line_with_length(name: str) -> None:
    unit = HOSTILE[name]
    long = (unit * 20_000)[:20_000]
    seconds(long[:2_000])
    # The best of three: beside thousands of tests, collecting garbage takes its own time.
    short_time, long_time = (min(seconds(t) for _ in range(3)) for t in (long[:5_000], long))
    assert long_time < 10 * short_time + 0.5
    assert long_time < 4


@pytest.mark.parametrize("unit", ["5% ", "每周三次，", "X% ", "2026-01-01 ", "三成、"])
def test_a_line_of_numbers_alone_is_read_up_to_a_limit(unit: str) -> None:
    reading = read_line(unit * 1_000)
    found = (*reading.quantities, *reading.dates, *reading.placeholders)
    assert 0 < len(found) <= 60
