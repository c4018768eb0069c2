"""Searching the own cases: `/oops find words`, and the form on App Home."""

import pytest

from tests.many_cases import add_case
from tests.world import Someone, World, shown


@pytest.mark.parametrize("typed", ["find thursday", "find THURSDAY run", "FIND  run  thursday", "find hurs"])
async def test_a_search_finds_all_words_in_any_order_and_any_letters(alice: Someone, typed: str) -> None:
    await alice.reports("We wrote Tuesday, the run is on Thursday")
    await alice.reports("The wrong picture of the bridge")

    await alice.types(typed)

    assert "OOPS-1" in alice.hears()[-1]
    assert "OOPS-2" not in alice.hears()[-1]


async def test_letters_beyond_ascii_are_found_in_capitals_too(world: World, alice: Someone) -> None:
    await world.oops.store.run(add_case, 1, now=world.clock(), report={"what": "Die GROẞE ÉTUDE, Πέμπτη"})
    await world.oops.directory.look_up_channel(world.oops.workspace_id, "CRESPONSE")

    for typed in ("find große", "find étude", "find ΠΈΜΠΤΗ"):
        await alice.types(typed)

        assert "OOPS-1" in alice.hears()[-1]


@pytest.mark.parametrize("typed", ["find %", "find _", "find ' OR 1=1", "find \\", "find thurs%"])
async def test_no_sign_has_a_meaning_of_its_own(alice: Someone, typed: str) -> None:
    await alice.reports()

    await alice.types(typed)

    assert "None of your cases" in alice.hears()[-1]
    assert "OOPS-1" not in alice.hears()[-1]


async def test_what_was_learned_is_searched_too(world: World, alice: Someone, bob: Someone) -> None:
    await alice.reports()
    await bob.clicks(world.plan, "case.close")
    await bob.submits(cause="Nobody proofread it", change="A second pair of eyes")

    await alice.types("find proofread eyes")

    assert "OOPS-1" in alice.hears()[-1]


async def test_nobody_finds_what_they_cannot_see(world: World, alice: Someone, carol: Someone) -> None:
    await alice.reports("We wrote Tuesday, the run is on Thursday")
    await carol.reports("We wrote Tuesday, the swim is on Friday")
    await alice.clicks(world.plan, "case.close")
    await alice.submits(cause="Nobody proofread it")

    await carol.types("find tuesday")
    await carol.types("find thursday")
    await carol.types("find proofread")

    theirs, none, learned = carol.hears()[-3:]
    assert "OOPS-2" in theirs
    assert "OOPS-1" not in theirs
    assert none.replace("thursday", "proofread") == learned
    assert "None of your cases" in none


async def test_an_empty_search_says_how_to_search(alice: Someone) -> None:
    await alice.types("find")

    assert "/oops find thursday run" in alice.hears()[-1]


async def test_many_finds_are_counted_and_the_newest_are_shown(world: World, alice: Someone) -> None:
    for number in range(1, 31):
        await world.oops.store.run(add_case, number, now=world.clock())
    await world.oops.directory.look_up_channel(world.oops.workspace_id, "CRESPONSE")

    await alice.types("find mistake")

    assert "30 cases" in alice.hears()[-1]
    assert "the newest 20" in alice.hears()[-1]
    assert "OOPS-30*" in alice.hears()[-1]
    assert "OOPS-10*" not in alice.hears()[-1]


async def test_home_has_a_form_that_turns_into_what_was_found(alice: Someone) -> None:
    await alice.reports()
    home = await alice.opens_home()

    await alice.clicks(home, "home.find")
    errors = await alice.submits(words="thursday")

    assert errors == {}
    assert "1 case" in shown(alice.view)
    assert "OOPS-1" in shown(alice.view)

    await alice.submits(words="no such thing <!channel>")

    assert "None of your cases holds “no such thing &lt;!channel&gt;”" in shown(alice.view)
