"""Channels that cannot be written to, and messages that somebody has deleted: nothing is lost, and all follows when the way is free."""

from tests.said import POST, calls, everything_is_looked_for, plans, times_said
from tests.world import TEAM_CHANNEL, Someone, World, shown


async def test_without_the_bot_in_the_channel_the_reporter_is_told_and_an_invitation_brings_the_plan(
    world: World, alice: Someone, bob: Someone
) -> None:
    await bob.person.removes(TEAM_CHANNEL, "UOOPS")

    await alice.reports()
    await world.passes(minutes=1)

    assert plans(world) == []
    (told,) = alice.told()
    assert "OOPS-1" in told
    assert "/invite @oops" in told

    await bob.person.invites(TEAM_CHANNEL, "UOOPS")
    await world.oops.settle()
    await world.passes(minutes=1)

    assert len(plans(world)) == 1
    assert "*Public correction*" in shown(world.draft())
    assert len(alice.told()) == 1


async def test_an_answer_that_is_still_open_says_when_the_plan_is_there_also_to_a_reporter_outside_its_channel(
    world: World, bob: Someone, carol: Someone
) -> None:
    await bob.person.removes(TEAM_CHANNEL, "UOOPS")
    await carol.reports()
    assert "I cannot write there now" in shown(carol.view)

    await bob.person.invites(TEAM_CHANNEL, "UOOPS")
    await world.oops.settle()
    await world.passes(minutes=1)

    assert "The whole plan is in your response team's private channel." in shown(carol.view)
    assert "open it" not in shown(carol.view)


async def test_an_answer_whose_plan_was_refused_in_a_channel_that_slack_does_not_know_says_so(
    world: World, carol: Someone
) -> None:
    world.settings = {"oops_response_channel": "CNOWHERE"}
    await world.restart_bot()

    await carol.reports()

    assert "belongs in <#CNOWHERE>, but I cannot write there now" in shown(carol.view)
    assert "<#CNOWHERE>" in carol.told()[-1]


async def test_an_answer_whose_plan_was_refused_in_a_channel_that_was_archived_unheard_says_so(
    world: World, carol: Someone
) -> None:
    world.workspace.channels[TEAM_CHANNEL].is_archived = True

    await carol.reports()

    assert f"belongs in <#{TEAM_CHANNEL}>, but I cannot write there now" in shown(carol.view)
    assert "after unarchiving it" in shown(carol.view)


async def test_an_invitation_that_slack_does_not_tell_of_is_noticed_within_a_minute(
    world: World, alice: Someone, bob: Someone
) -> None:
    world.workspace.app.events -= {"member_joined_channel", "member_left_channel"}
    await bob.person.removes(TEAM_CHANNEL, "UOOPS")
    await alice.reports()

    await bob.person.invites(TEAM_CHANNEL, "UOOPS")
    await world.passes(seconds=45)

    assert len(plans(world)) == 1


