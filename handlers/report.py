"""Reporting begins: ``/oops`` and the shortcuts open the form (which ``report_form.py`` goes on with)."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import structlog
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.context.async_context import AsyncBoltContext
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import OopsError
from bot.reporting import forms
from bot.reporting.prefill import Command, Request, read_text, route
from bot.reporting.questions import TEXT_LONGEST, Answers, OpenForm
from bot.slack.refusals import CALL_FAILED, refusal_of
from bot.storage import StoreBusy
from bot.typed import from_slack
from handlers import command as answers_to
from handlers.clicks import Click
from handlers.context import Visit, visit_of
from handlers.errors import is_nothing_missed, sentence_for, tell
from handlers.messages_read import words_of
from handlers.practice import open_practice
from handlers.report_form import adapt_form, submit_report
from handlers.settings import open_settings
from handlers.settings_guide import is_offered
from handlers.stats import answer_stats
from handlers.submissions import on_submit
from messages.blocks import SlackMessage
from messages.problem import problem_message
from messages.report import ACTION_PREFIX, REPORT_MODAL, cut_message, not_opened_message, report_modal

REPORT_SHORTCUT = "report_oops"
MESSAGE_SHORTCUT = "report_message"
COMMAND_LONGEST = 40_000
"""As much as a message can hold (docs.slack.dev, chat.postMessage)."""
FORM_KEPT_AFTER = 0.05
"""Seconds from opening a form to writing its row: nobody sees and answers it sooner."""
PERMALINK_SECONDS = 1.0
"""How long the form waits for a message's address: a third of what Slack gives us to open it."""

_ANSWERS: dict[Command, Callable[[Visit, Request], Awaitable[SlackMessage]]] = {
    Command.HELP: answers_to.answer_help,
    Command.LIST: answers_to.answer_list,
    Command.CASE: answers_to.answer_case,
    Command.UNCLEAR: answers_to.answer_unclear,
    Command.STATS: answer_stats,
    Command.FIND: answers_to.answer_find,
}
_OPENINGS: dict[Command, Callable[[Click], Awaitable[None]]] = {
    Command.SETTINGS: open_settings,
    Command.PRACTICE: open_practice,
}

log = structlog.get_logger()


def register(app: AsyncApp) -> None:
    """Listen to everything that begins with a report."""
    app.command("/oops")(oops)
    app.shortcut(REPORT_SHORTCUT)(open_from_shortcut)
    app.shortcut(MESSAGE_SHORTCUT)(open_from_message)
    app.action(re.compile(f"^{re.escape(ACTION_PREFIX)}"))(adapt_form)
    app.view(REPORT_MODAL)(on_submit(submit_report))


@dataclass(frozen=True, slots=True)
class Opening:
    """One opening of the form. ``typed`` is handed back if it fails: nobody loses what they wrote."""

    visit: Visit
    client: AsyncWebClient
    trigger_id: str
    response_url: str = ""
    typed: str = ""

    def start(self, answers: Answers) -> None:
        """Open the form after the ack, with ``answers`` in it."""
        self.visit.tasks.start(self.show(answers))

    async def show(self, answers: Answers) -> None:
        """Open the form; the person hears it if that fails, or if their text did not fit."""
        visit = self.visit
        try:
            async with visit.forms_at_once:
                form = await visit.store.read(
                    forms.new_form,
                    answers,
                    workspace_id=visit.workspace_id,
                    fallback_channel=visit.settings.oops_response_channel,
                )
            answered = asyncio.Event()
            visit.tasks.start(self._prepare(form, answered))
            try:
                await self.client.views_open(trigger_id=self.trigger_id, view=report_modal(form))
            finally:
                answered.set()
        except (*CALL_FAILED, OopsError) as error:
            log.warning("form_not_opened", user=visit.user_id, error=_reason(error))
            if not is_nothing_missed(error):
                await self._tell(not_opened_message(self.typed, _told(error)))
        except Exception as error:  # noqa: BLE001  told to the person, with a reference that is also in the log
            await self._tell(not_opened_message(self.typed, sentence_for(error)))
        else:
            if len(answers.get("what", "")) > TEXT_LONGEST:
                await self._tell(cut_message(self.typed))

    async def _prepare(self, form: OpenForm, answered: asyncio.Event) -> None:
        """Keep the form, and ask who the person is, so that it is known when the answer is made.

        Only once Slack has the form, which should not wait for this, or is slow to say so: then somebody may be answering it.
        """
        visit = self.visit
        with suppress(TimeoutError):
            await asyncio.wait_for(answered.wait(), FORM_KEPT_AFTER)
        try:
            await visit.store.run(
                forms.keep_form,
                form,
                workspace_id=visit.workspace_id,
                user_id=visit.user_id,
                now=visit.now(),
            )
            await is_offered(visit)
        except StoreBusy as error:  # it cannot adapt to the answers then; they are taken all the same
            log.warning("form_not_kept", user=visit.user_id, error=type(error).__name__)

    async def _tell(self, message: SlackMessage) -> None:
        await tell(self.client, self.visit.user_id, message, response_url=self.response_url)


