"""The statistics as a picture: three bar charts, drawn by reportlab and made a PNG by PDFium."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from messages.fonts import ONE_AT_A_TIME, register_fonts
from messages.texts import say, shorten

_WIDTH, _ROW, _LABEL, _GAP = 480, 20, 210, 44  # points
SHOWN = 8
"""How many kinds, channels and levels are told apart at most."""
_ALT_LONGEST = 1000
"""Characters that files.getUploadURLExternal takes as ``alt_txt``."""
_SHARPNESS = 2
"""Pixels to a point: sharp on a telephone, and 60 kB at most."""


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn: labels with how often they occur, by kind of mistake, channel and level."""

    cases: int
    by_mistake: Sequence[tuple[str, int]]
    by_channel: Sequence[tuple[str, int]]
    by_level: Sequence[tuple[str, int]]

    def parts(self) -> list[tuple[str, list[tuple[str, int]]]]:
        """Return the three charts with their titles; the rarest beyond eight are taken together."""
        named = (("Kind", self.by_mistake), ("Channel", self.by_channel), ("Level", self.by_level))
        return [(title, _folded(bars)) for title, bars in named]


def alt_text(chart: Chart) -> str:
    """Return what the picture shows, for those who cannot see it."""
    return say("stats.chart", cases=chart.cases, parts=chart.parts())[:_ALT_LONGEST]


def chart_png(chart: Chart) -> bytes:
    """Return the picture. It takes a tenth of a second: not for the event loop."""
    import pypdfium2  # noqa: PLC0415  loaded when the first chart is drawn
    from reportlab.graphics import renderPDF  # noqa: PLC0415

    with ONE_AT_A_TIME:
        register_fonts()
        pages = pypdfium2.PdfDocument(renderPDF.drawToString(_drawing(chart)))
        made = io.BytesIO()
        pages[0].render(scale=_SHARPNESS).to_pil().save(made, "PNG")
        pages.close()
    return made.getvalue()


def _folded(bars: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    shown = [(str(label), int(count)) for label, count in bars]
    rest = sum(count for _, count in shown[SHOWN:])
    return shown[:SHOWN] + ([("Others", rest)] if rest else [])


def _drawing(chart: Chart) -> Any:
    from reportlab.graphics.shapes import Drawing, String  # noqa: PLC0415
    from reportlab.lib.colors import HexColor  # noqa: PLC0415

    parts = chart.parts()
    height = sum(len(bars) * _ROW + _GAP for _, bars in parts) + 16
    drawing = Drawing(_WIDTH, height)
    top = height
    for title, bars in parts:
        drawing.add(
            String(16, top - 26, title, fontName="oops-bold", fontSize=13, fillColor=HexColor("#1d4a4f"))
        )
        drawing.add(_bars(bars, bottom=top - _GAP + 8 - len(bars) * _ROW))
        top -= len(bars) * _ROW + _GAP
    return drawing


def _bars(bars: Sequence[tuple[str, int]], *, bottom: float) -> Any:
    from reportlab.graphics.charts.barcharts import HorizontalBarChart  # noqa: PLC0415
    from reportlab.lib.colors import HexColor  # noqa: PLC0415

    made = HorizontalBarChart()
    made.x, made.y, made.width, made.height = _LABEL, bottom, _WIDTH - _LABEL - 50, len(bars) * _ROW
    made.data = [tuple(count for _, count in reversed(bars))]  # the first stands at the top
    made.bars[0].fillColor, made.bars[0].strokeColor = HexColor("#1d4a4f"), None
    made.barSpacing, made.groupSpacing = 0, 6
    made.barLabelFormat, made.barLabels.nudge, made.barLabels.boxAnchor = "%d", 4, "w"
    made.barLabels.fontName, made.barLabels.fontSize = "oops", 10
    made.categoryAxis.categoryNames = [shorten(label, 36) for label, _ in reversed(bars)]
    made.categoryAxis.labels.fontName, made.categoryAxis.labels.fontSize = "oops", 10
    made.categoryAxis.visibleTicks, made.categoryAxis.strokeColor = False, HexColor("#c8c4ba")
    made.valueAxis.valueMin, made.valueAxis.visible = 0, False
    made.valueAxis.valueMax = max(1, *(count for _, count in bars)) if len(bars) > 1 else max(1, bars[0][1])
    return made
