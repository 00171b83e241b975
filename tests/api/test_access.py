from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
import uvicorn
from starlette.testclient import TestClient

from api import server
from api.app import create_app
from api.keys import KeyStore, KeysUnusable
from api.sessions import MOST_FAILURES
from api.signin import own_path
from assistant.errors import NotFound, UsageError
from assistant.models import Language
from assistant.problems import one_line, problem_of
from assistant.settings import Settings
from tests.api.conftest import Serve
from tests.api.drafts import SET

Csrf = Callable[..., str]


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:8000", "LOCALHOST", "[::1]:8000"])
def test_the_service_answers_under_its_own_names(client: TestClient, host: str) -> None:
    assert client.get("/healthz", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "", "[::1", "@"]
)
def test_another_host_name_is_refused(client: TestClient, host: str) -> None:
    response = client.get("/healthz", headers={"host": host})
    assert response.status_code == 403
    assert response.json()["code"] == "access.wrong_host"


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": "null"},
        {"origin": "http://["},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_a_post_from_another_page_is_refused(client: TestClient, headers: dict[str, str]) -> None:
    response = client.post("/v1/check", json=SET, headers=headers)
    assert response.status_code == 403
    assert response.json()["code"] == "access.other_page"


def test_a_post_from_our_own_page_is_taken(client: TestClient) -> None:
    headers = {"origin": "http://127.0.0.1:8000", "sec-fetch-site": "same-origin"}
    assert client.post("/v1/check", json=SET, headers=headers).status_code == 200


def test_with_a_key_the_api_asks_for_it(serve: Serve, keys: KeyStore) -> None:
    client = serve()
    key = keys.create("Li Na")
    without = client.post("/v1/check", json=SET)
    assert without.status_code == 401
    assert without.headers["www-authenticate"] == 'Bearer realm="okr-coach"'
    for wrong in ("Bearer okr_wrong", f"Basic {key}", "Bearer", key):
        response = client.get("/v1/rules", headers={"authorization": wrong})
        assert response.status_code == 401
    assert client.get("/v1/rules", headers={"authorization": f"Bearer {key}"}).status_code == 200


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/openapi.json", "/static/base.css"])
def test_what_tells_nothing_needs_no_key(serve: Serve, keys: KeyStore, path: str) -> None:
    keys.create("Li Na")
    assert serve().get(path).status_code == 200


def test_a_browser_without_session_is_sent_to_sign_in(serve: Serve, keys: KeyStore) -> None:
    keys.create("Li Na")
    client = serve()
    response = client.get("/rules", follow_redirects=False)
    assert (response.status_code, response.headers["location"]) == (303, "/login?next=/rules")
    assert client.post("/ui/check", data={}).status_code == 401


def test_signing_in_and_out(serve: Serve, keys: KeyStore, csrf: Csrf) -> None:
    key = keys.create("Li Na")
    client = serve()
    form = {"key": key, "csrf": csrf(client, "/login"), "next": "/rules"}
    signed_in = client.post("/login", data=form, follow_redirects=False)
    assert (signed_in.status_code, signed_in.headers["location"]) == (303, "/rules")
    cookie = signed_in.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Secure" not in cookie
    assert key not in cookie
    assert client.get("/rules", follow_redirects=False).status_code == 200
    client.post("/logout", data={"csrf": csrf(client)})
    assert client.get("/rules", follow_redirects=False).status_code == 303


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "No key is needed"), ("zh-Hans", "不需要密钥"), ("zh-Hant", "不需要金鑰")],
)
def test_where_no_key_is_needed_the_page_to_sign_in_says_so_and_how_to_make_one(
    client: TestClient, language: str, told: str
) -> None:
    response = client.get("/login", headers={"accept-language": language}, follow_redirects=False)
    assert response.status_code == 200
    assert told in response.text
    assert "okr-coach key new &#34;" in response.text
    assert 'name="key"' not in response.text


def test_where_keys_are_needed_and_there_is_none_the_page_to_sign_in_says_so(serve: Serve) -> None:
    told = serve(host="0.0.0.0").get("/login").text
    assert "There is no key yet, so nobody can sign in." in told
    assert 'name="key"' in told


def test_off_loopback_the_cookie_needs_tls(serve: Serve, keys: KeyStore) -> None:
    keys.create("Li Na")
    client = serve(base="http://okr.example", allowed_hosts=["okr.example"])
    assert "Secure" in client.get("/login").headers["set-cookie"]


def test_a_session_ends_with_its_key(serve: Serve, keys: KeyStore, csrf: Csrf) -> None:
    key, _ = keys.create("Li Na"), keys.create("other")
    client = serve()
    client.post("/login", data={"key": key, "csrf": csrf(client, "/login")})
    assert client.get("/about", follow_redirects=False).status_code == 200
    keys.revoke(keys.all()[0].id)
    assert client.get("/about", follow_redirects=False).status_code == 303


def test_wrong_keys_are_told_and_bounded(serve: Serve, keys: KeyStore, csrf: Csrf) -> None:
    key = keys.create("Li Na")
    client = serve()
    form = {"key": "okr_wrong", "csrf": csrf(client, "/login")}
    for _ in range(MOST_FAILURES):
        response = client.post("/login", data=form)
        assert response.status_code == 401
        assert "This key is not known." in response.text
    refused = client.post("/login", data=form)
    assert refused.status_code == 429
    assert refused.headers["Retry-After"] == refused.text.split("Wait ")[1].split()[0]
    right = client.post("/login", data={**form, "key": key}, follow_redirects=False)
    assert right.status_code == 303


