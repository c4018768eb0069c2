"""From a verdict to the plan that people see, and to the one they choose instead."""

from dataclasses import replace
from datetime import datetime

from bot.brand import BrandProfile
from bot.channels import check_ins
from bot.decision import words
from bot.decision.changes import what_would_change
from bot.decision.engine import Verdict, judge
from bot.decision.facts import Facts
from bot.decision.reasons import reason_of, reasons_beside, reasons_for
from bot.decision.situation import situation_of
from bot.decision.stops import AT_ONCE
from bot.decision.tasks import tasks_for
from bot.errors import InvalidAnswer
from bot.plan import Level, Plan, PlanTask, Reason, TaskKind
from bot.report import History, Report

CHOSEN = "chosen-by-a-person"
"""The reason of a level that a person chose."""

_CALLED_OFF = (Level.CORRECT_PUBLICLY, Level.APOLOGISE_PUBLICLY, Level.FULL_RESPONSE)
_SILENT_ALARM = "A false alarm is called off in public, so that nobody goes on fearing it: choose “Correct it publicly” or more."
_WAITING_ALARM = (
    "A false alarm cannot wait for a call: choose “Correct it publicly” or more, and call in parallel."
)
_FIRST_TIME = History.FIRST_TIME
_ANY_BRAND = BrandProfile()


def decide(
    report: Report,
    *,
    history: History = _FIRST_TIME,
    brand: BrandProfile = _ANY_BRAND,
    reported_at: datetime | None = None,
) -> Plan:
    """Return the plan for a report: a pure function, so the same input gives the same plan.

    ``reported_at`` tells how long it had been out; where that is not known, when it went out has no weight.
    """
    situation = situation_of(report, history, brand.reputation, reported_at=reported_at)
    verdict = judge(situation)
    plan = _plan(verdict, verdict.level, report, brand)
    return replace(plan, would_change=what_would_change(situation, verdict.level))


def choose_level(
    plan: Plan,
    level: Level,
    report: Report,
    *,
    history: History = _FIRST_TIME,
    brand: BrandProfile = _ANY_BRAND,
    reported_at: datetime | None = None,
) -> Plan:
    """Return the plan at a level that a person chose: tasks, expectations and check-ins follow it.

    The reasons say first that a person chose it, then what the rules had said. Who has to be called stays as the facts have it.
    Raises InvalidAnswer where a false alarm would wait for a call, or would not be called off in public.
    """
    if level not in levels_to_choose(plan):
        raise InvalidAnswer("level", _WAITING_ALARM if level is Level.ESCALATE_FIRST else _SILENT_ALARM)
    situation = situation_of(report, history, brand.reputation, reported_at=reported_at)
    verdict = judge(situation)
    chosen = _plan(verdict, level, report, brand)
    text = f"A person chose “{level.label}”; the rules say {_said_by_the_rules(verdict, level)}."
    reasons = reasons_beside(Reason(CHOSEN, text, "Person", 10), verdict, level, brand)
    changes = what_would_change(situation, level)
    return replace(chosen, reasons=reasons, would_change=changes, advised=verdict.without_stop)


def _said_by_the_rules(verdict: Verdict, level: Level) -> str:
    """Return what the rules say beside a level that a person chose: of a stop also what comes after the call."""
    if verdict.level is level:
        return "the same"
    then = verdict.without_stop
    after = f", then “{then.label}”" if then is not verdict.level else ""
    return f"“{verdict.level.label}”{after}"


def levels_to_choose(plan: Plan) -> tuple[Level, ...]:
    """Return the levels that a person may choose: a false alarm is called off in public and at once, whatever else is done."""
    return _CALLED_OFF if plan.is_false_alarm else tuple(Level)


