"""A message cut into clauses: each with its line, its sentence, and the label over it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from assistant.checkins.reading.dictated import blanks_between
from assistant.checkins.reading.labels import label_at
from assistant.checkins.reading.lexicon import patterns
from assistant.checkins.reading.tables import OF_NUMBERS, cells_of, columns_of, is_rule

MOST_CLAUSES = 400
_BULLET = re.compile(
    r"[ \t]*(?:(?:[-+•・·●○◆◇■□▪▸►‣–—*]|\([0-9]{1,2}\)|[0-9]{1,2}[.)、](?![0-9])"
    r"|[一二三四五六七八九十]{1,3}、|[①②③④⑤⑥⑦⑧⑨])[ \t]*)?(?P<box>(?:\[[ x✓✔]\]|[☐☑])[ \t]*)?"
)


def _said(key: str) -> str:
    """One pattern of those in `lexicon/clauses.yml`."""
    return patterns("clauses", key).pattern


# A sign that is no light ends a sentence: 少 2 分钟👍 预约率没变, 15 days 👍 no-shows 13%.
_SIGN = (
    r"(?:(?![🟢🟡🔴🟠✅❌⚠💚🛑⬆⬇])[\u2600-\u27bf\U0001f300-\U0001faff]){1,4} ?"
    rf"(?=[一-鿿]{{2}}|(?!{_said('goes_on')})[a-z]{{2}})"
)
# A full stop, but not behind a letter alone, nor in front of a number by which a thing is called.
_POINT = (
    r"(?:(?<![^a-z0-9/&'][a-z])|(?<=[0-9] [a-z]))\.(?= |$|\n)"
    rf"(?!(?:{_said('shortened')}) ?[$€£]?#?[0-9])"
)
_STOP = re.compile(rf"[。!?;\n]|{_POINT}|{_SIGN}")
_CUT = re.compile(
    rf"[。!?;|()【】「」]|~ (?=[^0-9])|{_POINT}"
    r"|,(?![0-9]{3}(?![0-9])| which )| -{1,2} |—+| / "
    r"| (?:→|\+) (?![0-9])"
    # Where blanks stand for commas: KR1 92% 绿 KR2 88% 黄灯 缺人; 信心 7/10 下周继续.
    r"|(?<=/10) (?=[一-鿿])|(?<=/10): |(?<=灯) (?=[一-鿿])"
    r"|(?<=[0-9%一-鿿]) (?=[绿黄红](?:[ ,;。]|灯|$))"
    r"|(?<= [绿黄红]) (?=[一-鿿a-z])"
    # What is asked in front of why: 请张总协调一下：授权还没盖章.
    r"|(?:(?<=[一-鿿]{3}[协帮支][助忙持援调])|(?<=一下)): ?"
    r"| and (?=(?:i|we|they|there|nobody|no one) (?:ca|can|cannot|have|has|need|do|is|are|was)\b)"
    # What happened besides: today it's 16 and the oven broke.
    rf"|{_said('one_by_one')}|{_said('speaks_on')}"
    r"|(?<=[0-9%])(?<!kr[0-9])(?<!kr [0-9])(?<!kr[0-9]\.[0-9])(?<!kr [0-9]\.[0-9])"
    r" and (?=(?:tbh |honestly |frankly )?(?:the|our|their|my) "
    r"(?!(?:rest|others?|target|goal|trend|one|ones|same)(?![a-z])))"
    # What stands against it: 33 but the exam is held once a month; 26 days: the faculty is slow.
    r"| (?=(?:but|though|although|whereas) (?!not |no |never |still |only |steady|steadily|slowly))"
    r"|(?:(?<=%)|(?<=[0-9] days)|(?<=[0-9] hours)|(?<=[0-9] weeks)|(?<=[0-9] minutes)): (?=[a-z])"
    # A reason in the middle of a sentence, and what comes behind a sign: 89% 🟡 because ...
    r"| (?=(?:because|due to|owing to|so (?:if|can|could|please|i need|we need)) )"
    r"|(?<=[a-z0-9%一-鿿] [\u2600-\u27bf\U0001f300-\U0001faff]) "
    r"|(?<=[0-9%一-鿿])、(?=[^0-9,;。、]{1,12}[0-9])(?! ?(?:kr|o) ?[0-9])"
    r"|(?<=[绿黄红灯])、(?=[一-鿿a-z])"
    # The next thing behind a sign or a slash: 差评 2%👍 复购 31%; 天数 7 天/客诉 9 件.
    rf"|(?<=[0-9a-z%一-鿿]){_SIGN}"
    r"|(?:(?<=[0-9%])|(?<=[0-9%][一-鿿])|(?<=[0-9%] [一-鿿])|(?<=[0-9%][一-鿿]{2}))"
    r"/(?=[一-鿿]{2,10} ?:?[0-9])"
    # What is said without a pause.
    rf"|(?<=[0-9.%一-鿿]{{5}})(?=(?:{_said('opens')})(?!因为)[一-鿿])"
    # What somebody says while thinking.
    r"| (?:u[hm]+m?|e[rh]+m?|so yeah),? (?=[a-z])"
    # A reason in fewer words, behind a number or a level: 96 as gales keep us off; 7 to 5 bc of it.
    rf"|(?:(?<=[0-9%])|{_said('judged')}) (?={_said('reasons')})"
    # Drawn out: 提交率86%~到场率75%, 报告一下啦~故障修好了.
    rf"|(?<=[0-9%])~+(?={_said('drawn')})|(?<=[0-9][一-鿿])~+(?={_said('drawn')})"
)
# They hold for the rest of the sentence, and at the start of a line for the rest of the line.
TEXT_LABELS = frozenset({"blocker", "ask", "next_action", "progress", "comment"})


# One after the other under a label: 信心: 复购7, 差评5.
_LISTED = {
    "confidence": re.compile(
        r"[a-z一-鿿][^0-9,;。]{0,30}[0-9]{1,3}(?:\.[0-9])?(?:/10| ?%| ?分| ?成)?"
    ),
    "status": re.compile(
        r"[a-z一-鿿][^0-9,;。]{0,14}(?:[红黄绿]灯?|red|amber|yellow|green|on track|at risk)"
    ),
}


class Clause(NamedTuple):
    """`seen[start:end]` without the words of its label.

    `label` is the kind of a label in front of it or over it; `own` whether it stands right in
    front. `aside` is in brackets. `level` is the indent of its line, `bullet` whether it has one.
    """

    start: int
    end: int
    line: int
    sentence: int
    label: str | None = None
    own: bool = False
    aside: bool = False
    level: int = 0
    bullet: bool = False
    first: bool = False  # of its line
    cells: bool = False  # of a table
    kept: bool | None = None  # of a line with a box: whether it is ticked
    opens: bool = False  # behind another one without a pause, with a name of its own


@dataclass(slots=True)
class _Section:
    label: str | None = None
    level: int = 0
    blank: bool = False  # the line before was empty
    columns: list[str | None] | None = None  # of the table that goes on


def find_clauses(seen: str, whole: Sequence[tuple[int, int]] = ()) -> list[Clause]:
    """The clauses of a message in order; a line that is only a label is over those that follow.

    No clause ends inside one of the stretches of `whole` (O1 / KR2).
    """
    found: list[Clause] = []
    over = _Section()
    at, number, sentence = 0, 0, 0
    while at < len(seen) and len(found) < MOST_CLAUSES:
        line_end = seen.find("\n", at)
        line_end = len(seen) if line_end < 0 else line_end
        inside = [span for span in whole if at <= span[0] < line_end]
        found += [
            clause._replace(sentence=clause.sentence + sentence)
            for clause in _of_line(seen, at, line_end, number, over, inside)
        ]
        sentence = found[-1].sentence + 1 if found else 0
        at, number = line_end + 1, number + 1
    return found[:MOST_CLAUSES]


def _of_line(
    seen: str, start: int, end: int, number: int, over: _Section, whole: list[tuple[int, int]]
) -> Iterator[Clause]:
    if not seen[start:end].strip():
        over.blank, over.columns = True, None
        return
    cells = cells_of(seen, start, end)
    if cells and (is_rule(seen, start, end) or _is_header(seen, cells, over)):
        return
    if cells and over.columns:
        yield from _of_row(seen, cells, number, over.columns)
        return
    over.columns = None
    bullet = _BULLET.match(seen, start, end)
    at = bullet.end() if bullet else start
    marked = bullet is not None and bool(bullet.group().strip())
    level = len(seen[start:end]) - len(seen[start:end].lstrip(" \t"))
    heading = label_at(seen, at, end)
    if heading and not seen[heading[1] : end].strip(" :-"):
        over.label, over.level, over.blank = heading[0], level if marked else 0, False
        return
    if level < over.level or (over.blank and not marked):
        over.label, over.level = None, 0
    over.blank = False
    kept = _is_ticked(bullet["box"]) if bullet and bullet["box"] else None
    base = Clause(at, end, number, 0, over.label, level=level, bullet=marked, kept=kept)
    yield from _labelled(seen, at, end, base, whole)


def _is_ticked(box: str) -> bool:
    return any(sign in box for sign in "x✓✔☑✅")


def _is_header(seen: str, cells: list[tuple[int, int]], over: _Section) -> bool:
    columns = columns_of(seen, cells, label_at)
    over.columns = columns or over.columns
    return columns is not None


def _of_column(label: str | None, cell: str) -> str | None:
    """What a cell is; this week's and last week's are values, if they are numbers."""
    if label not in OF_NUMBERS:
        return label
    return OF_NUMBERS[label] if any(char.isdigit() for char in cell) else "progress"


def _of_row(
    seen: str, cells: list[tuple[int, int]], number: int, columns: list[str | None]
) -> Iterator[Clause]:
    for i, (start, end) in enumerate(cells):
        if start < end:
            label = _of_column(columns[i] if i < len(columns) else None, seen[start:end])
            own = label is not None
            yield Clause(start, end, number, i, label, own=own, first=i == 0, cells=True)


def _labelled(
    seen: str, start: int, end: int, base: Clause, whole: list[tuple[int, int]]
) -> Iterator[Clause]:
    label, sentence, first, depth = base.label, 0, True, 0
    for at, to in _pieces(seen, start, end, whole):
        depth = _depth(seen[at - 1 : at] if at > start else "", depth)
        found = label_at(seen, at, to, alone=False)
        if found:
            label, at = found
            base = base._replace(label=label) if first and label in TEXT_LABELS else base
        piece = _trimmed(seen, at, to)
        if piece:
            listed = label in _LISTED and _LISTED[label].fullmatch(seen, *piece) is not None
            own = bool(found) or listed
            clause = base._replace(start=piece[0], end=piece[1], label=label, own=own)
            yield clause._replace(sentence=sentence, first=first, aside=depth > 0)
            first = False
            label = label if label in TEXT_LABELS or listed else base.label
        if _STOP.match(seen, to) or seen.startswith((" / ", " - "), to):
            sentence += 1
            label = base.label


def _depth(opener: str, depth: int) -> int:
    if opener == "(":
        return 1
    return 0 if opener == ")" else depth


def _pieces(
    seen: str, start: int, end: int, whole: list[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    at = start
    for cut, to in sorted({*_cuts(seen, start, end)}):
        if cut < at or any(a <= cut < b for a, b in whole):
            continue
        yield at, cut
        at = to
    yield at, end


# A blank behind a number to which everything else is glued: 合格率92.8 停机15小时 能耗2.5度/件.
_GLUED = re.compile(
    r"[一-鿿][0-9]+(?:\.[0-9]+)?(?:%|[一-鿿a-z]{0,3}(?:/[一-鿿]{1,2})?)(?P<gap> )"
    r"(?=(?![到至升降提涨增减变掉跌])[一-鿿]{2})"
    # Or with letters: p99 460ms 故障4起 覆盖率56%.
    r"|(?<=[0-9])(?:ms|s|h|min|kb|mb|gb|kg|km|k|w|x|%)(?P<next> )"
    r"(?=(?![到至升降提涨增减变掉跌])[一-鿿]{2,8} ?:?[0-9])"
)


def _cuts(seen: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    yield from (match.span() for match in _CUT.finditer(seen, start, end))
    yield from blanks_between(seen, start, end)
    for match in _GLUED.finditer(seen, start, end):
        yield match.span("next" if match["next"] else "gap")


def _trimmed(seen: str, start: int, end: int) -> tuple[int, int] | None:
    piece = seen[start:end]
    kept = piece.strip(" \t:~*-\"'")
    if not kept:
        return None
    start += piece.index(kept)
    signed = kept[0].isdigit() and seen[start - 1 : start] == "-" and start > 0
    return start - signed, start + len(kept)
