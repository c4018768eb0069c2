"""What tests of erasing share: words that are to go, and where they may still stand."""

from pathlib import Path

from sqlalchemy import inspect
from sqlmodel import Session, create_engine, select

from bot.data_requests import Erasure
from bot.models import Case
from bot.storage.engine import sqlite_path
from tests.world import World

REPORTED = "kingfisher-in-the-report"
RIGHT = "osprey-said-rightly"
LINK = "https://example.org/avocet"
DRAFTED = "pelican-in-the-draft"
REASON = "heron-in-a-reason"
FACT = "bittern-in-new-facts"
CAUSE = "egret-in-the-cause"
CANARIES = (REPORTED, RIGHT, LINK, DRAFTED, REASON, FACT, CAUSE)


def everything_in(url: str) -> str:
    """Return all that can be read from a database: the bytes of its files, or every row."""
    path = sqlite_path(url)
    if path is not None:
        files = [file for file in Path(path).parent.iterdir() if file.name.startswith(Path(path).name)]
        return "\n".join(file.read_bytes().decode("utf-8", errors="replace") for file in files)
    engine = create_engine(url)
    try:
        with engine.connect() as connection:
            tables = inspect(connection).get_table_names()
            rows = [connection.exec_driver_sql(f'SELECT * FROM "{table}"').all() for table in tables]
        return "\n".join(str(row) for table in rows for row in table)
    finally:
        engine.dispose()


def left_of(words: tuple[str, ...], url: str) -> list[str]:
    everything = everything_in(url)
    return [word for word in words if word in everything]


def erase(world: World, *, case: str = "", person: str = "") -> str:
    return Erasure(world.database_url, case=case, person=person).carried_out(now=world.clock())


def the_case(session: Session, number: int = 1) -> Case:
    return session.exec(select(Case).where(Case.number == number)).one()
