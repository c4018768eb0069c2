"""What Slack says no to, in Slack's own words."""

from typing import Any

Json = dict[str, Any]


class Refused(Exception):
    """A Web API call that Slack would answer with {"ok": false, "error": ...}."""

    def __init__(self, error: str, messages: list[str] | None = None, **fields: Any) -> None:
        super().__init__(error)
        self.error = error
        self.messages = messages or []
        self.fields = fields

    def body(self) -> Json:
        """Return the answer's JSON, in the shape a real rejection had (pointers three times over)."""
        answer: Json = {"ok": False, "error": self.error, **self.fields}
        if self.messages:
            answer["errors"] = self.messages
            answer["response_metadata"] = {"messages": [f"[ERROR] {message}" for message in self.messages]}
        return answer


class NotOnScreen(Exception):
    """A person tried to use something that their Slack client does not show them."""
