"""Every label is found where it should be, and not where it only looks like it."""

import pytest

from bot.lint import Context, Label, lint
from bot.lint.lines import lint_lines
from bot.plan import Expects
from bot.report import Channel
from bot.voice import FORMAL, PLAYFUL, Preset, Voice
from tests.lint.clean import CLEAN
from tests.lint.contexts import CALLED_FOR, context_for, context_of
from tests.lint.near_ones import DOES_NOT_SHOW
from tests.lint.sentences import SHOWS

NOT_SHOWN_BY_A_SENTENCE = {
    Label.UNKNOWN_LINK,
    Label.INSIDE_LINK,
    Label.OVER_LENGTH,
    Label.MISSPELLING,
    Label.CONTRADICTS_REPORT,
}
"""What only a report, a channel or a list shows: tests/lint/test_report_facts.py."""


def labels(text: str, context: Context) -> set[Label]:
    return {finding.label for finding in lint(text, context)}


@pytest.mark.parametrize(
    ("label", "text"), [(label, text) for label, texts in SHOWS.items() for text in texts]
)
def test_a_sentence_that_shows_a_label_gets_it(label: Label, text: str) -> None:
    assert label in labels(text, context_for(label))


@pytest.mark.parametrize(
    ("label", "text"), [(label, text) for label, texts in DOES_NOT_SHOW.items() for text in texts]
)
def test_a_sentence_that_only_looks_like_it_does_not_get_the_label(label: Label, text: str) -> None:
    assert label not in labels(text, context_for(label))


def test_every_label_has_its_sentences() -> None:
    assert set(SHOWS) == set(DOES_NOT_SHOW) == set(Label) - NOT_SHOWN_BY_A_SENTENCE


@pytest.mark.parametrize("label", [label for label, texts in SHOWS.items() if texts])
def test_every_label_is_shown_and_nearly_shown_a_dozen_times(label: Label) -> None:
    assert min(len(SHOWS[label]), len(DOES_NOT_SHOW[label])) >= 12


@pytest.mark.parametrize(("tone", "serious", "called_for", "text"), CLEAN)
def test_a_clean_statement_is_left_alone(tone: str, serious: bool, called_for: str, text: str) -> None:
    assert lint(text, context_of(tone, serious, called_for)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "OMG, the annual report is out with the wrong year. It is 2025. Sorry.",
        "Hey guys, the hearing is on Monday, not on Friday. We apologise.",
        "The dividend is 2 euros!!! We apologise.",
        "Whoops, wrong statute. The right one is attached. We apologise.",
        "Yeah, the exam is on 3 May. We apologise.",
        "We totally messed up the minutes. The right ones are attached. We apologise.",
        "LOL. The court sits at 9. We apologise.",
        "My bad, the tax form is number 12.",
        "Sorry peeps, the ministry opens at 10.",
        "We apologise 😂 The rate is 4 %.",
        "Nope, the deadline is 3 May. We apologise.",
        "THE FORM WAS SIMPLY WRONG. It is number 12 now. We apologise.",
        "Crap, the wrong annex went out with our letter. It is annex B. We apologise.",
    ],
)
def test_slang_and_noise_are_out_of_a_formal_voice(text: str) -> None:
    assert Label.OFF_VOICE in labels(text, Context(Preset.FORMAL))
    assert Label.OFF_VOICE not in labels(text, Context(Preset.PLAYFUL))


@pytest.mark.parametrize(
    "text",
    [
        "We hereby inform you that mango is back on Friday.",
        "Pursuant to our post, the aforementioned cone costs 2 euros.",
        "Kindly be advised that the party starts at 8.",
        "The company regrets the discrepancy in the menu.",
        "To whom it may concern: the cat is called Biscuit.",
        "Prior to the tasting, valued customers must book.",
        "We endeavour to rectify the recipe.",
        "The undersigned apologises for the wrong topping.",
        "Please find enclosed herewith the new stickers.",
        "With regard to the said tweet, the moon is not closing.",
        "An erratum: the sundae has two cherries.",
        "We wish to express our regret for the wrong flavour.",
    ],
)
def test_officialese_is_out_of_a_playful_voice(text: str) -> None:
    assert Label.OFF_VOICE in labels(text, Context(Preset.PLAYFUL))
    assert Label.OFF_VOICE not in labels(text, Context(Preset.FORMAL))