async def test_an_archived_channel_is_told_of_once_and_all_follows_when_it_is_back(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports()
    await bob.person.archives(TEAM_CHANNEL)

    await world.next_check_in()
    (told,) = alice.told()
    await bob.person.unarchives(TEAM_CHANNEL)
    await world.passes(seconds=45)

    assert "archived" in told
    assert "unarchives it" in told
    assert len(plans(world)) == 1
    assert times_said(world, "Has it died down?") == 1
    assert "check-in" in shown(world.plan).lower()


async def test_of_what_was_missed_while_a_channel_was_archived_only_the_newest_check_in_is_said(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports()
    await bob.clicks(world.plan, "case.lead")
    await bob.person.archives(TEAM_CHANNEL)
    for _ in range(3):
        await world.next_check_in()
        await world.passes(minutes=30)

    await world.passes(hours=2)
    await bob.person.unarchives(TEAM_CHANNEL)
    await world.passes(seconds=45)

    assert times_said(world, "Has it died down?") == 1
    assert "check-in 3 · due 2 hours ago" in shown(world.check_in())
    assert times_said(world, "unanswered") == 0


async def test_a_check_in_that_came_late_is_reminded_of_half_an_hour_after_people_saw_it(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports()
    await bob.clicks(world.plan, "case.lead")
    await bob.person.archives(TEAM_CHANNEL)
    for _ in range(3):
        await world.next_check_in()
    await world.passes(hours=1)
    await bob.person.unarchives(TEAM_CHANNEL)
    await world.passes(seconds=45)

    await world.passes(minutes=29)
    before = times_said(world, "unanswered")
    await world.passes(minutes=2)

    assert before == 0
    assert times_said(world, "<@UBOB>, the check-in above is still unanswered") == 1


async def test_of_reminders_that_had_to_wait_only_the_newest_is_said(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports()
    await bob.clicks(world.plan, "case.lead")
    for _ in range(3):
        await world.next_check_in()
    await bob.person.archives(TEAM_CHANNEL)
    for _ in range(3):
        await world.passes(minutes=30)
    await bob.person.unarchives(TEAM_CHANNEL)

    await world.passes(seconds=45)

    assert times_said(world, "unanswered") == 1


async def test_a_channel_that_was_archived_before_the_report_gets_its_plan_once(
    world: World, alice: Someone, bob: Someone
) -> None:
    await bob.person.archives(TEAM_CHANNEL)
    await alice.reports()
    assert "Unarchive it" in alice.told()[0]

    await bob.person.unarchives(TEAM_CHANNEL)
    await world.passes(seconds=45)
    await world.passes(seconds=45)

    assert len(plans(world)) == 1


async def test_a_plan_that_was_deleted_in_slack_is_posted_anew_and_the_case_goes_on_below_it(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports()
    deleted = world.plan
    world.workspace.erase(deleted)

    await world.next_check_in()

    assert world.plan.ts != deleted.ts
    assert world.check_in().thread_ts == world.plan.ts
    assert alice.told() == []
    await bob.clicks(world.plan, "case.lead")
    assert "Lead: <@UBOB>" in shown(world.plan)


async def test_a_draft_that_was_deleted_in_slack_is_posted_anew_when_it_changes(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(should_have_said="Thursday")
    await bob.clicks(world.draft(), "draft.edit")
    world.workspace.erase(world.draft())

    await bob.submits(text="The run is on Thursday, not on Tuesday. Sorry for the mix-up.")

    assert "on Thursday, not on Tuesday" in shown(world.draft())
    assert alice.told() == []


async def test_what_may_have_been_said_in_a_lost_channel_is_looked_for_when_it_is_back(
    world: World, alice: Someone, bob: Someone
) -> None:
    world.workspace.faults.add(POST, "accept_then_drop")
    await alice.reports()
    await bob.person.removes(TEAM_CHANNEL, "UOOPS")
    await world.passes(seconds=10)
    assert "/invite @oops" in alice.told()[0]

    await bob.person.invites(TEAM_CHANNEL, "UOOPS")
    await everything_is_looked_for(world)

    assert len(plans(world)) == 1
    assert "*Public correction*" in shown(world.draft())


async def test_while_the_app_is_removed_everything_waits_for_the_next_installation(
    world: World, alice: Someone
) -> None:
    await alice.types("We wrote Tuesday, the run is on Thursday")
    await alice.fills(channel="x", mistake="typo", harm="none", noticed="a_few", undo="edit")
    world.workspace.app.is_revoked = True
    await alice.submits()

    await world.passes(days=1)
    refused = calls(world, POST, "token_revoked")
    world.workspace.app.is_revoked = False
    await world.restart_bot()
    await world.oops.settle()

    assert refused == 1
    assert len(plans(world)) == 1


async def test_where_a_refused_message_says_first_that_oops_is_out_homes_do_not_keep_the_case(
    world: World, alice: Someone, bob: Someone
) -> None:
    world.workspace.app.events -= {"member_joined_channel", "member_left_channel"}
    await alice.reports()
    before = shown(await bob.opens_home())
    await alice.person.removes(TEAM_CHANNEL, "UOOPS")

    await alice.clicks(world.plan, "case.lead")

    assert "OOPS-1" in before
    assert "OOPS-1" not in shown(bob.person.home)  # drawn again without being opened again
