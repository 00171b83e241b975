import pytest

from assistant.errors import InputTooLarge, UnknownFormat, UnreadableInput
from assistant.knowledge.company.converting import Kind, kind_of, markdown_of
from tests.knowledge.company import files


def markdown(data: bytes, name: str) -> str:
    return markdown_of(data, kind_of(data, name))


def test_a_word_document_keeps_headings_lists_and_tables() -> None:
    assert markdown(files.docx_file(), "cold.docx") == (
        "# Cold chain\n\nThe lorry is cooled before it is loaded.\n\n- Check the logger\n\n"
        "| Limit | 2 to 8 °C |"
    )


def test_a_workbook_gives_its_okrs_an_objective_a_heading() -> None:
    assert markdown(files.xlsx_file(), "okr.xlsx") == (
        "# 客户信任我们的送达时间\n\n配送团队\n\n- 准时率从82%提升到96%\n- 破损率从1.2%降到0.4%"
    )


def test_a_pdf_is_read_page_by_page() -> None:
    data = files.pdf_file("Lorries leave at six.", "Drivers rest after four hours.")
    assert markdown(data, "rules.pdf") == (
        "# p. 1\n\nLorries leave at six.\n\n# p. 2\n\nDrivers rest after four hours."
    )


def test_a_page_of_the_web_loses_its_scripts_hidden_words_and_addresses() -> None:
    assert markdown(files.HTML, "handbook.html").split("\n\n") == [
        "# Store handbook",
        "Milk goes **behind** the older milk.",
        "Ask the store manager",
    ]


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (files.pdf_file("Secret plans of the year", password="pw"), "a.pdf", "encrypted"),
        (files.pdf_file("", "", ""), "scan.pdf", "scanned"),
        (b"%PDF-1.7\nnothing of a PDF", "a.pdf", "not_pdf"),
        (b"no PDF at all", "a.pdf", "not_pdf"),
        (b"PK\x03\x04broken", "a.docx", "not_docx"),
        (b"plain words", "a.docx", "not_docx"),
        (files.table_without_okrs(), "prices.xlsx", "no_okrs"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "a.docx", "encrypted"),
        (b"<p> </p><script>x</script>", "a.html", "empty_document"),
        (b"<div>" * 20_000 + b"deep", "deep.html", "not_html"),
        (b"\x00\x01\x02" * 100, "a.txt", "binary"),
        (b" \n ", "a.md", "empty_document"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_for_what_it_is(
    data: bytes, name: str, reason: str
) -> None:
    with pytest.raises(UnreadableInput) as error:
        markdown(data, name)
    assert error.value.reason == reason


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [(b"\x89PNG", "a.png", "own_document"), (b"\xd0\xcf\x11\xe0xls", "a.xls", "old_office")],
)
def test_other_kinds_of_files_are_refused(data: bytes, name: str, reason: str) -> None:
    with pytest.raises(UnknownFormat) as error:
        kind_of(data, name)
    assert error.value.reason == reason


def test_an_archive_that_unpacks_to_far_too_much_is_refused_unread() -> None:
    with pytest.raises(InputTooLarge) as error:
        markdown_of(files.zip_bomb(), Kind.DOCX)
    assert error.value.reason == "unpacked"
