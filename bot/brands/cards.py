"""What the surfaces of settings are drawn from, gathered from rows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.brands.pages import Step
from bot.models import Brand, BrandContact, SettingsChange
from bot.states import GroupTrouble


@dataclass(frozen=True, slots=True)
class BrandLine:
    """One brand in the list; ``lacks_channel``: its plans go to whoever reports."""

    brand: Brand
    lacks_channel: bool


@dataclass(frozen=True, slots=True)
class SettingsCard:
    """A page of the list of brands that this person may change. ``page`` counts from 0."""

    lines: tuple[BrandLine, ...]
    page: int
    pages: int
    may_add: bool
    is_archive: bool
    archived: int


@dataclass(frozen=True, slots=True)
class Presence:
    """Who of a brand's people is in the channel of its plans.

    ``outside`` are a lead and a backup who are not; ``can_approve`` is how many may approve what another member wrote (None:
    not known).
    """

    channel_id: str
    outside: tuple[str, ...]
    can_approve: int | None


@dataclass(frozen=True, slots=True)
class BrandSettingsCard:
    """A brand with all its settings, and who changed them lately (the newest first); ``unread`` are approving groups whose members cannot be known."""

    brand: Brand
    contacts: int
    changes: tuple[SettingsChange, ...]
    fallback_channel: str
    presence: Presence | None = None
    unread: Mapping[str, GroupTrouble] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PageForm:
    """An open form: of a page, of a new brand (``brand`` is None), or of a key person.

    ``values`` are what the form starts with. ``may_choose_channel`` is false for somebody who is not in the brand's channel:
    their Slack could not show it. ``samples`` are the harmless and the serious correction in the voice. ``groups`` are the user
    groups that may be chosen as approvers, by id and name, where oops may read them.
    """

    id: int
    page: str
    brand: Brand | None
    values: dict[str, Any]
    may_choose_channel: bool = True
    is_new_contact: bool = False
    samples: tuple[str, str] = ("", "")
    groups: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ContactsCard:
    """A page of a brand's key people. ``page`` counts from 0; ``found`` of all have the ``words`` that were looked for."""

    brand: Brand
    contacts: tuple[BrandContact, ...]
    page: int
    pages: int
    total: int
    found: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class GuideCard:
    """One step of the guide: its form, and what was answered before."""

    form: PageForm
    step: Step
    number: int
    steps: int
    brand_name: str
    may_create_channel: bool
    note: str = ""
    new_channel: str = ""
