"""Rules that hold a level down, and floors that beat them."""

from bot.decision.bars import FULL_FROM, full_from
from bot.decision.facts import Facts
from bot.decision.rule import SECOND, Effect, Rule
from bot.decision.situation import HARM_POINTS
from bot.decision.spread import Reach
from bot.plan import Level
from bot.report import Affected, Harm, Mistake, Noticed, Undo

_OFFENCE, _HURTS = HARM_POINTS[Harm.OFFENCE], HARM_POINTS[Harm.HURTS_PEOPLE]


def _reaches_everybody_it_hurts(f: Facts) -> bool:
    """We can write to each of them; danger that others have heard of is told to those others too."""
    is_heard_of = f.severity > _HURTS and (f.is_seen or f.harm is not Harm.SAFETY)
    return f.is_known_list and f.points < min(FULL_FROM, full_from(f)) and not is_heard_of


def _is_mended_in_place(f: Facts) -> bool:
    """Nothing wrong is left for those who look: the right version stands there, or it is gone and nobody believes it."""
    is_gone = f.is_removable or f.undo is Undo.ALREADY_GONE
    return f.is_replaceable or (is_gone and not f.is_misleading)


def _is_caught_in_time(f: Facts) -> bool:
    """Nobody has noticed, it can be put right before anybody does, and it was not read by so many, or by people we know, that somebody has acted on it."""
    is_unnoticed = f.noticed is Noticed.NOBODY_YET and _is_mended_in_place(f)
    is_too_late = f.is_believed_unseen or f.is_known_whom_to_tell
    return is_unnoticed and not is_too_late and f.severity <= _HURTS and not f.flags


_NARROW = {Reach.NOBODY, Reach.FEW}


def _reaches_all_in_place(f: Facts) -> bool:
    """Hardly anybody has seen something wrong that nobody acts on, it is put right in place, and there is nobody to write to."""
    is_few = f.noticed is Noticed.A_FEW and f.reach in _NARROW and _is_mended_in_place(f)
    is_written_to = f.affected is Affected.FEW_KNOWN
    return is_few and f.harm is Harm.MISLEADS_PUBLIC and not (is_written_to or f.flags)


def _nobody_to_tell(f: Facts) -> bool:
    """Nobody has noticed, and nobody is misled: taste and neutrality are in the eye of those who see it."""
    is_slight = f.severity <= _OFFENCE and f.harm is not Harm.MISLEADS_PUBLIC
    is_noticed = f.noticed is not Noticed.NOBODY_YET
    return is_slight and not (is_noticed or f.is_misleading or f.is_vulnerable or f.flags)


_SMILED_AT = HARM_POINTS[Harm.EMBARRASSMENT] + 3
"""What looking silly in the press weighs, with nothing that makes it worse."""


def _says_enough(f: Facts) -> bool:
    """Only we look silly, and there is nothing left to explain once it is mended, or there never was. With the press only where nothing makes it worse."""
    is_open = f.is_puzzling or f.is_misleading or f.is_vulnerable or f.flags
    if f.harm is not Harm.EMBARRASSMENT or is_open:
        return False
    is_few = f.affected is Affected.FEW_KNOWN
    if f.is_press:
        return f.is_nobody_affected and f.points <= _SMILED_AT and (f.has_nothing_to_say or f.is_only_a_slip)
    if f.has_nothing_to_say:
        return not (is_few and f.mistake is Mistake.ARGUMENT)
    return (f.is_nobody_affected or is_few) and (f.is_replaceable or f.is_only_a_slip)


