"""kill -9 for as long as you like: rounds of reports and check-ins, and how much was lost or said twice.

    make soak ARGS="--rounds 20 --kills 10"

Each round has a new database and a new Slack. With --hurry the clock runs ten times as fast; without, these are exactly
`python -m bot serve` and `python -m bot.playground`. Exit code 1 when anything was lost or doubled.
"""

import argparse
import asyncio
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.schema import migrate
from tests.crash.hurried import hurried_clock
from tests.crash.processes import running
from tests.crash.reporting import LOST_ANSWER, Outcome, outcome, report_and_kill, until_all_is_said

CHECK_INS = {True: "20s,40s,60s", False: "2s,4s,6s"}
GRACE = timedelta(seconds=60)


async def play_round(folder: Path, seed: int, *, kills: int, reports: int, is_hurried: bool) -> Outcome:
    """Return what came of one round."""
    url = f"sqlite:///{folder / 'oops.sqlite'}"
    migrate(url)
    async with running(folder, url, is_hurried=is_hurried, OOPS_CHECK_INS=CHECK_INS[is_hurried]) as (
        bot,
        slack,
    ):
        await slack.play("faults", LOST_ANSWER)
        await bot.start()
        accepted = await report_and_kill(bot, slack, kills=kills, each=reports, seed=seed)
        await until_all_is_said(url, accepted, check_ins=3)
        if bot.process is not None:
            bot.process.terminate()
        await bot.ends()
        now = hurried_clock() if is_hurried else datetime.now(UTC)
        return await outcome(url, slack, accepted, until_moment=now - GRACE)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--kills", type=int, default=5, help="in each round")
    parser.add_argument(
        "--reports", type=int, default=3, help="by each of two people in each round, at least"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--hurry", action="store_true", help="ten times as fast")
    return parser.parse_args()


def main() -> None:
    """Play the rounds and print a line for each, and the sum."""
    given, lost, doubled, cases, asked = _options(), 0, 0, 0, 0
    for number in range(given.rounds):
        with tempfile.TemporaryDirectory(prefix="oops-soak-") as folder:
            found = asyncio.run(
                play_round(
                    Path(folder),
                    given.seed + number,
                    kills=given.kills,
                    reports=given.reports,
                    is_hurried=given.hurry,
                )
            )
        cases, asked = cases + len(found.accepted), asked + found.asked
        lost += len(found.lost_plans) + len(found.lost_check_ins)
        doubled += len(found.doubled)
        sys.stdout.write(
            f"round {number + 1}: {len(found.accepted)} cases, {found.asked} check-ins, {given.kills} kills: "
            f"{len(found.lost_plans)} plans and {len(found.lost_check_ins)} check-ins lost, {len(found.doubled)} messages doubled\n"
        )
    sys.stdout.write(f"all: {cases} cases, {asked} check-ins, {lost} lost, {doubled} doubled\n")
    raise SystemExit(1 if lost or doubled else 0)


if __name__ == "__main__":
    main()
