"""What marks everything that an exercise posts, and the form that starts one."""

from typing import Any

from bot.attention import PRACTICE_SPEED
from bot.cards import PlanCard
from bot.cards.overview import PracticeCard
from bot.menus import LISTED
from messages.blocks import (
    MESSAGE_BLOCKS,
    MESSAGE_TEXT,
    SlackMessage,
    actions,
    context,
    input_block,
    modal,
    section,
)
from messages.inputs import button, conversations_select, option, static_select
from messages.texts import Marked, say, shorten_marked

PRACTICE_MODAL = "practice"
SAMPLE, CHANNEL = "sample", "response_channel"
ANY = "any"
END = "practice.end"


def practised(message: SlackMessage, told: Marked) -> SlackMessage:
    """Return a message of an exercise: it says so first, in its blocks and in its text."""
    text = shorten_marked(Marked(say("practice.text", message=Marked(message["text"]))), MESSAGE_TEXT)
    return {"text": text, "blocks": [context(told), *message["blocks"][: MESSAGE_BLOCKS - 1]]}


def mark() -> Marked:
    """Return the mark of an ordinary message."""
    return say("practice.mark")


def plan_mark() -> Marked:
    """Return the mark of the plan, which explains the exercise."""
    return say("practice.plan", speed=PRACTICE_SPEED)


def check_in_mark(seen: str, mentions: int, replies: int) -> Marked:
    """Return the mark of a check-in: what there is to be seen, since an exercise has no replies of its own."""
    return say("practice.check_in", seen=seen, mentions=mentions, replies=replies)


def practice_modal(card: PracticeCard) -> dict[str, Any]:
    """Return the form that starts an exercise."""
    options = [option("Surprise me", ANY), *(option(title, key) for key, title in card.samples)]
    return modal(
        "Practice",
        [
            section(say("practice.intro", speed=PRACTICE_SPEED)),
            input_block(
                "Which mistake?",
                static_select("practice.sample", options[:LISTED], initial=ANY),
                block_id=SAMPLE,
            ),
            input_block(
                "Where?",
                conversations_select(
                    "practice.response_channel", include=("private",), placeholder="In my direct messages"
                ),
                block_id=CHANNEL,
                hint="With others: a private channel that oops is in. Empty: directly with you.",
                optional=True,
            ),
        ],
        callback_id=PRACTICE_MODAL,
        submit="Start",
    )


def running_view(card: PracticeCard) -> dict[str, Any]:
    """Return that somebody is in the middle of an exercise, and a way to end it."""
    running = card.running
    assert running is not None
    words = say("practice.running", number=running.number, title=card.running_title, link=card.link)
    end = button("End it now", END, running.id, "danger")
    return modal("Practice", [section(words), actions(end)], close="Close")


def started_view(card: PlanCard, title: str) -> dict[str, Any]:
    """Return what the form turns into: the mistake, and where its plan is."""
    where = (
        say("practice.where_direct")
        if card.is_direct
        else say("practice.where_channel", channel_id=card.case.channel_id)
    )
    words = say("practice.started", card=card, title=title, brand=card.brand.name)
    return modal("Practice", [section(words), section(where)], close="Close")


def ended_view(number: int) -> dict[str, Any]:
    """Return that an exercise is over."""
    return modal("Practice", [section(say("practice.ended", number=number))], close="Close")
