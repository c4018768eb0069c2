"""What people type in a hurry, as the drafts say it."""

from typing import Any

import pytest

from bot.decision import decide
from bot.draft_kinds import DraftKind, has_gap
from bot.drafts import render_draft
from bot.lint import Label, lint
from bot.plan import Level
from bot.report import Channel, Fault, Harm, Mistake, Noticed, StillMisleading, Undo
from bot.voice import FORMAL, PLAYFUL
from tests.draft_space import context_of
from tests.drafts.making import HARBOUR, LATE_EVENING, draft, hurtful, plan_for, wrong_day


@pytest.mark.parametrize(
    ("right", "sentence"),
    [
        ("it should have said Thursday", "It should have said Thursday."),
        ("should be Thursday", "It should be Thursday."),
        ("was meant to say Thursday", "It was meant to say Thursday."),
        ("slide 14 should say 2027", "Slide 14 should say 2027."),
        ("we said Tuesday, it's Thursday", "We said Tuesday, it's Thursday."),
        ("at 4:32 we say 30 percent, it is 13", "At 4:32 we say 30 percent, it is 13."),
        ("The correct date is 5 May", "The correct date is 5 May."),
        ("It should never have been posted.", "It should never have been posted."),
        ("example.org/run should be the link", "example.org/run should be the link."),
    ],
)
def test_words_that_tell_the_correction_themselves_are_not_led_up_to(right: str, sentence: str) -> None:
    assert f"in our post. {sentence} Sorry" in draft(wrong_day(should_have_said=right))


@pytest.mark.parametrize(
    ("right", "words"),
    [
        ("Thursday,", "the wrong day in our post. It should have said: Thursday. Sorry"),
        ("Thursday -", "the wrong day in our post. It should have said: Thursday. Sorry"),
        ("Correct day: Thursday", "the wrong day in our post. It should have said: Thursday. Sorry"),
        ("-> Thursday", "the wrong day in our post. It should have said: Thursday. Sorry"),
        (
            "We're closed on Monday \N{SEE-NO-EVIL MONKEY}",
            "We're closed on Monday \N{SEE-NO-EVIL MONKEY} Sorry",
        ),
        ("Correction:", "It should have said: Correction: Sorry"),
    ],
)
def test_labels_and_loose_ends_are_left_out(right: str, words: str) -> None:
    assert words in draft(wrong_day(should_have_said=right))


@pytest.mark.parametrize(
    "answer", ["n/a", "N/A.", "?", "-", "nothing", "not sure yet", "I don't know", "TBD"]
)
def test_an_answer_that_says_nothing_is_a_gap_and_a_task(answer: str) -> None:
    report = wrong_day(should_have_said=answer)
    write = next(task for task in plan_for(report, Level.CORRECT_PUBLICLY).tasks if task.id == "publish")

    assert has_gap(draft(report))
    assert write.text.endswith("What is right has yet to be filled in.")


@pytest.mark.parametrize("answer", ["None of them", "Unknown Pleasures", "Nothing but the best", "5"])
def test_words_that_only_begin_like_no_answer_are_one(answer: str) -> None:
    assert f"It should have said: {answer}." in draft(wrong_day(should_have_said=answer))


def test_a_label_before_the_right_words_is_no_other_name() -> None:
    report = wrong_day(should_have_said="Correct link: https://example.org/run")
    plan = plan_for(report, Level.CORRECT_PUBLICLY)

    found = lint(draft(report), context_of(DraftKind.PUBLIC_CORRECTION, report, plan, HARBOUR))

    assert found == ()


def test_a_phones_own_quotes_and_dashes_do_not_halve_a_message() -> None:
    report = wrong_day(channel=Channel.PUSH_SMS, should_have_said="It’s on Thursday – “rain or shine”…")

    assert """It's on Thursday - "rain or shine"...""" in draft(report)
    assert "It’s on Thursday – “rain or shine”…" in draft(report, kind=DraftKind.PRIVATE_NOTE)


def test_of_how_we_behaved_it_is_said_as_it_is() -> None:
    report = hurtful(should_have_said="we stand with the families")

    assert draft(report, level=Level.APOLOGISE_PUBLICLY) == (
        "We're sorry. We published a post that was thoughtless and hurtful. We stand with the families."
    )


@pytest.mark.parametrize("mistake", [Mistake.ARGUMENT, Mistake.BAD_TIMING, Mistake.TONE_DEAF])
def test_how_we_behaved_is_no_slip_to_correct_or_to_laugh_at(mistake: Mistake) -> None:
    report = wrong_day(mistake=mistake, harm=Harm.EMBARRASSMENT, should_have_said="", still_misleading=StillMisleading.NO)  # fmt: skip

    text = draft(report, voice=PLAYFUL)

    assert text.startswith("We ")
    assert text.endswith("Sorry about that.")
    assert not has_gap(text)


