"""The verbs: each is one transaction over a session that writes the new state, the timeline and what has to be said."""

from bot.cases.check_ins import (
    answer_check_in,
    ask_sooner,
    save_numbers,
    snooze_check_in,
)
from bot.cases.closing import close_case, plan_last_look
from bot.cases.deciding import change_brand, change_facts, change_level
from bot.cases.drafting import save_draft
from bot.cases.handling import hand_over, log_reply, take_lead
from bot.cases.merging import merge_cases, merge_chosen
from bot.cases.opening import open_case
from bot.cases.publishing import publish_draft
from bot.cases.reopening import reopen_case
from bot.cases.reviewing import approve_draft, discard_draft, request_changes
from bot.cases.tasks import assign_task, do_task, note_outcome
from bot.cases.unticking import reopen_task

__all__ = [
    "answer_check_in",
    "approve_draft",
    "ask_sooner",
    "assign_task",
    "change_brand",
    "change_facts",
    "change_level",
    "close_case",
    "discard_draft",
    "do_task",
    "hand_over",
    "log_reply",
    "merge_cases",
    "merge_chosen",
    "note_outcome",
    "open_case",
    "plan_last_look",
    "publish_draft",
    "reopen_case",
    "reopen_task",
    "request_changes",
    "save_draft",
    "save_numbers",
    "snooze_check_in",
    "take_lead",
]
