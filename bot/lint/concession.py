"""What is set against an apology: “sorry, but the criticism is unfair”, “we apologise. Still, the facts speak for us”.

Whatever follows such a “but” takes something back. Where it makes the mistake small, says how it came about, or says what is
right now, other checks judge it; the rest argues.
"""

from collections.abc import Iterator, Sequence

from bot.lint.model import Span
from bot.lint.phrases import table
from bot.lint.text import Sentence, Token

_APOLOGY = table("sorry|apolog*")
_BAD_NEWS = table(  # “we are sorry to tell you so late, but …” breaks it to them, and takes nothing back
    "sorry|afraid to ~1 tell|say|inform|announce|report|bother|disturb|trouble|write|let_you_know"
)
_TURNS = frozenset(
    ("but", "although", "though", "however", "nevertheless", "nonetheless")
)  # inside a sentence
_OPENS = table(
    "but|nevertheless|nonetheless|still|that_said|having_said_that|even_so|at_the_same_time|then_again|mind_you"
)
_NOT_ARGUED = table(
    "only|just|one|two|few|small|minor|trivial|tiny|slight|slightly|nothing|nobody|no_one|none|hardly|barely|harmless|literally|most|storm|harm|worse"
    "|bad|number|luckily|fortunately|short|once|quickly|briefly|below|under|proportion|negligible|modest|limited|mild|rare|little|less|within",  # it was small
    "we|i got|were|was|should|did|had|have|missed|failed|meant|wanted|thought|tried|intended|hoped|know|can_see|see_that|understand|accept",
    "not ~1 allow|permit|leave|let",
    "came|provided|supplied|intended|meant|had|sent|written|gave|told|asked|ERROR|neither|whoever|whose",  # how it came about, or whose it was
    "were !right|correct|true|justified|accurate|wrong_to",
    "now|fixed|please|back|instead|here|correct_one|right_one|also|especially|more_than|most_of_all",
    "we|i will ~1 refund|send|fix|correct|make|repair|replace|listen|learn|improve|do|try|work",
    "tickets|sale|offer|discount|%|NUMBER",
    "cancelled|closed|open|opens|sold|moved|postponed|delayed|available|unavailable|working|works|starts|ends",  # how things are
)
_NEITHER = frozenset(("neither", "nothing", "anything"))  # “from neither of you but from Jo”
_TAG = 3  # tokens: “but sorry.” is no clause


def conceded(sentences: Sequence[Sentence]) -> Iterator[Span]:
    """Yield what is set against an apology in the same sentence, or opens the next one with a “but”."""
    is_sorry = False
    for sentence in sentences:
        has_apology = _APOLOGY.fits(sentence.tokens, sentence.words)
        side = _against(sentence.tokens) if has_apology else _opening(sentence.tokens) if is_sorry else ()
        if len(side) > _TAG and side[-1].word != "?" and not _NOT_ARGUED.fits(side):
            yield Span(side[0].start, side[-1].end)
        is_sorry = is_sorry or has_apology


def _against(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return what follows the “but”, unless that is the apology: “it takes a while, but we are sorry” takes nothing back."""
    for at, token in enumerate(tokens):
        if token.word in _TURNS and not (
            token.word == "but" and _NEITHER & {one.word for one in tokens[:at]}
        ):
            before, after = tokens[:at], tokens[at + 1 :]
            is_taken_back = not _APOLOGY.fits(after) and not _BAD_NEWS.fits(before)
            return after if is_taken_back else ()
    return ()


def _opening(tokens: Sequence[Token]) -> Sequence[Token]:
    return tokens if _OPENS.starts(tokens, 0) else ()
