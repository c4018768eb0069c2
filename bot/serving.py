"""``oops serve``: connects to Slack, says when it is ready, and drains on SIGTERM."""

import asyncio
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime

import structlog
from aiohttp import web
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_sdk.errors import SlackApiError

from bot.app import Oops, build_app, system_clock
from bot.errors import OopsError
from bot.http import web_app
from bot.schema import require_newest
from bot.settings import Settings

DEFAULT_PORT = 3000
log = structlog.get_logger()


async def serve(settings: Settings, *, now: Callable[[], datetime] = system_clock) -> None:
    """Run until SIGTERM or Ctrl-C. Raises OopsError that says what to do when it cannot start."""
    if not settings.is_socket_mode and not settings.slack_signing_secret.get_secret_value():
        raise OopsError(
            "Neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET is set. Set SLACK_APP_TOKEN (xapp-…) for Socket Mode, "
            "or SLACK_SIGNING_SECRET for HTTP."
        )
    require_newest(settings.oops_database_url)
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stopping.set)
    oops = await build_app(settings, now=now)
    try:
        async with listening(oops) as port, connected(oops):
            await oops.start()
            await oops.tick()
            log.info("ready", team=oops.identity.team_name, socket_mode=settings.is_socket_mode, port=port)
            await stopping.wait()
            log.info("stopping")
    finally:
        await oops.stop()


@asynccontextmanager
async def listening(oops: Oops) -> AsyncIterator[int | None]:
    """Serve HTTP while in the block: always without Socket Mode, with it only where a port is set. Gives the port."""
    settings = oops.settings
    if settings.is_socket_mode and settings.oops_port is None:
        yield None
        return
    runner = web.AppRunner(web_app(oops), access_log=None, shutdown_timeout=5)
    await runner.setup()
    port = DEFAULT_PORT if settings.oops_port is None else settings.oops_port
    try:
        try:
            await web.TCPSite(runner, settings.oops_host, port).start()
        except OSError as error:
            raise OopsError(
                f"Port {port} on {settings.oops_host} cannot be used: {error.strerror}. Set OOPS_PORT to another."
            ) from error
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()


@asynccontextmanager
async def connected(oops: Oops) -> AsyncIterator[None]:
    """Keep a Socket Mode connection while in the block, where an app token is set."""
    if not oops.settings.is_socket_mode:
        yield
        return
    handler = AsyncSocketModeHandler(
        oops.bolt, oops.settings.slack_app_token.get_secret_value(), web_client=oops.client
    )
    try:
        # Asked here, once: the SDK's own connecting takes every refusal for a passing trouble, and tries for ever.
        handler.client.wss_uri = await handler.client.issue_new_wss_url()
        await handler.connect_async()  # type: ignore[no-untyped-call]  # Bolt's
    except SlackApiError as error:
        await handler.close_async()  # type: ignore[no-untyped-call]  # Bolt's
        raise OopsError(
            f"Slack refused SLACK_APP_TOKEN: {error.response.get('error')}. Create an app-level token with the scope "
            "connections:write under “Basic Information” and copy it (it starts with xapp-)."
        ) from error
    try:
        yield
    finally:
        await handler.close_async()  # type: ignore[no-untyped-call]  # Bolt's
