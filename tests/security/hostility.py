"""Somebody who types one hostile text into every field of a case, and what has to hold afterwards."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol

from sqlmodel import Session, col, select

from bot.models import Brand, Case, DraftVersion
from bot.playground import modals
from bot.playground.delivery import Reply
from bot.playground.limits_of_values import check_object
from bot.playground.pings import pings
from bot.playground.state import Message
from bot.typed import clean
from tests import forging
from tests.security.acting import carried
from tests.security.hostile import EVIL
from tests.security.rights import Subject
from tests.world import ORDINARY, Someone, World, shown

ANSWERS = {
    name: forging.choice(value) for name, value in {**ORDINARY, "channel": "website", "undo": "edit"}.items()
}
Field = tuple[str, str]
"""A form's callback id, and the block that holds the field."""
LONGEST_FIELD = 3000  # docs.slack.dev: what a plain_text_input can hold
LONG = 1000
OURS = re.compile(r"@U(ALICE|BOB|CAROL|OOPS)")


def names_everything(session: Session, text: str) -> None:
    session.exec(select(Brand).order_by(col(Brand.id)).limit(1)).one().name = text[:200]


class Hostile(Protocol):
    """Somebody who types one text wherever they can."""

    async def goes_through(self, text: str) -> None: ...


async def go_through(world: World, meet: Callable[[World], Hostile], texts: Iterable[str]) -> None:
    """Start a world, let somebody go through it with one text after the other, and stop it; nothing may come of any."""
    await world.start()
    somebody = meet(world)
    for text in texts:
        await somebody.goes_through(text)
        assert_harmless(world)
    await world.stop()


class Hostility:
    """Alice and Bob, who type one hostile text into every field there is."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.alice, self.bob = world.person("UALICE"), world.person("UBOB")
        self.case_id = 0
        self.typed: set[Field] = set()

    async def goes_through(self, text: str) -> None:
        """Report, edit, ask for changes, publish, decide again, close: all with this text."""
        world = self.world
        world.workspace.user("UBOB").real_name = text[:80]
        world.workspace.channels["CRESPONSE"].name = text[:80]
        await world.oops.store.run(names_everything, clean(text) or "x")
        await self._types(self.alice, text)
        await self._searches(text)
        await self._reports(text)
        await self._handles(text)
        await self._closes(text)
        for reading in ("OOPS-" + str(self.case_id), "list"):
            await self._types(self.bob, reading)
        await forging.opens_home(self.bob)

    async def _types(self, someone: Someone, text: str) -> None:
        as_a_form_can_hold_it = text.encode("utf-8", "replace").decode()
        sound(await forging.types(someone, as_a_form_can_hold_it))
        modals.close(self.world.workspace, list(someone.person.views))

    async def _searches(self, text: str) -> None:
        """Type it into a menu of accounts, one of which is called so: Slack takes the answer, and nothing in it is formatted."""
        reply = await forging.searches(self.alice, "report.brand", text)
        sound(reply)
        assert list(check_object(reply.payload, {"object": "suggestion"}, "")) == []
        assert {one["text"]["type"] for one in reply.payload["options"]} <= {"plain_text"}

    async def _reports(self, text: str) -> None:
        answers = {
            "what": f"We wrote Tuesday {text}"[:2000],
            "should_have_said": text[:LONGEST_FIELD],
            "view_id": f"V{len(self.world.workspace.messages)}",
            **ANSWERS,
        }
        await self._sends_with_link("report", "1", text, **answers)

        def newest(session: Session) -> int:
            return session.exec(select(Case.id).order_by(col(Case.id).desc())).first() or 0

        self.case_id = await self.world.oops.store.read(newest)

    async def _handles(self, text: str) -> None:
        draft = await self._id(Subject.OTHER_DRAFT)
        reply = await self.sends(
            "draft_edit",
            draft,
            text=text,
            preset=forging.choice(text),
            **dict.fromkeys(KEPT, text[:LONGEST_FIELD]),
        )
        await self._is_shown_exactly(text, reply)
        text = text[:LONGEST_FIELD]  # once is enough for more than Slack would let through
        draft = await self._id(Subject.OTHER_DRAFT)
        for action_id in ("draft.edit", "draft.request_changes", "draft.published"):
            await self._opens(action_id, draft)
        await self.sends("draft_changes", draft, reason=text)
        await forging.clicks(self.bob, "draft.approve", draft)
        await self.sends("draft_published", draft, where=text, link="https://example.org/", override=text)
        for action_id in ("case.why", "case.tasks", "case.level", "case.facts"):
            await self._opens(action_id, str(self.case_id))
        what = f"We said Tuesday {text}"[:2000]
        facts = await self._id(Subject.FACTS_FORM)
        answers = {"what": what, "should_have_said": text[:LONGEST_FIELD], **ANSWERS}
        await self._sends_with_link("case_facts", facts, text, **answers)
        level = forging.choice("full_response")
        await self.sends("case_level", str(self.case_id), level=level, reason=text)

    async def _closes(self, text: str) -> None:
        """Close, open again, and close for good."""
        case_id, text = str(self.case_id), text[:LONGEST_FIELD]
        await self._opens("case.close", case_id)
        await self.sends("case_close", case_id, cause=text, change=text)
        await self._opens("case.reopen", case_id)
        await self.sends("case_reopen", case_id, reason=text)
        if len(text) < LONG:  # its record has stood it once: pages of it take long to set
            await self.sends("case_close", case_id, cause="", change="")

    async def _id(self, subject: Subject) -> str:
        return await self.world.oops.store.read(carried, self.case_id, subject)

    async def _sends_with_link(self, callback_id: str, carries: str, text: str, **answers: Any) -> None:
        """Send the text in the link as well; where that is refused beside the field, without."""
        first = await self.sends(callback_id, carries, link=f"https://example.org/{text}", **answers)
        if first.payload and first.payload["response_action"] == "errors":
            assert set(first.payload["errors"]) == {"link"}
            await self.sends(callback_id, carries, **answers)

    async def sends(self, callback_id: str, carries: str, **answers: Any) -> Reply:
        reply = await forging.submits(self.alice, callback_id, carries, **answers)
        self.typed |= {(callback_id, name) for name, value in answers.items() if isinstance(value, str)}
        sound(reply)
        return reply

    async def _opens(self, action_id: str, carries: str) -> None:
        await forging.clicks(self.alice, action_id, carries)
        assert self.alice.person.views, action_id
        modals.close(self.world.workspace, list(self.alice.person.views))

    async def _is_shown_exactly(self, typed: str, reply: Reply) -> None:
        """Hold the draft's message to what was typed; where it was not saved, the form keeps it letter by letter."""
        saved = await self.world.oops.store.read(newest_text, self.case_id)
        expected = clean(typed[:LONGEST_FIELD]).strip()
        in_thread = [preformatted(message) for message in self.world.said() if message.thread_ts]
        assert saved in in_thread
        if reply.payload:
            assert not expected or expected in values_of(reply.payload["view"]["blocks"])
        else:
            assert saved == expected


