"""Every question to the database that more than one part asks."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam
from sqlmodel import Session, col, exists, func, or_, select

from bot.attention import durations_of
from bot.brand import LEADER, BrandProfile, Contact
from bot.links import link_key
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
    SlackUser,
    Task,
    Workspace,
    key,
)
from bot.quiet_hours import ALWAYS_OPEN, QuietHours, hours_of
from bot.report import Affected, History, RedFlag, Report
from bot.states import CheckInState, TaskState
from bot.storage.changes import ask, find, find_rare
from bot.typed import row_id

# Questions that every report or message asks are made once: making one takes longer than the database needs to answer it.
BRANDS_IN_USE = (Brand.workspace_id == bindparam("workspace_id"), col(Brand.is_archived).is_(False))
"""Of a workspace, the brands that can be reported for."""
_BRANDS = select(Brand).where(*BRANDS_IN_USE).order_by(Brand.name)
_ADMIN_OR_LEAD = select(
    exists().where(
        col(SlackUser.workspace_id) == bindparam("workspace_id"),
        col(SlackUser.user_id) == bindparam("user_id"),
        col(SlackUser.is_admin).is_(True),
    )
    | exists().where(
        col(Brand.workspace_id) == bindparam("workspace_id"),
        col(Brand.lead) == bindparam("user_id"),
        col(Brand.is_archived).is_(False),
    )
)
_CONTACTS = (
    select(BrandContact).where(BrandContact.brand_id == bindparam("brand_id")).order_by(col(BrandContact.id))
)
_ALIKE = (
    select(Case.id)
    .where(
        Case.brand_id == bindparam("brand_id"),
        Case.mistake == bindparam("mistake"),
        Case.opened_at >= bindparam("since"),
        Case.opened_at <= bindparam("until"),
        col(Case.is_exercise).is_(False),
        col(Case.merged_into).is_(None),
        Case.id != bindparam("but_not"),
        or_(Case.link_key == "", Case.link_key != bindparam("link_key")),
    )
    .limit(1)
)
_CASE_OF_REPORT = select(Case.id).where(
    Case.workspace_id == bindparam("workspace_id"), Case.report_key == bindparam("report_key")
)
_NEWEST_PLAN = (
    select(CasePlan)
    .where(CasePlan.case_id == bindparam("case_id"))
    .order_by(col(CasePlan.number).desc())
    .limit(1)
)
_TASKS = (
    select(Task)
    .where(Task.case_id == bindparam("case_id"), Task.state != TaskState.DROPPED)
    .order_by(col(Task.position), col(Task.id))
)
_OPEN_TASKS = _TASKS.where(Task.state == TaskState.OPEN)
_DRAFTS = (
    select(Draft).where(Draft.case_id == bindparam("case_id")).order_by(col(Draft.position), col(Draft.id))
)
_VERSION = select(DraftVersion).where(
    DraftVersion.draft_id == bindparam("draft_id"), DraftVersion.number == bindparam("number")
)
_APPROVALS = select(Approval).where(Approval.version_id == bindparam("version_id")).order_by(col(Approval.id))
_CHECK_INS_SO_FAR = (
    select(CheckIn.case_id, func.count(col(CheckIn.id)))
    .where(col(CheckIn.case_id).in_(bindparam("case_ids", expanding=True)))
    .group_by(col(CheckIn.case_id))
)
_NEXT_CHECK_IN = select(func.min(CheckIn.due_at)).where(
    CheckIn.case_id == bindparam("case_id"), CheckIn.state == CheckInState.PLANNED
)
_EVENTS = select(Event).where(Event.case_id == bindparam("case_id")).order_by(col(Event.id))
_LATEST_EVENT = (
    select(Event).where(Event.case_id == bindparam("case_id")).order_by(col(Event.id).desc()).limit(1)
)
_EVIDENCE = select(Evidence).where(Evidence.case_id == bindparam("case_id")).order_by(col(Evidence.id))
_MESSAGE = select(Message).where(
    Message.workspace_id == bindparam("workspace_id"), Message.key == bindparam("key")
)

SAME_KIND = timedelta(days=365)
"""How far back the same mistake of the same brand counts as "happened before" (product: history)."""


def unindexed(column: Any) -> Any:
    """Return a column for a condition that is checked on the rows that another condition finds.

    SQLite, which has no statistics here, expects fewer rows in a state than of a hundred cases, and would read all of them.
    """
    return func.coalesce(column, column)


def workspace_of_team(session: Session, team_id: str) -> Workspace | None:
    """Return the workspace of a Slack team, or None before it was installed."""
    return session.exec(select(Workspace).where(Workspace.team_id == team_id)).first()


def brands_of(session: Session, workspace_id: int) -> Sequence[Brand]:
    """Return the brands that can be reported for, in order of name."""
    return session.exec(_BRANDS, params={"workspace_id": workspace_id}).all()


def all_brands_of(session: Session, workspace_id: int) -> Sequence[Brand]:
    """Return the brands in use and the archived ones, by name; not those that exercises stand on."""
    return session.exec(
        select(Brand)
        .where(Brand.workspace_id == workspace_id, col(Brand.is_practice).is_(False))
        .order_by(Brand.name, col(Brand.id))
    ).all()


def brand_numbered(session: Session, workspace_id: int, brand_id: str) -> Brand | None:
    """Return a brand that can be reported for, by its id as a form carries it; None for any other text."""
    number = row_id(brand_id)
    brand = find(session, Brand, number) if number is not None else None
    is_known = brand is not None and brand.workspace_id == workspace_id and not brand.is_archived
    return brand if is_known else None


def is_admin_or_lead(session: Session, workspace_id: int, user_id: str) -> bool:
    """Return whether somebody is an admin, as far as Slack has said, or the lead of a brand that can be reported for."""
    return bool(ask(session, _ADMIN_OR_LEAD, workspace_id=workspace_id, user_id=user_id).scalar_one())


def contacts_of(session: Session, brand_id: int) -> Sequence[BrandContact]:
    """Return a brand's key people."""
    return session.exec(_CONTACTS, params={"brand_id": brand_id}).all()


