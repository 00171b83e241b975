"""Reading one file of the rubric; whatever is wrong with it is told with file and line."""

from __future__ import annotations

from importlib.resources.abc import Traversable
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

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


# What pydantic finds, and how we tell it; all else is told in the words of our own models.
_REASONS = {
    "missing": "missing",
    "union_tag_not_found": "missing",
    "extra_forbidden": "unknown_key",
    "enum": "one_of",
    "literal_error": "one_of",
    "union_tag_invalid": "one_of",
    "string_type": "needs_text",
    "int_type": "needs_number",
    "float_type": "needs_number",
    "list_type": "needs_list",
    "dict_type": "needs_mapping",
    "model_type": "needs_mapping",
    "string_pattern_mismatch": "bad_form",
    "too_short": "too_few",
    "string_too_short": "too_few",
}
_FACTS = {"expected": "allowed", "expected_tags": "allowed", "pattern": "form"}


def validate(tree: strict_yaml.Tree, model: type[_M]) -> _M:
    """Check a file's value against its model.

    Raises:
        RubricError: What is wrong, with the line and the dotted name of the first wrong field.
    """
    try:
        return model.model_validate(tree.value)
    except ValidationError as error:
        first = error.errors()[0]
        line = tree.line_of(first["loc"])
        raise _refusal(first, tree.file, line, model.__name__.lower()) from error


def _refusal(found: ErrorDetails, file: str | None, line: int | None, whole: str) -> RubricError:
    # Parts such as "literal['enabled',…]" name a choice of our models, not a key of the file.
    loc = [str(part) for part in found["loc"] if "[" not in str(part)]
    if found["type"] == "union_tag_not_found":
        loc.append("kind")
    reason = _REASONS.get(found["type"], "invalid")
    context = found.get("ctx", {})
    facts = {ours: context[name] for name, ours in _FACTS.items() if name in context}
    if "allowed" in facts:
        facts["allowed"] = str(facts["allowed"]).replace(" or ", ", ").replace("'", "")
    why = found["msg"].removeprefix("Value error, ")
    field = ".".join(loc) or whole
    return RubricError(reason, file=file, line=line, field=field, why=why, **facts)
