"""Random and mutated real payloads for the HTTP endpoint and the Socket Mode reader.

`python -m tests.security.fuzzing --requests 10000` sends as many to each of the two, and prints what came back.
"""

import argparse
import asyncio
import copy
import io
import json
import random
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import aiohttp
from aiohttp import web

from bot.http import web_app
from bot.logs import write_logs_to
from bot.playground.delivery import COMMANDS, Delivery, Reply, Retry, encoded, signed
from bot.playground.people import Person
from bot.schema import migrate
from bot.serving import connected
from tests import forging
from tests.security.hostile import HOSTILE
from tests.world import Someone, World

AT_ONCE = 8
BATCH = 200
MOST_PLACES = 5000
OUR_FOLDERS = ("/bot/app.py", "/bot/bolt.py", "/bot/slack/", "/bot/evidence/", "/handlers/")
JUNK: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    1.5,
    10**30,
    "",
    "x",
    "\x00",
    "\ud800",
    "9" * 400,
    [],
    {},
    [[]],
    [None],
    {"": {}},
)
WORDS = tuple(text for text in HOSTILE.values() if len(text) < 3000)
TYPES = (
    "block_actions",
    "block_suggestion",
    "view_submission",
    "view_closed",
    "shortcut",
    "message_action",
    "event_callback",
    "url_verification",
)
FORM, JSON = "application/x-www-form-urlencoded", "application/json"


@dataclass
class Findings:
    """What came back."""

    sent: int = 0
    statuses: Counter[str] = field(default_factory=Counter)
    problems: list[str] = field(default_factory=list)
    seconds: float = 0.0
    grown_mb: float = 0.0

    def told(self, name: str) -> str:
        """Return one line."""
        statuses = ", ".join(f"{status}: {count}" for status, count in sorted(self.statuses.items()))
        return (
            f"{name}: {self.sent} sent in {self.seconds:.1f} s, {statuses}; "
            f"{len(self.problems)} problems; {self.grown_mb:.0f} MB more memory"
        )


class Recording:
    """Hands payloads on, and keeps a copy of each."""

    def __init__(self, delivery: Delivery) -> None:
        self._delivery = delivery
        self.seen: list[tuple[str, dict[str, Any]]] = []

    async def deliver(self, kind: str, body: dict[str, Any], retry: Retry | None = None) -> Reply:
        self.seen.append((kind, copy.deepcopy(body)))
        return await self._delivery.deliver(kind, body, retry)


async def recorded(world: World) -> list[tuple[str, dict[str, Any]]]:
    """Return one payload of each kind that a case's life sends."""
    recording = Recording(world.workspace.delivery)
    world.workspace.delivery = recording
    alice, bob = world.person("UALICE"), world.person("UBOB")
    await alice.types("help")
    await alice.reports("We wrote Tuesday, the run is on Thursday", should_have_said="Thursday")
    await alice.opens_home()
    await forging.searches(alice, "report.brand", "river")
    await forging.searches(alice, "case_brand.brand", "", "1")
    await alice.edits(world.draft(), "The run is on Thursday, not Tuesday. Sorry for the mix-up.")
    await bob.clicks(world.draft(), "draft.approve")
    await alice.publishes(world.draft())
    await alice.clicks(world.plan, "case.facts")
    await alice.closes()
    await world.next_check_in()
    await bob.clicks(world.check_in(), "checkin.simmering")
    world.workspace.delivery = recording._delivery
    return recording.seen


class Mutator:
    """Makes junk from real payloads; the same seed makes the same."""

    def __init__(self, seed: int, payloads: list[tuple[str, dict[str, Any]]]) -> None:
        self.random = random.Random(seed)
        self._payloads = payloads

    def payload(self) -> tuple[str, Any]:
        """Return a kind and a body with a few things wrong in it."""
        kind, body = self.random.choice(self._payloads)
        mutated: Any = copy.deepcopy(body)
        for _ in range(self.random.choice((0, 1, 1, 2, 3, 8))):
            self._change(mutated)
        return kind, mutated

    def _change(self, body: Any) -> None:
        places = list(_places(body))
        if not places:
            return
        holder, name = self.random.choice(places)
        match self.random.randrange(7):
            case 0:
                holder[name] = copy.deepcopy(self.random.choice(JUNK))
            case 1:
                del holder[name]
            case 2:
                holder[name] = self.random.choice(WORDS)
            case 3:
                other, its = self.random.choice(places)
                holder[name] = copy.deepcopy(other.get(its) if isinstance(other, dict) else None)
            case 4:
                holder[name] = [holder[name]] * self.random.choice((0, 2, 50))
            case 5:
                holder[name] = _nested(self.random.choice((3, 60)))
            case _:
                key = "type" if isinstance(holder, dict) else name
                holder[key] = self.random.choice(TYPES)

    def raw(self, text: str) -> bytes:
        """Return a body's bytes, sometimes cut off or with other bytes in it."""
        data = bytearray(text.encode("utf-8", "surrogatepass"))
        match self.random.randrange(8):
            case 0:
                del data[self.random.randrange(len(data) + 1) :]
            case 1:
                for _ in range(self.random.randrange(1, 20)):
                    data[self.random.randrange(len(data)) : 0] = self.random.randbytes(2)
            case 2:
                data = bytearray(self.random.randbytes(self.random.randrange(2000)))
            case _:
                pass
        return bytes(data)


