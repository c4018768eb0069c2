"""The form of a brand's voice, with a harmless and a serious correction that change as it is filled in."""

from collections.abc import Mapping
from typing import Any

from bot.brands.answers import SLIDERS
from bot.brands.cards import PageForm
from bot.brands.values import SIGN_OFF_LONGEST
from bot.voice import ApologyVerb, Emoji, Preset, Pronoun
from messages.blocks import Block, Element, divider, exact, input_block, section
from messages.inputs import checkboxes, option, plain_text_input, static_select
from messages.texts import say

VOICE_ACTION = "settings_voice."
"""Begins the action ids of the voice's inputs, which are told to the app at once."""
PRESET = VOICE_ACTION + "preset"
REPLACED = (*SLIDERS, "contractions", "emoji", "apology_verb")
"""What another preset replaces."""

_ENDS = {
    "formal": ("Formal or casual?", "Casual", "In between", "Formal"),
    "serious": ("Serious or funny?", "Funny", "In between", "Serious"),
    "respectful": ("Respectful or cheeky?", "Cheeky", "In between", "Respectful"),
    "enthusiastic": ("Matter-of-fact or enthusiastic?", "Matter-of-fact", "In between", "Enthusiastic"),
}
_CHOICES: dict[str, tuple[str, tuple[tuple[str, str], ...]]] = {
    "pronoun": (
        "Who speaks?",
        ((Pronoun.WE, "We"), (Pronoun.I, "I"), (Pronoun.NAME, "The brand's name")),
    ),
    "emoji": (
        "Emoji?",
        (
            (Emoji.NEVER, "Never"),
            (Emoji.LIGHT_CASES, "In light cases"),
            (Emoji.YES, "Wherever nobody was harmed"),
        ),
    ),
    "apology_verb": (
        "How does it apologise?",
        ((ApologyVerb.SORRY, "“We are sorry”"), (ApologyVerb.APOLOGISE, "“We apologise”")),
    ),
}


def voice_blocks(form: PageForm, *, turn: int = 1) -> list[Block]:
    """Return the samples and the inputs. ``turn`` grows when the app replaces values, so that Slack shows the new ones."""
    voice = form.values["voice"]
    return [
        *sample_blocks(form.samples),
        divider(),
        preset_block(voice),
        *(_slider(name, voice, turn) for name in SLIDERS),
        _choice("pronoun", voice, turn),
        _contractions(voice, turn),
        _choice("emoji", voice, turn),
        _choice("apology_verb", voice, turn),
        _text("sign_off", "Sign-off", voice["sign_off"], "Such as “The Riverside team”"),
        _text("words_to_use", "Words to use", ", ".join(voice["words_to_use"]), "Between commas"),
        _text("words_to_avoid", "Words to avoid", ", ".join(voice["words_to_avoid"]), "Between commas"),
    ]


def sample_blocks(samples: tuple[str, str]) -> list[Block]:
    """Return the two corrections letter by letter."""
    harmless, serious = samples
    return [
        section(say("settings.preview_harmless")),
        *exact(harmless),
        section(say("settings.preview_serious")),
        *exact(serious),
    ]


def preset_block(voice: Mapping[str, Any]) -> Block:
    """Return the question that the others start from."""
    presets = [option(preset.value.capitalize(), preset.value) for preset in Preset]
    return input_block(
        "Start from",
        static_select(PRESET, presets, initial=voice["preset"]),
        block_id="preset",
        dispatch_action=True,
        hint="Choosing another one sets the sliders, contractions, emoji and apology to what goes with it.",
    )


def _slider(name: str, voice: Mapping[str, Any], turn: int) -> Block:
    label, low, middle, high = _ENDS[name]
    options = [option(low, "-1"), option(middle, "0"), option(high, "1")]
    return _told(name, label, static_select(_action(name, turn), options, initial=str(voice[name])))


def _choice(name: str, voice: Mapping[str, Any], turn: int) -> Block:
    label, choices = _CHOICES[name]
    options = [option(words, value) for value, words in choices]
    return _told(name, label, static_select(_action(name, turn), options, initial=voice[name]))


def _contractions(voice: Mapping[str, Any], turn: int) -> Block:
    yes = option("Says “we're” and “didn't”", "yes")
    ticks = checkboxes(_action("contractions", turn), [yes], initial=["yes"] if voice["contractions"] else [])
    return _told("contractions", "Contractions", ticks, optional=True)


def _text(name: str, label: str, initial: str, placeholder: str) -> Block:
    most = SIGN_OFF_LONGEST if name == "sign_off" else 1500
    element = plain_text_input(_action(name, 1), initial=initial, placeholder=placeholder, max_length=most)
    return _told(name, label, element, optional=True)


def _told(name: str, label: str, element: Element, *, optional: bool = False) -> Block:
    return input_block(label, element, block_id=name, dispatch_action=True, optional=optional)


def _action(name: str, turn: int) -> str:
    return f"{VOICE_ACTION}{name}" + (f"~{turn}" if turn > 1 and name in REPLACED else "")
