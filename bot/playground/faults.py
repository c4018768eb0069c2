"""Things that go wrong on demand, so that tests and rehearsals can ask for them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

KINDS = (
    *("ratelimited", "server_error", "slow", "accept_then_drop", "drop", "error", "no_json"),
    *("answer", "accept_then_answer"),
)


@dataclass
class Fault:
    """The next `times` calls of a method (or "*") go wrong: of the Web API's, or a "response_url", an "upload", a "download".

    - `ratelimited`: HTTP 429 with Retry-After `seconds`, nothing done
    - `server_error`: HTTP 500, nothing done
    - `slow`: done at once, answered `seconds` (real) later
    - `accept_then_drop`: done, then the connection is closed without an answer
    - `drop`: the connection is closed, nothing done
    - `no_json`: HTTP 503 in plain text, as from something that stands before Slack; nothing done
    - `error`: {"ok": false, "error": `error`}, nothing done
    - `answer`: whatever is given goes back (HTTP `status`, `body` as it stands, `headers`), nothing done
    - `accept_then_answer`: done, but that goes back
    """

    method: str
    kind: str
    times: int = 1
    seconds: float = 1
    error: str = "internal_error"
    status: int = 200
    body: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"There is no fault {self.kind!r}: use one of {', '.join(KINDS)}.")


@dataclass
class Faults:
    waiting: list[Fault] = field(default_factory=list)
    duplicate_events: int = 0
    """So many of the next events are delivered twice, with the same event_id."""

    def add(self, method: str, kind: str, times: int = 1, **given: Any) -> None:
        """Have the next calls of a method go wrong; `given` are the other fields of `Fault`."""
        self.waiting.append(Fault(method, kind, times, **given))

    def take(self, method: str, *, is_method: bool = True) -> Fault | None:
        """Return the fault that this call meets, and count it. "*" is every method of the Web API."""
        for fault in self.waiting:
            if (fault.method == method or (is_method and fault.method == "*")) and fault.times > 0:
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
