"""The load: signed requests over kept connections, either at a steady rate or as fast as so many in flight allow."""

import asyncio
import hashlib
import hmac
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from aiohttp import ClientSession, ClientTimeout, TCPConnector

SECRET = "benchmark"
SLACK_WAITS_SECONDS = 3
WE_WAIT_SECONDS = 60  # longer than Slack, to see how late a late ack is


@dataclass(frozen=True, slots=True)
class Acks:
    """How long the acks took, in seconds, and all of them together; ``due`` is when each was due, where a rate was given."""

    took: tuple[float, ...]
    seconds: float
    due: tuple[float, ...] = ()

    def percentile(self, percent: float) -> float:
        """Return the time that so many percent of the acks stayed within, in milliseconds (nearest rank)."""
        ranked = sorted(self.took)
        return 1000 * ranked[min(len(ranked) - 1, int(len(ranked) * percent / 100))]

    @property
    def rate(self) -> float:
        """Return acks a second."""
        return len(self.took) / self.seconds

    @property
    def late(self) -> int:
        """Return how many acks came after Slack had told the person that the app did not respond."""
        return sum(took > SLACK_WAITS_SECONDS for took in self.took)


class NotAcked(Exception):
    """A request was refused or answered with errors, so that its time would say nothing."""


class Slack:
    """Sends as Slack does. Use within `async with`."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._session = ClientSession(
            connector=TCPConnector(limit=0), timeout=ClientTimeout(total=WE_WAIT_SECONDS)
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_error: object) -> None:
        await self._session.close()

    async def send(self, body: bytes) -> None:
        """Send one request and wait for its ack. Raises NotAcked, and TimeoutError after a minute."""
        timestamp = str(int(time.time()))
        digest = hmac.new(SECRET.encode(), b"v0:%s:%s" % (timestamp.encode(), body), hashlib.sha256)
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "X-Slack-Request-Timestamp": timestamp,
            "X-Slack-Signature": f"v0={digest.hexdigest()}",
        }
        async with self._session.post(self._url, data=body, headers=headers) as answer:
            text = await answer.text()
        if answer.status != 200 or '"errors"' in text:
            raise NotAcked(f"{answer.status}: {text[:300]}")


async def at_rate(
    send: Callable[[bytes], Awaitable[None]], bodies: Sequence[bytes], per_second: float
) -> Acks:
    """Send at a steady rate. A time counts from when the request was due, so that a queue shows."""
    loop = asyncio.get_running_loop()
    start = loop.time() + 0.05

    async def one(number: int, body: bytes) -> float:
        due = start + number / per_second
        await asyncio.sleep(due - loop.time())
        await send(body)
        return loop.time() - due

    took = await asyncio.gather(*(one(number, body) for number, body in enumerate(bodies)))
    due = tuple(start + number / per_second for number in range(len(bodies)))
    return Acks(tuple(took), loop.time() - start, due)


async def in_flight(send: Callable[[bytes], Awaitable[None]], bodies: Sequence[bytes], workers: int) -> Acks:
    """Send the next request as soon as one of so many has been acked."""
    loop = asyncio.get_running_loop()
    waiting = iter(bodies)
    start = loop.time()

    async def work(waiting: Iterator[bytes]) -> list[float]:
        took = []
        for body in waiting:
            sent = loop.time()
            await send(body)
            took.append(loop.time() - sent)
        return took

    by_worker = await asyncio.gather(*(work(waiting) for _ in range(workers)))
    return Acks(tuple(took for each in by_worker for took in each), loop.time() - start)
