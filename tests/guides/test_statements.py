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


def test_rows_of_a_table_become_items_without_its_head() -> None:
    text = "| source | position |\n|---|---|\n| Dmall [seed-000] | kept apart |\n\nOurs [own]."
    made = sentences_of(text, Language.EN)
    assert [each.text for each in made] == ["Dmall: kept apart", "Ours."]
    assert made[0].citations == ["seed-000"]


def test_rows_of_a_wide_table_name_their_columns() -> None:
    text = "说明[own]。\n| 领域 | 滞后 | 领先 |\n|---|---|---|\n| 线上诊疗 | 留存 | 等待时长[own] |"
    made = sentences_of(text, Language.ZH_HANS)
    assert [each.text for each in made] == ["说明。", "线上诊疗：滞后：留存；领先：等待时长"]


def test_a_table_without_rows_names_its_columns() -> None:
    made = sentences_of("| we need | from |\n|---|---|\n\nOurs [own].", Language.EN)
    assert [each.text for each in made] == ["we need / from", "Ours."]


def test_a_sentence_that_only_says_whose_the_steps_are_is_left_out() -> None:
    made = sentences_of("- Ask who would notice.\n\nThe steps are ours [own].", Language.EN)
    assert [(each.text, each.citations) for each in made] == [("Ask who would notice.", ["own"])]
