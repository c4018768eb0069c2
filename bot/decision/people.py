"""Whom to reach off-line: the brand's own contacts for those affected, and whom anybody in that place would reach."""

from datetime import timedelta

from bot.brand import BrandProfile, Contact, Relation
from bot.decision.facts import Facts
from bot.plan import Level, PlanTask, TaskKind
from bot.report import Affected, Mistake

_GENERIC = {
    Affected.FEW_KNOWN: "Phone or write to each of the people concerned yourself, before they read about it.",
    Affected.MANY_CUSTOMERS: "Tell those who answer customers what happened and what to say, before the questions come.",
    Affected.PUBLIC: "Tell partners who may have passed it on what is right, so that they can correct their copies.",
    Affected.GRIEVING_OR_VULNERABLE: "Reach the families or whoever speaks for them, privately; ask what would help, and promise nothing in public for them.",
    Affected.PROTECTED_GROUP: "Phone somebody who speaks for the people it is about, listen, and ask before quoting them.",
    Affected.INVESTORS: "Prepare investor relations for calls; everybody gets the same words at the same time.",
}  # fmt: skip


def reach_tasks(facts: Facts, level: Level, brand: BrandProfile, *, call_first: bool) -> list[PlanTask]:
    """Return the people to reach; outsiders only after the call, where one comes first.

    Nobody has to be phoned about something that is let go, but a client hears of it.
    """
    after = "After the call: " if call_first else ""
    tasks = []
    if brand.relation is Relation.CLIENT:
        text = (
            "Tell the client before they see it: what went out, what you suggest, what they have to decide."
        )
        tasks.append(_reach("reach-client", text, 15))
    if level.rank < Level.DIRECT_CONTACT.rank:
        return tasks
    contacts = [contact for contact in brand.contacts if _counts(contact, facts)]
    tasks += [_reach(f"reach-{number}", _words(contact), 60) for number, contact in enumerate(contacts, 1)]
    if facts.affected in _GENERIC and not (
        facts.affected is Affected.FEW_KNOWN and level is Level.DIRECT_CONTACT
    ):
        tasks.append(_reach("reach-affected", after + _GENERIC[facts.affected], 120))
    if facts.is_press:
        text = "Phone the journalist who has it: one line, the facts, a name to call back; do not comment in public."
        tasks.append(_reach("reach-press", after + text, 60))
    if facts.mistake is Mistake.ARGUMENT:
        text = "Offer the person we argued with a private conversation, and listen."
        tasks.append(_reach("reach-opponent", after + text, 120))
    return tasks


def _counts(contact: Contact, facts: Facts) -> bool:
    return not contact.affected or facts.affected in contact.affected


def _words(contact: Contact) -> str:
    role = f" ({contact.role})" if contact.role else ""
    how = f": {contact.reach}" if contact.reach else ""
    return f"Reach {contact.name}{role} privately{how}. Say what happened and what you are doing."


def _reach(name: str, text: str, minutes: int) -> PlanTask:
    return PlanTask(name, text, TaskKind.REACH, "the case lead", timedelta(minutes=minutes))
