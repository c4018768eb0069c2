"""Reporting a mistake in the browser, as a person does."""

from pathlib import Path

from playwright.async_api import Locator, expect

from tests.browser.conftest import Window

ROOT = Path(__file__).parents[2]
ANSWERS = {
    "channel": "x",
    "mistake": "wrong_fact",
    "harm": "inconvenience",
    "noticed": "many_replies",
    "undo": "delete_and_repost",
}


async def answer(modal: Locator, name: str, value: str) -> None:
    """Answer a question whose choices are a list or radio buttons."""
    block = modal.locator(f'[data-block-id="{name}"]')
    await block.wait_for()
    if await block.locator("select").count():
        await block.locator("select").select_option(value)
    else:
        await block.locator(f'input[value="{value}"]').check()


async def report(window: Window, what: str) -> Locator:
    """Report a mistake; returns the modal, which shows the answer."""
    await window.types(f"/oops {what}")
    modal = window.find("modal")
    for name, value in ANSWERS.items():
        await answer(modal, name, value)
    await window.find("modal-submit").click()
    await expect(modal.get_by_role("heading", name="OOPS-")).to_be_visible()
    return modal
