"""What the reporter answered: the fields of a report and their values.

Every value is a stable identifier (forms, rows, files and the command line use it); ``label`` is the word people see.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Self

_NO_ANSWER = re.compile(
    r"(?:n ?/? ?a|none|nothing|unknown|unclear|unsure|tb[acd]|to be (?:checked|confirmed|decided)|(?:see|as) (?:above|below)"
    r"|not (?:sure|known|clear|applicable)|(?:i )?(?:don['’]?t|do not) know|no (?:idea|clue))(?: yet| at all)?[\s.!?]*|[\W_]*",
    re.IGNORECASE,
)


class Answer(StrEnum):
    """A value of one question, with the words that people see."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


class Channel(Answer):
    """Where did it go out?"""

    X = "x", "X (Twitter)"
    FACEBOOK = "facebook", "Facebook"
    INSTAGRAM = "instagram", "Instagram"
    LINKEDIN = "linkedin", "LinkedIn"
    TIKTOK = "tiktok", "TikTok"
    YOUTUBE = "youtube", "YouTube"
    THREADS = "threads", "Threads"
    BLUESKY = "bluesky", "Bluesky"
    MASTODON = "mastodon", "Mastodon"
    REDDIT = "reddit", "Reddit"
    EMAIL = "email", "E-mail or newsletter"
    PUSH_SMS = "push_sms", "Push alert or SMS"
    WEBSITE = "website", "Website or app"
    PRESS_RELEASE = "press_release", "Press release"
    PRINT_BROADCAST = "print_broadcast", "Print, radio or TV"
    IN_PERSON = "in_person", "In person"
    OTHER = "other", "Somewhere else"


class Mistake(Answer):
    """What kind of mistake?"""

    TYPO = "typo", "Typo or grammar slip"
    BROKEN_LINK_OR_IMAGE = "broken_link_or_image", "Broken link or image"
    WRONG_IMAGE = "wrong_image", "Wrong picture or video"
    WRONG_FACT = "wrong_fact", "Wrong fact, date, name or number"
    WRONG_LABEL = "wrong_label", "Wrong label or caption"
    WRONG_PRICE_OR_OFFER = "wrong_price_or_offer", "Wrong price or offer"
    WRONG_AUDIENCE = "wrong_audience", "Sent to the wrong people"
    UNFINISHED_OR_TEST = "unfinished_or_test", "Unfinished draft or test"
    SENT_BY_ACCIDENT = "sent_by_accident", "Went out by accident"
    WRONG_ACCOUNT = "wrong_account", "Posted from the wrong account"
    BAD_TIMING = "bad_timing", "Bad timing"
    TONE_DEAF = "tone_deaf", "Tone-deaf or hurtful"
    PRIVATE_INFO = "private_info", "Somebody's private information"
    CONFIDENTIAL_INFO = "confidential_info", "Confidential or unreleased information"
    FALSE_ALARM = "false_alarm", "False alarm"
    AUTOMATION = "automation", "A bot or automation did it"
    ARGUMENT = "argument", "We argued with somebody in public"


class Harm(Answer):
    """Worst honest consequence for someone else?"""

    NONE = "none", "None"
    EMBARRASSMENT = "embarrassment", "Embarrassing, but only for us"
    CONFUSION = "confusion", "Some people are confused"
    INCONVENIENCE = "inconvenience", "It costs people a moment"
    TRUST = "trust", "People doubt that we are neutral or reliable"
    OFFENCE = "offence", "People are offended"
    MISLEADS_PUBLIC = "misleads_public", "The public believes something wrong"
    MISLEADS_DECISION = "misleads_decision", "Somebody acts, pays or travels on it"
    HURTS_PEOPLE = "hurts_people", "People are hurt in a sore spot"
    PRIVACY = "privacy", "Somebody's privacy"
    SAFETY = "safety", "Somebody's safety"
    LEGAL_FINANCIAL = "legal_financial", "Legal or financial damage"


class Noticed(Answer):
    """Who has noticed?"""

    NOBODY_YET = "nobody_yet", "Nobody yet"
    A_FEW = "a_few", "A few people"
    MANY_REPLIES = "many_replies", "Many replies or shares"
    PRESS = "press", "The press, or somebody with a large audience"


class Undo(Answer):
    """Can it still be taken back?"""

    ALREADY_GONE = "already_gone", "It has already been taken back"
    EDIT = "edit", "It can be edited"
    DELETE = "delete", "It can be deleted"
    DELETE_AND_REPOST = "delete_and_repost", "It can be deleted and posted again"
    CANNOT = "cannot", "No, it is out"


