"""Hands payloads to the real Bolt app without a socket: signed requests in, its real answers out."""

import json
import time
from typing import Any

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest

from bot.playground.delivery import Reply, Retry, encoded, read_reply, signed
from bot.playground.workspace import Workspace

Json = dict[str, Any]


class InProcess:
    """A delivery straight into ``app``. Requests are signed on the real clock, since Bolt checks their age on it."""

    def __init__(self, workspace: Workspace, app: AsyncApp) -> None:
        self._workspace = workspace
        self._app = app

    async def deliver(self, kind: str, body: Json, retry: Retry | None = None) -> Reply:
        content_type, raw = encoded(kind, body)
        headers: dict[str, str | list[str]] = {
            "Content-Type": content_type,
            **signed(self._workspace.app.signing_secret, raw, time.time()),
        }
        if retry is not None:
            headers |= {"X-Slack-Retry-Num": str(retry.num), "X-Slack-Retry-Reason": retry.reason}
        request = AsyncBoltRequest(body=raw, headers=headers)
        answer = await self._app.async_dispatch(request)
        kinds = answer.headers.get("content-type", [""])
        text = answer.body if isinstance(answer.body, str) else json.dumps(answer.body)
        return read_reply(answer.status, kinds[0], text)
