"""Tasks: done or not after all, given to somebody, and how a try to reach somebody ended."""

from functools import wraps
from typing import Any

from bot import cases, gathering
from bot.cases.timeline import CaseClosed, Moved
from bot.gathering import modals as gathering_modals
from bot.models import key
from bot.plan import Outcome
from bot.slack.refusals import CALL_FAILED
from handlers.clicks import Click, Clicked
from handlers.reading import values_in
from handlers.showing import redraw_below, show
from handlers.submissions import CLOSE, Reply, Submission
from messages import tasks
from messages.tasks import assign_modal, tasks_modal, words_view


def _told_in_the_list(pressed: Clicked) -> Clicked:
    """Return the listener that tells what became of a task meanwhile where it was pressed: on top of the list of all, drawn anew."""

    @wraps(pressed)
    async def told(click: Click) -> None:
        try:
            await pressed(click)
        except (Moved, CaseClosed) as moved:
            if not click.is_in_modal:
                raise
            _redraw_with(click, str(moved))

    return told


def _redraw_with(click: Click, sentence: str) -> None:
    async def redraw() -> None:
        try:
            card = await click.run(gathering_modals.tasks_card)
            await _update(click, tasks_modal(card, told=sentence))
        except CALL_FAILED:  # such as of a list that was closed meanwhile: the person is told all the same
            await click.tell(sentence)

    click.later(redraw)


@_told_in_the_list
async def do_task(click: Click) -> None:
    """Tick a task off; in the modal of all tasks, draw that again."""
    case = await click.visit.run(
        cases.do_task,
        click.subject_id,
        by=click.visit.user_id,
        now=click.visit.now(),
        pace=click.visit.settings.pace,
    )
    await _redraw(click, key(case))


@_told_in_the_list
async def reopen_task(click: Click) -> None:
    """Open a task again that was not done after all, and draw the modal of all tasks again."""
    await _redraw(click, key(await click.run(cases.reopen_task)))


@_told_in_the_list
async def left_message(click: Click) -> None:
    """Write down that a message was left; the task stays."""
    await _note_outcome(click, Outcome.LEFT_MESSAGE)


@_told_in_the_list
async def not_reachable(click: Click) -> None:
    """Write down that they could not be reached; the task stays."""
    await _note_outcome(click, Outcome.NOT_REACHABLE)


async def _note_outcome(click: Click, outcome: Outcome) -> None:
    case = await click.visit.run(
        cases.note_outcome, click.subject_id, outcome, by=click.visit.user_id, now=click.visit.now()
    )
    await _redraw(click, key(case))


async def _redraw(click: Click, case_id: int) -> None:
    if click.view is None:
        return

    async def redraw() -> None:
        await _update(click, tasks_modal(await click.visit.store.read(gathering.plan_card, case_id)))

    click.later(redraw)


async def _update(click: Click, view: dict[str, Any]) -> None:
    if click.view is not None:
        await click.client.views_update(view_id=click.view["id"], view=view)


@_told_in_the_list
async def show_words(click: Click) -> None:
    """Show what to say and write to somebody off-line."""
    card = await click.run(gathering_modals.words_card)
    show(click, words_view(card))


@_told_in_the_list
async def ask_who(click: Click) -> None:
    """Open the form that gives a task to somebody."""
    task = await click.run(gathering_modals.open_task)
    show(click, assign_modal(task, click.visit.now()))


async def submit_assign(submission: Submission) -> Reply:
    """Give a task to somebody; the list below shows it."""
    visit = submission.visit
    person = str(values_in(submission.view).get(tasks.PERSON_FIELD) or "")
    await visit.meet(person)
    case = await visit.run(
        cases.assign_task,
        submission.subject_id,
        person,
        by=visit.user_id,
        now=visit.now(),
    )
    redraw_below(submission, gathering.plan_card, key(case), tasks_modal)
    return CLOSE


CLICKS = {
    tasks.DO_TASK: do_task,
    tasks.REACHED: do_task,
    tasks.REOPEN: reopen_task,
    tasks.LEFT_MESSAGE: left_message,
    tasks.NOT_REACHABLE: not_reachable,
    tasks.WORDS: show_words,
    tasks.ASSIGN: ask_who,
}
SUBMISSIONS = {tasks.ASSIGN_MODAL: submit_assign}
