"""What holds for every decision, whatever the facts. EXAMPLES=20000 in the environment searches longer."""

from collections.abc import Sequence
from itertools import pairwise, product
from typing import Any

from hypothesis import assume, example, given
from hypothesis import strategies as st

from bot.brand import BrandProfile, Reputation
from bot.decision import SOURCES, decide
from bot.decision.engine import judge, level_of
from bot.decision.rule import Effect
from bot.decision.situation import HARM_POINTS, WRONG_VERSION, Situation
from bot.decision.sources import ARTICLE
from bot.decision.spread import Age, Reach
from bot.plan import Level, TaskKind
from bot.report import (
    Affected,
    Channel,
    Fault,
    Harm,
    History,
    Mistake,
    Noticed,
    RedFlag,
    StillMisleading,
    Undo,
)
from bot.voice import PRESETS
from tests.decision_reports import MANY, ORDINARY, REPORTED_AT, SITUATIONS, reported

SORE = (Affected.GRIEVING_OR_VULNERABLE, Affected.PROTECTED_GROUP)
LIGHTEST = (Harm.NONE, Harm.EMBARRASSMENT, Harm.CONFUSION, Harm.INCONVENIENCE)
HARDLY = (Noticed.NOBODY_YET, Noticed.A_FEW)
MISLEADING = (StillMisleading.NO, StillMisleading.UNSURE, StillMisleading.YES)
STANDING = (Reputation.GOOD, Reputation.NEUTRAL, Reputation.POOR)

KINDS = {"red_flags": RedFlag, "affected": Affected, "reach": Reach}

BRANDS = st.builds(
    BrandProfile,
    reputation=st.sampled_from(Reputation),
    voice=st.sampled_from(list(PRESETS.values())),
)

DANGER_BESIDES = Situation(
    Channel.X, Mistake.TYPO, Harm.NONE, Noticed.PRESS, Undo.CANNOT, None, StillMisleading.UNSURE, Fault.HONEST_SLIP,
    frozenset({RedFlag.SAFETY}), History.FIRST_TIME, Reputation.POOR,
)  # fmt: skip
"""Where a point for what cannot be taken back came too much: danger was answered by less than a hurt beside which danger was ticked."""


def rises(versions: Sequence[Situation]) -> bool:
    """Return whether the rank never falls, with the stops and without them (a stop would hide what comes after the call)."""
    verdicts = [judge(facts) for facts in versions]
    ranks = [verdict.level.rank for verdict in verdicts]
    ranks_after_call = [verdict.without_stop.rank for verdict in verdicts]
    return ranks == sorted(ranks) and ranks_after_call == sorted(ranks_after_call)


@MANY
@given(ORDINARY)
def test_the_more_have_noticed_the_more_is_done(facts: Situation) -> None:
    assert rises([facts._replace(noticed=noticed) for noticed in Noticed])


@MANY
@given(ORDINARY)
def test_the_more_have_seen_it_the_more_is_done(facts: Situation) -> None:
    assert rises([facts._replace(reach=reach) for reach in Reach])


@MANY
@given(ORDINARY)
def test_the_longer_it_was_out_the_more_is_done(facts: Situation) -> None:
    assert rises([facts._replace(age=age) for age in (Age.JUST_NOW, None, Age.LONG)])


@MANY
@given(ORDINARY)
def test_not_to_know_how_many_saw_it_lies_between_nobody_and_very_many(facts: Situation) -> None:
    assert rises([facts._replace(reach=reach) for reach in (Reach.NOBODY, None, Reach.MASS)])


@MANY
@given(ORDINARY)
def test_the_more_it_misleads_the_more_is_done(facts: Situation) -> None:
    assert rises([facts._replace(still_misleading=answer) for answer in MISLEADING])


@MANY
@given(ORDINARY)
@example(DANGER_BESIDES)
def test_a_heavier_harm_never_gets_less(facts: Situation) -> None:
    by_weight: dict[int, list[Situation]] = {}
    for harm in sorted(Harm, key=HARM_POINTS.__getitem__):
        by_weight.setdefault(HARM_POINTS[harm], []).append(facts._replace(harm=harm))

    for lighter, heavier in pairwise(by_weight.values()):
        assert all(rises(pair) for pair in product(lighter, heavier))


@MANY
@given(ORDINARY)
def test_a_second_time_never_gets_less(facts: Situation) -> None:
    assert rises([facts._replace(history=history) for history in History])


