"""The situations that drafts are made for, and what can be wrong with a draft."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from bot.brand import BrandProfile, Contact, Relation
from bot.decision import choose_level, decide, levels_to_choose
from bot.draft_kinds import DraftKind, channel_of, kinds_for
from bot.drafts import render_draft
from bot.lengths import measure
from bot.lint import Context, Label, lint
from bot.plan import Level, Plan
from bot.report import (
    Affected,
    Channel,
    Fault,
    Harm,
    Mistake,
    Noticed,
    RedFlag,
    Report,
    StillMisleading,
    Undo,
)
from bot.typed import clean_line
from bot.voice import PRESETS, ApologyVerb, Emoji, Preset, Pronoun, Voice

ANSWERS = {DraftKind.PUBLIC_CORRECTION, DraftKind.PRIVATE_NOTE, DraftKind.ALL_CLEAR}
RIGHT = (
    "",
    "Thursday",
    "the run is on Thursday",
    "free entry for members",
    "The run is on Thursday, 7 May, at 10:30.",
    "10:30",
    "19.90 EUR",
    "https://example.org/run",
    "See https://example.org/run",
    "example.org/run",
    "Doors open at 9\nThe run starts at 10",
    "DON'T PANIC!",
    "Die Läufe beginnen in der 東京 Straße",
    "The starting times of all the groups are as follows. " * 12,
)
QUESTIONS: dict[str, tuple[Any, ...]] = {
    "channel": tuple(Channel),
    "mistake": tuple(Mistake),
    "harm": tuple(Harm),
    "level": (None, *Level),
    "noticed": tuple(Noticed),
    "undo": tuple(Undo),
    "affected": (None, *Affected),
    "still_misleading": tuple(StillMisleading),
    "fault": (Fault.HONEST_SLIP, Fault.OUTSIDER),
    "red_flags": (
        frozenset(),
        frozenset({RedFlag.DISCRIMINATION}),
        frozenset({RedFlag.DEATH_OR_INJURY}),
        frozenset({RedFlag.LAWSUIT_OR_REGULATOR}),
    ),
    "should_have_said": RIGHT,
    "link": ("", "https://example.org/posts/1"),
    "went_out_at": (None, datetime(2026, 5, 4, 22, 30, tzinfo=UTC)),
    "name": ("Harbour Run", "", "Ørsted & Söhne – the very long name of an association of associations"),
    "relation": tuple(Relation),
    "preset": tuple(Preset),
    "formal": (0, 1, -1),
    "serious": (0, 1, -1),
    "respectful": (1, 0, -1),
    "enthusiastic": (0, 1, -1),
    "pronoun": tuple(Pronoun),
    "contractions": (True, False),
    "emoji": tuple(Emoji),
    "apology_verb": tuple(ApologyVerb),
    "sign_off": ("", "Your team at the harbour"),
    "words_to_use": ((), ("mistake", "apologies")),
    "words_to_avoid": ((), ("oops", "mix-up", "wrong", "sorry")),
}
_VOICE = ("formal", "serious", "respectful", "enthusiastic", "pronoun", "contractions", "emoji", "apology_verb", "sign_off", "words_to_use", "words_to_avoid")  # fmt: skip
_REPORT = ("channel", "mistake", "harm", "noticed", "undo", "affected", "still_misleading", "fault", "red_flags", "should_have_said", "link", "went_out_at")  # fmt: skip


def situation(values: dict[str, Any]) -> tuple[Report, Plan, BrandProfile]:
    """Return the report, the plan and the brand for one choice of values (what is not chosen has its first value)."""
    chosen = {name: options[0] for name, options in QUESTIONS.items()} | values
    report = Report(what="Our post said something wrong", **{name: chosen[name] for name in _REPORT})
    brand = BrandProfile(
        name=chosen["name"],
        relation=chosen["relation"],
        voice=Voice(chosen["preset"], **{name: chosen[name] for name in _VOICE}),
        contacts=(Contact("Ada Lo", "head of the clinic", "+49 30 1234"),),
        timezone="Europe/Berlin",
    )
    plan = decide(report, brand=brand)
    if chosen["level"] in levels_to_choose(plan):
        plan = choose_level(plan, chosen["level"], report, brand=brand)
    return report, plan, brand


def preset_situation(values: dict[str, Any], preset: Preset) -> tuple[Report, Plan, BrandProfile]:
    """Return a situation in which the brand's voice is a preset as it comes."""
    voice = PRESETS[preset]
    return situation(values | {"preset": preset, **{name: getattr(voice, name) for name in _VOICE}})


def problems(report: Report, plan: Plan, brand: BrandProfile) -> Iterator[str]:
    """Yield what is wrong with the drafts of a situation, each with its text."""
    for kind in kinds_for(plan, report):
        text = render_draft(kind, report=report, plan=plan, brand=brand)
        for problem in [*_broken(text), *_found(kind, text, report, plan, brand)]:
            yield f"{kind}: {problem}\n{text}"


def _broken(text: str) -> Iterator[str]:
    for sign in (
        "{{",
        "}}",
        "{%",
        "\v",
        "\f",
        "\x1e",
        "\n\n\n",
        "  ",
        " .",
        "..",
        ":.",
        "None",
        "\n ",
        " \n",
    ):
        if sign in text:
            yield f"holds {sign!r}"
    if not text or text != text.strip():
        yield "is empty, or has blanks around it"
    if not text.replace("\n", "").isprintable():
        yield "has characters that cannot be printed"


def _found(kind: DraftKind, text: str, report: Report, plan: Plan, brand: BrandProfile) -> Iterator[str]:
    length = measure(text, channel_of(kind, plan.level, report.channel))
    if not length.fits:
        yield f"is too long: {length.used} of {length.limit} {length.unit}"
    for finding in lint(text, context_of(kind, report, plan, brand)):
        if finding.label is not Label.GAP:
            yield f"{finding.label}: {text[finding.start : finding.end]!r}"


def context_of(kind: DraftKind, report: Report, plan: Plan, brand: BrandProfile) -> Context:
    """Return what the lint knows when it reads a draft of oops's own."""
    return Context(
        tone=brand.voice.preset,
        serious=plan.is_serious,
        expects=plan.expects if kind in ANSWERS else frozenset(),
        channel=channel_of(kind, plan.level, report.channel),
        report=report,
        voice=brand.voice,
        own_name=clean_line(brand.name),
        names=frozenset({brand.name, *(contact.name for contact in brand.contacts)}),
    )
