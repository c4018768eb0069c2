"""Keyboard, screen readers and small windows."""

import pytest
from playwright.async_api import expect

from tests.browser.conftest import PHONE, OpenWindow, Playground, Window
from tests.browser.kitchen import marked

pytestmark = pytest.mark.asyncio(loop_scope="session")

UNNAMED = """
[...document.querySelectorAll('button, input, select, textarea, a[href], [role=menuitem]')]
  .filter((node) => node.checkVisibility())
  .filter((node) => {
    const by = (node.getAttribute('aria-labelledby') || '').split(' ').map((id) => document.getElementById(id)?.textContent || '').join('');
    const label = [...(node.labels || [])].map((each) => each.textContent).join('');
    return !(node.getAttribute('aria-label') || by || label || node.textContent).trim();
  }).map((node) => node.outerHTML)
"""
OVERFLOWING = """
[...document.querySelectorAll('body *')].filter((node) => node.checkVisibility() && !node.closest('.icon'))
  .filter((node) => node.getBoundingClientRect().right > innerWidth + 1).map((node) => node.className || node.tagName)
"""


async def test_everything_that_can_be_used_has_a_name(window: Window) -> None:
    await window.types("a message")
    await window.find("message").hover()
    on_the_page = await window.page.evaluate(UNNAMED)
    await window.opens_modal()

    in_the_modal = await window.page.evaluate(UNNAMED)

    assert on_the_page == []
    assert in_the_modal == []


async def test_the_focus_stays_inside_an_open_modal(window: Window) -> None:
    await window.opens_modal()
    outside = "document.activeElement !== document.body && !document.activeElement.closest('dialog')"

    strayed = []
    for _ in range(40):
        await window.page.keyboard.press("Tab")
        strayed.append(await window.page.evaluate(outside))

    assert not any(strayed)


async def test_what_is_typed_as_soon_as_a_modal_is_closed_goes_to_the_message_box(window: Window) -> None:
    first = await (await window.opens_modal()).get_attribute("data-view-id")

    await window.page.keyboard.press("Escape")
    await window.page.keyboard.type("/oops")
    await window.page.keyboard.press("Enter")

    await expect(window.find("modal")).to_be_visible()
    assert await window.find("modal").get_attribute("data-view-id") != first


async def test_a_report_can_be_made_with_the_keyboard_alone(playground: Playground, window: Window) -> None:
    playground.kitchen.modal_blocks = playground.kitchen.modal_blocks[:2]
    await window.find("composer").focus()
    await window.page.keyboard.type("/oops")
    await window.page.keyboard.press("Enter")
    await expect(window.field("text")).to_be_focused()

    await window.page.keyboard.type("Wrong day")
    await window.page.keyboard.press("Control+Enter")

    await expect(window.find("modal")).to_have_count(0)
    assert playground.kitchen.value("text")["value"] == "Wrong day"


async def test_focus_returns_to_where_it_was_when_a_modal_closes(window: Window) -> None:
    await window.opens_modal()

    await window.page.keyboard.press("Escape")

    await expect(window.find("modal")).to_have_count(0)
    await expect(window.find("composer")).to_be_focused()


async def test_nothing_leaves_a_phones_screen(playground: Playground, open_window: OpenWindow) -> None:
    window = await open_window(size=PHONE)
    await playground.client.chat_postMessage(
        channel="CRESPONSE", text="long", blocks=[{"type": "section", "text": marked("unbreakable" * 40)}]
    )
    await window.find("message").wait_for()
    in_the_channel = await window.page.evaluate(OVERFLOWING)
    await window.opens_modal()

    in_the_modal = await window.page.evaluate(OVERFLOWING)

    assert in_the_channel == []
    assert in_the_modal == []
    box = await window.find("modal").bounding_box()
    assert box is not None
    assert box["width"] == PHONE[0]


async def test_a_phone_keeps_its_channels_in_a_drawer(open_window: OpenWindow) -> None:
    window = await open_window(size=PHONE)
    social = window.page.locator('[data-testid="channel"][data-channel="CSOCIAL"]')
    await expect(social).not_to_be_visible()

    await window.page.get_by_role("button", name="Channels and people").click()
    await social.click()

    await expect(social).not_to_be_visible()
    await expect(window.page.locator("#place-name")).to_have_text("social")


async def test_what_went_wrong_is_said_without_covering_the_buttons_of_a_form(window: Window) -> None:
    await window.opens_modal()
    await window.page.route("**/play/submit", lambda route: route.abort())

    await window.find("modal-submit").click()
    await expect(window.find("toast")).to_contain_text("cannot be reached")

    said, button = await window.find("toast").bounding_box(), await window.find("modal-submit").bounding_box()
    assert said is not None
    assert button is not None
    assert said["y"] + said["height"] <= button["y"]
    window.problems.clear()  # the browser complains about the request that was cut off


async def test_the_browsers_back_leads_to_where_one_was(
    playground: Playground, open_window: OpenWindow
) -> None:
    window = await open_window(size=PHONE)
    await window.types("the first word")
    await window.find("reply").click()
    await expect(window.find("thread")).to_be_visible()
    await window.acts_as("UBOB")

    await window.page.go_back()
    await expect(window.page.locator('[data-user="UALICE"][aria-pressed="true"]')).to_be_visible()
    await expect(window.find("thread")).to_be_visible()
    await window.page.go_back()
    await expect(window.find("thread")).to_be_hidden()
    await expect(window.find("messages")).to_contain_text("the first word")

    await window.page.go_forward()
    await expect(window.find("thread")).to_contain_text("the first word")
    await playground.client.chat_postMessage(channel="CRESPONSE", text="said meanwhile")
    await window.page.go_back()
    await expect(window.find("messages")).to_contain_text("said meanwhile")


async def test_a_newcomer_is_told_what_to_do_first_and_can_try_an_example(window: Window) -> None:
    await expect(window.page.locator("#no-messages")).to_contain_text("Type /oops and what happened")

    await window.find("try-example").click()
    await expect(window.find("composer")).to_be_focused()
    await window.page.keyboard.press("Enter")

    await expect(window.find("modal")).to_be_visible()
