"""A brand's key people: added, changed and removed one at a time."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, func, select

from bot.brands.answers import contact_values
from bot.brands.cards import ContactsCard, PageForm
from bot.brands.changing import SettingsMoved, note_change
from bot.brands.forms import add_form, form_of
from bot.brands.pages import CONTACT
from bot.brands.rights import MayNotChange, brand_for
from bot.errors import OopsError
from bot.models import Brand, BrandContact, SettingsForm, key
from bot.paging import list_page
from bot.storage import change, find, get

ON_A_PAGE = 20
MOST_CONTACTS = 500
"""More than anybody calls; keeps a brand's settings, and the file that holds them, readable."""
_NOBODY: dict[str, Any] = {"name": "", "role": "", "reach": "", "affected": []}
_WORDS = "words"  # what the list was searched for, kept beside what the form showed


class NoSuchContact(OopsError):
    """The person was removed meanwhile."""

    def __init__(self) -> None:
        super().__init__("Somebody removed this person from the list meanwhile. Go back to see the others.")


def contacts_card(
    session: Session,
    brand_id: int,
    page: int | None,
    *,
    workspace_id: int,
    by: str,
    now: datetime,
    around: int | None = None,
    words: str = "",
) -> ContactsCard:
    """Return a page of a brand's key people (None: the one with ``around``), the last one where there are not so many.

    With ``words`` only those in whose name, role or way to be reached all of them stand; everybody where ``around`` is none of
    those. Raises MayNotChange, StaleUser.
    """
    brand = brand_for(session, brand_id, workspace_id=workspace_id, by=by, now=now)
    everybody = session.exec(
        select(BrandContact).where(BrandContact.brand_id == brand_id).order_by(col(BrandContact.id))
    ).all()
    found = [contact for contact in everybody if _has(contact, words)]
    if around is not None and all(contact.id != around for contact in found):
        found, words = list(everybody), ""
    if page is None:
        page = sum(key(contact) < (around or 0) for contact in found) // ON_A_PAGE
    shown = list_page(page, total=len(found), size=ON_A_PAGE)
    return ContactsCard(
        brand=brand,
        contacts=tuple(shown.of(found)),
        page=shown.number,
        pages=shown.count,
        total=len(everybody),
        found=len(found),
        words=words,
    )


def _has(contact: BrandContact, words: str) -> bool:
    text = f"{contact.name} {contact.role} {contact.reach}".casefold()
    return all(word in text for word in words.casefold().split())


def contact_count(session: Session, brand: Brand) -> int:
    """Return how many key people a brand has."""
    return session.exec(
        select(func.count(col(BrandContact.id))).where(BrandContact.brand_id == brand.id)
    ).one()


def open_new_contact(
    session: Session, brand_id: int, *, workspace_id: int, by: str, now: datetime, words: str = ""
) -> PageForm:
    """Return the form of a new key person, which remembers the ``words`` that the list was searched for.

    Raises MayNotChange, StaleUser, OopsError when the list is full.
    """
    brand = brand_for(session, brand_id, workspace_id=workspace_id, by=by, now=now)
    if contact_count(session, brand) >= MOST_CONTACTS:
        raise OopsError(f"The list holds {MOST_CONTACTS} people. Remove somebody first.")
    return _opened(session, brand, None, by=by, now=now, words=words)


def open_contact(
    session: Session, contact_id: int, *, workspace_id: int, by: str, now: datetime, words: str = ""
) -> PageForm:
    """Return the form of a key person, which remembers the ``words`` that the list was searched for.

    Raises StaleUser, and NoSuchContact also to those who may not change the brand.
    """
    contact = find(session, BrandContact, contact_id)
    if contact is None or get(session, Brand, contact.brand_id).workspace_id != workspace_id:
        raise NoSuchContact
    try:
        brand = brand_for(session, contact.brand_id, workspace_id=workspace_id, by=by, now=now)
    except MayNotChange as error:
        raise NoSuchContact from error
    return _opened(session, brand, contact, by=by, now=now, words=words)


def save_contact(
    session: Session, form_id: int, answers: Mapping[str, Any], *, by: str, now: datetime
) -> BrandContact:
    """Save a key person and return the row; the same form of a new person again changes the one that it made.

    Raises InvalidAnswers, SettingsMoved, NoSuchContact, MayNotChange, StaleUser.
    """
    row = form_of(session, form_id, by=by)
    brand = brand_for(session, row.brand_id or 0, workspace_id=row.workspace_id, by=by, now=now)
    values = contact_values(answers)
    if row.contact_id is None:
        contact = BrandContact(brand_id=key(brand), **values)
        session.add(contact)
        session.flush()
        row.contact_id, row.seen = contact.id, {**row.seen, **values}
        note_change(session, brand, "contact_added", by=by, now=now)
        return contact
    contact = _contact_of(session, row)
    if seen_of(contact) == values:
        return contact
    if seen_of(contact) != _values(row) or not change(session, contact, **values):
        raise SettingsMoved("Somebody")
    row.seen = {**row.seen, **values}
    note_change(session, brand, "contact_changed", by=by, now=now)
    return contact


def remove_contact(session: Session, form_id: int, *, by: str, now: datetime) -> Brand:
    """Remove the key person of a form and return the brand. Raises NoSuchContact, MayNotChange, StaleUser."""
    row = form_of(session, form_id, by=by)
    brand = brand_for(session, row.brand_id or 0, workspace_id=row.workspace_id, by=by, now=now)
    session.delete(_contact_of(session, row))
    note_change(session, brand, "contact_removed", by=by, now=now)
    return brand


def catch_up_contact(session: Session, form_id: int, *, by: str) -> None:
    """Let the form know the person as it is now, so that the next save counts. Raises SettingsFormGone, NoSuchContact."""
    row = form_of(session, form_id, by=by)
    row.seen = {**row.seen, **seen_of(_contact_of(session, row))}


def words_of(session: Session, form_id: int, *, by: str) -> str:
    """Return what the list was searched for when this form took its place. Raises SettingsFormGone."""
    return str(form_of(session, form_id, by=by).seen.get(_WORDS, ""))


def _values(row: SettingsForm) -> dict[str, Any]:
    return {name: row.seen[name] for name in _NOBODY}


def seen_of(contact: BrandContact) -> dict[str, Any]:
    """Return a key person's columns as a form holds them."""
    return {name: getattr(contact, name) for name in _NOBODY}


def _opened(
    session: Session, brand: Brand, contact: BrandContact | None, *, by: str, now: datetime, words: str
) -> PageForm:
    seen = {**(seen_of(contact) if contact else _NOBODY), _WORDS: words}
    contact_id = contact.id if contact else None
    row = add_form(session, CONTACT, seen, brand=brand, by=by, now=now, contact_id=contact_id)
    return PageForm(
        id=key(row), page=CONTACT, brand=brand, values=_values(row), is_new_contact=contact is None
    )


def _contact_of(session: Session, row: SettingsForm) -> BrandContact:
    contact = find(session, BrandContact, row.contact_id) if row.contact_id is not None else None
    if contact is None or contact.brand_id != row.brand_id:
        raise NoSuchContact
    return contact
