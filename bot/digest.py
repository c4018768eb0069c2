"""The weekly digest of a brand, where it is switched on: once a week, with what its readers may see anyway."""

from datetime import UTC, datetime, timedelta

from sqlmodel import Session, col, func, select

from bot import outbox
from bot.cards.overview import DigestCard
from bot.leads import unled_among
from bot.listing import Sight, lines_of
from bot.models import Brand, Case, Message, Workspace
from bot.states import CaseState, Surface
from bot.storage import get, queries
from bot.zones import clock_of

WEEK = timedelta(days=7)
FIRST_HOUR = 9
"""On Mondays, on the brand's own clock; when the bot was away then, on that day or the next."""
_MONDAY, _TUESDAY = 0, 1
_SHOWN = 10


def send_digests(session: Session, *, now: datetime) -> int:
    """Have every digest said that is due and was not said yet; return how many. A week without anything is passed over.

    The week ended on Monday morning, whenever it is told: what came after that is the next one's.
    """
    brands = session.exec(
        select(Brand, Workspace)
        .join(Workspace, col(Workspace.id) == Brand.workspace_id)
        .where(
            col(Brand.weekly_digest).is_(True),
            col(Brand.is_archived).is_(False),
            col(Workspace.is_active).is_(True),
        )
    ).all()
    return sum(_send(session, brand, workspace, now=now) for brand, workspace in brands)


def digest_card(session: Session, message: Message) -> DigestCard:
    """Return a digest's week as its message names it."""
    brand = get(session, Brand, message.subject_id or 0)
    return _card(session, brand, message.channel_id, until=datetime.fromisoformat(message.params["until"]))


def _send(session: Session, brand: Brand, workspace: Workspace, *, now: datetime) -> bool:
    place = brand.response_channel or workspace.response_channel or brand.lead
    local = now.astimezone(clock_of(brand.timezone))
    is_time = (local.weekday() == _MONDAY and local.hour >= FIRST_HOUR) or local.weekday() == _TUESDAY
    if not place or not is_time:
        return False
    until = _end_of_week(local)
    year, week, _ = local.isocalendar()
    name = f"digest:{brand.id}:{year}-{week}"
    is_said = queries.message_keyed(session, brand.workspace_id, name) is not None
    if is_said or _card(session, brand, place, until=until).is_empty:
        return False
    outbox.say(
        session,
        Surface.DIGEST,
        key=name,
        channel_id=place,
        workspace_id=brand.workspace_id,
        now=now,
        subject_id=brand.id,
        params={"until": until.isoformat()},
    )
    return True


def _end_of_week(local: datetime) -> datetime:
    """Return when the week ended that is told at this time of a brand's own clock."""
    monday = local - timedelta(days=local.weekday())
    return monday.replace(hour=FIRST_HOUR, minute=0, second=0, microsecond=0, fold=0).astimezone(UTC)


def _card(session: Session, brand: Brand, place: str, *, until: datetime) -> DigestCard:
    """Return the week of the brand's cases that live in this very conversation, exercises left out."""
    since = (until.astimezone(clock_of(brand.timezone)) - WEEK).astimezone(UTC)  # by the clock on the wall
    here = [
        col(Case.brand_id) == brand.id,
        col(Case.channel_id) == place,
        col(Case.is_exercise).is_(False),
        col(Case.opened_at) <= until,
        col(Case.merged_into).is_(None),  # one mistake, however often it was reported
    ]
    open_here = [*here, col(Case.state) != CaseState.CLOSED]
    going_on = session.exec(select(Case).where(*open_here).order_by(col(Case.number).desc())).all()
    closed = session.exec(
        select(Case)
        .where(
            *here, Case.state == CaseState.CLOSED, col(Case.closed_at) > since, col(Case.closed_at) <= until
        )
        .order_by(col(Case.number))
        .limit(_SHOWN)
    ).all()
    opened = session.exec(select(func.count()).select_from(Case).where(*here, Case.opened_at > since)).one()
    sight = Sight(brand.workspace_id, "", (place,))
    unled = unled_among(session, sight, open_here)
    return DigestCard(
        brand_name=brand.name,
        opened=opened,
        going_on=tuple(lines_of(session, sight, going_on[:_SHOWN])),
        more_going_on=max(0, len(going_on) - _SHOWN),
        closed=tuple(closed),
        unled=frozenset(case.number for case in going_on if case in unled),
    )
