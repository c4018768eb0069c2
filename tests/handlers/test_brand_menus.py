"""Workspaces with more accounts than a list holds: they are found as somebody types, in every menu of accounts."""

from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import Session

from bot.menus import LISTED
from bot.models import Brand, Workspace
from bot.playground.state import View
from bot.storage import queries
from tests import forging
from tests.many_cases import add_brand, add_case
from tests.world import ORDINARY, TEAM_CHANNEL, Someone, World, action_ids, shown

MANY = 150
WHAT = "We wrote Tuesday, the run is on Thursday"


async def add_accounts(world: World, count: int = MANY, **values: Any) -> list[str]:
    """Add so many accounts, and return their ids as a form carries them."""

    def add(session: Session) -> list[str]:
        made = [
            add_brand(session, f"Choir {number:03}", now=world.clock(), **values) for number in range(count)
        ]
        return [str(brand.id) for brand in made]

    return await world.oops.store.run(add)


async def change(world: World, brand_id: str, **values: Any) -> None:
    def change(session: Session) -> None:
        for name, value in values.items():
            setattr(session.get_one(Brand, int(brand_id)), name, value)

    await world.oops.store.run(change)


def menu(view: View, action_id: str) -> dict[str, Any]:
    """Return a menu of a form or of App Home."""
    elements = [one for block in view.blocks for one in (block.get("element"), *block.get("elements", ()))]
    found: dict[str, Any] = next(one for one in elements if one and one.get("action_id") == action_id)
    return found


# ---- the report form


async def test_a_list_that_is_full_stays_a_list_and_one_more_account_is_searched_for(
    world: World, alice: Someone
) -> None:
    await add_accounts(world, LISTED - 1)
    await alice.types(WHAT)
    full = menu(alice.view, "report.brand")
    await alice.closes()
    await add_accounts(world, 1)

    await alice.types(WHAT)

    assert (full["type"], len(full["options"])) == ("static_select", LISTED)
    more = menu(alice.view, "report.brand")
    assert (more["type"], more["min_query_length"]) == ("external_select", 0)
    assert not {"options", "option_groups", "initial_option"} & set(more)


async def test_the_list_shows_something_at_once_and_finds_any_account(world: World, alice: Someone) -> None:
    await add_accounts(world)
    await alice.types(WHAT)

    at_once = await alice.searches(alice.view, "report.brand")
    typed = await alice.searches(alice.view, "report.brand", "  CHOIR 14")
    own = await alice.searches(alice.view, "report.brand", "run")

    assert at_once == [f"Choir {number:03}" for number in range(LISTED)]
    assert typed == [f"Choir {number}" for number in range(140, 150)]
    assert own == ["Riverside Runners"]
    assert await alice.searches(alice.view, "report.brand", "zebra") == []


async def test_a_report_is_made_for_an_account_that_was_searched_for(world: World, alice: Someone) -> None:
    accounts = await add_accounts(world)

    await alice.reports(brand=accounts[-1])

    assert "Choir 149" in shown(world.plan)


async def test_a_choice_is_still_there_after_the_form_adapts(world: World, alice: Someone) -> None:
    accounts = await add_accounts(world)
    await alice.types(WHAT)

    await alice.fills(brand=accounts[-1])
    await alice.fills(channel="email")

    assert menu(alice.view, "report.brand")["initial_option"]["value"] == accounts[-1]
    held = alice.view.values["brand"]["report.brand"]
    assert held["selected_option"]["text"]["text"] == "Choir 149"
    assert await alice.submits(**{**ORDINARY, "channel": "email", "undo": "cannot"}) == {}
    assert "Choir 149" in shown(world.plan)


async def test_the_form_asks_for_a_channel_where_the_found_account_has_none(
    database_url: str,
) -> None:
    world = World(database_url, settings={"oops_response_channel": ""})
    await world.start()
    alice = world.person("UALICE")
    accounts = await add_accounts(world)
    await change(world, accounts[-1], response_channel=TEAM_CHANNEL)
    await alice.types(WHAT)

    await alice.fills(brand=accounts[-2])
    without = action_ids(alice.view)
    await alice.fills(brand=accounts[-1])

    assert "report.response_channel" in without
    assert "report.response_channel" not in action_ids(alice.view)
    await world.stop()


async def test_a_forged_account_is_refused_beside_it(world: World, alice: Someone) -> None:
    await add_accounts(world)

    for forged in ("999999", "", "x", "9" * 400):
        chosen = {"type": "external_select", "selected_option": {"value": forged}}
        answers: dict[str, Any] = {name: forging.choice(value) for name, value in ORDINARY.items()}
        reply = await forging.submits(alice, "report", "1", what=WHAT, brand=chosen, **answers)

        assert list(reply.payload["errors"]) == ["brand"]


