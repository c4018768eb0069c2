"""What others believe than the few whom it is about: it is put right where they read it, and those few get a note besides."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.decision import decide
from bot.draft_kinds import DraftKind, kinds_for
from bot.plan import Level
from bot.report import Affected, Channel, Harm, Mistake, Noticed, RedFlag, Report, StillMisleading, Undo
from tests.decision_reports import due_of, ids, text_of

DEATH = Report(
    "The alert to all phones said that she has died",
    channel=Channel.PUSH_SMS,
    mistake=Mistake.WRONG_FACT,
    harm=Harm.MISLEADS_PUBLIC,
    noticed=Noticed.MANY_REPLIES,
    affected=Affected.FEW_KNOWN,
    still_misleading=StillMisleading.YES,
)
POST = replace(DEATH, channel=Channel.X, harm=Harm.HURTS_PEOPLE, noticed=Noticed.A_FEW, undo=Undo.DELETE, still_misleading=StillMisleading.UNSURE, red_flags=frozenset({RedFlag.DEATH_OR_INJURY}))  # fmt: skip


@pytest.mark.parametrize("channel", [Channel.PUSH_SMS, Channel.EMAIL])
@pytest.mark.parametrize("mistake", [Mistake.WRONG_FACT, Mistake.UNFINISHED_OR_TEST, Mistake.WRONG_LABEL])
@pytest.mark.parametrize("noticed", [Noticed.MANY_REPLIES, Noticed.PRESS])
@pytest.mark.parametrize("misleading", [StillMisleading.YES, StillMisleading.UNSURE])
def test_what_everybody_on_a_list_was_told_wrong_of_a_few_is_put_right_with_everybody(
    channel: Channel, mistake: Mistake, noticed: Noticed, misleading: StillMisleading
) -> None:
    report = replace(DEATH, channel=channel, mistake=mistake, noticed=noticed, still_misleading=misleading)

    plan = decide(report)

    assert plan.level is Level.CORRECT_PUBLICLY
    assert {DraftKind.PUBLIC_CORRECTION, DraftKind.PRIVATE_NOTE} <= set(kinds_for(plan, report))
    assert "exactly those people" not in " ".join(reason.text for reason in plan.reasons)


@pytest.mark.parametrize("channel", [Channel.PUSH_SMS, Channel.EMAIL])
@pytest.mark.parametrize("noticed", [Noticed.NOBODY_YET, Noticed.A_FEW])
def test_whom_a_mail_or_a_text_told_may_be_just_the_few_while_few_have_noticed(
    channel: Channel, noticed: Noticed
) -> None:
    assert decide(replace(DEATH, channel=channel, noticed=noticed)).level is Level.DIRECT_CONTACT


@pytest.mark.parametrize("channel", [Channel.WEBSITE, Channel.PRINT_BROADCAST, Channel.PRESS_RELEASE])
def test_it_is_put_right_as_openly_where_only_a_few_have_noticed(channel: Channel) -> None:
    printed = replace(DEATH, channel=channel, noticed=Noticed.A_FEW)

    assert decide(printed).level is Level.CORRECT_PUBLICLY
    assert decide(replace(printed, undo=Undo.EDIT)).level is Level.CORRECT_PUBLICLY
    assert decide(replace(printed, still_misleading=StillMisleading.NO)).level is Level.DIRECT_CONTACT


@pytest.mark.parametrize("harm", [Harm.TRUST, Harm.OFFENCE, Harm.HURTS_PEOPLE])
def test_those_whom_a_mail_has_hurt_have_read_it_themselves(harm: Harm) -> None:
    hurtful = replace(DEATH, channel=Channel.EMAIL, harm=harm)

    assert decide(hurtful).level is Level.DIRECT_CONTACT


def test_what_the_few_acted_on_themselves_is_still_put_right_with_exactly_them() -> None:
    payout = replace(DEATH, harm=Harm.MISLEADS_DECISION)

    assert decide(payout).level is Level.DIRECT_CONTACT


@pytest.mark.parametrize("mistake", [Mistake.PRIVATE_INFO, Mistake.CONFIDENTIAL_INFO])
def test_what_got_out_and_is_true_is_not_put_right_before_everybody(mistake: Mistake) -> None:
    plan = decide(replace(DEATH, mistake=mistake, noticed=Noticed.A_FEW))

    assert Level.CORRECT_PUBLICLY not in {plan.level, plan.after_call}


@pytest.mark.parametrize("mistake", [Mistake.WRONG_FACT, Mistake.UNFINISHED_OR_TEST, Mistake.FALSE_ALARM])
@pytest.mark.parametrize("misleading", [StillMisleading.YES, StillMisleading.UNSURE])
def test_a_death_that_may_not_be_so_is_deleted_at_once_though_the_words_wait_for_the_call(
    mistake: Mistake, misleading: StillMisleading
) -> None:
    report = replace(POST, mistake=mistake, still_misleading=misleading)

    plan = decide(report)

    assert not plan.is_kept_for_counsel
    assert text_of(plan, "take-back").startswith("Delete it.")
    assert ids(plan).index("evidence") < ids(plan).index("take-back")
    assert due_of(plan, "take-back") == timedelta(minutes=15)
    assert plan.call_first is (mistake is not Mistake.FALSE_ALARM)


@pytest.mark.parametrize(
    "kept",
    [
        replace(POST, still_misleading=StillMisleading.NO),
        replace(POST, mistake=Mistake.TONE_DEAF),
        replace(POST, red_flags=POST.red_flags | {RedFlag.LAWSUIT_OR_REGULATOR}),
        replace(POST, harm=Harm.LEGAL_FINANCIAL),
    ],
    ids=["over", "nothing untrue", "lawsuit", "claim"],
)
def test_where_a_claim_is_in_sight_counsel_is_asked_before_it_is_deleted(kept: Report) -> None:
    assert decide(kept).is_kept_for_counsel
    assert text_of(decide(kept), "take-back").startswith("Once counsel was asked")
