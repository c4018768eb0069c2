"""What goes into the lint and what comes out."""

from dataclasses import dataclass

from bot.lint.labels import Label
from bot.plan import Expects
from bot.report import Channel, Report
from bot.voice import Preset, Voice


@dataclass(frozen=True, slots=True)
class Context:
    """What the lint knows about the situation.

    ``serious``: harm of offence or more. ``expects``: what the plan calls for. ``report`` and ``channel`` switch on the checks
    that need them. ``names`` and ``links`` are known to be right besides the report (contacts, the brand's own pages).
    ``own_name`` is the name by which the brand may speak of itself; it is among the ``names`` too.
    """

    tone: Preset = Preset.FORMAL
    serious: bool = False
    expects: frozenset[Expects] = frozenset()
    channel: Channel | None = None
    report: Report | None = None
    voice: Voice | None = None
    names: frozenset[str] = frozenset()
    own_name: str = ""
    links: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the text, in code points; 0, 0 is something absent."""

    start: int
    end: int


ABSENT = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at: the label, the words it is about, and what to do. ``mend`` may name the right word."""

    label: Label
    start: int
    end: int
    why: str
    source: str
    mend: str
    blocks: bool
    can_keep: bool
    needs_approver: bool


def finding(label: Label, span: Span, why: str = "", mend: str = "") -> Finding:
    """Return a finding with the label's own words, unless more exact ones are given."""
    return Finding(
        label,
        span.start,
        span.end,
        why or label.why,
        label.source,
        mend or label.mend,
        label.blocks,
        label.can_keep,
        label.needs_approver,
    )
