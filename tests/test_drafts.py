import re
from dataclasses import fields, replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.brand import BrandProfile, Contact, Relation
from bot.decision import choose_level, decide
from bot.draft_kinds import (
    DraftKind,
    is_public,
    kinds_for,
    may_publish_before_approval,
    needs_approval,
)
from bot.draft_values import Situation, values_of
from bot.drafts import TEMPLATES, render_draft
from bot.lengths import measure
from bot.plan import Level, Plan
from bot.report import Affected, Channel, Fault, Harm, Mistake, Report, StillMisleading, Undo
from bot.typed import clean
from bot.voice import FORMAL, FRIENDLY, PLAYFUL, ApologyVerb, Emoji, Preset, Pronoun, Voice
from tests.draft_space import QUESTIONS, problems, situation
from tests.pairs import all_pairs

LATE_EVENING = datetime(2026, 5, 4, 22, 30, tzinfo=UTC)
HARBOUR = BrandProfile(name="Harbour Run")


def wrong_day(**facts: Any) -> Report:
    return replace(
        Report("We wrote Tuesday", channel=Channel.X, should_have_said="Thursday", undo=Undo.CANNOT), **facts
    )


def hurtful(**facts: Any) -> Report:
    facts = {"mistake": Mistake.TONE_DEAF, "harm": Harm.HURTS_PEOPLE, "should_have_said": ""} | facts
    return wrong_day(what="We called them vermin", **facts)


def plan_for(report: Report, level: Level, brand: BrandProfile = HARBOUR) -> Plan:
    return choose_level(decide(report, brand=brand), level, report, brand=brand)


def draft(
    report: Report,
    *,
    level: Level = Level.CORRECT_PUBLICLY,
    kind: DraftKind = DraftKind.PUBLIC_CORRECTION,
    voice: Voice = FRIENDLY,
    brand: BrandProfile = HARBOUR,
    preset: Preset | None = None,
) -> str:
    brand = replace(brand, voice=voice)
    return render_draft(kind, report=report, plan=plan_for(report, level, brand), brand=brand, preset=preset)


# Which drafts


@pytest.mark.parametrize(
    ("level", "kinds"),
    [
        (Level.LET_IT_GO, "reply_if_asked"),
        (Level.QUIET_FIX, "reply_if_asked"),
        (Level.DIRECT_CONTACT, "private_note phone_notes reply_if_asked"),
        (Level.CORRECT_PUBLICLY, "public_correction reply_if_asked"),
        (Level.APOLOGISE_PUBLICLY, "public_correction reply_if_asked"),
        (Level.FULL_RESPONSE, "public_correction private_note phone_notes reply_if_asked"),
        (Level.ESCALATE_FIRST, "holding_statement phone_notes"),
    ],
)
def test_each_level_has_its_drafts_the_main_one_first(level: Level, kinds: str) -> None:
    report = wrong_day()

    assert kinds_for(plan_for(report, level), report) == tuple(DraftKind(kind) for kind in kinds.split())


def test_a_public_answer_to_a_few_known_people_also_writes_to_them() -> None:
    report = wrong_day(affected=Affected.FEW_KNOWN)

    kinds = kinds_for(plan_for(report, Level.APOLOGISE_PUBLICLY), report)

    assert kinds == (DraftKind.PUBLIC_CORRECTION, DraftKind.REPLY_IF_ASKED, DraftKind.PRIVATE_NOTE)


def test_a_false_alarm_has_the_all_clear_and_only_that_may_go_out_unapproved() -> None:
    report = wrong_day(mistake=Mistake.FALSE_ALARM, harm=Harm.SAFETY)

    assert kinds_for(decide(report), report) == (DraftKind.ALL_CLEAR,)
    assert [kind for kind in DraftKind if may_publish_before_approval(kind)] == [DraftKind.ALL_CLEAR]


def test_only_notes_for_a_call_need_no_approval() -> None:
    assert [kind for kind in DraftKind if not needs_approval(kind)] == [DraftKind.PHONE_NOTES]


