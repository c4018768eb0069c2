"""Settings: the list of brands, and one brand with everything that can be changed."""

from typing import Any

from bot.brand import LEADER
from bot.brands.cards import BrandSettingsCard, SettingsCard
from bot.brands.pages import Page
from bot.models import VOICE
from bot.report import RedFlag
from messages.blocks import Block, Element, actions, context, divider, header, modal, section
from messages.inputs import button, confirmation
from messages.settings_history import change_line
from messages.settings_lacking import lacking_blocks
from messages.settings_pages import LEADER_LABEL
from messages.texts import Marked, listed, person, say

SETTINGS_MODAL = "settings"
BRAND_MODAL = "settings_brand"
LIST = "settings.list"
ARCHIVE_LIST = "settings.archived"
OPEN_BRAND = "settings.brand"
ADD_BRAND = "settings.add"
ARCHIVE = "settings.archive"
RESTORE = "settings.restore"
CONTACTS = "settings.contacts"
EDIT = {page: f"settings.{page.value}" for page in Page}
"""The button that opens each page's form."""

_OWNERS_NAMED = 3


def settings_view(card: SettingsCard) -> dict[str, Any]:
    """Return a page of the list of brands, within Slack's 100 blocks however many there are."""
    lines: list[Block] = [
        section(
            say("settings.line", line=line),
            accessory=button("Open", OPEN_BRAND, line.brand.id, label=f"Open {line.brand.name}"),
        )
        for line in card.lines
    ]
    return modal(
        "Settings",
        [
            section(say("settings.intro", archive=card.is_archive)),
            *(lines or [context(say("settings.none", archive=card.is_archive))]),
            *pager(LIST if not card.is_archive else ARCHIVE_LIST, card.page, card.pages),
            *_below(card),
        ],
        callback_id=SETTINGS_MODAL,
        close="Close",
    )


def paged(action_id: str) -> tuple[str, str, str]:
    """Return the action ids under which a list with pages is opened: the first page, the one before, the one after."""
    return action_id, f"{action_id}_before", f"{action_id}_after"


def pager(action_id: str, page: int, pages: int) -> list[Block]:
    """Return the buttons to the pages before and after; ``page`` counts from 0. Nothing where there is only one."""
    if pages == 1:
        return []
    _, to_before, to_after = paged(action_id)
    before = button("Previous page", to_before, page - 1) if page > 0 else None
    after = button("Next page", to_after, page + 1) if page + 1 < pages else None
    return [actions(before, after), context(say("settings.place", page=page + 1, pages=pages))]


def _below(card: SettingsCard) -> list[Block]:
    if card.is_archive:
        return [divider(), actions(button("Brands in use", LIST, 0))]
    add = button("Add a brand", ADD_BRAND, style="primary") if card.may_add else None
    archive = button(f"Archived brands ({card.archived})", ARCHIVE_LIST, 0) if card.archived else None
    return [divider(), actions(add, archive)] if add or archive else []


def brand_view(card: BrandSettingsCard) -> dict[str, Any]:
    """Return one brand: what each part is set to, a button to change it, and who changed what lately."""
    brand = card.brand
    approvers = listed([person(one) for one in brand.approvers], last="or")
    parts = [
        (say("settings.about", brand=brand, fallback=card.fallback_channel), EDIT[Page.ABOUT]),
        (
            say("settings.people", brand=brand, needed=brand.approvals_needed, approvers=approvers),
            EDIT[Page.PEOPLE],
        ),
        (say("settings.times", brand=brand), EDIT[Page.TIMES]),
        (say("settings.voice", voice=VOICE.validate_python(brand.voice)), EDIT[Page.VOICE]),
        (say("settings.contacts", count=card.contacts), CONTACTS),
        (say("settings.calls", owners=_owners(card)), EDIT[Page.CALLS]),
    ]
    lines = [change_line(change) for change in card.changes]
    return modal(
        "Brand",
        [
            header(brand.name),
            *([section(say("settings.archived", brand=brand))] if brand.is_archived else []),
            *lacking_blocks(brand, card.presence, card.unread),
            *(_part(words, action_id, card) for words, action_id in parts),
            actions(_archive(card)),
            divider(),
            context(say("settings.history", lines=lines)),
        ],
        callback_id=BRAND_MODAL,
        private_metadata=brand.id,
        close="Back",
    )


def _part(words: Marked, action_id: str, card: BrandSettingsCard) -> Block:
    first = words.partition("\n")[0].strip("*")
    return section(
        words,
        accessory=button("Change", action_id, card.brand.id, label=f"Change: {first}"),
    )


def _archive(card: BrandSettingsCard) -> Element:
    if card.brand.is_archived:
        return button("Take into use again", RESTORE, card.brand.id)
    sure = confirmation(
        "Archive this brand?",
        "Nothing can be reported for it then. It can be taken into use again.",
        "Archive",
    )
    return button("Archive", ARCHIVE, card.brand.id, "danger", sure)


def _owners(card: BrandSettingsCard) -> Marked:
    owners = card.brand.owners
    labels = {LEADER: LEADER_LABEL} | {flag.value: flag.label for flag in RedFlag}
    named = [f"{label}: {owners[name]}" for name, label in labels.items() if name in owners]
    rest = len(named) - _OWNERS_NAMED
    return listed([*named[:_OWNERS_NAMED], *([f"{rest} more"] if rest > 0 else [])])
