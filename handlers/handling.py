"""Handling a case: its lead, public replies, and what is behind "More"; opening it again."""

from bot import cases, gathering
from bot.cards.handling import GoesOn
from bot.errors import InvalidAnswer
from bot.gathering import modals as gathering_modals
from bot.typed import row_id
from handlers.clicks import Click
from handlers.judging import prepare_later, prepared
from handlers.reading import values_in
from handlers.showing import show
from handlers.submissions import CLOSE, CLOSE_ALL, Reply, Submission
from messages import handling, plan
from messages.handling import (
    brand_modal,
    hand_over_modal,
    merge_modal,
    more_modal,
    reopen_modal,
    replied_message,
)


async def take_lead(click: Click) -> None:
    """Make the person who clicked the lead."""
    await click.visit.run(
        cases.take_lead,
        click.subject_id,
        by=click.visit.user_id,
        now=click.visit.now(),
        is_for_nobody=plan.LEAD_IS_FREE in {click.block_id, click.action_id},
    )


async def log_reply(click: Click) -> None:
    """Count a public reply; the person hears how many there were, and why it should stay at that."""
    logged = await click.visit.run(
        cases.log_reply,
        click.subject_id,
        by=click.visit.user_id,
        now=click.visit.now(),
        click=click.action_ts,
        pace=click.visit.settings.pace,
    )
    message = replied_message(logged.case, logged.count, is_before_call=logged.is_before_call)
    click.later(lambda: click.tell(message))


async def show_more(click: Click) -> None:
    """Show what else can be done with the case."""
    show(click, more_modal(await click.run(gathering.open_plan_card)))


async def ask_whom_to_hand_over(click: Click) -> None:
    """Open the form that hands the lead over."""
    show(click, hand_over_modal(await click.run(gathering.open_plan_card)))


async def ask_what_to_merge(click: Click) -> None:
    """Open the form that merges this case and another one."""
    card = await click.run(gathering_modals.merge_card)
    show(click, merge_modal(card))


async def ask_for_brand(click: Click) -> None:
    """Open the form that corrects the brand."""
    card = await click.run(gathering_modals.brand_card)
    show(click, brand_modal(card))
    prepare_later(click)


async def ask_to_reopen(click: Click) -> None:
    """Open the form that opens a closed case again."""
    card = await click.run(gathering_modals.closed_card)
    show(click, reopen_modal(card))


async def submit_hand_over(submission: Submission) -> Reply:
    """Hand the lead over."""
    person = str(values_in(submission.view).get(handling.PERSON_FIELD) or "")
    await submission.visit.meet(person)
    await submission.visit.run(
        cases.hand_over,
        submission.subject_id,
        person,
        by=submission.visit.user_id,
        now=submission.visit.now(),
    )
    return CLOSE_ALL


async def submit_merge(submission: Submission) -> Reply:
    """Merge the chosen case and this one, whichever goes on."""
    await submission.visit.run(
        cases.merge_chosen,
        submission.subject_id,
        _chosen_id(submission, handling.CASE_FIELD),
        _goes_on(submission),
        by=submission.visit.user_id,
        now=submission.visit.now(),
        pace=submission.visit.settings.pace,
    )
    return CLOSE_ALL


async def submit_brand(submission: Submission) -> Reply:
    """Put right whose account it was."""
    await prepared()
    await submission.visit.run(
        cases.change_brand,
        submission.subject_id,
        _chosen_id(submission, handling.BRAND_FIELD),
        by=submission.visit.user_id,
        now=submission.visit.now(),
        pace=submission.visit.settings.pace,
    )
    return CLOSE_ALL


def _goes_on(submission: Submission) -> GoesOn:
    """Return which case goes on; a form without that question said that the one does from which it was opened."""
    chosen = submission.text(handling.GOES_ON_FIELD)
    if not chosen:
        return GoesOn.THIS
    if chosen not in set(GoesOn):
        raise InvalidAnswer(handling.GOES_ON_FIELD, "Please choose one.")
    return GoesOn(chosen)


def _chosen_id(submission: Submission, field: str) -> int:
    chosen = row_id(submission.text(field))
    if chosen is None:
        raise InvalidAnswer(field, "Please choose one.")
    return chosen


async def submit_reopen(submission: Submission) -> Reply:
    """Open a closed case again."""
    await submission.visit.run(
        cases.reopen_case,
        submission.subject_id,
        reason=submission.text(handling.REASON_FIELD),
        by=submission.visit.user_id,
        now=submission.visit.now(),
        pace=submission.visit.settings.pace,
    )
    return CLOSE


CLICKS = {
    plan.TAKE_LEAD: take_lead,
    plan.LOG_REPLY: log_reply,
    plan.SHOW_MORE: show_more,
    plan.REOPEN: ask_to_reopen,
    handling.HAND_OVER: ask_whom_to_hand_over,
    handling.MERGE: ask_what_to_merge,
    handling.CHANGE_BRAND: ask_for_brand,
}
SUBMISSIONS = {
    handling.HAND_OVER_MODAL: submit_hand_over,
    handling.MERGE_MODAL: submit_merge,
    handling.BRAND_MODAL: submit_brand,
    handling.REOPEN_MODAL: submit_reopen,
}
