"""Things that go wrong on demand, so that tests and rehearsals can ask for them."""

from dataclasses import dataclass, field

KINDS = ("ratelimited", "server_error", "slow", "accept_then_drop", "drop", "error", "no_json")


@dataclass
class Fault:
    """The next `times` calls of a method (or "*") go wrong.

    - `ratelimited`: HTTP 429 with Retry-After `seconds`, nothing done
    - `server_error`: HTTP 500, nothing done
    - `slow`: done at once, answered `seconds` (real) later
    - `accept_then_drop`: done, then the connection is closed without an answer
    - `drop`: the connection is closed, nothing done
    - `no_json`: HTTP 503 in plain text, as from something that stands before Slack; nothing done
    - `error`: {"ok": false, "error": `error`}, nothing done
    """

    method: str
    kind: str
    times: int = 1
    seconds: float = 1
    error: str = "internal_error"

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"There is no fault {self.kind!r}: use one of {', '.join(KINDS)}.")


@dataclass
class Faults:
    waiting: list[Fault] = field(default_factory=list)
    duplicate_events: int = 0
    """So many of the next events are delivered twice, with the same event_id."""

    def add(
        self, method: str, kind: str, times: int = 1, *, seconds: float = 1, error: str = "internal_error"
    ) -> None:
        self.waiting.append(Fault(method, kind, times, seconds, error))

    def take(self, method: str) -> Fault | None:
        """Return the fault that this call meets, and count it."""
        for fault in self.waiting:
            if fault.method in (method, "*") and fault.times > 0:
                fault.times -= 1
                return fault
        return None

    def take_duplicate(self) -> bool:
        if self.duplicate_events > 0:
            self.duplicate_events -= 1
            return True
        return False

    def clear(self) -> None:
        self.waiting.clear()
        self.duplicate_events = 0
