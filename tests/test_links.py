"""One spelling for addresses of the same thing."""

import pytest

from bot.links import link_key, one_spelling


@pytest.mark.parametrize(
    "link",
    [
        "https://x.com/acme/status/1",
        "http://www.twitter.com/acme/status/1/",
        "https://mobile.twitter.com/acme/status/1?s=20&t=abc",
        "https://X.com/acme/status/1#m",
        "https://x.com/acme/status/1?utm_source=mail&utm_medium=x",
    ],
)
def test_the_same_post_has_one_spelling(link: str) -> None:
    assert one_spelling(link) == "x.com/acme/status/1"
    assert link_key(link) == link_key("https://x.com/acme/status/1")


@pytest.mark.parametrize(
    ("one", "another"),
    [
        ("https://x.com/acme/status/1", "https://x.com/acme/status/2"),
        ("https://example.org/?p=1", "https://example.org/?p=2"),
        ("https://example.org/A", "https://example.org/a"),
        ("https://shop.example.org/a", "https://example.org/a"),
    ],
)
def test_different_things_stay_different(one: str, another: str) -> None:
    assert link_key(one) != link_key(another)


def test_the_order_of_parameters_does_not_matter() -> None:
    assert one_spelling("https://example.org/p?b=2&a=1") == one_spelling("https://example.org/p/?a=1&b=2")


def test_a_short_video_address_is_the_long_one() -> None:
    assert one_spelling("https://youtu.be/abc?si=zz") == one_spelling("https://www.youtube.com/watch?v=abc")


def test_a_name_of_two_parts_keeps_its_beginning() -> None:
    assert one_spelling("https://m.me/a") == "m.me/a"


def test_no_address_is_like_nothing() -> None:
    assert link_key("") == ""


def test_a_key_does_not_say_the_address() -> None:
    assert "acme" not in link_key("https://x.com/acme/status/1")
    assert len(link_key("https://x.com/acme/status/1")) == 64
