"""The lint is fast enough to run at every save."""

from statistics import median
from time import process_time

import pytest

from bot.lint import Context, lint
from bot.plan import Expects
from bot.report import Channel, Report
from bot.voice import Preset

SIXTY_WORDS = (
    "We published the wrong opening times for our summer programme in yesterday's newsletter. The museum opens at 10:00 on"
    " Saturday, not at 9:00 as we wrote. We are sorry to everyone who stood outside in the rain, and we have corrected the"
    " page. If you booked a tour for the first hour, we will refund you; please reply to this e-mail."
)


def test_sixty_words_take_at_most_five_milliseconds() -> None:
    context = Context(serious=True, expects=frozenset(Expects), channel=Channel.EMAIL)
    lint(SIXTY_WORDS, context)

    taken = [_seconds(context) for _ in range(50)]

    assert median(taken) <= 0.005


@pytest.mark.parametrize(
    "part", ["!", "\n", " \n ", "a: ", "sorry, ", "if you, ", "Teh. ", "12:00 ", "1,", "Anna ", "a@", "[["]
)
def test_twenty_thousand_characters_of_one_thing_take_less_than_a_second(part: str) -> None:
    report = Report(
        what="We wrote 11:00 and 4 pounds.", should_have_said="Anne opens at 12:30 and takes 6 pounds."
    )
    context = Context(Preset.PLAYFUL, serious=True, expects=frozenset(Expects), report=report)

    assert _seconds(context, (part * 20_000)[:20_000]) < 1


def _seconds(context: Context, text: str = SIXTY_WORDS) -> float:
    start = process_time()
    lint(text, context)
    return process_time() - start
