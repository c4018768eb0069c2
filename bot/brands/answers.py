"""From what a form of settings holds to the values of a brand: every problem is told at once, beside its field."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from bot.brand import LEADER, Relation, Reputation
from bot.brands import values
from bot.brands.pages import Page
from bot.errors import InvalidAnswers, OopsError
from bot.report import Affected, RedFlag
from bot.voice import ApologyVerb, Emoji, Preset, Pronoun

T = TypeVar("T")
Answers = Mapping[str, Any]
OWNER = "owner_"
"""Begins the field of whom to call about a red flag, and of the leader."""
SLIDERS = ("formal", "serious", "respectful", "enthusiastic")
_MOST_APPROVALS = 2
_CHOOSE = "Please choose one of these."


@dataclass(slots=True)
class _Reading:
    """One pass over a form: what was read, and what could not be."""

    answers: Answers
    errors: dict[str, str] = field(default_factory=dict)

    def text(self, name: str) -> str:
        value = self.answers.get(name)
        return value if isinstance(value, str) else ""

    def many(self, name: str) -> list[str]:
        value = self.answers.get(name)
        return [str(one) for one in value] if isinstance(value, list | tuple) else []

    def read(self, name: str, parse: Callable[[str], T]) -> T | None:
        try:
            return parse(self.text(name))
        except (OopsError, ValueError) as error:
            self.errors[name] = str(error) if isinstance(error, OopsError) else _CHOOSE
            return None

    def end(self) -> None:
        if self.errors:
            raise InvalidAnswers(self.errors)


def values_on(page: Page, answers: Answers, *, groups: Sequence[str] = ()) -> dict[str, Any]:
    """Return the columns of a brand that a page's answers stand for. Raises InvalidAnswers.

    ``groups`` are the approving user groups. The response channel is for the verb to judge.
    """
    reading = _Reading(answers)
    found = _READERS[page](reading)
    if page is Page.PEOPLE:
        found["approvers"] += [group for group in groups if values.is_group(group)]
    reading.end()
    return found


def contact_values(answers: Answers) -> dict[str, Any]:
    """Return the columns of a key person. Raises InvalidAnswers."""
    reading = _Reading(answers)
    affected = reading.many("affected")
    found = {
        "name": reading.read("name", values.line_of) or "",
        "role": reading.read("role", values.line_of) or "",
        "reach": reading.read("reach", values.line_of) or "",
        "affected": [one.value for one in Affected if one.value in affected],
    }
    if not found["name"] and "name" not in reading.errors:
        reading.errors["name"] = "Please write who it is."
    reading.end()
    return found


def voice_values(answers: Answers) -> dict[str, Any]:
    """Return the stored form of the voice that a form holds. Raises InvalidAnswers."""
    reading = _Reading(answers)
    found = _voice(reading)["voice"]
    reading.end()
    return dict(found)


def _about(reading: _Reading) -> dict[str, Any]:
    return {
        "name": reading.read("name", values.name_of),
        "relation": reading.read("relation", Relation),
        "reputation": reading.read("reputation", Reputation),
    }


def _people(reading: _Reading) -> dict[str, Any]:
    lead, backup = (reading.read(name, values.person_of) for name in ("lead", "backup"))
    approvers = list(dict.fromkeys(reading.many("approvers")))
    needed = reading.read("approvals_needed", int) or 1
    if lead is not None and backup == lead:
        reading.errors["backup"] = "The backup is asked when the lead does not answer: choose somebody else."
    if len(approvers) > values.MOST_APPROVERS:
        reading.errors["approvers"] = f"Up to {values.MOST_APPROVERS} people fit."
    if needed not in range(1, _MOST_APPROVALS + 1):
        reading.errors["approvals_needed"] = _CHOOSE
    return {
        "lead": lead,
        "backup": backup,
        "approvers": approvers,
        "approvals_needed": needed,
        "self_approval": bool(reading.many("self_approval")),
    }


def _times(reading: _Reading) -> dict[str, Any]:
    start, end = (reading.read(name, values.time_of_day) for name in ("quiet_from", "quiet_until"))
    if not {"quiet_from", "quiet_until"} & reading.errors.keys():
        try:
            values.require_quiet_hours(start, end)
        except OopsError as error:
            reading.errors["quiet_until" if start else "quiet_from"] = str(error)
    return {
        "timezone": reading.read("timezone", values.timezone_of),
        "quiet_from": start,
        "quiet_until": end,
        "rests_on_weekends": bool(reading.many("rests_on_weekends")),
        "check_ins": reading.read("check_ins", values.check_ins_of),
        "weekly_digest": bool(reading.many("weekly_digest")),
        "keep_days": reading.read("keep_days", values.keep_days_of),
    }


def _voice(reading: _Reading) -> dict[str, Any]:
    return {
        "voice": {
            "preset": reading.read("preset", Preset),
            **{name: reading.read(name, _slider) for name in SLIDERS},
            "pronoun": reading.read("pronoun", Pronoun),
            "contractions": bool(reading.many("contractions")),
            "emoji": reading.read("emoji", Emoji),
            "apology_verb": reading.read("apology_verb", ApologyVerb),
            "sign_off": reading.read("sign_off", lambda text: values.line_of(text, values.SIGN_OFF_LONGEST)),
            "words_to_use": reading.read("words_to_use", values.words_of),
            "words_to_avoid": reading.read("words_to_avoid", values.words_of),
        }
    }


def _slider(text: str) -> int:
    if text not in {"-1", "0", "1"}:
        raise OopsError(_CHOOSE)
    return int(text)


def _calls(reading: _Reading) -> dict[str, Any]:
    owners = {flag.value: reading.read(OWNER + flag.value, values.line_of) for flag in RedFlag}
    owners[LEADER] = reading.read(OWNER + LEADER, values.leader_of)
    return {"owners": {flag: owner for flag, owner in owners.items() if owner}}


_READERS: dict[Page, Callable[[_Reading], dict[str, Any]]] = {
    Page.ABOUT: _about,
    Page.PEOPLE: _people,
    Page.TIMES: _times,
    Page.VOICE: _voice,
    Page.CALLS: _calls,
}
