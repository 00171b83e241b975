"""What a manager reads first: the right key results and reasons, the same in each language."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.checkins.arithmetic.team import compute
from assistant.checkins.arithmetic.urgency import weight_of
from assistant.checkins.summary.pictures import pictures
from assistant.checkins.wording import clip, clip_worth, worth
from assistant.models import Language
from assistant.models.cycle import CycleRecord
from assistant.models.summary import Code, Summary
from tests.checkins.cycles import LIMITS, record
from tests.checkins.test_summary import DAYS, METRIC, block, many, sum_up, texts, weekly

FINE = (57, 61, 64, 67, 70.5)


def of(number: int, *values: Any, **last: Any) -> list[dict[str, Any]]:
    """Weekly check-ins of a key result, the last with more fields."""
    made = [{**one, "key_result": number} for one in weekly(*values, status="on_track")]
    return [*made[:-1], {**made[-1], **last}]


def told_first(made: CycleRecord, language: str = "en") -> list[int | None]:
    return [item.key_result for item in block(sum_up(made, language=language), 4)]


@pytest.mark.parametrize(
    ("last", "reason", "chinese"),
    [
        ({"blocker": "供应商停产"}, "blocked", "有阻碍"),
        ({"confidence": 3}, "confidence is low, 3 of 10", "信心低，3/10"),
    ],
)
def test_what_is_on_track_with_a_blocker_or_little_confidence_is_on_the_first_screen(
    last: dict[str, Any], reason: str, chinese: str
) -> None:
    made = record(METRIC, METRIC, checkins=[*of(0, *FINE), *of(1, *FINE, **last)])
    [item] = block(sum_up(made), 4)
    assert (item.key_result, item.text.endswith(f"On track: {reason}.")) == (1, True)
    [item] = block(sum_up(made, language="zh-Hans"), 4)
    assert item.text.endswith(f"正常：{chinese}。")


def test_a_fallen_confidence_and_an_eased_target_are_on_the_first_screen() -> None:
    checkins = [*of(0, *FINE, confidence=8), *of(1, *FINE), *of(2, *FINE)]
    checkins[4]["confidence"], checkins[3]["confidence"] = 6, 9
    changes = [{"date": "2026-01-20", "key_result": 2, "field": "target", "old": 95, "new": 90}]
    made = record(METRIC, METRIC, METRIC, checkins=checkins, changes=changes)
    assert told_first(made) == [0, 2]
    assert [item.codes for item in block(sum_up(made), 4)] == [
        [Code.CONF_DROP],
        [Code.TARGET_EASED],
    ]
    eased = block(sum_up(made), 4)[1]
    assert eased.text.endswith("On track: target was eased from 95%.")
    assert "目标由 95% 放宽" in block(sum_up(made, language="zh-Hans"), 4)[1].text
    facts = {fact.fact_id: fact for fact in sum_up(made).facts}
    assert "change 2026-01-20" in {facts[one].source for one in eased.facts}


def test_what_weighs_more_comes_before_silence_of_a_few_days() -> None:
    silent = [{**one, "key_result": 0} for one in weekly(57, 61, 64)]
    silent.append({"date": "2026-01-26", "key_result": 0, "value": 66, "status": "on_track"})
    checkins = [*silent, *of(1, *FINE, blocker="The supplier stops"), *of(2, 54, 54, 55, 55, 55)]
    made = record(METRIC, METRIC, METRIC, checkins=checkins)
    assert told_first(made) == [2, 1, 0]
    assert told_first(made, "zh-Hans") == [2, 1, 0]


def test_a_key_result_that_is_over_needs_no_attention_whatever_was_said() -> None:
    changes = [{"date": "2026-01-20", "field": "target", "old": 95, "new": 90}]
    made = record(METRIC, checkins=of(0, *FINE, blocker="x", confidence=2), changes=changes)
    assert block(sum_up(made, "2026-04-02"), 4) == []


def test_each_reason_that_alarms_weighs_and_the_order_is_data() -> None:
    alarms = (Code.BLOCKED, Code.TARGET_EASED, Code.CONF_DROP, Code.DIVERGENT)
    assert all(weight_of(code) > weight_of(Code.TREND_DOWN) for code in alarms)


def silent_and_off(language: str) -> Summary:
    checkins = [
        {"date": "2026-01-16", "value": 56, "status": "off_track"},
        {"date": "2026-01-16", "key_result": 1, "value": 70},
    ]
    return sum_up(record(METRIC, METRIC, checkins=checkins), language=language)


@pytest.mark.parametrize(
    ("language", "status", "counts"),
    [
        ("en", "Stalled, known to be off track:", "2 stalled (known: 1 off track)"),
        ("zh-Hans", "停滞，已知偏离：", "停滞 2 条（已知：偏离 1 条）"),
        ("zh-Hant", "停滯，已知偏離：", "停滯 2 條（已知：偏離 1 條）"),
    ],
)
def test_silence_does_not_hide_that_a_key_result_is_off_track(
    language: str, status: str, counts: str
) -> None:
    summary = silent_and_off(language)
    first, second = texts(summary, 4)
    assert status in first
    assert status not in second
    assert counts in texts(summary, 3)[0]
    row = next(line for line in summary.markdown.splitlines() if line.startswith("| KR1.1"))
    assert status.lower().rstrip(":：") in row
    assert (summary.key_results[0].shown, summary.key_results[0].judged) == ("stalled", "off_track")


@pytest.mark.parametrize("count", [3, 5, 12, 40])
def test_every_language_tells_as_much(count: int) -> None:
    told = {one: sum_up(many(count), language=one) for one in ("en", "zh-Hans", "zh-Hant")}
    english = block(told["en"], 4)
    for language in ("zh-Hans", "zh-Hant"):
        assert told[language].more_attention == told["en"].more_attention
        for one, other in zip(english, block(told[language], 4), strict=True):
            assert (one.key_result, one.facts, one.codes) == (
                other.key_result,
                other.facts,
                other.codes,
            )
            assert one.text.partition(". ")[2].count(",") == other.text.partition("。")[2].count(
                "、"
            )


def test_an_english_name_is_as_long_in_a_chinese_report_as_it_says() -> None:
    assert worth("Returns refunded within 3 days") == 7
    assert worth("三天内退款的比例") == 8
    assert clip_worth("Returns refunded within 3 days", 5) == "Returns refunded within…"
    assert clip_worth("三天内退款的比例", 6) == "三天内退款…"
    lines = [
        METRIC | {"text": f"Share of returns of region {k} refunded in time"} for k in range(5)
    ]
    checkins = [one for k in range(5) for one in of(k, 54, 54, 55, 55, 55)]
    summary = sum_up(record(*lines, checkins=checkins), language="zh-Hans")
    assert len(block(summary, 4)) == 5
    assert all("Share of returns of region" in text for text in texts(summary, 4))


@pytest.mark.parametrize(
    ("text", "most", "told"),
    [
        (
            "New colleagues who pass at once from 50% to 80%",
            39,
            "New colleagues who pass at once from…",
        ),
        ("月销售额从 1,200 万元做到 2,000 万元", 9, "月销售额从…"),
        ("月销售额从 1,200 万元做到 2,000 万元", 12, "月销售额从 1,200…"),
        ("From 9 to 4 minutes", 7, "From 9…"),
    ],
)
def test_a_name_that_is_cut_short_holds_no_part_of_a_number(
    text: str, most: int, told: str
) -> None:
    assert clip(text, most) == told


def weighted() -> CycleRecord:
    """Two objectives, one of a single key result, one of three with weights."""
    made = record(
        {**METRIC, "weight": 0.6}, {**METRIC, "weight": 0.2}, {**METRIC, "weight": 0.2},
        checkins=[*of(0, *FINE), *of(1, 54, 54, 54, 54, 54), *of(2, 54, 55, 56, 57, 58)],
    )  # fmt: skip
    second = made.set.objectives[0].model_copy(deep=True)
    second.key_results = second.key_results[:1]
    made.set.objectives.append(second)
    more = [one.model_copy(update={"objective": 1, "value": 57 + 5 * i})
            for i, one in enumerate(made.checkins[:5])]  # fmt: skip
    return made.model_copy(update={"checkins": [*made.checkins, *more]})


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
def test_the_chart_tells_the_progress_of_the_headline(language: str) -> None:
    made = weighted()
    summary = sum_up(made, language=language)
    mean = summary.headline.mean_progress
    assert mean == pytest.approx(sum(o.progress or 0 for o in summary.objectives) / 2, abs=1e-4)
    team = compute(made, summary.header.cutoff, LIMITS)
    described = pictures(team, Language(language))[0].description
    assert f"{mean:.0%}" in texts(summary, 3)[0]
    assert f"{mean:.0%}" in described
    assert DAYS[-1] == str(summary.header.cutoff)
