"""Which industry an author's words name."""

import pytest

from assistant.coaching.rewriting.library import industry_of


@pytest.mark.parametrize(
    ("written", "industry"),
    [
        ("saas", "saas"),
        ("real-estate", "property"),
        ("nonprofit", "non-profit"),
        ("health insurance", "insurance"),
        ("制造", "manufacturing"),
        ("軟體", "saas"),
        ("餐飲", "hospitality"),
        ("電商", "cross-border-ecommerce"),
        ("foil maker", None),  # "oil" is a word of its own
        ("Zoo", None),
        ("", None),
        (None, None),
    ],
)
def test_an_industry_is_known_by_its_names_and_parts(
    written: str | None, industry: str | None
) -> None:
    assert industry_of(written) == industry
