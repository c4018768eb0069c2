"""Reporting: ``/oops``, the two shortcuts, the form while it is answered, and its submission."""

import re
from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.context.async_context import AsyncBoltContext
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot import access, cases, forms, gathering
from bot.answers import report_of
from bot.cases.opening import GivenFile
from bot.errors import InvalidAnswer, OopsError
from bot.models import Case, SlackChannel
from bot.prefill import Command, read_text, route
from bot.report_form import Answers, OpenForm, Seen
from bot.storage import StoreBusy, queries
from handlers import command
from handlers.context import Visit, visit_of
from handlers.errors import sentence_for, tell
from handlers.reading import file_names_in, seen_in
from handlers.submissions import Reply, Submission, on_submit
from messages.blocks import SlackMessage
from messages.report import PlanPlace, answer_view, expired_view, form_modal, not_opened_message, report_modal

REPORT_SHORTCUT = "report_oops"
MESSAGE_SHORTCUT = "report_message"
FORM_ACTIONS = re.compile(r"^report\.")
_ANSWERS: dict[Command, Callable[[Visit, Any], Awaitable[SlackMessage]]] = {
    Command.HELP: command.answer_help,
    Command.LIST: command.answer_list,
    Command.CASE: command.answer_case,
    Command.UNCLEAR: command.answer_unclear,
    Command.SETTINGS: command.answer_later,
    Command.STATS: command.answer_later,
    Command.PRACTICE: command.answer_later,
}

log = structlog.get_logger()


def register(app: AsyncApp) -> None:
    """Listen to everything that begins with a report."""
    app.command("/oops")(oops)
    app.shortcut(REPORT_SHORTCUT)(open_from_shortcut)
    app.shortcut(MESSAGE_SHORTCUT)(open_from_message)
    app.action(FORM_ACTIONS)(adapt)
    app.view("report")(on_submit(submit_report))


async def oops(
    ack: AsyncAck, command: dict[str, Any], context: AsyncBoltContext, client: AsyncWebClient
) -> None:
    """Answer ``/oops``: a form for a report, anything else at once and privately."""
    visit, typed = visit_of(context), command.get("text") or ""
    request = route(typed)
    if request.command is not Command.REPORT:
        await ack(**await _answer(visit, request))
        return
    opening = Opening(visit, client, command["trigger_id"], command.get("response_url", ""), typed)
    try:
        form = await _new_form(visit, _prefilled(typed))
    except OopsError as error:
        visit.tasks.start(opening.failed(error))
    else:
        visit.tasks.start(opening.show(form))
    await ack()


async def _answer(visit: Visit, request: Any) -> dict[str, Any]:
    try:
        answer = await _ANSWERS[request.command](visit, request)
    except Exception as error:  # noqa: BLE001  told to the person, with a reference where it was unexpected
        return {"text": sentence_for(error), "response_type": "ephemeral"}
    return {**answer, "response_type": "ephemeral"}


class Opening:
    """Opening a form after the ack; if that fails, the person hears it, with what they had typed."""

    def __init__(
        self, visit: Visit, client: AsyncWebClient, trigger_id: str, response_url: str, typed: str
    ) -> None:
        self._visit = visit
        self._client = client
        self._trigger_id = trigger_id
        self._response_url = response_url
        self._typed = typed

    async def show(self, form: OpenForm) -> None:
        """Show the form."""
        try:
            await self._client.views_open(trigger_id=self._trigger_id, view=report_modal(form))
        except Exception as error:  # noqa: BLE001  told to the person
            await self.failed(error)

    async def failed(self, error: Exception) -> None:
        """Tell the person that the form did not open, and hand back what was typed."""
        log.warning("form_not_opened", user=self._visit.user_id, error=type(error).__name__)
        told: SlackMessage | str = not_opened_message(self._typed)
        if isinstance(error, OopsError):
            told = not_opened_message(self._typed)
        await tell(self._client, self._visit.user_id, told, response_url=self._response_url)


async def open_from_shortcut(
    ack: AsyncAck, shortcut: dict[str, Any], context: AsyncBoltContext, client: AsyncWebClient
) -> None:
    """Open an empty form from the global shortcut."""
    await _open(visit_of(context), client, shortcut["trigger_id"], {}, "")
    await ack()


async def open_from_home(visit: Visit, client: AsyncWebClient, trigger_id: str) -> None:
    """Open an empty form from App Home."""
    await _open(visit, client, trigger_id, {}, "")


async def open_from_message(
    ack: AsyncAck, shortcut: dict[str, Any], context: AsyncBoltContext, client: AsyncWebClient
) -> None:
    """Open the form with what a message says, and the message's own link where it names none."""
    message = shortcut.get("message") or {}
    typed = str(message.get("text") or "")
    answers = _prefilled(typed)
    await _open(
        visit_of(context), client, shortcut["trigger_id"], answers, typed, shortcut.get("response_url", "")
    )
    await ack()


async def _open(  # noqa: PLR0917  what one opening is made of
    visit: Visit,
    client: AsyncWebClient,
    trigger_id: str,
    answers: Answers,
    typed: str,
    response_url: str = "",
) -> None:
    opening = Opening(visit, client, trigger_id, response_url, typed)
    try:
        form = await _new_form(visit, answers)
    except OopsError as error:
        visit.tasks.start(opening.failed(error))
    else:
        visit.tasks.start(opening.show(form))


