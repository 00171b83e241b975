"""Words are found whole, longest first, and not inside phrases that mean something else."""

from assistant.rules.words import WordFile, WordIndex, WordList, Words, merge


def find(text: str, words: list[str], unless: tuple[str, ...] = ()) -> list[str]:
    file = WordFile(name="list", words=Words(en=words), unless=Words(en=list(unless)))
    found = WordList(WordIndex({"list": merge(file)}).search, "list").find(text)
    return [text[span.start : span.end] for span in found]


def test_latin_words_are_whole_words() -> None:
    assert find("the better bettering of best-in-class", ["better", "best-in-class"]) == [
        "better",
        "best-in-class",
    ]


def test_latin_words_beside_chinese_have_their_borders() -> None:
    assert find("把gmv提升到200w", ["gmv", "提升"]) == ["gmv", "提升"]
    assert find("agmv", ["gmv"]) == []


def test_the_longest_word_wins_and_words_do_not_overlap() -> None:
    assert find("进一步提升", ["进一步", "提升", "步提", "一步"]) == ["进一步", "提升"]


def test_a_word_inside_an_excepted_phrase_is_not_found() -> None:
    assert find("问题闭环率与流程闭环", ["闭环"], ("闭环率",)) == ["闭环"]
    assert find("on-time delivery by the time", ["time"], ("on-time",)) == ["time"]


def test_words_may_begin_with_a_sign() -> None:
    assert find("be #1 in cold chain & freight", ["#1", "&"]) == ["#1", "&"]


def test_a_line_full_of_words_is_searched_in_time_that_grows_with_its_length() -> None:
    assert len(find("显著" * 20_000, ["显著", "显"])) == 20_000
