"""People who report while the bot is being killed, and what has to be true afterwards."""

import asyncio
import random
import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from sqlmodel import Session, create_engine, select

from bot.models import Case, CheckIn, Outbox
from bot.models import Message as Row
from bot.outbox import UNDER_WAY
from bot.states import CheckInState, OutboxState, Surface
from tests.crash.processes import Bot, Json, Slack, until

PEOPLE = ("UALICE", "UBOB")
ANSWERS = {"channel": "x", "mistake": "wrong_fact", "harm": "none", "noticed": "nobody_yet", "undo": "delete"}
LOST_ANSWER = {"method": "chat.postMessage", "kind": "slow", "seconds": 0.05, "times": 100_000}
"""Slack takes a message at once and says so a moment later: long enough for kills to fall in between."""


@dataclass
class Reporter:
    """Somebody who reports one mistake after the other, and does not give up when Slack says that the app does not answer."""

    slack: Slack
    user: str
    accepted: list[int] = field(default_factory=list)

    async def reports(self) -> int:
        """Report once and return the case's number, as the answer in the modal says it."""
        typed = {"user": self.user, "channel": "CGENERAL", "text": "/oops We wrote Tuesday, it is Thursday"}

        async def opened() -> Json | None:
            await self.slack.play("command", typed)
            return await self._front(wait=1.0)

        view = await until("the form opens", opened)
        body = {"user": self.user, "view_id": view["id"], "values": ANSWERS}

        async def answered() -> re.Match[str] | None:
            await self.slack.play("submit", body)
            front = await self._front(wait=0.0)
            return re.search(r"OOPS-(\d+)", str(front and front["view"]["blocks"]))

        number = int((await until("the report is accepted", answered))[1])
        self.accepted.append(number)
        await self.slack.play("close", {"user": self.user, "view_id": view["id"], "everything": True})
        return number

    async def _front(self, *, wait: float) -> Json | None:
        deadline = asyncio.get_running_loop().time() + wait
        while True:
            views = (await self.slack.play("views", user=self.user))["views"]
            if views or asyncio.get_running_loop().time() >= deadline:
                return views[-1] if views else None
            await asyncio.sleep(0.02)


@dataclass(frozen=True)
class Outcome:
    """What came of it. All but ``accepted`` and ``asked`` should be empty."""

    accepted: list[int]
    asked: int
    lost_plans: list[int]
    doubled_plans: list[int]
    lost_check_ins: list[int]
    doubled: list[str]


async def report_and_kill(bot: Bot, slack: Slack, *, kills: int, each: int, seed: int) -> list[int]:
    """Have everybody report at least ``each`` times while the bot is killed ``kills`` times; return the accepted cases' numbers."""
    chance = random.Random(seed)
    reporters = [Reporter(slack, user) for user in PEOPLE]
    is_over = False

    async def go_on(reporter: Reporter) -> None:
        while len(reporter.accepted) < each or not is_over:
            await reporter.reports()

    async with asyncio.TaskGroup() as together:
        for reporter in reporters:
            together.create_task(go_on(reporter))
        for number in range(1, kills + 1):
            await until("somebody has reported", partial(_reported, reporters, number))
            await asyncio.sleep(chance.uniform(0.1, 0.9))  # the moment is the point: anywhere in the work
            bot.kill()
            await bot.start()
        is_over = True
    return [number for reporter in reporters for number in reporter.accepted]


async def _reported(reporters: list[Reporter], least: int) -> bool:
    return sum(len(reporter.accepted) for reporter in reporters) >= least


async def until_all_is_said(database_url: str, accepted: list[int], *, check_ins: int) -> None:
    """Return when every accepted case was asked about so many times, and nothing of that waits any more."""
    engine = create_engine(database_url)

    async def is_said() -> bool:
        with Session(engine) as session:
            cases = {case.id: case.number for case in session.exec(select(Case))}
            asked = Counter(
                cases[row.case_id]
                for row, _ in session.exec(
                    select(CheckIn, Outbox)
                    .join(Row, Row.subject_id == CheckIn.id)  # type: ignore[arg-type]  # a column at run time
                    .join(Outbox, Outbox.message_id == Row.id)  # type: ignore[arg-type]  # the same
                    .where(Row.surface == Surface.CHECK_IN, Outbox.state == OutboxState.SENT)
                )
            )
        return all(asked[number] >= check_ins for number in accepted)

    try:
        await until("all is said", is_said)
    finally:
        engine.dispose()


async def outcome(database_url: str, slack: Slack, accepted: list[int], *, until_moment: datetime) -> Outcome:
    """Compare what Slack shows with what was accepted and asked. The bot has ended."""
    roots = await slack.said()
    plans = Counter(
        int(found[1]) for message in roots if (found := re.search(r"OOPS-(\d+)", message["text"]))
    )
    shown = [message for root in roots for message in await slack.said(root["ts"])]
    intents = Counter(
        message["metadata"]["event_payload"]["intent_id"] for message in shown if "metadata" in message
    )
    engine = create_engine(database_url)
    with Session(engine) as session:
        asked = session.exec(
            select(CheckIn, Outbox)
            .join(Row, Row.subject_id == CheckIn.id)  # type: ignore[arg-type]  # a column at run time
            .join(Outbox, Outbox.message_id == Row.id)  # type: ignore[arg-type]  # the same
            .where(Row.surface == Surface.CHECK_IN, Outbox.action == "post")
        ).all()
        lost = [
            row.id or 0 for row, said in asked if not intents[said.intent_id] and said.state not in UNDER_WAY
        ]
        overdue = session.exec(
            select(CheckIn).where(CheckIn.state == CheckInState.PLANNED, CheckIn.due_at <= until_moment)
        ).all()
    engine.dispose()
    return Outcome(
        accepted=accepted,
        asked=len(asked),
        lost_plans=[number for number in accepted if not plans[number]],
        doubled_plans=[number for number, times in plans.items() if times > 1],
        lost_check_ins=lost + [row.id or 0 for row in overdue],
        doubled=[intent for intent, times in intents.items() if times > 1],
    )
