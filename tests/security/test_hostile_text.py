"""Hostile texts in every field: nothing pings, nothing breaks, and a draft is shown letter by letter."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.playground.limits_of_views import check_message, check_view
from bot.playground.pings import pings
from bot.playground.state import Message
from messages.command import unclear_message
from messages.report import cut_message, expired_view, not_opened_message
from tests.security.hostile import HOSTILE, together
from tests.security.hostility import Hostility, go_through
from tests.world import World

PARTS = 4


@pytest.mark.parametrize("part", range(PARTS))
async def test_hostile_text_in_every_field_does_no_harm(sqlite_url: str, part: int) -> None:
    await go_through(World(sqlite_url), Hostility, together()[part::PARTS])


async def test_postgresql_takes_what_it_cannot_store(postgresql_url: str) -> None:
    names = ("nul", "half a character", "controls", "noncharacters", "sql", "backslashes")
    await go_through(World(postgresql_url), Hostility, [HOSTILE[name] for name in names])


def mentions_in(blocks: list[dict[str, Any]]) -> list[str]:
    return pings(Message("", "", "UOOPS", "", blocks=blocks))


ANY_TEXT = st.text(min_size=1, max_size=400)
NEARLY_MENTIONS = st.text("<>!@#|&;*_~`\n\u202e\u200b\x00chanel UEV", min_size=1, max_size=400)


@settings(max_examples=200)
@given(ANY_TEXT | NEARLY_MENTIONS)
def test_any_typed_text_is_handed_back_without_a_mention(text: str) -> None:
    for make in (not_opened_message, cut_message, unclear_message):
        made = make(text)
        check_message(dict(made))
        assert mentions_in(made["blocks"]) == mentions_in([{"type": "mrkdwn", "text": made["text"]}]) == []
    view = expired_view({text: text[:3000]})
    check_view(view, "modal")
    assert mentions_in(view["blocks"]) == []
