"""What a tool or a firm that works for us does as a rule: “our mailing software does not read the notes field”.

Told beside an apology, the habit of a tool stands for what we did with it. Beside a correction it may be the right fact instead
(“our supplier delivers on Mondays”), so there only a habit that goes wrong by its verb, or that is our reason, counts.
"""

from collections.abc import Iterator

from bot.lint.agents import AGENTS
from bot.lint.clauses import word_set
from bot.lint.model import Context, Span
from bot.lint.others import tells_of_us
from bot.lint.text import Sentence, Text
from bot.lint.words import single
from bot.plan import Expects

_FIRMS = (single(AGENTS["COMPANY"]) | word_set("service vendor host desk")) - word_set(
    "archive archives registry lab laboratory"
)
_TOOLS = single(AGENTS["MACHINE"], AGENTS["PRODUCT"]) | word_set(
    "tool app plug-in program platform form map assistant widget add-on extension tree mail-out subtitles encoder player tracker website site list"
)
_ENDINGS = ("ware", "maker", "checker", "scheduler", "planner", "reader")
_OWN = word_set("app website site page shop system software service platform form map list desk library")
"""What “our” makes ourselves of, unless a word between says what it is for."""
_DETERMINERS = word_set("the our my a an one this that another its")
_STARTS = word_set(". , ; : ! ? and but because since as unfortunately apparently sadly")
_REASONS = word_set("because since as")
_RELATIVE = word_set("that which who")
_OPENS = _RELATIVE | word_set("we on in at from of behind for")
_FAILS_TO = word_set(
    "read know see tell recognise understand check distinguish remember count handle support notice spot accept allow carry cope catch"
    " filter keep take mark speak store transfer save"
)
_GOES_WRONG = word_set(
    "ignores swaps mixes drops cuts crops loses skips garbles scrambles confuses mangles doubles duplicates misreads mishears strips"
    " overwrites invents truncates forgets crashes freezes hallucinates guesses deletes omits misses swallows distorts botches mistranslates"
    " blurs muddles turns"
)
_NO_HABIT = word_set(
    "is was has does its this his us as thus always perhaps besides news series details terms apologises hopes thanks says welcomes regrets"
    " asks wishes remains stays belongs costs opens closes starts ends"
)
_NO_OBJECT = word_set(
    "is are was were be has have had will can could would should must may do did of and or . , ; : ! ?"
)
"""What follows a noun in -s, and hardly a verb."""
_PUT_RIGHT = frozenset(("now", "again"))
_REACH = 6  # words between a determiner and its noun, or between the noun and its verb


def habits_of_tools(text: Text, context: Context) -> Iterator[Span]:
    """Yield the clauses in which a tool, or a firm that works for us, does as a rule what went wrong."""
    is_ours = any(tells_of_us(one) for one in text.sentences if one.words.isdisjoint(_TOOLS | _FIRMS))
    may_be_fact = is_ours or Expects.CORRECTION in context.expects
    for sentence in text.sentences:
        if _PUT_RIGHT.isdisjoint(sentence.words) and sentence.tokens[-1].word != "?":
            yield from _habits(sentence, may_be_fact)


def _habits(sentence: Sentence, may_be_fact: bool) -> Iterator[Span]:
    words = tuple(token.word for token in sentence.tokens)
    for noun in range(1, len(words) - 1):
        if not _is_tool(words[noun]) or (first := _subject(words, noun)) is None:
            continue
        is_reason = first > 0 and words[first - 1] in _REASONS
        if not is_reason and words[first] in {"our", "my"} and first == noun - 1 and words[noun] in _OWN:
            continue
        is_hired = words[noun] not in _FIRMS or words[first] in {"our", "my"} or words[noun + 1] in _OPENS
        verb = _verb(words, noun, is_bad_only=not is_hired or (may_be_fact and not is_reason))
        if verb:
            yield Span(sentence.tokens[first].start, sentence.tokens[verb].end)


def _is_tool(word: str) -> bool:
    return word in _TOOLS or word in _FIRMS or word.endswith(_ENDINGS)


def _subject(words: tuple[str, ...], noun: int) -> int | None:
    """Return where the subject starts that ends in this noun, if that is where a clause starts."""
    for first in range(noun - 1, max(-1, noun - _REACH), -1):
        if words[first] in _DETERMINERS:
            return first if first == 0 or words[first - 1] in _STARTS else None
        if not (words[first].replace("-", "").isalnum() or words[first] == "'s"):
            return None
    return None


def _verb(words: tuple[str, ...], noun: int, is_bad_only: bool) -> int:
    """Return where the verb stands that goes with this noun, or 0."""
    follows = words[noun + 1]
    farthest = min(len(words) - 1, noun + 2 + (_REACH if follows in _OPENS else 1))
    for at in range(noun + 1, farthest):
        if _fails(words, at) or words[at] in _GOES_WRONG:
            return at
        is_relative = words[at - 1] in _RELATIVE
        if not is_bad_only and not is_relative and _is_habit(words, at):
            return at
        if not words[at].replace("-", "").isalnum():
            return 0
    return 0


def _fails(words: tuple[str, ...], at: int) -> bool:
    return (
        words[at] in {"does", "can"}
        and words[at + 1 : at + 2] == ("not",)
        and not _FAILS_TO.isdisjoint(words[at + 2 : at + 4])
    )


def _is_habit(words: tuple[str, ...], at: int) -> bool:
    """Return whether this is a verb in the present: it ends in -s, and what follows can be its object."""
    word = words[at]
    is_noun = words[at - 1] in _DETERMINERS or words[at + 1] in _NO_OBJECT
    return word.endswith("s") and not word.endswith("ss") and word not in _NO_HABIT and not is_noun
