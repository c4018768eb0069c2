"""Who may do what: one row for each verb, one column for each role. docs/rights.md shows it, test_rights.py walks it.

A new button or form needs a row here, in the order in which a case can go through them; the walk fails without it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from tests import forging
from tests.world import ORDINARY


class Role(StrEnum):
    """Who somebody is to a case; the value is the column's head."""

    DIRECT = "reporter, case in a direct message"
    OUTSIDE = "reporter, not in the channel"
    MEMBER = "member"
    LEAD = "lead"
    APPROVER = "listed approver"
    AUTHOR = "listed approver, wrote the version"
    NAMED = "backup, contact or admin, not in the channel"
    FORMER = "left the channel"
    CONNECT = "in the channel by Slack Connect"
    ELSEWHERE = "another workspace"
    BOT = "oops itself"


class Outcome(StrEnum):
    """What becomes of it."""

    YES = "yes"
    NO = "no"
    OWN = "own report"
    ABSENT = "–"


class How(StrEnum):
    """How Slack sends it."""

    CLICK = "button"
    CHOICE = "menu"
    SEARCH = "menu that loads"
    FORM = "form"
    CLOSE = "closing a form"
    SHORTCUT = "shortcut"
    COMMAND = "command"
    HOME = "App Home"


class Subject(StrEnum):
    """What the payload carries the id of; the walk has it ready before a verb is tried."""

    NOTHING = ""
    CASE = "case"
    TASK = "task"
    DONE_TASK = "task that is done"
    DRAFT = "draft"
    OTHER_DRAFT = "other draft"
    APPROVED_DRAFT = "approved draft"
    WAITING_DRAFT = "draft that waits for a call"
    CHECK_IN = "check-in"
    OFFER = "case that is offered to be closed"
    REPORT_FORM = "report form"
    FACTS_FORM = "facts form"


@dataclass(frozen=True)
class Verb:
    """One thing that can be done: ``id`` is the action id or callback id, ``does`` its words in the docs."""

    id: str
    does: str
    how: How
    subject: Subject
    outcomes: Mapping[Role, Outcome]
    answers: Mapping[str, Any] = field(default_factory=dict)


INSIDE = (Role.DIRECT, Role.MEMBER, Role.LEAD, Role.APPROVER, Role.AUTHOR)
OF_US = (*INSIDE, Role.OUTSIDE, Role.NAMED, Role.FORMER)


def given(*roles: Role, **but: Outcome) -> dict[Role, Outcome]:
    """Return YES for these roles and ABSENT for the others, but for what is named (``LEAD=Outcome.NO``)."""
    default = {role: Outcome.YES if role in roles else Outcome.ABSENT for role in Role}
    return default | {Role[name]: outcome for name, outcome in but.items()}


NO = Outcome.NO
MEMBERS = given(*INSIDE)
EVERYBODY = given(*OF_US)
READERS = given(*INSIDE, OUTSIDE=Outcome.OWN)
APPROVERS = given(Role.APPROVER, DIRECT=NO, MEMBER=NO, LEAD=NO, AUTHOR=NO)
KEEPERS = APPROVERS | {Role.AUTHOR: Outcome.YES}
LEADERS = given(Role.LEAD, DIRECT=NO, MEMBER=NO, APPROVER=NO, AUTHOR=NO)
MOVERS = given(Role.DIRECT, MEMBER=NO, LEAD=NO, APPROVER=NO, AUTHOR=NO)
REFUSED = {role: NO if role in INSIDE else Outcome.ABSENT for role in Role}
AFTER_CLOSING = frozenset({"case.reopen", "case_reopen", "draft.read"})
ANSWERS = {name: forging.choice(value) for name, value in ORDINARY.items()}

