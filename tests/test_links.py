"""One spelling for addresses of the same thing."""

import pytest

from bot.links import inside_links, link_key, one_spelling, without_inside_links


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


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("See https://acme.slack.com/archives/C1/p1.", ["https://acme.slack.com/archives/C1/p1"]),
        ("(https://app.slack.com/client/T1/C1)", ["https://app.slack.com/client/T1/C1"]),
        ("acme.enterprise.slack.com/files/U1/F1", ["acme.enterprise.slack.com/files/U1/F1"]),
        ("HTTPS://ACME.SLACK.COM/docs/T1/F1", ["HTTPS://ACME.SLACK.COM/docs/T1/F1"]),
        ("https://slack.com/archives/C1 or slack://channel?id=C1", ["https://slack.com/archives/C1", "slack://channel?id=C1"]),
        ("https://mail.example/?u=https://acme.slack.com/x", ["https://acme.slack.com/x"]),
        ("press-aaaa@acme.slack.com", ["press-aaaa@acme.slack.com"]),
        ("https://acme.slack-gov.com/archives/C1", ["https://acme.slack-gov.com/archives/C1"]),
        ("https://join.slack.com/t/acme/shared_invite/zt-1", []),
        ("https://slack.com/help, status.slack.com, docs.slack.dev", []),
        ("https://acme.slack.com.evil.example/archives, notslack.com/archives", []),
    ],
)  # fmt: skip
def test_an_address_inside_slack_is_told_from_what_everybody_can_open(text: str, inside: list[str]) -> None:
    assert [text[start:end] for start, end in inside_links(text)] == inside


def test_something_else_can_stand_where_addresses_inside_slack_stood() -> None:
    text = "See a.slack.com/x, then https://b.slack.com/y."

    assert without_inside_links(text, "…") == "See …, then …."
