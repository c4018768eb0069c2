"""What is logged: a line of JSON for each thing, and never what somebody typed, a draft or a token."""

import asyncio
import io
import json
import logging
from datetime import UTC
from typing import Any

import pytest
import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlmodel import Session

from bot import outbox
from bot.playground.people import Person
from bot.serving import connected
from bot.states import Surface
from handlers.errors import sentence_for
from tests.world import Someone, World, shown

REPORTED = "kingfisher-in-the-report"
RIGHT = "osprey-said-rightly"
DRAFTED = "pelican-in-the-draft"
REASON = "heron-in-a-reason"
UNKNOWN = "cormorant-in-an-unknown-request"
CANARIES = (REPORTED, RIGHT, DRAFTED, REASON, UNKNOWN)
SECRETS = ("xoxb-playground", "xapp-playground", "playground-signing-secret")


class Loud(str):
    """A text that cannot be written out for a log."""

    __slots__ = ()

    def __repr__(self) -> str:
        raise AssertionError("written out")


@pytest.fixture
async def world(database_url: str, log: io.StringIO) -> World:  # noqa: ARG001  the log has to be set up before the bot
    world = World(database_url)
    await world.start()
    return world


def lines(log: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in log.getvalue().splitlines()]


def leaks(text: str) -> list[str]:
    return [word for word in (*CANARIES, *SECRETS) if word in text]


def say_what_cannot_be_drawn(session: Session, world: World) -> None:
    outbox.say(
        session,
        Surface.NOTICE,
        key="broken",
        channel_id="UALICE",
        workspace_id=world.oops.workspace_id,
        now=world.clock(),
        params={"kind": REASON, "number": 1},
    )


async def live_through_a_case(world: World, alice: Someone, bob: Someone) -> None:
    await alice.types(f"We wrote {REPORTED} https://example.org/{REPORTED}")
    await alice.submits(
        channel="x",
        mistake="wrong_fact",
        harm="inconvenience",
        noticed="many_replies",
        undo="delete_and_repost",
        should_have_said=RIGHT,
    )
    await alice.edits(world.draft(), f"It is {DRAFTED}. Sorry for the mix-up.")
    await bob.clicks(world.draft(), "draft.request_changes")
    await bob.submits(reason=REASON)
    await bob.clicks(world.draft(), "draft.approve")
    await alice.clicks(world.plan, "case.level")
    await alice.submits(level="full_response", reason=REASON)
    await world.next_check_in()
    await bob.clicks(world.check_in(), "checkin.quiet")


async def break_what_can_break(world: World, alice: Someone) -> None:
    faults = world.workspace.faults
    faults.add("views.open", "error", error="internal_error")
    await alice.types(f"We wrote {UNKNOWN} on the page")
    faults.add("chat.postMessage", "accept_then_drop")
    faults.add("chat.update", "server_error", 2)
    await alice.reports(f"We wrote {UNKNOWN} again")
    faults.add("conversations.info", "drop", 3)
    await world.passes(minutes=10)
    await world.oops.store.run(say_what_cannot_be_drawn, world)
    await world.oops.settle()


async def test_a_case_leaves_no_word_of_it_in_the_log(
    world: World, log: io.StringIO, capfd: pytest.CaptureFixture[str]
) -> None:
    alice, bob = world.person("UALICE"), world.person("UBOB")

    await live_through_a_case(world, alice, bob)
    await break_what_can_break(world, alice)
    await world.oops.stop()
    await world.server.stop()

    in_slack = "\n".join(shown(message) for message in world.said())
    assert [word for word in (REPORTED, DRAFTED, REASON, UNKNOWN) if word not in in_slack] == []
    assert {"said", "not_drawn", "form_not_opened", "outcome_unknown"} <= {
        line["event"] for line in lines(log)
    }
    assert leaks(log.getvalue() + "".join(capfd.readouterr())) == []