def values_of(blocks: list[dict[str, Any]]) -> list[str]:
    """Return what stands in the fields of a form."""
    return [block["element"].get("initial_value", "") for block in blocks if block["type"] == "input"]


KEPT = ("keep_excuse", "keep_too_long", "keep_unknown_link", "keep_misspelling", "keep_nothing_known")


def newest_text(session: Session, case_id: int) -> str:
    version = carried(session, case_id, Subject.OTHER_DRAFT)
    return session.get_one(DraftVersion, int(version)).text


def preformatted(message: Message) -> str:
    """Return the text of a message's frames, letter by letter."""
    return "".join(
        leaf["text"]
        for block in message.blocks
        if block["type"] == "rich_text"
        for frame in block["elements"]
        if frame["type"] == "rich_text_preformatted"
        for leaf in frame["elements"]
    )


def sound(reply: Reply) -> None:
    assert reply.acked
    assert "Something broke" not in str(reply.payload)


def drawn_by_us(world: World) -> Iterator[Message]:
    """Yield everything that oops shows: messages, private ones too, and views."""
    yield from (message for message in world.workspace.messages.values() if message.user == "UOOPS")
    for view in world.workspace.views.values():
        yield Message("", "", "UOOPS", "", blocks=view.blocks)


def assert_harmless(world: World) -> None:
    """Hold that nothing pings or forges, and that the workspace took everything."""
    for message in drawn_by_us(world):
        found = [ping for ping in pings(message) if not OURS.fullmatch(ping)]
        assert found == [], shown(message)[:300]
        assert f"<@{EVIL}" not in message.text
    assert [one for one in world.workspace.refusals if one.error != "not_found"] == []  # the forged views
    assert world.workspace.notices == []
    private = [shown(message) for message in world.workspace.messages.values() if message.ephemeral_to]
    assert [text for text in private if "Something broke" in text] == []
