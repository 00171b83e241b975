"""Where no key result is moved by several departments, no form holds a table of them."""

import pytest

from assistant.guides.making import make_template
from assistant.messages import say
from assistant.models import Language
from assistant.parsing import read_draft
from assistant.rendering.guides.writers import TemplateFormat, write
from assistant.settings import Settings

ALONE = {"industry": "non-profit", "size": "30", "maturity": "first-cycle"}
FORMS = [each for each in TemplateFormat if each is not TemplateFormat.JSON]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
def test_a_table_without_rows_is_left_out(form: TemplateFormat, language: str) -> None:
    template = make_template({**ALONE, "language": language})
    assert not template.dependencies
    written = write(template, form)
    heading = say("guides", "heading.dependencies", Language(language))
    assert heading.encode() not in written
    draft = read_draft(written, name=f"okr.{form}", limits=Settings())
    assert [len(each.key_results) for each in draft.sets[0].set.objectives] == [4, 4]


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
def test_no_gap_stands_in_the_name_of_a_metric(language: str) -> None:
    for industry in ("non-profit", "banking", "semiconductors", "retail"):
        forms = make_template({"industry": industry, "language": language}).forms
        assert not [each.metric for each in forms if "[" in each.metric]
