import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.report import Channel, Mistake
from bot.reporting.prefill import Command, Prefill, Request, named_brand, read_text, route


@pytest.mark.parametrize("typed", ["help", "HELP", "  help  ", "Help\n"])
def test_a_subcommand_is_known_in_any_case_and_with_blanks_around_it(typed: str) -> None:
    assert route(typed).command is Command.HELP


@pytest.mark.parametrize("word", ["help", "list", "settings", "stats", "practice"])
def test_every_subcommand_has_its_own_name(word: str) -> None:
    assert route(word).command.value == word


@pytest.mark.parametrize(
    ("typed", "words"),
    [("find thursday run", "thursday run"), ("FIND  a\nb", "a\nb"), ("find", ""), ("find #7", "#7")],
)
def test_what_stands_after_find_is_searched(typed: str, words: str) -> None:
    request = route(typed)

    assert (request.command, request.text) == (Command.FIND, words)


@pytest.mark.parametrize("typed", ["finding typos everywhere", "we find no typo", "findings are wrong"])
def test_a_report_may_hold_the_word_too(typed: str) -> None:
    assert route(typed).command is Command.REPORT


@pytest.mark.parametrize(
    "typed",
    [
        "OOPS-7",
        "oops-7",
        "oops 7",
        "oops7",
        "Oops - 7",
        "OOPS\u20137",
        "#7",
        "# 7",
        "7",
        " OOPS-7 ",
        "OOPS-07",
    ],
)
def test_a_cases_number_is_known_however_it_is_written(typed: str) -> None:
    request = route(typed)

    assert (request.command, request.number) == (Command.CASE, 7)


def test_a_number_that_no_case_can_have_is_a_cases_number_all_the_same() -> None:
    assert route("OOPS-99999999999") == Request(Command.CASE, "OOPS-99999999999", 99999999999)


@pytest.mark.parametrize("typed", ["oops 7 mails went out twice", "7 people got it", "OOPS-7 again"])
def test_a_number_inside_a_sentence_is_a_report(typed: str) -> None:
    assert route(typed).command is Command.REPORT


def test_nothing_typed_opens_an_empty_report() -> None:
    assert route("  ").command is Command.REPORT


@pytest.mark.parametrize("typed", ["wrong date", "help us", "list went", "https://x.com/acme/status/1"])
def test_two_words_or_an_address_are_a_report(typed: str) -> None:
    assert route(typed).command is Command.REPORT


@pytest.mark.parametrize("typed", ["hlep", "typo", "???", "? !", "wrong-account", "oops", "12345678901"])
def test_one_unknown_word_is_unclear_and_quoted(typed: str) -> None:
    assert route(typed) == Request(Command.UNCLEAR, typed)


def test_an_address_fills_the_link_and_leaves_the_sentence_readable() -> None:
    prefill = read_text("We wrote Tuesday (https://x.com/acme/status/1), it is Thursday.")

    assert prefill == Prefill(
        "We wrote Tuesday, it is Thursday.", "https://x.com/acme/status/1", Channel.X, None
    )


@pytest.mark.parametrize(
    ("typed", "what", "link"),
    [
        (
            "<https://acme.org/a?b=1&amp;c=2|acme.org/a> has it wrong",
            "has it wrong",
            "https://acme.org/a?b=1&c=2",
        ),
        ("see <https://acme.org/a|our spring news>", "see our spring news", "https://acme.org/a"),
        ("see https://acme.org/a.", "see.", "https://acme.org/a"),
        (
            "look: https://en.wikipedia.org/wiki/Oops_(song)",
            "look:",
            "https://en.wikipedia.org/wiki/Oops_(song)",
        ),
        ("https://acme.org/a and https://acme.org/b", "and https://acme.org/b", "https://acme.org/a"),
        ("ftp://acme.org/a and http://", "ftp://acme.org/a and http://", ""),
        ("HTTPS://ACME.org/A is dead", "is dead", "HTTPS://ACME.org/A"),
        ("http://[broken is not an address", "http://[broken is not an address", ""),
        (
            "See https://a.slack.com/archives/C1: https://x.com/a/status/1 is wrong",
            "See https://a.slack.com/archives/C1: is wrong",
            "https://x.com/a/status/1",
        ),
    ],
)
def test_the_first_address_that_the_public_can_open_becomes_the_link(
    typed: str, what: str, link: str
) -> None:
    prefill = read_text(typed)

    assert (prefill.what, prefill.link) == (what, link)


