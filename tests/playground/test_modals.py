"""Modals: triggers, hashes, the stack, what stays typed, and every way of answering a submission."""

from collections.abc import Awaitable, Callable

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground import modals
from bot.playground.delivery import Reply
from bot.playground.interacting import TROUBLE
from bot.playground.people import Person
from bot.playground.refused import NotOnScreen
from bot.playground.state import View
from bot.playground.workspace import Workspace
from tests.playground.conftest import Clock, StubApp
from tests.playground.examples import (
    Json,
    actions,
    button,
    field,
    home,
    modal,
    option,
    plain,
    section,
    select,
)

Opens = Callable[..., Awaitable[View]]


@pytest.fixture
def opens(alice: Person, workspace: Workspace, app: StubApp) -> Opens:
    """Let Alice use the command, and open a modal of these blocks for her."""

    async def opens(*blocks: Json, **more: object) -> View:
        await alice.command("CGENERAL", "/oops", "")
        return modals.open_view(workspace, app.last["trigger_id"], modal(*blocks, **more))

    return opens


async def error_of(call: Awaitable[object]) -> str:
    with pytest.raises(SlackApiError) as error:
        await call
    return str(error.value.response["error"])


async def test_a_trigger_opens_one_modal(client: AsyncWebClient, alice: Person, app: StubApp) -> None:
    await alice.command("CGENERAL", "/oops", "")
    trigger = app.last["trigger_id"]

    view = (await client.views_open(trigger_id=trigger, view=modal()))["view"]

    assert (alice.view.id, alice.view.title) == (view["id"], "Report")
    assert view["state"]["values"] == {"what": {"answer.what": {"type": "plain_text_input", "value": None}}}
    assert await error_of(client.views_open(trigger_id=trigger, view=modal())) == "exchanged_trigger_id"


async def test_a_trigger_lives_three_seconds(
    client: AsyncWebClient, alice: Person, app: StubApp, clock: Clock
) -> None:
    await alice.command("CGENERAL", "/oops", "")
    clock.advance(3.1)

    assert (
        await error_of(client.views_open(trigger_id=app.last["trigger_id"], view=modal()))
        == "expired_trigger_id"
    )


async def test_a_refused_view_does_not_use_up_the_trigger(
    client: AsyncWebClient, alice: Person, app: StubApp
) -> None:
    await alice.command("CGENERAL", "/oops", "")
    trigger = app.last["trigger_id"]

    assert await error_of(client.views_open(trigger_id=trigger, view=home())) == "invalid_arguments"
    assert (await client.views_open(trigger_id=trigger, view=modal()))["ok"]


async def test_three_modals_lie_on_each_other_and_no_fourth(
    client: AsyncWebClient, alice: Person, app: StubApp, opens: Opens
) -> None:
    await opens(actions(button("more")))
    for _ in range(2):
        await alice.clicks(alice.view, "more")
        await client.views_push(trigger_id=app.last["trigger_id"], view=modal(actions(button("more"))))
    await alice.clicks(alice.view, "more")

    fourth = client.views_push(trigger_id=app.last["trigger_id"], view=modal())

    assert await error_of(fourth) == "push_limit_reached"
    assert len(alice.views) == 3
    assert alice.view.previous_view_id == alice.views[1].id
    assert alice.view.root_view_id == alice.views[0].id


async def test_only_the_modal_in_front_can_be_used(
    client: AsyncWebClient, alice: Person, app: StubApp, opens: Opens
) -> None:
    below = await opens(actions(button("more")))
    await alice.clicks(below, "more")
    await client.views_push(trigger_id=app.last["trigger_id"], view=modal())

    with pytest.raises(NotOnScreen, match="on top"):
        await alice.clicks(below, "more")


async def test_a_command_trigger_cannot_push(client: AsyncWebClient, alice: Person, app: StubApp) -> None:
    await alice.command("CGENERAL", "/oops", "")

    assert (
        await error_of(client.views_push(trigger_id=app.last["trigger_id"], view=modal()))
        == "invalid_trigger_id"
    )


async def test_an_old_hash_is_a_conflict(client: AsyncWebClient, opens: Opens) -> None:
    view = await opens()
    old = view.hash
    await client.views_update(view_id=view.id, view=modal(), hash=old)

    assert await error_of(client.views_update(view_id=view.id, view=modal(), hash=old)) == "hash_conflict"


async def test_an_external_id_is_given_once(client: AsyncWebClient, alice: Person, opens: Opens) -> None:
    await opens(external_id="mine")
    await client.views_publish(user_id="UBOB", view=home())

    again = client.views_publish(user_id="UALICE", view={**home(), "external_id": "mine"})

    assert await error_of(again) == "duplicate_external_id"
    assert (await client.views_update(external_id="mine", view=modal(title=plain("New"))))["ok"]
    assert alice.view.title == "New"


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


