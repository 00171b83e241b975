"""Parents by reference: kept in bounds, and never guessed."""

import pytest

from assistant.coaching import parents as module
from assistant.coaching.parents import Parents
from assistant.models import OkrSet


def okr_set(name: str | None, text: str, parent: str | None = None) -> OkrSet:
    objective = {"objective": text, "parent": parent, "key_results": ["NPS 31 → 50"]}
    return OkrSet.model_validate({"id": name, "objectives": [objective]})


def test_a_reference_gives_the_objective_and_its_key_results() -> None:
    parents = Parents()
    parents.add(okr_set("c-2026", "客户信任我们"))
    assert parents.of(okr_set("t", "x", "c-2026#1")) == {0: ("客户信任我们", "NPS 31 → 50")}


@pytest.mark.parametrize("parent", ["c-2026#2", "other#1"])
def test_a_reference_to_what_is_not_there_gives_no_text(parent: str) -> None:
    parents = Parents()
    parents.add(okr_set("c-2026", "客户信任我们"))
    assert parents.of(okr_set("t", "x", parent)) == {0: ()}


@pytest.mark.parametrize("parent", ["客户信任我们", "Be the city's #1"])
def test_other_words_are_the_parent_itself(parent: str) -> None:
    assert Parents().of(okr_set("t", "x", parent)) == {0: (parent,)}


def test_the_oldest_sets_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_SETS", 2)
    parents = Parents()
    for name in ("a", "b", "c"):
        parents.add(okr_set(name, f"Objective {name}"))
    found = [parents.of(okr_set("t", "x", f"{name}#1"))[0] for name in "abc"]
    assert [bool(texts) for texts in found] == [False, True, True]
