"""What Slack says when it refuses a call."""

from dataclasses import dataclass
from typing import Any

from slack_sdk.errors import SlackApiError

SERVER_ERROR = 500


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
    def is_unclear(self) -> bool:
        """Return whether it does not say that nothing was done: Slack, or something before it, is down."""
        return not self.code or self.status >= SERVER_ERROR


def refusal_of(error: SlackApiError) -> Refusal:
    """Return what an answer says, whatever it was: the client hands on text, bytes or its raw answer where it is no JSON."""
    answer: Any = error.response
    data = getattr(answer, "data", None)
    code = data.get("error") if isinstance(data, dict) else None
    status = answer.status_code if hasattr(answer, "status_code") else answer.status
    return Refusal(str(code or ""), int(status))
