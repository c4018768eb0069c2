"""The Web API over real HTTP, called by Slack's own client: what it answers and what it refuses."""

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.people import Person
from bot.playground.server import PlaygroundServer
from bot.playground.state import Channel
from bot.playground.workspace import Workspace
from tests.playground.conftest import Clock
from tests.playground.examples import Json, modal, refused, section

META: Json = {"event_type": "intent", "event_payload": {"id": "42"}}

REFUSALS: list[tuple[str, Json, str]] = [
    ("chat.postMessage", {"channel": "CNOWHERE", "text": "a"}, "channel_not_found"),
    ("chat.postMessage", {"channel": "CSECRET", "text": "a"}, "channel_not_found"),
    ("chat.postMessage", {"channel": "CGENERAL", "text": "a"}, "not_in_channel"),
    ("chat.postMessage", {"channel": "COLD", "text": "a"}, "is_archived"),
    ("chat.postMessage", {"channel": "CRESPONSE", "blocks": [section()]}, "no_text"),
    (
        "chat.postMessage",
        {"channel": "CRESPONSE", "text": "a", "thread_ts": "1.000001"},
        "cannot_reply_to_message",
    ),
    ("chat.postMessage", {"channel": "CRESPONSE", "text": "a", "blocks": "[broken"}, "invalid_blocks_format"),
    ("chat.postMessage", {"channel": "CRESPONSE", "text": "a", "username": "Boss"}, "missing_scope"),
    ("chat.postEphemeral", {"channel": "CRESPONSE", "user": "UCAROL", "text": "a"}, "user_not_in_channel"),
    ("chat.postEphemeral", {"channel": "CRESPONSE", "user": "UNOBODY", "text": "a"}, "user_not_found"),
    ("chat.update", {"channel": "CRESPONSE", "ts": "1.000001", "text": "a"}, "message_not_found"),
    ("chat.delete", {"channel": "CRESPONSE", "ts": "1.000001"}, "message_not_found"),
    ("chat.getPermalink", {"channel": "CSECRET", "message_ts": "1.000001"}, "channel_not_found"),
    ("conversations.info", {"channel": "CGENERAL"}, "missing_scope"),
    ("conversations.info", {"channel": "CSECRET"}, "channel_not_found"),
    ("conversations.members", {"channel": "CSECRET"}, "channel_not_found"),
    ("conversations.history", {"channel": "CGENERAL"}, "missing_scope"),
    ("conversations.replies", {"channel": "CRESPONSE", "ts": "1.000001"}, "thread_not_found"),
    ("conversations.list", {}, "missing_scope"),
    ("conversations.list", {"types": "everything"}, "invalid_types"),
    ("conversations.create", {"name": "Not A Name", "is_private": True}, "invalid_name_specials"),
    ("conversations.create", {"name": "x" * 81, "is_private": True}, "invalid_name_maxlength"),
    ("conversations.create", {"name": "general", "is_private": True}, "name_taken"),
    ("conversations.create", {"name": "open-house"}, "missing_scope"),
    ("conversations.invite", {"channel": "CRESPONSE", "users": "UALICE"}, "already_in_channel"),
    ("conversations.invite", {"channel": "CRESPONSE", "users": "UOOPS"}, "cant_invite_self"),
    ("conversations.join", {"channel": "CGENERAL"}, "missing_scope"),
    ("conversations.open", {"users": "UNOBODY"}, "user_not_found"),
    ("users.info", {"user": "UNOBODY"}, "user_not_found"),
    ("users.conversations", {"user": "UALICE"}, "missing_scope"),
    ("usergroups.users.list", {"usergroup": "SNONE"}, "no_such_subteam"),
    ("team.info", {}, "missing_scope"),
    ("files.info", {"file": "FNONE"}, "file_not_found"),
    ("files.delete", {"file": "FNONE"}, "file_not_found"),
    ("files.getUploadURLExternal", {"filename": "a.txt", "length": 0}, "invalid_arguments"),
    ("files.completeUploadExternal", {"files": '[{"id":"FNONE"}]'}, "file_not_found"),
    ("views.open", {"trigger_id": "made.up", "view": modal()}, "invalid_trigger_id"),
    ("views.update", {"view_id": "VNONE", "view": modal()}, "not_found"),
    (
        "views.publish",
        {"user_id": "UNOBODY", "view": {"type": "home", "blocks": [section()]}},
        "user_not_found",
    ),
    ("apps.connections.open", {}, "not_allowed_token_type"),
    ("chat.whisper", {}, "unknown_method"),
    ("api.test", {"error": "my_error"}, "my_error"),
]


