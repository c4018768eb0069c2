"""The kinds of draft, which of them a plan has, and what each of them needs."""

from bot.plan import Level, Plan
from bot.report import Affected, Answer, Channel, Report


class DraftKind(Answer):
    """What a draft is for."""

    PUBLIC_CORRECTION = "public_correction", "Public correction"
    PRIVATE_NOTE = "private_note", "Private note"
    PHONE_NOTES = "phone_notes", "Phone notes"
    REPLY_IF_ASKED = "reply_if_asked", "Reply if asked"
    HOLDING_STATEMENT = "holding_statement", "Holding statement"
    ALL_CLEAR = "all_clear", "All-clear"


_BY_LEVEL = {
    Level.LET_IT_GO: (DraftKind.REPLY_IF_ASKED,),
    Level.QUIET_FIX: (DraftKind.REPLY_IF_ASKED,),
    Level.DIRECT_CONTACT: (DraftKind.PRIVATE_NOTE, DraftKind.PHONE_NOTES, DraftKind.REPLY_IF_ASKED),
    Level.CORRECT_PUBLICLY: (DraftKind.PUBLIC_CORRECTION, DraftKind.REPLY_IF_ASKED),
    Level.APOLOGISE_PUBLICLY: (DraftKind.PUBLIC_CORRECTION, DraftKind.REPLY_IF_ASKED),
    Level.FULL_RESPONSE: (
        DraftKind.PUBLIC_CORRECTION,
        DraftKind.PRIVATE_NOTE,
        DraftKind.PHONE_NOTES,
        DraftKind.REPLY_IF_ASKED,
    ),
    Level.ESCALATE_FIRST: (DraftKind.HOLDING_STATEMENT, DraftKind.PHONE_NOTES),
}
_PUBLIC = {
    DraftKind.PUBLIC_CORRECTION,
    DraftKind.REPLY_IF_ASKED,
    DraftKind.HOLDING_STATEMENT,
    DraftKind.ALL_CLEAR,
}


def kinds_for(plan: Plan, report: Report) -> tuple[DraftKind, ...]:
    """Return the kinds of draft that a plan has, the main one first (product: drafts and lint)."""
    if plan.is_false_alarm:
        return (DraftKind.ALL_CLEAR,)
    kinds = _BY_LEVEL[plan.level]
    is_answered_publicly = plan.level in {Level.CORRECT_PUBLICLY, Level.APOLOGISE_PUBLICLY}
    if is_answered_publicly and report.affected is Affected.FEW_KNOWN:
        return (*kinds, DraftKind.PRIVATE_NOTE)
    return kinds


def needs_approval(kind: DraftKind) -> bool:
    """Return whether somebody has to approve the text before it is published: all but notes for a call."""
    return kind is not DraftKind.PHONE_NOTES


def may_publish_before_approval(kind: DraftKind) -> bool:
    """Return whether the text may go out while approval is asked for: only where people think they are in danger."""
    return kind is DraftKind.ALL_CLEAR


def has_gap(text: str) -> bool:
    """Return whether something in a text is yet to be filled in: it is marked with ``[[ ]]``, and cannot be approved so."""
    return "[[" in text


def is_public(kind: DraftKind) -> bool:
    """Return whether the text is read by anybody but the people it is written to."""
    return kind in _PUBLIC


def channel_of(kind: DraftKind, level: Level, channel: Channel) -> Channel | None:
    """Return the channel to whose form and length a text keeps: where it is public, and on the phones that got the mistake; else None."""
    is_on_phones = kind is DraftKind.PRIVATE_NOTE and channel is Channel.PUSH_SMS
    is_kept_to = is_public(kind) or (is_on_phones and level is Level.DIRECT_CONTACT)
    return channel if is_kept_to else None
