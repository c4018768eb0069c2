"""The Bolt app: one workspace's, authorized once, and no request reaches a listener without its visit."""

from collections.abc import Awaitable, Callable
from typing import Any

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.context.async_context import AsyncBoltContext
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack.identity import Identity
from handlers import register_all, strangers
from handlers.context import Visit
from handlers.errors import answer_to_untaken


def bolt_app(client: AsyncWebClient, identity: Identity, *, bot_token: str) -> AsyncApp:
    """Return the app without listeners; it never asks Slack who it is."""
    authorized = AuthorizeResult(
        enterprise_id=None,
        team_id=identity.team_id,
        bot_id=identity.bot_id,
        bot_user_id=identity.bot_user_id,
        bot_token=bot_token,
    )

    async def authorize(**_: Any) -> AuthorizeResult:
        return authorized

    app = AsyncApp(
        name="oops",  # else Bolt looks for one in the source of its callers: 50 ms of each start
        client=client,
        authorize=authorize,
        request_verification_enabled=False,  # bot/http.py does, before it reads a request
        raise_error_for_unhandled_request=True,  # else Bolt answers 404: Slack takes that for a failure, and sends events again
        process_before_response=True,  # else Bolt looks for the ack every 10 ms
    )
    app.error(answer_to_untaken)
    return app


def listen(app: AsyncApp, identity: Identity, visit_by: Callable[[str], Visit]) -> None:
    """Register every listener. Each finds the visit of its person in the context; strangers, and what we do ourselves, get no further."""

    async def introduce(
        body: dict[str, Any], context: AsyncBoltContext, next_: Callable[[], Awaitable[None]]
    ) -> BoltResponse | None:
        context["client"] = app.client  # Bolt makes one for each request, of a kind of its own
        visit = visit_by(context.user_id or "")
        is_ourselves = "event" not in body and context.user_id == identity.bot_user_id
        is_stranger = strangers.is_stranger(body, identity.team_id)
        if is_stranger and strangers.may_be_of_our_grid(body, identity.team_id):
            is_stranger = not await visit.directory.is_of_us(visit.user_id)
        if is_ourselves or is_stranger:
            return await strangers.refuse(body, context, visit.tasks.start)
        context["visit"] = visit
        await next_()
        return None

    app.middleware(introduce)
    register_all(app)
