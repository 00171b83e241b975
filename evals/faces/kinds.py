"""The kinds of promises that are made of faces, by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from evals.faces import (
    advised,
    broad,
    commands,
    entry,
    faults,
    filled,
    found,
    handed_on,
    heard,
    known,
    listed,
    modelled,
    options,
    own,
    papers,
    requests,
    scripted,
    sent,
    spoken,
    visits,
    wholes,
)
from evals.faces.rows import Said

KINDS: dict[str, Callable[[], Iterator[Said]]] = {
    "round trip": handed_on.round_trips,
    "workbook": handed_on.workbooks,
    "paper": papers.papers,
    "search": found.searches,
    "page": visits.pages,
    "answer": visits.answers,
    "reader": visits.readers,
    "door": visits.doors,
    "entry": entry.ways,
    "command": commands.commands,
    "errand": commands.errands,
    "setting": own.settings,
    "advice": lambda: chain(advised.parts(), advised.typed()),
    "listed word": listed.words,
    "sent": sent.model_side,
    "whole set": wholes.wholes,
    "message": lambda: chain(heard.messages(), heard.tongues()),
    "sentence": spoken.sentences,
    "rule page": spoken.rule_pages,
    "knowledge": known.entries,
    "fault": faults.faults,
    "option": options.options,
    "form": filled.forms,
    "call": scripted.calls,
    "request": requests.requests,
    "model": modelled.modelled,
    "layout": broad.layouts,
    "update": broad.updates,
    "offer": broad.offers,
    "line": broad.lines,
    "week": broad.weeks,
}
