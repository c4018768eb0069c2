"""How many calls are too many: one message a second in a channel, and so many a minute for a method."""

from dataclasses import dataclass, field

POSTING = ("chat.postMessage", "chat.postEphemeral")


@dataclass
class Bucket:
    """A bucket of `burst` calls that fills again at `per_second`."""

    burst: float
    per_second: float
    level: float = 0
    at: float = 0

    def wait_seconds(self, now: float) -> float:
        """Take one call; returns 0, or the seconds until there is one again."""
        if not self.at:
            self.level, self.at = self.burst, now
        self.level = min(self.burst, self.level + (now - self.at) * self.per_second)
        self.at = now
        if self.level < 1:
            return (1 - self.level) / self.per_second
        self.level -= 1
        return 0


@dataclass
class RateLimiter:
    """`channel_burst` posts to one channel at once, then one a second; `per_minute` limits single methods.

    The default is generous, since Slack keeps its bursts to itself; tests tighten it.
    """

    channel_burst: float = 1000
    channel_per_second: float = 1
    per_minute: dict[str, int] = field(default_factory=dict)
    _buckets: dict[str, Bucket] = field(default_factory=dict)

    def wait_seconds(self, method: str, channel: str, now: float) -> float:
        """Count a call; returns the seconds to wait when it is one too many, else 0."""
        wait = 0.0
        if method in self.per_minute:
            most = self.per_minute[method]
            wait = self._bucket(method, most, most / 60).wait_seconds(now)
        if not wait and method in POSTING:
            wait = self._bucket(
                f"channel:{channel}", self.channel_burst, self.channel_per_second
            ).wait_seconds(now)
        return wait

    def _bucket(self, key: str, burst: float, per_second: float) -> Bucket:
        return self._buckets.setdefault(key, Bucket(burst, per_second))
