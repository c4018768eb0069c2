"""Words for newsdesks say whose they are and what they are about; words elsewhere fit where they stand."""

from dataclasses import replace

import pytest

from bot.brand import BrandProfile
from bot.draft_kinds import DraftKind
from bot.plan import Level
from bot.report import Channel, Harm, Mistake, StillMisleading, Undo
from bot.voice import PLAYFUL
from tests.drafts.making import HARBOUR, LATE_EVENING, draft, hurtful, plan_for, wrong_day

RELEASE = wrong_day(channel=Channel.PRESS_RELEASE, harm=Harm.CONFUSION)
PUBLIC = (Level.CORRECT_PUBLICLY, Level.APOLOGISE_PUBLICLY, Level.FULL_RESPONSE)


@pytest.mark.parametrize("level", PUBLIC)
def test_a_correction_names_the_organisation_and_the_release(level: Level) -> None:
    dated = replace(RELEASE, went_out_at=LATE_EVENING)

    assert draft(dated, level=level).startswith("CORRECTION: Harbour Run, press release of 4 May\n\n")
    assert draft(RELEASE, level=level).startswith(
        "CORRECTION: Harbour Run, press release [[its title and date]]\n\n"
    )


def test_a_release_of_nobody_knows_whom_has_a_gap_for_the_name() -> None:
    assert draft(RELEASE, brand=BrandProfile()).startswith("CORRECTION: [[name of the organisation]], ")


def test_a_holding_statement_names_them_too() -> None:
    text = draft(RELEASE, level=Level.ESCALATE_FIRST, kind=DraftKind.HOLDING_STATEMENT)

    assert text.startswith("STATEMENT: Harbour Run, press release ")


def test_nobody_laughs_under_the_word_correction() -> None:
    cheeky = replace(PLAYFUL, respectful=-1, enthusiastic=1)

    release, post = (
        draft(replace(RELEASE, channel=channel), voice=cheeky)
        for channel in (Channel.PRESS_RELEASE, Channel.X)
    )

    assert "Oops" in post
    assert not any(word in release for word in ("Oops", "Our bad", "!"))


@pytest.mark.parametrize("channel", list(Channel))
def test_more_is_promised_here_only_where_there_is_a_here(channel: Channel) -> None:
    stopped = hurtful(channel=channel)

    text = draft(stopped, level=Level.ESCALATE_FIRST, kind=DraftKind.HOLDING_STATEMENT)

    has_no_place = {Channel.EMAIL, Channel.PUSH_SMS, Channel.PRESS_RELEASE, Channel.PRINT_BROADCAST, Channel.IN_PERSON, Channel.OTHER}  # fmt: skip
    assert ("We will say more here when" in text) is (channel not in has_no_place)
    assert ("We will say more when" in text) is (channel in has_no_place)


@pytest.mark.parametrize("address", ["example.org/tickets", "example.org", "tickets.example.co.uk/a?b=1"])
def test_an_address_is_known_without_its_beginning(address: str) -> None:
    broken = wrong_day(mistake=Mistake.BROKEN_LINK_OR_IMAGE, should_have_said=address)

    text = draft(broken)

    assert f"We used a link that didn't work in our post. Here is the right one: {address}\n" in f"{text}\n"


@pytest.mark.parametrize("words", ["10.30", "a.m.", "Mr.Smith", "3.2", "The run is on Thursday."])
def test_not_everything_with_a_full_stop_is_an_address(words: str) -> None:
    assert "a link that" not in draft(wrong_day(mistake=Mistake.BROKEN_LINK_OR_IMAGE, should_have_said=words))


@pytest.mark.parametrize("harm", [Harm.MISLEADS_DECISION, Harm.MISLEADS_PUBLIC])
def test_who_may_believe_somebody_elses_news_is_told_what_is_so(harm: Harm) -> None:
    won = wrong_day(
        mistake=Mistake.WRONG_AUDIENCE,
        channel=Channel.EMAIL,
        harm=harm,
        undo=Undo.CANNOT,
        should_have_said="",
    )
    answers = (StillMisleading.YES, StillMisleading.UNSURE, StillMisleading.NO)

    for answer in answers:
        report = replace(won, still_misleading=answer)
        note = draft(report, level=Level.DIRECT_CONTACT, kind=DraftKind.PRIVATE_NOTE)
        write = next(
            task for task in plan_for(report, Level.DIRECT_CONTACT, HARBOUR).tasks if task.id == "write"
        )
        is_due = answer is not StillMisleading.NO
        assert ("[[what people should know instead]]" in note) is is_due
        assert write.text.endswith("What is right has yet to be filled in.") is is_due
