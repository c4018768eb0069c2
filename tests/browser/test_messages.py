"""Messages, threads, shortcuts, the App Home and the clock, as people see and use them."""

from datetime import timedelta

import pytest
from playwright.async_api import expect

from tests.browser.conftest import OpenWindow, Playground, Window
from tests.browser.kitchen import HOSTILE, escaped, marked, option, plain

pytestmark = pytest.mark.asyncio(loop_scope="session")

TEAM = "CRESPONSE"


def button(action_id: str, text: str, **more: object) -> dict[str, object]:
    return {"type": "button", "action_id": action_id, "text": plain(text), **more}


async def say(playground: Playground, *blocks: object, text: str = "words", **more: object) -> str:
    answer = await playground.client.chat_postMessage(channel=TEAM, text=text, blocks=list(blocks), **more)  # type: ignore[arg-type]
    return str(answer["ts"])


async def test_hostile_words_are_only_words(playground: Playground, window: Window) -> None:
    await window.types(HOSTILE)
    header = {"type": "header", "text": plain(HOSTILE)}
    section = {"type": "section", "text": marked(f"{escaped(HOSTILE)} <javascript:alert(1)|click>")}

    await say(playground, header, section, {"type": "actions", "elements": [button("b", HOSTILE[:75])]})

    await expect(window.find("message")).to_have_count(2)
    await expect(window.find("message").first).to_contain_text(HOSTILE.replace("*x*", "x"))
    await expect(window.page.locator(".block-header")).to_have_text(HOSTILE)
    assert await window.page.title() != "pwned"
    assert await window.page.locator(".messages script, .messages img, .messages a, .mention").count() == 0


async def test_a_page_that_loads_anything_from_elsewhere_is_refused_by_its_own_policy(window: Window) -> None:
    policy = await window.page.locator('meta[http-equiv="Content-Security-Policy"]').get_attribute("content")

    assert policy is not None
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


async def test_slack_text_is_drawn_as_slack_draws_it(playground: Playground, window: Window) -> None:
    text = (
        "*bold* _slanted_ ~gone~ `code` :warning: a &lt; b\n&gt; quoted\n```pre *x*```\n"
        "<https://example.org/a?b=1&amp;c=2|here> <@UBOB> <!subteam^SRUNNERS> <#CRESPONSE> snake_case_name 2*3*4"
    )

    await say(playground, {"type": "section", "text": marked(text)})

    body = window.find("message").last.locator(".text")
    await expect(body.locator("strong")).to_have_text("bold")
    await expect(body.locator("em")).to_have_text("slanted")
    await expect(body.locator("s")).to_have_text("gone")
    await expect(body.locator("code")).to_have_text("code")
    await expect(body.locator("blockquote")).to_have_text("quoted")
    await expect(body.locator("pre")).to_have_text("pre *x*")
    await expect(body.get_by_role("link", name="here")).to_have_attribute(
        "href", "https://example.org/a?b=1&c=2"
    )
    await expect(body.locator('[data-user="UBOB"]')).to_have_text("@Bob")
    await expect(body).to_contain_text("@Bob @runners response-team")
    await expect(body.locator('[data-goto="CRESPONSE"]')).to_have_text("response-team")
    await expect(body).to_contain_text("⚠️ a < b")
    await expect(body).to_contain_text("snake_case_name 2*3*4")


async def test_times_are_shown_in_the_readers_zone(playground: Playground, window: Window) -> None:
    marks = "<!date^1772442000^{date_num} {time}|later> <!date^1772442000^{nonsense}|as it was>"

    await say(playground, {"type": "section", "text": marked(marks)})

    body = window.find("message").last.locator(".text")
    await expect(body).to_have_text("2026-03-02 10:00 as it was")


async def test_a_line_is_kept_as_slack_keeps_it(playground: Playground, window: Window) -> None:
    await window.types("@bob see https://example.org/?a=1&b=2 <!channel>")

    await expect(window.find("message")).to_have_count(1)
    (message,) = playground.workspace.messages.values()
    assert message.text == "<@UBOB> see <https://example.org/?a=1&amp;b=2> &lt;!channel&gt;"
    await expect(window.find("message").locator('[data-user="UBOB"]')).to_have_text("@Bob")


