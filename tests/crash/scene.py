"""A workspace that outlives the bot, the bot's lives on one database, people who report, and the count of what came of it."""

import asyncio
import re
from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from multiprocessing.process import BaseProcess
from pathlib import Path

import aiohttp
from sqlalchemy import Engine, NullPool
from sqlalchemy.exc import OperationalError
from sqlmodel import Session, create_engine, select

from bot.models import Case, CheckIn, Outbox, key
from bot.outbox.claiming import UNDER_WAY
from bot.playground.delivery import HttpDelivery, Reply, Retry
from bot.playground.people import Person
from bot.playground.refused import Json, NotOnScreen
from bot.playground.server import PlaygroundServer
from bot.playground.state import Message
from bot.playground.workspace import Workspace
from bot.states import CheckInState, OutboxAction, OutboxState
from messages.report import REPORT_MODAL
from tests.crash.lives import SECRET, HurriedClock, Life, Point, begin, ends_of
from tests.crash.processes import free_port, until

ANSWERS = {"channel": "x", "mistake": "wrong_fact", "harm": "none", "noticed": "nobody_yet", "undo": "delete"}
CHANNEL = "CRESPONSE"
PATIENCE = 90.0


@dataclass(frozen=True)
class Counts:
    """What came of it: all should be empty, but for what nobody can rule out."""

    lost: tuple[str, ...] = ()
    doubled: tuple[str, ...] = ()
    out_of_order: tuple[str, ...] = ()


NOTHING_WRONG = Counts()


class ToAny:
    """Hands a payload to one of the bots that live, in turn, as a load balancer does. It is a Delivery."""

    def __init__(self) -> None:
        self.by_port: dict[int, HttpDelivery] = {}
        self.closing: list[HttpDelivery] = []
        self._turn = count()

    def add(self, port: int) -> None:
        if port not in self.by_port:
            self.by_port[port] = HttpDelivery(f"http://127.0.0.1:{port}/slack/events", SECRET)
            self.closing.append(self.by_port[port])

    def leave_out(self, place: int) -> None:
        """Hand nothing more to one of them, as a load balancer that has seen it stand still."""
        del self.by_port[list(self.by_port)[place]]

    async def deliver(self, kind: str, body: Json, retry: Retry | None = None) -> Reply:
        reply = Reply(acked=False, reason="connection_failed")
        ports = list(self.by_port)
        first = next(self._turn)
        for place in range(len(ports)):
            reply = await self.by_port[ports[(first + place) % len(ports)]].deliver(kind, body, retry)
            if reply.reason != "connection_failed":  # somebody took it: whether they did it is not known
                break
        return reply

    async def close(self) -> None:
        for delivery in self.closing:
            await delivery.close()


