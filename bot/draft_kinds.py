"""The kinds of draft, by level."""

from bot.report import Answer


class DraftKind(Answer):
    """What a draft is for."""

    PUBLIC_CORRECTION = "public_correction", "Public correction"
    PRIVATE_NOTE = "private_note", "Private note"
    PHONE_NOTES = "phone_notes", "Phone notes"
    REPLY_IF_ASKED = "reply_if_asked", "Reply if asked"
    HOLDING_STATEMENT = "holding_statement", "Holding statement"
    ALL_CLEAR = "all_clear", "All-clear"
