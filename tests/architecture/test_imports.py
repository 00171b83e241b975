import subprocess
import sys

HEAVY = {"fastapi", "starlette", "uvicorn", "jinja2", "openpyxl", "docx", "lxml", "markdown_it"}


def test_checking_a_plain_draft_loads_no_service_and_no_office_reader() -> None:
    code = (
        "import sys; from assistant.cli import app; "
        "app(['check', '-', '--fail-on', 'never', '--format', 'json'], standalone_mode=False); "
        "print(sorted(sys.modules), file=sys.stderr)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        input="O: Clinics trust our delivery\nKR: 准时率从82%提升到96%\n",
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    loaded = {name.strip("[]' \n").split(".")[0] for name in run.stderr.split(",")}
    assert "assistant" in loaded
    assert not loaded & HEAVY