@pytest.mark.parametrize("mistake", [Mistake.ARGUMENT, Mistake.BAD_TIMING, Mistake.TONE_DEAF])
@pytest.mark.parametrize("right", ["Free entry for members", "free entry for members"])
def test_what_people_wrongly_believe_is_led_up_to_however_we_behaved(mistake: Mistake, right: str) -> None:
    report = wrong_day(mistake=mistake, harm=Harm.TRUST, should_have_said=right, still_misleading=StillMisleading.YES)  # fmt: skip
    plan = plan_for(report, Level.CORRECT_PUBLICLY)

    text = draft(report)

    assert f"The facts: {right}." in text
    assert lint(text, context_of(DraftKind.PUBLIC_CORRECTION, report, plan, HARBOUR)) == ()


def test_whoever_we_argued_with_is_told_so() -> None:
    fight = hurtful(mistake=Mistake.ARGUMENT)

    note = draft(fight, level=Level.DIRECT_CONTACT, kind=DraftKind.PRIVATE_NOTE)

    assert "We argued with you in public where we should have listened." in note
    assert "concerns you" not in note


@pytest.mark.parametrize("mistake", [Mistake.SENT_BY_ACCIDENT, Mistake.WRONG_AUDIENCE])
def test_nobody_is_told_to_ignore_what_hurt_them(mistake: Mistake) -> None:
    stray = hurtful(mistake=mistake, channel=Channel.EMAIL, still_misleading=StillMisleading.NO)

    text = draft(stray, level=Level.APOLOGISE_PUBLICLY)

    assert "That hurt people." in text
    assert "ignore" not in text
    assert not has_gap(text)


def test_what_is_to_be_ignored_is_named_where_the_right_words_stand_before_it() -> None:
    admitted = wrong_day(mistake=Mistake.WRONG_AUDIENCE, channel=Channel.EMAIL, should_have_said="You are on the waiting list")  # fmt: skip

    text = draft(admitted, level=Level.APOLOGISE_PUBLICLY)

    assert "The facts: You are on the waiting list. Please ignore the earlier e-mail." in text


@pytest.mark.parametrize("mistake", [Mistake.WRONG_IMAGE, Mistake.BROKEN_LINK_OR_IMAGE])
def test_what_can_be_seen_in_the_mended_post_has_not_to_be_filled_in(mistake: Mistake) -> None:
    swapped = wrong_day(mistake=mistake, undo=Undo.DELETE_AND_REPOST, should_have_said="")
    publish = next(task for task in plan_for(swapped, Level.CORRECT_PUBLICLY).tasks if task.id == "publish")

    assert not has_gap(draft(swapped))
    assert "Fill in" not in publish.text
    assert has_gap(draft(wrong_day(mistake=mistake, should_have_said="")))


@pytest.mark.parametrize(
    ("right", "did"),
    [
        ("mango tubs are €6.50", "gave the wrong price"),
        ("27.4p/kWh", "gave the wrong price"),
        ("The code takes 10% off, not 100%.", "got an offer wrong"),
        ("2 for 1 on Tuesdays", "got an offer wrong"),
        ("$5 off, not $50", "got an offer wrong"),
        ("only in our shop", "got an offer wrong"),
    ],
)
def test_a_price_and_an_offer_are_told_apart_where_the_right_words_show_it(right: str, did: str) -> None:
    text = draft(wrong_day(mistake=Mistake.WRONG_PRICE_OR_OFFER, should_have_said=right))

    assert f"We {did} in our post." in text


def test_only_what_was_mended_should_say_it_still() -> None:
    edited, sent = (draft(wrong_day(undo=undo), voice=FORMAL) for undo in (Undo.EDIT, Undo.CANNOT))

    assert "It should say: Thursday." in edited
    assert "It should have said: Thursday." in sent


def test_a_mail_is_signed_by_the_brand_where_it_has_no_sign_off_of_its_own() -> None:
    mailed = wrong_day(channel=Channel.EMAIL)
    alarm = wrong_day(channel=Channel.EMAIL, mistake=Mistake.FALSE_ALARM)

    for level in (Level.CORRECT_PUBLICLY, Level.APOLOGISE_PUBLICLY):
        assert draft(mailed, level=level).endswith("\n\nHarbour Run")
    assert draft(alarm, kind=DraftKind.ALL_CLEAR, level=decide(alarm).level).endswith("\n\nHarbour Run")
    assert not draft(wrong_day()).endswith("Harbour Run")


