"""What Slack says when it refuses a call."""

from dataclasses import dataclass
from typing import Any

from aiohttp import ClientError
from slack_sdk.errors import SlackApiError, SlackRequestError

from bot.states import GroupTrouble

NO_ANSWER = (ClientError, TimeoutError, ConnectionError)
"""What a call raises to which Slack did not answer: it may or may not have been done."""
CALL_FAILED = (SlackApiError, *NO_ANSWER)
"""What a call raises that Slack refused, or did not answer to."""
FILE_UNANSWERED = (*NO_ANSWER, SlackRequestError)
"""What sending a file may raise too: its bytes go to another address, and were not taken there."""
CLIENT_ERRORS = range(400, 500)
TOO_MANY_REQUESTS = 429
SERVER_ERROR = 500
SERVICE_UNAVAILABLE = 503
UNKNOWN_OUTCOME = frozenset({"internal_error", "fatal_error", "service_unavailable", "request_timeout"})
RATE_LIMITED = frozenset({"ratelimited", "rate_limited"})
APP_REMOVED = frozenset({"token_revoked", "account_inactive", "invalid_auth", "token_expired", "not_authed"})
"""Refusals of every call, whatever it is, until somebody installs the app again."""
LONGEST_WAIT = 3600
"""Seconds that a Retry-After can keep us from asking again: in an emergency nobody waits longer, and one call an hour is no burden."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Slack's code for why, empty where the answer had none, and the HTTP status."""

    code: str
    status: int

    @property
    def text(self) -> str:
        """Return the code, for people and logs; the status where there is none."""
        return self.code or f"HTTP {self.status}"

    @property
    def is_elsewhere(self) -> bool:
        """Return whether something else than Slack's Web API has answered: that gives a code, unless it is down or is asked too often."""
        return not self.code and self.status < SERVER_ERROR and not self.is_rate_limit

    @property
    def is_unclear(self) -> bool:
        """Return whether it does not say that nothing was done: Slack, or something before it, is down."""
        return not self.code or self.status >= SERVER_ERROR or self.code in UNKNOWN_OUTCOME

    @property
    def is_rate_limit(self) -> bool:
        """Return whether it came too soon after others."""
        return self.status == TOO_MANY_REQUESTS or self.code in RATE_LIMITED

    @property
    def is_app_removed(self) -> bool:
        """Return whether nothing can be called any more, since the app or its token is gone."""
        return self.code in APP_REMOVED

    @property
    def is_passing(self) -> bool:
        """Return whether the same call may be taken in a moment."""
        return self.is_unclear or self.is_rate_limit


def refusal_of(error: SlackApiError) -> Refusal:
    """Return what an answer says, whatever it was: the client hands on text, bytes or its raw answer where it is no JSON."""
    answer: Any = error.response
    data = getattr(answer, "data", None)
    code = data.get("error") if isinstance(data, dict) else None
    status = answer.status_code if hasattr(answer, "status_code") else answer.status
    return Refusal(str(code or ""), int(status))


def seconds_to_wait(told: str) -> int:
    """Return the seconds of a Retry-After header, an hour at most; 1 where it says nothing of the kind, as something between Slack and us may do."""
    return min(int(told[:9]), LONGEST_WAIT) if told.isascii() and told.isdecimal() else 1


def group_trouble(error: Exception) -> GroupTrouble | None:
    """Return why the members of a user group cannot be known; None where Slack may yet say it (docs.slack.dev, usergroups.users.list)."""
    if not isinstance(error, SlackApiError):
        return None
    code = refusal_of(error).code
    if code == "missing_scope":
        return GroupTrouble.NOT_ALLOWED
    return GroupTrouble.GONE if code in {"no_such_subteam", "subteam_not_found"} else None
