"""What each channel can do, as a table: change, take back, replace, how long a post lives, when to look again.

``checked_on`` is the day somebody last compared a row with its source. Where the source is weak (a tutorial, an
encyclopaedia), the row says so in ``note``; the platform's own help page decides. Lengths are counted in ``bot.lengths``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.report import Channel, Undo


@dataclass(frozen=True, slots=True)
class ChannelFacts:
    """One row of the table. ``undo`` is what can be offered, the usual one first; ``half_life`` None: nobody measured it.

    ``edit``, ``delete``, ``swap`` and ``recall`` say in words how it is done, and are empty where it cannot be done. ``remains`` is
    what stays visible after all, ``edited`` what an edit leaves to be seen (empty: nothing that is known), ``in_place`` how a mistake is
    mended there where an edit does not reach all of it. ``same_place`` is where the
    words go while the original stands, ``new_place`` where once it is gone.
    """

    channel: Channel
    undo: tuple[Undo, ...]
    edit: str
    delete: str
    swap: str
    recall: str
    remains: str
    edited: str
    in_place: str
    same_place: str
    new_place: str
    half_life: timedelta | None
    check_ins: tuple[timedelta, ...]
    source: str
    note: str
    checked_on: date

    def can(self, undo: Undo) -> bool:
        """Return whether this way of taking it back exists here."""
        return undo in self.undo


def _times(*hours: float) -> tuple[timedelta, ...]:
    return tuple(timedelta(hours=each) for each in hours)


_MINUTES_20 = 1 / 3
_THREE_DAYS, _WEEK, _FORTNIGHT = 72, 168, 336
_FAST = _times(_MINUTES_20, 1, 3, 8, 24, _THREE_DAYS)
_FACEBOOK = _times(0.5, 2, 6, 24, _THREE_DAYS)
_SLOW = _times(2, 8, 24, _THREE_DAYS, _WEEK)
_STANDING = _times(4, 24, _THREE_DAYS, _WEEK, _FORTNIGHT)
_MAIL = _times(1, 4, 24, _THREE_DAYS)
_PRINTED = _times(2, 24, _THREE_DAYS, _WEEK)
"""Our proposal, after how fast posts of each kind fade; a first look comes within about one half-life."""

_GRAFFIUS = "half-life: S. Graffius, Lifespan (half-life) of social media posts, 2018 to 2026 (averages; order of magnitude)"
_CHECKED = date(2026, 11, 25)

_POST = (Undo.DELETE, Undo.DELETE_AND_REPOST)
_EDITABLE = (Undo.EDIT, Undo.DELETE, Undo.DELETE_AND_REPOST)
_ALWAYS = (Undo.ALREADY_GONE, Undo.CANNOT)


def _row(
    channel: Channel,
    undo: Sequence[Undo],
    *,
    edit: str = "",
    delete: str = "",
    swap: str = "",
    recall: str = "",
    remains: str,
    edited: str = "",
    in_place: str = "",
    same_place: str,
    new_place: str = "",
    half_life: timedelta | None = None,
    check_ins: tuple[timedelta, ...],
    source: str,
    note: str = "",
) -> ChannelFacts:
    ways = (*undo, *(way for way in _ALWAYS if way not in undo))
    return ChannelFacts(
        channel, ways, edit, delete, swap, recall, remains, edited, in_place, same_place, new_place or same_place, half_life, check_ins, source, note, _CHECKED
    )  # fmt: skip


_ROWS = (
    _row(
        Channel.X,
        (Undo.DELETE, Undo.DELETE_AND_REPOST, Undo.EDIT),
        edit="paying accounts only, for the first half hour to hour and up to five times; earlier versions stay visible",
        delete="takes the whole chain of edits with it",
        remains="screenshots, quotes of it, and archives stay visible to everybody",
        edited="earlier versions stay visible",
        same_place="on the same account, as a reply to the original",
        new_place="on the same account",
        half_life=timedelta(minutes=49),
        check_ins=_FAST,
        source=f"developer.x.com, Edit Posts (30 minutes, 5 edits, each a new id); {_GRAFFIUS}",
        note="One hour since June 2023 by an encyclopaedia only. Scheduled posts and polls cannot be edited.",
    ),
    _row(
        Channel.FACEBOOK,
        _EDITABLE,
        edit="the text; readers can open the history of edits",
        delete="yes",
        remains="screenshots and copies stay visible",
        edited="readers can open the history of edits",
        same_place="on the same page, or as an edit that says what was changed",
        new_place="on the same page",
        half_life=timedelta(minutes=81),
        check_ins=_FACEBOOK,
        source=f"upi.com 2017, on a post whose edit history was read; {_GRAFFIUS}",
        note="Whether shares vanish with the post is not confirmed.",
    ),
    _row(
        Channel.INSTAGRAM,
        _EDITABLE,
        edit="caption, tags and place; not the picture, and nothing in a story",
        delete="yes",
        remains="screenshots and reshared stories stay visible",
        edited="the picture itself stays as it is",
        in_place="correct the caption",
        same_place="on the same account, and in a story if it was one",
        half_life=timedelta(hours=19, minutes=45),
        check_ins=_SLOW,
        source=f"qainsta.com; {_GRAFFIUS}",
        note="Weak source: pages disagree on swapping a picture.",
    ),
    _row(
        Channel.LINKEDIN,
        _EDITABLE,
        edit="the text; it is then marked as edited",
        delete="yes",
        remains="previews can linger for minutes; screenshots stay",
        edited="the post is marked as edited",
        same_place="on the same page, or as an edit that says what was changed",
        new_place="on the same page",
        half_life=timedelta(hours=24, minutes=20),
        check_ins=_SLOW,
        source=f"clrn.org; {_GRAFFIUS}",
        note="Weak source.",
    ),
    _row(
        Channel.TIKTOK,
        (Undo.DELETE, Undo.DELETE_AND_REPOST, Undo.EDIT),
        edit="the caption, for about a week; not the video",
        delete="yes",
        remains="duets, stitches and downloads stay visible",
        edited="the video itself stays as it is",
        in_place="correct the caption",
        same_place="as a video on the same account, or as a pinned comment",
        new_place="as a video on the same account",
        check_ins=_FAST,
        source="fone.tips and topqlearn.com, 2026",
        note="Weak sources; nobody has a half-life that holds.",
    ),
    _row(
        Channel.YOUTUBE,
        _EDITABLE,
        edit="title, description, and cutting parts out; the file cannot be swapped",
        delete="yes, or set to private",
        remains="copies that others uploaded stay visible",
        edited="copies that others uploaded stay as they were",
        in_place="cut the passage out of the video, the title and the description, with the video set to private meanwhile",
        same_place="in the description, a pinned comment, and a community post",
        new_place="as a community post on the same channel",
        half_life=timedelta(days=6),
        check_ins=_STANDING,
        source=f"{_GRAFFIUS}",
        note="What can be edited is not confirmed by the help page.",
    ),
    _row(
        Channel.THREADS,
        _EDITABLE,
        edit="for the first 15 minutes",
        delete="yes",
        remains="quotes, screenshots, and copies on connected servers stay visible",
        same_place="on the same account, as a reply to the original",
        new_place="on the same account",
        check_ins=_FAST,
        source="techticia.com 2024 and postory.io 2026 (15 minutes)",
        note="Weak sources for the edit window.",
    ),
    _row(
        Channel.BLUESKY,
        _POST,
        delete="yes",
        remains="relays and other apps may keep a copy; quotes and screenshots stay visible",
        same_place="on the same account, as a reply to the original",
        new_place="on the same account",
        check_ins=_FAST,
        source="10lode.com; lexicon app.bsky.feed.post (300 graphemes)",
        note="Weak source for what other apps keep.",
    ),
    _row(
        Channel.MASTODON,
        _EDITABLE,
        edit="yes; the history is open to readers",
        delete="asks the other servers to delete it too",
        remains="a server that missed the deletion keeps it",
        edited="readers can open the history of edits",
        same_place="on the same account, as a reply to the original",
        new_place="on the same account",
        check_ins=_FAST,
        source="README of kescherCode/mastodon-interaction-deleter; docs.joinmastodon.org (500 characters)",
        note="A server can set its own length.",
    ),
    _row(
        Channel.REDDIT,
        _EDITABLE,
        edit="the text; not the title",
        delete="yes",
        remains="the comments below it, quotes and archives stay visible",
        same_place="as an edit at the top that says what was changed, or as a comment under it",
        new_place="in the same community, as a new post or a comment where people still talk about it",
        check_ins=_FAST,
        source="no page read",
        note="Not confirmed by the help page.",
    ),
    _row(
        Channel.EMAIL,
        (Undo.CANNOT,),
        swap="the page behind a tracked link, and a hosted image",
        recall="stop what is still in the sending queue; a recall is unreliable, so do not count on one",
        remains="it stays in every inbox it reached",
        same_place="in a mail to the same list, with a subject that says what it corrects",
        check_ins=_MAIL,
        source="emailmarketingtipps.de; github.com/mautic/mautic/issues/1764",
    ),
    _row(
        Channel.PUSH_SMS,
        (Undo.CANNOT,),
        recall="stop what is still being sent of it",
        remains="it stays on every phone it reached",
        same_place="in a second message to the same phones",
        check_ins=_FAST,
        source="theguardian.com 2014, on two test alerts that a third one had to explain",
        note="Some services can withdraw a push that has not been opened; do not count on it.",
    ),
    _row(
        Channel.WEBSITE,
        _EDITABLE,
        edit="yes; say on the page what was changed when it was a fact",
        delete="yes",
        swap="links and images",
        remains="search caches, archives and partners' feeds may keep it for days",
        edited="search caches, archives and partners' feeds may show the old version for days",
        same_place="on the same page, with a dated note",
        new_place="at the same address if you can, with a dated note",
        check_ins=_STANDING,
        source="standard.co.uk 2020, on pages that partners had copied",
    ),
    _row(
        Channel.PRESS_RELEASE,
        (Undo.EDIT, Undo.DELETE_AND_REPOST),
        edit="a correction through the wire; the copy on your own site",
        remains="reprints and search caches stay visible",
        edited="reprints and search caches stay as they were",
        same_place="as a corrected release through the same wire, with a note to those who took it up",
        check_ins=_PRINTED,
        source="24-7pressrelease.com, article 56; marketwired 2013",
    ),
    _row(
        Channel.PRINT_BROADCAST,
        (Undo.CANNOT,),
        recall="hold back the copies and the repeats that have not gone out yet",
        remains="every copy, and every recording",
        same_place="on the website now, and in the next issue or programme",
        check_ins=_PRINTED,
        source="a banknote's misprint (Australia, 2019) and a news ticker (London, 2022)",
    ),
    _row(
        Channel.IN_PERSON,
        (Undo.CANNOT,),
        remains="what people heard, and whatever was recorded",
        in_place="put right what can still be seen there, such as a sign or a slide",
        same_place="to the people who were there",
        check_ins=_MAIL,
        source="the article's last point: mistakes elsewhere are handled the same way",
    ),
    _row(
        Channel.OTHER,
        (Undo.CANNOT, Undo.EDIT, Undo.DELETE, Undo.DELETE_AND_REPOST),
        edit="if the place allows it",
        delete="if the place allows it",
        remains="copies may stay visible",
        same_place="where it was seen",
        check_ins=_MAIL,
        source="the article's last point: mistakes elsewhere are handled the same way",
    ),
)

CHANNELS = {row.channel: row for row in _ROWS}
"""The table, one row per channel."""
