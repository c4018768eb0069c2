"""A person and their Slack client: what they can do there, and what they see."""

from typing import Any

from bot.playground import events, files, interacting, modals, payloads, screen, suggesting
from bot.playground.app_config import Shortcut
from bot.playground.delivery import COMMANDS, Reply
from bot.playground.limits_of_views import check_message
from bot.playground.refused import Json, NotOnScreen, Refused
from bot.playground.response_url import show
from bot.playground.screen import Container
from bot.playground.state import Channel, Message, ResponseUrl, User, View
from bot.playground.workspace import Workspace


class Person:
    """One human of the workspace. Every verb awaits the app's answer, not what the app does after it."""

    def __init__(self, workspace: Workspace, user_id: str) -> None:
        self.workspace = workspace
        self.id = user_id

    @property
    def user(self) -> User:
        return self.workspace.user(self.id)

    # -- what they see

    def sees(self, channel_id: str) -> list[Message]:
        """Return the channel's messages, oldest first, without thread replies; own ephemeral ones included."""
        found = screen.visible_messages(self.workspace, self.id, channel_id)
        return [one for one in found if not one.is_reply or one.broadcast or one.ephemeral_to]

    def sees_thread(self, channel_id: str, ts: str) -> list[Message]:
        """Return a thread with its root, oldest first."""
        found = screen.visible_messages(self.workspace, self.id, channel_id)
        return [one for one in found if ts in (one.ts, one.thread_ts)]

    @property
    def channels(self) -> list[Channel]:
        return [one for one in self.workspace.channels.values() if self.workspace.can_see(self.id, one)]

    @property
    def views(self) -> list[View]:
        """Return the open modals, the top one last."""
        return modals.stack(self.workspace, self.id)

    @property
    def view(self) -> View:
        """Return the modal in front; raises NotOnScreen when none is open."""
        if not self.views:
            raise NotOnScreen(f"{self.id} has no modal open.")
        return self.views[-1]

    @property
    def home(self) -> View:
        home = modals.home_of(self.workspace, self.id)
        if home is None:
            raise NotOnScreen(f"{self.id} has no home view yet.")
        return home

    @property
    def notices(self) -> list[str]:
        """Return what Slack itself told this person because the app failed."""
        return [notice.text for notice in self.workspace.notices if notice.user == self.id]

    # -- speaking, commands and shortcuts

    def _member_channel(self, channel_id: str) -> Channel:
        channel = screen.visible_channel(self.workspace, self.id, channel_id)
        if self.id not in channel.members:
            raise NotOnScreen(f"{self.id} is not in {channel_id}: join it first.")
        if channel.is_archived:
            raise NotOnScreen(f"{channel_id} is archived.")
        return channel

    async def says(self, channel_id: str, text: str, thread_ts: str = "") -> Message:
        """Write a message."""
        self._member_channel(channel_id)
        return self.workspace.post(channel_id, self.id, text, thread_ts=thread_ts)

    async def command(self, channel_id: str, name: str, text: str = "") -> None:
        """Type a slash command; the answer in the ack, or Slackbot's error, shows up as an ephemeral message."""
        channel = self._member_channel(channel_id)
        if name not in [one.command for one in self.workspace.app.commands]:
            self._slackbot(
                channel, f"{name} is not a valid command. In Slack, a command has to be set up by an app."
            )
            return
        body = payloads.command(self.workspace, self.user, channel, name, text)
        reply = await self.workspace.delivery.deliver(COMMANDS, body)
        if reply.acked:
            self._take_command_answer(channel, reply)
        else:
            error = "operation_timeout" if reply.reason == "http_timeout" else "dispatch_failed"
            self._slackbot(channel, f'{name} failed with the error "{error}"')

    def _take_command_answer(self, channel: Channel, reply: Reply) -> None:
        if reply.payload in (None, ""):
            return
        body = {"text": reply.payload} if isinstance(reply.payload, str) else reply.payload
        try:
            check_message(body)
        except Refused as refused:
            self.workspace.refuse("slash_command", refused.error, refused.messages)
            return
        show(self.workspace, ResponseUrl("", self.id, channel.id, 0), body)

    def _slackbot(self, channel: Channel, text: str) -> None:
        self.workspace.post(channel.id, "USLACKBOT", text, ephemeral_to=self.id)

    def _shortcut(self, callback_id: str, kind: str) -> Shortcut:
        for one in self.workspace.app.shortcuts:
            if one.callback_id == callback_id and one.type == kind:
                return one
        raise NotOnScreen(f"There is no {kind} shortcut {callback_id}.")

    async def shortcut(self, callback_id: str) -> None:
        """Use a global shortcut."""
        self._shortcut(callback_id, "global")
        more = {"callback_id": callback_id, "action_ts": f"{self.workspace.now:.6f}"}
        trigger = self.workspace.new_trigger(self.id)
        body = payloads.interaction(self.workspace, self.user, "shortcut", trigger_id=trigger, **more)
        await interacting.deliver(self.workspace, body)

    async def message_shortcut(self, callback_id: str, channel_id: str, ts: str) -> None:
        """Use a shortcut from a message's menu."""
        self._shortcut(callback_id, "message")
        message = screen.shown(self.workspace, self.id, (channel_id, ts))
        if not isinstance(message, Message) or message.ephemeral_to:
            raise NotOnScreen("An ephemeral message has no shortcuts.")
        channel = self.workspace.channels[channel_id]
        body = payloads.interaction(
            self.workspace,
            self.user,
            "message_action",
            callback_id=callback_id,
            trigger_id=self.workspace.new_trigger(self.id),
            action_ts=f"{self.workspace.now:.6f}",
            message_ts=ts,
            response_url=self.workspace.new_response_url(self.id, channel_id),
            channel={"id": channel_id, "name": payloads.channel_name_for_app(channel)},
            message=payloads.message_json(self.workspace, message),
        )
        await interacting.deliver(self.workspace, body)

    async def opens_home(self, tab: str = "home") -> None:
        """Open the app's home; the first time the event carries no view."""
        direct = self.workspace.direct_channel(self.id)
        event: Json = {"type": "app_home_opened", "user": self.id, "channel": direct.id, "tab": tab}
        home = modals.home_of(self.workspace, self.id)
        if home is not None:
            event["view"] = payloads.view_json(self.workspace, home)
        await events.emit(self.workspace, event)

    # -- using what is shown

    async def clicks(
        self, container: Container, action_id: str, value: Any = None, block_id: str = ""
    ) -> None:
        """Press a button. Where several have the action id, say which by its `value` or `block_id`."""
        place = self._usable(container)
        block, element = screen.find_element(place, self.id, action_id, block_id, value)
        if element["type"] != "button":
            await self.selects(container, action_id, value, block_id)
            return
        await interacting.act(self.workspace, self.user, place, (block, element), None)

    async def selects(self, container: Container, action_id: str, value: Any, block_id: str = "") -> None:
        """Choose in a select, radio buttons, checkboxes, a picker or an overflow menu outside of input blocks."""
        place = self._usable(container)
        block, element = screen.find_element(place, self.id, action_id, block_id)
        if element["type"] == "button":
            raise NotOnScreen(f"{action_id} is a button: click it.")
        if block["type"] == "input" and isinstance(place, View):
            await self.fills(block["block_id"], value)
            return
        state = screen.enter(self.workspace, self.id, place, (block, element), value)
        await interacting.act(self.workspace, self.user, place, (block, element), state)

    async def searches(
        self, container: Container, action_id: str, typed: str = "", block_id: str = ""
    ) -> Json:
        """Open the list of a select with outside options, or type into it; returns the app's answer: what can be chosen now."""
        place = self._usable(container)
        target = screen.find_element(place, self.id, action_id, block_id)
        return await suggesting.search(self.workspace, self.user, place, target, typed)

    def _usable(self, container: Container) -> Message | View:
        place = screen.shown(self.workspace, self.id, container)
        if isinstance(place, Message) and self.workspace.channels[place.channel].is_archived:
            raise NotOnScreen(f"{place.channel} is archived.")
        return place

    async def fills(self, block_id: str, value: Any) -> None:
        """Enter a value into the front modal: text, an option's value, ids, dates; None or "" empties it.

        With `dispatch_action` on the block the app hears of it (block_actions, with the state of all fields).
        """
        view = self.view
        block, element = screen.find_input(view, block_id)
        state = self.enters(block_id, value)
        if block.get("dispatch_action"):
            await interacting.act(self.workspace, self.user, view, (block, element), state)

    def enters(self, block_id: str, value: Any) -> Json:
        """Enter a value without the app hearing of it, as while typing; returns the field's state."""
        view = self.view
        block, element = screen.find_input(view, block_id)
        state = screen.enter(self.workspace, self.id, view, (block, element), value)
        view.values[block_id] = {element["action_id"]: state}
        view.errors.pop(block_id, None)
        self.workspace.save(view)
        self.workspace.changed_for([self.id])
        return state

    async def submit(self) -> dict[str, str]:
        """Submit the front modal; returns the errors beside fields by block id, empty when there are none."""
        return await interacting.submit(self.workspace, self.user, self.view)

    async def closes(self, *, everything: bool = False) -> None:
        """Press the front modal's close button, or with `everything` the x that closes the whole stack."""
        await interacting.close(self.workspace, self.user, self.view, everything=everything)

    async def uploads(self, name: str, data: bytes) -> str:
        """Pick a file; returns its id, to be filled into a file_input."""
        return files.from_person(self.workspace, self.id, name, data).id

    # -- channels

    async def invites(self, channel_id: str, user_id: str) -> None:
        channel = self._member_channel(channel_id)
        if user_id not in channel.members:
            channel.members.append(self.workspace.user(user_id).id)
            self._save(channel)
            await events.emit_joined(self.workspace, channel, user_id, self.id)

    async def removes(self, channel_id: str, user_id: str) -> None:
        """Remove somebody (or leave, with one's own id)."""
        channel = self._member_channel(channel_id)
        channel.members.remove(user_id)
        self._save(channel, also=user_id)
        await events.emit_left(self.workspace, channel, user_id)

    async def archives(self, channel_id: str) -> None:
        channel = self._member_channel(channel_id)
        channel.is_archived = True
        self._save(channel)
        await events.emit_archived(self.workspace, channel, self.id)

    async def unarchives(self, channel_id: str) -> None:
        channel = screen.visible_channel(self.workspace, self.id, channel_id)
        channel.is_archived = False
        self._save(channel)
        await events.emit_archived(self.workspace, channel, self.id)

    def _save(self, channel: Channel, also: str = "") -> None:
        self.workspace.save(channel)
        self.workspace.changed_in(channel.id)
        self.workspace.changed_for([also])
