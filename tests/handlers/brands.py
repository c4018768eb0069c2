"""What tests of the settings share: the brand of a new workspace, its forms, more brands beside it."""

from sqlmodel import Session, col, select

from bot.models import Brand, BrandContact, key
from bot.playground.state import Channel, User
from bot.settings_file import take_settings
from bot.storage import queries
from tests.world import TEAM_CHANNEL, Someone, World, first_value

BRAND = "Riverside Runners"
ANOTHER = "CANOTHER"


async def brand_of(world: World, name: str = BRAND) -> Brand:
    def found(session: Session) -> Brand:
        return session.exec(select(Brand).where(Brand.name == name)).one()

    return await world.oops.store.read(found)


async def open_brand(someone: Someone) -> None:
    await someone.types("settings")
    await someone.clicks(someone.view, "settings.brand", first_value(someone.view, "settings.brand"))


async def open_page(someone: Someone, page: str) -> None:
    await open_brand(someone)
    await someone.clicks(someone.view, f"settings.{page}")


async def make_lead(world: World, someone: Someone) -> None:
    def make(session: Session) -> None:
        session.exec(select(Brand)).one().lead = someone.id

    await world.oops.store.run(make)


async def add_brands(world: World, count: int) -> None:
    def add(session: Session) -> None:
        first = session.exec(select(Brand).order_by(col(Brand.id))).all()[0]
        for number in range(count):
            session.add(
                Brand(
                    workspace_id=first.workspace_id,
                    name=f"Client {number:03} " + "W" * 49,
                    relation=first.relation,
                    reputation=first.reputation,
                    voice=first.voice,
                    response_channel=TEAM_CHANNEL,
                    lead="UALICE",
                    created_at=world.clock(),
                )
            )

    await world.oops.store.run(add)


async def contacts(world: World) -> list[BrandContact]:
    return await world.oops.store.read(
        lambda session: list(session.exec(select(BrandContact).order_by(BrandContact.name)).all())
    )


async def add_contacts(world: World, count: int) -> None:
    def add(session: Session) -> None:
        brand = session.exec(select(Brand)).one()
        session.add_all(
            BrandContact(
                brand_id=key(brand),
                name=f"Person {number:03} " + "W" * 180,
                role="R" * 200,
                reach="+" + "1" * 199,
                affected=["public", "few_known", "investors"],
            )
            for number in range(count)
        )

    await world.oops.store.run(add)


async def set_brand(world: World, **values: object) -> None:
    """Set something of the only brand, as the settings do."""

    def change(session: Session) -> None:
        (brand,) = queries.brands_of(session, world.oops.workspace_id)
        for name, value in values.items():
            setattr(brand, name, value)

    await world.oops.store.run(change)


async def goes_away(world: World, user_id: str) -> None:
    """Have somebody's account say that they are on vacation, and oops hear of it."""
    world.workspace.users[user_id].status_emoji = ":palm_tree:"
    await world.oops.directory.look_up_user(world.oops.workspace_id, user_id)


async def import_stopped(world: World, text: str) -> str:
    """Take a file over while the bot is stopped."""
    await world.oops.stop()
    try:
        return take_settings(world.database_url, text, now=world.clock())
    finally:
        await world.start_bot()


async def choose_another_channel(world: World, someone: Someone) -> None:
    """Choose another private channel than the team's for the only brand."""
    make_another_channel(world)
    await open_page(someone, "about")
    assert await someone.submits(response_channel=ANOTHER) == {}


def make_another_channel(world: World) -> None:
    """Make another private channel, which Alice, Bob and oops are in."""
    world.workspace.save(Channel(ANOTHER, "another-team", ["UALICE", "UBOB", "UOOPS"], is_private=True))


def add_app(world: World) -> str:
    """Let another app into the team's channel, and return its member id."""
    world.workspace.users["UZAP"] = User("UZAP", "zap", "Zap", is_bot=True)
    world.workspace.channels[TEAM_CHANNEL].members.append("UZAP")
    return "UZAP"


async def keep_for(world: World, days: int | None) -> None:
    def set_days(session: Session) -> None:
        session.exec(select(Brand)).one().keep_days = days

    await world.oops.store.run(set_days)


async def close(world: World, someone: Someone) -> None:
    await someone.clicks(world.plan, "case.close")
    await someone.submits()


async def give(world: World, somebody: Someone, brand: str) -> None:
    """Put right whose account the newest case is of."""
    await somebody.clicks(world.plan, "case.more")
    await somebody.clicks(somebody.view, "case.brand")
    await somebody.submits(brand=brand)
