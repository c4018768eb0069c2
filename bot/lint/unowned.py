"""A mistake in a text in which nobody of us occurs: it went wrong, it came to light, it was put right, and no hand was in it.

Where such a text is to apologise, even a light correction has to say whose mistake it was; “we gave an old price” takes one word more.
"""

from collections.abc import Iterator

from bot.lint.agentless import agentless
from bot.lint.apology import has_apology
from bot.lint.asides import apart
from bot.lint.model import Context, Span
from bot.lint.phrases import spans, table
from bot.lint.text import Text, told_by
from bot.plan import Expects

_FAMILIES = {
    "FAULTY": (
        "wrong incorrect inaccurate false erroneous mistaken misleading outdated old stale obsolete out-of-date invalid faulty garbled"
        " duplicate unfinished incomplete stray"
    ),
    "PIECE": (
        "THING digit digits decimal decimals zero zeros nought comma letter letters syllable paragraph paragraphs sentence sentences line lines"
        " step steps row rows column columns caption captions chapter ingredient warning total totals date dates time times recipe logo logos"
        " address addresses file files record records map maps photo photos"
    ),
    "PRESENTED": "given shown announced printed published named listed quoted stated used displayed advertised included sent posted introduced called read_out put_up handed_out given_out",
    "MATTER": "issue issues matter matters problem problems situation situations incident incidents affair concern concerns complaint complaints case",
    "HANDLED": (
        "resolved addressed settled sorted handled rectified remedied solved cleared_up looked_into attended_to seen_to dealt_with taken_care_of"
        " put_right put_to_rights fixed"
    ),
    "PASSIVE": "was were has_been have_been had_been is_being are_being got",
}
_HAPPENED = table(
    "FAULTY ~3 PIECE|FAULTY ~5 PASSIVE ~2 PRESENTED !by",
    "FAULTY ~3 appeared|ran|crept|stood|slipped|surfaced|circulated|went|got|came",
    "FAULTY ~3 was|were ~1 PRESENTED !by",
    "PIECE ~4 went|gone|go missing|astray|awry|amiss",
    "PIECE ~4 disappeared|vanished|dropped_out|fell_out|slipped_in|crept_in|sneaked_in|got_out|leaked|went_round|fell_off !by",
    "PIECE ~2 ended_up|landed|turned_up|wound_up|finished_up in|on|under|with|next_to|beside|above|below ~2 wrong|others|strangers|each_other",
    "PIECE ~4 got|became|came_out|went_out ~1 muddled|tangled|mixed_up|lost|jumbled|scrambled|garbled|switched|swapped|crossed|transposed|reversed|cut_off|duplicated|out_of_order",
    "last|previous|former ~4 was|were ~1 PRESENTED !by",
    "PASSIVE ~1 PRESENTED ~2 out_of_order|in_the_wrong_order|upside_down|with_the_wrong|under_the_wrong|in_the_wrong_place|where|instead_of",
    "there was|were|has_been|have_been ~2 mix-up|mix-ups|mixup|confusion|misunderstanding|misunderstandings|muddle",
    "it|this|that|things|something|everything|all did|has|have not ~1 go|gone|work|worked|run ~1 as_planned|as_intended|as_it_should|as_they_should|as_hoped|to_plan|well|right|smoothly",
    "wires|lines|signals|wire|line|threads ~2 crossed|tangled|mixed",
    "PASSIVE ~1 printed|published|sent|posted|issued|sent_out with ~4 missing|left_out|error|errors|mistake|mistakes|upside_down|twice",
    "PIECE ~4 PASSIVE|appeared|went_out|stood|ran ~1 upside_down|back_to_front|in_the_wrong_order|the_wrong_way_round",
    families=_FAMILIES,
    unless=(
        "correct|correctly|amended|corrected|updated|new|full ~6 PASSIVE ~1 published|printed|posted|sent|issued|uploaded",
        "FAULTY ~4 PASSIVE|has_now_been ~2 replaced|removed|deleted|corrected|withdrawn|taken_down|recalled|pulped|destroyed",
        "not ~1 FAULTY",
    ),
)
_CAME_TO_LIGHT = table(
    "emerged|transpired that|how",
    "come|came|comes|brought to light",
    "it ~1 turns|turned out that",
    "it was|has_been|had_been|became ~1 discovered|noticed|found|established|determined|realised|apparent|evident|clear that",
    families=_FAMILIES,
)
_PUT_RIGHT = table(
    "MATTER ~4 PASSIVE ~2 HANDLED !by",
    "it|this|that|all|everything PASSIVE ~2 HANDLED !by",
    families=_FAMILIES,
)
_OWNED = table(
    "we|our|ours|i|my|mine|ourselves|myself",
    "by|was|of|from us|me",
    "apologises|apologised|regrets",  # whoever speaks, by name (“the agency apologises”)
)


def unowned(text: Text, context: Context) -> list[Span]:
    """Return where something went wrong or was put right, in a text that is to apologise and in which nobody of us occurs."""
    if Expects.APOLOGY not in context.expects or _is_owned(text, context):
        return []
    found = spans(text, _HAPPENED, _CAME_TO_LIGHT)
    if not has_apology(text):
        found = apart(found, spans(text, _PUT_RIGHT))
    return apart(found, list(_done_by_nobody(text)))


def _is_owned(text: Text, context: Context) -> bool:
    told = told_by(text, context.own_name)
    return any(_OWNED.fits(sentence.tokens, sentence.words) for sentence in told.sentences)


def _done_by_nobody(text: Text) -> Iterator[Span]:
    for sentence in text.sentences:
        yield from agentless(sentence)
