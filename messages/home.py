"""App Home: what needs this person, the open cases, the recent ones, and the next step while something is not set up."""

from typing import Any

from bot.cards import CaseLine, HomeCard
from messages.blocks import Block, actions, context, divider, header, home, section
from messages.inputs import button
from messages.texts import Marked, say

REPORT = "home.report"

_WANTED_SHOWN = 20
_OPEN_SHOWN = 40
_RECENT_SHOWN = 10


def home_view(card: HomeCard) -> dict[str, Any]:
    """Return App Home for one person, within Slack's 100 blocks however many cases there are."""
    blocks: list[Block] = [
        header("oops"),
        section(say("home.intro")),
        actions(button("Report a mistake", REPORT, style="primary")),
    ]
    if card.next_step:
        blocks.append(section(say("home.next_step", step=Marked(card.next_step))))
    blocks += [divider(), header("Needs you"), *_wanted(card)]
    blocks += [header("Open cases"), *_lines(card.open_cases[:_OPEN_SHOWN], "home.no_open")]
    hidden = card.more_open + max(0, len(card.open_cases) - _OPEN_SHOWN)
    if hidden:
        blocks.append(context(say("home.more", more=hidden)))
    if card.recent:
        blocks += [header("Closed lately"), *_lines(card.recent[:_RECENT_SHOWN], "home.no_open")]
    return home(blocks)


def _wanted(card: HomeCard) -> list[Block]:
    if not card.wanted:
        return [context(say("home.nothing_wanted"))]
    return [section(say("home.wanted", wanted=wanted)) for wanted in card.wanted[:_WANTED_SHOWN]]


def _lines(lines: tuple[CaseLine, ...], otherwise: str) -> list[Block]:
    return [section(say("home.line", line=line)) for line in lines] or [context(say(otherwise))]
