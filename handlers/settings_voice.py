"""The form of a voice while it is filled in: the samples follow what is chosen."""

import re
from typing import Any

import structlog
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.context.async_context import AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from bot.brands import forms
from bot.errors import OopsError
from bot.slack.refusals import CALL_FAILED
from handlers.context import Visit, visit_of
from handlers.reading import turn_in, values_in
from handlers.submissions import row_carried
from messages.settings_pages import page_modal
from messages.settings_voice import PRESET, VOICE_ACTION

log = structlog.get_logger()


def register(app: AsyncApp) -> None:
    """Listen to the inputs of a voice."""
    app.action(re.compile(f"^{re.escape(VOICE_ACTION)}"))(adapt_voice)


async def adapt_voice(
    ack: AsyncAck, body: dict[str, Any], context: AsyncBoltContext, client: AsyncWebClient
) -> None:
    """Draw the samples in the voice as it is chosen now; another preset sets what goes with it."""
    is_preset = body["actions"][0]["action_id"] == PRESET
    visit = visit_of(context)
    visit.tasks.start(_adapt(visit, client, body["view"], is_preset=is_preset))
    await ack()


async def _adapt(visit: Visit, client: AsyncWebClient, view: dict[str, Any], *, is_preset: bool) -> None:
    try:
        form = await visit.run(
            forms.voice_form,
            row_carried(view),
            values_in(view),
            is_preset=is_preset,
            by=visit.user_id,
            now=visit.now(),
        )
        shown = page_modal(form, turn=turn_in(view, "formal") + is_preset)
        await client.views_update(view_id=view["id"], view=shown)
    except (*CALL_FAILED, OopsError) as error:
        # The form works as it is drawn, and the submission says what is wrong.
        log.info("voice_not_redrawn", user=visit.user_id, error=type(error).__name__)
