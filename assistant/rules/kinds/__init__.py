"""The check kinds: each a pure function with declared parameters."""

from typing import Annotated

from pydantic import Field

from assistant.rules.kinds.facts import FactCheck, MarkCheck
from assistant.rules.kinds.fields import DatesCheck, DeclaredCheck, OwnerCheck
from assistant.rules.kinds.identifier import IdentifierCheck
from assistant.rules.kinds.judgement import JudgementCheck
from assistant.rules.kinds.numbers import BoundsCheck, DirectionCheck, RelativeCheck
from assistant.rules.kinds.sets import BalanceCheck, CountCheck
from assistant.rules.kinds.similar import CopyCheck, SimilarCheck
from assistant.rules.kinds.wording import (
    JoinedCheck,
    LengthCheck,
    MetricCheck,
    PlaceholderCheck,
    WordsCheck,
)

Check = Annotated[
    FactCheck
    | MarkCheck
    | WordsCheck
    | LengthCheck
    | JoinedCheck
    | PlaceholderCheck
    | MetricCheck
    | RelativeCheck
    | DirectionCheck
    | BoundsCheck
    | OwnerCheck
    | DeclaredCheck
    | DatesCheck
    | CountCheck
    | BalanceCheck
    | SimilarCheck
    | CopyCheck
    | IdentifierCheck
    | JudgementCheck,
    Field(discriminator="kind"),
]
