"""The forms of a brand's settings, one for each page, and the form of a new brand."""

from collections.abc import Callable, Sequence
from typing import Any

from bot.brand import LEADER, Relation, Reputation
from bot.brands.answers import OWNER
from bot.brands.cards import PageForm
from bot.brands.pages import GROUPS, Page
from bot.brands.values import NAME_LONGEST, SIGN_OFF_LONGEST, TEXT_LONGEST, is_group
from bot.decision.owners import OWNERS
from bot.menus import LISTED
from bot.quiet_hours import time_of
from bot.report import Answer, RedFlag
from messages.blocks import Block, Element, context, input_block, modal, section
from messages.inputs import (
    checkboxes,
    conversations_select,
    multi_static_select,
    multi_users_select,
    number_input,
    option,
    plain_text_input,
    radio,
    timepicker,
    users_select,
)
from messages.settings_voice import voice_blocks
from messages.texts import listed, person, say

PAGE_MODAL = "settings_page"
NEW_BRAND_MODAL = "settings_new"
LEADER_LABEL = "Leader who signs"
TICKED = "yes"
"""The value of a tick that stands alone."""


def page_modal(form: PageForm, *, turn: int = 1) -> dict[str, Any]:
    """Return the form of a page. ``turn`` counts how often the app has put values into the voice's."""
    page = Page(form.page)
    return modal(
        page.label,
        voice_blocks(form, turn=turn) if page is Page.VOICE else _BLOCKS[page](form),
        callback_id=PAGE_MODAL,
        private_metadata=form.id,
        submit="Save",
        close="Back",
    )


def _time(text: str | None) -> str | None:
    """Return a time of day as the picker takes it; None too for what was set by hand and is no time."""
    try:
        time = time_of(text)
    except ValueError:
        return None
    return f"{time:%H:%M}" if time else None


def new_brand_modal(form: PageForm) -> dict[str, Any]:
    """Return the form of a new brand: the rest of it starts with what suits most."""
    return modal(
        "Add a brand",
        about_blocks(form),
        callback_id=NEW_BRAND_MODAL,
        private_metadata=form.id,
        submit="Add",
        close="Back",
    )


def about_blocks(form: PageForm) -> list[Block]:
    """Return name, relation, reputation and channel."""
    values = form.values
    return [
        input_block(
            "What is it called?",
            plain_text_input("settings.name", initial=values["name"], max_length=NAME_LONGEST),
            block_id="name",
            hint="As people know it: it can stand in a draft.",
        ),
        input_block(
            "Whose account is it?",
            radio("settings.relation", _choices(Relation), initial=values["relation"]),
            block_id="relation",
        ),
        input_block(
            "How does it stand with its public?",
            radio("settings.reputation", _choices(Reputation), initial=values["reputation"]),
            block_id="reputation",
            hint="After trouble in the past, the same slip weighs more.",
        ),
        *channel_blocks(form),
    ]


def channel_blocks(form: PageForm) -> list[Block]:
    """Return the question for the private channel, or where it is to somebody who may not see it."""
    channel = form.values["response_channel"]
    if not form.may_choose_channel:
        return [section(say("settings.channel_elsewhere", channel=channel))]
    chooser = conversations_select(
        "settings.response_channel",
        include=("private",),
        initial=channel,
        placeholder="A private channel",
    )
    return [
        input_block(
            "Private channel for plans",
            chooser,
            block_id="response_channel",
            optional=True,
            hint="Only private ones. Empty: the channel set for all brands, or the reporter directly where there is none.",
        ),
        context(say("settings.channel_why")),
    ]


def people_blocks(form: PageForm) -> list[Block]:
    """Return who leads, who stands in, who approves, how many, and whether authors may."""
    values = form.values
    return [
        input_block(
            "Lead",
            users_select("settings.lead", initial=values["lead"], placeholder="Nobody"),
            block_id="lead",
            optional=True,
            hint="Leads new cases, and may change these settings.",
        ),
        input_block(
            "Backup",
            users_select("settings.backup", initial=values["backup"], placeholder="Nobody"),
            block_id="backup",
            optional=True,
            hint="Is asked when the lead does not answer.",
        ),
        *approval_blocks(form),
        *_group_blocks(form),
    ]


def _group_blocks(form: PageForm) -> list[Block]:
    """Return the question for approving user groups; where oops may not read them, those that there are."""
    named = [one for one in form.values["approvers"] if is_group(one)]
    if not form.groups:
        kept = say("settings.groups_kept", groups=listed([person(one) for one in named]))
        return [context(kept)] if named else []
    known = dict(form.groups)
    gone = [one for one in named if one not in known]
    offered = [
        *((one, known.get(one, f"{one} (no longer there)")) for one in named),
        *(one for one in form.groups if one[0] not in named),
    ]
    options = [option(name, group_id) for group_id, name in offered[:LISTED]]
    chooser = multi_static_select(f"settings.{GROUPS}", options, initial=named, placeholder="No user group")
    return [
        input_block(
            "And which user groups?",
            chooser,
            block_id=GROUPS,
            optional=True,
            hint="Their members may approve, while they are in the channel.",
        ),
        *([context(say("settings.groups_gone", groups=listed([*map(person, gone)])))] if gone else []),
    ]