def profile_of(session: Session, brand: Brand) -> BrandProfile:
    """Return what the decision and the drafts may know of a brand."""
    contacts = tuple(
        Contact(row.name, row.role, row.reach, frozenset(Affected(value) for value in row.affected))
        for row in contacts_of(session, key(brand))
    )
    return BrandProfile(
        name=brand.name,
        relation=brand.relation,
        reputation=brand.reputation,
        voice=VOICE.validate_python(brand.voice),
        contacts=contacts,
        owners={RedFlag(flag): owner for flag, owner in brand.owners.items() if flag != LEADER},
        leader=brand.owners.get(LEADER, ""),
        timezone=brand.timezone,
        check_ins=durations_of(brand.check_ins) or (),
    )


def quiet_hours_of(brand: Brand) -> QuietHours:
    """Return the hours in which a brand is not to be disturbed: none where they cannot be kept, so that no case stands still for it."""
    if brand.quiet_from is None and not brand.rests_on_weekends:
        return ALWAYS_OPEN
    weekends, timezone = brand.rests_on_weekends, brand.timezone
    kept = hours_of(brand.quiet_from, brand.quiet_until, weekends=weekends, timezone=timezone)
    return kept or QuietHours(weekends=weekends, timezone=timezone)


def history_of(
    session: Session, brand_id: int, report: Report, *, now: datetime, but_not: int | None = None
) -> History:
    """Return whether this brand made this kind of mistake within a year, in earnest, in another case and not at the same address."""
    asked = {"brand_id": brand_id, "mistake": report.mistake, "since": now - SAME_KIND}
    asked |= {"until": now, "but_not": but_not or 0, "link_key": link_key(report.link)}
    alike = ask(session, _ALIKE, **asked).first()
    return History.FIRST_TIME if alike is None else History.HAPPENED_BEFORE


