"""What a person fills into a modal: what stays typed, what can be chosen, and what Slack's client refuses."""

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground import modals
from bot.playground.people import Person
from bot.playground.refused import NotOnScreen
from bot.playground.workspace import Workspace
from tests.playground.conftest import Opens, StubApp, error_of
from tests.playground.examples import Json, field, modal, option, select


async def test_typed_text_stays_while_block_id_and_action_id_stay(
    alice: Person, workspace: Workspace, opens: Opens
) -> None:
    view = await opens(field("what"), field("who"))
    await alice.fills("what", "kept")
    await alice.fills("who", "lost")
    renamed = field("who", {"type": "plain_text_input", "action_id": "answer.who~2", "initial_value": "new"})

    modals.update_view(
        workspace, view, modal(field("what", {"type": "plain_text_input", "initial_value": "x"}), renamed)
    )

    assert alice.view.values["what"]["answer.what"]["value"] == "kept"
    assert alice.view.values["who"] == {"answer.who~2": {"type": "plain_text_input", "value": "new"}}


async def test_a_field_that_dispatches_tells_the_app_with_the_whole_state(
    alice: Person, app: StubApp, opens: Opens
) -> None:
    await opens(field("what"), field("channel", select("x", "email"), dispatch_action=True))
    await alice.fills("what", "typed before")
    before = len(app.received)

    await alice.fills("channel", "email")

    (told,) = app.received[before:]
    assert told["actions"][0]["selected_option"] == option("email")
    assert told["view"]["state"]["values"]["what"]["answer.what"]["value"] == "typed before"
    assert told["container"] == {"type": "view", "view_id": alice.view.id}


async def test_a_person_cannot_choose_what_is_not_offered(alice: Person, opens: Opens) -> None:
    await opens(field("channel", select("x", "email")), field("when", {"type": "datepicker"}))

    with pytest.raises(NotOnScreen, match="offers"):
        await alice.fills("channel", "fax")
    with pytest.raises(NotOnScreen, match="cannot hold"):
        await alice.fills("when", "tomorrow")
    with pytest.raises(NotOnScreen, match="No input block"):
        await alice.fills("colour", "red")


async def test_a_choice_can_be_taken_back(alice: Person, opens: Opens) -> None:
    await opens(field("channel", select("x", initial_option=option("x"))))

    await alice.fills("channel", None)

    assert alice.view.values["channel"]["answer.channel"] == {
        "type": "static_select",
        "selected_option": None,
    }


@pytest.mark.parametrize(
    ("element", "value", "sentence"),
    [
        ({"type": "plain_text_input"}, None, "Please complete this required field."),
        ({"type": "plain_text_input", "min_length": 10}, "short", "Please enter at least 10 characters."),
        ({"type": "plain_text_input", "max_length": 3}, "long", "Please enter at most 3 characters."),
        ({"type": "url_text_input"}, "no url", "Please enter a valid URL."),
        ({"type": "email_text_input"}, "nobody", "Please enter a valid email address."),
        ({"type": "number_input", "is_decimal_allowed": False}, "1.5", "Please enter a whole number."),
        ({"type": "number_input", "is_decimal_allowed": True}, "many", "Please enter a number."),
        (
            {"type": "number_input", "is_decimal_allowed": False, "min_value": "1"},
            0,
            "Please enter a number of at least 1.",
        ),
        (
            {"type": "number_input", "is_decimal_allowed": False, "max_value": "9"},
            10,
            "Please enter a number of at most 9.",
        ),
        ({"type": "checkboxes", "options": [option("a")]}, [], "Please complete this required field."),
    ],
)
async def test_slacks_client_refuses_before_the_app_hears_of_it(
    alice: Person, app: StubApp, opens: Opens, *, element: Json, value: object, sentence: str
) -> None:
    await opens(field("f", element))
    await alice.fills("f", value)
    before = len(app.received)

    errors = await alice.submit()

    assert errors == alice.view.errors == {"f": sentence}
    assert len(app.received) == before


async def test_an_optional_field_left_alone_arrives_as_null(
    alice: Person, app: StubApp, opens: Opens
) -> None:
    await opens(field("what", optional=True))

    await alice.submit()

    assert app.last["type"] == "view_submission"
    assert app.last["view"]["state"]["values"]["what"]["answer.what"]["value"] is None


async def test_a_conversation_select_offers_what_the_person_sees_and_the_filter_allows(
    alice: Person, carol: Person, workspace: Workspace, app: StubApp, opens: Opens
) -> None:
    private = {"type": "conversations_select", "filter": {"include": ["private"]}}
    await opens(field("where", private))
    await carol.command("CGENERAL", "/oops")
    modals.open_view(workspace, app.last["trigger_id"], modal(field("where", private)))

    await alice.fills("where", "CRESPONSE")

    assert alice.view.values["where"]["answer.where"]["selected_conversation"] == "CRESPONSE"
    with pytest.raises(NotOnScreen, match="does not offer"):
        await alice.fills("where", "CGENERAL")
    with pytest.raises(NotOnScreen, match="does not offer"):
        await carol.fills("where", "CRESPONSE")


async def test_a_picked_file_is_the_apps_once_it_is_submitted(
    client: AsyncWebClient, alice: Person, bob: Person, app: StubApp, opens: Opens
) -> None:
    await opens(field("evidence", {"type": "file_input", "max_files": 1}))
    file_id = await alice.uploads("shot.png", b"png")
    strangers = await bob.uploads("other.png", b"png")
    await alice.fills("evidence", [file_id])
    assert await error_of(client.files_info(file=file_id)) == "file_not_found"

    await alice.submit()

    assert app.last["view"]["state"]["values"]["evidence"]["answer.evidence"]["files"][0]["id"] == file_id
    assert (await client.files_info(file=file_id))["file"]["name"] == "shot.png"
    await opens(field("evidence", {"type": "file_input"}))
    with pytest.raises(NotOnScreen, match="does not offer"):
        await alice.fills("evidence", [strangers])
