"""What is due and cannot be done holds up nothing else: neither its own kind, nor the others, nor the tick."""

import io

import pytest
from sqlmodel import Session, col, select

from bot.due import LEFT_ALONE_FOR
from bot.models import Brand, Case, ReceivedReport
from tests.left_behind import leave_report_behind
from tests.many_cases import add_brand
from tests.world import Someone, World

UNREADABLE = "Of another version"


@pytest.fixture
async def unreadable(world: World) -> None:
    """Two reports that wait, the older one of an account that cannot be read."""

    def for_another(session: Session) -> None:
        brand = add_brand(
            session, UNREADABLE, now=world.clock(), owners={"a_flag_of_another_version": "Dana"}
        )
        first = session.exec(select(ReceivedReport).order_by(col(ReceivedReport.id)).limit(1)).one()
        first.brand_id = brand.id or 0

    for form in ("VFIRST", "VSECOND"):
        await leave_report_behind(world, form)
    await world.oops.store.run(for_another)


def become_readable(session: Session) -> None:
    session.exec(select(Brand).where(Brand.name == UNREADABLE)).one().owners = {}


async def cases(world: World) -> int:
    return len(await world.oops.store.read(lambda session: session.exec(select(Case.id)).all()))


@pytest.mark.usefixtures("unreadable")
async def test_of_one_kind_the_rest_is_done_and_the_log_says_once_what_was_not(
    world: World, log: io.StringIO
) -> None:
    await world.passes(minutes=2)
    await world.passes(seconds=1)

    assert await cases(world) == 1
    assert log.getvalue().count('"due_and_not_done"') == 1
    assert '"step": "received", "row": 1' in log.getvalue()


@pytest.mark.usefixtures("unreadable")
async def test_other_kinds_are_done_and_the_tick_counts(world: World, alice: Someone) -> None:
    await alice.types("practice")
    await alice.submits(sample="wrong-day")

    await world.passes(hours=4)

    assert any("Record of OOPS-1" in told for told in alice.told())
    assert world.oops.health.problem() == ""


@pytest.mark.usefixtures("unreadable")
async def test_what_was_not_done_is_tried_again_some_minutes_later(world: World) -> None:
    await world.passes(minutes=2)
    await world.oops.store.run(become_readable)
    await world.passes(minutes=1)
    before = await cases(world)

    world.clock.now += LEFT_ALONE_FOR
    await world.passes(seconds=1)

    assert (before, await cases(world)) == (1, 2)
