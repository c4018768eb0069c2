"""Drafts say nothing that nobody has said, and ask for what people need."""

from dataclasses import replace

import pytest

from bot.decision import decide
from bot.draft_kinds import DraftKind, has_gap
from bot.drafts import render_draft
from bot.drafts.mending import tells_what_was_done
from bot.plan import Level
from bot.report import Channel, Fault, Harm, Mistake, Noticed, RedFlag, Report, StillMisleading, Undo
from bot.voice import FRIENDLY, Pronoun
from tests.drafts.making import HARBOUR, draft, hurtful, plan_for, wrong_day


def all_clear(report: Report) -> str:
    return render_draft(DraftKind.ALL_CLEAR, report=report, plan=decide(report), brand=HARBOUR)


@pytest.mark.parametrize("undo", [Undo.DELETE, Undo.EDIT, Undo.DELETE_AND_REPOST])
def test_what_is_kept_until_counsel_was_asked_is_not_said_to_be_mended(undo: Undo) -> None:
    disputed = wrong_day(harm=Harm.LEGAL_FINANCIAL, undo=undo)
    take_back = next(
        task for task in plan_for(disputed, Level.APOLOGISE_PUBLICLY).tasks if task.id == "take-back"
    )

    kept, exposed, gone = (
        draft(report, level=Level.APOLOGISE_PUBLICLY)
        for report in (disputed, replace(disputed, still_misleading=StillMisleading.YES), replace(disputed, undo=Undo.ALREADY_GONE))
    )  # fmt: skip

    assert take_back.text.startswith("Once counsel was asked")
    assert "We have" not in kept
    assert "We have" in exposed
    assert "We have removed the post." in gone


@pytest.mark.parametrize("undo", [Undo.DELETE, Undo.EDIT, Undo.DELETE_AND_REPOST])
@pytest.mark.parametrize("channel", [Channel.X, Channel.PRESS_RELEASE, Channel.YOUTUBE, Channel.TIKTOK])
def test_a_draft_that_says_that_the_original_is_mended_is_known_for_it(undo: Undo, channel: Channel) -> None:
    mended, as_it_was = (
        draft(wrong_day(channel=channel, undo=done), level=Level.APOLOGISE_PUBLICLY)
        for done in (undo, Undo.CANNOT)
    )

    assert tells_what_was_done(mended)
    assert not tells_what_was_done(as_it_was)


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("We've now taken the post down.", True),
        ("I took it down.", True),
        ("We cut the passage out.", True),
        ("We have taken that out of our video.", True),
        ("The wrong price has been corrected.", True),
        ("The video is gone.", True),
        ("We quickly swapped the picture.", True),
        ("We will delete it today.", False),
        ("Please delete it, and do not pass it on.", False),
        ("The run is on Thursday, not Tuesday.", False),
    ],
)
def test_what_somebody_writes_about_the_original_is_known_too(text: str, is_told: bool) -> None:
    assert tells_what_was_done(text) is is_told


def test_while_the_first_version_is_kept_for_counsel_there_is_no_second_one_to_go_by() -> None:
    stray = wrong_day(mistake=Mistake.UNFINISHED_OR_TEST, harm=Harm.LEGAL_FINANCIAL, undo=Undo.EDIT, should_have_said="")  # fmt: skip
    picture = replace(stray, mistake=Mistake.WRONG_IMAGE)
    publish = next(task for task in plan_for(picture, Level.CORRECT_PUBLICLY).tasks if task.id == "publish")

    assert "Please ignore it." in draft(stray)
    assert "[[a link to the right picture]]" in draft(picture)
    assert publish.text.endswith("What is right has yet to be filled in.")


@pytest.mark.parametrize("channel", [Channel.EMAIL, Channel.X, Channel.PUSH_SMS])
def test_false_news_of_a_death_is_called_false_and_is_no_all_clear(channel: Channel) -> None:
    alarm = wrong_day(
        mistake=Mistake.FALSE_ALARM,
        harm=Harm.HURTS_PEOPLE,
        channel=channel,
        red_flags=frozenset({RedFlag.DEATH_OR_INJURY}),
        should_have_said="The singer is at home and well.",
    )

    text = all_clear(alarm)

    words = (
        "The alert was false. The singer is at home and well. Please do not pass the alert on. We're sorry."
    )
    assert words in text
    assert "danger" not in text
    assert "do anything" not in text


@pytest.mark.parametrize(
    ("harm", "flags"),
    [
        (Harm.SAFETY, {RedFlag.DEATH_OR_INJURY}),
        (Harm.CONFUSION, {RedFlag.DEATH_OR_INJURY, RedFlag.SAFETY}),
        (Harm.CONFUSION, set()),
    ],
)
def test_an_alarm_about_safety_stays_an_all_clear_though_somebody_was_said_to_be_hurt(
    harm: Harm, flags: set[RedFlag]
) -> None:
    alarm = wrong_day(mistake=Mistake.FALSE_ALARM, harm=harm, red_flags=frozenset(flags), should_have_said="")

    assert "There is no danger." in all_clear(alarm)


