"""How far a mistake got before it was reported: about how many saw it, and for how long it was out. Either may not be known.

The numbers are a judgement: what readers do differs by a factor of ten from one post to the next, so only the order of magnitude counts.
"""

from datetime import datetime, timedelta

from bot.channels import channel_facts
from bot.report import Answer, Channel


class Reach(Answer):
    """About how many people saw it. The value is the number that a step begins with."""

    NOBODY = "0", "nobody"
    FEW = "1", "a few people"
    SOME = "26", "dozens"
    MANY = "100", "100 people or more"
    MASS = "100000", "100,000 people or more"


class Age(Answer):
    """For how long it was out."""

    JUST_NOW = "just_now", "a few minutes"
    LONG = "long", "longer than most people take to see it"


_STEPS = sorted(((int(step.value), step) for step in Reach), reverse=True)
"""Two dozen are people whom one person can answer one by one. Of a hundred readers about one acts on what a post or a mail says, as
clicks tell: from there on somebody probably has. Among a hundred thousand even a small share are more than anybody can answer."""

JUST_NOW = timedelta(minutes=10)
"""Even on the fastest channel, of a half-life of 49 minutes, no more than an eighth of the readers have been there."""

LONG = timedelta(days=1)
"""Where nobody measured how fast a channel's posts fade, a day and a night; it is no longer elsewhere, for people act within a day."""


def reach_of(people: int | None) -> Reach | None:
    """Return the step of a number of people; None where it is not known."""
    if people is None:
        return None
    return next(step for least, step in _STEPS if people >= least)


def age_of(channel: Channel, went_out_at: datetime | None, reported_at: datetime | None) -> Age | None:
    """Return for how long it had been out when it was reported; None where that is not known, or lies in between.

    It is long from the half-life of the channel's posts on: half of those who will see it have seen it by then.
    """
    if went_out_at is None or reported_at is None or went_out_at > reported_at:
        return None
    out = reported_at - went_out_at
    if out <= JUST_NOW:
        return Age.JUST_NOW
    return Age.LONG if out >= min(channel_facts(channel).half_life or LONG, LONG) else None
