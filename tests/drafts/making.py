"""Reports, plans and drafts of one invented account, as the tests of drafts need them."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from bot.brand import BrandProfile
from bot.decision import choose_level, decide
from bot.draft_kinds import (
    DraftKind,
)
from bot.drafts import render_draft
from bot.plan import Level, Plan
from bot.report import Channel, Harm, Mistake, Report, Undo
from bot.voice import FRIENDLY, Preset, Voice

LATE_EVENING = datetime(2026, 5, 4, 22, 30, tzinfo=UTC)
HARBOUR = BrandProfile(name="Harbour Run")


def wrong_day(**facts: Any) -> Report:
    return replace(
        Report("We wrote Tuesday", channel=Channel.X, should_have_said="Thursday", undo=Undo.CANNOT), **facts
    )


def hurtful(**facts: Any) -> Report:
    facts = {"mistake": Mistake.TONE_DEAF, "harm": Harm.HURTS_PEOPLE, "should_have_said": ""} | facts
    return wrong_day(what="We called them vermin", **facts)


def plan_for(report: Report, level: Level, brand: BrandProfile = HARBOUR) -> Plan:
    return choose_level(decide(report, brand=brand), level, report, brand=brand)


def draft(
    report: Report,
    *,
    level: Level = Level.CORRECT_PUBLICLY,
    kind: DraftKind = DraftKind.PUBLIC_CORRECTION,
    voice: Voice = FRIENDLY,
    brand: BrandProfile = HARBOUR,
    preset: Preset | None = None,
) -> str:
    brand = replace(brand, voice=voice)
    return render_draft(kind, report=report, plan=plan_for(report, level, brand), brand=brand, preset=preset)
