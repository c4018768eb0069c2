"""How many saw it and for how long it was out: what that nobody has noticed does not say."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.decision import choose_level, decide
from bot.decision.spread import Age, Reach, age_of, reach_of
from bot.plan import Level, TaskKind
from bot.report import Affected, Channel, Harm, Mistake, Noticed, Report, StillMisleading, Undo
from tests.decision_reports import JOKE, REPORTED_AT, ids, text_of

PRICE = Report(
    "The wrong price of a day ticket",
    channel=Channel.WEBSITE,
    mistake=Mistake.WRONG_PRICE_OR_OFFER,
    harm=Harm.MISLEADS_DECISION,
    noticed=Noticed.NOBODY_YET,
    undo=Undo.EDIT,
    affected=Affected.MANY_CUSTOMERS,
    still_misleading=StillMisleading.YES,
)
FEW = replace(PRICE, affected=Affected.FEW_KNOWN)
FIGURE = replace(
    PRICE, mistake=Mistake.WRONG_FACT, harm=Harm.MISLEADS_PUBLIC, noticed=Noticed.A_FEW, affected=Affected.PUBLIC
)  # fmt: skip


def out_for(**long: int) -> dict[str, Any]:
    return {"went_out_at": REPORTED_AT - timedelta(**long)}


def level_for(report: Report, **facts: Any) -> Level:
    return decide(replace(report, **facts), reported_at=REPORTED_AT).level


@pytest.mark.parametrize("facts", [{}, {"reach": 99}, out_for(minutes=5), out_for(hours=20), {"reach": 40, **out_for(weeks=3)}])  # fmt: skip
def test_what_nobody_can_have_acted_on_yet_is_caught_in_time(facts: dict[str, Any]) -> None:
    assert level_for(PRICE, **facts) is Level.QUIET_FIX


@pytest.mark.parametrize(
    ("facts", "rule"),
    [
        ({"reach": 100}, "many-have-read-it"),
        ({"reach": 2_000_000, **out_for(minutes=5)}, "many-have-read-it"),
        (out_for(weeks=3), "out-for-long"),
    ],
)
def test_what_many_have_read_is_put_right_openly_though_nobody_has_noticed(
    facts: dict[str, Any], rule: str
) -> None:
    plan = decide(replace(PRICE, mistake=Mistake.WRONG_FACT, **facts), reported_at=REPORTED_AT)

    assert plan.level is Level.CORRECT_PUBLICLY
    assert plan.reasons[0].rule == rule


def test_to_delete_what_many_have_read_tells_them_nothing() -> None:
    day = replace(PRICE, mistake=Mistake.WRONG_FACT, harm=Harm.INCONVENIENCE, undo=Undo.DELETE)

    assert level_for(day) is Level.QUIET_FIX
    assert level_for(day, reach=5_000) is Level.CORRECT_PUBLICLY
    assert level_for(day, **out_for(weeks=3)) is Level.CORRECT_PUBLICLY


def test_a_joke_that_many_have_seen_and_nobody_has_minded_stays_without_a_word() -> None:
    joke = replace(JOKE, affected=Affected.PUBLIC, noticed=Noticed.NOBODY_YET)

    assert level_for(joke, reach=50_000, **out_for(weeks=3)) is Level.QUIET_FIX


@pytest.mark.parametrize("channel", [Channel.WEBSITE, Channel.FACEBOOK, Channel.X])
@pytest.mark.parametrize("facts", [{}, {"reach": 12}, out_for(hours=1)])
def test_the_few_who_may_have_acted_on_it_are_written_to_though_nobody_has_noticed(
    channel: Channel, facts: dict[str, Any]
) -> None:
    plan = decide(replace(FEW, channel=channel, **facts), reported_at=REPORTED_AT)

    assert plan.level is Level.DIRECT_CONTACT
    assert "they-may-have-acted" in {reason.rule for reason in plan.reasons}


@pytest.mark.parametrize(
    "facts", [{"reach": 0}, out_for(minutes=5), {"still_misleading": StillMisleading.NO}]
)
def test_nobody_is_written_to_about_what_can_hardly_have_been_read_or_is_over(facts: dict[str, Any]) -> None:
    assert level_for(FEW, **facts) is Level.QUIET_FIX


def test_a_quiet_fix_asks_whether_somebody_has_acted_on_it_and_whom_to_write_to() -> None:
    plan = decide(PRICE)

    assert text_of(plan, "tell-acted").startswith("If somebody has, write to each of them what is right")
    assert next(task for task in plan.tasks if task.id == "acted").kind is TaskKind.FIRST_STEP
    assert not {"acted", "tell-acted"}.intersection(ids(decide(replace(PRICE, harm=Harm.INCONVENIENCE))))
    assert not {"acted", "tell-acted"}.intersection(ids(decide(replace(PRICE, reach=5_000))))


def test_what_two_dozen_have_seen_is_put_right_where_they_saw_it() -> None:
    plan = decide(replace(FIGURE, reach=12))

    assert plan.level is Level.QUIET_FIX
    assert plan.reasons[0].rule == "hardly-seen"
    assert decide(FIGURE).level is decide(replace(FIGURE, reach=26)).level is Level.CORRECT_PUBLICLY
    assert decide(replace(FIGURE, reach=12, undo=Undo.CANNOT)).level is Level.CORRECT_PUBLICLY
    assert decide(replace(FIGURE, reach=12, harm=Harm.MISLEADS_DECISION)).level is Level.CORRECT_PUBLICLY


def test_a_very_large_reach_makes_it_weigh_more_unless_it_is_light() -> None:
    offence = replace(JOKE, harm=Harm.OFFENCE, noticed=Noticed.A_FEW, affected=Affected.PUBLIC)
    typo = replace(offence, mistake=Mistake.TYPO, harm=Harm.EMBARRASSMENT)

    plan = decide(replace(offence, reach=100_000))

    assert decide(offence).level is Level.QUIET_FIX
    assert plan.level is Level.DIRECT_CONTACT
    assert "wide-reach" in {reason.rule for reason in plan.reasons}
    assert "wide-reach" not in {reason.rule for reason in decide(replace(typo, reach=100_000)).fired}


def test_what_would_change_a_quiet_fix_is_how_many_have_seen_it() -> None:
    change = next(each for each in decide(PRICE).would_change if each.field == "reach")

    assert change.text.startswith("If 100 people or more have seen it: ")
    assert decide(replace(PRICE, reach=int(change.value))).level is change.level


def test_a_level_that_a_person_chose_is_weighed_by_the_same_facts() -> None:
    figure = replace(FIGURE, noticed=Noticed.NOBODY_YET, **out_for(weeks=3))
    plan = decide(figure, reported_at=REPORTED_AT)

    chosen = choose_level(plan, Level.QUIET_FIX, figure, reported_at=REPORTED_AT)

    assert chosen.advised is Level.CORRECT_PUBLICLY


def test_long_is_from_the_half_life_of_the_channels_posts_on_and_never_more_than_a_day() -> None:
    hour, day = REPORTED_AT - timedelta(hours=1), REPORTED_AT - timedelta(days=1)

    assert age_of(Channel.X, hour, REPORTED_AT) is Age.LONG
    assert age_of(Channel.INSTAGRAM, hour, REPORTED_AT) is None
    assert {age_of(channel, day, REPORTED_AT) for channel in Channel} == {Age.LONG}


def test_a_time_that_lies_ahead_or_is_not_known_says_nothing() -> None:
    later = REPORTED_AT + timedelta(hours=1)

    assert age_of(Channel.X, later, REPORTED_AT) is None
    assert age_of(Channel.X, None, REPORTED_AT) is age_of(Channel.X, later, None) is None


@pytest.mark.parametrize(("people", "step"), [(None, None), (0, Reach.NOBODY), (25, Reach.FEW), (26, Reach.SOME), (99, Reach.SOME), (100, Reach.MANY), (10**9, Reach.MASS)])  # fmt: skip
def test_a_number_of_people_is_read_by_its_order_of_magnitude(people: int | None, step: Reach | None) -> None:
    assert reach_of(people) is step
