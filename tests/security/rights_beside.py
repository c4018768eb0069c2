"""Who may do what beside a case: settings, the guide, search, practice, and one's own reports. The second table of docs/rights.md.

A new button or form that carries no case needs a row here; the walk fails without it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from bot.report import RedFlag
from tests import forging
from tests.security.rights import How, Outcome


class Person(StrEnum):
    """Who somebody is; the value is the column's head."""

    ADMIN = "workspace admin, not in the channel"
    LEAD = "lead of the brand"
    OTHER_LEAD = "lead of another brand"
    MEMBER = "member of the channel"
    OTHER = "anybody else of the workspace"
    CONNECT = "in the channel by Slack Connect"
    ELSEWHERE = "another workspace"
    BOT = "oops itself"


class Carries(StrEnum):
    """What the payload carries the id of."""

    NOTHING = ""
    BRAND = "brand"
    SPARE = "brand without cases"
    ARCHIVED = "archived brand"
    PAGE = "page of a list"
    CONTACT = "key person"
    FORM = "own form, where one may be opened"
    THEIR_FORM = "form of an admin"
    EXERCISE = "own exercise"
    THEIR_EXERCISE = "exercise of somebody else"
    CASE = "case, by its words"
    NAME = "account with a case, by its name"


@dataclass(frozen=True)
class Deed:
    """One thing that can be done. ``id`` begins with the action or callback id; ``opened_by`` is what opens its form."""

    id: str
    does: str
    how: How
    carries: Carries
    outcomes: Mapping[Person, Outcome]
    answers: Mapping[str, Any] = field(default_factory=dict)
    opened_by: str = ""

    @property
    def callback_id(self) -> str:
        """Return what Slack sends."""
        return self.id.split(" ")[0]


OF_US = (Person.ADMIN, Person.LEAD, Person.OTHER_LEAD, Person.MEMBER, Person.OTHER)
NO, YES, ABSENT = Outcome.NO, Outcome.YES, Outcome.ABSENT


def allowed(*people: Person, others: Outcome = ABSENT) -> dict[Person, Outcome]:
    """Return YES for these; ``others`` for the rest of the workspace, and nothing for strangers."""
    return {one: YES if one in people else others if one in OF_US else ABSENT for one in Person}


EVERYBODY = allowed(*OF_US)
NOBODY = allowed()
ANY_LEAD = allowed(Person.ADMIN, Person.LEAD, Person.OTHER_LEAD, others=NO)
ADMINS = allowed(Person.ADMIN, others=NO)
ITS_LEAD = allowed(Person.ADMIN, Person.LEAD)
MEMBERS = allowed(Person.MEMBER)
ABOUT = {
    "name": "Renamed",
    "relation": forging.choice("own"),
    "reputation": forging.choice("poor"),
}
PEOPLE = {"approvals_needed": forging.choice("2")}
TIMES = {"timezone": "Europe/Berlin"}
CALLS = {f"owner_{RedFlag.SAFETY.value}": "Dana"}
CONTACT = {"name": "Ola", "role": "Sponsor", "reach": "+47 22 00 00 00"}

