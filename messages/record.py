"""The record of a closed case: a short message, and everything as a Markdown file."""

import re
from datetime import datetime
from functools import cache
from typing import Any

from jinja2 import Environment

from bot.cards import RecordCard
from bot.models import CheckIn, DraftState, TaskState
from messages.blocks import SlackMessage, message, sections
from messages.draft_words import state_words
from messages.events import event_block, event_values
from messages.facts import facts_of
from messages.texts import block_of, clean, environment, say, utc

_BAR_LONGEST = 20
_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~])")


def record_message(card: RecordCard) -> SlackMessage:
    """Return the record in a few lines."""
    words = say(
        "record.message",
        card=card,
        level=card.plans[-1][0].level.label,
        plans=len(card.plans),
        done=sum(task.state is TaskState.DONE for task in card.tasks),
        published=sum(history.draft.state is DraftState.PUBLISHED for history in card.drafts),
        answered=sum(check_in.answer is not None for check_in in card.check_ins),
    )
    return message(words, sections(words))


def record_markdown(card: RecordCard) -> str:
    """Return the whole record as Markdown: decision, texts, who approved which, check-ins, evidence and timeline."""
    values = {
        "card": card,
        "facts": facts_of(card.plans[-1][2]),
        "words": {
            history.draft.id: state_words(history.draft.kind, history.draft.state) for history in card.drafts
        },
        "bars": _bars(card.check_ins),
        "timeline": [
            (
                event.at,
                block_of(
                    _markdown(),
                    event_block(event),
                    {"who": _person(event.by) if event.by else "oops", **event_values(event)},
                ),
            )
            for event in card.events
        ],
    }
    return re.sub(r"\n{3,}", "\n\n", block_of(_markdown(), "record.file", values)) + "\n"


def _bars(check_ins: tuple[CheckIn, ...]) -> dict[int, str]:
    """Return a small chart: each count against the case's own peak."""
    counts = {
        row.number: (row.mentions or 0) + (row.replies or 0)
        for row in check_ins
        if row.mentions is not None or row.replies is not None
    }
    peak = max(counts.values(), default=0) or 1
    return {
        number: f"{'█' * max(1, round(count / peak * _BAR_LONGEST)) if count else '·'} {count}"
        for number, count in counts.items()
    }


class _Plain(str):
    """Text that is Markdown already."""

    __slots__ = ()


def _shown(value: Any) -> str:
    if isinstance(value, _Plain):
        return value
    return _MARKS.sub(r"\\\1", clean("" if value is None else str(value)))


def _person(user_id: str) -> _Plain:
    return _Plain(f"@{user_id}")


def _when(moment: datetime | str) -> _Plain:
    return _Plain(utc(moment))


def _code(text: str) -> _Plain:
    """Return a text letter by letter: a fence longer than any in it."""
    runs = [len(run) for run in re.findall(r"`+", text)]
    fence = "`" * max(3, max(runs, default=0) + 1)
    return _Plain(f"{fence}\n{clean(text)}\n{fence}")


def _quoted(text: str, _most: int = 0) -> _Plain:
    return _Plain(f"“{_shown(' '.join(text.split()))}”")


def _link(url: str, words: str) -> _Plain:
    return _Plain(f"{words}: {_shown(url)}")


@cache
def _markdown() -> Environment:
    return environment(
        _shown, person=_person, when=_when, code=_code, quoted=_quoted, link=_link, place=_person
    )
