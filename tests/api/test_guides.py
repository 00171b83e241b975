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
        ("/v1/guides", {"industry": "saas", "size": "-5"}, 400, "size"),
        ("/v1/templates", {"industry": "saas", "cycle": "Q9 banana"}, 400, "cycle"),
        (
            "/v1/guides",
            {"industry": "saas", "start": "2027-03-31", "end": "2027-01-01"},
            400,
            "end",
        ),
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


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({}, "usage.missing_parameter"),
        ({"industry": 5}, "usage.wrong_kind"),
        ({"industry": "saas", "company_type": "x" * 300}, "usage.long_parameter"),
        ({"industry": "saas", "colour": "red"}, "usage.unknown_parameter"),
        ([], "unreadable.no_object"),
    ],
)
def test_what_is_wrong_with_a_body_is_told(client: TestClient, body: object, code: str) -> None:
    assert client.post("/v1/guides", json=body).json()["code"] == code


def test_a_number_of_people_may_be_a_number_and_a_focus_a_text(client: TestClient) -> None:
    body = {"industry": "saas", "size": 250, "focus": "tracking"}
    made = client.post("/v1/guides", json=body).json()["parameters"]
    assert (made["size"], made["focus"]) == ("medium", ["tracking"])
    assert client.post("/v1/guides", json={"industry": "saas", "focus": None}).status_code == 200


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ({"industry": "saas", "size": "giant", "language": "zh-Hans"}, "不能用作规模"),
        ({"industry": "物流", "level": "planet"}, "不能用作层级"),
        ({"industry": "saas", "level": "planet"}, "cannot be taken as a level"),
    ],
)
def test_an_error_is_in_the_language_of_the_body(
    client: TestClient, body: dict[str, str], told: str
) -> None:
    assert told in client.post("/v1/templates", json=body).json()["detail"]


def test_what_is_no_json_is_told(client: TestClient) -> None:
    assert client.post("/v1/guides", content=b"{").status_code == 422


def test_a_template_is_in_the_language_of_what_was_typed(client: TestClient) -> None:
    assert client.post("/v1/templates", json={"industry": "智能制造"}).json()["title"] == (
        "OKR模板：智能制造"
    )


def test_the_page_keeps_what_was_typed_and_tells_the_good_values(client: TestClient) -> None:
    asked = "industry=logistics&size=-5&cycle=Q9+banana&start=2027-03-31&lang=zh-Hans"
    page = client.get(f"/guides?{asked}").text
    assert '<option value="-5" selected>-5</option>' in page
    assert 'value="Q9 banana"' in page
    assert 'value="2027-03-31"' in page
    assert "可用的值：小型、中型、大型" in page


def test_the_page_takes_an_industry_that_is_not_in_its_list(client: TestClient) -> None:
    page = client.get("/guides?industry=logistics&other_industry=hospital&lang=en").text
    assert 'name="other_industry" maxlength="200" value="hospital"' in page
    assert "The knowledge base holds nothing on “hospital” itself" in page


def test_a_bad_value_is_told_at_its_field_by_its_own_name(client: TestClient) -> None:
    page = client.get("/guides?cycle=Q9+banana&lang=zh-Hans").text
    assert 'aria-invalid="true" aria-describedby="bad-cycle"' in page
    assert "“周期”填的内容用不了" in page
    made = client.get("/guides?industry=saas&lang=en").text
    assert "aria-invalid" not in made


def test_a_download_that_cannot_be_made_leads_back_to_the_form(client: TestClient) -> None:
    asked = "cycle=Q9+banana&format=docx&lang=en"
    answer = client.get(f"/guides/download?{asked}", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/guides?{asked}")


def test_any_function_is_offered_once(client: TestClient) -> None:
    page = client.get("/guides?lang=en").text
    assert "Any function" not in page
    assert page.count('<option value="any"') == 0