def _places(thing: Any) -> list[tuple[Any, Any]]:
    """Return where a value stands, as what holds it and its name there: everything, down to a bounded number."""
    places, left = list[tuple[Any, Any]](), [thing]
    while left and len(places) < MOST_PLACES:
        holder = left.pop()
        if isinstance(holder, (dict, list)):
            names: list[Any] = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
            places += [(holder, name) for name in names]
            left += [holder[name] for name in names]
    return places


def _nested(depth: int) -> Any:
    nested: Any = "deep"
    for _ in range(depth):
        nested = {"a": [nested]}
    return nested


def deep_text(depth: int) -> str:
    """Return JSON that is nested deeper than any program reads."""
    return '{"type":"block_actions","a":' + "[" * depth + "]" * depth + "}"


# -- HTTP


async def fuzz_http(world: World, requests: int, seed: int) -> Findings:
    """Send so many requests, most of them signed, and return what came back."""
    mutator, findings = Mutator(seed, await recorded(world)), Findings()
    async with address_of(world) as address, aiohttp.ClientSession() as http, watched(world, findings):
        waiting = iter(range(requests))

        async def sends() -> None:
            for _ in waiting:
                await _send(http, address, mutator, world.workspace.app.signing_secret, findings)

        await asyncio.gather(*(sends() for _ in range(AT_ONCE)))
    return findings


@asynccontextmanager
async def address_of(world: World, **limits: Any) -> AsyncIterator[str]:
    """Serve the bot over HTTP; gives the address of its endpoint."""
    runner = web.AppRunner(web_app(world.oops, **limits), access_log=None, lingering_time=0.2)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events"
    finally:
        await runner.cleanup()


async def _send(
    http: aiohttp.ClientSession, address: str, mutator: Mutator, secret: str, findings: Findings
) -> None:
    content_type, raw = _body(mutator)
    headers = {"Content-Type": content_type, **_signature(mutator.random, secret, raw)}
    findings.sent += 1
    try:
        async with http.post(address, data=io.BytesIO(raw), headers=headers) as answer:
            text = await answer.text()
            findings.statuses[str(answer.status)] += 1
            if answer.status >= 500 or "Traceback" in text or "Something broke" in text:
                findings.problems.append(f"{answer.status} {text[:100]!r} to {raw[:3000]!r}")
    except aiohttp.ClientError as error:
        findings.statuses[type(error).__name__] += 1


def _body(mutator: Mutator) -> tuple[str, bytes]:
    chance = mutator.random.random()
    if chance < 0.02:
        deep = deep_text(mutator.random.choice((100, 5000, 100_000)))
        return (JSON, deep.encode()) if chance < 0.01 else (FORM, urlencode({"payload": deep}).encode())
    kind, body = mutator.payload()
    try:
        content_type, text = encoded(kind, body)
    except (TypeError, ValueError):
        content_type, text = JSON, json.dumps(body)
    if chance > 0.95:
        content_type = mutator.random.choice(
            (JSON, FORM, "text/plain", "multipart/form-data; boundary=x", "", "a/b; charset=\xff")
        )
    return content_type, mutator.raw(text)


def _signature(chance: random.Random, secret: str, raw: bytes) -> dict[str, str]:
    right = signed(secret, raw.decode("utf-8", "surrogateescape") if _is_text(raw) else "", time.time())
    wrong = chance.random()
    if wrong < 0.9 or wrong > 0.98:
        return right
    return chance.choice(
        (
            {},
            right | {"X-Slack-Signature": chance.choice(("", "v0=", "v1=0", "\xe9" * 9, "v0=" + "0" * 64))},
            right | {"X-Slack-Request-Timestamp": chance.choice(("", "soon", "-1", "1e9", "9" * 99))},
            signed(secret, "", time.time() - 301),
        )
    )


