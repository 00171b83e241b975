"""Sets of OKRs as files to hand on: Markdown, DOCX, XLSX, CSV and JSON."""
