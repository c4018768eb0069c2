"""The guide for a new workspace: the private channel, who approves, the voice. Each step is saved by itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy.orm import load_only
from sqlmodel import Session, select

from bot.attention import NORMAL_PACE, Pace
from bot.brands.answers import values_on
from bot.brands.cards import GuideCard, PageForm, Presence
from bot.brands.changing import SettingsMoved, chosen_channel, groups_chosen, keep, zone_of
from bot.brands.forms import add_form, form_of, plain_values
from bot.brands.pages import STEP_COLUMNS, Page, Step
from bot.brands.people import require_people
from bot.brands.presence import presence_of
from bot.brands.preview import samples
from bot.brands.rights import MayNotChange, brand_for, is_admin
from bot.errors import InvalidAnswer, OopsError
from bot.models import VOICE, Brand, SettingsForm, Workspace, key
from bot.storage import get, queries, slack_rows
from bot.voice import Preset

CREATES_CHANNELS = "groups:write"
"""The optional permission with which oops can make the private channel itself."""
_ORDER = tuple(Step.__members__.values())
_STEPS = (
    select(Brand)
    .where(*queries.BRANDS_IN_USE)
    .options(load_only(cast("Any", Brand.steps_done), cast("Any", Brand.response_channel)))
)


@dataclass(frozen=True, slots=True)
class Saved:
    """What a saved step leads to: the next one, or the end for this brand. ``lacks_channel``: its plans go to who reports; ``presence`` is who of its people is in its channel."""

    brand: Brand
    following: GuideCard | None
    lacks_channel: bool
    presence: Presence | None = None


def missing_steps(workspace: Workspace, brand: Brand) -> tuple[Step, ...]:
    """Return the steps that nobody has answered for a brand of this workspace."""
    has_channel = bool(brand.response_channel or workspace.response_channel)
    done = {*brand.steps_done, *([Step.CHANNEL] if has_channel else [])}
    return tuple(step for step in _ORDER if step not in done)


def is_unfinished(session: Session, workspace_id: int) -> bool:
    """Return whether there is a brand for which a step is not answered."""
    workspace = get(session, Workspace, workspace_id)
    brands = session.exec(_STEPS, params={"workspace_id": workspace_id})
    return any(missing_steps(workspace, brand) for brand in brands)


def is_offered(session: Session, workspace_id: int, user_id: str) -> bool:
    """Return whether the guide's button is shown to somebody, as far as Slack has said; a click asks again."""
    return queries.is_admin_or_lead(session, workspace_id, user_id) and is_unfinished(session, workspace_id)


def is_offered_for(session: Session, brand: Brand, user_id: str) -> bool:
    """Return whether the guide's button is shown to somebody who reported for this brand: nothing is said of the others."""
    user = slack_rows.slack_user(session, brand.workspace_id, user_id)
    may_change = brand.lead == user_id or (user is not None and user.is_admin)
    return may_change and bool(missing_steps(get(session, Workspace, brand.workspace_id), brand))


def open_guide(
    session: Session, *, workspace_id: int, by: str, now: datetime, brand_id: int | None = None
) -> GuideCard:
    """Return the first step that is missing, of this brand, else of the oldest one that this person may change.

    Raises MayNotChange, StaleUser, and OopsError when all is set up.
    """
    may_all = is_admin(session, workspace_id, by, now=now)
    own = [brand for brand in queries.brands_of(session, workspace_id) if may_all or brand.lead == by]
    if not own:
        raise MayNotChange
    workspace = get(session, Workspace, workspace_id)
    for brand in sorted(own, key=lambda brand: (key(brand) != brand_id, key(brand))):
        if missing := missing_steps(workspace, brand):
            return _opened(session, brand, missing[0], by=by, now=now)
    raise OopsError("Everything is set up already. `/oops settings` changes it.")


