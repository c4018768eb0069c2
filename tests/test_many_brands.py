"""A workspace with many accounts: as many questions to the database as with one, and a form that is hardly larger."""

import json
from collections.abc import Awaitable, Callable

import pytest
from sqlmodel import Session

from bot.reporting.answering import answer_card
from tests import forging
from tests.counting import questions
from tests.many_cases import add_brand
from tests.world import Someone, World

MENU = 500
"""Bytes that a menu of accounts may add to the form; with one account there is none."""


async def open_home(alice: Someone) -> None:
    await alice.opens_home()


async def open_report(alice: Someone) -> None:
    await alice.types("")


async def answer_report(alice: Someone) -> None:
    await alice.types("")
    await alice.fills(channel="email")


async def search_brand(alice: Someone) -> None:
    await forging.searches(alice, "report.brand", "account 1")


async def open_settings(alice: Someone) -> None:
    await alice.types("settings")


async def read_answer(alice: Someone) -> None:
    await alice.world.oops.store.read(answer_card, 1)


async def add_brands(world: World) -> None:
    def add(session: Session) -> None:
        for number in range(200):
            add_brand(session, f"Account {number}", now=world.clock())

    await world.oops.store.run(add)


@pytest.mark.parametrize(
    "look", [open_home, open_report, answer_report, search_brand, open_settings, read_answer]
)
async def test_the_database_is_asked_as_often_for_201_brands_as_for_one(
    world: World, alice: Someone, look: Callable[[Someone], Awaitable[None]]
) -> None:
    await alice.reports()
    await look(alice)

    with questions(world) as asked_for_one:
        await look(alice)
    await add_brands(world)
    with questions(world) as asked_for_many:
        await look(alice)

    assert 0 < len(asked_for_many) == len(asked_for_one)


def size_of(alice: Someone) -> int:
    """Return how many bytes the form in front is."""
    return len(json.dumps(alice.view.view))


async def test_the_form_is_hardly_larger_for_201_brands_than_for_one(world: World, alice: Someone) -> None:
    await answer_report(alice)
    of_one = size_of(alice)
    await add_brands(world)

    await answer_report(alice)
    await alice.fills(brand="150")

    assert of_one < size_of(alice) < of_one + MENU
