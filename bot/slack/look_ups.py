"""Whom Slack is asked about again and again: those who approve or are asked in open cases, and the user groups among them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlmodel import Session, col, select

from bot.approvers import people_of
from bot.brands.values import is_group
from bot.models import Brand, Case, SlackUser, SlackUserGroup
from bot.states import CaseState
from bot.storage import ask

PEOPLE_ASKED_EVERY = timedelta(minutes=10)
"""How often Slack is asked whether those who are asked in open cases are away."""
_MOST_GROUPS = 10  # in one round, which comes every 45 s; usergroups.users.list takes 20 a minute (docs.slack.dev, tier 2)
_MOST_PEOPLE = 20  # in one round; users.info takes 100 a minute (docs.slack.dev, tier 4)
_NEVER = datetime.min.replace(tzinfo=UTC)
_OPEN = Case.state != CaseState.CLOSED
_LEADS = select(Case.workspace_id, Case.lead).where(_OPEN, col(Case.lead).is_not(None)).distinct()
# Three columns and no rows of the ORM: an agency may have thousands of brands, and this is asked every 45 s.
_BRANDS = select(Brand.workspace_id, Brand.backup, Brand.approvers).where(
    col(Brand.id).in_(select(Case.brand_id).where(_OPEN))
)


@dataclass(frozen=True, slots=True)
class Concerned:
    """Whom Slack is to be asked about, each with the workspace's id."""

    groups: tuple[tuple[int, str], ...]
    people: tuple[tuple[int, str], ...]


def concerned_by_open_cases(session: Session, *, now: datetime) -> Concerned:
    """Return some of the groups that approve in open cases, and of those who are asked there and were not looked up for a while.

    Those that Slack was asked about longest ago come first, so that all have their turn.
    """
    brands = ask(session, _BRANDS).all()
    groups = {
        (workspace_id, one) for workspace_id, _, approvers in brands for one in approvers if is_group(one)
    }
    asked = select(SlackUserGroup).where(
        col(SlackUserGroup.group_id).in_({group_id for _, group_id in groups})
    )
    rows = {(row.workspace_id, row.group_id): row for row in session.exec(asked)}
    leads = ((workspace_id, lead) for workspace_id, lead in ask(session, _LEADS))
    people = {*leads, *_asked_in(brands, rows)}
    seen = select(SlackUser.workspace_id, SlackUser.user_id, SlackUser.checked_at)
    known = seen.where(col(SlackUser.user_id).in_({user_id for _, user_id in people}))
    checked = _checked_at(session, known)
    lately = {person for person, at in checked.items() if at > now - PEOPLE_ASKED_EVERY}
    return Concerned(
        _oldest(groups, {group: row.checked_at for group, row in rows.items()}, most=_MOST_GROUPS),
        _oldest(people - lately, checked, most=_MOST_PEOPLE),
    )


def _asked_in(
    brands: Iterable[Sequence[Any]], groups: Mapping[tuple[int, str], SlackUserGroup]
) -> Iterator[tuple[int, str]]:
    """Yield the people who are asked in cases of these brands: the backup and all who approve."""
    by_workspace: defaultdict[int, dict[str, SlackUserGroup]] = defaultdict(dict)
    for (workspace_id, group_id), group in groups.items():
        by_workspace[workspace_id][group_id] = group
    for workspace_id, backup, approvers in brands:
        named = people_of(approvers, by_workspace[workspace_id])
        yield from ((workspace_id, one) for one in (backup, *named) if one is not None)


def _checked_at(session: Session, rows: Any) -> dict[tuple[int, str], datetime]:
    return {(workspace_id, slack_id): at for workspace_id, slack_id, at in session.exec(rows)}


def _oldest(
    these: Collection[tuple[int, str]], checked_at: Mapping[tuple[int, str], datetime], *, most: int
) -> tuple[tuple[int, str], ...]:
    """Return those that Slack was asked about longest ago, or never."""
    return tuple(sorted(these, key=lambda one: (checked_at.get(one, _NEVER), one))[:most])
