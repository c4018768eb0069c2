"""Whom to reach off-line: the brand's own contacts for those affected, and whom anybody in that place would reach."""

from bot.brand import BrandProfile, Contact, Relation
from bot.decision.facts import Facts
from bot.decision.steps import LEAD, step
from bot.plan import Level, PlanTask, TaskId, TaskKind
from bot.report import Affected, Mistake

_GENERIC = {
    Affected.FEW_KNOWN: "Phone or write to each of the people concerned yourself, by name, before they read about it.",
    Affected.MANY_CUSTOMERS: "Tell those who answer calls and messages what happened and what to say, before the questions come.",
    Affected.GRIEVING_OR_VULNERABLE: "Reach those it touches, or whoever speaks for them, privately, to ask what would help; promise nothing in public for them.",
    Affected.PROTECTED_GROUP: "Phone somebody who speaks for the people it is about, to listen; quote nobody unasked.",
    Affected.INVESTORS: "Prepare investor relations for calls; everybody gets the same words at the same time.",
}  # fmt: skip
_AT_ONCE = "Phone or write to each of the people concerned as the words go out, and not before: everybody hears it at the same time."
_BY_NOTE = "The private note in the thread has the words; once it is marked as sent, this is done."
_HAS_NOTE = {Level.CORRECT_PUBLICLY, Level.APOLOGISE_PUBLICLY, Level.FULL_RESPONSE}
"""The levels with public words beside which the few whom it concerns get a note of their own."""
_COPIES = "Ask partners who passed it on to correct their copies."
_SHARES = "Ask partners who passed it on to take it down too."
_OTHER_CLIENT = "If it was meant for the account of another client, tell them too: where it appeared, and what was done about it."
_MINUTES_BEFORE = {15: 10, 30: 20, 60: 45}
"""When those concerned hear it, by when the words are needed: before they are public; the others hear it as it goes out."""
_ALL_CLEAR = "Ask partners who passed it on to pass on the all-clear."
_CALLED_FALSE = "Ask partners who passed it on to say as widely that it was false."
_AFTER_CALL = "After the call: "
COUNSEL_FIRST = "Once counsel was asked: "


def client_tasks(facts: Facts, brand: BrandProfile) -> list[PlanTask]:
    """Return the clients who hear of it, whatever is done about it: whose account it was, and whose post it may have been."""
    if brand.relation is not Relation.CLIENT:
        return []
    people = "; ".join(_who(contact) for contact in brand.contacts if _is_the_client(contact, brand))
    client = f"the client ({people})" if people else "the client"
    text = f"Tell {client} before they see it: what went out, what you suggest, what they have to decide."
    tasks = [_reach(TaskId.CLIENT, text, 15)]
    if facts.mistake is Mistake.WRONG_ACCOUNT and not facts.is_outsider:
        tasks.append(_reach(TaskId.OTHER_CLIENT, _OTHER_CLIENT, 30))
    return tasks


def reach_tasks(facts: Facts, level: Level, brand: BrandProfile, *, wait: int) -> list[PlanTask]:
    """Return the people to reach. ``wait``: minutes that a call takes first, 0 where none comes first.

    Nobody has to be phoned about something that is let go.
    """
    tasks: list[PlanTask] = []
    if level.rank < Level.DIRECT_CONTACT.rank:
        return tasks
    contacts = [
        contact
        for contact in brand.contacts
        if _counts(contact, facts) and not _is_the_client(contact, brand)
    ]
    first = [(f"reach-{number}", _words(contact)) for number, contact in enumerate(contacts, 1)]
    first += _concerned(facts, level)
    then = facts.minutes_to_speak + wait
    before = then if facts.is_market_news else _MINUTES_BEFORE[facts.minutes_to_speak] + wait
    tasks += [_reach(name, after(text, wait), before) for name, text in first]
    return tasks + [_reach(name, after(text, wait), then) for name, text in _others(facts)]


def _concerned(facts: Facts, level: Level) -> list[tuple[str, str]]:
    """Those whom it is about, or whoever speaks for them."""
    if facts.mistake is Mistake.ARGUMENT and facts.affected in {Affected.FEW_KNOWN, None}:
        text = "Offer the person we argued with a private conversation, to listen."
        return [("reach-opponent", text)]
    is_written_to = facts.affected is Affected.FEW_KNOWN and level is Level.DIRECT_CONTACT
    if facts.affected not in _GENERIC or is_written_to:
        return []
    is_for_all_at_once = facts.is_market_news and facts.affected is Affected.FEW_KNOWN
    text = _AT_ONCE if is_for_all_at_once else _GENERIC[facts.affected]
    is_noted = level in _HAS_NOTE and facts.affected is Affected.FEW_KNOWN and not facts.is_false_alarm
    return [(TaskId.AFFECTED, f"{text} {_BY_NOTE}" if is_noted else text)]


def _others(facts: Facts) -> list[tuple[str, str]]:
    """Those who carry it further: partners and the press."""
    people: list[tuple[str, str]] = []
    if facts.affected is Affected.PUBLIC and facts.is_seen and not facts.is_light:
        people.append((TaskId.PARTNERS, _asked_of_partners(facts)))
    if facts.is_press:
        text = "Phone the journalist who has it: one line, the facts, a name to call back; do not comment in public."
        people.append((TaskId.PRESS, text))
    return people


def _asked_of_partners(facts: Facts) -> str:
    if facts.is_false_alarm:
        return _CALLED_FALSE if facts.is_false_news else _ALL_CLEAR
    return _COPIES if facts.is_wrong_version else _SHARES


def after(text: str, wait: int) -> str:
    """Return a task's words where it waits for a call; as they are where none comes first."""
    return f"{_AFTER_CALL}{text[0].lower()}{text[1:]}" if wait else text


def once_called(text: str, *, is_counsel_asked: bool = False) -> str:
    """Return the same words once the call is made, and counsel was asked by it."""
    left = text.removeprefix(_AFTER_CALL)
    left = left.removeprefix(COUNSEL_FIRST) if is_counsel_asked else left
    return text if left == text else f"{left[0].upper()}{left[1:]}"


def _counts(contact: Contact, facts: Facts) -> bool:
    return not contact.affected or facts.affected in contact.affected


def _is_the_client(contact: Contact, brand: BrandProfile) -> bool:
    """Return whether a contact speaks for the client, as their role says: they are told once, as the client."""
    is_client = brand.relation is Relation.CLIENT and bool(brand.name)
    return is_client and brand.name.casefold() in contact.role.casefold()


def _words(contact: Contact) -> str:
    role = f" ({contact.role})" if contact.role else ""
    how = f": {contact.reach}" if contact.reach else ""
    return f"Reach {contact.name}{role} privately{how}. Say what happened and what you are doing."


def _who(contact: Contact) -> str:
    return ", ".join(part for part in (contact.name, contact.role, contact.reach) if part)


def _reach(name: str, text: str, minutes: int) -> PlanTask:
    return step(name, text, LEAD, minutes, TaskKind.REACH)
