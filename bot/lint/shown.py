"""What a text shows to be right without saying so: a name, its letters (“two Cs, one L”), who was left out, a rumour called untrue."""

import re
from collections.abc import Sequence

from bot.lint.phrases import table
from bot.lint.set_aside import WRONGNESS
from bot.lint.text import Sentence, Text, Token

_LETTERS = re.compile(  # how a word is spelled
    r"\b(?i:one|two|three|four|an?|no|single|double|silent|the letter) [B-HJ-Z](?:['’]?s)?(?![\w.])"
)
_LEFT_OUT = table(
    "omitted|left_out|forgot|missed_out|failed_to_mention|failed_to_name|failed_to_credit|did_not_mention|did_not_name"
)
_MISSPELLED = table("misspell*|misspelt|spelled|spelt|mispronounced", "got ~6 wrong")
_ADDRESSED = re.compile(  # whom the text is written to, with a capital: “Dear Ms Brandt”, “To the Lindqvist family:”, “Sorry, Anneke!”
    r"(?:^|\n|[.!?] )(?:(?:Dear|Hi|Hello|Hey|Good morning|Good evening|Congratulations|Sorry|Apologies|Oops|Thank you),? (?!All|Every|Friends|Folks|Customers|Readers|Members|Neighbours|Colleagues|Team|Parents|Guests|We |I |Our |The |This )(?:(?:[^\W\d_a-z][\w'’.-]*)(?: [^\W\d_a-z][\w'’-]*){0,3})"
    r"|To (?:the )?(?:[^\W\d_a-z][\w'’-]*)(?: family)?)(?=\s*[,:!.\n]| and )"
    r"|, (?:[^\W\d_a-z][\w'’-]*)[.!](?:\s|$)"
)
_CALLED = table(
    "called|addressed|introduced|announced|thanked|greeted|named|listed you ~4",
    "calling|addressing|introducing|naming you ~4",
    "wrote|printed|put|spelled|misspelled|spelt|misspelt|got|had|gave|said|read|engraved|carved|typed your ~2 name|surname|names",
    "your ~2 name|surname",
    "wrote|printed|put|engraved|carved|typed|said|read|stitched|iced !we|that|to|you|a|the ~1 on|in|under|for",
    "stone|badge|cake|card|wreath|certificate|sign|caption|label|screen|programme|plaque|banner said|read|says|reads|had",
)
_RUMOUR = table(
    "rumour|rumours|claim|claims|allegation|allegations|accusation|accusations|story|stories|hoax|gossip"
)
_UNTRUE = table(
    "it|this|that|they|none|nothing|neither ~2 is|was|are|were ~1 not_true|untrue|false|invented|fabricated|a_hoax|made_up|baseless|unfounded|true"
)


_HAD_SAID = table(
    "THING|programme|catalogue|timetable|guide|plan|schedule|map|board|ticket|tickets|calendar|menu ~3!SORRY said|says|had|has|gave|gives|named|names|listed|lists|showed|shows|promised|promises|still_said|still_had ~1 !been|to|gone|an|a_mistake|no",
    "we|i ~1 wrote|said|printed|posted|announced|told_you|had|gave ~1 !been|to|that_we|an|no",
    unless=(f"{'|'.join(WRONGNESS.split())}|mistake|error|typo|slip", "sorry|apolog*"),
)
_NO_FACT = table(
    "SORRY|REGRET|ERROR|will|shall|should|hope|thank|thanks|know|checked|noticed|spotted|checking|looking|working|removed|deleted|pulled|asked|told|ask|complained|confused|confusion|embarrassing|understand|happens|happened",
    f"{'|'.join(WRONGNESS.split())}",
    "we|i ~2 *ed|PAST",
)
_SHORTEST_FACT = 4  # words and its full stop


def contrasts(text: Text) -> bool:
    """Return whether a sentence tells how it is, beside one that tells what we had said (“We rent it at weekends. The page said weekdays.”)."""
    told = [one for one in text.sentences if _HAD_SAID.fits(one.tokens, one.words)]
    others = [one for one in text.sentences if one not in told and len(one.tokens) > _SHORTEST_FACT]
    return bool(told) and any(not _NO_FACT.fits(one.tokens, one.words) for one in others)


def spells(sentence: Sentence, raw: str) -> bool:
    """Return whether the name that we got wrong is written here (“we misspelt Ana Ruiz's name”), its letters, or who was left out."""
    tokens = sentence.tokens
    if _LETTERS.search(raw, tokens[0].start, tokens[-1].end):
        return True
    if any(_is_named(tokens[end:], raw) for _, end in _LEFT_OUT.find(tokens, sentence.words)):
        return True
    return _MISSPELLED.fits(tokens, sentence.words) and any(
        two.word == "'s" and three.word == "name" and raw[one.start].isupper()
        for one, two, three in zip(tokens, tokens[1:], tokens[2:], strict=False)
    )


def addresses(text: Text) -> bool:
    """Return whether the text calls by name the one whom we had called otherwise (“Hi Sam, I called you Pam”)."""
    addressed = _ADDRESSED.search(text.raw)
    return addressed is not None and any(_CALLED.fits(one.tokens, one.words) for one in text.sentences)


def _is_named(tokens: Sequence[Token], raw: str) -> bool:
    """Return whether a name stands among these words."""
    return any(raw[token.start].isupper() and token.word != "i" for token in tokens)


def is_retracted(text: Text) -> bool:
    """Return whether a rumour is named and called untrue."""
    return any(_RUMOUR.fits(one.tokens, one.words) for one in text.sentences) and any(
        _UNTRUE.fits(one.tokens, one.words) for one in text.sentences
    )
