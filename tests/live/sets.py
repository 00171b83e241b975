"""Four short sets that a small model is asked about."""

from __future__ import annotations

from assistant.models import OkrSet


def short_set(objective: str, *key_results: str, owner: str | None = None) -> OkrSet:
    """A set of one objective."""
    line = {"objective": objective, "key_results": list(key_results)}
    return OkrSet.model_validate({"owner": owner, "objectives": [line]})


SETS = {
    "en-checkout": short_set(
        "Customers pay without friction", "Launch the new checkout page", owner="Ann Lee"
    ),
    "en-clinic": short_set("Patients get help sooner", "Improve the waiting time a lot"),
    "zh-payment": short_set("客户付款顺畅", "上线新版结算页"),
    "zh-training": short_set("新人更快上手", "举办5场培训", owner="李雷"),
}
