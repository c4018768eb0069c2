"""How long content is kept after closing."""

from sqlmodel import col, select

from bot.erasing import ERASED
from bot.models import Case, Event
from tests.handlers.brands import close, keep_for
from tests.world import Someone, World


async def words_of(world: World) -> list[str]:
    """Return what each case is about, the first one first."""
    return await world.oops.store.read(
        lambda session: [
            case.report["what"] for case in session.exec(select(Case).order_by(col(Case.number)))
        ]
    )


async def test_content_is_erased_when_its_days_are_over_and_the_fact_stays(
    world: World, alice: Someone
) -> None:
    await keep_for(world, 30)
    await alice.reports("We wrote Tuesday, the run is on Thursday")
    await close(world, alice)
    await alice.reports("We posted the wrong picture of the bridge")

    await world.passes(days=29)
    await world.oops.erase_what_is_over()
    before = await words_of(world)
    await world.passes(days=1)
    await world.oops.erase_what_is_over()

    assert ERASED not in before
    assert await words_of(world) == [ERASED, "We posted the wrong picture of the bridge"]
    await alice.types("OOPS-1")
    assert "OOPS-1" in alice.hears()[-1]


async def test_content_is_kept_where_no_days_are_set(world: World, alice: Someone) -> None:
    await keep_for(world, None)
    await alice.reports("We wrote Tuesday, the run is on Thursday")
    await close(world, alice)

    await world.passes(days=4000)
    await world.oops.erase_what_is_over()

    assert await words_of(world) == ["We wrote Tuesday, the run is on Thursday"]


async def test_what_was_erased_is_left_alone_afterwards(world: World, alice: Someone) -> None:
    await keep_for(world, 1)
    await alice.reports()
    await close(world, alice)
    await world.passes(days=2)
    await world.oops.erase_what_is_over()

    await world.oops.erase_what_is_over()

    erasures = await world.oops.store.read(
        lambda session: session.exec(select(Event).where(Event.kind == "content_erased")).all()
    )
    assert len(erasures) == 1
