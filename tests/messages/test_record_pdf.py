"""The record as a PDF: its text can be copied, its chart is drawn, and nothing that was typed breaks it."""

import io
from dataclasses import replace
from typing import Any

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.cards.overview import DraftHistory
from bot.draft_kinds import DraftKind
from bot.states import DraftState
from messages.record import record_markdown
from messages.record_pdf import record_pdf
from messages.right_to_left import has_right_to_left, in_sight_order
from tests.messages.cards import (
    NOW,
    REPORT,
    answered,
    approval,
    brand,
    case,
    draft,
    event,
    evidence,
    hostile,
    record_card,
    version,
)


def read(card: Any) -> str:
    """Return the words of the PDF, in one line."""
    pages = pypdf.PdfReader(io.BytesIO(record_pdf(card))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def with_text(text: str) -> Any:
    return record_card(drafts=(DraftHistory(draft(), (version(text=text),), ()),))


def test_the_whole_record_can_be_read_in_it() -> None:
    history = DraftHistory(
        draft(state=DraftState.PUBLISHED, acted_by="UALICE", acted_at=NOW, published_where="X"),
        (version(text="The run is on Thursday."),),
        (approval("UBOB"),),
    )
    closed = case(state="closed", closed_at=NOW, closed_by="UBOB", cause="Haste", change="Two people read it")
    events = (event("case_opened", by="UALICE", brand="Riverside Runners"),)

    text = read(record_card(case=closed, drafts=(history,), events=events, evidence=(evidence(),)))

    assert "Record of OOPS-7" in text
    assert "Plan 1: Correct it publicly" in text
    assert "The run is on Thursday." in text
    assert "Approved by Bob, 2026-03-03 09:00 UTC." in text
    assert "Alice reported it for Riverside Runners." in text
    assert f"post.png: SHA-256 {'a' * 64}" in text
    assert "Cause: Haste" in text
    assert "What will change: Two people read it" in text


def test_the_parts_are_those_of_the_markdown_file() -> None:
    card = record_card(check_ins=(answered(1, "quiet"),), evidence=(evidence(),))

    text = read(card)

    parts = [line.lstrip("# ") for line in record_markdown(card).splitlines() if line.startswith("## ")]
    assert len(parts) == 8
    assert all(part in text for part in parts)


def test_what_was_counted_is_drawn() -> None:
    rows = (answered(1, "flaring", mentions=30, replies=10), answered(2, "quiet", mentions=4))

    counted, nothing = read(record_card(check_ins=rows)), read(record_card(check_ins=(answered(1, "quiet"),)))

    assert "Mentions and replies that were counted" in counted
    assert "40" in counted
    assert "Mentions and replies" not in nothing


def test_greek_and_cyrillic_are_printed() -> None:
    text = read(with_text("Η διαδρομή είναι την Πέμπτη. Забег в четверг."))

    assert "Η διαδρομή είναι την Πέμπτη. Забег в четверг." in text


def test_an_emoji_is_named_and_what_cannot_be_printed_is_a_box_and_told() -> None:
    text = read(with_text("Sorry \N{SEE-NO-EVIL MONKEY} ቀን"))

    assert "Sorry [see-no-evil monkey] □□" in text
    assert "3 kinds of character cannot be printed here" in text
    assert "The Markdown file holds them all." in text


def test_a_single_kind_of_character_that_cannot_be_printed_is_told_as_one() -> None:
    assert "1 kind of character cannot be printed here" in read(with_text("Sorry ቀ"))


@pytest.mark.parametrize(
    ("typed", "font"),
    [
        ("跑步在星期四，不是星期二。錯誤", "STSong-Light"),
        ("木曜日に走ります。", "HeiseiMin-W3"),
        ("달리기는 목요일입니다.", "HYSMyeongJo-Medium"),
    ],
)
def test_east_asian_letters_can_be_read_and_copied_and_the_file_says_where_their_shapes_come_from(
    typed: str, font: str
) -> None:
    card = with_text(f"Sorry: {typed} The end.")

    text = read(card)

    assert f"Sorry: {typed} The end." in text
    assert f"/BaseFont /{font}".encode() in record_pdf(card)
    assert "a font of the machine that this file is read on" in text
    assert "cannot be printed" not in text


def test_a_long_line_without_blanks_stays_on_the_page() -> None:
    pages = pypdf.PdfReader(io.BytesIO(record_pdf(with_text("跑步在星期四" * 60)))).pages
    lines = "\n".join(page.extract_text() for page in pages).split("\n")

    assert max(line.count("跑") for line in lines) < 10


def test_an_address_keeps_its_letters_and_its_words_are_printed() -> None:
    (row, plan, _report) = record_card().plans[0]
    link = "https://example.org/活动"

    text = read(record_card(plans=((row, plan, replace(REPORT, link=link)),)))

    assert "Record of OOPS-7" in text


def test_a_record_without_such_characters_says_nothing_of_them() -> None:
    assert "cannot be printed" not in read(record_card())


def test_nothing_that_was_typed_is_markup() -> None:
    plans = record_card().plans
    (row, plan, _report) = plans[0]
    typed = "<b>bold</b> &amp; <link href='javascript:x'>x</link> <para> </font>"

    text = read(record_card(plans=((row, plan, replace(REPORT, what=typed)),), brand=brand(name=typed)))

    assert text.count(typed) == 2


def test_a_text_keeps_its_lines_and_blanks() -> None:
    pages = pypdf.PdfReader(io.BytesIO(record_pdf(with_text("One.\nTwo:   three.")))).pages
    text = "".join(page.extract_text() for page in pages)

    assert "One.\nTwo:   three." in text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("length", [10, 3000])
def test_hostile_text_breaks_no_pdf(length: int) -> None:
    typed = hostile(length)
    histories = tuple(
        DraftHistory(draft(id=n, kind=kind), (version(text=typed),), ()) for n, kind in enumerate(DraftKind)
    )

    text = read(record_card(brand=brand(name=typed), drafts=histories, names={"UALICE": typed}))

    assert "Timeline" in text


@settings(max_examples=30)
@given(st.text())
def test_any_text_can_be_printed(text: str) -> None:
    assert "Record of OOPS-7" in read(with_text(text))


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("plain (text)", "plain (text)"),
        ("אבג", "גבא"),
        ("אב גד", "דג בא"),
        ("say אבג now", "say גבא now"),
        ("שעה 18:00 (אב).", ".(בא) 18:00 העש"),
        ("אב abc גד", "דג abc בא"),
    ],
)
def test_text_from_right_to_left_is_printed_as_it_is_seen(typed: str, seen: str) -> None:
    assert in_sight_order(typed) == seen


def test_only_letters_decide_whether_text_runs_from_the_right() -> None:
    assert has_right_to_left("one א")
    assert not has_right_to_left("one (2) три")
