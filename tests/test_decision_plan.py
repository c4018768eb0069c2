"""What a plan tells people to do: tasks, expectations, check-ins."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.brand import BrandProfile, Contact, Relation, Reputation
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

STOPPING = (RedFlag.PERSONAL_DATA, RedFlag.MARKET_INFORMATION, RedFlag.LAWSUIT_OR_REGULATOR)


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


def test_people_who_are_hurt_get_an_apology_also_where_nobody_said_who_they_are() -> None:
    plan = decide(replace(JOKE, noticed=Noticed.A_FEW, affected=None))

    assert plan.level is Level.APOLOGISE_PUBLICLY
    assert plan.reasons[0].rule == "people-hurt-in-the-open"


def test_a_mail_that_cannot_be_taken_back_is_answered_to_those_who_minded_whoever_they_are() -> None:
    mail = replace(JOKE, channel=Channel.EMAIL, undo=Undo.CANNOT, harm=Harm.OFFENCE, noticed=Noticed.A_FEW)

    assert decide(replace(mail, affected=None)).level is Level.DIRECT_CONTACT
    assert decide(replace(mail, affected=Affected.PUBLIC)).level is Level.DIRECT_CONTACT


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


@pytest.mark.parametrize("mistake", [Mistake.PRIVATE_INFO, Mistake.WRONG_AUDIENCE])
def test_where_no_fact_was_wrong_no_reason_speaks_of_one(mistake: Mistake) -> None:
    mail = replace(OPEN_LIST, mistake=mistake, affected=Affected.FEW_KNOWN, noticed=Noticed.A_FEW)

    plan, post = decide(mail), decide(replace(mail, channel=Channel.INSTAGRAM, undo=Undo.DELETE))

    told = [reason.text for reason in (*plan.reasons, *plan.fired, *post.fired)]
    assert plan.level is post.level is Level.DIRECT_CONTACT
    assert plan.reasons[0].rule == "trust-and-no-way-back"
    assert post.reasons[0].rule == "those-concerned-hear-it"
    assert not any("Wrong facts" in text for text in told)


def test_a_wrong_fact_that_weighs_is_corrected_though_few_have_noticed() -> None:
    date = replace(OPEN_LIST, mistake=Mistake.WRONG_FACT, harm=Harm.MISLEADS_DECISION, red_flags=frozenset())

    assert "facts-need-correcting" in {reason.rule for reason in decide(date).fired}


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
    assert text_of(decide(disputed), "take-back") == "Ask counsel first, then delete it."


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


@pytest.mark.parametrize("flag", [flag for flag in RedFlag if flag not in STOPPING])
@pytest.mark.parametrize("answer", [StillMisleading.YES, StillMisleading.UNSURE])
def test_danger_to_people_is_put_right_in_public_while_nothing_stops_every_word(
    flag: RedFlag, answer: StillMisleading
) -> None:
    dose = replace(ALARM, mistake=Mistake.WRONG_FACT, channel=Channel.INSTAGRAM, undo=Undo.EDIT)

    plan = decide(replace(dose, still_misleading=answer, red_flags=frozenset({RedFlag.SAFETY, flag})))

    assert plan.level in {Level.APOLOGISE_PUBLICLY, Level.FULL_RESPONSE}
    assert not plan.call_first
    assert due_of(plan, "publish") == timedelta(minutes=15)
    assert text_of(plan, "take-back").startswith("Correct the caption.")


@pytest.mark.parametrize("flag", STOPPING)
def test_what_stops_every_word_stops_it_in_danger_too_and_what_is_wrong_is_mended_at_once(
    flag: RedFlag,
) -> None:
    dose = replace(ALARM, mistake=Mistake.WRONG_FACT, channel=Channel.INSTAGRAM, undo=Undo.EDIT)

    plan = decide(replace(dose, red_flags=frozenset({RedFlag.SAFETY, flag})))

    assert plan.level is Level.ESCALATE_FIRST
    assert plan.call_first
    assert text_of(plan, "take-back").startswith("Correct the caption.")


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
    assert call.due < due_of(plan, "publish")


def test_a_mail_is_corrected_to_the_same_list_also_when_the_press_has_it_unless_it_hurt() -> None:
    dates = replace(OPEN_LIST, mistake=Mistake.WRONG_FACT, harm=Harm.MISLEADS_DECISION, red_flags=frozenset())

    assert decide(dates).level is Level.DIRECT_CONTACT
    assert decide(replace(dates, noticed=Noticed.PRESS)).level is Level.DIRECT_CONTACT
    assert "reach-press" in ids(decide(replace(dates, noticed=Noticed.PRESS)))
    hurtful = replace(dates, noticed=Noticed.PRESS, harm=Harm.HURTS_PEOPLE)
    assert decide(hurtful).level is Level.APOLOGISE_PUBLICLY


def test_what_was_said_on_a_stage_before_the_press_is_not_settled_in_private() -> None:
    envelope = replace(JOKE, channel=Channel.IN_PERSON, mistake=Mistake.WRONG_LABEL, harm=Harm.EMBARRASSMENT, affected=Affected.FEW_KNOWN, noticed=Noticed.PRESS)  # fmt: skip

    assert decide(envelope).level is Level.CORRECT_PUBLICLY
    assert decide(replace(envelope, harm=Harm.HURTS_PEOPLE)).level is Level.APOLOGISE_PUBLICLY


@pytest.mark.parametrize("mistake", [Mistake.SENT_BY_ACCIDENT, Mistake.WRONG_ACCOUNT])
@pytest.mark.parametrize("noticed", [Noticed.MANY_REPLIES, Noticed.PRESS])
def test_a_stray_post_that_harms_nobody_is_a_curiosity_and_no_riddle(
    mistake: Mistake, noticed: Noticed
) -> None:
    stray = replace(JOKE, mistake=mistake, harm=Harm.NONE, affected=Affected.NOBODY, noticed=noticed)

    assert decide(stray).level is Level.QUIET_FIX
    assert decide(replace(stray, undo=Undo.ALREADY_GONE)).level is Level.LET_IT_GO
    is_riddle = mistake is Mistake.WRONG_ACCOUNT
    silly = decide(replace(stray, harm=Harm.EMBARRASSMENT)).level
    assert silly is (Level.CORRECT_PUBLICLY if is_riddle else Level.QUIET_FIX)


def test_a_private_post_that_many_answer_gets_one_line_about_whose_it_was() -> None:
    baby = replace(JOKE, mistake=Mistake.WRONG_ACCOUNT, harm=Harm.NONE, affected=Affected.FEW_KNOWN)

    assert decide(baby).level is Level.CORRECT_PUBLICLY
    assert decide(replace(baby, noticed=Noticed.A_FEW)).level is Level.QUIET_FIX
    assert decide(replace(baby, mistake=Mistake.SENT_BY_ACCIDENT)).level is Level.QUIET_FIX


@pytest.mark.parametrize("mistake", [Mistake.SENT_BY_ACCIDENT, Mistake.UNFINISHED_OR_TEST, Mistake.TONE_DEAF])
def test_where_only_we_look_silly_and_there_is_nothing_to_explain_the_press_may_smile(
    mistake: Mistake,
) -> None:
    silly = replace(JOKE, mistake=mistake, harm=Harm.EMBARRASSMENT, affected=Affected.NOBODY, noticed=Noticed.PRESS)  # fmt: skip

    assert decide(silly).level is Level.QUIET_FIX
    assert decide(replace(silly, fault=Fault.AVOIDABLE)).level is Level.CORRECT_PUBLICLY
    assert decide(silly, brand=BrandProfile(reputation=Reputation.POOR)).level is Level.CORRECT_PUBLICLY
    assert decide(replace(silly, affected=Affected.PUBLIC)).level is Level.CORRECT_PUBLICLY
    assert decide(replace(silly, mistake=Mistake.WRONG_FACT)).level is Level.CORRECT_PUBLICLY


def test_a_name_misspelt_before_many_is_mended_without_a_speech() -> None:
    name = replace(TYPO, harm=Harm.EMBARRASSMENT, affected=Affected.FEW_KNOWN, noticed=Noticed.MANY_REPLIES, undo=Undo.EDIT, still_misleading=StillMisleading.NO)  # fmt: skip

    assert decide(name).level is Level.QUIET_FIX
    assert decide(replace(name, undo=Undo.CANNOT)).level is Level.CORRECT_PUBLICLY
    assert decide(replace(name, noticed=Noticed.PRESS)).level is Level.CORRECT_PUBLICLY


def test_people_we_could_have_spared_it_get_an_apology() -> None:
    envelope = replace(JOKE, channel=Channel.IN_PERSON, mistake=Mistake.WRONG_FACT, harm=Harm.EMBARRASSMENT, affected=Affected.FEW_KNOWN, noticed=Noticed.PRESS, undo=Undo.ALREADY_GONE)  # fmt: skip

    assert decide(envelope).level is Level.CORRECT_PUBLICLY
    assert decide(replace(envelope, fault=Fault.AVOIDABLE)).level is Level.APOLOGISE_PUBLICLY


def test_shaken_trust_is_mended_by_the_right_version_unless_we_could_have_known_better() -> None:
    picture = replace(JOKE, mistake=Mistake.WRONG_IMAGE, harm=Harm.TRUST, affected=Affected.PUBLIC, noticed=Noticed.PRESS)  # fmt: skip
    quote = replace(picture, mistake=Mistake.WRONG_LABEL, affected=Affected.FEW_KNOWN, still_misleading=StillMisleading.YES)  # fmt: skip

    assert decide(picture).level is Level.CORRECT_PUBLICLY
    assert decide(replace(picture, fault=Fault.AVOIDABLE)).level is Level.APOLOGISE_PUBLICLY
    assert decide(quote).level is Level.CORRECT_PUBLICLY


@pytest.mark.parametrize("fault", [Fault.SYSTEM, Fault.SUPPLIER, Fault.HONEST_SLIP])
def test_an_alert_that_woke_people_up_is_apologised_for_once_the_papers_say_so(fault: Fault) -> None:
    siren = replace(ALARM, mistake=Mistake.UNFINISHED_OR_TEST, harm=Harm.INCONVENIENCE, still_misleading=StillMisleading.NO, red_flags=frozenset(), fault=fault)  # fmt: skip

    assert decide(siren).level is Level.APOLOGISE_PUBLICLY
    assert decide(replace(siren, harm=Harm.CONFUSION)).level is Level.CORRECT_PUBLICLY
    assert decide(replace(siren, noticed=Noticed.MANY_REPLIES)).level is Level.CORRECT_PUBLICLY
    assert decide(replace(siren, channel=Channel.X)).level is Level.CORRECT_PUBLICLY


@pytest.mark.parametrize("channel", [Channel.EMAIL, Channel.PUSH_SMS])
def test_whom_a_mail_told_something_wrong_is_told_by_mail(channel: Channel) -> None:
    hope = replace(JOKE, channel=channel, mistake=Mistake.WRONG_FACT, harm=Harm.MISLEADS_DECISION, affected=Affected.FEW_KNOWN, undo=Undo.CANNOT, still_misleading=StillMisleading.YES)  # fmt: skip
    many = replace(hope, affected=Affected.MANY_CUSTOMERS, noticed=Noticed.PRESS)

    assert decide(hope).level is Level.DIRECT_CONTACT
    assert decide(many).level is Level.DIRECT_CONTACT
    assert decide(replace(many, affected=Affected.PUBLIC)).level is Level.APOLOGISE_PUBLICLY
    assert decide(replace(many, mistake=Mistake.TONE_DEAF)).level is Level.APOLOGISE_PUBLICLY
    assert decide(replace(many, harm=Harm.HURTS_PEOPLE)).level is Level.APOLOGISE_PUBLICLY
    assert decide(replace(hope, channel=Channel.WEBSITE)).level is Level.APOLOGISE_PUBLICLY


def test_a_leader_answers_for_a_promise_of_money_that_nobody_forgives() -> None:
    prize = replace(JOKE, channel=Channel.PUSH_SMS, mistake=Mistake.WRONG_FACT, harm=Harm.MISLEADS_DECISION, affected=Affected.MANY_CUSTOMERS, noticed=Noticed.PRESS, undo=Undo.CANNOT, still_misleading=StillMisleading.YES, fault=Fault.SYSTEM, red_flags=frozenset({RedFlag.FALSE_PRICE_OR_PRIZE}))  # fmt: skip
    poor = BrandProfile(reputation=Reputation.POOR)

    assert decide(prize, brand=poor).level is Level.FULL_RESPONSE
    assert decide(prize).level is Level.DIRECT_CONTACT
    assert decide(replace(prize, noticed=Noticed.MANY_REPLIES), brand=poor).level is Level.DIRECT_CONTACT
    assert decide(replace(prize, red_flags=frozenset()), brand=poor).level is Level.DIRECT_CONTACT


def test_what_is_still_believed_in_the_open_is_put_right_there() -> None:
    form = replace(JOKE, mistake=Mistake.BROKEN_LINK_OR_IMAGE, harm=Harm.MISLEADS_DECISION, affected=Affected.FEW_KNOWN, noticed=Noticed.A_FEW, still_misleading=StillMisleading.YES)  # fmt: skip

    assert decide(form).level is Level.CORRECT_PUBLICLY
    assert decide(replace(form, still_misleading=StillMisleading.NO)).level is Level.DIRECT_CONTACT
    assert decide(replace(form, channel=Channel.EMAIL, undo=Undo.CANNOT)).level is Level.DIRECT_CONTACT


def test_what_a_machine_posted_for_nothing_is_deleted_before_anybody_sees_it() -> None:
    twice = replace(JOKE, mistake=Mistake.AUTOMATION, harm=Harm.NONE, affected=Affected.NOBODY, noticed=Noticed.NOBODY_YET)  # fmt: skip

    assert decide(twice).level is Level.QUIET_FIX
    assert decide(replace(twice, undo=Undo.CANNOT)).level is Level.LET_IT_GO


@pytest.mark.parametrize("channel", [Channel.LINKEDIN, Channel.X, Channel.PRINT_BROADCAST])
@pytest.mark.parametrize("noticed", [Noticed.MANY_REPLIES, Noticed.PRESS])
def test_what_many_talk_about_in_the_open_is_not_settled_with_the_few_we_know(
    channel: Channel, noticed: Noticed
) -> None:
    offer = replace(JOKE, channel=channel, mistake=Mistake.WRONG_PRICE_OR_OFFER, harm=Harm.MISLEADS_DECISION, affected=Affected.FEW_KNOWN, noticed=noticed)  # fmt: skip

    seen, unseen = decide(offer), decide(replace(offer, noticed=Noticed.A_FEW))
    ordered = decide(replace(offer, channel=Channel.WEBSITE))

    assert seen.level is Level.APOLOGISE_PUBLICLY
    assert "known-list" not in {reason.rule for reason in seen.fired}
    assert unseen.level is Level.DIRECT_CONTACT
    assert ordered.level is Level.DIRECT_CONTACT


def test_danger_in_which_nobody_was_hurt_needs_no_leader_yet() -> None:
    dose = replace(ALARM, mistake=Mistake.WRONG_FACT, noticed=Noticed.MANY_REPLIES, fault=Fault.AVOIDABLE)
    hurt = frozenset({RedFlag.SAFETY, RedFlag.DEATH_OR_INJURY})

    assert decide(dose).level is Level.APOLOGISE_PUBLICLY
    assert decide(replace(dose, red_flags=hurt)).level is Level.FULL_RESPONSE


def test_a_joke_that_only_puzzled_people_is_not_apologised_for() -> None:
    hashtag = replace(JOKE, harm=Harm.CONFUSION, affected=Affected.MANY_CUSTOMERS, fault=Fault.AVOIDABLE)

    assert decide(hashtag).level is Level.CORRECT_PUBLICLY


def test_an_edit_says_what_readers_can_still_see_of_it() -> None:
    report = replace(TYPO, undo=Undo.EDIT, harm=Harm.EMBARRASSMENT, channel=Channel.FACEBOOK)

    edited = text_of(decide(report), "take-back")
    deleted = text_of(decide(replace(report, undo=Undo.DELETE)), "take-back")

    assert edited == "Edit it where it stands. Know that readers can open the history of edits."
    assert "history" not in deleted


def test_the_right_words_are_asked_for_only_where_there_are_any() -> None:
    picture = replace(JOKE, mistake=Mistake.WRONG_IMAGE, affected=Affected.PUBLIC)
    fact = replace(picture, mistake=Mistake.WRONG_FACT)

    assert "Fill in" not in text_of(decide(picture), "publish")
    assert Expects.CORRECTION not in decide(picture).expects
    assert "Fill in what is right first." in text_of(decide(fact), "publish")
    assert "Fill in" not in text_of(decide(replace(fact, should_have_said="Thursday")), "publish")


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


def test_the_call_is_among_the_reasons() -> None:
    plan = decide(replace(JOKE, red_flags=frozenset({RedFlag.MINORS})))

    assert "call-the-owner" in {reason.rule for reason in plan.reasons}


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
