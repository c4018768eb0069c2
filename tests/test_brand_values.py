"""What may be typed into a brand's settings, and what is said to write instead."""

import pytest

from bot.brands import file_reading, pages, values
from bot.errors import OopsError
from bot.models import Brand
from messages.settings_history import FIELD_WORDS

NOT_SET_BY_ANYBODY = {"id", "workspace_id", "steps_done", "is_practice", "version", "created_at"}


def test_every_setting_is_on_a_page_in_the_file_and_has_words_for_its_changes() -> None:
    columns = set(Brand.model_fields) - NOT_SET_BY_ANYBODY
    by_pages = {name for names in pages.FIELDS.values() for name in names} | {"is_archived"}  # a button
    by_file = {column for column, _ in file_reading.COLUMNS.values()} | {"name", "quiet_from", "quiet_until"}

    assert by_pages == columns
    assert by_file == columns
    assert set(FIELD_WORDS) == columns


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        (" Berlin ", "Europe/Berlin"),
        ("new york", "America/New_York"),
        ("utc", "UTC"),
    ],
)
def test_a_time_zone_is_known_by_its_name_or_its_city(typed: str, zone: str) -> None:
    assert values.timezone_of(typed) == zone


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("Berlinn", "Europe/Berlin"),
        ("", "Europe/Berlin or America/New_York"),
        ("Etc/GMT+5", "Write it as"),
        ("CET", "Write it as"),
    ],
)
def test_an_unknown_time_zone_says_what_is_near_or_how_to_write_it(typed: str, hint: str) -> None:
    with pytest.raises(OopsError, match="There is no time zone") as refused:
        values.timezone_of(typed)

    assert hint in str(refused.value)


@pytest.mark.parametrize(
    ("typed", "kept"), [("", ""), ("20m", "20m"), (" 20M , 1 h,4h ", "20m,1h,4h"), ("1d,3d", "1d,3d")]
)
def test_check_in_times_are_kept_in_one_form(typed: str, kept: str) -> None:
    assert values.check_ins_of(typed) == kept


@pytest.mark.parametrize("typed", ["1h,20m", "20s", "soon", "1h,,2h", "1h 2h", ",", "20m,20m"])
def test_other_check_in_times_say_how_to_write_them(typed: str) -> None:
    with pytest.raises(OopsError, match="20m,1h,4h"):
        values.check_ins_of(typed)


def test_no_more_check_in_times_than_fit() -> None:
    with pytest.raises(OopsError, match="12 times fit"):
        values.check_ins_of(",".join(f"{hour}h" for hour in range(1, 14)))


@pytest.mark.parametrize(("typed", "days"), [("", None), ("1", 1), ("3650", 3650)])
def test_days_are_a_whole_number_or_none(typed: str, days: int | None) -> None:
    assert values.keep_days_of(typed) == days


@pytest.mark.parametrize("typed", ["0", "3651", "-1", "1.5", "\u0661", "ten"])
def test_other_days_say_what_to_give(typed: str) -> None:
    with pytest.raises(OopsError, match="from 1 to 3650"):
        values.keep_days_of(typed)


@pytest.mark.parametrize(("start", "end"), [("22:00", None), (None, "07:00"), ("07:00", "07:00")])
def test_quiet_hours_that_cannot_be_kept_are_refused(start: str | None, end: str | None) -> None:
    with pytest.raises(OopsError, match="uiet hours"):
        values.require_quiet_hours(start, end)


@pytest.mark.parametrize(
    ("typed", "name"), [("oops", "oops"), ("#Oops Response", "oops-response"), ("  équipe_1 ", "équipe_1")]
)
def test_a_channel_is_named_as_slack_names_them(typed: str, name: str) -> None:
    assert values.channel_name_of(typed) == name


def test_words_are_divided_by_commas_and_lines_and_kept_once() -> None:
    assert values.words_of(" runners, run\nrunners;  a b ,,\u200b") == ["runners", "run", "a b"]
