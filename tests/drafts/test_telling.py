"""How it is told to whom: subjects, private notes, what people felt, and which piece or page it was."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.draft_kinds import DraftKind
from bot.plan import Level
from bot.report import Affected, Channel, Harm, Mistake, Noticed
from tests.drafts.making import draft, hurtful, wrong_day

NOON = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize("level", [Level.CORRECT_PUBLICLY, Level.APOLOGISE_PUBLICLY, Level.FULL_RESPONSE])
@pytest.mark.parametrize(
    ("right", "subject"),
    [
        ("The run is on Sunday.", "Correction: The run is on Sunday"),
        ("at 14:00", "Correction: the time is 14:00"),
        ("The run is on Sunday. " * 5, "Correction to our e-mail"),
        ("https://example.org/run", "Correction to our e-mail"),
    ],
)
def test_a_correction_by_mail_says_in_its_subject_what_is_right(
    level: Level, right: str, subject: str
) -> None:
    text = draft(wrong_day(channel=Channel.EMAIL, should_have_said=right), level=level)

    assert text.startswith(f"Subject: {subject}\n")


def test_a_mail_that_only_hurt_has_an_apology_for_a_subject_and_so_has_a_note_to_one_person() -> None:
    joke = draft(hurtful(channel=Channel.EMAIL), level=Level.APOLOGISE_PUBLICLY)
    note = draft(wrong_day(channel=Channel.YOUTUBE), level=Level.DIRECT_CONTACT, kind=DraftKind.PRIVATE_NOTE)
    mailing, long_one = (
        draft(wrong_day(channel=Channel.EMAIL, should_have_said=right), level=Level.DIRECT_CONTACT, kind=DraftKind.PRIVATE_NOTE)
        for right in ("Thursday", "The run is on Thursday. " * 5)
    )  # fmt: skip

    assert joke.startswith("Subject: An apology for our e-mail\n")
    assert note.startswith("Subject: Sorry about our video\n")
    assert mailing.startswith("Subject: Correction: the day is Thursday\n")
    assert long_one.startswith("Subject: Correction to our e-mail\n")


def test_whoever_is_named_in_the_right_words_is_told_that_they_go_out_in_public() -> None:
    claim = wrong_day(should_have_said="Mara Lindqvist took no money", affected=Affected.FEW_KNOWN)
    public, private = (
        draft(claim, level=level, kind=DraftKind.PRIVATE_NOTE)
        for level in (Level.APOLOGISE_PUBLICLY, Level.DIRECT_CONTACT)
    )

    assert "It concerns you, so you hear this from us." in public
    assert "We will put it right in public: Mara Lindqvist took no money." in public
    assert "in public" not in private


@pytest.mark.parametrize(
    ("harm", "said", "unsaid"),
    [(Harm.OFFENCE, "offended people", "hurt"), (Harm.HURTS_PEOPLE, "hurt people", "offend")],
)
def test_what_people_felt_is_called_what_the_report_calls_it(harm: Harm, said: str, unsaid: str) -> None:
    slip = wrong_day(harm=harm, noticed=Noticed.MANY_REPLIES)
    timing = hurtful(mistake=Mistake.BAD_TIMING, harm=harm, noticed=Noticed.MANY_REPLIES)

    texts = [draft(report, level=Level.APOLOGISE_PUBLICLY) for report in (slip, timing)]

    assert all(said in text and unsaid not in text for text in texts)
    assert unsaid not in draft(hurtful(harm=harm), level=Level.APOLOGISE_PUBLICLY)


def test_what_corrects_a_printed_piece_says_which_piece_and_the_price_of_what() -> None:
    price = wrong_day(channel=Channel.PRINT_BROADCAST, mistake=Mistake.WRONG_PRICE_OR_OFFER)
    bare = draft(replace(price, should_have_said="15 euro"))
    whole = draft(replace(price, should_have_said="The day ticket is 15 euro", went_out_at=NOON))

    assert "We gave the wrong price [[of what]] in our piece [[its title and date]]." in bare
    assert "[[" not in whole
    assert "in our piece of " in whole


def test_a_machine_on_a_website_is_not_called_a_page() -> None:
    text = draft(wrong_day(channel=Channel.WEBSITE, mistake=Mistake.AUTOMATION))

    assert "We said something on our website that was wrong." in text


def test_a_typo_is_a_slip_and_no_mix_up() -> None:
    assert draft(wrong_day(mistake=Mistake.TYPO, should_have_said="")).endswith("Sorry for the slip.")
