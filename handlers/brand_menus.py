"""Menus of brands that are too many for one list: what fits what somebody types, of what they may choose there."""

import re
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.context.async_context import AsyncBoltContext

from bot.gathering import modals as gathering_modals
from bot.home import brands_seen
from bot.menus import Choice, found
from bot.storage.brand_names import brand_names_of
from bot.typed import clean_line
from handlers.context import Visit, visit_of
from handlers.errors import sentence_for
from handlers.submissions import row_carried
from messages import handling, home, report
from messages.inputs import options

Body = dict[str, Any]
_TYPED_LONGEST = 200
"""Longer than any name, so that nothing fits."""


def register(app: AsyncApp) -> None:
    """Listen to what is typed into a menu of brands."""
    names = "|".join(re.escape(action_id) for action_id in _CHOICES)
    app.options(re.compile(f"^({names})(~|$)"))(suggest)


async def suggest(ack: AsyncAck, body: Body, context: AsyncBoltContext) -> None:
    """Answer with the brands that fit; with none to somebody who may choose none, as if there were none."""
    choices = _CHOICES[body["action_id"].partition("~")[0]]
    try:
        known = await choices(visit_of(context), body)
    except Exception as error:  # noqa: BLE001  a list has no place for a sentence; it is in the log where it was unexpected
        sentence_for(error)
        known = ()
    await ack(options=options(found(known, clean_line(body["value"][:_TYPED_LONGEST]))))


async def _to_report_for(visit: Visit, _body: Body) -> Sequence[Choice]:
    names = await visit.read(brand_names_of, visit.workspace_id)
    return [(str(brand.id), brand.name) for brand in names]


async def _of_a_case(visit: Visit, body: Body) -> Sequence[Choice]:
    case_id = row_carried(body.get("view") or {})
    card = await visit.read(gathering_modals.brand_card, case_id, by=visit.user_id, now=visit.now())
    return card.brands


async def _in_home(visit: Visit, _body: Body) -> Sequence[Choice]:
    await visit.directory.refresh_channels_of(visit.workspace_id, visit.user_id)
    return home.brand_choices(
        await visit.read(brands_seen, visit.workspace_id, visit.user_id, now=visit.now())
    )


_CHOICES: dict[str, Callable[[Visit, Body], Awaitable[Sequence[Choice]]]] = {
    report.BRAND: _to_report_for,
    handling.BRAND_MENU: _of_a_case,
    home.BRAND: _in_home,
}
