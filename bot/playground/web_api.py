"""The Web API's front door: token, scope, rate, faults, then the method. Every call and refusal is logged."""

import json
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from math import isfinite
from typing import Any

from bot.playground.faults import Fault
from bot.playground.refused import Json, Refused
from bot.playground.workspace import Call, Workspace

Handler = Callable[[Workspace, Json], Awaitable[Json]]

_DONE = ("slow", "accept_then_drop", "accept_then_answer")
"""Faults after which the call has done its work."""
_NESTED: dict[str, type] = {
    "blocks": list,
    "view": dict,
    "metadata": dict,
    "attachments": list,
    "files": list,
    "trigger_actions": list,
}
_LISTS = ("users", "types")
_NUMBERS = {
    "limit": "invalid_limit",
    "length": "invalid_arguments",
    "oldest": "invalid_ts_oldest",
    "latest": "invalid_ts_latest",
}


@dataclass(frozen=True)
class Method:
    """One method: what it does, the scopes of which one is enough, the kind of token."""

    handler: Handler
    scopes: tuple[str, ...] = ()
    token: str = "bot"  # noqa: S105 - a kind: "bot", "app" or "none"


@dataclass
class Answer:
    """What goes back over HTTP: JSON, or text as it stands. `is_dropped`: nothing goes back, the connection closes."""

    status: int
    body: Json | str
    headers: dict[str, str] = field(default_factory=dict)
    delay_seconds: float = 0
    is_dropped: bool = False


class WebApi:
    def __init__(self, workspace: Workspace, methods: dict[str, Method]) -> None:
        self.workspace = workspace
        self._methods = methods

    async def call(self, name: str, args: Json, token: str) -> Answer:
        """Return Slack's answer to one call."""
        fault = self.workspace.faults.take(name)
        answer = self._before(name, args, fault)
        if answer is None:
            answer = await self._run(name, args, token)
            if fault is not None and fault.kind == "slow":
                answer.delay_seconds = fault.seconds
            answer.is_dropped = fault is not None and fault.kind == "accept_then_drop"
            if fault is not None and fault.kind == "accept_then_answer":
                return given_by(fault)
        return answer

    def _before(self, name: str, args: Json, fault: Fault | None) -> Answer | None:
        """Return the answer of a call that does nothing: too many, or broken on demand."""
        wait = self.workspace.limiter.wait_seconds(name, str(args.get("channel", "")), self.workspace.now)
        if fault is not None and fault.kind == "ratelimited":
            wait = fault.seconds
        if wait > 0:
            self._log(name, args, "ratelimited")
            return Answer(
                429, {"ok": False, "error": "ratelimited"}, {"Retry-After": str(max(1, round(wait)))}
            )
        if fault is None or fault.kind in _DONE:
            return None
        self._log(name, args, fault.kind)
        if fault.kind == "answer":
            return given_by(fault)
        if fault.kind == "no_json":
            return Answer(503, "upstream connect error")
        if fault.kind == "error":
            return Answer(200, {"ok": False, "error": fault.error})
        return Answer(500, {"ok": False, "error": "internal_error"}, is_dropped=fault.kind == "drop")

    async def _run(self, name: str, args: Json, token: str) -> Answer:
        headers = {"x-oauth-scopes": ",".join(sorted(self.workspace.app.scopes))}
        try:
            method = self._method(name)
            self._check_token(method, token)
            require_scope(self.workspace, *method.scopes)
            body = await method.handler(self.workspace, _read_nested(args))
        except Refused as refused:
            self._log(name, args, refused.error)
            self.workspace.refuse(name, refused.error, refused.messages)
            return Answer(200, refused.body(), headers)
        self._log(name, args, "")
        return Answer(200, {"ok": True, **body}, headers)

    def _method(self, name: str) -> Method:
        if name not in self._methods:
            raise Refused("unknown_method", req_method=name)
        return self._methods[name]

    def _check_token(self, method: Method, token: str) -> None:
        app = self.workspace.app
        if method.token == "none":  # noqa: S105 - a kind of token
            return
        if not token:
            raise Refused("not_authed")
        if token not in (app.bot_token, app.app_token):
            raise Refused("invalid_auth")
        if token != (app.app_token if method.token == "app" else app.bot_token):  # noqa: S105 - a kind of token
            raise Refused("not_allowed_token_type")
        if app.is_revoked:
            raise Refused("token_revoked")

    def _log(self, name: str, args: Json, error: str) -> None:
        self.workspace.calls.append(Call(self.workspace.clock(), name, dict(args), error))


