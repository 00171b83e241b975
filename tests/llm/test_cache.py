import asyncio
from pathlib import Path

from pydantic import BaseModel

from assistant.llm.cache import CachedModel
from assistant.llm.port import Message
from assistant.llm.scripted import ScriptedModel


class Note(BaseModel):
    text: str


def ask(model: CachedModel, content: str) -> tuple[str, int]:
    made = asyncio.run(model.complete([Message("user", content)], Note))
    return made.value.text, made.attempts


def test_the_same_question_is_asked_once() -> None:
    model = CachedModel(ScriptedModel(['{"text": "准时"}', '{"text": "其他"}']))
    assert ask(model, "一") == ("准时", 1)
    assert ask(model, "一") == ("准时", 0)
    assert ask(model, "二") == ("其他", 1)


def test_a_folder_keeps_answers_beyond_the_process(tmp_path: Path) -> None:
    ask(CachedModel(ScriptedModel(['{"text": "one"}']), tmp_path), "q")
    assert ask(CachedModel(ScriptedModel(['{"text": "two"}']), tmp_path), "q") == ("one", 0)


def test_another_model_is_asked_itself(tmp_path: Path) -> None:
    ask(CachedModel(ScriptedModel(['{"text": "one"}'], name="small"), tmp_path), "q")
    assert ask(CachedModel(ScriptedModel(['{"text": "two"}'], name="large"), tmp_path), "q") == (
        "two",
        1,
    )


def test_a_spoilt_file_is_asked_for_again(tmp_path: Path) -> None:
    ask(CachedModel(ScriptedModel(['{"text": "one"}']), tmp_path), "q")
    for file in tmp_path.iterdir():
        file.write_text('{"te', encoding="utf-8")
    assert ask(CachedModel(ScriptedModel(['{"text": "two"}']), tmp_path), "q") == ("two", 1)


def test_the_same_last_words_after_another_draft_are_another_question() -> None:
    """A repair or a second turn ends alike for all: the whole talk counts, whoever said it."""
    model = CachedModel(ScriptedModel(['{"text": "one"}', '{"text": "two"}', '{"text": "three"}']))
    talks = [
        [Message("system", "rules"), Message("user", "draft of Ann"), Message("user", "again")],
        [Message("system", "rules"), Message("user", "draft of Bo"), Message("user", "again")],
        [Message("system", "rules"), Message("user", "draft of Bo"), Message("user", "stop")],
    ]
    told = [asyncio.run(model.complete(talk, Note)).value.text for talk in talks]
    assert told == ["one", "two", "three"]