def test_notes_to_single_people_are_not_public() -> None:
    private = [kind for kind in DraftKind if not is_public(kind)]

    assert private == [DraftKind.PRIVATE_NOTE, DraftKind.PHONE_NOTES]


# Every combination


def test_all_pairs_of_answers_and_voices_render_fit_and_pass_the_lint() -> None:
    found = [problem for values in all_pairs(QUESTIONS) for problem in problems(*situation(values))]

    assert found == []


def test_all_pairs_are_all_pairs() -> None:
    questions = {"a": (1, 2, 3), "b": (1, 2), "c": (1, 2, 3, 4)}

    rows = list(all_pairs(questions))

    assert {(row["a"], row["c"]) for row in rows} == {(a, c) for a in (1, 2, 3) for c in (1, 2, 3, 4)}
    assert {(row["b"], row["c"]) for row in rows} == {(b, c) for b in (1, 2) for c in (1, 2, 3, 4)}
    assert len(rows) < 3 * 2 * 4


# The words


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
        ("Doors at 9\nRun at 10", "It should have said:\nDoors at 9\nRun at 10.\nSorry"),
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


def test_a_holding_statement_says_nothing_about_the_content() -> None:
    text = draft(hurtful(), level=Level.ESCALATE_FIRST, kind=DraftKind.HOLDING_STATEMENT)

    assert text == "We are looking into our post. We will say more here when the facts are checked."


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

    assert "publish" in text
    assert "didn't publish" in text or "did not publish" in text
    assert "from the wrong account" not in text
    assert " our post" not in text


def test_an_outsiders_post_is_not_our_mix_up() -> None:
    hacked = wrong_day(mistake=Mistake.SENT_BY_ACCIDENT, fault=Fault.OUTSIDER, should_have_said="")

    assert draft(hacked) == (
        "Correction: We didn't publish the post. The account is back with us. Please ignore the post. "
        "Sorry for the confusion."
    )


@pytest.mark.parametrize("mistake", [Mistake.WRONG_IMAGE, Mistake.AUTOMATION])
def test_where_a_picture_or_a_machine_offends_there_is_nothing_right_to_fill_in(mistake: Mistake) -> None:
    shown = wrong_day(mistake=mistake, harm=Harm.OFFENCE, should_have_said="", still_misleading=StillMisleading.NO)  # fmt: skip

    offence = draft(shown, level=Level.APOLOGISE_PUBLICLY)
    mix_up = draft(replace(shown, harm=Harm.CONFUSION))

    assert "[[" not in offence
    assert "[[" in mix_up


def test_a_long_name_gives_way_before_the_right_words_do() -> None:
    right = "The run is on Thursday, 7 May, at 10:30."
    text = wrong_day(channel=Channel.PUSH_SMS, mistake=Mistake.WRONG_AUDIENCE, harm=Harm.HURTS_PEOPLE, should_have_said=right)  # fmt: skip
    named = replace(FRIENDLY, pronoun=Pronoun.NAME)

    message = draft(text, level=Level.APOLOGISE_PUBLICLY, voice=named)

    assert right in message
    assert message.startswith("We're sorry.")


# Who speaks


@pytest.mark.parametrize(
    ("voice", "words"),
    [
        (replace(FRIENDLY, pronoun=Pronoun.WE), "We're sorry. We gave the wrong day in our post."),
        (replace(FRIENDLY, pronoun=Pronoun.I), "I'm sorry. I gave the wrong day in my post."),
        (
            replace(FRIENDLY, pronoun=Pronoun.NAME),
            "Harbour Run is sorry. Harbour Run gave the wrong day in its post.",
        ),
        (replace(FRIENDLY, contractions=False), "We are sorry. We gave"),
        (replace(FRIENDLY, apology_verb=ApologyVerb.APOLOGISE), "We apologise. We gave"),
        (
            replace(FRIENDLY, pronoun=Pronoun.NAME, apology_verb=ApologyVerb.APOLOGISE),
            "Harbour Run apologises. Harbour Run gave",
        ),
    ],
)
def test_the_verbs_agree_with_who_speaks(voice: Voice, words: str) -> None:
    assert draft(wrong_day(), level=Level.APOLOGISE_PUBLICLY, voice=voice).startswith(words)


