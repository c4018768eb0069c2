"""Taking a file of settings over: all of it or nothing, in one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, delete

from bot.brand import Relation, Reputation
from bot.brands.changing import keep, lock_brands, made_brand, note_change, open_cases
from bot.brands.contacts import seen_of
from bot.brands.file_reading import BACKUP_LEADS, FileBrand, SettingsFileWrong
from bot.brands.forms import new_voice, stored_voice
from bot.brands.pages import steps_of
from bot.brands.people import why_no_people
from bot.models import Brand, BrandContact, key
from bot.states import ChannelKind
from bot.storage import queries, slack_rows

_NEW: dict[str, Any] = {"relation": Relation.CLIENT, "reputation": Reputation.NEUTRAL}


@dataclass(slots=True)
class Imported:
    """What a file changes: brands that are new, those that are changed and in what, and how many stay as they are."""

    added: list[str] = field(default_factory=list)
    changed: dict[str, list[str]] = field(default_factory=dict)
    unchanged: int = 0


def import_settings(
    session: Session, workspace_id: int, brands: Sequence[FileBrand], *, now: datetime
) -> Imported:
    """Make the brands as the file says, and return what that changed; those that it does not name stay.

    Raises SettingsFileWrong with every problem.
    """
    lock_brands(session, workspace_id)
    known = {brand.name.casefold(): brand for brand in queries.all_brands_of(session, workspace_id)}
    problems = [
        (line, sentence)
        for given in brands
        for line, sentence in _problems(session, workspace_id, given, known.get(given.name.casefold()))
    ]
    if problems:
        raise SettingsFileWrong.at(problems)
    imported = Imported()
    for given in brands:
        _take_over(session, workspace_id, given, known.get(given.name.casefold()), imported, now=now)
    session.flush()
    if not queries.brands_of(session, workspace_id):
        raise SettingsFileWrong(["Every brand would be archived. A report needs one: leave one in use."])
    return imported


def _problems(
    session: Session, workspace_id: int, given: FileBrand, brand: Brand | None
) -> list[tuple[int, str]]:
    """Return what is only wrong beside what is known already, with the line."""
    found = []
    columns = given.columns
    if (
        columns.get("is_archived")
        and brand is not None
        and not brand.is_archived
        and open_cases(session, brand)
    ):
        found.append((given.lines["archived"], f"{brand.name} has open cases, so it cannot be archived."))
    lead = columns.get("lead", brand.lead if brand else None)
    if lead is not None and lead == columns.get("backup", brand.backup if brand else None):
        line = given.lines.get("backup", given.lines.get("lead", given.line))
        found.append((line, BACKUP_LEADS))
    for name, sentence in why_no_people(session, workspace_id, columns).items():
        found.append((given.lines.get(name, given.line), sentence))
    if channel := columns.get("response_channel"):
        row = slack_rows.slack_channel(session, workspace_id, channel)
        if row is not None and row.kind is ChannelKind.PUBLIC:
            found.append(
                (given.lines["response_channel"], f"{channel} is a public channel. Name a private one.")
            )
    return found


def _take_over(
    session: Session,
    workspace_id: int,
    given: FileBrand,
    brand: Brand | None,
    imported: Imported,
    *,
    now: datetime,
) -> None:
    is_new = brand is None
    brand = brand or _added(session, workspace_id, given, now=now)
    values = _differing(brand, given, is_new=is_new)
    changed = [*values]
    keep(session, brand, values, kind="imported", by=None, now=now, steps=steps_of(changed))
    if given.contacts is not None and _replace_contacts(session, brand, given.contacts, now=now):
        changed.append("contacts")
    if is_new:
        imported.added.append(brand.name)
    elif changed:
        imported.changed[brand.name] = changed
    else:
        imported.unchanged += 1


def _added(session: Session, workspace_id: int, given: FileBrand, *, now: datetime) -> Brand:
    about = {name: given.columns.get(name, value) for name, value in _NEW.items()}
    brand = made_brand(session, workspace_id, {"name": given.name, **about}, now=now)
    note_change(session, brand, "added", by=None, now=now)
    return brand


def _differing(brand: Brand, given: FileBrand, *, is_new: bool) -> dict[str, Any]:
    """Return the columns in which the file says something else than the brand's row; of a voice, what it leaves out stays."""
    values = {"name": given.name, **given.columns}
    if "voice" in values:
        voice = new_voice(brand.relation) if is_new else stored_voice(brand)
        values["voice"] = {**voice, **values["voice"]}
    return {name: value for name, value in values.items() if value != _now(brand, name)}


def _now(brand: Brand, column: str) -> Any:
    return stored_voice(brand) if column == "voice" else getattr(brand, column)


def _replace_contacts(session: Session, brand: Brand, given: list[dict[str, Any]], *, now: datetime) -> bool:
    """Make the brand's key people those of the file, in its order; return whether there was anything to do."""
    if [seen_of(contact) for contact in queries.contacts_of(session, key(brand))] == given:
        return False
    session.execute(delete(BrandContact).where(col(BrandContact.brand_id) == brand.id))
    session.add_all(BrandContact(brand_id=key(brand), **contact) for contact in given)
    note_change(session, brand, "contacts_imported", by=None, now=now)
    return True
