"""Having the doctor look at a running bot."""

from datetime import timedelta
from typing import Any

from pydantic import SecretStr

from bot.doctor import Check, examine
from bot.settings import Settings
from tests.world import TEAM_CHANNEL, World

NOWHERE = "http://127.0.0.1:1/api/"
CHANNEL = "response channel of Riverside Runners"


def settings_for(world: World, **changed: Any) -> Settings:
    """Return the settings of the running bot, with some of them changed."""
    given: dict[str, Any] = {
        "slack_bot_token": SecretStr(world.workspace.app.bot_token),
        "slack_app_token": SecretStr(world.workspace.app.app_token),
        "slack_signing_secret": SecretStr(""),
        "slack_api_url": world.server.api_url,
        "oops_database_url": world.database_url,
        "oops_response_channel": TEAM_CHANNEL,
        "oops_port": None,
    }
    return Settings(**{**given, **changed})


async def look(world: World, *, ahead: timedelta = timedelta(), **changed: Any) -> dict[str, Check]:
    """Return what the doctor says by its name; ``ahead`` is how much later it is there."""
    checks = await examine(settings_for(world, **changed), now=lambda: world.clock() + ahead)
    return {check.name: check for check in checks}


def failures(checks: dict[str, Check]) -> list[str]:
    """Return the names of the checks that failed."""
    return [name for name, check in checks.items() if check.is_failed]
