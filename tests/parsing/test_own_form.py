"""Our templates come back filled in: what they say around their forms is no part of the draft."""

import pytest

from assistant.guides.making import make_template
from assistant.language.script import fold
from assistant.messages import say
from assistant.models import Language
from assistant.own_data import load
from assistant.parsing import Draft, read_draft
from assistant.rendering.guides.writers import TemplateFormat, write
from assistant.settings import Settings

LANGUAGES = (Language.EN, Language.ZH_HANS, Language.ZH_HANT)
FORMS = (TemplateFormat.MARKDOWN, TemplateFormat.HTML, TemplateFormat.DOCX)
REMARKS = {
    Language.EN: "Finance wants to see the definition first",
    Language.ZH_HANS: "财务要先看口径再定数",
    Language.ZH_HANT: "財務要先看口徑再定數",
}


def _written(form: TemplateFormat, language: Language) -> bytes:
    asked = {"industry": "media", "size": "medium", "language": language}
    return write(make_template(asked), form)


def _reasons(draft: Draft) -> list[str]:
    return [note.reason for reading in draft.sets for note in reading.notes]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_template_says_of_itself_is_told_in_one_note(
    form: TemplateFormat, language: Language
) -> None:
    draft = read_draft(_written(form, language), limits=Settings())
    (reading,) = draft.sets
    assert [len(each.key_results) for each in reading.set.objectives] == [4, 4, 4]
    assert reading.unread == []
    assert sorted(set(_reasons(draft))) == ["own_form", "unused_columns"]
    assert _reasons(draft).count("own_form") == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_workbook_of_ours_leaves_no_line_of_its_own_unread(language: Language) -> None:
    (reading,) = read_draft(_written(TemplateFormat.XLSX, language), limits=Settings()).sets
    assert [len(each.key_results) for each in reading.set.objectives] == [4, 4, 4]
    assert reading.unread == []
    assert [note.reason for note in reading.notes].count("own_form") == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_written_between_the_forms_is_still_told(language: Language) -> None:
    written = _written(TemplateFormat.MARKDOWN, language).decode()
    head, mark, rest = written.partition("### O2")
    draft = read_draft(f"{head}\n{REMARKS[language]}\n\n{mark}{rest}", limits=Settings())
    assert [row.text for row in draft.sets[0].unread] == [REMARKS[language]]


@pytest.mark.parametrize(
    "text",
    [
        "# OKRs of Payments\n\nWritten for the board.\n\nO1: Shoppers pay without friction\n"
        "KR1: Payment success rate from 91% to 97%\n\n## Sources\n\nThe ledger of last year",
        "# 支付团队OKR\n\n给管理层看。\n\nO1：顾客付款不再卡住\n"
        "KR1：支付成功率从91%提升到97%\n\n## 来源\n\n去年的台账",
    ],
)
def test_a_draft_of_ones_own_with_such_a_heading_keeps_its_unread_lines(text: str) -> None:
    draft = read_draft(text, limits=Settings())
    assert len(draft.sets[0].unread) >= 3
    assert "own_form" not in _reasons(draft)


def test_the_words_are_those_of_the_templates() -> None:
    words = load("assistant.parsing.formats", "own_form.yml")

    def said(key: str, **facts: str) -> set[str]:
        return {fold(say("guides", key, each, **facts)) for each in LANGUAGES}

    keys = ("dependencies", "advice", "leave_out", "sources")
    assert {each.strip() for each in said("template.title", industry="")} == set(words["titles"])
    assert set().union(*(said(f"heading.{key}") for key in keys)) == set(words["behind"])
    assert {f"{each}:" for each in said("column.timing")} == set(words["kinds"])
