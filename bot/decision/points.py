"""Rules that add points: two for each step that makes a mistake weigh more.

They follow situational crisis communication theory: the worse the harm, the more responsible people think we are, and
the worse our record, the more the answer has to accommodate. Half a step (one point) is for what is only likely.
"""

from bot.brand import Reputation
from bot.decision.facts import Facts
from bot.decision.rule import Effect, Rule
from bot.decision.situation import HARM_POINTS, OWN_FLAGS
from bot.decision.spread import Reach
from bot.plan import Level
from bot.report import Fault, Harm, History, Noticed, RedFlag, Undo

_HARMS = {
    Harm.NONE: ("Nobody is worse off.", "A2"),
    Harm.EMBARRASSMENT: ("It embarrasses only us.", "A2"),
    Harm.CONFUSION: ("It leaves people confused for a moment.", "A1"),
    Harm.INCONVENIENCE: ("It costs people a moment.", "A1"),
    Harm.TRUST: ("People rely on us to be neutral and reliable.", "SCCT"),
    Harm.OFFENCE: ("People are offended.", "A4"),
    Harm.MISLEADS_PUBLIC: ("The public believes something wrong because of us.", "PRSA"),
    Harm.MISLEADS_DECISION: ("Somebody may act, pay or travel because of it.", "Ladder"),
    Harm.HURTS_PEOPLE: ("People are hurt in a sore spot.", "SCCT"),
    Harm.PRIVACY: ("Somebody's private life is exposed.", "GDPR"),
    Harm.SAFETY: ("Somebody could come to harm.", "SCCT"),
    Harm.LEGAL_FINANCIAL: ("It can cost somebody money or end in a claim.", "Preserve"),
}


HAPPENED_BEFORE = "happened-before"
"""The rule that counts an earlier slip of the same kind."""
FLAG_POINTS = 1
"""Half a step for each red flag that says more than the harm: the harm has most of its weight already."""


def _harm_rule(harm: Harm) -> Rule:
    text, source = _HARMS[harm]
    name = "harm-" + harm.value.replace("_", "-")
    return Rule(name, lambda f: f.harm is harm, Effect.POINTS, text, source, HARM_POINTS[harm])


def _unanswered(text: str) -> dict[Level, str]:
    """Return what is said where nobody speaks about it in public."""
    return dict.fromkeys((Level.LET_IT_GO, Level.QUIET_FIX), text)


_FLAGS = {
    RedFlag.PERSONAL_DATA: ("Personal data got out.", "GDPR"),
    RedFlag.MARKET_INFORMATION: ("It could move a share price.", "Reg FD"),
    RedFlag.SAFETY: ("Somebody could come to harm.", "A1"),
    RedFlag.DISCRIMINATION: ("It discriminates, or reads that way.", "SCCT"),
    RedFlag.FALSE_PRICE_OR_PRIZE: ("It promised a price or a prize that is not so.", "Price"),
    RedFlag.DEATH_OR_INJURY: ("Death or injury is involved.", "SCCT"),
    RedFlag.MINORS: ("Children or teenagers are involved.", "A1"),
    RedFlag.LAWSUIT_OR_REGULATOR: ("A lawsuit or a regulator is likely.", "Preserve"),
}


def _flag_rule(flag: RedFlag) -> Rule:
    text, source = _FLAGS[flag]
    name = "flag-" + flag.value.replace("_", "-")
    return Rule(
        name,
        lambda f: flag in f.flags and OWN_FLAGS.get(f.harm) is not flag,
        Effect.POINTS,
        text,
        source,
        FLAG_POINTS,
    )


HARM_RULES = {harm: _harm_rule(harm) for harm in Harm}

FLAG_RULES = {flag: _flag_rule(flag) for flag in RedFlag}

OTHER_RULES = (
    Rule(
        "many-noticed",
        lambda f: f.noticed is Noticed.MANY_REPLIES,
        Effect.POINTS,
        "Many have noticed: silence no longer keeps it small.",
        "A1",
        2,
        text_at=_unanswered("Many have noticed."),
    ),
    Rule(
        "press-noticed",
        lambda f: f.is_press,
        Effect.POINTS,
        "The press has it: silence no longer keeps it small.",
        "A1",
        3,
        text_at=_unanswered("The press has it."),
    ),
    Rule(
        "wide-reach",
        lambda f: f.reach is Reach.MASS and not f.is_light,
        Effect.POINTS,
        "It has reached so many that even a small share of them are more than anybody can answer.",
        "A1",
        1,
    ),
    Rule(
        "no-way-back",
        lambda f: f.is_seen and f.undo is Undo.CANNOT and not f.is_danger,
        Effect.POINTS,
        "Many have it, and it cannot be taken back.",
        "A2",
        1,
    ),
    Rule(
        "vulnerable-people",
        lambda f: f.is_vulnerable,
        Effect.POINTS,
        "Grieving, vulnerable or often discriminated people carry the harm.",
        "SCCT",
        2,
    ),
    Rule(
        "could-have-known",
        lambda f: f.fault is Fault.AVOIDABLE,
        Effect.POINTS,
        "We could have known better, so people hold us responsible.",
        "SCCT",
        2,
    ),
    Rule(
        "outsider-did-it",
        lambda f: f.is_outsider,
        Effect.POINTS,
        "An outsider did it: we are a victim too.",
        "SCCT",
        -2,
    ),
    Rule(
        "a-tool-failed",
        lambda f: f.fault is Fault.SYSTEM,
        Effect.POINTS,
        "A tool failed and nobody chose it: people hold us a little less responsible.",
        "SCCT",
        -1,
    ),
    Rule(
        HAPPENED_BEFORE,
        lambda f: f.history is History.HAPPENED_BEFORE,
        Effect.POINTS,
        "It happened before: a second time looks like carelessness.",
        "SCCT",
        2,
    ),
    Rule(
        "poor-reputation",
        lambda f: f.reputation is Reputation.POOR,
        Effect.POINTS,
        "A poor reputation leaves no benefit of the doubt.",
        "SCCT",
        2,
    ),
    Rule(
        "good-reputation",
        lambda f: f.reputation is Reputation.GOOD,
        Effect.POINTS,
        "A good reputation gives some benefit of the doubt.",
        "SCCT",
        -1,
    ),
    Rule(
        "still-misleading",
        lambda f: f.is_misleading,
        Effect.POINTS,
        "People can still act on the wrong thing.",
        "PRSA",
        2,
    ),
    Rule(
        "maybe-misleading",
        lambda f: f.is_unsure and f.has_right_version,
        Effect.POINTS,
        "Nobody is sure whether people can still act on it.",
        "PRSA",
        1,
    ),
)


_FLAG_RULES = tuple(FLAG_RULES.values())
_OTHERS = tuple((rule.when, rule.weight) for rule in OTHER_RULES)


def points_that_hold(facts: Facts) -> list[Rule]:
    """Return the point rules that hold for these facts, the harm's first."""
    fired = [HARM_RULES[facts.harm]]
    fired += [rule for rule in OTHER_RULES if rule.when(facts)]
    fired += [rule for rule in _FLAG_RULES if rule.when(facts)]
    return fired


def points_of(facts: Facts) -> int:
    """Return the sum of the points that hold, without naming the rules."""
    others = sum([weight for when, weight in _OTHERS if when(facts)])
    flags = len(facts.flags) - (OWN_FLAGS.get(facts.harm) in facts.flags)
    return facts.severity + others + FLAG_POINTS * flags


POINT_RULES = (*HARM_RULES.values(), *OTHER_RULES, *FLAG_RULES.values())
"""All of them, for the table in the documentation."""
