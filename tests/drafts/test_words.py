import re
from dataclasses import replace

import pytest

from bot.decision import decide
from bot.draft_kinds import DraftKind, kinds_for
from bot.drafts import render_draft
from bot.plan import Level
from bot.report import Channel, Fault, Harm, Mistake, StillMisleading, Undo
from bot.voice import FORMAL, FRIENDLY, PLAYFUL, Emoji, Pronoun, Voice
from tests.drafts.making import HARBOUR, LATE_EVENING, draft, hurtful, plan_for, wrong_day


def test_a_correction_says_what_was_wrong_what_is_right_and_a_light_sorry() -> None:
    assert draft(wrong_day()) == (
        "Correction: We gave the wrong day in our post. It should have said: Thursday. Sorry for the mix-up."
    )


def test_an_apology_is_sorry_says_we_did_it_and_mends_it() -> None:
    report = hurtful(undo=Undo.DELETE)

    assert draft(report, level=Level.APOLOGISE_PUBLICLY) == (
        "We're sorry. We published a post that was thoughtless and hurtful. We have removed the post."
    )


def test_the_three_presets_sound_different() -> None:
    report = wrong_day()

    formal, friendly, playful = (draft(report, voice=voice) for voice in (FORMAL, FRIENDLY, PLAYFUL))

    assert "We apologise for the error." in formal
    assert "Sorry for the mix-up." in friendly
    assert playful.startswith("Oops!")


@pytest.mark.parametrize("voice", [FORMAL, FRIENDLY, PLAYFUL])
def test_a_serious_case_is_neither_playful_nor_decorated(voice: Voice) -> None:
    loud = replace(voice, emoji=Emoji.YES, enthusiastic=1, serious=-1, respectful=-1)

    text = draft(hurtful(), level=Level.CORRECT_PUBLICLY, voice=loud)

    assert "!" not in text
    assert text.isascii()


@pytest.mark.parametrize(
    ("mistake", "words"),
    [
        (Mistake.WRONG_LABEL, "We used the wrong caption in our post."),
        (Mistake.WRONG_PRICE_OR_OFFER, "We got an offer wrong in our post."),
        (Mistake.BROKEN_LINK_OR_IMAGE, "We published a post that didn't work as it should."),
    ],
)
def test_a_public_word_never_leaves_open_which_of_two_things_was_wrong(mistake: Mistake, words: str) -> None:
    text = draft(wrong_day(mistake=mistake, should_have_said="Two for one"))

    assert words in text
    assert " or " not in text


def test_the_reporters_note_never_reaches_a_draft() -> None:
    report = hurtful(channel=Channel.EMAIL)

    for level in Level:
        plan = plan_for(report, level)
        for kind in kinds_for(plan, report):
            assert "vermin" not in render_draft(kind, report=report, plan=plan, brand=HARBOUR)


@pytest.mark.parametrize(
    ("right", "thing"),
    [
        ("Thursday", "the wrong day"),
        ("on Thursday.", "the wrong day"),
        ("4 May 2026", "the wrong date"),
        ("Thursday, May 4th", "the wrong date"),
        ("10:30", "the wrong time"),
        ("7 p.m.", "the wrong time"),
        ("€19.90", "the wrong price"),
        ("https://example.org/a?b=c", "the wrong link"),
        ("12 percent", "the wrong number"),
        ("Dr Amina Yusuf", "wrong information"),
        ("It is on Thursday", "wrong information"),
    ],
)
def test_what_was_wrong_is_named_only_where_the_right_words_show_it(right: str, thing: str) -> None:
    assert f"We gave {thing} in our post." in draft(wrong_day(should_have_said=right))


@pytest.mark.parametrize(
    ("right", "sentence"),
    [
        ("thursday", "It should have said: thursday. Sorry"),
        ("It is on Thursday.", "It should have said: It is on Thursday. Sorry"),
        ("Doors at 9\nRun at 10", "It should have said:\nDoors at 9\nRun at 10\nSorry"),
        ("example: https://example.org/run", "It should have said: example: https://example.org/run\nSorry"),
        ("Is it Thursday?", "It should have said: Is it Thursday? Sorry"),
        ("“Thursday.”", "It should have said: “Thursday.” Sorry"),
    ],
)
def test_the_right_words_stand_as_they_were_typed(right: str, sentence: str) -> None:
    assert sentence in draft(wrong_day(should_have_said=right))