def test_words_to_avoid_are_out_of_voice() -> None:
    voice = Voice(words_to_avoid=("mix-up", "Guys"))

    found = lint("Sorry for the mix-up, GUYS.", Context(Preset.FRIENDLY, voice=voice))

    assert [(finding.start, finding.end) for finding in found if finding.label is Label.OFF_VOICE] == [
        (14, 20),
        (22, 26),
    ]


def test_emoji_follow_the_voice_in_a_light_case() -> None:
    text = "It is mango on Friday 🥭"

    assert Label.OFF_VOICE in labels(text, Context(Preset.FORMAL, voice=FORMAL))
    assert labels(text, Context(Preset.PLAYFUL, voice=PLAYFUL)) == set()


@pytest.mark.parametrize(
    ("channel", "words"),
    [(None, 150), (Channel.FACEBOOK, 60), (Channel.EMAIL, 120), (Channel.PRESS_RELEASE, 150)],
)
def test_a_text_over_its_channels_budget_is_too_long(channel: Channel | None, words: int) -> None:
    context = Context(channel=channel)

    assert Label.TOO_LONG not in labels("word " * words, context)
    assert [(f.start, f.end) for f in lint("word " * words + "more", context)] == [(5 * words, 5 * words + 4)]


@pytest.mark.parametrize(("text", "sign"), [("It’s at ten. " * 8, "’"), ("Doors open at ten 🎉. " * 5, "🎉")])
def test_a_text_message_says_which_signs_leave_it_less_than_half_the_room(text: str, sign: str) -> None:
    (too_long,) = (
        one for one in lint(text, Context(channel=Channel.PUSH_SMS)) if one.label is Label.OVER_LENGTH
    )

    assert too_long.why.endswith("70 fit.")
    assert too_long.mend == f"Take out or replace “{sign}”: without such signs 160 fit. Or shorten it."


@pytest.mark.parametrize(
    "channel", [Channel.X, Channel.BLUESKY, Channel.MASTODON, Channel.THREADS, Channel.PUSH_SMS]
)
def test_what_a_channel_refuses_is_over_length_and_cannot_be_kept(channel: Channel) -> None:
    found = [
        finding for finding in lint("w" * 501, Context(channel=channel)) if finding.label is Label.OVER_LENGTH
    ]

    assert [(finding.blocks, finding.can_keep) for finding in found] == [(True, False)]


def test_a_sixty_word_post_is_not_too_long_for_email_but_for_instagram() -> None:
    text = "We are sorry. " * 25

    assert Label.TOO_LONG not in labels(text, Context(channel=Channel.EMAIL))
    assert Label.TOO_LONG in labels(text, Context(channel=Channel.INSTAGRAM))


@pytest.mark.parametrize(
    ("label", "text"),
    [
        (Label.JOKE_IN_SERIOUS, "Oops! It is Thursday. Sorry."),
        (Label.EMOJI_HASHTAG_SERIOUS, "It is Thursday 🎈 Sorry."),
        (Label.REPEATS_HARM, "We are sorry for saying that garlic cures cancer."),
    ],
)
def test_what_is_fine_in_a_light_case_is_found_in_a_serious_one(label: Label, text: str) -> None:
    assert label in labels(text, Context(Preset.PLAYFUL, serious=True))
    assert label not in labels(text, Context(Preset.PLAYFUL, serious=False))


@pytest.mark.parametrize("label", CALLED_FOR)
def test_an_apology_or_a_correction_is_missed_only_where_it_is_called_for(label: Label) -> None:
    text = "We looked into this on Tuesday"

    assert label in labels(text, Context(expects=frozenset({CALLED_FOR[label]})))
    assert label not in labels(text, Context())


