"""Who changed which setting of a brand, and the forms in which settings are open."""

from datetime import datetime
from typing import Any

from sqlmodel import Field, SQLModel

from bot.columns import json_field


class SettingsChange(SQLModel, table=True):
    """One change of a brand's settings; only ever added. ``by`` is null for the command line.

    ``changes`` holds ``{field: [before, after]}``, without the values where they are a person's details or long.
    """

    __tablename__ = "settings_change"

    id: int | None = Field(default=None, primary_key=True)
    brand_id: int = Field(foreign_key="brand.id", index=True)
    at: datetime
    by: str | None = None
    kind: str
    changes: dict[str, Any] = json_field(dict)


class SettingsForm(SQLModel, table=True):
    """An open form of settings: whose it is, and what it showed (``seen``), so that a change by somebody else is noticed."""

    __tablename__ = "settings_form"

    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = Field(foreign_key="workspace.id")
    user_id: str
    page: str
    brand_id: int | None = Field(default=None, foreign_key="brand.id")
    contact_id: int | None = None
    seen: dict[str, Any] = json_field(dict)
    created_at: datetime
