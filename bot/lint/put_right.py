"""A mistake that is put right where it stood: that corrects it too, unless it is a date or a number that people have to know."""

from collections.abc import Iterable, Sequence

from bot.lint.phrases import table
from bot.lint.set_aside import WRONGNESS
from bot.lint.text import Text, Token

NUMBERED = "date dates time times day days price prices number numbers figure figures amount amounts dose dosage age address addresses link links name names percentage percentages rate rates deadline deadlines code codes venue place score scores result results total totals"
_FAMILIES = {"WRONGNESS": WRONGNESS, "NUMBERED": NUMBERED}
_FIX = table(
    "is|are|was|been|be|we|will|have|has|now ~2 corrected|rectified|amended|updated|fixed|resolved|sorted|put_right|changed|edited|repaired",
    "have|has now|already|since|also? put|set it|that|this|them|both right|straight",
    "now ~1 says|say|has|have|calls it|that|this|them|you ~1 right|properly|correctly",
    "says|say it|them right|properly|correctly",
    "carved|printed|painted|written|engraved|cut|made|recorded|filmed|sewn|baked|typed|redone ~2 anew|afresh",
    "new|right ~1 one|file|sign|card|cake|stone|plate|badge|page|picture|version|copy ~2 hangs|stands|lies|sits|up|online|live|there|goes_up|went_up|in_place|in_its_place|where|has_taken|has_gone",
    families=_FAMILIES,
)
_NAMED = table("WRONGNESS ~2 NUMBERED", "NUMBERED ~5 WRONGNESS", families=_FAMILIES)


def is_put_right(clauses: Iterable[Sequence[Token]], text: Text) -> bool:
    """Return whether a clause says that it is put right, and no date or number is called wrong."""
    is_fixed = any(_FIX.fits(clause) for clause in clauses)
    return is_fixed and not any(_NAMED.fits(sentence.tokens) for sentence in text.sentences)
