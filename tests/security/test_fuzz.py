"""Junk over HTTP and Socket Mode: refused quickly, told nothing, nothing left behind. `python -m tests.security.fuzzing` sends more."""

import copy

import pytest

from tests.conftest import IS_CI
from tests.security.fuzzing import JUNK, Mutator, fuzz_http, fuzz_socket
from tests.world import World

REQUESTS, ENVELOPES = (1200, 800) if IS_CI else (6000, 4000)
MOST_GROWN_MB = 100


@pytest.fixture
async def quiet(sqlite_url: str, log: object) -> World:  # noqa: ARG001  logs as the command line does
    world = World(sqlite_url)
    await world.start()
    return world


def test_what_is_put_into_a_payload_is_not_changed_by_the_next_one() -> None:
    """Shared lists would grow from payload to payload, until one of them holds itself."""
    before = copy.deepcopy(JUNK)
    mutator = Mutator(1, [("interactive", {"a": [{"b": "c"}], "d": {"e": []}})])

    for _ in range(5000):
        mutator.payload()

    assert before == JUNK


async def test_mutated_requests_over_http_are_answered_or_refused(quiet: World) -> None:
    findings = await fuzz_http(quiet, REQUESTS, seed=1)
    await quiet.stop()

    assert findings.problems == []
    assert sum(findings.statuses.values()) == findings.sent == REQUESTS
    assert {"200", "400", "401", "415"} <= set(findings.statuses)
    assert findings.grown_mb < MOST_GROWN_MB


async def test_mutated_envelopes_of_socket_mode_are_answered_or_passed_over(quiet: World) -> None:
    quiet.settings = {"slack_app_token": quiet.workspace.app.app_token}
    await quiet.restart_bot()

    findings = await fuzz_socket(quiet, ENVELOPES, seed=1)
    await quiet.stop()

    assert findings.problems == []
    assert findings.sent == ENVELOPES
    assert findings.grown_mb < MOST_GROWN_MB
