"""The form adapts to its answers, and leaves alone what a person has answered."""

from collections.abc import Mapping
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.report import Channel, Fault, Harm, Mistake, Noticed, RedFlag, Report, Undo
from bot.reporting.questions import (
    QUESTIONS,
    Answers,
    FormState,
    OpenForm,
    Seen,
    Value,
    adapted,
    answers_of,
    choices,
    opened,
    question,
    reopened,
)


def on_screen(form: FormState) -> dict[str, Seen]:
    """What the person's view holds when it was drawn from this form and nothing was answered since."""
    return {
        asked.field: Seen(form.name_of(asked.field), form.answers.get(asked.field)) for asked in QUESTIONS
    }


def answer(form: FormState, **values: Value | None) -> FormState:
    """Answer in a view that shows the form as it is."""
    seen = on_screen(form)
    changed = {field: Seen(form.name_of(field), value) for field, value in values.items()}
    return adapted(form, {**seen, **changed})


def offered(form: FormState) -> list[str]:
    return [value.value for value in choices(question("undo"), form.answers)]


def test_an_empty_form_asks_everything_and_is_unsure_where_it_can_be() -> None:
    assert opened({}).answers == {"still_misleading": "unsure", "fault": "unsure"}


def test_an_ordinary_case_is_one_sentence_and_five_choices() -> None:
    asked = OpenForm(1, opened({}), brands=(("1", "Acme"),)).questions()

    assert [each.field for each in asked if each.is_required] == [
        "what",
        "channel",
        "mistake",
        "harm",
        "noticed",
        "undo",
    ]


def test_every_field_of_the_contract_is_asked_once() -> None:
    fields = [asked.field for asked in QUESTIONS]

    assert len(fields) == len(set(fields)) == 17


def test_the_brand_is_asked_only_where_there_are_several() -> None:
    one = OpenForm(1, opened({}), brands=(("1", "Acme"),))
    two = OpenForm(1, opened({}), brands=(("1", "Acme"), ("2", "Beta")))

    assert "brand" not in [asked.field for asked in one.questions()]
    assert "brand" in [asked.field for asked in two.questions()]


def test_where_the_plan_goes_is_asked_only_while_nobody_has_said() -> None:
    known = OpenForm(1, opened({}), asks_response_channel=False)
    unknown = OpenForm(1, opened({}), asks_response_channel=True)

    assert "response_channel" not in [asked.field for asked in known.questions()]
    assert "response_channel" in [asked.field for asked in unknown.questions()]


def test_a_cases_facts_are_asked_without_brand_evidence_and_place() -> None:
    form = OpenForm(
        1, opened({}), brands=(("1", "A"), ("2", "B")), asks_response_channel=True, case_name="OOPS-1"
    )

    assert not {"brand", "evidence", "response_channel"} & {asked.field for asked in form.questions()}


def test_an_email_is_not_offered_to_be_edited_or_deleted() -> None:
    form = answer(opened({}), channel="email")

    assert offered(form) == ["already_gone", "cannot"]


def test_what_is_gone_cannot_be_read_as_what_went_out() -> None:
    labels = [member.label for member in Undo if member.value in offered(opened({"channel": "email"}))]

    assert labels == ["It has already been taken back", "No, it is out"]


def test_a_broken_link_in_an_email_can_be_mended_behind_it() -> None:
    form = answer(opened({}), channel="email", mistake="broken_link_or_image")

    assert "edit" in offered(form)


def test_without_a_channel_every_way_back_is_offered() -> None:
    assert offered(opened({})) == [undo.value for undo in Undo]


def test_the_channel_fills_in_what_can_usually_be_done() -> None:
    form = answer(opened({}), channel="email")

    assert form.answers["undo"] == "cannot"
    assert form.name_of("undo") == "undo~2"


def test_what_was_filled_in_follows_the_next_channel() -> None:
    form = answer(answer(opened({}), channel="email"), channel="x")

    assert form.answers["undo"] == "delete"
    assert form.name_of("undo") == "undo~3"


def test_what_the_person_chose_stays_with_the_next_channel() -> None:
    chosen = answer(answer(opened({}), channel="email"), undo="already_gone")

    form = answer(chosen, channel="x")

    assert form.answers["undo"] == "already_gone"
    assert form.name_of("undo") == chosen.name_of("undo")


def test_a_choice_that_happens_to_be_what_was_once_filled_in_is_still_the_persons() -> None:
    chosen = answer(answer(opened({}), channel="x"), undo="already_gone", brand="2")

    form = answer(answer(chosen, undo="delete"), channel="facebook")

    assert form.answers["undo"] == "delete"


def test_a_choice_that_became_impossible_is_cleared_with_a_note() -> None:
    chosen = answer(answer(opened({}), channel="facebook"), undo="delete_and_repost")

    form = answer(chosen, channel="email")

    assert "undo" not in form.answers
    assert form.name_of("undo") == "undo~3"
    assert "deleted and posted again" in form.notes["undo"]
    assert "E-mail" in form.notes["undo"]


def test_a_cleared_choice_stays_open_until_it_is_answered_again() -> None:
    cleared = answer(
        answer(answer(opened({}), channel="facebook"), undo="delete_and_repost"), channel="email"
    )

    later = answer(cleared, brand="2", mistake="typo")
    answered = answer(later, undo="cannot")

    assert "undo" not in later.answers
    assert "undo" in later.notes
    assert answered.answers["undo"] == "cannot"
    assert answered.notes == {}


