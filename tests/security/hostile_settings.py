"""Somebody who types one hostile text into every field that is not a case's: settings, the guide, search."""

import re
import unicodedata
from collections.abc import Iterator
from html import unescape
from typing import Any

from sqlmodel import Session, col, select

from bot.brands.contacts import ON_A_PAGE
from bot.brands.pages import Step
from bot.brands.values import NAME_LONGEST
from bot.models import Brand, BrandContact
from bot.playground import interacting
from messages.settings import ARCHIVE, CONTACTS, EDIT
from messages.settings_contacts import ADD_CONTACT
from messages.settings_guide import NEW_CHANNEL
from tests import forging
from tests.security.hostility import Field
from tests.world import World, first_value, shown

FILLERS = "\u115f\u3164"
JUDGED = {"timezone", "check_ins"}
"""Hold what a program reads; any other text is refused beside them."""
TEXTS = ("plain_text_input", "url_text_input")
Json = dict[str, Any]


def text_inputs(view: Json) -> Iterator[Json]:
    """Yield the blocks of a form into which letters can be typed."""
    for block in view["blocks"]:
        if block["type"] == "input" and block["element"]["type"] in TEXTS:
            yield block


def forget_the_channel_step(session: Session) -> None:
    """Have the guide ask for the channel of the oldest brand again."""
    brand = session.exec(select(Brand).order_by(col(Brand.id)).limit(1)).one()
    brand.response_channel, brand.steps_done = None, [Step.APPROVAL, Step.VOICE]


def newest_brand(session: Session) -> int:
    return session.exec(select(Brand.id).order_by(col(Brand.id).desc())).first() or 0


def fill_the_list(session: Session, brand_id: int) -> None:
    """Give a brand more key people than stand on one page."""
    session.add_all(
        BrandContact(brand_id=brand_id, name=f"Person {number}") for number in range(ON_A_PAGE + 1)
    )


class HostileSettings:
    """Alice, an admin, and one text after the other; a form stays open only while something in it is refused."""

    def __init__(self, world: World) -> None:
        self.world, self.alice = world, world.person("UALICE")
        self.typed: set[Field] = set()

    async def goes_through(self, text: str) -> None:
        """Type the text into a new brand, all its pages, a key person, the guide and the search; then archive the brand."""
        await self.alice.types("settings")
        await self._adds_a_brand(text)
        await self._changes_every_page(text)
        await self._adds_a_contact(text)
        await self.alice.person.closes(everything=True)
        await self._names_a_channel(text)
        await self._searches(text)
        await self._archives_twice()

    async def _adds_a_brand(self, text: str) -> None:
        """Add a brand of this name, whose pages are what follows, or open another one where the name is refused."""
        await self.alice.clicks(self.alice.view, "settings.add")
        if not await self.fills_in(text):
            name = letters(text[:NAME_LONGEST])
            assert name in letters(unescape(shown(self.alice.view)))
            return
        await self.alice.closes()
        await self.alice.clicks(
            self.alice.view, "settings.brand", first_value(self.alice.view, "settings.brand")
        )

    async def _changes_every_page(self, text: str) -> None:
        for action_id in EDIT.values():
            await self.alice.clicks(self.alice.view, action_id)
            if await self.fills_in(text):
                await self.alice.closes()
                continue
            await self.alice.clicks(self.alice.view, action_id)
            self._stands_in_the_form(text)
            await self.alice.closes()

    def _stands_in_the_form(self, text: str) -> None:
        for block in text_inputs(self.alice.view.view):
            name = block["block_id"]
            if name not in JUDGED:
                saved = block["element"].get("initial_value", "")
                assert seen_in(name, saved) == seen_in(name, held(block, text)), (name, text)

    async def _adds_a_contact(self, text: str) -> None:
        """Look for somebody in a list that is long enough for that, and add a key person."""
        await self.alice.clicks(self.alice.view, CONTACTS)
        await self.world.oops.store.run(fill_the_list, int(self.alice.view.view["private_metadata"]))
        await self.alice.closes()
        await self.alice.clicks(self.alice.view, CONTACTS)
        await self.fills_in(text)
        await self.alice.clicks(self.alice.view, ADD_CONTACT)
        await self.fills_in(text)

    async def _names_a_channel(self, text: str) -> None:
        await self.world.oops.store.run(forget_the_channel_step)
        await self.alice.clicks(await self.alice.opens_home(), "home.setup")
        assert NEW_CHANNEL in self.alice.view.values
        await self.fills_in(text)
        await self.alice.person.closes(everything=True)

    async def _searches(self, text: str) -> None:
        await self.alice.clicks(await self.alice.opens_home(), "home.find")
        await self.fills_in(text)
        await self.alice.closes()

    async def _archives_twice(self) -> None:
        """Leave the refusal of the second click open: it is about a brand of this name."""
        brand_id = await self.world.oops.store.read(newest_brand)
        for _ in range(2):
            await forging.clicks(self.alice, ARCHIVE, str(brand_id))
        assert self.alice.person.views

    async def fills_in(self, text: str) -> dict[str, str]:
        """Type into every text field of the form in front, as Slack's client lets it, and submit; return the errors beside fields."""
        view, user = self.alice.view, self.alice.person.user
        told = None
        for block in text_inputs(view.view):
            element = block["element"]
            state = {"type": element["type"], "value": held(block, text) or None}
            view.values[block["block_id"]] = {element["action_id"]: state}
            self.typed.add((view.callback_id, block["block_id"]))
            told = (block, element) if block.get("dispatch_action") else told
        if told is not None:
            await interacting.act(
                self.world.workspace, user, view, told, view.values[told[0]["block_id"]][told[1]["action_id"]]
            )
        errors = await interacting.submit(self.world.workspace, user, view)
        await self.world.oops.settle()
        assert view.notice == ""
        assert "Something broke" not in str(errors)
        return errors


def held(block: Json, text: str) -> str:
    """Return what a field holds of a text: as much as fits."""
    return text[: block["element"].get("max_length", 3000)]


def letters(text: str) -> str:
    """Return what can be seen of a text, without blanks."""
    return "".join(one for one in text if unicodedata.category(one)[0] not in "CZ" and one not in FILLERS)


def seen_in(name: str, text: str) -> set[str]:
    """Return what can be seen of a field's text; a list of words keeps each word once."""
    parts = re.split("[,;\n\r\x85\u2028\u2029]", text) if name.startswith("words_") else [text]
    return {letters(part) for part in parts} - {""}