@pytest.mark.parametrize("kind", [DraftKind.PUBLIC_CORRECTION, DraftKind.REPLY_IF_ASKED])
def test_that_an_account_is_back_is_not_said_before_anybody_has_said_so(kind: DraftKind) -> None:
    hacked = wrong_day(mistake=Mistake.WRONG_ACCOUNT, fault=Fault.OUTSIDER)

    assert "back with us" not in draft(hacked, level=Level.FULL_RESPONSE, kind=kind)


@pytest.mark.parametrize("fault", [Fault.HONEST_SLIP, Fault.OUTSIDER])
def test_what_nobody_has_noticed_has_not_hurt_people_yet(fault: Fault) -> None:
    leak = hurtful(mistake=Mistake.CONFIDENTIAL_INFO, fault=fault)

    unseen, seen = (
        draft(replace(leak, noticed=noticed), level=Level.APOLOGISE_PUBLICLY)
        for noticed in (Noticed.NOBODY_YET, Noticed.A_FEW)
    )

    assert "hurt people" not in unseen
    assert "hurt people." in seen


def test_of_a_mail_that_shows_everybodys_address_those_who_got_it_are_asked_to_delete_it() -> None:
    open_list = wrong_day(mistake=Mistake.PRIVATE_INFO, channel=Channel.EMAIL, harm=Harm.PRIVACY)

    mailed, posted = (
        draft(report, level=Level.DIRECT_CONTACT, kind=DraftKind.PRIVATE_NOTE)
        for report in (open_list, replace(open_list, channel=Channel.X))
    )

    assert "If you received the e-mail, please delete it, and do not pass it on." in mailed
    assert "delete" not in posted


@pytest.mark.parametrize(
    ("channel", "undo", "words"),
    [
        (Channel.X, Undo.CANNOT, "Please do not go by the earlier post."),
        (Channel.EMAIL, Undo.CANNOT, "Please do not go by the earlier e-mail."),
        (Channel.WEBSITE, Undo.EDIT, "Please do not go by the earlier version."),
        (Channel.IN_PERSON, Undo.CANNOT, "Please do not go by the earlier version."),
    ],
)
def test_whoever_could_come_to_harm_is_told_not_to_go_by_it(channel: Channel, undo: Undo, words: str) -> None:
    dose = wrong_day(harm=Harm.SAFETY, still_misleading=StillMisleading.YES, channel=channel, undo=undo)
    over = replace(dose, still_misleading=StillMisleading.NO)

    kinds = {*DraftKind} - {DraftKind.HOLDING_STATEMENT, DraftKind.ALL_CLEAR}
    for kind in kinds:
        assert words in draft(dose, level=Level.FULL_RESPONSE, kind=kind)
        assert "go by" not in draft(over, level=Level.FULL_RESPONSE, kind=kind)
    assert words in draft(dose, level=Level.CORRECT_PUBLICLY)
    assert words in draft(dose, level=Level.APOLOGISE_PUBLICLY)


@pytest.mark.parametrize("level", [Level.DIRECT_CONTACT, Level.CORRECT_PUBLICLY, Level.APOLOGISE_PUBLICLY])
def test_whoever_may_pay_or_travel_on_it_is_told_not_to_before_what_is_right(level: Level) -> None:
    account = wrong_day(
        harm=Harm.MISLEADS_DECISION,
        still_misleading=StillMisleading.YES,
        channel=Channel.EMAIL,
        should_have_said="IBAN DE89 3704 0044 0532 0130 00",
    )
    kind = DraftKind.PRIVATE_NOTE if level is Level.DIRECT_CONTACT else DraftKind.PUBLIC_CORRECTION

    text = draft(account, level=level, kind=kind)

    _, _, body = text.partition("Hello")
    assert body.index("Please do not go by the earlier e-mail.") < body.index("IBAN DE89")
    assert "If you have already acted on it, please tell us: we will help you put it right." in body


def test_help_is_offered_only_where_it_is_read_in_private_and_acting_on_it_can_be_put_right() -> None:
    account = wrong_day(harm=Harm.MISLEADS_DECISION, still_misleading=StillMisleading.YES)
    dose = replace(account, harm=Harm.SAFETY)

    posted = draft(account, level=Level.CORRECT_PUBLICLY)
    noted = draft(dose, level=Level.FULL_RESPONSE, kind=DraftKind.PRIVATE_NOTE)

    assert "already acted" not in posted
    assert "already acted" not in noted
    assert "do not go by" in posted
    assert "do not go by" in noted