def case_numbered(session: Session, workspace_id: int, number: int) -> Case | None:
    """Return the case with this public number; one that no column holds is not there."""
    if row_id(str(number)) is None:
        return None
    return session.exec(select(Case).where(Case.workspace_id == workspace_id, Case.number == number)).first()


def case_of_report(session: Session, workspace_id: int, report_key: str) -> Case | None:
    """Return the case that was made from this submission, if it was accepted before."""
    return find_rare(session, Case, _CASE_OF_REPORT, workspace_id=workspace_id, report_key=report_key)


def newest_plan(session: Session, case_id: int) -> CasePlan:
    """Return the plan that counts."""
    return session.exec(_NEWEST_PLAN, params={"case_id": case_id}).one()


def plans_of(session: Session, case_id: int) -> Sequence[CasePlan]:
    """Return all plans of a case, oldest first."""
    return session.exec(
        select(CasePlan).where(CasePlan.case_id == case_id).order_by(col(CasePlan.number))
    ).all()


def tasks_of(session: Session, case_id: int, *, is_open: bool | None = None) -> Sequence[Task]:
    """Return a case's tasks in their order, dropped ones left out; only open ones when asked."""
    return session.exec(_OPEN_TASKS if is_open else _TASKS, params={"case_id": case_id}).all()


def drafts_of(session: Session, case_id: int) -> Sequence[Draft]:
    """Return a case's drafts in their order."""
    return session.exec(_DRAFTS, params={"case_id": case_id}).all()


def versions_of(session: Session, draft_id: int) -> Sequence[DraftVersion]:
    """Return all texts of a draft, oldest first."""
    return session.exec(
        select(DraftVersion).where(DraftVersion.draft_id == draft_id).order_by(col(DraftVersion.number))
    ).all()


def newest_version(session: Session, draft: Draft) -> DraftVersion:
    """Return the text of a draft that counts."""
    asked = {"draft_id": draft.id, "number": draft.newest}
    return session.exec(_VERSION, params=asked).one()


def approvals_of(session: Session, version_id: int) -> Sequence[Approval]:
    """Return who said yes to exactly this text."""
    return session.exec(_APPROVALS, params={"version_id": version_id}).all()


def check_ins_of(session: Session, case_id: int) -> Sequence[CheckIn]:
    """Return a case's check-ins, oldest first."""
    return session.exec(select(CheckIn).where(CheckIn.case_id == case_id).order_by(col(CheckIn.number))).all()


def check_ins_so_far(session: Session, case_ids: Collection[int]) -> dict[int, int]:
    """Return how many check-ins each case has had, by the case's id; a case without any is left out."""
    return dict(session.exec(_CHECK_INS_SO_FAR, params={"case_ids": case_ids}).all())


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
    due_at: datetime | None = ask(session, _NEXT_CHECK_IN, case_id=case_id).scalar_one()
    return due_at


def events_of(session: Session, case_id: int) -> Sequence[Event]:
    """Return a case's timeline."""
    return session.exec(_EVENTS, params={"case_id": case_id}).all()


def latest_event(session: Session, case_id: int, kind: str | None = None) -> Event | None:
    """Return the newest line of a case's timeline, of one kind or of any."""
    latest = _LATEST_EVENT if kind is None else _LATEST_EVENT.where(Event.kind == kind)
    return session.exec(latest, params={"case_id": case_id}).first()


def evidence_of(session: Session, case_id: int) -> Sequence[Evidence]:
    """Return the files that the reporter gave."""
    return session.exec(_EVIDENCE, params={"case_id": case_id}).all()


def message_keyed(session: Session, workspace_id: int, key: str) -> Message | None:
    """Return the message with this key, wanted or posted."""
    return session.exec(_MESSAGE, params={"workspace_id": workspace_id, "key": key}).first()


def thread_ts_of(session: Session, message: Message) -> str | None:
    """Return the ts of the plan whose thread a message belongs into; None for one that stands by itself."""
    if not message.is_threaded:
        return None
    root = message_keyed(session, message.workspace_id, f"plan:{message.case_id}")
    return root.ts if root else None
