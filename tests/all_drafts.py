"""Every draft that can occur: ``python -m tests.all_drafts`` renders and looks over all of them, and exits 1 if one is wrong.

Level x channel x preset x harm, each with every kind that the level has; the other questions take turns, so that each of
their values meets all of these many times.
"""

import sys
import time
from itertools import product

from bot.plan import Level
from bot.report import Channel, Harm
from bot.voice import Preset
from tests.draft_space import QUESTIONS, preset_situation, problems

_TAKING_TURNS = ("mistake", "undo", "affected", "still_misleading", "red_flags", "should_have_said", "link", "went_out_at", "name")  # fmt: skip


def main() -> int:
    """Print every problem and a count; return 1 if there was any."""
    started, wrong, seen = time.monotonic(), 0, 0
    for number, (level, channel, preset, harm) in enumerate(product(Level, Channel, Preset, Harm)):
        values = {"level": level, "channel": channel, "harm": harm} | _turn(number)
        seen += 1
        for problem in problems(*preset_situation(values, preset)):
            wrong += 1
            print(f"{level} {channel} {preset} {harm} {values['mistake']}: {problem}\n")  # noqa: T201  a command's answer
    print(f"{seen} situations in {time.monotonic() - started:.0f} s, {wrong} problems")  # noqa: T201
    return 1 if wrong else 0


def _turn(number: int) -> dict[str, object]:
    """Return values that change at different speeds, so that they do not always meet the same others."""
    turn: dict[str, object] = {}
    for place, name in enumerate(_TAKING_TURNS):
        options = QUESTIONS[name]
        turn[name] = options[(number // (place + 1) + number) % len(options)]
    return turn


if __name__ == "__main__":
    sys.exit(main())
