"""A case's tasks: as lines of the plan message, all of them in a modal, and what that modal opens."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.cards import PlanCard
from bot.cards.handling import TextToUse, WordsCard
from bot.draft_kinds import has_gap
from bot.models import Task
from bot.plan import Outcome, TaskKind
from bot.states import CaseState, TaskState
from messages.blocks import (
    Block,
    Element,
    actions,
    context,
    divider,
    exact,
    input_block,
    modal,
    section,
    sections,
)
from messages.draft_words import OVERTAKEN, state_words
from messages.inputs import button, users_select
from messages.texts import Marked, error_words, say

DO_TASK = "task.done"
REOPEN = "task.reopen"
ASSIGN = "task.assign"
REACHED = "task.reached"
LEFT_MESSAGE = "task.left_message"
NOT_REACHABLE = "task.not_reachable"
WORDS = "task.words"

TASKS_MODAL = "case_tasks"
ASSIGN_MODAL = "task_assign"
WORDS_MODAL = "task_words"
PERSON_FIELD = "person"

_TASKS_IN_MODAL = 40  # two blocks each
_DONE_IN_MODAL = 40
_REOPENABLE_IN_MODAL = 6
_CALLS = (TaskKind.CALL_FIRST, TaskKind.CALL)


def open_tasks(card: PlanCard) -> list[Task]:
    """Return what is left to do, in its order."""
    return sorted(
        (task for task in card.tasks if task.state is TaskState.OPEN), key=lambda task: task.position
    )


def task_section(task: Task, seen_at: datetime) -> Block:
    """Return an open task with its button."""
    return section(say("tasks.task", task=task, seen_at=seen_at), accessory=_tick(task))


def _tick(task: Task) -> Element:
    words = "I made the call" if task.kind in _CALLS else "Done"
    if task.kind is TaskKind.REACH:
        words = Outcome.REACHED.label
    return button(words, DO_TASK, task.id, label=f"{words}: {task.text}")


def tasks_modal(card: PlanCard, *, told: str = "") -> dict[str, Any]:
    """Return all tasks, the open ones with everything that can be done about them.

    ``told`` is what stands above them: what came of a press that changed nothing.
    """
    tasks = open_tasks(card)
    done = [task for task in card.tasks if task.state is TaskState.DONE]
    reopenable = () if card.case.state is CaseState.CLOSED else card.reopenable[:_REOPENABLE_IN_MODAL]
    blocks = [block for task in tasks[:_TASKS_IN_MODAL] for block in _whole(task, card.seen_at)]
    if len(tasks) > _TASKS_IN_MODAL:
        blocks.append(context(say("tasks.more", hidden=len(tasks) - _TASKS_IN_MODAL)))
    if done:
        blocks += [*([divider()] if blocks else []), *_done(done, reopenable)]
    return modal(
        f"Tasks of {card.name}",
        [*_told(told), *(blocks or [section(say("tasks.none"))])],
        callback_id=TASKS_MODAL,
        private_metadata=card.case.id,
        close="Close",
    )


def _told(sentence: str) -> list[Block]:
    return [section(say("tasks.told", told=error_words(sentence)))] if sentence else []


def _whole(task: Task, seen_at: datetime) -> list[Block]:
    words = section(say("tasks.task", task=task, seen_at=seen_at))
    give = "Give to somebody else" if task.assignee else "Give to somebody"
    assign = button(give, ASSIGN, task.id, label=f"{give}: {task.text}")
    if task.kind is not TaskKind.REACH:
        return [words, actions(_tick(task), assign)]
    outcomes = [
        button(outcome.label, action_id, task.id, label=f"{outcome.label}: {task.text}")
        for outcome, action_id in (
            (Outcome.REACHED, REACHED),
            (Outcome.LEFT_MESSAGE, LEFT_MESSAGE),
            (Outcome.NOT_REACHABLE, NOT_REACHABLE),
        )
    ]
    to_use = button("Words to use", WORDS, task.id, label=f"Words to use: {task.text}")
    return [words, actions(*outcomes, to_use, assign)]


def _done(done: list[Task], reopenable: Sequence[Task]) -> list[Block]:
    """Return what is done: first what was ticked off last, with a way back for whoever pressed by mistake."""
    rest = [task for task in done if task not in reopenable]
    lines = [say("tasks.done", task=task) for task in rest[-_DONE_IN_MODAL:]]
    return [
        *(section(say("tasks.done", task=task), accessory=_not_done(task)) for task in reopenable),
        *(sections(Marked("\n".join(lines)))[:10] if lines else []),
    ]


def _not_done(task: Task) -> Element:
    words = "Not done after all"
    return button(words, REOPEN, task.id, label=f"{words}: {task.text}")


def assign_modal(task: Task, seen_at: datetime) -> dict[str, Any]:
    """Return the question who does a task."""
    who = users_select(f"{ASSIGN_MODAL}.{PERSON_FIELD}", placeholder="Somebody in this channel")
    blocks = [
        section(say("tasks.task", task=task, seen_at=seen_at)),
        input_block(
            "Who does it?",
            who,
            block_id=PERSON_FIELD,
            hint="They are told now, and reminded once when it is due. They have to be in the case's channel.",
        ),
    ]
    return modal(
        "Give a task", blocks, callback_id=ASSIGN_MODAL, private_metadata=task.id, submit="Give it to them"
    )


def words_view(card: WordsCard) -> dict[str, Any]:
    """Return what to say on the phone and what to write privately, to be copied; nothing leaves Slack by itself."""
    blocks: list[Block] = [context(say("tasks.words_intro"))]
    for shown in card.texts:
        blocks.append(section(say("tasks.words", label=shown.kind.label, state=_state(shown))))
        blocks += exact(shown.text)
    if not card.has_private_note:
        blocks.append(context(say("tasks.no_private_note")))
    return modal("Words to use", blocks, callback_id=WORDS_MODAL, close="Back")


def _state(shown: TextToUse) -> str:
    if shown.state is None:
        return ""
    words = state_words(shown.kind, shown.state, has_gap=has_gap(shown.text))
    return f"{words}; {OVERTAKEN}" if shown.is_overtaken else words
