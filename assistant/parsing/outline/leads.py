"""What stands over the lists of a document: it marks its objectives in one way."""

from __future__ import annotations

from collections import Counter

from assistant.parsing.labels.marks import Role
from assistant.parsing.outline.nesting import Node, Place
from assistant.parsing.titles.remarks import stands_beside
from assistant.parsing.titles.title_fields import title_fields
from assistant.parsing.titles.title_words import is_generic, is_name, is_prose, names_a_team


class Leads:
    """The headings and plain lines over lists: a document marks its objectives in one way."""

    def __init__(self, nodes: list[Node]) -> None:
        leads = [node for node in nodes if _is_lead(node)]
        self._all = Counter(map(_style, leads))
        self._over_nested = Counter(_style(node) for node in leads if node.items[0].nested)
        self._over_flat = {_style(node) for node in leads if _leads_flat(node)}
        lists = any(node.line.item or node.line.kind == "|" for node in nodes)
        self._indented = 0 if lists else sum(map(_leads_deeper, nodes))
        over = [len(node.children) for node in nodes if _leads_headings(node)]
        self._over_headings = len(over) if len(over) > 1 else 0
        self._areas = Counter(n.line.level for n in nodes if _names_area(n) and n.items[0].nested)
        self._flat_areas = Counter(
            n.line.level for n in nodes if _names_area(n) and not n.items[0].nested
        )
        self._over_labels = Counter(
            n.line.level for n in nodes if _leads_label(n) and not names_a_team(n.line.text)
        )
        self._over_lines = Counter(node.line.level for node in nodes if _leads_lines(node))

    def over_objectives(self, node: Node) -> bool:
        """Whether the list under a lead has objectives for its items, as lists under most have."""
        style = _style(node)
        if style in self._over_flat:
            return False
        return node.items[0].nested and self._over_nested[style] * 2 > self._all[style]

    def over_lines(self, node: Node) -> bool:
        """Whether a heading has plain lines with values under it, as others of its rank have."""
        return _leads_lines(node) and self._over_lines[node.line.level] > 1

    def indented(self, node: Node) -> Place | None:
        """What a plain line is where nothing but its indentation tells objectives from results."""
        if self._indented < _FEWEST:
            return None
        if _leads_deeper(node):
            return Place.OBJECTIVE
        above = node.parent
        return Place.KEY_RESULT if above and _leads_deeper(above) else None

    def over_headings(self, node: Node) -> bool:
        """Whether the headings under a heading are its key results: they name values."""
        return self._over_headings > 0 and _leads_headings(node)

    @property
    def several(self) -> bool:
        """Whether lines of one style lead several lists: what has no lead is beside them."""
        return max(self._all.values(), default=0) > 1

    def among_nested(self, node: Node) -> bool:
        """Whether it stands in a list below the name of an area, as others have nested lists.

        There the outer items are objectives, and those of this list have no key results yet.
        """
        above = node.parent
        if above is None or not _names_area(above) or node.children:
            return False
        nested = self._areas[above.line.level]
        return nested >= _FEWEST and nested >= self._flat_areas[above.line.level]

    def like_others(self, node: Node) -> bool:
        """Whether other headings of its rank stand over key results with a label, as it does."""
        return _leads_label(node) and self._over_labels[node.line.level] >= _FEWEST

    def over_results(self, node: Node) -> int:
        """How many leads of the style of a line have nothing but key results under them."""
        return self._all[_style(node)] - self._over_nested[_style(node)]


def _leads_lines(node: Node) -> bool:
    """Whether a heading has nothing under it but plain lines, most of which name a value."""
    lines = [child.line for child in node.children]
    if not node.line.heading or len(lines) < _FEWEST or is_generic(node.line.text):
        return False
    plain = all(not (line.kind or line.mark or is_prose(line.text)) for line in lines)
    valued = sum(_valued(line.text) for line in lines)
    return plain and valued * 2 > len(lines)


_FEWEST = 2


def _is_lead(node: Node) -> bool:
    if not node.items or node.line.item or node.line.mark:
        return False
    return not is_prose(node.line.text) and not is_generic(node.line.text)


def _leads_flat(node: Node) -> bool:
    """Whether a heading has lines under it, none of which has any below: they are no objectives."""
    flat = len(node.items) >= _FEWEST_FLAT and not any(item.children for item in node.items)
    return node.line.heading and flat and not stands_beside(node.line.text)


_FEWEST_FLAT = 3


def _leads_label(node: Node) -> bool:
    """Whether a heading stands over "Key results", as a heading or a label."""
    labels = [child for child in node.children if child.labelled(Role.KEY_RESULT)]
    many = any(child.line.mark and child.line.mark.of_many for child in labels)
    return node.line.heading and not node.line.mark and many


def _names_area(node: Node) -> bool:
    """Whether it is a heading with the name of a field of work over a list: "Research:"."""
    text = node.line.text.rstrip(" :：")
    named = is_name(text, "item") and not stands_beside(text)
    return node.line.heading and bool(node.items) and not node.line.mark and named


def _style(node: Node) -> tuple[str, int]:
    """Headings of one rank are of one style, and so are plain lines under them."""
    above = node.line if node.line.heading else node.parent.line if node.parent else node.line
    return node.line.kind, above.level


_CODE_ENDS = ("{", "}", "(", ")", ";", ",")  # of lines of a program


def _leads_deeper(node: Node) -> bool:
    """Whether a plain line has nothing but plain lines below it, all indented more."""
    line, below = node.line, [child.line for child in node.children]
    if line.kind or line.mark or is_prose(line.text) or not below or line.text.endswith(_CODE_ENDS):
        return False
    plain = all(not (each.kind or each.mark or is_prose(each.text)) for each in below)
    return plain and all(each.indent > line.indent for each in below)


def _leads_headings(node: Node) -> bool:
    """Whether a heading without a value has others under it, most with values, and no list."""
    text, below = node.line.text, node.children
    if not node.line.heading or node.line.mark or is_generic(text) or _valued(text) or not below:
        return False
    lowest = all(child.line.heading and not child.line.mark for child in below)
    deeper = any(each.line.heading for child in below for each in child.children)
    valued = sum(_valued(child.line.text) for child in below)
    return lowest and not deeper and valued * 2 > len(below) and not title_fields(text)


def _valued(text: str) -> bool:
    return any(map(str.isdigit, text))
