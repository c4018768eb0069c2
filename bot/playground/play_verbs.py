"""What the page can do for the acting person: one verb for each POST /play/<name>."""

import html
import re
from collections.abc import Awaitable, Callable

from bot.playground import screen
from bot.playground.people import Person
from bot.playground.play_shows import SLACK_COMMANDS
from bot.playground.refused import Json, NotOnScreen
from bot.playground.state import View

Verb = Callable[[Person, Json], Awaitable[Json | None]]


async def _command(person: Person, body: Json) -> None:
    name, _, text = str(body["text"]).strip().partition(" ")
    if name in [one["command"] for one in SLACK_COMMANDS]:
        await _slack_command(person, str(body["channel"]), name, text.strip().lstrip("@"))
    else:
        await person.command(body["channel"], name, text.strip())


async def _slack_command(person: Person, channel: str, name: str, who: str) -> None:
    named = [
        user.id for user in person.workspace.users.values() if who.lower() in (user.name, user.id.lower())
    ]
    if name in ("/invite", "/remove"):
        if not named:
            raise NotOnScreen(f"There is nobody called @{who} here.")
        await (person.invites if name == "/invite" else person.removes)(channel, named[0])
    else:
        await (person.archives if name == "/archive" else person.unarchives)(channel)


async def _message(person: Person, body: Json) -> Json:
    text = _as_slack_keeps_it(person, str(body["text"]))
    message = await person.says(body["channel"], text, str(body.get("thread_ts") or ""))
    return {"ts": message.ts}


def _as_slack_keeps_it(person: Person, typed: str) -> str:
    """Return what Slack's client makes of a typed line: its three characters escaped, links and @names marked."""
    ids = {user.name: user.id for user in person.workspace.users.values()}
    text = html.escape(typed, quote=False)
    text = re.sub(r"https?://[^\s<>]+", lambda found: f"<{found[0]}>", text)
    return re.sub(
        r"(?<!\S)@(\w+)", lambda found: f"<@{ids[found[1]]}>" if found[1] in ids else found[0], text
    )


async def _shortcut(person: Person, body: Json) -> None:
    await person.shortcut(body["callback_id"])


async def _message_shortcut(person: Person, body: Json) -> None:
    await person.message_shortcut(body["callback_id"], body["channel"], body["ts"])


async def _action(person: Person, body: Json) -> None:
    container = _container(person, body["container"])
    action_id, block_id = body["action_id"], body.get("block_id", "")
    place = screen.shown(person.workspace, person.id, container)
    _, element = screen.find_element(place, person.id, action_id, block_id, body.get("value"))
    if element["type"] == "button":
        await person.clicks(container, action_id, body.get("value"), block_id)
    else:
        await person.selects(container, action_id, body.get("value"), block_id)


def _container(person: Person, named: Json) -> screen.Container:
    if named.get("home"):
        return "home"
    if "view_id" in named:
        return _front(person, named["view_id"])
    if "ephemeral_id" in named:
        channel, _, ts = str(named["ephemeral_id"]).rpartition("-")
        return channel, ts
    return named["channel"], named["ts"]


def _front(person: Person, view_id: str) -> View:
    if person.view.id != view_id:
        raise NotOnScreen("This dialog is no longer in front.")
    return person.view


async def _fill(person: Person, body: Json) -> None:
    _front(person, body["view_id"])
    await person.fills(body["block_id"], body.get("value"))


async def _search(person: Person, body: Json) -> Json:
    container = _container(person, body["container"])
    return await person.searches(container, body["action_id"], str(body["typed"]), body.get("block_id", ""))


async def _submit(person: Person, body: Json) -> Json:
    view = _front(person, body["view_id"])
    for block_id, value in (body.get("values") or {}).items():
        person.enters(block_id, value)
    errors = await person.submit()
    return {"ok": not errors and not view.notice, "errors": errors}


async def _close(person: Person, body: Json) -> None:
    _front(person, body["view_id"])
    await person.closes(everything=bool(body.get("everything")))


async def _home_opened(person: Person, _body: Json) -> None:
    await person.opens_home()


VERBS: dict[str, Verb] = {
    "command": _command,
    "message": _message,
    "shortcut": _shortcut,
    "message_shortcut": _message_shortcut,
    "action": _action,
    "fill": _fill,
    "search": _search,
    "submit": _submit,
    "close": _close,
    "home_opened": _home_opened,
}
