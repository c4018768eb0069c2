"""Settings inside Slack: who may change what, every page of a brand, and two people at once."""

from sqlmodel import select

from bot.models import SettingsForm
from tests.handlers.brands import BRAND, brand_of, make_lead, open_brand, open_page
from tests.world import TEAM_CHANNEL, Someone, World, action_ids, shown


async def test_an_admin_opens_the_list_of_brands(alice: Someone) -> None:
    await alice.types("settings")

    assert BRAND in shown(alice.view)
    assert "settings.add" in action_ids(alice.view)
    assert alice.hears() == []


async def test_somebody_else_is_told_who_may(bob: Someone) -> None:
    await bob.types("settings")

    assert bob.person.views == []
    assert "workspace admins, and for the lead of a brand" in bob.hears()[-1]


async def test_when_slack_does_not_say_who_somebody_is_nothing_opens(world: World, alice: Someone) -> None:
    world.workspace.faults.add("users.info", "server_error")

    await alice.types("settings")
    assert "try again" in alice.hears()[-1]
    await alice.types("settings")

    assert BRAND in shown(alice.view)


async def test_the_lead_of_a_brand_may_change_it_and_add_none(world: World, bob: Someone) -> None:
    await make_lead(world, bob)

    await open_brand(bob)

    assert BRAND in shown(bob.view)
    assert "settings.add" not in action_ids(bob.person.views[0])


async def test_the_settings_open_from_home_for_those_who_may(alice: Someone, bob: Someone) -> None:
    home = await alice.opens_home()

    await alice.clicks(home, "home.settings")

    assert BRAND in shown(alice.view)
    assert "home.settings" not in action_ids(await bob.opens_home())


async def test_a_brand_is_renamed_and_the_history_says_by_whom(world: World, alice: Someone) -> None:
    await open_page(alice, "about")

    errors = await alice.submits(name="  Riverside\tRunners e.V. ", relation="client", reputation="poor")

    brand = await brand_of(world, "Riverside Runners e.V.")
    assert errors == {}
    assert (brand.relation, brand.reputation) == ("client", "poor")
    assert "<@UALICE> changed the name" in shown(alice.view)
    assert "Riverside Runners e.V." in shown(alice.person.views[0])


async def test_a_private_channel_is_chosen_and_a_report_goes_there(world: World, alice: Someone) -> None:
    await open_page(alice, "about")

    await alice.submits(response_channel=TEAM_CHANNEL)
    await alice.reports()

    assert (await brand_of(world)).response_channel == TEAM_CHANNEL
    assert world.plan.channel == TEAM_CHANNEL


async def test_a_channel_without_the_bot_is_refused_beside_the_field_and_taken_after_an_invitation(
    world: World, alice: Someone
) -> None:
    channel = world.workspace.channels[TEAM_CHANNEL]
    channel.members.remove("UOOPS")
    await open_page(alice, "about")

    errors = await alice.submits(name="Renamed", response_channel=TEAM_CHANNEL)
    await alice.person.invites(TEAM_CHANNEL, "UOOPS")
    again = await alice.submits()

    assert list(errors) == ["response_channel"]
    assert "/invite @oops" in errors["response_channel"]
    assert again == {}
    assert (await brand_of(world, "Renamed")).response_channel == TEAM_CHANNEL


async def test_who_leads_and_approves_is_kept(world: World, alice: Someone) -> None:
    await open_page(alice, "people")

    await alice.submits(
        lead="UALICE",
        backup="UBOB",
        approvers=["UALICE", "UBOB"],
        approvals_needed="2",
        self_approval=["yes"],
    )

    brand = await brand_of(world)
    assert (brand.lead, brand.backup, brand.approvers) == ("UALICE", "UBOB", ["UALICE", "UBOB"])
    assert (brand.approvals_needed, brand.self_approval) == (2, True)
    await alice.reports()
    assert "Lead: <@UALICE>" in shown(world.plan)


async def test_user_groups_may_approve_and_stay_where_oops_may_not_read_them(
    world: World, alice: Someone
) -> None:
    await open_page(alice, "people")
    await alice.submits(approvers=["UBOB"], approver_groups=["SRUNNERS"])
    assert (await brand_of(world)).approvers == ["UBOB", "SRUNNERS"]
    world.workspace.app.scopes -= {"usergroups:read"}

    await alice.clicks(alice.view, "settings.people")
    assert "approver_groups" not in alice.view.values
    await alice.submits(approvers=["UALICE"])

    assert (await brand_of(world)).approvers == ["UALICE", "SRUNNERS"]


async def test_every_wrong_answer_of_a_page_is_told_beside_its_field(world: World, alice: Someone) -> None:
    await open_page(alice, "times")

    errors = await alice.submits(
        timezone="Berlinn", quiet_from="22:00", quiet_until="", check_ins="1h,20m", keep_days="30"
    )

    assert set(errors) == {"timezone", "quiet_until", "check_ins"}
    assert "Europe/Berlin" in errors["timezone"]
    assert "each later than the one before" in errors["check_ins"]
    assert (await brand_of(world)).keep_days is None


