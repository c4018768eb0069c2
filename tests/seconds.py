"""A clock for what takes a while, which tests move."""


class Seconds:
    """A clock that only goes forward, and only when it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now
