"""The guide for a new workspace: a private channel, who approves, the voice."""

import pytest
from sqlmodel import Session, select

from bot.brands.pages import Step
from bot.models import VOICE, Brand
from bot.voice import Preset
from tests.handlers.brands import BRAND, add_app, add_brands, brand_of, import_stopped, make_lead, set_brand
from tests.world import ORDINARY, TEAM_CHANNEL, Someone, World, action_ids, shown


@pytest.fixture
def world_settings() -> dict[str, str]:
    """Nothing is set up."""
    return {"oops_response_channel": ""}


async def open_guide(someone: Someone) -> None:
    home = await someone.opens_home()
    await someone.clicks(home, "home.setup")


async def test_three_steps_set_a_workspace_up(world: World, alice: Someone) -> None:
    await open_guide(alice)
    assert "Step 1 of 3" in shown(alice.view)

    assert await alice.submits(response_channel=TEAM_CHANNEL) == {}
    assert "Step 2 of 3" in shown(alice.view)
    assert await alice.submits(approvers=["UBOB"], approvals_needed="1") == {}
    assert "Step 3 of 3" in shown(alice.view)
    assert await alice.submits(preset="playful") == {}

    brand = await brand_of(world)
    assert "That is all" in shown(alice.view)
    assert (brand.response_channel, brand.approvers) == (TEAM_CHANNEL, ["UBOB"])
    assert VOICE.validate_python(brand.voice).preset is Preset.PLAYFUL
    assert "home.setup" not in action_ids(await alice.opens_home())


async def test_an_answer_offers_the_guide_of_the_reported_brand_only(world: World, alice: Someone) -> None:
    await set_brand(world, response_channel=TEAM_CHANNEL, steps_done=[*Step])
    await add_brands(world, 1)
    another = await brand_of(world, "Client 000 " + "W" * 49)

    await alice.reports(brand="1")
    of_one_that_is_set_up = shown(alice.view)
    await alice.reports(brand=str(another.id))
    of_one_that_is_not = shown(alice.view)
    await alice.clicks(alice.view, "settings.guide", str(another.id))

    assert "not quite set up" not in of_one_that_is_set_up
    assert "Client 000" in of_one_that_is_not.partition("is not quite set up yet")[0].splitlines()[-1]
    assert "Client 000" in shown(alice.view)


async def test_the_guide_warns_of_a_lead_who_is_not_in_the_channel_that_was_chosen(
    world: World, alice: Someone
) -> None:
    await set_brand(world, lead="UCAROL")
    await open_guide(alice)

    for chosen in ({"response_channel": TEAM_CHANNEL}, {}, {}):
        assert await alice.submits(**chosen) == {}

    assert "That is all" in shown(alice.view)
    assert "<@UCAROL> is not in <#CRESPONSE>" in shown(alice.view)


async def test_the_guide_goes_on_with_what_is_missing(alice: Someone) -> None:
    await open_guide(alice)
    await alice.submits(response_channel=TEAM_CHANNEL)
    await alice.closes()

    await open_guide(alice)

    assert "Step 2 of 3" in shown(alice.view)


async def test_a_step_that_is_left_empty_is_an_answer_too(world: World, alice: Someone) -> None:
    await open_guide(alice)

    for _ in range(3):
        assert await alice.submits() == {}

    assert "That is all" in shown(alice.view)
    assert "a plan goes to whoever reports, and nobody else can approve there" in shown(alice.view)
    assert (await brand_of(world)).response_channel is None
    assert "home.setup" not in action_ids(await alice.opens_home())


async def test_a_channel_that_cannot_be_used_is_refused_beside_the_field(
    world: World, alice: Someone
) -> None:
    world.workspace.channels[TEAM_CHANNEL].members.remove("UOOPS")
    await open_guide(alice)

    errors = await alice.submits(response_channel=TEAM_CHANNEL)

    assert "/invite @oops" in errors["response_channel"]
    assert (await brand_of(world)).response_channel is None


async def test_oops_makes_the_private_channel_itself(world: World, alice: Someone) -> None:
    await open_guide(alice)

    await alice.submits(new_channel="#Oops Response")

    channel = next(one for one in world.workspace.channels.values() if one.name == "oops-response")
    assert channel.is_private
    assert set(channel.members) == {"UOOPS", "UALICE"}
    assert (await brand_of(world)).response_channel == channel.id
    assert "Step 2 of 3" in shown(alice.view)


