"""The situations in which the tests' sentences are judged."""

from bot.lint import Context, Label
from bot.plan import Expects
from bot.voice import Preset

CALLED_FOR = {Label.NO_APOLOGY: Expects.APOLOGY, Label.NO_CORRECTION: Expects.CORRECTION}
EXPECTS = {"a": Expects.APOLOGY, "c": Expects.CORRECTION}


def context_for(label: Label) -> Context:
    """Return where a sentence has to show a label, or must not."""
    expects = frozenset({CALLED_FOR[label]} if label in CALLED_FOR else ())
    return Context(tone=Preset.FRIENDLY, serious=label is not Label.NO_CORRECTION, expects=expects)


def context_of(tone: str, serious: bool, called_for: str) -> Context:
    """Return the situation of a clean statement; ``called_for``: the first letters of apology and correction."""
    return Context(Preset(tone), serious, frozenset(EXPECTS[letter] for letter in called_for))
