from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.brand import BrandProfile, Contact
from bot.decision import choose_level, decide
from bot.draft_kinds import DraftKind, channel_of, kinds_for
from bot.drafts import render_draft
from bot.lengths import SMS_LIMIT, measure
from bot.plan import Level
from bot.report import Affected, Channel, Harm, Mistake, Report, StillMisleading, Undo
from bot.typed import clean
from bot.voice import FRIENDLY, Pronoun
from tests.drafts.making import HARBOUR, LATE_EVENING, draft, hurtful, wrong_day

# The channel's form


def test_an_email_has_a_subject_and_a_greeting() -> None:
    text = draft(wrong_day(channel=Channel.EMAIL))

    assert text.startswith("Subject: Correction: the day is Thursday\n\nHello,\n\nWe gave")


@pytest.mark.parametrize(
    ("channel", "words"),
    [
        (Channel.WEBSITE, "what was on our page"),
        (Channel.PRINT_BROADCAST, "what was in our piece"),
        (Channel.X, "our post"),
    ],
)
def test_a_headline_is_not_sorry_for_a_page_but_for_what_was_on_it(channel: Channel, words: str) -> None:
    light, serious = wrong_day(channel=channel, should_have_said=""), hurtful(channel=channel)

    subjects = [
        draft(report, level=Level.DIRECT_CONTACT, kind=DraftKind.PRIVATE_NOTE).partition("\n")[0]
        for report in (light, serious)
    ]

    assert subjects == [f"Subject: Sorry about {words}", f"Subject: An apology for {words}"]


def test_a_press_release_is_headed_correction() -> None:
    text = draft(wrong_day(channel=Channel.PRESS_RELEASE, went_out_at=LATE_EVENING))

    assert text.startswith("CORRECTION: Harbour Run, press release of 4 May\n\nWe gave")


def test_what_cannot_be_taken_back_is_not_said_to_be() -> None:
    text = draft(wrong_day(channel=Channel.EMAIL, undo=Undo.ALREADY_GONE))

    assert "removed" not in text


def test_phone_notes_name_whom_to_reach() -> None:
    ada = Contact("Ada Lo", "head of the clinic", "+49 30 1234", frozenset({Affected.PUBLIC}))
    ben = Contact("Ben", affected=frozenset({Affected.INVESTORS}))
    report = wrong_day(affected=Affected.PUBLIC)

    text = draft(
        report,
        level=Level.DIRECT_CONTACT,
        kind=DraftKind.PHONE_NOTES,
        brand=replace(HARBOUR, contacts=(ada, ben)),
    )

    assert text.endswith("People to reach:\n- Ada Lo, head of the clinic: +49 30 1234")


def test_a_text_that_is_too_long_loses_the_sign_off_before_anything_that_matters() -> None:
    report = wrong_day(
        should_have_said="The run is on Thursday. " * 7,
        link="https://example.org/1",
        went_out_at=LATE_EVENING,
    )

    text = draft(report, voice=replace(FRIENDLY, sign_off="The team of the harbour run, with love"))

    assert "The run is on Thursday." in text
    assert "Sorry" in text
    assert "the harbour run" not in text


def test_right_words_that_do_not_fit_become_a_gap_that_asks_for_fewer() -> None:
    text = draft(wrong_day(should_have_said="The run is on Thursday. " * 80))

    assert "[[what it should have said, in fewer words]]" in text
    assert "Sorry for the mix-up." in text


@pytest.mark.parametrize("level", [Level.CORRECT_PUBLICLY, Level.APOLOGISE_PUBLICLY])
def test_a_message_on_a_phone_says_below_who_speaks(level: Level) -> None:
    message = wrong_day(channel=Channel.PUSH_SMS)

    assert draft(message, level=level).endswith("\n\nHarbour Run")
    assert "Harbour Run" not in draft(message, level=level, voice=replace(FRIENDLY, sign_off="The team"))
    assert (
        draft(message, level=level, voice=replace(FRIENDLY, pronoun=Pronoun.NAME)).count("Harbour Run") == 1
    )
    assert "Harbour Run" not in draft(replace(message, channel=Channel.X), level=level)


