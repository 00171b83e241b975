"""The page /checkins: a cycle's week, a message read and added, files to keep."""

from __future__ import annotations

import html
import json
from collections.abc import Callable
from io import BytesIO
from typing import Any

import docx
import pytest
from starlette.testclient import TestClient

from api.sample_cycles import sample_cycle
from assistant.checkins.files.loading import read_cycle
from assistant.settings import Settings
from tests.api.test_pages import HOSTILE, Inline, words

Csrf = Callable[..., str]
MESSAGE = "KR1 is now 74%, confidence 8/10. KR2: 396 calls, waiting for the web team."
CHINESE = "KR1 现在 74%，信心 8/10。KR9 很顺利"


def send(client: TestClient, csrf: Csrf, path: str = "/checkins", **fields: Any) -> Any:
    form = {"csrf": csrf(client, "/checkins"), "cycle": sample_cycle("en"), **fields}
    return client.post(path, data=form, headers={"accept": "text/html"})


def cycle_in(page: str) -> dict[str, Any]:
    text = page.split('name="cycle"', 1)[1].split(">\n", 1)[1].split("</textarea>", 1)[0]
    found: dict[str, Any] = json.loads(html.unescape(text))
    return found


@pytest.mark.parametrize(
    ("code", "heading", "title"),
    [
        ("en", "Needs attention", "History of each key result"),
        ("zh-Hans", "需要关注", "各关键结果的更新记录"),
        ("zh-Hant", "需要關注", "各關鍵結果的更新記錄"),
    ],
)
def test_a_sample_shows_its_week_in_each_language(
    client: TestClient, code: str, heading: str, title: str
) -> None:
    page = client.get(f"/checkins?sample={code}&lang={code}").text
    told = words(page)
    assert heading in told
    assert title in told
    assert told.index(heading) < told.index("●")  # the pictures come after what needs attention
    assert Inline(page).found == []


def test_the_week_stands_before_the_data_it_was_made_from(client: TestClient) -> None:
    page = client.get("/checkins?sample=zh-Hans&lang=zh-Hans").text
    assert page.index("需要关注") < page.index('name="cycle"') < page.index("</main>")
    # Enter in a field presses the first button there is.
    assert "查看周报" in page[page.index("<button class") :][:60]
    assert "<details open>" in client.get("/checkins?lang=zh-Hans").text


def test_each_cell_of_the_week_names_its_column_where_rows_stand_as_cards(
    client: TestClient,
) -> None:
    page = client.get("/checkins?sample=zh-Hant&lang=zh-Hant").text
    table = page.split('<table class="cards"')[1].split("</table>")[0]
    assert table.count('data-label="信心"') == table.count("<tr role") == 4
    assert 'class="none"' in table  # an objective has no owner of its own


def test_each_picture_says_in_words_what_it_shows(client: TestClient) -> None:
    page = client.get("/checkins?sample=en").text
    drawn = page.count("<svg xmlns")
    assert drawn >= 3
    assert page.count("<desc ") == page.count("<title id=") == drawn


@pytest.mark.parametrize("code", ["en", "zh-Hans", "zh-Hant"])
def test_a_sample_is_read_whole(code: str) -> None:
    reading = read_cycle(sample_cycle(code), name="cycle.json", settings=Settings())
    assert len(reading.record.checkins) == 15
    assert reading.notes == []


def test_there_is_no_sample_in_other_languages(client: TestClient) -> None:
    assert client.get("/checkins?sample=fr").status_code == 404


def test_the_day_that_counts_can_be_chosen(client: TestClient, csrf: Csrf) -> None:
    assert "2026-01-23" in send(client, csrf, as_of="2026-01-23").text.split("<h2", 2)[2]


def test_the_history_of_a_key_result_has_values_confidence_and_words(
    client: TestClient, csrf: Csrf
) -> None:
    told = words(send(client, csrf).text.split('id="history-label"')[1])
    assert "2026-02-06 398 calls 3 at risk" in told
    assert "Most callers ask where their money is." in told


