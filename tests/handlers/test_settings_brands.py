"""Brands in the settings: added, archived and restored, also by two at once; and pages of a hundred."""

import asyncio

import pytest

from bot.brands import changing, forms
from bot.brands.file_reading import SettingsFileWrong
from tests.handlers.brands import (
    BRAND,
    add_app,
    add_brands,
    brand_of,
    import_stopped,
    open_brand,
    open_page,
)
from tests.world import Someone, World, action_ids, shown


async def test_a_brand_is_added_once(world: World, alice: Someone) -> None:
    await alice.types("settings")
    await alice.clicks(alice.view, "settings.add")

    errors = await alice.submits(name="Harbour Café", relation="personal")

    brand = await brand_of(world, "Harbour Café")
    assert errors == {}
    assert brand.self_approval
    assert "says “I”" in shown(alice.view)
    assert brand.timezone == "Europe/Berlin"
    assert "Harbour Café" in shown(alice.view)
    assert "Harbour Café" in shown(alice.person.views[0])


@pytest.mark.parametrize("name", [BRAND, "RIVERSIDE  runners"])
async def test_no_two_brands_have_one_name(alice: Someone, name: str) -> None:
    await alice.types("settings")
    await alice.clicks(alice.view, "settings.add")

    errors = await alice.submits(name=name)

    assert "already" in errors["name"]


async def test_of_two_brands_added_at_once_under_one_name_one_is_made(world: World, alice: Someone) -> None:
    opened = [await new_brand_form(world, alice) for _ in range(2)]
    answers = {"name": "Harbour Café", "relation": "own", "reputation": "good"}

    made = await asyncio.gather(
        *(
            world.oops.store.run(changing.add_brand, form, answers, by=alice.id, now=world.clock())
            for form in opened
        ),
        return_exceptions=True,
    )

    assert sorted(type(one).__name__ for one in made) == ["Brand", "InvalidAnswers"]
    assert (await brand_of(world, "Harbour Café")).version == 1


async def new_brand_form(world: World, someone: Someone) -> int:
    await someone.opens_home()
    form = await world.oops.store.run(
        forms.open_new_brand, workspace_id=world.oops.workspace_id, by=someone.id, now=world.clock()
    )
    return form.id


async def test_of_the_last_two_brands_archived_at_once_one_stays(world: World, alice: Someone) -> None:
    await add_brands(world, 1)
    await alice.opens_home()

    archived = await asyncio.gather(
        *(
            world.oops.store.run(
                changing.archive_brand,
                brand_id,
                workspace_id=world.oops.workspace_id,
                by=alice.id,
                now=world.clock(),
            )
            for brand_id in (1, 2)
        ),
        return_exceptions=True,
    )

    assert sorted(type(one).__name__ for one in archived) == ["Brand", "OopsError"]


async def test_the_last_brand_cannot_be_archived(world: World, alice: Someone) -> None:
    await open_brand(alice)

    await alice.clicks(alice.view, "settings.archive")

    assert "This is the last brand" in shown(alice.view)
    assert not (await brand_of(world)).is_archived


async def test_a_brand_with_an_open_case_stays_and_without_one_is_archived_and_restored(
    world: World, alice: Someone
) -> None:
    await alice.reports()
    await add_brands(world, 1)
    await alice.types("settings")
    brand = await brand_of(world)
    await alice.clicks(alice.view, "settings.brand", str(brand.id))

    await alice.clicks(alice.view, "settings.archive")
    assert "not closed" in shown(alice.view)
    await alice.closes()
    await alice.clicks(world.plan, "case.close")
    await alice.submits()
    await alice.types("settings")
    await alice.clicks(alice.view, "settings.brand", str(brand.id))
    await alice.clicks(alice.view, "settings.archive")

    assert "is archived" in shown(alice.view)
    assert BRAND not in shown(alice.person.views[0])
    await alice.clicks(alice.view, "settings.restore")
    assert BRAND in shown(alice.person.views[0])
    assert not (await brand_of(world)).is_archived


async def test_a_hundred_brands_fit_page_by_page(world: World, alice: Someone) -> None:
    await add_brands(world, 100)

    await alice.types("settings")
    seen = [shown(alice.view)]
    while "settings.list_after" in action_ids(alice.view):
        await alice.clicks(alice.view, "settings.list_after")
        seen.append(shown(alice.view))

    assert len(seen) == 6
    assert all(sum(f"Client {number:03}" in page for page in seen) == 1 for number in range(100))
    await alice.clicks(alice.view, "settings.list_before")
    assert shown(alice.view) == seen[4]


async def test_an_app_neither_leads_nor_approves(world: World, alice: Someone) -> None:
    app = add_app(world)
    await open_page(alice, "people")

    errors = await alice.submits(lead=app, approvers=["UBOB", app])

    assert set(errors) == {"lead", "approvers"}
    assert "that is an app" in errors["lead"]
    assert (await brand_of(world)).approvers == []


async def test_a_file_of_settings_names_no_app_as_the_backup(world: World, alice: Someone) -> None:
    app = add_app(world)
    await open_page(alice, "people")
    await alice.submits(backup=app)

    with pytest.raises(SettingsFileWrong, match="line 3: Zap: that is an app"):
        await import_stopped(world, f"brands:\n  - name: {BRAND}\n    backup: {app}\n")
