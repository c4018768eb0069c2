"""The decision: report + history + brand in, plan out. Pure; the rules are data, and the same input gives the same plan.

A level is found in four moves. Points are added up (``points``); with them and the facts, rules raise the level, cap it and
put floors under the caps (``raises``, ``limits``); hard stops and calls come last (``stops``). ``facts`` reads the report once.
"""

from bot.decision.differences import difference
from bot.decision.planning import (
    choose_level,
    decide,
    levels_to_choose,
    new_advice,
    objection_to,
    overruled,
    still_holds,
    without_request,
)
from bot.decision.sources import SOURCES

__all__ = [
    "SOURCES",
    "choose_level",
    "decide",
    "difference",
    "levels_to_choose",
    "new_advice",
    "objection_to",
    "overruled",
    "still_holds",
    "without_request",
]
