"""New facts of a case: the form, its submission, and what follows from closing it after a flare-up."""

from typing import Any

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.context.async_context import AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import OopsError
from bot.reporting import facts_forms, forms
from bot.reporting.answers import report_of
from handlers.clicks import Click
from handlers.context import Visit, visit_of
from handlers.errors import sentence_for, tell
from handlers.judging import prepare_later, prepared
from handlers.reading import answers_in, typed_in
from handlers.showing import show
from handlers.submissions import CLOSE, Reply, Submission, on_submit, row_carried
from messages.report import FACTS_MODAL, expired_view, facts_modal


class FactsNotOpened(OopsError):
    """Slack did not open the form after a flare-up."""

    def __init__(self) -> None:
        super().__init__(
            "It is written down that it flares up, but Slack did not open the form for what is new. Press “New facts” in the "
            "plan if there is something; you will be asked sooner either way."
        )


def register(app: AsyncApp) -> None:
    """Listen to the form with a case's facts."""
    app.view(FACTS_MODAL)(on_submit(submit_facts))
    app.view_closed(FACTS_MODAL)(close_facts)


async def open_facts(click: Click, case_id: int, *, is_flaring: bool) -> None:
    """Open the form with a case's facts after the ack."""
    form = await click.visit.run(
        forms.open_facts_form,
        case_id,
        by=click.visit.user_id,
        is_flaring=is_flaring,
        now=click.visit.now(),
    )
    prepare_later(click)
    if not is_flaring:
        show(click, facts_modal(form))
        return

    async def open_or_ask_sooner() -> None:
        try:
            await click.client.views_open(trigger_id=click.trigger_id, view=facts_modal(form))
        except Exception as error:
            sentence_for(error)  # for the log
            await _close(click.visit, form.id)
            raise FactsNotOpened from error

    click.later(open_or_ask_sooner)


async def submit_facts(submission: Submission) -> Reply:
    """Decide again from the new facts."""
    visit = submission.visit
    await prepared()
    try:
        await visit.run(
            facts_forms.submit_facts,
            submission.subject_id,
            report_of(answers_in(submission.view), now=visit.now()),
            by=visit.user_id,
            now=visit.now(),
            pace=visit.settings.pace,
        )
    except forms.FormGone:
        return {"response_action": "update", "view": expired_view(typed_in(submission.view))}
    return CLOSE


async def close_facts(
    ack: AsyncAck, view: dict[str, Any], context: AsyncBoltContext, client: AsyncWebClient
) -> None:
    """After a flare-up without new facts, ask again sooner."""
    visit = visit_of(context)
    try:
        await _close(visit, row_carried(view))
    except Exception as error:  # noqa: BLE001  told to the person, with a reference where it was unexpected
        visit.tasks.start(tell(client, visit.user_id, sentence_for(error)))
    await ack()


async def _close(visit: Visit, form_id: int) -> None:
    await visit.run(
        facts_forms.close_facts, form_id, by=visit.user_id, now=visit.now(), pace=visit.settings.pace
    )
