"""The model that the settings name, if any."""

from __future__ import annotations

from assistant.errors import UsageError
from assistant.llm.cache import CachedModel
from assistant.llm.port import ChatModel
from assistant.models.suggestion import ModelUse
from assistant.settings import MaySend, Settings
from assistant.system import why

LARGEST_ROSTER = 1_000_000  # characters


def load_model(settings: Settings) -> ChatModel | None:
    """The model, remembering its answers; None where none is set or nothing may leave."""
    if settings.llm_base_url is None or settings.llm_send is MaySend.NOTHING:
        return None
    from assistant.llm.openai_chat import OpenAIChat  # LangChain takes a second to load

    return CachedModel(OpenAIChat(settings), settings.cache_dir)


def wanted_model(settings: Settings, use: ModelUse) -> ChatModel | None:
    """The model for a call that says whether it wants one.

    Raises:
        UsageError: `no_model`, where one is wanted and none is set.
    """
    model = None if use is ModelUse.OFF else load_model(settings)
    if model is None and use is ModelUse.ON:
        raise UsageError("no_model")
    return model


def load_roster(settings: Settings) -> frozenset[str] | None:
    """The names to mask besides those that a set declares; None where nothing is masked.

    Raises:
        UsageError: `bad_setting`, where the roster cannot be read.
    """
    if settings.llm_send is not MaySend.MASKED:
        return None
    if settings.roster_file is None:
        return frozenset()
    try:
        text = settings.roster_file.read_text(encoding="utf-8")[:LARGEST_ROSTER]
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError("bad_setting", field="OKR_ROSTER_FILE", why=why(error)) from error
    return frozenset(line.strip() for line in text.splitlines() if line.strip())