def test_missing_right_words_are_a_gap() -> None:
    assert "It should have said: [[what it should have said]]." in draft(wrong_day(should_have_said=""))


def test_what_is_only_to_be_ignored_needs_no_right_words() -> None:
    text = draft(wrong_day(mistake=Mistake.SENT_BY_ACCIDENT, should_have_said=""))

    assert "Please ignore it." in text
    assert "[[" not in text


def test_a_full_response_leaves_gaps_for_the_leader_the_repair_and_the_change() -> None:
    text = draft(hurtful(channel=Channel.WEBSITE), level=Level.FULL_RESPONSE)

    assert re.findall(r"\[\[(\w+)", text) == ["how", "what", "name"]


def test_the_leader_whom_the_brand_names_signs_a_full_response() -> None:
    led = replace(HARBOUR, leader="Ana Lopes, managing director")

    text = draft(hurtful(channel=Channel.WEBSITE), level=Level.FULL_RESPONSE, brand=led)

    assert text.endswith("\n\nAna Lopes, managing director")


def test_a_private_note_says_how_it_is_made_good_before_it_invites_questions() -> None:
    note = draft(hurtful(), level=Level.FULL_RESPONSE, kind=DraftKind.PRIVATE_NOTE)

    assert "[[how this is made good for you]]\n\nPlease reply to this message" in note


def test_a_holding_statement_says_nothing_about_the_content() -> None:
    text = draft(hurtful(), level=Level.ESCALATE_FIRST, kind=DraftKind.HOLDING_STATEMENT)

    assert (
        text
        == "We are looking into what happened with our post. We will say more here when the facts are checked."
    )


def test_the_all_clear_says_first_that_there_is_no_danger_and_when_the_alert_went_out() -> None:
    report = wrong_day(
        mistake=Mistake.FALSE_ALARM, channel=Channel.PUSH_SMS, should_have_said="", went_out_at=LATE_EVENING
    )
    plan = decide(report)

    text = render_draft(
        DraftKind.ALL_CLEAR, report=report, plan=plan, brand=replace(HARBOUR, timezone="Europe/Berlin")
    )

    assert text.startswith("There is no danger. The alert sent at 00:30 was a mistake.")


def test_the_date_is_the_brands_own() -> None:
    report = wrong_day(went_out_at=LATE_EVENING)

    in_berlin = draft(report, brand=replace(HARBOUR, timezone="Europe/Berlin"))
    in_new_york = draft(report, brand=replace(HARBOUR, timezone="America/New_York"))

    assert "in our post of 5 May" in in_berlin
    assert "in our post of 4 May" in in_new_york


@pytest.mark.parametrize(
    ("undo", "is_linked"),
    [(Undo.CANNOT, True), (Undo.EDIT, True), (Undo.DELETE, False), (Undo.ALREADY_GONE, False)],
)
def test_a_link_is_given_unless_it_leads_to_nothing(undo: Undo, is_linked: bool) -> None:
    text = draft(wrong_day(link="https://example.org/1", undo=undo))

    assert ("https://example.org/1" in text) is is_linked


@pytest.mark.parametrize("kind", DraftKind)
@pytest.mark.parametrize("undo", [Undo.EDIT, Undo.CANNOT])
def test_no_draft_leads_into_slack(kind: DraftKind, undo: Undo) -> None:
    inside = "https://acme.slack.com/archives/C1/p1"
    report = wrong_day(link=inside, undo=undo, should_have_said=f"Thursday, as in {inside}.")

    text = draft(report, kind=kind)

    assert "slack.com" not in text
    assert "Thursday" not in text or "as in [[a public address instead of the one in Slack]]." in text


def test_a_link_to_something_hurtful_is_not_spread() -> None:
    text = draft(hurtful(link="https://example.org/1"), level=Level.APOLOGISE_PUBLICLY)

    assert "https://" not in text


def test_those_whose_information_got_out_are_not_told_to_delete_it() -> None:
    report = hurtful(mistake=Mistake.PRIVATE_INFO, harm=Harm.PRIVACY)

    public = draft(report, level=Level.FULL_RESPONSE)
    note = draft(report, level=Level.FULL_RESPONSE, kind=DraftKind.PRIVATE_NOTE)

    assert "Please do not pass it on." in public
    assert "delete it" not in public
    assert "delete it" not in note


