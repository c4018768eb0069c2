"""Menus of names: what fits what somebody types, and what comes first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.menus import LISTED, Choice, found

RUNNERS = ("Harbour Choir", "Overrun Records", "Riverside Runners", "Run Club", "The Run", "Zürich Läufer")


def names(typed: str, *known: str) -> list[str]:
    choices = [(str(number), name) for number, name in enumerate(known or RUNNERS)]
    return [name for _, name in found(choices, typed)]


def test_names_that_begin_with_it_come_first_then_words_that_do_then_the_rest() -> None:
    assert names("run") == ["Run Club", "Riverside Runners", "The Run", "Overrun Records"]


def test_without_a_word_all_are_there_by_name() -> None:
    assert names("", "beta", "Alpha", "Gamma") == ["Alpha", "beta", "Gamma"]
    assert names("   ", "beta", "Alpha") == ["Alpha", "beta"]


@pytest.mark.parametrize("typed", ["ZÜRICH", "zu\u0308rich", "  zürich   läu ", "läufer"])
def test_case_blanks_and_composed_letters_do_not_count(typed: str) -> None:
    assert names(typed) == ["Zürich Läufer"]


def test_a_sharp_s_is_found_by_two() -> None:
    assert names("strasse", "Große Straße") == ["Große Straße"]


@pytest.mark.parametrize("typed", ["(", ".*", "\\", "[a", "& so", "?", "zebra"])
def test_what_is_typed_is_never_a_pattern(typed: str) -> None:
    assert names(typed) == []
    assert names(typed, f"Us {typed}") == [f"Us {typed}"]


def test_at_most_a_list_is_returned_the_best_of_them() -> None:
    known = [(str(number), f"Account {number:03}") for number in range(500)]

    assert found(known, "") == known[:LISTED]
    assert found(known, "account 4") == known[400:]
    assert found(known, "99") == [known[99], known[199], known[299], known[399], known[499]]


NAMES = st.lists(st.text(min_size=1, max_size=20), max_size=150)


@given(NAMES, st.text(max_size=5))
def test_every_answer_was_offered_and_is_there_once(known: list[str], typed: str) -> None:
    choices: list[Choice] = [(str(number), name) for number, name in enumerate(known)]

    shown = found(choices, typed)

    assert len(shown) == len(set(shown)) <= LISTED
    assert set(shown) <= set(choices)


@given(NAMES, st.text(max_size=20))
def test_a_name_is_found_by_itself(others: list[str], name: str) -> None:
    choices = [("it", name), *((str(number), other) for number, other in enumerate(others[: LISTED - 1]))]

    assert ("it", name) in found(choices, name)
