"""The verbs of a brand's settings: each is one transaction that checks the right, changes the rows and writes down who did it."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, func, select

from bot import outbox
from bot.attention import NORMAL_PACE, Pace
from bot.brand import Relation
from bot.brands.answers import values_on
from bot.brands.forms import form_of, new_voice, shown_on
from bot.brands.pages import GROUPS, Page, Step, steps_of
from bot.brands.people import require_people
from bot.brands.rights import brand_for, require_admin
from bot.brands.values import is_group, timezone_of
from bot.cases.joining import APPROVAL_SETTINGS, redraw_drafts_of
from bot.cases.moving import say_where_it_can_be
from bot.cases.quiet import HOURS, keep_to_quiet_hours
from bot.errors import InvalidAnswer, InvalidAnswers, OopsError, tried
from bot.event_kinds import NoteKind
from bot.models import VOICE, Brand, Case, SettingsChange, SettingsForm, Workspace, key
from bot.response_channels import usable_channel
from bot.states import CaseState, Surface
from bot.storage import change, get, queries, slack_rows

_WITHOUT_VALUES = {"voice", "owners"}
"""Long, or a person's details: the history says that they changed, not how."""


class SettingsMoved(OopsError):
    """Somebody else saved the same settings since the form was opened."""

    def __init__(self, who: str) -> None:
        super().__init__(
            f"{who} changed these settings while you had them open. Yours are still here: save again to put them "
            "over the others, or go back to see those first."
        )


def add_brand(session: Session, form_id: int, answers: Mapping[str, Any], *, by: str, now: datetime) -> Brand:
    """Make a brand from a form and return it; the same form again returns the brand that it made. Raises InvalidAnswers."""
    row = form_of(session, form_id, by=by)
    require_admin(session, row.workspace_id, by, now=now)
    if row.brand_id is not None:
        return get(session, Brand, row.brand_id)
    values = _about(session, row, None, answers, by=by, now=now)
    zone = zone_of(session, row.workspace_id, by)
    brand = made_brand(session, row.workspace_id, {**values, "timezone": zone}, now=now)
    row.brand_id = brand.id
    note_change(session, brand, "added", by=by, now=now)
    return brand


def zone_of(session: Session, workspace_id: int, user_id: str) -> str:
    """Return somebody's time zone as Slack has said, else UTC: the best guess for a brand that they set up."""
    user = slack_rows.slack_user(session, workspace_id, user_id)
    try:
        return timezone_of(user.timezone) if user is not None else "UTC"
    except OopsError:
        return "UTC"


def made_brand(session: Session, workspace_id: int, values: Mapping[str, Any], *, now: datetime) -> Brand:
    """Add a brand with these columns and return it. Whoever adds one sees all its settings, so the guide leaves it alone."""
    brand = Brand(
        workspace_id=workspace_id,
        **{
            "voice": new_voice(values["relation"]),
            "self_approval": values["relation"] == Relation.PERSONAL,
            **values,
        },
        steps_done=list(Step),
        created_at=now,
    )
    session.add(brand)
    session.flush()
    return brand


def save_page(
    session: Session,
    form_id: int,
    answers: Mapping[str, Any],
    *,
    by: str,
    now: datetime,
    pace: Pace = NORMAL_PACE,
) -> Brand:
    """Save one page of a brand and return the brand.

    Raises InvalidAnswers, SettingsMoved (somebody else saved this page meanwhile), MayNotChange, StaleUser, StaleChannel.
    """
    row = form_of(session, form_id, by=by)
    page = Page(row.page)
    brand = brand_for(session, row.brand_id or 0, workspace_id=row.workspace_id, by=by, now=now)
    if page is Page.ABOUT:
        values = _about(session, row, brand, answers, by=by, now=now)
    else:
        values = values_on(page, answers, groups=groups_chosen(brand, answers))
        require_people(session, brand.workspace_id, values)
    if shown_on(brand, page) != row.seen:
        raise SettingsMoved(_who_changed(session, brand))
    steps = () if page is Page.ABOUT else steps_of(values)  # the channel's is answered by having one
    keep(session, brand, values, kind="saved", by=by, now=now, steps=steps, pace=pace)
    row.seen = shown_on(brand, page)
    return brand


