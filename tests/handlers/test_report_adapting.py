"""The report form while it is answered: what it offers, clears and keeps."""

from bot.playground import interacting, payloads
from tests.handlers.reporting import WHAT, block, chosen, entry
from tests.world import Someone, World


async def test_a_channel_takes_away_what_it_cannot_do(alice: Someone) -> None:
    await alice.types("")

    await alice.fills(channel="email")

    offered = [option["value"] for option in block(alice.view, "undo")["element"]["options"]]
    assert offered == ["already_gone", "cannot"]
    assert chosen(alice.view, "undo") == "cannot"


async def test_what_was_typed_stays_while_the_form_adapts(alice: Someone) -> None:
    await alice.types("")
    alice.person.enters("what", WHAT)
    alice.person.enters("reach", "12")

    await alice.fills(channel="email", mistake="private_info")

    assert entry(alice.view, "what")["value"] == WHAT
    assert entry(alice.view, "reach")["value"] == "12"
    assert [option["value"] for option in entry(alice.view, "red_flags")["selected_options"]] == [
        "personal_data"
    ]


async def test_a_choice_that_became_impossible_is_cleared_and_asked_again(alice: Someone) -> None:
    await alice.types(WHAT)
    await alice.fills(channel="facebook", undo="delete_and_repost")

    await alice.fills(channel="email")
    errors = await alice.submits(mistake="typo", harm="none", noticed="a_few")

    assert chosen(alice.view, "undo") is None
    assert "cleared" in block(alice.view, "undo")["hint"]["text"]
    assert list(errors) == ["undo"]


async def test_what_was_chosen_anew_as_it_had_been_filled_in_is_the_persons_and_cleared_with_a_note(
    alice: Someone,
) -> None:
    await alice.types(WHAT)
    await alice.fills(channel="facebook")
    filled_in = chosen(alice.view, "undo")
    await alice.fills(undo="delete")
    await alice.fills(undo=filled_in)

    await alice.fills(channel="bluesky")

    assert filled_in == "edit"
    assert chosen(alice.view, "undo") is None
    assert "cleared" in block(alice.view, "undo")["hint"]["text"]


async def test_an_answer_of_the_persons_own_is_never_replaced(alice: Someone) -> None:
    await alice.types("")
    await alice.fills(harm="none", mistake="private_info")

    assert chosen(alice.view, "harm") == "none"


async def test_two_quick_answers_are_both_drawn(world: World, alice: Someone) -> None:
    await alice.types("")
    stale = payloads.view_json(world.workspace, alice.view)
    await alice.fills(channel="email")

    stale["state"]["values"]["mistake"] = {
        "report.mistake": {"type": "static_select", "selected_option": {"value": "private_info"}}
    }
    stale["state"]["values"]["channel"] = {
        "report.channel": {"type": "static_select", "selected_option": {"value": "email"}}
    }
    body = payloads.interaction(
        world.workspace,
        world.workspace.user(alice.id),
        "block_actions",
        trigger_id=world.workspace.new_trigger(alice.id),
        container={"type": "view", "view_id": stale["id"]},
        view=stale,
        actions=[{"type": "static_select", "action_id": "report.mistake", "block_id": "mistake"}],
    )
    await interacting.deliver(world.workspace, body)
    await world.oops.settle()

    assert chosen(alice.view, "undo") == "cannot"
    assert [option["value"] for option in entry(alice.view, "red_flags")["selected_options"]] == [
        "personal_data"
    ]


async def test_the_facts_of_a_case_adapt_in_the_same_way(world: World, alice: Someone, bob: Someone) -> None:
    await alice.reports()
    await bob.clicks(world.plan, "case.facts")

    await bob.fills(channel="email", mistake="private_info")

    assert bob.view.callback_id == "case_facts"
    assert chosen(bob.view, "undo") is None
    assert "cleared" in block(bob.view, "undo")["hint"]["text"]
    assert [option["value"] for option in entry(bob.view, "red_flags")["selected_options"]] == [
        "personal_data"
    ]
    assert chosen(bob.view, "harm") == "inconvenience"
