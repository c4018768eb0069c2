"""The report form while it is answered, and its submission."""

from typing import Any

import structlog
from aiohttp import ClientError
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.context.async_context import AsyncBoltContext
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot import access, forms, gathering
from bot.errors import InvalidAnswer, OopsError
from bot.models import Case
from bot.report_form import OpenForm
from bot.storage import StoreBusy, queries
from handlers.context import Visit, visit_of
from handlers.reading import answers_in, files_in, seen_in
from handlers.submissions import Reply, Submission
from messages.report import PlanPlace, answer_view, form_modal

log = structlog.get_logger()


async def adapt_form(
    ack: AsyncAck, body: dict[str, Any], context: AsyncBoltContext, client: AsyncWebClient
) -> None:
    """Draw the form again after an answer that others follow from."""
    visit, chosen = visit_of(context), body["actions"][0].get("selected_conversation")
    visit.tasks.start(_adapt(visit, client, body["view"], str(chosen or "")))
    await ack()


async def _adapt(visit: Visit, client: AsyncWebClient, view: dict[str, Any], channel_id: str) -> None:
    form_id = int(view["private_metadata"])
    owner = {"user_id": visit.user_id, "fallback_channel": visit.settings.oops_response_channel}
    try:
        if forms.is_channel_id(channel_id):
            await visit.directory.look_up_channel(visit.workspace_id, channel_id)
        form = await visit.store.run(forms.adapt_form, form_id, seen_in(view), **owner)
        if not await _redraw(client, view["id"], form, view_hash=view.get("hash")):
            # A quicker answer was drawn meanwhile; the row has both by now, and what was typed stays in the form.
            newest = await visit.store.read(forms.redrawn_form, form_id, **owner)
            await _redraw(client, view["id"], newest)
    except (SlackApiError, ClientError, TimeoutError, OopsError) as error:
        # The form works as it is drawn, and the submission checks everything again.
        log.info("form_not_redrawn", user=visit.user_id, error=type(error).__name__)


async def _redraw(
    client: AsyncWebClient, view_id: str, form: OpenForm, *, view_hash: str | None = None
) -> bool:
    """Draw the form; return False when the view is no longer the one that was answered."""
    try:
        await client.views_update(view_id=view_id, hash=view_hash, view=form_modal(form))
    except SlackApiError as error:
        response: Any = error.response
        if view_hash and response.get("error") == "hash_conflict":
            return False
        raise
    return True


async def submit_report(submission: Submission) -> Reply:
    """Open a case; the form turns into the answer. The same form submitted twice is one case with one answer."""
    try:
        case = await _open_case(submission)
        card = await submission.visit.store.read(gathering.plan_card, case.id or 0)
        where = await place_of(submission.visit, case)
    except StoreBusy as busy:
        raise InvalidAnswer(
            "what", "Nothing is lost: the database is busy. Press the button again in a moment."
        ) from busy
    except access.StaleChannel as stale:
        raise InvalidAnswer("response_channel", str(stale)) from stale
    return {"response_action": "update", "view": answer_view(card, where)}


async def _open_case(submission: Submission) -> Case:
    visit, view = submission.visit, submission.view
    answers = answers_in(view)
    chosen = str(answers.get("response_channel", ""))
    if forms.is_channel_id(chosen):
        # Asked anew even if it was a moment ago: the refusal's advice is to invite oops and press again.
        await visit.directory.look_up_channel(visit.workspace_id, chosen)
    return await visit.store.run(
        forms.submit_form,
        submission.subject_id,
        answers,
        workspace_id=visit.workspace_id,
        reporter=visit.user_id,
        report_key=view["id"],
        evidence=files_in(view, "evidence"),
        fallback_channel=visit.settings.oops_response_channel,
        pace=visit.settings.pace,
        now=visit.now(),
    )


async def place_of(visit: Visit, case: Case) -> PlanPlace:
    """Return where the plan will be, as far as Slack has said of the channel."""
    if access.is_direct(case):
        return PlanPlace.DIRECT_MESSAGE
    row = await visit.store.read(queries.slack_channel, visit.workspace_id, case.channel_id)
    if row is None:
        return PlanPlace.CHANNEL
    if row.is_archived:
        return PlanPlace.ARCHIVED
    return PlanPlace.CHANNEL if row.is_bot_member else PlanPlace.UNREACHED
