"""Short lines: notes in a case's thread, and notices to one person. Their words are in ``note.j2`` and ``notice.j2``.

``params`` are a message row's, so persons and channels are ids, moments are ISO text, and levels, answers and drafts are
their stored values. All are optional but those named here:

    new_plan            level; before, by, difference (lines), reason
    same_plan           by, fields, level
    level_changed       by, level; before, reason, difference
    lead_taken          by; before
    call_overridden     by; reason
    publish_refused     by, draft; owner
    evidence_kept       name; sha256
    evidence_failed     name; problem
    case_closed         by
    case_reopened       by; reason
    duplicate           other (a case's number); link
    channel_chosen      channel_id
    case_moved          by

Notices, each with the case's ``number``:

    cannot_post         channel_id; error
    cannot_go_on        channel_id; error
    plan_posted         level, link
    changes_requested   by, draft; reason, link
"""

from typing import Any

from messages.blocks import SlackMessage, message, sections
from messages.facts import fact_words
from messages.texts import Details, say

NOTE_KINDS = frozenset(
    {
        "new_plan",
        "same_plan",
        "level_changed",
        "lead_taken",
        "call_overridden",
        "publish_refused",
        "evidence_kept",
        "evidence_failed",
        "case_closed",
        "case_reopened",
        "duplicate",
        "channel_chosen",
        "case_moved",
    }
)
NOTICE_KINDS = frozenset(
    {
        "cannot_post",
        "cannot_go_on",
        "plan_posted",
        "changes_requested",
    }
)


def note_message(kind: str, params: dict[str, Any]) -> SlackMessage:
    """Return a line for a case's thread. Raises ValueError for a kind without words."""
    if kind not in NOTE_KINDS:
        raise ValueError(f"There is no note “{kind}”: add it to NOTE_KINDS and templates/note.j2.")
    return _line(f"note.{kind}", params)


def notice_message(kind: str, params: dict[str, Any]) -> SlackMessage:
    """Return a direct message to one person. Raises ValueError for a kind without words."""
    if kind not in NOTICE_KINDS:
        raise ValueError(f"There is no notice “{kind}”: add it to NOTICE_KINDS and templates/notice.j2.")
    return _line(f"notice.{kind}", params)


def _line(name: str, params: dict[str, Any]) -> SlackMessage:
    given = Details(params)
    words = say(name, given=given, facts=", ".join(fact_words(given["fields"] or ())))
    return message(words, sections(words))
