"""What the faces do is promised: a change in any language or form is seen, and no chance is."""

from __future__ import annotations

import pytest

from api import guard
from assistant.commands import progress
from assistant.models import OkrSet
from assistant.rendering.sets import grid
from assistant.rules.library import load_library
from assistant.rules.words import Words
from evals.faces import (
    broad,
    commands,
    entry,
    filled,
    handed_on,
    heard,
    known,
    listed,
    options,
    own,
    papers,
    scripted,
    sent,
    spoken,
    visits,
    wholes,
)
from evals.faces.rows import Faces
from evals.faces.texts import words_of


def test_a_set_comes_back_from_each_form_with_what_it_had() -> None:
    told = {(language, key): value for language, key, value in handed_on.round_trips()}
    assert told["en", "clinic xlsx again .0.objectives.0.key_results.0.due"] == "2026-12-18"
    assert told["zh-Hant", "診所 csv again .0.objectives.0.key_results.0.owner"] == "李娜"
    formula = told["en", "clinic xlsx says OKR D3"]
    assert formula.startswith("s =")


def test_a_label_that_is_not_read_again_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    before = set(handed_on.round_trips())
    monkeypatch.setattr(grid, "FIELDS", grid.FIELDS[:-1])
    assert before - set(handed_on.round_trips())


def test_real_days_and_shares_are_read_from_a_workbook_in_each_language() -> None:
    told = list(handed_on.workbooks())
    for language in ("en", "zh-Hans", "zh-Hant"):
        days = [value for own, key, value in told if own == language and key.endswith(".due")]
        assert days == ["2026-12-18", "2026-11-06"]


