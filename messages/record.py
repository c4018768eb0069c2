"""The record of a closed case: a short message, and the words of its files."""

from collections import Counter
from typing import Any

from bot.cards.numbers import counted, said_by_numbers
from bot.cards.overview import RecordCard
from bot.models import CheckIn, Event
from bot.states import TaskState
from messages.blocks import SlackMessage, message, sections
from messages.draft_words import state_words
from messages.events import event_block, event_values
from messages.facts import facts_of
from messages.file_words import Names
from messages.markdown import Markdown, write_markdown
from messages.paper import Paper, write_paper
from messages.texts import say

_BAR_LONGEST = 20


def record_message(card: RecordCard) -> SlackMessage:
    """Return the record in a few lines."""
    words = say(
        "record.message",
        card=card,
        level=card.plans[-1][0].level.label,
        plans=len(card.plans),
        done=sum(task.state is TaskState.DONE for task in card.tasks),
        out=Counter(draft.kind.label for draft in card.out),
        unsaid=card.unsaid,
        answered=sum(check_in.answer is not None for check_in in card.check_ins),
    )
    return message(words, sections(words))


def record_markdown(card: RecordCard) -> str:
    """Return the whole record as Markdown: facts, decisions, texts, who approved which, check-ins, evidence, timeline."""
    names, bars = Names(card.names), bars_of(card.check_ins)
    timeline = [
        (event.at, Markdown(write_markdown(event_block(event), **_told(event, names)).strip()))
        for event in card.events
    ]
    return write_markdown("record_file.file", **_values(card), names=names, bars=bars, timeline=timeline)


def record_lines(card: RecordCard) -> list[str]:
    """Return the same record as lines of markup for a printed file, which draws its own chart."""
    names = Names(card.names)
    timeline = [
        (event.at, Paper(write_paper(event_block(event), **_told(event, names)).strip()))
        for event in card.events
    ]
    words = write_paper("record_file.file", **_values(card), names=names, bars={}, timeline=timeline)
    return words.split("\n")


def _values(card: RecordCard) -> dict[str, Any]:
    drafts = {history.draft.id: history.draft for history in card.drafts}
    return {
        "card": card,
        "facts": facts_of(card.plans[-1][2]),
        "says": said_by_numbers(card.check_ins, reported_at=card.case.opened_at),
        "states": {key: state_words(draft.kind, draft.state, is_over=True) for key, draft in drafts.items()},
    }


def _told(event: Event, names: Names) -> dict[str, Any]:
    """Return what an event's sentence is made of."""
    who = names.of(event.by) if event.by else "oops"
    return {"who": who, "names": names, **event_values(event)}


def readings_of(check_ins: tuple[CheckIn, ...]) -> list[tuple[CheckIn, int]]:
    """Return the check-ins at which something was counted, with mentions and replies together."""
    return [(row, count) for row in check_ins if (count := counted(row)) is not None]


def bars_of(check_ins: tuple[CheckIn, ...]) -> dict[int, Markdown]:
    """Return a small chart by check-in number: what was counted, drawn and told as a share of the case's own peak."""
    counts = {row.number: count for row, count in readings_of(check_ins)}
    peak = max(counts.values(), default=0)
    return {number: Markdown(_bar(count, peak)) for number, count in counts.items()}


def _bar(count: int, peak: int) -> str:
    if not count:
        return "`·` 0"
    bar = "█" * max(1, round(count / peak * _BAR_LONGEST))
    return f"`{bar}` {count:,} ({'the peak' if count == peak else f'{count / peak:.0%} of the peak'})"
