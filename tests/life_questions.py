"""What is asked of a case's rows and of Slack in a case's life: each answer names what contradicts the rules."""

import re
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from typing import Any, cast

from sqlmodel import Session, col, select

from bot.drawing import draw
from bot.models import Approval, Brand, Case, CheckIn, Draft, DraftVersion, Event, Outbox, Task, key
from bot.models import Message as Row
from bot.plan import TaskId
from bot.playground.state import Message
from bot.states import (
    CaseState,
    CheckInState,
    DraftState,
    OutboxState,
    Surface,
    TaskState,
)
from tests.world import words_in


def count_cases(session: Session) -> int:
    return len(session.exec(select(Case.id)).all())


def all_states(session: Session) -> dict[tuple[type, int], StrEnum]:
    return {
        (table, row_id or 0): cast("StrEnum", state)
        for table in (Case, Draft, CheckIn, Task)
        for row_id, state in session.exec(select(table.id, table.state))
    }


def kinds_of_events(session: Session) -> set[str]:
    return set(session.exec(select(Event.kind)))


def contradictions(session: Session) -> list[str]:
    """Return what cannot be: in words, for whoever has to find out why."""
    return [line for case in session.exec(select(Case)) for line in _contradictions(session, case)]


def _contradictions(session: Session, case: Case) -> Iterator[str]:
    check_ins = session.exec(select(CheckIn).where(CheckIn.case_id == case.id)).all()
    planned = [row for row in check_ins if row.state is CheckInState.PLANNED]
    drafts = session.exec(select(Draft).where(Draft.case_id == case.id)).all()
    tasks = session.exec(select(Task).where(Task.case_id == case.id, Task.state == TaskState.OPEN)).all()
    if case.state is CaseState.CLOSED:
        if planned or any(row.state is CheckInState.ASKED for row in check_ins):
            yield f"OOPS-{case.number} is closed and still asks"
        left = [
            task for task in tasks if task.key != TaskId.RESUME
        ]  # paused posts wait for somebody, whatever the case does
        if left or any(row.state in {DraftState.PROPOSED, DraftState.CHANGES_REQUESTED} for row in drafts):
            yield f"OOPS-{case.number} is closed and has open work"
    elif len(planned) != 1:
        yield f"OOPS-{case.number} is open and has {len(planned)} planned check-ins"
    if case.nudges > 3:
        yield f"OOPS-{case.number} was nudged {case.nudges} times between two answers"
    brand = session.get(Brand, case.brand_id)
    for draft in drafts:
        yield from _draft_contradictions(session, draft, brand)
    answers = session.exec(select(Event).where(Event.case_id == case.id, Event.kind == "check_in_answered"))
    times = Counter(event.detail["number"] for event in answers)
    yield from (
        f"check-in {number} was answered {found} times" for number, found in times.items() if found > 1
    )


def _draft_contradictions(session: Session, draft: Draft, brand: Brand | None) -> Iterator[str]:
    newest = session.exec(
        select(DraftVersion).where(DraftVersion.draft_id == draft.id, DraftVersion.number == draft.newest)
    ).one()
    approvals = session.exec(select(Approval).where(Approval.version_id == newest.id)).all()
    if draft.state is DraftState.APPROVED and not approvals:
        yield f"draft {draft.id} is approved, and nobody approved its newest version"
    if brand is not None and not brand.self_approval and any(row.by == newest.author for row in approvals):
        yield f"the author of draft {draft.id} approved it"


def not_said(session: Session) -> list[str]:
    """Return what is not in Slack although nothing stands in its way."""
    done = (OutboxState.SENT, OutboxState.CANCELLED)
    rows = session.exec(
        select(Outbox, Row).join(Row, col(Row.id) == Outbox.message_id).where(col(Outbox.state).not_in(done))
    )
    return [f"{message.key}: {row.action} is {row.state} ({row.error})" for row, message in rows]


def intent_of(message: Message) -> str:
    return str(((message.metadata or {}).get("event_payload") or {}).get("intent_id", ""))


def out_of_order(session: Session, said: list[Message]) -> list[str]:
    """Return what of a case was said before something that was to be said earlier in the same place."""
    rows = {row.intent_id: row for row in session.exec(select(Outbox))}
    latest: dict[tuple[int | None, str], int] = {}
    found = []
    for message in sorted(said, key=lambda one: one.ts):
        row = rows.get(intent_of(message))
        if row is None:
            continue
        place = (row.case_id, message.channel)
        if key(row) < latest.get(place, 0):
            found.append(f"{row.intent_id} of case {row.case_id}")
        latest[place] = max(key(row), latest.get(place, 0))
    return found


def not_as_the_rows(session: Session, said: list[Message]) -> list[str]:
    """Return the messages that show something else than their rows say; a record shows what was when the case was closed."""
    there = {(message.channel, message.ts): message for message in said}
    found = []
    for row in session.exec(select(Row).where(col(Row.ts).is_not(None), Row.surface != Surface.RECORD)):
        message = there.get((row.posted_to or "", row.ts or ""))
        if message is None:
            continue
        drawn, seen = words(draw(session, row)["blocks"]), words(message.blocks)
        if drawn != seen:
            different = [f"{a!r} is {b!r}" for a, b in zip(drawn, seen, strict=False) if a != b]
            found.append(f"{row.key}: {different[:2] or (len(drawn), len(seen))}")
    return found


def words(blocks: list[Any]) -> list[str]:
    """Return a message's words, but for when the next check-in was to come as it was answered."""
    return [re.split("(Next check-in|Planned next):", word)[0].rstrip() for word in words_in(blocks)]
