"""Who and what is there at the start: Riverside Runners, three people, three channels, one app."""

from dataclasses import dataclass, field

from bot.playground.state import Channel, Team, User, UserGroup


@dataclass(frozen=True)
class Seed:
    team: Team = field(default_factory=Team)
    users: tuple[User, ...] = ()
    channels: tuple[Channel, ...] = ()
    usergroups: tuple[UserGroup, ...] = ()


def riverside_runners() -> Seed:
    """Return the workspace that everybody starts with. The bot is in #response-team only."""
    people = ["UALICE", "UBOB", "UCAROL"]
    return Seed(
        users=(
            User("UALICE", "alice", "Alice", tz="Europe/Berlin", is_admin=True),
            User("UBOB", "bob", "Bob", tz="America/New_York"),
            User("UCAROL", "carol", "Carol", tz="Asia/Tokyo"),
            User("UOOPS", "oops", "oops", is_bot=True),
            User("USLACKBOT", "slackbot", "Slackbot", is_bot=True),
        ),
        channels=(
            Channel("CGENERAL", "general", list(people), creator="UALICE"),
            Channel("CSOCIAL", "social", list(people), creator="UALICE"),
            Channel(
                "CRESPONSE", "response-team", ["UALICE", "UBOB", "UOOPS"], is_private=True, creator="UALICE"
            ),
        ),
        usergroups=(UserGroup("SRUNNERS", "runners", "Runners", ["UALICE", "UBOB"]),),
    )
