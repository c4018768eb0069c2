"""Is there an apology, is it for what we did, and does it hang on a condition?"""

import re
from collections.abc import Iterator

from bot.lint.labels import Label
from bot.lint.model import ABSENT, Context, Finding, Span, finding
from bot.lint.text import Sentence, Text
from bot.lint.words import cues, phrase, spans
from bot.plan import Expects

_APOLOGY = phrase(
    r"sorry|apologi[sz]e[sd]?|apologi[sz]ing|apology|apologies|apologi[sz]es|my bad|our bad|mea culpa|forgive (?:us|me)|pardon (?:us|me)"
    r"|(?:your|for|seek|beg|ask) forgiveness|(?:your|beg|ask) pardon|contrite|(?:we|i) atone|remorse(?:ful)?"
)
_NOT_SAID = re.compile(  # said not to be given, asked for, or told about: no apology by itself
    r"(?:\bnot|\bno|n't|\bnever|\bnon|\bwithout|\bneed(?: to)?|\brefuse to|\bnothing to|\bdemand\w* (?:an|our)|\baccept (?:your|an|the|our)"
    r"|\bafter (?:our|the|an)|\bdeserves? (?:no|an)|\bnor|\bwhy should (?:we|i)|\bask(?:ed|ing)? (?:us )?(?:for an|to)|\bbetter safe than)"
    r" (?:be |to |say |going to |an? |any |of |feel |here to )*$"
)
_NOT_OURS = phrase(
    r"sorry (?:state|sight|excuse|story|affair|for your loss|for their loss|for the loss of|to see you (?:go|leave)) ?\w*"
)

_CONDITION = (
    r"(?:if|should (?!not)(?:{OUR} |any|you|we|it|there|anyone|anybody|someone)|in case|in the event|to the extent|insofar as|in so far as"
    r"|where(?:ver)? (?:we|this|it|our) (?:may|might|has|have)|whether or not|whoever|were (?:we|anyone|anybody|you|this) to)"
)
_IF = phrase(_CONDITION)
_SAID = phrase(r"{SORRY}|{REGRET}")
_BREAK = re.compile(
    r"[;:—–]|, (?:and|but|so|please|we'll|we will|you can|you may|here|just|simply|reply|write|call|use|ignore|contact|get in)\b| - |\) "
)
_OWN_MAIN = phrase(
    r"please|we will|we'll|we can|we would|we'd be|you can|you may|you will|you'll|you do|you need|you get|just \w+|simply|reply|write to|call us|contact"
    r"|get in touch|show us|let us|bring|use|ignore|delete|email|e-mail us|check|visit|click|come|send us|don't|do not|there is no|the (?:right|correct)"
    r"|it is|it's|here is|here's|your \w+ (?:is|are|will)|our \w+ (?:is|are|will)|tell us|ask"
)

_POSSIBLE = cues(
    r"{SORRY} (?:(?:to|for|that|about) )?[^;:]*?\bany(?:one|body)? (?:\w+ ){0,3}?(?:{HARM}|{HURT}|affected|impacted|misled)",
    r"{SORRY} [^;:]*?\bany (?:unintended |possible |perceived |potential |and all )*(?:{HARM}|{ERROR}|problems?|issues?|delays?|consequences|negative \w+)",
    r"{SORRY} [^;:]*?\bany of (?:you|our|the|those)\b",
    r"{SORRY} [^;:]*?\banyone who (?:\w+ )?(?:felt|feels|found|took|was|were|is|thought|saw|has been|may|might)",
    r"{SORRY} [^;:]*?\b(?:may|might|could) (?:\w+ )?(?:have|has|feel|be|cause|find|seem|appear|come across|offend|upset|hurt)",
    r"{SORRY} [^;:]*?\b(?:possible|potential|perceived|potentially|possibly|perhaps|alleged|whatever) (?:\w+ )?(?:{HARM}|{ERROR}|{HURT}|caused)",
    r"to (?:anyone|anybody|those|any|all|people|everyone|some) [^;.]*?\b(?:may|might|could)(?: have)? [^;.]*?{SORRY}",
    r"to (?:anyone|anybody|any) [^;.]*?(?:{HURT}|felt|affected|impacted)[^;.]*?{SORRY}",
    r"(?:may|might|could) have [^;.]*?(?:{HURT}|{HARM}|caused)[^;.]*?, (?:we|i|our|my)(?:'m|'re| am| are)? {ADV}{0,3}{SORRY}",
    r"any (?:{HARM}|{ERROR}) [^;.]*?(?:is|are|was) {ADV}{0,2}{REGRET}",
    r"{REGRET} [^;:]*?\bany (?:\w+ )?(?:{HARM})",
    unless=r"(?:can|could|may|might) (?:be|have been) (?:avoided|prevented)|could have (?:done|checked|been clearer)",
)

