"""The guide for a new workspace: one view that goes from step to step."""

from typing import Any

import structlog
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.context.async_context import AsyncBoltContext
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.access import StaleChannel
from bot.brands import guide
from bot.brands.changing import SettingsMoved
from bot.brands.guide import Saved
from bot.brands.pages import people_in
from bot.brands.values import channel_name_of
from bot.errors import InvalidAnswer, OopsError
from bot.slack.refusals import NO_ANSWER, refusal_of
from bot.typed import row_id
from bot.voice import Preset
from handlers.clicks import Click, Clicked
from handlers.context import Visit, visit_of
from handlers.errors import sentence_for
from handlers.reading import values_in
from handlers.settings_views import update
from handlers.showing import show
from handlers.submissions import Reply, Submission, on_submit, row_carried
from messages import settings_guide
from messages.settings_guide import NEW_CHANNEL, creating_view, guide_done_view, guide_modal

log = structlog.get_logger()
_REFUSED = {
    "name_taken": "There is a channel of this name already: choose it above, or think of another name.",
    "invalid_name_specials": "Slack does not take this name: use small letters, digits, - and _.",
    "restricted_action": "Your workspace lets only some people make private channels. Make one yourself and choose it above.",
}


def register(app: AsyncApp) -> None:
    """Listen to the guide."""
    app.view(settings_guide.GUIDE_MODAL)(on_submit(submit_step))
    app.action(settings_guide.GUIDE_PRESET)(adapt_voice)


async def is_offered(visit: Visit) -> bool:
    """Return whether the guide is offered to this person; while it is unfinished, Slack is asked who they are."""
    if not await visit.store.read(guide.is_unfinished, visit.workspace_id):
        return False
    await visit.directory.look_up_user(visit.workspace_id, visit.user_id)
    return await visit.store.read(guide.is_offered, visit.workspace_id, visit.user_id)


async def open_guide(click: Click) -> None:
    """Open the first step that is missing, of the brand that the button carries, if any."""
    visit = click.visit
    card = await visit.run(
        guide.open_guide,
        workspace_id=visit.workspace_id,
        by=visit.user_id,
        now=visit.now(),
        brand_id=row_id(click.value),
    )
    show(click, guide_modal(card))


async def submit_step(submission: Submission) -> Reply:
    """Save a step; the view turns into the next one."""
    visit, answers = submission.visit, values_in(submission.view)
    name = str(answers.get(NEW_CHANNEL) or "")
    if name and answers.get("response_channel"):
        raise InvalidAnswer(NEW_CHANNEL, "Choose a channel above, or name a new one: not both.")
    if name:
        return _create_first(submission, name)
    await visit.look_up_chosen(answers.get("response_channel"))
    await visit.meet(*people_in(answers))
    try:
        saved = await _save(visit, submission.subject_id, answers)
    except SettingsMoved as moved:
        await visit.store.run(guide.step_again, submission.subject_id, by=visit.user_id)
        raise InvalidAnswer("", str(moved)) from moved
    except StaleChannel as stale:
        raise InvalidAnswer("response_channel", str(stale)) from stale
    return {"response_action": "update", "view": _following(saved)}


async def _save(visit: Visit, form_id: int, answers: dict[str, Any]) -> Saved:
    pace = visit.settings.pace
    return await visit.run(guide.save_step, form_id, answers, by=visit.user_id, now=visit.now(), pace=pace)


def _following(saved: Saved) -> dict[str, Any]:
    if saved.following:
        return guide_modal(saved.following)
    return guide_done_view(saved.brand, lacks_channel=saved.lacks_channel, presence=saved.presence)


def _create_first(submission: Submission, typed: str) -> Reply:
    """Make the channel after the ack: it takes Slack longer than an answer may."""
    try:
        name = channel_name_of(typed)
    except OopsError as error:
        raise InvalidAnswer(NEW_CHANNEL, str(error)) from error
    submission.visit.tasks.start(_create(submission, name, submission.subject_id))
    return {"response_action": "update", "view": creating_view(name)}


async def _create(submission: Submission, name: str, form_id: int) -> None:
    visit = submission.visit
    try:
        channel_id = await _created_channel(submission.client, name, visit.user_id)
        await visit.look_up_chosen(channel_id)
        view = _following(await _save(visit, form_id, {"response_channel": channel_id}))
    except Exception as error:  # noqa: BLE001  told in the form, which comes back as it was typed
        note = _why_not_created(error)
        again = await visit.store.run(
            guide.step_again, form_id, by=visit.user_id, note=note, new_channel=name
        )
        view = guide_modal(again)
    await update(submission.client, str(submission.view["id"]), view)


async def _created_channel(client: AsyncWebClient, name: str, user_id: str) -> str:
    made: Any = await client.conversations_create(name=name, is_private=True)
    channel_id = str(made["channel"]["id"])
    await client.conversations_invite(channel=channel_id, users=user_id)
    return channel_id


def _why_not_created(error: Exception) -> str:
    if isinstance(error, SlackApiError):
        code = refusal_of(error).text
        return _REFUSED.get(
            code, f"Slack did not make the channel ({code}). Make one yourself and choose it here."
        )
    if isinstance(error, NO_ANSWER):
        return "Slack did not answer in time. If the channel is there now, choose it here."
    return sentence_for(error)


async def adapt_voice(
    ack: AsyncAck, body: dict[str, Any], context: AsyncBoltContext, client: AsyncWebClient
) -> None:
    """Draw the samples in the voice that was chosen."""
    visit, view = visit_of(context), body["view"]
    option = body["actions"][0].get("selected_option")

    async def redraw() -> None:
        try:
            card = await visit.run(
                guide.guide_preset,
                row_carried(view),
                Preset(option["value"]),
                by=visit.user_id,
                now=visit.now(),
            )
        except OopsError as error:
            log.info("voice_not_redrawn", user=visit.user_id, error=type(error).__name__)
        else:
            await update(client, view["id"], guide_modal(card))

    if option:
        visit.tasks.start(redraw())
    await ack()


CLICKS: dict[str, Clicked] = {settings_guide.OPEN_GUIDE: open_guide}
