"""DejaVu: Latin, Greek, Cyrillic, Hebrew and Arabic letters, in one family that may be handed on (``LICENSE``)."""

from functools import cache
from pathlib import Path
from threading import Lock

ONE_AT_A_TIME = Lock()
"""Held while something is printed: reportlab keeps fonts and their subsets in one place for the whole process."""

_FILES = {"oops": "DejaVuSans", "oops-bold": "DejaVuSans-Bold"}
_LARGEST = 0xFFFF  # reportlab writes larger code points so that they cannot be copied


@cache
def register_fonts() -> dict[str, frozenset[str]]:
    """Make the fonts known to reportlab; return the characters that each of them has."""
    from reportlab.pdfbase import pdfmetrics, ttfonts  # noqa: PLC0415  loaded when something is first printed

    folder = Path(__file__).parent
    fonts = {name: ttfonts.TTFont(name, folder / f"{file}.ttf") for name, file in _FILES.items()}
    for font in fonts.values():
        pdfmetrics.registerFont(font)
    return {
        name: frozenset(chr(code) for code in font.face.charToGlyph if code <= _LARGEST)
        for name, font in fonts.items()
    }
