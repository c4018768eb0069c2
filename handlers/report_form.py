"""The report form while it is answered, its submission, and the answer that it turns into."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import structlog
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.context.async_context import AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from bot import access
from bot.cards import AnswerCard, PlanPlace
from bot.errors import InvalidAnswer, OopsError
from bot.models import Case
from bot.reporting import forms
from bot.reporting.answering import LinkedAnswer, linked_answer
from bot.slack.directory import Directory
from bot.slack.refusals import CALL_FAILED
from bot.storage import Store, StoreBusy, slack_rows
from handlers.context import Visit, visit_of
from handlers.reading import answers_in, files_in, seen_in
from handlers.showing import is_redrawn
from handlers.submissions import Reply, Submission, row_carried
from messages.report import answer_view, form_modal, received_view

REFUSED = frozenset({PlanPlace.ARCHIVED, PlanPlace.PUBLIC, PlanPlace.UNREACHED})

log = structlog.get_logger()


async def adapt_form(
    ack: AsyncAck, body: dict[str, Any], context: AsyncBoltContext, client: AsyncWebClient
) -> None:
    """Draw the form again after an answer that others follow from."""
    visit, chosen = visit_of(context), body["actions"][0].get("selected_conversation")
    visit.tasks.start(_adapt(visit, client, body["view"], str(chosen or "")))
    await ack()


async def _adapt(visit: Visit, client: AsyncWebClient, view: dict[str, Any], channel_id: str) -> None:
    owner = {"user_id": visit.user_id, "fallback_channel": visit.settings.oops_response_channel}
    try:
        form_id = row_carried(view)
        await visit.look_up_chosen(channel_id)
        form = await visit.store.run(forms.adapt_form, form_id, seen_in(view), **owner)
        if not await is_redrawn(client, view["id"], form_modal(form), view_hash=view.get("hash")):
            # A quicker answer was drawn meanwhile; the row has both by now, and what was typed stays in the form.
            newest = await visit.store.read(forms.redrawn_form, form_id, **owner)
            await is_redrawn(client, view["id"], form_modal(newest))
    except (*CALL_FAILED, OopsError) as error:
        # The form works as it is drawn, and the submission checks everything again.
        log.info("form_not_redrawn", user=visit.user_id, error=type(error).__name__)


async def submit_report(submission: Submission) -> Reply:
    """Open a case; the form turns into the answer. The same form submitted twice is one case with one answer.

    While people wait in line the report is only received, so that each hears within Slack's 3 seconds; the answer follows.
    """
    try:
        taken = await _take(submission)
    except StoreBusy as busy:
        raise InvalidAnswer("what", str(busy)) from busy
    except access.StaleChannel as stale:
        raise InvalidAnswer("response_channel", str(stale)) from stale
    if not isinstance(taken, int):
        return {"response_action": "update", "view": answer_view(taken)}
    # Only what it needs: many wait at a time, and a submission holds the whole form.
    submission.visit.tasks.start(
        _answer_later(submission.visit, submission.client, submission.view["id"], taken)
    )
    return {"response_action": "update", "view": received_view()}


async def _take(submission: Submission) -> AnswerCard | int:
    """Return the answer, or the row of a report that was only received."""
    visit, view = submission.visit, submission.view
    form = forms.SubmittedForm(
        form_id=submission.subject_id,
        answers=answers_in(view),
        workspace_id=visit.workspace_id,
        reporter=visit.user_id,
        report_key=view["id"],
        evidence=files_in(view, "evidence"),
        fallback_channel=visit.settings.oops_response_channel,
    )
    await visit.look_up_chosen(form.answers.get("response_channel"))
    return await visit.store.run(
        forms.take_form,
        form,
        is_crowded=lambda: visit.store.is_crowded,
        now=visit.now(),
        pace=visit.settings.pace,
    )


async def _answer_later(visit: Visit, client: AsyncWebClient, view_id: str, received_id: int) -> None:
    """Open the case of a report that was received, after what people wait for, and show its answer."""
    pace = visit.settings.pace
    try:
        card = await visit.store.run_behind(forms.answer_received, received_id, now=visit.now(), pace=pace)
        await client.views_update(view_id=view_id, view=answer_view(card))
    except (*CALL_FAILED, OopsError) as error:
        # The view was closed, or the database is busy: the report is written down, and the tick opens it.
        log.info("answer_not_shown", report=received_id, error=type(error).__name__)


async def link_answer(
    store: Store, directory: Directory, client: AsyncWebClient, now: Callable[[], datetime], case_id: int
) -> None:
    """Once the plan is posted, have the reporter's answer say so: in its channel with its address and the case of the same link.

    Where it was refused, the answer says why the plan is not there.
    """
    try:
        answer = await store.read_behind(linked_answer, case_id)
        if answer.case.is_exercise:
            return
        if not answer.link and answer.card.place not in REFUSED:
            return
        is_member = answer.link and await _is_seen_by_reporter(store, directory, answer.case, now())
        view = linked_view(answer) if is_member else answer_view(answer.card, is_posted=bool(answer.link))
        await client.views_update(view_id=answer.case.report_key, view=view)
    except (*CALL_FAILED, StoreBusy) as error:
        # The answer was closed, or has to do without: the case is the same.
        log.info("answer_not_linked", case=case_id, error=type(error).__name__)


def linked_view(answer: LinkedAnswer) -> dict[str, Any]:
    """Return the answer as a member of its case's channel sees it."""
    return answer_view(answer.card, link=answer.link, same=answer.same)


async def _is_seen_by_reporter(store: Store, directory: Directory, case: Case, now: datetime) -> bool:
    if case.is_direct:
        return True
    row = await store.read(slack_rows.slack_channel, case.workspace_id, case.channel_id)
    if row is None or now - row.checked_at > access.FRESH:
        row = await directory.look_up_channel(case.workspace_id, case.channel_id)
    return row is not None and row.is_bot_member and case.reporter in row.members