def test_whoever_is_phoned_about_a_stray_message_that_people_act_on_is_told_to_ignore_it() -> None:
    stray = wrong_day(mistake=Mistake.SENT_BY_ACCIDENT, harm=Harm.SAFETY, still_misleading=StillMisleading.YES)  # fmt: skip
    over = replace(stray, still_misleading=StillMisleading.NO)

    told, then = (
        draft(report, level=Level.DIRECT_CONTACT, kind=DraftKind.PHONE_NOTES) for report in (stray, over)
    )

    assert 'by mistake. Please ignore the earlier post."' in told
    assert "ignore" not in then


def test_what_is_to_be_ignored_needs_no_second_warning() -> None:
    stray = wrong_day(mistake=Mistake.SENT_BY_ACCIDENT, harm=Harm.SAFETY, still_misleading=StillMisleading.YES)  # fmt: skip

    text = draft(stray, level=Level.APOLOGISE_PUBLICLY)

    assert "Please ignore the earlier post." in text
    assert "go by" not in text


def test_in_a_short_message_the_right_words_are_worth_more_than_a_warning() -> None:
    right = "Take one tablet a day, not two. Call us if you took more."
    dose = wrong_day(harm=Harm.SAFETY, still_misleading=StillMisleading.YES, channel=Channel.PUSH_SMS, should_have_said=right)  # fmt: skip

    text = draft(dose, level=Level.APOLOGISE_PUBLICLY)

    assert right in text
    assert "go by" not in text


@pytest.mark.parametrize("pronoun", [Pronoun.WE, Pronoun.I, Pronoun.NAME])
def test_bad_timing_that_hurt_people_is_said_to_have_hurt_them(pronoun: Pronoun) -> None:
    timing = hurtful(mistake=Mistake.BAD_TIMING)
    voice = replace(FRIENDLY, pronoun=pronoun)

    hurt, unseen, harmless = (
        draft(report, level=Level.APOLOGISE_PUBLICLY, voice=voice)
        for report in (
            timing,
            replace(timing, noticed=Noticed.NOBODY_YET),
            replace(timing, harm=Harm.CONFUSION),
        )
    )

    assert hurt.endswith(" post at a time when it hurt people.")
    assert unseen.endswith(" post at a bad time.")
    assert harmless.endswith(" post at the wrong time.")


@pytest.mark.parametrize(
    ("channel", "words"),
    [
        (Channel.YOUTUBE, "We have taken the mistake out of the video."),
        (Channel.TIKTOK, "We have corrected the caption."),
        (Channel.LINKEDIN, "We have corrected the post."),
    ],
)
def test_nothing_is_said_to_be_corrected_that_its_channel_cannot_change(channel: Channel, words: str) -> None:
    assert words in draft(wrong_day(channel=channel, undo=Undo.EDIT), level=Level.APOLOGISE_PUBLICLY)


@pytest.mark.parametrize("mistake", [Mistake.UNFINISHED_OR_TEST, Mistake.SENT_BY_ACCIDENT])
@pytest.mark.parametrize(
    ("harm", "still", "is_asked"),
    [
        (Harm.SAFETY, StillMisleading.YES, True),
        (Harm.SAFETY, StillMisleading.UNSURE, True),
        (Harm.HURTS_PEOPLE, StillMisleading.YES, True),
        (Harm.MISLEADS_PUBLIC, StillMisleading.UNSURE, True),
        (Harm.HURTS_PEOPLE, StillMisleading.NO, False),
        (Harm.CONFUSION, StillMisleading.YES, False),
    ],
)
@pytest.mark.parametrize("channel", [Channel.PUSH_SMS, Channel.X, Channel.EMAIL])
def test_what_was_never_meant_to_go_out_needs_what_is_right_where_it_is_believed_and_weighs(
    mistake: Mistake, harm: Harm, still: StillMisleading, channel: Channel, *, is_asked: bool
) -> None:
    stray = wrong_day(mistake=mistake, harm=harm, still_misleading=still, channel=channel, should_have_said="")  # fmt: skip
    publish = next(task for task in plan_for(stray, Level.APOLOGISE_PUBLICLY).tasks if task.id == "publish")

    text = draft(stray, level=Level.APOLOGISE_PUBLICLY)

    assert ("The facts: [[what people should know instead]]. Please ignore the earlier " in text) is is_asked
    assert publish.text.endswith("What is right has yet to be filled in.") is is_asked
    if is_asked:
        assert "before it was ready" not in text


def test_of_what_a_stranger_sent_a_warning_is_enough() -> None:
    hacked = wrong_day(mistake=Mistake.WRONG_ACCOUNT, harm=Harm.MISLEADS_DECISION, still_misleading=StillMisleading.YES, fault=Fault.OUTSIDER, should_have_said="")  # fmt: skip

    text = draft(hacked)

    assert "Please do not act on it" in text
    assert not has_gap(text)
