"""What one person can see: their cases, one case, and what they search for."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, or_, select

from bot import access, gathering
from bot.cards import PlanCard
from bot.cards.overview import CaseLine, Found
from bot.cases.timeline import message_link
from bot.models import Brand, Case, CheckIn, Message, Workspace, case_name, key
from bot.states import CheckInState
from bot.storage import get, queries
from bot.typed import clean

LISTED = 20
SEARCHED = 5000
"""How many of the newest cases a search looks through."""


@dataclass(frozen=True, slots=True)
class Sight:
    """How far one person sees: the conversations they are in, their own with oops among them."""

    workspace_id: int
    user_id: str
    channels: tuple[str, ...]

    @property
    def places(self) -> tuple[str, ...]:
        """Return the conversations in which everything about a case is to be seen."""
        return (*self.channels, self.user_id)

    def is_member(self, case: Case) -> bool:
        """Return whether the whole case is to be seen, and not only the own report."""
        return case.channel_id in self.places

    def handled(self) -> ColumnElement[bool]:
        """Return the condition for cases whose conversation this person is in."""
        return (col(Case.workspace_id) == self.workspace_id) & col(Case.channel_id).in_(self.places)

    def seen(self) -> ColumnElement[bool]:
        """Return the condition for cases that this person can see at all: those, and the own reports."""
        is_own = or_(col(Case.channel_id).in_(self.places), col(Case.reporter) == self.user_id)
        return (col(Case.workspace_id) == self.workspace_id) & is_own


@dataclass(frozen=True, slots=True)
class SeenCase:
    """A case as one person may see it."""

    card: PlanCard
    is_member: bool


def sight_of(session: Session, workspace_id: int, user_id: str, *, now: datetime) -> Sight:
    """Return how far a person sees, as far as Slack was asked within a minute."""
    channels = access.channels_seen_by(session, workspace_id, user_id, now=now)
    return Sight(workspace_id, user_id, tuple(channels))


def case_seen_by(
    session: Session, workspace_id: int, number: int, user_id: str, *, now: datetime
) -> SeenCase | None:
    """Return a case to people in its channel and to its reporter; None to anybody else. Raises StaleChannel."""
    case = queries.case_numbered(session, workspace_id, number)
    if case is None:
        return None
    is_member = user_id in access.members_of(session, case, now=now)
    if not is_member and user_id != case.reporter:
        return None
    return SeenCase(gathering.plan_card(session, key(case)), is_member)


def case_lines(
    session: Session, workspace_id: int, user_id: str, *, now: datetime, most: int
) -> list[CaseLine]:
    """Return the newest cases that this person can see."""
    sight = sight_of(session, workspace_id, user_id, now=now)
    newest = select(Case).where(sight.seen()).order_by(col(Case.number).desc()).limit(most)
    return lines_of(session, sight, session.exec(newest).all())


def find_cases(session: Session, workspace_id: int, user_id: str, words: str, *, now: datetime) -> Found:
    """Return the newest cases in which all these words stand, in any order and in small or capital letters.

    Only what this person can see counts: of a report of their own that others handle, not what was learned from it.
    """
    sight = sight_of(session, workspace_id, user_id, now=now)
    wanted = _folded(words).split()
    searched = select(*_SEARCHED_IN).where(sight.seen()).order_by(col(Case.number).desc()).limit(SEARCHED)
    # Matched here and not by LIKE: SQLite knows capitals of ASCII only.
    rows = session.execute(searched).all() if wanted else ()
    found = [case_id for case_id, *told in rows if _holds(_text_of(told, sight), wanted)]
    listed = select(Case).where(col(Case.id).in_(found[:LISTED])).order_by(col(Case.number).desc())
    return Found(
        words=clean(words),
        lines=tuple(lines_of(session, sight, session.exec(listed).all())),
        more=max(0, len(found) - LISTED),
    )


_TOLD = ("what", "should_have_said", "link")
# Of each case only what is searched: its whole row would take several times as long to read.
_SEARCHED_IN: tuple[Any, ...] = (
    Case.id,
    Case.channel_id,
    Case.cause,
    Case.change,
    Case.number,
    *(cast("Any", Case.report)[name].as_string() for name in _TOLD),
)


def _text_of(told: Sequence[Any], sight: Sight) -> str:
    channel_id, cause, change, number, *report = told
    learned = [cause, change] if channel_id in sight.places else []
    return _folded("\n".join(str(text) for text in [case_name(number), *report, *learned] if text))


def _folded(text: str) -> str:
    return clean(text).casefold()


def _holds(text: str, words: Iterable[str]) -> bool:
    return all(word in text for word in words)


def lines_of(session: Session, sight: Sight, cases: Sequence[Case]) -> list[CaseLine]:
    """Return the cases as lines of a list, with as many questions to the database for many as for one."""
    ids = [case.id for case in cases]
    brand_ids = {case.brand_id for case in cases}
    brands: dict[Any, str] = dict(
        session.exec(select(Brand.id, Brand.name).where(col(Brand.id).in_(brand_ids))).all()
    )
    due: dict[int, datetime] = dict(
        session.exec(
            select(CheckIn.case_id, CheckIn.due_at).where(
                col(CheckIn.case_id).in_(ids), CheckIn.state == CheckInState.PLANNED
            )
        ).all()
    )
    links = links_to(
        session, sight.workspace_id, {f"plan:{case.id}" for case in cases if sight.is_member(case)}
    )
    going_on = _going_on_as(session, [case for case in cases if sight.is_member(case)])
    return [
        CaseLine(
            case=case,
            brand_name=brands.get(case.brand_id, ""),
            headline=" ".join(str(case.report.get("what", "")).split()),
            next_check_in=due.get(key(case)),
            is_member=sight.is_member(case),
            link=links.get(f"plan:{case.id}", ""),
            merged_into=going_on.get(key(case), ""),
        )
        for case in cases
    ]


def _going_on_as(session: Session, cases: Sequence[Case]) -> dict[int, str]:
    """Return the names of the cases that others were merged into, by the others' ids."""
    into = {case.merged_into for case in cases if case.merged_into is not None}
    if not into:
        return {}
    found = session.exec(select(Case.id, Case.number).where(col(Case.id).in_(into))).all()
    names = {case_id: case_name(number) for case_id, number in found}
    return {key(case): names[case.merged_into] for case in cases if case.merged_into in names}


def links_to(session: Session, workspace_id: int, keys: Collection[str]) -> dict[str, str]:
    """Return the addresses of posted messages by their key; what is not posted is not in it."""
    workspace = get(session, Workspace, workspace_id)
    posted = session.exec(
        select(Message).where(
            Message.workspace_id == workspace_id, col(Message.key).in_(keys), col(Message.ts).is_not(None)
        )
    ).all()
    return {message.key: link for message in posted if (link := message_link(workspace, message))}
