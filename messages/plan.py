"""The plan message: the case's root in its channel, drawn again whenever something happens."""

from typing import Literal

from bot.cards import PlanCard
from bot.cards.drafts import superseded_approvals
from bot.decision.planning import CHOSEN
from bot.decision.points import HAPPENED_BEFORE
from bot.decision.stops import STOPS
from bot.models import Draft, Task
from bot.plan import Level, Reason, TaskKind
from bot.states import PUT_ASIDE, CaseState, TaskState
from messages.blocks import (
    Block,
    Element,
    SlackMessage,
    actions,
    context,
    header,
    message,
    section,
)
from messages.draft_words import MISFIT, OVERTAKEN, state_words
from messages.events import event_line
from messages.inputs import button, confirmation
from messages.move import move_offer
from messages.tasks import open_tasks, task_section
from messages.texts import Marked, listed, say, shorten, span

TAKE_LEAD = "case.lead"
LEAD_IS_FREE = f"{TAKE_LEAD}~free"
"""The id of the buttons' block while nobody leads: whoever pressed one there did not mean to replace anybody."""
CHANGE_LEVEL = "case.level"
CHANGE_FACTS = "case.facts"
SHOW_TASKS = "case.tasks"
SHOW_MORE = "case.more"
LOG_REPLY = "case.reply"
REOPEN = "case.reopen"
SHOW_WHY = "case.why"
CLOSE = "case.close"

TASKS_SHOWN = 10
"""Open tasks in the message (product: the next 10); the others are behind ``case.tasks``."""

_REASONS_SHOWN = 2
_CHANGES_SHOWN = 2
_STOPPING = {rule.name for rule in STOPS}
_DO_NOT_SHOWN = 3
_TASKS_TOLD = 3
_WHAT_SHOWN = 400


def plan_message(card: PlanCard) -> SlackMessage:
    """Return the plan as its case is now."""
    if card.case.state is CaseState.CLOSED:
        return _closed_message(card)
    call = call_of(card)
    tasks = open_tasks(card)
    blocks = [
        header(title_of(card)),
        *([section(say("plan.call_banner", card=card, call=call))] if call else []),
        section(_headline(card, None if call or not tasks else tasks[0])),
        *([section(say("plan.said_there", card=card))] if card.said_there else []),
        *_where(card),
        *_why(card),
        *_tasks(card, tasks),
        *_state(card),
        *move_offer(card),
        _buttons(card),
    ]
    return message(_fallback(card, call, tasks), blocks)


def title_of(card: PlanCard) -> str:
    """Return the message's title: the case and its level."""
    practice = "Practice · " if card.case.is_exercise else ""
    if card.case.state is CaseState.CLOSED:
        return f"{practice}{card.name} · closed"
    made = ": the call is made" if card.is_stopped and card.is_call_made else ""
    return f"{practice}{card.name} · {card.row.level.label}{made}"


def call_of(card: PlanCard) -> Task | None:
    """Return the call that has to come before any public word, while it is open."""
    calls = (task for task in open_tasks(card) if task.kind is TaskKind.CALL_FIRST)
    return next(calls, None)


def close_button(card: PlanCard) -> Element:
    """Return the button that asks for the cause and then closes; its modal is the second thought."""
    return button("Close case", CLOSE, card.case.id, "danger", label=f"Close case {card.name}")


def _headline(card: PlanCard, first: Task | None) -> Marked:
    is_done = card.is_only_watched and card.row.level is not Level.LET_IT_GO
    return say("plan.headline", card=card, first=first, is_done=is_done)


def _where(card: PlanCard) -> list[Block]:
    blocks = [context(say("plan.where", card=card)), section(_what(card))]
    if card.row.chosen_by:
        blocks.append(context(say("plan.chosen", card=card)))
    return blocks


def _what(card: PlanCard) -> str:
    return f"“{shorten(' '.join(card.report.what.split()), _WHAT_SHOWN)}”"


def _why(card: PlanCard) -> list[Block]:
    more = button("Why, in full", SHOW_WHY, card.case.id, label=f"Why, in full, for {card.name}")
    blocks = [section(say("plan.why", reasons=_reasons(card)), accessory=more)]
    if card.alike and HAPPENED_BEFORE not in {reason.rule for reason in _shown(card)}:
        blocks.append(context(say("plan.alike", card=card)))
    named = {*card.alike, *(name for name, _ in card.said_there)}
    if card.same_link and card.same_link not in named:
        blocks.append(context(say("plan.same_link", card=card)))
    changes = " ".join(change.text for change in card.plan.would_change[:_CHANGES_SHOWN])
    blocks.append(context(say("plan.would_change", changes=changes or unchanged(card))))
    if card.delete_or_keep:
        blocks.append(context(say("plan.delete_or_keep", card=card)))
    return [*blocks, *_replies(card)]


def unchanged(card: PlanCard) -> Marked:
    """Return that nothing was found that would change the plan alone, and why where it stops."""
    is_stop = card.plan.level is Level.ESCALATE_FIRST
    stops = sum(reason.rule in _STOPPING for reason in card.plan.fired) if is_stop else 0
    return say("plan.unchanged", stops=stops)


def _reasons(card: PlanCard) -> list[Marked]:
    return [reason_words(card, reason) for reason in _shown(card)]


