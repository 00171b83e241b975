"""Signs that steer a terminal or turn the order of words, shown instead of obeyed."""

from __future__ import annotations

_LINE = dict.fromkeys(map(ord, "\t\n"), " ")
_C0 = {code: chr(0x2400 + code) for code in range(0x20) if code not in _LINE}
_UNSHOWN = (
    range(0x80, 0xA0),  # C1: some terminals take 0x9B for the start of a command
    (0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)),  # direction
    (0x2028, 0x2029),  # ends of lines that only some programs know
    range(0xD800, 0xE000),  # halves of characters: no encoding can write them
)
_SIGNS = {
    **_LINE,
    **_C0,
    0x7F: "\u2421",
    **{code: "\ufffd" for codes in _UNSHOWN for code in codes},
}


def visible(text: str) -> str:
    """The text on one line with a visible sign for each that is none; its length stays."""
    return text.translate(_SIGNS)
