"""Where a report is known, the text has to agree with it."""

from dataclasses import replace

import pytest

from bot.lint import Context, Finding, Label, lint
from bot.plan import Expects
from bot.report import Channel, Fault, Harm, Mistake, Report
from bot.voice import Preset, Voice

RUN = Report(
    what="We wrote that the run is on Tuesday at 9:00; see example.org/old",
    should_have_said="The run is on Thursday, 7 May, at 10:30.",
    link="https://example.org/posts/1",
)


def found(text: str, report: Report, label: Label = Label.CONTRADICTS_REPORT) -> list[str]:
    context = Context(Preset.FRIENDLY, report=report)
    return [text[finding.start : finding.end] for finding in lint(text, context) if finding.label is label]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sorry! The run is on Tuesday.", ["Tuesday"]),
        ("Sorry! The run is on Friday.", ["Friday"]),
        ("Sorry! It starts at 9:00.", ["9:00"]),
        ("The run is on 8 May. Sorry.", ["8 May"]),
        ("The run is on Thursday at 11.30 am. Sorry.", ["11.30 am"]),
        ("Correction: Wednesday, 7 May. Sorry.", ["Wednesday"]),
        ("The run is not on Thursday. It is on Tuesday.", ["Tuesday"]),
        ("The run is on Thursday the 8th. Sorry.", ["the 8th"]),
        ("It takes place on Thursday, the 8th. Sorry.", ["the 8th"]),
        ("It starts again at 9:30. Sorry.", ["9:30"]),
    ],
)
def test_a_wrong_value_told_as_right_contradicts_the_report(text: str, words: list[str]) -> None:
    assert found(text, RUN) == words


@pytest.mark.parametrize(
    "text",
    [
        "The run is on Thursday, not Tuesday. Sorry.",
        "We wrote Tuesday; the run is on Thursday. Sorry.",
        "The run is on Thursday, May 7th, at 10.30 a.m. Sorry.",
        "The run is on Thursday, the 7th. Sorry.",
        "We posted this on the 3rd. The run is on Thursday. Sorry.",
        "On Monday we posted the wrong day. The run is on Thursday. Sorry.",
        "Our post of 3 May gave Tuesday. It is Thursday at 10:30. Sorry.",
        "It has moved from Tuesday to Thursday. Sorry.",
        "We told 312 of you Tuesday at 9:00. Sorry.",
        "The run is on Thursday. Sorry for the wrong day (Tuesday).",
        "We are sorry. [[what it should have said]]",
        "The route has 12 bridges. Sorry.",
    ],
)
def test_the_right_value_and_the_wrong_one_named_as_wrong_agree_with_the_report(text: str) -> None:
    assert found(text, RUN) == []


@pytest.mark.parametrize(
    ("right", "told"),
    [
        ("The run is on Thursday.", "“The run is on Thursday.”"),
        ("Thursday", "“Thursday”."),
        ("Thursday, " * 30, f"“{'Thursday, ' * 9}Thursday,…”"),
    ],
)
def test_what_the_report_says_is_quoted_with_one_full_stop(right: str, told: str) -> None:
    context = Context(Preset.FRIENDLY, report=replace(RUN, should_have_said=right))

    whys = [
        one.why for one in lint("It is on Friday. Sorry.", context) if one.label is Label.CONTRADICTS_REPORT
    ]

    assert whys == [f"The report says what is right: {told}"]


