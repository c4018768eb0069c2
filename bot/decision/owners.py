"""Whom to call about what, where the brand names nobody. Practice, never legal advice."""

from dataclasses import dataclass, replace

from bot.report import RedFlag


@dataclass(frozen=True, slots=True)
class Owner:
    """Whom to call about one thing: the role's words, and what to ask, by when (minutes after the report).

    ``if_kept`` is asked too where nothing is changed before the answer, ``of_false_alarm`` instead where there was no danger.
    """

    who: str
    ask: str
    minutes: int
    if_kept: str = ""
    of_false_alarm: str = ""


_CHANGE_NOTHING = "; change and delete nothing before"

OWNERS = {
    RedFlag.PERSONAL_DATA: Owner(
        "the privacy officer",
        "what got out, whose it is, how to contain it, and whether the authority has to hear of it within 72 hours",
        30,
    ),
    RedFlag.MARKET_INFORMATION: Owner(
        "investor relations and securities counsel",
        "what may be said, where it is filed, and by when: the deadline can be 24 hours or the next start of trading",
        15,
    ),
    RedFlag.SAFETY: Owner(
        "whoever is on duty for safety",
        "who could be in danger, and how they are warned",
        10,
        of_false_alarm="who came to harm because of the alarm, and who still has to hear that there is no danger",
    ),
    RedFlag.DISCRIMINATION: Owner(
        "a senior leader",
        "sign-off on the words, and who speaks to the people it is about",
        60,
    ),
    RedFlag.FALSE_PRICE_OR_PRIZE: Owner(
        "counsel for consumer matters",
        "whether to honour or to cancel, before anything is promised or refused",
        60,
    ),
    RedFlag.DEATH_OR_INJURY: Owner(
        "a senior leader and counsel",
        "sign-off on the words, and who speaks to the families",
        30,
    ),
    RedFlag.MINORS: Owner(
        "whoever is responsible for safeguarding, and a senior leader",
        "how the children and their parents are protected and told",
        30,
    ),
    RedFlag.LAWSUIT_OR_REGULATOR: Owner(
        "counsel",
        "what may be said, and what has to be kept",
        30,
        _CHANGE_NOTHING,
    ),
}
"""Per red flag. Sources: the GDPR, Regulation FD, courts on preserving evidence (see ``sources``), and communications practice."""

COUNSEL = Owner("counsel", "what may be said, and what has to be kept", 30, _CHANGE_NOTHING)
LEADER = Owner("whoever leads the organisation", "their name under the apology, and what will change", 60)
UNNAMED = "whether they stand behind this answer, and what will change"
"""What a leader is asked where no apology goes out in their name."""
CONFIDANT = Owner(
    "whoever the information belongs to", "what got out, and what they want to say themselves", 30
)
SECOND_READER = Owner(
    "somebody you trust who had no part in it (and whoever owns the account, if that is not you)",
    "how the words sound to those they are for, and what has to be different",
    60,
)
"""Of an account of one person's own there is nobody above them: what helps is that somebody else hears the words first."""

OF_ONE_PERSON = {
    RedFlag.PERSONAL_DATA: replace(
        OWNERS[RedFlag.PERSONAL_DATA], who="somebody who advises on data protection"
    ),
    RedFlag.DISCRIMINATION: Owner(
        "somebody you trust who knows the people it is about",
        "how the words sound to them, and whether to speak to them yourself",
        60,
    ),
    RedFlag.DEATH_OR_INJURY: replace(OWNERS[RedFlag.DEATH_OR_INJURY], who="counsel"),
    RedFlag.MINORS: replace(OWNERS[RedFlag.MINORS], who="whoever is responsible for the children"),
}
"""Per red flag, whom an organisation has and one person has not."""
INVESTOR_RELATIONS = OWNERS[RedFlag.MARKET_INFORMATION]
SAFETY_DUTY = OWNERS[RedFlag.SAFETY]