@pytest.mark.parametrize("mistake", [Mistake.TONE_DEAF, Mistake.CONFIDENTIAL_INFO, Mistake.PRIVATE_INFO])
def test_what_has_no_right_version_is_not_headed_as_a_correction(mistake: Mistake) -> None:
    release = hurtful(mistake=mistake, channel=Channel.PRESS_RELEASE)

    assert draft(release, level=Level.APOLOGISE_PUBLICLY).startswith("STATEMENT: Harbour Run, ")
    assert draft(wrong_day(channel=Channel.PRESS_RELEASE)).startswith("CORRECTION: Harbour Run, ")


ALIVE = "Ruth Adler is alive and well, and is spending the day at home."


@pytest.mark.parametrize("channel", [Channel.PUSH_SMS, Channel.X, Channel.BLUESKY, Channel.FACEBOOK])
@pytest.mark.parametrize(
    "mistake", [Mistake.WRONG_FACT, Mistake.SENT_BY_ACCIDENT, Mistake.UNFINISHED_OR_TEST]
)
@pytest.mark.parametrize("kind", [DraftKind.PUBLIC_CORRECTION, DraftKind.REPLY_IF_ASKED])
@pytest.mark.parametrize("level", [Level.CORRECT_PUBLICLY, Level.APOLOGISE_PUBLICLY, Level.FULL_RESPONSE])
def test_what_is_right_stays_where_it_fits_beside_the_apology(
    level: Level, kind: DraftKind, mistake: Mistake, channel: Channel
) -> None:
    obituary = wrong_day(mistake=mistake, harm=Harm.HURTS_PEOPLE, channel=channel, noticed=Noticed.PRESS, still_misleading=StillMisleading.YES, should_have_said=ALIVE)  # fmt: skip
    plan = plan_for(obituary, level)

    text = draft(obituary, level=level, kind=kind)

    labels = {finding.label for finding in lint(text, context_of(kind, obituary, plan, HARBOUR))}
    is_signed = level is Level.FULL_RESPONSE and kind is DraftKind.PUBLIC_CORRECTION
    assert ALIVE in text
    assert "sorry" in text
    assert ("of the leader" in text) is is_signed
    assert labels <= {Label.GAP}


@pytest.mark.parametrize("length", [100, 125, 150, 200])
def test_in_a_full_response_what_is_still_to_be_agreed_gives_way_to_what_is_right(length: int) -> None:
    right = ("She is alive. " * 20)[:length].strip()
    obituary = wrong_day(harm=Harm.HURTS_PEOPLE, noticed=Noticed.PRESS, should_have_said=right)

    text = draft(obituary, level=Level.FULL_RESPONSE)

    assert right in text
    assert "of the leader" in text


def test_a_full_response_keeps_its_leader_where_what_is_right_does_not_fit() -> None:
    obituary = wrong_day(harm=Harm.HURTS_PEOPLE, channel=Channel.PUSH_SMS, should_have_said=ALIVE * 3)

    text = draft(obituary, level=Level.FULL_RESPONSE)

    assert text.startswith("We're sorry. [[what is right, in a few words]]")
    assert "of the leader" in text


@pytest.mark.parametrize(
    "facts",
    [
        {"fault": Fault.OUTSIDER},
        {"mistake": Mistake.PRIVATE_INFO, "harm": Harm.PRIVACY},
        {"mistake": Mistake.TONE_DEAF},
    ],
)
def test_a_strangers_deed_a_leak_and_how_we_behaved_are_told_however_short_it_is(
    facts: dict[str, Any],
) -> None:
    long_one = wrong_day(**{"harm": Harm.HURTS_PEOPLE, "channel": Channel.PUSH_SMS, "should_have_said": "y" * 125} | facts)  # fmt: skip

    assert "y" * 125 not in draft(long_one, level=Level.APOLOGISE_PUBLICLY)


def test_an_all_clear_gives_up_the_time_before_what_people_are_to_do() -> None:
    right = "People in Mill Lane and in the two streets behind it have to leave their homes because of a gas leak."
    alarm = wrong_day(mistake=Mistake.FALSE_ALARM, harm=Harm.SAFETY, channel=Channel.PUSH_SMS, went_out_at=LATE_EVENING, should_have_said=right)  # fmt: skip

    text = render_draft(DraftKind.ALL_CLEAR, report=alarm, plan=decide(alarm), brand=HARBOUR)

    assert text == f"The alert was wrong. {right} We're sorry."
