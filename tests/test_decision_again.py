"""Deciding again: a level that a person chose, new facts, and what would change a plan."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.decision import choose_level, decide, difference, still_holds
from bot.decision.situation import Situation
from bot.errors import OopsError
from bot.plan import Level, TaskKind
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
from tests.decision_reports import ALARM, JOKE, MANY, OPEN_LIST, ORDINARY, TYPO, ids, reported, text_of


def test_a_person_may_choose_another_level_and_everything_follows() -> None:
    plan = decide(JOKE)

    chosen = choose_level(plan, Level.FULL_RESPONSE, JOKE)

    assert chosen.level is Level.FULL_RESPONSE
    assert chosen.reasons[0].text == "A person chose “Full response”; the rules say “Apologise publicly”."
    same = choose_level(chosen, Level.APOLOGISE_PUBLICLY, JOKE)
    assert same.reasons[0].text == "A person chose “Apologise publicly”; the rules say the same."
    assert "name" in ids(chosen)
    assert any(reason.source.startswith("A") for reason in chosen.reasons)


def test_choosing_to_call_first_names_somebody_and_keeps_what_comes_after() -> None:
    chosen = choose_level(decide(JOKE), Level.ESCALATE_FIRST, JOKE)

    assert chosen.call_first
    assert chosen.after_call is Level.APOLOGISE_PUBLICLY
    assert chosen.tasks[0].id == "call-counsel"


def test_a_call_that_the_facts_need_survives_another_level() -> None:
    chosen = choose_level(decide(OPEN_LIST), Level.DIRECT_CONTACT, OPEN_LIST)

    assert chosen.call_first
    assert chosen.tasks[0].kind is TaskKind.CALL_FIRST


def test_a_false_alarm_cannot_be_made_to_wait_for_a_call() -> None:
    with pytest.raises(OopsError, match="call in parallel"):
        choose_level(decide(ALARM), Level.ESCALATE_FIRST, ALARM)


@pytest.mark.parametrize(
    ("facts", "holds"),
    [
        ({"link": "https://example.org/1"}, True),
        ({"reach": 5000, "fault": Fault.AVOIDABLE}, True),
        ({"noticed": Noticed.A_FEW, "affected": Affected.NOBODY}, False),
        ({"red_flags": frozenset({RedFlag.MINORS})}, False),
    ],
)
def test_a_chosen_level_holds_while_the_rules_say_the_same_of_the_new_facts(
    facts: dict[str, Any], holds: bool
) -> None:
    offence = replace(JOKE, harm=Harm.OFFENCE, affected=Affected.PUBLIC)

    after = decide(replace(offence, **facts))

    assert still_holds(Level.ESCALATE_FIRST, decide(offence), after) is holds


def test_a_chosen_stop_does_not_hold_back_a_warning_that_has_become_urgent() -> None:
    dose = replace(ALARM, mistake=Mistake.WRONG_FACT, red_flags=frozenset())
    bill = replace(dose, harm=Harm.MISLEADS_DECISION)

    assert decide(bill).level is decide(dose).level
    assert still_holds(Level.FULL_RESPONSE, decide(bill), decide(dose))
    assert not still_holds(Level.ESCALATE_FIRST, decide(bill), decide(dose))


def test_new_facts_are_told_with_the_level_and_the_reason() -> None:
    slight = replace(JOKE, harm=Harm.EMBARRASSMENT, affected=Affected.NOBODY, noticed=Noticed.A_FEW)

    told = difference(decide(slight), decide(JOKE), slight, JOKE)

    assert told[0] == "The plan is now “Apologise publicly”; it was “Fix it quietly”."
    assert "Who has noticed: “Many replies or shares” instead of “A few people”." in told
    assert any(sentence.startswith("Why: ") for sentence in told)


def test_facts_that_do_not_matter_make_no_difference_to_the_plan_and_are_named() -> None:
    told = difference(decide(JOKE), decide(replace(JOKE, reach=5000)), JOKE, replace(JOKE, reach=5000))

    assert told == ["How many saw it was given."]


def test_what_was_typed_anew_is_named_too() -> None:
    before = replace(TYPO, should_have_said="Bucket", link="https://example.org/1")
    after = replace(before, should_have_said="A bucket", link="", noticed=Noticed.A_FEW)

    told = difference(decide(before), decide(after), before, after)

    assert "What it should have said was changed." in told
    assert "The link was taken out." in told


@pytest.mark.parametrize(("new_tasks", "sentence"), [(1, "One task is new."), (3, "3 tasks are new.")])
def test_tasks_that_are_new_in_the_case_are_counted(new_tasks: int, sentence: str) -> None:
    told = difference(decide(JOKE), decide(JOKE), JOKE, JOKE, new_tasks=new_tasks)

    assert told == [sentence]


def test_a_new_red_flag_is_told_with_the_call() -> None:
    flagged = replace(JOKE, red_flags=frozenset({RedFlag.MINORS}))

    told = difference(decide(JOKE), decide(flagged), JOKE, flagged)

    assert "Somebody now has to be called before any public word." in told
    assert "New red flag: Children or teenagers are involved." in told


def test_the_nearest_change_is_the_press() -> None:
    report = replace(
        TYPO, harm=Harm.TRUST, mistake=Mistake.WRONG_ACCOUNT, still_misleading=StillMisleading.NO
    )

    changes = decide(report).would_change

    assert changes[0].text == "If many people notice: correct it publicly."


def test_a_level_that_is_chosen_before_the_call_and_advised_after_it_is_told_by_name() -> None:
    report = replace(JOKE, red_flags=frozenset({RedFlag.LAWSUIT_OR_REGULATOR}))
    advised = decide(report)
    assert advised.after_call is not None

    chosen = choose_level(advised, advised.after_call, report)

    assert chosen.reasons[0].text.endswith(f"“Call first, then speak”, then “{advised.after_call.label}”.")


@pytest.mark.parametrize("flag", [RedFlag.MARKET_INFORMATION, RedFlag.LAWSUIT_OR_REGULATOR])
def test_where_a_red_flag_alone_stops_every_word_its_end_is_what_would_change_the_plan(flag: RedFlag) -> None:
    figures = Report("We posted revenue figures before results", mistake=Mistake.CONFIDENTIAL_INFO)

    changes = decide(replace(figures, red_flags=frozenset({flag}))).would_change

    assert [
        (change.field, change.value, change.level) for change in changes if change.field == "red_flags"
    ] == [("red_flags", flag.value, decide(figures).level)]
    assert "after all" in changes[-1].text


@MANY
@given(ORDINARY, st.sampled_from(Level))
def test_under_a_chosen_level_nothing_is_said_to_lead_to_that_level_or_the_other_way(
    facts: Situation, level: Level
) -> None:
    report = reported(facts)
    advised = decide(report)

    for change in choose_level(advised, level, report).would_change:
        assert change.level not in {level, advised.level}
        assert (change.level.rank > advised.level.rank) is (change.level.rank > level.rank)


def test_a_chosen_apology_is_not_what_more_attention_would_lead_to() -> None:
    offence = replace(JOKE, harm=Harm.OFFENCE, noticed=Noticed.A_FEW, affected=Affected.PUBLIC)
    advised = decide(offence)

    chosen = choose_level(advised, Level.APOLOGISE_PUBLICLY, offence)

    assert "If many people notice: apologise publicly." in {change.text for change in advised.would_change}
    assert "noticed" not in {change.field for change in chosen.would_change}


def test_beside_a_chosen_level_the_rules_say_what_comes_after_the_call() -> None:
    leak = replace(JOKE, mistake=Mistake.PRIVATE_INFO, harm=Harm.PRIVACY, noticed=Noticed.PRESS)
    advised = decide(leak)

    chosen = choose_level(advised, Level.DIRECT_CONTACT, leak)

    assert advised.after_call is not None
    assert chosen.advised is advised.after_call
    assert chosen.reasons[0].text.endswith(
        f"the rules say “Call first, then speak”, then “{chosen.advised.label}”."
    )


def test_a_leader_is_asked_for_a_name_only_where_an_apology_has_one() -> None:
    grave = replace(
        JOKE,
        noticed=Noticed.PRESS,
        affected=Affected.GRIEVING_OR_VULNERABLE,
        harm=Harm.HURTS_PEOPLE,
        fault=Fault.AVOIDABLE,
        still_misleading=StillMisleading.YES,
        red_flags=frozenset(),
    )

    def asked(level: Level) -> str:
        return text_of(choose_level(decide(grave), level, grave), "call-leader")

    assert "their name under the apology" in asked(Level.FULL_RESPONSE)
    assert "apology" not in asked(Level.DIRECT_CONTACT)


@pytest.mark.parametrize("undo", [Undo.EDIT, Undo.DELETE_AND_REPOST, Undo.ALREADY_GONE])
def test_that_it_could_be_deleted_is_no_news_where_more_can_be_done_or_it_is_gone(undo: Undo) -> None:
    for harm in Harm:
        changes = decide(replace(TYPO, channel=Channel.WEBSITE, undo=undo, harm=harm)).would_change

        assert not [change for change in changes if change.value == Undo.DELETE.value]


@pytest.mark.parametrize("mistake", [Mistake.WRONG_FACT, Mistake.WRONG_LABEL, Mistake.WRONG_IMAGE])
def test_what_was_said_falsely_of_somebody_may_lead_to_a_lawsuit(mistake: Mistake) -> None:
    claim = replace(
        JOKE,
        mistake=mistake,
        harm=Harm.MISLEADS_PUBLIC,
        affected=Affected.FEW_KNOWN,
        noticed=Noticed.MANY_REPLIES,
        red_flags=frozenset(),
    )
    told = [change.text for change in decide(claim).would_change]
    puzzling = [change.text for change in decide(replace(claim, harm=Harm.CONFUSION)).would_change]

    assert "If a lawsuit or a regulator becomes likely: call first, then speak." in told
    assert not any("lawsuit" in text for text in puzzling)


@pytest.mark.parametrize("answer", list(StillMisleading))
def test_a_joke_has_nothing_to_act_on_and_no_plan_asks_whether_people_still_can(
    answer: StillMisleading,
) -> None:
    joke = replace(JOKE, harm=Harm.OFFENCE, still_misleading=answer)
    claim = replace(joke, harm=Harm.MISLEADS_PUBLIC)

    assert "still_misleading" not in {change.field for change in decide(joke).would_change}
    assert "maybe-misleading" not in {reason.rule for reason in decide(joke).fired}
    is_told = "maybe-misleading" in {reason.rule for reason in decide(claim).fired}
    assert is_told is (answer is StillMisleading.UNSURE)


def test_of_a_mail_to_investors_the_likeliest_news_is_that_it_could_move_a_share_price() -> None:
    deck = Report(
        "Last year's table went to our shareholders",
        channel=Channel.EMAIL,
        mistake=Mistake.UNFINISHED_OR_TEST,
        harm=Harm.MISLEADS_DECISION,
        noticed=Noticed.A_FEW,
        undo=Undo.CANNOT,
        affected=Affected.INVESTORS,
        still_misleading=StillMisleading.YES,
    )

    plan = decide(deck)

    assert plan.level is Level.DIRECT_CONTACT
    assert plan.call_first
    assert plan.would_change[0].value == RedFlag.MARKET_INFORMATION
