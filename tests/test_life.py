"""A case's life as people and bad luck make it: anybody presses anything, Slack fails, the bot dies, time passes.

The real app in a strict workspace; what has to be true whatever happened is checked after every step, and once more when the
bad luck is over.
"""

import asyncio
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Coroutine, Iterator, Mapping
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar, cast

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlmodel import Session, col, select

from bot.drawing import draw
from bot.models import Approval, Brand, Case, CheckIn, Draft, DraftVersion, Event, Outbox, Task
from bot.models import Message as Row
from bot.playground.inputs import TEXTS
from bot.playground.limits import elements_of, options_of
from bot.playground.refused import NotOnScreen
from bot.playground.state import Message, View
from bot.states import (
    MOVES,
    CaseState,
    CheckInState,
    DraftState,
    OutboxState,
    Surface,
    TaskState,
)
from tests.world import TEAM_CHANNEL, Someone, World, _words

T = TypeVar("T")
PEOPLE = st.sampled_from(["UALICE", "UBOB"])
PLACES = st.integers(min_value=0, max_value=10_000)
BUTTONS = ("case.", "draft.", "checkin.", "task.")
REPORTS = (
    {"mistake": "typo", "harm": "none", "noticed": "nobody_yet", "undo": "edit"},
    {
        "mistake": "wrong_fact",
        "harm": "inconvenience",
        "noticed": "many_replies",
        "undo": "delete_and_repost",
    },
    {"mistake": "confidential_info", "harm": "legal_financial", "noticed": "press", "undo": "delete"},
)
FAULTS = ("ratelimited", "server_error", "accept_then_drop", "drop")
SPANS = st.sampled_from([{"minutes": 1}, {"minutes": 31}, {"hours": 3}, {"days": 1}, {"days": 3}])
WORDS = {
    "plain_text_input": "The run is on Thursday, not Tuesday. Sorry for the mix-up.",
    "url_text_input": "https://example.org/p/2",
    "number_input": "3",
}
A_MOMENT = timedelta(
    milliseconds=1
)  # two things that a person does one after the other never have the same time
MOST_CASES = 2


def everything_after(moves: Mapping[StrEnum, frozenset[StrEnum]]) -> dict[StrEnum, set[StrEnum]]:
    """Return what each state may have become after any number of moves."""
    reached: dict[StrEnum, set[StrEnum]] = {state: {state} for state in moves}
    for _ in moves:
        for found in reached.values():
            found |= {after for state in set(found) for after in moves[state]}
    return reached


REACHED = {kind: everything_after(moves) for kind, moves in MOVES.items()}


