"""Sorry, but not for what we did: for how it was taken, or for what came after it (slow answers, closed comments, the headlines).

Whoever apologises names something. What they name is read here: who does what in the clause that hangs on the apology.
"""

from collections.abc import Iterator, Sequence

from bot.lint.model import Span
from bot.lint.phrases import table
from bot.lint.text import Sentence, Text, Token

_FAMILIES = {
    "WIT": "joke jokes humour irony satire wit sketch cartoon meaning tone intention spirit gag pun parody skit punchline sarcasm idea fun",
    "WORK": (
        "joke jokes humour irony satire wit sketch cartoon meaning tone intention spirit gag pun parody skit punchline sarcasm idea fun"
        " post posts tweet reel film clip video song advert ad spot campaign poster billboard remark remarks words comment message caption"
        " picture photo line slogan headline style piece drawing costume float article column speech banner story statement stunt meme"
        " sentence wording phrase text language it this that they"
    ),
    "TAKEN": "received understood read heard seen taken viewed perceived felt regarded construed interpreted experienced",
    "OTHERS": "you people some many readers viewers everyone everybody opinion opinions audience audiences listeners fans customers followers others",
    "LATE": "slow slowly late long longer delay delays delayed days weeks hours wait waited waiting busy engaged unavailable available away unreachable backlog",
    "ANSWER": (
        "answer answers answered answering reply replies replied replying respond responding response responses react reacting statement"
        " interview interviews switchboard phone phones line lines voicemail hotline inbox letters mails e-mail e-mails messages calls"
        " questions complaints enquiries rang called wrote phoned asked broke"
    ),
    "SHUT": "closed off switched_off turned_off disabled locked shut restricted",
    "SHUTTING": "closing switching_off turning_off disabling locking restricting",
    "TALK": "discussion debate argument row talk chatter noise",
    "HOUSE": "name names brand club shop company house school firm team charity page business office paper town",
    "FAME": "headlines news papers newspapers press limelight spotlight gossip front_page front_pages tabloids",
}
_SORRY = table("SORRY|REGRET|regretting !for_your_loss")
_BEFORE = table("pains|saddens|grieves|hurts|upsets|troubles|worries|dismays us|me that|to|how")
_TAKEN = table(
    "WIT ~4!we|i|us not|never|failed_to|fails_to ~1 reach|arrive|work|land|please|suit|appeal|carry|register",
    "WORK ~4!we|i|us not|never|failed_to|fails_to ~1 travel|chime|resonate|connect|click|come_across|get_across|translate|amuse|charm|find_favour|get_its|get_the",
    "WORK ~3!we|i|us|you|her|him|them BE ~2 TAKEN ~1!out|aloud|by as|like|this_way|that_way|otherwise|differently|in_this|in_that|wrongly|amiss",
    "WORK ~4!we|i|us|you|her|him|them lost|wasted on|along|in",
    "WORK ~4!we|i|us|you|her|him|them escaped|eluded|divided|split|polarised|puzzled|bypassed ~3 OTHERS",
    "WORK ~3!we|i|us|you land|landed|went_down|came_over ~2 wrong|badly|wrong_way|poorly|awkwardly|crooked",
    "WORK ~2!we|i|us|you found|finds|met ~1 so_few|few|no|little|so_little|hardly_any",
    "WORK ~2 is|was ~1 an_acquired|a_minority|a_matter_of_taste|not_for_all|not_for_everyone|not_to_everyone|not_everyone|not_everybody",
    "WORK ~3!we|i|us|you struck|hit|sounded ~2 wrong|false|sour|off|nerve ~1",
    "WORK ~3!we|i|us|you raised|ruffled|caused_raised ~2 eyebrows|feathers|hackles|dust",
    "WORK ~3!we|i|us left ~3 cold|unmoved|baffled|puzzled|wondering|unamused",
    "WORK ~3!we|i|us lent_itself|lends_itself|invited|invites|open|gave_rise|ambiguous ~3 misreading|misunderstanding|interpretation|misinterpretation|reading|readings|doubt",
    "WORK ~2 is|was ~1 too ~1 clever|dark|subtle|dry|edgy|clever_by|british|modern|bold|honest",
    "WORK ~2 is|was not ~1 what|as ~1 you|people|everyone|some|many|they ~2 expected|hoped|wanted|like|liked",
    "WORK ~2 is|was not ~1 funny to|for|in_the",
    "you|people|some|many|everyone|they|readers ~2 not ~2 share|see|find|get|follow ~1 our|the|its|it ~1 humour|joke|funny|point|way|sense|irony|meaning",
    "so_few|not_many|not_all|not_everyone|not_everybody|only_a_few ~3 warmed|laughed|liked|enjoyed|got|understood|smiled",
    families=_FAMILIES,
)
_FAMOUS = table(
    "we|i|our|my ~1 HOUSE? HAVE|BE ~3!her|him|them|you in|into|on|across ~2 FAME",
    "attention|publicity|coverage|FAME ~2 we|our|us|my ~3 got|had|have|get|received|been|attracted",
    "HAVE|BE|become|became ~2 full|talk of us|our|the_town",
    "TALK about|over|around ~3 WORK HAVE|went|dragged|lasted|goes|took|became",
    families=_FAMILIES,
)
_LEFT_OVER = table(  # that it was found, that it is gone, or that it takes us so long to answer all
    "joke|jokes|remark|remarks|recording|chat|conversation|exchange|comments|comment ~3!we|i|your|her|his|their leaked|came_out|got_out|came_to_light|became_public|made_public|went_viral|found_its_way|made_its_way|got_around",
    "WIT|post|tweet|reel|film|clip|video|song|advert|campaign|cartoon ~3!we|i no_longer ~2 available|online|seen|watched|shown|there|up|played",
    "not ~1 able_to|possible_to? ~1 answer|reply|respond ~3 everyone|everybody|each|all|every|individually|personally",
    "who|you ~2 looked|looking|looks forward to ~3 WORK",
    "length|brevity of ~1 this|our",
    families=_FAMILIES,
)
_ABOUT_IT = table(
    "about|over|concerning|regarding|under|beneath|below|on ~2!you|wrong|the_wrong WORK", families=_FAMILIES
)
_LATE_ANSWER = table(
    "LATE ~8 ANSWER",
    "ANSWER ~4 LATE",
    "not|never ~3 at|to|near ~1 phone|phones|desk|line|lines",
    families=_FAMILIES,
)
_SHUT = table(
    "comments|replies|thread|discussion ~8 SHUT",
    "SHUTTING ~2 comments|replies|thread|discussion",
    families=_FAMILIES,
)
_WRONG_OF_OURS = table(
    "sent|sending|order|orders|ordered|ticket|tickets|parcel|refund|booking|bookings|certificate|certificates"
)
_STOPS = frozenset(".;:!?")


