"""What the check-ins of cases go by: the newest plan's times, the hours that count, and who is there to be reminded."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from pydantic import TypeAdapter
from sqlalchemy import bindparam
from sqlmodel import Session, col, func, select

from bot.attention import CheckInAnswer, Nudge, Pace, PlannedCheckIn, next_check_in, nudges
from bot.cases.timeline import pace_of
from bot.models import Brand, Case, CasePlan, CheckIn, SlackChannel, SlackUser, key
from bot.plan import Level
from bot.quiet_hours import QuietHours
from bot.storage import queries

_TIMES = TypeAdapter(tuple[timedelta, ...])
_BRANDS = select(Brand).where(col(Brand.id).in_(bindparam("brands", expanding=True)))
_NEWEST = (
    select(CasePlan.case_id, func.max(CasePlan.number).label("number"))
    .where(col(CasePlan.case_id).in_(bindparam("cases", expanding=True)))
    .group_by(col(CasePlan.case_id))
    .subquery()
)
# Of a plan only the times are read: a hundred whole plans take five times as long.
_PLANS = select(CasePlan.case_id, CasePlan.level, col(CasePlan.plan)["check_ins"]).join(
    _NEWEST, (col(CasePlan.case_id) == _NEWEST.c.case_id) & (col(CasePlan.number) == _NEWEST.c.number)
)
_ABSENT = select(SlackUser.workspace_id, SlackUser.user_id).where(
    col(SlackUser.workspace_id).in_(bindparam("workspaces", expanding=True)),
    col(SlackUser.user_id).in_(bindparam("people", expanding=True)),
    col(SlackUser.is_absent).is_(True),
)
_MEMBERS = select(SlackChannel.workspace_id, SlackChannel.channel_id, SlackChannel.members).where(
    col(SlackChannel.workspace_id).in_(bindparam("workspaces", expanding=True)),
    col(SlackChannel.channel_id).in_(bindparam("channels", expanding=True)),
    col(SlackChannel.is_bot_member).is_(True),
)


@dataclass(frozen=True, slots=True)
class Course:
    """What one case's check-ins go by, at the case's own pace. ``has_lead``, ``has_backup``: somebody is, is in the case's channel and not away."""

    case: Case
    backup: str | None
    pace: Pace
    times: tuple[timedelta, ...]
    hours: QuietHours
    has_lead: bool
    has_backup: bool

    def following(self, check_in: CheckIn, answer: CheckInAnswer | None, *, now: datetime) -> PlannedCheckIn:
        """Return the check-in that comes after this one, given its answer."""
        return next_check_in(
            check_in.place,
            answer,
            since=self.case.check_ins_since,
            times=self.times,
            now=now,
            hours=self.hours,
        )

    def nudges(
        self, check_in: CheckIn, *, asked_at: datetime, until: datetime | None = None
    ) -> tuple[Nudge, ...]:
        """Return the reminders of a check-in that are still to be had while nobody answers."""
        return nudges(
            asked_at,
            until=until,
            sent=max(0, self.case.nudges - check_in.nudges),
            has_lead=self.has_lead,
            has_backup=self.has_backup,
            hours=self.hours,
            pace=self.pace,
        )


def course_of(session: Session, case: Case, *, pace: Pace) -> Course:
    """Return what the case's check-ins go by."""
    return next(courses_of(session, [case], pace=pace))


def courses_of(session: Session, cases: Sequence[Case], *, pace: Pace) -> Iterator[Course]:
    """Yield what each case's check-ins go by, in the order of the cases; many take no more questions than one."""
    ids = {case.brand_id for case in cases}
    brands = {key(brand): brand for brand in session.exec(_BRANDS, params={"brands": ids})}
    quiet = {brand_id: queries.quiet_hours_of(brand) for brand_id, brand in brands.items()}
    plans = _plans_of(session, cases)
    absent, members = _absent(session, cases, brands), _members(session, cases)
    for case in cases:
        level, times = plans[key(case)]
        backup, paced = brands[case.brand_id].backup, pace_of(case, pace)
        here = {one for one in members[key(case)] if (case.workspace_id, one) not in absent}
        yield Course(
            case=case,
            backup=backup,
            pace=paced,
            times=paced.times(times),
            hours=paced.hours(quiet[case.brand_id], level),
            has_lead=case.lead in here,
            has_backup=backup in here,
        )


def _plans_of(session: Session, cases: Sequence[Case]) -> dict[int, tuple[Level, tuple[timedelta, ...]]]:
    """Return the level and the check-in times of each case's newest plan."""
    rows = session.exec(_PLANS, params={"cases": [case.id for case in cases]})
    return {case_id: (Level(level), _TIMES.validate_python(times)) for case_id, level, times in rows}


def _absent(session: Session, cases: Sequence[Case], brands: dict[int, Brand]) -> set[tuple[int, str]]:
    """Return who of the leads and backups is away, as far as Slack was asked, each with their workspace."""
    people = {case.lead for case in cases} | {brand.backup for brand in brands.values()}
    asked = {"workspaces": {case.workspace_id for case in cases}, "people": people - {None}}
    return set(session.exec(_ABSENT, params=asked).all())


def _members(session: Session, cases: Sequence[Case]) -> dict[int, Sequence[str]]:
    """Return who was in each case's conversation when Slack was last asked, as ``access.known_members`` of many."""
    asked = {
        "workspaces": {case.workspace_id for case in cases},
        "channels": {case.channel_id for case in cases},
    }
    rows = session.exec(_MEMBERS, params=asked)
    known = {(workspace_id, channel_id): members for workspace_id, channel_id, members in rows}
    return {
        key(case): (case.reporter,) if case.is_direct else known.get((case.workspace_id, case.channel_id), ())
        for case in cases
    }
