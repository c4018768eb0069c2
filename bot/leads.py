"""Cases whose lead is not in their channel: there, nobody leads them."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, false, or_, select, tuple_

from bot import access
from bot.listing import Sight
from bot.models import Case, SlackChannel


@dataclass(frozen=True, slots=True)
class Unled:
    """Which of somebody's cases nobody there leads; ``outside`` are places, each with a lead who is not in it."""

    outside: frozenset[tuple[str, str]]

    def cases(self) -> ColumnElement[bool]:
        """Return the condition for these cases."""
        led_from_outside = tuple_(col(Case.channel_id), col(Case.lead)).in_(sorted(self.outside))
        return or_(col(Case.lead).is_(None), led_from_outside if self.outside else false())

    def __contains__(self, case: Case) -> bool:
        """Return whether nobody there leads this case."""
        return case.lead is None or (case.channel_id, case.lead) in self.outside


def unled_among(session: Session, sight: Sight, mine: Sequence[ColumnElement[bool]]) -> Unled:
    """Return which of these cases, that one person handles, nobody leads who is there."""
    led = session.exec(
        select(Case.channel_id, Case.lead).where(*mine, col(Case.lead).is_not(None)).distinct()
    ).all()
    known = session.exec(
        select(SlackChannel.channel_id, SlackChannel.members).where(
            SlackChannel.workspace_id == sight.workspace_id,
            col(SlackChannel.channel_id).in_({place for place, _ in led} & {*sight.channels}),
        )
    ).all()
    members: dict[str, Sequence[str]] = {sight.user_id: (sight.user_id,), **dict(known)}
    outside = {
        (place, lead)
        for place, lead in led
        if lead is not None and access.is_outside(lead, members.get(place, ()))
    }
    return Unled(frozenset(outside))