def test_a_message_is_shown_with_the_words_that_each_value_came_from(
    client: TestClient, csrf: Csrf
) -> None:
    page = send(client, csrf, "/checkins/read", message=MESSAGE, day="2026-02-13").text
    assert (
        'name="fix_KR1.1_confidence" aria-label="confidence" autocomplete="off" value="8"' in page
    )
    assert "<q>confidence 8/10</q>" in page
    assert page.count('name="keep"') == 2
    assert cycle_in(page) == json.loads(sample_cycle("en"))


def test_what_names_no_key_result_is_listed(client: TestClient, csrf: Csrf) -> None:
    client.get("/checkins?lang=zh-Hans")
    fields = {"cycle": sample_cycle("zh-Hans"), "message": CHINESE, "day": "2026-02-13"}
    page = send(client, csrf, "/checkins/read", **fields).text
    assert "没有该编号的关键结果" in page
    assert page.count('name="keep"') == 1


def test_only_what_was_ticked_is_added(client: TestClient, csrf: Csrf) -> None:
    fields = {"message": MESSAGE, "day": "2026-02-13", "author": "Refunds lead", "keep": ["0"]}
    page = send(client, csrf, "/checkins/add", **fields).text
    assert cycle_in(page)["checkins"][15:] == [
        {
            "date": "2026-02-13",
            "objective": 0,
            "key_result": 0,
            "author": "Refunds lead",
            "value": 74.0,
            "unit": "%",
            "confidence": 8.0,
        }
    ]
    assert "Added: 1." in page


def test_nothing_is_added_that_was_not_ticked(client: TestClient, csrf: Csrf) -> None:
    page = send(client, csrf, "/checkins/add", message=MESSAGE, day="2026-02-13").text
    assert cycle_in(page) == json.loads(sample_cycle("en"))


def test_the_cycle_can_be_kept_as_a_file(client: TestClient, csrf: Csrf) -> None:
    answer = send(client, csrf, "/checkins/cycle")
    assert answer.headers["content-disposition"] == 'attachment; filename="CYCLE.json"'
    assert answer.text == sample_cycle("en")


@pytest.mark.parametrize(("form", "ending"), [("markdown", "md"), ("html", "html")])
def test_the_summary_can_be_kept(client: TestClient, csrf: Csrf, form: str, ending: str) -> None:
    answer = send(client, csrf, f"/checkins/summary/{form}")
    assert answer.headers["content-disposition"] == f'attachment; filename="okr-week.{ending}"'
    assert "Needs attention" in answer.text


def test_the_summary_can_be_kept_as_data_and_as_a_document(client: TestClient, csrf: Csrf) -> None:
    assert send(client, csrf, "/checkins/summary/json").json()["header"]["week"] == 6
    made = docx.Document(BytesIO(send(client, csrf, "/checkins/summary/docx").content))
    assert made.paragraphs[0].text.startswith("OKR week · Parcel returns")


def test_a_file_takes_the_place_of_the_field(client: TestClient, csrf: Csrf) -> None:
    form = {"csrf": csrf(client, "/checkins"), "cycle": sample_cycle("en")}
    draft = "O1：本市诊所挂号首选我们\n  KR1：每周线上预约量从 120 提升到 400\n".encode()
    page = client.post("/checkins", data=form, files={"file": ("okr.md", draft)}).text
    assert cycle_in(page)["set"]["objectives"][0]["objective"] == "本市诊所挂号首选我们"


def test_a_check_in_goes_onto_okrs_that_had_none(client: TestClient, csrf: Csrf) -> None:
    draft = "O1: Clinics book with us first\n  KR1: Bookings per week from 120 to 400\n"
    fields = {"cycle": draft, "message": "KR1: 150", "day": "2026-02-13", "keep": ["0"]}
    made = cycle_in(send(client, csrf, "/checkins/add", **fields).text)
    assert [one["value"] for one in made["checkins"]] == [150]


def test_days_that_the_name_of_a_cycle_tells_are_not_asked(client: TestClient, csrf: Csrf) -> None:
    draft = (
        "Desk team, 2026 Q4\n\nO1: Clinics book with us first\n  KR1: Bookings from 120 to 400\n"
    )
    told = words(send(client, csrf, "/checkins?lang=en", cycle=draft, as_of="2026-11-24").text)
    assert "week 8 of 14" in told
    assert "These OKRs do not say" not in told


