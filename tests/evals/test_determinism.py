"""The same tree gives the same outcomes, byte for byte, whatever seed Python hashes with."""

import os
import subprocess
import sys
from pathlib import Path

import evals

ROOT = Path(evals.__file__).parents[1]
SUITES = ("parsing", "wording", "masking")


def kept_with_seed(seed: str, file: Path) -> bytes:
    subprocess.run(
        [sys.executable, "-m", "evals", "run", *SUITES, "--keep", str(file)],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
        check=True,
        capture_output=True,
    )
    return file.read_bytes()


def test_two_runs_keep_the_same_outcomes_byte_for_byte(tmp_path: Path) -> None:
    first, second = (kept_with_seed(seed, tmp_path / seed) for seed in ("1", "2"))
    assert first == second
    assert first.count(b"\n") > 1_500
