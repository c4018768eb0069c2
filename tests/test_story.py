"""The main job, from /oops to a closed case, from two people's seats."""

from tests.world import Someone, World, action_ids, shown


async def test_a_mistake_goes_from_the_report_to_the_record(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.types("We wrote Tuesday, the run is on Thursday https://example.org/p/1")
    errors = await alice.submits(
        channel="x",
        mistake="wrong_fact",
        harm="inconvenience",
        noticed="many_replies",
        undo="delete_and_repost",
        should_have_said="Thursday",
    )

    assert errors == {}
    assert "Correct it publicly" in shown(alice.view)
    assert "OOPS-1" in shown(world.plan)

    await alice.edits(world.draft(), "The run is on Thursday, not Tuesday. Sorry for the mix-up.")
    await bob.clicks(world.draft(), "draft.approve")
    await alice.publishes(world.draft(), link="https://example.org/p/2")

    assert "published" in shown(world.draft())

    await world.next_check_in()
    await bob.clicks(world.check_in(), "checkin.flaring")
    await bob.submits(noticed="press", harm="offence")

    assert "New plan" in "\n".join(shown(message) for message in world.thread())

    for _ in range(8):
        await world.next_check_in()
        await alice.clicks(world.check_in(), "checkin.quiet")
        offers = [message for message in world.thread() if "case.close_now" in action_ids(message)]
        if offers:
            break
    await alice.clicks(offers[-1], "case.close_now")
    await alice.submits(cause="Nobody read it twice", change="Two people read every date")

    assert "Record of OOPS-1" in "\n".join(shown(message) for message in world.thread())
    assert "closed" in shown(world.plan)
    assert action_ids(world.plan) == ["case.reopen"]
