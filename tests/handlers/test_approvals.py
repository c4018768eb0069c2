"""Approvals: who may give them, how many are needed, and what an edit voids and shows."""

import pytest

from bot.playground.state import UserGroup
from tests.databases import ON_SQLITE
from tests.handlers.brands import BRAND, goes_away, import_stopped, open_page, set_brand
from tests.said import calls, record_of, thread_text
from tests.world import Someone, World, action_ids, shown

TEXT = "The run is on Thursday, not Tuesday. Sorry for the mix-up."


@pytest.fixture
async def reported(alice: Someone) -> None:
    await alice.reports(should_have_said="The run is on Thursday")


@pytest.fixture
async def carol_is_in(alice: Someone) -> None:
    await alice.person.invites("CRESPONSE", "UCAROL")


@pytest.mark.usefixtures("carol_is_in")
async def test_two_approvals_are_two_people(
    world: World, alice: Someone, bob: Someone, carol: Someone
) -> None:
    await set_brand(world, approvals_needed=2)
    await alice.reports(should_have_said="The run is on Thursday")

    await bob.clicks(world.draft(), "draft.approve")
    assert "1 of 2" in shown(world.draft())
    assert "draft.published" not in action_ids(world.draft())
    await carol.clicks(world.draft(), "draft.approve")

    assert "Approved by <@UBOB> and <@UCAROL>" in shown(world.draft())
    assert "draft.published" in action_ids(world.draft())


async def test_the_same_person_is_not_two(world: World, alice: Someone, bob: Someone) -> None:
    await set_brand(world, approvals_needed=2)
    await alice.reports(should_have_said="The run is on Thursday")
    await bob.clicks(world.draft(), "draft.approve")

    await bob.clicks(world.draft(), "draft.approve")

    assert "already approved this version" in bob.hears("CRESPONSE")[-1]
    assert "1 of 2" in shown(world.draft())


@pytest.mark.usefixtures("carol_is_in")
async def test_two_people_are_asked_for_where_two_are_needed(world: World, alice: Someone) -> None:
    await set_brand(world, approvals_needed=2)

    await alice.reports(should_have_said="The run is on Thursday")

    assert "Two approvals are needed, from two people who did not write it." in shown(world.draft())
    assert "in this channel may approve" not in shown(world.draft())


@ON_SQLITE
@pytest.mark.usefixtures("reported")
async def test_whether_somebody_may_approve_follows_who_is_in_the_channel(
    world: World, alice: Someone, bob: Someone
) -> None:
    await bob.person.removes("CRESPONSE", "UBOB")
    await world.oops.settle()
    without = shown(world.draft())

    await alice.person.invites("CRESPONSE", "UCAROL")
    await world.oops.settle()

    assert "in this channel may approve this text" in without
    assert "in this channel may approve this text" not in shown(world.draft())


@ON_SQLITE
@pytest.mark.usefixtures("reported")
async def test_who_was_missed_is_seen_when_slack_is_asked_again(world: World) -> None:
    world.workspace.channels["CRESPONSE"].members.remove("UBOB")

    await world.passes(minutes=1)

    assert "in this channel may approve this text" in shown(world.draft())


async def test_where_a_second_approver_is_missing_the_draft_asks_to_invite_one(
    world: World, alice: Someone, bob: Someone
) -> None:
    await set_brand(world, approvals_needed=2)
    await alice.reports(should_have_said="The run is on Thursday")

    await bob.clicks(world.draft(), "draft.approve")

    assert "1 more approval needed" in shown(world.draft())
    assert "Nobody else in this channel may approve this text" in shown(world.draft())
    assert "invite somebody who may" in shown(world.draft())


async def test_the_other_drafts_say_that_some_people_approve_without_naming_them(
    world: World, alice: Someone
) -> None:
    await set_brand(world, approvers=["UBOB"])

    await alice.reports(should_have_said="The run is on Thursday")

    assert "from somebody who approves for this brand" in shown(world.draft("Reply if asked"))


async def test_an_all_clear_is_to_be_sent_first_and_approved_afterwards(world: World, alice: Someone) -> None:
    alarm = {"channel": "push_sms", "mistake": "false_alarm", "harm": "safety", "undo": "cannot"}
    await alice.reports("The evacuation alert was a test", **alarm)
    draft = world.draft("All-clear")
    assert "Send it now, and press “I published it”" in shown(draft)
    assert action_ids(draft)[:2] == ["draft.published", "draft.approve"]

    await alice.publishes(draft)

    assert "Its approval is still wanted" in shown(draft)
    assert "One approval is needed, from somebody who did not write it" in shown(draft)


async def test_an_all_clear_that_nobody_approved_is_told_so_in_the_record_and_reminded_of_no_more(
    world: World, alice: Someone
) -> None:
    alarm = {"channel": "push_sms", "mistake": "false_alarm", "harm": "safety", "undo": "cannot"}
    await alice.reports("The evacuation alert was a test", **alarm)
    await alice.publishes(world.draft("All-clear"))
    await world.passes(minutes=30)
    before = thread_text(world)

    await alice.clicks(world.plan, "case.close")
    await alice.submits()

    assert "all-clear above is out, and still waits for approval" in before
    assert "still waits for approval" not in thread_text(world)
    assert "It went out at once, and nobody approved it." in record_of(world)


