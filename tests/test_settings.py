"""What the environment says is taken as it is meant, or refused with a sentence that says what to write."""

import pytest

from bot.errors import OopsError
from bot.settings import read_settings

SECRETS = ("slack_bot_token", "slack_app_token", "slack_signing_secret")


def refused(**given: str) -> str:
    """Return what is said of settings that cannot be used."""
    with pytest.raises(OopsError) as wrong:
        read_settings(**given)
    return str(wrong.value)


def test_a_line_break_at_the_end_is_no_part_of_a_setting() -> None:
    secrets = dict.fromkeys(SECRETS, "abc\n")

    settings = read_settings(**secrets, oops_response_channel="C_0123456789\n")

    assert settings.slack_bot_token.get_secret_value() == "abc"
    assert settings.slack_app_token.get_secret_value() == "abc"
    assert settings.slack_signing_secret.get_secret_value() == "abc"
    assert settings.oops_response_channel == "C_0123456789"


@pytest.mark.parametrize("name", SECRETS)
def test_a_secret_with_a_break_in_it_is_to_be_copied_again(name: str) -> None:
    said = refused(**{name: "xoxb-hunter\n2"})

    assert f"{name.upper()}: copy it again" in said
    assert "hunter" not in said


@pytest.mark.parametrize("channel", ["#oops", "oops-team", "c0123456789", "U0123456789"])
def test_a_channel_s_name_is_no_id(channel: str) -> None:
    said = refused(oops_response_channel=channel)

    assert "OOPS_RESPONSE_CHANNEL: write the channel's id, such as C0123456789" in said


@pytest.mark.parametrize("port", ["abc", "-1", "65536", "3000.5", "²", "9" * 5000])
def test_what_is_no_port_is_refused_with_what_to_write(port: str) -> None:
    assert "OOPS_PORT: write a number up to 65535, such as 3000" in refused(oops_port=port)


@pytest.mark.parametrize(("given", "port"), [(" 8080\n", 8080), ("0", 0), ("65535", 65535)])
def test_a_port_is_taken_as_it_is_meant(given: str, port: int) -> None:
    assert read_settings(oops_port=given).oops_port == port


@pytest.mark.parametrize(
    "url",
    [
        "sqlite://",
        "sqlite:///",
        "sqlite:///:memory:",
        "sqlite://oops.sqlite",
        "postgresql://oops:hunter2@db:port/oops",
        "postgresql://oops:with@hunter2@db/oops",
        "postgresql+psycopg2://oops:hunter2@db/oops",
    ],
)
def test_an_address_that_no_database_has_is_refused_without_its_password(url: str) -> None:
    said = refused(oops_database_url=url)

    assert "OOPS_DATABASE_URL: write sqlite:///" in said
    assert "hunter2" not in said


@pytest.mark.parametrize(
    "url",
    [
        "sqlite:///oops.sqlite",
        "sqlite:////var/lib/oops/oops.sqlite",
        "postgresql://oops:with%40@db:5432/oops?sslmode=require",
        "postgresql+psycopg://oops@/oops?host=/run/postgresql",
    ],
)
def test_the_address_of_a_database_is_kept_as_it_was_given(url: str) -> None:
    assert read_settings(oops_database_url=url).oops_database_url == url
