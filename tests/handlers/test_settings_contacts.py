"""Key people of a brand."""

from sqlmodel import Session

from bot.models import BrandContact
from tests.handlers.brands import add_contacts, contacts, make_lead, open_page
from tests.world import Someone, World, action_ids, first_value, shown


async def test_a_key_person_is_added_and_named_in_the_plan(world: World, alice: Someone) -> None:
    await open_page(alice, "contacts")
    await alice.clicks(alice.view, "settings.contact_add")

    errors = await alice.submits(
        name="Dana Field", role="Main sponsor", reach="+44 20 7946 0018", affected=["few_known"]
    )

    assert errors == {}
    assert "Dana Field" in shown(alice.view)
    assert "1 person to reach off-line" in shown(alice.person.views[1])
    assert "<@UALICE> added a key person" in shown(alice.person.views[1])
    await alice.reports(affected="few_known", harm="trust")
    assert "Dana Field" in shown(world.plan)


async def test_a_key_person_is_changed_and_removed(world: World, alice: Someone) -> None:
    await add_contacts(world, 1)
    await open_page(alice, "contacts")
    await alice.clicks(alice.view, "settings.contact")

    await alice.submits(name="Somebody else", affected=[])
    assert [(one.name, one.affected) for one in await contacts(world)] == [("Somebody else", [])]
    await alice.clicks(alice.view, "settings.contact")
    await alice.clicks(alice.view, "settings.contact_remove")

    assert await contacts(world) == []
    assert "Nobody yet" in shown(alice.view)


async def test_a_person_without_a_name_is_refused_beside_the_field(world: World, alice: Someone) -> None:
    await open_page(alice, "contacts")
    await alice.clicks(alice.view, "settings.contact_add")

    errors = await alice.submits(name="\u200b\u200b", reach="+44 20 7946 0018")

    assert list(errors) == ["name"]
    assert await contacts(world) == []


async def test_two_hundred_key_people_fit_page_by_page(world: World, alice: Someone) -> None:
    await add_contacts(world, 200)

    await open_page(alice, "contacts")
    seen = [shown(alice.view)]
    while "settings.contacts_page_after" in action_ids(alice.view):
        await alice.clicks(alice.view, "settings.contacts_page_after")
        seen.append(shown(alice.view))

    assert len(seen) == 10
    assert all(sum(f"Person {number:03}" in page for page in seen) == 1 for number in range(200))


async def test_among_many_somebody_is_found_by_a_part_of_the_name(world: World, alice: Someone) -> None:
    await add_contacts(world, 60)
    await open_page(alice, "contacts")

    errors = await alice.submits(words="person 04")
    found = shown(alice.view)
    await alice.submits(words="nobody of that name")
    nothing = shown(alice.view)
    await alice.submits(words="")

    assert errors == {}
    assert "11 of 60 people" in found
    assert "Person 041" in found
    assert "Person 051" not in found
    assert "Nobody with “nobody of that name”" in nothing
    assert "60 people · page 1 of 3" in shown(alice.view)


async def look_for(world: World, alice: Someone, words: str, *, among: int) -> None:
    await add_contacts(world, among)
    await open_page(alice, "contacts")
    await alice.submits(words=words)


async def test_what_was_found_is_turned_page_by_page(world: World, alice: Someone) -> None:
    await look_for(world, alice, "0", among=150)

    await alice.clicks(alice.view, "settings.contacts_page_after")

    assert "114 of 150 people · page 2 of 6" in shown(alice.view)


async def test_after_a_change_or_a_removal_what_was_found_is_still_shown(
    world: World, alice: Someone
) -> None:
    await look_for(world, alice, "person 04", among=60)
    await alice.clicks(alice.view, "settings.contact", first_value(alice.view, "settings.contact"))

    await alice.submits(role="Chair")
    changed = shown(alice.view)
    await alice.clicks(alice.view, "settings.contact", first_value(alice.view, "settings.contact"))
    await alice.clicks(alice.view, "settings.contact_remove")

    assert "11 of 60 people" in changed
    assert "Chair" in changed
    assert "10 of 59 people" in shown(alice.view)


async def test_somebody_who_is_none_of_those_found_is_shown_among_all(world: World, alice: Someone) -> None:
    await look_for(world, alice, "person 04", among=60)
    await alice.clicks(alice.view, "settings.contact_add")

    await alice.submits(name="Dana Field")

    assert "61 people · page 4 of 4" in shown(alice.view)
    assert "Dana Field" in shown(alice.view)


async def test_a_few_key_people_need_no_search(world: World, alice: Someone) -> None:
    await add_contacts(world, 3)

    await open_page(alice, "contacts")

    assert "Find somebody" not in shown(alice.view)


async def test_after_a_change_the_page_with_that_person_is_shown(world: World, alice: Someone) -> None:
    await add_contacts(world, 50)
    await open_page(alice, "contacts")
    await alice.clicks(alice.view, "settings.contacts_page_after")
    last = (await contacts(world))[30]

    await alice.clicks(alice.view, "settings.contact", str(last.id))
    await alice.submits(role="Chair")

    assert "page 2 of 3" in shown(alice.view)
    assert "Chair" in shown(alice.view)


async def both_open_one_person(world: World, alice: Someone, bob: Someone) -> None:
    await make_lead(world, bob)
    await add_contacts(world, 1)
    for someone in (alice, bob):
        await open_page(someone, "contacts")
        await someone.clicks(someone.view, "settings.contact")


async def test_of_two_who_change_one_person_the_second_is_told_and_keeps_what_was_typed(
    world: World, alice: Someone, bob: Someone
) -> None:
    await both_open_one_person(world, alice, bob)
    await bob.submits(name="Bob's word")

    errors = await alice.submits(name="Alice's word")
    assert "changed these settings" in errors["name"]
    assert await alice.submits() == {}

    assert [one.name for one in await contacts(world)] == ["Alice's word"]


async def test_somebody_who_was_removed_meanwhile_is_told_beside_the_field(
    world: World, alice: Someone, bob: Someone
) -> None:
    await both_open_one_person(world, alice, bob)
    await bob.clicks(bob.view, "settings.contact_remove")

    errors = await alice.submits(name="Alice's word")

    assert "removed this person" in errors["name"]
    assert alice.view.values["name"]["settings.name"]["value"] == "Alice's word"


async def test_a_list_that_is_out_of_date_shows_itself_anew(world: World, alice: Someone) -> None:
    await add_contacts(world, 2)
    await open_page(alice, "contacts")
    gone = first_value(alice.view, "settings.contact")

    def remove(session: Session) -> None:
        session.delete(session.get_one(BrandContact, int(gone)))

    await world.oops.store.run(remove)
    await alice.clicks(alice.view, "settings.contact", gone)

    assert "1 person" in shown(alice.view)
    assert "removed this person" in alice.told()[-1]
