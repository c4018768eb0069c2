"""Check-ins in a case's thread: the question, its answer, reminders, and the offer to close."""

from datetime import timedelta
from typing import Any

from bot.cards import CheckInCard
from bot.channels import what_to_watch
from bot.report import Channel
from bot.states import CaseState, CheckInState
from messages.blocks import (
    Block,
    Element,
    SlackMessage,
    actions,
    context,
    input_block,
    message,
    modal,
    section,
    sections,
)
from messages.inputs import button, number_input
from messages.texts import Marked, listed, say, span

QUIET = "checkin.quiet"
SIMMERING = "checkin.simmering"
FLARING = "checkin.flaring"
SNOOZE = "checkin.snooze"
NUMBERS = "checkin.numbers"
CLOSE_NOW = "case.close_now"
LAST_LOOK = "case.last_look"
NUMBERS_MODAL = "checkin_numbers"
MENTIONS, REPLIES = "mentions", "replies"

_LATE_SECONDS = 120  # a tick or two late is on time
MOST_NUMBERS = 1_000_000_000


def check_in_message(card: CheckInCard) -> SlackMessage:
    """Return the check-in: the question with its buttons, or who answered what and when."""
    check_in = card.check_in
    if check_in.state is not CheckInState.ASKED or card.case.state is CaseState.CLOSED:
        words = _outcome(card)
        return message(words, [*sections(words), *_numbers(card)])
    late = span(timedelta(seconds=card.late_seconds)) if card.late_seconds >= _LATE_SECONDS else ""
    watched = _watched(card.case.channel)
    words = say("checkin.ask", card=card, number=check_in.number, late=late, watched=watched)
    answered = [row for row in card.earlier if row.answer is not None]
    before = say("checkin.before", card=card, last=answered[-1] if answered else None)
    return message(
        words, [section(words), *([context(before)] if before else []), *_numbers(card), _buttons(card)]
    )


def _watched(channel: Channel) -> str:
    """Return what to look at: where people answer the channel, in the words of the plan's own task."""
    where = what_to_watch(channel)
    return where if where.startswith("what ") else f"the {where}"


def _buttons(card: CheckInCard) -> Block:
    """Return the answers. None of them is the recommended one, so none is primary."""
    return actions(
        _answer(card, "It has died down", QUIET),
        _answer(card, "Still simmering", SIMMERING),
        _answer(card, "Flaring up", FLARING),
        _answer(card, "Ask in an hour", SNOOZE),
        _answer(card, "Add numbers", NUMBERS),
    )


def _answer(card: CheckInCard, words: str, action_id: str) -> Element:
    label = f"{words}: {card.name}, check-in {card.check_in.number}"
    return button(words, action_id, card.check_in.id, label=label)


def _outcome(card: CheckInCard) -> Marked:
    if card.check_in.answer is not None:
        name = "checkin.answered"
    elif card.check_in.answered_by is not None:
        name = "checkin.put_off"
    else:
        name = "checkin.cancelled"
    return say(name, card=card, number=card.check_in.number)


def _numbers(card: CheckInCard) -> list[Block]:
    numbers = say("checkin.numbers", card=card)
    return [context(say("checkin.numbers_line", card=card, numbers=numbers))] if numbers else []


def numbers_modal(card: CheckInCard) -> dict[str, Any]:
    """Return the form for what somebody counted."""
    blocks = [
        input_block(
            label,
            number_input(f"checkin_numbers.{name}", most=MOST_NUMBERS, initial=value),
            block_id=name,
            optional=True,
        )
        for label, name, value in (
            ("Mentions since the last check-in", MENTIONS, card.check_in.mentions),
            ("Replies since the last check-in", REPLIES, card.check_in.replies),
        )
    ]
    return modal(
        "How much is it?", blocks, callback_id=NUMBERS_MODAL, private_metadata=card.check_in.id, submit="Save"
    )


def nudge_message(to: str, user_id: str | None, card: CheckInCard) -> SlackMessage:
    """Return a reminder of an unanswered check-in, or what became of that; it carries no buttons."""
    if card.check_in.state is CheckInState.ASKED:
        words = say("checkin.nudge", to=to, user_id=user_id or "")
    else:
        words = say("checkin.nudge_settled", check_in=card.check_in)
    return message(words, sections(words))


def closing_offer_message(card: CheckInCard) -> SlackMessage:
    """Return the offer to close, or what became of it."""
    if card.case.state is CaseState.CLOSED:
        words = say("checkin.closing_done", card=card)
        return message(words, sections(words))
    if card.case.last_look_at is not None:
        words = say("checkin.closing_later", card=card)
        return message(words, sections(words))
    if not (card.is_latest and card.is_still_quiet):
        words = say("checkin.closing_over", card=card)
        return message(words, sections(words))
    words = say("checkin.closing", card=card, left=_left(card))
    last_look = None if card.had_last_look else button("One last look in 3 days", LAST_LOOK, card.case.id)
    buttons = actions(button("Close it now", CLOSE_NOW, card.case.id, "primary"), last_look)
    return message(words, [section(words), buttons])


def _left(card: CheckInCard) -> Marked:
    """Return what closing would leave undone: the text that the plan is about, and tasks."""
    tasks = [say("checkin.tasks_left", card=card)] if card.open_tasks else []
    return listed([*tasks, *([say("checkin.unsaid", card=card)] if card.main_draft is not None else [])])
