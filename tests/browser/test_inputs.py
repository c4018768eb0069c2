"""Every input of a modal, as a person fills it, and what the app gets."""

import asyncio
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from playwright.async_api import FilePayload, Route, expect

from tests.browser.conftest import ZONE, Playground, Window
from tests.browser.kitchen import COLOURS, HOSTILE, every_input, field_block, kitchen_modal, option

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_text_is_counted_and_arrives_as_typed(playground: Playground, window: Window) -> None:
    await window.opens_modal()

    await window.field("text").fill("Two\nlines & <more>")
    await window.field("line").fill(HOSTILE)

    await expect(window.block("text").locator("[data-testid=counter]")).to_have_text("18 / 20")
    await window.submits()
    assert playground.kitchen.value("text")["value"] == "Two\nlines & <more>"
    assert playground.kitchen.value("line")["value"] == HOSTILE


async def test_one_choice_from_each_kind_of_list(playground: Playground, window: Window) -> None:
    await window.opens_modal()

    await window.field("select").select_option("red")
    await window.field("grouped").select_option("currant")
    await window.field("radio").get_by_label("Green").check()
    await window.field("person").select_option("UBOB")
    await window.field("place").select_option("CRESPONSE")
    await window.submits()

    kitchen = playground.kitchen
    assert kitchen.value("select")["selected_option"]["value"] == "red"
    assert kitchen.value("grouped")["selected_option"]["text"]["text"] == "Currant"
    assert kitchen.value("radio")["selected_option"]["value"] == "green"
    assert kitchen.value("person")["selected_user"] == "UBOB"
    assert kitchen.value("place")["selected_conversation"] == "CRESPONSE"


async def test_a_prompt_that_is_also_an_answer_is_offered_once(
    playground: Playground, window: Window
) -> None:
    choices = [option("yes", "Yes"), option("unsure", "Not sure")]
    prompt = {"type": "plain_text", "text": "Not sure"}
    playground.kitchen.modal_blocks = [
        field_block("line", "Sure?", "static_select", options=choices, placeholder=prompt)
    ]
    await window.opens_modal()

    offered = window.field("line").locator("option:not([hidden])")

    await expect(offered).to_have_text(["Yes", "Not sure"])


async def test_several_choices_stop_at_the_most_that_is_allowed(
    playground: Playground, window: Window
) -> None:
    await window.opens_modal()
    await window.field("several").click()
    choices = window.page.get_by_role("dialog", name="Choose options")

    await choices.get_by_label("Red").check()
    await choices.get_by_label("Blue").check()

    await expect(choices.get_by_label("Green")).to_be_disabled()
    await choices.get_by_role("button", name="Done").click()
    await expect(window.field("several")).to_contain_text("RedBlue")
    await window.submits()
    assert [one["value"] for one in playground.kitchen.value("several")["selected_options"]] == [
        "red",
        "blue",
    ]


async def test_ticks_and_people(playground: Playground, window: Window) -> None:
    await window.opens_modal()

    await window.field("ticks").get_by_label("Red").check()
    await window.field("ticks").get_by_label("Blue").check()
    await window.field("ticks").get_by_label("Red").uncheck()
    await window.field("people").click()
    await window.page.get_by_role("dialog", name="Choose options").get_by_label("Carol").check()
    await window.page.keyboard.press("Escape")
    await window.submits()

    assert [one["value"] for one in playground.kitchen.value("ticks")["selected_options"]] == ["blue"]
    assert playground.kitchen.value("people")["selected_users"] == ["UCAROL"]


async def test_days_hours_and_moments_are_in_the_readers_zone(playground: Playground, window: Window) -> None:
    await window.opens_modal()

    await window.field("day").fill("2026-03-02")
    await window.field("hour").fill("17:45")
    await window.field("moment").fill("2026-03-02T17:45")
    await window.submits()

    moment = datetime(2026, 3, 2, 17, 45, tzinfo=ZoneInfo(ZONE))
    assert playground.kitchen.value("day")["selected_date"] == "2026-03-02"
    assert playground.kitchen.value("hour")["selected_time"] == "17:45"
    assert playground.kitchen.value("moment")["selected_date_time"] == int(moment.timestamp())


async def test_a_link_a_mail_address_and_a_number_are_checked_before_they_are_sent(
    playground: Playground, window: Window
) -> None:
    await window.opens_modal()
    await window.field("link").fill("no link")
    await window.field("mail").fill("nobody")
    await window.field("number").fill("many")

    await window.find("modal-submit").click()

    await expect(window.find("field-error")).to_have_count(3)
    await expect(window.field("link")).to_be_focused()
    await expect(window.field("link")).to_have_attribute("aria-invalid", "true")
    assert playground.kitchen.submitted == []
    await window.field("link").fill("https://example.org/a")
    await window.field("mail").fill("a@example.org")
    await window.field("number").fill("4200")
    await window.submits()
    assert playground.kitchen.value("number")["value"] == "4200"


