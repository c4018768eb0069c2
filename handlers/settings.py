"""Settings: the list of brands, one brand, and the forms of its pages."""

import asyncio
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from slack_bolt.app.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.access import StaleChannel
from bot.brands import changing, forms
from bot.brands.pages import Page, people_in
from bot.errors import InvalidAnswer
from bot.models import key
from bot.slack.directory import LOOK_UP_SECONDS
from bot.slack.refusals import CALL_FAILED
from handlers import settings_contacts, settings_guide, settings_voice
from handlers.clicks import Click, Clicked, on_click
from handlers.reading import values_in
from handlers.settings_views import (
    brand_card,
    in_view,
    list_card,
    redraw_brand,
    redraw_list,
)
from handlers.showing import redraw, show
from handlers.submissions import CLOSE, Reply, Submission, on_submit
from messages import settings, settings_pages
from messages.settings import brand_view, settings_view
from messages.settings_pages import new_brand_modal, page_modal


def register(app: AsyncApp) -> None:
    """Listen to the settings and their forms."""
    app.action(re.compile(r"^settings\."))(
        on_click({**CLICKS, **settings_contacts.CLICKS, **settings_guide.CLICKS})
    )
    app.view(settings_pages.PAGE_MODAL)(on_submit(submit_page))
    app.view(settings_pages.NEW_BRAND_MODAL)(on_submit(submit_new_brand))
    settings_contacts.register(app)
    settings_voice.register(app)
    settings_guide.register(app)


async def open_settings(click: Click) -> None:
    """Open the list of brands, for somebody who may change one."""
    card = await list_card(click.visit, 0)
    show(click, settings_view(card))


async def show_list(click: Click) -> None:
    """Show a page of the brands in use."""
    redraw(click, settings_view(await list_card(click.visit, click.subject_id)))


async def show_archive(click: Click) -> None:
    """Show a page of the archived brands."""
    redraw(click, settings_view(await list_card(click.visit, click.subject_id, is_archive=True)))


async def open_brand(click: Click) -> None:
    """Open one brand."""
    show(click, brand_view(await brand_card(click.visit, click.subject_id)))


async def open_new_brand(click: Click) -> None:
    """Open the form of a new brand."""
    visit = click.visit
    form = await visit.run(
        forms.open_new_brand, workspace_id=visit.workspace_id, by=visit.user_id, now=visit.now()
    )
    show(click, new_brand_modal(form))


async def open_page(click: Click) -> None:
    """Open the form of one page."""
    visit, page = click.visit, PAGES[click.action_id]
    form = await visit.run(
        forms.open_page,
        click.subject_id,
        page,
        workspace_id=visit.workspace_id,
        by=visit.user_id,
        now=visit.now(),
    )

    async def push() -> None:
        groups = await _user_groups(click.client) if page is Page.PEOPLE else ()
        view = page_modal(replace(form, groups=groups))
        await click.client.views_push(trigger_id=click.trigger_id, view=view)

    click.later(push)


async def _user_groups(client: AsyncWebClient) -> tuple[tuple[str, str], ...]:
    """Return the user groups by id and name; none where oops may not read them, or Slack is slow."""
    try:
        async with asyncio.timeout(LOOK_UP_SECONDS):
            answer: Any = await client.usergroups_list()
    except CALL_FAILED:
        return ()
    groups = [(str(group["id"]), str(group.get("name") or group["id"])) for group in answer["usergroups"]]
    return tuple(sorted(groups, key=lambda group: group[1].casefold()))


async def archive(click: Click) -> None:
    """Take a brand out of use."""
    await _flip(click, changing.archive_brand)


async def restore(click: Click) -> None:
    """Take a brand into use again."""
    await _flip(click, changing.restore_brand)


async def _flip(click: Click, verb: Callable[..., Any]) -> None:
    visit = click.visit
    await visit.run(
        verb, click.subject_id, workspace_id=visit.workspace_id, by=visit.user_id, now=visit.now()
    )
    redraw(click, brand_view(await brand_card(visit, click.subject_id)))
    visit.tasks.start(redraw_list(visit, click.client, click.view or {}))


async def submit_page(submission: Submission) -> Reply:
    """Save one page; what was typed stays in the form while anything is wrong."""
    visit, form_id, answers = submission.visit, submission.subject_id, values_in(submission.view)
    await visit.look_up_chosen(answers.get("response_channel"))
    await visit.meet(*people_in(answers))
    try:
        brand = await visit.run(
            changing.save_page,
            form_id,
            answers,
            by=visit.user_id,
            now=visit.now(),
            pace=visit.settings.pace,
        )
    except changing.SettingsMoved as moved:
        await visit.store.run(forms.catch_up, form_id, by=visit.user_id)
        raise InvalidAnswer("", str(moved)) from moved
    except StaleChannel as stale:
        raise InvalidAnswer("response_channel", str(stale)) from stale
    visit.tasks.start(redraw_brand(submission, key(brand)))
    return CLOSE


async def submit_new_brand(submission: Submission) -> Reply:
    """Add a brand; the form turns into the brand."""
    visit, answers = submission.visit, values_in(submission.view)
    await visit.look_up_chosen(answers.get("response_channel"))
    try:
        brand = await visit.run(
            changing.add_brand, submission.subject_id, answers, by=visit.user_id, now=visit.now()
        )
    except StaleChannel as stale:
        raise InvalidAnswer("response_channel", str(stale)) from stale
    visit.tasks.start(redraw_list(visit, submission.client, submission.view))
    return {"response_action": "update", "view": brand_view(await brand_card(visit, key(brand)))}


PAGES = {action_id: page for page, action_id in settings.EDIT.items()}
CLICKS: dict[str, Clicked] = {
    **dict.fromkeys(settings.paged(settings.LIST), in_view(show_list)),
    **dict.fromkeys(settings.paged(settings.ARCHIVE_LIST), in_view(show_archive)),
    settings.OPEN_BRAND: in_view(open_brand),
    settings.ADD_BRAND: in_view(open_new_brand),
    settings.ARCHIVE: in_view(archive),
    settings.RESTORE: in_view(restore),
    **dict.fromkeys(PAGES, in_view(open_page)),
}
