"""The difference of two texts, word by word."""

from hypothesis import given
from hypothesis import strategies as st

from bot.differences import Fate, Piece, in_short, word_difference

TEXTS = st.text(alphabet="ab \n", max_size=40)


def test_a_word_that_was_replaced_is_removed_and_added() -> None:
    pieces = word_difference("It is on Tuesday now", "It is on Thursday now")

    assert pieces == (
        Piece(Fate.SAME, "It is on "),
        Piece(Fate.REMOVED, "Tuesday"),
        Piece(Fate.ADDED, "Thursday"),
        Piece(Fate.SAME, " now"),
    )


def test_words_replaced_side_by_side_can_be_read_in_one_go() -> None:
    pieces = word_difference("We gave the wrong price. Sorry.", "Tickets are half off. Sorry.")

    assert pieces == (
        Piece(Fate.REMOVED, "We gave the wrong price."),
        Piece(Fate.ADDED, "Tickets are half off."),
        Piece(Fate.SAME, " Sorry."),
    )


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_out_of_the_pieces(before: str, after: str) -> None:
    pieces = word_difference(before, after)

    assert "".join(piece.text for piece in pieces if piece.fate is not Fate.ADDED) == before
    assert "".join(piece.text for piece in pieces if piece.fate is not Fate.REMOVED) == after


def test_a_flood_of_one_word_can_be_read_out_of_the_pieces_too() -> None:
    before, after = f"{') ' * 1450}then", f"First {') ' * 1400}now"

    pieces = word_difference(before, after)

    assert "".join(piece.text for piece in pieces if piece.fate is not Fate.ADDED) == before
    assert "".join(piece.text for piece in pieces if piece.fate is not Fate.REMOVED) == after


def test_long_stretches_that_stayed_are_left_out() -> None:
    same = " ".join(str(number) for number in range(100))

    pieces = in_short(word_difference(f"{same} old {same}", f"{same} new {same}"))

    assert [piece.text for piece in pieces] == ["… 97 98 99 ", "old", "new", " 0 1 2 …"]


def test_short_stretches_stay_whole() -> None:
    pieces = word_difference("a b c d old", "a b c d new")

    assert in_short(pieces)[1:] == pieces[1:]
