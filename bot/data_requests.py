"""What people may ask of whoever runs oops: to have the cases handed out, or a case's or a person's content erased."""

import json
import re
import time
from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot import erasing
from bot.brands.values import member_id_of
from bot.erasing import Erased
from bot.errors import OopsError
from bot.exporting import cases_of, csv_of, export_workspace, without_tokens
from bot.gathering.records import record_card
from bot.models import Case, Workspace, case_name, key
from bot.offline import offline_session, overwrite_what_was_removed, workspace_of
from bot.storage import queries
from messages.record import record_markdown

_PAUSE_SECONDS = 0.02
_DRAWN_AGAIN = (
    "What can be pressed in open cases is drawn again while oops runs: without what was erased, "
    "and without buttons where the case was closed with it."
)
"""Between two cases: whoever waits for SQLite's lock looks for it now and then, and would find it taken each time."""
_NUMBER = re.compile(r"(?:OOPS-)?([1-9][0-9]{0,8})", re.IGNORECASE)


def export_text(url: str, form: str, *, team_id: str = "") -> str:
    """Return the cases of one workspace: ``form`` is ``json``, ``csv`` or ``markdown``. Raises OopsError."""
    with offline_session(url) as session:
        workspace = workspace_of(session, team_id)
        return without_tokens(_written(session, workspace, form))


def _written(session: Session, workspace: Workspace, form: str) -> str:
    if form == "markdown":
        records = [record_markdown(record_card(session, key(case))) for case in cases_of(session, workspace)]
        return "\n---\n\n".join(records)
    exported = export_workspace(session, workspace)
    if form == "csv":
        return csv_of(exported["cases"])
    return json.dumps(exported, ensure_ascii=False, indent=2) + "\n"


@dataclass(frozen=True, slots=True)
class Erasure:
    """A request to erase one ``case`` (its name) or what one ``person`` (a member id) wrote."""

    url: str
    team_id: str = ""
    case: str = ""
    person: str = ""

    def announced(self) -> str:
        """Return what would be done; nothing is, and nobody who writes waits. Raises OopsError for a case or an id that is not there."""
        with offline_session(self.url) as session:
            workspace = workspace_of(session, self.team_id)
            if self.case:
                would = erasing.look_at_case(session, _case_named(session, workspace, self.case))
            else:
                would = erasing.look_at_person(session, key(workspace), member_id_of(self.person))
        return f"{self._told(would, 'would be')}\nNothing was erased yet. Add --yes to do it; it cannot be undone."

    def carried_out(self, *, now: datetime) -> str:
        """Erase, and return what was. Raises OopsError for a case or an id that is not there."""
        erased = self._erase_case(now) if self.case else self._erase_person(now)
        told = self._told(erased, "was")
        if overwrite_what_was_removed(self.url):
            return told
        return (
            f"{told}\nThe database is in use, so that removed words may still be in its free space: run this once more "
            "while oops is stopped."
        )

    def _erase_case(self, now: datetime) -> Erased:
        with offline_session(self.url, is_writer=True) as session:
            workspace = workspace_of(session, self.team_id)
            return erasing.erase_case(session, _case_named(session, workspace, self.case), now=now)

    def _erase_person(self, now: datetime) -> Erased:
        """Erase case by case: SQLite has one writer, and the bot may be running."""
        person = member_id_of(self.person)
        with offline_session(self.url) as session:
            workspace_id = key(workspace_of(session, self.team_id))
            written = erasing.written_by(session, workspace_id, person)
        with offline_session(self.url, is_writer=True) as session:

            def let_others_write() -> None:
                session.commit()
                time.sleep(_PAUSE_SECONDS)

            return erasing.erase_person(
                session, workspace_id, person, now=now, written=written, after_each=let_others_write
            )

    def _told(self, erased: Erased, verb: str) -> str:
        if not erased.cases and not erased.touched:
            return f"Nothing that {self.person} wrote is here; the person's name {verb} removed."
        lines = [
            _line(
                erased.cases, f"The content {verb} erased of: {{}}. Number, level, answers and times stay."
            ),
            _line(erased.closed, f"Open until now, {verb} closed with it: {{}}"),
            _DRAWN_AGAIN if erased.closed or erased.touched else "",
            _line(erased.touched, f"What {self.person} wrote {verb} erased from: {{}}"),
            f"The name {verb} removed; the id {self.person} stays beside what was done, and when."
            if self.person
            else "",
            _in_slack(erased.in_slack),
            "Backups and exports made before still hold it.",
        ]
        return "\n".join(line for line in lines if line)


def _case_named(session: Session, workspace: Workspace, name: str) -> Case:
    found = _NUMBER.fullmatch(name.strip())
    case = queries.case_numbered(session, key(workspace), int(found[1])) if found else None
    if case is None:
        raise OopsError(f"There is no case {name}. `oops export --format csv` lists those there are.")
    return case


def _line(numbers: list[int], sentence: str) -> str:
    return sentence.format(", ".join(case_name(number) for number in numbers)) if numbers else ""


def _in_slack(counts: Counter[str]) -> str:
    if not counts:
        return ""
    places = ", ".join(f"{count} in {channel_id}" for channel_id, count in sorted(counts.items()))
    return f"Messages (and files) that are already in Slack stay there until somebody deletes them: {places}."
