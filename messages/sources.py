"""The sources that reasons name, spelt out: A1 to A7 are the article on online mistakes that the advice stands on."""

import re
from collections.abc import Iterable

ARTICLE = {
    "A1": "It depends: on what it was, how many will see it, what it could do, and whether a follow-up would draw more attention.",
    "A2": "In many cases let it go, and do not throw fuel on the fire. Delete it if that is possible before many see it.",
    "A3": "Find out which audiences and key people matter, and reach them off-line.",
    "A4": "A broad message is brief: an apology and the correction, in the brand's voice.",
    "A5": "No excuses, and no blame on others.",
    "A6": "Do not get drawn into public back-and-forth; take it off-line.",
    "A7": "A mistake elsewhere is handled the same way: be quick, stop the conversation, move on.",
}
_CODE = re.compile(r"\bA[1-7]\b")


def sources_in(sources: Iterable[str]) -> list[tuple[str, str]]:
    """Return the article's points that these sources name, each once, with what it says."""
    named = {code for source in sources for code in _CODE.findall(source)}
    return [(code, ARTICLE[code]) for code in sorted(named)]
