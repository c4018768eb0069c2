"""Slack's requests over real HTTP: what is signed is served, and nothing that is thrown at it makes a 5xx."""

import json
import time
from collections.abc import AsyncIterator
from io import BytesIO
from urllib.parse import urlencode

import aiohttp
import pytest
from aiohttp import web
from structlog.testing import capture_logs

from bot.http import web_app
from bot.playground.delivery import HttpDelivery, signed
from tests.databases import ON_SQLITE
from tests.world import Someone, World, shown

SECRET = "playground-signing-secret"
FORM = "application/x-www-form-urlencoded"
HELP = urlencode(
    {
        "command": "/oops",
        "text": "help",
        "team_id": "TRIVER",
        "user_id": "UALICE",
        "channel_id": "CGENERAL",
        "trigger_id": "1.2.3",
        "response_url": "http://127.0.0.1:1/",
        "token": "x",
    }
)


@pytest.fixture
async def address(world: World) -> AsyncIterator[str]:
    """The address of the bot's HTTP server."""
    runner = web.AppRunner(web_app(world.oops), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


async def post(address: str, body: bytes, headers: dict[str, str]) -> tuple[int, str]:
    async with (
        aiohttp.ClientSession() as http,
        http.post(f"{address}/slack/events", data=BytesIO(body), headers=headers) as answer,
    ):
        return answer.status, await answer.text()


def headers_for(body: str, *, secret: str = SECRET, at: float | None = None) -> dict[str, str]:
    return {"Content-Type": FORM, **signed(secret, body, at if at is not None else time.time())}


async def test_a_signed_command_is_answered(address: str) -> None:
    status, text = await post(address, HELP.encode(), headers_for(HELP))

    assert status == 200
    assert "/oops list" in json.loads(text)["text"]


async def test_a_whole_report_goes_over_http(world: World, address: str, alice: Someone) -> None:
    delivery = HttpDelivery(f"{address}/slack/events", SECRET)
    world.workspace.delivery = delivery

    await alice.reports()

    assert "OOPS-1" in shown(world.plan)
    await delivery.close()


async def test_a_wrong_signature_is_refused(address: str) -> None:
    status, _ = await post(address, HELP.encode(), headers_for(HELP, secret="another"))

    assert status == 401


@ON_SQLITE
async def test_a_check_of_the_certificate_is_answered_without_a_signature(address: str) -> None:
    checked = await post(address, b"ssl_check=1&token=x", {"Content-Type": FORM})
    smuggled = await post(address, f"{HELP}&ssl_check=1".encode(), {"Content-Type": FORM})

    assert (checked, smuggled[0]) == ((200, ""), 401)


async def test_a_wrong_secret_shows_in_the_log_without_filling_it(address: str) -> None:
    with capture_logs() as log:
        for _ in range(3):
            await post(address, HELP.encode(), headers_for(HELP, secret="another"))

    (line,) = [line for line in log if line["event"] == "requests_not_signed_by_slack"]
    assert "SLACK_SIGNING_SECRET" in line["advice"]


@ON_SQLITE
@pytest.mark.parametrize("age", [-301, 301, 86400])
async def test_an_old_or_future_timestamp_is_refused(address: str, age: int) -> None:
    status, _ = await post(address, HELP.encode(), headers_for(HELP, at=time.time() - age))

    assert status == 401


@ON_SQLITE
@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"X-Slack-Request-Timestamp": "soon", "X-Slack-Signature": "v0=1"},
        {"X-Slack-Request-Timestamp": "9" * 5000, "X-Slack-Signature": "v0=1"},
        {"X-Slack-Request-Timestamp": "1", "X-Slack-Signature": ""},
        {"X-Slack-Request-Timestamp": "-1", "X-Slack-Signature": "v0=\u00e9"},
    ],
)
async def test_junk_in_the_headers_is_refused(address: str, headers: dict[str, str]) -> None:
    status, _ = await post(address, HELP.encode(), {"Content-Type": FORM, **headers})

    assert 400 <= status < 500


@ON_SQLITE
@pytest.mark.parametrize(
    "body",
    [
        "",
        "payload=",
        "payload=%7B",
        "payload=[]",
        "payload=null",
        "payload=1",
        'payload={"type":"block_actions"}',
        'payload={"type":"view_submission","view":{}}',
        "command=%2Foops",
        "&&&==%%",
        "[" * 5000,
        '{"type":"event_callback"}',
    ],
)
async def test_a_signed_body_that_makes_no_sense_is_never_a_server_error(address: str, body: str) -> None:
    status, text = await post(address, body.encode(), headers_for(body))

    assert status < 500
    assert "Traceback" not in text


async def test_a_body_that_is_too_large_is_refused(address: str) -> None:
    body = "a" * (3 * 1024 * 1024)

    status, _ = await post(address, body.encode(), headers_for(body))

    assert status == 413


async def test_another_content_type_is_refused(address: str) -> None:
    status, _ = await post(address, b"<xml/>", {**headers_for("<xml/>"), "Content-Type": "text/xml"})

    assert status == 415


async def test_the_health_checks_say_whether_work_can_be_taken(world: World, address: str) -> None:
    async with aiohttp.ClientSession() as http:
        before = (await http.get(f"{address}/readyz")).status
        await world.oops.tick()
        ready = (await http.get(f"{address}/readyz")).status
        healthy = (await http.get(f"{address}/healthz")).status

    assert (before, ready, healthy) == (503, 200, 200)


async def test_half_a_character_is_taken(address: str) -> None:
    """Cut off in the middle, as by a limit that counts as JavaScript does; ``clean`` leaves it out."""
    click = {
        "type": "block_actions",
        "user": {"id": "UALICE", "team_id": "TRIVER"},
        "team": {"id": "TRIVER"},
        "trigger_id": "1.2.3",
        "actions": [{"action_id": "x", "value": "half \ud83d"}],
    }
    body = urlencode({"payload": json.dumps(click)})

    status, _ = await post(address, body.encode(), headers_for(body))

    assert status == 200