@pytest.fixture(autouse=True)
def hidden_and_archived_channels(workspace: Workspace) -> None:
    workspace.save(Channel("CSECRET", "secret", ["UALICE"], is_private=True))
    workspace.save(Channel("COLD", "old", ["UALICE", "UOOPS"], is_private=True, is_archived=True))


@pytest.mark.parametrize(
    ("method", "args", "error"), REFUSALS, ids=[f"{name}-{error}" for name, _, error in REFUSALS]
)
async def test_what_slack_refuses_is_refused_and_noted(
    client: AsyncWebClient, workspace: Workspace, method: str, args: Json, error: str
) -> None:
    answer = await refused(client, method, **args)

    assert answer["error"] == error
    assert [(one.method, one.error) for one in workspace.refusals] == [(method, error)]


async def test_a_wrong_token_is_invalid_and_none_is_not_authed(server: PlaygroundServer) -> None:
    wrong = AsyncWebClient("xoxb-other", base_url=server.api_url)
    none = AsyncWebClient(base_url=server.api_url)

    assert (await refused(wrong, "auth.test"))["error"] == "invalid_auth"
    assert (await refused(none, "auth.test"))["error"] == "not_authed"


async def test_a_missing_scope_says_which_and_the_header_says_what_is_granted(
    client: AsyncWebClient, workspace: Workspace
) -> None:
    workspace.app.scopes = {"chat:write"}

    answer = await refused(client, "users.info", user="UALICE")
    headers = (await client.auth_test()).headers

    assert (answer["needed"], answer["provided"]) == ("users:read", "chat:write")
    assert headers["x-oauth-scopes"] == "chat:write"


async def test_after_an_uninstall_the_token_is_revoked(client: AsyncWebClient, workspace: Workspace) -> None:
    workspace.app.is_revoked = True

    assert (await refused(client, "auth.test"))["error"] == "token_revoked"


@pytest.mark.parametrize("way", ["params", "data", "json"])
async def test_arguments_come_by_query_form_or_json(client: AsyncWebClient, alice: Person, way: str) -> None:
    args = {"channel": "CRESPONSE", "text": "hello", "team_id": "TRIVER"}

    await client.api_call("chat.postMessage", **{way: args})  # type: ignore[arg-type]  # one of three keyword names

    assert [message.text for message in alice.sees("CRESPONSE")] == ["hello"]


async def test_a_posted_message_has_a_ts_of_its_own_even_while_the_clock_stands(
    client: AsyncWebClient,
) -> None:
    stamps = [(await client.chat_postMessage(channel="CRESPONSE", text="a"))["ts"] for _ in range(3)]

    assert stamps == ["1772442000.000000", "1772442000.000001", "1772442000.000002"]


async def test_a_person_id_opens_the_direct_conversation(
    client: AsyncWebClient, alice: Person, bob: Person
) -> None:
    answer = await client.chat_postMessage(channel="UALICE", text="for you")

    assert answer["channel"] == "DALICE"
    assert [message.text for message in alice.sees("DALICE")] == ["for you"]
    assert "DALICE" not in [channel.id for channel in bob.channels]


async def test_metadata_is_hidden_unless_asked_for(client: AsyncWebClient) -> None:
    await client.chat_postMessage(channel="CRESPONSE", text="a", metadata=META)

    silent = await client.conversations_history(channel="CRESPONSE")
    told = await client.conversations_history(channel="CRESPONSE", include_all_metadata=True)

    assert "metadata" not in silent["messages"][0]
    assert told["messages"][0]["metadata"] == META


async def test_an_update_keeps_metadata_and_loses_the_blocks_it_does_not_repeat(
    client: AsyncWebClient,
) -> None:
    ts = (await client.chat_postMessage(channel="CRESPONSE", text="a", blocks=[section()], metadata=META))[
        "ts"
    ]

    await client.chat_update(channel="CRESPONSE", ts=ts, text="b")

    found = (await client.conversations_history(channel="CRESPONSE", include_all_metadata=True))["messages"][
        0
    ]
    assert (found["text"], found["metadata"], found.get("blocks")) == ("b", META, None)
    assert found["edited"]["user"] == "UOOPS"


async def test_empty_metadata_clears_it(client: AsyncWebClient) -> None:
    ts = (await client.chat_postMessage(channel="CRESPONSE", text="a", metadata=META))["ts"]

    await client.chat_update(channel="CRESPONSE", ts=ts, text="b", metadata={})

    found = (await client.conversations_history(channel="CRESPONSE", include_all_metadata=True))["messages"][
        0
    ]
    assert "metadata" not in found


