"""Owner, data source and due date that the text itself names."""

from datetime import date

import pytest

from assistant.language.figures.lines import read_line
from assistant.language.figures.mentions import find_due, find_owner, find_source
from assistant.models import Span


def words(text: str, span: Span | None) -> str | None:
    return text[span.start : span.end] if span else None


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("NPS 31 → 45 (owner: Li Na)", "Li Na"),
        ("NPS 31 → 45 @sam", "sam"),
        ("NPS 31 → 45, DRI: Sam Lee", "Sam Lee"),
        ("客单价 680→820（负责人：电商组）", "电商组"),
        ("客單價 680→820（負責人：電商組）", "電商組"),
        ("客单价 680→820 @王芳", "王芳"),
        ("Mail team@example.com", None),
        ("NPS 31 → 45", None),
        ("明确核心表负责人", None),
    ],
)
def test_the_owner_in_the_text_is_found(text: str, owner: str | None) -> None:
    assert words(text, find_owner(read_line(text))) == owner


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("NPS 31 → 45 (source: CRM)", "CRM"),
        ("Lead time 9 → 5 days, data source: ERP", "ERP"),
        ("Satisfaction 7.5 → 8.5 per monthly survey", "monthly survey"),
        ("Uptime 99.9% as measured by the status page", "the status page"),
        ("准时率 82%→96%（数据来源：MES）", "MES"),
        ("準時率 82%→96%（數據來源：MES）", "MES"),
        ("满意度 7.5→8.5（月度问卷，样本≥200）", "月度问卷"),
        ("Offer acceptance 70% → 85% (data from HiBob)", "HiBob"),
        ("录用接受率 70%→85%，数据取自飞书招聘", "飞书招聘"),
        ("錄用接受率 70%→85%，資料來自 HR 系統", "HR 系統"),
        ("50%订单来自新客户", None),
        ("Contribute to 3 open source projects", None),
        ("NPS 31 → 45", None),
        ("占比由35%到70%", None),
    ],
)
def test_the_data_source_in_the_text_is_found(text: str, source: str | None) -> None:
    assert words(text, find_source(read_line(text))) == source


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Sign 5 hospitals by 30 Sep", date(2026, 9, 30)),
        ("Sign 5 hospitals by end of June", date(2026, 6, 30)),
        ("9月30日前签约5家医院", date(2026, 9, 30)),
        ("三季度末签约5家医院", date(2026, 9, 30)),
        ("Sign 5 hospitals", None),
        ("年底前签约5家医院", None),
    ],
)
def test_the_due_date_is_the_last_day_of_what_is_named(text: str, due: date | None) -> None:
    assert find_due(read_line(text, year=2026)) == due