async def test_who_published_an_all_clear_stays_known_when_somebody_else_approves_it(
    world: World, alice: Someone, bob: Someone
) -> None:
    alarm = {"channel": "push_sms", "mistake": "false_alarm", "harm": "safety", "undo": "cannot"}
    await alice.reports("The evacuation alert was a test", **alarm)
    draft = world.draft("All-clear")
    await alice.publishes(draft)
    await world.passes(hours=2)

    await bob.clicks(draft, "draft.approve")

    assert "Approved by <@UBOB>" in shown(draft)
    assert "Marked as published by <@UALICE>" in shown(draft)


@pytest.mark.usefixtures("carol_is_in")
async def test_only_those_who_are_named_approve(
    world: World, alice: Someone, bob: Someone, carol: Someone
) -> None:
    await set_brand(world, approvers=["UCAROL"])
    await alice.reports(should_have_said="The run is on Thursday")

    await bob.clicks(world.draft(), "draft.approve")
    assert "approve for this brand: <@UCAROL>" in bob.hears("CRESPONSE")[-1]
    await carol.clicks(world.draft(), "draft.approve")

    assert "Approved by <@UCAROL>" in shown(world.draft())


async def test_an_author_who_approves_for_the_brand_hears_who_else_is_here_and_can(
    world: World, alice: Someone
) -> None:
    await set_brand(world, approvers=["UALICE", "UBOB", "UCAROL"])
    await alice.reports(should_have_said="The run is on Thursday")

    await alice.clicks(world.draft(), "draft.approve")

    assert "somebody else has to approve it. Who is here and can: <@UBOB>." in alice.hears("CRESPONSE")[-1]


async def test_an_author_hears_who_can_approve_once_they_are_here(world: World, alice: Someone) -> None:
    await set_brand(world, approvers=["UALICE", "UCAROL"])
    await alice.reports(should_have_said="The run is on Thursday")

    await alice.clicks(world.draft(), "draft.approve")

    assert "Who can, once they are here: <@UCAROL>." in alice.hears("CRESPONSE")[-1]


async def test_a_member_of_a_user_group_approves(world: World, alice: Someone, bob: Someone) -> None:
    await set_brand(world, approvers=["SRUNNERS"])
    await alice.reports(should_have_said="The run is on Thursday")

    await bob.clicks(world.draft(), "draft.approve")

    assert "Approved by <@UBOB>" in shown(world.draft())


async def test_whoever_is_not_in_the_group_does_not_approve(
    world: World, alice: Someone, bob: Someone
) -> None:
    world.workspace.usergroups["SLEGAL"] = UserGroup("SLEGAL", "legal", "Legal", ["UCAROL"])
    await set_brand(world, approvers=["SLEGAL"])
    await alice.reports(should_have_said="The run is on Thursday")

    await bob.clicks(world.draft(), "draft.approve")

    assert "Only some people approve" in bob.hears("CRESPONSE")[-1]
    assert "Approved by" not in shown(world.draft())


async def test_leaving_the_group_takes_effect_within_a_minute(
    world: World, alice: Someone, bob: Someone
) -> None:
    await set_brand(world, approvers=["SRUNNERS"])
    await alice.reports(should_have_said="The run is on Thursday")
    await world.passes(seconds=1)

    world.workspace.usergroups["SRUNNERS"].users = ["UALICE"]
    await world.passes(seconds=61)
    await bob.clicks(world.draft(), "draft.approve")

    assert "Approved by" not in shown(world.draft())


async def test_a_draft_that_nobody_here_could_approve_follows_the_group(world: World, alice: Someone) -> None:
    world.workspace.usergroups["SLEGAL"] = UserGroup("SLEGAL", "legal", "Legal", ["UCAROL"])
    await set_brand(world, approvers=["SLEGAL"])
    await alice.reports(should_have_said="The run is on Thursday")
    await world.passes(seconds=61)
    before = shown(world.draft())

    world.workspace.usergroups["SLEGAL"].users = ["UBOB"]
    await world.passes(seconds=61)

    assert "Nobody in this channel may approve this text." in before
    assert "in this channel may approve" not in shown(world.draft())


async def test_without_the_permission_the_refusal_names_it(
    world: World, alice: Someone, bob: Someone
) -> None:
    world.workspace.app.scopes.discard("usergroups:read")
    await set_brand(world, approvers=["SRUNNERS"])
    await alice.reports(should_have_said="The run is on Thursday")

    await bob.clicks(world.draft(), "draft.approve")

    assert "usergroups:read" in bob.hears("CRESPONSE")[-1]