def test_a_note_goes_with_the_channel_that_it_was_about() -> None:
    cleared = answer(
        answer(answer(opened({}), channel="facebook"), undo="delete_and_repost"), channel="email"
    )

    form = answer(cleared, channel="bluesky")

    assert form.notes == {}
    assert form.answers["undo"] == "delete"


def test_private_information_ticks_personal_data() -> None:
    form = answer(opened({}), mistake="private_info")

    assert form.answers["red_flags"] == ["personal_data"]
    assert form.answers["harm"] == "privacy"


def test_the_tick_goes_again_with_another_kind_of_mistake() -> None:
    form = answer(answer(opened({}), mistake="private_info"), mistake="typo")

    assert "red_flags" not in form.answers
    assert "harm" not in form.answers


def test_a_tick_that_the_person_took_away_does_not_come_back() -> None:
    unticked = answer(answer(opened({}), mistake="private_info"), red_flags=None)

    form = answer(answer(unticked, channel="x"), mistake="private_info")

    assert "red_flags" not in form.answers


def test_ticks_of_the_persons_own_stay_as_they_are() -> None:
    form = answer(answer(opened({}), red_flags=["minors"]), mistake="private_info")

    assert form.answers["red_flags"] == ["minors"]


def test_a_bot_that_did_it_is_a_system_that_failed() -> None:
    assert answer(opened({}), mistake="automation").answers["fault"] == "system"


def test_words_that_gave_channel_and_mistake_away_fill_the_rest_at_once() -> None:
    form = opened({"what": "everybody in cc", "channel": "email", "mistake": "private_info"})

    assert form.answers["undo"] == "cannot"
    assert form.answers["red_flags"] == ["personal_data"]
    assert form.name_of("undo") == "undo"


def test_a_quick_second_answer_from_an_older_view_keeps_what_the_first_one_filled_in() -> None:
    before = opened({})
    first = answer(before, channel="email")

    second = adapted(
        first, {**on_screen(before), "channel": Seen("channel", "email"), "mistake": Seen("mistake", "typo")}
    )

    assert second.answers["undo"] == "cannot"
    assert second.answers["mistake"] == "typo"


def test_what_the_person_chose_in_an_older_view_wins_over_what_was_filled_in_since() -> None:
    before = opened({})
    first = answer(before, channel="x")

    second = adapted(
        first, {**on_screen(before), "channel": Seen("channel", "x"), "undo": Seen("undo", "already_gone")}
    )

    assert second.answers["undo"] == "already_gone"
    assert second.name_of("undo") == "undo~3"


def test_an_unknown_value_is_not_a_reason_to_break() -> None:
    form = answer(opened({}), channel="myspace", mistake="typo", undo="magic")

    assert "undo" not in form.answers
    assert form.notes["undo"].startswith("“magic”")


def test_reopened_facts_are_a_persons_answers_and_stay() -> None:
    report = Report("We wrote Tuesday", Channel.X, Mistake.TYPO, Harm.TRUST, Noticed.PRESS, Undo.DELETE)

    form = answer(reopened(report), mistake="private_info", noticed="a_few")

    assert form.answers["harm"] == "trust"
    assert form.answers["undo"] == "delete"
    assert form.answers["red_flags"] == ["personal_data"]


def test_a_report_fits_into_the_form_with_all_that_it_holds() -> None:
    report = Report(
        "We wrote Tuesday",
        fault=Fault.SYSTEM,
        red_flags=frozenset({RedFlag.MINORS, RedFlag.SAFETY}),
        went_out_at=datetime(2026, 3, 3, 8, 0, tzinfo=UTC),
        reach=0,
    )

    answers = answers_of(report)

    assert answers["red_flags"] == ["safety", "minors"]
    assert answers["went_out_at"] == "1772524800"
    assert answers["reach"] == "0"
    assert "link" not in answers


VALUES: Mapping[str, st.SearchStrategy[Value | None]] = {
    "channel": st.sampled_from([channel.value for channel in Channel]),
    "mistake": st.sampled_from([mistake.value for mistake in Mistake]),
    "undo": st.sampled_from([undo.value for undo in Undo]),
    "harm": st.sampled_from([harm.value for harm in Harm]),
    "red_flags": st.lists(st.sampled_from([flag.value for flag in RedFlag]), unique=True, min_size=1),
}
STEPS = st.lists(
    st.one_of(*(st.tuples(st.just(field), values) for field, values in VALUES.items())), max_size=12
)


@given(STEPS)
def test_whatever_is_answered_the_form_never_shows_what_the_channel_cannot_do(
    steps: list[tuple[str, Value | None]],
) -> None:
    form = opened({})
    for field, value in steps:
        if field == "undo" and value not in offered(form):
            continue
        form = answer(form, **{field: value})

        assert form.answers.get("undo") is None or form.answers["undo"] in offered(form)


@given(STEPS)
def test_whatever_is_answered_the_persons_possible_answers_stay(
    steps: list[tuple[str, Value | None]],
) -> None:
    form, own = opened({}), Answers()
    for field, value in steps:
        is_offered = field != "undo" or value in offered(form)
        if value is None or not is_offered or form.answers.get(field) == value:
            continue
        form = answer(form, **{field: value})
        own[field] = value
        if own.get("undo") not in offered(form):
            own.pop("undo", None)

        assert {name: form.answers.get(name) for name in own} == own
