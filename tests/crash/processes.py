"""The bot and its Slack as processes of their own, and people who act through the workspace's endpoints."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

import aiohttp

Json = dict[str, Any]
T = TypeVar("T")
ROOT = Path(__file__).parent.parent.parent
TOKEN = "xoxb-playground"
SECRET = "playground-signing-secret"
PATIENCE = 60.0
SOONEST_KILL = 10
"""Seconds that an orchestrator waits at least before it kills."""


def free_port() -> int:
    """Return a port that nobody listens on now."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
    return port


async def until(what: str, ask: Callable[[], Awaitable[T | None]], *, patience: float = PATIENCE) -> T:
    """Return the first answer of ``ask`` that is not empty. Raises AssertionError naming ``what`` after ``patience`` seconds."""
    deadline = asyncio.get_running_loop().time() + patience
    while not (answer := await ask()):
        assert asyncio.get_running_loop().time() < deadline, f"not within {patience:.0f} s: {what}"
        await asyncio.sleep(0.05)
    return answer


def _environment() -> dict[str, str]:
    """Return ours without what would change the bot; it may keep compiled modules, since it starts again and again."""
    return {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("SLACK_", "OOPS_")) and name != "PYTHONDONTWRITEBYTECODE"
    }


class Bot:
    """``python -m bot serve`` over HTTP, which can be killed and started again on the same database."""

    def __init__(self, folder: Path, database_url: str, api_url: str, port: int, **more: str) -> None:
        self.port = port
        self._log = folder / "bot.log"
        self._environment = {
            **_environment(),
            "SLACK_BOT_TOKEN": TOKEN,
            "SLACK_SIGNING_SECRET": SECRET,
            "SLACK_API_URL": api_url,
            "OOPS_DATABASE_URL": database_url,
            "OOPS_PORT": str(port),
            "OOPS_RESPONSE_CHANNEL": "CRESPONSE",
            **more,
        }
        self.process: subprocess.Popen[bytes] | None = None

    def launch(self) -> subprocess.Popen[bytes]:
        """Start the process; it says what it has to say in a file."""
        with self._log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "bot", "serve"],
                cwd=ROOT,
                env=self._environment,
                stdout=log,
                stderr=log,
            )
        return self.process

    async def start(self) -> None:
        """Start the process; return when it can take work."""
        process = self.launch()

        async def is_ready() -> bool:
            assert process.poll() is None, self.said()
            try:
                async with (
                    aiohttp.ClientSession() as http,
                    http.get(f"http://127.0.0.1:{self.port}/readyz") as answer,
                ):
                    return answer.status == 200
            except aiohttp.ClientError:
                return False

        await until("the bot is ready", is_ready)

    def kill(self) -> None:
        """End the process at once, whatever it is doing."""
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    async def ends(self, *, patience: float = PATIENCE) -> int:
        """Return the process's exit code once it has ended."""
        process = self.process
        assert process is not None

        async def code() -> tuple[int] | None:
            found = process.poll()
            return None if found is None else (found,)

        return (await until("the bot has ended", code, patience=patience))[0]

    def said(self) -> str:
        """Return everything that the process has written."""
        return self._log.read_text()


class Slack:
    """A workspace in a process of its own: it outlives the bot."""

    def __init__(self, folder: Path, deliver_to: str) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._log = folder / "slack.log"
        options = [
            "--port",
            str(self.port),
            "--store",
            str(folder / "workspace.sqlite"),
            "--deliver-to",
            deliver_to,
        ]
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "bot.playground", *options],
                cwd=ROOT,
                env=_environment(),
                stdout=log,
                stderr=log,
            )
        self._http = aiohttp.ClientSession()

    async def ready(self) -> None:
        """Return when calls can be made."""

        async def answers() -> bool:
            assert self._process.poll() is None, self._log.read_text()
            try:
                return bool(await self.play("state"))
            except aiohttp.ClientError:
                return False

        await until("Slack answers", answers)

    async def play(self, path: str, body: Json | None = None, **query: str) -> Json:
        """Do or see something as a person; return the answer, a refusal's included."""
        address = f"{self.url}/play/{path}"
        call = self._http.get(address, params=query) if body is None else self._http.post(address, json=body)
        async with call as answer:
            found: Json = await answer.json()
            return found

    async def said(self, thread_ts: str | None = None) -> list[Json]:
        """Return the messages of the response channel, or of a thread there, with their metadata."""
        method = "conversations.replies" if thread_ts else "conversations.history"
        where = {"ts": thread_ts} if thread_ts else {}
        body = {"channel": "CRESPONSE", "include_all_metadata": True, "limit": 1000, **where}
        headers = {"Authorization": f"Bearer {TOKEN}"}
        async with self._http.post(f"{self.url}/api/{method}", json=body, headers=headers) as answer:
            messages: list[Json] = (await answer.json())["messages"]
            return messages

    async def stop(self) -> None:
        """End the process."""
        await self._http.close()
        self._process.kill()
        self._process.wait()


@asynccontextmanager
async def running(folder: Path, database_url: str, **settings: str) -> AsyncIterator[tuple[Bot, Slack]]:
    """Give a bot that is not started yet, and the Slack that it will talk to; both are gone afterwards."""
    port = free_port()
    slack = Slack(folder, f"http://127.0.0.1:{port}/slack/events")
    bot = Bot(folder, database_url, f"{slack.url}/api/", port, **settings)
    try:
        await slack.ready()
        yield bot, slack
    finally:
        if bot.process is not None and bot.process.poll() is None:
            bot.kill()
        await slack.stop()
