"""Who may approve a brand's drafts: named people, the members of named user groups, or anybody in the channel but the author."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import Session, col, select

from bot import access
from bot.brands.values import is_group
from bot.draft_kinds import may_publish_before_approval
from bot.errors import OopsError
from bot.event_kinds import EventKind
from bot.models import Brand, Draft, DraftVersion, Event, SlackUser, SlackUserGroup, key
from bot.states import APPROVED_OR_OUT, DraftState, GroupTrouble

_NAMES_SHOWN = 10
_NOBODY_KNOWN = (
    "Only the members of a user group approve for this brand, and oops cannot see who they are: it is gone, or the permission "
    "usergroups:read is missing. Please choose who approves: `/oops settings`."
)
_CHOOSE_MORE = "choose who else approves in `/oops settings`, or let authors approve their own text there."


class StaleGroup(OopsError):
    """Slack has to be asked who is in user groups before their members can approve."""

    def __init__(self, workspace_id: int, group_ids: Collection[str]) -> None:
        self.workspace_id, self.group_ids = workspace_id, frozenset(group_ids)
        super().__init__("Slack did not say in time who is in the user group. Please try again in a moment.")


@dataclass(frozen=True, slots=True)
class Approvers:
    """Who may approve; ``people`` is None where anybody in the channel may who is not the author.

    ``stand_in`` is the brand's backup while all the others are away, or nobody else can be known. ``is_known`` is false until
    Slack has been asked who is in each group; ``unread`` are the groups of which it does not tell.
    """

    people: frozenset[str] | None
    stand_in: str | None = None
    is_known: bool = True
    unread: Mapping[str, GroupTrouble] = field(default_factory=dict)

    def named(self) -> Collection[str] | None:
        """Return everybody who is named, the stand-in too; None for anybody."""
        if self.people is None:
            return None
        return self.people | ({self.stand_in} if self.stand_in else set())


def approvers_of(session: Session, brand: Brand, *, now: datetime | None = None) -> Approvers:
    """Return who may approve for a brand. Given ``now``, a group that was asked about over a minute ago raises StaleGroup."""
    if now is not None:
        _require_fresh(session, brand, now)
    return approvers_by_brand(session, [brand])[key(brand)]


def approvers_by_brand(session: Session, brands: Iterable[Brand]) -> dict[int, Approvers]:
    """Return who may approve for each of a workspace's brands: at most two questions to the database, however many there are."""
    by_id = {key(brand): brand for brand in brands}
    named = [brand for brand in by_id.values() if brand.approvers]
    workspace_id = named[0].workspace_id if named else 0
    groups = {one for brand in named for one in brand.approvers if is_group(one)}
    rows = _groups(session, workspace_id, groups)
    people = {key(brand): people_of(brand.approvers, rows) for brand in named}
    asked = {one for brand in named if brand.backup for one in (*people[key(brand)], brand.backup)}
    away = away_among(session, workspace_id, asked)
    return {
        brand_id: _as_known(brand, people[brand_id], rows, away) if brand.approvers else Approvers(None)
        for brand_id, brand in by_id.items()
    }


def people_of(approvers: Collection[str], rows: Mapping[str, SlackUserGroup]) -> frozenset[str]:
    """Return the people among a brand's approvers, named themselves or as members of a group."""
    named = {one for one in approvers if not is_group(one)}
    return frozenset(named.union(*(rows[one].members for one in approvers if one in rows)))


def _as_known(
    brand: Brand, people: frozenset[str], rows: Mapping[str, SlackUserGroup], away: Collection[str]
) -> Approvers:
    groups = [one for one in brand.approvers if is_group(one)]
    unread = {one: trouble for one in groups if one in rows and (trouble := rows[one].trouble) is not None}
    is_known = rows.keys() >= {*groups}
    stand_in = _stand_in(brand, people, away) if people or (unread and is_known) else None
    return Approvers(people, stand_in, is_known=is_known, unread=unread)


def _require_fresh(session: Session, brand: Brand, now: datetime) -> None:
    groups = [approver for approver in brand.approvers if is_group(approver)]
    rows = _groups(session, brand.workspace_id, groups)
    old = [group for group in groups if group not in rows or now - rows[group].checked_at > access.FRESH]
    if old:
        raise StaleGroup(brand.workspace_id, old)


def why_not_approve(
    session: Session,
    brand: Brand,
    version: DraftVersion,
    user_id: str,
    *,
    members: Sequence[str],
    now: datetime | None = None,
) -> str | None:
    """Return why this person may not approve this text, as a sentence; None when they may. Raises as ``approvers_of``."""
    approvers = approvers_of(session, brand, now=now)
    return why_not_among(brand, version, user_id, members=members, named=approvers.named())


def why_not_among(
    brand: Brand,
    version: DraftVersion,
    user_id: str,
    *,
    members: Sequence[str],
    named: Collection[str] | None,
) -> str | None:
    """Return why this person may not approve this text, as ``why_not_approve``, where it is known who is ``named``."""
    if user_id not in members:
        return "Only people in the case's channel can approve a draft."
    others = named if named is None or brand.self_approval else {*named} - {version.author}
    if named is not None and user_id not in named:
        return _who_else(version, others) if named else _NOBODY_KNOWN
    if version.author == user_id and not brand.self_approval:
        of_whom = "It was drafted from your report" if version.number == 1 else "You wrote this version"
        if others is None or others:
            return f"{of_whom}, so somebody else has to approve it{_who_can(version, others, members)}."
        return f"{of_whom}, and only you approve for this brand. Let somebody else edit it, for you to approve, or {_CHOOSE_MORE}"
    return None


