"""Everything that can be done, tried by everybody: with real payloads, valid ids, unknown ids and junk."""

import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, cast

import pytest
from slack_bolt.app.async_app import AsyncApp
from sqlmodel import Session, col, select

import handlers
from bot.models import Brand, Case, CheckIn, Draft, DraftVersion, Task, Workspace, key
from handlers import leftovers, register_all
from tests.security import acting_beside, rights_page
from tests.security.acting import OF_WAITING, UNKNOWN, Stage, read_outcome, traces
from tests.security.acting_beside import Scene
from tests.security.rights import AFTER_CLOSING, VERBS, How, Outcome, Role, Subject, Verb
from tests.security.rights_beside import DEEDS, NOT_WALKED, Person
from tests.world import World

SILENT = {
    How.CLOSE,
    How.CHOICE,
    How.SHORTCUT,
    How.SEARCH,
}  # Slack gives no way to answer to somebody of another workspace; in a list there is nothing but names
READS = {How.COMMAND, How.HOME}


async def outcome_of(stage: Stage, verb: Verb) -> Outcome:
    """Try a verb with a valid id, and where it has no effect with one that is not there."""
    value = await stage.ready(verb)
    unknown = [] if value == "" else (await stage.tries(verb, UNKNOWN))[1]
    has_effect, heard = await stage.tries(verb, value)
    assert "Something broke" not in str(heard)
    if verb.how is How.SEARCH:
        return Outcome.YES if heard else Outcome.ABSENT
    if verb.how in READS and value:
        return read_outcome(str(heard), stage.numbers[int(value)])
    if has_effect:
        return Outcome.YES
    assert heard or verb.how in SILENT, f"{verb.id}: nothing was said"
    return Outcome.ABSENT if is_alike(heard, unknown, stage) or value == "" else Outcome.NO


def is_alike(heard: list[str], unknown: list[str], stage: Stage) -> bool:
    """Return whether both answers are the same to a letter; only a case's own reporter is told its number."""
    told = "\n".join(heard)
    if stage.role is Role.OUTSIDE:
        for number in stage.numbers.values():
            told = told.replace(f"OOPS-{number}", "such case")
    return told == "\n".join(unknown)


@pytest.mark.parametrize("role", Role, ids=lambda role: role.name.lower())
async def test_everybody_can_do_what_the_table_says_and_nothing_else(sqlite_url: str, role: Role) -> None:
    world = World(sqlite_url)
    await world.start()
    stage = Stage(world, role)
    await stage.sets()

    found = {verb.id: await outcome_of(stage, verb) for verb in VERBS}

    assert found == {verb.id: verb.outcomes[role] for verb in VERBS}
    await world.stop()


@pytest.mark.parametrize("person", Person, ids=lambda person: person.name.lower())
async def test_beside_a_case_everybody_can_do_what_the_table_says_and_nothing_else(
    sqlite_url: str, person: Person
) -> None:
    world = World(sqlite_url)
    await world.start()
    scene = Scene(world, person)
    await scene.sets()

    found = {deed.id: await acting_beside.outcome_of(scene, deed) for deed in DEEDS}

    assert found == {deed.id: deed.outcomes[person] for deed in DEEDS}
    await world.stop()


def test_the_page_shows_the_tables() -> None:
    page = rights_page.PAGE.read_text()

    assert page == rights_page.page_with(page), "python -m tests.security.rights_page"


class Registered:
    """Stands where the Bolt app does, and writes down what buttons, menus, forms and shortcuts are listened to."""

    def __init__(self) -> None:
        self.actions: list[str | re.Pattern[str]] = []
        self.forms: list[str | re.Pattern[str]] = []
        register_all(cast("AsyncApp", self))

    def action(self, constraint: str | re.Pattern[str]) -> Any:
        self.actions.append(constraint)
        return lambda listener: listener

    def view(self, callback_id: str | re.Pattern[str]) -> Any:
        self.forms.append(callback_id)
        return lambda listener: listener

    shortcut = view

    def view_closed(self, callback_id: str) -> Any:
        self.forms.append(f"{callback_id} closed")
        return lambda listener: listener

    def command(self, _name: str) -> Any:
        return lambda listener: listener

    options = action
    event = command


def tables_of_actions() -> Iterator[str]:
    """Yield every action id that a listener looks up in a table of its module."""
    for found in iter_modules(handlers.__path__, "handlers."):
        for value in vars(import_module(found.name)).values():
            if isinstance(value, Mapping) and all(
                isinstance(key, str) and callable(value[key]) for key in value
            ):
                yield from value


