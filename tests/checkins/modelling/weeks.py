"""One week in three languages, and what a model might say of it: faithful, and with a fault."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from assistant.checkins.summary.composing import summarise
from assistant.models import Language
from assistant.models.cycle import CycleRecord
from assistant.models.summary import Summary
from tests.checkins.cycles import LIMITS, record

AS_OF = date(2026, 2, 6)
DAYS = ("2026-01-16", "2026-01-23", "2026-01-30", "2026-02-06")


@dataclass(frozen=True)
class Week:
    """A cycle's words in one language, with sentences about it."""

    language: Language
    names: tuple[str, str, str]
    owners: tuple[str, str, str]
    blockers: tuple[str, str]
    comment: str
    faithful: tuple[str, ...]
    faulty: dict[str, str]
    group: str

    @property
    def record(self) -> CycleRecord:
        """On-time rate behind, refunds blocked too, stock differences fine."""
        results = [
            {"text": self.names[0], "baseline": 82, "target": 96, "unit": "%"},
            {"text": self.names[1], "baseline": 40, "target": 80, "unit": "%"},
            {"text": self.names[2], "baseline": 310, "target": 120},
        ]
        told = [one | {"owner": owner} for one, owner in zip(results, self.owners, strict=True)]
        return record(*told, checkins=list(self._checkins()))

    def _checkins(self) -> Any:
        values = ((83, 83, 84, 84), (45, 47, 49, 50), (270, 250, 240, 228))
        for key_result, series in enumerate(values):
            for week, day in enumerate(DAYS):
                said = {"date": day, "key_result": key_result, "value": series[week]}
                if day == DAYS[-1]:
                    said |= self._last(key_result)
                yield said | {"confidence": 7 if key_result else 7 - week}

    def _last(self, key_result: int) -> dict[str, Any]:
        if key_result == 2:
            return {"comment": self.comment, "status": "on_track"}
        return {"blocker": self.blockers[key_result]}

    def summary(self) -> Summary:
        """The week as computed."""
        return summarise(self.record, as_of=AS_OF, limits=LIMITS, language=self.language)


def answer(summary: Summary, texts: list[str], groups: list[dict[str, Any]] | None = None) -> str:
    """What a model would send that cites, for each sentence, all of the key results it names."""
    sentences = [{"facts": cited(summary, text), "text": text} for text in texts]
    return json.dumps({"sentences": sentences, "groups": groups or []}, ensure_ascii=False)


def cited(summary: Summary, text: str) -> list[str]:
    places = {(0, k) for k in range(3) if f"KR1.{k + 1}" in text}
    return [f.fact_id for f in summary.facts if f.key_result in (places or {None})]


def blockers(summary: Summary) -> list[str]:
    """The ids of the two facts that are blockers."""
    return [fact.fact_id for fact in summary.facts if fact.kind == "blocker"]


EN = Week(
    Language.EN,
    ("On-time rate", "Refunded within 3 days", "Calls about returns per week"),
    ("Ada Novak", "Ben Ortiz", "Carla Diaz"),
    ("Carrier contract not signed", "Waiting for the carrier contract"),
    "New label leaflet is out.",
    (
        "KR1.1 is off track at 84%, 26 points behind its pace.",
        "Confidence in KR1.1 fell from 5 to 4.",
        "KR1.3 is on track at 228 calls, with a target of 120.",
        "KR1.2 is at risk and blocked: “Waiting for the carrier contract”.",
        "Mean progress is 27%, with 40% of the time gone.",
        "Ben Ortiz's KR1.2 stands at 50% of a target of 80%.",
    ),
    {
        "number": "KR1.1 is off track at 87%.",
        "name": "Dana Smith has KR1.1 at 84%.",
        "date": "KR1.1 stood at 84% on 2026-02-03.",
        "status": "KR1.1 is on track at 84%.",
        "cause": "KR1.1 is at 84% because the warehouse was closed.",
        "trend": "KR1.2 is steadily improving.",
        "swapped": "KR1.3 is at 50% of its way, held by Ben Ortiz.",
    },
    "Carrier contract",
)
HANS = Week(
    Language.ZH_HANS,
    ("准时率", "三天内退款率", "每周退货来电"),
    ("周敏", "李雷", "韩梅梅"),
    ("承运合同没签", "等承运合同盖章"),
    "新版面单说明已上线。",
    (
        "KR1.1 偏离，目前 84%，落后 26 个百分点。",
        "KR1.1 的信心由 5 降到 4。",
        "KR1.3 正常，目前 228，目标 120。",
        "KR1.2 有风险，受阻于“等承运合同盖章”。",
        "平均进度 27%，时间已过 40%。",
        "李雷负责的 KR1.2 目前 50%，目标 80%。",
    ),
    {
        "number": "KR1.1 偏离，目前 87%。",
        "name": "王强的 KR1.1 目前 84%。",
        "date": "KR1.1 在 2 月 3 日为 84%。",
        "status": "KR1.1 正常，目前 84%。",
        "cause": "KR1.1 目前 84%，原因是仓库停电。",
        "trend": "KR1.2 稳步改善。",
        "swapped": "KR1.3 目前 50%，由李雷负责。",
    },
    "承运合同",
)
HANT = Week(
    Language.ZH_HANT,
    ("準時率", "三天內退款率", "每週退貨來電"),
    ("陳宜君", "林志豪", "黃淑芬"),
    ("承運合約沒簽", "等承運合約用印"),
    "新版面單說明已上線。",
    (
        "KR1.1 偏離，目前 84%，落後 26 個百分點。",
        "KR1.1 的信心由 5 降到 4。",
        "KR1.3 正常，目前 228，目標 120。",
        "KR1.2 有風險，受阻於「等承運合約用印」。",
        "平均進度 27%，時間已過 40%。",
        "林志豪負責的 KR1.2 目前 50%，目標 80%。",
    ),
    {
        "number": "KR1.1 偏離，目前 87%。",
        "name": "王建國的 KR1.1 目前 84%。",
        "date": "KR1.1 在 2 月 3 日為 84%。",
        "status": "KR1.1 正常，目前 84%。",
        "cause": "KR1.1 目前 84%，原因是倉庫停電。",
        "trend": "KR1.2 穩步改善。",
        "swapped": "KR1.3 目前 50%，由林志豪負責。",
    },
    "承運合約",
)
WEEKS = (EN, HANS, HANT)