async def test_an_update_without_text_or_with_too_much_is_refused(client: AsyncWebClient) -> None:
    ts = (await client.chat_postMessage(channel="CRESPONSE", text="a"))["ts"]
    place = {"channel": "CRESPONSE", "ts": ts}

    assert (await refused(client, "chat.update", **place, blocks=[section()]))["error"] == "no_text"
    assert (await refused(client, "chat.update", **place, text="x" * 4001))["error"] == "msg_too_long"


async def test_the_bot_changes_and_deletes_only_its_own_messages(
    client: AsyncWebClient, alice: Person
) -> None:
    message = await alice.says("CRESPONSE", "mine")
    place = {"channel": "CRESPONSE", "ts": message.ts}

    assert (await refused(client, "chat.update", **place, text="b"))["error"] == "cant_update_message"
    assert (await refused(client, "chat.delete", **place))["error"] == "cant_delete_message"


async def test_an_ephemeral_message_is_seen_by_one_person_and_never_read_back(
    client: AsyncWebClient, alice: Person, bob: Person
) -> None:
    ts = (await client.chat_postEphemeral(channel="CRESPONSE", user="UALICE", text="psst"))["message_ts"]

    history = await client.conversations_history(channel="CRESPONSE")

    assert [message.text for message in alice.sees("CRESPONSE")] == ["psst"]
    assert bob.sees("CRESPONSE") == []
    assert history["messages"] == []
    assert (await refused(client, "chat.update", channel="CRESPONSE", ts=ts, text="b"))[
        "error"
    ] == "message_not_found"


async def test_a_private_channel_can_be_made_and_people_invited(
    client: AsyncWebClient, carol: Person
) -> None:
    channel = (await client.conversations_create(name="oops-response", is_private=True))["channel"]["id"]

    await client.conversations_invite(channel=channel, users=["UCAROL", "UBOB"])

    members = (await client.conversations_members(channel=channel))["members"]
    assert members == ["UOOPS", "UCAROL", "UBOB"]
    assert channel in [one.id for one in carol.channels]


async def test_the_bot_lists_only_private_channels_that_it_is_in(client: AsyncWebClient) -> None:
    everything = await client.conversations_list(types="private_channel", exclude_archived=True)
    alices = await client.users_conversations(user="UALICE", types="private_channel", exclude_archived=True)

    assert [one["id"] for one in everything["channels"]] == ["CRESPONSE"]
    assert [one["id"] for one in alices["channels"]] == ["CRESPONSE"]


async def test_a_user_has_a_zone_and_an_offset(client: AsyncWebClient) -> None:
    user = (await client.users_info(user="UALICE"))["user"]

    assert (user["tz"], user["tz_offset"], user["is_admin"]) == ("Europe/Berlin", 3600, True)


async def test_every_call_is_logged_with_its_time(
    client: AsyncWebClient, workspace: Workspace, clock: Clock
) -> None:
    await client.auth_test()
    clock.advance(5)
    await refused(client, "users.info", user="UNOBODY")

    first, second = workspace.calls
    assert (first.method, first.error) == ("auth.test", "")
    assert (second.method, second.error) == ("users.info", "user_not_found")
    assert (second.at - first.at).total_seconds() == 5


async def test_a_channel_takes_one_message_a_second_when_the_limiter_is_tight(
    client: AsyncWebClient, workspace: Workspace, clock: Clock
) -> None:
    workspace.limiter.channel_burst = 1
    await client.chat_postMessage(channel="CRESPONSE", text="a")

    answer = await refused(client, "chat.postMessage", channel="CRESPONSE", text="b")
    clock.advance(1)
    later = await client.chat_postMessage(channel="CRESPONSE", text="b")

    assert (answer.status_code, answer.headers["Retry-After"], answer["error"]) == (429, "1", "ratelimited")
    assert later["ok"]


async def test_a_method_takes_so_many_calls_a_minute(client: AsyncWebClient, workspace: Workspace) -> None:
    workspace.limiter.per_minute["users.info"] = 2
    for _ in range(2):
        await client.users_info(user="UALICE")

    answer = await refused(client, "users.info", user="UALICE")

    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "30")


async def test_other_hosts_and_other_pages_are_turned_away(
    server: PlaygroundServer, session: aiohttp.ClientSession
) -> None:
    async with session.get(server.url, headers={"Host": "evil.example"}) as rebound:
        pass
    async with session.post(
        f"{server.url}/play/message", headers={"Origin": "https://evil.example"}
    ) as foreign:
        pass

    assert (rebound.status, foreign.status) == (403, 403)
