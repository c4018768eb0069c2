"""A record as a PDF: the words of ``record.py`` laid out by reportlab, with a small chart of what was counted."""

import io
import re
import unicodedata
from collections.abc import Sequence
from functools import partial
from html import unescape
from itertools import groupby
from typing import Any
from xml.sax.saxutils import escape as escape_markup

from bot.cards.overview import RecordCard
from messages.fonts import ONE_AT_A_TIME, register_fonts
from messages.fonts.east_asian import font_of, font_of_language, register_east_asian_fonts
from messages.paper import CODE, NEXT_LINE, write_paper
from messages.record import readings_of, record_lines
from messages.right_to_left import has_right_to_left, in_sight_order
from messages.texts import utc, without_hidden

SUBSTITUTE = "□"
"""Stands for a character that the fonts lack, such as a cuneiform one."""

_TAG = re.compile(r"<[^>]+>")
_TAGS_BETWEEN = re.compile(f"({_TAG.pattern})")
_STAND_INS = {"&amp;": "\ue000", "&lt;": "\ue001", "&gt;": "\ue002"}
"""What stands for an escaped character while a paragraph is set: each entity would be a piece of its own, and thousands are slow.
The fonts lack these characters, so none is left of what was typed."""
_MEANT = {ord(stand_in): unescape(entity) for entity, stand_in in _STAND_INS.items()}
_TAG_OR_ENTITY = re.compile("|".join([_TAG.pattern, *_STAND_INS]))
_NO_BREAK = "\u00a0"
_PAGE = (595, 842)  # points; A4
_MARGIN = 56  # points; 20 mm


def record_pdf(card: RecordCard) -> bytes:
    """Return the record as a PDF whose text can be searched and copied. It takes a tenth of a second: not for the event loop."""
    with ONE_AT_A_TIME:
        return _Printer(card).printed()


class _Printer:
    """One file while it is made."""

    def __init__(self, card: RecordCard) -> None:
        from reportlab.lib.colors import HexColor  # noqa: PLC0415  loaded when the first record is printed
        from reportlab.lib.styles import ParagraphStyle  # noqa: PLC0415

        register_fonts()
        ink, brand = HexColor("#1d1c1d"), HexColor("#1d4a4f")
        text = ParagraphStyle("text", fontName="oops", fontSize=9.5, leading=14, textColor=ink, spaceAfter=4)
        title = partial(ParagraphStyle, parent=text, fontName="oops-bold", textColor=brand, keepWithNext=1)
        self.card = card
        self.missing: set[str] = set()
        self.has_east_asian = False
        self.width = _PAGE[0] - 2 * _MARGIN
        self.styles = {
            "# ": title("title", fontSize=20, leading=26, spaceAfter=8),
            "## ": title("part", fontSize=13, leading=18, spaceBefore=12),
            "### ": title("piece", fontSize=10.5, leading=15, spaceBefore=6),
            "- ": ParagraphStyle(
                "item", parent=text, bulletFontName="oops", leftIndent=12, bulletIndent=2, spaceAfter=2
            ),
            CODE: ParagraphStyle(
                "draft",
                parent=text,
                backColor=HexColor("#f4f1ea"),
                borderPadding=6,
                leftIndent=6,
                rightIndent=6,
                spaceBefore=6,
                spaceAfter=10,
            ),
            "": text,
        }

    def printed(self) -> bytes:
        from reportlab.platypus import SimpleDocTemplate  # noqa: PLC0415

        story = [flowable for line in record_lines(self.card) if line for flowable in self._flowables(line)]
        if self.has_east_asian:
            story.append(self._paragraph("", write_paper("record_file.east_asian").strip()))
        if self.missing:
            words = write_paper("record_file.missing", kinds=len(self.missing), substitute=SUBSTITUTE)
            story.append(self._paragraph("", words.strip()))
        made = io.BytesIO()
        document = SimpleDocTemplate(
            made,
            pagesize=_PAGE,
            leftMargin=_MARGIN,
            rightMargin=_MARGIN,
            topMargin=_MARGIN,
            bottomMargin=_MARGIN,
            title=f"Record of {self.card.name}",
            author="oops",
            lang="en",
        )
        document.build(story, onFirstPage=self._foot, onLaterPages=self._foot)
        return made.getvalue()

    def _flowables(self, line: str) -> list[Any]:
        mark = next(mark for mark in self.styles if line.startswith(mark))
        paragraph = self._paragraph(mark, line.removeprefix(mark))
        if (mark, line) == ("## ", "## Check-ins") and (chart := self._chart()):
            return [paragraph, chart]
        return [paragraph]

    def _paragraph(self, mark: str, markup: str) -> Any:
        from reportlab.platypus import Paragraph  # noqa: PLC0415

        style = self.styles[mark]
        is_from_the_right = has_right_to_left(markup)
        shown = self._shown(markup, style.fontName, has_east_asian=not is_from_the_right)
        if is_from_the_right:
            shown = _wrapped(shown, style, self.width - style.leftIndent - style.rightIndent)
        if mark == CODE:
            shown = re.sub("  +", lambda blanks: _NO_BREAK * len(blanks[0]), shown)
        shown = _TAG_OR_ENTITY.sub(lambda found: _STAND_INS.get(found[0], found[0]), shown)
        shown = shown.replace(NEXT_LINE, "<br/>") or _NO_BREAK
        paragraph = Paragraph(shown, style, bulletText="•" if mark == "- " else None)
        for piece in paragraph.frags:
            piece.text = piece.text.translate(_MEANT)
        return paragraph

    def _shown(self, markup: str, font: str, *, has_east_asian: bool) -> str:
        """Return the markup in characters that can be printed; those that cannot are noted in ``missing``."""
        first = font_of_language(markup) if has_east_asian and not markup.isascii() else ""
        pieces = _TAGS_BETWEEN.split(markup) if first else [markup]
        return "".join(self._letters(piece, font, "" if piece.startswith("<") else first) for piece in pieces)

    def _letters(self, piece: str, font: str, first: str) -> str:
        """Return what is printed of a piece; where an East Asian font comes ``first``, also letters that only such a one has."""
        known, shown = register_fonts()[font], ""
        for name, run in groupby(
            piece, lambda letter: font_of(letter, first) if first and letter not in known else ""
        ):
            letters = "".join(run)
            if name:
                register_east_asian_fonts()
                self.has_east_asian = True
                shown += f'<font name="{name}">{letters}</font>'
            else:
                shown += "".join(
                    letter if letter in known or letter == NEXT_LINE else _instead(letter, self.missing)
                    for letter in letters
                )
        return shown

    def _chart(self) -> Any:
        readings = readings_of(self.card.check_ins)
        return _chart([(utc(row.asked_at or row.due_at)[5:16], count) for row, count in readings], self.width)

    def _foot(self, canvas: Any, _document: Any) -> None:
        practice = "Practice · " if self.card.case.is_exercise else ""
        canvas.setFont("oops", 8)
        canvas.drawString(_MARGIN, _MARGIN / 2, f"{practice}Record of {self.card.name}")
        canvas.drawRightString(_PAGE[0] - _MARGIN, _MARGIN / 2, f"Page {canvas.getPageNumber()}")


