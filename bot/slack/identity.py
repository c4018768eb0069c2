"""Who the bot is: asked once at start, with words that say what to do when Slack refuses the token."""

from dataclasses import dataclass
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import OopsError, TryAgain
from bot.slack.refusals import CLIENT_ERRORS, NO_ANSWER, refusal_of

REQUIRED_SCOPES = (
    "commands",
    "chat:write",
    "im:write",
    "users:read",
    "groups:read",
    "groups:history",
    "files:read",
    "files:write",
)
OPTIONAL_SCOPES = ("groups:write", "usergroups:read")

REFUSALS = {
    "not_authed": "SLACK_BOT_TOKEN is not set. Copy the bot token (xoxb-…) from your app's “OAuth & Permissions” page.",
    "invalid_auth": "Slack does not know SLACK_BOT_TOKEN. Copy it again from “OAuth & Permissions” (it starts with xoxb-).",
    "not_allowed_token_type": "SLACK_BOT_TOKEN holds another kind of token. Copy the bot token from “OAuth & Permissions” (it starts with xoxb-).",
    "account_inactive": "The app was removed from the workspace. Install it again on its “Install App” page.",
    "token_revoked": "SLACK_BOT_TOKEN was revoked. Install the app again and copy the new token.",
    "token_expired": "SLACK_BOT_TOKEN has expired. Switch token rotation off, install the app again and copy the new token.",
}


@dataclass(frozen=True, slots=True)
class Identity:
    """What auth.test says of our token."""

    team_id: str
    team_name: str
    url: str
    bot_user_id: str
    bot_id: str
    app_id: str
    scopes: tuple[str, ...]


async def ask_who_we_are(client: AsyncWebClient) -> Identity:
    """Return who we are. Raises OopsError for a token, a scope or an address that is not right, TryAgain where Slack is not reached."""
    if not client.token:
        raise OopsError(REFUSALS["not_authed"])
    try:
        answer: Any = await client.auth_test()
    except SlackApiError as error:
        refusal = refusal_of(error)
        sentence = REFUSALS.get(refusal.code, _other_refusal(refusal.text, client.base_url))
        is_elsewhere = refusal.status in CLIENT_ERRORS and not refusal.is_rate_limit
        raise (TryAgain if refusal.is_passing and not is_elsewhere else OopsError)(sentence) from error
    except NO_ANSWER as error:
        raise TryAgain(
            f"Slack could not be reached at {client.base_url}. Check the network, and SLACK_API_URL if you set it."
        ) from error
    granted = answer.headers.get("x-oauth-scopes") or answer.headers.get("X-OAuth-Scopes") or ""
    scopes = tuple(scope.strip() for scope in granted.split(",") if scope.strip())
    missing = [scope for scope in REQUIRED_SCOPES if scopes and scope not in scopes]
    if missing:
        raise OopsError(
            f"The app lacks the permission {', '.join(missing)}. Add it under “OAuth & Permissions”, or update the app from "
            "manifest.yml, then install it again."
        )
    return Identity(
        team_id=answer["team_id"],
        team_name=answer.get("team", ""),
        url=answer.get("url", ""),
        bot_user_id=answer["user_id"],
        bot_id=answer.get("bot_id", ""),
        app_id=answer.get("app_id", ""),
        scopes=scopes,
    )


def _other_refusal(code: str, address: str) -> str:
    return f"{address} refused SLACK_BOT_TOKEN: {code}. Look at https://status.slack.com (and at SLACK_API_URL, if you set it), and try again."