async def test_an_empty_answer_closes_the_modal(alice: Person, opens: Opens) -> None:
    await opens(section())

    assert await alice.submit() == {}
    assert alice.views == []


async def test_errors_stand_beside_their_fields_and_the_text_stays(
    alice: Person, app: StubApp, opens: Opens
) -> None:
    await opens(field("what"))
    app.reply = Reply(acked=True, payload={"response_action": "errors", "errors": {"what": "Say more."}})
    await alice.fills("what", "oh no")

    errors = await alice.submit()

    assert errors == alice.view.errors == {"what": "Say more."}
    assert alice.view.values["what"]["answer.what"]["value"] == "oh no"


async def test_an_update_turns_the_modal_into_another(alice: Person, app: StubApp, opens: Opens) -> None:
    view = await opens(section())
    app.reply = Reply(acked=True, payload={"response_action": "update", "view": modal(title=plain("Answer"))})

    await alice.submit()

    assert (alice.view.id, alice.view.title) == (view.id, "Answer")


async def test_a_push_lays_a_modal_on_top_and_clear_takes_all_away(
    alice: Person, app: StubApp, opens: Opens
) -> None:
    await opens(section())
    app.reply = Reply(acked=True, payload={"response_action": "push", "view": modal(section())})
    await alice.submit()
    two = len(alice.views)
    app.reply = Reply(acked=True, payload={"response_action": "clear"})

    await alice.submit()

    assert (two, alice.views) == (2, [])


@pytest.mark.parametrize(
    "payload",
    [
        {"response_action": "errors", "errors": {"nowhere": "Say more."}},
        {"response_action": "errors", "errors": {"text": "Not an input."}},
        {"response_action": "errors", "errors": {}},
        {"response_action": "errors", "errors": {"what": ""}},
        {"response_action": "update", "view": {"type": "modal", "blocks": []}},
        {"response_action": "dance"},
        {"ok": True},
        "thanks",
    ],
)
async def test_a_bad_answer_is_noted_and_the_person_sees_slacks_failure(
    alice: Person, app: StubApp, workspace: Workspace, opens: Opens, payload: object
) -> None:
    await opens(field("what", optional=True), section(block_id="text"))
    app.reply = Reply(acked=True, payload=payload)

    await alice.submit()

    assert alice.view.notice == TROUBLE
    assert [refusal.method for refusal in workspace.refusals] == ["view_submission"]


async def test_no_answer_in_time_keeps_the_modal_and_what_was_typed(
    alice: Person, app: StubApp, opens: Opens
) -> None:
    await opens(field("what"))
    await alice.fills("what", "oh no")
    app.reply = Reply(acked=False, reason="http_timeout")

    errors = await alice.submit()

    assert errors == {}
    assert alice.view.notice == TROUBLE
    assert alice.view.values["what"]["answer.what"]["value"] == "oh no"
    assert alice.notices != []


async def test_closing_is_told_only_when_asked_for_and_without_values(
    alice: Person, app: StubApp, opens: Opens
) -> None:
    await opens(section())
    await alice.closes()
    silent = app.last["kind"]
    await opens(field("what"), notify_on_close=True)

    await alice.closes()

    assert silent == "slash_commands"
    assert (app.last["type"], app.last["is_cleared"]) == ("view_closed", False)
    assert app.last["view"]["state"]["values"] == {}
    assert "trigger_id" not in app.last


async def test_the_x_closes_everything_and_tells_of_the_first_modal(
    alice: Person, app: StubApp, opens: Opens
) -> None:
    root = await opens(section(), notify_on_close=True)
    app.reply = Reply(acked=True, payload={"response_action": "push", "view": modal(section())})
    await alice.submit()

    await alice.closes(everything=True)

    assert (app.last["view"]["id"], app.last["is_cleared"]) == (root.id, True)
    assert alice.views == []


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


async def test_the_home_view_is_published_and_its_buttons_work(
    client: AsyncWebClient, alice: Person, app: StubApp
) -> None:
    await alice.opens_home()
    first = app.last["event"]
    await client.views_publish(user_id="UALICE", view=home(actions(button("home.report"))))
    await alice.opens_home()

    await alice.clicks("home", "home.report")

    assert "view" not in first
    assert app.received[-2]["event"]["view"]["id"] == alice.home.id
    assert app.last["actions"][0]["action_id"] == "home.report"
    assert app.last["view"]["type"] == "home"


async def test_without_a_home_tab_nothing_is_published(client: AsyncWebClient, workspace: Workspace) -> None:
    workspace.app.is_home_enabled = False

    assert await error_of(client.views_publish(user_id="UALICE", view=home())) == "not_enabled"
