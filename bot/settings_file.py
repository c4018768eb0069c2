"""``oops settings``: a workspace's settings out as one file, and in again."""

from datetime import datetime

from bot.brands.file import settings_text
from bot.brands.file_reading import read_settings_file
from bot.brands.importing import Imported, import_settings
from bot.errors import OopsError
from bot.models import key
from bot.offline import offline_session, workspace_of
from bot.schema import require_there
from bot.storage.holding import held

_WORDS = {
    "is_archived": "archived",
    "rests_on_weekends": "quiet_weekends",
    "owners": "call",
    "quiet_from": "quiet_hours",
    "quiet_until": "quiet_hours",
}
"""What a column is called in the file, where that is not its own name."""


def export_settings(url: str, *, team_id: str = "") -> str:
    """Return the settings of one workspace as YAML. Raises OopsError."""
    with offline_session(url) as session:
        return settings_text(session, key(workspace_of(session, team_id)))


def check_settings(url: str, text: str, *, now: datetime, team_id: str = "") -> str:
    """Return what the file would change; nothing is changed. Raises OopsError with every problem of the file."""
    brands = read_settings_file(text)
    with offline_session(url, is_writer=True) as session:
        imported = import_settings(session, key(workspace_of(session, team_id)), brands, now=now)
        session.rollback()
    return f"{_told(imported)}\nNothing was saved: this was only a check."


def take_settings(url: str, text: str, *, now: datetime, team_id: str = "") -> str:
    """Take the file over and return what was changed.

    Raises OopsError with every problem of the file, and for a SQLite file that a running oops holds.
    """
    brands = read_settings_file(text)
    require_there(url)
    with held(url), offline_session(url, is_writer=True) as session:
        imported = import_settings(session, key(workspace_of(session, team_id)), brands, now=now)
    return _told(imported)


def decoded(content: bytes) -> str:
    """Return the file's text. Raises OopsError when it is not in UTF-8."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise OopsError(f"line {line}: This is not text in UTF-8. Save the file as UTF-8.") from None


def _told(imported: Imported) -> str:
    lines = [f"added: {name}" for name in imported.added]
    lines += [f"changed: {name} ({_parts(parts)})" for name, parts in imported.changed.items()]
    if imported.unchanged:
        lines.append(f"as they were: {imported.unchanged}")
    return "\n".join(lines or ["The file names no brand."])


def _parts(columns: list[str]) -> str:
    return ", ".join(dict.fromkeys(_WORDS.get(column, column) for column in columns))
