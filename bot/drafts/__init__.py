"""Drafts: their words are the templates in this folder, filled in from the report, the plan and the brand's voice."""

import re
from collections.abc import Iterator
from dataclasses import replace
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template

from bot.brand import BrandProfile
from bot.draft_kinds import DraftKind, channel_of
from bot.drafts.situation import NOTHING_YET, Situation, SoFar
from bot.drafts.values import GAP_FEW, NEW_LINE, SENTENCES, TYPED_LINE_END, values_of
from bot.lengths import count_words, in_gsm_7, limit, measure, word_budget
from bot.plan import Level, Plan
from bot.report import Channel, Report
from bot.voice import Preset, Pronoun

TEMPLATES = Path(__file__).parent

_PARAGRAPH = "\f"  # stands for an empty line of a template while the lines around it are put together
_OWN_LINE = "- "
_AROUND_NEW_LINE = re.compile(rf"[ \n]*{NEW_LINE}[ \n]*")
_NAMES_TO_LEAVE_OUT = (
    "name_below",
    "sign_off",
    "emoji",
    "opening",
    "help",
    "mended",
    "link",
    "contacts",
    "courtesy",
)  # the least important first
_NOTHING = dict.fromkeys(_NAMES_TO_LEAVE_OUT, "")
_LEAST = dict.fromkeys(("invitation", "hurt", "changes", "amends", "caution"), "")
"""What goes after all that, in this order, before what is right does."""
_COUNTED_SLOWLY = {Channel.X, Channel.BLUESKY, Channel.MASTODON, Channel.THREADS}
_REFUSING = {*_COUNTED_SLOWLY, Channel.PUSH_SMS}
_LONGEST_LINK = 23  # as X and Mastodon count any link


class Listener(Enum):
    """To whom there is something else to say off-line than to those whom the mistake hurt: their template's name."""

    CLIENT = "client"
    OTHER_CLIENT = "other_client"
    COLLEAGUES = "colleagues"
    PARTNERS = "partners"
    PRESS = "press"


def render_draft(
    kind: DraftKind,
    *,
    report: Report,
    plan: Plan,
    brand: BrandProfile,
    preset: Preset | None = None,
    so_far: SoFar = NOTHING_YET,
) -> str:
    """Return the text of a draft exactly as it will be sent, no longer than its channel takes.

    What the report does not give is marked as a gap in ``[[ ]]``, and so are right words that do not fit. ``preset`` tries
    another voice, with the brand's own pronoun, sign-off and words.
    """
    own = brand.voice
    if preset is not None and preset is not own.preset:
        own = own.with_preset(preset)
    situation = Situation(kind, report, plan, brand, own.for_case(is_serious=plan.is_serious), so_far)
    channel = channel_of(kind, plan.level, report.channel)
    return next(text for text in _from_long_to_short(situation) if _fits(text, channel))


def render_words(
    listener: Listener, *, report: Report, plan: Plan, brand: BrandProfile, so_far: SoFar = NOTHING_YET
) -> str:
    """Return what to say to somebody off-line who is none of those whom the mistake hurt."""
    voice = brand.voice.for_case(is_serious=plan.is_serious)
    situation = Situation(DraftKind.PHONE_NOTES, report, plan, brand, voice, so_far)
    return _text(situation, _values(situation), _template(f"words_to_use/{listener.value}.j2"))


def _values(situation: Situation, *, is_dated: bool = True, is_right_gap: bool = False) -> dict[str, Any]:
    """Return what a template can use: the values of the situation, and the sentences that are made of them."""
    values = values_of(situation, is_dated=is_dated, is_right_gap=is_right_gap)
    return values | {name: _sentence(name, values) if values[name] else "" for name in SENTENCES}


def _sentence(name: str, values: dict[str, Any]) -> str:
    return " ".join(_template(f"parts/{name}.j2").render(values).split())