@pytest.mark.parametrize("how", ["revoked", "deleted"])
def test_without_its_last_key_a_service_opens_to_nobody(
    serve: Serve, keys: KeyStore, how: str
) -> None:
    keys.create("Li Na")
    client = serve()
    if how == "revoked":
        keys.revoke(keys.all()[0].id)
    else:
        keys.path.unlink()
    assert client.post("/v1/check", json=SET).status_code == 401
    assert client.get("/", follow_redirects=False).headers["location"] == "/login?next=/"
    assert client.get("/login", follow_redirects=False).status_code == 200
    assert client.get("/healthz").status_code == 200


def test_off_loopback_a_service_without_keys_opens_to_nobody(serve: Serve) -> None:
    assert serve(host="0.0.0.0").post("/v1/check", json=SET).status_code == 401


def test_a_key_that_was_made_while_it_runs_opens_and_closes(serve: Serve, keys: KeyStore) -> None:
    client = serve()
    assert client.get("/v1/rules").status_code == 200
    keys.create("Li Na")
    assert client.get("/v1/rules").status_code == 401


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
def test_a_broken_file_of_keys_is_told_without_its_place(
    serve: Serve, keys: KeyStore, caplog: pytest.LogCaptureFixture, language: str
) -> None:
    keys.create("Li Na")
    client = serve()
    keys.path.write_text("{", encoding="utf-8")
    for path in ("/v1/rules", "/", "/login"):
        response = client.get(path, headers={"accept-language": language})
        served = path == "/login"
        assert response.status_code == (200 if served else 503)
        assert str(keys.path.parent) not in response.text
    assert str(keys.path) in caplog.text
    assert client.get("/healthz").status_code == 200


def test_a_service_does_not_start_with_a_broken_file_of_keys(keys: KeyStore) -> None:
    keys.path.parent.mkdir()
    keys.path.write_text("{", encoding="utf-8")
    with pytest.raises(KeysUnusable) as caught:
        server.serve(Settings(keys_file=keys.path))
    told = one_line(problem_of(caught.value, Language.EN))
    assert told.startswith(f"{keys.path}: The file of keys cannot be used.")


@pytest.mark.parametrize("field", ["profile", "pack"])
def test_a_service_does_not_start_with_a_rubric_that_does_not_exist(
    tmp_path: Path, field: str
) -> None:
    settings = Settings.model_validate({field: "nope", "keys_file": tmp_path / "keys.json"})
    with pytest.raises(NotFound) as caught:
        server.serve(settings)
    told = one_line(problem_of(caught.value, Language.EN))
    assert told.startswith(f"OKR_{field.upper()}: There is no")
    assert "nope" in told


def test_the_address_is_told_once_the_service_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = Settings(port=8000, keys_file=tmp_path / "keys.json")

    async def started(self: uvicorn.Server, sockets: object = None) -> None:
        assert capsys.readouterr().err == ""
        self.started = True

    monkeypatch.setattr(uvicorn.Server, "startup", started)
    app = create_app(settings)
    monkeypatch.setattr(app.state.service, "warm_up", lambda: asyncio.sleep(0))
    one = server.Server(uvicorn.Config(app), settings, app.state.service)
    asyncio.run(one.startup())
    assert capsys.readouterr().err == "OKR Coach: http://127.0.0.1:8000 (Ctrl+C ends it)\n"
    with server.bind(Settings(port=0)) as listener:
        asyncio.run(one.startup([listener]))
        port = listener.getsockname()[1]
    assert capsys.readouterr().err == f"OKR Coach: http://127.0.0.1:{port} (Ctrl+C ends it)\n"


@pytest.mark.parametrize("path", ["/", "/ui/check", "/ui/read", "/ui/report", "/login", "/logout"])
def test_a_form_without_its_token_is_refused(client: TestClient, path: str) -> None:
    client.get("/")
    for token in ("", "0" * 64):
        response = client.post(path, data={"csrf": token, "draft": "x"})
        assert response.status_code == 403
        assert response.json()["code"] == "access.csrf"


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("/rules/K01", "/rules/K01"),
        ("https://evil.example", "/"),
        ("//evil.example", "/"),
        ("/\\evil.example", "/"),
        ("/\r\nSet-Cookie: a=b", "/"),
        ("", "/"),
    ],
)
def test_signing_in_leads_to_a_page_of_ours_only(target: str, expected: str) -> None:
    assert own_path(target) == expected


def test_every_answer_carries_the_headers_that_protect_it(client: TestClient) -> None:
    for path in ("/", "/nothing", "/static/check.js", "/v1/rules"):
        headers = client.get(path).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
    assert client.get("/").headers["cache-control"] == "no-store"
    assert client.get("/static/check.js").headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.20", "okr.example"])
def test_nobody_else_is_served_without_a_key(tmp_path: Path, host: str) -> None:
    settings = Settings(host=host, keys_file=tmp_path / "keys.json")
    with pytest.raises(UsageError, match="open_without_keys"):
        server.serve(settings)
    KeyStore.of(settings).create("Li Na")
    server.check_openness(settings)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.9.9.9", "::1", "localhost"])
def test_this_machine_is_served_without_a_key(tmp_path: Path, host: str) -> None:
    server.check_openness(Settings(host=host, keys_file=tmp_path / "keys.json"))


def test_a_port_in_use_is_told(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match="port_taken"):
            server.serve(Settings(port=port, keys_file=tmp_path / "keys.json"))
