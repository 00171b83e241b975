"""What follows a magnitude and belongs to the same number: 13万8, 3千5, 2亿3, 11 万 2 千."""

from __future__ import annotations

from assistant.language.figures.numbers import han_value
from assistant.language.lexicon import section
from assistant.patterns import lazy

# With a magnitude of its own, or in full behind ten thousands: 2亿3000万, 11 万 2 千, 3万5000.
_SCALED = lazy(
    r" ?(?:零 ?)?(?P<n>[1-9][0-9]{0,3}(?:\.[0-9])?|[一二两三四五六七八九十]{1,3}) ?"
    r"(?P<scale>[千百十]万|万|千(?![瓦克米卡帕赫字伏])|百(?![米帕分]))"
)
_IN_FULL = lazy(r"零?(?P<n>[1-9][0-9]{3})(?![0-9.:/年,-])")
# A digit alone is of the next smaller place, unless it counts something of its own: 5万1台, 3万2天.
_NEXT_PLACE = lazy(
    r"(?:[2-9二两三四五六七八九](?! ?个)|1(?! ?[个台套件张单人家次年]))"
    r"(?![0-9.:/%,、~-]?[0-9%]|[零〇一二两三四五六七八九十百千万亿]"
    r"| ?(?:天|日|号|周|月|季|年|小时|分钟|秒|期|级|楼|折|成|倍|线|星|个月))"
)
_TEN_THOUSAND, _PLACES = 10_000.0, "百千万亿"


def rest_of(folded: str, at: int, factor: float) -> tuple[float, int]:
    """What the digits behind a Chinese magnitude add, and where they end; nothing: 0 and `at`."""
    added = 0.0
    while at and folded[at - 1] in _PLACES and (scaled := _SCALED.match(folded, at)):
        scale = float(section("units")["magnitudes"][scaled["scale"]])
        number = _value(scaled["n"])
        if number is None or number * scale >= factor:
            break
        added, at, factor = added + number * scale, scaled.end(), scale
    more, end = _last(folded, at, factor)
    return added + more, end


def _last(folded: str, at: int, factor: float) -> tuple[float, int]:
    if not at or folded[at - 1] not in _PLACES:
        return 0.0, at
    full = _IN_FULL.match(folded, at) if factor == _TEN_THOUSAND else None
    if full:
        return float(full["n"]), full.end()
    digit = _NEXT_PLACE.match(folded, at)
    value = _value(digit[0]) if digit else None
    return (value * factor / 10, at + 1) if value else (0.0, at)


def _value(written: str) -> float | None:
    return float(written) if written[0].isascii() else han_value(written)
