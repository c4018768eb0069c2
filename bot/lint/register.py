"""Does it sound right: humour, emoji and hashtags in a serious case, and the brand's register."""

import re
from collections.abc import Iterator

from bot.lint.jokes import FAMILIES, jokes
from bot.lint.labels import Label
from bot.lint.model import Context, Finding, Span, finding
from bot.lint.phrases import spans, table
from bot.lint.text import Text
from bot.voice import Emoji, Preset

_EMOJI = re.compile(
    "(?:[\U0001f1e6-\U0001f1ff]{2}|[0-9#*]\ufe0f?\u20e3|(?:[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u2300-\u23ff\u203c\u2049\u3030\u303d]"
    "[\ufe0f\U0001f3fb-\U0001f3ff]?(?:\u200d[\U0001f000-\U0001faff\u2600-\u27bf][\ufe0f\U0001f3fb-\U0001f3ff]?)*))+"
)
_PLAIN_SIGNS = frozenset("✓✔✗✘★☆⌀⏎➔➜➝➞❶❷❸✉☎")
_SMILEY = re.compile(r"(?<![\w¤])(?:[:;=]'?-?[)(dp/\\|o3]+|<3|\^_?\^|xd|:'\()(?![\w¤])")
_HASHTAG = re.compile(r"(?<![\w&/¤])#(?=\w*[^\W\d_])\w+")

_SLANG = table(
    "omg|lol|lmao|wtf|tbh|imo|imho|btw|smh|ngl|yolo|brb|thx|thanx|pls|plz|gonna|wanna|gotta|dunno|kinda|sorta|coulda|shoulda|ain't|yall|dude|dudes|bro|bruh|fam|peeps|luv|innit|nah|nope|yep|yup|yeah|yay|woohoo|woo-hoo|meh|ugh|argh|aargh|aw|aww|hiya|heya|howdy|wassup|soz|sozzles|awesome|dope|stoked|chillax|vibes|lowkey|totes|hella|damn|damned|heck|crap|crappy|shit|shitty|frickin|freakin|freaking|friggin|bloody|bestie|besties|slay|oof|deets|obvs|defo|bummer|xoxo|xx|xxx|lovelies|whatevs|fave|gosh|jeez|geez|blimey|gotcha|bonkers|cos|coz|cuz|hugs|boss-level|clanger|howler|brainfart|boo-boo|bummed|dumbass|stupidly|duh|yo|mates",
    "OOPS|HAHA",
    "goofed|goof|goofs",
    "screwed|cocked|ballsed|mucked up|it_up|this|that|it",
    "go|goes|going|went|gone|drive|drives|drove|is|are|was|were|am|be|totally|just nuts !and|or|in|,",
    "totally|really|royally messed up",
    "f-ed|effed|fucked|f*cked|fudged ~2",
    "wow ,|!|.",
    "dropped the ball",
    "my|our bad",
    "no worries|biggie|prob|probs|sweat",
    "hey|hi|hello|sorry|thanks|ok|okay|listen|guys|omg ,? guys|folks|gang|team|friends|everybody_out|mates|crew|peeps|all_you|people|lovely_people",
    "hey ,|everyone|everybody|there|you|all|!",
    "guys|folks ,|!|.|we",
    "so ,? yeah|um|about|like|here's",
    "big|huge|massive|total|totally|epic|major|super ~1 fail|oops|facepalm|mess-up|screw-up|whoops|dumb|sorry|awkward|embarrassing",
    "super|mega|totally|literally|seriously ~1 sorry|embarrassed|dumb|awkward|embarrassing|wrong",
    "cheers ,|!|.|all|guys|everyone",
    "egg on our face",
    "brain fart|freeze|fade",
    "you guys|lot|folks",
    "ta ,|!|.|for",
    "thanks a bunch|million|ton|heaps",
    "not|can not gonna|even",
    "whatever ,|!|.",
    "fail !",
    "hot mess",
    families=FAMILIES,
)
_LOUD = re.compile(r"(?:!\s*){2,}|\?!|!\?|(?<![\w¤])[A-Z]{2,}(?: [A-Z']{2,}){2,}(?![\w¤])")
_STIFF = table(
    "hereby|herewith|hereinafter|hereafter|heretofore|hitherto|aforementioned|aforesaid|abovementioned|above-mentioned|forthwith|thereof|therein|thereto|whereof|wherein|whereas|notwithstanding|henceforth|erratum|corrigendum|undersigned|esteemed|cognisant|occasioned|transpired",
    "pursuant to",
    "in accordance|respect|regard|relation|connection|pursuance with|of|to",
    "with regard|respect|reference to",
    "prior|subsequent to",
    "be|please advised|informed that",
    "kindly be|note|disregard|accept|refer|ignore|take|desist",
    "we beg to",
    "valued customer|customers|stakeholder|stakeholders|patron|patrons|clientele|guests|clients|partners",
    "stakeholders|patrons|clientele",
    "duly noted|informed|rectified|amended|updated|corrected",
    "remediat*|ascertain*|commenced|commence|terminate|rectification|rectified|rectify",
    "utilise|utilised|utilising|utilisation",
    "acknowledge receipt",
    "for the attention of",
    "to whom it may concern",
    "dear sir|sirs|madam|valued",
    "yours faithfully|truly",
    "the company|organisation|undersigned|management|institution|corporation|board|society|enterprise ~1 wishes|regrets|acknowledges|apologises|expresses|extends|has|deeply|sincerely|would",
    "wish|wishes|would_like to inform|advise|express|convey|extend|acknowledge|clarify|state",
    "express|expresses|expressed|extend|extends our|its|their ~2 regret|regrets|apologies|regret_for",
    "discrepancy|discrepancies|irregularity|irregularities",
    "internal? review|investigation|inquiry ~2 initiated|undertaken|conducted|commenced|underway",
    "your understanding|indulgence|forbearance in_this|is|and|kind",
    "inconvenience occasioned|incurred",
    "in the event of|that",
    "content|communication|communications ~2 disseminated|issued|erroneous",
    "disseminated|promulgated|effectuated|implemented_forthwith|hereunder|viz|inter_alia|ipso_facto|mutatis_mutandis",
    "should you require|have_any_queries|have_further",
    "at your earliest",
    "please find enclosed|attached_herewith|herewith",
    "due diligence|consideration",
    "said post|communication|message|e-mail|notice|tweet|document|error",
)