def given_by(fault: Fault) -> Answer:
    """Return the answer that a fault asks for, as it stands."""
    return Answer(fault.status, fault.body, {"Content-Type": "application/json", **fault.headers})


def require_scope(workspace: Workspace, *any_of: str) -> None:
    """Raise Refused("missing_scope") unless one of these scopes is granted; none named is always fine."""
    granted = workspace.app.scopes
    if any_of and not granted & set(any_of):
        raise Refused("missing_scope", needed=",".join(any_of), provided=",".join(sorted(granted)))


def _read_nested(args: Json) -> Json:
    """Return the arguments with JSON text read: forms and query strings carry nested values that way."""
    read = dict(args)
    for name in _NESTED:
        if isinstance(read.get(name), str):
            try:
                read[name] = json.loads(read[name])
            except ValueError as error:
                raise Refused("invalid_blocks_format" if name == "blocks" else "invalid_arguments") from error
    for name, value in read.items():
        if value is not None and value != "":
            _check_kind(name, value)
    return read


def _check_kind(name: str, value: Any) -> None:
    """Raise Refused for a value of a kind that its argument cannot have."""
    if name in _NUMBERS:
        try:
            is_fine = not isinstance(value, bool) and isfinite(float(value))
        except (TypeError, ValueError):
            is_fine = False
        if not is_fine:
            raise Refused(_NUMBERS[name])
    elif name == "blocks":
        return  # judged with what it holds
    elif name in _NESTED or name in _LISTS:
        wanted = (_NESTED[name],) if name in _NESTED else (str, list)
        if not isinstance(value, wanted):
            raise Refused("invalid_arguments", [f"must provide another kind [json-pointer:/{name}]"])
    elif isinstance(value, list | dict):
        raise Refused("invalid_arguments", [f"must provide a string [json-pointer:/{name}]"])


def flag(args: Json, name: str, *, default: bool = False) -> bool:
    """Return a boolean argument, however it was written: true, "true", "1", 1."""
    value = args.get(name)
    return default if value is None or value == "" else value in (True, 1, "1", "true", "True")


def listed(args: Json, name: str) -> list[str]:
    """Return a list argument: an array, or words with commas between."""
    value = args.get(name)
    if isinstance(value, list):
        return [str(item) for item in value]
    return [item.strip() for item in str(value or "").split(",") if item.strip()]


def needed(args: Json, name: str) -> Any:
    """Return an argument that must be there; raises Refused("invalid_arguments")."""
    value = args.get(name)
    if value is None or value == "":
        raise Refused("invalid_arguments", [f"missing required field: {name}"])
    return value


def page(workspace: Workspace, items: list[Any], args: Json) -> tuple[list[Any], Json]:
    """Return one page of a list and the response_metadata with the next cursor, empty at the end."""
    limit = min(int(float(args.get("limit") or 0)) or workspace.app.page_limit, workspace.app.page_limit)
    if limit < 1:
        raise Refused("invalid_limit")
    cursor = str(args.get("cursor") or "")
    if cursor and not re.fullmatch(r"next:[0-9]{1,9}", cursor):
        raise Refused("invalid_cursor")
    start = int(cursor.removeprefix("next:")) if cursor else 0
    following = f"next:{start + limit}" if start + limit < len(items) else ""
    return items[start : start + limit], {"response_metadata": {"next_cursor": following}}