def test_every_button_menu_and_form_is_walked() -> None:
    registered = Registered()
    constraints = {*registered.actions, *registered.forms} - {leftovers.ANYTHING}  # which only refuses
    patterns = [one for one in constraints if isinstance(one, re.Pattern)]
    by_table = {name for name in tables_of_actions() if any(pattern.search(name) for pattern in patterns)}
    by_name = {one for one in constraints if isinstance(one, str)}
    unlisted = [pattern for pattern in patterns if not any(pattern.search(name) for name in by_table)]
    prefixes = [pattern.pattern.lstrip("^").replace("\\", "") for pattern in unlisted]

    walked = {verb.id for verb in VERBS} | {deed.callback_id for deed in DEEDS}
    left = (by_table | by_name) - walked
    prefixes = [prefix for prefix in prefixes if not any(one.startswith(prefix) for one in walked)]
    assert sorted(name for name in left if not name.startswith(tuple(NOT_WALKED))) == []
    assert [prefix for prefix in prefixes if not prefix.startswith(tuple(NOT_WALKED))] == []


@pytest.fixture
async def member(world: World) -> Stage:
    """A member beside a case with everything in it."""
    stage = Stage(world, Role.MEMBER)
    await stage.sets()
    await world.next_check_in()
    return stage


SENT_WITH_AN_ID = {How.CLICK, How.FORM, How.CLOSE, How.SEARCH}
PAYLOADS = [verb for verb in VERBS if verb.how in SENT_WITH_AN_ID and verb.subject]
JUNK = (
    "",
    " ",
    "x",
    "-1",
    "0",
    "1.5",
    "1e3",
    "\u0661",
    "+1",
    "1 OR 1=1",
    "2147483648",
    "9" * 19,
    "9" * 400,
    "\x00",
    "\ud800",
)


async def test_junk_in_the_place_of_an_id_does_nothing(member: Stage) -> None:
    for verb in PAYLOADS:
        if verb.id == "report":
            continue  # a report needs no form: it is taken as a new one
        has_effect, heard = await member.tries(verb, *JUNK)
        assert not has_effect, verb.id
        assert not heard or verb.how is not How.SEARCH
        assert "Something broke" not in str(heard), verb.id


async def test_in_a_closed_case_nothing_more_is_done(member: Stage) -> None:
    ids = {verb.id: await member.ready(verb) for verb in PAYLOADS if verb.subject not in OF_WAITING}
    await member.tries(next(verb for verb in VERBS if verb.id == "case_close"), str(member.case_id))

    done = [
        verb.id
        for verb in PAYLOADS
        if verb.id in ids
        and verb.id not in {"report", *AFTER_CLOSING}
        and (await member.tries(verb, ids[verb.id]))[0]
    ]

    assert done == []


def delete_rows(session: Session, case_id: int) -> None:
    for row in session.exec(select(Task).where(Task.case_id == case_id)):
        session.delete(row)
    for check_in in session.exec(select(CheckIn).where(CheckIn.case_id == case_id)):
        session.delete(check_in)
    drafts = [row.id for row in session.exec(select(Draft).where(Draft.case_id == case_id))]
    for version in session.exec(select(DraftVersion).where(col(DraftVersion.draft_id).in_(drafts))):
        session.delete(version)


async def test_ids_of_rows_that_are_gone_are_not_there(member: Stage) -> None:
    gone = {Subject.TASK, Subject.CHECK_IN, Subject.DRAFT, Subject.OTHER_DRAFT}
    verbs = [verb for verb in PAYLOADS if verb.subject in gone]
    ids = {verb.id: await member.ready(verb) for verb in verbs}
    await member.world.oops.store.run(delete_rows, member.case_id)

    answers = [(await member.tries(verb, ids[verb.id]), await member.tries(verb, UNKNOWN)) for verb in verbs]

    assert [done for done, unknown in answers if done != unknown or done[0]] == []


def move_elsewhere(session: Session, case_id: int) -> None:
    """Have the case belong to another workspace that uses the same database, where the same people are in a shared channel."""
    case = session.get_one(Case, case_id)
    other = Workspace(team_id=f"TOTHER{case_id}", created_at=case.opened_at)
    session.add(other)
    session.flush()
    brand = session.get_one(Brand, case.brand_id)
    mine = Brand(**brand.model_dump(exclude={"id", "workspace_id"}), workspace_id=key(other))
    session.add(mine)
    session.flush()
    case.workspace_id, case.brand_id = key(other), key(mine)


async def test_ids_of_another_workspace_in_the_same_database_are_not_there(member: Stage) -> None:
    ids = {verb.id: await member.ready(verb) for verb in PAYLOADS}
    await member.world.oops.store.run(move_elsewhere, member.case_id)
    await member.world.oops.store.run(move_elsewhere, member.waiting)
    before = await member.world.oops.store.read(traces)

    for verb in PAYLOADS:
        if verb.id != "report":
            has_effect, heard = await member.tries(verb, ids[verb.id])
            unknown = (await member.tries(verb, UNKNOWN))[1]
            assert not has_effect, verb.id
            assert heard == unknown or verb.subject is Subject.FACTS_FORM, (
                verb.id
            )  # which is the person's own

    assert await member.world.oops.store.read(traces) == before
