"""A clock that can be moved forward, for the playground's "go to the next check-in"."""

from datetime import UTC, datetime, timedelta


class MovableClock:
    """Real time times `speed`, plus what it was moved by. Call it for an aware UTC datetime."""

    def __init__(self, speed: float = 1) -> None:
        self._started = datetime.now(UTC)
        self._speed = speed
        self._offset = timedelta()

    def __call__(self) -> datetime:
        return self._started + (datetime.now(UTC) - self._started) * self._speed + self._offset

    def advance(self, seconds: float) -> None:
        """Move forward; never back, since a Slack ts never goes back."""
        if seconds < 0:
            raise ValueError("A workspace's clock only moves forward: give the seconds to add.")
        self._offset += timedelta(seconds=seconds)

    def catch_up(self, unix_seconds: float) -> None:
        """Move to at least that time: after a restart the clock must not stand before what was already said."""
        self.advance(max(0.0, unix_seconds - self().timestamp()))
