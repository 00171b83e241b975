"""Forms: who fills in the cell of a value has filled the gap in the line too."""

import json

import pytest

from assistant.parsing import read_draft
from assistant.settings import Settings

HEAD = "Objective,Key result,Baseline,Target\n"


def read(cells: str) -> str:
    draft = read_draft(f"{HEAD}Parcels arrive,{cells}\n".encode(), limits=Settings())
    return draft.sets[0].set.objectives[0].key_results[0].text


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        (
            "Damage from [baseline to confirm]% to [target to set]% (WMS),4,2%",
            "Damage from 4% to 2% (WMS)",
        ),
        ("Cost stays at or below ¥[target to set] per parcel,,¥3.5", None),
        ("等待时间从[基线待确认]分钟降到[目标待定]分钟,40分钟,20", "等待时间从40分钟降到20分钟"),
        ("等待時間從[基線待確認]分鐘降到[目標待定]分鐘,40,20分鐘", "等待時間從40分鐘降到20分鐘"),
        ("Waiting time from [baseline] to [target] minutes,40,20 minutes", None),
    ],
)
def test_the_value_of_a_cell_fills_the_gap_of_its_name(cells: str, text: str | None) -> None:
    known = {
        "Cost": "Cost stays at or below ¥3.5 per parcel",
        "Wait": "Waiting time from 40 to 20 minutes",
    }
    assert read(cells) == (text or known[cells[:4]])


def test_a_gap_stays_where_its_cell_is_a_gap_or_it_waits_for_something_else() -> None:
    line = "Damage from [baseline to confirm]% to [target to set]%"
    assert read(f"{line},[baseline to confirm],2") == "Damage from [baseline to confirm]% to 2%"
    assert read("Damage from [?]% to [TBD]%,4,2") == "Damage from [?]% to [TBD]%"


def test_it_holds_for_json_too() -> None:
    line = {
        "text": "Damage from [baseline to confirm]% to [target to set]%",
        "baseline": 4,
        "target": "2",
    }
    draft = {"objectives": [{"objective": "Parcels arrive", "key_results": [line]}]}
    made = read_draft(json.dumps(draft).encode(), limits=Settings()).sets[0].set
    assert made.objectives[0].key_results[0].text == "Damage from 4% to 2%"