def save_step(
    session: Session,
    form_id: int,
    answers: Mapping[str, Any],
    *,
    by: str,
    now: datetime,
    pace: Pace = NORMAL_PACE,
) -> Saved:
    """Save one step and return what comes next. Raises InvalidAnswers, SettingsMoved, MayNotChange, StaleUser, StaleChannel."""
    row = form_of(session, form_id, by=by)
    step = Step(row.page)
    brand = brand_for(session, row.brand_id or 0, workspace_id=row.workspace_id, by=by, now=now)
    values = _values(session, step, brand, answers, by=by, now=now)
    if plain_values(brand, STEP_COLUMNS[step]) != row.seen:
        raise SettingsMoved("Somebody")
    if step is Step.CHANNEL and brand.timezone == "UTC":  # as it was installed: theirs is a better guess
        values["timezone"] = zone_of(session, brand.workspace_id, by)
    keep(session, brand, values, kind="saved", by=by, now=now, steps=[step], pace=pace)
    row.seen = plain_values(brand, STEP_COLUMNS[step])
    workspace = get(session, Workspace, brand.workspace_id)
    missing = missing_steps(workspace, brand)
    rest = [later for later in missing if _ORDER.index(later) > _ORDER.index(step)]
    following = _opened(session, brand, rest[0], by=by, now=now) if rest else None
    channel = brand.response_channel or workspace.response_channel
    presence = presence_of(session, brand, channel or "")
    return Saved(brand, following, lacks_channel=not channel, presence=presence)


def step_again(
    session: Session, form_id: int, *, by: str, note: str = "", new_channel: str = ""
) -> GuideCard:
    """Return an open step as it was, to be drawn again with what went wrong and what was typed. Raises SettingsFormGone."""
    row = form_of(session, form_id, by=by)
    brand = get(session, Brand, row.brand_id or 0)
    row.seen = plain_values(brand, STEP_COLUMNS[Step(row.page)])
    return _card(session, row, brand, note=note, new_channel=new_channel)


def guide_preset(session: Session, form_id: int, preset: Preset, *, by: str, now: datetime) -> GuideCard:
    """Return the step of the voice with another preset chosen; nothing is saved. Raises MayNotChange, StaleUser."""
    row = form_of(session, form_id, by=by)
    brand = brand_for(session, row.brand_id or 0, workspace_id=row.workspace_id, by=by, now=now)
    voice = VOICE.validate_python(brand.voice).with_preset(preset)
    return _card(session, row, brand, voice=VOICE.dump_python(voice, mode="json"))


def _values(
    session: Session,
    step: Step,
    brand: Brand,
    answers: Mapping[str, Any],
    *,
    by: str,
    now: datetime,
) -> dict[str, Any]:
    if step is Step.CHANNEL:
        chosen = answers.get("response_channel") or None
        return {"response_channel": chosen_channel(session, brand, chosen, by=by, now=now)}
    if step is Step.APPROVAL:
        found = values_on(Page.PEOPLE, answers, groups=groups_chosen(brand, answers))
        values = {name: found[name] for name in STEP_COLUMNS[step]}
        require_people(session, brand.workspace_id, values)
        return values
    preset = answers.get("preset")
    if preset not in set(Preset):
        raise InvalidAnswer("preset", "Please choose one.")
    own = VOICE.validate_python(brand.voice)
    return {"voice": own if own.preset == preset else own.with_preset(Preset(preset))}


def _opened(session: Session, brand: Brand, step: Step, *, by: str, now: datetime) -> GuideCard:
    row = add_form(session, step, plain_values(brand, STEP_COLUMNS[step]), brand=brand, by=by, now=now)
    return _card(session, row, brand)


def _card(
    session: Session,
    row: SettingsForm,
    brand: Brand,
    *,
    note: str = "",
    new_channel: str = "",
    voice: dict[str, Any] | None = None,
) -> GuideCard:
    step = Step(row.page)
    values = {"voice": voice} if voice else row.seen
    shown = (
        samples(session, brand, VOICE.validate_python(values["voice"])) if step is Step.VOICE else ("", "")
    )
    scopes = get(session, Workspace, row.workspace_id).scopes
    return GuideCard(
        form=PageForm(id=key(row), page=step, brand=brand, values=values, samples=shown),
        step=step,
        number=_ORDER.index(step) + 1,
        steps=len(_ORDER),
        brand_name=brand.name,
        may_create_channel=CREATES_CHANNELS in scopes,
        note=note,
        new_channel=new_channel,
    )
