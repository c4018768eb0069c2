"""What a plan tells people to do: tasks, expectations, check-ins."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.brand import BrandProfile, Contact, Relation
from bot.channel_table import CHANNELS
from bot.decision import choose_level, decide
from bot.decision.situation import Situation
from bot.plan import Expects, Level, TaskKind
from bot.report import (
    Affected,
    Channel,
    Fault,
    Harm,
    Mistake,
    Noticed,
    RedFlag,
    Report,
    StillMisleading,
    Undo,
)
from tests.decision_reports import (
    ALARM,
    JOKE,
    MANY,
    OPEN_LIST,
    ORDINARY,
    TYPO,
    due_of,
    ids,
    reported,
    text_of,
)


@MANY
@given(ORDINARY, st.sampled_from(Level))
def test_tasks_are_unique_owned_dated_and_in_a_safe_order(facts: object, level: Level) -> None:
    report = reported(facts)  # type: ignore[arg-type]  # the strategy of situations
    plan = choose_level(decide(report), level, report)

    names = ids(plan)

    assert len(set(names)) == len(names)
    assert all(
        task.owner and task.due > timedelta(0) and task.text.endswith((".", "?")) for task in plan.tasks
    )
    assert "watch" in names
    kept_then_taken = [name for name in names if name in {"evidence", "take-back"}]
    assert kept_then_taken in ([], ["evidence"], ["evidence", "take-back"])
    assert ("pause" in names) is ("resume" in names)


def test_letting_go_says_exactly_what_to_watch_and_nothing_else() -> None:
    plan = decide(replace(TYPO, still_misleading=StillMisleading.NO))

    assert plan.level is Level.LET_IT_GO
    assert ids(plan) == ["watch", "if-asked"]
    assert "journalist" in text_of(plan, "watch")
    assert plan.expects == frozenset()
    assert "Do not post about it" in plan.do_not[0]


def test_a_hurtful_post_is_saved_then_paused_then_deleted_then_resumed() -> None:
    plan = decide(JOKE)

    assert plan.level is Level.APOLOGISE_PUBLICLY
    order = [ids(plan).index(name) for name in ("evidence", "pause", "take-back", "publish", "resume")]
    assert order == sorted(order)
    assert plan.expects == {Expects.APOLOGY}
    assert "No jokes, emoji or hashtags." in plan.do_not


def test_what_stays_visible_is_said_where_it_is_deleted() -> None:
    plan = decide(replace(JOKE, channel=Channel.MASTODON))

    assert "server that missed the deletion" in text_of(plan, "take-back")


def test_a_mail_is_not_deleted_but_stopped_in_the_queue() -> None:
    plan = decide(OPEN_LIST)

    assert "take-back" not in ids(plan)
    assert "queue" in text_of(plan, "queue")


def test_a_dead_link_is_mended_at_its_other_end() -> None:
    report = Report(
        "The button leads nowhere",
        channel=Channel.EMAIL,
        mistake=Mistake.BROKEN_LINK_OR_IMAGE,
        harm=Harm.INCONVENIENCE,
        affected=Affected.MANY_CUSTOMERS,
    )

    plan = decide(report)

    assert plan.level is Level.QUIET_FIX
    assert "redirect" in text_of(plan, "redirect")


def test_a_hacked_account_is_taken_back_first() -> None:
    plan = decide(replace(JOKE, fault=Fault.OUTSIDER))

    assert ids(plan).index("secure") < ids(plan).index("take-back")
    assert "password" in text_of(plan, "secure")


def test_personal_data_calls_the_privacy_officer_with_the_clock_in_view() -> None:
    plan = decide(OPEN_LIST)

    first = plan.tasks[0]

    assert plan.level is Level.ESCALATE_FIRST
    assert first.kind is TaskKind.CALL_FIRST
    assert first.text.startswith("Call the privacy officer within 30 minutes")
    assert "72 hours" in first.text
    assert plan.expects == frozenset()


def test_the_brands_own_owner_is_named() -> None:
    brand = BrandProfile(owners={RedFlag.PERSONAL_DATA: "Priya Nair"})

    plan = decide(OPEN_LIST, brand=brand)

    assert plan.tasks[0].text.startswith("Call Priya Nair within 30 minutes, before any public word.")


@pytest.mark.parametrize(
    ("facts", "flag"),
    [
        ({"harm": Harm.LEGAL_FINANCIAL}, RedFlag.LAWSUIT_OR_REGULATOR),
        ({"harm": Harm.SAFETY}, RedFlag.SAFETY),
        ({"harm": Harm.MISLEADS_DECISION, "affected": Affected.INVESTORS}, RedFlag.MARKET_INFORMATION),
    ],
)  # fmt: skip
def test_the_brands_own_owner_is_named_where_the_facts_call_for_them_without_the_flag(
    facts: dict[str, Any], flag: RedFlag
) -> None:
    brand = BrandProfile(owners={flag: "Priya Nair, +1 555 0100"})
    report = replace(TYPO, red_flags=frozenset(), **facts)

    calls = [
        task.text
        for task in decide(report, brand=brand).tasks
        if task.kind in {TaskKind.CALL_FIRST, TaskKind.CALL}
    ]

    assert any("Call Priya Nair, +1 555 0100 within" in text for text in calls)


def test_exposed_data_is_taken_down_at_once_but_a_claim_waits_for_counsel() -> None:
    exposed = replace(OPEN_LIST, channel=Channel.WEBSITE, undo=Undo.DELETE)
    disputed = replace(JOKE, red_flags=frozenset({RedFlag.LAWSUIT_OR_REGULATOR}))

    assert text_of(decide(exposed), "take-back").startswith("Delete it.")
    assert text_of(decide(disputed), "take-back") == "Once counsel was asked: delete it."


def test_a_false_alarm_sends_the_all_clear_and_calls_meanwhile() -> None:
    plan = decide(ALARM)

    assert ids(plan)[:2] == ["all-clear", "call-safety"]
    assert plan.tasks[0].due == timedelta(minutes=5)
    assert plan.tasks[1].kind is TaskKind.CALL
    assert "same phones" in plan.tasks[0].text
    assert "all-clear" in plan.headline
    assert "fault" not in {change.field for change in plan.would_change}


def test_false_news_of_a_death_is_called_false_and_nobody_is_told_that_the_danger_is_over() -> None:
    news = replace(ALARM, harm=Harm.MISLEADS_PUBLIC, red_flags=frozenset({RedFlag.DEATH_OR_INJURY}))

    for report, is_news in ((news, True), (replace(news, harm=Harm.SAFETY), False), (ALARM, False)):
        plan = decide(report)
        partners = text_of(plan, "reach-partners")

        assert ("all-clear" in plan.headline) is not is_news
        assert ("all-clear" in plan.tasks[0].text) is not is_news
        assert ("all-clear" in partners) is not is_news
        assert not is_news or all("that it was false" in text for text in (plan.headline, plan.tasks[0].text))
        assert "all-clear" in plan.tasks[0].id


def test_while_somebody_could_come_to_harm_the_warning_does_not_wait_for_a_call() -> None:
    dose = replace(ALARM, mistake=Mistake.WRONG_FACT, channel=Channel.INSTAGRAM, undo=Undo.EDIT)

    urgent, over = decide(dose), decide(replace(dose, still_misleading=StillMisleading.NO))

    assert not urgent.call_first
    assert "call-safety" in ids(urgent)
    assert "danger-goes-first" in {reason.rule for reason in urgent.reasons}
    assert over.call_first


def test_contacts_are_reached_when_they_count_and_not_for_a_trifle() -> None:
    families = Contact("Ada Moreau", "families' group", "+33 1", frozenset({Affected.GRIEVING_OR_VULNERABLE}))
    always = Contact("Ben Okafor", "head of press")
    investors = Contact("Cleo Lind", affected=frozenset({Affected.INVESTORS}))
    brand = BrandProfile(contacts=(families, always, investors))

    told = " ".join(task.text for task in decide(JOKE, brand=brand).tasks if task.kind is TaskKind.REACH)
    trifle = decide(TYPO, brand=brand)

    assert "Reach Ada Moreau (families' group) privately: +33 1." in told
    assert "Ben Okafor (head of press)" in told
    assert "Cleo Lind" not in told
    assert all(task.kind is not TaskKind.REACH for task in trifle.tasks)


def test_what_is_public_waits_for_the_call_and_those_concerned_hear_it_before() -> None:
    plan = decide(replace(JOKE, red_flags=frozenset({RedFlag.DISCRIMINATION}), noticed=Noticed.PRESS))

    due = {task.id: task.due for task in plan.tasks}

    assert plan.call_first
    assert due["call-discrimination"] < due["reach-affected"] < due["publish"]
    assert due["reach-press"] <= due["publish"]
    assert text_of(plan, "reach-affected").startswith("After the call: reach")


@MANY
@given(ORDINARY)
def test_nothing_is_published_before_the_last_call_that_comes_first(facts: Situation) -> None:
    plan = decide(reported(facts))

    calls = [task.due for task in plan.tasks if task.kind is TaskKind.CALL_FIRST]
    public = [task.due for task in plan.tasks if task.id in {"publish", "write"}]

    assert all(words > call for words in public for call in calls)


def test_words_are_quicker_where_people_can_act_on_it_and_quickest_where_they_are_in_danger() -> None:
    gone = Report("Tuesday", channel=Channel.X, harm=Harm.MISLEADS_DECISION, noticed=Noticed.MANY_REPLIES, still_misleading=StillMisleading.NO)  # fmt: skip
    standing = replace(gone, still_misleading=StillMisleading.YES)
    dangerous = replace(standing, harm=Harm.SAFETY)

    minutes = [due_of(decide(report), "publish") for report in (gone, standing, dangerous)]

    assert minutes == [timedelta(minutes=60), timedelta(minutes=30), timedelta(minutes=15)]


def test_an_argument_names_the_person_once_and_stops_the_thread() -> None:
    row = replace(JOKE, mistake=Mistake.ARGUMENT, harm=Harm.OFFENCE, affected=Affected.FEW_KNOWN)

    plan = decide(row)

    assert "reach-opponent" in ids(plan)
    assert "reach-affected" not in ids(plan)
    assert text_of(plan, "stop-arguing") == "Stop answering in public now, on every account."


def test_a_trifle_of_a_machine_stops_nothing_but_is_looked_at_before_it_runs_again() -> None:
    plan = decide(replace(TYPO, mistake=Mistake.AUTOMATION, undo=Undo.CANNOT, still_misleading=StillMisleading.NO))  # fmt: skip

    assert ids(plan) == ["automation", "watch", "if-asked"]


def test_whose_secret_it_was_hears_of_it_while_the_words_are_written() -> None:
    embargo = replace(JOKE, mistake=Mistake.CONFIDENTIAL_INFO, harm=Harm.TRUST, affected=Affected.FEW_KNOWN)

    plan = decide(embargo)

    call = next(task for task in plan.tasks if task.id == "call-confidant")
    assert not plan.call_first
    assert call.kind is TaskKind.CALL
    assert call.due < due_of(plan, "write")


def test_an_edit_says_what_readers_can_still_see_of_it() -> None:
    report = replace(TYPO, undo=Undo.EDIT, harm=Harm.EMBARRASSMENT, channel=Channel.FACEBOOK)

    edited = text_of(decide(report), "take-back")
    deleted = text_of(decide(replace(report, undo=Undo.DELETE)), "take-back")

    assert edited == "Edit it where it stands. Know that readers can open the history of edits."
    assert "history" not in deleted


def test_the_right_words_are_asked_for_only_where_there_are_any() -> None:
    picture = replace(JOKE, mistake=Mistake.WRONG_IMAGE, affected=Affected.PUBLIC)
    fact = replace(picture, mistake=Mistake.WRONG_FACT)

    assert "filled in" not in text_of(decide(picture), "publish")
    assert Expects.CORRECTION not in decide(picture).expects
    assert "What is right has yet to be filled in." in text_of(decide(fact), "publish")
    assert "filled in" not in text_of(decide(replace(fact, should_have_said="Thursday")), "publish")


def test_a_deletion_is_as_open_as_the_plan() -> None:
    few = replace(JOKE, noticed=Noticed.A_FEW)
    stray = replace(TYPO, mistake=Mistake.SENT_BY_ACCIDENT, still_misleading=StillMisleading.NO)
    date = replace(TYPO, mistake=Mistake.WRONG_FACT, harm=Harm.INCONVENIENCE, noticed=Noticed.MANY_REPLIES)
    joke = replace(date, mistake=Mistake.TYPO, harm=Harm.EMBARRASSMENT, still_misleading=StillMisleading.NO)

    assert "take it down openly, in one line," in decide(few).delete_or_keep
    assert decide(stray).delete_or_keep.endswith("few have seen it: delete it quietly.")
    assert (
        "nobody is sure whether people can still act on it: take it down openly"
        in decide(date).delete_or_keep
    )
    assert "it is passed on while it stands: take it down" in decide(joke).delete_or_keep


def test_a_client_hears_of_it_even_when_it_is_let_go() -> None:
    plan = decide(TYPO, brand=BrandProfile(relation=Relation.CLIENT))

    assert "reach-client" in ids(plan)


def test_the_client_is_told_once_among_the_first_and_so_is_the_other_whose_post_it_was() -> None:
    nora = Contact("Nora Lind", "owner of Nord Bakery", "555 0100")
    press = Contact("Dr. Ng", "patients' council")
    bakery = BrandProfile(name="Nord Bakery", relation=Relation.CLIENT, contacts=(nora, press))
    joke = replace(JOKE, mistake=Mistake.WRONG_ACCOUNT, harm=Harm.OFFENCE, noticed=Noticed.A_FEW)

    plan = choose_level(decide(joke, brand=bakery), Level.CORRECT_PUBLICLY, joke, brand=bakery)

    told = [task.text for task in plan.tasks if "Nora Lind" in task.text]
    assert told == [text_of(plan, "reach-client")]
    assert "Tell the client (Nora Lind, owner of Nord Bakery, 555 0100) before they see it" in told[0]
    assert "another client" in text_of(plan, "reach-other-client")
    assert any("Dr. Ng" in task.text for task in plan.tasks)
    assert ids(plan).index("reach-client") == ids(plan).index("take-back") + 1


def test_the_journalist_is_phoned_after_the_call_where_one_comes_first() -> None:
    plan = decide(replace(OPEN_LIST, noticed=Noticed.PRESS))

    assert text_of(plan, "reach-press").startswith("After the call: ")


@pytest.mark.parametrize("channel", Channel)
def test_the_channel_alone_gives_the_check_in_times_however_grave_it_is(channel: Channel) -> None:
    stopped = decide(replace(OPEN_LIST, channel=channel))
    own = decide(
        replace(OPEN_LIST, channel=channel),
        brand=BrandProfile(check_ins=(timedelta(hours=2), timedelta(days=1))),
    )

    assert stopped.level is Level.ESCALATE_FIRST
    assert stopped.check_ins == CHANNELS[channel].check_ins
    assert own.check_ins == (timedelta(hours=2), timedelta(days=1))


def test_both_sides_of_deleting_are_shown_only_where_it_can_be_deleted() -> None:
    assert decide(OPEN_LIST).delete_or_keep == ""
    keep = decide(replace(TYPO, still_misleading=StillMisleading.NO)).delete_or_keep
    take_down = decide(JOKE).delete_or_keep

    assert "For deleting" in keep
    assert "leaving it is as good" in keep
    assert "take it down openly" in take_down
