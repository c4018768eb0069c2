"""What others believe than the few whom it is about: it is put right where they read it, and those few get a note besides."""

from dataclasses import replace

import pytest

from bot.decision import decide
from bot.draft_kinds import DraftKind, kinds_for
from bot.plan import Level
from bot.report import Affected, Channel, Harm, Mistake, Noticed, Report, StillMisleading, Undo

DEATH = Report(
    "The alert to all phones said that she has died",
    channel=Channel.PUSH_SMS,
    mistake=Mistake.WRONG_FACT,
    harm=Harm.MISLEADS_PUBLIC,
    noticed=Noticed.MANY_REPLIES,
    affected=Affected.FEW_KNOWN,
    still_misleading=StillMisleading.YES,
)


@pytest.mark.parametrize("channel", [Channel.PUSH_SMS, Channel.EMAIL])
@pytest.mark.parametrize("mistake", [Mistake.WRONG_FACT, Mistake.UNFINISHED_OR_TEST, Mistake.WRONG_LABEL])
@pytest.mark.parametrize("noticed", list(Noticed))
@pytest.mark.parametrize("misleading", [StillMisleading.YES, StillMisleading.UNSURE])
def test_what_everybody_on_a_list_was_told_wrong_of_a_few_is_put_right_with_everybody(
    channel: Channel, mistake: Mistake, noticed: Noticed, misleading: StillMisleading
) -> None:
    report = replace(DEATH, channel=channel, mistake=mistake, noticed=noticed, still_misleading=misleading)

    plan = decide(report)

    assert plan.level is Level.CORRECT_PUBLICLY
    assert {DraftKind.PUBLIC_CORRECTION, DraftKind.PRIVATE_NOTE} <= set(kinds_for(plan, report))
    assert "exactly those people" not in " ".join(reason.text for reason in plan.reasons)


@pytest.mark.parametrize("channel", [Channel.WEBSITE, Channel.PRINT_BROADCAST, Channel.PRESS_RELEASE])
def test_it_is_put_right_as_openly_where_only_a_few_have_noticed(channel: Channel) -> None:
    printed = replace(DEATH, channel=channel, noticed=Noticed.A_FEW)

    assert decide(printed).level is Level.CORRECT_PUBLICLY
    assert decide(replace(printed, undo=Undo.EDIT)).level is Level.CORRECT_PUBLICLY
    assert decide(replace(printed, still_misleading=StillMisleading.NO)).level is Level.DIRECT_CONTACT


@pytest.mark.parametrize("harm", [Harm.TRUST, Harm.OFFENCE, Harm.HURTS_PEOPLE])
def test_many_who_talk_about_what_hurts_a_few_have_read_it_too(harm: Harm) -> None:
    hurtful = replace(DEATH, harm=harm)

    assert decide(hurtful).level is Level.CORRECT_PUBLICLY
    assert decide(replace(hurtful, noticed=Noticed.A_FEW)).level is Level.DIRECT_CONTACT
    assert decide(replace(hurtful, mistake=Mistake.WRONG_AUDIENCE)).level is Level.DIRECT_CONTACT
    assert decide(replace(hurtful, still_misleading=StillMisleading.NO)).level is Level.DIRECT_CONTACT


def test_what_the_few_acted_on_themselves_is_still_put_right_with_exactly_them() -> None:
    payout = replace(DEATH, harm=Harm.MISLEADS_DECISION)

    assert decide(payout).level is Level.DIRECT_CONTACT


@pytest.mark.parametrize("mistake", [Mistake.PRIVATE_INFO, Mistake.CONFIDENTIAL_INFO])
def test_what_got_out_and_is_true_is_not_put_right_before_everybody(mistake: Mistake) -> None:
    plan = decide(replace(DEATH, mistake=mistake, noticed=Noticed.A_FEW))

    assert Level.CORRECT_PUBLICLY not in {plan.level, plan.after_call}