VERBS = (
    Verb("/oops OOPS-n", "see the case", How.COMMAND, Subject.CASE, READERS),
    Verb("/oops list", "see it in the list", How.COMMAND, Subject.CASE, READERS),
    Verb("App Home", "see it in App Home", How.HOME, Subject.CASE, READERS),
    Verb("case.tasks", "see all tasks", How.CLICK, Subject.CASE, MEMBERS),
    Verb("case.why", "see all reasons", How.CLICK, Subject.CASE, MEMBERS),
    Verb("case.level", "open the form for another level", How.CLICK, Subject.CASE, MEMBERS),
    Verb("case.facts", "open the form with the facts", How.CLICK, Subject.CASE, MEMBERS),
    Verb("case.close", "open the form that closes it", How.CLICK, Subject.CASE, MEMBERS),
    Verb("case.close_now", "the same, from the offer to close", How.CLICK, Subject.CASE, MEMBERS),
    Verb("case.more", "see what else can be done", How.CLICK, Subject.CASE, MEMBERS),
    Verb("case.hand_over", "open the form that hands it over", How.CLICK, Subject.CASE, MEMBERS),
    Verb("case.merge", "open the form that merges", How.CLICK, Subject.CASE, MEMBERS),
    Verb("case.brand", "open the form for another brand", How.CLICK, Subject.CASE, MEMBERS),
    Verb("case.move", "open the form that moves it to a channel", How.CLICK, Subject.CASE, MOVERS),
    Verb("task.words", "see what to say off-line", How.CLICK, Subject.TASK, MEMBERS),
    Verb("task.assign", "open the form that gives a task away", How.CLICK, Subject.TASK, MEMBERS),
    Verb("draft.edit", "open the form that edits", How.CLICK, Subject.DRAFT, MEMBERS),
    Verb("draft.preset", "see the draft in another voice", How.CHOICE, Subject.DRAFT, MEMBERS),
    Verb("draft.request_changes", "open the form that asks for changes", How.CLICK, Subject.DRAFT, MEMBERS),
    Verb("draft.difference", "read what an edit changed", How.CLICK, Subject.DRAFT, MEMBERS),
    Verb("draft.read", "read all of a draft that is not used", How.CLICK, Subject.DRAFT, MEMBERS),
    Verb("draft.published", "open the form that says it is out", How.CLICK, Subject.DRAFT, MEMBERS),
    Verb("checkin.numbers", "open the form for numbers", How.CLICK, Subject.CHECK_IN, MEMBERS),
    Verb("case.reply", "count a public reply", How.CLICK, Subject.CASE, MEMBERS),
    Verb(
        "task.left_message",
        "say that a message was left, of a task without a person",
        How.CLICK,
        Subject.TASK,
        REFUSED,
    ),
    Verb(
        "task.not_reachable",
        "say that nobody answered, of a task without a person",
        How.CLICK,
        Subject.TASK,
        REFUSED,
    ),
    Verb(
        "task_assign",
        "give a task to somebody",
        How.FORM,
        Subject.TASK,
        MEMBERS,
        {"person": forging.chosen_person("UALICE")},
    ),
    Verb("task.reached", "say that they were reached", How.CLICK, Subject.TASK, MEMBERS),
    Verb("task.done", "tick a task off", How.CLICK, Subject.TASK, MEMBERS),
    Verb("task.reopen", "say that it was not done after all", How.CLICK, Subject.DONE_TASK, MEMBERS),
    Verb(
        "draft_published with a reason",
        "publish before the call is made",
        How.FORM,
        Subject.WAITING_DRAFT,
        LEADERS,
        {"where": "X", "link": "", "override": "It cannot wait"},
    ),
    Verb(
        "draft_edit with a reason",
        "keep what blocks, with a reason",
        How.FORM,
        Subject.OTHER_DRAFT,
        KEEPERS,
        {"text": "The run is on Thursday. Sorry if anyone was misled.", "keep_conditional": "It is meant"},
    ),
    Verb("draft.approve", "approve", How.CLICK, Subject.DRAFT, APPROVERS),
    Verb("draft_changes", "ask for changes", How.FORM, Subject.DRAFT, MEMBERS, {"reason": "Shorter"}),
    Verb(
        "draft_edit",
        "save a new version",
        How.FORM,
        Subject.DRAFT,
        MEMBERS,
        {"text": "The run is on Thursday, not Tuesday. Sorry for the mix-up."},
    ),
    Verb(
        "draft_published",
        "say that an approved draft is out",
        How.FORM,
        Subject.APPROVED_DRAFT,
        MEMBERS | {Role.DIRECT: NO},
        {"where": "X", "link": "https://example.org/p/1"},
    ),
    Verb("draft.discard", "discard", How.CLICK, Subject.OTHER_DRAFT, MEMBERS),
    Verb(
        "checkin_numbers",
        "give numbers",
        How.FORM,
        Subject.CHECK_IN,
        MEMBERS,
        {"mentions": "3", "replies": "4"},
    ),
    Verb("checkin.quiet", "answer: quiet", How.CLICK, Subject.CHECK_IN, MEMBERS),
    Verb("checkin.simmering", "answer: simmering", How.CLICK, Subject.CHECK_IN, MEMBERS),
    Verb("checkin.flaring", "answer: flaring", How.CLICK, Subject.CHECK_IN, MEMBERS),
    Verb("case_facts closed", "close the flare-up's form", How.CLOSE, Subject.FACTS_FORM, MEMBERS),
    Verb("checkin.snooze", "put the question off", How.CLICK, Subject.CHECK_IN, MEMBERS),
    Verb(
        "case_facts",
        "decide again from new facts",
        How.FORM,
        Subject.FACTS_FORM,
        MEMBERS,
        {"what": "Something quite different went wrong", **ANSWERS},
    ),
    Verb(
        "case_level",
        "choose another level",
        How.FORM,
        Subject.CASE,
        MEMBERS,
        {"level": forging.choice("full_response"), "reason": "Because"},
    ),
    Verb("case.last_look", "plan one last look", How.CLICK, Subject.OFFER, MEMBERS),
    Verb("case.lead", "take the lead", How.CLICK, Subject.CASE, MEMBERS | {Role.LEAD: NO}),
    Verb(
        "case_hand_over",
        "hand the lead over",
        How.FORM,
        Subject.CASE,
        MEMBERS | {Role.DIRECT: NO},
        {"person": forging.chosen_person("UALICE")},
    ),
    Verb(
        "case_merge",
        "merge a case that is not there into it",
        How.FORM,
        Subject.CASE,
        REFUSED,
        {"case": forging.choice("4711")},
    ),
    Verb(
        "answer.merge",
        "merge it into one of the same link, which is not there",
        How.CLICK,
        Subject.CASE,
        REFUSED,
    ),
    Verb(
        "case_brand",
        "give it to an account that is not there",
        How.FORM,
        Subject.CASE,
        REFUSED,
        {"brand": forging.choice("4711")},
    ),
    Verb("case_brand.brand", "find a brand to give it to", How.SEARCH, Subject.CASE, MEMBERS),
    Verb(
        "case_move",
        "move it from a direct message to a channel",
        How.FORM,
        Subject.CASE,
        MOVERS,
        {"response_channel": forging.chosen_channel("CRESPONSE")},
    ),
    Verb(
        "case_close",
        "close the case",
        How.FORM,
        Subject.CASE,
        MEMBERS,
        {"cause": "Nobody looked", "change": "Two people look"},
    ),
    Verb("case.reopen", "open the form that opens it again", How.CLICK, Subject.CASE, MEMBERS),
    Verb("case_reopen", "open a closed case again", How.FORM, Subject.CASE, MEMBERS, {"reason": "Again"}),
    Verb("home.report", "open the report form", How.CLICK, Subject.NOTHING, EVERYBODY),
    Verb("report_oops", "the same, by shortcut", How.SHORTCUT, Subject.NOTHING, EVERYBODY),
    Verb("report_message", "the same, from a message", How.SHORTCUT, Subject.NOTHING, EVERYBODY),
    Verb("/oops", "the same, by command", How.COMMAND, Subject.NOTHING, EVERYBODY),
    Verb(
        "report",
        "report, also from somebody else's form",
        How.FORM,
        Subject.REPORT_FORM,
        EVERYBODY,
        {"what": "We wrote Tuesday, the run is on Thursday", **ANSWERS},
    ),
)
