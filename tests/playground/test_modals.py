"""Modals: triggers, hashes, the stack, and every way of answering a submission; and the Home view."""

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.delivery import Reply
from bot.playground.interacting import TROUBLE
from bot.playground.people import Person
from bot.playground.refused import NotOnScreen
from bot.playground.workspace import Workspace
from tests.playground.conftest import Clock, Opens, StubApp, error_of
from tests.playground.examples import (
    actions,
    button,
    field,
    home,
    modal,
    plain,
    section,
)


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
