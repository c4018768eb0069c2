"""The app at the other end of Socket Mode and of signed HTTP: the real Bolt, the real socket client."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground import events
from bot.playground.delivery import Delivery, HttpDelivery, InProcessDelivery, Reply, Retry, bolt_dispatch
from bot.playground.people import Person
from bot.playground.server import PlaygroundServer
from bot.playground.socket_mode import MOST_CONNECTIONS, SocketMode
from bot.playground.workspace import Workspace
from tests.playground.examples import actions, button, field, modal, option

SECRET = "playground-signing-secret"
FRUIT = field("fruit", {"type": "external_select"}, optional=True)


@pytest.fixture
def bolt(client: AsyncWebClient) -> AsyncApp:
    """Return an app that opens a modal, answers it with an error, and replaces a clicked message."""
    bolt = AsyncApp(client=client, signing_secret=SECRET, process_before_response=True)

    @bolt.command("/oops")
    async def open_modal(ack: Any, body: Any, client: AsyncWebClient) -> None:
        await client.views_open(trigger_id=body["trigger_id"], view=modal(field("what"), FRUIT))
        await ack("opened")

    @bolt.view("report")
    async def refuse(ack: Any) -> None:
        await ack(response_action="errors", errors={"what": "Say more."})

    @bolt.action("press")
    async def press(ack: Any, respond: Any) -> None:
        await ack()
        await respond("pressed")

    @bolt.options("answer.fruit")
    async def offer(ack: Any, body: Any) -> None:
        await ack(options=[option(body["value"])])

    @bolt.event("app_home_opened")
    async def opened(event: Any, client: AsyncWebClient) -> None:
        await client.chat_postMessage(channel=event["user"], text="welcome")

    return bolt


@pytest.fixture(params=["socket", "http", "in process"])
async def delivery(
    request: pytest.FixtureRequest, bolt: AsyncApp, workspace: Workspace
) -> AsyncIterator[Delivery]:
    ways = {"socket": over_socket, "http": over_http, "in process": in_process}
    async for way in ways[request.param](bolt, workspace):
        yield way


async def over_socket(bolt: AsyncApp, workspace: Workspace) -> AsyncIterator[Delivery]:
    handler: Any = AsyncSocketModeHandler(bolt, "xapp-playground")  # its methods have no annotations
    await handler.connect_async()
    yield workspace.sockets
    await handler.close_async()


async def over_http(bolt: AsyncApp, _workspace: Workspace) -> AsyncIterator[Delivery]:
    async def handle(request: web.Request) -> web.Response:
        return await to_aiohttp_response(await bolt.async_dispatch(await to_bolt_request(request)))

    async with serving(handle) as url:
        http = HttpDelivery(url, SECRET)
        yield http
        await http.close()


async def in_process(bolt: AsyncApp, _workspace: Workspace) -> AsyncIterator[Delivery]:
    yield InProcessDelivery(bolt_dispatch(bolt), SECRET)


class serving:  # noqa: N801 - used as a verb: async with serving(handle) as url
    """Serve one handler at a url of this machine."""

    def __init__(self, handle: Any) -> None:
        app = web.Application()
        app.router.add_post("/slack/events", handle)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)

    async def __aenter__(self) -> str:
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        return f"http://127.0.0.1:{self._runner.addresses[0][1]}/slack/events"

    async def __aexit__(self, *_error: object) -> None:
        await self._runner.cleanup()


async def test_a_whole_conversation_works_on_every_transport(
    delivery: Delivery, workspace: Workspace, alice: Person, client: AsyncWebClient
) -> None:
    workspace.delivery = delivery
    await client.chat_postMessage(channel="CRESPONSE", text="a", blocks=[actions(button())])

    await alice.command("CGENERAL", "/oops", "help")
    offered = await alice.searches(alice.view, "answer.fruit", "plum")
    await alice.fills("fruit", "plum")
    await alice.fills("what", "oh no")
    errors = await alice.submit()
    await alice.clicks(alice.sees("CRESPONSE")[0], "press")
    await alice.opens_home()

    assert [message.text for message in alice.sees("CGENERAL")] == ["opened"]
    assert offered == {"options": [option("plum")]}
    assert errors == {"what": "Say more."}
    assert [message.text for message in alice.sees("CRESPONSE")] == ["pressed"]
    assert [message.text for message in alice.sees("DALICE")] == ["welcome"]
    assert (workspace.refusals, alice.notices) == ([], [])


async def test_a_wrong_signature_is_no_answer(bolt: AsyncApp, workspace: Workspace, alice: Person) -> None:
    workspace.delivery = InProcessDelivery(bolt_dispatch(bolt), "another secret")

    await alice.command("CGENERAL", "/oops")

    assert "dispatch_failed" in alice.sees("CGENERAL")[0].text


async def test_retries_and_the_wish_for_none_travel_in_headers() -> None:
    seen: list[tuple[str | None, str | None]] = []

    async def handle(request: web.Request) -> web.Response:
        seen.append((request.headers.get("X-Slack-Retry-Num"), request.headers.get("X-Slack-Retry-Reason")))
        return web.Response(status=500, headers={"x-slack-no-retry": "1"})

    async with serving(handle) as url:
        http = HttpDelivery(url, SECRET)
        reply = await http.deliver("events_api", {"type": "event_callback"}, Retry(2, "http_timeout"))
        await http.close()

    assert seen == [("2", "http_timeout")]
    assert reply == Reply(acked=False, reason="http_error", is_final=True)


async def test_who_takes_too_long_or_is_not_there_did_not_answer() -> None:
    async def handle(_request: web.Request) -> web.Response:
        await asyncio.Event().wait()
        return web.Response()

    async with serving(handle) as url:
        http = HttpDelivery(url, SECRET, ack_seconds=0.05)
        late = await http.deliver("interactive", {"type": "shortcut"})
        await http.close()
    gone = HttpDelivery(url, SECRET)
    nobody = await gone.deliver("interactive", {"type": "shortcut"})
    await gone.close()

    assert late == Reply(acked=False, reason="http_timeout")
    assert nobody == Reply(acked=False, reason="connection_failed")


# -- the socket itself, spoken to by hand


class Line:
    """One websocket of an app."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.socket = socket

    async def reads(self) -> Any:
        return json.loads((await self.socket.receive(timeout=5)).data)

    async def acks(self, envelope: Any, payload: Any = None) -> None:
        await self.socket.send_json({"envelope_id": envelope["envelope_id"], "payload": payload})


