"""Slack's Web API, held to its word: an answer that is not what its method promises counts as none, and nobody reads it.

What stands between Slack and us may say 200 with a page, a word or half of an answer. Whoever called hears of it as of a server
that is down (``Refusal.is_unclear``): the call may or may not have been done.
"""

from typing import Annotated, Any, NotRequired

from aiohttp import ClientPayloadError
from pydantic import StringConstraints, TypeAdapter, ValidationError
from slack_sdk.web.async_client import AsyncWebClient
from typing_extensions import TypedDict

Ts = Annotated[str, StringConstraints(pattern=r"^\d+\.\d+$")]


class _Known(TypedDict):
    id: str


class _Turning(TypedDict):
    next_cursor: NotRequired[str | None]


class _Page(TypedDict):
    response_metadata: NotRequired[_Turning | None]


class _Us(TypedDict):
    team_id: str
    user_id: str


class _Posted(TypedDict):
    channel: str
    ts: Ts
    message: NotRequired[dict[str, Any]]


class _Channel(TypedDict):
    channel: _Known


class _User(TypedDict):
    user: _Known


class _File(TypedDict):
    file: _Known


class _Members(_Page):
    members: list[str]


class _Messages(_Page):
    messages: list[dict[str, Any]]


class _Users(TypedDict):
    users: list[str]


class _Groups(TypedDict):
    usergroups: list[_Known]


class _Upload(TypedDict):
    file_id: str
    upload_url: str


class _Files(TypedDict):
    files: list[dict[str, Any]]


class _Address(TypedDict):
    url: str


_PROMISED: dict[str, TypeAdapter[Any]] = {
    "auth.test": TypeAdapter(_Us),
    "apps.connections.open": TypeAdapter(_Address),
    "chat.postMessage": TypeAdapter(_Posted),
    "conversations.create": TypeAdapter(_Channel),
    "conversations.history": TypeAdapter(_Messages),
    "conversations.info": TypeAdapter(_Channel),
    "conversations.members": TypeAdapter(_Members),
    "conversations.open": TypeAdapter(_Channel),
    "conversations.replies": TypeAdapter(_Messages),
    "files.completeUploadExternal": TypeAdapter(_Files),
    "files.getUploadURLExternal": TypeAdapter(_Upload),
    "files.info": TypeAdapter(_File),
    "usergroups.list": TypeAdapter(_Groups),
    "usergroups.users.list": TypeAdapter(_Users),
    "users.info": TypeAdapter(_User),
}
"""What is read of the answers; of those of other methods nothing is."""


class SlackClient(AsyncWebClient):
    """A client whose answers have what is read of them. Raises SlackApiError without a code for one that has not."""

    async def _request(self, *, http_verb: str, api_url: str, req_args: Any) -> dict[str, Any]:
        try:
            answer: dict[str, Any] = await super()._request(
                http_verb=http_verb, api_url=api_url, req_args=req_args
            )
        except UnicodeDecodeError as error:
            raise ClientPayloadError("not a text") from error
        if not _is_as_promised(api_url.rpartition("/")[2], answer["data"]):
            answer["data"] = {}
        return answer


def _is_as_promised(method: str, data: Any) -> bool:
    if not isinstance(data, dict):
        return False
    promised = _PROMISED.get(method)
    if promised is None or not data.get("ok"):
        return True
    try:
        promised.validate_python(data, strict=True)
    except ValidationError:
        return False
    return True
