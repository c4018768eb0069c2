"""Families of words that the checks share, and how a check's phrases become patterns.

A phrase is read left to right with plain spaces; ``{NAME}`` stands for a family below.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.lint.model import Span
from bot.lint.text import Text

FAMILIES = {
    # up to so many words, without crossing punctuation
    "W1": r"(?:[\w'-]+ )?",
    "W2": r"(?:[\w'-]+ ){0,2}",
    "W3": r"(?:[\w'-]+ ){0,3}",
    "W5": r"(?:[\w'-]+ ){0,5}",
    "W8": r"(?:[\w'-]+ ){0,8}",
    "NOT": r"(?:not|never|n't|no longer)",
    "WE": r"(?:we|i)",
    "WE_ARE": r"(?:we are|we're|we were|we've been|we have been|i am|i'm|i was|i've been|i have been)",
    "OUR": r"(?:our|my|this|the|that|these|those|its|yesterday's|today's|last \w+'s|\w+day's|an?)",
    "ADV": r"(?:(?:\w+ly|so|very|deep|just|also|all|once|again|most|too|quite|rather|and|truly|do|would like to|want to|must|can only) )",
    "SORRY": r"(?:sorry|apologi[sz]e[sd]?|apologi[sz]ing|apolog(?:y|ies)|my bad|our bad|forgive (?:us|me))",
    "REGRET": r"(?:regret(?:s|ted|ful|fully|table|tably)?)",
    "THING": (
        r"(?:tweets?|posts?|messages?|e-?mails?|mails?|mailings?|newsletters?|photos?|photographs?|pictures?|images?|captions?|ads?"
        r"|adverts?|advertisements?|campaigns?|videos?|clips?|wording|words?|words|language|comments?|remarks?|jokes?"
        r"|headlines?|articles?|stor(?:y|ies)|statements?|notices?|alerts?|notifications?|push(?:es)?|announcements?|subject lines?"
        r"|slogans?|hashtags?|memes?|content|updates?|graphics?|cartoons?|flyers?|leaflets?|brochures?|replies|reply|responses?"
        r"|polls?|advice|sms|texts?|invitations?|invites?|letters?|copy|segments?|broadcasts?|reports?|releases?|pages?"
        r"|listings?|products?|designs?|figures?|information|data|links?|dates?|times?|prices?|names?|numbers?|address(?:es)?"
        r"|invoices?|drafts?|tests?|files?|attachments?|entr(?:y|ies)|labels?|tags?|references?|choice|actions?|stickers?|shirts?)"
    ),
    "ERROR": (
        r"(?:mistakes?|errors?|slips?|slip-ups?|typos?|glitch(?:es)?|mix-?ups?|oversights?|mishaps?|blunders?|gaffes?|misprints?"
        r"|mess-?ups?|faults?|bugs?|hiccups?|miscommunications?|lapses?|failures?|shortcomings?|missteps?|foul-?ups?"
        r"|inaccurac(?:y|ies)|confusion|snafus?|errata|missed steps?)"
    ),
    "HURT": (
        r"(?:offended|upset|hurt|insulted|angered|angry|annoyed|disappointed|distressed|saddened|shocked|uncomfortable|affronted"
        r"|outraged|bothered|confused|disturbed|alienated|frustrated|inconvenienced|unhappy|let down|disrespected|worried"
        r"|alarmed|put off|dismayed|excluded|mocked|belittled|betrayed|irritated|uneasy|aggrieved|unwelcome|attacked|touched a nerve)"
    ),
    "HARM": (
        r"(?:offen[cs]es?|upset|hurt|harm|distress|pain|discomfort|confusion|inconveniences?|trouble|anger|concerns?|misunderstandings?"
        r"|disappointment|alarm|worry|anxiety|embarrassment|disruption|frustration|annoyance|insult|damage|grief|stress|feelings|bother"
        r"|disrespect|difficult(?:y|ies)|impact|unease|anguish|nuisance|ambiguity)"
    ),
    "PEOPLE": (
        r"(?:people|some(?: of you| people| readers| customers| followers| users| members| fans)?|anyone|anybody|someone|everyone|everybody"
        r"|any of you|those|others|many|readers|customers|followers|users|members|fans|guests|viewers|listeners|passengers"
        r"|individuals|communit(?:y|ies)|subscribers|clients|parents|patients|folks|a few|certain \w+|members of \w+(?: \w+)?|(?:some|any) \w+)"
    ),
    "BAD": (
        r"(?:wrong|incorrect|inaccurate|false|erroneous|mistaken|misleading|inappropriate|offensive|insensitive|hurtful|tasteless"
        r"|unacceptable|unfortunate|regrettable|outdated|incomplete|broken|bad|distasteful|derogatory|racist|sexist|unauthori[sz]ed"
        r"|rude|ill-judged|thoughtless|premature|duplicate|accidental|errant|stray|old|draft|unfinished|test)"
    ),
}
_FAMILY = re.compile(r"\{([A-Z]\w*)\}")


def phrase(source: str, extra: dict[str, str] | None = None) -> re.Pattern[str]:
    """Return the pattern for a phrase: families filled in, one or more spaces between words, whole words only."""
    families = FAMILIES | (extra or {})
    filled = source
    while _FAMILY.search(filled):
        filled = _FAMILY.sub(lambda found: families[found.group(1)], filled)
    return re.compile(rf"(?<![\w¤])(?:{filled.replace(' ', ' +')})(?![\w¤])")


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase that shows something, unless the same sentence also says something that takes it back."""

    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None = None

    def spans(self, text: Text) -> Iterator[Span]:
        """Yield the first place in each sentence."""
        for sentence in text.sentences:
            found = self.pattern.search(sentence.text)
            if found and not (self.unless and self.unless.search(sentence.text)):
                yield Span(sentence.start + found.start(), sentence.start + found.end())


def cues(*phrases: str, unless: str = "", extra: dict[str, str] | None = None) -> tuple[Cue, ...]:
    """Return a cue for each phrase, all with the same exception."""
    exception = phrase(unless, extra) if unless else None
    return tuple(Cue(phrase(one, extra), exception) for one in phrases)


def spans(text: Text, table: Iterable[Cue]) -> list[Span]:
    """Return where the cues of a table are found, in order, without overlaps (the longer one stays)."""
    found = sorted(
        {span for cue in table for span in cue.spans(text)}, key=lambda span: (span.start, -span.end)
    )
    kept: list[Span] = []
    for span in found:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept
