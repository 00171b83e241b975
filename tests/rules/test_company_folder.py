"""A company adds rules, words, profiles and packs; what is broken is named, the rest works."""

import re
from importlib.resources import files
from pathlib import Path

import pytest

from assistant.coaching.check import Checker
from assistant.errors import BrokenFile, NotFound, RubricError
from assistant.models import Finding, Language, OkrSet
from assistant.problems import one_line, problem_of
from assistant.rules.library import Library, load_library
from assistant.rules.rubric import load_rubric, rubric_of

RULE = """\
id: ACME01
name: no-project-names
status: stable
target: key_result
severity: warning
confidence: high
check: {kind: words, words: acme_projects}
title: {en: No project names, zh: 不写项目代号}
message: {en: "“{quote}” is the name of a project.", zh: "“{quote}”是项目代号。"}
why: {en: Newcomers do not know it., zh: 新同事看不懂。}
fix: {en: Say what it is for., zh: 写明它的用途。}
sources: [style guide]
examples:
  bad: [{en: Bluebird users 10 → 20, zh: 蓝鸟用户由 10 人增至 20 人}]
  good: [{en: Portal users 10 → 20, zh: 门户用户由 10 人增至 20 人}]
"""
WORDS = "name: acme_projects\nwords: {en: [bluebird], zh: [蓝鸟]}\n"


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def found(library: Library, text: str, profile: str = "balanced") -> list[Finding]:
    draft = OkrSet.model_validate({"objectives": [{"objective": "", "key_results": [text]}]})
    return Checker(rubric_of(library, profile)).check(draft).findings


def test_a_rule_of_the_company_is_found_beside_ours(tmp_path: Path) -> None:
    write(tmp_path, "rules/ACME01.yml", RULE)
    write(tmp_path, "words/acme_projects.yml", WORDS)
    library = load_library(tmp_path)
    assert library.errors == []
    (finding,) = [
        one for one in found(library, "蓝鸟用户由 10 人增至 20 人") if one.rule == "ACME01"
    ]
    assert (finding.quote, finding.message) == ("蓝鸟", "“蓝鸟”是项目代号。")


def test_a_word_list_of_the_same_name_adds_and_removes(tmp_path: Path) -> None:
    write(
        tmp_path,
        "words/slogans.yml",
        "name: slogans\nwords: {en: [moonshot], zh: [起飞]}\nremove: {en: [], zh: [沉淀]}\n",
    )
    words = load_library(tmp_path).word_sets["slogans"].words
    assert {"moonshot", "起飞", "一流"} <= words
    assert "沉淀" not in words


def test_a_rule_of_the_same_id_takes_the_place_of_ours(tmp_path: Path) -> None:
    own = RULE.replace("ACME01", "K09").replace("acme_projects", "vague")
    write(tmp_path, "rules/K09.yml", own)
    assert load_library(tmp_path).rule("k09").name == "no-project-names"


def test_a_profile_of_the_company_may_give_only_what_it_changes(tmp_path: Path) -> None:
    write(
        tmp_path,
        "profiles/acme.yml",
        "name: acme\ntitle: {en: Acme, zh: 甲}\npurpose: {en: Ours, zh: 自用}\n"
        "weights: {error: 30, warning: 5, hint: 0}\ncaps: {any_error: 50, too_few_outcomes: 70}\n"
        "verdict: {ready_from: 90, rework_below: 30}\nrules: {K01: warning, K09: disabled}\n",
    )
    findings = found(load_library(tmp_path), "Significantly better stability", "acme")
    assert [(one.rule, one.severity) for one in findings if one.rule in ("K01", "K09")] == [
        ("K01", "warning")
    ]