def test_the_name_below_a_message_goes_before_its_date_does() -> None:
    message = wrong_day(channel=Channel.PUSH_SMS, went_out_at=LATE_EVENING, should_have_said="The run is on Thursday at 10:30, from the old harbour")  # fmt: skip

    text = draft(message)

    assert "of 4 May" in text
    assert "Harbour Run" not in text


def test_a_name_that_would_need_a_second_message_is_left_out() -> None:
    message = wrong_day(channel=Channel.PUSH_SMS)
    in_greek = replace(HARBOUR, name="Λιμάνι")

    text = draft(message, brand=in_greek)

    assert text == draft(message, brand=replace(HARBOUR, name=""))
    assert measure(text, Channel.PUSH_SMS).limit == SMS_LIMIT


# Whatever is typed

LEVELS_AND_KINDS = [
    (Level.CORRECT_PUBLICLY, DraftKind.PUBLIC_CORRECTION),
    (Level.DIRECT_CONTACT, DraftKind.PRIVATE_NOTE),
]
HOSTILE = st.one_of(
    st.text(min_size=1, max_size=40),
    st.sampled_from(
        [
            "{{ brand }}",
            "{% raw %}",
            "{# no #}",
            "a\x00b",
            "\u202egnp.exe",
            "\x1e\v\f",
            "<!channel>",
            "\\n",
            "a  b",
            "- a\n- b",
        ]
    ),
)


@given(right=HOSTILE, where=st.sampled_from(LEVELS_AND_KINDS))
def test_hostile_right_words_stay_letters(right: str, where: tuple[Level, DraftKind]) -> None:
    level, kind = where
    report = wrong_day(should_have_said=f"Thursday {right} at 10", channel=Channel.WEBSITE)

    text = draft(report, level=level, kind=kind)

    assert clean(f"Thursday {right} at 10") in text
    assert not {"\v", "\f", "\x1e", "\x00", "\u202e"} & set(text)


@given(
    right=st.text(max_size=300),
    name=st.text(max_size=60),
    sign_off=st.text(max_size=200),
    channel=st.sampled_from(Channel),
    level=st.sampled_from(Level),
    mistake=st.sampled_from(Mistake),
    pronoun=st.sampled_from(Pronoun),
)
def test_a_draft_never_exceeds_its_channel(
    *,
    right: str,
    name: str,
    sign_off: str,
    channel: Channel,
    level: Level,
    mistake: Mistake,
    pronoun: Pronoun,
) -> None:
    report = Report("Something", channel=channel, mistake=mistake, should_have_said=right)
    brand = BrandProfile(name=name, voice=replace(FRIENDLY, sign_off=sign_off, pronoun=pronoun))
    plan = decide(report, brand=brand)
    if not plan.is_false_alarm:
        plan = choose_level(plan, level, report, brand=brand)

    for kind in kinds_for(plan, report):
        text = render_draft(kind, report=report, plan=plan, brand=brand)

        assert text
        assert measure(text, channel_of(kind, plan.level, channel)).fits


def test_a_note_to_those_who_got_a_message_on_their_phone_is_such_a_message() -> None:
    fare = wrong_day(
        channel=Channel.PUSH_SMS, harm=Harm.MISLEADS_DECISION, still_misleading=StillMisleading.YES
    )

    told, announced = (
        draft(fare, level=level, kind=DraftKind.PRIVATE_NOTE)
        for level in (Level.DIRECT_CONTACT, Level.FULL_RESPONSE)
    )

    assert measure(told, Channel.PUSH_SMS).fits
    assert not {"Subject:", "Hello", "reply"} & {*told.replace(",", "").split()}
    assert "Please do not go by the earlier message. It should have said: Thursday." in told
    assert announced.startswith("Subject:")
