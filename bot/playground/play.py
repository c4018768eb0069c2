"""The page's endpoints (/play/*): JSON in, JSON out, one acting person per request."""

import asyncio
import contextlib
import inspect
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from aiohttp import web

from bot.playground import events, files, play_shows
from bot.playground.people import Person
from bot.playground.play_verbs import VERBS, Verb
from bot.playground.refused import Json, NotOnScreen, Refused
from bot.playground.workspace import Workspace

PAGE = Path(__file__).parent / "page"
KEEP_ALIVE_SECONDS = 15


def _nothing_planned() -> datetime | None:
    return None


def _stands_still(_seconds: float) -> None:
    raise NotOnScreen("This playground's clock cannot be moved.")


@dataclass
class ClockHooks:
    """What the launcher knows of time; both functions may be async."""

    on_advance: Callable[[float], Any] = _stands_still
    """Moves the workspace's clock, and the app's, forward by so many seconds."""
    next_check_in: Callable[[], Any] = _nothing_planned
    """Returns the next planned check-in (aware datetime), or None."""
    is_fast: bool = False


class PagePlay:
    def __init__(self, workspace: Workspace, hooks: ClockHooks) -> None:
        self.workspace = workspace
        self.hooks = hooks

    def add_routes(self, app: web.Application) -> None:
        for name in ("state", "messages", "thread", "home", "views"):
            app.router.add_get(f"/play/{name}", getattr(self, f"_{name}"))
        for name, verb in VERBS.items():
            app.router.add_post(f"/play/{name}", self._posted(verb))
        app.router.add_post("/play/clock", self._clock)
        app.router.add_post("/play/faults", self._faults)
        app.router.add_post("/play/upload", self._upload)
        app.router.add_get("/play/files/{id}", self._file)
        app.router.add_get("/play/updates", self._updates)
        app.router.add_get("/", _index)
        app.router.add_static("/", PAGE)

    def close(self) -> None:
        """Let the open update streams end."""
        self.workspace.watching.close()

    def _person(self, user_id: Any) -> Person:
        humans = [user for user in self.workspace.users.values() if not user.is_bot]
        if not user_id:
            return Person(self.workspace, humans[0].id)
        if user_id not in [user.id for user in humans]:
            raise NotOnScreen(f"There is nobody called {user_id} here.")
        return Person(self.workspace, str(user_id))

    def _posted(self, verb: Verb) -> Callable[[web.Request], Awaitable[web.Response]]:
        async def handler(request: web.Request) -> web.Response:
            body = await _json(request)
            return web.json_response(await verb(self._person(body.get("user")), body) or {"ok": True})

        return handler

    # -- what is shown

    async def _state(self, request: web.Request) -> web.Response:
        moment = await _awaited(self.hooks.next_check_in())
        person = self._person(request.query.get("user"))
        planned = moment.isoformat() if moment else None
        return web.json_response(play_shows.state(person, planned, is_fast=self.hooks.is_fast))

    async def _messages(self, request: web.Request) -> web.Response:
        person, channel = self._person(request.query.get("user")), request.query.get("channel", "")
        found = person.sees(channel)
        play_shows.mark_read(person, channel, found)
        shown = [one for one in found if not (one.is_reply and one.ephemeral_to)]
        return web.json_response(play_shows.messages(person, shown))

    async def _thread(self, request: web.Request) -> web.Response:
        person = self._person(request.query.get("user"))
        found = person.sees_thread(request.query.get("channel", ""), request.query.get("ts", ""))
        return web.json_response(play_shows.messages(person, found))

    async def _home(self, request: web.Request) -> web.Response:
        return web.json_response(play_shows.home(self._person(request.query.get("user"))))

    async def _views(self, request: web.Request) -> web.Response:
        return web.json_response(play_shows.views(self._person(request.query.get("user"))))

    async def _file(self, request: web.Request) -> web.Response:
        person = self._person(request.query.get("user"))
        file = self.workspace.files.get(request.match_info["id"])
        if file is None or not file.is_uploaded or not files.may_read(self.workspace, file, person.id):
            raise NotOnScreen("There is no such file here.")
        data = self.workspace.store.content(file.id)
        # A file is shown or saved, never run: a page that somebody uploaded must not act as the playground.
        is_picture = file.mimetype in ("image/png", "image/jpeg", "image/gif", "image/webp")
        headers = {
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": "sandbox; default-src 'none'",
        }
        if not is_picture:
            headers["Content-Disposition"] = f'attachment; filename="{file.id}"'
        kind = file.mimetype if is_picture else "application/octet-stream"
        return web.Response(body=data, content_type=kind, headers=headers)

    async def _updates(self, request: web.Request) -> web.StreamResponse:
        """Send a line whenever something that this person can see has changed."""
        person = self._person(request.query.get("user"))
        stream = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        )
        await stream.prepare(request)
        # A closed tab ends the stream in the middle of a line; that is no error.
        with self.workspace.watching.watch(person.id) as changes, contextlib.suppress(ConnectionResetError):
            is_going_on = True
            while is_going_on:
                try:
                    async with asyncio.timeout(KEEP_ALIVE_SECONDS):
                        is_going_on = await changes.get()
                        line = b"data: changed\n\n"
                except TimeoutError:
                    line = b": still here\n\n"
                if is_going_on:
                    await stream.write(line)
        return stream

    # -- what is done

    async def _upload(self, request: web.Request) -> web.Response:
        form = await request.post()
        picked = form.get("file")
        if not isinstance(picked, web.FileField):
            raise NotOnScreen("Send the file in a form field called file.")
        person = self._person(form.get("user"))
        file_id = await person.uploads(picked.filename, picked.file.read())
        return web.json_response({"id": file_id, "name": self.workspace.files[file_id].name})

    async def _clock(self, request: web.Request) -> web.Response:
        body = await _json(request)
        seconds = float(body.get("advance_seconds") or 0)
        if body.get("to") == "next_check_in":
            moment = await _awaited(self.hooks.next_check_in())
            if moment is None:
                raise NotOnScreen("No check-in is planned. Report an oops first.")
            seconds = max(0.0, (moment - self.workspace.clock()).total_seconds())
        if seconds < 0:
            raise NotOnScreen("The clock only goes forward.")
        await _awaited(self.hooks.on_advance(seconds))
        await events.redeliver_due(self.workspace)
        self.workspace.changed_for(self.workspace.users)
        return web.json_response({"now": self.workspace.clock().isoformat()})

    async def _faults(self, request: web.Request) -> web.Response:
        body = await _json(request)
        faults = self.workspace.faults
        if body.get("clear"):
            faults.clear()
        if "disconnect" in body:
            await self.workspace.sockets.disconnect(body["disconnect"])
        faults.duplicate_events += int(body.get("duplicate_events", 0))
        if "method" in body:
            faults.add(
                body["method"],
                body["kind"],
                int(body.get("times", 1)),
                seconds=float(body.get("seconds", 1)),
                error=body.get("error", "internal_error"),
            )
        return web.json_response({"waiting": [vars(fault) for fault in faults.waiting if fault.times]})


