"""What judging costs: ``python -m tests.benchmarks.judgement`` prints a Markdown table. The figures depend on the machine."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import cycle
from pathlib import Path
from statistics import median

from bot.decision import decide
from bot.decision.engine import level_of
from bot.draft_kinds import kinds_for
from bot.drafts import render_draft
from bot.judge import decide_report
from bot.lint import Context, lint
from bot.plan import Expects
from bot.report import Channel, Report
from bot.voice import Preset
from tests.draft_space import situation
from tests.invented_cases import CASES as INVENTED
from tests.lint.floods import LONGEST, PARTS, flood
from tests.remembered_cases import CASES as REMEMBERED

ROOT = Path(__file__).parent.parent.parent
TIMES = 300
LINT_BOUND_MS = 5.0
DECISION_BOUND_MS = 1.0
SIXTY_WORDS = (
    "We published the wrong starting time in our post of 4 May. It should have said: The run starts at 10:30 on "
    "Thursday, 7 May, at the boathouse. We are sorry for the confusion this caused. We have corrected the post. "
    "If you have booked a place, it is still yours. Please write to us if you have a question; we will answer you."
)
REPORTS = [case.report for case in (*INVENTED, *REMEMBERED)]
FLOODS = ("\n", "- ", ", ", "www.", "a.", "é.", "I ", "W")
FLOOD_BOUND_MS = 100.0  # a case has three drafts, and is opened before the ack
LINT_FLOOD_BOUND_MS = 2000.0  # what can be pasted is a sixth of it, and a submission has three seconds
HEAD = ("| what | median ms | bound ms |", "| --- | --- | --- |")
LIBRARIES_HEAD = ("| loaded in a fresh Python | ms | MB |", "| --- | --- | --- |")
LIBRARIES = {
    "the decision": "import bot.judge",
    "the lint, without its spelling": "from bot.lint import lint, Context; lint('We are sorry.', Context())",
    "the misspellings (codespell's list), besides": "from bot.lint.spelling import misspellings; misspellings()",
    "counting for X (twitter-text-parser, regex)": "from bot.lengths import length; from bot.report import Channel; length('See example.org', Channel.X)",
    "graphemes for Bluesky, Mastodon, Threads (regex)": "from bot.lengths import length; from bot.report import Channel; length('a', Channel.BLUESKY)",
}  # fmt: skip
_ALREADY = {
    "the misspellings (codespell's list), besides": "import bot.lint",
    "counting for X (twitter-text-parser, regex)": "import bot.lengths",
    "graphemes for Bluesky, Mastodon, Threads (regex)": "import bot.lengths",
}
_LOAD = """
import json, pathlib, resource, sys, time
def megabytes():
    statm = pathlib.Path("/proc/self/statm")  # Linux; a child's peak would hold its parent's
    if statm.exists():
        return int(statm.read_text().split()[1]) * resource.getpagesize() / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
exec(sys.argv[1])
before, started = megabytes(), time.process_time()
exec(sys.argv[2])
took = time.process_time() - started
print(json.dumps([took * 1000, megabytes() - before]))
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """One row: the median of many calls, in milliseconds of processor time, and what it may take."""

    what: str
    milliseconds: float
    bound: float | None = None

    def __str__(self) -> str:
        bound = f"{self.bound:g}" if self.bound else ""
        return f"| {self.what} | {self.milliseconds:.2f} | {bound} |"


def lines() -> Iterator[str]:
    """Yield the lines of both tables: how long judging takes when warm, and what its libraries cost to load."""
    yield from HEAD
    yield from map(str, (linting(), deciding(), deciding_again(), drafting(), flooded(), linting_floods()))
    yield ""
    yield from LIBRARIES_HEAD
    for what, code in LIBRARIES.items():
        milliseconds, megabytes = loading(_ALREADY.get(what, ""), code)
        yield f"| {what} | {milliseconds:.0f} | {megabytes:.0f} |"


def linting() -> Measured:
    """Return what looking over 60 words takes, with everything that it can know: a report, a channel, what is expected."""
    report = Report("We wrote nine", channel=Channel.FACEBOOK, should_have_said="10:30")
    expected = frozenset({Expects.APOLOGY, Expects.CORRECTION})
    context = Context(
        tone=Preset.FRIENDLY, serious=True, expects=expected, channel=report.channel, report=report
    )
    texts = cycle([f"{SIXTY_WORDS} {number}" for number in range(TIMES)])
    took = _median(lambda: lint(next(texts), context))
    return Measured(f"lint of {len(SIXTY_WORDS.split())} words", took, LINT_BOUND_MS)


def deciding() -> Measured:
    """Return what a decision takes with its ``would_change``, where no question of it was asked before."""

    def decided(report: dict[str, object]) -> None:
        level_of.cache_clear()
        decide_report(report)

    reports = cycle(REPORTS)
    return Measured("decision with what would change it, never met", _median(lambda: decided(next(reports))), DECISION_BOUND_MS)  # fmt: skip


def deciding_again() -> Measured:
    """Return what a decision takes where the same facts were met before."""
    reports = cycle(REPORTS)
    for report in REPORTS:
        decide_report(report)
    return Measured("the same, met before", _median(lambda: decide_report(next(reports))), DECISION_BOUND_MS)


def drafting() -> Measured:
    """Return what the main draft of an everyday case takes."""
    report, _, brand = situation({"should_have_said": "The run is on Thursday, 7 May, at 10:30."})
    plan = decide(report, brand=brand)
    kind = kinds_for(plan, report)[0]
    return Measured(
        "main draft for X", _median(lambda: render_draft(kind, report=report, plan=plan, brand=brand))
    )


def flooded() -> Measured:
    """Return what the slowest draft takes whose right words are nothing but one thing, as many as the form takes."""

    def draft(part: str) -> None:
        report, _, brand = situation({"should_have_said": (part * 3000)[:2990] + " now"})
        plan = decide(report, brand=brand)
        render_draft(kinds_for(plan, report)[0], report=report, plan=plan, brand=brand)

    for part in FLOODS:
        draft(part)  # loads what counts for X
    return Measured("the slowest of a flood", max(_once(partial(draft, part)) for part in FLOODS), FLOOD_BOUND_MS)  # fmt: skip


def linting_floods() -> Measured:
    """Return what looking over the slowest flood takes."""
    report = Report(
        "We wrote 11:00 and 4 pounds.", should_have_said="Anne opens at 12:30 and takes 6 pounds."
    )
    context = Context(Preset.PLAYFUL, serious=True, expects=frozenset(Expects), report=report)
    slowest = max(_once(partial(lint, flood(part), context)) for part in PARTS)
    return Measured(f"lint of the slowest {LONGEST:,} characters of one thing", slowest, LINT_FLOOD_BOUND_MS)


def loading(already: str, code: str) -> tuple[float, float]:
    """Return what it takes to run ``code`` in a fresh Python once ``already`` is loaded: milliseconds and megabytes."""
    answer = subprocess.run(
        [sys.executable, "-c", _LOAD, already, code], capture_output=True, cwd=ROOT, check=True, text=True
    )
    milliseconds, megabytes = json.loads(answer.stdout)
    return float(milliseconds), float(megabytes)


def _median(work: Callable[[], object]) -> float:
    """Return the median of many calls, in milliseconds of processor time; the first calls only warm up."""

    for _ in range(TIMES // 10):
        work()
    return median(_once(work) for _ in range(TIMES))


def _once(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return 1000 * (time.process_time() - started)


if __name__ == "__main__":
    for line in lines():
        print(line, flush=True)  # noqa: T201  the tables are what this is for
