"""Keeping the screenshots that a reporter gave."""

from bot.evidence.keeper import LARGEST, MOST_TRIES, EvidenceKeeper, NotKept
from bot.evidence.rows import claim_evidence, start_clock_again, wanted_evidence

__all__ = [
    "LARGEST",
    "MOST_TRIES",
    "EvidenceKeeper",
    "NotKept",
    "claim_evidence",
    "start_clock_again",
    "wanted_evidence",
]
