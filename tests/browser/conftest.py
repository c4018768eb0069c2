"""A browser, the page, and behind it a real workspace with a small app. All of them live on one event loop."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, ViewportSize, async_playwright
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.delivery import InProcessDelivery, bolt_dispatch
from bot.playground.play import ClockHooks
from bot.playground.server import PlaygroundServer
from bot.playground.workspace import Workspace
from tests.browser.chromium import ARGUMENTS, find_or_install
from tests.browser.kitchen import Kitchen, build_app

ZONE = "Europe/Berlin"
DESKTOP = (1280, 800)
PHONE = (390, 844)


class Clock:
    """Real time, plus what it was moved by."""

    def __init__(self) -> None:
        self.moved = timedelta()
        self.check_in: datetime | None = None

    def next_check_in(self) -> datetime | None:
        return self.check_in

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.moved

    def advance(self, seconds: float) -> None:
        self.moved += timedelta(seconds=seconds)


@dataclass
class Playground:
    """A workspace with the kitchen app, served to browsers."""

    workspace: Workspace
    kitchen: Kitchen
    client: AsyncWebClient
    url: str
    clock: Clock


@dataclass
class Window:
    """Somebody's browser window on the playground."""

    page: Page
    problems: list[str]

    def find(self, hook: str) -> Locator:
        """Return what has this data-testid."""
        return self.page.locator(f'[data-testid="{hook}"]')

    def action(self, action_id: str) -> Locator:
        return self.page.locator(f'[data-action-id="{action_id}"]')

    def block(self, block_id: str) -> Locator:
        return self.page.locator(f'[data-block-id="{block_id}"]')

    def field(self, name: str) -> Locator:
        return self.action(f"kitchen.{name}")

    async def types(self, text: str, composer: str = "composer") -> None:
        """Write a line and send it with Enter."""
        await self.find(composer).fill(text)
        await self.find(composer).press("Enter")

    async def opens_modal(self) -> Locator:
        """Open the kitchen's modal with the slash command."""
        await self.types("/oops")
        await self.find("modal").wait_for()
        return self.find("modal")

    async def submits(self) -> None:
        """Submit the modal and wait until it is gone."""
        await self.find("modal-submit").click()
        await self.find("modal").wait_for(state="detached")

    async def acts_as(self, user: str) -> None:
        await self.page.locator(f'[data-testid="act-as"][data-user="{user}"]').click()
        await self.page.locator(f'[data-user="{user}"][aria-pressed="true"]').wait_for()

    async def goes_to(self, channel: str) -> None:
        await self.page.locator(f'[data-testid="channel"][data-channel="{channel}"]').click()


OpenWindow = Callable[..., Awaitable[Window]]


class Windows:
    """Windows, each somebody's in Germany and lent to one test at a time: a new one costs as much as a test.

    A playground has an address of its own, so that what a page keeps there is met by no other one.
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._free: list[Window] = []

    async def open(self, address: str, size: tuple[int, int] = DESKTOP) -> Window:
        """Return a window of that size on the address; it notes whatever the page complains about."""
        window = self._free.pop() if self._free else await self._new()
        await window.page.set_viewport_size(ViewportSize(width=size[0], height=size[1]))
        await window.page.goto(address)
        await window.find("act-as").first.wait_for()
        return window

    async def _new(self) -> Window:
        page = await self._browser.new_page(timezone_id=ZONE, locale="en-GB")
        page.set_default_timeout(10_000)
        window = Window(page, [])
        page.on("pageerror", lambda error: window.problems.append(str(error)))
        page.on("console", lambda line: window.problems.append(line.text) if line.type == "error" else None)
        page.on("dialog", lambda dialog: window.problems.append(f"a script ran: {dialog.message}"))
        return window

    async def take_back(self, window: Window) -> list[str]:
        """Close what it shows, and return what the page complained about."""
        page, problems = window.page, list(window.problems)
        await page.goto("about:blank")
        await page.unroute_all()
        await page.emulate_media(color_scheme="null", reduced_motion="null")
        window.problems.clear()
        self._free.append(window)
        return problems


@asynccontextmanager
async def lent(windows: Windows) -> AsyncIterator[OpenWindow]:
    """Open windows while in the block; whatever a page complained about fails the test."""
    opened: list[Window] = []

    async def open_one(address: str, size: tuple[int, int] = DESKTOP) -> Window:
        opened.append(await windows.open(address, size))
        return opened[-1]

    yield open_one
    assert [problem for window in opened for problem in await windows.take_back(window)] == []


@pytest_asyncio.fixture(loop_scope="session", scope="session")
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        chromium = playwright.chromium
        path = find_or_install(chromium.executable_path)
        browser = await chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="session", scope="session")
async def windows(browser: Browser) -> Windows:
    return Windows(browser)


@pytest_asyncio.fixture(loop_scope="session")
async def playground() -> AsyncIterator[Playground]:
    clock = Clock()
    workspace = Workspace(clock)
    kitchen = Kitchen()
    hooks = ClockHooks(on_advance=clock.advance, next_check_in=clock.next_check_in)
    server = PlaygroundServer(workspace, hooks=hooks)
    await server.start()
    client = AsyncWebClient(workspace.app.bot_token, base_url=server.api_url)
    app = build_app(kitchen, client, workspace.app.signing_secret)
    workspace.delivery = InProcessDelivery(bolt_dispatch(app), workspace.app.signing_secret)
    yield Playground(workspace, kitchen, client, server.url, clock)
    await server.stop()
    assert workspace.refusals == []


@pytest_asyncio.fixture(loop_scope="session")
async def open_window(windows: Windows, playground: Playground) -> AsyncIterator[OpenWindow]:
    """Open windows on the playground."""
    async with lent(windows) as open_at:

        async def open_one(
            user: str = "UALICE", place: str = "channel=CRESPONSE", size: tuple[int, int] = DESKTOP
        ) -> Window:
            return await open_at(f"{playground.url}/#user={user}&{place}", size)

        yield open_one


@pytest_asyncio.fixture(loop_scope="session")
async def window(open_window: OpenWindow) -> Window:
    """Alice's window on #response-team."""
    return await open_window()
