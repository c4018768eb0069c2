"""The running bot that the doctor looks at."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from tests.world import Clock, World


@pytest.fixture
async def world(database_url: str) -> AsyncIterator[World]:
    """The running bot, at this hour: Slack's answers carry the real time."""
    world = World(database_url, clock=Clock(datetime.now(UTC)), settings={"oops_port": 0})
    await world.start()
    yield world
    await world.stop()
