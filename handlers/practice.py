"""Practice: an exercise is chosen, started and ended."""

import re

from slack_bolt.app.async_app import AsyncApp

from bot import gathering
from bot.models import key
from bot.practice import exercises
from bot.practice.library import sample_of
from handlers.clicks import Click, on_click
from handlers.reading import values_in
from handlers.showing import redraw, show
from handlers.submissions import Reply, Submission, on_submit
from messages import practice
from messages.practice import ended_view, practice_modal, running_view, started_view


def register(app: AsyncApp) -> None:
    """Listen to the form that starts an exercise, and to the button that ends one."""
    app.action(re.compile(r"^practice\."))(on_click(CLICKS))
    app.view(practice.PRACTICE_MODAL)(on_submit(submit_practice))


async def open_practice(click: Click) -> None:
    """Open the form that starts an exercise, or what somebody is in the middle of."""
    visit = click.visit
    card = await visit.store.read(exercises.practice_card, visit.workspace_id, visit.user_id)
    show(click, practice_modal(card) if card.running is None else running_view(card))


async def submit_practice(submission: Submission) -> Reply:
    """Start an exercise; the form turns into the mistake that it is about."""
    visit, values = submission.visit, values_in(submission.view)
    chosen = str(values.get(practice.SAMPLE) or practice.ANY)
    channel_id = str(values.get(practice.CHANNEL) or "")
    await visit.look_up_chosen(channel_id)
    try:
        case = await visit.run(
            exercises.start_exercise,
            workspace_id=visit.workspace_id,
            person=visit.user_id,
            report_key=submission.view["id"],
            now=visit.now(),
            sample_key="" if chosen == practice.ANY else chosen,
            channel_id=channel_id or None,
            pace=visit.settings.pace,
        )
    except exercises.ExerciseRunning:
        card = await visit.store.read(exercises.practice_card, visit.workspace_id, visit.user_id)
        return {"response_action": "update", "view": running_view(card)}
    plan = await visit.store.read(gathering.plan_card, key(case))
    sample = sample_of(case.sample)
    return {"response_action": "update", "view": started_view(plan, sample.title if sample else "")}


async def end_exercise(click: Click) -> None:
    """End one's own exercise."""
    case = await click.run(exercises.end_exercise)
    redraw(click, ended_view(case.number))


CLICKS = {practice.END: end_exercise}
