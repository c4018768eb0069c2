"""What the server fetches: Slack's own files, with the token, and nothing that somebody typed."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from slack_sdk.web.async_client import AsyncWebClient

from bot.evidence import LARGEST, EvidenceKeeper, NotKept
from tests.databases import ON_SQLITE
from tests.world import Someone, World

TOKEN = "xoxb-canary"


@dataclass
class Site:
    """A web server that keeps what it was asked, and answers as it was told."""

    asked: list[tuple[str, str]] = field(default_factory=list)
    answers: dict[str, Any] = field(default_factory=dict)
    address: str = ""

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self.asked.append((request.path, request.headers.get("Authorization", "")))
        found = self.answers.get(request.path, {})
        if isinstance(found, dict):
            return web.json_response(found)
        status, headers, body = found
        return web.Response(status=status, headers=headers, body=body)


async def served(site: Site) -> AsyncIterator[Site]:
    app = web.Application()
    app.router.add_route("*", "/{any:.*}", site.answer)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    site.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield site
    await runner.cleanup()


@pytest.fixture
async def slack() -> AsyncIterator[Site]:
    """Stands for Slack's API."""
    async for site in served(Site()):
        yield site


@pytest.fixture
async def elsewhere() -> AsyncIterator[Site]:
    """Any other server, which must never be asked."""
    async for site in served(Site()):
        yield site


async def fetch(world: World, slack: Site, **file: Any) -> bytes:
    """Have the keeper fetch a file of which Slack says this."""
    told = {"id": "F1", "name": "shot.png", "mimetype": "image/png", "size": 4, **file}
    slack.answers["/api/files.info"] = {"ok": True, "file": told}
    async with aiohttp.ClientSession() as http:
        client = AsyncWebClient(token=TOKEN, base_url=f"{slack.address}/api/", session=http)
        keeper = EvidenceKeeper(world.oops.store, client, http, world.clock)
        return (await keeper._fetch("F1"))[1]


async def test_a_file_of_slacks_is_fetched_with_the_token(world: World, slack: Site) -> None:
    slack.answers["/files/F1"] = (200, {"Content-Type": "image/png"}, b"\x89PNG")

    content = await fetch(world, slack, url_private=f"{slack.address}/files/F1")

    assert content == b"\x89PNG"
    assert slack.asked[-1] == ("/files/F1", f"Bearer {TOKEN}")


@ON_SQLITE
@pytest.mark.parametrize(
    "address",
    [
        "{elsewhere}/files/F1",
        "http://files.slack.com@{elsewhere_host}/F1",
        "https://files.slack.com.evil.example/F1",
        "https://evil-slack.com/F1",
        "https://hooks.slack.com/F1",
        "http://files.slack.com/F1",
        "https://files.slack.com:8443/F1",
        "ftp://files.slack.com/F1",
        "file:///etc/passwd",
        "http://169.254.169.254/latest/meta-data",
        "//files.slack.com/F1",
        "https://[::1",
        "",
    ],
)
async def test_the_token_goes_nowhere_else(world: World, slack: Site, elsewhere: Site, address: str) -> None:
    given = address.format(
        elsewhere=elsewhere.address, elsewhere_host=elsewhere.address.removeprefix("http://")
    )

    with pytest.raises(NotKept, match="not one of Slack's own"):
        await fetch(world, slack, url_private=given)

    assert elsewhere.asked == []
    assert [path for path, _ in slack.asked] == ["/api/files.info"]


async def test_a_redirect_is_not_followed(world: World, slack: Site, elsewhere: Site) -> None:
    slack.answers["/files/F1"] = (302, {"Location": f"{elsewhere.address}/F1"}, b"")

    with pytest.raises(NotKept):
        await fetch(world, slack, url_private=f"{slack.address}/files/F1")

    assert elsewhere.asked == []


@ON_SQLITE
@pytest.mark.parametrize(
    ("file", "answer", "reason"),
    [
        ({"size": LARGEST + 1}, (200, {"Content-Type": "image/png"}, b"x"), "larger than 10 MB"),
        ({}, (200, {"Content-Type": "image/png"}, b"x" * (LARGEST + 1)), "larger than 10 MB"),
        ({}, (200, {"Content-Type": "text/html"}, b"<html>Sign in"), "files:read"),
        ({}, (403, {"Content-Type": "image/png"}, b""), "files:read"),
        ({"mimetype": "text/html"}, (200, {"Content-Type": "text/html"}, b"<script>"), "pictures and PDF"),
        ({"mimetype": "image/svg+xml"}, (200, {"Content-Type": "image/svg+xml"}, b"<svg>"), "pictures and PDF"),
        ({"mimetype": "application/zip"}, (200, {"Content-Type": "application/zip"}, b"PK"), "pictures and PDF"),
    ],
    ids=["said to be large", "large", "a sign-in page", "forbidden", "a page", "a drawing with scripts", "an archive"],
)  # fmt: skip
async def test_what_is_too_large_or_of_another_kind_is_not_kept(
    world: World, slack: Site, file: dict[str, Any], answer: tuple[int, dict[str, str], bytes], reason: str
) -> None:
    slack.answers["/files/F1"] = answer

    with pytest.raises(NotKept, match=reason):
        await fetch(world, slack, url_private=f"{slack.address}/files/F1", **file)


async def test_links_that_people_type_are_never_fetched(
    world: World, alice: Someone, bob: Someone, elsewhere: Site
) -> None:
    link = f"{elsewhere.address}/p/1"

    await alice.types(f"We wrote Tuesday {link}")
    await alice.closes()
    await alice.reports(f"We wrote Tuesday {link}", link=link, should_have_said=f"Thursday, see {link}")
    await alice.edits(world.draft(), f"The run is on Thursday, not Tuesday: {link} Sorry for the mix-up.")
    await bob.clicks(world.draft(), "draft.approve")
    await alice.publishes(world.draft(), link=link)
    await world.next_check_in()
    await alice.clicks(world.plan, "case.close")
    await alice.submits(cause=link, change=link)

    assert elsewhere.asked == []
    assert all(
        call.args.get("unfurl_links") is False
        for call in world.workspace.calls
        if call.method == "chat.postMessage"
    )
