"""Who may see a case, from rows: those who are in its channel now. Who of them may approve is in ``bot.approvers``.

Being lead, approver, contact or admin adds nothing without membership. To anybody else a case does not exist.
"""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime, timedelta
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from sqlmodel import Session, col, select

from bot.errors import InvalidAnswer, OopsError
from bot.models import Brand, Case, CheckIn, Draft, SlackChannel, Task, case_name
from bot.places import Place, note_place, require_known_place
from bot.states import ChannelKind
from bot.storage import find, find_to_change, get, queries, slack_rows

P = ParamSpec("P")
T = TypeVar("T")
Part = TypeVar("Part", Task, CheckIn, Draft)
FRESH = timedelta(seconds=60)
"""How old a channel's row may be when a right is used: leaving a channel takes effect within a minute."""
_ACTING_IN = "acting_in"


class StaleChannel(OopsError):
    """Slack has to be asked again before a right can be used.

    Only those in ``known_to`` may hear of it: the members when Slack was last asked, and the reporter. To anybody else it
    would say that there is a case.
    """

    def __init__(self, workspace_id: int, channel_id: str, *, known_to: Collection[str] = ()) -> None:
        self.workspace_id = workspace_id
        self.channel_id = channel_id
        self.known_to = frozenset(known_to)
        super().__init__("Slack did not say in time who is in the channel. Please try again in a moment.")


class NoSuchCase(OopsError):
    """The case is not there, or not for this person: the two are told alike."""

    def __init__(self, number: int | None = None) -> None:
        name = f"no {case_name(number)}" if number is not None else "no such case"
        super().__init__(f"There is {name} that you can open. `/oops list` shows your cases.")


class OopsIsOut(OopsError):
    """oops cannot see the case's channel, told to those who were in it when it last could."""

    def __init__(self, case: Case, channel: SlackChannel) -> None:
        where = f"<#{case.channel_id}>, where {case.name} is handled"
        if channel.kind is ChannelKind.PUBLIC:
            why = f"{where}, is public now. Make it private again, then try again."
        else:
            why = f"oops is not in {where}, any more. Type `/invite @oops` there, then try again."
        super().__init__(f"Nothing was done: {why}")


class NotAnApprover(OopsError):
    """Somebody else has to approve."""


def acting_in(
    workspace_id: int, verb: Callable[Concatenate[Session, P], T], *, clicked: Place | None = None
) -> Callable[Concatenate[Session, P], T]:
    """Return the verb as somebody of this workspace does it: a case of another one in the same database is not there.

    Nor is one of which the message that was ``clicked`` is none.
    """

    def acting(session: Session, /, *args: P.args, **kwargs: P.kwargs) -> T:
        session.info[_ACTING_IN] = workspace_id
        note_place(session, clicked)
        return verb(session, *args, **kwargs)

    return acting


def members_of(session: Session, case: Case, *, now: datetime) -> Sequence[str]:
    """Return who is in the case's channel. Raises StaleChannel when that was last asked over a minute ago."""
    if case.is_direct:
        return (case.reporter,)
    row = slack_rows.slack_channel(session, case.workspace_id, case.channel_id)
    if row is None or now - row.checked_at > FRESH:
        known = row.members if row is not None else ()
        raise StaleChannel(case.workspace_id, case.channel_id, known_to={*known, case.reporter})
    return row.members if row.is_bot_member else ()


def case_for(session: Session, case_id: int, *, by: str, now: datetime) -> Case:
    """Return the case for somebody who is in its channel. Raises NoSuchCase, OopsIsOut, StaleChannel, UnknownMessage."""
    case = _seen_case(session, case_id, by=by, now=now)
    require_known_place(session, case)
    return case


def _seen_case(session: Session, case_id: int, *, by: str, now: datetime) -> Case:
    case = find_to_change(session, Case, case_id)
    if case is None or session.info.get(_ACTING_IN, case.workspace_id) != case.workspace_id:
        raise NoSuchCase
    if by not in members_of(session, case, now=now):
        _require_stranger(session, case, by)
        raise NoSuchCase(None if by != case.reporter else case.number)
    return case


