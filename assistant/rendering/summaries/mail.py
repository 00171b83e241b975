"""A summary as a page that mail clients show: styles at each element, nothing from elsewhere."""

from __future__ import annotations

import css_inline

from assistant.models.summary import Summary
from assistant.rendering.summaries.outline import outline
from assistant.rendering.templating import render


def report(summary: Summary) -> str:
    """The whole report."""
    page = render("summary.html", report=outline(summary))
    return _inliner().inline(page)


def _inliner() -> css_inline.CSSInliner:
    return css_inline.CSSInliner(load_remote_stylesheets=False, keep_style_tags=False)
