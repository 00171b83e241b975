"""The closed sets of the knowledge base are those that a guide can be asked for."""

from assistant.knowledge.library import shipped_knowledge
from assistant.models.base import Level
from assistant.models.guide import Maturity, Size


def test_what_can_be_asked_for_can_be_filed_under() -> None:
    filed = shipped_knowledge().taxonomy
    assert filed.levels == list(Level)
    assert filed.sizes == list(Size)
    assert filed.maturity == list(Maturity)
