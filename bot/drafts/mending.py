"""What was done about the mistake, and what readers are asked to do."""

import re

from bot.channels import is_cut_out, is_still_readable
from bot.draft_kinds import DraftKind
from bot.drafts.gestures import gesture_of
from bot.drafts.outsiders import warning_of
from bot.drafts.situation import PUT_RIGHT_IN_PLACE, SPOKEN, TO_BE_IGNORED, Situation
from bot.drafts.words import Speaker
from bot.plan import Level
from bot.report import CONFIDENCES, Channel, Harm, Mistake, Undo

_TO_BE_DELETED = {*CONFIDENCES, Mistake.WRONG_AUDIENCE}
_DELIVERED = {Channel.EMAIL, Channel.PUSH_SMS, Channel.OTHER}
_STAYS = {Channel.EMAIL, Channel.PUSH_SMS, Channel.IN_PERSON, Channel.PRINT_BROADCAST}
_CAPTIONED = {Channel.TIKTOK, Channel.INSTAGRAM}
"""Where only the words beside it can be corrected."""
_DONE = {
    Undo.EDIT: "corrected",
    Undo.DELETE_AND_REPOST: "replaced",
    Undo.DELETE: "removed",
    Undo.ALREADY_GONE: "removed",
}


_TOLD = re.compile(
    r"\b(?:we|i|have|has|had|been|is|are|was|were|['’](?:ve|s))(?: (?:now|already|since|\w+ly))? "
    r"(?:corrected|edited|updated|fixed|replaced|swapped|removed|deleted|gone|withdrawn|withdrew|pulled|unpublished"
    r"|(?:taken|took|cut)(?: \w+){0,3} (?:down|out|back|off))\b",
    re.IGNORECASE,
)


def tells_what_was_done(text: str) -> bool:
    """Return whether a text says that the original is mended or gone, as ours do, or in somebody's own words."""
    return _TOLD.search(text) is not None


def mended_of(situation: Situation, speaker: Speaker, it: str) -> str:
    """Return what we have done about ``it``, the post; empty where it stays as it is, or cannot be taken back."""
    undo, channel = situation.undo, situation.report.channel
    if is_still_readable(channel, situation.report.mistake, undo):
        undo = Undo.DELETE
    if situation.plan.level is Level.LET_IT_GO and undo is not Undo.ALREADY_GONE:
        return ""  # it stays as it is
    is_removal = undo in {Undo.DELETE, Undo.ALREADY_GONE}
    if undo is Undo.CANNOT or situation.kind is DraftKind.ALL_CLEAR or (is_removal and channel in _STAYS):
        return ""
    if undo is Undo.EDIT and is_cut_out(channel, situation.report.mistake):
        part = "that" if situation.report.mistake in CONFIDENCES else "the mistake"
        return f"{speaker.start} {speaker.have} taken {part} out of {it}."
    if is_removal and (gesture := gesture_of(situation.report, situation.brand.name)):
        back = "the like back" if gesture == "liked" else f"it off {speaker.our} account"
        return f"{speaker.start} {speaker.have} taken {back}."
    done = "withdrawn" if is_removal and channel is Channel.PRESS_RELEASE else _DONE[undo]
    return f"{speaker.start} {speaker.have} {done} {'the caption' if undo is Undo.EDIT and channel in _CAPTIONED else it}."


def request_of(situation: Situation, post: str, it: str = "") -> str:
    """Return what readers should do about ``it``, the post, if anything."""
    mistake = situation.report.mistake
    if situation.kind is DraftKind.PRIVATE_NOTE and mistake in _TO_BE_DELETED:
        return _to_be_deleted(situation, post)
    if mistake in CONFIDENCES:
        is_to_them = situation.kind is DraftKind.PUBLIC_CORRECTION and situation.report.channel in _DELIVERED
        return "Please delete it, and do not pass it on." if is_to_them else "Please do not pass it on."
    if situation.is_by_an_outsider:
        return warning_of(situation, it)
    is_ignored = mistake in TO_BE_IGNORED and not situation.is_only_hurtful
    return _to_be_ignored(situation, post) if is_ignored else ""


def _to_be_ignored(situation: Situation, post: str) -> str:
    if situation.undo in PUT_RIGHT_IN_PLACE:
        return "Please ignore the first version."
    is_right_told = situation.right_words or situation.is_believed_stray
    if is_right_told and situation.undo is Undo.CANNOT:
        return f"Please ignore the earlier {post}."
    return "Please ignore it."


def caution_of(situation: Situation, post: str) -> str:
    """Return what people who may act on it should not do, where no request has told them; empty where nobody may."""
    report = situation.report
    is_called_off = report.mistake is Mistake.FALSE_ALARM
    if not situation.is_acted_on or is_called_off or request_of(situation, post):
        return ""
    is_replaced = situation.undo in PUT_RIGHT_IN_PLACE or report.channel in SPOKEN
    return f"Please do not go by the earlier {'version' if is_replaced else post}."


def help_of(situation: Situation, speaker: Speaker) -> str:
    """Return what is offered to those who have acted on it, where they read it in private or can answer; empty where it costs nobody anything."""
    report = situation.report
    is_answered = situation.kind is DraftKind.PRIVATE_NOTE or (
        situation.kind is DraftKind.PUBLIC_CORRECTION and report.channel is Channel.EMAIL
    )
    is_costly = situation.is_acted_on and report.harm is Harm.MISLEADS_DECISION
    if not (is_costly and is_answered) or report.mistake is Mistake.FALSE_ALARM:
        return ""
    return f"If you have already acted on it, please tell {speaker.us}: {speaker.again} will help you put it right."


def _to_be_deleted(situation: Situation, post: str) -> str:
    """Return that the post is to be deleted, to those who got it; of those whose information it is, not all may have."""
    if not _is_of_the_readers(situation):
        is_far = situation.right_words or situation.is_by_an_outsider
        it = f"the {post}" if is_far else "it"  # after what is right, “it” would be that
        return f"Please delete {it}, and do not pass it on."
    is_delivered = situation.report.channel in _DELIVERED
    return f"If you received the {post}, please delete it, and do not pass it on." if is_delivered else ""


def _is_of_the_readers(situation: Situation) -> bool:
    """Return whether a private note is written to those whose information it is."""
    report = situation.report
    is_shown_to_all = report.channel not in _DELIVERED
    is_theirs = report.mistake is Mistake.PRIVATE_INFO or (
        situation.is_by_an_outsider and situation.is_breach
    )
    return is_theirs or (report.mistake is Mistake.CONFIDENTIAL_INFO and is_shown_to_all)
