"""A workspace in a file is all there after a restart; one without a file is new every time."""

import asyncio
import json
import signal
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.playground import events, modals
from bot.playground.delivery import Reply
from bot.playground.people import Person
from bot.playground.persistence import StateFile
from bot.playground.seed import Seed
from bot.playground.state import Channel, User
from bot.playground.workspace import Workspace
from tests.playground.conftest import Clock, StubApp
from tests.playground.examples import field, modal


@pytest.fixture
def store(tmp_path: Path) -> Iterator[StateFile]:
    store = StateFile(tmp_path / "workspace.sqlite")
    yield store
    store.close()


@pytest.fixture
def kept(clock: Clock, app: StubApp, store: StateFile) -> Workspace:
    return Workspace(clock, delivery=app, store=store)


async def test_messages_views_files_and_channels_are_there_again(
    kept: Workspace, clock: Clock, app: StubApp, store: StateFile
) -> None:
    alice = Person(kept, "UALICE")
    root = await alice.says("CRESPONSE", "root")
    await alice.says("CRESPONSE", "reply", root.ts)
    await alice.command("CGENERAL", "/oops")
    modals.open_view(kept, app.last["trigger_id"], modal(field("what")))
    await alice.fills("what", "half typed")
    file_id = await alice.uploads("shot.png", b"png")
    await alice.removes("CGENERAL", "UCAROL")

    again = Workspace(clock, delivery=app, store=store)

    alice = Person(again, "UALICE")
    assert [message.text for message in alice.sees_thread("CRESPONSE", root.ts)] == ["root", "reply"]
    assert alice.view.values["what"]["answer.what"]["value"] == "half typed"
    assert again.store.content(file_id) == b"png"
    assert again.channels["CGENERAL"].members == ["UALICE", "UBOB"]


async def test_numbers_go_on_where_they_stopped(kept: Workspace, clock: Clock, store: StateFile) -> None:
    ts, serial = kept.new_ts(), kept.serial("V")

    again = Workspace(clock, store=store)

    assert again.new_ts() > ts
    assert again.serial("V") > serial


async def test_an_erased_message_stays_erased(kept: Workspace, clock: Clock, store: StateFile) -> None:
    message = await Person(kept, "UALICE").says("CRESPONSE", "oops")
    kept.erase(message)

    again = Workspace(clock, store=store)

    assert Person(again, "UALICE").sees("CRESPONSE") == []


async def test_an_event_that_waits_for_its_retry_is_delivered_after_a_restart(
    kept: Workspace, clock: Clock, app: StubApp, store: StateFile
) -> None:
    app.reply = Reply(acked=False, reason="connection_failed")
    await Person(kept, "UALICE").opens_home()
    app.reply = Reply(acked=True)

    tried = await events.redeliver_due(Workspace(clock, delivery=app, store=store))

    assert tried == 1


def test_another_seed_makes_another_workspace(clock: Clock) -> None:
    seed = Seed(
        users=(User("UDAVE", "dave", "Dave"), User("UOOPS", "oops", "oops", is_bot=True)),
        channels=(Channel("CHALL", "hall", ["UDAVE"]),),
    )

    workspace = Workspace(clock, seed=seed)

    assert list(workspace.users) == ["UDAVE", "UOOPS"]
    assert [channel.id for channel in Person(workspace, "UDAVE").channels] == ["CHALL"]


class Process:
    """A workspace that runs on its own, and is spoken to as the page does."""

    def __init__(self, process: asyncio.subprocess.Process, url: str, session: aiohttp.ClientSession) -> None:
        self.process = process
        self._url = url
        self._session = session

    async def posts(self, name: str, **body: Any) -> Any:
        async with self._session.post(f"{self._url}/play/{name}", json=body) as answer:
            return await answer.json()

    async def gets(self, name: str, **query: str) -> Any:
        async with self._session.get(f"{self._url}/play/{name}", params=query) as answer:
            return await answer.json()


@pytest.fixture
async def starts(tmp_path: Path, session: aiohttp.ClientSession) -> AsyncIterator[Any]:
    running = []

    async def start(*more: str) -> Process:
        command = [sys.executable, "-m", "bot.playground", "--store", str(tmp_path / "own.sqlite"), *more]
        process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
        running.append(process)
        assert process.stdout is not None
        port = json.loads(await process.stdout.readline())["port"]
        return Process(process, f"http://127.0.0.1:{port}", session)

    yield start
    for process in running:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def test_a_process_of_its_own_survives_kill_9(starts: Any) -> None:
    first = await starts()
    await first.posts("message", user="UALICE", channel="CSOCIAL", text="still here")
    await first.posts("clock", advance_seconds=86400)
    said_later = await first.posts("message", user="UALICE", channel="CSOCIAL", text="a day later")
    first.process.send_signal(signal.SIGKILL)
    await first.process.wait()

    second = await starts()

    shown = await second.gets("messages", user="UBOB", channel="CSOCIAL")
    assert [message["text"] for message in shown["messages"]] == ["still here", "a day later"]
    after = await second.posts("message", user="UBOB", channel="CSOCIAL", text="next")
    assert float(after["ts"]) > float(said_later["ts"])


async def test_a_process_ends_well_when_asked_to(starts: Any) -> None:
    running = await starts("--deliver-to", "http://127.0.0.1:9/slack/events")
    await running.posts("command", user="UALICE", channel="CSOCIAL", text="/oops help")
    shown = await running.gets("messages", user="UALICE", channel="CSOCIAL")

    running.process.terminate()

    assert await running.process.wait() == 0
    assert "dispatch_failed" in shown["messages"][0]["text"]
