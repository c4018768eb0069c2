"""Which level the facts lead to, and why."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.brand import BrandProfile, Reputation
from bot.decision import decide
from bot.plan import Level
from bot.report import (
    Affected,
    Channel,
    Fault,
    Harm,
    Mistake,
    Noticed,
    RedFlag,
    StillMisleading,
    Undo,
)
from tests.decision_reports import (
    ALARM,
    JOKE,
    OPEN_LIST,
    TYPO,
    due_of,
    ids,
    text_of,
)

STOPPING = (RedFlag.PERSONAL_DATA, RedFlag.MARKET_INFORMATION, RedFlag.LAWSUIT_OR_REGULATOR)


def test_people_who_are_hurt_get_an_apology_also_where_nobody_said_who_they_are() -> None:
    plan = decide(replace(JOKE, noticed=Noticed.A_FEW, affected=None))

    assert plan.level is Level.APOLOGISE_PUBLICLY
    assert plan.reasons[0].rule == "people-hurt-in-the-open"


@pytest.mark.parametrize("affected", [*Affected, None])
@pytest.mark.parametrize("channel", [Channel.EMAIL, Channel.WEBSITE, Channel.X])
def test_no_reason_speaks_of_unknown_people_where_the_report_says_whose_data_got_out(
    channel: Channel, affected: Affected | None
) -> None:
    leak = replace(OPEN_LIST, channel=channel, affected=affected, noticed=Noticed.MANY_REPLIES)

    plan = decide(leak)

    is_unknown = affected in {None, Affected.PUBLIC}
    assert plan.after_call is Level.APOLOGISE_PUBLICLY
    assert any("not know all" in reason.text for reason in plan.fired) is is_unknown


@pytest.mark.parametrize(("channel", "is_listed"), [(Channel.EMAIL, True), (Channel.X, False)])
def test_customers_who_are_hurt_by_a_mail_are_known_and_those_in_the_open_are_not(
    channel: Channel, is_listed: bool
) -> None:
    plan = decide(replace(JOKE, channel=channel, undo=Undo.CANNOT, affected=Affected.MANY_CUSTOMERS))

    rule = "known-people-hurt" if is_listed else "people-hurt-in-the-open"
    assert plan.level is Level.APOLOGISE_PUBLICLY
    assert rule in {reason.rule for reason in plan.fired}


def test_a_mail_that_cannot_be_taken_back_is_answered_to_those_who_minded_whoever_they_are() -> None:
    mail = replace(JOKE, channel=Channel.EMAIL, undo=Undo.CANNOT, harm=Harm.OFFENCE, noticed=Noticed.A_FEW)

    assert decide(replace(mail, affected=None)).level is Level.DIRECT_CONTACT
    assert decide(replace(mail, affected=Affected.PUBLIC)).level is Level.DIRECT_CONTACT


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


def test_the_call_is_among_the_reasons() -> None:
    plan = decide(replace(JOKE, red_flags=frozenset({RedFlag.MINORS})))

    assert "call-the-owner" in {reason.rule for reason in plan.reasons}
