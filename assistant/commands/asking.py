"""What is asked at the terminal, and the end of a talk that leads nowhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NoReturn, TypeVar

import typer

from assistant.messages import say
from assistant.models import Language
from assistant.own_data import load
from assistant.rendering.visible import visible

MOST_UNUSABLE = (
    5  # answers in a row: whoever types them does not know what is asked, or is a program
)

Said = TypeVar("Said")


@dataclass(slots=True)
class Talk:
    """Questions in one language; `over` once somebody stopped, or nothing came of asking."""

    language: Language
    over: bool = False
    unusable: int = 0

    def ask(self, text: str, usual: str = "") -> str:
        """What is answered; the usual where nothing is."""
        said = typer.prompt(visible(text), default=usual, show_default=bool(usual), err=True)
        return str(said).strip()

    def confirm(self, key: str) -> bool:
        """Whether somebody says yes; an empty answer does."""
        while True:
            said = self.ask(self.say(key), "y")
            if _means("agree", said) or _means("decline", said):
                return self.usable(_means("agree", said))
            self.refuse(self.say("ask.unknown", said=said))

    def stops(self, said: str) -> bool:
        """Whether an answer ends the talk."""
        return _means("stop", said)

    def leaves(self, said: str) -> bool:
        """Whether an answer leaves a question as it is."""
        return _means("leave", said)

    def usable(self, answer: Said) -> Said:
        """The answer, which was one."""
        self.unusable = 0
        return answer

    def refuse(self, told: str) -> None:
        """Tell what is wrong with an answer.

        Raises:
            typer.Abort: After too many in a row.
        """
        typer.echo(visible(told), err=True)
        self.unusable += 1
        if self.unusable >= MOST_UNUSABLE:
            typer.echo(self.say("ask.ends", count=self.unusable), err=True)
            self.stop()

    def stop(self) -> NoReturn:
        """End the talk here.

        Raises:
            typer.Abort: Always.
        """
        self.over = True
        raise typer.Abort

    def say(self, key: str, **facts: Any) -> str:
        """A message of the report's in the language of the talk."""
        return say("report", key, self.language, **facts)


def _means(what: str, said: str) -> bool:
    ways: list[str] = load("assistant.commands", "asking.yml")[what]
    return said.lower() in ways
