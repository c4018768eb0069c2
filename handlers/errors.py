"""Bringing an error to the person at one place, in the surface's own way.

An ``OopsError`` is told as it stands. Anything else gets a reference that is also in the log. No error leaves a listener after
its ack (Bolt would then answer 500 although acked).
"""

from secrets import token_hex
from typing import Any

import structlog
from slack_bolt.context.async_context import AsyncBoltContext
from slack_bolt.error import BoltUnhandledRequestError
from slack_bolt.response import BoltResponse
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.errors import OopsError
from bot.slack.refusals import CALL_FAILED, NO_ANSWER, refusal_of
from messages.blocks import SlackMessage
from messages.problem import Problem, problem_message, problem_words

TOO_LATE = frozenset({"expired_trigger_id", "trigger_expired"})
"""What Slack says of a form that came later than 3 seconds after the click."""
NOTHING_MISSED = frozenset({"not_found", "exchanged_trigger_id", "trigger_exchanged"})
"""What it says of a view that the person has closed meanwhile, and of a form that they have: the click was delivered twice."""
NO_LONGER_OPEN = "invalid_trigger_id"
"""What it says of a form that belongs on a modal which the person has closed meanwhile: a trigger from anywhere else is as Slack gave it."""

log = structlog.get_logger()


def sentence_for(error: Exception) -> str:
    """Return what the person reads; an unexpected error is logged under a reference that they are given."""
    if isinstance(error, OopsError):
        return str(error)
    if isinstance(error, SlackApiError) and refusal_of(error).code in TOO_LATE:
        return problem_words(Problem.TOO_LATE)
    if isinstance(error, NO_ANSWER) or (isinstance(error, SlackApiError) and refusal_of(error).is_passing):
        log.warning("slack_did_not_answer", error=type(error).__name__)
        return problem_words(Problem.SLACK_IN_TROUBLE)
    if isinstance(error, SlackApiError) and refusal_of(error).is_app_removed:
        log.warning("token_refused", error=refusal_of(error).code)
        return problem_words(Problem.REFUSES_US)
    reference = token_hex(4)
    log.error("unexpected", reference=reference, exc_info=error)
    return problem_words(Problem.UNEXPECTED, reference=reference)


def is_nothing_missed(error: Exception, *, is_in_modal: bool = False) -> bool:
    """Return whether Slack refused a view that the person has already, or does not want any more: they closed the modal that they clicked in."""
    if not isinstance(error, SlackApiError):
        return False
    code = refusal_of(error).code
    return code in NOTHING_MISSED or (is_in_modal and code == NO_LONGER_OPEN)


async def tell(
    client: AsyncWebClient,
    user_id: str,
    message: SlackMessage | str,
    *,
    response_url: str = "",
    thread_ts: str = "",
) -> None:
    """Tell one person privately: by the ``response_url`` of what they did, else (or where that is used up) directly.

    ``thread_ts``: what they did was in that thread, so the answer stands there and not in the channel behind it.
    """
    content = problem_message(message) if isinstance(message, str) else message
    if response_url and await _respond(client, response_url, content, thread_ts):
        return
    try:
        opened = await client.conversations_open(users=user_id)
        await client.chat_postMessage(channel=opened["channel"]["id"], **content)
    except CALL_FAILED as error:
        log.warning("person_not_told", user=user_id, error=type(error).__name__)


async def _respond(client: AsyncWebClient, response_url: str, content: SlackMessage, thread_ts: str) -> bool:
    webhook = AsyncWebhookClient(response_url, session=client.session, timeout=10)
    body = {**content, "response_type": "ephemeral", "replace_original": False}
    try:
        answer = await webhook.send_dict(body | ({"thread_ts": thread_ts} if thread_ts else {}))
    except NO_ANSWER:
        return False
    return answer.status_code == 200  # noqa: PLR2004  HTTP: ok


async def answer_to_untaken(
    error: Exception, body: dict[str, Any], context: AsyncBoltContext
) -> BoltResponse:
    """Return the answer to a request that no listener took: nobody listens, nothing could be written down, or it is not as Slack sends it."""
    if isinstance(error, BoltUnhandledRequestError):
        return _answer_to_unlistened(body, context)
    if isinstance(error, OopsError):
        log.warning("request_not_taken", reason=str(error))
        return BoltResponse(status=503, body="")
    log.warning("request_not_read", exc_info=error)
    return BoltResponse(status=400, body="")


def _answer_to_unlistened(body: dict[str, Any], context: AsyncBoltContext) -> BoltResponse:
    """Return the answer to what an app with more commands, shortcuts or events than the manifest's is sent.

    Slack sends an event that is not acked three times again, and ends the subscription of an app that acks hardly any.
    """
    kind = body.get("type")
    log.info("nobody_listens", type=str((body.get("event") or {}).get("type") or kind or "command")[:40])
    if kind in {"shortcut", "message_action"} and context.client is not None:
        response_url = body.get("response_url") or ""
        told = tell(
            context.client,
            context.user_id or "",
            problem_words(Problem.UNLISTENED),
            response_url=response_url,
        )
        context["visit"].tasks.start(told)
    if "command" in body:
        return BoltResponse(
            status=200, body={"response_type": "ephemeral", "text": problem_words(Problem.UNLISTENED)}
        )
    return BoltResponse(status=200, body={"options": []} if kind == "block_suggestion" else "")
