"""The doctor, and what it finds of Slack: a line for each check, one next step for each failure, and never a token."""

from datetime import timedelta

import pytest
from pydantic import SecretStr

from bot.doctor import Mark, check_names
from bot.serving import listening
from tests.doctor.looking import CHANNEL, NOWHERE, failures, look
from tests.handlers.brands import add_brands
from tests.world import TEAM_CHANNEL, Someone, World


async def test_all_is_well(world: World) -> None:
    await world.oops.tick()

    async with listening(world.oops) as port:
        checks = await look(world, oops_port=port)

    assert [check.line for check in checks.values() if check.mark is not Mark.OK] == []
    assert list(checks) == [
        "bot token",
        "scopes",
        "app token",
        "clock",
        "database",
        CHANNEL,
        "outbox",
        "last tick",
    ]


async def test_every_failure_has_one_next_step_and_nothing_tells_a_token(world: World) -> None:
    world.workspace.app.scopes -= {"files:read"}
    world.workspace.channels[TEAM_CHANNEL].is_archived = True

    checks = await look(world, ahead=timedelta(hours=2), slack_app_token=SecretStr("xapp-wrong"), oops_port=1)

    assert failures(checks) == ["scopes", "app token", "clock", CHANNEL, "last tick"]
    lines = [check.line for check in checks.values()]
    assert all(line.count("next: ") == 1 for line in lines if line.startswith("FAILED"))
    assert "xapp-" not in "".join(lines)
    assert "xoxb-playground" not in "".join(lines)


@pytest.mark.parametrize(
    ("token", "says"),
    [("", "not set"), ("xoxb-wrong", "does not know"), ("xapp-playground", "another kind of token")],
)
async def test_a_bot_token_that_is_missing_or_wrong(world: World, token: str, says: str) -> None:
    checks = await look(world, slack_bot_token=SecretStr(token))

    assert says in checks["bot token"].text
    assert checks["scopes"].mark is Mark.NOT_CHECKED
    assert checks[CHANNEL].mark is Mark.NOT_CHECKED
    assert failures(checks) == ["bot token"]


async def test_a_revoked_token_says_to_install_again(world: World) -> None:
    world.workspace.app.is_revoked = True

    checks = await look(world)

    assert "Install the app again" in checks["bot token"].next_step


async def test_slack_that_cannot_be_reached(world: World) -> None:
    checks = await look(world, slack_api_url=NOWHERE)

    assert failures(checks) == ["bot token"]
    assert "SLACK_API_URL" in checks["bot token"].next_step
    assert checks["clock"].mark is Mark.NOT_CHECKED


async def test_without_an_app_token_the_signing_secret_is_enough(world: World) -> None:
    none = SecretStr("")

    neither = await look(world, slack_app_token=none)
    http = await look(world, slack_app_token=none, slack_signing_secret=SecretStr("secret"))

    assert "connections:write" in neither["app token"].next_step
    assert http["signing secret"].mark is Mark.OK
    assert "secret" not in http["signing secret"].text.replace("signing secret", "")


async def test_scopes_are_compared_with_the_manifest(world: World) -> None:
    world.workspace.app.scopes -= {"groups:history", "usergroups:read"}

    missing = (await look(world))["scopes"]
    world.workspace.app.scopes |= {"groups:history"}
    without_optional = (await look(world))["scopes"]

    assert missing.text == "not granted: groups:history"
    assert "oops manifest" in missing.next_step
    assert without_optional.mark is Mark.OK
    assert "usergroups:read" in without_optional.text


async def test_an_address_that_is_not_the_web_api_is_named_and_blames_no_token(world: World) -> None:
    checks = await look(world, slack_api_url=f"{world.server.url}/nowhere/")

    assert failures(checks) == ["bot token"]
    assert f"{world.server.url}/nowhere/ is not Slack's Web API (HTTP 405)" in checks["bot token"].text
    assert checks["bot token"].next_step == "Set SLACK_API_URL to https://slack.com/api/, or take it out."
    assert checks["app token"].mark is Mark.NOT_CHECKED


async def test_a_slack_that_is_down_is_not_taken_for_another_address(world: World) -> None:
    world.workspace.faults.add("auth.test", "server_error")

    assert "SLACK_API_URL" not in (await look(world))["bot token"].next_step


async def test_a_channel_is_not_called_public_where_oops_may_read_none(world: World) -> None:
    world.workspace.app.scopes -= {"groups:read"}

    checks = await look(world)

    assert failures(checks) == ["scopes"]
    assert checks[CHANNEL].text == "not checked: the scope groups:read comes first"


def test_a_name_that_only_looks_like_a_setting_is_told_with_the_one_that_is_near() -> None:
    near, far = check_names(["OOPS_DATABSE_URL", "OOPS_ZZZZ", "OOPS_PORT", "oops_host", "PATH"])

    assert (near.name, near.mark) == ("OOPS_DATABSE_URL", Mark.HINT)
    assert near.next_step == "If OOPS_DATABASE_URL is meant, set that, else take it out."
    assert (far.name, far.next_step) == ("OOPS_ZZZZ", "Take it out.")


@pytest.mark.parametrize(("minutes", "side"), [(5, "ahead of"), (-5, "behind")])
async def test_a_clock_that_is_off_is_told_with_its_side(world: World, minutes: int, side: str) -> None:
    clock = (await look(world, ahead=timedelta(minutes=minutes)))["clock"]

    assert clock.is_failed
    assert side in clock.text


async def test_slack_tells_its_time_without_a_token(world: World) -> None:
    assert (await look(world, slack_bot_token=SecretStr("")))["clock"].mark is Mark.OK


async def test_a_channel_that_the_bot_is_not_in(world: World) -> None:
    world.workspace.channels[TEAM_CHANNEL].members.remove("UOOPS")

    assert "/invite @oops" in (await look(world))[CHANNEL].next_step


async def test_an_archived_channel(world: World) -> None:
    world.workspace.channels[TEAM_CHANNEL].is_archived = True

    assert "Unarchive" in (await look(world))[CHANNEL].next_step


async def test_a_public_channel(world: World) -> None:
    check = (await look(world, oops_response_channel="CGENERAL"))[CHANNEL]

    assert check.is_failed
    assert "public" in check.text


async def test_a_channel_that_is_not_there(world: World) -> None:
    assert "CNOWHERE" in (await look(world, oops_response_channel="CNOWHERE"))[CHANNEL].text


async def test_no_channel_is_a_hint_and_no_failure(world: World) -> None:
    checks = await look(world, oops_response_channel="")

    assert checks[CHANNEL].mark is Mark.HINT
    assert failures(checks) == []


async def test_without_a_bot_token_the_channels_of_many_brands_are_one_line(world: World) -> None:
    await add_brands(world, 12)

    checks = await look(world, slack_bot_token=SecretStr("xoxb-wrong"))

    unchecked = [name for name in checks if name.startswith("response channel")]
    assert unchecked == ["response channels of 13 brands"]
    assert "the bot token comes first" in checks[unchecked[0]].text


async def test_nothing_is_said_or_changed_by_looking(world: World, alice: Someone) -> None:
    await alice.reports()
    said = len(world.said())

    await look(world)
    await world.oops.settle()

    assert len(world.said()) == said
    assert {call.method for call in world.workspace.calls[-3:]} == {
        "auth.test",
        "apps.connections.open",
        "conversations.info",
    }