@web.middleware
async def errors_as_sentences(request: web.Request, handler: Any) -> web.StreamResponse:
    """Answer the page's mistakes with 4xx and one sentence."""
    if not request.path.startswith("/play/"):
        return await handler(request)  # type: ignore[no-any-return]  # aiohttp's handler type is not generic here
    try:
        answer: web.StreamResponse = await handler(request)
    except NotOnScreen as error:
        return web.json_response({"error": str(error)}, status=409)
    except Refused as error:
        return web.json_response({"error": f"Slack refuses this: {error.error}."}, status=409)
    except KeyError as error:
        return web.json_response({"error": f"{error.args[0]} is missing."}, status=400)
    except ValueError as error:
        return web.json_response({"error": str(error)}, status=400)
    return answer


async def _json(request: web.Request) -> Json:
    if request.content_type != "application/json":
        raise ValueError("Send JSON, with its content type.")
    body = await request.json()
    if not isinstance(body, dict):
        raise ValueError("Send a JSON object.")  # noqa: TRY004 - becomes the same 400 as broken JSON
    return body


async def _awaited(value: Any) -> Any:
    return await value if inspect.isawaitable(value) else value


async def _index(_request: web.Request) -> web.FileResponse:
    return web.FileResponse(PAGE / "index.html", headers={"Cache-Control": "no-store"})
