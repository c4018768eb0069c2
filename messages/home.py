"""App Home: what needs this person, a page of the cases that go on, the recent ones, and the next step while something is not set up."""

from collections.abc import Iterable, Sequence
from typing import Any

from bot.cards.overview import CaseLine, HomeCard, Wanted
from bot.menus import Choice
from messages.blocks import Block, actions, context, divider, header, home, section
from messages.case_line import case_line
from messages.inputs import button, name_select
from messages.texts import Marked, say

REPORT = "home.report"
BRAND = "home.brand"
PAGE = "home.page"
PAGE_BEFORE = "home.page_before"
WANTED_PAGE = "home.page_wanted"
WANTED_PAGE_BEFORE = "home.page_wanted_before"
STATS = "home.stats"
PRACTICE = "home.practice"
FIND = "home.find"
SETTINGS = "home.settings"
SET_UP = "home.setup"

ALL_BRANDS = "all"
_WANTED_SHOWN = 20
_LINES_SHOWN = 20
_RECENT_SHOWN = 10


def home_view(card: HomeCard) -> dict[str, Any]:
    """Return App Home for one person, within Slack's 100 blocks however many cases there are."""
    blocks: list[Block] = [header("oops"), section(say("home.intro")), _buttons(card)]
    if next_step := say("home.next_step", card=card):
        blocks.append(section(next_step))
    blocks += [divider(), header("Needs you"), *_wanted(card), *_filter(card)]
    blocks += _cases("Open", card.open_count, card.open_cases)
    blocks += _cases("Watching", card.watching_count, card.watching)
    if not card.open_count and not card.watching_count:
        blocks += [header("Open"), context(say("home.no_open"))]
    blocks += _pages(card)
    if card.recent:
        blocks += [header("Closed lately"), *_lines(card.recent[:_RECENT_SHOWN])]
    return home(blocks, private_metadata=card.brand_id)


def _buttons(card: HomeCard) -> Block:
    return actions(
        button("Report a mistake", REPORT, style="primary"),
        button("Search", FIND),
        button("Statistics", STATS),
        button("Practice", PRACTICE),
        button("Settings", SETTINGS) if card.may_set_up else None,
        button("Set up oops", SET_UP) if card.may_set_up and card.is_guided else None,
    )


def _wanted(card: HomeCard) -> list[Block]:
    if not card.wanted:
        return [context(say("home.nothing_wanted"))]
    lines = [section(_wanted_line(card, wanted)) for wanted in card.wanted[:_WANTED_SHOWN]]
    if card.wanted_pages == 1:
        return lines
    page, last = card.wanted_page, card.wanted_pages
    before = (
        button("Before", WANTED_PAGE_BEFORE, page - 1, label="What needs you: before") if page > 1 else None
    )
    more = button("More", WANTED_PAGE, page + 1, label="What needs you: more") if page < last else None
    return [*lines, context(say("home.wanted_pages", card=card)), actions(before, more)]


def _wanted_line(card: HomeCard, wanted: Wanted) -> Marked:
    what = say(f"home.wanted_{wanted.kind}", about=wanted.about)
    return say("home.wanted", wanted=wanted, what=what, brand=card.brand_of(wanted), seen_at=card.seen_at)


def _filter(card: HomeCard) -> list[Block]:
    """Return the menu of brands, where there is a choice."""
    if len(card.brands) < 2 and card.brand_id is None:  # noqa: PLR2004  two make a choice
        return []
    chosen = str(card.brand_id) if card.brand_id else ALL_BRANDS
    return [actions(name_select(BRAND, brand_choices(card.brands), initial=chosen), block_id=BRAND)]


def brand_choices(brands: Iterable[tuple[int, str]]) -> list[Choice]:
    """Return what the menu of brands offers: all of them, or one."""
    return [(ALL_BRANDS, "All brands"), *((str(brand_id), name) for brand_id, name in brands)]


def _cases(title: str, count: int, lines: Sequence[CaseLine]) -> list[Block]:
    """Return a part of the page; one that begins on another page has no title here."""
    return [header(f"{title} ({count})"), *_lines(lines[:_LINES_SHOWN])] if lines else []


def _lines(lines: Sequence[CaseLine]) -> list[Block]:
    return [section(say("home.line", line=line, told=case_line(line))) for line in lines]


def _pages(card: HomeCard) -> list[Block]:
    if card.pages == 1:
        return []
    newer = button("Newer", PAGE_BEFORE, card.page - 1) if card.page > 1 else None
    older = button("Older", PAGE, card.page + 1) if card.page < card.pages else None
    return [context(say("home.pages", card=card)), actions(newer, older)]
