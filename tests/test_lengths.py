"""A text is counted as its channel counts it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.lengths import count_words, length, limit, measure, word_budget
from bot.report import Channel


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sorry.", 6),
        ("https://example.org/a/very/long/path/that/goes/on", 23),
        ("See example.org/docs now", 4 + 23 + 4),
        ("日本語", 6),
        ("🎈", 2),
        ("👨‍👩‍👧‍👦", 2),
        ("🇩🇪", 2),
        ("e\u0301", 1),
        ("“right” — now…", 15),
        ("a@example.org", 13),
        ("", 0),
        # docs.x.com, "Counting characters": weights
        ("a" * 280, 280),
        ("Ελληνικά", 8),
        ("Привет", 6),
        ("한국", 4),
        ("ไทย", 3),
        ("café", 4),
        ("cafe\u0301", 4),
        ("\u10ff\u1100", 1 + 2),
        ("\u2014\u2018\u2032", 3),
        ("€…™", 6),
        # any emoji is 2, with a skin tone, joined, a flag, a keycap, or younger than the library
        ("👾", 2),
        ("🙋🏽", 2),
        ("👨‍🎤", 2),
        ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2),
        ("🇩🇪🇫🇷", 4),
        ("1️⃣", 2),
        ("❤️", 2),
        ("🫠", 2),
        ("🐦‍🔥", 2),
        ("🧑🏻‍❤️‍💋‍🧑🏿", 2),
        # any link is 23, with a scheme or without, once its ending is one that exists
        ("http://a.co", 23),
        ("https://t.co/abcdefghij", 23),
        ("www.x.com", 23),
        ("EXAMPLE.COM", 23),
        ("foo.bar.co.uk/x?y=1#z", 23),
        ("(example.com)", 25),
        ("example.com,example.org", 47),
        ("日本example.com語", 4 + 23 + 2),
        ("example.notanending", 19),
        ("@example.com", 12),
        ("v1.2.3 at 10.30", 15),
        ("ftp://example.com", 17),
        (f"https://example.com/{'v1.' * 30}pdf", 23),
        (f"{'www.' * 60}com", 243),  # nobody's host
        ("a\r\nb", 3),
    ],
)
def test_x_counts_links_as_23_and_wide_signs_as_2(text: str, expected: int) -> None:
    assert length(text, Channel.X) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("👨‍👩‍👧‍👦", 1), ("e\u0301a", 2), ("https://example.org", 19), ("a\r\nb", 3)]
)
def test_bluesky_counts_graphemes(text: str, expected: int) -> None:
    assert length(text, Channel.BLUESKY) == expected


def test_bluesky_also_refuses_more_than_3000_bytes() -> None:
    families = "👨‍👩‍👧‍👦" * 200

    assert not measure(families, Channel.BLUESKY).fits


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://example.org/a/very/long/path/that/goes/on", 23),
        ("@ana@example.social hi", 7),
        ("👨‍👩‍👧‍👦", 1),
        ("example.org", 11),
    ],
)
def test_mastodon_counts_links_as_23_and_leaves_out_a_mentions_server(text: str, expected: int) -> None:
    assert length(text, Channel.MASTODON) == expected


@pytest.mark.parametrize(("text", "expected"), [("Sorry é", 7), ("🎉", 4), ("日本", 2), ("1", 1)])
def test_threads_counts_an_emoji_as_its_bytes(text: str, expected: int) -> None:
    assert length(text, Channel.THREADS) == expected


def test_one_sms_holds_160_plain_or_70_other_characters() -> None:
    assert (length("a" * 160, Channel.PUSH_SMS), limit(Channel.PUSH_SMS, "a")) == (160, 160)
    assert (length("5 €", Channel.PUSH_SMS), limit(Channel.PUSH_SMS, "5 €")) == (4, 160)
    assert (length("Szymański", Channel.PUSH_SMS), limit(Channel.PUSH_SMS, "Szymański")) == (9, 70)
    assert length("🎈", Channel.PUSH_SMS) == 2


@pytest.mark.parametrize(
    ("channel", "words"), [(None, 150), (Channel.FACEBOOK, 60), (Channel.EMAIL, 120), (Channel.WEBSITE, 150)]
)
def test_channels_without_a_hard_limit_have_a_word_budget(channel: Channel | None, words: int) -> None:
    measured = measure("It is Thursday - sorry.", channel)

    assert (measured.used, measured.limit, measured.is_hard) == (4, words, False)
    assert word_budget(channel) == words


def test_words_hold_a_letter_or_a_digit() -> None:
    assert count_words("On 3 May — at 19:00, re-accommodate … 🎈") == 6


@given(st.text(alphabet=st.characters(max_codepoint=0x2040)))
def test_x_counts_a_plain_text_as_the_library_does(text: str) -> None:
    linked = f"{text} t.co"  # a link is counted by the library, as 23

    assert length(linked, Channel.X) - len(" ") - 23 == length(f"{text} ", Channel.X) - len(" ")


@given(st.text(), st.sampled_from([None, *Channel]))
def test_any_text_can_be_counted(text: str, channel: Channel | None) -> None:
    measured = measure(text + "\ud800", channel)

    assert measured.used <= 23 * (len(text) + 1)  # no sign counts for more than X's shortest link
    assert measured.limit > 0
