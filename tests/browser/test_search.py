"""A select with outside options: the list loads as one types, by pointer and by keyboard, in forms and outside of them."""

import pytest
from playwright.async_api import Locator, expect

from tests.browser.conftest import OpenWindow, Playground, Window
from tests.browser.kitchen import CITIES, every_input, field_block

pytestmark = pytest.mark.asyncio(loop_scope="session")


def listed(window: Window) -> Locator:
    return window.block("city").get_by_role("option")


async def test_the_list_shows_something_at_once_and_narrows_as_one_types(
    playground: Playground, window: Window
) -> None:
    await window.opens_modal()

    await window.field("city").click()
    await expect(listed(window)).to_have_text(["Bergen", "BerlinOn the Spree", "Oslo & fjord"])
    await window.field("city").fill("ber")
    await expect(listed(window)).to_have_count(2)
    await listed(window).get_by_text("Berlin").click()

    await expect(listed(window)).to_have_count(0)
    await expect(window.field("city")).to_have_value("Berlin")
    await expect(window.block("city")).to_contain_text("On the Spree")
    await window.submits()
    assert playground.kitchen.value("city")["selected_option"] == CITIES[1]
    assert playground.kitchen.searched == ["", "ber"]


async def test_the_keyboard_is_enough(playground: Playground, window: Window) -> None:
    await window.opens_modal()
    field = window.field("city")

    await field.focus()
    await window.page.keyboard.press("ArrowDown")
    await expect(listed(window)).to_have_count(3)
    await window.page.keyboard.press("ArrowDown")
    await window.page.keyboard.press("ArrowUp")
    await window.page.keyboard.press("Enter")

    await expect(field).to_have_value("Oslo & fjord")
    await expect(field).to_be_focused()
    await window.submits()
    assert playground.kitchen.value("city")["selected_option"]["value"] == "oslo"


async def test_escape_closes_the_list_and_not_the_form(window: Window) -> None:
    await window.opens_modal()
    await window.field("city").click()
    await expect(listed(window)).to_have_count(3)

    await window.page.keyboard.press("Escape")

    await expect(listed(window).first).to_be_hidden()
    await expect(window.find("modal")).to_be_visible()


async def test_what_fits_nothing_says_so_and_leaves_the_choice(
    playground: Playground, window: Window
) -> None:
    playground.kitchen.modal_blocks = [
        field_block("city", "City", "external_select", min_query_length=0, initial_option=CITIES[0])
    ]
    await window.opens_modal()
    await expect(window.field("city")).to_have_value("Bergen")

    await window.field("city").fill("<b>zebra</b>")
    await expect(window.block("city")).to_contain_text("Nothing fits.")
    await window.page.keyboard.press("Tab")

    await expect(window.field("city")).to_have_value("Bergen")
    await window.submits()
    assert playground.kitchen.value("city")["selected_option"] == CITIES[0]


async def test_an_optional_choice_is_taken_back_by_emptying_the_field(
    playground: Playground, window: Window
) -> None:
    playground.kitchen.modal_blocks = [
        field_block("city", "City", "external_select", min_query_length=0, initial_option=CITIES[0])
    ]
    await window.opens_modal()

    await window.field("city").fill("")
    await window.page.keyboard.press("Tab")
    await window.submits()

    assert playground.kitchen.value("city")["selected_option"] is None


async def test_short_words_are_not_asked_about(playground: Playground, window: Window) -> None:
    playground.kitchen.modal_blocks = [field_block("city", "City", "external_select")]
    await window.opens_modal()

    await window.field("city").click()
    await expect(window.block("city")).to_contain_text("Type 3 letters or more.")
    await window.field("city").fill("osl")
    await expect(listed(window)).to_have_count(1)

    assert playground.kitchen.searched == ["osl"]


async def test_a_choice_stays_when_the_app_changes_the_form(playground: Playground, window: Window) -> None:
    blocks = every_input()
    playground.kitchen.updated_blocks = [
        field_block("city", "Town", "external_select", min_query_length=0, initial_option=CITIES[2]),
        *blocks[2:3],
    ]
    await window.opens_modal()
    await window.field("city").click()
    await listed(window).get_by_text("Bergen").click()

    await window.field("select").select_option("red")

    await expect(window.block("city").locator("label")).to_have_text("Town (optional)")
    await expect(window.field("city")).to_have_value("Bergen")
    await window.page.reload()
    await expect(window.field("city")).to_have_value("Bergen")
    await window.submits()
    assert playground.kitchen.value("city")["selected_option"] == CITIES[0]


async def test_outside_of_a_form_a_choice_is_told_at_once(
    playground: Playground, open_window: OpenWindow
) -> None:
    menu = {"type": "external_select", "action_id": "kitchen.city", "min_query_length": 0}
    blocks = [{"type": "actions", "block_id": "city", "elements": [menu]}]
    await playground.client.chat_postMessage(channel="CRESPONSE", text="Where?", blocks=blocks)
    window = await open_window()

    await window.field("city").click()
    await listed(window).get_by_text("Oslo").click()

    told = await playground.kitchen.next_action()
    assert told["selected_option"] == CITIES[2]
    await expect(window.field("city")).to_have_value("Oslo & fjord")
