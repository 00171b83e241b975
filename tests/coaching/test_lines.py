"""Whether a stream has a set a line is seen from its first lines, and nothing is lost."""

import io

import pytest

from assistant.coaching.lines import peek_jsonl

SET = b'{"objectives": ["\xe5\xae\xa2\xe6\x88\xb7"]}\n'


@pytest.mark.parametrize(
    ("given", "streamed"),
    [
        (SET + SET, True),
        (b"\n\n" + SET + b"\r\n" + SET, True),
        (b"\xef\xbb\xbf" + SET + b"broken", True),
        (SET, False),
        (SET + b"\n\n", False),
        (b'{\n"objectives": []\n}', False),
        (b"O1: Win {x}\nKR1: NPS 50\n", False),
        (b"{unquoted: yes}\nmore: no\n", False),
        (b"{" * 5000 + b"}" * 5000 + b"\n{}", False),
        (b"", False),
    ],
)
def test_what_was_looked_at_is_read_again(given: bytes, streamed: bool) -> None:
    is_jsonl, again = peek_jsonl(io.BytesIO(given), 20_000)
    assert (is_jsonl, again.read()) == (streamed, given)


def test_no_more_than_the_first_lines_are_read() -> None:
    source = io.BytesIO(SET * 1000)
    assert peek_jsonl(source, 1000)[0]
    assert source.tell() == 2 * len(SET)


def test_a_line_without_end_is_not_read_to_its_end() -> None:
    source = io.BytesIO(b"{" + b"x" * 1_000_000)
    assert not peek_jsonl(source, 1000)[0]
    assert source.tell() == 1001
