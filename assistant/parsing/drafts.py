"""Reading a draft of any format, bounded by the settings."""

from __future__ import annotations

from collections.abc import Callable

from assistant.errors import CoachError, InputTooLarge, UnreadableInput
from assistant.models import At
from assistant.parsing.formats.enclosed import read_enclosed
from assistant.parsing.formats.own_form import take_off_own_notes, take_off_own_rows
from assistant.parsing.formats.recognising import decode, recognise
from assistant.parsing.formats.structured import SetReader, placer
from assistant.parsing.formats.tree import read_json, read_yaml
from assistant.parsing.reading import Draft, Format, LineCount, SetReading
from assistant.settings import Settings as Limits


def read_draft(
    data: str | bytes, *, name: str | None = None, form: Format | None = None, limits: Limits
) -> Draft:
    """Read a draft.

    Args:
        data: The source, as text or as the bytes of a file.
        name: Name of the file; its ending helps to recognise the format, and errors name it.
        form: The format, if it shall not be recognised.
        limits: Most bytes, lines, characters a line, and depth.

    Raises:
        UnreadableInput: If it is no draft in that format; also `InputTooLarge`, `UnknownFormat`.
    """
    try:
        _check_size(data, limits)
        draft = _reader(form or recognise(data, name))(data, limits)
    except CoachError as error:
        error.file = error.file or name
        raise
    if draft.text is not None:
        take_off_own_notes(draft.text, draft.sets)
    elif draft.format is Format.XLSX:
        take_off_own_rows(draft.sets)
    return draft


def _check_size(data: str | bytes, limits: Limits) -> None:
    size = len(data) if isinstance(data, bytes) else len(data.encode("utf-8", "surrogatepass"))
    if size > limits.max_bytes:
        raise InputTooLarge("bytes", limit=limits.max_bytes, size=size)


def _reader(form: Format) -> Callable[[str | bytes, Limits], Draft]:
    return {
        Format.TEXT: _read_text,
        Format.MARKDOWN: _read_markdown,
        Format.JSON: _read_json,
        Format.YAML: _read_yaml,
        Format.JSONL: _read_jsonl,
        Format.CSV: _read_csv,
        Format.XLSX: _read_xlsx,
        Format.DOCX: _read_docx,
    }[form]


def _source(data: str | bytes, limits: Limits) -> str:
    text = decode(data)
    if not text.strip():
        raise UnreadableInput("empty")
    LineCount(limits).add(text.count("\n") + 1)
    return text


def _read_text(data: str | bytes, limits: Limits) -> Draft:
    from assistant.parsing.outline.texts import read_text

    text = _source(data, limits)
    if enclosed := read_enclosed(text, limits):
        return Draft(Format.JSON, enclosed, text=text)
    return Draft(Format.TEXT, *read_text(text, limits), text=text)


def _read_markdown(data: str | bytes, limits: Limits) -> Draft:
    from assistant.parsing.lines.inline import plain
    from assistant.parsing.outline.texts import read_text

    text = _source(data, limits)
    if enclosed := read_enclosed(text, limits):
        return Draft(Format.JSON, enclosed, text=text)
    return Draft(Format.MARKDOWN, *read_text(text, limits, plain), text=text)


def _read_json(data: str | bytes, limits: Limits) -> Draft:
    text = _source(data, limits)
    reader = SetReader(placer(text), limits, LineCount(limits))
    try:
        sets = reader.read(read_json(text, limits.max_depth))
    except UnreadableInput as error:
        enclosed = read_enclosed(text, limits) if error.reason == "bad_json" else None
        if enclosed is None:
            raise
        sets = enclosed
    return Draft(Format.JSON, sets, text=text)


def _read_yaml(data: str | bytes, limits: Limits) -> Draft:
    text = _source(data, limits)
    reader = SetReader(placer(text), limits, LineCount(limits))
    return Draft(Format.YAML, reader.read(read_yaml(text, limits.max_depth)), text=text)


def _read_csv(data: str | bytes, limits: Limits) -> Draft:
    from assistant.parsing.formats.spreadsheets import read_csv

    return read_csv(_source(data, limits), limits)


def _read_xlsx(data: str | bytes, limits: Limits) -> Draft:
    from assistant.parsing.formats.spreadsheets import read_xlsx

    return read_xlsx(_binary(data, Format.XLSX), limits)


def _read_docx(data: str | bytes, limits: Limits) -> Draft:
    from assistant.parsing.formats.documents import read_docx

    return read_docx(_binary(data, Format.DOCX), limits)


def _binary(data: str | bytes, form: Format) -> bytes:
    if isinstance(data, bytes):
        return data
    raise UnreadableInput(f"not_{form.value}")


def _read_jsonl(data: str | bytes, limits: Limits) -> Draft:
    text = _source(data, limits)
    count = LineCount(limits)
    lines = enumerate(text.split("\n"), start=1)
    sets = [_jsonl_line(line, number, limits, count) for number, line in lines if line.strip()]
    return Draft(Format.JSONL, sets, text=text)


def read_jsonl_line(line: str | bytes, number: int, limits: Limits) -> SetReading:
    """The set that stands on one line of a JSONL source.

    Raises:
        UnreadableInput: With the number of the line.
    """
    return _jsonl_line(line, number, limits, LineCount(limits))


def _jsonl_line(line: str | bytes, number: int, limits: Limits, count: LineCount) -> SetReading:
    try:
        _check_size(line, limits)
        text = decode(line)
        value = read_json(text, limits.max_depth, places=False)
        return SetReader(_line_places(text, number), limits, count).read_set(value)
    except CoachError as error:
        error.line = number
        raise


def _line_places(text: str, number: int) -> Callable[[object], At | None]:
    """Places of the texts of one line, found one after the other as they are asked for."""
    searched = 0

    def place(value: object) -> At | None:
        nonlocal searched
        if not isinstance(value, str):
            return None
        found = text.find(f'"{value}"', searched)
        if found < 0:  # written with escapes, or asked for out of turn
            return At(line=number)
        searched = found + 1
        return At(line=number, column=found + 2)

    return place
