"""How the vector of a question is turned towards what answers it, and whether anything does.

The model was made for questions of all the world. How people ask for each of our passages
(`knowledge/asked`) teaches it ours: a matrix that is added to what is. Beside questions of other
subjects (`knowledge/elsewhere.yml`) they also tell which way ours lie. Both are learnt when the
knowledge base is shipped (`make vectors`) and travel with it.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from assistant.own_data import load
from assistant.retrieval.corpus import Corpus, text_hash
from assistant.retrieval.embeddings import Vectors

FILE = "turn.npz"
ELSEWHERE = "elsewhere.yml"
NOWHERE = -1
ROUNDS = 60  # through all lines
BATCH = 512
WARMTH = 0.04  # the smaller, the more the nearest wrong passages count
HOLD = 0.015  # how strongly it is held near to no turn at all
STEP = 0.01
INERTIA = 0.9
_BETWEEN = re.compile(r"[;；]")


class Line(NamedTuple):
    """One way to ask for a passage; `group` is its number in the corpus."""

    text: str
    chinese: bool
    group: int


class Home(NamedTuple):
    """Which way the questions of our subjects lie, and how far off the middle is."""

    way: Vectors
    middle: float

    def holds(self, question: Vectors) -> float:
        """1 where a question is as ours are, -1 where it is as those of other subjects are."""
        return float(question @ self.way) - self.middle


class Turn(NamedTuple):
    """What was learnt, the model whose vectors it is for, and the lines it was learnt from."""

    matrix: Vectors
    home: Home
    model: str
    lines: str


def lines_of(corpus: Corpus) -> list[Line]:
    """How people ask for each passage that has such lines, and its title."""
    return list(_lines(corpus))


def elsewhere() -> list[Line]:
    """Questions of other subjects."""
    found = load("knowledge", ELSEWHERE)
    return [Line(text, language == "zh", NOWHERE) for language in found for text in found[language]]


def fingerprint(lines: Iterable[Line]) -> str:
    """Changes when the lines do."""
    return text_hash("\n".join(line.text for line in lines))


def _lines(corpus: Corpus) -> Iterator[Line]:
    for group in range(len(corpus.starts)):
        for place in corpus.group(group):
            told = corpus.asked.get(corpus.passages[place].key, "")
            asked = [each.strip() for each in _BETWEEN.split(told) if each.strip()]
            for text in [*asked, corpus.passages[place].title] if asked else []:
                yield Line(text, bool(corpus.chinese[place]), group)


def learnt(
    questions: Vectors, groups: NDArray[np.intp], answers: Sequence[Vectors]
) -> NDArray[np.float32]:
    """The matrix that brings questions nearest to what they ask for.

    Args:
        questions: One row a line, of length 1.
        groups: The number of the group that each line asks for.
        answers: The vectors of all groups in one language and in the other; each batch is turned
            towards one of them, so that both are found from either.
    """
    drawn = np.random.default_rng(0)
    turn = np.zeros((questions.shape[1],) * 2, dtype=np.float32)
    pace = np.zeros_like(turn)
    parts = max(len(questions) // BATCH, 1)
    for _ in range(ROUNDS):
        for part in np.array_split(drawn.permutation(len(questions)), parts):
            rows, towards = questions[part], answers[int(drawn.integers(len(answers)))]
            wrong = _wrong(rows + rows @ turn, groups[part], towards)
            pace = INERTIA * pace + rows.T @ wrong / len(part) + HOLD * turn
            turn -= STEP * pace
    return turn


def _wrong(rows: Vectors, groups: NDArray[np.intp], answers: Vectors) -> Vectors:
    """Which way each row leads from its own answer to others."""
    likely = rows @ answers.T / WARMTH
    likely = np.exp(likely - likely.max(axis=1, keepdims=True))
    likely /= likely.sum(axis=1, keepdims=True)
    likely[np.arange(len(rows)), groups] -= 1
    return np.asarray(likely @ answers / WARMTH, dtype=np.float32)


def home_of(ours: Vectors, others: Vectors) -> Home:
    """What tells questions of our subjects from others best (Fisher's discriminant)."""
    own, other = ours.mean(axis=0), others.mean(axis=0)
    spread = (np.cov(ours.T) + np.cov(others.T)) / 2
    spread += np.eye(len(own)) * np.trace(spread) / len(own)  # few lines tell little of each place
    way = np.linalg.solve(spread, own - other)
    way *= 2 / float(way @ (own - other))
    return Home(way.astype(np.float32), float(way @ (own + other)) / 2)


@cache
def shipped_turn() -> Turn | None:
    """What travels with the knowledge base; none where the file is not there."""
    place = files("knowledge").joinpath(FILE)
    if not place.is_file():
        return None
    with np.load(io.BytesIO(place.read_bytes()), allow_pickle=False) as stored:
        return Turn(
            matrix=stored["matrix"].astype(np.float32),
            home=Home(stored["way"], float(stored["middle"])),
            model=str(stored["model"]),
            lines=str(stored["lines"]),
        )


def turn_for(model: str) -> Turn | None:
    """What travels for vectors of a model; none where it was learnt with another."""
    turn = shipped_turn()
    return turn if turn and turn.model == model else None


def write_turn(path: Path, turn: Turn) -> None:
    """Write the file; the same content gives the same bytes."""
    np.savez_compressed(
        path,
        matrix=turn.matrix.astype(np.float16),
        way=turn.home.way,
        middle=np.array(turn.home.middle),
        model=np.array(turn.model),
        lines=np.array(turn.lines),
    )