def test_slacks_own_markup_is_read_as_the_reader_sees_it() -> None:
    prefill = read_text(
        "<@U1|anna> told <@U2> in <#C1|news> &amp; <!channel> that 1 &lt; 2, <mailto:a@b.org|a@b.org>"
    )

    assert prefill.what == "@anna told @somebody in #news & @channel that 1 < 2, a@b.org"


def test_lines_stay_lines_and_control_characters_go() -> None:
    assert read_text("one\r\ntwo\x00\x07 three\u202e four").what == "one\ntwo three four"


@pytest.mark.parametrize(
    ("link", "channel"),
    [
        ("https://x.com/acme/status/1", Channel.X),
        ("https://mobile.twitter.com/acme/status/1", Channel.X),
        ("https://www.facebook.com/acme/posts/1", Channel.FACEBOOK),
        ("https://www.instagram.com/p/abc/", Channel.INSTAGRAM),
        ("https://www.linkedin.com/posts/acme_1", Channel.LINKEDIN),
        ("https://www.tiktok.com/@acme/video/123", Channel.TIKTOK),
        ("https://youtu.be/abc", Channel.YOUTUBE),
        ("https://www.threads.net/@acme/post/abc", Channel.THREADS),
        ("https://bsky.app/profile/acme.org/post/abc", Channel.BLUESKY),
        ("https://social.acme.org/@press/109501", Channel.MASTODON),
        ("https://old.reddit.com/r/acme/comments/1", Channel.REDDIT),
        ("https://mailchi.mp/acme/spring", Channel.EMAIL),
        ("https://www.acme.org/spring", None),
        ("https://medium.com/@acme/our-spring-123", None),
        ("https://notx.com/a", None),
        ("https://x.com.evil.example/a", None),
    ],
)
def test_the_links_host_gives_the_channel_away(link: str, channel: Channel | None) -> None:
    assert read_text(f"wrong {link}").channel is channel


def test_the_links_host_counts_more_than_a_word() -> None:
    assert read_text("our newsletter promo https://x.com/acme/1").channel is Channel.X


@pytest.mark.parametrize(
    ("typed", "channel"),
    [
        ("the newsletter said Tuesday", Channel.EMAIL),
        ("The E-Mail went out twice", Channel.EMAIL),
        ("press release with the wrong name", Channel.PRESS_RELEASE),
        ("a push alert about nothing", Channel.PUSH_SMS),
        ("SMS to everybody", Channel.PUSH_SMS),
        ("we tweeted it", Channel.X),
        ("posted on X last night", Channel.X),
        ("it is on our website", Channel.WEBSITE),
        ("they said it on TV", Channel.PRINT_BROADCAST),
        ("I said it on stage", Channel.IN_PERSON),
        ("Threads post with a typo", Channel.THREADS),
        ("we pushed the wrong file", None),
        ("please push it back", None),
        ("two threads about it", None),
        ("on x axis", None),
        ("the tweet about our newsletter", None),
        ("something odd", None),
    ],
)
def test_the_words_give_the_channel_away_unless_they_name_two(typed: str, channel: Channel | None) -> None:
    assert read_text(typed).channel is channel


