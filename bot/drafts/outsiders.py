"""What is said of a stranger who spoke in the brand's name, and what readers are warned of. A stranger's deed is told, never only denied."""

from bot.drafts.situation import PUT_RIGHT_IN_PLACE, SPOKEN, Situation
from bot.drafts.words import Speaker
from bot.report import Channel, Mistake

_IN_OUR_NAME = {*SPOKEN, Channel.PRESS_RELEASE, Channel.OTHER}
"""Where there is no account of ours that somebody could get into, or nobody knows of one."""


def told_of(situation: Situation, speaker: Speaker, thing: dict[str, str]) -> dict[str, str]:
    """Return how it is told: ``outsider_did`` before anybody was named, ``outsider_then`` after that, ``outsider_got_in`` of it alone."""
    before, after = (_got_in(situation, whose, thing) for whose in (speaker.whose, speaker.our))
    return {
        "outsider_did": _did(situation, before, speaker, thing),
        "outsider_then": _did(situation, after, speaker, thing),
        "outsider_got_in": after,
        "outsider_sent_it": f"{_got_in(situation, speaker.our, thing, 'it')}{_and_sent(situation, thing, 'it')}",
    }


def pronoun_of(situation: Situation, right: str, post: str) -> str:
    """Return what the post is called once it was told of: “it”, unless that would be what is ``right``, or what leaked."""
    is_leak = situation.is_breach or situation.report.mistake is Mistake.CONFIDENTIAL_INFO
    return f"the {post}" if right or is_leak or not situation.is_by_an_outsider else "it"


def warning_of(situation: Situation, it: str) -> str:
    """Return what readers are asked to do about what a stranger posted; empty where it only hurt."""
    if situation.is_only_hurtful:
        return ""
    if situation.undo in PUT_RIGHT_IN_PLACE:
        it = "the first version"
    if not situation.may_be_acted_on:
        return f"Please ignore {it}."
    is_only_words = situation.report.channel in {*SPOKEN, Channel.PRESS_RELEASE}
    return f"Please do not act on {it}{'.' if is_only_words else ', use its links, pay or reply.'}"


def _got_in(situation: Situation, whose: str, thing: dict[str, str], what: str = "") -> str:
    if situation.report.channel in _IN_OUR_NAME:
        return f"Somebody else {thing['sent']} {what or 'the ' + thing['post_of_date']} in {whose} name"
    place = "website" if situation.report.channel is Channel.WEBSITE else "account"
    return f"Somebody else had access to {whose} {place}"


def _did(situation: Situation, got_in: str, speaker: Speaker, thing: dict[str, str]) -> str:
    if situation.is_breach:
        return f"{got_in}, and private information got out"
    if situation.report.mistake is Mistake.CONFIDENTIAL_INFO:
        return f"{got_in}, and information got out that should have stayed with {speaker.us}"
    return got_in + _and_sent(situation, thing, f"the {thing['post_of_date']}")


def _and_sent(situation: Situation, thing: dict[str, str], what: str) -> str:
    return "" if situation.report.channel in _IN_OUR_NAME else f" and {thing['sent']} {what}"
