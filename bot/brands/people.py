"""Who leads, stands in and approves for a brand: people, since an app answers nobody."""

from collections.abc import Mapping
from typing import Any

from sqlmodel import Session

from bot.brands.pages import PERSON_FIELDS, people_in
from bot.errors import InvalidAnswers
from bot.storage import slack_rows


def require_people(session: Session, workspace_id: int, values: Mapping[str, Any]) -> None:
    """Raise InvalidAnswers beside each field in which an app was chosen: it answers nobody, and would be waited for."""
    if errors := why_no_people(session, workspace_id, values):
        raise InvalidAnswers(errors)


def why_no_people(session: Session, workspace_id: int, values: Mapping[str, Any]) -> dict[str, str]:
    """Return a sentence for each of these columns that names an app, as far as Slack was asked."""
    errors = {}
    for name in PERSON_FIELDS:
        chosen = [one for one in people_in({name: values.get(name)}) if one]
        if chosen and (apps := slack_rows.apps_among(session, workspace_id, chosen)):
            named = ", ".join(sorted(name or user_id for user_id, name in apps.items()))
            errors[name] = f"{named}: that is an app, and nobody answers there. Choose people only."
    return errors
