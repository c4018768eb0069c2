"""What people type: only what can be seen counts as an answer."""

import sys

import pytest
import regex

from bot.typed import clean
from tests.handlers.reporting import cases
from tests.world import ORDINARY, Someone, World


@pytest.mark.parametrize("character", ["\u2063", "\ufe0f", "\u2800", "\U000e0100", "\U000e0041", "\u1160"])
async def test_what_nobody_can_see_is_no_answer(world: World, alice: Someone, character: str) -> None:
    await alice.types("")

    errors = await alice.submits(what=character * 12, **ORDINARY)

    assert list(errors) == ["what"]
    assert await cases(world) == []


def test_every_character_that_unicode_says_to_ignore_is_nothing_by_itself() -> None:
    ignored = regex.compile(r"[\p{Default_Ignorable_Code_Point}\p{White_Space}]")
    characters = [chr(code) for code in range(sys.maxunicode + 1) if ignored.match(chr(code))]

    assert [f"U+{ord(character):04X}" for character in characters if clean(character * 10)] == []


@pytest.mark.parametrize(
    "words",
    [
        "❤\ufe0f",
        "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "葛\U000e0100城",
    ],
)
def test_beside_something_that_can_be_seen_it_stays(words: str) -> None:
    assert clean(words) == words
