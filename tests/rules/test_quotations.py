"""What a message quotes is short enough for a card; the finding keeps all of it."""

import pytest

from assistant.coaching.check import read
from assistant.models import Finding, Language, OkrSet
from assistant.rules.engine import judge
from assistant.rules.rubric import load_rubric

EN = "Publish " + "a very long list of all the things that we mean to do, " * 20
ZH = "发布" + "一份很长很长、把想做的事全写进去的清单，" * 20


def _findings(text: str, language: Language) -> list[Finding]:
    draft = OkrSet.model_validate({"objectives": [{"objective": "", "key_results": [text]}]})
    return judge(load_rubric("balanced"), read(draft), language=language)


@pytest.mark.parametrize(
    ("text", "language"),
    [(EN, Language.EN), (ZH, Language.ZH_HANS), (ZH, Language.ZH_HANT)],
)
def test_no_message_grows_with_the_line_it_quotes(text: str, language: Language) -> None:
    findings = _findings(text, language)
    assert "K01" in {one.rule for one in findings}
    assert max(len(one.message) for one in findings) <= 200


@pytest.mark.parametrize(
    ("text", "language"), [(EN, Language.EN), (ZH, Language.ZH_HANS), (ZH, Language.ZH_HANT)]
)
def test_the_finding_keeps_the_whole_quotation(text: str, language: Language) -> None:
    for one in _findings(text, language):
        assert one.span is None or one.quote == text[one.span.start : one.span.end]


@pytest.mark.parametrize(
    ("text", "rule", "quote"),
    [
        ("Reply  to guests as  soon \t as possible", "K09", "as  soon \t as possible"),
        ("Improve response time considerably", "K09", "considerably"),
        ("  Help\u00a0\u00a0sales with proposals. ", "K04", "Help"),
        ("On-time rate  from 82%  to   76%, in\u00adcrease", "K11", "82%  to   76%"),
        ("\u3000\u3000客户满意度　　显著提升。", "K09", "显著"),
        ("\t客戶滿意度\u3000\u3000顯著提升", "K09", "顯著"),
        ("准时率  由 96%\u3000\u3000提升到  120%", "K12", "120%"),
    ],
)
def test_a_quotation_is_the_users_own_whatever_blanks_stand_in_it(
    text: str, rule: str, quote: str
) -> None:
    found = next(one for one in _findings(text, Language.EN) if one.rule == rule)
    assert found.span is not None
    assert text[found.span.start : found.span.end] == found.quote
    assert found.quote == quote
