"""What speaks against a case's texts as they stand: a gap, that one no longer fits, or that there is something else to say since it was written."""

from collections.abc import Sequence

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from bot.cards.drafts import Doubts
from bot.cases.own_words import is_overtaken
from bot.draft_kinds import has_gap
from bot.models import Brand, Case, Draft, DraftVersion, key
from bot.models.draft import labels_in_the_way
from bot.states import EDITABLE
from bot.storage import ask, queries


def doubts_of(session: Session, case: Case, brand: Brand, drafts: Sequence[Draft]) -> Doubts:
    """Return what speaks against a case's ``drafts``."""
    newest = ask(session, _NEWEST, case_id=key(case)).all()
    still_open = {key(draft): draft for draft in drafts if draft.state in EDITABLE}
    return Doubts(
        to_fill_in=frozenset(draft_id for draft_id, text, _, _ in newest if has_gap(text)),
        misfits=frozenset(
            draft_id
            for draft_id, _, findings, kept in newest
            if draft_id in still_open and labels_in_the_way(findings, kept)
        ),
        overtaken=frozenset(
            draft_id
            for draft_id, draft in still_open.items()
            if is_written_before(session, case, brand, draft)
        ),
    )


def is_written_before(session: Session, case: Case, brand: Brand, draft: Draft) -> bool:
    """Return whether a text that waits is somebody's own, and from before there was something else to say."""
    return draft.newest > 1 and is_overtaken(session, case, draft, queries.profile_of(session, brand))


_NEWEST = (
    select(DraftVersion.draft_id, DraftVersion.text, col(DraftVersion.findings), col(DraftVersion.kept))
    .join(Draft, col(Draft.id) == DraftVersion.draft_id)
    .where(Draft.case_id == bindparam("case_id"), DraftVersion.number == Draft.newest)
)