class Life(RuleBasedStateMachine):
    """One database, one workspace, one or two cases."""

    template: Path

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.folder = tempfile.TemporaryDirectory(prefix="oops-life-")
        database = shutil.copy(self.template, Path(self.folder.name) / "oops.sqlite")
        self.world = World(f"sqlite:///{database}")
        self.do(self.world.start())
        self.states: dict[tuple[type, int], StrEnum] = {}

    def do(self, work: Coroutine[Any, Any, T]) -> T:
        return self.runner.run(work)

    def read(self, query: Callable[..., T], *args: Any) -> T:
        return self.do(self.world.oops.store.read(query, *args))

    # -- what people do

    @initialize(report=st.sampled_from(REPORTS))
    def somebody_reports(self, report: dict[str, str]) -> None:
        self.do(self.world.person("UALICE").reports(**report))

    @rule(who=PEOPLE, report=st.sampled_from(REPORTS))
    def somebody_reports_again(self, who: str, report: dict[str, str]) -> None:
        someone = self.world.person(who)
        if self.read(count_cases) < MOST_CASES:
            self.do(someone.types("The newsletter names the wrong street"))
            self.do(answered(someone, {"channel": "email", **report}))

    @rule(who=PEOPLE, place=PLACES, choice=PLACES, fills=st.booleans())
    def somebody_presses_a_button(self, who: str, place: int, choice: int, fills: bool) -> None:
        someone = self.world.person(who)
        self.world.clock.now += A_MOMENT
        if (button := self.button(place)) is not None:
            self.do(press(someone, button))
            self.do(go_through_modals(someone, choice, fills=fills))

    @rule(place=PLACES)
    def two_people_press_the_same_button(self, place: int) -> None:
        alice, bob = self.world.person("UALICE"), self.world.person("UBOB")
        if (button := self.button(place)) is not None:
            self.do(both(press(alice, button), press(bob, button)))
            for someone in (alice, bob):
                self.do(go_through_modals(someone, 0, fills=True))

    @rule(who=PEOPLE, answer=st.sampled_from(["quiet", "simmering", "flaring", "snooze"]))
    def somebody_answers_a_check_in(self, who: str, answer: str) -> None:
        self.do(self.world.passes(hours=2))
        someone = self.world.person(who)
        found = [
            (message, action, value)
            for message, action, value in self.buttons()
            if action == f"checkin.{answer}"
        ]
        if found:
            self.do(press(someone, found[-1]))
            self.do(go_through_modals(someone, 0, fills=answer == "flaring"))

    # -- what happens to them

    @rule(span=SPANS)
    def time_passes(self, span: dict[str, float]) -> None:
        self.do(self.world.passes(**span))

    @rule(
        method=st.sampled_from(["chat.postMessage", "chat.update", "*"]),
        kind=st.sampled_from(FAULTS),
        times=st.integers(1, 3),
    )
    def slack_will_fail(self, method: str, kind: str, times: int) -> None:
        self.world.workspace.faults.add(method, kind, times, seconds=5)

    @rule(who=PEOPLE, place=PLACES)
    def the_bot_dies_right_after_a_click(self, who: str, place: int) -> None:
        someone = self.world.person(who)
        if (button := self.button(place)) is not None:
            message, action, value = button
            self.do(ignoring(someone.person.clicks(message, action, value)))
        self.do(die(self.world))
        self.do(go_through_modals(someone, 0, fills=False))

    @rule()
    def the_bot_is_put_out_of_the_channel_and_back(self) -> None:
        bob = self.world.person("UBOB").person
        self.do(bob.removes(TEAM_CHANNEL, "UOOPS"))
        self.do(self.world.passes(minutes=1))
        self.do(bob.invites(TEAM_CHANNEL, "UOOPS"))

    # -- what is always true

    @invariant()
    def states_moved_only_as_the_table_allows(self) -> None:
        now = self.read(all_states)
        for key, state in now.items():
            before = self.states.get(key, state)
            assert state in REACHED[type(state)][before], f"{key} went from {before} to {state}"
        assert self.states.keys() <= now.keys()
        self.states = now

    @invariant()
    def what_is_written_down_makes_sense(self) -> None:
        assert self.read(contradictions) == []

    @invariant()
    def nothing_is_said_twice(self) -> None:
        intents = Counter(intent_of(message) for message in self.world.said() if intent_of(message))
        assert [intent for intent, times in intents.items() if times > 1] == []

    def teardown(self) -> None:
        try:
            self.do(self.bad_luck_is_over())
            assert self.read(not_said) == []
            assert self.read(out_of_order, self.world.said()) == []
            assert self.read(not_as_the_rows, self.world.said()) == []
            malformed = [one for one in self.world.workspace.refusals if one.error.startswith("invalid")]
            assert malformed == []
        finally:
            self.do(self.world.stop())
            self.runner.close()
            self.folder.cleanup()

    async def bad_luck_is_over(self) -> None:
        self.world.workspace.faults.clear()
        for _ in range(5):
            await self.world.passes(seconds=45)

    # -- what can be pressed

    def buttons(self) -> list[tuple[Message, str, str]]:
        return [
            (message, element["action_id"], element.get("value", ""))
            for message in self.world.said()
            if not message.deleted
            for block in message.blocks
            for element in elements_of(block)
            if element["type"] == "button" and element["action_id"].startswith(BUTTONS)
        ]

    def button(self, place: int) -> tuple[Message, str, str] | None:
        found = self.buttons()
        return found[place % len(found)] if found else None


