"""Chinese, Japanese and Korean letters, in fonts that are named in a PDF and not part of it.

Every reader of PDF files knows what these three are (Adobe's character collections GB1, Japan1 and Korea1) and draws them with a
font of the machine that it is read on; where that has none, they stay blank, but can be searched and copied all the same.
"""

import unicodedata
from functools import cache

_COVERED = {"HeiseiMin-W3": "shift_jis", "HYSMyeongJo-Medium": "cp949", "STSong-Light": "gbk"}
"""The fonts, each with the character set that its collection was made from."""
_JAPANESE, _KOREAN, _CHINESE = _COVERED
_WIDE = {"W", "F"}


@cache
def register_east_asian_fonts() -> None:
    """Make the fonts known to reportlab; bold and slanted ones are the same."""
    from reportlab.lib.fonts import addMapping  # noqa: PLC0415  loaded when such a letter is first printed
    from reportlab.pdfbase import cidfonts, pdfmetrics  # noqa: PLC0415

    for name in _COVERED:
        pdfmetrics.registerFont(cidfonts.UnicodeCIDFont(name))
        for is_bold in (0, 1):
            for is_italic in (0, 1):
                addMapping(name, is_bold, is_italic, name)


def font_of_language(text: str) -> str:
    """Return the font of the language that a text seems to be in: it decides how a Chinese character is drawn."""
    names = {unicodedata.name(letter, "").split(" ")[0] for letter in set(text)}
    return _JAPANESE if names & {"HIRAGANA", "KATAKANA"} else _KOREAN if "HANGUL" in names else _CHINESE


def font_of(letter: str, first: str) -> str:
    """Return the font that has a wide letter, the ``first`` one if it can be; empty where none has it."""
    if unicodedata.east_asian_width(letter) not in _WIDE:
        return ""
    return next((name for name in (first, *_COVERED) if _has(name, letter)), "")


def _has(font: str, letter: str) -> bool:
    try:
        letter.encode(_COVERED[font])
    except UnicodeEncodeError:
        return False
    return True