async def test_an_account_that_was_archived_meanwhile_is_refused_and_no_longer_found(
    world: World, alice: Someone
) -> None:
    accounts = await add_accounts(world)
    await alice.types(WHAT)
    await alice.fills(brand=accounts[-1], **ORDINARY)
    await change(world, accounts[-1], is_archived=True)

    assert list(await alice.submits()) == ["brand"]
    assert await alice.searches(alice.view, "report.brand", "149") == []


async def test_accounts_of_another_workspace_are_not_found(world: World, alice: Someone) -> None:
    def add(session: Session) -> None:
        other = Workspace(team_id="TOTHER", created_at=world.clock())
        session.add(other)
        session.flush()
        add_brand(session, "Choir of somebody else", now=world.clock(), workspace_id=other.id)

    await add_accounts(world)
    await world.oops.store.run(add)
    await alice.types(WHAT)

    assert await alice.searches(alice.view, "report.brand", "somebody") == []


@pytest.mark.parametrize("origin", [forging.SLACK_CONNECT, forging.ELSEWHERE])
@pytest.mark.parametrize("action_id", ["report.brand", "home.brand", "case_brand.brand"])
async def test_people_of_another_workspace_find_nothing(
    world: World, alice: Someone, action_id: str, origin: forging.Origin
) -> None:
    await add_accounts(world)
    await alice.reports(brand="1")

    reply = await forging.searches(alice, action_id, "", "1", origin=origin)

    assert (reply.acked, reply.payload) == (True, {"options": []})


# ---- another brand for a case


async def test_a_case_is_given_to_an_account_that_was_searched_for(
    world: World, alice: Someone, bob: Someone
) -> None:
    accounts = await add_accounts(world)
    await alice.reports(brand="1")
    await bob.clicks(world.plan, "case.more")
    await bob.clicks(bob.view, "case.brand")
    own = await bob.searches(bob.view, "case_brand.brand", "Riverside")

    errors = await bob.submits(brand=accounts[-1])

    assert own == []  # it is of that account already
    assert errors == {}
    assert "Choir 149" in shown(world.plan)


async def test_who_is_not_in_the_cases_channel_finds_no_account_for_it(
    world: World, alice: Someone, bob: Someone, carol: Someone
) -> None:
    await add_accounts(world)
    await alice.reports(brand="1")
    await world.passes(hours=1)  # who is in the channel has to be asked again

    offered = await forging.searches(bob, "case_brand.brand", "", "1")
    outside = await forging.searches(carol, "case_brand.brand", "", "1")

    assert len(offered.payload["options"]) == LISTED
    assert outside.payload == {"options": []}


# ---- App Home


async def test_home_finds_only_accounts_of_cases_that_the_person_sees(
    world: World, alice: Someone, carol: Someone
) -> None:
    await add_accounts(world)
    await alice.reports(brand="1")

    def add(session: Session) -> None:
        for number, brand in enumerate(queries.brands_of(session, 1)[:120]):
            add_case(session, 2000 + number, now=world.clock(), brand_id=brand.id)

    await world.oops.store.run(add)
    home = await alice.opens_home()
    offered = await alice.searches(home, "home.brand")
    hers = await forging.searches(carol, "home.brand", "")

    assert menu(home, "home.brand")["initial_option"]["value"] == "all"
    assert offered[0] == "All brands"
    assert await alice.searches(home, "home.brand", "119") == ["Choir 119"]
    assert await alice.searches(home, "home.brand", "140") == []  # there is no case of it
    assert [option["text"]["text"] for option in hers.payload["options"]] == ["All brands"]


async def test_home_shows_the_account_that_was_found_also_after_a_while(world: World, alice: Someone) -> None:
    accounts = await add_accounts(world)

    def add(session: Session) -> None:
        for number, brand_id in enumerate(accounts):
            add_case(session, 2000 + number, now=world.clock(), brand_id=int(brand_id))

    await world.oops.store.run(add)
    await alice.reports(brand="1")
    home = await alice.opens_home()
    world.clock.now += timedelta(minutes=10)  # Slack is asked again who is in the channel

    found = await alice.searches(home, "home.brand", "choir 149")
    await alice.selects(home, "home.brand", accounts[-1])

    assert found == ["Choir 149"]
    assert menu(alice.person.home, "home.brand")["initial_option"]["value"] == accounts[-1]
    assert "OOPS-2149" in shown(alice.person.home)
    assert "OOPS-2148" not in shown(alice.person.home)
