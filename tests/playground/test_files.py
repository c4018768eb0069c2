"""Files over the Web API: up in three steps, down with the token."""

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.people import Person


async def test_a_file_goes_up_in_three_steps_and_comes_down_with_the_token(
    client: AsyncWebClient, session: aiohttp.ClientSession, alice: Person
) -> None:
    uploaded = await client.files_upload_v2(filename="record.md", content="# Record", channel="CRESPONSE")
    url = uploaded["file"]["url_private_download"]

    async with session.get(url, headers={"Authorization": "Bearer xoxb-playground"}) as answer:
        data = await answer.read()
    async with session.get(url) as stranger:
        page = await stranger.text()

    assert alice.sees("CRESPONSE")[0].files == [uploaded["file"]["id"]]
    assert data == b"# Record"
    assert "Sign in" in page


async def test_an_upload_of_another_length_is_refused(
    client: AsyncWebClient, session: aiohttp.ClientSession
) -> None:
    url = (await client.files_getUploadURLExternal(filename="a.txt", length=3))["upload_url"]

    async with session.post(url, data=b"four") as answer:
        assert (answer.status, await answer.text()) == (400, "length_mismatch")