_FEELINGS = cues(
    r"{SORRY} (?:to (?:anyone|anybody|everyone|those|all|people|the \w+|any \w+) )?(?:that |if |to |for |because |how |in case )?(?:\w+ )?{PEOPLE} (?:who )?(?:\w+ ){0,4}?(?:{HURT}|felt|feels?|took|take|found|thought|saw|see it|misunder\w+|misread|misinterpret\w*)",
    r"(?:{SORRY}|{REGRET}) (?:that |if |to |for |because |how |in case )?(?:you|they|he|she)(?:'re|'ve| are| were| have been| have| had| might be| may be| may have| might have)? (?:\w+ ){0,2}?(?:{HURT}|feel|felt|took|take|taken|found|find|think|thought|saw|see|seen|interpret\w*|misunder\w+|misread|misinterpret\w*|believe|didn't (?:like|get|enjoy|appreciate|find)|did not (?:like|get|enjoy|appreciate|find)|disagree|perceived?|see it|don't (?:like|get|agree|see|understand)|do not (?:like|agree|see|understand)|can't (?:see|take)|cannot (?:see|take))",
    r"(?:{SORRY}|{REGRET}) [^;:]*?\b(?:people|some|those|anyone|anybody|readers|customers|fans|followers|viewers|users|members|many|others|certain \w+|you) (?:\w+ ){0,4}?(?:felt|feel|took (?:it|this|that|our|offen[cs]e|exception|umbrage)|found (?:it|this|that|our|the)|perceived?|interpreted|chose to|choose to|misunderstood|misread|misinterpreted|were offended|are offended|was offended|got offended|feeling)",
    r"{SORRY} (?:for |about |that )?(?:how|the way|the manner) (?:\w+ ){0,6}?(?:perceived|received|taken|interpreted|read|understood|came across|come across|comes across|came out|landed|seen|viewed|made (?:you|some|people|anyone))",
    r"(?:{SORRY}|{REGRET}) (?:for |about )?(?:all )?(?:the|this|your|their|any) (?:\w+ ){0,2}?(?:reactions?|backlash|controversy|fuss|outrage|outcry|uproar|drama|debate|feelings|perceptions?|impression|misinterpretations?|disappointment|frustration|anger)",
    r"offen[cs]e (?:that )?(?:\w+ )?(?:was |were |been |has been )?taken",
    r"sorry(?: to)? hear",
    r"sorry,? ?not,? ?sorry",
    r"(?:not|n't|never|nothing to|no need to) (?:\w+ ){0,2}(?:sorry|apologi[sz]e|apology|apologi[sz]ing)",
    r"sorry(?: [\w']+){0,6},? but (?:you|we|it|this|that|they|people|not|it's|some|everyone|honestly|really|the)",
    r"(?:apologi[sz]e|apologies)(?: [\w']+){0,6},? but (?:you|we stand|people|they|some|honestly)",
    unless=r"(?:sorry|apologi[sz]e) that we (?:hurt|upset|let|misled|confused)",
)
_SEEMED = cues(
    r"(?:seem(?:s|ed)?|appear(?:s|ed)?|(?:come|came|comes|coming) (?:across|off)|(?:be|been|was|were|being) (?:perceived|seen|viewed|construed|interpreted|taken|understood|read|regarded|received|misconstrued|misinterpreted|misunderstood|misread)|sounded|looked|perceived|felt) (?:\w+ ){0,3}?(?:as |to be |like |by )?(?:\w+ ){0,3}?(?:insensitive|offensive|hurtful|inappropriate|rude|tasteless|racist|sexist|disrespectful|callous|flippant|dismissive|mocking|in poor taste|in bad taste|tone[- ]deaf|harsh|cold|uncaring|arrogant|negative|out of context|the wrong way|as an? \w+|that way|wrongly)",
    r"(?:may|might|could|can) (?:have )?(?:be|been|come|seem|seemed|appear|appeared|sound|sounded|look|looked) (?:\w+ ){0,3}?(?:insensitive|offensive|hurtful|inappropriate|rude|tasteless|disrespectful|off|across)",
)


