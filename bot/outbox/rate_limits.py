"""How fast a channel may be written to: a few messages at once, and after Slack has said "too many" one a second.

Slack takes about one message a second in a channel and lets short bursts pass, but does not say how long they may be
(docs.slack.dev, rate limits). So nothing is slowed down until it refuses. A refusal stops its channel for as long as Slack
says; until it has been quiet for a minute every channel is then written to one message a second, since what is too fast in
one channel is as fast in the others.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

AT_ONCE = 2
"""Messages under way to one channel while nothing was refused. A case's own go one after the other anyway; of several cases'
at the same time one may be refused before we know it.
"""
CAREFUL = timedelta(minutes=1)
BETWEEN = timedelta(seconds=1.05)
"""From one message's start to the next: Slack's second, and a little for what the network does to the two."""


@dataclass(slots=True)
class RateLimits:
    """What was sent lately, and which channels Slack refused. Every ``now`` is the caller's."""

    _careful_until: datetime | None = None
    _paused_until: dict[str, datetime] = field(default_factory=dict)
    _sent_at: dict[str, datetime] = field(default_factory=dict)

    def note_refusal(self, channel_id: str, now: datetime, *, wait_seconds: int) -> datetime:
        """Pause a channel and return until when."""
        until = max(now + timedelta(seconds=wait_seconds), self._paused_until.get(channel_id, now))
        self._paused_until[channel_id] = until
        self._careful_until = max(until + CAREFUL, self._careful_until or until)
        return until

    def note_start(self, channel_id: str, now: datetime) -> None:
        """Write down that something is being sent. What follows so soon was held up, and the next will be too: stay careful."""
        last, self._sent_at[channel_id] = self._sent_at.get(channel_id), now
        if self.is_careful(now) and last is not None and now - last < 2 * BETWEEN:
            self._careful_until = max(now + CAREFUL, self._careful_until or now)

    def is_careful(self, now: datetime) -> bool:
        """Return whether Slack has refused something lately."""
        return self._careful_until is not None and now < self._careful_until

    def at_once(self, now: datetime) -> int:
        """Return how many messages may be under way to one channel at the same time."""
        return 1 if self.is_careful(now) else AT_ONCE

    def held_up(self, now: datetime) -> frozenset[str]:
        """Return the channels to which nothing may be sent now."""
        self._forget(now)
        just_sent = [name for name, at in self._sent_at.items() if at + BETWEEN > now]
        return frozenset({*self._paused_until, *(just_sent if self.is_careful(now) else ())})

    def next_opening(self, now: datetime) -> datetime | None:
        """Return when the first channel that is held up may be written to again, or None where none is."""
        self._forget(now)
        moments = [*self._paused_until.values()]
        if self.is_careful(now):
            moments += [at + BETWEEN for at in self._sent_at.values() if at + BETWEEN > now]
        return min(moments, default=None)

    def start_again(self) -> None:
        """Forget everything: the clock was set back, and what was noted lies in its future."""
        self._careful_until = None
        self._paused_until.clear()
        self._sent_at.clear()

    def _forget(self, now: datetime) -> None:
        self._paused_until = {name: until for name, until in self._paused_until.items() if until > now}
        self._sent_at = {name: at for name, at in self._sent_at.items() if at + 2 * BETWEEN > now}
