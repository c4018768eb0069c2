"""Private answers to ``/oops`` with a word after it."""

from bot import listing
from bot.access import NoSuchCase
from bot.reporting.prefill import Request
from handlers.context import Visit
from handlers.search import cases_with
from handlers.settings_guide import is_offered
from messages.blocks import SlackMessage
from messages.command import (
    case_message,
    found_message,
    help_message,
    list_message,
    report_only_message,
    unclear_message,
)


async def answer_help(visit: Visit, _request: Request) -> SlackMessage:
    """Return what can be typed, with the guide for those who may set oops up."""
    return help_message(offers_guide=await is_offered(visit))


async def answer_unclear(_visit: Visit, request: Request) -> SlackMessage:
    """Return the help, with what was typed."""
    return unclear_message(request.text)


async def answer_list(visit: Visit, _request: Request) -> SlackMessage:
    """Return the cases that this person can see."""
    await visit.directory.refresh_channels_of(visit.workspace_id, visit.user_id)
    lines = await visit.store.read(
        listing.case_lines, visit.workspace_id, visit.user_id, now=visit.now(), most=listing.LISTED
    )
    return list_message(lines)


async def answer_find(visit: Visit, request: Request) -> SlackMessage:
    """Return the own cases in which the words stand."""
    return found_message(await cases_with(visit, request.text))


async def answer_case(visit: Visit, request: Request) -> SlackMessage:
    """Return one case: whole to people in its channel, the own report to its reporter. Raises NoSuchCase to anybody else."""
    number = request.number or 0
    try:
        seen = await visit.run(
            listing.case_seen_by, visit.workspace_id, number, visit.user_id, now=visit.now()
        )
    except NoSuchCase:
        raise NoSuchCase(number) from None
    if seen is None:
        raise NoSuchCase(number)
    return case_message(seen.card) if seen.is_member else report_only_message(seen.card)
