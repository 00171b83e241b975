"""An English thing inside a sentence: its article, and its first word small where it is no name."""

from __future__ import annotations

import re
from functools import cache

from assistant.coaching.rewriting.expressions import expression
from assistant.language.script import fold

_NO_ARTICLE = re.compile(
    r"(?:(?:the|our|my|your|its|their|this|that|these|those|all|each|every|another|an?|how|what|why|using|being)\b"
    r"|\w+['’]s |[“\"])",
    re.IGNORECASE,
)
_HEADING = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+ [A-Z]?[a-z]")  # Source Code Analysis meetup
_DETERMINER = re.compile(r"(?:The|Our|My|Your|Its|Their|This|That|These|Those|All|Each|Every)\b")
_PROPER = re.compile(
    r"(?:[A-Z][\w.+#/-]*|[A-Z0-9]{2,}[\w-]*)(?: (?:and [A-Z][\w.-]*|[A-Z][\w.+#/-]*|\d[\w.]*))*$"
)


def with_article(topic: str) -> str:
    """The topic as a noun phrase inside an English sentence."""
    if _NO_ARTICLE.match(topic) or (_PROPER.match(topic) and not topic.endswith("s")):
        return _DETERMINER.sub(lambda found: found[0].lower(), topic)
    if " " not in topic and topic.lower() not in _common():
        return topic  # a name, such as of a package
    return f"the {lower_first(topic)}"


def lower_first(text: str) -> str:
    """Without the capital of a sentence's first word; names and acronyms keep theirs."""
    first = text.split(" ", 1)[0]
    plain_word = first[:1].isupper() and first[1:].islower() and len(first) > 1
    if not plain_word or _HEADING.match(text):
        return text
    known = first.lower() in _common() or expression("clauses", "deed_noun_en").fullmatch(
        fold(first)
    )
    return text[:1].lower() + text[1:] if known else text


@cache
def _common() -> frozenset[str]:
    """Words that are no names: those of the lists."""
    from assistant.language.words.vocabulary import vocabulary

    return frozenset(vocabulary()[0])