def test_what_is_absent_stands_at_zero() -> None:
    found = lint("The wrong date.", Context(expects=frozenset(Expects)))

    assert [(f.label, f.start, f.end) for f in found] == [
        (Label.NO_APOLOGY, 0, 0),
        (Label.NO_CORRECTION, 0, 0),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We’re sorry. “Mistakes were made.” Bye.", "Mistakes were made"),
        ("𝔖orry 🎈, mistakes were made.", "mistakes were made"),
        ("İstanbul: mistakes  were\nmade.", "mistakes  were\nmade"),
        ("So sorry!\r\n\r\nMISTAKES WERE MADE", "MISTAKES WERE MADE"),
    ],
)
def test_a_finding_marks_exactly_its_words(text: str, words: str) -> None:
    spans = [
        text[f.start : f.end]
        for f in lint(text, Context(Preset.FRIENDLY))
        if f.label is Label.PASSIVE_EVASION
    ]

    assert spans == [words]


def test_an_apology_that_hangs_on_a_condition_is_marked_from_its_if_to_its_end() -> None:
    text = "We are sorry if anyone was puzzled by our post. It is put right."

    assert [text[f.start : f.end] for f in lint(text, Context(Preset.FRIENDLY))] == [
        "if anyone was puzzled by our post"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "we apologise if you were hurt",
        "We apologize if you were hurt.",
        "WE APOLOGISE IF YOU WERE HURT",
        "We’re sorry, if you were hurt!",
        "Im sorry if you were hurt",
    ],
)
def test_spelling_case_and_contractions_do_not_matter(text: str) -> None:
    assert Label.CONDITIONAL in labels(text, Context(Preset.FRIENDLY))


def test_a_word_in_a_link_or_an_address_says_nothing() -> None:
    text = "Sorry. See example.org/if-mistakes-were-made and write to intern.posted@oops.example."

    assert labels(text, Context(Preset.FRIENDLY, serious=True)) == set()


def test_blocking_labels_are_those_of_the_contract_and_what_leads_into_the_workspace() -> None:
    assert {label for label in Label if label.blocks} == {
        Label.CONDITIONAL,
        Label.NON_APOLOGY,
        Label.BLAME_SHIFT,
        Label.NO_CORRECTION,
        Label.NO_APOLOGY,
        Label.JOKE_IN_SERIOUS,
        Label.REPEATS_HARM,
        Label.GAP,
        Label.OVER_LENGTH,
        Label.CONTRADICTS_REPORT,
        Label.INSIDE_LINK,
    }
    assert {label for label in Label if not label.can_keep} == {Label.GAP, Label.OVER_LENGTH}
    assert all(label.needs_approver == (label.blocks and label.can_keep) for label in Label)


def test_every_label_says_why_how_to_mend_it_and_where_it_comes_from() -> None:
    assert all(label.why.endswith(".") and label.mend.endswith(".") and label.source for label in Label)


def test_one_answer_comes_out_for_each_line_that_is_not_empty() -> None:
    lines = [
        '{"text": "Sorry."}',
        "{broken",
        "",
        '{"text": 3}',
        '{"text": "x", "tone": "loud"}',
        '{"text": "", "more": 1}',
    ]

    answers = list(lint_lines(lines))

    assert [sorted(answer) for answer in answers] == [
        ["findings"],
        ["error", "line"],
        ["error", "line"],
        ["error", "line"],
        ["findings"],
    ]
    assert [answer.get("line") for answer in answers] == [None, 2, 4, 5, None]


def test_a_line_has_defaults_and_a_finding_has_six_fields() -> None:
    [answer] = lint_lines(
        [
            '{"text": "We apologise if you were hurt 🎈", "serious": true, "tone": null, "expects": ["apology"]}'
        ]
    )

    assert [finding["label"] for finding in answer["findings"]] == ["conditional", "emoji_hashtag_serious"]
    assert all(
        set(finding) == {"label", "start", "end", "why", "mend", "blocks"} for finding in answer["findings"]
    )