class Affected(Answer):
    """Who is affected?"""

    NOBODY = "nobody", "Nobody but us"
    FEW_KNOWN = "few_known", "A few people we know"
    MANY_CUSTOMERS = "many_customers", "Many customers, members or readers"
    PUBLIC = "public", "The public"
    GRIEVING_OR_VULNERABLE = "grieving_or_vulnerable", "Grieving or vulnerable people"
    PROTECTED_GROUP = "protected_group", "A group that is often discriminated against"
    INVESTORS = "investors", "Investors or the market"


class StillMisleading(Answer):
    """Can people still act on the wrong thing?"""

    YES = "yes", "Yes"
    NO = "no", "No"
    UNSURE = "unsure", "Not sure"


class Fault(Answer):
    """How did it happen?"""

    HONEST_SLIP = "honest_slip", "An honest slip"
    AVOIDABLE = "avoidable", "We could have known better"
    SYSTEM = "system", "A system or tool failed"
    SUPPLIER = "supplier", "An agency or supplier"
    OUTSIDER = "outsider", "An outsider got in"
    UNSURE = "unsure", "Not sure"


class RedFlag(Answer):
    """Something that needs a named owner before any public word."""

    PERSONAL_DATA = "personal_data", "Personal data got out"
    MARKET_INFORMATION = "market_information", "Could move a share price"
    SAFETY = "safety", "Somebody could come to harm"
    DISCRIMINATION = "discrimination", "Discrimination or a slur"
    FALSE_PRICE_OR_PRIZE = "false_price_or_prize", "A false price or prize"
    DEATH_OR_INJURY = "death_or_injury", "Death or injury is involved"
    MINORS = "minors", "Children or teenagers are involved"
    LAWSUIT_OR_REGULATOR = "lawsuit_or_regulator", "A lawsuit or regulator is likely"


class History(Answer):
    """Has this brand made the same kind of mistake within 365 days? Looked up, never asked."""

    FIRST_TIME = "first_time", "First time"
    HAPPENED_BEFORE = "happened_before", "Happened before"


CONFIDENCES = frozenset({Mistake.PRIVATE_INFO, Mistake.CONFIDENTIAL_INFO})
"""Mistakes that told what was not ours to tell."""
WORDLESS = frozenset({Mistake.TONE_DEAF, Mistake.BAD_TIMING, Mistake.ARGUMENT})
"""Mistakes of which the words themselves are the fault: where nothing in them is untrue, there is only *sorry* to say."""
SEEN_IN_PLACE = frozenset({Mistake.BROKEN_LINK_OR_IMAGE, Mistake.WRONG_IMAGE})
"""Mistakes of which everybody sees the right version once the post is mended."""
FACTUAL = frozenset({Harm.MISLEADS_PUBLIC, Harm.MISLEADS_DECISION})
"""What something does that is not so, and is believed."""


@dataclass(frozen=True, slots=True)
class Report:
    """The facts of one mistake. Defaults are how a missing answer is read (``oops decide``)."""

    what: str
    channel: Channel = Channel.OTHER
    mistake: Mistake = Mistake.WRONG_FACT
    harm: Harm = Harm.CONFUSION
    noticed: Noticed = Noticed.A_FEW
    undo: Undo = Undo.CANNOT
    affected: Affected | None = None
    still_misleading: StillMisleading = StillMisleading.UNSURE
    fault: Fault = Fault.UNSURE
    red_flags: frozenset[RedFlag] = frozenset()
    should_have_said: str = ""
    link: str = ""
    went_out_at: datetime | None = None
    reach: int | None = None

    @property
    def right_words(self) -> str:
        """Return what it should have said; empty where that was answered with “n/a”, “?” or “not sure yet”."""
        return "" if _NO_ANSWER.fullmatch(self.should_have_said) else self.should_have_said


def is_false_news(mistake: Mistake, harm: Harm, red_flags: frozenset[RedFlag]) -> bool:
    """Return whether a false alarm told of a death or an injury, and put nobody in fear of a danger."""
    is_about_safety = harm is Harm.SAFETY or RedFlag.SAFETY in red_flags
    is_news = RedFlag.DEATH_OR_INJURY in red_flags and not is_about_safety
    return mistake is Mistake.FALSE_ALARM and is_news