def test_what_somebody_typed_stays_text(client: TestClient, csrf: Csrf) -> None:
    cycle = json.loads(sample_cycle("en"))
    cycle["set"]["team"] = cycle["set"]["objectives"][0]["objective"] = HOSTILE
    cycle["set"]["objectives"][0]["key_results"][0]["text"] = HOSTILE
    cycle["checkins"][-1] |= {"comment": HOSTILE, "blocker": HOSTILE, "author": HOSTILE}
    fields = {"cycle": json.dumps(cycle), "message": f"KR1: 74% {HOSTILE}", "author": HOSTILE}
    page = send(client, csrf, "/checkins/read", **fields).text
    assert "<script>alert" not in page
    assert "<img" not in page
    assert Inline(page).found == []


@pytest.mark.parametrize("path", ["/checkins", "/checkins/read", "/checkins/add"])
@pytest.mark.parametrize(
    ("field", "value", "status", "told"),
    [
        ("cycle", '{"set": ', 422, "JSON"),
        ("cycle", "[]", 422, "objective"),
        ("as_of", "soon", 400, "as_of"),
        ("as_of", "0001-01-01", 400, "as_of"),
    ],
)
def test_what_cannot_be_read_is_told_on_the_page(
    client: TestClient, csrf: Csrf, path: str, field: str, value: str, status: int, told: str
) -> None:
    answer = send(client, csrf, path, **{"message": MESSAGE, field: value})
    assert answer.status_code == status
    assert told.lower() in words(answer.text).lower()


@pytest.mark.parametrize("day", ["soon", "0001-01-01", "9999-12-31"])
def test_a_day_that_is_none_of_this_time_is_told(client: TestClient, csrf: Csrf, day: str) -> None:
    page = send(client, csrf, "/checkins/add", message=MESSAGE, day=day, keep=["0"]).text
    assert "<code>day</code>" in page


def test_a_form_of_another_page_is_refused(client: TestClient) -> None:
    client.get("/checkins")
    assert client.post("/checkins", data={"csrf": "x", "cycle": "{}"}).status_code == 403


def test_too_much_is_refused(client: TestClient, csrf: Csrf) -> None:
    answer = send(client, csrf, cycle="x" * 1_050_000)
    assert answer.status_code == 413


def test_a_value_that_is_hard_to_believe_is_asked_about_before_it_is_kept(
    client: TestClient, csrf: Csrf
) -> None:
    message = {"message": "O1 KR1: 740%", "day": "2026-02-13"}
    assert "is 740% right?" in send(client, csrf, "/checkins/read", **message).text
    message["message"] = "O1 KR1: 74%"
    assert 'role="note"' not in send(client, csrf, "/checkins/read", **message).text


@pytest.mark.parametrize(
    ("draft", "asked", "begin"),
    [
        ("O1: Parcels arrive\nKR1: On-time rate from 82% to 96%\n",
         "When does this cycle run?", "2027-01-01"),
        ("目标：包裹准时到\nKR1：准时率从 82% 提升到 96%\n",
         "这个周期从哪天到哪天？", "2027-01-01"),
    ],
)  # fmt: skip
def test_a_draft_without_days_is_asked_for_them_and_becomes_a_cycle(
    client: TestClient, csrf: Csrf, draft: str, asked: str, begin: str
) -> None:
    lang = "zh-Hans" if "目标" in draft else "en"
    where = f"?lang={lang}"
    page = send(client, csrf, f"/checkins{where}", cycle=draft).text
    assert asked in page
    begun = send(client, csrf, f"/checkins/start{where}", cycle=draft, start=begin,
                 end="2027-03-31").text  # fmt: skip
    assert asked not in begun
    assert cycle_in(begun)["set"]["cycle"] == {"start": begin, "end": "2027-03-31"}


@pytest.mark.parametrize(("start", "end"), [("", "2027-03-31"), ("2027-03-31", "2027-01-01")])
def test_days_that_make_no_cycle_are_told_beside_their_fields(
    client: TestClient, csrf: Csrf, start: str, end: str
) -> None:
    draft = "O1: Parcels arrive\nKR1: On-time rate from 82% to 96%\n"
    page = send(client, csrf, "/checkins/start", cycle=draft, start=start, end=end).text
    assert page.index("When does this cycle run?") < page.index('class="problem')
    assert f'name="start" value="{start}"' in page
