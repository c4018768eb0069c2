"""What the plan message's buttons open: another level, closing, and why."""

from collections.abc import Iterable
from typing import Any

from bot.cards import PlanCard
from bot.decision import levels_to_choose, objection_to
from bot.decision.points import POINT_RULES
from bot.decision.sources import SOURCES
from bot.plan import Level, Reason, TaskId
from bot.report import Answer
from bot.states import EDITABLE, TaskState
from messages.blocks import VIEW_BLOCKS, Block, context, divider, input_block, modal, section, sections
from messages.facts import facts_of
from messages.inputs import option, plain_text_input, radio
from messages.plan import call_of, reason_words, unchanged
from messages.tasks import open_tasks
from messages.texts import Marked, counted, listed, say

LEVEL_MODAL = "case_level"
CLOSE_MODAL = "case_close"
WHY_MODAL = "case_why"

LEVEL_FIELD = "level"
PLAN_SEEN = "plan"
REASON_FIELD = "reason"
CAUSE_FIELD = "cause"
CHANGE_FIELD = "change"

_WEIGHED = {rule.name for rule in POINT_RULES if rule.weight}
_LEVEL_HELP = {
    Level.LET_IT_GO: "Nothing in public. Log it, watch, answer if asked.",
    Level.QUIET_FIX: "Edit, swap or delete it, without a speech.",
    Level.DIRECT_CONTACT: "Write to or phone exactly the people affected.",
    Level.CORRECT_PUBLICLY: "One short line with what is right, in the same place.",
    Level.APOLOGISE_PUBLICLY: "One short apology with what is right. No reasons.",
    Level.FULL_RESPONSE: "A named leader, an apology, amends, several channels.",
    Level.ESCALATE_FIRST: "Stop, keep the evidence, call the owner first.",
}


def level_modal(card: PlanCard, *, chosen: Level | None = None, reason: str = "") -> dict[str, Any]:
    """Return the question for another level and its reason; nothing is chosen beforehand.

    A level that these facts do not allow is not offered. ``chosen`` and ``reason`` are what somebody has chosen, and why, while
    others changed the plan: who did is told above it. The first block's id ends in the plan's number, so that it is known
    which plan was looked at.
    """
    offered = [level for level in Level if level in levels_to_choose(card.plan) or level is card.row.level]
    levels = [
        option(_level_words(card, level), level.value, objection_to(level, card.report) or _LEVEL_HELP[level])
        for level in offered
    ]
    initial = chosen if chosen in offered else None
    asked = radio(f"{LEVEL_MODAL}.{LEVEL_FIELD}", levels, initial=initial)
    version = f"~{card.row.number}"
    is_taken_back = chosen is not None and initial is None  # Slack would show it as chosen still
    moved = [section(say("plan.level_moved", card=card, is_same=chosen is card.row.level))] if chosen else []
    return modal(
        "Change the level",
        [
            *moved,
            section(say("plan.level_intro", card=card), block_id=f"{PLAN_SEEN}{version}"),
            input_block("New level", asked, block_id=f"{LEVEL_FIELD}{version if is_taken_back else ''}"),
            input_block(
                "Why?",
                plain_text_input(f"{LEVEL_MODAL}.{REASON_FIELD}", multiline=True, initial=reason or None),
                block_id=REASON_FIELD,
                hint="Your team sees this in the thread, and it is kept in the record.",
            ),
        ],
        callback_id=LEVEL_MODAL,
        private_metadata=card.case.id,
        submit="Change it",
    )


def _level_words(card: PlanCard, level: Answer) -> str:
    if level is card.row.level:
        return f"{level.label} (now)"
    advised = card.plan.after_call or card.plan.advised
    return f"{level.label} (what the facts say)" if level is advised else level.label


def close_modal(card: PlanCard) -> dict[str, Any]:
    """Return the last questions before closing; both may stay empty."""
    return modal(
        f"Close {card.name}",
        [
            section(
                say("plan.close_intro", left=_left(card), call=call_of(card), is_paused=_is_paused(card))
            ),
            _long_answer("What was the cause?", CAUSE_FIELD, "How it came about, without blame."),
            _long_answer("What will you change?", CHANGE_FIELD, "One thing that makes it less likely."),
        ],
        callback_id=CLOSE_MODAL,
        private_metadata=card.case.id,
        submit="Close the case",
        close="Keep it open",
    )


def _long_answer(label: str, field: str, hint: str) -> Block:
    element = plain_text_input(f"{CLOSE_MODAL}.{field}", multiline=True)
    return input_block(label, element, block_id=field, hint=hint, optional=True)


def _is_paused(card: PlanCard) -> bool:
    """Return whether posts were paused that nobody has resumed yet."""
    done = {task.key for task in card.tasks if task.state is TaskState.DONE}
    return TaskId.PAUSE in done and any(task.key == TaskId.RESUME for task in open_tasks(card))


def _left(card: PlanCard) -> Marked:
    tasks = len(open_tasks(card))
    drafts = sum(draft.state in EDITABLE for draft in card.drafts)
    given = [(tasks, "task"), (drafts, "draft")]
    return listed(counted(number, noun) for number, noun in given if number)


def why_modal(card: PlanCard) -> dict[str, Any]:
    """Return the reasons with their sources, what would change the level, and the facts that it was decided on.

    Rules that would have led to another level, but were overruled, are left out: they would argue against the plan.
    """
    facts = [say("plan.fact", question=name, answer=value) for name, value in facts_of(card.report)]
    also = [
        reason for reason in card.plan.fired if reason.rule in _WEIGHED and reason not in card.plan.reasons
    ]
    reasons, others = ([reason_words(card, one) for one in some] for some in (card.plan.reasons, also))
    told = [
        say("plan.why_all", reasons=reasons, also=others),
        say("plan.change_all", card=card, unchanged=unchanged(card)),
    ]
    if card.delete_or_keep:
        told.append(say("plan.delete_or_keep", card=card))
    if card.do_not:
        told.append(say("plan.do_not_all", card=card))
    blocks = [block for words in told for block in sections(words)]
    return modal(
        f"Why, for {card.name}",
        [*blocks, divider(), *sections(Marked("\n".join(facts))), *_legend(card, also)][:VIEW_BLOCKS],
        callback_id=WHY_MODAL,
        private_metadata=card.case.id,
        close="Close",
    )


def _legend(card: PlanCard, also: Iterable[Reason]) -> list[Block]:
    """Return the sources that the reasons name, spelt out."""
    named = sorted({reason.source for reason in (*card.plan.reasons, *also)} & SOURCES.keys())
    lines = [say("plan.source", source=source, meaning=SOURCES[source]) for source in named]
    return [context(Marked("\n".join(lines)))] if lines else []