async def test_a_thread_opens_beside_the_channel_and_takes_replies(
    playground: Playground, window: Window
) -> None:
    ts = await say(playground, text="The plan")
    await say(playground, text="A draft", thread_ts=ts)

    await window.find("replies").click()
    await window.types("Looks good", "thread-composer")

    thread = window.find("thread")
    await expect(thread.locator("[data-testid=message]")).to_have_count(3)
    await expect(window.find("messages").locator("[data-testid=message]")).to_have_count(1)
    await expect(window.find("replies")).to_contain_text("2 replies")
    await window.types("/oops", "thread-composer")
    await expect(window.find("toast")).to_contain_text("no slash commands inside a thread")
    await expect(window.find("thread-composer")).to_have_value("/oops")


async def test_an_ephemeral_message_is_seen_by_one_person(
    playground: Playground, open_window: OpenWindow
) -> None:
    alice, bob = await open_window("UALICE"), await open_window("UBOB")

    await playground.client.chat_postEphemeral(channel=TEAM, user="UALICE", text="Between us")
    await say(playground, text="For all")

    await expect(alice.find("message").first).to_contain_text("Only visible to you")
    await expect(alice.find("message").first).to_contain_text("Between us")
    await expect(bob.find("message")).to_have_count(1)


async def test_a_private_channel_is_not_there_for_a_stranger(window: Window) -> None:
    await window.types("between us")

    await window.acts_as("UCAROL")

    await expect(window.page.locator(f'[data-channel="{TEAM}"]')).to_have_count(0)
    await expect(window.page.get_by_text("between us")).to_have_count(0)
    await expect(window.page.locator("#place-name")).to_have_text("general")


async def test_a_button_that_asks_first_acts_only_after_a_yes(playground: Playground, window: Window) -> None:
    confirm = {
        "title": plain("Really?"),
        "text": marked("*No* way back"),
        "confirm": plain("Do it"),
        "deny": plain("Stay"),
    }
    element = button("press", "Close", value="7", style="danger", confirm=confirm)
    await say(playground, {"type": "actions", "block_id": "counter", "elements": [element]})

    await window.action("press").click()
    await window.find("confirm-no").click()
    await window.action("press").click()
    await expect(window.find("confirm")).to_contain_text("No way back")
    await window.find("confirm-yes").click()

    assert (await playground.kitchen.next_action())["value"] == "7"
    await expect(window.action("press")).not_to_have_attribute("aria-busy", "true")
    assert playground.kitchen.actions.empty()


async def test_menus_of_a_message_report_what_was_chosen(playground: Playground, window: Window) -> None:
    options = [option("a", "First"), option("b", "Second")]
    overflow = {"type": "overflow", "action_id": "more", "options": options}
    select = {"type": "static_select", "action_id": "pick", "placeholder": plain("Pick"), "options": options}
    await say(playground, {"type": "actions", "block_id": "counter", "elements": [overflow, select]})

    await window.action("more").click()
    await window.page.get_by_role("menuitem", name="Second").click()
    await expect(window.page.get_by_role("menu")).to_have_count(0)
    from_the_menu = await playground.kitchen.next_action()
    await window.action("pick").select_option("a")
    from_the_list = await playground.kitchen.next_action()

    assert from_the_menu["selected_option"]["value"] == "b"
    assert from_the_list["selected_option"]["value"] == "a"


async def test_shortcuts_are_found_in_the_composer_and_on_a_message(
    playground: Playground, window: Window
) -> None:
    await window.types("We wrote Tuesday")

    await window.find("composer-shortcuts").click()
    await window.page.get_by_role("menuitem", name="Report an oops").click()
    await window.find("modal-x").click()
    await window.find("message").hover()
    await window.find("message-menu").click()
    await window.page.get_by_role("menuitem", name="Report this as an oops").click()

    await expect(window.find("modal")).to_have_attribute("data-callback-id", "kitchen")
    plain_one, on_message = playground.kitchen.shortcuts
    assert plain_one["callback_id"] == "report_oops"
    assert on_message["message"]["text"] == "We wrote Tuesday"


async def test_the_command_is_offered_while_it_is_typed(playground: Playground, window: Window) -> None:
    await window.find("composer").press_sequentially("/oo")
    await expect(window.page.locator('[data-command="/oops"]')).to_contain_text("[what went wrong]")

    await window.find("composer").press("Tab")
    await window.find("composer").press_sequentially("a typo")
    await window.find("composer").press("Enter")

    await window.find("modal").wait_for()
    assert playground.kitchen.commands == ["a typo"]
    await expect(window.find("composer")).to_have_value("")


