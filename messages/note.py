"""Short lines: notes in a case's thread, and notices to one person. Their words are in ``note.j2`` and ``notice.j2``.

``params`` are a message row's, so persons and channels are ids, moments are ISO text, and levels, answers and drafts are
their stored values. All are optional but those named here:

    new_plan            level; before, by, difference (lines)
    same_plan           by, fields, level; difference, is_same
    level_changed       by, level; before, reason
    lead_taken          by; before
    lead_handed         by, to
    lead_wanted         to, before (a lead who is away)
    many_replies        count
    still_paused        by (whoever paused the posts)
    approval_wanted     draft; people, is_last
    gap_left            draft; people, is_last
    approval_void       draft, by; people
    call_overridden     by; reason
    evidence_failed     name; problem
    case_reopened       by; reason
    merged_into         by, other (a case's number)
    case_merged         by, other (a case's number)
    brand_changed       by, brand; before, level, difference
    duplicate           others (cases' numbers; none for one that is handled elsewhere)
    channel_chosen      channel_id
    case_moved          by

Notices, each with the case's ``number``:

    cannot_post         channel_id; error
    cannot_go_on        channel_id; error
    changes_requested   by, draft; reason, link
    lead_handed         by; link
    task_assigned       by; task, due_at, link
    task_due            task, due_at, link
    still_paused        link
    opened_late
"""

from typing import Any

from messages.blocks import SlackMessage, message, sections
from messages.facts import fact_words
from messages.texts import Details, Marked, listed, person, say

NOTE_KINDS = frozenset(
    {
        "new_plan",
        "same_plan",
        "level_changed",
        "lead_taken",
        "lead_handed",
        "lead_wanted",
        "many_replies",
        "approval_wanted",
        "gap_left",
        "approval_void",
        "still_paused",
        "call_overridden",
        "evidence_failed",
        "case_reopened",
        "merged_into",
        "case_merged",
        "brand_changed",
        "duplicate",
        "channel_chosen",
        "case_moved",
    }
)
NOTICE_KINDS = frozenset(
    {
        "cannot_post",
        "cannot_go_on",
        "changes_requested",
        "lead_handed",
        "task_assigned",
        "task_due",
        "still_paused",
        "opened_late",
    }
)


def evidence_words(name: str) -> Marked:
    """Return what stands above a screenshot that was kept in a case's thread."""
    return say("note.evidence", name=name)


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
    words = say(
        name,
        given=given,
        people=listed(person(user_id) for user_id in given["people"] or ()),
        others=listed(f"OOPS-{number}" for number in given["others"] or ()),
        facts=", ".join(fact_words(given["fields"] or ())),
    )
    return message(words, sections(words))