@pytest.mark.parametrize("is_over_sockets", [False, True])
async def test_what_is_logged_of_a_case_names_its_workspace(
    world: World, log: io.StringIO, is_over_sockets: bool
) -> None:
    world.settings = {"slack_app_token": world.workspace.app.app_token} if is_over_sockets else {}
    await world.restart_bot()
    if is_over_sockets:
        world.workspace.delivery = world.workspace.sockets
    alice = Someone(world, Person(world.workspace, "UALICE"))

    async with connected(world.oops):
        await alice.reports()
        await world.next_check_in()
    await world.stop()

    assert {line["workspace"] for line in lines(log) if "case" in line} == {"TRIVER"}


async def test_socket_mode_leaves_no_token_in_the_log(
    world: World, log: io.StringIO, capfd: pytest.CaptureFixture[str]
) -> None:
    world.settings = {"slack_app_token": world.workspace.app.app_token}
    await world.restart_bot()
    world.workspace.delivery = world.workspace.sockets
    alice = Someone(world, Person(world.workspace, "UALICE"))

    async with connected(world.oops):
        await alice.reports(f"We wrote {REPORTED} on the page")
    await world.stop()

    assert leaks(log.getvalue() + "".join(capfd.readouterr())) == []


async def test_a_request_that_nobody_listens_to_is_logged_without_its_body(
    world: World, log: io.StringIO, capfd: pytest.CaptureFixture[str]
) -> None:
    event = {"type": "message", "text": UNKNOWN, "user": "UALICE", "channel": "CGENERAL"}

    await world.workspace.delivery.deliver(
        "events_api", {"type": "event_callback", "team_id": "TRIVER", "event": event}
    )
    await world.stop()

    assert [line["type"] for line in lines(log) if line["event"] == "nobody_listens"] == ["message"]
    assert leaks(log.getvalue() + "".join(capfd.readouterr())) == []


async def test_starting_has_nothing_to_say(world: World, log: io.StringIO) -> None:
    await world.stop()

    assert lines(log) == []


def test_an_unexpected_error_is_told_by_types_and_places(log: io.StringIO) -> None:
    try:
        try:
            int(REPORTED)
        except ValueError as error:
            raise LookupError(DRAFTED) from error
    except LookupError as error:
        sentence = sentence_for(error)

    [line] = lines(log)
    assert line["reference"] in sentence
    assert [told["type"] for told in line["exception"]] == ["LookupError", "ValueError"]
    assert all(
        "test_logs.py" in told["where"][-1] and told["where"][-1].endswith("types_and_places")
        for told in line["exception"]
    )
    assert leaks(log.getvalue()) == []


def test_what_the_system_refused_is_told_with_its_text(log: io.StringIO) -> None:
    try:
        open("/nowhere/at/all")  # noqa: SIM115, PTH123  it is not there
    except OSError:
        structlog.get_logger().exception("not_opened")

    assert "/nowhere/at/all" in lines(log)[0]["exception"][0]["text"]


async def test_a_tick_that_a_stop_cuts_short_is_no_error(log: io.StringIO) -> None:
    begun = asyncio.Event()

    async def tick() -> None:
        begun.set()
        await asyncio.Event().wait()

    scheduler = AsyncIOScheduler(timezone=UTC)
    scheduler.add_job(tick)
    scheduler.start()
    await begun.wait()

    scheduler.shutdown(wait=False)
    await asyncio.sleep(0)
    await asyncio.sleep(0)

    assert lines(log) == []


def test_a_library_is_quoted_by_place_only(log: io.StringIO) -> None:
    logging.getLogger("slack_sdk.web").error("Failed to parse %s", REPORTED)
    logging.getLogger("slack_sdk.web").info("Sending %s", REPORTED)

    [line] = lines(log)
    assert (line["event"], line["level"], line["logger"]) == ("library", "error", "slack_sdk.web")
    assert "a_library_is_quoted_by_place_only" in line["where"]


async def test_no_call_is_written_out_for_a_debug_line_that_nobody_reads(world: World) -> None:
    answer = await world.oops.client.chat_postMessage(channel="CRESPONSE", text=Loud("A plan"))
    await world.stop()

    assert answer["ok"]
