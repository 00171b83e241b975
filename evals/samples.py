"""The sample sets that a model is measured on: four short ones, and drafts as people write them."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.models import OkrSet
from assistant.parsing import read_draft
from assistant.settings import Settings
from evals.lines import DATASETS

DRAFTS = DATASETS / "drafts"


def _short(objective: str, *key_results: str, owner: str | None = None) -> OkrSet:
    line = {"objective": objective, "key_results": list(key_results)}
    return OkrSet.model_validate({"owner": owner, "objectives": [line]})


SHORT = {
    "en-checkout": _short(
        "Customers pay without friction", "Launch the new checkout page", owner="Ann Lee"
    ),
    "en-clinic": _short("Patients get help sooner", "Improve the waiting time a lot"),
    "zh-Hans-training": _short("新人更快上手", "举办5场培训", owner="李雷"),
    "zh-Hant-payment": _short("客戶付款順暢", "上線新版結帳頁"),
}


def sample_sets() -> Iterator[tuple[str, OkrSet]]:
    """Every sample set with its name."""
    yield from SHORT.items()
    limits = Settings()
    for path in sorted(DRAFTS.iterdir()):
        if path.suffix in {".txt", ".md"}:
            draft = read_draft(path.read_bytes(), name=path.name, limits=limits)
            for number, reading in enumerate(draft.sets, start=1):
                yield f"{path.stem}-{number}", reading.set