@dataclass
class Scene:
    """One database and one workspace; lives come and go."""

    folder: Path
    database_url: str
    clock: HurriedClock
    check_ins: str
    workspace: Workspace
    server: PlaygroundServer
    delivery: ToAny
    engine: Engine
    patience: float = PATIENCE
    accepted: list[int] = field(default_factory=list)
    lives: list[BaseProcess] = field(default_factory=list)
    _numbers: Callable[[], int] = field(default_factory=lambda: count(1).__next__)

    async def begins(
        self,
        point: Point | None = None,
        *,
        stands_still: bool = False,
        port: int | None = None,
        by_socket: bool = False,
    ) -> BaseProcess:
        """Start a life, and return when it takes work."""
        life = Life(
            database_url=self.database_url,
            api_url=self.server.api_url,
            port=port or free_port(),
            log=self.folder / f"life-{self._numbers()}.log",
            clock=self.clock,
            check_ins=self.check_ins,
            app_token=self.workspace.app.app_token if by_socket else "",
            point=point,
            stands_still=stands_still,
        )
        process = begin(life)
        self.lives.append(process)

        async def is_ready() -> bool:
            assert process.exitcode is None, life.log.read_text()
            return await _answers(life.port)

        await until("the bot is ready", is_ready)
        self.workspace.delivery = self.workspace.sockets if by_socket else self.delivery
        self.delivery.add(life.port)
        return process

    async def ended(self, life: BaseProcess) -> int:
        """Return a life's exit code once it has ended."""

        async def code() -> tuple[int] | None:
            return None if life.exitcode is None else (life.exitcode,)

        return (await until("the bot has ended", code))[0]

    async def stopped(self, life: BaseProcess) -> None:
        """Return when a life stands still."""

        async def is_still() -> bool:
            stat = await asyncio.to_thread(Path(f"/proc/{life.pid}/stat").read_text)
            return stat.rpartition(")")[2].split()[0] == "T"

        await until("the bot stands still", is_still)

    async def called(self, method: str) -> None:
        """Return when Slack was called so."""

        async def is_called() -> bool:
            return any(call.method == method for call in self.workspace.calls)

        await until(f"{method} is called", is_called)

    def under_way(self) -> list[str]:
        """Return what is being sent, or may have been."""
        with Session(self.engine) as session:
            return [
                row.intent_id
                for row in session.exec(select(Outbox))
                if row.state in {OutboxState.SENDING, OutboxState.UNCERTAIN}
            ]

    async def reports(self, user_id: str, times: int = 1) -> list[int]:
        """Report so many times, and not give up while the bot is gone; return the cases' numbers."""
        numbers = [await self._reports_once(Person(self.workspace, user_id)) for _ in range(times)]
        self.accepted += numbers
        return numbers

    async def _reports_once(self, person: Person) -> int:
        async def answered() -> re.Match[str] | None:
            if not person.views:
                await self._opens_form(person)
            if (
                person.view.callback_id == REPORT_MODAL
            ):  # not once: a second command may have opened another form
                for block_id, value in ANSWERS.items():
                    person.enters(block_id, value)
            try:
                await person.submit()
            except NotOnScreen:  # a sentence lies on top of the form, or a second command has opened another
                await person.closes()
            return re.search(r"OOPS-(\d+)", str(person.views[-1].view) if person.views else "")

        try:
            number = int((await until("the report is accepted", answered, patience=self.patience))[1])
        except AssertionError as error:
            seen = [(view.view, view.errors, view.notice) for view in person.views]
            raise AssertionError(f"{person.id} sees {seen}, and heard {person.notices[-3:]}") from error
        await person.closes(everything=True)
        return number

    async def _opens_form(self, person: Person) -> None:
        async def opened() -> bool:
            await person.command("CGENERAL", "/oops", "We wrote Tuesday, it is Thursday")
            for _ in range(20):
                if person.views:
                    return True
                await asyncio.sleep(0.05)
            return False

        await until("the form opens", opened, patience=self.patience)

    async def until_all_is_said(self, *, patience: float = PATIENCE) -> None:
        """Return when every accepted case was asked about, the next time is tomorrow, and nothing is under way.

        How often it was asked depends on the machine: times that pass while no bot lives are asked once.
        """

        async def is_said() -> bool:
            try:
                with Session(self.engine) as session:
                    return self._is_said(session)
            except OperationalError:  # the database is away for a moment
                return False

        try:
            await until("all is said", is_said, patience=patience)
        except AssertionError as error:
            raise AssertionError(f"{error}: {self._still_waiting()}") from None

    def _is_said(self, session: Session) -> bool:
        cases = {case.id: case.number for case in session.exec(select(Case))}
        check_ins = session.exec(select(CheckIn)).all()
        asked = {cases[row.case_id] for row in check_ins if row.state is not CheckInState.PLANNED}
        soon = self.clock() + timedelta(hours=1)
        is_over = all(row.due_at > soon for row in check_ins if row.state is CheckInState.PLANNED)
        under_way = session.exec(select(Outbox.id).where(Outbox.state.in_(UNDER_WAY)))  # type: ignore[attr-defined]  # a column at run time
        return is_over and asked >= set(self.accepted) and under_way.first() is None

    def _still_waiting(self) -> str:
        with Session(self.engine) as session:
            rows = Counter(
                f"{row.action} {row.state} {row.error} at {row.not_before:%H:%M:%S}"
                for row in session.exec(select(Outbox).where(Outbox.state.in_(UNDER_WAY)))  # type: ignore[attr-defined]  # a column at run time
            )
            check_ins = Counter(
                f"{row.state} at {row.due_at:%d %H:%M:%S}" for row in session.exec(select(CheckIn))
            )
        lives = [life.exitcode for life in self.lives]
        return f"it is {self.clock():%d %H:%M:%S}, {dict(rows)}, {dict(check_ins)}, lives {lives}"

    def said(self) -> list[Message]:
        """Return what stands in the response channel, oldest first."""
        found = [
            message
            for message in self.workspace.messages.values()
            if message.channel == CHANNEL and message.user == "UOOPS" and not message.deleted
        ]
        return sorted(found, key=lambda message: message.ts)

    def taken_back(self) -> list[str]:
        """Return the messages that the bot has removed again, since they were doubles."""
        return [call.args["ts"] for call in self.workspace.calls if call.method == "chat.delete"]

    def counts(self) -> Counts:
        """Compare what Slack shows with what was accepted and written down."""
        with Session(self.engine) as session:
            rows = {row.intent_id: row for row in session.exec(select(Outbox))}
            cases = {case.id: case.number for case in session.exec(select(Case))}
        said = [intent for message in self.said() if (intent := _intent(message))]
        times = Counter(said)
        plans = Counter(
            cases[rows[intent].case_id] for intent in said if intent in rows and rows[intent].is_root
        )
        lost_rows = [
            intent
            for intent, row in rows.items()
            if row.action is OutboxAction.POST
            and row.channel_id == CHANNEL
            and row.state in {OutboxState.SENT, OutboxState.FAILED}
            and not times[intent]
        ]
        return Counts(
            lost=(*(f"plan of OOPS-{number}" for number in self.accepted if not plans[number]), *lost_rows),
            doubled=(
                *(f"plan of OOPS-{number}" for number, found in plans.items() if found > 1),
                *(intent for intent, found in times.items() if found > 1),
            ),
            out_of_order=tuple(_out_of_order(said, rows)),
        )


