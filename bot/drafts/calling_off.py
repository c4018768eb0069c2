"""What somebody typed for an all-clear, and whether it says already what every all-clear says."""

import re

_NO_DANGER = re.compile(
    r"\bno (?:\w+ )?(?:danger|threat|risk|emergency)\b|\b(?:never|not) (?:\w+ )?(?:danger|threat|in danger)\b"
    r"|\bnothing to (?:fear|worry about)\b|\ball[- ]clear\b",
    re.IGNORECASE,
)
_FALSE = re.compile(
    r"\bfalse alarm\b|\b(?:alert|alarm|warning|message|push|siren)\w* (?:\w+ ){0,6}?(?:mistake|error|false|wrong|test|drill)\b",
    re.IGNORECASE,
)
_ALERT = r"(?:it|this|that|(?:the|our) (?:\w+ )?(?:alert|alarm|warning|message|push|text|siren)s?)"
_CALLED_FALSE = re.compile(
    rf"(?:{_ALERT} (?:is|was|were) )?(?:(?:only|just|all) )?(?:an? )?(?:false|wrong|not real|untrue)?"
    r" ?(?:alert|alarm|warning|test|drill|exercise|mistake|error|hoax)?(?: (?:message|alert|run))?"
    rf"|(?:please )?(?:ignore|disregard) {_ALERT}",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!;\n]+\s*")


def tells_no_danger(words: str) -> bool:
    """Return whether the words say that there is no danger, or where: then that is not said once more, nor for everywhere."""
    return _NO_DANGER.search(words) is not None


def tells_false_alarm(words: str) -> bool:
    """Return whether the words say that the alert was one by mistake."""
    return _FALSE.search(words) is not None


def tells_nothing_else(words: str) -> bool:
    """Return whether the words only call the alert false: whatever else they tell may be a danger that there is, somewhere."""
    told = [one.strip() for one in _SENTENCE_END.split(words) if one.strip()]
    return bool(told) and all(_CALLED_FALSE.fullmatch(one) for one in told)
