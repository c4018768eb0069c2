"""Trying what carries no case as somebody: brands, forms, exercises and reports of their own and of others."""

from dataclasses import dataclass
from typing import Any

from sqlmodel import Session, col, func, select

from bot.models import Brand, BrandContact, Case, SettingsForm
from bot.playground import modals
from bot.playground.state import User, View
from messages.problem import Problem, problem_words
from tests import forging
from tests.security.acting import UNKNOWN, names_of, words_of
from tests.security.rights import How, Outcome
from tests.security.rights_beside import OF_US, Carries, Deed, Person
from tests.world import TEAM_CHANNEL, Someone, World, shown

ADMIN_WITH_FORMS = "UALICE"
"""An admin, and a member of the channel, whose forms, exercise and report others try to use."""
PEOPLE = {
    Person.ADMIN: "UBOSS",
    Person.LEAD: "ULEAD",
    Person.OTHER_LEAD: "UOTHERLEAD",
    Person.MEMBER: "UBOB",
    Person.OTHER: "UCAROL",
    Person.CONNECT: "UCONNECT",
    Person.ELSEWHERE: "UBOB",
    Person.BOT: "UOOPS",
}
ORIGINS = {Person.CONNECT: forging.SLACK_CONNECT, Person.ELSEWHERE: forging.ELSEWHERE}
BRAND, SPARE, ARCHIVED, OTHER = 1, 2, 3, 4
WORDS = "zebra crossing"
PAGES = {
    "settings_page": "settings.about",
    "settings_contact": "settings.contact_add",
    "settings_guide": "settings.guide",
}


def add_brands(session: Session) -> None:
    """Give the brand a lead and a key person, the lead two more brands, and somebody else a fourth."""
    first = session.exec(select(Brand)).one()
    first.lead = PEOPLE[Person.LEAD]
    session.add(BrandContact(brand_id=BRAND, name="Fay", reach="+49 170 0"))
    for brand_id in (SPARE, ARCHIVED, OTHER):
        lead = PEOPLE[Person.OTHER_LEAD if brand_id == OTHER else Person.LEAD]
        more: dict[str, Any] = {
            "id": brand_id,
            "name": f"Brand {brand_id}",
            "lead": lead,
            "is_archived": brand_id == ARCHIVED,
        }
        session.add(Brand(**first.model_dump(exclude=set(more)), **more))
        session.flush()


def traces(session: Session) -> list[Any]:
    """Return what changes whenever anything is done."""
    brands = [row.model_dump() for row in session.exec(select(Brand).order_by(col(Brand.id)))]
    counts = [session.exec(select(func.count()).select_from(table)).one() for table in (BrandContact, Case)]
    return [brands, counts, session.exec(select(Case.id, Case.state).order_by(col(Case.id))).all()]


def newest_form(session: Session, user_id: str) -> str:
    form = (
        select(SettingsForm.id).where(SettingsForm.user_id == user_id).order_by(col(SettingsForm.id).desc())
    )
    return str(session.exec(form).first() or "")


def newest_exercise(session: Session, user_id: str) -> str:
    rows = select(Case.id).where(col(Case.is_exercise).is_(True), Case.reporter == user_id)
    return str(session.exec(rows.order_by(col(Case.id).desc())).first() or "")


NEWEST = {
    Carries.FORM: newest_form,
    Carries.THEIR_FORM: newest_form,
    Carries.EXERCISE: newest_exercise,
    Carries.THEIR_EXERCISE: newest_exercise,
}
THEIRS = {Carries.THEIR_FORM, Carries.THEIR_EXERCISE}
FIXED = {
    Carries.NOTHING: "",
    Carries.BRAND: str(BRAND),
    Carries.SPARE: str(SPARE),
    Carries.ARCHIVED: str(ARCHIVED),
    Carries.PAGE: "0",
    Carries.CONTACT: "1",
    Carries.CASE: WORDS,
    Carries.NAME: "Riverside Runners",
}