def sorry_for_something_else(text: Text) -> Iterator[Span]:
    """Yield what the apology is for, where that is not what we did."""
    for sentence in text.sentences:
        for named in _named(sentence):
            if _is_something_else(named):
                yield Span(named[0].start, named[-1].end)


def _is_something_else(named: Sequence[Token]) -> bool:
    """Return whether it is how others took it, how often we were in the news, or what we did once people had complained."""
    if any(one.fits(named) for one in (_TAKEN, _FAMOUS, _LEFT_OVER)):
        return True
    is_after = _LATE_ANSWER.fits(named) or _SHUT.fits(named)
    return is_after and _ABOUT_IT.fits(named) and not _WRONG_OF_OURS.fits(named)


def _named(sentence: Sentence) -> Iterator[Sequence[Token]]:
    """Yield what an apology of the sentence is for: what follows it, or what pains us where the apology is for that."""
    tokens = sentence.tokens
    for _, end in _SORRY.find(tokens, sentence.words):
        yield from _clause(tokens, end)
        for _, first in _BEFORE.find(tokens[:end]):
            yield from _clause(tokens, first)


def _clause(tokens: Sequence[Token], first: int) -> Iterator[Sequence[Token]]:
    """Yield the words from there on up to the end of the thought, or to an “and” by which we say something else."""
    last = first
    while last < len(tokens) and not _ends(tokens, last):
        last += 1
    if last > first:
        yield tokens[first:last]


def _ends(tokens: Sequence[Token], at: int) -> bool:
    if tokens[at].word in _STOPS:
        return True
    return tokens[at].word == "," and at + 1 < len(tokens) and tokens[at + 1].word in {"and", "but"}