def groups_chosen(brand: Brand, answers: Mapping[str, Any]) -> list[str]:
    """Return the approving user groups that were chosen; a form that did not show them leaves them."""
    if GROUPS in answers:
        return [str(group) for group in answers[GROUPS] or ()]
    return [approver for approver in brand.approvers if is_group(approver)]


def keep(
    session: Session,
    brand: Brand,
    values: Mapping[str, Any],
    *,
    kind: str,
    by: str | None,
    now: datetime,
    steps: Collection[Step] = (),
    pace: Pace = NORMAL_PACE,
) -> None:
    """Write columns of a brand, and down who changed which; the guide's ``steps`` are answered by it.

    Raises SettingsMoved when somebody was faster.
    """
    if "voice" in values:
        values = {**values, "voice": VOICE.dump_python(VOICE.validate_python(values["voice"]), mode="json")}
    before = {name: getattr(brand, name) for name in values}
    changed = {name: value for name, value in values.items() if value != before[name]}
    done = [step for step in steps if step not in brand.steps_done]
    if not changed and not done:
        return
    if not change(session, brand, **changed, **({"steps_done": [*brand.steps_done, *done]} if done else {})):
        raise SettingsMoved(_who_changed(session, brand))
    if changed:
        note_change(
            session,
            brand,
            kind,
            by=by,
            now=now,
            **{name: None if name in _WITHOUT_VALUES else [before[name], changed[name]] for name in changed},
        )
    _follow(session, brand, changed, by=by, now=now, pace=pace)


def _follow(
    session: Session, brand: Brand, changed: Mapping[str, Any], *, by: str | None, now: datetime, pace: Pace
) -> None:
    """Have the brand's open cases follow its settings: drafts, what is due at night, and where cases can be."""
    if changed.keys() & APPROVAL_SETTINGS:
        redraw_drafts_of(session, brand, now=now)
    if changed.keys() & HOURS:
        keep_to_quiet_hours(session, brand, now=now, pace=pace)
    if "response_channel" in changed:
        say_where_it_can_be(session, brand.workspace_id, Case.brand_id == key(brand), by=by, now=now)
    if changed.get("response_channel"):
        _offer_to_move(session, brand, now=now)


def archive_brand(session: Session, brand_id: int, *, workspace_id: int, by: str, now: datetime) -> Brand:
    """Take a brand out of use and return it; its cases and settings stay. Raises OopsError for one with open cases, and for the last one."""
    lock_brands(session, workspace_id)
    brand = brand_for(session, brand_id, workspace_id=workspace_id, by=by, now=now)
    if brand.is_archived:
        raise OopsError("This brand is archived already.")
    if count := open_cases(session, brand):
        cases = "a case that is" if count == 1 else f"{count} cases that are"
        raise OopsError(f"This brand has {cases} not closed. Close what is open, then archive it.")
    if len(queries.brands_of(session, workspace_id)) == 1:
        raise OopsError("This is the last brand. Add another one first: a report needs one.")
    _flip(session, brand, "archived", is_archived=True, by=by, now=now)
    return brand


def restore_brand(session: Session, brand_id: int, *, workspace_id: int, by: str, now: datetime) -> Brand:
    """Take an archived brand into use again and return it. Raises OopsError when it is not archived."""
    brand = brand_for(session, brand_id, workspace_id=workspace_id, by=by, now=now)
    if not brand.is_archived:
        raise OopsError("This brand is in use already.")
    _flip(session, brand, "restored", is_archived=False, by=by, now=now)
    return brand


def note_change(
    session: Session, brand: Brand, kind: str, *, by: str | None, now: datetime, **changes: Any
) -> None:
    """Write down who changed what, for the team to see."""
    session.add(SettingsChange(brand_id=key(brand), at=now, by=by, kind=kind, changes=changes))


