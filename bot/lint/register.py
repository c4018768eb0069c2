"""Does it sound right: humour, emoji and hashtags in a serious case, and the brand's register."""

import re
from collections.abc import Iterator

from bot.lint.labels import Label
from bot.lint.model import Context, Finding, Span, finding
from bot.lint.text import Text
from bot.lint.words import cues, spans
from bot.voice import Emoji, Preset

_EMOJI = re.compile(
    "(?:[\U0001f1e6-\U0001f1ff]{2}|[0-9#*]\ufe0f?\u20e3|(?:[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u2300-\u23ff\u203c\u2049\u3030\u303d]"
    "[\ufe0f\U0001f3fb-\U0001f3ff]?(?:\u200d[\U0001f000-\U0001faff\u2600-\u27bf][\ufe0f\U0001f3fb-\U0001f3ff]?)*))+"
)
_NOT_EMOJI = frozenset("✓✔✗✘★☆→←↑↓⌀⏎™©®")
_SMILEY = re.compile(r"(?<![\w¤])(?:[:;=8x]'?-?[)dp(/\\|o3]+|<3|\^\^|xd|:'\))(?![\w¤])")
_HASHTAG = re.compile(r"(?<![\w&/¤])#(?=\w*[^\W\d_])\w+")

_JOKES = cues(
    r"(?:ha(?:ha)+|he(?:he)+|lol+|lmao|rofl|ba-?dum-?tss?|(?:just )?(?:joking|kidding)(?: aside)?|pun (?:very much )?intended|no pun intended|see what (?:we|i) did|wink,? wink|tee-?hee|giggle|cue the|spoiler(?: alert)?|plot twist|mic drop|punchline)",
    r"(?:awkward|oops\w*|whoops\w*|woops|oopsie\w*|yikes|d'oh|doh|facepalm|face-?palm|head-?desk|eek|derp|uh-? ?oh|busted|cringe|my face when|boo-?boo|ta-?da|surprise!|welp|sheesh|crikey|blimey|jeez|holy \w+|good grief|silly us|silly me|silly billy|naughty (?:us|step|corner)|bad (?:us|bot|robot|dog|computer|human)|we goofed|goofed|goof|bungl\w+|whoopsie)",
    r"(?:autocorrect|auto-correct|spell-?check\w*|typo\w*|murphy's law|the gremlins?|gremlins|mondays?|the curse|fat fingers?|the intern|our (?:robot|bot|keyboard|cat|dog)|the (?:cat|dog|robots?|hamster|goblin\w*|elves|ghost)) (?:strikes?|struck|strike|did it|ate|got us|made us|is (?:grounded|in the|on)|are (?:grounded|in the)|has been|have been|walked|again|at it again|swears|blames?|wins?|won|(?:\w+ ){0,2}?(?:detention|naughty|corner|doghouse))",
    r"fat[- ]finger\w*|butter-?fingers?|egg on our face|red[- ]faced|faces? (?:are|is|were) (?:\w+ )?red|hang(?:ing)? our heads?|tail between|eating humble pie|humble pie|eat our words|eating our words|foot in (?:our )?mouth|walk of shame|in the doghouse|naughty step|stand in the corner|slap(?:ped)? (?:on the |our )?wrists?|smack(?:ed)? (?:on the |our )?wrists?|flog(?:ged|ging)?|forty lashes|write (?:it )?(?:out )?(?:a )?(?:100|hundred) (?:times|lines)|hundred lines|sackcloth|dunce|crawl(?:ing)? under a rock|hide under|ground (?:to|could) (?:open|swallow)|one job\b|note to self|memo to (?:self|us)|lesson (?:one|number one)|rookie (?:mistake|error)|epic fail|fail!|total fail|own goal|face, meet palm|brain (?:fart|freeze)|asleep at the wheel|(?:need|needs?|had|has|without|before|after|more|enough|not enough|too much|blame the|blame it on) (?:\w+ ){0,3}?(?:coffee|caffeine|espresso|wine|cocktails?|mondays?|beer|gin|sugar|moon|full moon|mercury)",
    r"(?:wasn't|isn't|didn't|aren't|weren't|doesn't|haven't|right|eh|huh|hey|innit|no)\s?(?:it|we|they|that|you)? ?\?|am i right|who knew|who would have thought|guess (?:what|who|we)|turns out|well,? (?:this|that|that's|this is|what|it|so much|here|we)|so much for|talk about|anyone\?|better late than|rumou?rs? of (?:\w+ ){0,3}?(?:death|demise)|very much alive|alive and kicking|not dead yet|back from the (?:dead|grave)|rise from|resurrect\w*|zombie|ghost\w*|grave mistake|dead wrong|dying of|died of embarrassment|killing (?:it|us|joke)|killed it|to die for|bombed|explosive|went down in flames|crash and burn|train wreck|shipwreck|dumpster fire|shit ?show|cock-?up|storm in|blow(?:n|ing)? (?:\w+ )?(?:up|away|minds?)|sink(?:ing)? feeling|hot water|hot mess|in a pickle|half-?baked|egg-?cellent|un-?bear-?able|paws?(?:itive|ome)?\b|purr\w*|(?:fur|paw|claw|cat|dog)-?tastic|fishy|cheesy|nuts\b|bananas|berry|souper|toast|spilled the beans|cat's out|cat out of|barking up|woof|meow",
    r"(?:don't|do not|please don't|try not to) (?:\w+ )?(?:shoot|kill|fire|sue|hate|eat|unfollow|tell (?:our|the) (?:boss|mum|mom))|tell (?:our|my) (?:boss|mum|mom)|asking for a friend|the (?:joke|drinks|coffee|cake|chocolate|pizza)(?:'s| is| are) on (?:us|me)|joke(?:'s| is) on us|we'll see ourselves out|i'll see myself out|back to (?:the drawing board|school|bed|sleep)|we need a (?:holiday|nap|drink|hug|vacation)|send (?:help|coffee|cake|wine|chocolate|cookies)|group hug|virtual (?:hug|high five)|high five|peace out|ciao|toodle\w*|drum ?roll|fingers crossed|cross(?:ing|ed)? (?:our|my) fingers|have a laugh|had a (?:laugh|giggle)|good laugh|funny (?:story|thing|enough)|fun fact|laugh(?:ed|ing)? (?:\w+ )?(?:at ourselves|about it|it off|out loud)|hilarious\w*|comedy of errors|comedy gold|moral of the story|happy (?:friday|monday|hump)|it's (?:been )?(?:one of those|that kind of)|one of those (?:days|weeks|mondays)|monday,? (?:right|again|eh|huh|am i)|like a boss|ninja|hold my (?:beer|coffee)|facts? check(?:er)?s? (?:gone|on holiday|asleep)",
    unless=r"(?:not|n't|never|nothing|isn't|wasn't) (?:\w+ ){0,3}?(?:funny|a joke|joking|laugh)|alive and (?:well|safe)|(?:mr|mrs|ms|he|she|who) (?:is|was) (?:alive|well)|no joke",
)
_TURNS_OUT = cues(r"turns out")
_SLANG = cues(
    r"(?:omg|lol+|lmao|wtf|wth|tbh|imo|imho|btw|fyi|idk|smh|ngl|fml|rofl|yolo|brb|asap|thx|thanx|pls|plz|u|ur|r|gonna|wanna|gotta|dunno|kinda|sorta|coulda|woulda|shoulda|ain't|y'?all|yo|dude|dudes|bro|bruh|fam|peeps|guys|folks|mates?|buddy|hun|babe|babes|luv|cuz|'cause|coz|innit|nah|nope|yep|yup|yeah|yay|woohoo|woo-?hoo|meh|ugh|argh|aargh|aw+|hiya|heya|hey|howdy|sup|wassup|whatsup|cheers|ta|soz|sry|sozzles|lil|cool|awesome|dope|lit|epic|sick|rad|stoked|chill|chillax|vibes?|vibe|legit|lowkey|literally|totally|totes|super|mega|hella|crap\w*|damn|heck|hell|bloody|shit\w*|frickin\w*|freakin\w*|screwed up|messed up|cocked up|goofed|botched it|stuff-?up|stuffed up|dropped the ball|whoops\w*|oops\w*|oopsie\w*|woops|yikes|eek|d'oh|facepalm|my bad|our bad|no worries|no biggie|not gonna lie|bestie|besties|slay|sus|cringe|oof|welp|haha\w*|hehe\w*|xoxo|xx+|hugs|gang|crew|team!|lovelies|friends!|whatevs|deets|fave|obvs|defo|bummer|party people|big time|hot mess)",
)
_LOUD = re.compile(r"(?:!\s*){2,}|\?!|!\?|(?<![\w¤])[A-Z]{2,}(?: [A-Z']{2,}){2,}(?![\w¤])")
_STIFF = cues(
    r"(?:hereby|herewith|hereinafter|heretofore|hitherto|aforementioned|aforesaid|abovementioned|above-mentioned|forthwith|thereof|therein|thereto|thereunder|whereof|whereby|wherein|whereas|notwithstanding|pursuant to|in accordance with|in respect of|with regard to|with respect to|in relation to|in the event of|prior to the|subsequent to|be advised|please be informed|kindly be|we beg to|esteemed|undersigned|valued (?:customers?|stakeholders?|patrons?|clientele)|stakeholders?|patrons|remit|duly (?:noted|informed|rectified|amended)|endeavou?r|commence[sd]?|erratum|corrigendum|remediat\w+|rectif(?:y|ied|ication)|utili[sz]e[sd]?|cognisant|cognizant|ascertain\w*|acknowledge receipt|for the attention of|to whom it may concern|dear sirs?|sir or madam|yours faithfully|respectfully submit|the (?:company|organisation|organization|undersigned|management|board|institution|party|parties|corporation) (?:hereby |wishes|regrets|acknowledges|apologises|apologizes|expresses|extends|has)|discrepanc(?:y|ies) (?:has|have|was|were) been|an? (?:internal )?(?:review|investigation) (?:has been|is being|was) (?:initiated|undertaken|conducted)|expresses? (?:its|our) (?:\w+ )?regrets?|contents thereof|transpired|henceforth|inconvenience occasioned|occasioned)",
)


