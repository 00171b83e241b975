"""The page /checkins: a doubt stands with the notice, and an empty form says what to give."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from tests.api.test_checkin_fields import FIELDS
from tests.api.test_checkin_page import Csrf, send
from tests.api.test_pages import words


def notice_in(page: str) -> str:
    found = re.search(r'<div class="card [a-z]+" role="status">.*?</div>', page, re.DOTALL)
    assert found is not None
    return words(found.group())


@pytest.mark.parametrize(
    ("language", "added", "asked"),
    [
        ("en", "Added: 1.", "KR1.1: is 890% right?"),
        ("zh-Hans", "已添加 1 条。", "KR1.1：890% 是否有误？"),
    ],
)
def test_a_value_that_is_doubted_is_asked_about_beside_the_notice(
    client: TestClient, csrf: Csrf, language: str, added: str, asked: str
) -> None:
    fields = {**FIELDS, "entry_value": "890%"}
    told = notice_in(send(client, csrf, f"/checkins/enter?lang={language}", **fields).text)
    assert added in told
    assert asked in told


def test_a_value_that_is_believed_has_the_notice_alone(client: TestClient, csrf: Csrf) -> None:
    told = notice_in(send(client, csrf, "/checkins/enter?lang=en", **FIELDS).text)
    assert "right?" not in told


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "No cycle was given, so there is no week to show. Choose a cycle file"),
        ("zh-Hans", "没有提供周期数据，无法显示本周情况。 请选择周期文件"),
    ],
)
@pytest.mark.parametrize("cycle", ["", "  \n"])
def test_nothing_given_says_what_to_give(
    client: TestClient, csrf: Csrf, language: str, told: str, cycle: str
) -> None:
    form = {"csrf": csrf(client), "cycle": cycle}
    answer = client.post(f"/checkins?lang={language}", data=form)
    assert answer.status_code == 400
    assert told in words(answer.text.split('<form id="cycle-form"')[0])
    assert 'name="message"' not in answer.text