def objection_to(level: Level, report: Report) -> str:
    """Return what speaks against a level that a person may choose: a hard stop that forbids what it does, or harm that it leaves standing; else empty.

    Whoever is called first may still agree to it, so it is said and not refused.
    """
    facts = Facts(situation_of(report, _FIRST_TIME, _ANY_BRAND.reputation))
    if level is Level.DIRECT_CONTACT and facts.is_market_news:
        return words.NEWS_TO_SOME
    is_left = level is Level.LET_IT_GO and facts.is_removable and words.may_do_harm(facts)
    return words.LEFT_UP if is_left else ""


def still_holds(level: Level, before: Plan, after: Plan) -> bool:
    """Return whether a level that a person chose holds for new facts: what the rules advise, before and after, has not changed.

    Nobody is made to wait for a call that must not come first any more.
    """
    is_same = before.level is after.level and before.call_first is after.call_first
    is_danger = bool({rule.name for rule in AT_ONCE} & {reason.rule for reason in after.fired})
    return is_same and level in levels_to_choose(after) and not (is_danger and level is Level.ESCALATE_FIRST)


def new_advice(level: Level, before: Plan, after: Plan) -> str:
    """Return a sentence on what new facts say of a level that a person chose and that stays; empty where that is nothing new."""
    was, now = before.after_call or before.level, after.after_call or after.level
    if now in {was, level}:
        return ""
    call = ", once the call is made" if after.after_call else ""
    return f"The facts now say{call}: “{now.label}”.{words.IF_IT_SHOULD_HOLD}"


def without_request(told: str) -> str:
    """Return what was told of new facts without what it asked for: once a case is closed nobody can do that any more."""
    return told.removesuffix(words.IF_IT_SHOULD_HOLD).removesuffix(words.IF_IT_HOLDS)


def overruled(level: Level) -> str:
    """Return the sentence on a level that a person chose and that new facts replaced."""
    return f"A person had chosen “{level.label}”.{words.IF_IT_HOLDS}"


def _plan(verdict: Verdict, level: Level, report: Report, brand: BrandProfile) -> Plan:
    facts = verdict.facts
    is_stopped = level is Level.ESCALATE_FIRST
    call_first = verdict.call_first or (is_stopped and not facts.is_false_alarm)
    tasks = tasks_for(facts, level, brand, call_first=call_first, right_words=report.right_words)
    return Plan(
        level=level,
        headline=_headline(facts, level, brand, tasks, call_first=call_first),
        reasons=reasons_for(verdict, level, brand),
        tasks=tasks,
        do_not=words.do_not(facts, level, is_serious=facts.is_serious),
        check_ins=brand.check_ins or check_ins(facts.channel),
        call_first=call_first,
        after_call=verdict.without_stop if is_stopped else None,
        is_serious=facts.is_serious,
        is_still_misleading=facts.is_misleading,
        expects=words.expects(facts, level),
        is_false_alarm=facts.is_false_alarm,
        is_kept_for_counsel=facts.is_kept_for_counsel,
        delete_or_keep=words.delete_or_keep(
            facts, level, call_first=call_first, after_call=verdict.without_stop
        ),
        fired=tuple(reason_of(rule, verdict, level, brand) for rule in verdict.fired),
    )


def _headline(
    facts: Facts, level: Level, brand: BrandProfile, tasks: tuple[PlanTask, ...], *, call_first: bool
) -> str:
    if facts.is_false_alarm:
        is_calling = any(task.kind is TaskKind.CALL for task in tasks)
        now = words.FALSE_NEWS_HEADLINE if facts.is_false_news else words.FALSE_ALARM_HEADLINE
        return now + (words.CALL_MEANWHILE_SUFFIX if is_calling else "")
    suffix = words.CALL_FIRST_SUFFIX if call_first and level is not Level.ESCALATE_FIRST else ""
    if level is Level.APOLOGISE_PUBLICLY and facts.is_correction_due:
        return words.APOLOGY_WITH_CORRECTION + suffix
    if level is Level.DIRECT_CONTACT and facts.is_seen:
        return words.TELL_EACH + suffix
    if level is Level.FULL_RESPONSE and brand.is_one_person:
        return words.OWN_NAME + suffix
    return words.HEADLINES[level] + suffix