@dataclass
class Scene:
    """A workspace with four brands and a case, and one person in it."""

    world: World
    role: Person

    @property
    def actor(self) -> Someone:
        return self.world.person(PEOPLE[self.role])

    @property
    def origin(self) -> forging.Origin:
        return ORIGINS.get(self.role, forging.HERE)

    async def sets(self) -> None:
        """Bring everybody in; an admin reports and practises."""
        workspace = self.world.workspace
        for role in (Person.ADMIN, Person.LEAD, Person.OTHER_LEAD, Person.CONNECT):
            team = "TOTHER" if role is Person.CONNECT else ""
            workspace.save(
                User(PEOPLE[role], role.name, role.name, is_admin=role is Person.ADMIN, team_id=team)
            )
            workspace.channels["CGENERAL"].members.append(PEOPLE[role])
        await self.world.person("UBOB").person.invites(TEAM_CHANNEL, PEOPLE[Person.CONNECT])
        await self.world.oops.store.run(add_brands)
        owner = self.world.person(ADMIN_WITH_FORMS)
        await owner.reports(f"We drew a {WORDS}", brand=str(BRAND))
        await forging.submits(owner, "practice", "", view_id="VTHEIRS", sample=forging.choice("wrong-day"))

    async def ready(self, deed: Deed) -> str:
        """Return the id that the payload carries, after doing what has to have happened before."""
        user_id = ADMIN_WITH_FORMS if deed.carries in THEIRS else self.actor.id
        if deed.carries in {Carries.FORM, Carries.THEIR_FORM}:
            for somebody in dict.fromkeys((ADMIN_WITH_FORMS, user_id)):
                await self._opens(somebody, deed.opened_by or PAGES[deed.callback_id])
        if deed.carries not in NEWEST:
            return FIXED[deed.carries]
        find = NEWEST[deed.carries]
        own = await self.world.oops.store.read(find, user_id)
        found = own or await self.world.oops.store.read(find, ADMIN_WITH_FORMS)
        assert found, f"{deed.id}: nothing to try it on"
        return found

    async def _opens(self, user_id: str, action_id: str) -> None:
        """Open a form of settings, where that person may."""
        person = self.world.person(user_id if self.role in OF_US else ADMIN_WITH_FORMS)
        carries = {"settings.contact": "1", "settings.add": "", "settings.guide": ""}.get(
            action_id, str(BRAND)
        )
        await forging.clicks(person, action_id, carries, view=await self._some_view(person))
        if person.id != self.actor.id:
            modals.close(self.world.workspace, list(person.person.views))

    async def _some_view(self, person: Someone) -> View | None:
        """Return a modal in which the person can be said to press something; none for strangers."""
        if person.id == self.actor.id and self.role not in OF_US:
            return None
        await forging.clicks(person, "home.find", "")
        return person.view

    async def tries(self, deed: Deed, value: str) -> tuple[bool, list[str]]:
        """Do it with this id; return whether anything came of it, and what the person was told."""
        view = self.actor.person.views[-1] if self.actor.person.views else await self._some_view(self.actor)
        before, seen = await self._state(), self._heard()
        told = await self._delivers(deed, value, view)
        heard = [*told, *self._heard()[len(seen) :]]
        has_effect = await self._state() != before
        modals.close(self.world.workspace, list(self.actor.person.views))
        return has_effect, heard

    async def _delivers(self, deed: Deed, value: str, view: View | None) -> list[str]:
        actor, origin, sent = self.actor, self.origin, deed.callback_id
        if deed.how is How.COMMAND:
            typed = f"{deed.id.removeprefix('/oops ')} {value}"
            return words_of(await forging.types(actor, typed, origin=origin))
        if deed.how is How.SEARCH:
            return names_of(await forging.searches(actor, sent, value, origin=origin))
        if deed.how is How.CLICK:
            reply = await forging.clicks(actor, sent, value, view=view, origin=origin)
        elif deed.how is How.CHOICE:
            reply = await forging.chooses(actor, sent, "formal", value, view=view, origin=origin)
        else:
            answers = {"words": value} if deed.carries is Carries.CASE else deed.answers
            reply = await forging.submits(
                actor, sent, value, view_id=f"V{sent}{value}"[:80], origin=origin, **answers
            )
        assert reply.acked, (deed.id, value)
        return words_of(reply)

    async def _state(self) -> list[Any]:
        views = [
            (view.id, view.hash)
            for view in self.world.workspace.views.values()
            if view.user == self.actor.id and not is_refusal(view)
        ]
        return [views, await self.world.oops.store.read(traces)]

    def _heard(self) -> list[str]:
        """Return what only this person can read, and what was written to them directly."""
        direct = f"D{self.actor.id[1:]}"
        messages = [
            shown(message)
            for message in self.world.workspace.messages.values()
            if message.ephemeral_to == self.actor.id or message.channel == direct
        ]
        return messages + [shown(view) for view in self.actor.person.views if is_refusal(view)]


def is_refusal(view: View) -> bool:
    return str(view.view["title"]["text"]).startswith("Not ") if view.type == "modal" else False


async def outcome_of(scene: Scene, deed: Deed) -> Outcome:
    """Try it with the id that is there, and where it has no effect with one that is not."""
    value = await scene.ready(deed)
    has_effect, heard = await scene.tries(deed, value)
    assert "Something broke" not in str(heard), deed.id
    if deed.how is How.SEARCH:
        return Outcome.YES if heard == [value] else Outcome.ABSENT
    if deed.carries is Carries.CASE:
        return Outcome.YES if "OOPS-1" in str(heard) else Outcome.ABSENT
    if has_effect:
        return Outcome.YES
    is_stranger = not heard or problem_words(Problem.STRANGER) in str(heard)
    has_id = deed.carries not in {Carries.NOTHING, Carries.PAGE}
    is_alike = has_id and (await scene.tries(deed, UNKNOWN))[1] == heard
    return Outcome.ABSENT if is_stranger or is_alike else Outcome.NO
