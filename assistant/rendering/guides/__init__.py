"""Guides and template sets as Markdown, HTML, DOCX and XLSX."""