async def test_a_name_that_is_taken_comes_back_with_what_was_typed(world: World, alice: Someone) -> None:
    await open_guide(alice)

    await alice.submits(new_channel="response-team")

    assert "Step 1 of 3" in shown(alice.view)
    assert "There is a channel of this name already" in shown(alice.view)
    assert alice.view.values["new_channel"]["settings.new_channel"]["value"] == "response-team"
    assert (await brand_of(world)).response_channel is None


@pytest.mark.parametrize("name", ["a/b", "W" * 81])
async def test_a_name_that_no_channel_can_have_is_refused_beside_the_field(alice: Someone, name: str) -> None:
    await open_guide(alice)
    alice.person.enters("new_channel", name)

    errors = await alice.submits()

    assert list(errors) == ["new_channel"]


async def test_without_the_permission_no_channel_is_offered_to_be_made(world: World, alice: Someone) -> None:
    world.workspace.app.scopes -= {"groups:write"}
    await world.restart_bot()

    await open_guide(alice)

    assert "settings.new_channel" not in action_ids(alice.view)


async def test_the_voice_of_the_guide_can_be_heard_first(alice: Someone) -> None:
    await open_guide(alice)
    await alice.submits()
    await alice.submits()

    await alice.fills(preset="playful")

    assert "Oops!" in shown(alice.view)


async def test_help_offers_the_guide_to_those_who_may(alice: Someone, bob: Someone) -> None:
    await alice.types("help")
    await bob.types("help")

    message = alice.person.sees("CGENERAL")[-1]
    assert "settings.guide" not in "".join(map(str, bob.person.sees("CGENERAL")[-1].blocks))
    await alice.clicks(message, "settings.guide")
    assert "Step 1 of 3" in shown(alice.view)


async def test_the_first_answer_offers_the_guide(alice: Someone, bob: Someone) -> None:
    await bob.types("We wrote Tuesday, the run is on Thursday")
    await bob.submits(**ORDINARY)
    await alice.types("We wrote Tuesday, the run is on Thursday")
    await alice.submits(**ORDINARY)
    assert "settings.guide" not in action_ids(bob.view)

    await alice.clicks(alice.view, "settings.guide")

    assert "Step 1 of 3" in shown(alice.view)
    assert len(alice.person.views) == 2


async def test_oops_alone_opens_the_report_before_anything_is_set_up(alice: Someone) -> None:
    await alice.types("")

    assert "What went wrong?" in shown(alice.view)


async def test_a_lead_may_set_the_own_brand_up_and_others_may_not(
    world: World, bob: Someone, carol: Someone
) -> None:
    await make_lead(world, bob)

    await open_guide(bob)

    assert "Step 1 of 3" in shown(bob.view)
    assert "home.setup" not in action_ids(await carol.opens_home())


async def test_user_groups_that_approve_stay_when_the_guide_asks_who_approves(
    world: World, alice: Someone
) -> None:
    def arrange(session: Session) -> None:
        session.exec(select(Brand)).one().approvers = ["UBOB", "SRUNNERS"]

    await world.oops.store.run(arrange)
    await open_guide(alice)
    await alice.submits(response_channel=TEAM_CHANNEL)

    await alice.submits(approvals_needed="1")

    assert (await brand_of(world)).approvers == ["UBOB", "SRUNNERS"]


async def test_what_a_file_of_settings_gave_is_not_asked_for_again(world: World, alice: Someone) -> None:
    await import_stopped(world, f"brands:\n  - name: {BRAND}\n    approvers: [UBOB, SRUNNERS]\n")

    await open_guide(alice)
    await alice.submits(response_channel=TEAM_CHANNEL)

    assert "Step 3 of 3" in shown(alice.view)
    assert (await brand_of(world)).approvers == ["UBOB", "SRUNNERS"]


async def test_the_guide_takes_people_only(world: World, alice: Someone) -> None:
    app = add_app(world)
    await open_guide(alice)
    await alice.submits(response_channel=TEAM_CHANNEL)

    errors = await alice.submits(approvers=["UBOB", app], approvals_needed="1")

    assert errors == {"approvers": "Zap: that is an app, and nobody answers there. Choose people only."}
    assert (await brand_of(world)).approvers == []
