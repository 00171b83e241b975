"""What the system says of files and ports, as users are told it."""

import errno
import os
from pathlib import Path

import pytest
from filelock import Timeout

from assistant.models import Language
from assistant.system import why


@pytest.mark.parametrize(
    ("number", "english", "traditional"),
    [
        (errno.ENOENT, "there is no such file or folder", "沒有這個檔案或資料夾"),
        (errno.EISDIR, "it is a folder, not a file", "這是資料夾，不是檔案"),
        (errno.EADDRINUSE, "another program uses it", "已被其他程式佔用"),
    ],
)
def test_known_errors_are_told_in_both_languages(
    number: int, english: str, traditional: str
) -> None:
    told = why(OSError(number, os.strerror(number)))
    assert (told(Language.EN), told(Language.ZH_HANT)) == (english, traditional)


def test_a_rare_error_is_told_in_the_words_of_the_system() -> None:
    told = why(OSError(errno.EXDEV, "Invalid cross-device link"))
    assert told(Language.ZH_HANS) == "Invalid cross-device link"


def test_a_lock_a_name_and_a_text_in_another_encoding_have_words_of_their_own(
    tmp_path: Path,
) -> None:
    assert why(Timeout("okr.lock"))(Language.ZH_HANS) == "正被另一个命令使用"
    with pytest.raises(ValueError, match="null byte") as named:
        (tmp_path / "a\0b").read_text(encoding="utf-8")
    assert why(named.value)(Language.EN) == "a file cannot have such a name"
    with pytest.raises(UnicodeDecodeError) as decoded:
        "名单".encode("gbk").decode("utf-8")
    assert why(decoded.value)(Language.ZH_HANS) == "不是 UTF-8 文本"