@MANY
@given(ORDINARY)
def test_a_worse_reputation_never_gets_less(facts: Situation) -> None:
    assert rises([facts._replace(reputation=reputation) for reputation in STANDING])


@MANY
@given(ORDINARY, st.sampled_from([each for each in Fault if each not in {Fault.OUTSIDER, Fault.AVOIDABLE}]))
def test_more_of_a_part_in_it_never_gets_less(facts: Situation, between: Fault) -> None:
    assert rises([facts._replace(fault=fault) for fault in (Fault.OUTSIDER, between, Fault.AVOIDABLE)])


@MANY
@given(ORDINARY, st.sampled_from(RedFlag))
def test_one_more_red_flag_never_gets_less(facts: Situation, flag: RedFlag) -> None:
    assert rises(
        [
            facts._replace(red_flags=facts.red_flags - {flag}),
            facts._replace(red_flags=facts.red_flags | {flag}),
        ]
    )


@MANY
@given(ORDINARY, st.sampled_from(SORE))
def test_touching_a_sore_spot_never_gets_less(facts: Situation, sore: Affected) -> None:
    assert rises([facts, facts._replace(affected=sore)])


@MANY
@given(ORDINARY)
def test_not_to_know_whom_it_touches_lies_between_nobody_and_everybody(facts: Situation) -> None:
    assert rises([facts._replace(affected=affected) for affected in (Affected.NOBODY, None, Affected.PUBLIC)])


@MANY
@given(ORDINARY, st.sampled_from(LIGHTEST), st.sampled_from(HARDLY), st.booleans())
def test_what_hardly_anybody_noticed_gets_no_public_word(
    facts: Situation, harm: Harm, noticed: Noticed, is_unsure: bool
) -> None:
    answer = StillMisleading.UNSURE if is_unsure else StillMisleading.NO
    affected = None if facts.affected in SORE else facts.affected
    mistake = Mistake.TYPO if facts.mistake is Mistake.PRIVATE_INFO else facts.mistake  # it ticks a red flag
    slight = facts._replace(
        mistake=mistake, harm=harm, noticed=noticed, still_misleading=answer, red_flags=frozenset(), affected=affected
    )  # fmt: skip

    assert level_of(slight) in {Level.LET_IT_GO, Level.QUIET_FIX}


@MANY
@given(SITUATIONS)
def test_floors_beat_caps(facts: Situation) -> None:
    verdict = judge(facts)

    floors = [rule.rank for rule in verdict.fired if rule.effect is Effect.FLOOR]
    caps = [rule.rank for rule in verdict.fired if rule.effect is Effect.CAP]

    assert verdict.without_stop.rank >= max(floors, default=0)
    assert verdict.without_stop.rank <= max([*floors, min(caps, default=5)])


@MANY
@given(SITUATIONS)
def test_what_still_misleads_is_never_let_go(facts: Situation) -> None:
    assert level_of(facts._replace(still_misleading=StillMisleading.YES)) is not Level.LET_IT_GO


@MANY
@given(SITUATIONS, st.sampled_from(SORE), BRANDS)
def test_people_in_a_sore_spot_get_an_apology_in_earnest(
    facts: Situation, sore: Affected, brand: BrandProfile
) -> None:
    plan = decide(
        reported(facts._replace(affected=sore)), reported_at=REPORTED_AT, history=facts.history, brand=brand
    )

    assert plan.is_serious
    assert facts.harm in {Harm.NONE, Harm.EMBARRASSMENT} or plan.level.rank >= Level.APOLOGISE_PUBLICLY.rank


@MANY
@given(SITUATIONS, st.sampled_from(RedFlag), BRANDS)
def test_a_red_flag_always_names_somebody_to_call(
    facts: Situation, flag: RedFlag, brand: BrandProfile
) -> None:
    plan = decide(
        reported(facts._replace(red_flags=facts.red_flags | {flag})), reported_at=REPORTED_AT, brand=brand
    )

    calls = [task for task in plan.tasks if task.kind in {TaskKind.CALL, TaskKind.CALL_FIRST}]

    assert any(task.id == "call-" + flag.value.replace("_", "-") for task in calls)


@MANY
@given(SITUATIONS)
def test_a_false_alarm_is_called_off_at_once_and_the_call_runs_in_parallel(facts: Situation) -> None:
    plan = decide(
        reported(facts._replace(mistake=Mistake.FALSE_ALARM)), reported_at=REPORTED_AT, history=facts.history
    )

    assert plan.is_false_alarm
    assert plan.level in {Level.CORRECT_PUBLICLY, Level.APOLOGISE_PUBLICLY}
    assert not plan.call_first
    assert plan.tasks[0].id == "all-clear"
    assert all(task.kind is not TaskKind.CALL_FIRST for task in plan.tasks)