# ---- deeds


async def ignoring(work: Coroutine[Any, Any, Any]) -> None:
    try:
        await work
    except NotOnScreen:  # it has just gone from the screen
        return


async def both(one: Coroutine[Any, Any, None], other: Coroutine[Any, Any, None]) -> None:
    await asyncio.gather(one, other)


async def press(someone: Someone, button: tuple[Message, str, str]) -> None:
    message, action, value = button
    await ignoring(someone.clicks(message, action, value))


async def answered(someone: Someone, answers: dict[str, str]) -> None:
    """Fill the report form if it has opened, and submit it."""
    if someone.person.views:
        await ignoring(someone.fills(**answers))
        await go_through_modals(someone, 0, fills=True)


async def go_through_modals(someone: Someone, choice: int, *, fills: bool) -> None:
    """Fill what has opened and submit it, or only close it."""
    for _ in range(3):
        if not someone.person.views:
            return
        if fills and "submit" in someone.view.view and someone.view.view["submit"]:
            await fill(someone, someone.view, choice)
            await ignoring(someone.submits())
        else:
            break
    while someone.person.views:
        await someone.person.closes(everything=True)
        await someone.world.oops.settle()


async def fill(someone: Someone, view: View, choice: int) -> None:
    for block in list(view.blocks):
        if block["type"] != "input":
            continue
        element = block["element"]
        if element["type"] in TEXTS:
            await ignoring(someone.fills(**{block["block_id"]: WORDS[element["type"]]}))
        elif element["type"] in {"static_select", "radio_buttons"} and not block.get("dispatch_action"):
            options = options_of(element)
            await ignoring(someone.fills(**{block["block_id"]: options[choice % len(options)]["value"]}))


async def die(world: World) -> None:
    """End the bot where it is: what it holds in memory is gone, what it was doing is not finished; then start another."""
    oops = world.oops
    under_way = [*oops.tasks._tasks, *oops.sender._tasks._tasks]
    for task in under_way:
        task.cancel()
    await asyncio.gather(*under_way, return_exceptions=True)
    await oops.http.close()
    await asyncio.to_thread(oops.store.close)
    faults, world.workspace.faults.waiting = world.workspace.faults.waiting, []
    await world.start_bot()  # with what a start needs of Slack: without, it ends, and is started again
    world.workspace.faults.waiting = faults
    await world.oops.settle()


# ---- questions


def count_cases(session: Session) -> int:
    return len(session.exec(select(Case.id)).all())


def all_states(session: Session) -> dict[tuple[type, int], StrEnum]:
    return {
        (table, row_id or 0): cast("StrEnum", state)
        for table in (Case, Draft, CheckIn, Task)
        for row_id, state in session.exec(select(table.id, table.state))
    }


def contradictions(session: Session) -> list[str]:
    """Return what cannot be: in words, for whoever has to find out why."""
    return [line for case in session.exec(select(Case)) for line in _contradictions(session, case)]


