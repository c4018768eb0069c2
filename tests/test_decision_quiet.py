"""What only few have seen, what must not reach some before others, and reasons that stand by the level in force."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.decision import choose_level, decide, levels_to_choose
from bot.decision.engine import judge
from bot.decision.situation import Situation
from bot.errors import InvalidAnswer
from bot.plan import Level
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
from tests.decision_reports import ALARM, JOKE, MANY, ORDINARY, REPORTED_AT, due_of, ids, reported, text_of

CHILD = Report(
    "A child is in the picture",
    channel=Channel.FACEBOOK,
    mistake=Mistake.WRONG_IMAGE,
    harm=Harm.PRIVACY,
    noticed=Noticed.A_FEW,
    undo=Undo.DELETE,
    affected=Affected.FEW_KNOWN,
    red_flags=frozenset({RedFlag.MINORS, RedFlag.PERSONAL_DATA}),
)
FIGURES = Report(
    "The real figures of the quarter",
    channel=Channel.WEBSITE,
    mistake=Mistake.CONFIDENTIAL_INFO,
    harm=Harm.MISLEADS_DECISION,
    noticed=Noticed.A_FEW,
    undo=Undo.DELETE,
    affected=Affected.FEW_KNOWN,
    fault=Fault.OUTSIDER,
    red_flags=frozenset({RedFlag.MARKET_INFORMATION}),
)
HACKED = replace(JOKE, mistake=Mistake.WRONG_ACCOUNT, fault=Fault.OUTSIDER)


@pytest.mark.parametrize("noticed", [Noticed.NOBODY_YET, Noticed.A_FEW])
@pytest.mark.parametrize("misleading", list(StillMisleading))
@pytest.mark.parametrize("mistake", [Mistake.WRONG_IMAGE, Mistake.PRIVATE_INFO, Mistake.WRONG_LABEL])
def test_what_exposes_somebody_to_few_comes_down_without_a_word(
    noticed: Noticed, misleading: StillMisleading, mistake: Mistake
) -> None:
    plan = decide(replace(CHILD, noticed=noticed, still_misleading=misleading, mistake=mistake))

    assert (plan.level, plan.after_call) == (Level.ESCALATE_FIRST, Level.DIRECT_CONTACT)
    assert "take it down without a speech" in plan.delete_or_keep
    assert "in public" not in plan.delete_or_keep
    assert "keep it back" in text_of(plan, "hold")
    assert not any("Wrong facts" in reason.text for reason in (*plan.reasons, *plan.fired))


def test_a_leak_that_few_have_seen_comes_down_quietly_whatever_the_call_leads_to() -> None:
    plan = decide(replace(CHILD, affected=None, still_misleading=StillMisleading.YES))

    assert plan.after_call is Level.APOLOGISE_PUBLICLY
    assert "take it down without a speech" in plan.delete_or_keep


def test_what_many_have_seen_is_still_taken_down_openly() -> None:
    plan = decide(replace(CHILD, noticed=Noticed.MANY_REPLIES))

    assert "say so in public once the call is made" in plan.delete_or_keep
    assert text_of(plan, "hold").endswith("as soon as that is agreed.")


def test_a_wrong_price_that_is_disputed_is_still_a_matter_of_the_public() -> None:
    figures = replace(FIGURES, fault=Fault.HONEST_SLIP, mistake=Mistake.WRONG_FACT)

    assert "say so in public once the call is made" in decide(figures).delete_or_keep


@pytest.mark.parametrize("harm", [Harm.EMBARRASSMENT, Harm.TRUST, Harm.MISLEADS_DECISION])
def test_what_leaked_through_a_stranger_stops_as_if_we_had_said_it(harm: Harm) -> None:
    plan = decide(replace(FIGURES, harm=harm))

    assert plan.level is Level.ESCALATE_FIRST
    assert plan.reasons[0].rule == "stop-market"
    assert not any("Wrong facts" in reason.text for reason in (*plan.reasons, *plan.fired))
    assert plan.tasks[0].id == "call-market-information"


def test_a_faked_post_about_a_share_is_answered_without_that_stop() -> None:
    plan = decide(replace(FIGURES, mistake=Mistake.WRONG_FACT))

    assert plan.level is Level.CORRECT_PUBLICLY
    assert plan.call_first


@MANY
@given(ORDINARY)
def test_market_information_is_never_told_to_some_before_the_others(facts: Situation) -> None:
    facts = facts._replace(red_flags=facts.red_flags | {RedFlag.MARKET_INFORMATION})

    verdict = judge(facts)

    assert Level.DIRECT_CONTACT not in {verdict.level, verdict.without_stop}


def test_the_few_whom_it_concerns_hear_of_a_share_price_with_everybody_else() -> None:
    plan = decide(replace(FIGURES, mistake=Mistake.WRONG_FACT))

    assert "not before" in text_of(plan, "reach-affected")
    assert due_of(plan, "reach-affected") == due_of(plan, "publish")


def test_a_stranger_is_shut_out_before_anything_else_is_done() -> None:
    plan, called = decide(HACKED), decide(replace(HACKED, harm=Harm.TRUST, affected=Affected.PUBLIC, red_flags=frozenset({RedFlag.LAWSUIT_OR_REGULATOR})))  # fmt: skip
    alarm = decide(replace(ALARM, fault=Fault.OUTSIDER))

    assert ids(decide(replace(HACKED, harm=Harm.TRUST, affected=Affected.PUBLIC)))[0] == "secure"
    assert ids(plan).index("secure") < ids(plan).index("pause")
    assert ids(called)[:2] == ["call-lawsuit-or-regulator", "secure"]
    assert ids(alarm)[:2] == ["all-clear", "secure"]


@pytest.mark.parametrize(
    "mistake", [Mistake.WRONG_ACCOUNT, Mistake.SENT_BY_ACCIDENT, Mistake.UNFINISHED_OR_TEST]
)
def test_what_keeps_us_from_doing_it_again_is_not_asked_after_a_stranger(mistake: Mistake) -> None:
    report = replace(HACKED, mistake=mistake)

    assert not {"accounts", "unpublish"} & set(ids(decide(report)))
    assert {"accounts", "unpublish"} & set(ids(decide(replace(report, fault=Fault.HONEST_SLIP))))


def test_where_there_is_no_account_none_is_taken_back() -> None:
    assert "secure" not in ids(decide(replace(HACKED, channel=Channel.IN_PERSON, undo=Undo.CANNOT)))
    printed = decide(replace(HACKED, channel=Channel.PRINT_BROADCAST, undo=Undo.CANNOT))
    assert "account" not in text_of(printed, "secure")


@pytest.mark.parametrize("level", [Level.LET_IT_GO, Level.QUIET_FIX, Level.DIRECT_CONTACT])
def test_a_false_alarm_is_never_let_stand(level: Level) -> None:
    plan = decide(ALARM)

    assert level not in levels_to_choose(plan)
    with pytest.raises(InvalidAnswer, match="choose “Correct it publicly” or more") as refused:
        choose_level(plan, level, ALARM)
    assert refused.value.field == "level"


@MANY
@given(ORDINARY, st.sampled_from(Level))
def test_no_reason_argues_against_a_level_that_a_person_chose(facts: Situation, level: Level) -> None:
    report = reported(facts)
    advised = decide(report, reported_at=REPORTED_AT)

    chosen = choose_level(advised, level, report, reported_at=REPORTED_AT)

    told = {reason.rule for reason in chosen.reasons}
    verdict = judge(facts)
    led_elsewhere = {rule.name for rule in verdict.deciding if not rule.name.startswith("stop-")}
    assert level in {verdict.level, verdict.without_stop} or not led_elsewhere & told
    assert any(reason.source.startswith("A") for reason in chosen.reasons)


IN_PUBLIC = "one short line", "one calm line", "one line that", "where they were shown"
SILENCE = "silence no longer", "can be put right"
AT_ODDS = {
    Level.LET_IT_GO: SILENCE,
    Level.QUIET_FIX: SILENCE[:1],
    Level.DIRECT_CONTACT: IN_PUBLIC,
    Level.CORRECT_PUBLICLY: ("exactly those people",),
}
"""Words of reasons that speak against a level."""


@MANY
@given(ORDINARY, st.sampled_from([None, *Level]))
def test_no_reason_speaks_against_the_level_that_it_stands_beside(
    facts: Situation, chosen: Level | None
) -> None:
    report = reported(facts)
    plan = decide(report, reported_at=REPORTED_AT)
    if chosen:
        plan = choose_level(plan, chosen, report, reported_at=REPORTED_AT)

    told = " ".join(reason.text for reason in plan.reasons)

    assert not [words for words in AT_ODDS.get(plan.after_call or plan.level, ()) if words in told]


def test_wrong_facts_that_only_few_hear_are_not_said_to_be_corrected_where_they_were_shown() -> None:
    death = replace(JOKE, mistake=Mistake.WRONG_FACT, noticed=Noticed.A_FEW, affected=Affected.FEW_KNOWN, red_flags=frozenset({RedFlag.DEATH_OR_INJURY}))  # fmt: skip

    told = [reason.text for reason in decide(death).reasons]
    in_public = [reason.text for reason in decide(replace(death, affected=Affected.PUBLIC)).reasons]

    assert told[0] == "Wrong facts are put right with those they concern, even if few have noticed."
    assert in_public[0] == "Wrong facts are corrected where they were shown, even if few have noticed."


def test_what_is_let_go_is_not_said_to_be_beyond_silence() -> None:
    laughed_at = Report("A word", mistake=Mistake.TYPO, harm=Harm.NONE, noticed=Noticed.PRESS)
    spoken_of = choose_level(decide(laughed_at), Level.CORRECT_PUBLICLY, laughed_at)

    assert "The press has it." in {reason.text for reason in decide(laughed_at).reasons}
    assert "The press has it: silence no longer keeps it small." in {
        reason.text for reason in spoken_of.reasons
    }


@pytest.mark.parametrize("noticed", list(Noticed))
@pytest.mark.parametrize(("misleading", "left"), [
    (StillMisleading.YES, "somebody could act on it or be hurt"),
    (StillMisleading.UNSURE, "nobody is sure whether people can still act on it"),
])  # fmt: skip
def test_what_somebody_lets_go_is_said_to_stay_up_and_nothing_asks_for_a_public_line(
    noticed: Noticed, misleading: StillMisleading, left: str
) -> None:
    date = Report("Tuesday", channel=Channel.X, undo=Undo.DELETE, noticed=noticed, still_misleading=misleading)  # fmt: skip
    instead = "Correct it publicly" if noticed in {Noticed.MANY_REPLIES, Noticed.PRESS} else "Fix it quietly"

    plan = choose_level(decide(date), Level.LET_IT_GO, date)

    assert plan.delete_or_keep.endswith(
        f"Here {left}, and to let it go leaves it up. To have it taken down, change the level to “{instead}”."
    )


def test_a_copy_is_saved_of_what_is_let_go_while_it_may_do_harm() -> None:
    joke = replace(JOKE, undo=Undo.EDIT, red_flags=frozenset({RedFlag.LAWSUIT_OR_REGULATOR}))
    harmless = Report("A word", mistake=Mistake.TYPO, harm=Harm.NONE, undo=Undo.DELETE, still_misleading=StillMisleading.NO)  # fmt: skip

    assert "evidence" in ids(choose_level(decide(joke), Level.LET_IT_GO, joke))
    assert ids(decide(harmless)) == ["watch", "if-asked"]
    assert decide(harmless).delete_or_keep.endswith("leaving it is as good as deleting it.")


def test_what_is_fixed_quietly_though_many_have_seen_it_is_taken_down_without_a_speech() -> None:
    plan = choose_level(decide(JOKE), Level.QUIET_FIX, JOKE)

    assert plan.delete_or_keep.endswith("take it down without a speech, after saving a copy.")


def test_a_leader_speaks_though_few_have_noticed_and_no_reason_says_not_to() -> None:
    typo = Report(
        "A word", channel=Channel.X, mistake=Mistake.WRONG_FACT, harm=Harm.CONFUSION, undo=Undo.EDIT
    )

    told = [reason.text for reason in choose_level(decide(typo), Level.FULL_RESPONSE, typo).reasons]

    assert told[0] == "A person chose “Full response”; the rules say “Fix it quietly”."
    assert not any("So few" in text or "without a word" in text for text in told)
    assert "It leaves people confused for a moment." in told


def test_a_confidence_of_few_that_the_press_has_gets_one_line_and_sorry_goes_to_those_few() -> None:
    names = replace(FIGURES, channel=Channel.LINKEDIN, harm=Harm.TRUST, noticed=Noticed.PRESS, fault=Fault.HONEST_SLIP, still_misleading=StillMisleading.NO, red_flags=frozenset())  # fmt: skip

    plan = decide(names)

    assert plan.level is Level.CORRECT_PUBLICLY
    assert "by name, before they read about it" in text_of(plan, "reach-affected")
    assert decide(replace(names, noticed=Noticed.MANY_REPLIES)).level is Level.DIRECT_CONTACT
    assert decide(replace(names, fault=Fault.AVOIDABLE)).level is Level.APOLOGISE_PUBLICLY
    assert decide(replace(names, affected=Affected.PUBLIC)).level is Level.APOLOGISE_PUBLICLY


@pytest.mark.parametrize("channel", [Channel.EMAIL, Channel.PUSH_SMS, Channel.IN_PERSON])
def test_an_apology_for_what_few_have_noticed_goes_to_those_whom_it_reached_where_that_is_known(
    channel: Channel,
) -> None:
    letter = replace(JOKE, channel=channel, undo=Undo.CANNOT, noticed=Noticed.A_FEW)

    plan = decide(letter)

    change = next(each for each in plan.would_change if each.field == "affected")
    assert plan.level is Level.APOLOGISE_PUBLICLY
    assert "exactly those whom it reached" in text_of(plan, "publish")
    assert (change.value, change.level) == ("few_known", Level.DIRECT_CONTACT)
    assert "exactly those" not in text_of(decide(replace(letter, noticed=Noticed.PRESS)), "publish")
    assert "exactly those" not in text_of(decide(replace(letter, channel=Channel.OTHER)), "publish")


def test_what_leads_to_the_level_after_the_call_is_a_reason_for_it_once_it_is_chosen() -> None:
    chosen = choose_level(decide(CHILD), Level.DIRECT_CONTACT, CHILD)

    assert "those-concerned-hear-it" in {reason.rule for reason in chosen.reasons}