def _chart(bars: Sequence[tuple[str, int]], width: float) -> Any:
    """Return a column for each count, with the number above it; None without anything to show."""
    if not bars:
        return None
    from reportlab.graphics.charts.barcharts import VerticalBarChart  # noqa: PLC0415
    from reportlab.graphics.shapes import Drawing, String  # noqa: PLC0415
    from reportlab.lib.colors import HexColor  # noqa: PLC0415

    drawing = Drawing(width, 130)
    drawing.add(String(0, 116, "Mentions and replies that were counted", fontName="oops", fontSize=8.5))
    chart = VerticalBarChart()
    chart.x, chart.y, chart.width, chart.height = 30, 24, width - 40, 80
    chart.data = [tuple(count for _, count in bars)]
    chart.bars[0].fillColor, chart.bars[0].strokeColor = HexColor("#1d4a4f"), None
    chart.barLabelFormat, chart.barLabels.nudge = "%d", 6
    chart.barLabels.fontName, chart.barLabels.fontSize = "oops", 7
    every = -(-len(bars) // 8)  # more times than eight would run into each other
    chart.categoryAxis.categoryNames = [
        at if place % every == 0 else "" for place, (at, _) in enumerate(bars)
    ]
    chart.categoryAxis.labels.fontName, chart.categoryAxis.labels.fontSize = "oops", 7
    chart.valueAxis.valueMin, chart.valueAxis.visible = 0, False
    chart.valueAxis.valueMax = max(1, *(count for _, count in bars)) * 1.15
    drawing.add(chart)
    return drawing


def _instead(letter: str, missing: set[str]) -> str:
    """Return what stands for a character that cannot be printed: an emoji's name, else a box; nothing for what is not seen."""
    kind = unicodedata.category(letter)
    if kind in {"Cf", "Mn", "Me", "Cc"}:  # joiners, variation selectors and the like
        return ""
    missing.add(letter)
    if kind in {"So", "Sk"}:
        return escape_markup(f"[{unicodedata.name(letter, 'symbol').lower()}]")
    return SUBSTITUTE


def _wrapped(markup: str, style: Any, width: float) -> str:
    """Return text that runs from right to left as it is seen, line by line; such a paragraph keeps no links."""
    from reportlab.lib.utils import simpleSplit  # noqa: PLC0415

    text = without_hidden(unescape(_TAG.sub("", markup.replace(NEXT_LINE, "\n"))))
    lines = simpleSplit(text, style.fontName, style.fontSize, width * 0.98)
    return "<br/>".join(escape_markup(in_sight_order(line)) for line in lines)
