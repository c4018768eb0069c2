"""The plan message: another level, new facts, all tasks, why, closing; the rest in ``handling`` and ``tasks``."""

import re
from typing import Any

from slack_bolt.app.async_app import AsyncApp

from bot import cases, gathering
from bot.cases.deciding import PlanMoved
from bot.errors import InvalidAnswer
from bot.plan import Level
from handlers import handling, tasks
from handlers.clicks import Click, on_click
from handlers.facts import open_facts
from handlers.judging import prepare_later, prepared
from handlers.reading import version_in
from handlers.showing import show
from handlers.submissions import CLOSE, Reply, Submission, on_submit
from messages import checkin, plan, plan_modals
from messages.plan_modals import close_modal, level_modal, why_modal
from messages.tasks import tasks_modal


def register(app: AsyncApp) -> None:
    """Listen to the plan message and its modals."""
    app.action(re.compile(r"^(case|task)\."))(on_click(CLICKS | handling.CLICKS | tasks.CLICKS))
    app.view(plan_modals.LEVEL_MODAL)(on_submit(submit_level))
    app.view(plan_modals.CLOSE_MODAL)(on_submit(submit_close))
    app.view(re.compile(f"^({'|'.join(handling.SUBMISSIONS | tasks.SUBMISSIONS)})$"))(on_submit(submit_other))


async def change_level(click: Click) -> None:
    """Open the form that chooses another level."""
    await _open(click, level_modal)
    prepare_later(click)


async def change_facts(click: Click) -> None:
    """Open the form with the case's facts."""
    await open_facts(click, click.subject_id, is_flaring=False)


async def show_tasks(click: Click) -> None:
    """Show all tasks."""
    await _open(click, tasks_modal)


async def show_why(click: Click) -> None:
    """Show all reasons, and what would change the plan."""
    await _open(click, why_modal)


async def ask_to_close(click: Click) -> None:
    """Open the form that closes the case."""
    await _open(click, close_modal)


async def plan_last_look(click: Click) -> None:
    """Plan one last look in three days."""
    await click.visit.run(
        cases.plan_last_look,
        click.subject_id,
        by=click.visit.user_id,
        now=click.visit.now(),
        pace=click.visit.settings.pace,
    )


async def _open(click: Click, modal: Any) -> None:
    card = await click.run(gathering.open_plan_card)
    show(click, modal(card))


async def submit_level(submission: Submission) -> Reply:
    """Choose another level, with a reason."""
    chosen = submission.text(plan_modals.LEVEL_FIELD)
    if chosen not in set(Level):
        raise InvalidAnswer(plan_modals.LEVEL_FIELD, "Please choose a level.")
    visit, level, reason = submission.visit, Level(chosen), submission.text(plan_modals.REASON_FIELD)
    by, now = visit.user_id, visit.now()
    await prepared()
    try:
        await visit.run(
            cases.change_level,
            submission.subject_id,
            level,
            reason,
            seen=version_in(submission.view, plan_modals.PLAN_SEEN),
            by=by,
            now=now,
            pace=visit.settings.pace,
        )
    except PlanMoved:
        card = await visit.run(gathering.open_plan_card, submission.subject_id, by=by, now=now)
        return {"response_action": "update", "view": level_modal(card, chosen=level, reason=reason)}
    return CLOSE


async def submit_close(submission: Submission) -> Reply:
    """Close the case with what was learned."""
    await submission.visit.run(
        cases.close_case,
        submission.subject_id,
        by=submission.visit.user_id,
        now=submission.visit.now(),
        cause=submission.text(plan_modals.CAUSE_FIELD),
        change_made=submission.text(plan_modals.CHANGE_FIELD),
    )
    return CLOSE


async def submit_other(submission: Submission) -> Reply:
    """Do what one of the smaller forms asks for."""
    submissions = handling.SUBMISSIONS | tasks.SUBMISSIONS
    return await submissions[submission.view["callback_id"]](submission)


CLICKS = {
    plan.CHANGE_LEVEL: change_level,
    plan.CHANGE_FACTS: change_facts,
    plan.SHOW_TASKS: show_tasks,
    plan.SHOW_WHY: show_why,
    plan.CLOSE: ask_to_close,
    checkin.CLOSE_NOW: ask_to_close,
    checkin.LAST_LOOK: plan_last_look,
}
