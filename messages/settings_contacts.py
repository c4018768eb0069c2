"""Key people: the list, and the form of one of them."""

from typing import Any

from bot.brands.cards import ContactsCard, PageForm
from bot.brands.values import TEXT_LONGEST
from bot.report import Affected
from messages.blocks import Block, actions, context, input_block, modal, section
from messages.inputs import button, checkboxes, confirmation, option, plain_text_input
from messages.settings import pager
from messages.texts import label_of, listed, say

CONTACTS_MODAL = "settings_contacts"
CONTACT_MODAL = "settings_contact"
WORDS = "words"
CONTACTS_PAGE = "settings.contacts_page"
EDIT_CONTACT = "settings.contact"
ADD_CONTACT = "settings.contact_add"
REMOVE_CONTACT = "settings.contact_remove"


def contacts_view(card: ContactsCard) -> dict[str, Any]:
    """Return a page of the list."""
    head = say("settings.contacts_head", card=card)
    search = _search(card)
    people: list[Block] = [
        section(
            say("settings.contact", contact=contact, affected=_affected(contact.affected)),
            accessory=button("Change", EDIT_CONTACT, contact.id, label=f"Change {contact.name}"),
        )
        for contact in card.contacts
    ]
    return modal(
        "Key people",
        [
            section(head),
            *search,
            actions(button("Add somebody", ADD_CONTACT, card.brand.id, "primary")),
            *(people or [context(say("settings.contact_none", card=card))]),
            *pager(CONTACTS_PAGE, card.page, card.pages),
        ],
        callback_id=CONTACTS_MODAL,
        private_metadata=card.brand.id,
        submit="Search" if search else None,
        close="Back",
    )


def _search(card: ContactsCard) -> list[Block]:
    """Return the field that looks for somebody, where they do not all stand on one page."""
    if card.pages == 1 and not card.words:
        return []
    field = plain_text_input("settings_contacts.words", initial=card.words or None, max_length=TEXT_LONGEST)
    hint = "In the name, the role or how to reach them. Empty: everybody."
    return [input_block("Find somebody", field, block_id=WORDS, optional=True, hint=hint)]


def contact_modal(form: PageForm) -> dict[str, Any]:
    """Return the form of one key person; it stands in the list's place and turns into the list again."""
    values = form.values
    groups = [option(one.label, one.value) for one in Affected]
    remove = button(
        "Remove from the list",
        REMOVE_CONTACT,
        form.id,
        "danger",
        confirmation("Remove this person?", "Plans no longer name them.", "Remove"),
    )
    return modal(
        "Key person",
        [
            _line("name", "Name", values["name"], "Dana Field"),
            _line("role", "Role", values["role"], "Main sponsor", is_optional=True),
            _line("reach", "How to reach them", values["reach"], "+44 20 7946 0018", is_optional=True),
            input_block(
                "Reach them when these are affected",
                checkboxes("settings.affected", groups, initial=values["affected"]),
                block_id="affected",
                optional=True,
                hint="None ticked: always.",
            ),
            *([] if form.is_new_contact else [actions(remove)]),
        ],
        callback_id=CONTACT_MODAL,
        private_metadata=form.id,
        submit="Save",
        close="Back",
    )


def _line(name: str, label: str, initial: str, placeholder: str, *, is_optional: bool = False) -> Block:
    element = plain_text_input(
        f"settings.{name}", initial=initial, placeholder=placeholder, max_length=TEXT_LONGEST
    )
    return input_block(label, element, block_id=name, optional=is_optional)


def _affected(values: list[str]) -> str:
    return listed([label_of(Affected, value).lower() for value in values], last="or")
