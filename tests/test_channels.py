"""The table of channels: complete, consistent, and honest about where it comes from."""

from datetime import timedelta

import pytest

from bot.channel_table import CHANNELS, ChannelFacts
from bot.channels import check_ins, nearest_undo, undo_options, usual_undo
from bot.report import Channel, Mistake, Undo

ALL = pytest.mark.parametrize("channel", list(Channel))


@ALL
def test_every_channel_has_a_row_with_a_source_and_the_day_it_was_checked(channel: Channel) -> None:
    row = CHANNELS[channel]

    assert row.channel is channel
    assert row.source
    assert row.checked_on.year >= 2026
    assert row.remains
    assert row.same_place


@ALL
def test_what_can_be_undone_is_said_in_words(channel: Channel) -> None:
    row = CHANNELS[channel]

    assert row.can(Undo.EDIT) is bool(row.edit)
    assert row.can(Undo.DELETE) is bool(row.delete)


@ALL
def test_the_usual_way_is_one_of_those_offered(channel: Channel) -> None:
    options = undo_options(channel)

    assert usual_undo(channel) in options
    assert len(set(options)) == len(options)
    assert {Undo.ALREADY_GONE, Undo.CANNOT} <= set(options)


@ALL
def test_check_ins_follow_one_another_and_gaps_never_shrink(channel: Channel) -> None:
    times = check_ins(channel)
    gaps = [later - earlier for earlier, later in zip((timedelta(0), *times), times, strict=False)]

    assert all(gap > timedelta(0) for gap in gaps)
    assert gaps == sorted(gaps)
    assert times[-1] >= timedelta(days=3)


@pytest.mark.parametrize(
    "row", [row for row in CHANNELS.values() if row.half_life is not None], ids=lambda row: row.channel
)
def test_the_first_look_comes_before_half_of_the_attention_is_gone(row: ChannelFacts) -> None:
    assert row.half_life is not None
    assert row.check_ins[0] <= row.half_life


@pytest.mark.parametrize(
    "channel", [Channel.EMAIL, Channel.PUSH_SMS, Channel.PRINT_BROADCAST, Channel.IN_PERSON]
)
def test_what_is_delivered_can_be_neither_edited_nor_deleted(channel: Channel) -> None:
    assert set(undo_options(channel)) == {Undo.ALREADY_GONE, Undo.CANNOT}


def test_a_dead_link_in_a_mail_can_be_swapped_and_its_words_cannot() -> None:
    assert Undo.EDIT in undo_options(Channel.EMAIL, Mistake.BROKEN_LINK_OR_IMAGE)
    assert Undo.EDIT not in undo_options(Channel.EMAIL, Mistake.WRONG_FACT)
    assert Undo.EDIT not in undo_options(Channel.PUSH_SMS, Mistake.BROKEN_LINK_OR_IMAGE)


def test_a_post_that_cannot_be_edited_is_not_offered_an_edit() -> None:
    assert Undo.EDIT not in undo_options(Channel.BLUESKY)
    assert Undo.DELETE_AND_REPOST in undo_options(Channel.BLUESKY)


def test_other_places_are_looked_at_like_mail() -> None:
    assert check_ins(Channel.IN_PERSON) == check_ins(Channel.OTHER) == check_ins(Channel.EMAIL)
    assert check_ins(Channel.EMAIL) == tuple(timedelta(hours=hours) for hours in (1, 4, 24, 72))


@pytest.mark.parametrize("channel", [Channel.INSTAGRAM, Channel.TIKTOK, Channel.YOUTUBE])
def test_what_a_picture_or_video_shows_is_posted_again_not_edited(channel: Channel) -> None:
    assert Undo.EDIT not in undo_options(channel, Mistake.WRONG_IMAGE)
    assert Undo.EDIT in undo_options(channel, Mistake.WRONG_LABEL)
    assert usual_undo(channel, Mistake.WRONG_IMAGE) is Undo.DELETE_AND_REPOST


@ALL
@pytest.mark.parametrize("undo", list(Undo))
def test_the_nearest_way_is_the_one_that_was_meant_where_that_is_offered(
    channel: Channel, undo: Undo
) -> None:
    for mistake in Mistake:
        offered, near = undo_options(channel, mistake), nearest_undo(channel, mistake, undo)

        is_put_right = channel is Channel.IN_PERSON and undo is Undo.EDIT
        assert (near is undo) is (undo in offered or is_put_right)
        assert near in offered or is_put_right


@ALL
@pytest.mark.parametrize("mistake", [None, *Mistake])
def test_the_usual_way_is_always_among_those_offered(channel: Channel, mistake: Mistake | None) -> None:
    assert usual_undo(channel, mistake) in undo_options(channel, mistake)


def test_a_post_that_should_not_stand_is_usually_deleted_and_a_wrong_fact_edited() -> None:
    assert usual_undo(Channel.FACEBOOK, Mistake.WRONG_ACCOUNT) is Undo.DELETE
    assert usual_undo(Channel.FACEBOOK, Mistake.WRONG_FACT) is Undo.EDIT
    assert usual_undo(Channel.EMAIL, Mistake.WRONG_ACCOUNT) is Undo.CANNOT
