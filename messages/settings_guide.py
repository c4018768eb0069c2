"""The guide for a new workspace: three steps in one view, and the button that leads to them."""

from typing import Any

from bot.brands.cards import GuideCard, Presence
from bot.brands.pages import Step
from bot.models import Brand
from bot.voice import Preset
from messages.blocks import Block, Element, context, input_block, modal, section
from messages.inputs import button, option, plain_text_input, radio
from messages.settings_lacking import lacking_blocks
from messages.settings_pages import approval_blocks, channel_blocks
from messages.settings_voice import sample_blocks
from messages.texts import say

GUIDE_MODAL = "settings_guide"
OPEN_GUIDE = "settings.guide"
GUIDE_PRESET = "settings_guide.preset"
NEW_CHANNEL = "new_channel"
_TITLE = "Set up oops"
_PRESET_WORDS = {
    Preset.FORMAL: ("Formal", "An authority, a bank, a law firm"),
    Preset.FRIENDLY: ("Friendly", "Most clubs, shops and charities"),
    Preset.PLAYFUL: ("Playful", "A brand that jokes; only where nobody was harmed"),
}


def guide_button(brand_id: int | None = None) -> Element:
    """Return the button that opens the guide, of one brand or of the first that needs it."""
    return button(_TITLE, OPEN_GUIDE, brand_id)


def guide_modal(card: GuideCard) -> dict[str, Any]:
    """Return one step."""
    intro = say("settings.guide_intro", number=card.number, steps=card.steps, brand=card.brand_name)
    return modal(
        _TITLE,
        [context(intro), section(say(f"settings.guide_{card.step}")), *_STEPS[card.step](card)],
        callback_id=GUIDE_MODAL,
        private_metadata=card.form.id,
        submit="Done" if card.number == card.steps else "Next",
        close="Later",
    )


def creating_view(name: str) -> dict[str, Any]:
    """Return what is shown while the channel is made."""
    return modal(_TITLE, [section(say("settings.guide_creating", name=name))], close="Close")


def guide_done_view(brand: Brand, *, lacks_channel: bool, presence: Presence | None = None) -> dict[str, Any]:
    """Return the end of the guide, with what cannot work as it is set."""
    words = say("settings.guide_done", brand=brand, lacks_channel=lacks_channel)
    return modal(_TITLE, [section(words), *lacking_blocks(brand, presence, {})], close="Close")


def _channel(card: GuideCard) -> list[Block]:
    chooser, why = channel_blocks(card.form)
    if not card.may_create_channel:
        return [chooser, why]
    name = plain_text_input(
        "settings.new_channel", initial=card.new_channel, placeholder="oops-response", max_length=80
    )
    made = input_block(
        "Or have oops make a new one",
        name,
        block_id=NEW_CHANNEL,
        optional=True,
        hint=card.note or "Its name. It is private, with you and oops in it; you invite the others.",
    )
    return [chooser, made]


def _approval(card: GuideCard) -> list[Block]:
    return approval_blocks(card.form)


def _voice(card: GuideCard) -> list[Block]:
    presets = [
        option(name, preset.value, description) for preset, (name, description) in _PRESET_WORDS.items()
    ]
    return [
        input_block(
            "Voice",
            radio(GUIDE_PRESET, presets, initial=card.form.values["voice"]["preset"]),
            block_id="preset",
            dispatch_action=True,
        ),
        *sample_blocks(card.form.samples),
    ]


_STEPS = {Step.CHANNEL: _channel, Step.APPROVAL: _approval, Step.VOICE: _voice}
