"""Rules that lead from points and facts up to a level."""

from bot.decision.bars import apology_from, full_from
from bot.decision.facts import Facts
from bot.decision.rule import SECOND, Effect, Rule
from bot.decision.situation import HARM_POINTS
from bot.plan import Level
from bot.report import Affected, Harm, Mistake, Noticed, Undo

_TRUST, _OFFENCE, _HURTS = (HARM_POINTS[harm] for harm in (Harm.TRUST, Harm.OFFENCE, Harm.HURTS_PEOPLE))
_HARMLESS = HARM_POINTS[Harm.CONFUSION]
"""What a light harm weighs that nobody talks about."""


def _cannot_wait_quietly(f: Facts) -> bool:
    """Hardly noticed, still misleading, and mending it in place does not reach those who read it."""
    is_gone_in_time = f.is_removable and f.noticed is Noticed.NOBODY_YET and not f.is_read
    return not f.is_seen and f.is_misleading and not f.is_replaceable and not is_gone_in_time


_MORE_THAN_A_FACT = 15
"""Points from which a wrong fact that few have noticed needs more than the right one: past what danger and delay weigh."""


def _hurt_in_the_open(f: Facts) -> bool:
    """More people than a few whom we know were hurt, even if only a few have said so. Of a wrong fact that few know, the right one helps most."""
    is_listed = f.affected in {Affected.FEW_KNOWN, Affected.NOBODY}
    if f.severity < _HURTS or is_listed or f.is_false_alarm:
        return False
    return f.is_seen or not f.is_wrong_version or f.points >= _MORE_THAN_A_FACT


def _hurt_unknown(f: Facts) -> bool:
    """More people than a few whom we know were hurt, and nothing says who all of them are. Of a wrong fact that few know, the right one helps most."""
    return not f.is_told_whom and _hurt_in_the_open(f)


def _hurt_known(f: Facts) -> bool:
    """Known people were hurt in the same way: customers on a list, or those whose data it was that got out."""
    return f.is_told_whom and _hurt_in_the_open(f)


def _weighs_though_few_know(f: Facts) -> bool:
    """Few have noticed, and it is more than a matter of taste."""
    return not f.is_seen and f.is_more_than_taste


RAISES = (
    Rule(
        "mend-it-in-place",
        lambda f: f.is_fixable_in_place,
        Effect.RAISE,
        "It can be put right without a word.",
        "A2",
        3,
        Level.QUIET_FIX,
    ),
    Rule(
        "people-have-seen-it",
        lambda f: f.is_seen and (f.points > _HARMLESS or f.is_misleading),
        Effect.RAISE,
        "So many have seen it that one short line stops the guessing.",
        "A4",
        4,
        SECOND,
        text_at={Level.DIRECT_CONTACT: "So many have seen it that those it concerns hear of it from us."},
    ),
    Rule(
        "people-wonder-who-speaks",
        lambda f: f.is_puzzling,
        Effect.RAISE,
        "Many wonder whether the account is still ours: one calm line answers them all.",
        "A4",
        4,
        SECOND,
        text_at={
            Level.DIRECT_CONTACT: "Many wonder whether the account is still ours: those it concerns hear from us."
        },
    ),
    Rule(
        "still-out-there",
        _cannot_wait_quietly,
        Effect.RAISE,
        "It cannot be put right in place, so those who read it need the right version.",
        "PRSA",
        5,
        SECOND,
    ),
    Rule(
        "many-have-read-it",
        lambda f: f.is_believed_unseen and f.reach is not None,
        Effect.RAISE,
        "Nobody has said anything, but so many have seen it that some believe it, or have acted on it.",
        "A1",
        5,
        SECOND,
    ),
    Rule(
        "out-for-long",
        lambda f: f.is_believed_unseen and f.reach is None,
        Effect.RAISE,
        "Nobody has said anything, but it was out so long that most of those who would read it have.",
        "Graffius",
        5,
        SECOND,
    ),
    Rule(
        "they-may-have-acted",
        lambda f: f.is_known_whom_to_tell,
        Effect.RAISE,
        "Nobody has said anything, but we know the few who may have acted on it: they hear it from us.",
        "A3",
        5,
        SECOND,
    ),
    Rule(
        "trust-and-no-way-back",
        lambda f: not f.is_seen and f.severity >= _TRUST and f.undo is Undo.CANNOT,
        Effect.RAISE,
        "It cannot be taken back, so those it reached are told.",
        "A3",
        4,
        SECOND,
    ),
    Rule(
        "offence-that-will-spread",
        lambda f: (
            not f.is_seen and f.harm is Harm.OFFENCE and f.points > _OFFENCE and not f.is_nobody_affected
        ),
        Effect.RAISE,
        "Only a few are offended so far, and something makes it worse than a slip: tell them we are sorry.",
        "A3",
        4,
        SECOND,
    ),
    Rule(
        "take-it-off-line",
        lambda f: (
            f.mistake is Mistake.ARGUMENT and f.affected is Affected.FEW_KNOWN and f.severity >= _OFFENCE
        ),
        Effect.RAISE,
        "We know whom we argued with: the way out is a private word with them.",
        "A6",
        4,
        SECOND,
    ),
    Rule(
        "facts-need-correcting",
        lambda f: _weighs_though_few_know(f) and f.is_wrong_fact,
        Effect.RAISE,
        "Wrong facts are corrected where they were shown, even if few have noticed.",
        "AP",
        4,
        SECOND,
        text_at={
            Level.DIRECT_CONTACT: "Wrong facts are put right with those they concern, even if few have noticed."
        },
    ),
    Rule(
        "those-concerned-hear-it",
        lambda f: _weighs_though_few_know(f) and not f.is_wrong_fact,
        Effect.RAISE,
        "It weighs so much that those it concerns hear of it from us, even if few have noticed.",
        "A3",
        4,
        SECOND,
    ),
    Rule(
        "people-hurt-in-the-open",
        _hurt_unknown,
        Effect.RAISE,
        "We may not know all whom it harms, so the apology has to be where they can see it.",
        "Lewicki",
        6,
        Level.APOLOGISE_PUBLICLY,
    ),
    Rule(
        "known-people-hurt",
        _hurt_known,
        Effect.RAISE,
        "It weighs so much that all whom it harms have to see the apology, and not only those who ask.",
        "Lewicki",
        6,
        Level.APOLOGISE_PUBLICLY,
    ),
    Rule(
        "apology-is-due",
        lambda f: f.is_seen and f.points >= apology_from(f),
        Effect.RAISE,
        "So many know of it, and it weighs so much, that people expect an apology.",
        "A4",
        6,
        Level.APOLOGISE_PUBLICLY,
    ),
    Rule(
        "a-leader-has-to-answer",
        lambda f: f.points >= full_from(f),
        Effect.RAISE,
        "Harm, attention and our part in it add up to more than one post can carry.",
        "SCCT",
        8,
        Level.FULL_RESPONSE,
    ),
)