def test_a_person_is_not_an_it() -> None:
    anna = BrandProfile(name="Anna Berg", relation=Relation.PERSONAL)

    text = draft(wrong_day(), voice=replace(FRIENDLY, pronoun=Pronoun.NAME), brand=anna)

    assert "I gave the wrong day in my post." in text


def test_words_to_avoid_are_avoided_and_words_to_use_are_used() -> None:
    voice = replace(FRIENDLY, words_to_avoid=("mix-up", "Sorry"), words_to_use=("incorrect",))

    text = draft(wrong_day(), voice=voice)

    assert "Apologies for the slip." in text
    assert "the incorrect day" in text


@pytest.mark.parametrize(
    ("voice", "end"),
    [
        (replace(FRIENDLY, enthusiastic=1), "Sorry for the mix-up!"),
        (replace(FRIENDLY, enthusiastic=-1), "It should say: Thursday. Sorry."),
        (replace(FRIENDLY, respectful=-1), "Our bad."),
        (replace(FRIENDLY, formal=1), "We're sorry for the error."),
        (replace(FRIENDLY, sign_off="The harbour team"), "\n\nThe harbour team"),
        (replace(FRIENDLY, emoji=Emoji.YES), "\N{PERSON WITH FOLDED HANDS}"),
    ],
)
def test_sliders_and_extras_are_heard(voice: Voice, end: str) -> None:
    assert draft(wrong_day(), voice=voice).endswith(end)


def test_another_preset_keeps_the_brands_pronoun_and_sign_off() -> None:
    voice = replace(FRIENDLY, pronoun=Pronoun.I, sign_off="Anna")

    text = draft(wrong_day(), voice=voice, preset=Preset.FORMAL)

    assert "I gave the wrong day" in text
    assert text.endswith("Anna")


def test_the_brands_own_preset_keeps_its_sliders() -> None:
    voice = replace(FRIENDLY, enthusiastic=1)

    assert draft(wrong_day(), voice=voice, preset=Preset.FRIENDLY) == draft(wrong_day(), voice=voice)


# The channel's form


def test_an_email_has_a_subject_and_a_greeting() -> None:
    text = draft(wrong_day(channel=Channel.EMAIL))

    assert text.startswith("Subject: Correction to our e-mail\n\nHello,\n\nWe gave")


def test_a_press_release_is_headed_correction() -> None:
    assert draft(wrong_day(channel=Channel.PRESS_RELEASE)).startswith("CORRECTION\n\nWe gave")


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
    report = wrong_day(should_have_said=right, channel=Channel.WEBSITE)

    text = draft(report, level=level, kind=kind)

    assert clean(right) in text
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
        assert measure(text, channel if is_public(kind) else None).fits


# The templates


def test_the_readme_explains_every_name_that_a_template_can_use() -> None:
    report = wrong_day()
    values = values_of(Situation(DraftKind.PUBLIC_CORRECTION, report, decide(report), HARBOUR, FRIENDLY))
    table = [
        line.split("|")[1]
        for line in (TEMPLATES / "README.md").read_text().splitlines()
        if line.startswith("| `")
    ]
    explained = {name for cell in table for name in re.findall(r"`(\w+)`", cell)}

    assert explained == {*values, "did"} - {"pick"}


@pytest.mark.parametrize(
    "path", sorted(TEMPLATES.glob("*/*.j2")), ids=lambda path: f"{path.parent.name}/{path.name}"
)
def test_templates_keep_to_signs_that_an_sms_can_hold(path: Any) -> None:
    assert path.read_text(encoding="utf-8").isascii()


def test_every_kind_has_a_template_for_every_level() -> None:
    assert all((TEMPLATES / kind / "every_level.j2").is_file() for kind in DraftKind)


def test_every_field_of_a_voice_is_asked_in_all_pairs() -> None:
    assert {field.name for field in fields(Voice)} <= set(QUESTIONS)


def test_still_misleading_is_asked_in_all_pairs() -> None:
    assert set(StillMisleading) == set(QUESTIONS["still_misleading"])
