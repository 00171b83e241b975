"""Regions are only given where an editor can show them."""

import pytest

from assistant.coaching.check import load_checker
from assistant.models import Answer, OkrSet
from assistant.parsing import Draft, Format
from assistant.rendering import sarif
from assistant.settings import Settings


@pytest.fixture(scope="module")
def answer() -> Answer:
    at = {"line": 3}
    objective = {"objective": "客户信任我们", "at": at, "key_results": ["上线新的仓库系统"]}
    draft = OkrSet.model_validate({"objectives": [objective]})
    return load_checker(Settings(), None, None).check(draft)


@pytest.mark.parametrize("form", [Format.XLSX, Format.DOCX])
def test_a_binary_document_has_no_lines_to_point_at(form: Format, answer: Answer) -> None:
    found = list(sarif.results(answer, "okr.bin", Draft(form, [], text="客户信任我们\n")))
    assert found
    assert not any("region" in one["locations"][0]["physicalLocation"] for one in found)


def test_words_that_cannot_be_traced_leave_the_line(answer: Answer) -> None:
    found = list(sarif.results(answer, "okr.yml", Draft(Format.YAML, [], text="a\nb\nc\n")))
    regions = [one["locations"][0]["physicalLocation"]["region"] for one in found]
    assert {tuple(region) for region in regions} == {("startLine",)}


@pytest.mark.parametrize(
    ("name", "uri"),
    [("本季.md", "%E6%9C%AC%E5%AD%A3.md"), ("./a b#1.md", "a%20b%231.md"), ("-", "stdin")],
)
def test_the_name_of_the_file_becomes_a_uri(name: str, uri: str, answer: Answer) -> None:
    first = next(sarif.results(answer, name, None))
    assert first["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": uri}
