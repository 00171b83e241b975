"""Answers as text, Markdown and SARIF."""