def test_whoever_got_somebody_elses_mail_is_asked_to_delete_it() -> None:
    stray = wrong_day(mistake=Mistake.WRONG_AUDIENCE, channel=Channel.EMAIL, should_have_said="")

    note = draft(stray, level=Level.DIRECT_CONTACT, kind=DraftKind.PRIVATE_NOTE)

    assert "Please delete it, and do not pass it on." in note


@pytest.mark.parametrize("kind", [DraftKind.PUBLIC_CORRECTION, DraftKind.PRIVATE_NOTE, DraftKind.PHONE_NOTES])
def test_what_an_outsider_posted_is_never_said_to_be_ours(kind: DraftKind) -> None:
    hacked = hurtful(mistake=Mistake.WRONG_ACCOUNT, fault=Fault.OUTSIDER)

    text = draft(hacked, level=Level.FULL_RESPONSE, kind=kind)

    assert "Somebody else had access to our account and published " in text
    assert "from the wrong account" not in text
    assert " our post" not in text


def test_an_outsiders_post_is_not_our_mix_up() -> None:
    hacked = wrong_day(mistake=Mistake.SENT_BY_ACCIDENT, fault=Fault.OUTSIDER, should_have_said="")

    assert draft(hacked) == (
        "Correction: Somebody else had access to our account and published the post. Please ignore it. Sorry for the confusion."
    )


@pytest.mark.parametrize("mistake", [Mistake.WRONG_IMAGE, Mistake.AUTOMATION])
def test_where_a_picture_or_a_machine_offends_there_is_nothing_right_to_fill_in(mistake: Mistake) -> None:
    shown = wrong_day(mistake=mistake, harm=Harm.OFFENCE, should_have_said="", still_misleading=StillMisleading.NO)  # fmt: skip

    offence = draft(shown, level=Level.APOLOGISE_PUBLICLY)
    mix_up = draft(replace(shown, harm=Harm.CONFUSION))

    assert "[[" not in offence
    assert "[[" in mix_up


def test_a_long_name_gives_way_before_the_right_words_do() -> None:
    right = "The run is on Thursday, 7 May, at 10:30, from the old harbour in town."
    text = wrong_day(channel=Channel.PUSH_SMS, mistake=Mistake.WRONG_AUDIENCE, harm=Harm.HURTS_PEOPLE, should_have_said=right)  # fmt: skip
    named = replace(FRIENDLY, pronoun=Pronoun.NAME)

    message = draft(text, level=Level.APOLOGISE_PUBLICLY, voice=named)

    assert right in message
    assert message.startswith("We're sorry.")


def test_what_leaked_is_removed_and_not_linked_where_its_history_stays_readable() -> None:
    leak = hurtful(
        mistake=Mistake.PRIVATE_INFO, harm=Harm.PRIVACY, undo=Undo.EDIT, link="https://example.org/1"
    )

    on_facebook = draft(replace(leak, channel=Channel.FACEBOOK), level=Level.APOLOGISE_PUBLICLY)
    on_linkedin = draft(replace(leak, channel=Channel.LINKEDIN), level=Level.APOLOGISE_PUBLICLY)

    assert "We have removed the post." in on_facebook
    assert "https://" not in on_facebook
    assert "We have corrected the post." in on_linkedin


@pytest.mark.parametrize("undo", [Undo.EDIT, Undo.DELETE_AND_REPOST])
def test_what_now_stands_there_is_not_to_be_ignored(undo: Undo) -> None:
    unfinished = wrong_day(mistake=Mistake.UNFINISHED_OR_TEST, channel=Channel.WEBSITE, undo=undo, should_have_said="")  # fmt: skip

    text = draft(unfinished, level=Level.APOLOGISE_PUBLICLY)

    assert "Please ignore the first version." in text
    assert "Please ignore it." in draft(replace(unfinished, undo=Undo.DELETE), level=Level.APOLOGISE_PUBLICLY)


