"""Keyboard, screen readers and small windows."""

from functools import partial
from typing import Literal

import pytest
from playwright.async_api import expect

from tests.browser.conftest import PHONE, OpenWindow, Playground, Window
from tests.browser.kitchen import Json, marked, plain

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

PALE = """
(() => {
  const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, at) => sum + c * [0.2126, 0.7152, 0.0722][at], 0);
  const behind = (node) => {
    const [r, g, b, a = 1] = channels(getComputedStyle(node).backgroundColor);
    return a > 0.5 || !node.parentElement ? [r, g, b] : behind(node.parentElement);
  };
  const contrast = (node) => {
    const [one, other] = [light(channels(getComputedStyle(node).color)), light(behind(node))].sort((a, b) => b - a);
    return (one + 0.05) / (other + 0.05);
  };
  const isSaid = (node) => [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim());
  return [...document.querySelectorAll('body *')]
    .filter((node) => isSaid(node) && node.checkVisibility() && !node.closest(':disabled, .avatar, .skip, .unseen, noscript, option'))
    .filter((node) => contrast(node) < 4.5).map((node) => `${node.className} ${node.textContent.trim()}: ${contrast(node).toFixed(1)}`);
})()
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


def buttons(*words: str) -> list[Json]:
    """Return buttons in rows of their own, each of which opens the kitchen's modal."""
    drawn = {"type": "button", "action_id": "kitchen.open"}
    return [{"type": "actions", "elements": [drawn | {"text": plain(word), "value": word}]} for word in words]


async def test_the_keyboard_keeps_its_place_when_a_message_is_drawn_anew(
    playground: Playground, window: Window
) -> None:
    posted = await playground.client.chat_postMessage(
        channel="CRESPONSE", text="a plan", blocks=buttons("One", "Two", "Three")
    )
    again = partial(playground.client.chat_update, channel="CRESPONSE", ts=posted["ts"], text="a plan")
    await window.page.get_by_role("button", name="Two").press("Enter")
    await window.find("modal").wait_for()

    await again(blocks=buttons("Three", "Two"))
    await expect(window.page.get_by_role("button", name="One", include_hidden=True)).to_have_count(0)
    await window.page.keyboard.press("Escape")
    await expect(window.page.get_by_role("button", name="Two")).to_be_focused()

    await again(blocks=buttons("Three", "Four"))
    await expect(window.page.get_by_role("button", name="Four")).to_be_focused()


async def test_escape_leaves_a_thread_for_the_message_it_belongs_to(
    playground: Playground, window: Window
) -> None:
    root = await playground.client.chat_postMessage(channel="CRESPONSE", text="a plan")
    await playground.client.chat_postMessage(channel="CRESPONSE", text="a draft", thread_ts=root["ts"])
    await window.find("replies").press("Enter")
    await expect(window.find("thread-composer")).to_be_focused()

    await window.page.keyboard.press("Escape")

    await expect(window.find("thread")).to_be_hidden()
    await expect(window.find("replies")).to_be_focused()


async def test_a_screen_reader_hears_the_first_line_of_what_is_new_and_nothing_of_what_is_drawn_anew(
    playground: Playground, window: Window
) -> None:
    posted = await playground.client.chat_postMessage(channel="CRESPONSE", text="*OOPS-7* is here\nand more")
    await expect(window.find("news")).to_have_text("oops: OOPS-7 is here")

    await playground.client.chat_update(channel="CRESPONSE", ts=posted["ts"], text="changed")

    await expect(window.find("message")).to_contain_text("changed")
    await expect(window.find("news")).to_have_text("oops: OOPS-7 is here")


async def test_what_was_typed_is_there_after_the_page_was_loaded_again(window: Window) -> None:
    await window.find("composer").fill("half a sentence")

    await window.page.reload()

    await expect(window.find("composer")).to_have_value("half a sentence")


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_every_word_stands_out_from_what_is_behind_it(
    playground: Playground, window: Window, scheme: Literal["light", "dark"]
) -> None:
    await window.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    await playground.client.chat_postMessage(
        channel="CRESPONSE",
        text="a plan",
        blocks=[*buttons("One"), {"type": "context", "elements": [marked("`small` <@UBOB>")]}],
    )
    await window.find("message").wait_for()
    pale = await window.page.evaluate(PALE)
    await window.opens_modal()
    await window.field("link").fill("no link")
    await window.find("modal-submit").click()
    await window.find("field-error").wait_for()

    assert pale + await window.page.evaluate(PALE) == []


async def test_everything_grows_with_the_browsers_own_size_of_letters(window: Window) -> None:
    size = "getComputedStyle(document.querySelector('#composer-field')).fontSize"
    before = await window.page.evaluate(size)

    await window.page.evaluate("document.documentElement.style.fontSize = '200%'")

    assert float((await window.page.evaluate(size)).removesuffix("px")) == 2 * float(
        before.removesuffix("px")
    )
    assert await window.page.evaluate(OVERFLOWING) == []


async def test_nothing_leaves_a_phones_screen(playground: Playground, open_window: OpenWindow) -> None:
    playground.workspace.users["UBOB"].real_name = "Bartholomew " * 8 + "unbreakable" * 4
    window = await open_window(size=PHONE)
    await playground.client.chat_postMessage(
        channel="CRESPONSE",
        text="long",
        blocks=[{"type": "section", "text": marked("unbreakable" * 40 + " said <@UBOB>")}],
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
    await expect(window.page.locator('[data-channel="CRESPONSE"]')).to_be_focused()
    await window.page.keyboard.press("Escape")
    await expect(window.page.get_by_role("button", name="Channels and people")).to_be_focused()
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