@pytest.mark.parametrize(
    ("name", "text", "reason", "line"),
    [
        ("rules/ACME01.yml", RULE.replace("severity: warning", "severity: no"), "surprise", 5),
        ("rules/ACME01.yml", RULE.replace("severity: warning", "severity: bad"), "one_of", 5),
        ("rules/ACME01.yml", RULE.replace("status:", "state:"), "missing", 1),
        ("rules/ACME01.yml", RULE.replace("acme_projects", "nowhere"), "unknown_reference", 7),
        ("rules/ACME02.yml", RULE, "wrong_name", 1),
        ("rules/ACME01.yml", RULE.replace("kind: words", "kind: magic"), "one_of", 7),
        ("rules/ACME01.yml", RULE.replace("“{quote}”是", "“{other}”是"), "invalid", 9),
        ("profiles/odd.yml", "name: odd\nname: odd\n", "duplicate_key", 2),
        ("words/odd.yml", "name: odd\nwords: {en: [a], zh: []}\nmore: 1\n", "unknown_key", 3),
    ],
)
def test_a_broken_file_is_named_with_line_and_reason_and_the_rest_works(
    tmp_path: Path, name: str, text: str, reason: str, line: int
) -> None:
    write(tmp_path, "words/acme_projects.yml", WORDS)
    path = write(tmp_path, name, text)
    library = load_library(tmp_path)
    (error,) = library.errors
    assert (error.reason, error.file, error.line) == (reason, str(path), line)
    assert one_line(problem_of(error, Language.ZH_HANS)).startswith(f"{path}:{line}")
    assert len(library.rules) == len(load_library().rules)
    assert {one.rule for one in found(library, "Launch the portal")} >= {"K01", "K03"}


def test_a_file_that_is_not_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules/ACME01.yml").write_bytes(b"\xff\xfe\x00")
    assert [error.reason for error in load_library(tmp_path).errors] == ["unreadable"]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(RubricError) as error:
        load_library(tmp_path / "gone")
    assert (error.value.reason, error.value.file) == ("no_folder", str(tmp_path / "gone"))


def test_a_broken_pack_is_named_when_it_is_asked_for(tmp_path: Path) -> None:
    path = write(tmp_path, "packs/bakery.yml", "name: bakery\ntitle: Bakery\n")
    library = load_library(tmp_path)
    with pytest.raises(BrokenFile) as error:
        rubric_of(library, "balanced", "bakery")
    assert error.value.file == str(path)
    told = one_line(problem_of(error.value, Language.ZH_HANS))
    assert "title 必须由键和值组成" in told
    assert "Input should" not in told


def test_the_files_that_the_readme_shows_can_be_used_as_they_stand(tmp_path: Path) -> None:
    readme = files("rubrics").joinpath("README.md").read_text(encoding="utf-8")
    shown = re.findall(r"`([a-z]+/[A-Za-z0-9_-]+\.yml)`:\n\n```yaml\n(.*?)```", readme, re.DOTALL)
    assert len(shown) == 3
    for name, text in shown:
        write(tmp_path, name, text)
    library = load_library(tmp_path)
    assert library.errors == []
    rubric = rubric_of(library, "balanced", "bakery")
    draft = OkrSet.model_validate(
        {"objectives": [{"objective": "", "key_results": ["Project Bluebird users from 10 to 20"]}]}
    )
    assert "ACME01" in {finding.rule for finding in Checker(rubric).check(draft).findings}


@pytest.mark.parametrize(
    ("profile", "pack", "reason"), [("strict", None, "profile"), ("balanced", "mining", "pack")]
)
def test_an_unknown_profile_or_pack_names_those_that_exist(
    profile: str, pack: str | None, reason: str
) -> None:
    with pytest.raises(NotFound) as error:
        load_rubric(profile, pack)
    assert error.value.reason == reason
    assert (
        "balanced" in error.value.facts["known"] or "digital-health" in error.value.facts["known"]
    )


def test_the_version_changes_with_what_decides_and_not_with_words_of_messages(
    tmp_path: Path,
) -> None:
    bundled = load_rubric("balanced").version
    write(tmp_path / "a", "rules/K01.yml", _bundled("K01").replace("no target value", "no value"))
    write(tmp_path / "b", "words/vague.yml", "name: vague\nwords: {en: [nicely], zh: []}\n")
    assert load_rubric("balanced", company=tmp_path / "a").version == bundled
    assert load_rubric("balanced", company=tmp_path / "b").version != bundled
    assert load_rubric("lightweight").version != bundled
    assert load_rubric("balanced", "digital-health").version != bundled


def _bundled(rule_id: str) -> str:
    return files("rubrics").joinpath(f"rules/{rule_id}.yml").read_text(encoding="utf-8")


def test_the_bundled_rubric_has_no_errors_and_all_profiles_and_packs() -> None:
    library = load_library()
    assert library.errors == []
    assert set(library.profiles) == {
        "balanced",
        "radical-focus",
        "google-style",
        "feishu-team",
        "lightweight",
    }
    assert set(library.packs) == {
        "new-energy-manufacturing",
        "digital-health",
        "cross-border-ecommerce",
    }
