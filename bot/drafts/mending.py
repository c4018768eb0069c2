"""What was done about the mistake, and what readers are asked to do: which of it is said. How it is said is in ``parts/``."""

import re
from enum import StrEnum

from bot.channels import is_cut_out, is_still_readable
from bot.draft_kinds import DraftKind
from bot.drafts.situation import TO_BE_IGNORED, Situation
from bot.plan import Level
from bot.report import CONFIDENCES, Channel, Harm, Mistake, Undo


class Done(StrEnum):
    """What has become of the original."""

    CORRECTED = "corrected"
    REPLACED = "replaced"
    REMOVED = "removed"
    WITHDRAWN = "withdrawn"
    CAPTION_CORRECTED = "caption_corrected"
    CUT_OUT = "cut_out"


class Request(StrEnum):
    """What readers are asked to do about the original."""

    DELETE = "delete"
    DELETE_POST = "delete_post"  # by its name: “it” would be what is right
    DELETE_IF_RECEIVED = "delete_if_received"
    KEEP = "keep"  # to themselves
    NOT_ACT = "not_act"
    IGNORE = "ignore"
    IGNORE_EARLIER = "ignore_earlier"


_TO_BE_DELETED = {*CONFIDENCES, Mistake.WRONG_AUDIENCE}
_DELIVERED = {Channel.EMAIL, Channel.PUSH_SMS, Channel.OTHER}
_STAYS = {Channel.EMAIL, Channel.PUSH_SMS, Channel.IN_PERSON, Channel.PRINT_BROADCAST}
_CAPTIONED = {Channel.TIKTOK, Channel.INSTAGRAM}
"""Where only the words beside it can be corrected."""
_DONE = {
    Undo.EDIT: Done.CORRECTED,
    Undo.DELETE_AND_REPOST: Done.REPLACED,
    Undo.DELETE: Done.REMOVED,
    Undo.ALREADY_GONE: Done.REMOVED,
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


def mended_of(situation: Situation) -> Done | None:
    """Return what we have done about the post; None where it stays as it is, or cannot be taken back."""
    undo, channel = situation.undo, situation.report.channel
    if is_still_readable(channel, situation.report.mistake, undo):
        undo = Undo.DELETE
    is_left = situation.plan.level is Level.LET_IT_GO and undo is not Undo.ALREADY_GONE
    is_removal = undo in {Undo.DELETE, Undo.ALREADY_GONE}
    is_out_there = undo is Undo.CANNOT or (is_removal and channel in _STAYS)
    if is_left or is_out_there or situation.kind is DraftKind.ALL_CLEAR:
        return None
    if undo is Undo.EDIT and is_cut_out(channel, situation.report.mistake):
        return Done.CUT_OUT
    if undo is Undo.EDIT and channel in _CAPTIONED:
        return Done.CAPTION_CORRECTED
    return Done.WITHDRAWN if is_removal and channel is Channel.PRESS_RELEASE else _DONE[undo]


def request_of(situation: Situation) -> Request | None:
    """Return what readers should do about the post, if anything; of a stranger's that only hurt, nothing."""
    mistake = situation.report.mistake
    if situation.kind is DraftKind.PRIVATE_NOTE and mistake in _TO_BE_DELETED:
        return _to_be_deleted(situation)
    if mistake in CONFIDENCES:
        is_to_them = situation.kind is DraftKind.PUBLIC_CORRECTION and situation.report.channel in _DELIVERED
        return Request.DELETE if is_to_them else Request.KEEP
    if situation.is_only_hurtful:
        return None
    if situation.is_by_an_outsider:
        return Request.NOT_ACT if situation.may_be_acted_on else Request.IGNORE
    return _to_be_ignored(situation) if mistake in TO_BE_IGNORED else None


def _to_be_deleted(situation: Situation) -> Request | None:
    """Return that the post is to be deleted, to those who got it; of those whose information it is, not all may have."""
    if not _is_of_the_readers(situation):
        is_far = situation.right_words or situation.is_by_an_outsider
        return Request.DELETE_POST if is_far else Request.DELETE
    return Request.DELETE_IF_RECEIVED if situation.report.channel in _DELIVERED else None


def _is_of_the_readers(situation: Situation) -> bool:
    """Return whether a private note is written to those whose information it is."""
    report = situation.report
    is_shown_to_all = report.channel not in _DELIVERED
    is_theirs = report.mistake is Mistake.PRIVATE_INFO or (
        situation.is_by_an_outsider and situation.is_breach
    )
    return is_theirs or (report.mistake is Mistake.CONFIDENTIAL_INFO and is_shown_to_all)


def _to_be_ignored(situation: Situation) -> Request:
    is_right_told = situation.right_words or situation.is_believed_stray
    is_earlier = is_right_told and situation.undo is Undo.CANNOT
    return Request.IGNORE_EARLIER if is_earlier else Request.IGNORE


def needs_caution(situation: Situation) -> bool:
    """Return whether people may act on it whom no request has told not to."""
    is_called_off = situation.report.mistake is Mistake.FALSE_ALARM
    return situation.is_acted_on and not is_called_off and request_of(situation) is None


def offers_help(situation: Situation) -> bool:
    """Return whether those who have acted on it are offered help: where it costs them something, and they read it in private or can answer."""
    report = situation.report
    is_answered = situation.kind is DraftKind.PRIVATE_NOTE or (
        situation.kind is DraftKind.PUBLIC_CORRECTION and report.channel is Channel.EMAIL
    )
    is_costly = situation.is_acted_on and report.harm is Harm.MISLEADS_DECISION
    return is_costly and is_answered and report.mistake is not Mistake.FALSE_ALARM
