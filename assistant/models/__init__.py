"""The shapes that go in and out.

Here stand those that every check needs: OKR sets, facts, findings, answers. What belongs to one
capability stands in its own module and is imported from there. Each is published as a JSON Schema
(`schemas.py`, `okr-coach schema`). Indexes are 0-based positions in the set; spans are character
offsets into the line's own text; `At` is 1-based.
"""

from assistant.models.answer import (
    Answer,
    Arithmetic,
    Deduction,
    ErrorObject,
    Finding,
    KeyResultFacts,
    ObjectiveFacts,
    Problem,
    PromptStamp,
    Provenance,
    Unread,
)
from assistant.models.base import (
    At,
    BaselineFact,
    Direction,
    FactKind,
    KeyResultKind,
    Language,
    Level,
    ObjectiveKind,
    Severity,
    Shape,
    Span,
    Verdict,
)
from assistant.models.okr import (
    Band,
    Cycle,
    Initiative,
    KeyResult,
    Objective,
    OkrSet,
    PlanPoint,
    Stage,
)

__all__ = [
    "Answer",
    "Arithmetic",
    "At",
    "Band",
    "BaselineFact",
    "Cycle",
    "Deduction",
    "Direction",
    "ErrorObject",
    "FactKind",
    "Finding",
    "Initiative",
    "KeyResult",
    "KeyResultFacts",
    "KeyResultKind",
    "Language",
    "Level",
    "Objective",
    "ObjectiveFacts",
    "ObjectiveKind",
    "OkrSet",
    "PlanPoint",
    "Problem",
    "PromptStamp",
    "Provenance",
    "Severity",
    "Shape",
    "Span",
    "Stage",
    "Unread",
    "Verdict",
]
