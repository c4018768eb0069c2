"""Socket Mode: the app connects here and gets its payloads over a websocket."""

import asyncio
import itertools
import json
import secrets
from typing import Any

from aiohttp import WSMsgType, web

from bot.playground.delivery import COMMANDS, EVENTS, Reply, Retry
from bot.playground.refused import Json

MOST_CONNECTIONS = 10
_ANSWERED_INTERACTIONS = ("view_submission", "block_suggestion")


class SocketMode:
    """Up to 10 connections; each payload goes to one of them. It is a Delivery."""

    def __init__(self, app_id: str, ack_seconds: float = 3, *, redelivers_events: bool = True) -> None:
        self.is_enabled = True
        self.connections: list[web.WebSocketResponse] = []
        self._app_id = app_id
        self._ack_seconds = ack_seconds
        self._redelivers_events = redelivers_events
        self._tickets: set[str] = set()
        self._turn = itertools.count()
        self._waiting: dict[str, tuple[web.WebSocketResponse, asyncio.Future[Any]]] = {}

    def new_ticket(self) -> str:
        """Return a ticket for one connection."""
        ticket = secrets.token_urlsafe(16)
        self._tickets.add(ticket)
        return ticket

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Take a connection and keep it until either side ends it."""
        if request.query.get("ticket") not in self._tickets:
            return web.Response(
                status=401, text="This ticket is not valid: call apps.connections.open again."
            )
        self._tickets.discard(request.query["ticket"])
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        if not self.is_enabled or len(self.connections) >= MOST_CONNECTIONS:
            reason = "too_many_websockets" if self.is_enabled else "link_disabled"
            await socket.send_json(
                {"type": "disconnect", "reason": reason, "debug_info": {"host": "playground"}}
            )
            await socket.close()
            return socket
        await self._talk(socket)
        return socket

    async def _talk(self, socket: web.WebSocketResponse) -> None:
        self.connections.append(socket)
        try:
            await socket.send_json(self._hello())
            async for message in socket:
                if message.type == WSMsgType.TEXT:
                    self._take_ack(message.data)
        finally:
            self.connections.remove(socket)
            for owner, future in list(self._waiting.values()):
                if owner is socket and not future.done():
                    future.set_exception(ConnectionResetError())

    def _hello(self) -> Json:
        return {
            "type": "hello",
            "num_connections": len(self.connections),
            "connection_info": {"app_id": self._app_id},
            "debug_info": {"host": "playground", "build_number": 1, "approximate_connection_time": 18060},
        }

    def _take_ack(self, text: str) -> None:
        ack = json.loads(text)
        _, future = self._waiting.get(ack.get("envelope_id", ""), (None, None))
        if future is not None and not future.done():
            future.set_result(ack.get("payload"))

    async def deliver(self, kind: str, body: Json, retry: Retry | None = None) -> Reply:
        open_sockets = [socket for socket in self.connections if not socket.closed]
        if not open_sockets:
            return Reply(acked=False, reason="connection_failed", is_final=not self._redelivers_events)
        accepts = kind == COMMANDS or body.get("type") in _ANSWERED_INTERACTIONS
        envelope: Json = {
            "envelope_id": secrets.token_hex(16),
            "type": kind,
            "payload": body,
            "accepts_response_payload": accepts,
        }
        if kind == EVENTS:
            envelope["retry_attempt"] = retry.num if retry else 0
            envelope["retry_reason"] = retry.reason if retry else ""
        reply = await self._exchange(open_sockets[next(self._turn) % len(open_sockets)], envelope)
        return reply if accepts or not reply.acked else Reply(acked=True)

    async def _exchange(self, socket: web.WebSocketResponse, envelope: Json) -> Reply:
        future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._waiting[envelope["envelope_id"]] = (socket, future)
        try:
            async with asyncio.timeout(self._ack_seconds):
                await socket.send_json(envelope)
                return Reply(acked=True, payload=await future)
        except TimeoutError:
            return Reply(acked=False, reason="http_timeout", is_final=not self._redelivers_events)
        except ConnectionResetError:
            return Reply(acked=False, reason="connection_failed", is_final=not self._redelivers_events)
        finally:
            del self._waiting[envelope["envelope_id"]]

    async def disconnect(self, reason: str) -> None:
        """Tell every connection to go: "warning" (it stays open), "refresh_requested" or "link_disabled"."""
        if reason == "link_disabled":
            self.is_enabled = False
        for socket in list(self.connections):
            await socket.send_json(
                {"type": "disconnect", "reason": reason, "debug_info": {"host": "playground"}}
            )
            if reason != "warning":
                await socket.close()

    async def close(self) -> None:
        for socket in list(self.connections):
            await socket.close()
