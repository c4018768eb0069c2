"""Hard stops: when somebody has to be called before any public word."""

from bot.decision.bars import full_from, is_small_privacy_slip
from bot.decision.rule import Effect, Rule
from bot.decision.situation import HARM_POINTS
from bot.plan import Level
from bot.report import Affected, Harm, RedFlag

_MISLEADS = HARM_POINTS[Harm.MISLEADS_PUBLIC]

STOPS = (
    Rule(
        "stop-personal-data",
        lambda f: f.is_personal_data and not is_small_privacy_slip(f),
        Effect.STOP,
        "Personal data got out: the privacy officer decides what is said, and a clock of 72 hours may be running.",
        "GDPR",
        10,
        Level.ESCALATE_FIRST,
        "Personal data got out: somebody who knows the law on it is asked first, and a clock of 72 hours may be running.",
    ),
    Rule(
        "stop-market",
        lambda f: RedFlag.MARKET_INFORMATION in f.flags and not f.is_faked,
        Effect.STOP,
        "It could move a share price: investor relations and counsel speak first.",
        "Reg FD",
        10,
        Level.ESCALATE_FIRST,
    ),
    Rule(
        "stop-dispute",
        lambda f: RedFlag.LAWSUIT_OR_REGULATOR in f.flags,
        Effect.STOP,
        "A lawsuit or a regulator is likely: only counsel clears words, and everything is kept for them.",
        "Preserve",
        10,
        Level.ESCALATE_FIRST,
    ),
    Rule(
        "stop-liability",
        lambda f: f.harm is Harm.LEGAL_FINANCIAL and not f.is_outsider,
        Effect.STOP,
        "It can end in a claim: counsel is called before anything is said, and everything is kept for them.",
        "Preserve",
        10,
        Level.ESCALATE_FIRST,
    ),
)
"""Not asked at a false alarm. Danger does not lift them: no answer may weaken a plan by being a graver one."""


CALLS = (
    Rule(
        "call-the-owner",
        lambda f: bool(f.flags),
        Effect.CALL,
        "A red flag means that somebody who carries the responsibility hears it before the public does.",
        "A3",
        8,
        of_one_person="A red flag means that somebody who knows what is at stake hears it before the public does.",
    ),
    Rule(
        "call-on-liability",
        lambda f: f.harm is Harm.LEGAL_FINANCIAL,
        Effect.CALL,
        "Money or rights are at stake, so counsel hears it before the public does.",
        "A3",
        7,
    ),
    Rule(
        "call-on-investors",
        lambda f: f.affected is Affected.INVESTORS and f.severity >= _MISLEADS,
        Effect.CALL,
        "Investors may act on it, so investor relations hears it before the public does.",
        "Reg FD",
        7,
    ),
    Rule(
        "call-the-leader",
        lambda f: f.points >= full_from(f),
        Effect.CALL,
        "Whoever leads has to give their name to this, so they hear it first.",
        "A3",
        7,
        of_one_person="One person's name stands under this, so somebody who had no part in it hears the words first.",
    ),
)
"""Asked where nothing goes out at once; else whoever has to know is called in parallel."""


AT_ONCE = (
    Rule(
        "danger-goes-first",
        lambda f: f.is_danger_now and not f.is_false_alarm,
        Effect.AT_ONCE,
        "Somebody can still come to harm by it: the right version goes out at once, and whoever has to know is called meanwhile.",
        "Hawaii",
        9,
    ),
)
"""Asked where no stop holds and somebody can still come to harm: there waiting is the greater harm. A false alarm says so by its floor."""
