"""What a draft's kind and state are called, and what its publishing is called."""

from bot.draft_kinds import DraftKind
from bot.states import DraftState

STATE_WORDS = {
    DraftState.PROPOSED: "needs approval",
    DraftState.CHANGES_REQUESTED: "changes asked for",
    DraftState.APPROVED: "approved",
    DraftState.PUBLISHED: "published",
    DraftState.DISCARDED: "discarded",
    DraftState.SUPERSEDED: "not used",
}
MISFIT = "no longer fits the case"
OVERTAKEN = "written before the facts or the plan changed"
_WHERE = "Where did it go out?"
_WHOM = {DraftKind.PRIVATE_NOTE: "Whom did it go to?", DraftKind.PHONE_NOTES: "Whom did you reach?"}
_USED = {
    DraftKind.PRIVATE_NOTE: ("I sent it", "sent"),
    DraftKind.REPLY_IF_ASKED: ("I used it", "used"),
    DraftKind.PHONE_NOTES: ("I used them", "used"),
}


def state_words(kind: DraftKind, state: DraftState, *, has_gap: bool = False, is_over: bool = False) -> str:
    """Return a draft's state in words; phone notes need nobody's approval, and nobody can approve a gap.

    ``is_over``: the case is closed, so that what was approved and is not out did not go out.
    """
    if state is DraftState.APPROVED and is_over:
        return f"{STATE_WORDS[state]}, not {published_words(kind)}"
    if state is DraftState.PROPOSED and has_gap:
        return "to be filled in"
    if kind is DraftKind.PHONE_NOTES and state is DraftState.PROPOSED:
        return "ready to use"
    return published_words(kind) if state is DraftState.PUBLISHED else STATE_WORDS[state]


def publish_button_words(kind: DraftKind) -> str:
    """Return what the person who took the text out says: a public text was published, a private one sent or used."""
    return _USED.get(kind, ("I published it", ""))[0]


def where_question(kind: DraftKind) -> str:
    """Return what is asked about a text that is out: a public one stands somewhere, a private one went to somebody."""
    return _WHOM.get(kind, _WHERE)


def goes_to_the_channel(kind: DraftKind) -> bool:
    """Return whether the text went out where the mistake did, unless somebody says otherwise."""
    return kind not in _WHOM


def published_words(kind: DraftKind) -> str:
    """Return what has happened to a draft of this kind that went out."""
    return _USED.get(kind, ("", STATE_WORDS[DraftState.PUBLISHED]))[1]
