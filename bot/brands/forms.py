"""Open forms of settings: a row for each, so that a view carries only its id and a change by somebody else is noticed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete
from sqlmodel import Session, col

from bot.brand import Relation
from bot.brands.answers import Answers, voice_values
from bot.brands.cards import PageForm
from bot.brands.pages import FIELDS, Page
from bot.brands.preview import samples
from bot.brands.rights import brand_for, require_admin
from bot.errors import OopsError
from bot.models import VOICE, Brand, SettingsForm, key
from bot.storage import find_to_change, get, slack_rows
from bot.voice import FRIENDLY, Pronoun

KEPT_FOR = timedelta(days=1)
_NEW_BRAND = {"name": "", "relation": "client", "reputation": "neutral", "response_channel": None}


class SettingsFormGone(OopsError):
    """The form is not known any more."""

    def __init__(self) -> None:
        super().__init__("This form has expired. Please open `/oops settings` again.")


def open_page(
    session: Session,
    brand_id: int,
    page: Page,
    *,
    workspace_id: int,
    by: str,
    now: datetime,
) -> PageForm:
    """Return a page of a brand as it is now. Raises MayNotChange, StaleUser."""
    brand = brand_for(session, brand_id, workspace_id=workspace_id, by=by, now=now)
    return drawn(session, add_form(session, page, shown_on(brand, page), brand=brand, by=by, now=now))


def open_new_brand(session: Session, *, workspace_id: int, by: str, now: datetime) -> PageForm:
    """Return the form of a new brand. Raises MayNotChange, StaleUser."""
    require_admin(session, workspace_id, by, now=now)
    row = SettingsForm(
        workspace_id=workspace_id, user_id=by, page=Page.ABOUT, seen=dict(_NEW_BRAND), created_at=now
    )
    return drawn(session, _written(session, row))


def add_form(
    session: Session,
    page: str,
    seen: dict[str, Any],
    *,
    brand: Brand,
    by: str,
    now: datetime,
    contact_id: int | None = None,
) -> SettingsForm:
    """Write the row of a form of a brand that somebody opens, with what it shows, and return it."""
    row = SettingsForm(
        workspace_id=brand.workspace_id,
        user_id=by,
        page=page,
        brand_id=brand.id,
        contact_id=contact_id,
        seen=seen,
        created_at=now,
    )
    return _written(session, row)


def _written(session: Session, row: SettingsForm) -> SettingsForm:
    session.add(row)
    session.flush()
    return row


def form_of(session: Session, form_id: int, *, by: str) -> SettingsForm:
    """Return somebody's own form. Raises SettingsFormGone."""
    row = find_to_change(session, SettingsForm, form_id)  # the same one may be on its way twice
    if row is None or row.user_id != by:
        raise SettingsFormGone
    return row


def catch_up(session: Session, form_id: int, *, by: str) -> None:
    """Let the form know the settings as they are now: its person was told, and the next save counts. Raises SettingsFormGone."""
    row = form_of(session, form_id, by=by)
    if row.brand_id is not None:
        row.seen = shown_on(get(session, Brand, row.brand_id), Page(row.page))


def drawn(session: Session, row: SettingsForm) -> PageForm:
    """Return what a form is drawn from, with the values that it was opened with."""
    brand = get(session, Brand, row.brand_id) if row.brand_id is not None else None
    page = Page(row.page)
    return PageForm(
        id=key(row),
        page=page,
        brand=brand,
        values=row.seen,
        may_choose_channel=page is not Page.ABOUT or _may_choose_channel(session, row, brand),
        samples=samples(session, brand, VOICE.validate_python(brand.voice))
        if brand is not None and page is Page.VOICE
        else ("", ""),
    )


def voice_form(
    session: Session, form_id: int, answers: Answers, *, is_preset: bool, by: str, now: datetime
) -> PageForm:
    """Return the form of a voice with what was chosen so far, and the samples in it; nothing is saved.

    With ``is_preset`` the preset has just been chosen, and sets what goes with it. Raises InvalidAnswers, MayNotChange, StaleUser.
    """
    row = form_of(session, form_id, by=by)
    brand = brand_for(session, row.brand_id or 0, workspace_id=row.workspace_id, by=by, now=now)
    chosen = VOICE.validate_python(voice_values(answers))
    voice = chosen.with_preset(chosen.preset) if is_preset else chosen
    return PageForm(
        id=key(row),
        page=row.page,
        brand=brand,
        values={"voice": VOICE.dump_python(voice, mode="json")},
        samples=samples(session, brand, voice),
    )


def shown_on(brand: Brand, page: Page) -> dict[str, Any]:
    """Return a page's columns of a brand as JSON holds them."""
    return plain_values(brand, FIELDS[page])


def plain_values(brand: Brand, columns: Sequence[str]) -> dict[str, Any]:
    """Return columns of a brand as JSON holds them."""
    return {name: _plain(getattr(brand, name)) for name in columns}


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, str) else value


def _may_choose_channel(session: Session, row: SettingsForm, brand: Brand | None) -> bool:
    """Return whether the person's Slack can show the brand's channel, or nobody's can: else the form leaves it alone."""
    if brand is None or brand.response_channel is None:
        return True
    channel = slack_rows.slack_channel(session, row.workspace_id, brand.response_channel)
    if channel is None or channel.is_archived or not channel.is_bot_member:
        return True
    return row.user_id in channel.members


def forget_forms(session: Session, *, now: datetime) -> None:
    """Remove forms that were opened more than a day ago."""
    session.execute(delete(SettingsForm).where(col(SettingsForm.created_at) < now - KEPT_FOR))


def new_voice(relation: str) -> dict[str, Any]:
    """Return the voice that a brand starts with, as it is stored: a person who speaks for themselves says "I"."""
    pronoun = Pronoun.I if relation == Relation.PERSONAL else FRIENDLY.pronoun
    return dict(VOICE.dump_python(replace(FRIENDLY, pronoun=pronoun), mode="json"))


def stored_voice(brand: Brand) -> dict[str, Any]:
    """Return a brand's whole voice as it is stored: what its row says nothing of is at its default."""
    return dict(VOICE.dump_python(VOICE.validate_python(brand.voice), mode="json"))
