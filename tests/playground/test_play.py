"""The page's endpoints: what a browser asks and does for the acting person."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground import modals
from bot.playground.delivery import Reply
from bot.playground.people import Person
from bot.playground.play import ClockHooks
from bot.playground.server import PlaygroundServer
from bot.playground.workspace import Workspace
from tests.playground.conftest import Clock, StubApp
from tests.playground.examples import actions, button, field, home, modal, option, section, select


class Page:
    """Asks and posts as the page does; answers are (status, JSON)."""

    def __init__(self, url: str, session: aiohttp.ClientSession) -> None:
        self.url = url
        self.session = session

    async def get(self, name: str, **query: str) -> Any:
        async with self.session.get(f"{self.url}/play/{name}", params=query) as answer:
            assert answer.status == 200, await answer.text()
            return await answer.json()

    async def post(self, name: str, **body: Any) -> Any:
        async with self.session.post(f"{self.url}/play/{name}", json=body) as answer:
            assert answer.status == 200, await answer.text()
            return await answer.json()

    async def fails(self, name: str, **body: Any) -> tuple[int, str]:
        async with self.session.post(f"{self.url}/play/{name}", json=body) as answer:
            return answer.status, (await answer.json())["error"]


@pytest.fixture
async def page(workspace: Workspace, clock: Clock, session: aiohttp.ClientSession) -> AsyncIterator[Page]:
    hooks = ClockHooks(on_advance=clock.advance, next_check_in=lambda: clock.now + timedelta(hours=1))
    server = PlaygroundServer(workspace, hooks=hooks)
    await server.start()
    yield Page(server.url, session)
    await server.stop()


async def test_the_page_itself_is_served(page: Page) -> None:
    async with page.session.get(page.url) as index, page.session.get(f"{page.url}/app.js") as script:
        assert "<!doctype html>" in (await index.text()).lower()
        assert script.status == 200


async def test_the_state_shows_what_the_person_may_see(page: Page) -> None:
    alices = await page.get("state", user="UALICE")
    carols = await page.get("state", user="UCAROL")

    assert [channel["name"] for channel in alices["channels"]] == ["general", "social", "response-team"]
    assert [channel["name"] for channel in carols["channels"]] == ["general", "social"]
    assert (alices["me"], alices["team"]["name"]) == ("UALICE", "Riverside Runners")
    assert alices["now"] == "2026-03-02T09:00:00+00:00"
    assert alices["next_check_in"] == "2026-03-02T10:00:00+00:00"
    assert alices["commands"][0]["command"] == "/oops"
    assert {"callback_id": "report_oops", "name": "Report an oops", "type": "global"} in alices["shortcuts"]
    assert {"id": "UOOPS", "name": "oops", "is_bot": True}.items() <= alices["people"][3].items()


async def test_a_message_is_unread_until_it_was_looked_at(page: Page) -> None:
    await page.post("message", user="UBOB", channel="CSOCIAL", text="hello")

    before = await page.get("state", user="UALICE")
    shown = await page.get("messages", user="UALICE", channel="CSOCIAL")
    after = await page.get("state", user="UALICE")

    assert [before["channels"][1]["unread"], after["channels"][1]["unread"]] == [1, 0]
    assert [(one["user_name"], one["text"], one["ephemeral"]) for one in shown["messages"]] == [
        ("Bob", "hello", False)
    ]


async def test_a_thread_is_shown_with_its_root(page: Page) -> None:
    root = await page.post("message", user="UALICE", channel="CSOCIAL", text="root")
    await page.post("message", user="UBOB", channel="CSOCIAL", text="reply", thread_ts=root["ts"])

    channel = await page.get("messages", user="UALICE", channel="CSOCIAL")
    thread = await page.get("thread", user="UALICE", channel="CSOCIAL", ts=root["ts"])

    assert [(one["text"], one["reply_count"], one["reply_users"]) for one in channel["messages"]] == [
        ("root", 1, ["UBOB"])
    ]
    assert [one["text"] for one in thread["messages"]] == ["root", "reply"]


async def test_a_hidden_channel_answers_as_one_that_is_not_there(page: Page) -> None:
    said = await page.fails("message", user="UCAROL", channel="CRESPONSE", text="let me in")

    assert said == (409, "There is no channel CRESPONSE here for UCAROL.")


async def test_a_command_line_is_taken_apart(page: Page, app: StubApp) -> None:
    app.reply = Reply(acked=True, payload="Here is how.")

    await page.post("command", user="UALICE", channel="CGENERAL", text="/oops  help me")

    (shown,) = (await page.get("messages", user="UALICE", channel="CGENERAL"))["messages"]
    assert (app.last["command"], app.last["text"]) == ("/oops", "help me")
    assert (shown["text"], shown["ephemeral"]) == ("Here is how.", True)


async def test_slacks_own_commands_change_the_channel(page: Page, workspace: Workspace) -> None:
    await page.post("command", user="UALICE", channel="CGENERAL", text="/invite @oops")
    invited = "UOOPS" in workspace.channels["CGENERAL"].members
    await page.post("command", user="UALICE", channel="CGENERAL", text="/remove @oops")
    await page.post("command", user="UALICE", channel="CGENERAL", text="/archive")

    assert invited
    assert "UOOPS" not in workspace.channels["CGENERAL"].members
    assert workspace.channels["CGENERAL"].is_archived
    assert (await page.fails("command", user="UALICE", channel="CSOCIAL", text="/invite @nobody"))[0] == 409


async def test_a_modal_is_filled_and_submitted(page: Page, app: StubApp, workspace: Workspace) -> None:
    await page.post("shortcut", user="UALICE", callback_id="report_oops")
    blocks = [field("what"), field("channel", select("x", "email"), dispatch_action=True)]
    modals.open_view(workspace, app.last["trigger_id"], modal(*blocks))
    (view,) = (await page.get("views", user="UALICE"))["views"]

    missing = await page.post("submit", user="UALICE", view_id=view["id"], values={"what": None})
    await page.post("fill", user="UALICE", view_id=view["id"], block_id="channel", value="email")
    told = app.last["type"]
    done = await page.post(
        "submit", user="UALICE", view_id=view["id"], values={"what": "oh no", "channel": "email"}
    )

    assert missing["ok"] is False
    assert set(missing["errors"]) == {"what", "channel"}
    assert (told, app.last["type"], done) == ("block_actions", "view_submission", {"ok": True, "errors": {}})
    values = app.last["view"]["state"]["values"]
    assert values["what"]["answer.what"]["value"] == "oh no"
    assert values["channel"]["answer.channel"]["selected_option"] == option("email")
    assert (await page.get("views", user="UALICE")) == {"views": []}


async def test_a_list_is_loaded_as_one_types(page: Page, app: StubApp, workspace: Workspace) -> None:
    await page.post("shortcut", user="UALICE", callback_id="report_oops")
    outside = field("fruit", {"type": "external_select", "min_query_length": 0})
    view = modals.open_view(workspace, app.last["trigger_id"], modal(outside))
    app.reply = Reply(acked=True, payload={"options": [option("plum")]})
    place = {"container": {"view_id": view.id}, "block_id": "fruit", "action_id": "answer.fruit"}

    answer = await page.post("search", user="UALICE", typed="pl", **place)
    asked = app.last
    app.reply = Reply(acked=True)
    done = await page.post("submit", user="UALICE", view_id=view.id, values={"fruit": "plum"})

    assert answer == {"options": [option("plum")]}
    assert (asked["type"], asked["value"]) == ("block_suggestion", "pl")
    assert done["ok"] is True
    assert app.last["view"]["state"]["values"]["fruit"]["answer.fruit"]["selected_option"] == option("plum")


async def test_a_modal_that_got_no_answer_shows_slacks_sentence(
    page: Page, app: StubApp, workspace: Workspace
) -> None:
    await page.post("shortcut", user="UALICE", callback_id="report_oops")
    view = modals.open_view(workspace, app.last["trigger_id"], modal(section()))
    app.reply = Reply(acked=False, reason="http_timeout")

    done = await page.post("submit", user="UALICE", view_id=view.id)

    assert done == {"ok": False, "errors": {}}
    assert "trouble connecting" in (await page.get("views", user="UALICE"))["views"][0]["notice"]


async def test_a_dialog_that_is_gone_cannot_be_used(page: Page, app: StubApp, workspace: Workspace) -> None:
    await page.post("shortcut", user="UALICE", callback_id="report_oops")
    view = modals.open_view(workspace, app.last["trigger_id"], modal())
    await page.post("close", user="UALICE", view_id=view.id)

    status, sentence = await page.fails("fill", user="UALICE", view_id=view.id, block_id="what", value="x")

    assert (status, sentence) == (409, "UALICE has no modal open.")


async def test_buttons_work_in_messages_ephemerals_and_home(
    page: Page, app: StubApp, workspace: Workspace, session: aiohttp.ClientSession
) -> None:
    client = AsyncWebClient("xoxb-playground", base_url=f"{page.url}/api/", session=session)
    row = [actions(button(value="1"), block_id="row")]
    ts = (await client.chat_postMessage(channel="CRESPONSE", text="a", blocks=row))["ts"]
    await client.chat_postEphemeral(channel="CRESPONSE", user="UALICE", text="b", blocks=row)
    await client.views_publish(user_id="UALICE", view=home(*row))
    shown = (await page.get("messages", user="UALICE", channel="CRESPONSE"))["messages"]
    drawn = (await page.get("home", user="UALICE"))["view"]

    for container in (
        {"channel": "CRESPONSE", "ts": ts},
        {"ephemeral_id": shown[1]["ephemeral_id"]},
        {"home": True},
    ):
        await page.post(
            "action", user="UALICE", container=container, block_id="row", action_id="press", value="1"
        )

    assert [body["container"]["type"] for body in app.received] == ["message", "message", "view"]
    assert [body["actions"][0]["value"] for body in app.received] == ["1", "1", "1"]
    assert drawn["blocks"][0]["block_id"] == "row"
    assert workspace.refusals == []


async def test_choices_outside_of_inputs_are_remembered(
    page: Page, app: StubApp, session: aiohttp.ClientSession
) -> None:
    client = AsyncWebClient("xoxb-playground", base_url=f"{page.url}/api/", session=session)
    row = [actions(select("a", "b", action_id="pick"), block_id="row")]
    ts = (await client.chat_postMessage(channel="CRESPONSE", text="a", blocks=row))["ts"]
    place = {"channel": "CRESPONSE", "ts": ts}

    await page.post("action", user="UALICE", container=place, block_id="row", action_id="pick", value="b")

    (shown,) = (await page.get("messages", user="UALICE", channel="CRESPONSE"))["messages"]
    assert app.last["actions"][0]["selected_option"] == option("b")
    assert shown["values"]["row"]["pick"]["selected_option"] == option("b")


async def test_the_home_is_empty_until_the_app_draws_it(page: Page, app: StubApp) -> None:
    assert await page.get("home", user="UALICE") == {"view": None}

    await page.post("home_opened", user="UALICE")

    assert app.last["event"]["type"] == "app_home_opened"


async def test_an_uploaded_page_is_saved_never_run(page: Page) -> None:
    form = aiohttp.FormData({"user": "UALICE"})
    form.add_field("file", b"<script>alert(1)</script>", filename="x.html", content_type="text/html")

    async with page.session.post(f"{page.url}/play/upload", data=form) as answer:
        file = await answer.json()
    async with page.session.get(f"{page.url}/play/files/{file['id']}", params={"user": "UALICE"}) as own:
        data = await own.read()
    async with page.session.get(f"{page.url}/play/files/{file['id']}", params={"user": "UBOB"}) as foreign:
        pass

    assert (file["name"], data) == ("x.html", b"<script>alert(1)</script>")
    assert own.content_type == "application/octet-stream"
    assert own.headers["Content-Disposition"].startswith("attachment")
    assert foreign.status == 409


async def test_the_clock_goes_forward_and_to_the_next_check_in(page: Page, clock: Clock) -> None:
    started = clock.now

    await page.post("clock", advance_seconds=1800)
    half_an_hour = clock.now - started
    await page.post("clock", to="next_check_in")

    assert half_an_hour == timedelta(minutes=30)
    assert clock.now - started == timedelta(minutes=90)
    assert await page.fails("clock", advance_seconds=-1) == (409, "The clock only goes forward.")


async def test_a_clock_without_hooks_says_that_it_cannot_move(
    server: PlaygroundServer, session: aiohttp.ClientSession
) -> None:
    page = Page(server.url, session)

    assert await page.fails("clock", advance_seconds=60) == (409, "This playground's clock cannot be moved.")
    assert (await page.fails("clock", to="next_check_in"))[1].startswith("No check-in is planned.")


async def test_faults_can_be_ordered(page: Page, workspace: Workspace) -> None:
    ordered = await page.post(
        "faults", method="chat.postMessage", kind="ratelimited", times=2, duplicate_events=1
    )

    assert [(fault["kind"], fault["times"]) for fault in ordered["waiting"]] == [("ratelimited", 2)]
    assert workspace.faults.duplicate_events == 1
    assert (await page.fails("faults", method="*", kind="fire"))[0] == 400


@pytest.mark.parametrize(
    ("body", "answer"),
    [
        ({"user": "UALICE", "text": "a"}, (400, "channel is missing.")),
        (
            {"user": "UNOBODY", "channel": "CSOCIAL", "text": "a"},
            (409, "There is nobody called UNOBODY here."),
        ),
        ({"user": "UOOPS", "channel": "CRESPONSE", "text": "a"}, (409, "There is nobody called UOOPS here.")),
    ],
)
async def test_mistakes_are_told_in_a_sentence(
    page: Page, body: dict[str, Any], answer: tuple[int, str]
) -> None:
    assert await page.fails("message", **body) == answer


async def test_what_is_not_json_is_turned_away(page: Page) -> None:
    async with page.session.post(f"{page.url}/play/message", data="user=UALICE") as answer:
        assert (answer.status, await answer.json()) == (400, {"error": "Send JSON, with its content type."})


async def test_a_line_comes_whenever_something_visible_changed(
    page: Page, alice: Person, bob: Person
) -> None:
    async with page.session.get(f"{page.url}/play/updates", params={"user": "UCAROL"}) as stream:
        await alice.says("CRESPONSE", "hidden from Carol")
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.1):
                await stream.content.readline()

        await bob.says("CSOCIAL", "for all")

        assert await stream.content.readline() == b"data: changed\n"
