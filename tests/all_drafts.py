"""Every draft that can occur: ``python -m tests.all_drafts`` renders and looks over all of them, and exits 1 if one is wrong.

Level x channel x preset x harm, each with every kind that the level has; the other questions take turns, so that each of
their values meets all of these many times. Every processor takes a share.
"""

import sys
import time
from collections.abc import Iterator
from itertools import product
from multiprocessing import Pool

from bot.plan import Level
from bot.report import Channel, Harm
from bot.voice import Preset
from tests.draft_space import QUESTIONS, preset_situation, problems

_TAKING_TURNS = ("mistake", "noticed", "undo", "affected", "still_misleading", "fault", "red_flags", "should_have_said", "link", "went_out_at", "name")  # fmt: skip
_SHARE = 64
"""How many situations a processor takes at a time."""

Question = tuple[int, tuple[Level, Channel, Preset, Harm]]


def main() -> int:
    """Print every problem and a count; return 1 if there was any."""
    started, wrong = time.monotonic(), 0
    questions: list[Question] = list(enumerate(product(Level, Channel, Preset, Harm)))
    with Pool() as processors:
        for problem in _each(processors.imap(_wrong_with, questions, chunksize=_SHARE)):
            wrong += 1
            print(problem, end="\n\n")  # noqa: T201  a command's answer
    print(f"{len(questions)} situations in {time.monotonic() - started:.0f} s, {wrong} problems")  # noqa: T201
    return 1 if wrong else 0


def _each(found: Iterator[list[str]]) -> Iterator[str]:
    for problems_of_one in found:
        yield from problems_of_one


def _wrong_with(question: Question) -> list[str]:
    number, (level, channel, preset, harm) = question
    values = {"level": level, "channel": channel, "harm": harm} | _turn(number)
    found = problems(*preset_situation(values, preset))
    return [f"{level} {channel} {preset} {harm} {values['mistake']}: {problem}" for problem in found]


def _turn(number: int) -> dict[str, object]:
    """Return values that change at different speeds, so that they do not always meet the same others."""
    turn: dict[str, object] = {}
    for place, name in enumerate(_TAKING_TURNS):
        options = QUESTIONS[name]
        turn[name] = options[(number // (place + 1) + number) % len(options)]
    return turn


if __name__ == "__main__":
    sys.exit(main())
