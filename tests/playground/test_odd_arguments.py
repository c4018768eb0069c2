"""Arguments that are none: every method refuses them by name, and none breaks, as Slack's does."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import aiohttp
import pytest

from bot.playground.limits import check_blocks
from bot.playground.server import PlaygroundServer
from bot.playground.workspace import Workspace
from tests.playground.examples import Json, modal, section
from tests.playground.valid_blocks import BLOCKS, ELEMENTS, PLACES, holding

VALID: dict[str, Json] = {
    "chat.postMessage": {
        "channel": "CRESPONSE",
        "text": "a",
        "thread_ts": "",
        "blocks": [section()],
        "attachments": [],
        "metadata": {"event_type": "a", "event_payload": {}},
    },
    "chat.postEphemeral": {"channel": "CRESPONSE", "user": "UALICE", "text": "a", "thread_ts": ""},
    "chat.update": {"channel": "CRESPONSE", "ts": "1.000001", "text": "a", "blocks": [], "metadata": {}},
    "chat.delete": {"channel": "CRESPONSE", "ts": "1.000001"},
    "chat.getPermalink": {"channel": "CRESPONSE", "message_ts": "1.000001"},
    "conversations.info": {"channel": "CRESPONSE"},
    "conversations.members": {"channel": "CRESPONSE", "limit": 1, "cursor": ""},
    "conversations.list": {"types": "private_channel", "limit": 1, "cursor": "", "exclude_archived": True},
    "conversations.history": {
        "channel": "CRESPONSE",
        "oldest": "1",
        "latest": "2",
        "limit": 1,
        "cursor": "",
        "include_all_metadata": True,
    },
    "conversations.replies": {"channel": "CRESPONSE", "ts": "1.000001", "oldest": "1", "limit": 1},
    "conversations.open": {"users": "UALICE"},
    "conversations.create": {"name": "open", "is_private": True},
    "conversations.invite": {"channel": "CRESPONSE", "users": "UCAROL"},
    "conversations.join": {"channel": "CRESPONSE"},
    "users.info": {"user": "UALICE"},
    "users.conversations": {"user": "UALICE", "types": "private_channel", "limit": 1},
    "usergroups.users.list": {"usergroup": "SNONE"},
    "files.info": {"file": "FNONE"},
    "files.delete": {"file": "FNONE"},
    "files.getUploadURLExternal": {"filename": "a.txt", "length": 3, "alt_txt": "a"},
    "files.completeUploadExternal": {
        "files": [{"id": "FNONE", "title": "a"}],
        "channel_id": "CRESPONSE",
        "thread_ts": "",
        "initial_comment": "a",
    },
    "views.open": {"trigger_id": "made.up", "view": modal()},
    "views.push": {"trigger_id": "made.up", "view": modal()},
    "views.update": {"view_id": "VNONE", "view": modal(), "hash": "1"},
    "views.publish": {"user_id": "UALICE", "view": {"type": "home", "blocks": [section()]}, "hash": "1"},
    "auth.test": {},
    "team.info": {},
}
ODD: tuple[Any, ...] = (
    None,
    True,
    -1,
    1.5,
    10**30,
    "",
    "a",
    "\x00",
    "next:a",
    "[",
    "{}",
    "[3]",
    [],
    {},
    [None],
    [{}],
    {"a": {}},
)


@pytest.mark.parametrize("method", VALID)
async def test_an_argument_that_is_none_breaks_nothing(
    server: PlaygroundServer, session: aiohttp.ClientSession, workspace: Workspace, method: str
) -> None:
    workspace.post("CRESPONSE", "UOOPS", "a", None, bot_id="BOOPS")
    broken = []

    for name, odd in [(name, odd) for name in VALID[method] for odd in ODD]:
        args = {**VALID[method], name: odd}
        async with session.post(
            f"{server.api_url}{method}", json=args, headers={"Authorization": "Bearer xoxb-playground"}
        ) as answer:
            if answer.status != 200 or not isinstance(await answer.json(), dict):
                broken.append((name, odd, answer.status))

    assert broken == []


def places_in(thing: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path to everything that a block holds."""
    if path:
        yield path
    parts = thing.items() if isinstance(thing, dict) else enumerate(thing) if isinstance(thing, list) else ()
    for name, part in parts:
        yield from places_in(part, (*path, name))


def with_odd(block: Json, path: tuple[Any, ...], odd: Any) -> Json:
    changed = deepcopy(block)
    inner: Any = changed
    for name in path[:-1]:
        inner = inner[name]
    inner[path[-1]] = odd
    return changed


@pytest.mark.parametrize(
    "block", [*BLOCKS.values(), *(holding(ELEMENTS[kind], place) for kind, place in PLACES)]
)
def test_whatever_stands_in_a_block_is_judged(block: Json) -> None:
    for path in places_in(block):
        for odd in ODD:
            check_blocks([with_odd(block, path, odd)], "message")
            check_blocks([with_odd(block, path, odd)], "modal")
