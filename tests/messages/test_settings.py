"""Whatever stands in a brand's settings, Slack takes what is drawn from it, and nothing that was typed pings or forges."""

from collections.abc import Callable
from typing import Any

import pytest

from bot.brands.cards import (
    BrandLine,
    BrandSettingsCard,
    ContactsCard,
    GuideCard,
    PageForm,
    SettingsCard,
)
from bot.brands.pages import Page, Step
from bot.cards.handling import MoveCard
from bot.models import BrandContact, SettingsChange
from bot.report import Affected, RedFlag
from messages import (
    command,
    move,
    plan,
    settings,
    settings_contacts,
    settings_guide,
    settings_history,
    settings_pages,
)
from tests.messages import cards
from tests.messages.cards import NOW, hostile
from tests.messages.extremes import extreme_plan
from tests.messages.looking import action_ids, forged, require_valid, strings, words

LONG = hostile()
PEOPLE = [f"U{chr(65 + n)}" for n in range(26)]
VOICE = {
    "preset": "playful",
    "formal": -1,
    "serious": -1,
    "respectful": 0,
    "enthusiastic": 1,
    "pronoun": "name",
    "contractions": True,
    "emoji": "yes",
    "apology_verb": "sorry",
    "sign_off": LONG[:80],
    "words_to_use": [LONG[:40]] * 30,
    "words_to_avoid": [LONG[:40]] * 30,
}
EXTREME = {
    "name": LONG[:60],
    "voice": VOICE,
    "response_channel": "CRESPONSE",
    "lead": "UALICE",
    "backup": "UBOB",
    "approvers": PEOPLE,
    "approvals_needed": 2,
    "owners": {flag.value: LONG[:200] for flag in RedFlag},
    "timezone": "America/Argentina/ComodRivadavia",
    "quiet_from": "22:00",
    "quiet_until": "07:00",
    "rests_on_weekends": True,
    "check_ins": ",".join(f"{n}d" for n in range(1, 13)),
    "keep_days": 3650,
}
CHANGE = {name: [LONG, LONG] for name in settings_history.FIELD_WORDS} | {
    "lead": ["UALICE", None],
    "approvers": [PEOPLE, []],
    "self_approval": [False, True],
    "voice": None,
}


def brand(**changes: Any) -> Any:
    return cards.brand(**(EXTREME | changes))


def change(kind: str) -> SettingsChange:
    return SettingsChange(brand_id=3, at=NOW, by="UALICE", kind=kind, changes=CHANGE)


def form(page: Page, **changes: Any) -> PageForm:
    values = {name: getattr(brand(), name, None) for name in cards.brand().model_dump()}
    given = {"id": 1, "page": page, "brand": brand(), "values": values, "samples": (LONG, LONG)}
    return PageForm(**(given | changes))


def contact(number: int) -> BrandContact:
    return BrandContact(
        id=number, brand_id=3, name=LONG[:200], role=LONG[:200], reach=LONG[:200], affected=list(Affected)
    )


def brand_card(**changes: Any) -> BrandSettingsCard:
    given: dict[str, Any] = {
        "brand": brand(),
        "contacts": 200,
        "changes": tuple(change(kind) for kind in sorted(settings_history.CHANGE_KINDS)[:5]),
        "fallback_channel": "CFALLBACK",
    }
    return BrandSettingsCard(**(given | changes))


def guide_card(step: Step) -> GuideCard:
    return GuideCard(
        form(Page.ABOUT), step, 2, 3, LONG[:60], may_create_channel=True, note=LONG, new_channel=LONG
    )


