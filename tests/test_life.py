"""A case's life as people and bad luck make it: anybody presses anything, Slack fails, the bot dies, time passes.

The real app in a strict workspace; what has to be true whatever happened is checked after every step, and once more when the
bad luck is over.
"""

import asyncio
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Coroutine, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from bot.event_kinds import EventKind
from bot.playground.limits import elements_of
from bot.playground.state import Message
from bot.states import MOVES
from tests.conftest import IS_CI
from tests.life_deeds import (
    WORDS,
    answered,
    both,
    die,
    go_through_modals,
    ignoring,
    press,
    press_in_front,
    submit,
)
from tests.life_questions import (
    all_states,
    contradictions,
    count_cases,
    intent_of,
    kinds_of_events,
    not_as_the_rows,
    not_said,
    out_of_order,
)
from tests.world import TEAM_CHANNEL, World

T = TypeVar("T")
PEOPLE = st.sampled_from(["UALICE", "UBOB"])
OTHER = {"UALICE": "UBOB", "UBOB": "UALICE"}
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
FACTS = st.sampled_from(
    [{"noticed": "press"}, {"harm": "hurts_people"}, {"noticed": "a_few", "undo": "cannot"}]
)
LEVELS = st.sampled_from(["let_it_go", "correct_publicly", "full_response"])
MOST_CASES = 2
MOST_LOOKS = 4
"""So many check-ins and a day or two make a case that nothing happens to quiet enough to be closed."""


def everything_after(moves: Mapping[StrEnum, frozenset[StrEnum]]) -> dict[StrEnum, set[StrEnum]]:
    """Return what each state may have become after any number of moves."""
    reached: dict[StrEnum, set[StrEnum]] = {state: {state} for state in moves}
    for _ in moves:
        for found in reached.values():
            found |= {after for state in set(found) for after in moves[state]}
    return reached


REACHED = {kind: everything_after(moves) for kind, moves in MOVES.items()}


class Life(RuleBasedStateMachine):
    """One database, one workspace, one or two cases, and how it begins before anybody presses just anything."""

    template: Path
    is_at_home = True  # in the team's channel
    begins: tuple[Callable[["Life"], None], ...] = ()
    sees: frozenset[EventKind] = frozenset()

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.folder = tempfile.TemporaryDirectory(prefix="oops-life-")
        database = shutil.copy(self.template, Path(self.folder.name) / "oops.sqlite")
        channel = {} if self.is_at_home else {"oops_response_channel": ""}
        self.world = World(f"sqlite:///{database}", settings=channel)
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
        for stretch in self.begins:
            stretch(self)
        assert self.sees <= self.read(kinds_of_events)

    @rule(who=PEOPLE, report=st.sampled_from(REPORTS))
    def somebody_reports_again(self, who: str, report: dict[str, str]) -> None:
        someone = self.world.person(who)
        if self.read(count_cases) < MOST_CASES:
            self.do(someone.types("The newsletter names the wrong street"))
            self.do(answered(someone, {"channel": "email", **report}))

    @rule(who=PEOPLE, place=PLACES, choice=PLACES, fills=st.booleans())
    def somebody_presses_a_button(self, who: str, place: int, choice: int, fills: bool) -> None:
        someone = self.world.person(who)
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

    # -- what they do on purpose, from its first press to its last

    @rule(author=PEOPLE)
    def a_text_goes_out(self, author: str = "UALICE") -> None:
        self.uses(author, "draft.edit", text=WORDS["plain_text_input"])
        self.uses(OTHER[author], "draft.approve")
        self.uses(author, "draft.published")

    @rule(who=PEOPLE, facts=FACTS)
    def there_are_new_facts(self, who: str = "UBOB", facts: Mapping[str, str] = {"noticed": "press"}) -> None:
        self.uses(who, "case.facts", **facts)

    @rule(who=PEOPLE, facts=FACTS)
    def it_flares_up(self, who: str = "UBOB", facts: Mapping[str, str] = {"harm": "hurts_people"}) -> None:
        self.do(self.world.passes(hours=3))
        self.uses(who, "checkin.flaring", **facts)

    @rule(who=PEOPLE, level=LEVELS)
    def somebody_chooses_the_level(self, who: str = "UBOB", level: str = "full_response") -> None:
        self.uses(who, "case.level", level=level, reason="It is about more than that")

    @rule(who=PEOPLE)
    def it_dies_down(self, who: str = "UALICE") -> None:
        for _ in range(MOST_LOOKS):
            if self.find("case.close_now") is None and self.find("checkin.quiet", "case.close") is not None:
                self.do(self.world.passes(hours=20))
                self.uses(who, "checkin.quiet")

    @rule(who=PEOPLE)
    def the_case_is_closed(self, who: str = "UBOB") -> None:
        self.uses(who, "case.close")

    @rule(who=PEOPLE)
    def the_case_is_opened_again(self, who: str = "UALICE") -> None:
        self.uses(who, "case.reopen", reason="It is back")

    @rule(who=PEOPLE)
    def two_cases_are_merged(self, who: str = "UALICE") -> None:
        someone = self.world.person(who)
        self.somebody_reports_again(who, REPORTS[1])
        self.opens(who, "case.more")
        self.do(press_in_front(someone, "case.merge"))
        self.do(go_through_modals(someone, 0, fills=True))

    @rule()
    def the_case_moves_to_the_team(self) -> None:
        self.uses("UALICE", "case.move", response_channel=TEAM_CHANNEL)

    def uses(self, who: str, action: str, **answers: str) -> None:
        """Have somebody press the newest button that does this, and answer what it asks."""
        self.opens(who, action)
        self.do(submit(self.world.person(who), **answers))

    def opens(self, who: str, action: str) -> None:
        if (button := self.find(action)) is not None:
            self.do(press(self.world.person(who), button))

    def find(self, *actions: str) -> tuple[Message, str, str] | None:
        return next((button for button in reversed(self.buttons()) if button[1] in actions), None)

    # -- what happens to them

    @rule(span=SPANS)
    def time_passes(self, span: Mapping[str, float] = {"days": 3}) -> None:
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
        for row, state in now.items():
            before = self.states.get(row, state)
            assert state in REACHED[type(state)][before], f"{row} went from {before} to {state}"
        assert self.states.keys() <= now.keys()
        self.states = now

    @invariant()
    def what_is_written_down_makes_sense(self) -> None:
        assert self.read(contradictions) == []

    @invariant()
    def nothing_is_said_twice(self) -> None:
        intents = Counter(intent_of(message) for message in self.said() if intent_of(message))
        assert [intent for intent, times in intents.items() if times > 1] == []

    def teardown(self) -> None:
        try:
            self.do(self.bad_luck_is_over())
            assert self.read(not_said) == []
            assert self.read(out_of_order, self.said()) == []
            assert self.read(not_as_the_rows, self.said()) == []
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

    def said(self) -> list[Message]:
        places = {TEAM_CHANNEL, *(self.world.workspace.direct_channel(who).id for who in ("UALICE", "UBOB"))}
        return [message for place in sorted(places) for message in self.world.said(place)]

    def buttons(self) -> list[tuple[Message, str, str]]:
        return [
            (message, element["action_id"], element.get("value", ""))
            for message in self.said()
            if not message.deleted
            for block in message.blocks
            for element in elements_of(block)
            if element["type"] == "button" and element["action_id"].startswith(BUTTONS)
        ]

    def button(self, place: int) -> tuple[Message, str, str] | None:
        found = self.buttons()
        return found[place % len(found)] if found else None


