"""What would change a plan: single changes of fact, asked of the engine again."""

from collections.abc import Mapping
from typing import Any

from bot.decision.engine import level_of
from bot.decision.facts import Situation
from bot.plan import Change, Level
from bot.report import Affected, Answer, Fault, Harm, Noticed, RedFlag, StillMisleading, Undo

MOST = 4
"""How many changes a plan shows: the nearest, one for each question."""

_NOTICED = {
    Noticed.A_FEW: "If a few people notice",
    Noticed.MANY_REPLIES: "If many people notice",
    Noticed.PRESS: "If the press picks it up",
}
_MISLEADING = {
    StillMisleading.YES: "If people can still act on the wrong thing",
    StillMisleading.NO: "If nobody can act on the wrong thing any more",
}
_AFFECTED = {
    Affected.GRIEVING_OR_VULNERABLE: "If it touches people who are grieving or vulnerable",
    Affected.PROTECTED_GROUP: "If it touches a group that is often discriminated against",
    Affected.FEW_KNOWN: "If only a few people whom you know are affected",
    Affected.PUBLIC: "If the public is affected",
    Affected.NOBODY: "If nobody but us is affected",
}
_FLAGS = {
    RedFlag.PERSONAL_DATA: "If personal data got out",
    RedFlag.LAWSUIT_OR_REGULATOR: "If a lawsuit or a regulator becomes likely",
    RedFlag.DISCRIMINATION: "If it discriminates",
    RedFlag.SAFETY: "If somebody could come to harm",
    RedFlag.MARKET_INFORMATION: "If it could move a share price",
    RedFlag.FALSE_PRICE_OR_PRIZE: "If it promised a false price or prize",
}
_HARM = {
    Harm.NONE: "If nobody is worse off after all",
    Harm.EMBARRASSMENT: "If it only embarrasses us",
    Harm.INCONVENIENCE: "If it only costs people a moment",
    Harm.OFFENCE: "If people turn out to be offended",
    Harm.MISLEADS_DECISION: "If somebody may act, pay or travel because of it",
    Harm.HURTS_PEOPLE: "If people turn out to be hurt",
}
_UNDO = {
    Undo.EDIT: "If it can be edited after all",
    Undo.DELETE: "If it can be deleted after all",
    Undo.CANNOT: "If it cannot be taken back after all",
}
_FAULT = {
    Fault.AVOIDABLE: "If we could have known better",
    Fault.OUTSIDER: "If an outsider did it",
}
_THEN = {
    Level.LET_IT_GO: "let it go",
    Level.QUIET_FIX: "fix it quietly",
    Level.DIRECT_CONTACT: "contact the people affected",
    Level.CORRECT_PUBLICLY: "correct it publicly",
    Level.APOLOGISE_PUBLICLY: "apologise publicly",
    Level.FULL_RESPONSE: "give a full response",
    Level.ESCALATE_FIRST: "call first, then speak",
}


def what_would_change(situation: Situation, level: Level) -> tuple[Change, ...]:
    """Return the nearest single changes of fact that lead to another level, at most one per question and ``MOST`` in all."""
    found: list[Change] = []
    for field, sentences in _QUESTIONS:
        change = _first_change(situation, level, field, sentences)
        if change:
            found.append(change)
        if len(found) == MOST:
            break
    return tuple(found)


def _first_change(
    situation: Situation, level: Level, field: str, sentences: Mapping[Answer, str]
) -> Change | None:
    """Return the first other answer to a question that leads to another level."""
    given = getattr(situation, field)
    for value, text in sentences.items():
        if field == "noticed" and _NOTICE_ORDER[value] <= _NOTICE_ORDER[given]:
            continue  # what was noticed cannot be unnoticed
        answer: Any = given | {value} if field == "red_flags" else value
        changed = situation._replace(**{field: answer})
        other = level_of(changed)
        if other is not level:
            return Change(field, value.value, other, f"{text}: {_THEN[other]}.")
    return None


_NOTICE_ORDER: dict[Answer, int] = {noticed: place for place, noticed in enumerate(Noticed)}

_QUESTIONS: tuple[tuple[str, Mapping[Any, str]], ...] = (
    ("noticed", _NOTICED),
    ("red_flags", _FLAGS),
    ("still_misleading", _MISLEADING),
    ("affected", _AFFECTED),
    ("harm", _HARM),
    ("undo", _UNDO),
    ("fault", _FAULT),
)
"""The likeliest first: what may happen next, then what the report may have got wrong."""