@pytest.mark.parametrize(
    ("right", "text", "words"),
    [
        ("It costs 19.90 EUR", "It costs €29.90. Sorry.", ["€29.90"]),
        ("It costs 19.90 EUR", "It costs €19.90. Sorry.", []),
        ("The rate is 4 %", "The rate is 14 %. Sorry.", ["14 %"]),
        ("Call 514 555 0199", "The right number is 514 555 0198. Sorry.", ["514 555 0198"]),
        ("16 years", "The minimum age is 18. Sorry.", ["18"]),
        ("The picture is by Lena Roth", "The picture is by Lina Roth. Sorry.", ["Lina"]),
        ("The picture is by Lena Roth", "The picture is by Lena Roth, not Lina. Sorry.", []),
        ("The picture is by Lena Roth", "Sorry, Lena!", []),
        (
            "GB82 WEST 1234 5698 7654 32",
            "It is GB82 WEST 1234 5698 7645 32. Sorry.",
            ["GB82 WEST 1234 5698 7645 32"],
        ),
        ("GB82 WEST 1234 5698 7654 32", "Correct: IBAN GB82WEST12345698765423", ["GB82WEST12345698765423"]),
        ("GB82 WEST 1234 5698 7654 32", "It is GB82WEST12345698765432. Sorry.", []),
        ("The code is HARVEST25", "It should say: HARVEST52. Sorry.", ["HARVEST52"]),
        ("", "The run is on Friday. Sorry.", []),
    ],
)
def test_prices_shares_numbers_and_names_are_compared(right: str, text: str, words: list[str]) -> None:
    assert found(text, Report(what="Something was wrong in our post", should_have_said=right)) == words


RATE = "The savings account pays 3.5 % a year."
PRICE = "Tickets are £12"
DAY = "The choir meets on Thursday"


@pytest.mark.parametrize(
    ("right", "text", "words"),
    [
        (RATE, "Our savings account pays 3.6 % a year. Sorry.", ["3.6 %"]),
        (RATE, "You get 3.6 % a year. Sorry.", ["3.6 %"]),
        (RATE, "Savers earn 3.6 % a year. Sorry.", ["3.6 %"]),
        (RATE, "Every saver receives 3.6 %. Sorry.", ["3.6 %"]),
        (PRICE, "You will only pay £15 at the door. Sorry.", ["£15"]),
        (PRICE, "Tickets go for £15. Sorry.", ["£15"]),
        (DAY, "We meet on Friday. Sorry.", ["Friday"]),
        (DAY, "The choir from the harbour meets on Friday. Sorry.", ["Friday"]),
        ("The tour takes 90 minutes", "The whole tour takes 60 minutes. Sorry.", ["60"]),
        ("Call 514 555 0199", "Please call 514 555 0198. Sorry.", ["514 555 0198"]),
        ("Use the code HARVEST25", "Please use HARVEST52. Sorry.", ["HARVEST52"]),
    ],
)
def test_a_wrong_value_after_any_verb_contradicts_the_report(right: str, text: str, words: list[str]) -> None:
    assert found(text, Report(what="Our post was wrong", should_have_said=right)) == words


@pytest.mark.parametrize(
    ("right", "text"),
    [
        (RATE, "Our post says 4.5 %. That is wrong. Sorry."),
        (RATE, "You saw 4.5 % in our mail. Sorry."),
        (PRICE, "You were charged £15. Sorry."),
        (PRICE, "Nobody has to pay £15. Sorry."),
        ("You pay £12", "Did you pay £15? Write to us. Sorry."),
        (DAY, "We will reply by Friday. Sorry."),
        (DAY, "We will call you on Friday. Sorry."),
        (DAY, "Our two posts on Monday were wrong. Sorry."),
        (DAY, "You got our mail on Monday. Sorry."),
        ("The tour takes 90 minutes", "We noticed it within 20 minutes. Sorry."),
        ("16 years", "We have 312 members. Sorry."),
    ],
)
def test_what_was_said_or_happened_or_is_still_to_be_done_contradicts_nothing(right: str, text: str) -> None:
    assert found(text, Report(what="Our post was wrong", should_have_said=right)) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("See https://example.org/posts/1.", []),
        ("See www.example.org/posts/1/", []),
        ("The old one was example.org/old.", []),
        ("See example.org/new", ["example.org/new"]),
        ("See https://example..org/posts/1", ["https://example..org/posts/1"]),
        ("Write to press@club.example.", []),
    ],
)
def test_a_link_has_to_be_in_the_report_and_well_formed(text: str, words: list[str]) -> None:
    assert found(text, RUN, Label.UNKNOWN_LINK) == words