def test_whoever_still_believes_somebody_elses_news_is_told_what_is_true() -> None:
    winners = wrong_day(mistake=Mistake.WRONG_AUDIENCE, channel=Channel.EMAIL, harm=Harm.MISLEADS_DECISION, should_have_said="", still_misleading=StillMisleading.YES)  # fmt: skip

    note = draft(winners, level=Level.DIRECT_CONTACT, kind=DraftKind.PRIVATE_NOTE)
    told = draft(replace(winners, should_have_said="You have not won."), level=Level.DIRECT_CONTACT, kind=DraftKind.PRIVATE_NOTE)  # fmt: skip
    write = next(task for task in plan_for(winners, Level.DIRECT_CONTACT).tasks if task.id == "write")

    assert "The facts: [[what people should know instead]]. Please delete it" in note
    assert "The facts: You have not won. Please delete the e-mail" in told
    assert write.text.endswith("What is right has yet to be filled in.")


def test_those_whose_secret_was_published_are_not_asked_to_delete_it() -> None:
    secret = wrong_day(mistake=Mistake.CONFIDENTIAL_INFO, channel=Channel.WEBSITE, should_have_said="", still_misleading=StillMisleading.NO)  # fmt: skip
    mailed = replace(secret, channel=Channel.EMAIL)

    published, sent = (draft(report, level=Level.DIRECT_CONTACT, kind=DraftKind.PRIVATE_NOTE) for report in (secret, mailed))  # fmt: skip

    assert "delete it" not in published
    assert "Please delete it, and do not pass it on." in sent


def test_nobody_is_told_to_ignore_what_a_stranger_hurt_them_with() -> None:
    slur = hurtful(mistake=Mistake.SENT_BY_ACCIDENT, fault=Fault.OUTSIDER, undo=Undo.DELETE, still_misleading=StillMisleading.NO)  # fmt: skip

    assert draft(slur, level=Level.APOLOGISE_PUBLICLY) == (
        "We're sorry. Somebody else had access to our account and published the post. The post hurt people. We have removed it."
    )


def test_what_is_gone_should_have_said_it_and_what_was_spoken_we_should_have_said() -> None:
    brisk = replace(FRIENDLY, enthusiastic=-1)

    assert "It should say: Thursday." in draft(wrong_day(undo=Undo.EDIT), voice=brisk)
    assert "It should have said: Thursday." in draft(wrong_day(undo=Undo.DELETE), voice=brisk)
    assert "We should have said: Thursday." in draft(wrong_day(channel=Channel.IN_PERSON))


def test_thanks_and_a_light_sorry_give_way_before_the_right_words_do() -> None:
    right = "Doors open at 6 pm, the concert starts at 7 pm, and tickets are 12 EUR at the door."
    message = wrong_day(channel=Channel.PUSH_SMS, mistake=Mistake.TYPO, harm=Harm.EMBARRASSMENT, should_have_said=right)  # fmt: skip

    for kind in (DraftKind.PUBLIC_CORRECTION, DraftKind.REPLY_IF_ASKED):
        assert right in draft(message, kind=kind, voice=PLAYFUL)
    assert "We're sorry." in draft(replace(message, harm=Harm.MISLEADS_DECISION))


def test_whoever_is_told_that_their_information_got_out_is_told_which() -> None:
    leak = hurtful(mistake=Mistake.PRIVATE_INFO, harm=Harm.PRIVACY)

    note = draft(leak, level=Level.DIRECT_CONTACT, kind=DraftKind.PRIVATE_NOTE)

    assert "and it concerns you: [[which information of yours it was]]." in note
    assert "[[which" not in draft(leak, level=Level.APOLOGISE_PUBLICLY)


@pytest.mark.parametrize("undo", [Undo.DELETE, Undo.EDIT, Undo.DELETE_AND_REPOST])
def test_what_is_let_go_is_not_said_to_be_mended(undo: Undo) -> None:
    typo = wrong_day(mistake=Mistake.TYPO, harm=Harm.NONE, undo=undo)

    reply = draft(typo, level=Level.LET_IT_GO, kind=DraftKind.REPLY_IF_ASKED)
    gone = draft(replace(typo, undo=Undo.ALREADY_GONE), level=Level.LET_IT_GO, kind=DraftKind.REPLY_IF_ASKED)

    assert "We have" not in reply
    assert "We have removed the post." in gone


def test_of_what_a_stranger_hurt_people_with_there_is_nothing_right_to_fill_in() -> None:
    slur = hurtful(mistake=Mistake.WRONG_ACCOUNT, fault=Fault.OUTSIDER, still_misleading=StillMisleading.NO)

    assert "[[" not in draft(slur, level=Level.CORRECT_PUBLICLY)