async def test_hours_and_check_ins_are_kept_and_used_for_the_next_plan(world: World, alice: Someone) -> None:
    await open_page(alice, "times")

    errors = await alice.submits(
        timezone="Berlin",
        quiet_from="22:00",
        quiet_until="07:00",
        rests_on_weekends=["yes"],
        check_ins="20m, 1h, 4h",
        keep_days="30",
    )
    await alice.reports()

    brand = await brand_of(world)
    assert errors == {}
    assert (brand.timezone, brand.quiet_from, brand.quiet_until) == ("Europe/Berlin", "22:00", "07:00")
    assert (brand.rests_on_weekends, brand.check_ins, brand.keep_days) == (True, "20m,1h,4h", 30)
    assert "Check-ins after the report: 20 minutes, 1 hour, 4 hours" in shown(world.plan)


async def test_whom_to_call_is_named_in_the_plan(world: World, alice: Someone) -> None:
    await open_page(alice, "calls")

    await alice.submits(owner_personal_data="Dana Field, +44 20 7946 0018")
    await alice.reports(red_flags=["personal_data"])

    assert "Dana Field, +44 20 7946 0018" in shown(alice.person.views[0]) + shown(world.plan)
    assert (await brand_of(world)).owners == {"personal_data": "Dana Field, +44 20 7946 0018"}


GRAVE = {
    "harm": "hurts_people",
    "noticed": "press",
    "affected": "grieving_or_vulnerable",
    "fault": "avoidable",
    "still_misleading": "yes",
}


async def test_the_leader_who_is_named_is_called_and_signs_the_apology(world: World, alice: Someone) -> None:
    await open_page(alice, "calls")

    await alice.submits(owner_leader="Ana Lopes, managing director")
    await alice.reports(**GRAVE)

    assert "Call Ana Lopes, managing director within 60 minutes" in shown(world.plan)
    assert "Ana Lopes, managing director" in shown(world.draft())
    assert "of the leader who signs" not in shown(world.draft())


async def test_how_to_reach_a_leader_is_refused_where_it_would_be_published(alice: Someone) -> None:
    await open_page(alice, "calls")

    errors = await alice.submits(owner_leader="Ana Lopes, +44 20 7946 0018")

    assert errors == {
        "owner_leader": "Only name and role belong here, since it stands below what is published."
    }


async def test_an_account_of_one_person_has_no_leader_to_name(alice: Someone) -> None:
    await open_page(alice, "about")
    await alice.submits(relation="personal")

    await open_page(alice, "calls")

    assert "Leader who signs" not in shown(alice.person.views[-1])


async def test_of_two_who_save_the_same_page_the_second_is_told_and_keeps_what_was_typed(
    world: World, alice: Someone, bob: Someone
) -> None:
    await make_lead(world, bob)
    await open_page(alice, "about")
    await open_page(bob, "about")
    await bob.submits(name="Bob's name")

    errors = await alice.submits(name="Alice's name")
    assert list(errors) == ["name"]
    assert "Bob changed these settings" in errors["name"]
    assert (await brand_of(world, "Bob's name")).name == "Bob's name"

    assert await alice.submits() == {}
    assert (await brand_of(world, "Alice's name")).name == "Alice's name"


async def test_two_who_save_different_pages_both_count(world: World, alice: Someone, bob: Someone) -> None:
    await make_lead(world, bob)
    await open_page(alice, "about")
    await open_page(bob, "times")

    first = await bob.submits(timezone="Europe/Paris")
    second = await alice.submits(name="Alice's name")

    brand = await brand_of(world, "Alice's name")
    assert (first, second, brand.timezone) == ({}, {}, "Europe/Paris")


async def test_the_right_is_asked_again_at_the_submit(world: World, alice: Someone) -> None:
    await open_page(alice, "about")
    world.workspace.user("UALICE").is_admin = False
    await world.passes(seconds=61)

    errors = await alice.submits(name="Too late")

    assert "workspace admins" in errors["name"]
    assert (await brand_of(world)).name == BRAND


async def test_a_form_is_its_own_persons(world: World, alice: Someone, bob: Someone) -> None:
    await make_lead(world, bob)
    await open_page(alice, "about")
    await open_page(bob, "about")
    bob.view.view["private_metadata"] = alice.view.view["private_metadata"]

    errors = await bob.submits(name="Forged")

    assert "expired" in errors["name"]
    assert (await brand_of(world)).name == BRAND


async def test_the_lead_who_hands_the_lead_over_may_no_longer_change_it(world: World, bob: Someone) -> None:
    await make_lead(world, bob)
    await open_page(bob, "people")

    await bob.submits(lead="UCAROL")
    await bob.clicks(bob.view, "settings.about")

    assert (await brand_of(world)).lead == "UCAROL"
    assert "workspace admins" in shown(bob.view)


async def test_forms_are_forgotten_after_a_day(world: World, alice: Someone) -> None:
    await open_page(alice, "about")
    await world.passes(days=2)

    await world.oops.forget_old_forms()

    assert await world.oops.store.read(lambda session: len(session.exec(select(SettingsForm)).all())) == 0
    assert (await alice.submits(name="Much later"))["name"].startswith("This form has expired")
