"""The timeline: one sentence for each kind of event.

What each kind's ``detail`` may hold (all optional: a line that lacks a key is shorter, never missing):

    case_opened         brand
    plan_made           level, number
    level_changed       level, before, reason
    facts_changed       level, before, fields (names of the report's fields), is_same
    lead_taken          before (a person)
    lead_handed         to, before (people)
    lead_wanted         to (a person)
    task_done           task, outcome
    task_assigned       task, to, before (people)
    reach_tried         task, outcome
    reply_logged        count
    draft_saved         draft (a DraftKind), number
    draft_approved      draft, number, is_own, stands_in
    approval_wanted     draft, people
    gap_left            draft, people
    changes_requested   draft, reason
    draft_discarded     draft
    draft_published     draft, where, link
    check_in_asked      number
    check_in_answered   answer, number
    check_in_snoozed    until, number
    check_in_sooner     until
    numbers_given       mentions, replies
    nudged              to (a person)
    closing_offered
    last_look_planned   at
    case_closed         cause, change
    case_reopened       reason
    case_merged         other (a case's number), what
    merged_into         other (a case's number)
    brand_changed       brand, before, level
    maybe_duplicate     other (a case's number)
    case_moved          channel_id
    evidence_kept       name, sha256
    evidence_failed     name, problem
    call_overridden     reason
"""

from typing import Any

from bot.draft_kinds import DraftKind
from bot.models import Event
from messages.draft_words import published_words
from messages.facts import fact_words
from messages.texts import Details, Marked, counted, person, say, when

EVENT_KINDS = frozenset(
    {
        "case_opened",
        "plan_made",
        "level_changed",
        "facts_changed",
        "lead_taken",
        "lead_handed",
        "lead_wanted",
        "task_done",
        "task_assigned",
        "reach_tried",
        "reply_logged",
        "draft_saved",
        "draft_approved",
        "approval_wanted",
        "gap_left",
        "changes_requested",
        "draft_discarded",
        "draft_published",
        "check_in_asked",
        "check_in_answered",
        "check_in_snoozed",
        "check_in_sooner",
        "numbers_given",
        "nudged",
        "closing_offered",
        "last_look_planned",
        "case_closed",
        "case_reopened",
        "case_merged",
        "merged_into",
        "brand_changed",
        "maybe_duplicate",
        "case_moved",
        "evidence_kept",
        "evidence_failed",
        "call_overridden",
    }
)


def event_block(event: Event) -> str:
    """Return the name of the template block for an event; a kind that is not known has a plain one."""
    return f"events.{event.kind}" if event.kind in EVENT_KINDS else "events.other"


def event_values(event: Event) -> dict[str, Any]:
    """Return what an event's sentence is made of, apart from ``who``."""
    detail = Details(event.detail)
    return {
        "kind": event.kind,
        "detail": detail,
        "did": _did(detail["draft"]),
        "facts": ", ".join(fact_words(detail["fields"] or ())),
        "numbers": numbers_words(detail["mentions"], detail["replies"]),
    }


def _did(kind: Any) -> str:
    """Return what was done with a draft that is out; one whose kind is no longer known was published."""
    return published_words(DraftKind(kind)) if kind in set(DraftKind) else "published"


def numbers_words(mentions: object, replies: object) -> str:
    """Return "12 mentions and 3 replies", with only those that were given (an int; anything else was not)."""
    given = [
        counted(number, one, many)
        for number, one, many in ((mentions, "mention", "mentions"), (replies, "reply", "replies"))
        if isinstance(number, int)
    ]
    return " and ".join(given) or "nothing"


def event_sentence(event: Event) -> Marked:
    """Return what happened, for Slack."""
    who = person(event.by) if event.by else Marked("oops")
    return say(event_block(event), who=who, **event_values(event))


def event_line(event: Event) -> Marked:
    """Return when and what, for Slack."""
    return Marked(f"{when(event.at)}: {event_sentence(event)}")
