"""Hostile texts in the settings, the guide and the search; and no text field of the product is left out of the hostile runs."""

import ast
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

import pytest
from sqlmodel import Session, select

from bot.models import Brand, BrandContact, key
from bot.report import RedFlag
from bot.typed import clean_line
from messages import blocks, inputs
from messages.draft_modals import KEEP
from tests import forging
from tests.architecture import ROOT
from tests.security.acting import PUBLISHED_WITHOUT_CALL
from tests.security.hostile import HOSTILE, together
from tests.security.hostile_settings import TEXTS, HostileSettings, text_inputs
from tests.security.hostility import Field, Hostility, assert_harmless, go_through
from tests.world import World, action_ids, first_value

PARTS = 2
GRAVE = {"mistake": "private_info", "harm": "hurts_people", "affected": "grieving_or_vulnerable"}
FLAGS = [flag.value for flag in RedFlag]


def without_channel(url: str) -> World:
    return World(url, settings={"oops_response_channel": ""})


@pytest.mark.parametrize("part", range(PARTS))
async def test_hostile_text_in_every_setting_does_no_harm(sqlite_url: str, part: int) -> None:
    await go_through(without_channel(sqlite_url), HostileSettings, together()[part::PARTS])


async def test_postgresql_takes_settings_that_it_cannot_store(postgresql_url: str) -> None:
    await go_through(
        without_channel(postgresql_url),
        HostileSettings,
        [HOSTILE[name] for name in ("nul", "half a character", "noncharacters")],
    )


def name_hostile_people(session: Session) -> None:
    """Give the brand a key person for each text, somebody to call for each flag, and a sign-off, all of them hostile."""
    brand = session.exec(select(Brand)).one()
    lines = [clean_line(text)[:200] for text in HOSTILE.values()]
    for line in filter(None, lines):
        session.add(BrandContact(brand_id=key(brand), name=line, role=line, reach=line))
    brand.owners = dict(zip(FLAGS, lines, strict=False))
    brand.voice = {
        **brand.voice,
        "sign_off": lines[0],
        "words_to_use": lines[:20],
        "words_to_avoid": lines[20:40],
    }
    session.add(Brand(**brand.model_dump(exclude={"id", "name"}), name=HOSTILE["person"]))


async def test_hostile_settings_do_no_harm_in_a_case(sqlite_url: str) -> None:
    world = World(sqlite_url)
    await world.start()
    await world.oops.store.run(name_hostile_people)
    alice = world.person("UALICE")
    await alice.reports(HOSTILE["channel"], brand="1", red_flags=FLAGS, **GRAVE)
    await alice.reports(HOSTILE["person"], brand="1", **GRAVE)

    await alice.clicks(world.plan, "case.tasks")
    for action_id in ("task.left_message", "task.not_reachable", "task.reached"):
        await alice.clicks(alice.view, action_id, first_value(alice.view, action_id))
    await alice.clicks(alice.view, "task.words", first_value(alice.view, "task.words"))
    await alice.clicks(world.plan, "case.more")
    for action_id, answer in (
        ("case.merge", {"case": "1", "goes_on": "this"}),
        ("case.brand", {"brand": "2"}),
    ):
        await alice.clicks(world.plan, "case.more")
        await alice.clicks(alice.view, action_id)
        assert await alice.submits(**answer) == {}
    await alice.opens_home()

    assert "case.lead" in action_ids(world.plan)
    assert_harmless(world)
    await world.stop()


# -- that nothing is left out

FIELDS = (inputs.plain_text_input, inputs.url_input)


class Drawn:
    """What was drawn while it watched: the places in the code that make text fields, and the fields of every form."""

    def __init__(self) -> None:
        self.places: set[tuple[str, int]] = set()
        self.fields: set[Field] = set()
        self._makers = {maker.__code__ for maker in FIELDS}

    def watch(self, frame: FrameType, event: str, made: Any) -> None:
        """Write down who calls for a text field, and what a form is made of."""
        if event == "call" and frame.f_code in self._makers and frame.f_back is not None:
            self.places.add((frame.f_back.f_code.co_filename, frame.f_back.f_lineno))
        if event == "return" and frame.f_code is blocks.modal.__code__ and made is not None:
            self.fields |= {(made.get("callback_id", ""), block["block_id"]) for block in text_inputs(made)}


@contextmanager
def watching() -> Iterator[Drawn]:
    drawn, before = Drawn(), sys.getprofile()
    sys.setprofile(drawn.watch)
    try:
        yield drawn
    finally:
        sys.setprofile(before)


def places_in_the_code() -> Iterator[tuple[str, range]]:
    """Yield every call in `messages/` that makes a text field: its file and its lines."""
    names = {maker.__name__ for maker in FIELDS}
    for path in sorted((ROOT / "messages").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
                yield str(path), range(node.lineno, (node.end_lineno or node.lineno) + 1)


def test_text_fields_are_made_in_one_module() -> None:
    """So that the walk over the calls of its functions finds them all."""
    written = [
        path.name
        for path in ROOT.glob("**/*.py")
        if path.is_relative_to(ROOT / "messages") or path.is_relative_to(ROOT / "handlers")
        if any(f'"{kind}"' in path.read_text() for kind in (*TEXTS, "email_text_input", "rich_text_input"))
    ]

    assert written == ["inputs.py"]


async def types_into_settings(url: str, text: str) -> set[Field]:
    world = without_channel(url)
    await world.start()
    hostility = HostileSettings(world)
    await hostility.goes_through(text)
    await world.stop()
    return hostility.typed


async def types_into_a_case(url: str, text: str) -> set[Field]:
    """Go through a case, and open what only stands in the form of a draft that waits for a call."""
    world = World(url)
    await world.start()
    hostility = Hostility(world)
    await hostility.goes_through(text)
    await hostility.alice.reports("We printed the wrong names", **PUBLISHED_WITHOUT_CALL)
    await hostility.alice.clicks(world.plan, "case.lead")  # whose words may go out before the call
    waiting = first_value(world.draft("Holding statement"), "draft.edit")
    await forging.clicks(hostility.alice, "draft.published", waiting)
    await world.stop()
    return hostility.typed


async def test_no_text_field_is_left_out_of_the_hostile_runs(sqlite_url: str) -> None:
    text = "The run is on Thursday. Sorry if anyone was misled."

    with watching() as drawn:
        typed = await types_into_a_case(sqlite_url, text) | await types_into_settings(sqlite_url, text)

    left = [
        f"{path}:{lines[0]}"
        for path, lines in places_in_the_code()
        if not any(place[0] == path and place[1] in lines for place in drawn.places)
    ]
    assert left == [], "no hostile run opens the form that this field is in"
    assert {without_label(field) for field in drawn.fields} - {
        without_label(field) for field in typed
    } == set()


def without_label(field: Field) -> Field:
    """Return a field; one that keeps a finding with a reason without what the finding is."""
    callback_id, name = field
    return callback_id, KEEP if name.startswith(KEEP) else name