@pytest.fixture
async def opens_line(server: PlaygroundServer, session: aiohttp.ClientSession, client: AsyncWebClient) -> Any:
    assert server.port

    async def open_line() -> Line:
        url = (await client.apps_connections_open(app_token="xapp-playground"))["url"]
        return Line(await session.ws_connect(url))

    return open_line


async def test_a_line_begins_with_hello(opens_line: Any) -> None:
    first, second = await opens_line(), await opens_line()

    assert (await first.reads())["num_connections"] == 1
    hello = await second.reads()
    assert (hello["type"], hello["num_connections"], hello["connection_info"]) == (
        "hello",
        2,
        {"app_id": "AOOPS"},
    )


async def test_a_ticket_is_good_once(
    server: PlaygroundServer, session: aiohttp.ClientSession, client: AsyncWebClient
) -> None:
    url = (await client.apps_connections_open(app_token="xapp-playground"))["url"]
    socket = await session.ws_connect(url)

    with pytest.raises(aiohttp.WSServerHandshakeError) as error:
        await session.ws_connect(url)

    assert error.value.status == 401
    assert len(server.workspace.sockets.connections) == 1
    await socket.close()


async def test_a_ping_comes_back_with_the_same_bytes(
    opens_line: Any, session: aiohttp.ClientSession, client: AsyncWebClient
) -> None:
    url = (await client.apps_connections_open(app_token="xapp-playground"))["url"]
    socket = await session.ws_connect(url, autoping=False)
    await socket.receive(timeout=5)

    await socket.ping(b"sdk-ping-pong:1.5")

    pong = await socket.receive(timeout=5)
    assert (pong.type, bytes(pong.data)) == (aiohttp.WSMsgType.PONG, b"sdk-ping-pong:1.5")
    assert opens_line


