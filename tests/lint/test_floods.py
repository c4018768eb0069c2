"""No text makes the lint run away; how fast it is, `make bench ARGS=judgement` tells."""

from time import process_time

import pytest

from bot.lint import Context, lint
from bot.plan import Expects
from bot.report import Report
from bot.voice import Preset

LONGEST = 10.0
"""Seconds of processor time."""


@pytest.mark.parametrize(
    "part", ["!", "\n", " \n ", "a: ", "sorry, ", "if you, ", "Teh. ", "12:00 ", "1,", "Anna ", "a@", "[["]
)
def test_twenty_thousand_characters_of_one_thing_are_looked_over_in_the_time_of_a_form(part: str) -> None:
    report = Report(
        what="We wrote 11:00 and 4 pounds.", should_have_said="Anne opens at 12:30 and takes 6 pounds."
    )
    context = Context(Preset.PLAYFUL, serious=True, expects=frozenset(Expects), report=report)

    started = process_time()
    lint((part * 20_000)[:20_000], context)

    # A second where the machine has nothing else to do: what grows with the square of the length takes minutes.
    assert process_time() - started < LONGEST
