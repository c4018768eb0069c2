"""What every test may ask for."""

import io
import logging
import os
from collections.abc import AsyncIterator, Iterator
from typing import TYPE_CHECKING

import pytest
import structlog
from hypothesis import settings

from bot.garbage import collect_rarely
from bot.logs import tell_the_sdk_that_nobody_debugs, write_logs_to
from bot.schema import migrate
from tests.world import Someone, World

if TYPE_CHECKING:  # pytest imports it as a plugin, to rewrite its asserts
    from tests.databases import Prepare

# No deadline: how long an example takes is for tests/benchmarks. Where nobody can look again, fewer, and the same on every run.
IS_CI = "CI" in os.environ
settings.register_profile("oops", deadline=None, derandomize=IS_CI, max_examples=30 if IS_CI else 100)
settings.load_profile("oops")

collect_rarely()  # as the bot does
tell_the_sdk_that_nobody_debugs()

pytest_plugins = ["tests.databases", "tests.turns"]


@pytest.fixture(scope="session")
def prepare_database() -> "Prepare":
    """Databases of tests have the newest schema."""
    return migrate


@pytest.fixture
def world_settings() -> dict[str, str]:
    """Return what is set otherwise than usual; a module replaces it."""
    return {}


@pytest.fixture
async def world(database_url: str, world_settings: dict[str, str]) -> AsyncIterator[World]:
    """The running bot in a strict workspace; nothing that it sent may have been refused as malformed."""
    world = World(database_url, settings=world_settings)
    await world.start()
    yield world
    await world.stop()
    malformed = [refusal for refusal in world.workspace.refusals if refusal.error.startswith("invalid")]
    assert malformed == []


@pytest.fixture
def alice(world: World) -> Someone:
    return world.person("UALICE")


@pytest.fixture
def bob(world: World) -> Someone:
    return world.person("UBOB")


@pytest.fixture
def carol(world: World) -> Someone:
    return world.person("UCAROL")


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Everything that is logged, as the command line sets it up."""
    stream, root = io.StringIO(), logging.getLogger()
    handlers, level = root.handlers[:], root.level
    root.handlers.clear()
    write_logs_to(stream)
    yield stream
    structlog.reset_defaults()
    root.handlers[:] = handlers
    root.setLevel(level)