def _told(error: Exception) -> str:
    """Return what stands in the way of every other try too; empty for what was only too slow."""
    is_for_good = isinstance(error, SlackApiError) and refusal_of(error).is_app_removed
    return (
        sentence_for(error) if is_for_good or (isinstance(error, OopsError) and not error.is_passing) else ""
    )


def _reason(error: Exception) -> str:
    if isinstance(error, SlackApiError):
        return refusal_of(error).text
    return type(error).__name__


async def oops(
    ack: AsyncAck, command: dict[str, Any], context: AsyncBoltContext, client: AsyncWebClient
) -> None:
    """Answer ``/oops``: the form for a report, anything else at once and privately."""
    visit, typed = visit_of(context), str(command.get("text") or "")[:COMMAND_LONGEST]
    request = route(typed)
    response_url = str(command.get("response_url") or "")
    if request.command is not Command.REPORT:
        await ack(**await _answer(Click.of_command(visit, client, command), request))
        return
    Opening(visit, client, command["trigger_id"], response_url, request.text).start(prefilled(typed))
    await ack()


async def _answer(click: Click, request: Request) -> dict[str, Any]:
    """Return what is said at once, to this person alone; nothing where the command opens a view instead."""
    try:
        if opening := _OPENINGS.get(request.command):
            await opening(click)
            return {}
        answer = await _ANSWERS[request.command](click.visit, request)
    except Exception as error:  # noqa: BLE001  told to the person, with a reference where it was unexpected
        answer = problem_message(sentence_for(error))
    return {**answer, "response_type": "ephemeral"}


async def open_from_shortcut(
    ack: AsyncAck, shortcut: dict[str, Any], context: AsyncBoltContext, client: AsyncWebClient
) -> None:
    """Open an empty form from the global shortcut."""
    Opening(visit_of(context), client, shortcut["trigger_id"]).start({})
    await ack()


async def open_from_home(visit: Visit, client: AsyncWebClient, trigger_id: str) -> None:
    """Open an empty form from App Home."""
    Opening(visit, client, trigger_id).start({})


async def open_from_message(
    ack: AsyncAck, shortcut: dict[str, Any], context: AsyncBoltContext, client: AsyncWebClient
) -> None:
    """Open the form with what a message says; where it names no address, with the message's own."""
    visit, text = visit_of(context), words_of(shortcut.get("message") or {})
    response_url = str(shortcut.get("response_url") or "")
    opening = Opening(visit, client, shortcut["trigger_id"], response_url, from_slack(text))
    visit.tasks.start(_show_with_link(opening, shortcut, prefilled(text)))
    await ack()


async def _show_with_link(opening: Opening, shortcut: dict[str, Any], answers: Answers) -> None:
    if "link" not in answers and (permalink := await _permalink(opening.client, shortcut)):
        answers = {**answers, "link": permalink}
    await opening.show(answers)


async def _permalink(client: AsyncWebClient, shortcut: dict[str, Any]) -> str:
    """Return the message's address; empty where oops may not see it, or Slack is slow."""
    channel, ts = shortcut.get("channel") or {}, shortcut.get("message_ts")
    try:
        async with asyncio.timeout(PERMALINK_SECONDS):
            answer = await client.chat_getPermalink(channel=channel.get("id", ""), message_ts=str(ts))
    except CALL_FAILED:
        return ""
    return str(answer.get("permalink") or "")


def prefilled(typed: str) -> Answers:
    """Return what a text gives away, as the form holds it."""
    # Mostly there is none, and looking through nothing takes as long as all else that we do before the ack.
    if not typed:
        return {}
    given = read_text(typed)
    values: Answers = {
        "what": given.what,
        "link": given.link,
        "channel": given.channel.value if given.channel else "",
        "mistake": given.mistake.value if given.mistake else "",
    }
    return {name: value for name, value in values.items() if value}