def _prefilled(typed: str) -> Answers:
    given = read_text(typed)
    values: Answers = {
        "what": given.what,
        "link": given.link,
        "channel": given.channel.value if given.channel else "",
        "mistake": given.mistake.value if given.mistake else "",
    }
    return {name: value for name, value in values.items() if value}


async def _new_form(visit: Visit, answers: Answers) -> OpenForm:
    return await visit.store.run(
        forms.open_form,
        answers,
        workspace_id=visit.workspace_id,
        user_id=visit.user_id,
        fallback_channel=visit.settings.oops_response_channel,
        now=visit.now(),
    )


async def adapt(
    ack: AsyncAck, body: dict[str, Any], context: AsyncBoltContext, client: AsyncWebClient
) -> None:
    """Draw the form again after an answer that others follow from."""
    visit, view = visit_of(context), body["view"]
    visit.tasks.start(_adapt(visit, client, view))
    channel = body["actions"][0].get("selected_conversation")
    if channel:
        visit.tasks.start(_look_up(visit, channel))
    await ack()


async def _look_up(visit: Visit, channel_id: str) -> None:
    await visit.directory.look_up_channel(visit.workspace_id, channel_id)


async def _adapt(visit: Visit, client: AsyncWebClient, view: dict[str, Any]) -> None:
    try:
        form = await visit.store.run(
            forms.adapt_form,
            int(view["private_metadata"]),
            seen_in(view),
            user_id=visit.user_id,
            fallback_channel=visit.settings.oops_response_channel,
        )
        await client.views_update(view_id=view["id"], hash=view["hash"], view=form_modal(form))
    except (SlackApiError, OopsError) as error:
        # The form still works as it is drawn: a newer answer, or a closed form, is no loss.
        log.info("form_not_redrawn", user=visit.user_id, error=type(error).__name__)


async def submit_report(submission: Submission) -> Reply:
    """Open a case; the form turns into the answer."""
    visit, view = submission.visit, submission.view
    seen = seen_in(view)
    try:
        await visit.store.read(forms.form_of, submission.subject_id, user_id=visit.user_id)
        case = await _open_case(submission, seen)
    except forms.FormGone:
        return {"response_action": "update", "view": expired_view(_typed(seen))}
    except StoreBusy as busy:
        raise InvalidAnswer("what", str(busy)) from busy
    card = await visit.store.read(gathering.plan_card, case.id or 0)
    return {"response_action": "update", "view": answer_view(card, await _place(visit, case))}


async def _open_case(submission: Submission, seen: dict[str, Seen]) -> Case:
    visit, view = submission.visit, submission.view
    answers = {name: entry.value for name, entry in seen.items() if entry.value}
    report = report_of(answers, now=visit.now())
    brand_id = await _brand(visit, answers)
    channel = await _channel(visit, answers.get("response_channel"))
    names = file_names_in(view, "evidence")
    return await visit.run(
        cases.open_case,
        report,
        workspace_id=visit.workspace_id,
        reporter=visit.user_id,
        brand_id=brand_id,
        report_key=view["id"],
        channel_id=channel,
        fallback_channel=visit.settings.oops_response_channel,
        evidence=[GivenFile(file_id, name) for file_id, name in names.items()],
        pace=visit.settings.pace,
        now=visit.now(),
    )


async def _brand(visit: Visit, answers: Answers) -> int:
    chosen = answers.get("brand")
    if chosen is None:
        only = await visit.store.read(forms.only_brand, visit.workspace_id)
        if only is None:
            raise InvalidAnswer("brand", "Please choose whose account it was.")
        return only
    if not isinstance(chosen, str) or not chosen.isdecimal():
        raise InvalidAnswer("brand", "That account is not known. Please choose another one.")
    try:
        await visit.store.read(access.brand_in, visit.workspace_id, int(chosen))
    except OopsError as error:
        raise InvalidAnswer("brand", str(error)) from error
    return int(chosen)


async def _channel(visit: Visit, chosen: Any) -> str | None:
    """Return the chosen private channel, if any. Raises InvalidAnswer that says why a plan cannot go there."""
    if not chosen:
        return None
    row = await visit.store.read(queries.slack_channel, visit.workspace_id, str(chosen))
    if row is None or visit.now() - row.checked_at > access.FRESH:
        row = await visit.directory.look_up_channel(visit.workspace_id, str(chosen))
    if not access.is_usable_channel(row, visit.user_id):
        raise InvalidAnswer("response_channel", _why_not(row))
    return str(chosen)


def _why_not(row: SlackChannel | None) -> str:
    if row is None:
        return "Slack did not say in time what this channel is. Please press the button again."
    if row.kind == "public":
        return "This channel is public. Choose a private one: what went wrong stays with the people who handle it."
    if row.is_archived:
        return "This channel is archived. Unarchive it, or choose another one."
    if not row.is_bot_member:
        return "oops is not in this channel yet. Type /invite @oops there, then press the button again."
    return "You are not in this channel. Choose one that you are in, or leave this empty."


async def _place(visit: Visit, case: Case) -> PlanPlace:
    if access.is_direct(case):
        return PlanPlace.DIRECT_MESSAGE
    row = await visit.store.read(queries.slack_channel, visit.workspace_id, case.channel_id)
    if row is not None and row.is_archived:
        return PlanPlace.ARCHIVED
    is_lost = row is not None and not row.is_bot_member
    return PlanPlace.UNREACHED if is_lost else PlanPlace.CHANNEL


def _typed(seen: dict[str, Seen]) -> str:
    given = (seen[name].value for name in ("what", "should_have_said", "link") if name in seen)
    return "\n\n".join(value for value in given if isinstance(value, str) and value)
