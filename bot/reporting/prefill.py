"""What the words after ``/oops`` ask for, and what they give away of a report: only what they say plainly."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlsplit

from bot.links import inside_links
from bot.report import Answer, Channel, Mistake
from bot.typed import clean, from_slack

_CASE = re.compile(
    r"oops[\s\-\u2010-\u2015_#]*(?P<named>\d{1,40})|#?\s*(?P<bare>\d{1,9})", re.ASCII | re.IGNORECASE
)
_FIND = re.compile(r"find\b\s*(.*)", re.DOTALL | re.IGNORECASE)
_URL = re.compile(r"https?://[^\s<>\"|]+", re.IGNORECASE)
_WORD = re.compile(r"\S*\w\S*")
_WORDS_OF_A_REPORT = 2
_WORDS_OF_A_NAME = 2
_Choice = TypeVar("_Choice", bound=Answer)


class Command(StrEnum):
    """What ``/oops`` is asked to do."""

    REPORT = "report"
    HELP = "help"
    LIST = "list"
    CASE = "case"
    SETTINGS = "settings"
    STATS = "stats"
    FIND = "find"
    PRACTICE = "practice"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Request:
    """What the text asks for; ``number`` is a case's, ``text`` is what was typed, as a reader sees it.

    Of a search, ``text`` is what is to be found.
    """

    command: Command
    text: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Prefill:
    """What a text gives away of a report. ``what`` is the text without the address that went into ``link``."""

    what: str = ""
    link: str = ""
    channel: Channel | None = None
    mistake: Mistake | None = None


_SUBCOMMANDS = {
    command.value: command
    for command in (Command.HELP, Command.LIST, Command.SETTINGS, Command.STATS, Command.PRACTICE)
}


def route(text: str) -> Request:
    """Return what the text after ``/oops`` asks for: one of the subcommands, a case, or a report.

    Other text is a report when it has two words or an address; else it is unclear.
    """
    words = clean(from_slack(text))
    if words.lower() in _SUBCOMMANDS:
        return Request(_SUBCOMMANDS[words.lower()], words)
    if search := _FIND.fullmatch(words):
        return Request(Command.FIND, search[1])
    if case := _CASE.fullmatch(words):
        return Request(Command.CASE, words, int(case["named"] or case["bare"]))
    is_report = not words or _URL.search(words) or len(_WORD.findall(words)) >= _WORDS_OF_A_REPORT
    return Request(Command.REPORT if is_report else Command.UNCLEAR, words)


def read_text(text: str) -> Prefill:
    """Return what ``text`` (a command's or message's source) gives away: address, channel, kind of mistake.

    The address's host decides the channel; without a known one the words do, unless they name two.
    """
    words = clean(from_slack(text))
    link, what = _take_link(words)
    channel = channel_of_link(link) or _only(_CHANNEL_WORDS, what)
    return Prefill(what=what, link=link, channel=channel, mistake=_mistake(what))


def _take_link(words: str) -> tuple[str, str]:
    """Return the first address, one that the public can open before one inside Slack, and the words without it."""
    found = [(match.start(), _without_punctuation(match[0])) for match in _URL.finditer(words)]
    links = [(start, link) for start, link in found if _host(link)]
    if not links:
        return "", words
    start, link = min(links, key=lambda one: bool(inside_links(one[1])))
    return link, _tidy(words[:start] + words[start + len(link) :])


def _without_punctuation(url: str) -> str:
    """Return ``url`` without what ends the sentence around it; a bracket stays when the address opened it."""
    while url and (url[-1] in ".,;:!?'*_~`\u2019\u201d\u00bb" or _is_stray_bracket(url)):
        url = url[:-1]
    return url


def _is_stray_bracket(url: str) -> bool:
    opening = {")": "(", "]": "[", "}": "{"}.get(url[-1])
    return opening is not None and url.count(url[-1]) > url.count(opening)


def _tidy(words: str) -> str:
    without_brackets = re.sub(r"\(\s*\)|\[\s*\]|\"\s*\"", "", words)
    one_blank = re.sub(r"[^\S\n]{2,}", " ", without_brackets)
    return clean(re.sub(r"[^\S\n]+([.,;!?])(?=\s|$)", r"\1", one_blank))


def channel_of_link(link: str) -> Channel | None:
    """Return the channel whose site ``link`` is on, or None when its host does not say."""
    host = _host(link)
    for channel, hosts in _HOSTS.items():
        if any(host == known or host.endswith("." + known) for known in hosts):
            return channel
    # Any site can run Mastodon: its posts are at /@name/digits (or /@name@elsewhere/digits).
    is_mastodon = host and re.match(r"/@[\w.\-]+(?:@[\w.\-]+)?/\d+/?$", urlsplit(link).path)
    return Channel.MASTODON if is_mastodon else None


def _host(link: str) -> str:
    try:
        return (urlsplit(link).hostname or "").removesuffix(".")
    except ValueError:  # such as an unclosed [ of an IPv6 address
        return ""


_HOSTS: dict[Channel, tuple[str, ...]] = {
    Channel.X: ("x.com", "twitter.com"),
    Channel.FACEBOOK: ("facebook.com", "fb.com", "fb.me", "fb.watch"),
    Channel.INSTAGRAM: ("instagram.com", "instagr.am"),
    Channel.LINKEDIN: ("linkedin.com", "lnkd.in"),
    Channel.TIKTOK: ("tiktok.com",),
    Channel.YOUTUBE: ("youtube.com", "youtu.be"),
    Channel.THREADS: ("threads.net", "threads.com"),
    Channel.BLUESKY: ("bsky.app",),
    Channel.MASTODON: ("mastodon.social", "mastodon.online"),
    Channel.REDDIT: ("reddit.com", "redd.it"),
    Channel.EMAIL: ("mailchi.mp", "campaign-archive.com"),
    Channel.PRESS_RELEASE: ("prnewswire.com", "businesswire.com", "globenewswire.com"),
}


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)


_CHANNEL_WORDS: dict[Channel, re.Pattern[str]] = {
    Channel.X: re.compile(
        r"\b(?i:re-?tweet(?:ed|s|ing)?|tweet(?:ed|s|ing)?|twitter)\b|\b[Oo]n X\b|\bX post\b"
    ),
    Channel.FACEBOOK: _words("facebook|fb post|fb page"),
    Channel.INSTAGRAM: _words("instagram|insta|ig (?:post|story)"),
    Channel.LINKEDIN: _words("linked-?in"),
    Channel.TIKTOK: _words("tik-?tok"),
    Channel.YOUTUBE: _words("you-?tube"),
    Channel.THREADS: re.compile(r"\b[Oo]n Threads\b|\bThreads post\b"),
    Channel.BLUESKY: _words("blue-?sky|skeet(?:ed|s)?"),
    Channel.MASTODON: _words("mastodon|toot(?:ed|s)?"),
    Channel.REDDIT: _words("(?:sub)?reddit"),
    Channel.EMAIL: _words("e-?mail(?:s|ed|ing)?|news-?letters?|mailing|mailshot|mail merge|b?cc(?:'?e?d)?"),
    Channel.PUSH_SMS: _words(
        "push(?! (?:to|the|it|this|that|them|us|back|for|through|out)\\b)|sms|text messages?|texted"
    ),
    Channel.WEBSITE: _words("web-?site|web ?site|home-?page|web ?page|landing page|in (?:the|our) app"),
    Channel.PRESS_RELEASE: _words("(?:press|media|news) releases?|press statement"),
    Channel.PRINT_BROADCAST: _words(
        "tv|television|radio|newspaper|magazine|billboards?|on air|leaflets?|flyers?|brochures?"
    ),
    Channel.IN_PERSON: _words("in person|on stage|in (?:a|my|our|the|his|her|their) speech"),
}

_OF_MONEY = "(?:bank|savings|checking|current|giro|deposit|payment|donations?|escrow|credit)\\b"
_WHAT_IT_HAS = "numbers?|no|nos|names?|details?|data|codes?|balances?|holders?|statements?|figures?|pictures?|photos?|pics?|images?|links?"
# In this order, the plainest first: "wrong date in a test mail" is a test.
_MISTAKE_WORDS: dict[Mistake, re.Pattern[str]] = {
    Mistake.WRONG_ACCOUNT: _words(
        f"wrong (?:(?!{_OF_MONEY})\\w+ )?(?:account|profile|handle)(?! (?:{_WHAT_IT_HAS})\\b)"
    ),
    Mistake.PRIVATE_INFO: _words(
        'b?cc(?:\'?e?d)?|(?:in|into|on) (?:the )?["“]?to["”]?:? (?:line|field)|personal data|private (?:data|information|info|address(?:es)?|numbers?)|home address(?:es)?'
    ),
    Mistake.CONFIDENTIAL_INFO: _words("embargo(?:ed)?|confidential|under nda"),
    Mistake.FALSE_ALARM: _words("false alarm"),
    Mistake.UNFINISHED_OR_TEST: _words(
        "test (?:e-?mails?|mails?|posts?|messages?|push|alerts?|notifications?|tweets?|newsletters?|sms|went|was)"
        "|(?:was|is) (?:only |just )?a test|^test|lorem ipsum|placeholders?|unfinished|half-?finished|draft (?:went|was sent|version)"
    ),
    Mistake.WRONG_PRICE_OR_OFFER: _words(
        "(?:wrong|incorrect) (?:\\w+ )?(?:prices?|discount|offer|code|coupon|voucher)|pric(?:e|ing) (?:error|mistake)"
    ),
    Mistake.WRONG_AUDIENCE: _words(
        "wrong (?:\\w+ )?(?:audience|people|list|segment|group|recipients?|customers?|subscribers?|person)|repl(?:y|ied)[ -]all"
    ),
    Mistake.WRONG_IMAGE: _words(
        "(?:wrong|incorrect) (?:\\w+ )?(?:image|picture|photo|video|logo|gif|flag|graphic)s?"
    ),
    Mistake.WRONG_LABEL: _words("(?:wrong|incorrect) (?:\\w+ )?(?:label|caption)s?|mislabell?ed"),
    Mistake.BROKEN_LINK_OR_IMAGE: _words(
        "(?:wrong|broken|dead) (?:links?|urls?|images?)|(?:links?|images?) (?:is|are|was|were) (?:broken|dead)"
        "|links? (?:does not|doesn.t|do not|don.t|did not|didn.t) work|404"
    ),
    Mistake.WRONG_FACT: _words(
        "(?:wrong|incorrect) (?:\\w+ )?(?:dates?|days?|times?|year|names?|numbers?|figures?|facts?|place|address|venue|city|title)"
        f"|(?:wrong|incorrect) {_OF_MONEY} (?:account|details)|(?:wrong|incorrect) (?:\\w+ )?account (?:numbers?|names?|details|codes?)"
    ),
    Mistake.TYPO: _words("typos?|misspel(?:t|led|ling|lings)|mis-spel(?:t|led)|spelling|grammar"),
    Mistake.SENT_BY_ACCIDENT: _words("by accident|by mistake|accidentally|too early|prematurely"),
    Mistake.TONE_DEAF: _words("tone[- ]deaf"),
    Mistake.BAD_TIMING: _words("bad timing|badly timed|bad moment"),
}


def named_brand(what: str, names: Mapping[str, str]) -> str | None:
    """Return the key of the one brand whose whole name the words say, or None where they say none or several.

    A name of one word may be a word like any other: it counts as it is spelt, and not where every sentence has a capital.
    """
    said = [key for key, name in names.items() if _says(what, name)]
    longest = max(said, key=lambda key: len(names[key]), default=None)
    is_one = all(names[key].casefold() in names[longest].casefold() for key in said) if longest else False
    return longest if is_one else None


def _says(what: str, name: str) -> bool:
    is_one_word = len(_WORD.findall(name)) < _WORDS_OF_A_NAME
    pattern = rf"(?<!\w){re.escape(name.strip())}(?!\w)"
    found = re.finditer(pattern, what, re.NOFLAG if is_one_word else re.IGNORECASE)
    return bool(name.strip()) and any(place.start() > 0 or not is_one_word for place in found)


_DANGERS = "flood|storm|tornado|hurricane|fire|bomb|gas(?: leak)?|earthquake|nuclear|radiation|attack|missile|tsunami"
_ALARMS = _words(
    "evacuat(?:e|ed|es|ing|ion)|(?:take|seek) (?:cover|shelter)|shelter in place|active shooter|air[- ]raid"
    "|leave (?:the|their|your) (?:building|homes?|houses?)|boil (?:your |their |the )?water|tsunami(?! of)|missiles?"
    f"|(?:{_DANGERS}|emergency|evacuation|disaster|danger|amber|siren|boil[- ]water) (?:(?!safety)\\w+ )?(?:alerts?|alarms?|warnings?)"
    f"|(?:alerts?|alarms?|warnings?|warn(?:ed|ing)?|told)(?: \\w+)? (?:about|of|for|there (?:is|was)) (?:an? )?(?:{_DANGERS})"
    "|sirens?|alarm(?! clock)"
)
"""Words that tell people to fear for their lives: where they went out for nothing, a false alarm is called off."""
_FOR_NOTHING = {Mistake.UNFINISHED_OR_TEST, Mistake.SENT_BY_ACCIDENT}
_NOT_REAL = _words(
    "drill|exercise|in error|false|hoax|not real|no danger|nobody meant|not meant|tests?|prematurely"
)


def _mistake(what: str) -> Mistake | None:
    """Return the kind of mistake that the words name. An alarm that was only a test, or sent by mistake, is a false alarm before all."""
    named = _first(_MISTAKE_WORDS, what)
    is_for_nothing = named in _FOR_NOTHING or (named is None and _NOT_REAL.search(what))
    return Mistake.FALSE_ALARM if is_for_nothing and _ALARMS.search(what) else named


def _only(patterns: dict[_Choice, re.Pattern[str]], words: str) -> _Choice | None:
    """Return the one choice that the words name, or None when they name none or several."""
    named = [choice for choice, pattern in patterns.items() if pattern.search(words)]
    return named[0] if len(named) == 1 else None


def _first(patterns: dict[_Choice, re.Pattern[str]], words: str) -> _Choice | None:
    return next((choice for choice, pattern in patterns.items() if pattern.search(words)), None)