class ItEnds(Life):
    """Words go out, it dies down, and the case is closed; then it comes back."""

    begins = (
        Life.a_text_goes_out,
        Life.it_dies_down,
        Life.time_passes,
        Life.the_case_is_closed,
        Life.the_case_is_opened_again,
        Life.it_flares_up,
    )
    sees = frozenset(
        {
            EventKind.DRAFT_SAVED,
            EventKind.DRAFT_APPROVED,
            EventKind.DRAFT_PUBLISHED,
            EventKind.CHECK_IN_ANSWERED,
            EventKind.CLOSING_OFFERED,
            EventKind.CASE_CLOSED,
            EventKind.CASE_REOPENED,
        }
    )


class ItGrows(Life):
    """New facts come, once by a check-in, somebody chooses another level than the rules do, and it was reported twice."""

    begins = (
        Life.there_are_new_facts,
        Life.it_flares_up,
        Life.somebody_chooses_the_level,
        Life.two_cases_are_merged,
    )
    sees = frozenset(
        {
            EventKind.FACTS_CHANGED,
            EventKind.CHECK_IN_ANSWERED,
            EventKind.LEVEL_CHANGED,
            EventKind.CASE_MERGED,
        }
    )


class ItIsBroughtToTheTeam(Life):
    """The plan is first only in the reporter's direct messages."""

    is_at_home = False
    begins = (Life.the_case_moves_to_the_team,)
    sees = frozenset({EventKind.CASE_MOVED})


@pytest.mark.parametrize("life", [ItEnds, ItGrows, ItIsBroughtToTheTeam])
def test_whatever_people_and_bad_luck_do_a_case_lives_by_the_rules(life: type[Life], sqlite_url: str) -> None:
    life.template = Path(sqlite_url.removeprefix("sqlite:///"))
    run_state_machine_as_test(
        life,
        settings=settings(
            max_examples=2 if IS_CI else 4,
            stateful_step_count=7,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
