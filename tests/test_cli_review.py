"""`okr-coach review` on the command line."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.nobody import NOBODY

WORKS = ("checkout page", "help centre", "loyalty app", "returns portal")
DRAFT = "O：让付款更顺畅\nKR1：上线新版结算页\nKR2：Raise NPS to 45\n"


def run(*args: str, given: str = "") -> subprocess.CompletedProcess[str]:
    call = [sys.executable, "-m", "assistant", "review", *args]
    environ = {**os.environ, "OKR_EMBEDDING_BASE_URL": NOBODY}
    return subprocess.run(
        call, input=given, env=environ, capture_output=True, text=True, encoding="utf-8"
    )


def test_a_review_shows_each_line_before_and_after() -> None:
    told = run("-", "--lang", "en", given=DRAFT)
    assert told.returncode == 0, told.stderr
    assert "- 上线新版结算页" in told.stdout
    assert "+ 新版结算页的下单完成率从[基线待确认]提升到[目标待定]" in told.stdout
    assert "+ Raise NPS from [baseline to confirm] to 45" in told.stdout


def test_answers_from_a_file_are_put_in(tmp_path: Path) -> None:
    [answer] = json.loads(run("-", "--format", "json", given=DRAFT).stdout)
    questions = answer["suggestions"][0]["questions"]
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps({questions[0]["id"]: "31", questions[1]["id"]: "45"}))
    told = run("-", "--answers", str(answers), given=DRAFT)
    assert "新版结算页的下单完成率从31%提升到45%" in told.stdout


def test_what_cannot_be_done_is_told_in_one_line(tmp_path: Path) -> None:
    broken = tmp_path / "answers.json"
    broken.write_text("[1]")
    for args in (["--llm", "on"], ["--format", "sarif"], ["--answers", str(broken)]):
        told = run("-", *args, given=DRAFT)
        assert (told.returncode, len(told.stderr.splitlines())) == (2, 1), told.stderr


def test_accepted_lines_are_written_back(tmp_path: Path) -> None:
    file = tmp_path / "draft.txt"
    file.write_text(DRAFT + "（备注：不变）\n", encoding="utf-8")
    told = run(str(file), "--apply", "--lang", "en")
    assert told.returncode == 0, told.stderr
    assert f"Lines written to {file}: 2." in told.stderr
    for shown in (
        "- 上线新版结算页",
        "+ 新版结算页的下单完成率",
        "kept as initiative:  上线新版结算页",
    ):
        assert shown in told.stdout
    assert file.read_text(encoding="utf-8") == (
        "O：让付款更顺畅\n"
        "KR1：新版结算页的下单完成率从[基线待确认]提升到[目标待定]\n"
        "举措：上线新版结算页\n"
        "KR2：Raise NPS from [baseline to confirm] to 45\n"
        "（备注：不变）\n"
    )


def test_in_a_talk_each_line_is_asked_about_and_its_questions(tmp_path: Path) -> None:
    file = tmp_path / "draft.txt"
    file.write_text(DRAFT, encoding="utf-8")
    told = run(str(file), "--interactive", "--apply", given="2\nnone\n71\n84\ns\n")
    assert told.returncode == 0, told.stderr
    assert file.read_text(encoding="utf-8") == (
        "O：让付款更顺畅\nKR1：新版结算页的支付成功率从71%提升到84%\n举措：上线新版结算页\n"
        "KR2：Raise NPS to 45\n"
    )


def test_day_and_source_are_asked_for_and_written_behind_the_line(tmp_path: Path) -> None:
    file = tmp_path / "draft.txt"
    line = "KR2: Booked visits from 1,200 to 1,800 per week"
    file.write_text(
        "O: Clinics book with us first (owner: Li Na)\n"
        "KR1: No-show rate from 12% to 7% (due: 2026-09-30, source: booking system)\n"
        f"{line}\n",
        encoding="utf-8",
    )
    told = run(str(file), "--interactive", "--apply", given="a\nsoon\n2026/9/30\nCRM\n")
    assert "“soon” is no day" in told.stderr
    written = file.read_text(encoding="utf-8").splitlines()[2]
    assert written == f"{line} (due: 2026-09-30, source: CRM)"


def test_a_talk_needs_a_file() -> None:
    assert run("-", "--interactive", given=DRAFT).returncode == 2


def test_a_talk_that_ends_early_keeps_what_was_accepted(tmp_path: Path) -> None:
    file = tmp_path / "draft.txt"
    file.write_text(DRAFT, encoding="utf-8")
    told = run(str(file), "--interactive", "--apply", given="2\n88\n71\n84\n")
    assert told.returncode == 0, told.stderr
    assert "支付成功率从" in file.read_text(encoding="utf-8")
    assert "KR2：Raise NPS to 45" in file.read_text(encoding="utf-8")


def test_a_question_is_left_by_s_and_the_talk_ended_by_q(tmp_path: Path) -> None:
    file = tmp_path / "draft.txt"
    file.write_text(DRAFT, encoding="utf-8")
    told = run(str(file), "--interactive", "--apply", given="2\ns\n84\ns\n")
    assert told.returncode == 0, told.stderr
    left = file.read_text(encoding="utf-8").splitlines()
    assert left[1] == "KR1：新版结算页的支付成功率从[基线待确认]提升到84%"
    file.write_text(DRAFT, encoding="utf-8")
    told = run(str(file), "--interactive", "--apply", given="2\n71\nq\na\n88\n")
    stopped = file.read_text(encoding="utf-8").splitlines()
    assert stopped[1] == "KR1：新版结算页的支付成功率从71%提升到[目标待定]"
    assert stopped[-1] == "KR2：Raise NPS to 45"  # nothing was asked after q


@pytest.mark.parametrize(
    ("lang", "ends"),
    [
        ("en", "5 answers in a row could not be used"),
        ("zh-Hans", "连续 5 次输入无法使用"),
        ("zh-Hant", "連續 5 次輸入無法使用"),
    ],
)
@pytest.mark.parametrize("typed", ["a", "z"])
def test_answers_that_never_fit_end_the_talk(
    tmp_path: Path, lang: str, ends: str, typed: str
) -> None:
    file = tmp_path / "draft.txt"
    file.write_text(DRAFT, encoding="utf-8")
    told = run(str(file), "--interactive", "--lang", lang, given=f"{typed}\n" * 500)
    assert told.returncode == 0, told.stderr
    assert ends in told.stderr


def test_whether_to_go_on_is_asked_a_few_times_only(tmp_path: Path) -> None:
    file = tmp_path / "draft.txt"
    works = "".join(f"KR{n}: Launch the new {what}\n" for n, what in enumerate(WORKS, start=1))
    file.write_text(f"O: Shoppers pay without friction\n{works}", encoding="utf-8")
    told = run(str(file), "--interactive", "--lang", "en", given="s\ns\ns\n" + "maybe\n" * 500)
    assert "Go on with the next three?" in told.stderr
    assert "5 answers in a row" in told.stderr
    answered = run(str(file), "--interactive", "--lang", "zh-Hans", given="s\ns\ns\n否\n")
    assert answered.stderr.count("[q] 结束") == 3


def test_a_line_of_ones_own_that_is_left_empty_keeps_the_draft(tmp_path: Path) -> None:
    file = tmp_path / "draft.txt"
    file.write_text(DRAFT, encoding="utf-8")
    told = run(str(file), "--interactive", "--apply", given="e\n\nq\n")
    assert told.returncode == 0, told.stderr
    assert file.read_text(encoding="utf-8") == DRAFT
