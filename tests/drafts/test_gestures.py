"""A like or a share of somebody else's post is told as what it was: nobody is to confess a post that they never wrote."""

import pytest

from bot.draft_kinds import DraftKind
from bot.drafts.gestures import gesture_of
from bot.drafts.mending import tells_what_was_done
from bot.plan import Level
from bot.report import Channel, Harm, Mistake, Report, Undo
from tests.drafts.making import HARBOUR, draft


def told(what: str, **facts: object) -> str:
    given = {"channel": Channel.X, "mistake": Mistake.TONE_DEAF, "harm": Harm.OFFENCE, "undo": Undo.DELETE}
    return draft(Report(what, **(given | facts)), level=Level.APOLOGISE_PUBLICLY)  # type: ignore[arg-type]


def test_a_like_is_not_told_as_a_post_of_our_own() -> None:
    text = told("The account of our union liked a post that mocks strikers")

    assert "We liked a post that was thoughtless and offensive." in text
    assert "We have taken the like back." in text
    assert tells_what_was_done(text)


def test_a_share_is_taken_off_the_account() -> None:
    text = told("We retweeted a cartoon about the election", undo=Undo.ALREADY_GONE)

    assert "We shared a post that was thoughtless and offensive." in text
    assert "We have taken it off our account." in text


def test_a_like_from_the_wrong_account_is_told_so() -> None:
    text = told("Somebody liked an insulting tweet", mistake=Mistake.WRONG_ACCOUNT)

    assert "We liked a post from the wrong account." in text


@pytest.mark.parametrize(
    "what",
    [
        "We posted a joke about the flood and thousands shared it",
        "Our post was liked by a party",
        "We tweeted the wrong date, a minister shared the screenshot",
        "We shared the wrong link",
        "Nobody liked our picture of the cake",
        "We wrote that they liked the old menu",
    ],
)
def test_what_was_our_own_is_no_gesture(what: str) -> None:
    assert gesture_of(Report(what, channel=Channel.X), HARBOUR.name) == ""


@pytest.mark.parametrize(
    ("what", "gesture"),
    [
        ("We accidentally liked a racist tweet", "liked"),
        ("The club's page shared a video that makes fun of deaf fans", "shared"),
        ("An intern reposted somebody's rant from our account", "shared"),
        ("I favourited an ugly comment", "liked"),
        ("Harbour Run liked a sexist post", "liked"),
    ],
)
def test_a_gesture_is_known_by_who_did_it_and_to_what(what: str, gesture: str) -> None:
    assert gesture_of(Report(what, channel=Channel.X), HARBOUR.name) == gesture


def test_in_a_mail_nothing_is_liked() -> None:
    assert gesture_of(Report("We shared a list of our donors", channel=Channel.EMAIL), HARBOUR.name) == ""


def test_an_apology_by_mail_asks_those_who_got_it_to_delete_what_was_not_for_them() -> None:
    report = Report(
        "All addresses were in the To line",
        channel=Channel.EMAIL,
        mistake=Mistake.PRIVATE_INFO,
        harm=Harm.PRIVACY,
    )

    assert "Please delete it, and do not pass it on." in draft(report, level=Level.APOLOGISE_PUBLICLY)
    assert "delete it" not in draft(report, level=Level.APOLOGISE_PUBLICLY, kind=DraftKind.REPLY_IF_ASKED)