def check_register(text: Text, context: Context) -> Iterator[Finding]:
    """Yield what does not sound right for this case and this brand."""
    signs = [_span(sign) for sign in _EMOJI.finditer(text.raw) if not set(sign.group()) <= _PLAIN_SIGNS]
    signs += [_span(smiley) for smiley in _SMILEY.finditer(text.folded)]
    if context.serious:
        hashtags = [_span(hashtag) for hashtag in _HASHTAG.finditer(text.folded)]
        light = sorted([*signs, *hashtags], key=lambda span: span.start)
        yield from (finding(Label.EMOJI_HASHTAG_SERIOUS, span) for span in light)
        yield from (finding(Label.JOKE_IN_SERIOUS, span) for span in jokes(text, context, signs))
    for span in sorted({*_out_of_voice(text, context, signs)}, key=lambda span: (span.start, span.end)):
        yield finding(Label.OFF_VOICE, span)


def _span(found: re.Match[str]) -> Span:
    return Span(found.start(), found.end())


def _out_of_voice(text: Text, context: Context, signs: list[Span]) -> Iterator[Span]:
    if context.tone is Preset.FORMAL:
        yield from spans(text, _SLANG)
        yield from (_span(loud) for loud in _LOUD.finditer(text.raw))
    else:
        yield from spans(text, _STIFF)
    has_none = context.voice is not None and context.voice.emoji is Emoji.NEVER
    if not context.serious and (has_none or (context.voice is None and context.tone is Preset.FORMAL)):
        yield from signs
    for word in context.voice.words_to_avoid if context.voice else ():
        if word.strip():
            wanted = rf"(?<!\w){re.escape(word.strip().lower())}(?!\w)"
            yield from (_span(avoided) for avoided in re.finditer(wanted, text.folded))
