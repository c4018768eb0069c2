import pytest

from bot.voice import FRIENDLY, PLAYFUL, PRESETS, Emoji, Preset


@pytest.mark.parametrize("preset", Preset)
def test_a_serious_case_is_serious_and_respectful_whatever_the_profile(preset: Preset) -> None:
    voice = PRESETS[preset].for_case(is_serious=True)

    assert (voice.serious, voice.respectful, voice.emoji) == (1, 1, Emoji.NEVER)
    assert voice.enthusiastic <= 0


def test_a_light_case_keeps_the_voice() -> None:
    assert PLAYFUL.for_case(is_serious=False) == PLAYFUL


def test_a_serious_case_keeps_the_brands_words() -> None:
    voice = FRIENDLY.for_case(is_serious=True)

    assert (voice.pronoun, voice.contractions, voice.apology_verb) == (
        FRIENDLY.pronoun,
        FRIENDLY.contractions,
        FRIENDLY.apology_verb,
    )
