"""Selects with outside options: what the app is asked, what of its answer is taken, and what can be chosen then."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot.playground import modals
from bot.playground.delivery import Reply
from bot.playground.limits_of_views import check_view
from bot.playground.people import Person
from bot.playground.refused import NotOnScreen, Refused
from bot.playground.state import View
from bot.playground.workspace import Workspace
from tests.playground.conftest import StubApp
from tests.playground.examples import Json, actions, field, home, modal, option, plain, section, select

Opens = Callable[..., Awaitable[View]]
FRUIT = ("apple", "apricot", "plum")


def outside(**more: Any) -> Json:
    return {"type": "external_select", "min_query_length": 0, **more}


def offers(*values: str) -> Reply:
    return Reply(acked=True, payload={"options": [option(value) for value in values]})


def fruit(body: Json) -> Reply:
    """Answer as an app with three kinds of fruit does."""
    if body["type"] != "block_suggestion":
        return Reply(acked=True)
    return offers(*(name for name in FRUIT if name.startswith(body["value"])))


def names(answer: Json) -> list[str]:
    return [one["value"] for one in answer["options"]]


@pytest.fixture
def opens(alice: Person, workspace: Workspace, app: StubApp) -> Opens:
    """Let Alice use the command, and open a modal with a select of fruit for her."""

    async def opens(element: Json | None = None, **more: object) -> View:
        await alice.command("CGENERAL", "/oops", "")
        trigger = app.last["trigger_id"]
        app.answer = fruit
        return modals.open_view(workspace, trigger, modal(field("fruit", element or outside(), **more)))

    return opens


async def test_the_app_is_asked_for_what_was_typed_and_where(
    alice: Person, app: StubApp, opens: Opens
) -> None:
    view = await opens()

    answer = await alice.searches(view, "answer.fruit", "ap")

    assert names(answer) == ["apple", "apricot"]
    asked = app.last
    assert (asked["kind"], asked["type"]) == ("interactive", "block_suggestion")
    assert (asked["block_id"], asked["action_id"], asked["value"]) == ("fruit", "answer.fruit", "ap")
    assert asked["container"] == {"type": "view", "view_id": view.id}
    assert asked["view"]["id"] == view.id
    assert asked["user"]["team_id"] == asked["team"]["id"] == "TRIVER"
    assert not {"trigger_id", "response_url", "actions"} & set(asked)


async def test_what_is_offered_can_be_chosen_and_arrives_whole(
    alice: Person, app: StubApp, opens: Opens
) -> None:
    view = await opens(dispatch_action=True)
    await alice.searches(view, "answer.fruit", "pl")

    await alice.fills("fruit", "plum")

    chosen = {"type": "external_select", "selected_option": option("plum")}
    assert app.last["actions"][0].items() >= {**chosen, "action_id": "answer.fruit"}.items()
    assert app.last["view"]["state"]["values"]["fruit"]["answer.fruit"] == chosen
    await alice.submit()
    assert app.last["view"]["state"]["values"]["fruit"]["answer.fruit"] == chosen


async def test_only_what_the_last_list_offered_can_be_chosen(alice: Person, opens: Opens) -> None:
    view = await opens()
    with pytest.raises(NotOnScreen, match="offers"):
        await alice.fills("fruit", "plum")
    await alice.searches(view, "answer.fruit", "pl")
    await alice.searches(view, "answer.fruit", "ap")

    with pytest.raises(NotOnScreen, match="offers"):
        await alice.fills("fruit", "plum")


async def test_the_first_option_is_there_before_anything_is_loaded(
    alice: Person, app: StubApp, opens: Opens
) -> None:
    await opens(outside(initial_option=option("plum")))

    await alice.submit()

    state = app.last["view"]["state"]["values"]["fruit"]["answer.fruit"]
    assert state == {"type": "external_select", "selected_option": option("plum")}


async def test_a_choice_stays_when_the_app_changes_the_view(
    alice: Person, workspace: Workspace, opens: Opens
) -> None:
    view = await opens()
    await alice.searches(view, "answer.fruit")
    await alice.fills("fruit", "plum")

    modals.update_view(workspace, view, modal(section(), field("fruit", outside())))

    assert alice.view.values["fruit"]["answer.fruit"]["selected_option"] == option("plum")
    await alice.fills("fruit", "plum")
    await alice.fills("fruit", None)
    assert alice.view.values["fruit"]["answer.fruit"]["selected_option"] is None


async def test_before_enough_is_typed_the_app_hears_nothing(
    alice: Person, app: StubApp, opens: Opens
) -> None:
    view = await opens({"type": "external_select"})
    before = len(app.received)

    early = await alice.searches(view, "answer.fruit", "ap")
    late = await alice.searches(view, "answer.fruit", "app")

    assert (names(early), names(late)) == ([], ["apple"])
    assert len(app.received) == before + 1


async def test_groups_are_taken_too(alice: Person, app: StubApp, opens: Opens) -> None:
    view = await opens()
    groups = [{"label": plain("Tree"), "options": [option("pear")]}]
    app.answer = lambda _: Reply(acked=True, payload={"option_groups": groups})

    answer = await alice.searches(view, "answer.fruit")
    await alice.fills("fruit", "pear")

    assert answer == {"option_groups": groups}
    assert alice.view.values["fruit"]["answer.fruit"]["selected_option"] == option("pear")


@pytest.mark.parametrize(
    "payload",
    [
        None,
        "",
        "apple",
        {},
        {"ok": True},
        {"options": "apple"},
        {"options": ["apple"]},
        {"options": [{"value": "apple"}]},
        {"options": [{**option("apple"), "text": {"type": "mrkdwn", "text": "Apple"}}]},
        {"options": [{**option("apple"), "url": "https://example.org"}]},
        {"options": [{**option("apple"), "text": plain("a" * 76)}]},
        {"options": [option(str(number)) for number in range(101)]},
        {"option_groups": [{"label": plain("Tree"), "options": []}]},
        {"options": [], "option_groups": []},
        {"options": [], "more": "please"},
    ],
)
async def test_an_answer_that_slack_would_not_take_offers_nothing(
    alice: Person, app: StubApp, workspace: Workspace, opens: Opens, payload: object
) -> None:
    view = await opens()
    app.answer = lambda _: Reply(acked=True, payload=payload)

    answer = await alice.searches(view, "answer.fruit")

    assert answer == {"options": []}
    assert [(one.method, one.error) for one in workspace.refusals] == [
        ("block_suggestion", "invalid_options")
    ]


async def test_a_hundred_options_are_taken_and_none_too(
    alice: Person, app: StubApp, workspace: Workspace, opens: Opens
) -> None:
    view = await opens()
    app.answer = lambda body: offers(*(str(number) for number in range(100 if body["value"] else 0)))

    none, many = await alice.searches(view, "answer.fruit"), await alice.searches(view, "answer.fruit", "1")

    assert (len(none["options"]), len(many["options"])) == (0, 100)
    assert workspace.refusals == []


async def test_no_answer_in_time_offers_nothing_and_the_person_is_told(
    alice: Person, app: StubApp, opens: Opens
) -> None:
    view = await opens()
    app.answer = lambda _: Reply(acked=False, reason="http_timeout")

    assert await alice.searches(view, "answer.fruit") == {"options": []}
    assert alice.notices != []


async def test_a_select_with_its_own_options_loads_none(alice: Person, opens: Opens) -> None:
    view = await opens(select(*FRUIT))

    with pytest.raises(NotOnScreen, match="in itself"):
        await alice.searches(view, "answer.fruit", "ap")


async def test_messages_and_home_have_them_too(
    alice: Person, bob: Person, app: StubApp, workspace: Workspace
) -> None:
    app.answer = fruit
    menu = actions({"action_id": "fruit", **outside()})
    modals.publish_home(workspace, "UALICE", home(menu))
    message = workspace.post("CGENERAL", "UOOPS", "Fruit", [menu])

    await alice.searches("home", "fruit", "pl")
    of_home = app.last
    await alice.selects("home", "fruit", "plum")
    await bob.searches(message, "fruit", "ap")
    of_message = app.last
    await bob.selects(message, "fruit", "apple")

    assert of_home["view"]["type"] == "home"
    assert of_message["message"]["ts"] == of_message["container"]["message_ts"] == message.ts
    assert of_message["channel"]["id"] == "CGENERAL"
    assert app.last["actions"][0]["selected_option"] == option("apple")


@pytest.mark.parametrize(
    "wrong",
    [
        {"initial_option": {"value": "plum"}},
        {"initial_option": "plum"},
        {"options": [option("plum")]},
        {"min_query_length": -1},
        {"placeholder": plain("x" * 151)},
    ],
)
def test_a_select_that_slack_would_not_take_is_refused(wrong: Json) -> None:
    check_view(modal(field("fruit", outside(initial_option=option("plum")))), "modal")

    with pytest.raises(Refused, match="invalid_arguments"):
        check_view(modal(field("fruit", outside(**wrong))), "modal")
