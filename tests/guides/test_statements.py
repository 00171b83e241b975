from assistant.guides.statements import sentences_of
from assistant.models import Language
from assistant.models.guide import Style


def test_a_sentence_rests_on_the_next_mark_of_its_paragraph() -> None:
    made = sentences_of("先说一句。再说一句[seed-001]。第三句[own]。", Language.ZH_HANS)
    assert [(each.text, each.citations) for each in made] == [
        ("先说一句。", ["seed-001"]),
        ("再说一句。", ["seed-001"]),
        ("第三句。", ["own"]),
    ]


def test_items_without_a_mark_rest_on_the_one_that_closes_the_passage() -> None:
    text = "- Ask who.\n- Ask when.\n\nThe guide asks it too [seed-003]. The steps are ours [own]."
    made = sentences_of(text, Language.EN)
    assert [(each.text, each.citations, each.style) for each in made[:2]] == [
        ("Ask who.", ["own"], Style.ITEM),
        ("Ask when.", ["own"], Style.ITEM),
    ]
    assert made[2].citations == ["seed-003"]


def test_a_quotation_is_not_cut_at_its_full_stop() -> None:
    made = sentences_of("写成：“负责人：支付。”两个人都说该归自己[own]。", Language.ZH_HANS)
    assert [each.text for each in made] == ["写成：“负责人：支付。”", "两个人都说该归自己。"]


def test_rows_of_a_table_become_items() -> None:
    made = sentences_of("| a | b |\n|---|---|\n| 1 | 2 |\n\nOurs [own].", Language.EN)
    assert [each.text for each in made] == ["a / b", "1 / 2", "Ours."]