async def test_a_file_is_uploaded_and_can_be_taken_out_again(playground: Playground, window: Window) -> None:
    await window.opens_modal()
    picture = FilePayload(name="shot.png", mimeType="image/png", buffer=b"\x89PNG")
    wrong = FilePayload(name="wrong.txt", mimeType="text/plain", buffer=b"x")

    await window.field("file").set_input_files([picture, wrong])
    await window.page.get_by_role("button", name="Remove wrong.txt").click()
    await expect(window.block("file").locator("li")).to_have_count(1)
    await window.submits()

    assert [file["name"] for file in playground.kitchen.value("file")["files"]] == ["shot.png"]


async def test_the_apps_errors_stand_beside_their_fields_until_they_are_mended(
    playground: Playground, window: Window
) -> None:
    playground.kitchen.errors = {"line": "Say it in other words."}
    await window.opens_modal()
    await window.field("line").fill("first try")

    await window.find("modal-submit").click()

    error = window.block("line").locator("[data-testid=field-error]")
    await expect(error).to_have_text("Say it in other words.")
    await expect(window.field("line")).to_have_value("first try")
    await window.field("line").fill("second try")
    await expect(error).to_have_count(0)


async def test_an_error_that_is_mended_before_the_answer_is_there_does_not_come_back(
    playground: Playground, window: Window
) -> None:
    playground.kitchen.errors = {"line": "Say it in other words."}
    mended = asyncio.Event()

    async def arrives_late(route: Route) -> None:
        answer = await route.fetch()
        await mended.wait()
        await route.fulfill(response=answer)

    await window.opens_modal()
    await window.page.route("**/play/submit", arrives_late)
    await window.field("line").fill("first try")
    await window.find("modal-submit").click()
    error = window.block("line").locator("[data-testid=field-error]")
    await expect(error).to_have_text("Say it in other words.")  # an update told of it

    await window.field("line").fill("second try")
    await expect(error).to_have_count(0)
    mended.set()
    await expect(window.find("modal-submit")).not_to_have_attribute("aria-busy", "true")

    await expect(error).to_have_count(0)


async def test_typed_words_stay_when_the_app_changes_the_form(playground: Playground, window: Window) -> None:
    hint = field_block("line", "One line, please", "plain_text_input")
    replaced = field_block("grouped", "Fruit", "static_select", options=[option("plum", "Plum")])
    replaced["element"]["action_id"] = "kitchen.grouped~2"
    playground.kitchen.updated_blocks = [hint, replaced, *every_input()[:1]]
    await window.opens_modal()
    await window.field("line").fill("kept")
    await window.field("grouped").select_option("apple")

    await window.field("select").select_option("red")

    await expect(window.block("line").locator("label")).to_have_text("One line, please (optional)")
    await expect(window.field("line")).to_have_value("kept")
    await expect(window.field("grouped~2")).to_have_value("")
    await window.submits()
    assert playground.kitchen.value("line")["value"] == "kept"
    assert playground.kitchen.value("grouped")["selected_option"] is None


async def test_what_was_pressed_just_before_a_redraw_is_what_is_sent(
    playground: Playground, window: Window
) -> None:
    redrawn = asyncio.Event()

    async def leaves_late(route: Route) -> None:
        await redrawn.wait()
        await route.continue_()

    replaced = field_block("radio", "One of, again", "radio_buttons", options=COLOURS)
    replaced["element"] |= {"action_id": "kitchen.radio~2", "initial_option": COLOURS[2]}
    await window.opens_modal()
    await window.page.route("**/play/fill", leaves_late)

    await window.field("radio").get_by_label("Green").check()
    view_id = await window.find("modal").get_attribute("data-view-id")
    await playground.client.views_update(view_id=view_id, view=kitchen_modal([replaced]))
    await expect(window.block("radio")).to_contain_text("One of, again")
    await window.find("modal-submit").click()
    redrawn.set()
    await window.find("modal").wait_for(state="detached")

    assert playground.kitchen.value("radio")["selected_option"]["value"] == "green"


async def test_an_update_does_not_take_the_caret_away(playground: Playground, window: Window) -> None:
    playground.kitchen.updated_blocks = [field_block("line", "Renamed", "plain_text_input"), every_input()[2]]
    await window.opens_modal()
    await window.field("line").fill("abcdef")
    await window.field("select").select_option("red")
    await window.field("line").focus()
    await window.page.evaluate("document.activeElement.setSelectionRange(3, 3)")

    await expect(window.block("line").locator("label")).to_contain_text("Renamed")
    await window.page.keyboard.type("X")

    await expect(window.field("line")).to_be_focused()
    await expect(window.field("line")).to_have_value("abcXdef")
