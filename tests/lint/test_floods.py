"""No text makes the lint run away, which would hold up the tests for minutes; how long one takes, `make bench ARGS=judgement` tells."""

import pytest

from bot.lint import Context, lint
from bot.plan import Expects
from bot.report import Report
from bot.voice import Preset
from tests.lint.floods import PARTS, flood


@pytest.mark.parametrize("part", PARTS)
def test_what_is_found_in_twenty_thousand_characters_of_one_thing_stands_there(part: str) -> None:
    report = Report(
        what="We wrote 11:00 and 4 pounds.", should_have_said="Anne opens at 12:30 and takes 6 pounds."
    )
    context = Context(Preset.PLAYFUL, serious=True, expects=frozenset(Expects), report=report)

    found = lint(flood(part), context)

    assert found
    assert all(0 <= one.start <= one.end <= len(flood(part)) for one in found)
