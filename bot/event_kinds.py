"""What can happen in a case, and what is told of it: each kind has its own words (``messages/templates``)."""

from enum import StrEnum


class EventKind(StrEnum):
    """The kinds of line in a case's timeline.

    Beside each is what its ``detail`` may hold, all of it optional: a line that lacks a key is shorter, never missing.
    """

    CASE_OPENED = "case_opened"  # brand
    PLAN_MADE = "plan_made"  # level, number
    LEVEL_CHANGED = "level_changed"  # level, before, reason
    FACTS_CHANGED = "facts_changed"  # level, before, fields (names of the report's fields), is_same
    LEAD_TAKEN = "lead_taken"  # before (a person)
    LEAD_HANDED = "lead_handed"  # to, before (people)
    LEAD_WANTED = "lead_wanted"  # to (a person)
    TASK_DONE = "task_done"  # task, outcome
    TASK_REOPENED = "task_reopened"  # task
    TASK_ASSIGNED = "task_assigned"  # task, to, before (people)
    REACH_TRIED = "reach_tried"  # task, outcome
    REPLY_LOGGED = "reply_logged"  # count, click
    DRAFT_SAVED = "draft_saved"  # draft (a DraftKind), number
    DRAFT_APPROVED = "draft_approved"  # draft, number, is_own, stands_in, settled (a draft's id, once enough)
    APPROVAL_WANTED = "approval_wanted"  # draft, people; is_misfit: it no longer fits the case
    GAP_LEFT = "gap_left"  # draft, people
    NOT_SENT = "not_sent"  # draft, people
    CHANGES_REQUESTED = "changes_requested"  # draft, reason
    DRAFT_DISCARDED = "draft_discarded"  # draft
    DRAFT_PUBLISHED = "draft_published"  # draft, where, link
    CHECK_IN_ASKED = "check_in_asked"  # number, is_last_look
    CHECK_IN_ANSWERED = "check_in_answered"  # answer, number
    CHECK_IN_SNOOZED = "check_in_snoozed"  # until, number
    CHECK_IN_SOONER = "check_in_sooner"  # until
    NUMBERS_GIVEN = "numbers_given"  # mentions, replies
    NUDGED = "nudged"  # to (a person)
    CLOSING_OFFERED = "closing_offered"
    LAST_LOOK_PLANNED = "last_look_planned"  # at
    CASE_CLOSED = "case_closed"  # cause, change
    CASE_REOPENED = "case_reopened"  # reason
    CASE_MERGED = "case_merged"  # other (a case's number), what
    MERGED_INTO = "merged_into"  # other (a case's number)
    CASE_PARTED = "case_parted"  # other (a case's number); anew (its own words are asked for again)
    BRAND_CHANGED = "brand_changed"  # brand, before, level, lead (a person who leads it now)
    MAYBE_DUPLICATE = "maybe_duplicate"  # other (a case's number)
    CASE_MOVED = "case_moved"  # channel_id
    EVIDENCE_KEPT = "evidence_kept"  # name, sha256
    EVIDENCE_FAILED = "evidence_failed"  # name, problem
    CALL_OVERRIDDEN = "call_overridden"  # reason
    CONTENT_ERASED = "content_erased"


class NoteKind(StrEnum):
    """The kinds of line in a case's thread that belong to none of its other messages.

    Beside each is what its ``params`` hold; what stands after a semicolon may be missing.
    """

    NEW_PLAN = "new_plan"  # level; before, by, difference (lines)
    SAME_PLAN = "same_plan"  # by, fields, level; difference, is_same
    LEVEL_CHANGED = "level_changed"  # by, level; before, reason
    LEAD_TAKEN = "lead_taken"  # by; before
    LEAD_HANDED = "lead_handed"  # by, to
    LEAD_WANTED = "lead_wanted"  # to, before (a lead who is away), is_lead_outside, lead (who led then)
    MANY_REPLIES = "many_replies"  # count
    APPROVAL_WANTED = "approval_wanted"  # draft; people, is_last, number
    GAP_LEFT = "gap_left"  # draft; people, is_last, number
    NOT_SENT = "not_sent"  # draft; people, number
    APPROVAL_VOID = "approval_void"  # draft, by; people
    NO_LONGER_FITS = "no_longer_fits"  # draft, labels (of the lint); is_approved, people (authors), number
    STILL_PAUSED = "still_paused"  # by (whoever paused the posts)
    CALL_OVERRIDDEN = "call_overridden"  # by; reason
    CALL_REOPENED = "call_reopened"  # by, task; is_out (public words are out meanwhile)
    EVIDENCE_FAILED = "evidence_failed"  # name; problem
    CASE_REOPENED = "case_reopened"  # by; reason
    MERGED_INTO = "merged_into"  # by, other (a case's number)
    CASE_MERGED = "case_merged"  # by, other (a case's number); level (the other's, where it is graver), flags (red flags that only the other has), out (kinds of draft), called (tasks), brought (tasks of another place); before, anew, difference (where it was planned again)
    CASE_PARTED = "case_parted"  # by, other (a case's number); anew (its own words are asked for again)
    BRAND_CHANGED = "brand_changed"  # by, brand; before, level, lead, difference, people (approvals void)
    DUPLICATE = "duplicate"  # others (cases' numbers; none for one that is handled elsewhere)
    CHANNEL_CHOSEN = "channel_chosen"  # channel_id
    CASE_MOVED = "case_moved"  # by


REMINDERS = frozenset(
    {
        NoteKind.LEAD_WANTED,
        NoteKind.APPROVAL_WANTED,
        NoteKind.GAP_LEFT,
        NoteKind.NOT_SENT,
        NoteKind.NO_LONGER_FITS,
    }
)
"""Notes that say something else once what they are about is settled (``settled``, ``settled_by``)."""


class NoticeKind(StrEnum):
    """The kinds of direct message to one person, each with the case's ``number``; beside it what else its ``params`` hold."""

    CANNOT_POST = "cannot_post"  # channel_id; error
    CANNOT_GO_ON = "cannot_go_on"  # channel_id; error
    CHANGES_REQUESTED = "changes_requested"  # by, draft; reason, link
    LEAD_HANDED = "lead_handed"  # by; link
    LEAD_PASSED = "lead_passed"  # by, to (who leads instead of whoever is told); link
    TASK_ASSIGNED = "task_assigned"  # by; task, due_at, link
    TASK_DUE = "task_due"  # task, due_at, link
    STILL_PAUSED = "still_paused"  # link
    OPENED_LATE = "opened_late"