def check_register(text: Text, context: Context) -> Iterator[Finding]:
    """Yield what does not sound right for this case and this brand."""
    signs = [
        Span(found.start(), found.end())
        for found in _EMOJI.finditer(text.raw)
        if not _is_plain_sign(found.group())
    ]
    smileys = [Span(found.start(), found.end()) for found in _SMILEY.finditer(text.folded)]
    hashtags = [Span(found.start(), found.end()) for found in _HASHTAG.finditer(text.folded)]
    if context.serious:
        for span in sorted((*signs, *smileys, *hashtags), key=lambda span: span.start):
            yield finding(Label.EMOJI_HASHTAG_SERIOUS, span)
        yield from (finding(Label.JOKE_IN_SERIOUS, span) for span in spans(text, _JOKES))
    yield from _off_voice(text, context, [*signs, *smileys])


def _is_plain_sign(sign: str) -> bool:
    return set(sign) <= _NOT_EMOJI


def _off_voice(text: Text, context: Context, signs: list[Span]) -> Iterator[Finding]:
    if context.tone is Preset.FORMAL:
        loud = [Span(found.start(), found.end()) for found in _LOUD.finditer(text.raw)]
        light = [*spans(text, _SLANG), *loud, *(() if context.serious else signs)]
    else:
        light = spans(text, _STIFF)
    if context.voice and context.voice.emoji is Emoji.NEVER and not context.serious:
        light += signs
    light += _avoided(text, context)
    for span in sorted(set(light), key=lambda span: span.start):
        yield finding(Label.OFF_VOICE, span)


def _avoided(text: Text, context: Context) -> list[Span]:
    words = context.voice.words_to_avoid if context.voice else ()
    return [
        Span(found.start(), found.end())
        for word in words
        if word.strip()
        for found in re.finditer(rf"(?<!\w){re.escape(word.strip().lower())}(?!\w)", text.folded)
    ]
