"""Whose account it was, as far as the decision and the drafts need to know."""

from dataclasses import dataclass, field
from datetime import timedelta

from bot.report import Affected, Answer, RedFlag
from bot.voice import FRIENDLY, Voice


class Relation(Answer):
    """How the team stands to the account owner."""

    OWN = "own", "Our own"
    CLIENT = "client", "A client"
    PERSONAL = "personal", "Personal"


class Reputation(Answer):
    """How the brand stood before the mistake."""

    GOOD = "good", "Good"
    NEUTRAL = "neutral", "Neutral"
    POOR = "poor", "Poor"


@dataclass(frozen=True, slots=True)
class Contact:
    """A key person and how to reach them off-line; ``affected`` says for whom they count (empty: always)."""

    name: str
    role: str = ""
    reach: str = ""
    affected: frozenset[Affected] = frozenset()


LEADER = "leader"
"""The leader's key among those to call, beside the red flags."""


@dataclass(frozen=True, slots=True)
class BrandProfile:
    """What the pure modules see of a brand.

    ``owners`` names whom to call per red flag; ``leader`` signs an apology of the whole organisation; dates in drafts follow ``timezone``; ``check_ins`` replace the channel's times.
    """

    name: str = ""
    relation: Relation = Relation.OWN
    reputation: Reputation = Reputation.NEUTRAL
    voice: Voice = FRIENDLY
    contacts: tuple[Contact, ...] = ()
    owners: dict[RedFlag, str] = field(default_factory=dict)
    leader: str = ""
    timezone: str = "UTC"
    check_ins: tuple[timedelta, ...] = ()

    @property
    def is_one_person(self) -> bool:
        """Return whether the account is one person's own: nobody leads them, and nobody stands above them."""
        return self.relation is Relation.PERSONAL
