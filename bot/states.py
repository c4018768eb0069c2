"""The states of what lives in the database, and how each may move on.

``MOVES`` is enforced by ``storage.change``; the README shows it, and a test holds the two together.
"""

from collections.abc import Mapping
from enum import StrEnum


class CaseState(StrEnum):
    """Of a case: something is to be done, only check-ins are left, or it is over."""

    OPEN = "open"
    WATCHING = "watching"
    CLOSED = "closed"


class TaskState(StrEnum):
    """Of a task; one that is dropped is asked for by no plan any more."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class DraftState(StrEnum):
    """Of a draft: one that is discarded was put away by somebody, one that is superseded by a newer plan or by closing."""

    PROPOSED = "proposed"
    CHANGES_REQUESTED = "changes_requested"
    APPROVED = "approved"
    PUBLISHED = "published"
    DISCARDED = "discarded"
    SUPERSEDED = "superseded"


UNAPPROVED = (DraftState.PROPOSED, DraftState.CHANGES_REQUESTED)
"""States of a draft that still waits for its approval."""
EDITABLE = (*UNAPPROVED, DraftState.APPROVED)
"""States of a draft with which something can still be done."""
APPROVED_OR_OUT = (DraftState.APPROVED, DraftState.PUBLISHED)
"""States of a draft whose words stand: another plan does not take them back."""
PUT_ASIDE = (DraftState.DISCARDED, DraftState.SUPERSEDED)
"""States of a draft that is not used."""


class CheckInState(StrEnum):
    """Of a check-in; one that is cancelled is asked no more, or was put off to a later one."""

    PLANNED = "planned"
    ASKED = "asked"
    ANSWERED = "answered"
    CANCELLED = "cancelled"


class OutboxState(StrEnum):
    """Of something to say. Of what is uncertain nobody knows whether Slack took it: it is looked for before it is said again."""

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    UNCERTAIN = "uncertain"
    CANCELLED = "cancelled"


class OutboxAction(StrEnum):
    """What is done with a message; what was said before its case moved is said in the new place as a repost."""

    POST = "post"
    UPDATE = "update"
    UPLOAD = "upload"
    REPOST = "repost"


class Surface(StrEnum):
    """What a message shows; its builder lives in ``messages/``."""

    PLAN = "plan"
    DRAFT = "draft"
    CHECK_IN = "checkin"
    RECORD = "record"
    CLOSING = "closing"
    NUDGE = "nudge"
    NOTE = "note"
    NOTICE = "notice"
    STATS = "stats"
    DIGEST = "digest"
    MOVED = "moved"


class RecordFile(StrEnum):
    """A kind of file that a record is handed out as; the value ends its name."""

    MARKDOWN = "md"
    PDF = "pdf"


class ChannelKind(StrEnum):
    """Who can read a channel; unknown is one that Slack does not show to the bot."""

    PRIVATE = "private"
    PUBLIC = "public"
    DIRECT = "direct"
    UNKNOWN = "unknown"


class GroupTrouble(StrEnum):
    """Why the members of a user group cannot be known."""

    NOT_ALLOWED = "not_allowed"
    GONE = "gone"


class ReportState(StrEnum):
    """Of a report that was only received at first, since more came at once than could be opened."""

    RECEIVED = "received"
    OPENED = "opened"


class EvidenceState(StrEnum):
    """Of a screenshot that was given: it is kept once its bytes are here."""

    WANTED = "wanted"
    KEPT = "kept"
    FAILED = "failed"


MOVES: Mapping[type[StrEnum], Mapping[StrEnum, frozenset[StrEnum]]] = {
    CaseState: {
        CaseState.OPEN: frozenset({CaseState.WATCHING, CaseState.CLOSED}),
        CaseState.WATCHING: frozenset({CaseState.OPEN, CaseState.CLOSED}),
        CaseState.CLOSED: frozenset({CaseState.OPEN, CaseState.WATCHING}),
    },
    TaskState: {
        TaskState.OPEN: frozenset({TaskState.DONE, TaskState.DROPPED}),
        TaskState.DONE: frozenset({TaskState.OPEN}),  # it was not done after all
        TaskState.DROPPED: frozenset({TaskState.OPEN}),  # what asked for it is there again
    },
    DraftState: {
        DraftState.PROPOSED: frozenset(
            {
                DraftState.CHANGES_REQUESTED,
                DraftState.APPROVED,
                DraftState.PUBLISHED,
                DraftState.DISCARDED,
                DraftState.SUPERSEDED,
            }
        ),
        DraftState.CHANGES_REQUESTED: frozenset(
            {
                DraftState.PROPOSED,
                DraftState.APPROVED,
                DraftState.PUBLISHED,
                DraftState.DISCARDED,
                DraftState.SUPERSEDED,
            }
        ),
        DraftState.APPROVED: frozenset(
            {DraftState.PROPOSED, DraftState.CHANGES_REQUESTED, DraftState.PUBLISHED, DraftState.DISCARDED}
        ),
        DraftState.PUBLISHED: frozenset(),
        DraftState.DISCARDED: frozenset(),
        DraftState.SUPERSEDED: frozenset(),
    },
    CheckInState: {
        CheckInState.PLANNED: frozenset({CheckInState.ASKED, CheckInState.CANCELLED}),
        CheckInState.ASKED: frozenset({CheckInState.ANSWERED, CheckInState.CANCELLED}),
        CheckInState.ANSWERED: frozenset(),
        CheckInState.CANCELLED: frozenset(),
    },
    ReportState: {
        ReportState.RECEIVED: frozenset({ReportState.OPENED}),
        ReportState.OPENED: frozenset(),
    },
}


def may_move(before: StrEnum, after: StrEnum) -> bool:
    """Return whether something in the state ``before`` may come into the state ``after``; staying is no move."""
    return before == after or after in MOVES[type(before)][before]