VIEWS: dict[str, Callable[[], Any]] = {
    "list": lambda: settings.settings_view(
        SettingsCard(tuple(BrandLine(brand(id=n), True) for n in range(20)), 2, 5, True, False, 80)
    ),
    "archive": lambda: settings.settings_view(
        SettingsCard((BrandLine(brand(response_channel=None, lead=None), True),), 0, 1, True, True, 1)
    ),
    "nothing archived": lambda: settings.settings_view(SettingsCard((), 0, 1, False, True, 0)),
    "brand": lambda: settings.brand_view(brand_card()),
    "brand, fresh": lambda: settings.brand_view(
        brand_card(brand=cards.brand(), changes=(), fallback_channel="", contacts=0)
    ),
    "brand, archived": lambda: settings.brand_view(brand_card(brand=brand(is_archived=True))),
    "brand, every kind of change": lambda: settings.brand_view(
        brand_card(changes=tuple(change(kind) for kind in sorted(settings_history.CHANGE_KINDS)))
    ),
    **{
        f"page, {page}": (lambda page=page: settings_pages.page_modal(form(page)))  # type: ignore[misc]
        for page in Page
    },
    "page, another's channel": lambda: settings_pages.page_modal(form(Page.ABOUT, may_choose_channel=False)),
    "voice, again": lambda: settings_pages.page_modal(form(Page.VOICE), turn=99),
    "new brand": lambda: settings_pages.new_brand_modal(form(Page.ABOUT, brand=None)),
    "contacts": lambda: settings_contacts.contacts_view(
        ContactsCard(brand(), tuple(contact(n) for n in range(20)), 3, 10, 400, 200, LONG)
    ),
    "no contacts": lambda: settings_contacts.contacts_view(ContactsCard(brand(), (), 0, 1, 0, 0)),
    "contact": lambda: settings_contacts.contact_modal(
        form(Page.ABOUT, values={"name": LONG, "role": LONG, "reach": LONG, "affected": list(Affected)})
    ),
    **{
        f"guide, {step}": (lambda step=step: settings_guide.guide_modal(guide_card(step)))  # type: ignore[misc]
        for step in Step
    },
    "guide, making a channel": lambda: settings_guide.creating_view(LONG[:80]),
    "guide, done": lambda: settings_guide.guide_done_view(brand(), lacks_channel=True),
    "move": lambda: move.move_modal(MoveCard(41, "OOPS-7", "CRESPONSE")),
}
MESSAGES: dict[str, Callable[[], Any]] = {
    "help with the guide": lambda: command.help_message(offers_guide=True),
    "plan in a direct message": lambda: plan.plan_message(extreme_plan(case=cards.case(channel_id="UALICE"))),
    "moved plan": lambda: move.moved_message(cards.case(), "https://example.org/p/1", is_root=True),
    "moved draft": lambda: move.moved_message(cards.case(), "", is_root=False),
}


@pytest.mark.parametrize("name", [*VIEWS, *MESSAGES])
def test_slack_takes_the_most_extreme_settings(name: str) -> None:
    require_valid({**VIEWS, **MESSAGES}[name]())


@pytest.mark.parametrize("name", [*VIEWS, *MESSAGES])
def test_nothing_that_was_typed_becomes_a_mention_a_link_or_a_date(name: str) -> None:
    assert forged({**VIEWS, **MESSAGES}[name]()) == []


@pytest.mark.parametrize("name", [*VIEWS])
def test_no_template_is_run_out_of_what_was_typed(name: str) -> None:
    assert not any("8642" in text for text in strings(VIEWS[name]()))


def test_a_plan_in_a_channel_offers_no_move() -> None:
    assert move.MOVE not in action_ids(plan.plan_message(cards.plan_card()))


def test_a_history_tells_what_was_before_and_what_is_now() -> None:
    changed = SettingsChange(
        brand_id=3,
        at=NOW,
        by="UBOB",
        kind="saved",
        changes={"lead": [None, "UALICE"], "keep_days": [None, 30]},
    )

    line = settings_history.change_line(changed)

    assert "<@UBOB> changed the lead (nobody → <@UALICE>)" in line
    assert "how many days content is kept (nothing → 30)" in line


def test_a_brand_without_a_channel_of_its_own_says_whose_channel_it_uses() -> None:
    made = settings.brand_view(brand_card(brand=brand(response_channel=None)))

    assert "Plans go to <#CFALLBACK>, the channel set for all brands" in words(made)
    assert "the channel set for all brands" in words(settings_pages.page_modal(form(Page.ABOUT)))