def _who_can(version: DraftVersion, others: Collection[str] | None, members: Collection[str]) -> str:
    """Return who can approve somebody's own text, as the end of a sentence: those who are there, else those who may come."""
    here = {*members} - {version.author}
    if others is None:
        return (
            ": anybody else who is here can"
            if here
            else ". Nobody else is here yet, and anybody can who comes"
        )
    able = here & {*others}
    return (
        f". Who is here and can: {_names(able)}"
        if able
        else f". Who can, once they are here: {_names(others)}"
    )


def _who_else(version: DraftVersion, others: Collection[str] | None) -> str:
    if others:
        return f"Only some people approve for this brand: {_names(others)}. Please ask one of them."
    return (
        f"Only <@{version.author}> approves for this brand, and it is their own text. Edit it, and they may approve what "
        f"you save, or {_CHOOSE_MORE}"
    )


def _names(approvers: Collection[str]) -> str:
    return ", ".join(f"<@{approver}>" for approver in sorted(approvers)[:_NAMES_SHOWN])


def may_still_approve(
    brand: Brand,
    version: DraftVersion,
    approvers: Approvers,
    *,
    given: Collection[str],
    members: Sequence[str],
) -> Sequence[str] | None:
    """Return who of these members may approve a text and has not (``given``); None while that is not known."""
    if not members or not approvers.is_known:
        return None
    named = approvers.named()
    return [
        user_id
        for user_id in sorted({*members} - {*given})
        if why_not_among(brand, version, user_id, members=members, named=named) is None
    ]


def who_could_come(
    brand: Brand,
    version: DraftVersion,
    approvers: Approvers,
    *,
    given: Collection[str],
    members: Sequence[str],
) -> frozenset[str] | None:
    """Return who may approve a text once they are invited, of those who have not (``given``); None where anybody may."""
    named = approvers.named()
    if named is None:
        return None
    barred = {version.author} if is_author_barred(brand, version, approvers) else set()
    return frozenset({*named} - {*members} - {*given} - barred)


def is_author_barred(brand: Brand, version: DraftVersion, approvers: Approvers) -> bool:
    """Return whether the author is named as one who approves, and may not since the text is their own."""
    return not brand.self_approval and version.author in (approvers.named() or ())


def settled_among(session: Session, drafts: Collection[Draft]) -> frozenset[int]:
    """Return the ids of those drafts whose newest version is approved, whatever number its brand asks for by now.

    What was approved stays so when more approvals are asked for later: people have acted on it, and the team asks for more
    by editing it or asking for changes. A text that went out before its approval is settled once it has had enough.
    """
    approved = {key(draft) for draft in drafts if draft.state in APPROVED_OR_OUT}
    early = {
        key(draft): draft
        for draft in drafts
        if draft.state is DraftState.PUBLISHED and may_publish_before_approval(draft.kind)
    }
    if not early:
        return frozenset(approved)
    events = session.exec(
        select(Event.detail).where(
            col(Event.case_id).in_({draft.case_id for draft in early.values()}),
            Event.kind == EventKind.DRAFT_APPROVED,
        )
    ).all()
    had_enough = {(detail.get("settled"), detail.get("number")) for detail in events}
    return frozenset(one for one in approved if one not in early or (one, early[one].newest) in had_enough)


def away_among(session: Session, workspace_id: int, people: Collection[str]) -> frozenset[str]:
    """Return those of these people who are away, as far as Slack was asked."""
    if not people:
        return frozenset()
    away = select(SlackUser.user_id).where(
        SlackUser.workspace_id == workspace_id,
        col(SlackUser.user_id).in_(people),
        col(SlackUser.is_absent).is_(True),
    )
    return frozenset(session.exec(away).all())


def known_group(session: Session, workspace_id: int, group_id: str) -> SlackUserGroup | None:
    """Return what Slack last said of a user group; None where it was never asked."""
    return _groups(session, workspace_id, [group_id]).get(group_id)


def remember_group(
    session: Session,
    workspace_id: int,
    group_id: str,
    members: Sequence[str],
    *,
    trouble: GroupTrouble | None = None,
    now: datetime,
) -> None:
    """Write down who is in a user group, or why that cannot be known."""
    row = known_group(session, workspace_id, group_id)
    if row is None:
        row = SlackUserGroup(workspace_id=workspace_id, group_id=group_id, checked_at=now)
        session.add(row)
    row.members, row.trouble, row.checked_at = list(members), trouble, now


def _groups(session: Session, workspace_id: int, group_ids: Collection[str]) -> dict[str, SlackUserGroup]:
    if not group_ids:
        return {}
    found = select(SlackUserGroup).where(
        SlackUserGroup.workspace_id == workspace_id, col(SlackUserGroup.group_id).in_(group_ids)
    )
    return {row.group_id: row for row in session.exec(found).all()}


def _stand_in(brand: Brand, people: Collection[str], away: Collection[str]) -> str | None:
    """Return the backup while everybody who may approve is away, or there is nobody."""
    if brand.backup is None or brand.backup in people or brand.backup in away:
        return None
    return brand.backup if set(people) <= set(away) else None
