"""Check-ins: has it died down?"""

import re

from slack_bolt.app.async_app import AsyncApp

from bot import cases, gathering
from bot.attention import CheckInAnswer
from bot.errors import InvalidAnswer
from handlers.clicks import Click, on_click
from handlers.facts import open_facts
from handlers.showing import show
from handlers.submissions import CLOSE, Reply, Submission, on_submit
from messages import checkin
from messages.checkin import numbers_modal


def register(app: AsyncApp) -> None:
    """Listen to check-ins and the form for numbers."""
    app.action(re.compile(r"^checkin\."))(on_click(CLICKS))
    app.view(checkin.NUMBERS_MODAL)(on_submit(submit_numbers))


async def answer_quiet(click: Click) -> None:
    """Record that it has died down."""
    await _answer(click, CheckInAnswer.QUIET)


async def answer_simmering(click: Click) -> None:
    """Record that it still simmers."""
    await _answer(click, CheckInAnswer.SIMMERING)


async def answer_flaring(click: Click) -> None:
    """Record that it flares up, and open the form for what is new."""
    case_id = await _answer(click, CheckInAnswer.FLARING)
    await open_facts(click, case_id, is_flaring=True)


async def _answer(click: Click, answer: CheckInAnswer) -> int:
    visit = click.visit
    answered = await visit.run(
        cases.answer_check_in,
        click.subject_id,
        answer,
        by=visit.user_id,
        now=visit.now(),
        pace=visit.settings.pace,
    )
    return answered.case_id


async def snooze(click: Click) -> None:
    """Ask again in an hour."""
    visit = click.visit
    await visit.run(
        cases.snooze_check_in,
        click.subject_id,
        by=visit.user_id,
        now=visit.now(),
        pace=visit.settings.pace,
    )


async def ask_for_numbers(click: Click) -> None:
    """Open the form for what was counted."""
    card = await click.run(gathering.check_in_card_for)
    show(click, numbers_modal(card))


async def submit_numbers(submission: Submission) -> Reply:
    """Keep what was counted; what was left as it was may have been counted by somebody else meanwhile."""
    fields = (checkin.MENTIONS, checkin.REPLIES)
    await submission.visit.run(
        cases.save_numbers,
        submission.subject_id,
        {field: _number(submission, field) for field in fields if submission.is_changed(field)},
        by=submission.visit.user_id,
        now=submission.visit.now(),
    )
    return CLOSE


def _number(submission: Submission, field: str) -> int | None:
    text = submission.text(field)
    if not text:
        return None
    if not (text.isascii() and text.isdecimal()) or int(text) > checkin.MOST_NUMBERS:
        raise InvalidAnswer(
            field, f"Please give a whole number from 0 to {checkin.MOST_NUMBERS:,}, or leave it empty."
        )
    return int(text)


CLICKS = {
    checkin.QUIET: answer_quiet,
    checkin.SIMMERING: answer_simmering,
    checkin.FLARING: answer_flaring,
    checkin.SNOOZE: snooze,
    checkin.NUMBERS: ask_for_numbers,
}