@pytest.mark.usefixtures("carol_is_in")
async def test_the_backup_stands_in_while_all_approvers_are_away(
    world: World, alice: Someone, bob: Someone
) -> None:
    await set_brand(world, approvers=["UCAROL"], backup="UBOB")
    await alice.reports(should_have_said="The run is on Thursday")
    await bob.clicks(world.draft(), "draft.approve")
    assert "Approved by" not in shown(world.draft())
    await goes_away(world, "UCAROL")

    await bob.clicks(world.draft(), "draft.approve")

    assert "Approved by <@UBOB>" in shown(world.draft())
    assert "standing in while the approvers are away" in shown(world.plan)


@pytest.mark.usefixtures("reported")
async def test_an_edit_of_an_approved_text_is_told_to_those_who_had_approved_it(
    world: World, alice: Someone, bob: Someone
) -> None:
    await bob.clicks(world.draft(), "draft.approve")

    await alice.edits(world.draft(), TEXT)

    assert "<@UBOB>, <@UALICE> changed the public correction that was approved" in thread_text(world)
    assert "Changed since version 1, which was approved" in shown(world.draft())


@pytest.mark.usefixtures("reported")
async def test_what_changed_is_shown_word_by_word_against_the_text_that_was_approved(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.edits(world.draft(), TEXT)
    await bob.clicks(world.draft(), "draft.approve")
    await alice.edits(world.draft(), TEXT.replace("mix-up", "slip"))
    await alice.edits(world.draft(), TEXT.replace("mix-up", "muddle"))

    await bob.clicks(world.draft(), "draft.difference")

    assert "version 2 by <@UALICE>, which was approved" in shown(bob.view)
    leaves = [
        (leaf["text"], leaf.get("style"))
        for block in bob.view.blocks
        if block["type"] == "rich_text"
        for part in block["elements"]
        for leaf in part["elements"]
    ]
    went = leaves.index(("mix-up.", {"strike": True}))
    assert leaves[went + 1 : went + 3] == [(" ", None), ("muddle.", {"bold": True})]


@pytest.mark.usefixtures("reported")
async def test_a_first_version_has_nothing_to_compare(world: World) -> None:
    assert "draft.difference" not in action_ids(world.draft())
    assert "Changed since" not in shown(world.draft())


async def test_a_reporter_outside_the_channel_hears_no_draft_the_lead_does(
    world: World, bob: Someone, carol: Someone, alice: Someone
) -> None:
    await carol.reports(should_have_said="The run is on Thursday")
    await alice.clicks(world.plan, "case.lead")

    await bob.clicks(world.draft(), "draft.request_changes")
    await bob.submits(reason="Please name the place")

    assert carol.told() == []
    assert "Please name the place" in alice.told()[-1]
    assert "archives/CRESPONSE" in str(alice.told()[-1])


async def test_a_draft_waits_in_the_home_of_a_groups_member(
    world: World, alice: Someone, bob: Someone
) -> None:
    await set_brand(world, approvers=["SRUNNERS"], lead="UALICE")
    await alice.reports(should_have_said="The run is on Thursday")
    await world.passes(seconds=1)

    home = await bob.opens_home()

    assert "Public correction waits for approval" in shown(home)


@pytest.mark.usefixtures("carol_is_in", "reported")
async def test_a_draft_that_waits_follows_how_many_have_to_approve(world: World, alice: Someone) -> None:
    await open_page(alice, "people")
    await alice.submits(approvals_needed="2")
    of_two = shown(world.draft())
    await alice.clicks(alice.view, "settings.people")
    await alice.submits(approvals_needed="1")

    assert "Two approvals are needed, from two people who did not write it." in of_two
    assert "One approval is needed, from somebody who did not write it" in shown(world.draft())


@pytest.mark.usefixtures("reported")
async def test_a_draft_that_waits_follows_who_approves(world: World, alice: Someone) -> None:
    await open_page(alice, "people")
    await alice.submits(approvers=["UBOB"])

    assert "One approval is needed, from <@UBOB>" in shown(world.draft())
    assert "from somebody who approves for this brand" in shown(world.draft("Reply if asked"))


@pytest.mark.usefixtures("reported")
async def test_a_draft_that_waits_follows_a_file_of_settings(world: World) -> None:
    await import_stopped(world, f"brands:\n  - name: {BRAND}\n    approvers: [UCAROL]\n")
    await world.passes(seconds=1)

    assert "Nobody in this channel may approve this text" in shown(world.draft())


@pytest.mark.usefixtures("reported")
async def test_settings_that_drafts_do_not_tell_of_draw_none_again(world: World, alice: Someone) -> None:
    before = calls(world, "chat.update")

    await open_page(alice, "people")
    await alice.submits(lead="UALICE")

    assert calls(world, "chat.update") == before


async def test_whoever_wrote_a_text_is_not_asked_to_approve_it(
    world: World, alice: Someone, bob: Someone
) -> None:
    await set_brand(world, approvers=["UALICE", "UBOB"])
    await alice.reports(should_have_said="Thursday")
    of_alice = shown(world.draft())

    await bob.edits(world.draft(), "The run is on Thursday, not on Tuesday. Sorry for the mix-up.")

    assert "One approval is needed, from <@UBOB>." in of_alice
    assert "One approval is needed, from <@UALICE>." in shown(world.draft())
