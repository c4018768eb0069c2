"""A brand's voice: a preset, refined by four sliders and a few words."""

from dataclasses import dataclass, replace
from enum import StrEnum


class Preset(StrEnum):
    """Where a voice starts from."""

    FORMAL = "formal"
    FRIENDLY = "friendly"
    PLAYFUL = "playful"


class Emoji(StrEnum):
    """When a voice uses emoji."""

    NEVER = "never"
    LIGHT_CASES = "light_cases"
    YES = "yes"


class ApologyVerb(StrEnum):
    """How a voice says it."""

    SORRY = "sorry"
    APOLOGISE = "apologise"


class Pronoun(StrEnum):
    """Who speaks."""

    WE = "we"
    I = "i"  # noqa: E741  the word itself
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Voice:
    """How a brand sounds. Sliders are -1, 0 or +1 (NN/g's four dimensions): positive is formal, serious, respectful, enthusiastic."""

    preset: Preset = Preset.FRIENDLY
    formal: int = 0
    serious: int = 0
    respectful: int = 1
    enthusiastic: int = 0
    pronoun: Pronoun = Pronoun.WE
    contractions: bool = True
    emoji: Emoji = Emoji.NEVER
    apology_verb: ApologyVerb = ApologyVerb.SORRY
    sign_off: str = ""
    words_to_use: tuple[str, ...] = ()
    words_to_avoid: tuple[str, ...] = ()

    def with_preset(self, preset: Preset) -> "Voice":
        """Return another preset's voice with this one's own pronoun, sign-off and words."""
        return replace(
            PRESETS[preset],
            pronoun=self.pronoun,
            sign_off=self.sign_off,
            words_to_use=self.words_to_use,
            words_to_avoid=self.words_to_avoid,
        )

    def for_case(self, *, is_serious: bool) -> "Voice":
        """Return the voice that a case may have: serious, respectful and without emoji where somebody was harmed (A4)."""
        if not is_serious:
            return self
        return replace(
            self, serious=1, respectful=1, enthusiastic=min(self.enthusiastic, 0), emoji=Emoji.NEVER
        )


FORMAL = Voice(
    Preset.FORMAL,
    formal=1,
    serious=1,
    enthusiastic=-1,
    contractions=False,
    apology_verb=ApologyVerb.APOLOGISE,
)
FRIENDLY = Voice(Preset.FRIENDLY)
PLAYFUL = Voice(Preset.PLAYFUL, formal=-1, serious=-1, respectful=0, enthusiastic=1, emoji=Emoji.LIGHT_CASES)
PRESETS = {voice.preset: voice for voice in (FORMAL, FRIENDLY, PLAYFUL)}
