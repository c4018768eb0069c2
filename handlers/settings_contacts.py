"""Key people of a brand: the list stands on top of the brand, and the form of one person takes the list's place."""

from slack_bolt.app.async_app import AsyncApp

from bot.brands import contacts
from bot.brands.cards import ContactsCard
from bot.brands.changing import SettingsMoved
from bot.errors import InvalidAnswer
from bot.models import key
from handlers.clicks import Click, Clicked
from handlers.context import Visit
from handlers.reading import values_in
from handlers.settings_views import in_view, redraw_brand
from handlers.showing import redraw, show
from handlers.submissions import Reply, Submission, on_submit, row_carried
from messages import settings, settings_contacts
from messages.settings_contacts import contact_modal, contacts_view


def register(app: AsyncApp) -> None:
    """Listen to the form of a key person, and to the list's search."""
    app.view(settings_contacts.CONTACTS_MODAL)(on_submit(find_contacts))
    app.view(settings_contacts.CONTACT_MODAL)(on_submit(submit_contact))


async def open_contacts(click: Click) -> None:
    """Open the list of a brand's key people."""
    show(click, contacts_view(await _card(click.visit, click.subject_id, 0)))


async def show_contacts(click: Click) -> None:
    """Show another page of the list, or of what was found in it."""
    card = await _card(click.visit, _brand_shown(click), click.subject_id, words=_words_in(click))
    redraw(click, contacts_view(card))


async def find_contacts(submission: Submission) -> Reply:
    """Show the people in whom the words stand; no words show everybody."""
    words = submission.text(settings_contacts.WORDS)
    card = await _card(submission.visit, submission.subject_id, 0, words=words)
    return {"response_action": "update", "view": contacts_view(card)}


async def open_contact(click: Click) -> None:
    """Show the form of one person in the list's place."""
    visit = click.visit
    try:
        form = await visit.run(
            contacts.open_contact,
            click.subject_id,
            workspace_id=visit.workspace_id,
            by=visit.user_id,
            now=visit.now(),
            words=_words_in(click),
        )
    except contacts.NoSuchContact:
        redraw(click, contacts_view(await _card(visit, _brand_shown(click), 0, words=_words_in(click))))
        raise
    redraw(click, contact_modal(form))


async def open_new_contact(click: Click) -> None:
    """Show the form of a new person in the list's place."""
    visit = click.visit
    form = await visit.run(
        contacts.open_new_contact,
        click.subject_id,
        workspace_id=visit.workspace_id,
        by=visit.user_id,
        now=visit.now(),
        words=_words_in(click),
    )
    redraw(click, contact_modal(form))


async def remove_contact(click: Click) -> None:
    """Remove a person, and show the list again."""
    visit = click.visit
    brand = await click.run(contacts.remove_contact)
    words = await visit.store.read(contacts.words_of, click.subject_id, by=visit.user_id)
    redraw(click, contacts_view(await _card(visit, key(brand), 0, words=words)))


async def submit_contact(submission: Submission) -> Reply:
    """Save a person; the form turns into the list again."""
    visit, form_id = submission.visit, submission.subject_id
    try:
        contact = await visit.run(
            contacts.save_contact, form_id, values_in(submission.view), by=visit.user_id, now=visit.now()
        )
    except SettingsMoved as moved:
        await visit.store.run(contacts.catch_up_contact, form_id, by=visit.user_id)
        raise InvalidAnswer("", str(moved)) from moved
    visit.tasks.start(redraw_brand(submission, contact.brand_id))
    words = await visit.store.read(contacts.words_of, form_id, by=visit.user_id)
    card = await _card(visit, contact.brand_id, None, around=contact.id, words=words)
    return {"response_action": "update", "view": contacts_view(card)}


async def _card(
    visit: Visit, brand_id: int, page: int | None, *, around: int | None = None, words: str = ""
) -> ContactsCard:
    return await visit.run(
        contacts.contacts_card,
        brand_id,
        page,
        around=around,
        words=words,
        workspace_id=visit.workspace_id,
        by=visit.user_id,
        now=visit.now(),
    )


def _words_in(click: Click) -> str:
    """Return what is looked for in the list."""
    return str(values_in(click.view or {}).get(settings_contacts.WORDS) or "")


def _brand_shown(click: Click) -> int:
    return row_carried(click.view or {})


CLICKS: dict[str, Clicked] = {
    settings.CONTACTS: in_view(open_contacts),
    **dict.fromkeys(settings.paged(settings_contacts.CONTACTS_PAGE), show_contacts),
    settings_contacts.EDIT_CONTACT: open_contact,
    settings_contacts.ADD_CONTACT: open_new_contact,
    settings_contacts.REMOVE_CONTACT: remove_contact,
}