async def test_an_app_that_is_not_there_loses_no_words(playground: Playground, window: Window) -> None:
    await window.opens_modal()
    await window.field("line").fill("kept")
    await window.field("radio").get_by_label("Green").check()
    playground.kitchen.errors = {"no such block": "refused by Slack"}

    await window.find("modal-submit").click()

    await expect(window.find("modal")).to_contain_text("We had some trouble connecting. Try again?")
    await expect(window.field("line")).to_have_value("kept")
    playground.workspace.refusals.clear()  # the app's mistake is this test's point


async def test_modals_stack_and_escape_goes_back_one(playground: Playground, window: Window) -> None:
    push = {"type": "actions", "elements": [button("shelf.push", "Another")]}
    playground.kitchen.modal_blocks = [*playground.kitchen.modal_blocks[1:2], push]
    await window.opens_modal()
    await window.field("line").fill("below")

    await window.action("shelf.push").click()
    await expect(window.find("modal")).to_contain_text("The second one")
    await window.page.keyboard.press("Escape")

    await expect(window.field("line")).to_have_value("below")
    await window.page.keyboard.press("Escape")
    await expect(window.find("modal")).to_have_count(0)


async def test_the_app_home_is_drawn_and_works(playground: Playground, window: Window) -> None:
    element = button("home.press", "Report", value="now")
    playground.kitchen.home = [
        {"type": "header", "text": plain("What needs you")},
        {"type": "actions", "block_id": "counter", "elements": [element]},
    ]

    await window.find("app").click()
    await expect(window.find("home")).to_contain_text("What needs you")
    await window.action("home.press").click()

    assert (await playground.kitchen.next_action())["value"] == "now"


async def test_the_clock_moves_by_half_an_hour_and_to_the_next_check_in(
    playground: Playground, window: Window
) -> None:
    await expect(window.find("clock-next")).to_be_disabled()

    await window.find("clock-plus-30").click()
    await expect(window.find("clock-plus-30")).not_to_have_attribute("aria-busy", "true")
    playground.clock.check_in = playground.clock() + timedelta(hours=2)
    playground.workspace.changed_for(["UALICE"])
    await expect(window.find("next-check-in")).to_have_text("check-in in 2 h")
    await window.find("clock-next").click()

    await expect(window.find("next-check-in")).to_have_text("check-in in 0 min")
    assert timedelta(hours=2, minutes=29) < playground.clock.moved < timedelta(hours=2, minutes=31)


async def test_words_that_were_not_sent_stay_in_their_channel(window: Window) -> None:
    await window.find("composer").fill("half a sen")

    await window.goes_to("CSOCIAL")
    await expect(window.find("composer")).to_have_value("")
    await window.goes_to(TEAM)

    await expect(window.find("composer")).to_have_value("half a sen")


async def test_a_link_to_a_message_brings_it_into_view_in_the_same_window(
    playground: Playground, window: Window
) -> None:
    target = await say(playground, text="The plan")
    permalink = (await playground.client.chat_getPermalink(channel=TEAM, message_ts=target))["permalink"]
    playground.kitchen.home = [{"type": "section", "text": marked(f"<{permalink}|open>")}]
    await window.find("app").click()

    await window.find("home").get_by_role("link", name="open").click()

    await expect(window.page.locator(f'.found[data-ts="{target}"]')).to_be_visible()
    await window.acts_as("UCAROL")
    await window.find("app").click()
    await window.find("home").get_by_role("link", name="open").click()
    await expect(window.find("toast")).to_have_text("That conversation is not there for Carol.")


async def test_an_answer_for_one_person_is_scrolled_into_view(playground: Playground, window: Window) -> None:
    for number in range(30):
        await say(playground, text=f"line {number}")
    await window.find("message").nth(29).wait_for()
    await window.page.locator(".scroller").first.evaluate("node => { node.scrollTop = 0 }")

    await playground.client.chat_postEphemeral(channel=TEAM, user="UALICE", text="Only for you")

    await expect(window.find("message").last).to_contain_text("Only for you")
    await expect(window.find("message").last).to_be_in_viewport()