def _intent(message: Message) -> str:
    return str(((message.metadata or {}).get("event_payload") or {}).get("intent_id", ""))


def _out_of_order(said: Sequence[str], rows: dict[str, Outbox]) -> list[str]:
    """Return what of a case was said before something that was to be said earlier."""
    latest: dict[int | None, int] = {}
    found = []
    for intent in dict.fromkeys(said):
        if (row := rows.get(intent)) is None:
            continue
        if key(row) < latest.get(row.case_id, 0):
            found.append(intent)
        latest[row.case_id] = max(key(row), latest.get(row.case_id, 0))
    return found


async def _answers(port: int) -> bool:
    try:
        async with aiohttp.ClientSession() as http, http.get(f"http://127.0.0.1:{port}/readyz") as answer:
            return answer.status == 200
    except aiohttp.ClientError:
        return False


@asynccontextmanager
async def scene(
    folder: Path,
    database_url: str,
    *,
    check_ins: str = "60s,1d",
    speed: float = 20,
    patience: float = PATIENCE,
) -> AsyncIterator[Scene]:
    """Give a workspace without a bot; every life is over afterwards."""
    clock = HurriedClock(speed)
    delivery = ToAny()
    workspace = Workspace(clock, delivery=delivery)
    workspace.app.trigger_seconds *= speed  # a person's three seconds stay three seconds
    workspace.app.response_url_seconds *= speed
    server = PlaygroundServer(workspace)
    await server.start()
    found = Scene(
        folder=folder,
        database_url=database_url,
        clock=clock,
        check_ins=check_ins,
        workspace=workspace,
        server=server,
        delivery=delivery,
        engine=create_engine(database_url, poolclass=NullPool),
        patience=patience,
    )
    try:
        yield found
    finally:
        ends_of(found.lives)
        await delivery.close()
        await server.stop()
        found.engine.dispose()