def check_apology(text: Text, context: Context) -> Iterator[Finding]:
    """Yield what is wrong with the apology, or that there is none where one is called for."""
    yield from (finding(Label.CONDITIONAL, span) for span in _conditions(text))
    yield from (finding(Label.NON_APOLOGY, span) for span in spans(text, (*_FEELINGS, *_SEEMED)))
    if Expects.APOLOGY in context.expects and not any(apologies(text)):
        yield finding(Label.NO_APOLOGY, ABSENT)


def apologies(text: Text) -> Iterator[Span]:
    """Yield every place where the speaker apologises (not where an apology is refused, asked for or told about)."""
    for sentence in text.sentences:
        for found in _APOLOGY.finditer(sentence.text):
            if _NOT_SAID.search(sentence.text, 0, found.start()) or _NOT_OURS.match(
                sentence.text, found.start()
            ):
                continue
            yield Span(sentence.start + found.start(), sentence.start + found.end())


def _conditions(text: Text) -> Iterator[Span]:
    seen = list(spans(text, _POSSIBLE))
    for sentence in text.sentences:
        span = _hanging(sentence)
        if span and not any(span.start < other.end and other.start < span.end for other in seen):
            seen.append(span)
    yield from sorted(seen, key=lambda span: span.start)


def _hanging(sentence: Sentence) -> Span | None:
    """Return the condition that an apology in this sentence hangs on, if any."""
    for condition in _IF.finditer(sentence.text):
        if _hangs_after(sentence.text, condition.start()) or _hangs_before(sentence.text, condition.end()):
            end = _end_of_clause(sentence.text, condition.end())
            return Span(sentence.start + condition.start(), sentence.start + end)
    return None


def _hangs_after(text: str, condition: int) -> bool:
    """“We apologise if …”: nothing between them starts a thought of its own, and the condition has no other main clause."""
    said = list(_SAID.finditer(text, 0, condition))
    if not said or _BREAK.search(text, said[-1].end(), condition):
        return False
    direct = text[said[-1].end() : condition].strip()
    comma = re.search(r", *", text[condition:])
    if direct.endswith((",", "!")) and comma is None:
        return _OWN_MAIN.search(text, condition) is None
    return comma is None or not (direct.endswith(",") and _OWN_MAIN.search(text, condition + comma.end()))


def _hangs_before(text: str, condition: int) -> bool:
    """“If …, we apologise”: the first clause after the condition's comma is the apology."""
    comma = re.compile(r"(?:, |: | then | - | — )").search(text, condition)
    if comma is None:
        return False
    said = _SAID.search(text, comma.start())
    return (
        said is not None
        and _OWN_MAIN.search(text, comma.end(), said.start()) is None
        and "; " not in text[condition : said.start()]
    )


def _end_of_clause(text: str, start: int) -> int:
    stop = re.compile(r"[,;:.!?]").search(text, start)
    return stop.start() if stop else len(text.rstrip())