def _from_long_to_short(situation: Situation) -> Iterator[str]:
    """Yield the draft, then what is left when ever more is left out; the last one fits everywhere."""
    nameless = replace(situation, voice=replace(situation.voice, pronoun=Pronoun.WE))
    values = _values(situation)
    yield _text(situation, values)
    yield _text(situation, values | {"name_below": ""})
    yield from _with_less(situation)
    if situation.voice.pronoun is Pronoun.NAME:
        yield from _with_less(nameless)
    yield from _with_least(nameless)
    gap = _values(situation, is_dated=False, is_right_gap=True)
    yield _text(situation, gap | {"contacts": ""})
    yield _text(situation, gap | _NOTHING)
    yield _text(situation, gap | _NOTHING | _LEAST)
    few_words = {"right": f"{GAP_FEW}.", "is_told": True, "is_short": True}
    yield _text(nameless, _values(nameless, is_dated=False) | _NOTHING | _LEAST | few_words)
    yield f"{_values(nameless)['We_are_sorry']}. {GAP_FEW}"


def _with_least(nameless: Situation) -> Iterator[str]:
    """Yield the draft with little more than an apology and what is right, which is worth more than the rest, and at last without what happened."""
    values = _values(nameless, is_dated=False) | _NOTHING
    for name in _LEAST:
        values = values | {name: ""}
        yield _text(nameless, values)
    if nameless.is_told_by_right_words:
        yield _text(nameless, values | {"is_short": True})


def _with_less(situation: Situation) -> Iterator[str]:
    """Yield the draft without the date, then without one thing after the other, if that helps at all."""
    values = _values(situation, is_dated=False)
    channel = _channel(situation)
    if _fits(_text(situation, values | _NOTHING), channel):
        for name in _NAMES_TO_LEAVE_OUT:
            values = values | {name: ""}
            yield _text(situation, values)


def _text(situation: Situation, values: dict[str, Any], template: Template | None = None) -> str:
    """Return the filled-in template: one space between the lines of a paragraph, an empty line between paragraphs."""
    template = template or _template_for(situation.kind, situation.plan.level)
    words = template.render(values)
    paragraphs = [_joined(paragraph) for paragraph in words.split(_PARAGRAPH)]
    text = "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
    if values["us"].endswith("."):
        text = text.replace(f"{values['us']}.", values["us"])  # “Acme Inc.” ends a sentence by itself
    text = _AROUND_NEW_LINE.sub(_line_end, text).strip().replace(TYPED_LINE_END, "\n")
    return in_gsm_7(text) if _channel(situation) is Channel.PUSH_SMS else text


def _channel(situation: Situation) -> Channel | None:
    return channel_of(situation.kind, situation.plan.level, situation.report.channel)


def _joined(paragraph: str) -> str:
    text = ""
    for line in paragraph.split("\n"):
        if words := line.strip(" "):
            text += ("\n" if words.startswith(_OWN_LINE) else " ") + words
    return text.strip(" \n")


def _line_end(found: re.Match[str]) -> str:
    return "\n\n" if "\n\n" in found.group() else "\n"


def _fits(text: str, channel: Channel | None) -> bool:
    """Return whether the channel takes the text and it is brief, without an exact count where the answer is plain (X: 1 ms)."""
    budget = word_budget(channel)
    if len(text.split()) > budget and count_words(text) > budget:
        return False
    if channel in _COUNTED_SLOWLY:
        links = text.count("://") + text.count(".") - text.count(". ")
        if len(text.encode()) + _LONGEST_LINK * links <= limit(channel):
            return True
    return channel not in _REFUSING or measure(text, channel).fits


@cache
def _environment() -> Environment:
    return Environment(  # noqa: S701  plain text: whoever shows it escapes it
        loader=FunctionLoader(_source), undefined=StrictUndefined, auto_reload=False
    )


def _source(name: str) -> str | None:
    path = TEMPLATES / name
    return path.read_text(encoding="utf-8").replace("\n\n", f"\n{_PARAGRAPH}\n") if path.is_file() else None


@cache
def _template(name: str) -> Template:
    return _environment().get_template(name)


@cache
def _template_for(kind: DraftKind, level: Level) -> Template:
    """Return the kind's template for this level, else the one for all levels."""
    return _environment().select_template([f"{kind.value}/{level.value}.j2", f"{kind.value}/every_level.j2"])
