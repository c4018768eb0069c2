"""Every question to the database that more than one part asks."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import Session, col, func, or_, select

from bot.brand import BrandProfile, Contact
from bot.models import (
    VOICE,
    Approval,
    Brand,
    BrandContact,
    Case,
    CasePlan,
    CheckIn,
    Draft,
    DraftVersion,
    Event,
    Evidence,
    Message,
    SlackChannel,
    SlackUser,
    Task,
    Workspace,
)
from bot.quiet_hours import ALWAYS_OPEN, QuietHours
from bot.report import Affected, History, Mistake, RedFlag
from bot.states import CaseState, CheckInState, TaskState

SAME_KIND = timedelta(days=365)
"""How far back the same mistake of the same brand counts as "happened before" (product: history)."""


def workspace_of_team(session: Session, team_id: str) -> Workspace | None:
    """Return the workspace of a Slack team, or None before it was installed."""
    return session.exec(select(Workspace).where(Workspace.team_id == team_id)).first()


def brands_of(session: Session, workspace_id: int) -> Sequence[Brand]:
    """Return the brands that can be reported for, in order of name."""
    return session.exec(
        select(Brand)
        .where(Brand.workspace_id == workspace_id, col(Brand.is_archived).is_(False))
        .order_by(Brand.name)
    ).all()


def contacts_of(session: Session, brand_id: int) -> Sequence[BrandContact]:
    """Return a brand's key people."""
    return session.exec(
        select(BrandContact).where(BrandContact.brand_id == brand_id).order_by(col(BrandContact.id))
    ).all()


def profile_of(session: Session, brand: Brand) -> BrandProfile:
    """Return what the decision and the drafts may know of a brand."""
    contacts = tuple(
        Contact(row.name, row.role, row.reach, frozenset(Affected(value) for value in row.affected))
        for row in contacts_of(session, brand.id or 0)
    )
    return BrandProfile(
        name=brand.name,
        relation=brand.relation,
        reputation=brand.reputation,
        voice=VOICE.validate_python(brand.voice),
        contacts=contacts,
        owners={RedFlag(flag): owner for flag, owner in brand.owners.items()},
        timezone=brand.timezone,
    )


def quiet_hours_of(brand: Brand) -> QuietHours:
    """Return the hours in which a brand is not to be disturbed."""
    if brand.quiet_from is None and not brand.rests_on_weekends:
        return ALWAYS_OPEN
    start, until = (
        datetime.strptime(text, "%H:%M").time() if text else None  # noqa: DTZ007  a time of day has no zone
        for text in (brand.quiet_from, brand.quiet_until)
    )
    return QuietHours(start, until, brand.rests_on_weekends, brand.timezone)


def history_of(
    session: Session, brand_id: int, mistake: Mistake, *, now: datetime, but_not: int | None = None
) -> History:
    """Return whether this brand made this kind of mistake within a year, in earnest and in another case."""
    alike = select(Case.id).where(
        Case.brand_id == brand_id,
        Case.mistake == mistake,
        Case.opened_at >= now - SAME_KIND,
        col(Case.is_exercise).is_(False),
        Case.id != (but_not or 0),
    )
    return History.FIRST_TIME if session.exec(alike.limit(1)).first() is None else History.HAPPENED_BEFORE


def case_numbered(session: Session, workspace_id: int, number: int) -> Case | None:
    """Return the case with this public number."""
    return session.exec(select(Case).where(Case.workspace_id == workspace_id, Case.number == number)).first()


def case_of_report(session: Session, workspace_id: int, report_key: str) -> Case | None:
    """Return the case that was made from this submission, if it was accepted before."""
    return session.exec(
        select(Case).where(Case.workspace_id == workspace_id, Case.report_key == report_key)
    ).first()


def newest_plan(session: Session, case_id: int) -> CasePlan:
    """Return the plan that counts."""
    return session.exec(
        select(CasePlan).where(CasePlan.case_id == case_id).order_by(col(CasePlan.number).desc()).limit(1)
    ).one()


def plans_of(session: Session, case_id: int) -> Sequence[CasePlan]:
    """Return all plans of a case, oldest first."""
    return session.exec(
        select(CasePlan).where(CasePlan.case_id == case_id).order_by(col(CasePlan.number))
    ).all()


def tasks_of(session: Session, case_id: int, *, is_open: bool | None = None) -> Sequence[Task]:
    """Return a case's tasks in their order, dropped ones left out; only open ones when asked."""
    query = select(Task).where(Task.case_id == case_id, Task.state != TaskState.DROPPED)
    if is_open:
        query = query.where(Task.state == TaskState.OPEN)
    return session.exec(query.order_by(col(Task.position), col(Task.id))).all()


def drafts_of(session: Session, case_id: int) -> Sequence[Draft]:
    """Return a case's drafts in their order."""
    return session.exec(
        select(Draft).where(Draft.case_id == case_id).order_by(col(Draft.position), col(Draft.id))
    ).all()