@MANY
@given(
    ORDINARY,
    st.sampled_from(sorted(WRONG_VERSION - {Mistake.WRONG_IMAGE, Mistake.BROKEN_LINK_OR_IMAGE})),
    st.sampled_from([StillMisleading.YES, StillMisleading.UNSURE]),
)
def test_while_people_may_be_in_danger_the_right_version_waits_for_no_call(
    facts: Situation, mistake: Mistake, answer: StillMisleading
) -> None:
    danger = facts._replace(mistake=mistake, harm=Harm.SAFETY, still_misleading=answer)
    assume(
        level_of(danger) is not Level.ESCALATE_FIRST
    )  # personal data, a lawsuit, the market: they stop every word
    plan = decide(reported(danger), reported_at=REPORTED_AT, history=facts.history)

    calls = [task.id for task in plan.tasks if task.kind is TaskKind.CALL]
    assert not plan.call_first
    assert plan.level.rank >= Level.CORRECT_PUBLICLY.rank
    assert len(calls) >= max(1, len(facts.red_flags))
    assert all(task.kind is not TaskKind.CALL_FIRST for task in plan.tasks)
    assert not any("counsel first" in task.text for task in plan.tasks)


@MANY
@given(ORDINARY, st.sampled_from(StillMisleading))
def test_a_leak_that_is_itself_the_danger_is_told_to_nobody_before_the_call(
    facts: Situation, answer: StillMisleading
) -> None:
    flags = facts.red_flags | {RedFlag.SAFETY}
    leak = facts._replace(mistake=Mistake.PRIVATE_INFO, still_misleading=answer, red_flags=flags)

    assert judge(leak).call_first


@MANY
@given(SITUATIONS, BRANDS)
def test_every_plan_goes_back_to_the_article(facts: Situation, brand: BrandProfile) -> None:
    plan = decide(reported(facts), reported_at=REPORTED_AT, history=facts.history, brand=brand)

    assert any(reason.source in ARTICLE for reason in plan.reasons)
    assert all(reason.source in SOURCES for reason in (*plan.reasons, *plan.fired))
    assert 2 <= len(plan.reasons) <= 5
    assert len({reason.rule for reason in plan.reasons}) == len(plan.reasons)


@MANY
@given(SITUATIONS, BRANDS)
def test_the_same_input_gives_the_same_plan(facts: Situation, brand: BrandProfile) -> None:
    level_of.cache_clear()
    first = decide(reported(facts), reported_at=REPORTED_AT, history=facts.history, brand=brand)
    second = decide(reported(facts), reported_at=REPORTED_AT, history=facts.history, brand=brand)

    assert first == second


@MANY
@given(SITUATIONS)
def test_the_call_comes_first_wherever_it_has_to(facts: Situation) -> None:
    plan = decide(reported(facts), reported_at=REPORTED_AT, history=facts.history)

    assert plan.call_first is (plan.tasks[0].kind is TaskKind.CALL_FIRST)
    assert plan.call_first or plan.level is not Level.ESCALATE_FIRST
    assert (plan.after_call is None) is (plan.level is not Level.ESCALATE_FIRST)
    assert plan.after_call is not Level.ESCALATE_FIRST


@MANY
@given(SITUATIONS)
def test_the_level_alone_is_the_level_with_its_rules(facts: Situation) -> None:
    verdict = judge(facts)

    assert level_of(facts) is verdict.level
    assert verdict.deciding or verdict.level is Level.LET_IT_GO
    assert set(verdict.deciding) <= set(verdict.fired)


@MANY
@given(SITUATIONS)
def test_what_would_change_is_one_fact_away_and_leads_elsewhere(facts: Situation) -> None:
    plan = decide(
        reported(facts),
        reported_at=REPORTED_AT,
        history=facts.history,
        brand=BrandProfile(reputation=facts.reputation),
    )

    assert len(plan.would_change) <= 4
    assert len({change.field for change in plan.would_change}) == len(plan.would_change)
    for change in plan.would_change:
        given = getattr(facts, change.field)
        kind = KINDS.get(change.field) or type(given)
        value = kind(change.value)
        answer: Any = given ^ {value} if change.field == "red_flags" else value
        assert level_of(facts._replace(**{change.field: answer})) is change.level
        assert change.level is not plan.level
        assert change.text.endswith(".")
