from io import BytesIO

import docx
import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from assistant.settings import Settings


@pytest.fixture
def client() -> TestClient:
    return TestClient(create_app(Settings()), base_url="http://127.0.0.1")


def test_a_guide_is_made_for_what_was_asked(client: TestClient) -> None:
    asked = {
        "industry": "智能制造",
        "size": "250-1000",
        "maturity": "piloting",
        "language": "zh-Hans",
    }
    made = client.post("/v1/guides", json=asked).json()
    assert made["parameters"]["size"] == "large"
    assert [section["id"] for section in made["sections"]][-1] == "references"


def test_a_guide_can_be_had_as_a_document(client: TestClient) -> None:
    made = client.post("/v1/guides?format=docx", json={"industry": "logistics"})
    assert made.headers["content-disposition"] == 'attachment; filename="okr-guide.docx"'
    assert docx.Document(BytesIO(made.content)).paragraphs[0].text.startswith("OKR")


def test_a_template_set_is_an_okr_set_that_can_be_checked(client: TestClient) -> None:
    made = client.post("/v1/templates", json={"industry": "saas"}).json()
    checked = client.post("/v1/check", json=made["sets"][0]).json()
    assert len(checked["facts"]) >= 8


@pytest.mark.parametrize(
    ("path", "body", "status", "field"),
    [
        ("/v1/guides", {"industry": "saas", "size": "giant"}, 400, "size"),
        ("/v1/guides", {"industry": "saas", "colour": "red"}, 400, "colour"),
        ("/v1/guides?format=pdf", {"industry": "saas"}, 400, "format"),
        ("/v1/templates", {"industry": 5}, 400, "industry"),
        ("/v1/templates", {}, 400, "industry"),
    ],
)
def test_a_bad_request_is_told_with_its_field(
    client: TestClient, path: str, body: dict[str, object], status: int, field: str
) -> None:
    answer = client.post(path, json=body)
    assert answer.status_code == status
    assert answer.json()["field"] == field


def test_what_is_no_json_is_told(client: TestClient) -> None:
    assert client.post("/v1/guides", content=b"{").status_code == 422
