"""Bolt listeners: what a person does, one file for each surface."""

from slack_bolt.app.async_app import AsyncApp

from handlers import (
    brand_menus,
    checkin,
    draft,
    duplicates,
    facts,
    home,
    leftovers,
    members,
    move,
    plan,
    practice,
    report,
    search,
    settings,
)


def register_all(app: AsyncApp) -> None:
    """Register every listener; few patterns, since one that does not match costs time in each request."""
    for surface in (
        report,
        duplicates,
        move,
        plan,
        draft,
        checkin,
        facts,
        home,
        members,
        settings,
        practice,
        search,
        brand_menus,
        leftovers,  # the last: takes what no other has taken
    ):
        surface.register(app)