def test_what_a_slow_machine_is_told_while_it_waits_is_no_promise(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    run = "template --industry logistics --format markdown"
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    assert not [line for line in commands.called(run, "zh-Hant") if line.startswith("!")]


def test_a_face_is_told_line_by_line_and_as_a_whole_with_foreign_characters() -> None:
    faces = Faces()
    rows = list(faces.rows("zh-Hant", "頁", ["數據", "软件", "數據"]))
    assert rows[0][2].startswith("3 lines")
    assert rows[1] == ("zh-Hant", "頁: characters of the other script", "软")
    assert [key for _, key, _ in rows[2:]] == ["頁: 數據", "頁: 软件"]
    assert [key for _, key, _ in faces.rows("zh-Hant", "二", ["數據"])][2:] == []


def test_a_page_is_its_words_its_languages_and_its_style_but_no_secret() -> None:
    page = '<html lang="zh-Hant"><style>p {font: Ming}</style><p>週報</p>'
    page += '<input name="csrf" value="x1"><input name="q" value="交付"><script>var a</script>'
    assert words_of(page) == [
        "<html lang=zh-Hant>",
        "p {font: Ming}",
        "週報",
        "<input name=q value=交付>",
    ]


def test_a_call_is_its_exit_code_and_both_of_its_streams() -> None:
    with commands.a_folder({}, ["en-lagging"]):
        told = commands.called("check missing.txt", "zh-Hant")
    assert told[0] == "exit 2"
    assert told[1].startswith("! missing.txt: 無法")


def test_each_setting_changes_an_answer() -> None:
    told = {key: value for _, key, value in own.settings() if "lines go" in value}
    assert told
    unchanged = [key for key, value in told.items() if value == "0 lines go, 0 come"]
    assert all("LLM_SEND=nothing" in key for key in unchanged)


def test_words_are_looked_for_as_taiwan_writes_them(monkeypatch: pytest.MonkeyPatch) -> None:
    before = {(key, value) for _, key, value in listed.words()}
    monkeypatch.setattr(Words, "all", lambda self: {*self.en, *self.zh})
    monkeypatch.setattr(listed, "load_library", load_library.__wrapped__)
    lost = before - {(key, value) for _, key, value in listed.words()}
    assert lost
    assert all(key.endswith("in the words of Taiwan") for key, _ in lost)


def test_another_prompt_or_shape_is_another_question() -> None:
    told = {key: value for _, key, value in sent.model_side() if key.startswith("asked again")}
    [same] = [key for key, value in told.items() if value == "1 calls"]
    assert same.endswith("nothing")


def test_the_doors_of_an_open_service_are_promised(monkeypatch: pytest.MonkeyPatch) -> None:
    before = {key: value.split()[0] for _, key, value in visits.doors()}
    assert before["GET /v1/rules"] == "401"
    assert before["GET /v1/rules authorization=Bearer KEY"] == "200"
    assert "KEY" not in "".join(before.values())
    monkeypatch.setattr(guard, "OPEN_PATHS", guard.OPEN_PATHS | {"/v1/rules"})
    assert {key: value.split()[0] for _, key, value in visits.doors()} != before


def test_the_files_that_a_call_writes_are_promised(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = commands.samples("commands")
    runs = {"en": ["template --industry saas -o okr.xlsx"], "zh-Hans": [], "zh-Hant": []}
    monkeypatch.setattr(commands, "samples", lambda _: asked | {"runs": [], "alone": runs})
    told = [key for _, key, _ in commands.commands()]
    assert "template --industry saas -o okr.xlsx writes okr.xlsx" in told


def test_a_hidden_sheet_is_told_and_a_merged_cell_goes_on_in_each_language() -> None:
    told = {key: value for _, key, value in papers.papers()}
    assert "hidden_sheet" in told["2 plan.xlsx again .4"]
    assert told["7 plan.docx again .0.objectives.0.key_results.1.text"].startswith("修复时间")
    assert not any("第二家店" in value or "second shop" in value for value in told.values())


def test_a_session_ends_a_flood_is_stopped_and_every_error_has_its_status() -> None:
    told = {key: value for _, key, value in entry.ways()}
    assert told["11 hours later"].startswith("200")
    assert told["13 hours later"].startswith("303 location=/login")
    assert told["wrong key 10"].startswith("401")
    assert told["wrong key 11"].startswith("429")
    assert told["a draft beyond its bound"].startswith("413")
    assert "retry-after=7" in told["refused: TookTooLong"]


FORM = """<form id="f" method="post" action="/a">
<select name="profile"><option value="x">X</option><option value="y" selected>Y</option></select>
<input type="checkbox" name="final" value="true"><input type="file" name="file">
<button formaction="/b">B</button></form><textarea form="f" name="draft">
O1: 客戶付款順暢</textarea>"""
LANGUAGES = ("en", "zh-Hans", "zh-Hant")
BOTH = {"en": "KR1 and 2: on track", "zh-Hans": "KR1和2：进展正常", "zh-Hant": "KR1和2：進展正常"}


def test_a_form_is_sent_as_a_browser_would_send_it() -> None:
    form = filled.forms_of(FORM)["f"]
    assert form.sent() == ("POST", "/a", {"profile": ["y"], "draft": ["O1: 客戶付款順暢"]})
    assert form.choices == [("profile", "x"), ("final", "true")]
    form.fill({"draft": "O1", "nobody": "1"})
    sent = {"profile": ["y"], "draft": ["O1"], "final": ["true"]}
    assert form.sent({"final": "true"}, "/b") == ("POST", "/b", sent)


def test_a_choice_that_the_page_no_longer_sends_is_told() -> None:
    unsent = FORM.replace('name="final" value="true"', 'name="final"')
    assert filled.forms_of(unsent)["f"].choices[-1] == ("final", "on")


def test_a_body_of_no_announced_length_is_bounded_too() -> None:
    told = {key: value for _, key, value in entry.ways()}
    assert told["a draft of no announced length"].startswith("200")
    assert told["a draft beyond all forms of no announced length"].startswith("413")


def test_numbers_behind_a_joint_are_key_results_in_each_language() -> None:
    told = {(language, key): value for language, key, value in heard.messages()}
    assert not [key for key in told if "\n" in "".join(key)]  # a row of the contract is one line
    for case in BOTH.items():
        assert "items.1.key_result.1=1" in told[case]
        assert "items.2" not in told[case]


def test_the_last_day_of_a_cycle_is_inside_and_the_next_is_not() -> None:
    told = {(language, key): value for language, key, value in wholes.wholes()}
    for language in LANGUAGES:
        assert "S04" not in told[language, "0 days from its end"]
        assert "S04" in told[language, "1 days from its end"]
        assert "S04" in told[language, "-1 days from its start"]
    parked = [key for language, key in told if language == "en" and "park" in key]
    assert any(" objectives" in key.partition(":")[0] for key in parked)


def test_every_message_is_told_in_each_script() -> None:
    told = {(language, key): value for language, key, value in spoken.sentences()}
    assert told["zh-Hans", "K03 title"] != told["zh-Hant", "K03 title"]
    assert len({key for _, key in told}) * len(LANGUAGES) == len(told)


def test_every_part_of_the_knowledge_base_is_told() -> None:
    told = {key.partition(" ")[0] for _, key, _ in known.entries()}
    assert {"metrics", "examples", "documents", "sources", "taxonomy"} <= told


def test_options_are_told_with_their_values() -> None:
    told = {key: value for _, key, value in options.options()}
    assert "--format" in told["okr-coach check output"]
    assert "sarif" in told["okr-coach check output takes"]


def test_a_file_can_be_edited_between_calls() -> None:
    with commands.a_folder({"notes.md": "old", "later.md": "new"}, ["en-lagging"]) as folder:
        assert commands.edited("put later.md into notes.md")
        assert not commands.edited("check notes.md")
        assert (folder / "notes.md").read_text() == "new"


def test_a_draft_is_held_whole_and_in_both_scripts() -> None:
    held = {(language, key): told for language, key, told in broad.layouts()}
    assert len(held) > 1000
    hans = [key for language, key in held if language == "zh-Hans"]
    hant = [key for language, key in held if language == "zh-Hant"]
    assert len(hant) > len(hans)
    assert any("Note(reason=" in told for told in held.values())


def test_what_is_said_of_a_text_of_the_test_half_cannot_be_read() -> None:
    said = ["unit=%", "下一步：找王芳"]
    assert broad.told(said).startswith("unit=% ; 下一步：找王芳 #")
    assert broad.told(said, hidden=True) == "#" + broad.told(said).rpartition("#")[2]
    assert broad.told(said) != broad.told(said[::-1])


def test_what_a_long_text_says_last_changes_its_row() -> None:
    long = ["word"] * 200
    assert broad.told([*long, "one"]) != broad.told([*long, "two"])


@pytest.mark.parametrize(
    ("objective", "key_result", "asked"),
    [
        ("Guests come back", "Launch the guest app", "asks baseline: Where does"),
        ("访客愿意再来", "上线访客应用", "目前是多少"),
        ("訪客願意再來", "上線訪客應用程式", "目前是多少"),
    ],
)
def test_an_offer_is_told_with_what_is_asked(objective: str, key_result: str, asked: str) -> None:
    line = {"objective": objective, "key_results": [key_result]}
    okr_set = OkrSet.model_validate({"objectives": [line]})
    assert asked in " ".join(broad.offered(okr_set))


def test_a_card_goes_on_with_answers_and_its_set_is_handed_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(scripted, "LANGUAGES", ("zh-Hant",))
    told = {key: value for _, key, value in scripted.calls()}
    assert "200 text/html" in told["card 1 answered from 31"]
    assert told["card 1 answered from 31"] != told["card 1 answered from soon"]
    assert "200" in told["finished xlsx"]
    assert "attachment" in " ".join(key for key in told if key.startswith("finished markdown: "))
    assert "400" in told["/checkins 7"]
