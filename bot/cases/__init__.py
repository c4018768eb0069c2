"""The verbs: each is one transaction over a session that writes the new state, the timeline and what has to be said."""

from bot.cases.check_ins import (
    answer_check_in,
    ask_sooner,
    save_numbers,
    snooze_check_in,
)
from bot.cases.closing import close_case, plan_last_look
from bot.cases.deciding import change_facts, change_level
from bot.cases.drafting import (
    approve_draft,
    discard_draft,
    publish_draft,
    request_changes,
    save_draft,
)
from bot.cases.handling import do_task, take_lead
from bot.cases.opening import open_case

__all__ = [
    "answer_check_in",
    "approve_draft",
    "ask_sooner",
    "change_facts",
    "change_level",
    "close_case",
    "discard_draft",
    "do_task",
    "open_case",
    "plan_last_look",
    "publish_draft",
    "request_changes",
    "save_draft",
    "save_numbers",
    "snooze_check_in",
    "take_lead",
]
