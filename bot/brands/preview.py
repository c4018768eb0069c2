"""How a voice sounds: one harmless and one serious correction, made by the real decision and the real drafts."""

from dataclasses import replace

from sqlmodel import Session

from bot.brand import BrandProfile
from bot.decision import decide
from bot.draft_kinds import DraftKind
from bot.drafts import render_draft
from bot.models import Brand
from bot.report import Channel, Harm, History, Mistake, Noticed, Report, Undo
from bot.storage import queries
from bot.voice import Voice

HARMLESS = Report(
    what="We wrote Tuesday, the run is on Thursday",
    channel=Channel.FACEBOOK,
    mistake=Mistake.WRONG_FACT,
    harm=Harm.CONFUSION,
    noticed=Noticed.MANY_REPLIES,
    undo=Undo.EDIT,
    should_have_said="Thursday",
)
SERIOUS = Report(
    what="We gave the wrong number for the crisis helpline",
    channel=Channel.FACEBOOK,
    mistake=Mistake.WRONG_FACT,
    harm=Harm.HURTS_PEOPLE,
    noticed=Noticed.MANY_REPLIES,
    undo=Undo.EDIT,
    should_have_said="The helpline's number is 0800 555 0199",
)


def samples(session: Session, brand: Brand, voice: Voice) -> tuple[str, str]:
    """Return the harmless and the serious correction as this brand would put them in this voice."""
    profile = replace(queries.profile_of(session, brand), voice=voice)
    return _sample(HARMLESS, profile), _sample(SERIOUS, profile)


def _sample(report: Report, profile: BrandProfile) -> str:
    plan = decide(report, history=History.FIRST_TIME, brand=profile)
    return render_draft(DraftKind.PUBLIC_CORRECTION, report=report, plan=plan, brand=profile)