async def test_an_envelope_takes_a_payload_only_where_one_is_accepted(
    opens_line: Any, workspace: Workspace, alice: Person
) -> None:
    line = await opens_line()
    await line.reads()
    workspace.delivery = workspace.sockets
    command = asyncio.create_task(alice.command("CGENERAL", "/oops"))
    asked = await line.reads()
    await line.acks(asked, {"text": "taken"})
    await command
    shortcut = asyncio.create_task(alice.shortcut("report_oops"))
    told = await line.reads()
    await line.acks(told, {"text": "dropped"})
    await shortcut

    assert (asked["type"], asked["accepts_response_payload"]) == ("slash_commands", True)
    assert (told["type"], told["accepts_response_payload"]) == ("interactive", False)
    assert [message.text for message in alice.sees("CGENERAL")] == ["taken"]
    assert workspace.refusals == []


async def test_payloads_take_turns_between_lines(
    opens_line: Any, workspace: Workspace, alice: Person
) -> None:
    lines = [await opens_line(), await opens_line()]
    for line in lines:
        await line.reads()
    workspace.delivery = workspace.sockets

    got = []
    for line in lines:
        sending = asyncio.create_task(alice.opens_home())
        envelope = await line.reads()
        await line.acks(envelope)
        await sending
        got.append(envelope["retry_attempt"])

    assert got == [0, 0]


async def test_a_line_that_dies_before_its_ack_did_not_answer(
    opens_line: Any, workspace: Workspace, alice: Person
) -> None:
    line = await opens_line()
    await line.reads()
    workspace.delivery = workspace.sockets
    sending = asyncio.create_task(alice.opens_home())
    await line.reads()

    await line.socket.close()
    await sending

    (pending,) = workspace.pending_events.values()
    assert pending.reason == "connection_failed"


async def test_an_unacked_event_comes_again_with_its_number(
    opens_line: Any, workspace: Workspace, alice: Person
) -> None:
    workspace.delivery = workspace.sockets
    await alice.opens_home()
    line = await opens_line()
    await line.reads()

    again = asyncio.create_task(events.redeliver_due(workspace))
    envelope = await line.reads()
    await line.acks(envelope)
    await again

    assert (envelope["retry_attempt"], envelope["retry_reason"]) == (1, "connection_failed")


async def test_redelivery_over_sockets_can_be_switched_off(workspace: Workspace, alice: Person) -> None:
    workspace.delivery = SocketMode("AOOPS", redelivers_events=False)

    await alice.opens_home()

    assert workspace.pending_events == {}


async def test_the_eleventh_line_is_one_too_many(opens_line: Any) -> None:
    lines = [await opens_line() for _ in range(MOST_CONNECTIONS)]
    for line in lines:
        await line.reads()

    eleventh = await opens_line()

    assert (await eleventh.reads())["reason"] == "too_many_websockets"


async def test_a_warning_leaves_the_line_open_and_a_refresh_ends_it(
    opens_line: Any, workspace: Workspace
) -> None:
    line = await opens_line()
    await line.reads()

    await workspace.sockets.disconnect("warning")
    warned = await line.reads()
    open_after_warning = not line.socket.closed
    closing = asyncio.create_task(workspace.sockets.disconnect("refresh_requested"))
    refreshed = await line.reads()
    ended = await line.socket.receive(timeout=5)
    await closing

    assert (warned["reason"], refreshed["reason"]) == ("warning", "refresh_requested")
    assert open_after_warning
    assert ended.type in (aiohttp.WSMsgType.CLOSE, aiohttp.WSMsgType.CLOSING)


async def test_a_disabled_link_takes_nobody_any_more(opens_line: Any, workspace: Workspace) -> None:
    await workspace.sockets.disconnect("link_disabled")

    line = await opens_line()

    assert (await line.reads())["reason"] == "link_disabled"
