"""Reports in as JSON, plans out as JSON: what ``oops decide`` prints. No files, no exit codes."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, TypeVar

from bot.brand import BrandProfile, Relation, Reputation
from bot.channels import nearest_undo
from bot.decision import decide
from bot.errors import InvalidAnswer
from bot.plan import Plan
from bot.report import (
    Affected,
    Answer,
    Channel,
    Fault,
    Harm,
    History,
    Mistake,
    Noticed,
    RedFlag,
    Report,
    StillMisleading,
    Undo,
)
from bot.voice import PRESETS, Preset

_FACTS: dict[str, type[Answer]] = {
    "channel": Channel,
    "mistake": Mistake,
    "harm": Harm,
    "noticed": Noticed,
    "undo": Undo,
    "affected": Affected,
    "still_misleading": StillMisleading,
    "fault": Fault,
}

_BLANK = "\ufeff \t\r\n"  # a mark of the byte order may stand before any line, where files were put together

_Choice = TypeVar("_Choice", bound=StrEnum)


def decide_lines(lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Yield one plan per line of JSON, or the one plan of a single object that is spread over several lines.

    Empty lines are passed over. A line that cannot be read is answered ``{"error": ..., "line": number}``, counted from 1,
    and the others are still judged.
    """
    numbered = ((number, line) for number, line in enumerate(lines, 1) if line.strip(_BLANK))
    for number, line in _put_together(numbered):
        try:
            yield decide_text(line)
        except InvalidAnswer as error:
            yield {"error": str(error), "line": number}


def _put_together(numbered: Iterator[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Yield the lines, or all of them as one where only that is JSON; no line waits for later ones unless the first is broken."""
    first = next(numbered, None)
    if first is None:
        return
    if _is_json(first[1]):
        yield first
    else:
        rest = list(numbered)
        whole = "\n".join(line for _, line in (first, *rest))
        yield from [(first[0], whole)] if _is_json(whole) else [first, *rest]
    yield from numbered


def _is_json(text: str) -> bool:
    try:
        json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return False
    return True


def decide_text(text: str) -> dict[str, Any]:
    """Return the plan for one JSON object. Raises InvalidAnswer with the field and the values it may have."""
    try:
        text.encode()
        given = json.loads(text.lstrip("\ufeff"))
    except UnicodeEncodeError as error:
        raise InvalidAnswer("", "This is not text in UTF-8. Save it as UTF-8.") from error
    except json.JSONDecodeError as error:
        raise InvalidAnswer("", f"This is not JSON: {error}. Give one object per line.") from error
    except (ValueError, RecursionError) as error:
        raise InvalidAnswer(
            "", "This is nested too deeply, or a number in it is too long. Shorten it."
        ) from error
    if not isinstance(given, dict):
        raise InvalidAnswer("", "Give a JSON object with the fields of a report, at least `what`.")
    return plan_as_json(decide_report(given))


def decide_report(given: Mapping[str, Any]) -> Plan:
    """Return the plan for the fields of a report; unknown fields are ignored, missing ones have their default.

    A way to take it back that the channel does not have is read as the nearest that it has, since the plan could not be carried out.
    When it went out counts where ``reported_at`` is given, and not from now on: the same line gives the same plan on every day.

    Raises InvalidAnswer with the field and the values it may have.
    """
    brand = BrandProfile(
        relation=_choice(given, "relation", Relation, Relation.OWN),
        reputation=_choice(given, "reputation", Reputation, Reputation.NEUTRAL),
        voice=PRESETS[_choice(given, "voice", Preset, Preset.FRIENDLY)],
    )
    history = _choice(given, "history", History, History.FIRST_TIME)
    reported_at = _moment(given, "reported_at")
    return decide(_report(given), history=history, brand=brand, reported_at=reported_at)


def plan_as_json(plan: Plan) -> dict[str, Any]:
    """Return the plan as ``oops decide`` prints it; check-ins in whole seconds after the report."""
    return {
        "level": plan.level.value,
        "call_first": plan.call_first,
        "after_call": plan.after_call.value if plan.after_call else None,
        "reasons": reasons_as_json(plan),
        "would_change": [
            {
                "field": each.field,
                "value": int(each.value) if each.field == "reach" else each.value,
                "level": each.level.value,
                "text": each.text,
            }
            for each in plan.would_change
        ],
        "tasks": [{"id": task.id, "text": task.text} for task in plan.tasks],
        "check_ins": [int(time.total_seconds()) for time in plan.check_ins],
    }


def reasons_as_json(plan: Plan) -> list[dict[str, Any]]:
    """Return why the plan is as it is, with where each reason comes from and how much it weighed."""
    return [
        {"rule": each.rule, "text": each.text, "source": each.source, "weight": each.weight}
        for each in plan.reasons
    ]


def _report(given: Mapping[str, Any]) -> Report:
    what = _text(given, "what")
    if not what.strip():
        raise InvalidAnswer("what", "`what` is missing: say in a sentence what went wrong.")
    facts: dict[str, Any] = {
        name: _one_of(name, given[name], kind) for name, kind in _FACTS.items() if _is_given(given, name)
    }
    report = Report(
        what=what,
        red_flags=_flags(given),
        should_have_said=_text(given, "should_have_said"),
        link=_text(given, "link"),
        went_out_at=_moment(given, "went_out_at"),
        reach=_reach(given),
        **facts,
    )
    return replace(report, undo=nearest_undo(report.channel, report.mistake, report.undo))


def _is_given(given: Mapping[str, Any], name: str) -> bool:
    return given.get(name) is not None and given[name] != ""


def _choice(given: Mapping[str, Any], name: str, kind: type[_Choice], default: _Choice) -> _Choice:
    return _one_of(name, given[name], kind) if _is_given(given, name) else default


def _one_of(name: str, value: object, kind: type[_Choice]) -> _Choice:
    for member in kind:
        if value == member.value:
            return member
    allowed = ", ".join(member.value for member in kind)
    raise InvalidAnswer(name, f"`{name}` is {json.dumps(value)}; it can be: {allowed}.")


def _flags(given: Mapping[str, Any]) -> frozenset[RedFlag]:
    ticked = given["red_flags"] if _is_given(given, "red_flags") else []
    if not isinstance(ticked, list):
        raise InvalidAnswer("red_flags", '`red_flags` has to be a list, for example ["personal_data"].')
    return frozenset(_one_of("red_flags", each, RedFlag) for each in ticked)


def _text(given: Mapping[str, Any], name: str) -> str:
    value = given.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise InvalidAnswer(name, f"`{name}` is {json.dumps(value)}; it has to be text.")
    return value


def _reach(given: Mapping[str, Any]) -> int | None:
    value = given.get("reach")
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise InvalidAnswer("reach", f"`reach` is {json.dumps(value)}; it has to be a whole number from 0.")
    return value


def _moment(given: Mapping[str, Any], name: str) -> datetime | None:
    """Return a time; one without a zone is read as UTC."""
    value = _text(given, name)
    if not value:
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError as error:
        raise InvalidAnswer(
            name, f"`{name}` is {json.dumps(value)}; write it as 2026-05-04T09:30:00+00:00."
        ) from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
