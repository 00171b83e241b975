"""Whose an ask, a plan or a day is: what was said before, a name in front, a word of manners."""

from datetime import date

import pytest

from assistant.models import OkrSet
from tests.checkins.reading.sets import by_place, made
from tests.checkins.reading.test_run_on import PHYSIO, TRAMS

CHOIR = made(
    ["Tickets sold from 200 to 600", "Rehearsals attended from 60% to 90%"], ["Sponsors: 8"]
)
TRIPS = made(["成团率从58%提高到75%", "回头客占比从22%到35%"], ["说明会出席率从40%到70%"])
TRIPS_HANT = made(["成團率從58%提高到75%", "回頭客占比從22%到35%"], ["說明會出席率從40%到70%"])


@pytest.mark.parametrize(
    ("text", "okr_set", "place", "words"),
    [
        (
            "Tickets 340. The box office scanner freezes all evening.\nRehearsals 71%\nSponsors 3\n"
            "Could Ivo order a second scanner?",
            CHOIR,
            (0, 0),
            "second scanner",
        ),
        (
            "成团率 61%，签证中心还没放号，两个团不敢收钱。\n回头客 25%\n出席率 52%\n"
            "麻烦外联本周再催一下签证中心",
            TRIPS,
            (0, 0),
            "签证中心",
        ),
        (
            "成團率 61%，簽證中心還沒放號，兩個團不敢收錢。\n回頭客 25%\n出席率 52%\n"
            "麻煩外聯本週再催一下簽證中心",
            TRIPS_HANT,
            (0, 0),
            "簽證中心",
        ),
        ("Tickets 340\nSponsors 3\nAsk → Rosa: ring the bank on the 12th", CHOIR, (1, 0), "bank"),
        ("Sponsors 3, front desk pls print the flyers again", CHOIR, (1, 0), "print the flyers"),
    ],
)
def test_an_ask_is_of_what_it_speaks_of(
    text: str, okr_set: OkrSet, place: tuple[int, int], words: str
) -> None:
    asks = {p: item.ask for p, item in by_place(text, okr_set).items() if item.ask}
    assert list(asks) == [place]
    assert words in str(asks[place])


@pytest.mark.parametrize(
    ("text", "okr_set"),
    [
        ("Sponsors 3.\nWe appreciate your understanding.", CHOIR),
        ("回头客 25%，以上请查收。", TRIPS),
        ("回頭客 25%，以上請查收。", TRIPS_HANT),
    ],
)
def test_manners_ask_for_nothing(text: str, okr_set: OkrSet) -> None:
    assert all(item.ask is None for item in by_place(text, okr_set).values())


def test_a_name_in_front_tells_whose_it_is() -> None:
    found = by_place("Tickets 340, rehearsals: Nadja sends the plan on Tuesday, sponsors 3", CHOIR)
    assert "Nadja sends the plan on Tuesday" in str(found[(0, 1)].next_action)
    assert (found[(0, 0)].value, found[(1, 0)].value) == (340, 3)


@pytest.mark.parametrize(
    ("text", "okr_set", "place", "day"),
    [
        ("Sponsors 3. Team will finish the letters by 12th Feb EOD.", CHOIR, (1, 0), 12),
        (
            "Wait 14 days, the treatment bench is broken. Joiner booked for 19 Feb.",
            PHYSIO,
            (0, 0),
            19,
        ),
        ("MTBF 440 hours, axle press is down. Fitter lined up for 17 Feb", TRAMS, (0, 1), 17),
        ("成团率 61%，打票机坏了，厂家工程师 2 月 11 号到场", TRIPS, (0, 0), 11),
        ("成團率 61%，場地被借走，2 月 17 號才還", TRIPS_HANT, (0, 0), 17),
    ],
)
def test_the_day_of_what_is_waited_for(
    text: str, okr_set: OkrSet, place: tuple[int, int], day: int
) -> None:
    assert by_place(text, okr_set)[place].due == date(2026, 2, day)
