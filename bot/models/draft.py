"""Drafts, their versions that never change, and who approved which."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from bot.columns import json_field, reminders_index, stored, text_field
from bot.draft_kinds import DraftKind
from bot.lint import Label
from bot.states import DraftState


class Draft(SQLModel, table=True):
    """One text of one kind for one case; its versions never change.

    ``remind_at`` is when the approvers are reminded of the newest version; ``reminders`` counts how often they were.
    """

    __table_args__ = (Index("ix_draft_case_kind", "case_id", "kind"), reminders_index("ix_draft_remind"))

    id: int | None = Field(default=None, primary_key=True)
    case_id: int = Field(foreign_key="oops_case.id")
    kind: DraftKind = stored(DraftKind)
    position: int
    is_main: bool = False
    state: DraftState = stored(DraftState)
    newest: int = 1
    note: str = text_field()
    acted_by: str | None = None
    acted_at: datetime | None = None
    published_where: str = ""
    published_link: str = text_field()
    remind_at: datetime | None = None
    reminders: int = 0
    version: int = 1


def labels_in_the_way(findings: list[dict[str, Any]], kept: dict[str, str]) -> tuple[str, ...]:
    """Return the labels of what stops an approval, but for a gap."""
    blocking = (
        str(found["label"])
        for found in findings
        if found["blocks"] and found["label"] != Label.GAP and found["label"] not in kept
    )
    return tuple(dict.fromkeys(blocking))


class DraftVersion(SQLModel, table=True):
    """One immutable text of a draft. ``findings`` and ``kept`` are what the lint says and which hints were kept, and why.

    While something can still be done with the draft they follow the facts of its case: the text is judged again with each plan.
    """

    __tablename__ = "draft_version"
    __table_args__ = (UniqueConstraint("draft_id", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    draft_id: int = Field(foreign_key="draft.id")
    number: int
    text: str = text_field()
    author: str
    preset: str = ""
    findings: list[dict[str, Any]] = json_field(list)
    kept: dict[str, str] = json_field(dict)
    created_at: datetime

    def kept_by(self, user_id: str) -> dict[str, str]:
        """Return why somebody has kept what was found in the text: nobody's reason is put into somebody else's mouth."""
        return self.kept if user_id == self.author else {}

    @property
    def in_the_way(self) -> tuple[str, ...]:
        """Return the labels of what stops an approval, but for a gap: nothing that could be saved so, before the facts changed."""
        return labels_in_the_way(self.findings, self.kept)


class Approval(SQLModel, table=True):
    """One person's yes to exactly one version."""

    __table_args__ = (UniqueConstraint("version_id", "by"),)

    id: int | None = Field(default=None, primary_key=True)
    version_id: int = Field(foreign_key="draft_version.id")
    by: str
    is_own: bool = False
    at: datetime
