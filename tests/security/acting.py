"""Trying a verb as somebody: a case with everything in it, what a payload carries, and what became of it."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from zlib import crc32

from sqlmodel import Session, col, func, select

from bot.attention import CheckInAnswer
from bot.brand import Relation
from bot.models import (
    Brand,
    BrandContact,
    Case,
    CheckIn,
    Draft,
    DraftVersion,
    Event,
    Message,
    Outbox,
    ReceivedReport,
    ReportForm,
    Task,
    key,
)
from bot.playground import modals
from bot.playground.delivery import Reply
from bot.playground.state import User
from bot.states import CheckInState, DraftState, TaskState
from tests import forging
from tests.security.rights import How, Outcome, Role, Subject, Verb
from tests.world import TEAM_CHANNEL, Someone, World, shown

UNKNOWN = "4711"
PEOPLE = {
    Role.DIRECT: "UALICE",
    Role.OUTSIDE: "UCAROL",
    Role.MEMBER: "UBOB",
    Role.LEAD: "ULEAD",
    Role.APPROVER: "UAPPROVER",
    Role.AUTHOR: "UAUTHOR",
    Role.NAMED: "UNAMED",
    Role.FORMER: "UFORMER",
    Role.CONNECT: "UCONNECT",
    Role.ELSEWHERE: "UBOB",
    Role.BOT: "UOOPS",
}
ORIGINS = {Role.CONNECT: forging.SLACK_CONNECT, Role.ELSEWHERE: forging.ELSEWHERE}
OF_WAITING = {Subject.WAITING_DRAFT}
CLOSABLE = (DraftState.PROPOSED, DraftState.CHANGES_REQUESTED, DraftState.APPROVED)
PUBLISHED_WITHOUT_CALL = {
    "mistake": "private_info",
    "harm": "privacy",
    "noticed": "many_replies",
    "undo": "delete",
}


_TRACES = [
    *(
        select(table.id, table.version).order_by(table.id)  # type: ignore[arg-type]  # a column at run time
        for table in (Case, Task, CheckIn, Draft)
    ),
    *(
        select(func.count()).select_from(table)
        for table in (Event, Outbox, DraftVersion, ReportForm, ReceivedReport)
    ),
]


def traces(session: Session) -> list[Any]:
    """Return what changes whenever anything is done to a case."""
    return [session.connection().execute(statement).all() for statement in _TRACES]


def name_people(session: Session) -> None:
    """Give the brand a lead, a backup, a contact and listed approvers."""
    brand = session.exec(select(Brand)).one()
    brand.lead, brand.backup = PEOPLE[Role.LEAD], PEOPLE[Role.NAMED]
    brand.approvers = [PEOPLE[Role.APPROVER], PEOPLE[Role.AUTHOR]]
    brand.relation = Relation.OWN
    session.add(BrandContact(brand_id=key(brand), name="Fay", reach=f"<@{PEOPLE[Role.NAMED]}>"))


def set_spare(session: Session, is_archived: bool) -> None:
    """Have a second account that a case could be given to; the first time it is made."""
    first, *others = session.exec(select(Brand).order_by(col(Brand.id))).all()
    spare = others[0] if others else Brand(**first.model_dump(exclude={"id", "name"}), name="Spare")
    spare.is_archived = is_archived
    session.add(spare)


def carried(session: Session, case_id: int, subject: Subject) -> str:
    """Return what a button or form of the case carries; empty when there is no such thing (yet)."""
    rows = {
        Subject.TASK: select(Task.id).where(Task.case_id == case_id, Task.state == TaskState.OPEN),
        Subject.DONE_TASK: select(Task.id).where(Task.case_id == case_id, Task.state == TaskState.DONE),
        Subject.CHECK_IN: select(CheckIn.id).where(
            CheckIn.case_id == case_id, CheckIn.state == CheckInState.ASKED
        ),
    }
    forms = {
        Subject.FACTS_FORM: col(ReportForm.case_id) == case_id,
        Subject.REPORT_FORM: col(ReportForm.case_id).is_(None),
    }
    if subject in forms:  # their ids are drawn, and do not tell which is the newest
        newest = select(ReportForm.id).where(forms[subject]).order_by(col(ReportForm.created_at).desc())
        return str(session.exec(newest).first() or "")
    if subject in rows:
        return str(max((one or 0 for one in session.exec(rows[subject])), default=""))
    if subject in {Subject.NOTHING, Subject.CASE, Subject.OFFER}:
        return str(case_id) if subject is not Subject.NOTHING else ""
    return _version(session, case_id, is_main=subject is not Subject.OTHER_DRAFT)


def is_offered(session: Session, case_id: int) -> bool:
    """Return whether the newest answer has brought an offer to close the case."""
    answered = select(CheckIn.id).where(CheckIn.case_id == case_id, CheckIn.answer == CheckInAnswer.QUIET)
    newest = session.exec(answered.order_by(col(CheckIn.number).desc())).first()
    offered = select(Message.id).where(Message.key == f"closing:{case_id}:{newest}")
    return session.exec(offered).first() is not None


def _version(session: Session, case_id: int, *, is_main: bool) -> str:
    drafts = select(Draft).where(Draft.case_id == case_id, col(Draft.state).in_(CLOSABLE))
    found = [row for row in session.exec(drafts.order_by(col(Draft.id))) if row.is_main is is_main]
    if not found:
        return ""
    newest = select(DraftVersion.id).where(DraftVersion.draft_id == found[-1].id)
    return str(session.exec(newest.order_by(col(DraftVersion.number).desc())).first())


@dataclass
class Stage:
    """A case, and somebody with a role in it; ``waiting`` is a second case, whose draft waits for a call."""

    world: World
    role: Role
    case_id: int = 0
    waiting: int = 0
    numbers: dict[int, int] = field(default_factory=dict)

    @property
    def actor(self) -> Someone:
        return self.world.person(PEOPLE[self.role])

    @property
    def origin(self) -> forging.Origin:
        return ORIGINS.get(self.role, forging.HERE)

    def somebody(self, role: Role) -> Someone:
        return self.world.person(PEOPLE[role])

    async def sets(self) -> None:
        """Bring everybody in, and report: what the role needs has happened before the walk."""
        await self._invites()
        await self.world.oops.store.run(name_people)
        if self.role is Role.DIRECT:
            self.world.oops.settings = self.world.oops.settings.model_copy(
                update={"oops_response_channel": ""}
            )
        reporter = self.somebody(Role.OUTSIDE if self.role is Role.OUTSIDE else Role.DIRECT)
        self.waiting = await self._reports(reporter, PUBLISHED_WITHOUT_CALL)
        self.case_id = await self._reports(reporter, {"should_have_said": "Thursday"})
        if self.role is Role.AUTHOR:
            await self._saves_a_version()
        if self.role is Role.FORMER:
            self.world.workspace.app.events -= {"member_left_channel"}
            await self.somebody(Role.MEMBER).person.removes(TEAM_CHANNEL, self.actor.id)
            await self.world.passes(seconds=61)

    async def _invites(self) -> None:
        workspace = self.world.workspace
        for role in (Role.LEAD, Role.APPROVER, Role.AUTHOR, Role.NAMED, Role.FORMER, Role.CONNECT):
            team = "TOTHER" if role is Role.CONNECT else ""
            workspace.save(
                User(PEOPLE[role], role.name, role.name, is_admin=role is Role.NAMED, team_id=team)
            )
            workspace.channels["CGENERAL"].members.append(PEOPLE[role])
            if role is not Role.NAMED:
                await self.somebody(Role.MEMBER).person.invites(TEAM_CHANNEL, PEOPLE[role])

    async def _reports(self, reporter: Someone, answers: dict[str, str]) -> int:
        await reporter.reports(**answers)
        await reporter.closes()

        def newest(session: Session) -> Case:
            return session.exec(select(Case).order_by(col(Case.id).desc()).limit(1)).one()

        case = await self.world.oops.store.read(newest)
        self.numbers[key(case)] = case.number
        return key(case)

    async def _saves_a_version(self) -> None:
        version = await self.world.oops.store.read(carried, self.case_id, Subject.DRAFT)
        await forging.submits(
            self.actor, "draft_edit", version, text="The run is on Thursday. Sorry for the mix-up."
        )

    # -- what a payload carries

    async def ready(self, verb: Verb) -> str:
        """Return the id that the verb's payload carries, after doing what has to have happened before."""
        case_id = self.waiting if verb.subject in OF_WAITING else self.case_id
        store, subject = self.world.oops.store, verb.subject
        if subject is Subject.CHECK_IN:
            await self._is_asked(case_id)
        if subject is Subject.DONE_TASK and not await store.read(carried, case_id, subject):
            await forging.clicks(self._insider, "task.done", await store.read(carried, case_id, Subject.TASK))
        while subject is Subject.OFFER and not await store.read(is_offered, case_id):
            await self.world.passes(days=1)
            check_in = await self._is_asked(case_id)
            await forging.clicks(self._insider, "checkin.quiet", check_in)
        self.world.clock.now += timedelta(seconds=1)
        if subject is Subject.FACTS_FORM and verb.how is How.FORM:
            await forging.clicks(self._insider, "case.facts", str(case_id))
        if subject is Subject.FACTS_FORM and not await store.read(carried, case_id, subject):
            await forging.clicks(self._insider, "case.facts", str(case_id))
        if subject in {Subject.APPROVED_DRAFT, Subject.WAITING_DRAFT}:
            for role in (Role.APPROVER, Role.AUTHOR):
                version = await store.read(carried, case_id, subject)
                await forging.clicks(self.somebody(role), "draft.approve", version)
        found = await store.read(carried, case_id, subject)
        assert found or subject is Subject.NOTHING, f"{verb.id}: nothing to try it on"
        return found

    async def _is_asked(self, case_id: int) -> str:
        """Return the id of a check-in that waits for an answer."""
        while not (found := await self.world.oops.store.read(carried, case_id, Subject.CHECK_IN)):
            await self.world.next_check_in()
        return found

    @property
    def _insider(self) -> Someone:
        """Return whoever opens a form: the actor, or for those who cannot, a member."""
        outside = {Role.OUTSIDE, Role.NAMED, Role.FORMER, Role.CONNECT, Role.ELSEWHERE, Role.BOT}
        return self.somebody(Role.MEMBER) if self.role in outside else self.actor

    # -- trying

    async def tries(self, verb: Verb, *values: str) -> tuple[bool, list[str]]:
        """Do it with each of these ids; return whether anything came of it, and what the person was told."""
        person = self.actor.person
        before, seen = await self._state(), self._heard()
        told: list[str] = []
        for value in values:
            told += await self._delivers(verb, value)
        heard = [*told, *self._heard()[len(seen) :]]
        has_effect = await self._state() != before
        modals.close(self.world.workspace, list(person.views))
        return has_effect, heard

    async def _delivers(self, verb: Verb, value: str) -> list[str]:
        actor, origin, callback_id = self.actor, self.origin, verb.id.split(" ")[0]
        match verb.how:
            case How.CLICK:
                reply = await forging.clicks(actor, verb.id, value, origin=origin)
            case How.CHOICE:
                if verb.outcomes[self.role] is Outcome.YES and value != UNKNOWN:
                    await forging.clicks(actor, "draft.edit", value)
                view = actor.person.views[-1] if actor.person.views else None
                reply = await forging.chooses(actor, verb.id, "formal", value, view=view, origin=origin)
            case How.FORM:
                # Slack's own, and the same again for the same form.
                view_id = f"V{crc32(f'{callback_id} {value}'.encode('utf-8', 'replace'))}"
                reply = await forging.submits(
                    actor, callback_id, value, view_id=view_id, origin=origin, **verb.answers
                )
            case How.SEARCH:
                return await self._searches(verb, value)
            case How.CLOSE:
                reply = await forging.closes(actor, callback_id, value, origin=origin)
            case How.SHORTCUT:
                reply = await forging.uses_shortcut(actor, verb.id, origin=origin)
            case How.COMMAND | How.HOME:
                return [await self._reads(verb, value)]
        assert reply.acked, (verb.id, value)
        return words_of(reply)

    async def _searches(self, verb: Verb, value: str) -> list[str]:
        """Open the list with a second account in it, which would change every other form if it stayed."""
        await self.world.oops.store.run(set_spare, is_archived=False)
        reply = await forging.searches(self.actor, verb.id, "", value, origin=self.origin)
        await self.world.oops.store.run(set_spare, is_archived=True)
        return names_of(reply)

    async def _reads(self, verb: Verb, value: str) -> str:
        if verb.how is How.HOME:
            await forging.opens_home(self.actor, origin=self.origin)
            views = [view for view in self.world.workspace.views.values() if view.type == "home"]
            return "\n".join(shown(view) for view in views if view.user == self.actor.id)
        number = self.numbers.get(int(value or 0), value)
        typed = {"/oops OOPS-n": f"OOPS-{number}", "/oops list": "list", "/oops": "We wrote Tuesday"}[verb.id]
        return str((await forging.types(self.actor, typed, origin=self.origin)).payload)

    async def _state(self) -> list[Any]:
        views = [(view.id, view.hash) for view in self.actor.person.views]
        return [views, await self.world.oops.store.read(traces)]

    def _heard(self) -> list[str]:
        """Return what only this person can read, and what was written to them directly."""
        direct = f"D{self.actor.id[1:]}"
        return [
            shown(message)
            for message in self.world.workspace.messages.values()
            if message.ephemeral_to == self.actor.id or (message.channel == direct and not message.thread_ts)
        ]


def words_of(reply: Reply) -> list[str]:
    """Return the sentences of an answer to a form."""
    return [] if reply.payload in (None, "") else [str(reply.payload)]


def names_of(reply: Reply) -> list[str]:
    """Return the names in an answer to a menu that loads."""
    assert reply.acked
    return [option["text"]["text"] for option in reply.payload["options"]]


def read_outcome(text: str, number: int) -> Outcome:
    """Return what somebody sees of a case: with the way into its thread, as an own report only, or not at all."""
    if f"OOPS-{number}" not in text or "There is no" in text:
        return Outcome.ABSENT
    return Outcome.YES if "/archives/" in text else Outcome.OWN
