"""Reports and situations that several tests of the decision share, and what they read of a plan."""

import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st

from bot.brand import Reputation
from bot.decision.situation import Situation
from bot.decision.spread import Age, Reach
from bot.plan import Plan
from bot.report import (
    Affected,
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

EXAMPLES = int(os.environ.get("EXAMPLES", "120" if "CI" in os.environ else "400"))
MANY = settings(max_examples=EXAMPLES)
"""Four times as many as elsewhere: the space is large, and a decision is quick. EXAMPLES=20000 searches longer."""

SITUATIONS = st.builds(
    Situation,
    channel=st.sampled_from(Channel),
    mistake=st.sampled_from(Mistake),
    harm=st.sampled_from(Harm),
    noticed=st.sampled_from(Noticed),
    undo=st.sampled_from(Undo),
    affected=st.sampled_from([None, *Affected]),
    still_misleading=st.sampled_from(StillMisleading),
    fault=st.sampled_from(Fault),
    red_flags=st.frozensets(st.sampled_from(RedFlag)),
    history=st.sampled_from(History),
    reputation=st.sampled_from(Reputation),
    reach=st.sampled_from([None, *Reach]),
    age=st.sampled_from([None, *Age]),
)
ORDINARY = SITUATIONS.filter(lambda facts: facts.mistake is not Mistake.FALSE_ALARM)


REPORTED_AT = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
_OUT_FOR = {Age.JUST_NOW: timedelta(minutes=5), Age.LONG: timedelta(weeks=3)}


def reported(facts: Situation) -> Report:
    """Return a report with these facts, made at ``REPORTED_AT``."""
    report = Report(what="Something went out that should not have")
    names = set(Situation._fields) - {"history", "reputation", "reach", "age"}
    return replace(
        report,
        reach=None if facts.reach is None else int(facts.reach),
        went_out_at=None if facts.age is None else REPORTED_AT - _OUT_FOR[facts.age],
        **{name: getattr(facts, name) for name in names},
    )


TYPO = Report(
    "Bucket has a d in it", channel=Channel.X, mistake=Mistake.TYPO, harm=Harm.NONE, undo=Undo.DELETE
)
JOKE = Report(
    "A joke about the flood",
    channel=Channel.X,
    mistake=Mistake.TONE_DEAF,
    harm=Harm.HURTS_PEOPLE,
    noticed=Noticed.MANY_REPLIES,
    undo=Undo.DELETE,
    affected=Affected.GRIEVING_OR_VULNERABLE,
    still_misleading=StillMisleading.NO,
)
OPEN_LIST = Report(
    "Everybody can read everybody's address",
    channel=Channel.EMAIL,
    mistake=Mistake.PRIVATE_INFO,
    harm=Harm.PRIVACY,
    affected=Affected.MANY_CUSTOMERS,
    still_misleading=StillMisleading.NO,
    red_flags=frozenset({RedFlag.PERSONAL_DATA}),
)
ALARM = Report(
    "Take shelter, sent by a wrong click",
    channel=Channel.PUSH_SMS,
    mistake=Mistake.FALSE_ALARM,
    harm=Harm.SAFETY,
    noticed=Noticed.PRESS,
    affected=Affected.PUBLIC,
    still_misleading=StillMisleading.YES,
    red_flags=frozenset({RedFlag.SAFETY}),
)


def ids(plan: Plan) -> list[str]:
    return [task.id for task in plan.tasks]


def text_of(plan: Plan, name: str) -> str:
    return next(task.text for task in plan.tasks if task.id == name)


def due_of(plan: Plan, name: str) -> timedelta:
    return next(task.due for task in plan.tasks if task.id == name)