CLICK, FORM = How.CLICK, How.FORM
DEEDS = (
    Deed("report.brand", "find an account to report for", How.SEARCH, Carries.NAME, EVERYBODY),
    Deed("home.brand names", "find an account in App Home's menu", How.SEARCH, Carries.NAME, MEMBERS),
    Deed("/oops settings", "open the settings", How.COMMAND, Carries.NOTHING, ANY_LEAD),
    Deed("home.settings", "the same, from App Home", CLICK, Carries.NOTHING, ANY_LEAD),
    Deed("settings.list", "see the list of brands", CLICK, Carries.PAGE, ANY_LEAD),
    Deed("settings.archived", "see the archived brands", CLICK, Carries.PAGE, ANY_LEAD),
    Deed("settings.add", "open the form of a new brand", CLICK, Carries.NOTHING, ADMINS),
    Deed("settings.brand", "see a brand's settings", CLICK, Carries.BRAND, ITS_LEAD),
    Deed("settings.about", "open the form of name and channel", CLICK, Carries.BRAND, ITS_LEAD),
    Deed("settings.people", "open the form of lead and approvers", CLICK, Carries.BRAND, ITS_LEAD),
    Deed("settings.times", "open the form of hours", CLICK, Carries.BRAND, ITS_LEAD),
    Deed("settings.voice", "open the form of the voice", CLICK, Carries.BRAND, ITS_LEAD),
    Deed("settings.calls", "open the form of whom to call", CLICK, Carries.BRAND, ITS_LEAD),
    Deed("settings.contacts", "see key people", CLICK, Carries.BRAND, ITS_LEAD),
    Deed("settings.contact", "open the form of a key person", CLICK, Carries.CONTACT, ITS_LEAD),
    Deed("settings.contact_add", "open the form of a new one", CLICK, Carries.BRAND, ITS_LEAD),
    Deed("settings_page about", "rename a brand", FORM, Carries.FORM, ITS_LEAD, ABOUT, "settings.about"),
    Deed("settings_page calls", "save whom to call", FORM, Carries.FORM, ITS_LEAD, CALLS, "settings.calls"),
    Deed("settings_page theirs", "save a form that an admin opened", FORM, Carries.THEIR_FORM, NOBODY, ABOUT),
    Deed(
        "settings_voice.preset",
        "see the voice change",
        How.CHOICE,
        Carries.FORM,
        ITS_LEAD,
        {},
        "settings.voice",
    ),
    Deed(
        "settings_contact", "add a key person", FORM, Carries.FORM, ITS_LEAD, CONTACT, "settings.contact_add"
    ),
    Deed("settings_contact theirs", "save an admin's form of one", FORM, Carries.THEIR_FORM, NOBODY, CONTACT),
    Deed(
        "settings.contact_remove",
        "remove a key person",
        CLICK,
        Carries.FORM,
        ITS_LEAD,
        {},
        "settings.contact",
    ),
    Deed(
        "settings_new",
        "add a brand",
        FORM,
        Carries.FORM,
        allowed(Person.ADMIN) | {Person.LEAD: NO},  # with a form of their own, of something else
        ABOUT | {"name": "Second"},
        "settings.add",
    ),
    Deed("settings.archive", "archive a brand", CLICK, Carries.SPARE, ITS_LEAD),
    Deed("settings.restore", "take it into use again", CLICK, Carries.ARCHIVED, ITS_LEAD),
    Deed("settings.guide", "open the guide", CLICK, Carries.NOTHING, ANY_LEAD),
    Deed("home.setup", "the same, from App Home", CLICK, Carries.NOTHING, ANY_LEAD),
    Deed(
        "settings_guide",
        "save a step of the guide",
        FORM,
        Carries.FORM,
        allowed(Person.ADMIN, Person.LEAD, Person.OTHER_LEAD),
        PEOPLE,
        "settings.guide",
    ),
    Deed(
        "settings_guide theirs", "save a step that an admin opened", FORM, Carries.THEIR_FORM, NOBODY, PEOPLE
    ),
    Deed("home.find", "open the search", CLICK, Carries.NOTHING, EVERYBODY),
    Deed("find", "find a case by its words", FORM, Carries.CASE, MEMBERS),
    Deed("/oops find", "the same, by command", How.COMMAND, Carries.CASE, MEMBERS),
    Deed("home.brand", "see one account in App Home", CLICK, Carries.NOTHING, EVERYBODY),
    Deed("home.stats", "see statistics of the own cases", CLICK, Carries.NOTHING, EVERYBODY),
    Deed("home.practice", "open practice", CLICK, Carries.NOTHING, EVERYBODY),
    Deed(
        "practice",
        "start an exercise alone",
        FORM,
        Carries.NOTHING,
        EVERYBODY,
        {"sample": forging.choice("wrong-day")},
    ),
    Deed("practice.end theirs", "end somebody else's exercise", CLICK, Carries.THEIR_EXERCISE, NOBODY),
    Deed("practice.end", "end the own exercise", CLICK, Carries.EXERCISE, EVERYBODY),
)

# Registered, and in neither table: what the ids begin with, and why.
NOT_WALKED = {
    "report.": "draws the reporter's own form again; the submission is checked",
    "settings.list_": "turns a page of the list that settings.list shows, by the same query",
    "settings.archived_": "turns a page of the list that settings.archived shows, by the same query",
    "settings.contacts_page": "turns a page of the list that settings.contacts shows, by the same query",
    "settings_contacts": "looks for somebody in the list that settings.contacts shows, by the same query",
    "settings_guide.preset": "draws the own step again, as settings_voice. does the own page",
    "home.page": "draws the person's own App Home again, as home.brand does",
}