def _shown(card: PlanCard) -> list[Reason]:
    """Return the facts' reasons that weighed most: that a person chose the level is said above them."""
    is_said = card.plan.advised is not None
    reasons = [reason for reason in card.plan.reasons if not (is_said and reason.rule == CHOSEN)]
    return reasons[:_REASONS_SHOWN]


def reason_words(card: PlanCard, reason: Reason) -> Marked:
    """Return a reason with its source; an earlier slip that may be this very one is named."""
    is_earlier_slip = reason.rule == HAPPENED_BEFORE and card.alike
    return say("plan.reason", reason=reason, alike=say("plan.alike", card=card) if is_earlier_slip else "")


def _replies(card: PlanCard) -> list[Block]:
    """Return what not to do, and beside it the button that counts a public reply."""
    lines = " ".join(card.do_not[:_DO_NOT_SHOWN])
    if not lines:
        return []
    label = f"I replied in public, for {card.name}"
    sure = confirmation(
        "Did you reply in public?", "It is counted, and stands in the record.", "I did", "No", "primary"
    )
    log = button("I replied in public", LOG_REPLY, card.case.id, confirm=sure, label=label)
    return [section(say("plan.replies", count=card.case.replies, lines=lines), accessory=log)]


def _tasks(card: PlanCard, tasks: list[Task]) -> list[Block]:
    total = sum(task.state is not TaskState.DROPPED for task in card.tasks)
    if not total:
        return []
    hidden = max(0, len(tasks) - TASKS_SHOWN)
    progress = say("plan.progress", done=total - len(tasks), total=total, hidden=hidden)
    every = button("All tasks", SHOW_TASKS, card.case.id, label=f"All tasks of {card.name}")
    return [
        section(progress, accessory=every),
        *(task_section(task, card.seen_at) for task in tasks[:TASKS_SHOWN]),
    ]


def _state(card: PlanCard) -> list[Block]:
    blocks = [context(say("plan.lead", card=card, with_evidence=True))]
    if card.plan.check_ins:
        times = ", ".join(span(after) for after in card.plan.check_ins)
        blocks.append(context(say("plan.check_ins", card=card, times=times)))
    drafts = [_draft(card, draft) for draft in card.drafts if draft.state not in PUT_ASIDE]
    if drafts:
        blocks.append(context(say("plan.drafts", drafts=listed(drafts))))
    if card.elsewhere:
        blocks.append(context(say("plan.elsewhere", card=card)))
    if card.claimed_elsewhere:
        blocks.append(context(say("plan.claimed_elsewhere", card=card)))
    if card.latest is not None:
        blocks.append(context(say("plan.latest", line=event_line(card.latest))))
    return blocks


def _draft(card: PlanCard, draft: Draft) -> str:
    words = state_words(draft.kind, draft.state, has_gap=draft.id in card.doubts.to_fill_in)
    doubt = _doubt(card, draft)
    return f"{draft.kind.label} ({words}{f'; {doubt}' if doubt else ''})"


def _doubt(card: PlanCard, draft: Draft) -> str:
    """Return what the draft's own message says against the text, in short."""
    if draft.id in card.doubts.misfits:
        return MISFIT
    if draft.id in superseded_approvals(card.drafts):
        return "before the facts or the plan changed"
    return OVERTAKEN if draft.id in card.doubts.overtaken else ""


def _buttons(card: PlanCard) -> Block:
    return actions(
        _lead_button(card),
        button("Change level", CHANGE_LEVEL, card.case.id, label=f"Change level of {card.name}"),
        button("New facts", CHANGE_FACTS, card.case.id, label=f"New facts for {card.name}"),
        close_button(card),
        button("More", SHOW_MORE, card.case.id, label=f"More for {card.name}"),
        block_id=None if card.case.lead else LEAD_IS_FREE,
    )


def _lead_button(card: PlanCard) -> Element | None:
    """Return the button that takes the lead; none to the one person of a direct message who leads already."""
    if card.is_direct and card.is_led:
        return None
    words = "Take over the lead" if card.case.lead else "Take the lead"
    style: Literal["primary"] | None = None if card.is_led else "primary"
    return button(words, TAKE_LEAD, card.case.id, style, label=f"{words} of {card.name}")


def _fallback(card: PlanCard, call: Task | None, tasks: list[Task]) -> Marked:
    return say(
        "plan.fallback",
        card=card,
        title=title_of(card),
        call=call,
        banner=say("plan.call_banner", card=card, call=call) if call else "",
        tasks=[task for task in tasks if task is not call][:_TASKS_TOLD],
        reasons=_reasons(card),
        lead=say("plan.lead", card=card, with_evidence=False),
    )


def _closed_message(card: PlanCard) -> SlackMessage:
    """Return what is left of the plan: who closed it, posts that are still paused, and a way back; there is none where its words were erased."""
    closed = say("plan.closed", card=card)
    learned = say("plan.learned", card=card)
    reopen = button("Open it again", REOPEN, card.case.id, label=f"Open {card.name} again")
    blocks = [
        header(title_of(card)),
        section(closed),
        context(say("plan.where", card=card)),
        section(_what(card)),
        *([section(learned)] if learned else []),
        *(task_section(task, card.seen_at) for task in open_tasks(card)[:1]),
        *([actions(reopen)] if card.has_record else []),
    ]
    return message(say("plan.fallback_closed", card=card, title=title_of(card), closed=closed), blocks)
