"""What tests of the report form look at and send: cases, fields on the screen, forged submissions, a busy database."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlmodel import Session, create_engine, select

from bot.models import REPORT, Brand, Case
from bot.playground import interacting, payloads
from bot.playground.state import View
from bot.report import Report
from bot.storage import queries
from tests.world import Someone, World

WHAT = "We wrote Tuesday, the run is on Thursday"
PRIZE: dict[str, Any] = {
    "channel": "email",
    "undo": "cannot",
    "mistake": "wrong_price_or_offer",
    "harm": "misleads_decision",
    "red_flags": ["false_price_or_prize"],
}
"""Answers whose plan begins with a call."""


def all_cases(session: Session) -> list[Case]:
    return list(session.exec(select(Case).order_by(Case.number)))  # type: ignore[arg-type]  # a column at run time


async def cases(world: World) -> list[Case]:
    return await world.oops.store.read(all_cases)


async def case_numbered(world: World, number: int) -> Case:
    return next(case for case in await cases(world) if case.number == number)


async def the_report(world: World) -> Report:
    (case,) = await cases(world)
    return REPORT.validate_python(case.report)


async def add_brand(world: World, name: str, **values: Any) -> str:
    """Add a brand like the first one; return its id as the form knows it."""

    def add(session: Session) -> str:
        first = queries.brands_of(session, world.oops.workspace_id)[0]
        copied = first.model_dump(exclude={"id", "name"})
        brand = Brand(**{**copied, "name": name, **values})
        session.add(brand)
        session.flush()
        return str(brand.id)

    return await world.oops.store.run(add)


def block(view: View, block_id: str) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in view.blocks if one.get("block_id") == block_id)
    return found


def entry(view: View, block_id: str) -> dict[str, Any]:
    """What a field of the form holds on the screen."""
    (held,) = view.values[block_id].values()
    found: dict[str, Any] = held
    return found


def chosen(view: View, block_id: str) -> str | None:
    option = entry(view, block_id)["selected_option"]
    return option["value"] if option else None


@contextmanager
def held(database_url: str) -> Iterator[None]:
    """Keep everybody else from writing cases."""
    engine = create_engine(database_url)
    is_sqlite = engine.dialect.name == "sqlite"
    with engine.connect() as connection:
        connection.exec_driver_sql(
            "BEGIN IMMEDIATE" if is_sqlite else "LOCK TABLE workspace IN EXCLUSIVE MODE"
        )
        yield
        connection.rollback()
    engine.dispose()


async def submit_forged(world: World, someone: Someone, **values: Any) -> dict[str, Any]:
    """Submit the form in front with values that Slack's client would never send; return the app's answer."""
    view = payloads.view_json(world.workspace, someone.view)
    for block_id, state in values.items():
        view["state"]["values"][block_id] = {f"report.{block_id}": state}
    body = payloads.interaction(
        world.workspace,
        world.workspace.user(someone.id),
        "view_submission",
        trigger_id=world.workspace.new_trigger(someone.id),
        view=view,
        response_urls=[],
    )
    reply = await interacting.deliver(world.workspace, body)
    await world.oops.settle()
    assert isinstance(reply.payload, dict)
    return reply.payload
