"""What can be asked of a channel: how a mistake there can be taken back, and where to look afterwards."""

from datetime import timedelta

from bot.channel_table import CHANNELS, ChannelFacts
from bot.report import CONFIDENCES, Channel, Mistake, Undo

SOCIAL = frozenset(
    {
        Channel.X, Channel.FACEBOOK, Channel.INSTAGRAM, Channel.LINKEDIN, Channel.TIKTOK, Channel.YOUTUBE,
        Channel.THREADS, Channel.BLUESKY, Channel.MASTODON, Channel.REDDIT,
    }
)  # fmt: skip
"""Where people answer each other in the open."""
LISTED = frozenset({Channel.EMAIL, Channel.PUSH_SMS, Channel.IN_PERSON})
"""Where it is known whom it reached, and nobody else came past."""


def channel_facts(channel: Channel) -> ChannelFacts:
    """Return the channel's row."""
    return CHANNELS[channel]


_FIXED_PICTURE = {Channel.INSTAGRAM, Channel.TIKTOK, Channel.YOUTUBE}
"""Where an edit changes the words around a picture or video, and never what is shown."""
_TO_COME_DOWN = {
    Mistake.WRONG_ACCOUNT,
    Mistake.SENT_BY_ACCIDENT,
    Mistake.BAD_TIMING,
    Mistake.TONE_DEAF,
    Mistake.PRIVATE_INFO,
    Mistake.CONFIDENTIAL_INFO,
    Mistake.ARGUMENT,
}
"""Mistakes of which no edit makes a post that should stand."""
_VERSIONS_STAY = {Channel.X, Channel.FACEBOOK, Channel.MASTODON}
"""Where everybody can still read what stood there before an edit."""


def undo_options(channel: Channel, mistake: Mistake | None = None) -> tuple[Undo, ...]:
    """Return the ways to take it back that can be offered, in the order of the form.

    A sent e-mail cannot be edited, but a link or a hosted image in it can be swapped behind the reader's back: that counts
    as an edit when the mistake is a link or an image. What a video or a picture shows cannot be edited everywhere.
    """
    possible = set(CHANNELS[channel].undo)
    if mistake is Mistake.WRONG_IMAGE and channel in _FIXED_PICTURE:
        possible.discard(Undo.EDIT)
    if CHANNELS[channel].swap and mistake in {Mistake.BROKEN_LINK_OR_IMAGE, Mistake.WRONG_IMAGE}:
        possible.add(Undo.EDIT)
    return tuple(undo for undo in Undo if undo in possible)


_NEAREST = {
    Undo.EDIT: (Undo.DELETE_AND_REPOST, Undo.DELETE),
    Undo.DELETE: (Undo.DELETE_AND_REPOST, Undo.EDIT),
    Undo.DELETE_AND_REPOST: (Undo.DELETE, Undo.EDIT),
}


def nearest_undo(channel: Channel, mistake: Mistake, undo: Undo) -> Undo:
    """Return a way to take it back that exists there: the one that was meant, else the nearest, else that there is none.

    The form asks of what was said to people, which nobody can edit. Of a sign or a slide that people saw, somebody who says so is right.
    """
    if channel is Channel.IN_PERSON and undo is Undo.EDIT:
        return undo
    possible = undo_options(channel, mistake)
    return next((way for way in (undo, *_NEAREST.get(undo, ())) if way in possible), Undo.CANNOT)


def is_still_readable(channel: Channel, mistake: Mistake, undo: Undo) -> bool:
    """Return whether an edit would leave what leaked in the open history of the post: then it has to be deleted."""
    return undo is Undo.EDIT and mistake in CONFIDENCES and channel in _VERSIONS_STAY


def is_cut_out(channel: Channel, mistake: Mistake) -> bool:
    """Return whether an edit cuts out what is wrong, and puts nothing in its place: what was said or shown, and not written beside it."""
    return channel is Channel.YOUTUBE and mistake not in {Mistake.TYPO, Mistake.BROKEN_LINK_OR_IMAGE}


def edit_words(channel: Channel, mistake: Mistake) -> str:
    """Return how an edit is made where it does not reach everything; empty where it does."""
    if channel is Channel.YOUTUBE and not is_cut_out(channel, mistake):
        return ""  # what is written beside a video is edited as anywhere
    return CHANNELS[channel].in_place


def usual_undo(channel: Channel, mistake: Mistake | None = None) -> Undo:
    """Return what is preselected: the least that puts it right here, and of a post that should not stand its deletion."""
    if channel in SOCIAL and mistake in _TO_COME_DOWN:
        return Undo.DELETE
    possible = undo_options(channel, mistake)
    if mistake is Mistake.WRONG_IMAGE and Undo.DELETE_AND_REPOST in possible and Undo.EDIT not in possible:
        return Undo.DELETE_AND_REPOST
    return CHANNELS[channel].undo[0]


def check_ins(channel: Channel) -> tuple[timedelta, ...]:
    """Return when to ask whether it has died down, counted from the report."""
    return CHANNELS[channel].check_ins


_WHERE_TO_WATCH = {
    Channel.EMAIL: "replies, complaints and calls",
    Channel.PUSH_SMS: "answers, complaints and calls",
    Channel.PRESS_RELEASE: "coverage and calls",
    Channel.PRINT_BROADCAST: "letters, calls and coverage",
    Channel.IN_PERSON: "what people say and write",
}


def what_to_watch(channel: Channel) -> str:
    """Return where it shows whether people still talk about it."""
    return _WHERE_TO_WATCH.get(channel, "replies, shares and mentions")