CAPS = (
    Rule(
        "attention-cap",
        lambda f: (
            not f.is_seen and f.is_light and not f.is_misleading and not f.is_vulnerable and not f.flags
        ),
        Effect.CAP,
        "So few have noticed that a public word would tell more people than the mistake did.",
        "A1",
        9,
        Level.QUIET_FIX,
    ),
    Rule(
        "caught-in-time",
        _is_caught_in_time,
        Effect.CAP,
        "Nobody has noticed yet, and it can be put right before anybody does.",
        "A2",
        9,
        Level.QUIET_FIX,
        text_at={Level.LET_IT_GO: "Nobody has noticed yet, so there is nobody to tell."},
    ),
    Rule(
        "hardly-seen",
        _reaches_all_in_place,
        Effect.CAP,
        "Two dozen people at most have seen it, and it is put right where they did: a public word would tell more.",
        "A1",
        8,
        Level.QUIET_FIX,
    ),
    Rule(
        "nobody-to-tell",
        _nobody_to_tell,
        Effect.CAP,
        "Nobody was misled, so there is nobody to tell.",
        "A1",
        8,
        Level.QUIET_FIX,
    ),
    Rule(
        "what-is-out-is-out",
        lambda f: (
            f.is_secret
            and f.is_only_about_us
            and f.is_nobody_affected
            and not f.is_misleading
            and not f.flags
        ),
        Effect.CAP,
        "It was our own secret: a word about it would only point to it.",
        "A1",
        8,
        Level.QUIET_FIX,
    ),
    Rule(
        "nothing-to-put-right",
        lambda f: f.severity == 0 and not f.is_misleading and not f.flags and not f.is_puzzling,
        Effect.CAP,
        "Nobody is harmed: a statement would become the story.",
        "A2",
        8,
        Level.QUIET_FIX,
    ),
    Rule(
        "the-replacement-says-it",
        _says_enough,
        Effect.CAP,
        "Only we look silly, and there is nothing to explain: a comment would feed the laughter.",
        "A1",
        8,
        Level.QUIET_FIX,
    ),
    Rule(
        "only-about-us",
        lambda f: f.is_only_about_us and f.affected is not Affected.FEW_KNOWN and not f.is_vulnerable,
        Effect.CAP,
        "Only we look silly, so a light line is the most it needs.",
        "A2",
        6,
        SECOND,
    ),
    Rule(
        "outsider-cap",
        lambda f: f.is_outsider,
        Effect.CAP,
        "An outsider did it: one line that says so and what is true is enough.",
        "SCCT",
        7,
        SECOND,
        text_at={Level.DIRECT_CONTACT: "An outsider did it: those it concerns hear so, and what is true."},
    ),
    Rule(
        "known-list",
        _reaches_everybody_it_hurts,
        Effect.CAP,
        "We know whom it concerns: write to exactly those people.",
        "A3",
        8,
        SECOND,
        text_at={
            Level.CORRECT_PUBLICLY: "We can write to those it concerns: the others need no more than one line."
        },
    ),
    Rule(
        "all-clear-before-all",
        lambda f: f.is_false_alarm,
        Effect.CAP,
        "It is called off first, in the same place; longer words can follow.",
        "Hawaii",
        5,
        Level.APOLOGISE_PUBLICLY,
    ),
)

FLOORS = (
    Rule(
        "never-leave-it-misleading",
        lambda f: f.is_misleading,
        Effect.FLOOR,
        "People can still act on it, so leaving it alone is no choice.",
        "PRSA",
        7,
        Level.QUIET_FIX,
    ),
    Rule(
        "red-flag-floor",
        lambda f: bool(f.flags),
        Effect.FLOOR,
        "A red flag is ticked, so those concerned have to hear from us.",
        "A3",
        6,
        SECOND,
    ),
    Rule(
        "sore-spot-floor",
        lambda f: (f.is_vulnerable or f.is_discrimination) and not f.is_only_about_us,
        Effect.FLOOR,
        "Those it touches are owed an apology, however few have noticed.",
        "Lewicki",
        8,
        Level.APOLOGISE_PUBLICLY,
    ),
    Rule(
        "call-it-off",
        lambda f: f.is_false_alarm,
        Effect.FLOOR,
        "A false alarm is called off at once, in the same place; whoever must know is called meanwhile.",
        "Hawaii",
        10,
        SECOND,
    ),
)
