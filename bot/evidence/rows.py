"""The rows of files that are to be kept: which are wanted, who has claimed one, and what became of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, bindparam, or_, update
from sqlmodel import Session, col, select

from bot import outbox
from bot.cases.timeline import announce, note
from bot.event_kinds import EventKind
from bot.models import Case, Evidence, Message, Workspace, key
from bot.states import EvidenceState, Surface
from bot.storage import count_changed, get

LEASE = timedelta(minutes=2)
"""Longer than four calls to Slack of 10 seconds each."""
AGAIN = timedelta(seconds=30)
MOST_AT_ONCE = 20


@dataclass(frozen=True, slots=True)
class Copy:
    """What was kept: which of Slack's files our copy is, and the SHA-256 of what is in it."""

    file_id: str
    name: str
    size: int
    digest: str


def wanted_evidence(session: Session, *, now: datetime) -> list[tuple[Evidence, Message]]:
    """Return the files that are to be fetched now, with the posted plan message of their case."""
    ids = session.connection().execute(_WANTED, {"now": now}).scalars().all()
    if not ids:  # as nearly always: a quarter of what asking for the rows themselves takes
        return []
    return list(session.exec(_WITH_PLANS, params={"ids": ids}).all())


_PLAN_OF_CASE = and_(col(Message.case_id) == Evidence.case_id, col(Message.surface) == Surface.PLAN)
_WANTED = (
    select(Evidence.id)
    .join(Message, _PLAN_OF_CASE)
    .join(Workspace, col(Workspace.id) == Message.workspace_id)
    .where(
        col(Workspace.is_active).is_(True),
        Evidence.state == EvidenceState.WANTED,
        or_(col(Evidence.not_before).is_(None), col(Evidence.not_before) <= bindparam("now")),
        col(Message.ts).is_not(None),
    )
    .order_by(col(Evidence.id))
    .limit(MOST_AT_ONCE)
)
_WITH_PLANS = (
    select(Evidence, Message)
    .join(Message, _PLAN_OF_CASE)
    .where(col(Evidence.id).in_(bindparam("ids", expanding=True)))
    .order_by(col(Evidence.id))
)


def claim_evidence(session: Session, row: Evidence, *, now: datetime) -> bool:
    """Take a file for a lease; return False when another process has it."""
    statement = (
        update(Evidence).where(*_still_claimed(row)).values(tries=row.tries + 1, not_before=now + LEASE)
    )
    is_ours = count_changed(session, statement) == 1
    row.tries += is_ours
    return is_ours


def postpone(session: Session, evidence_id: int, *, until: datetime, counts: bool = True) -> None:
    """Have a file tried again at ``until``; a try that does not count leaves the others to come."""
    row = get(session, Evidence, evidence_id)
    row.not_before = until
    if not counts:
        row.tries = max(0, row.tries - 1)


def wait_for_thread(session: Session, row: Evidence, *, now: datetime) -> None:
    """Have the plan drawn again, whose thread is gone: where it was deleted it is posted anew. The file is tried again then."""
    case = get(session, Case, row.case_id)
    outbox.redraw(session, f"plan:{case.id}", workspace_id=case.workspace_id, now=now)
    postpone(session, key(row), until=now + AGAIN)


def start_clock_again(session: Session, *, now: datetime) -> None:
    """Have no file wait for longer than a lease: the clock was set back."""
    later = col(Evidence.not_before) > now + LEASE
    session.execute(update(Evidence).where(later).values(not_before=now + LEASE))


def mark_kept(session: Session, claimed: Evidence, copy: Copy, *, now: datetime) -> bool:
    """Write down that a file was kept, and our copy's id: the original may be deleted. Return False where nobody wants the copy.

    That is where its content was erased meanwhile. One that another process took up after the lease is that one's to settle: it
    looks for our copy in the thread.
    """
    values = {"name": copy.name, "size": copy.size, "sha256": copy.digest, "kept_at": now}
    if copy.file_id:
        values["file_id"] = copy.file_id
    statement = update(Evidence).where(*_still_claimed(claimed)).values(state=EvidenceState.KEPT, **values)
    if count_changed(session, statement) == 0:
        return get(session, Evidence, key(claimed)).state is not EvidenceState.FAILED
    case = get(session, Case, claimed.case_id)
    note(session, case, EventKind.EVIDENCE_KEPT, now=now, name=copy.name, sha256=copy.digest)
    return True


def _still_claimed(claimed: Evidence) -> tuple[ColumnElement[bool], ...]:
    """Return the condition for a file that nobody has erased or taken up since it was claimed."""
    return (
        col(Evidence.id) == claimed.id,
        col(Evidence.state) == EvidenceState.WANTED,
        col(Evidence.tries) == claimed.tries,
    )


def mark_failed(session: Session, claimed: Evidence, problem: str, *, now: datetime) -> None:
    """Write down why a file was not kept, and say it in the thread; one that was kept elsewhere stays so, with its hash."""
    row = session.exec(select(Evidence).where(*_still_claimed(claimed)).with_for_update()).first()
    if row is None:
        return
    if row.kept_at is not None:
        row.state = EvidenceState.KEPT
        return
    row.state, row.problem = EvidenceState.FAILED, problem
    case = get(session, Case, row.case_id)
    announce(
        session,
        case,
        EventKind.EVIDENCE_FAILED,
        once=EventKind.EVIDENCE_FAILED,
        subject_id=row.id,
        now=now,
        name=row.name,
        problem=problem,
    )
