"""The rules that were on, as a log for editors and CI describes them."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.models import Language
from assistant.patterns import lazy
from assistant.rendering.sarif import RuleTold
from assistant.rules.rubric import Rubric
from assistant.settings import Settings

_FACT = lazy(r"\{[a-z_]+\}")


def told_rules(rubric: Rubric, language: Language, settings: Settings) -> Iterator[RuleTold]:
    """Each rule that is on; its page is that of the service that these settings start."""
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    for active in rubric.rules:
        rule = active.rule
        yield RuleTold(
            rule.id,
            rule.name,
            rule.title.spoken(language),
            _FACT.sub("…", rule.why.spoken(language)),
            _FACT.sub("…", rule.fix.spoken(language)),
            active.severity,
            f"http://{host}:{settings.port}/rules/{rule.id}",
        )