def test_an_address_inside_slack_blocks_even_where_the_report_has_it() -> None:
    permalink = "https://acme.slack.com/archives/C1/p1"
    context = Context(report=replace(RUN, link=permalink))

    inside = [one for one in lint(f"Sorry. {permalink}", context) if one.label is Label.INSIDE_LINK]

    assert [(one.start, one.end, one.needs_approver) for one in inside] == [(7, 7 + len(permalink), True)]


def test_known_links_need_not_be_in_the_report() -> None:
    context = Context(report=RUN, links=frozenset({"https://club.example/help"}))

    assert not any(finding.label is Label.UNKNOWN_LINK for finding in lint("See club.example/help", context))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We recieved your mail. Sorry.", ["recieved"]),
        ("Teh run is on Thursday. Sorry.", ["Teh"]),
        ("It is on on Thursday. Sorry.", ["on on"]),
        ("We definately apologise.", ["definately"]),
        ("The colour of the programme, organised by our centre. Sorry.", []),
        ("The color of the program, organized by our center. Sorry.", []),
        ("Sorry, Councillor Szymański.", []),
        ("See example.org/recieved. Sorry.", []),
        ("Sorry. #recieved @recieved", []),
        ("Thanks to Mr Teh. Sorry.", []),
    ],
)
def test_known_misspellings_and_words_that_stand_twice_are_found(text: str, words: list[str]) -> None:
    assert found(text, RUN, Label.MISSPELLING) == words


def test_words_of_the_report_and_of_the_voice_are_spelt_as_they_are() -> None:
    report = Report(what="Our post about Teh Tarik was wrong")
    voice = Voice(words_to_use=("recieve",))

    assert lint("We like teh. We recieve it.", Context(Preset.FRIENDLY, report=report, voice=voice)) == ()


def test_spelling_and_facts_are_not_looked_at_where_neither_report_nor_channel_is_known() -> None:
    assert lint("We recieved it; see example.org/new", Context(Preset.FRIENDLY)) == ()
    assert [finding.label for finding in lint("We recieved it", Context(channel=Channel.EMAIL))] == [
        Label.MISSPELLING
    ]


def test_an_outsider_may_be_named_where_the_report_says_it_was_one() -> None:
    text = "Hackers posted this from our account. We are sorry."

    assert Label.BLAME_SHIFT in _labels(lint(text, Context(report=RUN)))
    outsider = Report(what="Somebody got into our account", fault=Fault.OUTSIDER)
    assert Label.BLAME_SHIFT not in _labels(lint(text, Context(report=outsider)))


@pytest.mark.parametrize("name", ["The Printers", "The Press Office", "The Supplier"])
def test_a_brand_that_speaks_of_itself_by_its_name_blames_nobody(name: str) -> None:
    text = f"{name} published a post that was wrong. {name} has removed the post. {name} is sorry."

    known = Context(report=RUN, serious=True, expects=frozenset({Expects.APOLOGY}))

    assert Label.BLAME_SHIFT in _labels(lint(text, known))
    assert Label.BLAME_SHIFT not in _labels(lint(text, replace(known, own_name=name)))


@pytest.mark.parametrize(
    "text",
    [
        "The printers published the wrong date. We are sorry.",
        "The Printers is sorry. An intern at The Printers published the wrong date.",
        "The Printers is sorry. The Supplier sent us the wrong date.",
    ],
)
def test_a_brand_with_the_name_of_a_trade_can_still_blame_somebody_else(text: str) -> None:
    assert Label.BLAME_SHIFT in _labels(lint(text, Context(report=RUN, own_name="The Printers")))


def _labels(findings: tuple[Finding, ...]) -> set[Label]:
    return {finding.label for finding in findings}