@pytest.mark.parametrize(
    ("typed", "mistake"),
    [
        ("a typo in the headline", Mistake.TYPO),
        ("misspelled her name", Mistake.TYPO),
        ("wrong date in the post", Mistake.WRONG_FACT),
        ("we gave the wrong phone number", Mistake.WRONG_FACT),
        ("posted from the wrong account", Mistake.WRONG_ACCOUNT),
        ("sent from the wrong Twitter account", Mistake.WRONG_ACCOUNT),
        ("Our newsletter gave a wrong bank account number", Mistake.WRONG_FACT),
        ("wrong account details on the invoice", Mistake.WRONG_FACT),
        ("asked to pay into the wrong donations account", Mistake.WRONG_FACT),
        ("wrong profile picture of the mayor", Mistake.WRONG_IMAGE),
        ("a test mail to the whole list", Mistake.UNFINISHED_OR_TEST),
        ("that was just a test", Mistake.UNFINISHED_OR_TEST),
        ("went out too early", Mistake.SENT_BY_ACCIDENT),
        ("everybody in cc", Mistake.PRIVATE_INFO),
        ("forgot to use Bcc", Mistake.PRIVATE_INFO),
        ("all 340 recipients were in the To line", Mistake.PRIVATE_INFO),
        ("we put the wrong date into the to-do list", Mistake.WRONG_FACT),
        ("wrong link in the mail", Mistake.BROKEN_LINK_OR_IMAGE),
        ("wrong picture of the mayor", Mistake.WRONG_IMAGE),
        ("the wrong price", Mistake.WRONG_PRICE_OR_OFFER),
        ("sent to the wrong list", Mistake.WRONG_AUDIENCE),
        ("it was a false alarm", Mistake.FALSE_ALARM),
        ("the test results are wrong", None),
        ("our account manager noticed", None),
        ("everything is wrong", None),
    ],
)
def test_the_words_give_the_kind_of_mistake_away(typed: str, mistake: Mistake | None) -> None:
    assert read_text(typed).mistake is mistake


def test_an_address_does_not_name_a_mistake() -> None:
    assert read_text("look at https://acme.org/typo/404").mistake is None


@given(st.text(max_size=300))
def test_any_text_is_read_and_routed(typed: str) -> None:
    prefill, request = read_text(typed), route(typed)

    assert "\x00" not in prefill.what + prefill.link + request.text


@pytest.mark.parametrize(
    "typed",
    [
        "The push told people to evacuate, it was a test",
        "flood warning by mistake, it was only a test",
        "Test alert about a tsunami went to all phones",
        "A test message: boil your water",
        "Siren went off by accident",
        "Missile alert, it was a drill",
        "tornado warning sent in error",
    ],
)
def test_an_alarm_for_nothing_is_a_false_alarm_and_no_test(typed: str) -> None:
    assert read_text(typed).mistake is Mistake.FALSE_ALARM


@pytest.mark.parametrize(
    ("typed", "mistake"),
    [
        ("test mail went out", Mistake.UNFINISHED_OR_TEST),
        ("We sent a test push to 2000 people", Mistake.UNFINISHED_OR_TEST),
        ("our newsletter about fire safety warnings went out by mistake", Mistake.SENT_BY_ACCIDENT),
        ("the alarm clock offer went out by accident", Mistake.SENT_BY_ACCIDENT),
        ("wrong date for the evacuation exercise", Mistake.WRONG_FACT),
        ("a tsunami of replies to a test mail", Mistake.UNFINISHED_OR_TEST),
    ],
)
def test_what_frightens_nobody_is_no_alarm(typed: str, mistake: Mistake) -> None:
    assert read_text(typed).mistake is mistake


@pytest.mark.parametrize(
    ("what", "brand"),
    [
        ("a beer joke on nord bakery's Facebook page", "1"),
        ("a joke on Nord Bakery South's page", "2"),
        ("a joke on the page of Nord", "3"),
        ("Nord wind is what we wrote", None),
        ("Nord wind is what we wrote on the page of Nord", "3"),
        ("the nord wind", None),
        ("Nord Bakery got what Harbour Run should have got", None),
        ("the harbour runs dry", None),
    ],
)
def test_the_brand_is_the_one_whose_whole_name_is_said(what: str, brand: str | None) -> None:
    names = {"1": "Nord Bakery", "2": "Nord Bakery South", "3": "Nord", "4": "Harbour Run", "5": " "}

    assert named_brand(what, names) == brand
