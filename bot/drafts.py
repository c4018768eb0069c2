"""Drafts: their words are the templates beside this module, filled in from the report, the plan and the brand's voice."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from bot.brand import BrandProfile
from bot.draft_kinds import DraftKind, is_public
from bot.lengths import measure
from bot.plan import Expects, Level, Plan
from bot.report import Channel, Mistake, Report, Undo
from bot.typed import clean
from bot.voice import PRESETS, ApologyVerb, Emoji, Preset, Pronoun, Voice

GAP_RIGHT = "[[what it should have said]]"
TEMPLATES = Path(__file__).parent / "drafts"

_MEDIA = {
    Channel.EMAIL: "e-mail",
    Channel.PUSH_SMS: "alert",
    Channel.WEBSITE: "page",
    Channel.PRESS_RELEASE: "press release",
    Channel.PRINT_BROADCAST: "report",
    Channel.IN_PERSON: "talk",
    Channel.OTHER: "message",
    Channel.YOUTUBE: "video",
    Channel.TIKTOK: "video",
}
_PUT_RIGHT_BY_A_FACT = {
    Mistake.TYPO,
    Mistake.BROKEN_LINK_OR_IMAGE,
    Mistake.WRONG_IMAGE,
    Mistake.WRONG_FACT,
    Mistake.WRONG_LABEL,
    Mistake.WRONG_PRICE_OR_OFFER,
    Mistake.AUTOMATION,
}
_ENDED = re.compile(r"[.!?…:)\]\"”’]$")


def render_draft(
    kind: DraftKind, *, report: Report, plan: Plan, brand: BrandProfile, preset: Preset | None = None
) -> str:
    """Return the text of a draft exactly as it will be sent, no longer than its channel takes.

    What the report does not give is marked as a gap in ``[[ ]]``. ``preset`` tries another voice than the brand's own.
    """
    voice = brand.voice if preset is None else replace(PRESETS[preset], sign_off=brand.voice.sign_off)
    values = _values(kind, report, plan, brand, voice.for_case(is_serious=plan.is_serious))
    template = _template(kind, plan.level)
    texts = (template.render(values | shorter).strip() for shorter in _shorter(values))
    if not is_public(kind):
        return next(texts)
    return next((text for text in texts if measure(text, report.channel).fits), "[[a text that fits]]")


def _shorter(values: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield what to leave out, the least important first; at last the right words become a gap for somebody to shorten."""
    left_out: dict[str, Any] = {}
    yield left_out
    for name in ("sign_off", "opening", "emoji", "link", "removed", "ignore", "gap_change", "gap_repair"):
        left_out = {**left_out, name: ""}
        yield left_out
    if values["right"]:
        yield {**left_out, "right": "[[what it should have said, in fewer words]]"}
        yield {**left_out, "right": "[[what is right]]", "did": "made a mistake"}


def _values(kind: DraftKind, report: Report, plan: Plan, brand: BrandProfile, voice: Voice) -> dict[str, Any]:
    tone = Preset.FRIENDLY if plan.is_serious and voice.preset is Preset.PLAYFUL else voice.preset
    medium = _MEDIA.get(report.channel, "post")
    is_taken_back = report.undo in {Undo.DELETE, Undo.DELETE_AND_REPOST, Undo.ALREADY_GONE}
    values: dict[str, Any] = {
        **_speaker(voice, brand.name),
        "medium": medium,
        "a_medium": f"{'an' if medium[0] in 'aeiou' else 'a'} {medium}",
        "our_subject": f"Our {medium}",
        "our_subject_lower": f"our {medium}",
        "mistake": report.mistake.value,
        "level": plan.level.value,
        "tone": tone.value,
        "is_serious": plan.is_serious,
        "brand": brand.name or "us",
        "sign_off": voice.sign_off,
        "link": report.link,
        "right": _right(report, plan, kind),
        "removed": "It is gone now." if is_taken_back and kind is not DraftKind.ALL_CLEAR else "",
        "ignore": "Please ignore it." if _is_to_be_ignored(report) else "",
        "private_request": _private_request(report),
        "sent_at": report.went_out_at.strftime("%H:%M UTC") if report.went_out_at else "",
        "contacts": brand.contacts,
        "gap_repair": "[[what we do for the people affected]]",
        "gap_change": "[[what we change, and by when]]",
        "gap_leader": "[[name and role of who signs]]",
        **_lightness(tone, voice, plan),
    }
    values["did"] = _did().render(values).strip()
    return values


def _speaker(voice: Voice, name: str) -> dict[str, str]:
    is_short = voice.contractions
    subject, verb, possessive, us = {
        Pronoun.WE: ("We", "'re" if is_short else " are", "our", "us"),
        Pronoun.I: ("I", "'m" if is_short else " am", "my", "me"),
        Pronoun.NAME: (name or "We", " is" if name else " are", "our", "us"),
    }[voice.pronoun]
    apology = "apologises" if voice.pronoun is Pronoun.NAME and name else "apologise"
    is_sorry = voice.apology_verb is ApologyVerb.SORRY
    return {
        "we": subject,
        "we_inside": "we" if subject == "We" else subject,
        "are": verb.strip().replace("'re", "are").replace("'m", "am"),
        "our": possessive,
        "us": us,
        "we_are_sorry": f"{subject}{verb} sorry" if is_sorry else f"{subject} {apology}",
    }


def _lightness(tone: Preset, voice: Voice, plan: Plan) -> dict[str, str]:
    is_light = not plan.is_serious
    openings = {Preset.FORMAL: "Correction:", Preset.FRIENDLY: "A quick correction:", Preset.PLAYFUL: "Oops!"}
    has_emoji = is_light and tone is Preset.PLAYFUL and voice.emoji is not Emoji.NEVER
    return {"opening": openings[tone] if is_light else "", "emoji": "🙈" if has_emoji else ""}


def _right(report: Report, plan: Plan, kind: DraftKind) -> str:
    given = clean(report.should_have_said).strip()
    if given:
        sentence = given if _ENDED.search(given) else f"{given}."
        return f"Correct is: {sentence}"
    is_wanted = Expects.CORRECTION in plan.expects and kind is not DraftKind.ALL_CLEAR
    if is_wanted and report.mistake in _PUT_RIGHT_BY_A_FACT:
        return f"Correct is: {GAP_RIGHT}."
    return ""


def _is_to_be_ignored(report: Report) -> bool:
    return report.mistake in {
        Mistake.UNFINISHED_OR_TEST,
        Mistake.SENT_BY_ACCIDENT,
        Mistake.WRONG_AUDIENCE,
        Mistake.CONFIDENTIAL_INFO,
        Mistake.WRONG_ACCOUNT,
        Mistake.BAD_TIMING,
    }


def _private_request(report: Report) -> str:
    if report.mistake in {Mistake.WRONG_AUDIENCE, Mistake.PRIVATE_INFO, Mistake.CONFIDENTIAL_INFO}:
        return "Please delete it, and do not pass it on."
    return ""


@cache
def _environment() -> Environment:
    return Environment(  # noqa: S701  plain text, shown escaped by messages/texts.py
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        auto_reload=False,
        keep_trailing_newline=False,
    )


@cache
def _did() -> Template:
    return _environment().get_template("parts/did.j2")


@cache
def _template(kind: DraftKind, level: Level) -> Template:
    folder = kind.value
    return _environment().select_template([f"{folder}/{level.value}.j2", *_only_file(folder)])


def _only_file(folder: str) -> list[str]:
    return [f"{folder}/{path.name}" for path in sorted((TEMPLATES / folder).glob("*.j2"))]
