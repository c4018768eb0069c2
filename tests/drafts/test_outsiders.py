"""What a stranger did in the brand's name is told, and not only denied."""

from dataclasses import replace

import pytest

from bot.draft_kinds import DraftKind, kinds_for
from bot.plan import Level
from bot.report import Affected, Channel, Fault, Harm, Mistake, RedFlag, StillMisleading, Undo
from bot.voice import FRIENDLY, Pronoun
from tests.drafts.making import draft, plan_for, wrong_day

HACKED = wrong_day(
    mistake=Mistake.WRONG_ACCOUNT,
    harm=Harm.MISLEADS_DECISION,
    still_misleading=StillMisleading.YES,
    fault=Fault.OUTSIDER,
    undo=Undo.DELETE,
    should_have_said="",
)
EXPOSED = replace(
    HACKED,
    mistake=Mistake.PRIVATE_INFO,
    harm=Harm.PRIVACY,
    affected=Affected.FEW_KNOWN,
    red_flags=frozenset({RedFlag.PERSONAL_DATA}),
)
LETTERS = (DraftKind.PRIVATE_NOTE, DraftKind.PHONE_NOTES)


def test_readers_hear_who_posted_it_and_what_not_to_do() -> None:
    text = draft(HACKED)

    assert text == (
        "Correction: Somebody else had access to our account and published the post. We have removed it."
        " Please do not act on it, use its links, pay or reply. We're sorry."
    )


def test_what_nobody_can_act_on_any_more_is_only_to_be_ignored() -> None:
    over = replace(HACKED, still_misleading=StillMisleading.NO)

    assert "Please ignore it." in draft(over)
    assert "Please do not act on it" in draft(replace(over, still_misleading=StillMisleading.UNSURE))


def test_after_the_right_words_it_is_plain_what_is_not_to_be_gone_by() -> None:
    told = replace(HACKED, should_have_said="Tickets are sold at the door")

    assert "We have removed the post. Please do not act on the post," in draft(told)
    gap = draft(replace(HACKED, mistake=Mistake.WRONG_FACT))
    assert "[[what it should have said]]. We have removed the post. Please do not act on the post," in gap
    assert "Please do not act on the first version," in draft(replace(told, undo=Undo.EDIT))


def test_whoever_asks_is_warned_too() -> None:
    assert "Please do not act on it" in draft(HACKED, kind=DraftKind.REPLY_IF_ASKED)


@pytest.mark.parametrize(
    ("channel", "words"),
    [
        (Channel.WEBSITE, "Somebody else had access to our website and published the page."),
        (Channel.EMAIL, "Somebody else had access to our account and sent the e-mail."),
        (Channel.IN_PERSON, "Somebody else gave the talk in our name. Please do not act on it."),
        (Channel.PRESS_RELEASE, "Somebody else sent the press release in our name. Please do not act on it."),
        (Channel.PRINT_BROADCAST, "Somebody else published the piece [[its title and date]] in our name."),
    ],
)
def test_only_where_there_is_an_account_somebody_got_into_it(channel: Channel, words: str) -> None:
    assert words in draft(replace(HACKED, channel=channel, undo=Undo.CANNOT))


def test_a_brand_that_was_named_is_not_named_again() -> None:
    text = draft(HACKED, level=Level.APOLOGISE_PUBLICLY, voice=replace(FRIENDLY, pronoun=Pronoun.NAME))

    assert text.startswith("Harbour Run is sorry. Somebody else had access to its account and")
    assert "had access to Harbour Run's account" in draft(
        HACKED, voice=replace(FRIENDLY, pronoun=Pronoun.NAME)
    )


@pytest.mark.parametrize("channel", list(Channel))
@pytest.mark.parametrize("kind", LETTERS)
def test_those_whose_data_got_out_are_told_whoever_did_it(channel: Channel, kind: DraftKind) -> None:
    text = draft(replace(EXPOSED, channel=channel, undo=Undo.CANNOT), level=Level.DIRECT_CONTACT, kind=kind)

    assert "Private information of yours got out" in text
    assert "didn't" not in text
    assert ("[[which" in text) is (kind is DraftKind.PRIVATE_NOTE)
    assert ("Say which information of theirs it was" in text) is (kind is DraftKind.PHONE_NOTES)


@pytest.mark.parametrize("mistake", [Mistake.WRONG_ACCOUNT, Mistake.CONFIDENTIAL_INFO, Mistake.WRONG_IMAGE])
def test_so_are_they_where_it_is_the_harm_or_a_red_flag_that_says_so(mistake: Mistake) -> None:
    flagged = replace(EXPOSED, mistake=mistake, harm=Harm.OFFENCE)
    harmful = replace(EXPOSED, mistake=mistake, red_flags=frozenset())

    for report in (flagged, harmful):
        note = draft(report, level=Level.DIRECT_CONTACT, kind=DraftKind.PRIVATE_NOTE)
        assert "Private information of yours got out" in note


def test_a_mail_with_somebodys_data_is_to_be_deleted_by_whoever_got_it() -> None:
    mailed = replace(EXPOSED, mistake=Mistake.CONFIDENTIAL_INFO, channel=Channel.EMAIL, undo=Undo.CANNOT)

    note = draft(mailed, level=Level.DIRECT_CONTACT, kind=DraftKind.PRIVATE_NOTE)

    assert "If you received the e-mail, please delete it" in note


def test_a_secret_that_a_stranger_gave_away_is_said_to_be_out() -> None:
    leak = replace(HACKED, mistake=Mistake.CONFIDENTIAL_INFO, affected=Affected.INVESTORS)

    note = draft(leak, level=Level.DIRECT_CONTACT, kind=DraftKind.PRIVATE_NOTE)

    told = "Somebody else had access to our account, and information got out that should have stayed with us."
    assert told in draft(leak)
    assert f"{told} It concerns you." in note


def test_of_a_picture_that_exposed_somebody_no_right_one_is_asked_for() -> None:
    child = replace(
        EXPOSED, mistake=Mistake.WRONG_IMAGE, fault=Fault.HONEST_SLIP, still_misleading=StillMisleading.NO
    )
    plan = plan_for(child, Level.DIRECT_CONTACT)

    for kind in kinds_for(plan, child):
        assert "right picture" not in draft(child, level=Level.DIRECT_CONTACT, kind=kind)