def test_a_value_that_the_right_words_set_aside_is_wrong() -> None:
    price = Report("The e-mail gave the wrong price", should_have_said="The ticket costs £120, not £12.")

    assert found("The ticket costs £12. Sorry.", price) == ["£12"]
    assert found("The ticket costs £120, not £12. Sorry.", price) == []


def test_right_words_that_only_set_something_aside_make_nothing_else_wrong() -> None:
    day = Report("The poster has the wrong day", should_have_said="Not on Tuesday.")

    assert found("The run is on Thursday. Sorry.", day) == ["Thursday"]


def test_what_is_right_may_be_said_twice_and_what_was_wrong_not() -> None:
    right = "The water in Mill Lane is safe to drink."
    wrong = "The water in Mill Lane is poisoned"
    context = Context(serious=True, report=Report(what=wrong, should_have_said=right))

    def labels(text: str) -> set[Label]:
        return {one.label for one in lint(text, context)}

    assert Label.REPEATS_HARM not in labels(
        f"Our alert was wrong. {right} Tell your neighbours: {right} Sorry."
    )
    assert Label.REPEATS_HARM in labels(f"We are sorry. {wrong}: our alert said so. {wrong} was false.")


SCHOOL = Report(what="We told all parents that we close at 12:30, it is 13:30", should_have_said="13:30")


def missing(text: str, report: Report = SCHOOL) -> list[str]:
    context = Context(Preset.FRIENDLY, serious=True, expects=frozenset(Expects), report=report)
    return [finding.mend for finding in lint(text, context) if finding.label is Label.NO_CORRECTION]


@pytest.mark.parametrize(
    "text",
    [
        "We gave the wrong closing time in our text. We are sorry. Please look at our website.",
        "Parents were given a wrong closing time: we wrote 12:30. We are sorry. Please use the corrected time.",
    ],
)
def test_words_that_leave_out_the_value_that_is_right_put_nothing_right(text: str) -> None:
    assert missing(text) == ["The report says what is right: “13:30”. Add what is right, or the right link."]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("School closes at 1.30 pm tomorrow, not at 12:30. We are sorry.", "13:30"),
        ("School closes at half past one tomorrow. We are sorry.", "13:30"),
        ("We are sorry about the wrong time. The right one is at example.org/closing.", "13:30"),
        ("We are sorry. The festival starts on 11/06.", "It starts on 11/06, a Thursday"),
        ("We are sorry. The seat costs £12 in all.", "12, not 15"),
        ("We are sorry. We named the wrong winner: it is Ada Byron.", "Ada Byron"),
        ("Correction: school closes at 14:00. We are sorry.", "13:30"),  # contradicts the report: said once
    ],
)
def test_a_value_in_another_form_and_a_link_put_it_right(text: str, right: str) -> None:
    assert missing(text, Report(what="We gave it wrong", should_have_said=right)) == []


RUDE = Report(
    what="Our reply to a guest's review said maybe she should learn to cook before she complains about allergies",
    mistake=Mistake.ARGUMENT,
    harm=Harm.OFFENCE,
)


@pytest.mark.parametrize(
    ("text", "is_said_again"),
    [
        ("I'm sorry. I told a guest she should learn to cook before she complains. That was rude.", True),
        ("We are sorry. We said: maybe she should learn to cook before she complains. It is gone.", True),
        ("We are sorry. We told a guest off who had complained. That was rude.", False),
        (
            "We are sorry that we were rude in our reply to a guest's review. We said it without thinking.",
            False,
        ),
    ],
)
def test_hurtful_words_that_the_report_tells_are_not_said_once_more(text: str, is_said_again: bool) -> None:
    context = Context(Preset.FRIENDLY, serious=True, expects=frozenset({Expects.APOLOGY}), report=RUDE)

    assert (Label.REPEATS_HARM in {one.label for one in lint(text, context)}) is is_said_again
