"""The pages that a brand's settings are laid out on, and the steps of the guide for a new workspace."""

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


STEP_OF_PAGE = {Page.PEOPLE: Step.APPROVAL, Page.VOICE: Step.VOICE}
"""Which steps are answered by saving a page; the channel's is answered by having one."""