def _is_text(raw: bytes) -> bool:
    try:
        raw.decode()
    except UnicodeDecodeError:
        return False
    return True


# -- Socket Mode


async def fuzz_socket(world: World, envelopes: int, seed: int) -> Findings:
    """Send so many envelopes through the websocket, and return what came of it. After each batch a command is answered."""
    mutator, findings = Mutator(seed, await recorded(world)), Findings()
    world.workspace.delivery = world.workspace.sockets
    world.workspace.sockets._ack_seconds = 60
    async with connected(world.oops), watched(world, findings):
        while findings.sent < envelopes:
            for _ in range(min(BATCH, envelopes - findings.sent)):
                findings.sent += 1
                await _connection(world, findings)
                await world.workspace.sockets.connections[0].send_str(_envelope(mutator, findings.sent))
            before = len(world.workspace.messages)
            await Someone(world, Person(world.workspace, "UALICE")).types("help")
            if len(world.workspace.messages) == before:
                findings.problems.append(f"no answer after {findings.sent} envelopes")
    return findings


async def _connection(world: World, findings: Findings) -> None:
    """Wait until the bot is connected: on a busy machine it may find Slack silent, and connect again."""
    if not world.workspace.sockets.connections:
        findings.statuses["connected again"] += 1
        async with asyncio.timeout(60):
            while not world.workspace.sockets.connections:  # noqa: ASYNC110  nobody tells when it is there
                await asyncio.sleep(0.1)


def _envelope(mutator: Mutator, number: int) -> str:
    kind, body = mutator.payload()
    envelope: Any = {
        "envelope_id": f"fuzz-{number}",
        "type": kind,
        "payload": body,
        "accepts_response_payload": kind == COMMANDS,
    }
    if mutator.random.random() < 0.2:
        mutator._change(envelope)
    text = json.dumps(envelope)
    if mutator.random.random() < 0.1:
        text = mutator.raw(text).decode("utf-8", "replace")
    return mutator.random.choice((text,) * 9 + ("[]", "null", "{", '"hello"', deep_text(2000)))


@asynccontextmanager
async def watched(world: World, findings: Findings) -> AsyncIterator[None]:
    """Note what goes wrong inside: exceptions of tasks, tasks that do not end, time and memory."""
    loop, started, memory = asyncio.get_running_loop(), time.monotonic(), _memory_mb()
    previous = loop.get_exception_handler()
    loop.set_exception_handler(lambda _loop, context: findings.problems.append(repr(context)[:1000]))
    yield
    async with asyncio.timeout(60):
        await world.oops.settle()
    stuck = [task for task in asyncio.all_tasks() if any(part in repr(task) for part in OUR_FOLDERS)]
    findings.problems += [f"does not end: {task}" for task in stuck]
    loop.set_exception_handler(previous)
    findings.seconds, findings.grown_mb = time.monotonic() - started, _memory_mb() - memory


def _memory_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (
        1024 if sys.platform == "linux" else 1024 * 1024
    )


async def _run(fuzz: Callable[[World, int, int], Any], requests: int, seed: int, **settings: Any) -> Findings:
    with tempfile.TemporaryDirectory(prefix="oops-fuzz-") as folder:
        url = f"sqlite:///{Path(folder) / 'oops.sqlite'}"
        migrate(url)
        world = World(url, settings=settings)
        await world.start()
        try:
            findings: Findings = await fuzz(world, requests, seed)
        finally:
            await world.stop()
        return findings


def tell(line: str) -> None:
    """Write a line for whoever started this."""
    sys.stdout.write(f"{line}\n")


def main() -> int:
    """Fuzz both, print what came back, and return 1 when something is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    write_logs_to(io.StringIO())
    over_http = asyncio.run(_run(fuzz_http, given.requests, given.seed))
    tell("\n".join([over_http.told("HTTP"), *over_http.problems[:20]]))
    over_socket = asyncio.run(
        _run(fuzz_socket, given.requests, given.seed, slack_app_token="xapp-playground")
    )
    tell("\n".join([over_socket.told("Socket Mode"), *over_socket.problems[:20]]))
    return 1 if over_http.problems or over_socket.problems else 0


if __name__ == "__main__":
    sys.exit(main())
