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
