"""Takes the README's pictures from a fresh playground: python -m tests.browser.pictures"""

import asyncio
import re
import sys
import tempfile

from playwright.async_api import Page, async_playwright, expect

from tests.browser.chromium import ARGUMENTS, find_or_install
from tests.browser.conftest import PHONE, Windows
from tests.browser.reporting import ROOT, answer, report

PICTURES = ROOT / "docs" / "pictures"
WIDE = (1280, 900)
TALL = (1280, 1180)


async def main() -> None:
    """Start a playground, tell a short story, and take a picture at each station."""
    with tempfile.TemporaryDirectory() as folder:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-u", "-m", "bot", "playground", "--port", "0", "--database", folder),
            cwd=ROOT,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
        )
        try:
            await _take(process)
        finally:
            process.terminate()
            await process.wait()


async def _take(process: asyncio.subprocess.Process) -> None:
    assert process.stdout is not None
    said = (await process.stdout.readline()).decode()
    found = re.search(r"http://127\.0\.0\.1:\d+", said)
    assert found, said
    PICTURES.mkdir(parents=True, exist_ok=True)
    async with async_playwright() as playwright:
        chromium = find_or_install(playwright.chromium.executable_path)
        browser = await playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        await _story(Windows(browser), found[0])
        await browser.close()


async def take(page: Page, name: str) -> None:
    """Take one picture, of what has come to rest: a modal fades in."""
    await page.screenshot(path=PICTURES / name, animations="disabled")


async def _story(windows: Windows, url: str) -> None:
    alice = await windows.open(f"{url}/#user=UALICE&channel=CGENERAL", WIDE)
    await alice.types("/oops We wrote Tuesday, the run is on Thursday https://x.com/acme/status/1")
    await answer(alice.find("modal"), "mistake", "wrong_fact")
    await take(alice.page, "report.png")
    await alice.find("modal-close").click()
    await alice.find("modal").wait_for(state="detached")
    await report(alice, "We wrote Tuesday, the run is on Thursday https://x.com/acme/status/1")
    await alice.find("modal-close").click()
    team = await windows.open(f"{url}/#user=UBOB&channel=CRESPONSE", TALL)
    await expect(team.page.get_by_text("Correct it publicly").first).to_be_visible()
    await take(team.page, "plan.png")
    phone = await windows.open(f"{url}/#user=UALICE&channel=CRESPONSE", PHONE)
    await expect(phone.page.get_by_text("Correct it publicly").first).to_be_visible()
    await phone.page.locator('[data-action-id="case.why"]').first.click()
    await expect(phone.find("modal")).to_be_visible()
    await take(phone.page, "why-phone.png")
    await phone.find("modal-close").click()
    await phone.find("modal").wait_for(state="detached")
    await _home(windows, url)
    await _voice(windows, url)


async def _voice(windows: Windows, url: str) -> None:
    """Take a picture of a voice while it is chosen."""
    alice = await windows.open(f"{url}/#user=UALICE&channel=CGENERAL", WIDE)
    await alice.types("/oops settings")
    modal = alice.find("modal")
    for action_id in ("settings.brand", "settings.voice"):
        await modal.locator(f'[data-action-id="{action_id}"]').click()
    await answer(modal, "preset", "formal")
    await expect(modal.get_by_text("We apologise for the error").first).to_be_visible()
    await take(alice.page, "settings.png")


async def _home(windows: Windows, url: str) -> None:
    """Take a picture of App Home, with something that waits for Bob."""
    carol = await windows.open(f"{url}/#user=UCAROL&channel=CGENERAL", WIDE)
    await report(carol, "The header picture shows the wrong bridge https://www.facebook.com/acme/posts/7")
    home = await windows.open(f"{url}/#user=UBOB&view=home", WIDE)
    await expect(home.page.get_by_text("fill in what stands in").first).to_be_visible()
    await take(home.page, "home.png")


if __name__ == "__main__":
    asyncio.run(main())
