"""The HTTP server on this machine: Slack's own addresses, and the page's."""

import asyncio
from typing import Any

from aiohttp import web

from bot.playground import api_chat, api_conversations, api_files, api_people, api_views
from bot.playground.files import receive
from bot.playground.play import ClockHooks, PagePlay, errors_as_sentences
from bot.playground.quick_json import dumped, loaded
from bot.playground.refused import Json, Refused
from bot.playground.response_url import respond
from bot.playground.web_api import Answer, Method, WebApi, given_by
from bot.playground.workspace import Call, Workspace

HOST = "127.0.0.1"
_LOCAL_NAMES = ("127.0.0.1", "localhost")
SIGN_IN_PAGE = "<!DOCTYPE html><title>Sign in</title>"


async def open_connection(workspace: Workspace, _args: Json) -> Json:
    address = workspace.base_url.replace("http", "ws", 1)
    return {"url": f"{address}/link/?ticket={workspace.sockets.new_ticket()}&app_id={workspace.app.id}"}


METHODS: dict[str, Method] = {
    "apps.connections.open": Method(open_connection, token="app"),  # noqa: S106 - a kind of token
    **api_chat.METHODS,
    **api_conversations.METHODS,
    **api_files.METHODS,
    **api_people.METHODS,
    **api_views.METHODS,
}


class PlaygroundServer:
    """Serves one workspace on 127.0.0.1. `port` 0 takes a free one; `url` and `api_url` are known after `start`."""

    def __init__(self, workspace: Workspace, *, port: int = 0, hooks: ClockHooks | None = None) -> None:
        self.workspace = workspace
        self.api = WebApi(workspace, METHODS)
        self.port = port
        self._play = PagePlay(workspace, hooks or ClockHooks())
        self._runner: web.AppRunner | None = None

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.port}"

    @property
    def api_url(self) -> str:
        """Return what SLACK_API_URL and AsyncWebClient(base_url=...) take."""
        return f"{self.url}/api/"

    async def start(self) -> None:
        self._runner = web.AppRunner(self._app(), access_log=None, shutdown_timeout=1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, HOST, self.port)
        await site.start()
        self.port = self._runner.addresses[0][1]
        self.workspace.base_url = self.url

    async def stop(self) -> None:
        await self.workspace.sockets.close()
        self._play.close()
        if self._runner is not None:
            await self._runner.cleanup()

    def _app(self) -> web.Application:
        app = web.Application(
            middlewares=[only_from_here, errors_as_sentences], client_max_size=32 * 1024 * 1024
        )
        app.router.add_route("*", "/api/{method}", self._api)
        app.router.add_get("/link/", self.workspace.sockets.serve)
        app.router.add_post("/upload/v1/{token}", self._upload)
        app.router.add_get("/files/{id}/{name}", self._download)
        app.router.add_post("/respond/{id}", self._respond)
        self._play.add_routes(app)
        return app

    async def _api(self, request: web.Request) -> web.StreamResponse:
        try:
            args = await _arguments(request)
        except ValueError:
            return web.json_response({"ok": False, "error": "invalid_json"})
        scheme, _, bearer = request.headers.get("Authorization", "").partition(" ")
        token = bearer if scheme.lower() == "bearer" else str(args.get("token", ""))
        args.pop("token", None)
        return await _sent(request, await self.api.call(request.match_info["method"], args, token))

    async def _upload(self, request: web.Request) -> web.StreamResponse:
        data = await _uploaded_bytes(request)
        if (broken := self._broken("upload")) is not None:
            return broken
        try:
            file = receive(self.workspace, request.match_info["token"], data)
        except Refused as refused:
            self.workspace.refuse("upload", refused.error, refused.messages)
            return web.Response(status=400, text=refused.error)
        return web.Response(text=f"OK - {file.size}")

    async def _download(self, request: web.Request) -> web.StreamResponse:
        app = self.workspace.app
        if (broken := self._broken("download")) is not None:
            return broken
        file = self.workspace.files.get(request.match_info["id"])
        is_allowed = (
            request.headers.get("Authorization") == f"Bearer {app.bot_token}" and "files:read" in app.scopes
        )
        if not is_allowed or app.is_revoked:  # Slack answers 200 with its sign-in page, not an error
            return web.Response(text=SIGN_IN_PAGE, content_type="text/html")
        if file is None or not file.is_complete or file.is_deleted:
            return web.Response(status=404, text="file_not_found")
        return web.Response(body=self.workspace.store.content(file.id), content_type=file.mimetype)

    async def _respond(self, request: web.Request) -> web.StreamResponse:
        if (broken := self._broken("response_url")) is not None:
            return broken
        try:
            body = loaded(await request.text())
            respond(self.workspace, request.match_info["id"], body)
        except ValueError:
            return web.Response(status=400, text="invalid_payload")
        except Refused as refused:
            status = 404 if refused.error in ("expired_url", "used_url") else 400
            return web.Response(status=status, text=refused.error)
        return web.Response(text="ok")

    def _broken(self, name: str) -> web.StreamResponse | None:
        """Return what an address that is no method of the Web API answers while it is broken on demand."""
        fault = self.workspace.faults.take(name, is_method=False)
        if fault is None:
            return None
        self.workspace.calls.append(Call(self.workspace.clock(), name, {}, fault.kind))
        return _as_it_stands(given_by(fault))


@web.middleware
async def only_from_here(request: web.Request, handler: Any) -> web.StreamResponse:
    """Refuse other host names (DNS rebinding) and requests that another site's page sent."""
    host = (request.headers.get("Host") or "").rpartition(":")[0] or request.headers.get("Host", "")
    origin = request.headers.get("Origin")
    if host not in _LOCAL_NAMES or (origin is not None and origin != f"http://{request.headers.get('Host')}"):
        return web.json_response(
            {"error": "Open the playground by its own address on this machine."}, status=403
        )
    answer: web.StreamResponse = await handler(request)
    return answer


async def _arguments(request: web.Request) -> Json:
    args: Json = dict(request.query)
    if request.content_type == "application/json":
        body = loaded(await request.text() or "{}")
        if not isinstance(body, dict):
            raise ValueError("arguments must be a JSON object")
        args |= body
    elif request.can_read_body:
        args |= {name: value for name, value in (await request.post()).items() if isinstance(value, str)}
    return args


async def _uploaded_bytes(request: web.Request) -> bytes:
    if request.content_type.startswith("multipart/"):
        for value in (await request.post()).values():
            if isinstance(value, web.FileField):
                return value.file.read()
    return await request.read()


async def _sent(request: web.Request, answer: Answer) -> web.StreamResponse:
    if answer.delay_seconds:
        await asyncio.sleep(answer.delay_seconds)
    if answer.is_dropped and request.transport is not None:
        request.transport.abort()
    if isinstance(answer.body, str):
        return _as_it_stands(answer)
    return web.Response(
        body=dumped(answer.body),
        status=answer.status,
        headers=answer.headers,
        content_type="application/json",
        charset="utf-8",
    )


def _as_it_stands(answer: Answer) -> web.Response:
    headers = answer.headers or {"Content-Type": "text/plain"}
    return web.Response(body=str(answer.body).encode(), status=answer.status, headers=headers)
