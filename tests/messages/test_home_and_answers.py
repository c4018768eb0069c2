"""App Home, private answers to /oops, and errors."""

from datetime import timedelta

from bot.cards.overview import WantedKind
from bot.states import CaseState
from messages.command import (
    case_message,
    help_message,
    list_message,
    report_only_message,
    unclear_message,
)
from messages.home import home_view
from messages.problem import problem_message, problem_view
from tests.messages.cards import NOW, case, home_card, line, plan_card, wanted
from tests.messages.looking import action_ids, button, words


def test_home_is_useful_before_anything_is_set_up() -> None:
    made = home_view(home_card(may_set_up=False, is_first_run=True))

    assert action_ids(made) == ["home.report", "home.find", "home.stats", "home.practice"]
    assert "*Next step:* try it. Press *Practice*" in words(made)
    assert "Nothing waits for you." in words(made)
    assert "No open cases" in words(made)


def test_home_asks_whoever_may_set_it_up_to_press_the_button_until_all_is_answered() -> None:
    asked = home_view(home_card(may_set_up=True, is_guided=True, is_first_run=False))
    done = home_view(home_card(may_set_up=True, is_guided=False, is_first_run=False))

    assert "*Next step:* press *Set up oops*." in words(asked)
    assert "home.setup" in action_ids(asked)
    assert "Next step" not in words(done)


def test_what_needs_me_names_the_brand_where_it_may_be_of_several() -> None:
    ours, theirs = (1, "Riverside Runners"), (2, "Harbour Run")
    several = home_card(wanted=(wanted(brand_id=2),), brands=(ours, theirs))
    one = home_card(wanted=(wanted(brand_id=1),), brands=(ours,))

    assert "Call the printer. · due <!date^" in words(home_view(several))
    assert " · Harbour Run" in words(home_view(several))
    assert "Riverside Runners" not in words(home_view(one))


def test_home_tells_what_needs_me_with_its_due_time_and_link() -> None:
    made = home_view(home_card(wanted=(wanted(link="https://riverside.slack.example/p1"),)))

    assert "*OOPS-7* · Call the printer. · due <!date^" in words(made)
    assert "<https://riverside.slack.example/p1|go to it>" in words(made)


def test_home_marks_what_is_overdue() -> None:
    late = home_view(home_card(wanted=(wanted(),), seen_at=NOW + timedelta(minutes=1)))
    asked = home_view(
        home_card(wanted=(wanted(kind=WantedKind.CHECK_IN),), seen_at=NOW + timedelta(minutes=1))
    )

    assert "Call the printer. · *overdue since <!date^" in words(late)
    assert "overdue" not in words(asked)


def test_home_shows_stage_and_next_check_in_of_an_open_case() -> None:
    made = home_view(home_card(watching=(line(case=case(state=CaseState.WATCHING), next_check_in=NOW),)))

    assert "*OOPS-7* · Correct it publicly · watching · Riverside Runners · next check-in <!date^" in words(
        made
    )


def test_home_tells_the_page_and_turns_it() -> None:
    made = home_view(home_card(open_cases=(line(),), open_count=45, page=2, pages=3))

    assert "Open (45)" in words(made)
    assert "Page 2 of 3" in words(made)
    assert button(made, "home.page_before")["value"] == "1"
    assert button(made, "home.page")["value"] == "3"


def test_home_says_how_much_waits_and_turns_its_pages() -> None:
    made = home_view(home_card(wanted=(wanted(),), wanted_count=47, wanted_page=2, wanted_pages=3))

    assert "Page 2 of 3 · 47 in all" in words(made)
    assert button(made, "home.page_wanted_before")["value"] == "1"
    assert button(made, "home.page_wanted")["value"] == "3"


def test_home_offers_the_accounts_where_there_is_a_choice() -> None:
    one = home_view(home_card(brands=((3, "Riverside Runners"),)))
    two = home_view(home_card(brands=((3, "Riverside Runners"), (4, "Acme")), brand_id=4))

    assert "home.brand" not in action_ids(one)
    assert button(two, "home.brand")["initial_option"]["value"] == "4"
    assert two["private_metadata"] == "4"


def test_a_report_of_ones_own_is_marked_where_the_case_cannot_be_opened() -> None:
    made = home_view(home_card(open_cases=(line(is_member=False, link=""),)))

    assert "your report" in words(made)


def test_help_shows_an_example_and_every_word() -> None:
    text = help_message()["text"]

    assert all(word in text for word in ("`/oops`", "`/oops list`", "`/oops OOPS-7`", "`/oops help`"))


def test_words_that_were_not_understood_are_quoted_and_cannot_ping() -> None:
    text = unclear_message("<!channel>")["text"]

    assert "“&lt;!channel&gt;”" in text
    assert "`/oops list`" in text


def test_a_list_tells_level_stage_and_place() -> None:
    text = list_message([line()])["text"]

    assert "*OOPS-7* · Correct it publicly · open · Riverside Runners" in text
    assert "|go to it>" in text


def test_an_empty_list_says_how_to_report() -> None:
    assert "Type `/oops`" in list_message([])["text"]


def test_a_case_is_shown_with_its_link_to_members_only() -> None:
    card = plan_card(link="https://riverside.slack.example/p1")

    member, reporter = case_message(card)["text"], report_only_message(card)["text"]

    assert "Open it in its channel" in member
    assert "https://riverside" not in reporter
    assert "You reported: “We wrote Tuesday, the run is on Thursday.”" in reporter
    assert card.tasks[0].text in member


def test_a_case_that_is_over_does_not_ask_for_its_plan_to_be_carried_out() -> None:
    link = "https://riverside.slack.example/p1"
    closed = plan_card(case=case(state=CaseState.CLOSED), tasks=(), link=link)
    watched = plan_card(case=case(state=CaseState.WATCHING), link=link)

    told, watching = case_message(closed)["text"], case_message(watched)["text"]
    reporter = report_only_message(closed)["text"]

    assert "Nothing more is asked about it. The record is in its thread." in told
    assert closed.headline not in told
    assert closed.headline not in reporter
    assert "record" not in reporter
    assert f"Now watch whether it dies down. The plan was: {watched.headline}" in watching


def test_a_case_that_was_merged_says_where_it_goes_on() -> None:
    merged = plan_card(
        case=case(state=CaseState.CLOSED),
        merged_into="OOPS-3",
        tasks=(),
        link="https://riverside.slack.example/p1",
    )

    assert "It goes on as OOPS-3." in case_message(merged)["text"]
    assert "OOPS-3" not in report_only_message(merged)["text"]


def test_an_error_keeps_its_mention_and_its_command() -> None:
    made = problem_message("<@UBOB> was faster. Type `/oops list`.")

    assert made["text"] == "<@UBOB> was faster. Type `/oops list`."


def test_an_error_over_a_form_is_its_sentence_and_nothing_else() -> None:
    made = problem_view("Not done yet", "Please try again.")

    assert words(made).splitlines() == ["Please try again."]
