"""The lint is fast enough to run at every save."""

from statistics import median
from time import process_time

from bot.lint import Context, lint
from bot.plan import Expects
from bot.report import Channel

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


def _seconds(context: Context) -> float:
    start = process_time()
    lint(SIXTY_WORDS, context)
    return process_time() - start
