"""How fast a channel may be written to after Slack has said "too many": one message a second for a minute.

Slack takes about one message a second in a channel (docs.slack.dev, rate limits) and does not say how long a burst may be. So
nothing is slowed down until it refuses; without slowing down then, all that waits would come at once and be refused again.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

CAREFUL = timedelta(minutes=1)
BETWEEN = timedelta(seconds=1)


@dataclass(slots=True)
class RateLimits:
    """The channels that Slack refused lately. Every ``now`` is the caller's."""

    _careful_until: dict[str, datetime] = field(default_factory=dict)
    _paused_until: dict[str, datetime] = field(default_factory=dict)

    def note_refusal(self, channel_id: str, now: datetime, *, wait_seconds: int) -> datetime:
        """Pause a channel and return until when."""
        until = max(now + timedelta(seconds=wait_seconds), self._paused_until.get(channel_id, now))
        self._paused_until[channel_id] = until
        self._careful_until[channel_id] = until + CAREFUL
        return until

    def note_success(self, channel_id: str, now: datetime) -> None:
        """Let a channel that was refused lately rest for a second."""
        if channel_id in self._careful_until:
            self._paused_until[channel_id] = max(now + BETWEEN, self._paused_until.get(channel_id, now))

    def paused_channels(self, now: datetime) -> frozenset[str]:
        """Return the channels that nothing may be sent to now."""
        return frozenset(channel for channel, until in self._paused_until.items() if until > now)

    def slow_channels(self, now: datetime) -> frozenset[str]:
        """Return the channels that are paused, or may be sent one thing at a time."""
        self._careful_until = {name: until for name, until in self._careful_until.items() if until > now}
        self._paused_until = {name: until for name, until in self._paused_until.items() if until > now}
        return frozenset(self._careful_until)
