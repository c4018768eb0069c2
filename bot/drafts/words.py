"""The words that draft templates share: who speaks, what the thing is called, and which of several words the brand likes."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.brand import BrandProfile, Relation
from bot.report import Channel
from bot.right_words import BARE_LINK
from bot.typed import at_the_start, clean, clean_line
from bot.voice import ApologyVerb, Pronoun, Voice

LONGEST_SPEAKER = 40  # characters; a longer name says “we” after all, since it would fill a short post

_MEDIA = {
    Channel.EMAIL: ("e-mail", "message"),
    Channel.PUSH_SMS: ("message", "alert"),
    Channel.WEBSITE: ("page", "website"),
    Channel.PRESS_RELEASE: ("press release", "statement"),
    Channel.PRINT_BROADCAST: ("piece", "report"),
    Channel.IN_PERSON: ("talk", "speech"),
    Channel.OTHER: ("message", "announcement"),
    Channel.YOUTUBE: ("video", "post"),
    Channel.TIKTOK: ("video", "post"),
}
_POST = ("post", "message")
_SENT = {
    Channel.EMAIL: "sent",
    Channel.PUSH_SMS: "sent",
    Channel.PRESS_RELEASE: "sent",
    Channel.OTHER: "sent",
    Channel.IN_PERSON: "gave",
}
_HOLDS = {Channel.WEBSITE: "on", Channel.PRINT_BROADCAST: "in"}
"""What goes on existing, and is no mistake by itself."""

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip  # English whatever the machine's locale is
_MONTH = f"(?:{'|'.join(_MONTHS).lower()})"
_DAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONEY = "(?:[£$€]|eur|usd|gbp|euros?|dollars?|pounds?)"
_NOUNS = tuple(
    (noun, re.compile(pattern, re.IGNORECASE))
    for noun, pattern in (
        ("link", rf"(?:https?://|www\.)\S+|{BARE_LINK}"),
        ("price", rf"[£$€] ?\d[\d.,]*|\d[\d.,]* ?{_MONEY}"),
        ("time", r"(?:at )?(?:\d{1,2}[:.]\d\d(?: ?[ap]\.?m)?|\d{1,2} ?[ap]\.?m)"),
        ("day", rf"(?:on )?{_DAY}"),
        (
            "date",
            rf"(?:on )?(?:{_DAY},? )?(?:the )?\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}(?:,? \d{{4}})?",
        ),
        ("date", rf"(?:on )?(?:{_DAY},? )?{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?"),
        ("number", r"\d[\d.,]*(?: ?(?:%|percent|per cent))?"),
    )
)

_MONEY_AMOUNT = re.compile(rf"[£$€] ?\d|\d ?{_MONEY}(?!\w)|\d ?[pc](?![\w.])", re.IGNORECASE)
_OFFER = re.compile(
    r"%|\b(?:off|free|gift|prize|win|winners?|codes?|vouchers?|coupons?|discounts?|offers?|deals?|for)\b",
    re.IGNORECASE,
)

Pick = Callable[..., str]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, with the forms that go with it."""

    we: str
    our: str
    us: str
    are: str
    have: str
    sorry: str

    @property
    def start(self) -> str:
        """Return who speaks as a sentence begins with it."""
        return at_the_start(self.we)

    @property
    def is_named(self) -> bool:
        """Return whether the brand is spoken of by its name."""
        return self.our == "its"

    @property
    def again(self) -> str:
        """Return who speaks, further on in a sentence that has named them."""
        return "it" if self.is_named else self.we

    @property
    def whose(self) -> str:
        """Return whose it is in a headline, where nobody was named yet."""
        return f"{self.we}'s" if self.is_named else self.our


def speaker_of(voice: Voice, brand: BrandProfile, pick: Pick) -> Speaker:
    """Return who speaks: “we”, “I”, or the brand's name where there is one of a usable length."""
    name = clean_line(brand.name)
    if voice.pronoun is Pronoun.NAME and brand.relation is not Relation.PERSONAL:
        if 0 < len(name) <= LONGEST_SPEAKER:
            start = at_the_start(name)
            return Speaker(
                name, "its", name, "is", "has", _sorry(voice, pick, f"{start} is", f"{start} apologises")
            )
    elif voice.pronoun is not Pronoun.WE:
        joined = "I'm" if voice.contractions else "I am"
        return Speaker("I", "my", "me", "am", "have", _sorry(voice, pick, joined, "I apologise"))
    joined = "We're" if voice.contractions else "We are"
    return Speaker("we", "our", "us", "are", "have", _sorry(voice, pick, joined, "We apologise"))


def _sorry(voice: Voice, pick: Pick, joined: str, apologise: str) -> str:
    ways = (f"{joined} sorry", apologise)
    return pick(*(ways if voice.apology_verb is ApologyVerb.SORRY else ways[::-1]))


def picker(voice: Voice) -> Pick:
    """Return the function that picks the first of several ways to say something that the brand likes, or does not avoid."""
    use = [f" {word.strip().lower()} " for word in voice.words_to_use if word.strip()]
    avoid = [f" {word.strip().lower()} " for word in voice.words_to_avoid if word.strip()]

    def pick(*ways: str) -> str:
        allowed = [way for way in ways if not any(word in f" {way.lower()} " for word in avoid)] or list(ways)
        return next((way for way in allowed if any(word in f" {way.lower()} " for word in use)), allowed[0])

    return pick


def medium(channel: Channel, speaker: Speaker, pick: Pick, *, date: str) -> dict[str, str]:
    """Return what went out, in the forms a sentence needs; ``date`` (such as “4 May”) may be empty."""
    post = pick(*_MEDIA.get(channel, _POST))
    of_date, on_date = (f" of {date}", f" on {date}") if date else ("", "")
    a_post = f"{'an' if post[0] in 'aeiou' else 'a'} {post}{on_date}"
    where = "on" if channel is Channel.WEBSITE else "in"
    return {
        "post": post,
        "post_of_date": f"{post}{of_date}",
        "our_post": f"{speaker.our} {post}{of_date}",
        "Our_post": at_the_start(f"{speaker.our} {post}{of_date}"),
        "whose_post": f"{speaker.whose} {post}{of_date}",
        "in_our_post": f"{where} {speaker.our} {post}{of_date}",
        "a_post": a_post,
        "A_post": at_the_start(a_post),
        "sent": _SENT.get(channel, "published"),
    }


def date_of(moment: datetime | None) -> str:
    """Return the day of a moment on its own clock, such as “4 May”; empty for none."""
    return f"{moment.day} {_MONTHS[moment.month - 1]}" if moment else ""


def sorry_for(channel: Channel, whose_post: str) -> str:
    """Return what a headline is sorry for: not for a page or a piece, but for what was on it or in it."""
    where = _HOLDS.get(channel, "")
    return f"what was {where} {whose_post}" if where else whose_post


def wrong_thing(should_have_said: str) -> str:
    """Return the plain noun for what was wrong (“day”, “price”), where the right words are nothing but that; else empty."""
    right = clean(should_have_said).rstrip(".!")
    return next((noun for noun, pattern in _NOUNS if pattern.fullmatch(right)), "")


def is_price(right: str) -> bool:
    """Return whether the right words show that a price was wrong, and not what is offered for it."""
    return _MONEY_AMOUNT.search(right) is not None and not _OFFER.search(right)