def versions_of(session: Session, draft_id: int) -> Sequence[DraftVersion]:
    """Return all texts of a draft, oldest first."""
    return session.exec(
        select(DraftVersion).where(DraftVersion.draft_id == draft_id).order_by(col(DraftVersion.number))
    ).all()


def newest_version(session: Session, draft: Draft) -> DraftVersion:
    """Return the text of a draft that counts."""
    return session.exec(
        select(DraftVersion).where(DraftVersion.draft_id == draft.id, DraftVersion.number == draft.newest)
    ).one()


def approvals_of(session: Session, version_id: int) -> Sequence[Approval]:
    """Return who said yes to exactly this text."""
    return session.exec(
        select(Approval).where(Approval.version_id == version_id).order_by(col(Approval.id))
    ).all()


def check_ins_of(session: Session, case_id: int) -> Sequence[CheckIn]:
    """Return a case's check-ins, oldest first."""
    return session.exec(select(CheckIn).where(CheckIn.case_id == case_id).order_by(col(CheckIn.number))).all()


def check_ins_so_far(session: Session, case_id: int) -> int:
    """Return how many check-ins a case has had."""
    return session.exec(select(func.count(col(CheckIn.id))).where(CheckIn.case_id == case_id)).one()


def pending_check_ins(session: Session, case_id: int) -> Sequence[CheckIn]:
    """Return the check-ins that are planned or wait for an answer."""
    waiting = (CheckInState.PLANNED, CheckInState.ASKED)
    return session.exec(
        select(CheckIn)
        .where(CheckIn.case_id == case_id, col(CheckIn.state).in_(waiting))
        .order_by(col(CheckIn.number))
    ).all()


def next_check_in_of(session: Session, case_id: int) -> datetime | None:
    """Return when the next check-in is planned."""
    return session.exec(
        select(func.min(CheckIn.due_at)).where(
            CheckIn.case_id == case_id, CheckIn.state == CheckInState.PLANNED
        )
    ).one()


def events_of(session: Session, case_id: int) -> Sequence[Event]:
    """Return a case's timeline."""
    return session.exec(select(Event).where(Event.case_id == case_id).order_by(col(Event.id))).all()


def evidence_of(session: Session, case_id: int) -> Sequence[Evidence]:
    """Return the files that the reporter gave."""
    return session.exec(select(Evidence).where(Evidence.case_id == case_id).order_by(col(Evidence.id))).all()


def message_keyed(session: Session, workspace_id: int, key: str) -> Message | None:
    """Return the message with this key, wanted or posted."""
    return session.exec(
        select(Message).where(Message.workspace_id == workspace_id, Message.key == key)
    ).first()


def thread_ts_of(session: Session, message: Message) -> str | None:
    """Return the ts of the plan whose thread a message belongs into; None for one that stands by itself."""
    if not message.is_threaded:
        return None
    root = message_keyed(session, message.workspace_id, f"plan:{message.case_id}")
    return root.ts if root else None


def slack_channel(session: Session, workspace_id: int, channel_id: str) -> SlackChannel | None:
    """Return what Slack last said of a conversation."""
    return session.exec(
        select(SlackChannel).where(
            SlackChannel.workspace_id == workspace_id, SlackChannel.channel_id == channel_id
        )
    ).first()


def slack_channels(session: Session, workspace_id: int) -> Sequence[SlackChannel]:
    """Return what Slack last said of every conversation that it was asked about."""
    return session.exec(select(SlackChannel).where(SlackChannel.workspace_id == workspace_id)).all()


def slack_user(session: Session, workspace_id: int, user_id: str) -> SlackUser | None:
    """Return what Slack last said of a person."""
    return session.exec(
        select(SlackUser).where(SlackUser.workspace_id == workspace_id, SlackUser.user_id == user_id)
    ).first()


def names_of(session: Session, workspace_id: int) -> dict[str, str]:
    """Return the names of a workspace's people, as far as Slack was asked for them, by their id."""
    rows = session.exec(
        select(SlackUser.user_id, SlackUser.name).where(
            SlackUser.workspace_id == workspace_id, SlackUser.name != ""
        )
    )
    return dict(rows.all())


def channels_with_open_cases(session: Session) -> Sequence[tuple[int, str]]:
    """Return (workspace, channel) of every conversation in which a case lives that is not closed."""
    return session.exec(
        select(Case.workspace_id, Case.channel_id).where(Case.state != CaseState.CLOSED).distinct()
    ).all()


def cases_seen_by(
    session: Session, workspace_id: int, user_id: str, channel_ids: Sequence[str], *, most: int
) -> Sequence[Case]:
    """Return the newest cases that live in these channels, or that this person reported."""
    return session.exec(
        select(Case)
        .where(
            Case.workspace_id == workspace_id,
            or_(col(Case.channel_id).in_([*channel_ids, user_id]), Case.reporter == user_id),
        )
        .order_by(col(Case.number).desc())
        .limit(most)
    ).all()
