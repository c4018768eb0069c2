"""Sentences about those who complain: people, critics, the media and what they say, in words that quarrel.

Nothing about what happened, and nothing that grants them a point. One word of quarrel and one that generalises make an argument.
"""

from collections.abc import Iterator, Sequence

from bot.lint.model import Span
from bot.lint.text import Sentence
from bot.lint.words import FAMILIES, single

_CROWD = single(
    "people those anyone anybody nobody someone some everyone you they critics media press readers your criticism accusations"
    " accusation allegations outrage debate reaction complaints"
)
_QUARREL = single(
    "exaggerated absurd ridiculous hysterical hysteria overreact overreacting overreaction nonsense pathetic ignorant hypocrites"
    " hypocrisy outrage shouting whining moaning complaining critics criticism accusations accusation allegations trolls"
    " haters mob boycott censor censorship snowflakes sensitive humour satire lecture lectures lawyers court lie liars slander"
    " defamation unfounded baseless agenda agendas rumours gossip speculation attackers keyboard insults insulting unworthy"
    " unjustified disproportionate smear debate reject refuse disagree entitled opinion opinions freedom"
)
_GENERAL = single(
    "people those anyone anybody nobody someone everyone you they critics media press read understand learn think look need should must"
    " ought never always nothing clearly obviously really simply just even still only actually perhaps maybe why who what how want"
    " like can will wrong facts truth point matter fuss noise reaction elsewhere leave joke jokes"
)
_GRANTED = single(  # it is told, or they are heard
    "sorry apologise apologises apologies apology refund please ticket call number hurt regret accept understand ashamed right note"
    " harsh fair see welcome thank thanks listen heard hear was were had did",
    FAMILIES["PAST"],
)


def lectures(sentences: Sequence[Sentence]) -> Iterator[Span]:
    """Yield the sentences that quarrel with the crowd."""
    for sentence in sentences:
        words = sentence.words
        if words.isdisjoint(_CROWD) or not words.isdisjoint(_GRANTED):
            continue
        is_told = any(word.endswith("ed") for word in words - _QUARREL)
        if not is_told and any(words & _GENERAL - {one} for one in words & _QUARREL):
            yield Span(sentence.tokens[0].start, sentence.tokens[-1].end)
