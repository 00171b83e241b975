"""The week's summary for a terminal, as Markdown, as mail, as a document; its pictures."""
