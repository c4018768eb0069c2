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


def tells_no_danger(words: str) -> bool:
    """Return whether the words say that there is no danger, or where: then that is not said once more, nor for everywhere."""
    return _NO_DANGER.search(words) is not None


def tells_false_alarm(words: str) -> bool:
    """Return whether the words say that the alert was one by mistake."""
    return _FALSE.search(words) is not None
