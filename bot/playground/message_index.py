"""Finds messages by channel and by thread without looking at all of them."""

from collections import defaultdict

from bot.playground.state import Message


class MessageIndex:
    """A ts only ever grows, so the order in which messages come is their order in time."""

    def __init__(self) -> None:
        self._channels: dict[str, dict[str, Message]] = defaultdict(dict)
        self._threads: dict[tuple[str, str], dict[str, Message]] = defaultdict(dict)

    def add(self, message: Message) -> None:
        self._channels[message.channel][message.ts] = message
        if message.is_reply:
            self._threads[message.channel, message.thread_ts][message.ts] = message

    def remove(self, message: Message) -> None:
        self._channels[message.channel].pop(message.ts, None)
        self._threads[message.channel, message.thread_ts].pop(message.ts, None)

    def in_channel(self, channel: str) -> list[Message]:
        return list(self._channels[channel].values())

    def replies(self, channel: str, root_ts: str) -> list[Message]:
        return list(self._threads[channel, root_ts].values())
