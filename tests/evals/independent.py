"""Figures of the facts computed from `okr-coach check` output alone, with nothing of `evals`.

`python -m tests.evals.independent SETS.jsonl` holds those of `evals run facts` against them.
"""

import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

KEY_RESULT = ("measurable", "kind", "baseline", "compound")
OBJECTIVE = ("has_metric", "is_task")
Pairs = list[tuple[object, object]]


def printed(*arguments: str) -> str:
    """What a module prints."""
    command = [sys.executable, "-m", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def pairs(path: Path) -> dict[tuple[str, str], Pairs]:
    """Label and verdict by fact and language."""
    rows = [json.loads(row) for row in path.read_text(encoding="utf-8").splitlines()]
    told = printed("assistant", "check", "--format", "jsonl", "--fail-on", "never", str(path))
    answers = [json.loads(row) for row in told.splitlines()]
    found: dict[tuple[str, str], Pairs] = defaultdict(list)
    for row, answer in zip(rows, answers, strict=True):
        facts = {(each["objective"], each["key_result"]): each for each in answer["facts"]}
        for label in row["labels"]:
            verdict = facts[label["objective"], label["key_result"]]
            for name in OBJECTIVE if label["key_result"] is None else KEY_RESULT:
                found[name, row["lang"]].append((label[name], verdict[name]))
    return found


def macro_f1(of: Pairs, smallest: int = 10) -> float | None:
    """Mean F1 of the classes with enough labels."""
    scores = []
    for name in {label for label, _ in of}:
        both = sum(label == verdict == name for label, verdict in of)
        labels, verdicts = (sum(pair[place] == name for pair in of) for place in (0, 1))
        if labels >= smallest:
            precision, recall = both / verdicts if verdicts else 0.0, both / labels
            scores.append(2 * precision * recall / (precision + recall) if both else 0.0)
    return sum(scores) / len(scores) if scores else None


def differences(path: Path) -> list[str]:
    """Where the figures of the suite are others than these."""
    told = json.loads(printed("evals", "run", "facts", "--dataset", str(path), "--json"))
    figures: dict[tuple[str, str], Any] = {
        (each["check"], each["language"]): each for each in told if each["check"] != "all"
    }
    own, wrong = pairs(path), []
    assert figures.keys() == own.keys()
    for key, of in own.items():
        right = sum(label == verdict for label, verdict in of)
        expected = macro_f1(of)
        value = right / len(of) if expected is None else expected
        if figures[key]["cases"] != len(of) or figures[key]["missed"] != len(of) - right:
            wrong.append(f"{key}: other counts")
        if abs(figures[key]["value"] - value) > 1e-9:
            wrong.append(f"{key}: {figures[key]['value']} for {value}")
    return wrong


if __name__ == "__main__":
    sys.stdout.write("\n".join(differences(Path(sys.argv[1]))) or "the same figures")
