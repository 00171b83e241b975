"""Which industry somebody's words name."""

import pytest

from assistant.knowledge.industries import ANY, industry_of


@pytest.mark.parametrize(
    ("written", "industry"),
    [
        ("创新药", "biopharma"),
        ("創新藥", "biopharma"),
        ("宅配", "logistics"),
        ("saas", "saas"),
        ("real-estate", "property"),
        ("nonprofit", "non-profit"),
        ("health insurance", "insurance"),
        ("制造", "manufacturing"),
        ("軟體", "saas"),
        ("餐飲", "hospitality"),
        ("電商", "cross-border-ecommerce"),
        ("Regional / community banking (United States)", "banking"),
        ("consumer electronics", "manufacturing"),
        ("消費電子", "manufacturing"),
        ("财富管理", "banking"),
        ("冷鏈", "logistics"),
        ("美妆", "retail"),
        ("foil maker", ANY),  # "oil" is a word of its own
        ("Zoo", ANY),
        ("", ANY),
    ],
)
def test_an_industry_is_known_by_its_names_and_parts(written: str, industry: str) -> None:
    assert industry_of(written) == industry
