"""The main job in a browser, with the real bot behind it: `oops playground` as a process of its own."""

import asyncio
import os
import re
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import expect

from bot.playground.interacting import TROUBLE
from tests.browser.conftest import PHONE, OpenWindow, Window, Windows, lent
from tests.browser.reporting import ROOT, answer, report

pytestmark = pytest.mark.asyncio(loop_scope="session")

PRESSES, LONG_MS = 5, 20_000


@asynccontextmanager
async def playing(folder: Path, *options: str) -> AsyncIterator[str]:
    """Run a playground with the real bot while in the block, and give its address."""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("OOPS_", "SLACK_"))
    }
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "playground", "--port", "0", "--database", str(folder), *options),
        cwd=ROOT,
        env={**environment, "PYTHONUNBUFFERED": "1"},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    try:
        yield await address_of(process)
    finally:
        process.terminate()
        await process.communicate()
    assert process.returncode == 0


async def address_of(process: Process) -> str:
    """Return the address that a playground says as soon as it is there."""
    assert process.stdout is not None
    said = ""
    async with asyncio.timeout(60):
        while not (found := re.search(r"http://127\.0\.0\.1:\d+", said)):
            line = (await process.stdout.readline()).decode()
            assert line, f"the playground ended: {said}"
            said += line
    return found[0]


@pytest_asyncio.fixture(loop_scope="session")
async def oops_url(tmp_path: Path) -> AsyncIterator[str]:
    """The address of a fresh playground with the real bot."""
    async with playing(tmp_path / "playground") as url:
        yield url


@pytest_asyncio.fixture(loop_scope="session")
async def open_oops(windows: Windows, oops_url: str) -> AsyncIterator[OpenWindow]:
    """Open windows on it."""
    async with lent(windows) as open_at:

        async def open_one(place: str, *size: tuple[int, int]) -> Window:
            return await open_at(f"{oops_url}/#{place}", *size)

        yield open_one


async def press(window: Window, action_id: str) -> None:
    """Press the newest button with this action id in the thread."""
    await window.find("thread").locator(f'[data-action-id="{action_id}"]').last.click()


async def submit(window: Window) -> None:
    """Press the modal's button; again where a busy machine took longer than Slack's three seconds, as Slack asks to then."""
    trouble = window.page.locator(f'[data-testid="modal"]:has-text("{TROUBLE}")')
    for _ in range(PRESSES):
        await window.find("modal-submit").click()
        await expect(window.page.locator('[data-testid="modal-submit"][aria-busy]')).to_have_count(
            0, timeout=LONG_MS
        )
        if not await trouble.count():
            break
    await window.find("modal").wait_for(state="detached")


async def test_a_mistake_goes_from_the_report_to_the_record(open_oops: OpenWindow) -> None:
    alice = await open_oops("user=UALICE&channel=CRESPONSE")
    bob = await open_oops("user=UBOB&channel=CRESPONSE")
    thread = alice.find("thread")

    modal = await report(alice, "We wrote Tuesday, the run is on Thursday https://x.com/acme/status/1")
    await expect(modal).to_contain_text("Correct it publicly")
    await alice.find("modal-close").click()
    await alice.find("replies").click()
    await expect(thread.locator('[data-action-id="draft.edit"]')).to_have_count(
        2
    )  # else the newest may be another one later
    await press(alice, "draft.edit")
    await (
        alice.block("text")
        .locator("textarea")
        .fill("The run is on Thursday, not Tuesday. Sorry for the mix-up.")
    )
    await submit(alice)

    await bob.find("replies").click()
    await expect(bob.find("thread")).to_contain_text("The run is on Thursday, not Tuesday.")
    await press(bob, "draft.approve")
    await expect(thread).to_contain_text("approved")
    await press(alice, "draft.published")
    await submit(alice)

    for _ in range(8):
        await alice.find("clock-next").click()
        await expect(alice.find("clock-next")).not_to_have_attribute("aria-busy", "true")
        await press(alice, "checkin.quiet")
        await expect(alice.find("thread").locator('[data-action-id="checkin.quiet"]')).to_have_count(0)
        if await thread.locator('[data-action-id="case.close_now"]').count():
            break
    await press(alice, "case.close_now")
    await alice.block("cause").locator("[data-action-id]").fill("Nobody read it twice")
    await alice.block("change").locator("[data-action-id]").fill("Two people read every date")
    await submit(alice)

    await expect(thread).to_contain_text("Record of OOPS-1")
    await expect(thread.locator(".file-card")).to_contain_text("OOPS-1-record")
    await expect(thread.get_by_role("button", name="Approve")).to_have_count(0)


async def press_by_keyboard(window: Window, action_id: str) -> None:
    """Press the newest button with this action id in the thread, by the keyboard."""
    await window.find("thread").locator(f'[data-action-id="{action_id}"]').last.focus()
    await window.page.keyboard.press("Enter")


async def words_of_thread(window: Window) -> list[str]:
    """Open the only case's thread, and return what its messages say."""
    await window.find("replies").click()
    messages = window.find("thread").locator(".message-content")
    await expect(messages.first).to_be_visible()
    return await messages.all_inner_texts()


async def test_a_flare_brings_new_drafts_and_all_of_it_outlives_a_restart_until_fresh(
    windows: Windows, tmp_path: Path
) -> None:
    async with playing(tmp_path) as url, lent(windows) as open_at:
        alice = await open_at(f"{url}/#user=UALICE&channel=CRESPONSE")
        await report(alice, "We wrote Tuesday, the run is on Thursday https://x.com/acme/status/1")
        await alice.page.keyboard.press("Escape")
        before = await words_of_thread(alice)
        await alice.find("clock-next").click()
        await press_by_keyboard(alice, "checkin.flaring")
        await answer(alice.find("modal"), "harm", "hurts_people")
        await submit(alice)
        await expect(alice.find("thread")).to_contain_text("New plan")
        await expect(alice.find("thread").locator('[data-action-id="draft.edit"]').last).to_be_visible()
        await expect(alice.find("thread").locator(".message-content")).not_to_have_count(len(before))
        bob = await open_at(f"{url}/#user=UBOB&view=home")
        await expect(bob.find("home")).to_contain_text("OOPS-1")

    async with playing(tmp_path) as url, lent(windows) as open_at:
        alice = await open_at(f"{url}/#user=UALICE&channel=CRESPONSE")
        after = await words_of_thread(alice)
        assert len(after) > len(before)
        assert "New plan" in "".join(after)
        await press_by_keyboard(alice, "draft.approve")
        await expect(alice.page.locator("body")).to_contain_text("approve")

    async with playing(tmp_path, "--fresh") as url, lent(windows) as open_at:
        alice = await open_at(f"{url}/#user=UALICE&channel=CRESPONSE")
        await expect(alice.find("composer")).to_be_visible()
        await expect(alice.find("replies")).to_have_count(0)


async def test_a_case_does_not_exist_for_a_stranger(open_oops: OpenWindow) -> None:
    window = await open_oops("user=UALICE&channel=CGENERAL", PHONE)
    await report(window, "We wrote Tuesday, the run is on Thursday")
    await window.find("modal-close").click()
    await window.acts_as("UCAROL")

    await window.types("/oops OOPS-1")
    await window.find("message").nth(0).wait_for()
    await window.types("/oops OOPS-99")
    await window.find("message").nth(1).wait_for()

    real, invented = await window.page.locator(".message .message-content").all_inner_texts()
    assert real.replace("OOPS-1", "OOPS-n") == invented.replace("OOPS-99", "OOPS-n")
    await expect(window.page.locator('[data-channel="CRESPONSE"]')).to_have_count(0)
