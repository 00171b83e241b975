"""The options and the tables of `python -m evals retrieval`."""

from __future__ import annotations

import argparse
import json
import math
import random
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from assistant.models import Language
from assistant.retrieval.corpus import Corpus, is_chinese
from assistant.retrieval.search import Searcher, load_search
from assistant.settings import Settings
from evals.retrieval.questions import FILE, Question, Split, read_questions
from evals.retrieval.scores import MEASURES, Runs, System, measured, unique

POOLED = 8  # passages of each system that are judged
LANGUAGES = (Language.EN, Language.ZH_HANS, Language.ZH_HANT, Language.MIXED)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `evals retrieval`."""
    parser.add_argument("--dataset", type=Path, default=FILE, help="questions with graded answers")
    parser.add_argument("--split", choices=list(Split), help="only these; all by default")
    parser.add_argument("--misses", action="store_true", help="list questions without an answer")
    parser.add_argument("--pool", type=Path, help="write what is found, in no order, to be judged")


def run(arguments: argparse.Namespace) -> None:
    """Print the tables, or write the pool."""
    from evals.retrieval.systems import systems  # langchain: only this measurement pays it

    questions = [
        asked
        for asked in read_questions(arguments.dataset)
        if arguments.split in (None, asked.split.value)
    ]
    searcher = load_search(Settings())
    compared = systems(searcher)
    runs = {name: found(questions, one) for name, one in compared.items()}
    hidden = hiding(searcher, questions)
    if arguments.pool:
        write_pool(arguments.pool, questions, [*runs.values(), *hidden.values()])
        return
    _print("twins in both languages", questions, runs)
    _print("asker's own language hidden", questions, hidden)
    if arguments.misses:
        _print_misses(questions, runs["okr-coach"])


def found(questions: Iterable[Question], system: System) -> Runs:
    """What a system finds for each question."""
    return {asked.id: system(asked) for asked in questions}


def hiding(searcher: Searcher, questions: Sequence[Question]) -> dict[str, Runs]:
    """What is found where no passage is in the language of its question."""
    from evals.retrieval.systems import systems

    runs: dict[str, dict[str, Sequence[str]]] = {}
    for chinese in (False, True):
        asked = [one for one in questions if is_chinese(one.language) == chinese]
        for name, system in systems(only(searcher, chinese=not chinese)).items():
            runs.setdefault(name, {}).update(found(asked, system))
    return dict(runs)


def only(searcher: Searcher, *, chinese: bool) -> Searcher:
    """The same search over the passages of one language."""
    corpus = searcher.corpus
    kept = [one for one in corpus.passages if is_chinese(one.language) == chinese]
    vectors = None
    if searcher.vectors is not None:
        vectors = np.ascontiguousarray(searcher.vectors[corpus.chinese == chinese])
    return Searcher(
        Corpus(kept, corpus.taxonomy, corpus.asked, corpus.linked),
        searcher.embedder,
        vectors,
        weights=searcher.weights.model_copy(update={"floor": -math.inf}),  # that of both languages
    )


def write_pool(path: Path, questions: Sequence[Question], runs: Sequence[Runs]) -> None:
    """Write what all systems found, shuffled, without the passages that have a grade."""
    shuffled = random.Random(0)  # the same pool each time
    with path.open("w", encoding="utf-8") as file:
        for asked in questions:
            pool = unique(each for one in runs for each in one[asked.id][:POOLED])
            left = [each for each in pool if each not in asked.grades]
            shuffled.shuffle(left)
            line = {"id": asked.id, "query": asked.query, "pool": left}
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


def _print(title: str, questions: Sequence[Question], runs: dict[str, Runs]) -> None:
    print(f"\n{title}")
    groups = {"all": list(questions)}
    groups |= {one.value: [q for q in questions if q.language is one] for one in LANGUAGES}
    for group, asked in groups.items():
        if not asked:
            continue
        print(f"  {group} ({len(asked)} questions)")
        for name, one in runs.items():
            scores = measured(asked, one)
            told = "  ".join(f"{measure} {scores[measure]:.3f}" for measure in MEASURES)
            print(f"    {name:20}{told}")


def _print_misses(questions: Sequence[Question], runs: Runs) -> None:
    print("\nwithout an answer among the first five")
    for asked in questions:
        if not any(asked.grades.get(each, 0) == 2 for each in runs[asked.id][:5]):
            print(f"  {asked.id} {asked.query} {asked.filters or ''}")
            for each in runs[asked.id][:5]:
                print(f"      {asked.grades.get(each, '?')} {each}")
