"""A report read for a decision: what the rules ask about, worked out once."""

from bot.channels import SOCIAL
from bot.decision.situation import ADDRESSED, CONDUCT, HARM_POINTS, SORE, WRONG_VERSION, Situation
from bot.decision.spread import Age, Reach
from bot.report import (
    CONFIDENCES,
    FACTUAL,
    SEEN_IN_PLACE,
    WORDLESS,
    Affected,
    Channel,
    Fault,
    Harm,
    Mistake,
    Noticed,
    RedFlag,
    StillMisleading,
    Undo,
    is_false_news,
)

STRAY = {Mistake.WRONG_ACCOUNT, Mistake.SENT_BY_ACCIDENT, Mistake.UNFINISHED_OR_TEST}
_UNMEANT = STRAY | {Mistake.AUTOMATION}
_SLIPS = {Mistake.SENT_BY_ACCIDENT, Mistake.UNFINISHED_OR_TEST}
_SHOWN = {Mistake.WRONG_IMAGE, Mistake.AUTOMATION}
_TOLD = frozenset(Mistake) - CONDUCT - {Mistake.WRONG_IMAGE, Mistake.FALSE_ALARM}
_LIST_CHANNELS = {Channel.EMAIL, Channel.PUSH_SMS, Channel.WEBSITE}
_PRIVATE_CHANNELS = {Channel.EMAIL, Channel.PUSH_SMS}
_REPLACEABLE = {Undo.EDIT, Undo.DELETE_AND_REPOST}
_WIDE = {Reach.MANY, Reach.MASS}
_LIGHTEST = {Harm.NONE, Harm.EMBARRASSMENT}
_FREE_OF_HARM = {Affected.NOBODY, None}