def _contradictions(session: Session, case: Case) -> Iterator[str]:
    check_ins = session.exec(select(CheckIn).where(CheckIn.case_id == case.id)).all()
    planned = [row for row in check_ins if row.state is CheckInState.PLANNED]
    drafts = session.exec(select(Draft).where(Draft.case_id == case.id)).all()
    tasks = session.exec(select(Task).where(Task.case_id == case.id, Task.state == TaskState.OPEN)).all()
    if case.state is CaseState.CLOSED:
        if planned or any(row.state is CheckInState.ASKED for row in check_ins):
            yield f"OOPS-{case.number} is closed and still asks"
        if tasks or any(row.state in {DraftState.PROPOSED, DraftState.CHANGES_REQUESTED} for row in drafts):
            yield f"OOPS-{case.number} is closed and has open work"
    elif len(planned) != 1:
        yield f"OOPS-{case.number} is open and has {len(planned)} planned check-ins"
    if case.nudges > 3:
        yield f"OOPS-{case.number} was nudged {case.nudges} times between two answers"
    brand = session.get(Brand, case.brand_id)
    for draft in drafts:
        yield from _draft_contradictions(session, draft, brand)
    answers = session.exec(select(Event).where(Event.case_id == case.id, Event.kind == "check_in_answered"))
    times = Counter(event.detail["number"] for event in answers)
    yield from (
        f"check-in {number} was answered {found} times" for number, found in times.items() if found > 1
    )


def _draft_contradictions(session: Session, draft: Draft, brand: Brand | None) -> Iterator[str]:
    newest = session.exec(
        select(DraftVersion).where(DraftVersion.draft_id == draft.id, DraftVersion.number == draft.newest)
    ).one()
    approvals = session.exec(select(Approval).where(Approval.version_id == newest.id)).all()
    if draft.state is DraftState.APPROVED and not approvals:
        yield f"draft {draft.id} is approved, and nobody approved its newest version"
    if brand is not None and not brand.self_approval and any(row.by == newest.author for row in approvals):
        yield f"the author of draft {draft.id} approved it"


def not_said(session: Session) -> list[str]:
    """Return what is not in Slack although nothing stands in its way."""
    done = (OutboxState.SENT, OutboxState.CANCELLED)
    rows = session.exec(
        select(Outbox, Row).join(Row, col(Row.id) == Outbox.message_id).where(col(Outbox.state).not_in(done))
    )
    return [f"{message.key}: {row.action} is {row.state} ({row.error})" for row, message in rows]


def intent_of(message: Message) -> str:
    return str(((message.metadata or {}).get("event_payload") or {}).get("intent_id", ""))


def out_of_order(session: Session, said: list[Message]) -> list[str]:
    """Return what of a case was said before something that was to be said earlier in the same place."""
    rows = {row.intent_id: row for row in session.exec(select(Outbox))}
    latest: dict[tuple[int | None, str], int] = {}
    found = []
    for message in sorted(said, key=lambda one: one.ts):
        row = rows.get(intent_of(message))
        if row is None:
            continue
        place = (row.case_id, message.channel)
        if (row.id or 0) < latest.get(place, 0):
            found.append(f"{row.intent_id} of case {row.case_id}")
        latest[place] = max(row.id or 0, latest.get(place, 0))
    return found


def not_as_the_rows(session: Session, said: list[Message]) -> list[str]:
    """Return the messages that show something else than their rows say; a record shows what was when the case was closed."""
    there = {(message.channel, message.ts): message for message in said}
    found = []
    for row in session.exec(select(Row).where(col(Row.ts).is_not(None), Row.surface != Surface.RECORD)):
        message = there.get((row.posted_to or "", row.ts or ""))
        if message is None:
            continue
        drawn, seen = words(draw(session, row)["blocks"]), words(message.blocks)
        if drawn != seen:
            different = [f"{a!r} is {b!r}" for a, b in zip(drawn, seen, strict=False) if a != b]
            found.append(f"{row.key}: {different[:2] or (len(drawn), len(seen))}")
    return found


def words(blocks: list[Any]) -> list[str]:
    """Return a message's words, but for when the next check-in was to come as it was answered."""
    return [re.split("(Next check-in|Planned next):", word)[0].rstrip() for word in _words(blocks)]


def test_whatever_people_and_bad_luck_do_a_case_lives_by_the_rules(sqlite_url: str) -> None:
    Life.template = Path(sqlite_url.removeprefix("sqlite:///"))
    run_state_machine_as_test(
        Life,
        settings=settings(
            max_examples=6,
            stateful_step_count=15,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
