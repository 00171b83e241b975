"""Whatever the description allows gets an answer that the description names."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, settings, strategies
from schemathesis.checks import not_a_server_error
from schemathesis.core.parameters import ParameterLocation
from schemathesis.generation.meta import CoveragePhaseData
from schemathesis.hooks import HookContext
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from api.app import create_app
from api.bounds import NDJSON
from api.checking import FORMATS
from assistant.settings import Settings
from tests.nobody import NOBODY

KEYS = Path(mkdtemp()) / "keys.json"
HOSTS = ["localhost", "testserver", "127.0.0.1"]
for kind in (*FORMATS, NDJSON):
    if kind not in ("application/json", "text/markdown"):
        schemathesis.openapi.media_type(kind, strategies.binary(min_size=1, max_size=200))
# A worker that has to load the search first takes longer than the usual ten.
SECONDS = 60
SETTINGS = Settings(keys_file=KEYS, allowed_hosts=HOSTS, embedding_base_url=NOBODY)
schema = schemathesis.openapi.from_asgi("/openapi.json", create_app(SETTINGS))
# A set is read by one model wherever it is sent: /v1/check gets each body that the description
# allows or forbids, the others each fifth, and all that their own fields and parameters may be.
TAKE_THE_SAME = frozenset({"/v1/review", "/v1/review/events", "/v1/export"})
INSIDE_A_SET = ("/anyOf/0/", "/anyOf/1/", "/anyOf/2/properties/set/", "/properties/set/")
EACH = 5
_seen: Counter[str] = Counter()


@schema.hook
def filter_case(context: HookContext, case: schemathesis.Case[Any]) -> bool:
    """Whether a case of the coverage phase, which has thousands of them, is tried."""
    varied = case.meta.phase.data if case.meta else None
    if case.path == "/v1/check" or not isinstance(varied, CoveragePhaseData):
        return True
    where = varied.location or ""
    is_body = varied.parameter_location is ParameterLocation.BODY
    whole = not where and is_body and case.path in TAKE_THE_SAME
    if not whole and not (is_body and where.startswith(INSIDE_A_SET)):
        return True
    _seen[case.path] += 1
    return _seen[case.path] % EACH == 1


@schema.parametrize()
@settings(
    max_examples=8,
    derandomize=True,
    deadline=None,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_the_service_does_as_it_is_described(case: schemathesis.Case[Any]) -> None:
    case.call_and_validate(
        timeout=SECONDS,
        checks=[
            not_a_server_error,
            status_code_conformance,
            content_type_conformance,
            response_schema_conformance,
        ],
    )
