"""Private answers to ``/oops``: help, the list, one case, and words that were not understood."""

from collections.abc import Sequence

from bot.cards import PlanCard
from bot.cards.overview import CaseLine, Found
from messages.blocks import SlackMessage, message, section, sections
from messages.case_line import case_line
from messages.settings_guide import guide_button
from messages.tasks import open_tasks
from messages.texts import Marked, say

_TASKS_SHOWN = 3


def help_message(*, offers_guide: bool = False) -> SlackMessage:
    """Return what can be typed. ``offers_guide``: something is not set up, and this person may do it."""
    told = _told(say("command.help"))
    if offers_guide:
        told["blocks"].append(section(say("settings.offer_guide"), accessory=guide_button()))
    return told


def unclear_message(text: str) -> SlackMessage:
    """Return the help, with what was typed."""
    return _told(say("command.unclear", text=text), say("command.help"))


def list_message(lines: Sequence[CaseLine]) -> SlackMessage:
    """Return somebody's cases, the newest first."""
    if not lines:
        return _told(say("command.list_empty"))
    return _told(
        say("command.list_head"), *(say("command.line", line=line, told=case_line(line)) for line in lines)
    )


def case_message(card: PlanCard) -> SlackMessage:
    """Return a case to somebody in its channel."""
    return _told(say("command.case", card=card, tasks=open_tasks(card)[:_TASKS_SHOWN], link=card.link))


def report_only_message(card: PlanCard) -> SlackMessage:
    """Return a case to its reporter, who is not in its channel: the own report and the plan, nothing of the thread."""
    words = say("command.case", card=card, tasks=open_tasks(card)[:_TASKS_SHOWN], link="")
    return _told(words, say("command.own_report", card=card))


def found_message(found: Found) -> SlackMessage:
    """Return what a search found; an empty search says how to search."""
    if not found.words:
        return _told(say("command.find_what"))
    if not found.lines:
        return _told(say("command.find_nothing", words=found.words))
    head = say(
        "command.find_head", words=found.words, found=len(found.lines) + found.more, shown=len(found.lines)
    )
    return _told(head, *(say("command.line", line=line, told=case_line(line)) for line in found.lines))


def _told(*lines: Marked) -> SlackMessage:
    words = Marked("\n".join(lines))
    return message(words, sections(words))