def open_cases(session: Session, brand: Brand) -> int:
    """Return how many cases of a brand are not closed; exercises do not count."""
    return session.exec(
        select(func.count(col(Case.id))).where(
            Case.brand_id == brand.id, Case.state != CaseState.CLOSED, col(Case.is_exercise).is_(False)
        )
    ).one()


def lock_brands(session: Session, workspace_id: int) -> None:
    """Let no other transaction add, name or archive a brand of this workspace until this one ends."""
    session.get(Workspace, workspace_id, with_for_update=True)


def require_free_name(session: Session, workspace_id: int, name: str, *, but: int | None) -> None:
    """Return when no other brand of the workspace is called this. Raises InvalidAnswer."""
    for brand in queries.all_brands_of(session, workspace_id):
        if brand.name.casefold() == name.casefold() and brand.id != but:
            rest = " It is archived: restore it, or choose another name." if brand.is_archived else ""
            raise InvalidAnswer("name", f"There is a brand called “{brand.name}” already.{rest}")


def _about(
    session: Session,
    row: SettingsForm,
    brand: Brand | None,
    answers: Mapping[str, Any],
    *,
    by: str,
    now: datetime,
) -> dict[str, Any]:
    lock_brands(session, row.workspace_id)
    errors: dict[str, str] = {}
    values = tried(errors, lambda: values_on(Page.ABOUT, answers)) or {}
    but = brand.id if brand else None
    if name := values.get("name"):
        tried(errors, lambda: require_free_name(session, row.workspace_id, name, but=but))
    if "response_channel" in answers:  # a form that did not show it leaves it
        chosen, here = answers["response_channel"], row.workspace_id
        values["response_channel"] = tried(
            errors, lambda: chosen_channel(session, brand, chosen, by=by, now=now, workspace_id=here)
        )
    if errors:
        raise InvalidAnswers(errors)
    return values


def chosen_channel(
    session: Session, brand: Brand | None, chosen: object, *, by: str, now: datetime, workspace_id: int = 0
) -> str | None:
    """Return the chosen channel, by the rules of a report's; the one that the brand has is not judged again.

    Raises InvalidAnswer that says why not, StaleChannel.
    """
    if not chosen:
        return None
    if brand is not None and chosen == brand.response_channel:
        return brand.response_channel
    return usable_channel(session, brand.workspace_id if brand else workspace_id, str(chosen), by, now=now)


def _flip(session: Session, brand: Brand, kind: str, *, is_archived: bool, by: str, now: datetime) -> None:
    if not change(session, brand, is_archived=is_archived):
        raise SettingsMoved("Somebody")
    note_change(session, brand, kind, by=by, now=now)


def _who_changed(session: Session, brand: Brand) -> str:
    last = session.exec(
        select(SettingsChange)
        .where(SettingsChange.brand_id == brand.id)
        .order_by(col(SettingsChange.id).desc())
        .limit(1)
    ).first()
    if last is None or last.by is None:
        return "Somebody"
    user = slack_rows.slack_user(session, brand.workspace_id, last.by)
    return user.name if user is not None and user.name else "Somebody"


def _offer_to_move(session: Session, brand: Brand, *, now: datetime) -> None:
    """Say in each open case of the brand that lives in a direct message that there is a channel to move it to now."""
    cases = session.exec(
        select(Case).where(
            Case.brand_id == brand.id, Case.state != CaseState.CLOSED, Case.channel_id == Case.reporter
        )
    ).all()
    for case in cases:
        outbox.say(
            session,
            Surface.NOTE,
            key=f"channel_chosen:{case.id}:{brand.response_channel}",
            channel_id=case.channel_id,
            workspace_id=case.workspace_id,
            now=now,
            case=case,
            params={"kind": NoteKind.CHANNEL_CHOSEN, "channel_id": brand.response_channel},
        )
