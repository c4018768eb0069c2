"""The form of a brand's voice: its samples follow what is chosen, and nothing counts before it is saved."""

import pytest

from bot.models import VOICE
from bot.voice import Emoji, Preset, Pronoun
from tests.handlers.brands import brand_of, open_page
from tests.world import Someone, World, shown


@pytest.fixture
async def voice_open(alice: Someone) -> None:
    await open_page(alice, "voice")


@pytest.mark.usefixtures("voice_open")
async def test_the_samples_are_made_by_the_real_drafts(alice: Someone) -> None:
    harmless, serious = samples(alice)

    assert "wrong day" in harmless
    assert "Thursday" in harmless
    assert "That hurt people" in serious


@pytest.mark.usefixtures("voice_open")
async def test_another_preset_sets_what_goes_with_it_and_changes_the_samples(alice: Someone) -> None:
    friendly = samples(alice)

    await alice.fills(preset="playful")

    playful = samples(alice)
    assert playful[0].startswith("Oops!")
    assert playful[0] != friendly[0]
    assert playful[1] == friendly[1]
    assert chosen(alice, "serious") == "-1"
    assert chosen(alice, "emoji") == "light_cases"


@pytest.mark.usefixtures("voice_open")
async def test_a_slider_moved_after_a_preset_stays_as_moved(world: World, alice: Someone) -> None:
    await alice.fills(preset="playful", emoji="never", sign_off="The Riverside team")
    assert "The Riverside team" in samples(alice)[0]
    assert "\N{SEE-NO-EVIL MONKEY}" not in samples(alice)[0]

    errors = await alice.submits(words_to_avoid="mix-up, whoops")

    voice = VOICE.validate_python((await brand_of(world)).voice)
    assert errors == {}
    assert (voice.preset, voice.serious, voice.emoji) == (Preset.PLAYFUL, -1, Emoji.NEVER)
    assert (voice.sign_off, voice.words_to_avoid) == ("The Riverside team", ("mix-up", "whoops"))


@pytest.mark.usefixtures("voice_open")
async def test_what_was_typed_stays_when_another_choice_redraws_the_form(alice: Someone) -> None:
    alice.person.enters("sign_off", "The Riverside team")

    await alice.fills(pronoun="i")

    assert alice.view.values["sign_off"]["settings_voice.sign_off"]["value"] == "The Riverside team"
    assert "I gave the wrong day" in samples(alice)[0]


@pytest.mark.usefixtures("voice_open")
async def test_a_voice_that_is_only_looked_at_is_not_saved(world: World, alice: Someone) -> None:
    await alice.fills(preset="formal")

    await alice.closes()

    assert VOICE.validate_python((await brand_of(world)).voice).preset is Preset.FRIENDLY


@pytest.mark.usefixtures("voice_open")
async def test_the_next_draft_is_in_the_saved_voice(world: World, alice: Someone) -> None:
    await alice.submits(preset="formal", pronoun="name")

    await alice.reports(should_have_said="Thursday")

    assert "Riverside Runners apologises for the error" in shown(world.draft())
    assert VOICE.validate_python((await brand_of(world)).voice).pronoun is Pronoun.NAME


@pytest.mark.usefixtures("voice_open")
async def test_too_many_words_are_told_beside_their_field(alice: Someone) -> None:
    errors = await alice.submits(words_to_use=",".join(f"word{number}" for number in range(31)))

    assert list(errors) == ["words_to_use"]
    assert "30 words" in errors["words_to_use"]


def samples(someone: Someone) -> tuple[str, str]:
    """Return the harmless and the serious correction as the form shows them."""
    texts = [
        "".join(leaf["text"] for leaf in block["elements"][0]["elements"])
        for block in someone.view.blocks
        if block["type"] == "rich_text"
    ]
    return texts[0], texts[1]


def chosen(someone: Someone, block_id: str) -> str:
    (state,) = someone.view.values[block_id].values()
    return str(state["selected_option"]["value"])
