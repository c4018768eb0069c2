"""What waits to be written: what somebody waits for goes before what nobody does."""

import asyncio
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from sqlmodel import Session

from bot.storage.jobs import FEW_BEHIND, FEW_WAIT, MOST_BEHIND, PASSED_OVER, QUIET, Job, Jobs


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.at = 0.0

    def __call__(self) -> float:
        return self.at


@contextmanager
def crowd(jobs: Jobs) -> Iterator[None]:
    """Have more than a few people wait meanwhile."""
    with ExitStack() as people:
        for _ in range(FEW_WAIT + 1):
            people.enter_context(jobs.expected())
        yield


def job(name: str) -> Job:
    def work(_session: Session) -> str:
        return name

    return Job(work, asyncio.get_running_loop().create_future())


def waiting(jobs: Jobs, *, asked: int, behind: int) -> tuple[list[Job], list[Job]]:
    """Have so many jobs wait, those behind first."""
    later, sooner = [job("later") for _ in range(behind)], [job("sooner") for _ in range(asked)]
    for one in later:
        jobs.put(one, is_behind=True)
    for one in sooner:
        jobs.put(one, is_behind=False)
    return sooner, later


async def test_what_somebody_waits_for_is_taken_first_and_the_rest_fills_up() -> None:
    jobs = Jobs(together=4)
    sooner, later = waiting(jobs, asked=2, behind=3)

    assert jobs.take() == [*sooner, *later[:2]]
    assert jobs.take() == later[2:]


async def test_of_those_behind_a_few_are_done_at_a_time_so_that_a_crowd_that_comes_waits_for_no_more() -> (
    None
):
    jobs = Jobs(together=FEW_BEHIND * 4)
    _, later = waiting(jobs, asked=0, behind=FEW_BEHIND * 2)

    assert jobs.take() == later[:FEW_BEHIND]
    assert jobs.take() == later[FEW_BEHIND:]


async def test_in_a_crowd_one_of_those_behind_comes_along_after_many_others() -> None:
    jobs = Jobs(together=PASSED_OVER // 2)
    sooner, later = waiting(jobs, asked=PASSED_OVER, behind=2)

    first, second = jobs.take(), jobs.take()

    assert first == sooner[: PASSED_OVER // 2]
    assert second == [*sooner[PASSED_OVER // 2 :], later[0]]


async def test_a_crowd_that_asks_for_nothing_holds_up_those_behind_only_for_a_moment() -> None:
    jobs = Jobs(together=4)
    _, later = waiting(jobs, asked=0, behind=3)

    with crowd(jobs):
        assert jobs.take() == [later[0]]


async def test_between_two_requests_of_a_crowd_those_behind_stay_behind() -> None:
    clock = Clock()
    jobs = Jobs(together=FEW_BEHIND, seconds=clock)
    with crowd(jobs):
        pass
    (sooner,), later = waiting(jobs, asked=1, behind=FEW_BEHIND)

    clock.at += QUIET / 2
    assert jobs.take() == [sooner]
    clock.at += QUIET / 2
    assert jobs.take() == later


async def test_when_very_many_are_behind_some_come_along_in_a_crowd_too() -> None:
    jobs = Jobs(together=FEW_BEHIND * 2)
    sooner, later = waiting(jobs, asked=1, behind=MOST_BEHIND + 1)

    with crowd(jobs):
        assert jobs.take() == [*sooner, *later[:FEW_BEHIND]]


async def test_those_behind_are_not_forgotten_where_one_is_taken_at_a_time() -> None:
    jobs = Jobs(together=1)
    sooner, later = waiting(jobs, asked=PASSED_OVER + 1, behind=1)

    taken = [jobs.take() for _ in range(PASSED_OVER)]

    assert taken[-1] == [sooner[PASSED_OVER - 1], later[0]]
    assert jobs.take() == [sooner[-1]]


async def test_when_closed_everything_is_taken_and_then_nothing() -> None:
    jobs = Jobs(together=4)
    sooner, later = waiting(jobs, asked=1, behind=1)

    jobs.close()

    assert jobs.take() == [*sooner, *later]
    assert jobs.take() == []
