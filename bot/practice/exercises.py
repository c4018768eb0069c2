"""Starting an exercise, and ending it: one for each person at a time."""

from datetime import datetime, timedelta
from random import Random

from sqlalchemy import ColumnElement
from sqlmodel import Session, and_, col, select

from bot.attention import NORMAL_PACE, Pace
from bot.brand import Reputation
from bot.cards.overview import PracticeCard
from bot.cases.closing import end_case
from bot.cases.opening import open_exercise
from bot.cases.timeline import plan_link
from bot.errors import InvalidAnswer, OopsError
from bot.models import VOICE, Brand, Case, Workspace
from bot.practice.library import Sample, sample_of, samples
from bot.response_channels import usable_channel
from bot.states import CaseState
from bot.storage import find, queries

LONGEST = timedelta(hours=3)
"""After this an exercise ends by itself: a week of a real case."""
MOST_ENDED_AT_ONCE = 100


class ExerciseRunning(OopsError):
    """Somebody is in the middle of an exercise."""

    def __init__(self, case: Case) -> None:
        self.case = case
        super().__init__(
            f"You are in the middle of the exercise {case.name}. Close it first: it ends with what it showed."
        )


def running_exercise(session: Session, workspace_id: int, person: str) -> Case | None:
    """Return the exercise that this person has started and not ended."""
    return session.exec(
        select(Case)
        .where(
            Case.workspace_id == workspace_id,
            Case.reporter == person,
            col(Case.is_exercise).is_(True),
            Case.state != CaseState.CLOSED,
        )
        .order_by(col(Case.id))
    ).first()


def practice_card(session: Session, workspace_id: int, person: str) -> PracticeCard:
    """Return what this person can practise, or what they are in the middle of."""
    running = running_exercise(session, workspace_id, person)
    sample = sample_of(running.sample) if running else None
    return PracticeCard(
        samples=tuple((key, sample.title) for key, sample in samples().items()),
        running=running,
        running_title=sample.title if sample else "",
        link=plan_link(session, running) if running else "",
    )


def start_exercise(
    session: Session,
    *,
    workspace_id: int,
    person: str,
    report_key: str,
    now: datetime,
    sample_key: str = "",
    channel_id: str | None = None,
    pace: Pace = NORMAL_PACE,
) -> Case:
    """Start an exercise, on the chosen sample or on one that this person has not had; return its case.

    The same ``report_key`` again returns the case that it made. Raises ExerciseRunning, InvalidAnswer for an unknown sample or
    a channel that cannot be used, StaleChannel for one that has to be looked up first.
    """
    known = queries.case_of_report(session, workspace_id, report_key)
    if known is not None:
        return known
    _require_none_running(session, workspace_id, person)
    if channel_id is not None:
        usable_channel(session, workspace_id, channel_id, person, now=now)
    sample = _chosen(sample_key) if sample_key else _another(session, workspace_id, person, report_key)
    brand = _invented_brand(session, workspace_id, sample, is_alone=channel_id is None, now=now)
    return open_exercise(
        session,
        sample.report,
        brand=brand,
        sample=sample.key,
        person=person,
        report_key=report_key,
        channel_id=channel_id,
        pace=pace,
        now=now,
    )


def _require_none_running(session: Session, workspace_id: int, person: str) -> None:
    session.get(Workspace, workspace_id, with_for_update=True)  # two starts at once follow each other
    running = running_exercise(session, workspace_id, person)
    if running is not None:
        raise ExerciseRunning(running)


def _chosen(sample_key: str) -> Sample:
    sample = sample_of(sample_key)
    if sample is None:
        raise InvalidAnswer("sample", "This exercise is no longer there. Please choose another one.")
    return sample


def end_exercise(session: Session, case_id: int, *, by: str, now: datetime) -> Case:
    """End one's own exercise from anywhere and return its case. Raises OopsError when it is not theirs, or is over."""
    case = find(session, Case, case_id)
    if case is None or not case.is_exercise or case.reporter != by or case.state is CaseState.CLOSED:
        raise OopsError("This exercise is over. `/oops practice` starts another one.")
    end_case(session, case, by=by, now=now)
    return case


def is_over(now: datetime) -> ColumnElement[bool]:
    """Return the condition that an exercise has lasted so long that it ends by itself."""
    return and_(
        col(Case.is_exercise).is_(True),
        col(Case.state) != CaseState.CLOSED,
        col(Case.check_ins_since) <= now - LONGEST,  # since it was opened, opened again, or flared up
    )


def end_those_over(session: Session, *, now: datetime, only: int | None = None) -> int:
    """End exercises that have lasted too long, or ``only`` that one; return how many."""
    those = select(Case).where(is_over(now))
    over = session.exec(
        (those if only is None else those.where(Case.id == only))
        .limit(MOST_ENDED_AT_ONCE)
        .with_for_update(skip_locked=True)
    ).all()
    for case in over:
        end_case(session, case, by=None, now=now)
    return len(over)


def _another(session: Session, workspace_id: int, person: str, report_key: str) -> Sample:
    """Return a sample that this person has had less often than others."""
    had = session.exec(
        select(Case.sample).where(
            Case.workspace_id == workspace_id, Case.reporter == person, col(Case.is_exercise).is_(True)
        )
    ).all()
    fewest = min(had.count(key) for key in samples())
    rare = [sample for key, sample in samples().items() if had.count(key) == fewest]
    return Random(report_key).choice(rare)  # noqa: S311  a draw, not a secret


def _invented_brand(
    session: Session, workspace_id: int, sample: Sample, *, is_alone: bool, now: datetime
) -> Brand:
    """Write the invented brand of an exercise and return it: nobody is asked for it, and it has nobody's telephone number.

    Who practises alone approves the own texts, since there is nobody else.
    """
    brand = Brand(
        workspace_id=workspace_id,
        name=sample.account,
        relation=sample.relation,
        reputation=Reputation.NEUTRAL,
        voice=VOICE.dump_python(sample.voice, mode="json"),
        self_approval=is_alone,
        is_archived=True,
        is_practice=True,
        created_at=now,
    )
    session.add(brand)
    session.flush()
    return brand