def _require_stranger(session: Session, case: Case, user_id: str) -> None:
    """Raise OopsIsOut for somebody who was in the channel when oops last saw it, and whose case was said there.

    They know of that case. One that came since they do not: they may have left the channel meanwhile.
    """
    row = slack_rows.slack_channel(session, case.workspace_id, case.channel_id)
    if row is None or row.is_bot_member or user_id not in row.members:
        return
    plan = queries.message_keyed(session, case.workspace_id, f"plan:{case.id}")
    if plan is not None and plan.ts is not None:
        raise OopsIsOut(case, row)


def part_for(
    session: Session, table: type[Part], part_id: int, *, by: str, now: datetime
) -> tuple[Part, Case]:
    """Return a part of a case, with the case, for somebody who is in its channel. Raises NoSuchCase, StaleChannel, UnknownMessage.

    The part is read once the case is ours: somebody may have been faster.
    """
    columns = cast("Any", table)
    case_id = session.exec(select(columns.case_id).where(columns.id == part_id)).first()
    if case_id is None:
        raise NoSuchCase
    case = _seen_case(session, case_id, by=by, now=now)
    part = get(session, table, part_id)
    require_known_place(session, case, part if isinstance(part, Draft | CheckIn) else None)
    return part, case


def require_member(session: Session, case: Case, user_id: str, *, field: str, now: datetime) -> None:
    """Raise InvalidAnswer beside ``field`` unless this is a person in the case's channel; StaleChannel as ``members_of``."""
    if not user_id:
        raise InvalidAnswer(field, "Please choose somebody.")
    if user_id not in members_of(session, case, now=now):
        raise InvalidAnswer(
            field,
            "They are not in the case's channel, so they cannot see it. Invite them there first, or choose somebody else.",
        )
    if slack_rows.apps_among(session, case.workspace_id, [user_id]):
        raise InvalidAnswer(field, "That is an app, and nobody answers there. Choose a person.")


def is_known_member(session: Session, case: Case, user_id: str) -> bool:
    """Return whether this person was in the case's channel when Slack was last asked: for what happens by itself."""
    return user_id in known_members(session, case)


def known_members(session: Session, case: Case) -> Sequence[str]:
    """Return who was in the case's channel when Slack was last asked: nobody, where oops is not in it and cannot know."""
    if case.is_direct:
        return (case.reporter,)
    row = slack_rows.slack_channel(session, case.workspace_id, case.channel_id)
    return row.members if row is not None and row.is_bot_member else ()


def is_lead_outside(session: Session, case: Case) -> bool:
    """Return whether the case's lead is not in its channel, as far as is known: nobody there leads it then."""
    return is_outside(case.lead, known_members(session, case))


def is_outside(person: str | None, members: Sequence[str]) -> bool:
    """Return whether somebody is not among these members; not where nothing is known of them."""
    return person is not None and bool(members) and person not in members


def channels_seen_by(session: Session, workspace_id: int, user_id: str, *, now: datetime) -> list[str]:
    """Return the channels that this person is in, as far as it was asked within a minute."""
    rows = session.exec(
        select(SlackChannel).where(
            SlackChannel.workspace_id == workspace_id,
            SlackChannel.checked_at >= now - FRESH,
            col(SlackChannel.is_bot_member).is_(True),
        )
    ).all()
    return [row.channel_id for row in rows if user_id in row.members]


def brand_in(session: Session, workspace_id: int, brand_id: int) -> Brand:
    """Return a brand of this workspace. Raises OopsError for one that is unknown, archived or another workspace's."""
    brand = find(session, Brand, brand_id)
    if brand is None or brand.workspace_id != workspace_id or brand.is_archived:
        raise OopsError("That brand is no longer there. Please choose another one.")
    return brand


def brand_of(session: Session, case: Case) -> Brand:
    """Return the brand of a case."""
    return get(session, Brand, case.brand_id)
