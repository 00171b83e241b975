from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.models import OkrSet
from assistant.parsing import Draft, Format, read_draft
from assistant.settings import Settings

Reader = Callable[..., Draft]


@pytest.fixture
def read() -> Reader:
    def reader(data: str | bytes, name: str | None = None, form: Format | None = None) -> Draft:
        return read_draft(data, name=name, form=form, limits=Settings())

    return reader


def shape(okr_set: OkrSet) -> list[tuple[str, list[str]]]:
    """Each objective with the texts of its key results."""
    return [(o.objective, [kr.text for kr in o.key_results]) for o in okr_set.objectives]
