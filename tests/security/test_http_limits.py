"""Requests that are slow, doubled, cut off or too deep: refused or taken once, and the next one is served."""

import asyncio
import json
import time
import zlib
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from bot.http import LARGE_BODY
from bot.playground.delivery import INTERACTIVE, encoded, signed
from bot.serving import listening
from tests.databases import ON_SQLITE
from tests.security.fuzzing import Recording, address_of, deep_text
from tests.world import Someone, World, shown

SECRET = "playground-signing-secret"
JSON = "application/json"


@pytest.fixture
async def address(world: World) -> AsyncIterator[str]:
    """The address of the bot's endpoint; a body may take a fifth of a second."""
    async with address_of(world, body_seconds=0.2) as address:
        yield address


async def raw_answer(address: str, sent: bytes) -> bytes:
    """Send these bytes and return what comes back until the other side closes."""
    host, port = address.removeprefix("http://").split("/")[0].split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(sent)
    async with asyncio.timeout(30):
        answer = await reader.read()
    writer.close()
    return answer


async def status_of(address: str, body: bytes, headers: dict[str, str]) -> int:
    async with aiohttp.ClientSession() as http, http.post(address, data=body, headers=headers) as answer:
        return answer.status


def request(*headers: str, body: bytes = b"") -> bytes:
    return "\r\n".join(["POST /slack/events HTTP/1.1", "Host: x", *headers, "", ""]).encode() + body


async def test_a_body_that_does_not_arrive_is_given_up(address: str) -> None:
    answer = await raw_answer(address, request(f"Content-Type: {JSON}", "Content-Length: 1000", body=b'{"ty'))

    assert answer.startswith(b"HTTP/1.1 408")


@ON_SQLITE
@pytest.mark.parametrize(
    ("sent", "statuses"),
    [
        (request(f"Content-Type: {JSON}", "Transfer-Encoding: chunked", "Connection: close", body=b"zz\r\nxx\r\n"), ("400",)),
        (request(f"Content-Type: {JSON}", "Content-Length: 1", "Content-Length: 2", body=b"{}"), ("400",)),
        (request(f"Content-Type: {JSON}", "Content-Length: -1"), ("400",)),
        (request(f"Content-Type: {JSON}", f"X-Slack-Signature: {'a' * 20_000}", "Content-Length: 0"), ("400", "431")),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", ("400",)),
    ],
    ids=["chunked junk", "two lengths", "negative length", "huge header", "tls"],
)  # fmt: skip
async def test_broken_http_is_refused(address: str, sent: bytes, statuses: tuple[str, ...]) -> None:
    answer = await raw_answer(address, sent)

    assert answer[9:12].decode() in statuses
    assert b"Traceback" not in answer


async def test_of_a_header_that_comes_twice_the_first_counts(address: str) -> None:
    body = '{"type":"url_verification","challenge":"x"}'
    right = signed(SECRET, body, time.time())
    doubled = [f"{name}: {value}" for name, value in right.items()] + ["X-Slack-Signature: v0=1"]

    answer = await raw_answer(
        address,
        request(f"Content-Type: {JSON}", *doubled[::-1], f"Content-Length: {len(body)}", "Connection: close", body=body.encode()),
    )  # fmt: skip

    assert answer.startswith(b"HTTP/1.1 401")


@ON_SQLITE
@pytest.mark.parametrize("more", [{"user": -1}, {"team": ["T"]}, {"event": {}}, {"view": 1}])
@pytest.mark.parametrize(
    "what", [{"type": "url_verification", "challenge": "x"}, {"type": "x", "ssl_check": 1}]
)
async def test_what_bolt_answers_by_itself_comes_from_nobody(
    address: str, what: dict[str, Any], more: dict[str, Any]
) -> None:
    body = json.dumps({**what, **more})

    status = await status_of(
        address, body.encode(), {"Content-Type": JSON, **signed(SECRET, body, time.time())}
    )

    assert status == 400


@ON_SQLITE
@pytest.mark.parametrize("depth", [1000, 100_000, 500_000])
async def test_json_that_is_too_deep_is_refused(address: str, depth: int) -> None:
    body = deep_text(depth)

    status = await status_of(
        address, body.encode(), {"Content-Type": JSON, **signed(SECRET, body, time.time())}
    )

    assert status == 400


async def test_the_same_signed_request_twice_is_one_case(world: World, address: str, alice: Someone) -> None:
    recording = Recording(world.workspace.delivery)
    world.workspace.delivery = recording
    await alice.reports()
    kind, submission = recording.seen[-1]
    content_type, raw = encoded(kind, submission)
    headers = {"Content-Type": content_type, **signed(SECRET, raw, time.time())}

    replayed = [await status_of(address, raw.encode(), headers) for _ in range(2)]
    await world.oops.settle()

    assert (kind, submission["type"], replayed) == (INTERACTIVE, "view_submission", [200, 200])
    assert [shown(message) for message in world.said() if "OOPS-2" in shown(message)] == []


@pytest.mark.parametrize(
    "sent", [b"", b"POST /slack/events HTTP/1.1\r\nHost: x\r\n"], ids=["nothing", "half"]
)
async def test_a_connection_without_a_whole_request_is_closed(sqlite_url: str, sent: bytes) -> None:
    world = World(sqlite_url, settings={"oops_port": 0})
    await world.start()

    async with listening(world.oops, idle_seconds=0.2) as port:
        answer = await raw_answer(f"http://127.0.0.1:{port}", sent)
    await world.stop()

    assert answer == b""


@ON_SQLITE
@pytest.mark.parametrize(
    ("headers", "sent"),
    [
        ([f"Content-Length: {LARGE_BODY + 1}"], b"x" * (LARGE_BODY + 1)),
        (["Transfer-Encoding: chunked"], b"0\r\n\r\n"),
        (["Content-Length: 9", "Content-Encoding: deflate"], zlib.compress(b"x")),
    ],
    ids=["large", "chunked", "packed"],
)
async def test_a_body_that_may_be_large_waits_for_its_turn_and_a_small_one_does_not(
    world: World, headers: list[str], sent: bytes
) -> None:
    body = '{"type":"url_verification","challenge":"x"}'
    right = {"Content-Type": JSON, **signed(SECRET, body, time.time())}

    async with address_of(world, body_seconds=0.5, large_at_once=0) as address:
        large = await raw_answer(address, request(f"Content-Type: {JSON}", *headers, body=sent))
        small = await status_of(address, body.encode(), right)

    assert large.startswith(b"HTTP/1.1 408")
    assert small == 200


async def test_large_bodies_are_taken_one_after_the_other(world: World) -> None:
    large = b"x" * (LARGE_BODY + 1)

    async with address_of(world, large_at_once=1) as address:
        told = await asyncio.gather(*(status_of(address, large, {"Content-Type": JSON}) for _ in range(5)))

    assert told == [401] * 5