def approval_blocks(form: PageForm) -> list[Block]:
    """Return who approves, how many, and whether authors may."""
    values = form.values
    people = [one for one in values["approvers"] if not is_group(one)]
    many = [option("One", "1"), option("Two", "2")]
    own = option(
        "Authors may approve their own text", TICKED, "For people who work alone; the record shows it."
    )
    return [
        input_block(
            "Who may approve a draft?",
            multi_users_select(
                "settings.approvers", initial=people, placeholder="Anybody in the channel but the author"
            ),
            block_id="approvers",
            optional=True,
        ),
        input_block(
            "How many have to approve?",
            radio("settings.approvals_needed", many, initial=str(values["approvals_needed"])),
            block_id="approvals_needed",
        ),
        _tick("Own texts", own, "self_approval", form),
    ]


def times_blocks(form: PageForm) -> list[Block]:
    """Return time zone, quiet hours, weekends, check-in times and how long content is kept."""
    values = form.values
    digest = option("On Mondays in the private channel: what is open, and what was learned", TICKED)
    return [
        input_block(
            "Time zone",
            plain_text_input("settings.timezone", initial=values["timezone"], max_length=60),
            block_id="timezone",
            hint="As Europe/Berlin; a city is enough.",
        ),
        input_block(
            "Quiet from",
            timepicker("settings.quiet_from", initial=_time(values["quiet_from"])),
            block_id="quiet_from",
            optional=True,
        ),
        input_block(
            "Quiet until",
            timepicker("settings.quiet_until", initial=_time(values["quiet_until"])),
            block_id="quiet_until",
            optional=True,
        ),
        _tick("Weekends", option("Weekends are quiet", TICKED), "rests_on_weekends", form),
        context(say("settings.times_why")),
        input_block(
            "Check-in times",
            plain_text_input("settings.check_ins", initial=values["check_ins"], placeholder="20m,1h,4h"),
            block_id="check_ins",
            optional=True,
            hint="Counted from the report, such as 20m,1h,4h,1d. Empty: as the channel calls for.",
        ),
        _tick("Weekly digest", digest, "weekly_digest", form),
        input_block(
            "Keep a closed case's content for how many days?",
            number_input("settings.keep_days", least=1, most=3650, initial=values["keep_days"]),
            block_id="keep_days",
            optional=True,
            hint="Then its texts are erased for good; number, level, answers and times stay. Empty: until somebody erases it.",
        ),
    ]


def _tick(label: str, choice: Element, name: str, form: PageForm) -> Block:
    """Return a question that is a single tick: yes or no."""
    initial = [TICKED] if form.values[name] else []
    return input_block(
        label, checkboxes(f"settings.{name}", [choice], initial=initial), block_id=name, optional=True
    )


def calls_blocks(form: PageForm) -> list[Block]:
    """Return whom to call about each red flag."""
    owners = form.values["owners"]
    asked = [
        input_block(
            flag.label,
            _line(
                f"settings.{OWNER}{flag.value}",
                owners.get(flag.value),
                OWNERS[flag].who[:1].upper() + OWNERS[flag].who[1:],
            ),
            block_id=OWNER + flag.value,
            optional=True,
        )
        for flag in RedFlag
    ]
    is_one_person = form.brand is not None and form.brand.relation is Relation.PERSONAL
    return [section(say("settings.calls_why")), *([] if is_one_person else [_leader(owners)]), *asked]


def _leader(owners: dict[str, str]) -> Block:
    """Return who signs for the whole organisation; an account of one person's own has nobody else."""
    line = plain_text_input(
        f"settings.{OWNER}{LEADER}", initial=owners.get(LEADER), max_length=SIGN_OFF_LONGEST
    )
    return input_block(
        LEADER_LABEL,
        line,
        block_id=OWNER + LEADER,
        hint="Name and role, as they stand below an apology in a leader's name. Empty: a gap in it.",
        optional=True,
    )


def _line(action_id: str, initial: str | None, placeholder: str) -> Element:
    return plain_text_input(action_id, initial=initial, placeholder=placeholder, max_length=TEXT_LONGEST)


def _choices(answers: type[Answer]) -> Sequence[Element]:
    return [option(answer.label, answer.value) for answer in answers.__members__.values()]


_BLOCKS: dict[Page, Callable[[PageForm], list[Block]]] = {
    Page.ABOUT: about_blocks,
    Page.PEOPLE: people_blocks,
    Page.TIMES: times_blocks,
    Page.CALLS: calls_blocks,
}
