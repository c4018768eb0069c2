"""What a draft is made from."""

from dataclasses import dataclass

from bot.brand import BrandProfile
from bot.draft_kinds import DraftKind
from bot.drafts.words import wrong_thing
from bot.links import without_inside_links
from bot.plan import Plan
from bot.report import (
    CONFIDENCES,
    FACTUAL,
    WORDLESS,
    Channel,
    Fault,
    Harm,
    Mistake,
    RedFlag,
    Report,
    StillMisleading,
    Undo,
    is_false_news,
)
from bot.right_words import tells_itself, tidied
from bot.typed import clean
from bot.voice import Preset, Voice

HURTFUL = {Harm.OFFENCE, Harm.HURTS_PEOPLE}
PUT_RIGHT_IN_PLACE = {Undo.EDIT, Undo.DELETE_AND_REPOST}
SPOKEN = {Channel.IN_PERSON, Channel.PRINT_BROADCAST}
TO_BE_IGNORED = {
    Mistake.UNFINISHED_OR_TEST,
    Mistake.SENT_BY_ACCIDENT,
    Mistake.WRONG_AUDIENCE,
    Mistake.WRONG_ACCOUNT,
}
GAP_INSIDE_LINK = "[[a public address instead of the one in Slack]]"
_LIGHT = {Harm.NONE, Harm.EMBARRASSMENT, Harm.CONFUSION, Harm.INCONVENIENCE}


@dataclass(frozen=True, slots=True)
class SoFar:
    """What a case has done already that its next words must know: whether the call that comes first is made, and which kinds of text are out."""

    is_call_made: bool = False
    out: frozenset[DraftKind] = frozenset()


NOTHING_YET = SoFar()


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything a draft is made from. ``voice`` is already the one that the case may have."""

    kind: DraftKind
    report: Report
    plan: Plan
    brand: BrandProfile
    voice: Voice
    so_far: SoFar = NOTHING_YET

    @property
    def is_light(self) -> bool:
        """Return whether nobody is worse off than by a moment: only then is a light word in place (paracrisis research)."""
        is_harmless = self.report.harm in _LIGHT and not self.plan.is_serious
        return is_harmless and not self.plan.is_still_misleading

    @property
    def undo(self) -> Undo:
        """Return what is done about the post before the words go out: nothing where counsel has to be asked first."""
        undo = self.report.undo
        is_kept = self.plan.is_kept_for_counsel and undo is not Undo.ALREADY_GONE
        return Undo.CANNOT if is_kept else undo

    @property
    def right_words(self) -> str:
        """Return what it should have said, without a label or a loose end, a gap for what only a workspace can open; empty where nobody has said."""
        return without_inside_links(tidied(clean(self.report.right_words)), GAP_INSIDE_LINK)

    @property
    def is_right_told(self) -> bool:
        """Return whether the right words stand by themselves, with nothing that leads up to them."""
        is_whole = self.is_about_conduct or self.kind is DraftKind.ALL_CLEAR  # may tell people what to do
        return (is_whole and not wrong_thing(self.right_words)) or tells_itself(self.right_words)

    @property
    def is_about_conduct(self) -> bool:
        """Return whether it was only how we behaved that was wrong: nobody believes something that is not so."""
        is_believed = self.plan.is_still_misleading or self.report.harm in FACTUAL
        return self.report.mistake in WORDLESS and not is_believed

    @property
    def is_told_by_right_words(self) -> bool:
        """Return whether what is right also tells what was wrong: not of a stranger's deed, a leak, or how we behaved."""
        is_leak = self.is_breach or self.report.mistake in CONFIDENCES
        is_own = not (self.is_by_an_outsider or is_leak or self.is_about_conduct)
        return is_own and bool(self.right_words)

    @property
    def is_by_an_outsider(self) -> bool:
        """Return whether somebody else spoke in the brand's name: then it must not say that it did."""
        return self.report.fault is Fault.OUTSIDER

    @property
    def is_breach(self) -> bool:
        """Return whether private information of somebody's got out: they are told so, whoever did it."""
        report = self.report
        is_private = report.mistake is Mistake.PRIVATE_INFO or report.harm is Harm.PRIVACY
        return is_private or RedFlag.PERSONAL_DATA in report.red_flags

    @property
    def may_be_acted_on(self) -> bool:
        """Return whether people can act on it, or may: nobody is sure, and more than a moment or a feeling is at stake."""
        is_grave = self.report.harm not in _LIGHT | HURTFUL
        is_unsure = self.report.still_misleading is StillMisleading.UNSURE
        return self.plan.is_still_misleading or (is_unsure and is_grave)

    @property
    def is_acted_on(self) -> bool:
        """Return whether people can come to harm, or lose something, by acting on it while it stands."""
        return self.report.harm in {Harm.SAFETY, Harm.MISLEADS_DECISION} and self.plan.is_still_misleading

    @property
    def may_be_believed(self) -> bool:
        """Return whether people believe what it said, or may: then they need to hear what is so."""
        is_claim = self.report.harm in FACTUAL or self.report.harm is Harm.SAFETY
        is_unsure = self.report.still_misleading is StillMisleading.UNSURE
        return self.plan.is_still_misleading or (is_claim and is_unsure)

    @property
    def is_believed_stray(self) -> bool:
        """Return whether what was never meant to go out is believed, and weighs: then to ignore it is not all there is to do."""
        is_ours = self.report.mistake in TO_BE_IGNORED and not self.is_by_an_outsider
        return is_ours and self.plan.is_serious and self.may_be_believed

    @property
    def is_only_hurtful(self) -> bool:
        """Return whether it hurt people, with nothing that anybody could act on: then nobody is told to ignore it."""
        return self.report.harm in HURTFUL and not self.plan.is_still_misleading

    @property
    def is_false_news(self) -> bool:
        """Return whether a false alarm told of a death or an injury, and put nobody in fear of a danger."""
        return is_false_news(self.report.mistake, self.report.harm, self.report.red_flags)

    @property
    def tone(self) -> Preset:
        """Return how it sounds: the preset, refined by the sliders, and never playful where somebody was harmed."""
        voice = self.voice
        if voice.formal > 0 or (voice.preset is Preset.FORMAL and voice.formal == 0):
            return Preset.FORMAL
        is_funny = voice.serious < 0 or (voice.preset is Preset.PLAYFUL and voice.serious == 0)
        is_for_a_newsdesk = self.report.channel is Channel.PRESS_RELEASE
        if is_funny and self.is_light and voice.preset is not Preset.FORMAL and not is_for_a_newsdesk:
            return Preset.PLAYFUL
        return Preset.FRIENDLY
