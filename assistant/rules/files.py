"""Reading one file of the rubric; whatever is wrong with it is told with file and line."""

from __future__ import annotations

from importlib.resources.abc import Traversable
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from assistant import strict_yaml
from assistant.errors import RubricError
from assistant.rules.schema import Pack, Profile, Rule
from assistant.rules.words import WordFile

Part = Rule | WordFile | Profile | Pack
_M = TypeVar("_M", bound=BaseModel)
# In the order in which they are read: a rule names word lists, profiles and packs name rules.
PARTS: dict[str, type[Rule] | type[WordFile] | type[Profile] | type[Pack]] = {
    "words": WordFile,
    "rules": Rule,
    "profiles": Profile,
    "packs": Pack,
}


def folder_files(folder: Traversable, name: str) -> list[Traversable]:
    """The YAML files of a subfolder by name; none where there is no such folder."""
    inner = folder.joinpath(name)
    if not inner.is_dir():
        return []
    found = [file for file in inner.iterdir() if file.name.endswith((".yml", ".yaml"))]
    return sorted(found, key=lambda file: file.name)


def read_part(file: Traversable, model: type[Part]) -> tuple[Part, strict_yaml.Tree]:
    """Read one part; its file has to bear its name.

    Raises:
        BrokenFile: What is wrong, with file and line.
    """
    tree = strict_yaml.read_file(file)
    part = validate(tree, model)
    name = part.id if isinstance(part, Rule) else part.name
    if file.name.rpartition(".")[0] != name:
        raise RubricError("wrong_name", file=tree.file, line=1, what=name)
    return part, tree


def validate(tree: strict_yaml.Tree, model: type[_M]) -> _M:
    """Check a file's value against its model.

    Raises:
        RubricError: `invalid`, with the line and the dotted name of the first wrong field.
    """
    try:
        return model.model_validate(tree.value)
    except ValidationError as error:
        first = error.errors()[0]
        line = tree.line_of(first["loc"])
        field = ".".join(map(str, first["loc"])) or model.__name__.lower()
        why = first["msg"].removeprefix("Value error, ")
        raise RubricError("invalid", file=tree.file, line=line, field=field, why=why) from error