class Facts:
    """What the rules see of a report, its history and the brand's reputation. ``points`` is filled in by the engine."""

    __slots__ = (
        "affected", "age", "channel", "fault", "flags", "harm", "has_right_version", "history", "is_false_alarm",
        "is_fixable_in_place", "is_known_list", "is_misleading", "is_press", "is_removable", "is_replaceable",
        "is_seen", "is_unsure", "is_vulnerable", "mistake", "noticed", "points", "reach", "reputation", "severity", "undo",
    )  # fmt: skip

    def __init__(self, situation: Situation) -> None:
        (
            self.channel, self.mistake, self.harm, self.noticed, self.undo, self.affected,
            still_misleading, self.fault, self.flags, self.history, self.reputation,
            self.reach, self.age,
        ) = situation  # fmt: skip
        self.points = 0
        self.severity = HARM_POINTS[self.harm]
        self.is_false_alarm = self.mistake is Mistake.FALSE_ALARM
        self.is_press = self.noticed is Noticed.PRESS
        self.is_seen = self.is_press or self.noticed is Noticed.MANY_REPLIES
        self.is_misleading = still_misleading is StillMisleading.YES
        self.is_unsure = still_misleading is StillMisleading.UNSURE
        if self.mistake is Mistake.PRIVATE_INFO or self.harm is Harm.PRIVACY:
            self.flags = self.flags | {RedFlag.PERSONAL_DATA}
        self.is_vulnerable = self.affected in SORE
        self.is_replaceable = self.undo in _REPLACEABLE
        self.is_removable = self.is_replaceable or self.undo is Undo.DELETE
        self.has_right_version = self.mistake not in CONDUCT or self.is_misleading or self.harm in FACTUAL
        self.is_known_list = self._known_list()
        self.is_fixable_in_place = self._fixable_in_place()

    def _known_list(self) -> bool:
        """Return whether it concerns people whom we can write to one by one.

        Who ordered or subscribed is on a list, and a mail or text reached exactly those on one: a few of them are written to whatever it
        was, many where they were told something, investors too as long as no share price hangs on it. What many talk about in the open concerns more than the few we know.
        """
        is_mailed = self.channel in _PRIVATE_CHANNELS
        if self.affected is Affected.FEW_KNOWN:
            is_offer = self.mistake in ADDRESSED and (not self.is_seen or self.channel in _LIST_CHANNELS)
            return is_offer or (is_mailed and not self.is_false_alarm)
        is_hurtful_news = self.severity >= HARM_POINTS[Harm.HURTS_PEOPLE] and self.is_press
        is_told = self.mistake in (_TOLD if is_mailed else ADDRESSED)
        is_listed = self.affected is Affected.MANY_CUSTOMERS and self.channel in _LIST_CHANNELS
        is_to_investors = self.affected is Affected.INVESTORS and is_mailed and not self.is_market_news
        return is_told and (is_listed or is_to_investors) and not is_hurtful_news

    @property
    def is_told_whom(self) -> bool:
        """The report says whom it harms, and each of them can be found: on the list it went to, or in the data that got out."""
        if self.affected is Affected.MANY_CUSTOMERS and self.channel in _LIST_CHANNELS:
            return True
        return self.is_leak and self.affected not in {None, Affected.PUBLIC}

    def _fixable_in_place(self) -> bool:
        """Return whether the mistake can be mended without a word, and is worth the touch."""
        if self.is_replaceable or self.mistake is Mistake.BROKEN_LINK_OR_IMAGE:
            return True
        if self.undo is Undo.DELETE:
            return self.severity > 0 or self.mistake in _UNMEANT or self.is_unsure
        return self.undo is Undo.ALREADY_GONE and self.severity >= HARM_POINTS[Harm.TRUST]

    @property
    def is_light(self) -> bool:
        """Nobody else is worse off than by a moment's confusion."""
        return self.severity <= HARM_POINTS[Harm.CONFUSION]

    @property
    def is_only_about_us(self) -> bool:
        return self.harm in _LIGHTEST

    @property
    def is_nobody_affected(self) -> bool:
        return self.affected in _FREE_OF_HARM

    @property
    def is_read(self) -> bool:
        """Many have seen it, noticed or not; or, where nobody knows how many, most of those who will."""
        return self.reach in _WIDE or (self.reach is None and self.age is Age.LONG)

    @property
    def is_believed_unseen(self) -> bool:
        """Nobody says so, but so many have read what is not so that somebody believes it, or has acted on it."""
        is_unseen = self.noticed is Noticed.NOBODY_YET and self.is_read
        return is_unseen and self.is_more_than_taste and (self.is_wrong_version or self.is_misleading)

    @property
    def is_known_whom_to_tell(self) -> bool:
        """Nobody says so, but we know the few who may act on it, and it has been out long enough for that."""
        if self.noticed is not Noticed.NOBODY_YET or self.affected is not Affected.FEW_KNOWN:
            return False
        is_open = self.is_misleading or (self.is_unsure and self.is_wrong_version)
        is_unread = self.reach is Reach.NOBODY or (self.reach is None and self.age is Age.JUST_NOW)
        return is_open and self.severity >= HARM_POINTS[Harm.MISLEADS_DECISION] and not is_unread

    @property
    def is_more_than_taste(self) -> bool:
        """It does more than displease: people believe something wrong, act on it, or come to harm."""
        return self.severity >= HARM_POINTS[Harm.MISLEADS_PUBLIC] and self.harm is not Harm.OFFENCE

    @property
    def is_discrimination(self) -> bool:
        return RedFlag.DISCRIMINATION in self.flags

    @property
    def is_false_news(self) -> bool:
        """A false alarm that told of a death or an injury: there was no danger that an all-clear could end."""
        return is_false_news(self.mistake, self.harm, self.flags)

    @property
    def is_wrong_version(self) -> bool:
        """The right fact mends it: nothing was said that cannot be put right by saying it right."""
        return self.mistake in WRONG_VERSION

    @property
    def is_wrong_fact(self) -> bool:
        """People believe, or may act on, something that is not so. What leaked, or exposes somebody, is only too true."""
        if self.mistake in CONFIDENCES:
            return False
        if self.harm in FACTUAL or self.is_false_alarm:
            return True
        return (self.is_wrong_version or self.is_misleading) and not self.is_leak

    @property
    def is_correction_due(self) -> bool:
        """The words have to say what is right. Where a picture, a machine, a stray post or a stranger offends, or a picture exposes, there is only sorry to say."""
        is_wordless = self.mistake in _SHOWN | STRAY | {Mistake.WRONG_AUDIENCE} or self.is_outsider
        is_offence = is_wordless and self.harm in {Harm.OFFENCE, Harm.HURTS_PEOPLE}
        is_exposing = self.mistake in SEEN_IN_PLACE and self.is_leak
        return self.has_right_version and not is_exposing and (self.is_misleading or not is_offence)

    @property
    def is_serious(self) -> bool:
        """The words have to be serious: harm of offence or more, sore spots, a red flag, an alarm."""
        is_grave = self.severity >= HARM_POINTS[Harm.OFFENCE] or bool(self.flags)
        return is_grave or self.is_vulnerable or self.is_false_alarm

    @property
    def is_secret(self) -> bool:
        return self.mistake is Mistake.CONFIDENTIAL_INFO

    @property
    def is_puzzling(self) -> bool:
        """Many see a post that is plainly not ours and wonder who is speaking; where it is about nobody and harms nobody, it is only a curiosity."""
        is_about_somebody = self.severity > 0 or not self.is_nobody_affected
        return self.is_seen and self.mistake is Mistake.WRONG_ACCOUNT and is_about_somebody

    @property
    def is_only_a_slip(self) -> bool:
        """What was never meant to go out can be taken down, and then there is nothing to explain."""
        return self.mistake in _SLIPS and self.is_removable

    @property
    def has_nothing_to_say(self) -> bool:
        """There is no right version and no riddle: a comment could only talk about us."""
        return self.mistake in WORDLESS and not self.has_right_version

    @property
    def is_danger(self) -> bool:
        """Somebody could come to harm by it."""
        return self.harm is Harm.SAFETY or RedFlag.SAFETY in self.flags

    @property
    def is_danger_now(self) -> bool:
        """Somebody can, or may, still come to harm by acting on it, and there is a right version to give: nothing comes before that."""
        has_right_version = self.is_misleading or (self.is_unsure and self.mistake not in CONDUCT)
        return self.is_danger and has_right_version and not self.is_leak

    @property
    def may_be_false_alarm(self) -> bool:
        """What nobody meant to send puts people at risk: it may have told of a danger that there is not, as a drill does."""
        return self.mistake in _UNMEANT and self.is_danger_now

    @property
    def is_leak(self) -> bool:
        """What got out is what exposes people, so a public word would tell more of them where to look."""
        is_told_wrong = self.mistake in WRONG_VERSION - SEEN_IN_PLACE
        return self.is_personal_data and (self.harm is Harm.PRIVACY or not is_told_wrong)

    @property
    def minutes_to_speak(self) -> int:
        """Return how soon the words are needed: people in danger first, then people who may act on it, then everybody."""
        if self.is_danger_now:
            return 15
        return 30 if self.is_misleading else 60

    @property
    def is_kept_for_counsel(self) -> bool:
        """A claim is in sight: nothing is changed or deleted before counsel was asked.

        What exposes people or puts them in danger comes down all the same; so does what misleads, or may be a wrong word of a death, while no lawsuit is about it.
        """
        if self.is_personal_data or self.is_danger_now:
            return False
        is_lawsuit = RedFlag.LAWSUIT_OR_REGULATOR in self.flags
        if self.is_misleading:
            return is_lawsuit and not self.is_false_alarm
        is_death = not (self.is_unsure and self.has_right_version) and RedFlag.DEATH_OR_INJURY in self.flags
        return is_lawsuit or is_death or self.harm is Harm.LEGAL_FINANCIAL

    @property
    def is_personal_data(self) -> bool:
        return RedFlag.PERSONAL_DATA in self.flags

    @property
    def is_for_investors(self) -> bool:
        """What is put right is news to the market: whoever speaks to it clears that too."""
        return RedFlag.MARKET_INFORMATION in self.flags or self.affected is Affected.INVESTORS

    @property
    def is_market_news(self) -> bool:
        """It could move a share price: to tell some before the others is what must not happen."""
        is_news = RedFlag.MARKET_INFORMATION in self.flags
        return is_news or (self.is_secret and self.affected is Affected.INVESTORS)

    @property
    def is_faked(self) -> bool:
        """A stranger put false words into our mouth; what leaked through one is as true as if we had said it."""
        return self.is_outsider and self.mistake not in CONFIDENCES

    @property
    def is_reached_directly(self) -> bool:
        """Return whether a second-rank answer goes to the people rather than to the world."""
        if self.is_false_alarm or self.is_market_news:
            return False
        is_few = self.affected is Affected.FEW_KNOWN
        is_private = self.channel in _PRIVATE_CHANNELS or self.is_kept_secret
        is_among_us = is_private or not (self.is_seen or self.is_passed_on)
        is_mailing = self.channel is Channel.EMAIL and self.affected is Affected.MANY_CUSTOMERS
        is_breach = self.is_personal_data and not self.is_danger_now
        if is_breach or (is_few and is_among_us) or (is_mailing and not self.is_seen):
            return True
        if self.is_known_list:
            return is_few or not self.is_seen or self.severity >= HARM_POINTS[Harm.OFFENCE]
        return not (self.is_seen or self.has_right_version or self.affected is Affected.NOBODY)

    @property
    def is_kept_secret(self) -> bool:
        """A confidence that is not so grave, or so widely told, that somebody has to speak of it in public: what weighs, and the press has, is none any more."""
        return self.is_secret and (self.is_light or not self.is_press)

    @property
    def is_passed_on(self) -> bool:
        """It is believed on an open platform; not what is replaced before anybody but the few whom we know can have read it."""
        is_stopped = (
            self.is_known_whom_to_tell and self.is_replaceable and not (self.is_read or self.is_danger)
        )
        return self.is_social and self.is_misleading and self.is_wrong_version and not is_stopped

    @property
    def is_social(self) -> bool:
        return self.channel in SOCIAL

    @property
    def is_outsider(self) -> bool:
        return self.fault is Fault.OUTSIDER
