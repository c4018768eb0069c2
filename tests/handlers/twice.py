"""A mistake that is reported, and reported again by somebody else."""

from sqlmodel import Session, select

from bot.models import Case
from tests.world import ORDINARY, Someone

LINK = "https://x.com/acme/status/1"
OTHER_LINK = "https://x.com/acme/status/2"
AGAIN = "The day in our post is wrong"


def all_cases(session: Session) -> list[Case]:
    return list(session.exec(select(Case).order_by(Case.number)))  # type: ignore[arg-type]  # a column at run time


async def reports_again(person: Someone, what: str = AGAIN, **answers: object) -> None:
    await person.types(what)
    assert await person.submits(**{**ORDINARY, "link": LINK, **answers}) == {}
