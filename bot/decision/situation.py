"""What the engine is asked about: the facts that decide, without any text, and what each of them stands for."""

from datetime import datetime
from typing import NamedTuple

from bot.brand import Reputation
from bot.decision.spread import Age, Reach, age_of, reach_of
from bot.report import (
    Affected,
    Channel,
    Fault,
    Harm,
    History,
    Mistake,
    Noticed,
    RedFlag,
    Report,
    StillMisleading,
    Undo,
)

HARM_POINTS = {
    Harm.NONE: 0,
    Harm.EMBARRASSMENT: 2,
    Harm.CONFUSION: 2,
    Harm.INCONVENIENCE: 2,
    Harm.TRUST: 4,
    Harm.OFFENCE: 6,
    Harm.MISLEADS_PUBLIC: 6,
    Harm.MISLEADS_DECISION: 8,
    Harm.HURTS_PEOPLE: 10,
    Harm.PRIVACY: 12,
    Harm.SAFETY: 12,
    Harm.LEGAL_FINANCIAL: 12,
}
"""What a harm weighs, in points (two are one step of severity)."""

CONDUCT = frozenset(
    {
        Mistake.WRONG_ACCOUNT,
        Mistake.BAD_TIMING,
        Mistake.TONE_DEAF,
        Mistake.PRIVATE_INFO,
        Mistake.CONFIDENTIAL_INFO,
        Mistake.ARGUMENT,
    }
)
"""Mistakes in how we behaved; in every other one there is a right version to give."""

WRONG_VERSION = frozenset(
    {
        Mistake.TYPO,
        Mistake.BROKEN_LINK_OR_IMAGE,
        Mistake.WRONG_IMAGE,
        Mistake.WRONG_FACT,
        Mistake.WRONG_LABEL,
        Mistake.WRONG_PRICE_OR_OFFER,
    }
)
"""Mistakes that the right fact mends; of a test or a stray post there is no right version to give."""

ADDRESSED = frozenset({Mistake.WRONG_AUDIENCE, Mistake.WRONG_PRICE_OR_OFFER})
"""Mistakes of which those whom it reached are the ones whom it concerns."""

OWN_FLAGS = {Harm.PRIVACY: RedFlag.PERSONAL_DATA, Harm.SAFETY: RedFlag.SAFETY}
"""Flags that say once more what the harm has said: they do not weigh a second time."""

SORE = {Affected.GRIEVING_OR_VULNERABLE, Affected.PROTECTED_GROUP}
"""Whom a mistake hurts more than others."""


class Situation(NamedTuple):
    """The facts that decide, without any text: what the engine is asked about."""

    channel: Channel
    mistake: Mistake
    harm: Harm
    noticed: Noticed
    undo: Undo
    affected: Affected | None
    still_misleading: StillMisleading
    fault: Fault
    red_flags: frozenset[RedFlag]
    history: History
    reputation: Reputation
    reach: Reach | None = None
    age: Age | None = None


def situation_of(
    report: Report, history: History, reputation: Reputation, *, reported_at: datetime | None = None
) -> Situation:
    """Return the facts of a report that decide."""
    return Situation(
        report.channel, report.mistake, report.harm, report.noticed, report.undo, report.affected,
        report.still_misleading, report.fault, report.red_flags, history, reputation,
        reach_of(report.reach), age_of(report.channel, report.went_out_at, reported_at),
    )  # fmt: skip
