"""What the lint can say: every label with its reason, its mending and its weight.

Sources, in full: A1..A7 are the parts of the article on answering an online mistake that the product stands on. Ingall & McCarthy:
"Sorry, Sorry, Sorry" (2023) and their site SorryWatch. Benoit: "Accounts, Excuses, and Apologies" (1995). Lewicki, Lount & Polin:
"An Exploration of the Structure of Effective Apologies" (2016). Coombs & Holladay: "The paracrisis" (2012).
"""

from enum import StrEnum
from typing import Self


class Label(StrEnum):
    """A kind of finding. ``called`` is its name for people, ``why`` and ``mend`` are sentences for the person who edits.

    ``blocks`` stops an approval.
    """

    called: str
    why: str
    mend: str
    source: str
    blocks: bool
    can_keep: bool

    def __new__(  # noqa: PLR0917  what a label is made of, one a line below
        cls,
        value: str,
        called: str,
        why: str,
        mend: str,
        source: str,
        blocks: bool = False,
        can_keep: bool = True,
    ) -> Self:
        label = str.__new__(cls, value)
        label._value_ = value
        label.called, label.why, label.mend, label.source = called, why, mend, source
        label.blocks, label.can_keep = blocks, can_keep
        return label

    @property
    def needs_approver(self) -> bool:
        """Return whether only an approver, with a reason, may keep a text against this finding."""
        return self.blocks and self.can_keep

    EXCUSE = (
        "excuse",
        "excuse",
        "This gives a reason that makes our part look smaller.",
        "Leave the reason out: say what we did and what is right.",
        "A5; Benoit, evading responsibility",
    )
    BLAME_SHIFT = (
        "blame_shift",
        "blame on others",
        "This puts it on somebody or something else.",
        "Say “we”: whoever pressed the button, it is our account.",
        "A5; Benoit, shifting blame",
        True,
    )
    CONDITIONAL = (
        "conditional",
        "apology with an “if”",
        "The apology only holds if somebody was hurt.",
        "Say sorry for what we did, without “if”, “any” or “may have”.",
        "A4; Ingall & McCarthy",
        True,
    )
    NON_APOLOGY = (
        "non_apology",
        "sorry for something else",
        "This is sorry for how people feel or see it, not for what we did.",
        "Name what we did: “We are sorry that we …”.",
        "A4; Ingall & McCarthy",
        True,
    )
    PASSIVE_EVASION = (
        "passive_evasion",
        "nobody does it",
        "Nobody does it in this sentence.",
        "Say who did it: “We …”.",
        "A5; SorryWatch",
    )
    MINIMISING = (
        "minimising",
        "playing it down",
        "This makes it smaller than the people affected see it.",
        "Leave out the words that shrink it.",
        "Benoit, minimisation",
    )
    SELF_PITY = (
        "self_pity",
        "self-pity",
        "This is about how hard it is for us.",
        "Speak about the people affected, or leave it out.",
        "A5; SorryWatch",
    )
    SELF_PROMOTION = (
        "self_promotion",
        "self-promotion",
        "This praises or sells us in the middle of an apology.",
        "Leave out values, awards and offers; an offer that repairs the harm may stay.",
        "A4; Benoit, bolstering; SorryWatch",
    )
    TOO_LONG = (
        "too_long",
        "too long",
        "This is longer than a broad message should be.",
        "Keep the apology, what is right, and the repair.",
        "A4",
    )
    NO_APOLOGY = (
        "no_apology",
        "apology missing",
        "An apology is called for, and there is none; regret alone is not one.",
        "Add “We are sorry” or “We apologise”.",
        "A4; Ingall & McCarthy",
        True,
    )
    NO_CORRECTION = (
        "no_correction",
        "correction missing",
        "A correction is called for, and the right information is missing.",
        "Add what is right, or the right link.",
        "A4",
        True,
    )
    REPEATS_HARM = (
        "repeats_harm",
        "the harm said again",
        "This says the harmful thing again.",
        "Say what is true, and name the harm without repeating it.",
        "A2; newsroom corrections practice",
        True,
    )
    ARGUMENTATIVE = (
        "argumentative",
        "arguing",
        "This argues with people or tells them how to behave.",
        "Leave it out; answer individuals off-line.",
        "A6",
    )
    OVERPROMISE = (
        "overpromise",
        "a promise too large",
        "This promises more than anybody can keep.",
        "Say what is done now, or what you will do, with a date you can keep.",
        "A4; Lewicki, Lount & Polin",
    )
    LEGAL_ADMISSION = (
        "legal_admission",
        "admission in law",
        "These words can count as admitting a legal fault.",
        "Show this sentence to counsel before it goes out.",
        "Lawyers' practice on apologies and liability",
    )
    JOKE_IN_SERIOUS = (
        "joke_in_serious",
        "joke in a serious case",
        "This jokes about something that hurt or misled people.",
        "Leave the humour out.",
        "A4; Coombs & Holladay (humour is the least advised answer)",
        True,
    )
    EMOJI_HASHTAG_SERIOUS = (
        "emoji_hashtag_serious",
        "emoji or hashtag in a serious case",
        "An emoji or hashtag makes a serious message look light, and spreads it.",
        "Take it out.",
        "A4; A7",
    )
    TAGS_PEOPLE = (
        "tags_people",
        "mention of people",
        "A mention pings people and opens a public thread.",
        "Leave the handle out; reach the person off-line.",
        "A3; A6",
    )
    OFF_VOICE = (
        "off_voice",
        "not the brand's voice",
        "This does not sound like the brand.",
        "Say it in the brand's own register.",
        "A4",
    )
    GAP = (
        "gap",
        "gap",
        "Something still has to be filled in here.",
        "Replace the brackets with the fact.",
        "A4",
        True,
        False,
    )
    UNKNOWN_LINK = (
        "unknown_link",
        "unknown link",
        "This link is not in the report, or it cannot work.",
        "Check the link, or use the one in the report.",
        "A4",
    )
    INSIDE_LINK = (
        "inside_link",
        "address inside Slack",
        "This leads into your workspace: the public cannot open it, and it shows what is yours.",
        "Leave it out, or give an address that everybody can open.",
        "A4",
        True,
    )
    CONTRADICTS_REPORT = (
        "contradicts_report",
        "differs from the report",
        "This differs from what the report says is right.",
        "Use the fact from the report, or change the report.",
        "A4",
        True,
    )
    OVER_LENGTH = (
        "over_length",
        "too long for the channel",
        "This does not fit the channel.",
        "Shorten it.",
        "The channel's published limit",
        True,
        False,
    )
    MISSPELLING = (
        "misspelling",
        "misspelling",
        "This looks misspelt.",
        "Check the spelling: a slip in an apology becomes the next story.",
        "A4; codespell's list of known misspellings",
    )


def called(value: str) -> str:
    """Return a stored label's name for people; one that is no longer known is shown as it is."""
    return next((label.called for label in Label if label == value), value.replace("_", " "))
