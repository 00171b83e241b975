"""A summary as a page that mail clients show: styles at each element, nothing from elsewhere."""

from __future__ import annotations

import css_inline

from assistant.rendering.summaries.outline import Page
from assistant.rendering.templating import render


def report(page: Page) -> str:
    """The whole report."""
    return _inliner().inline(render("summary.html", page=page))


def _inliner() -> css_inline.CSSInliner:
    return css_inline.CSSInliner(load_remote_stylesheets=False, keep_style_tags=False)
