"""The pages that a brand's settings are laid out on, and the steps of the guide for a new workspace."""

from collections.abc import Collection, Mapping
from typing import Any

from bot.report import Answer


class Page(Answer):
    """One form of a brand's settings."""

    ABOUT = "about", "Name and channel"
    PEOPLE = "people", "Who leads and approves"
    TIMES = "times", "Hours and check-ins"
    VOICE = "voice", "Voice"
    CALLS = "calls", "Whom to call"


GROUPS = "approver_groups"
"""The field for approving user groups, on the page of people; they are kept among the approvers."""
PERSON_FIELDS = ("lead", "backup", "approvers")
"""The fields in which people are chosen."""
CONTACT = "contact"
"""The form of one key person; it stands beside the pages."""

FIELDS: dict[Page, tuple[str, ...]] = {
    Page.ABOUT: ("name", "relation", "reputation", "response_channel"),
    Page.PEOPLE: ("lead", "backup", "approvers", "approvals_needed", "self_approval"),
    Page.TIMES: (
        "timezone",
        "quiet_from",
        "quiet_until",
        "rests_on_weekends",
        "check_ins",
        "weekly_digest",
        "keep_days",
    ),
    Page.VOICE: ("voice",),
    Page.CALLS: ("owners",),
}
"""Which columns of a brand are on which page."""


class Step(Answer):
    """One step of the guide."""

    CHANNEL = "channel", "The private channel"
    APPROVAL = "approval", "Who approves"
    VOICE = "voice", "The voice"


def people_in(answers: Mapping[str, Any]) -> list[Any]:
    """Return whoever was chosen in a form, in whatever field."""
    found: list[Any] = []
    for name in PERSON_FIELDS:
        chosen = answers.get(name)
        found += chosen if isinstance(chosen, list | tuple) else [chosen]
    return found


STEP_COLUMNS: dict[Step, tuple[str, ...]] = {
    Step.CHANNEL: ("response_channel",),
    Step.APPROVAL: ("approvers", "approvals_needed", "self_approval"),
    Step.VOICE: ("voice",),
}
"""Which columns of a brand a step asks for."""


def steps_of(columns: Collection[str]) -> list[Step]:
    """Return the steps that are answered once somebody has given one of these columns."""
    return [step for step, asked in STEP_COLUMNS.items() if not set(asked).isdisjoint(columns)]
