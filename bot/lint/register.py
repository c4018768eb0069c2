"""Does it sound right: humour, emoji and hashtags in a serious case, and the brand's register."""

import re
from collections.abc import Iterator

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

_FAMILIES = {
    "HAHA": "haha hahaha hahahaha hehe lol lols lolz lmao rofl teehee tee-hee",
    "OOPS": (
        "oops oopsie oopsies ooops oopsy whoops whoopsie whoopsies woops whoopsy yikes d'oh doh facepalm face-palm headdesk eek derp busted awkward"
        " welp sheesh crikey boo-boo epic_fail ta-da uh-oh yowza oof silly_us silly_me bad_us naughty_us bad_bot"
    ),
    "IMP": (
        "autocorrect auto-correct spellcheck spell-check gremlin gremlins typo_gremlins typo_monster typo_fairy typo_fairies murphy monday mondays curse intern robot robots"
        " bot cat dog hamster goblins elves ghost keyboard algorithm fingers thumbs thumb caffeine"
    ),
    "DRINK": "coffee coffees caffeine espresso wine cocktail cocktails beer beers gin sugar tea mercury full_moon moon prosecco",
}
_JOKES = table(
    "at least you|we|it|he|she|they|everyone|everybody|nobody|the ~1",
    "history|maths|geography|science|english|spelling|maths|math|chemistry|biology|reading class|lesson|lessons|homework|is_hard|was_never|school",
    "maths|math|spelling|counting|adulting|typing|english|geography|history is|'s ~1 hard|difficult|tricky|overrated",
    "feeling|doing|looking|alive ~1 fine|great|well ,|thank|thanks|and|.|!",
    "viral for|but ~2 wrong|bad|right",
    "have a|an ~3 problem ,|.|!",
    "some|free|little|good exercise|fresh_air|cardio|workout|adventure|entertainment|excitement",
    "called|wrote|rang|phoned to say|tell|inform|complain|ask",
    "HAHA",
    "OOPS",
    "just joking|kidding",
    "pun ~2 intended",
    "see what we|i did",
    "wink ,? wink",
    "cue the",
    "spoiler alert",
    "plot twist",
    "mic drop",
    "IMP strikes|struck|strike|did_it|ate|got_us|made_us|again|at_it_again|swears|blames|wins|won|walked|have_been|has_been|had_a|is_in|is_on|is_grounded|went_rogue|got_out|got_into|got_in|got_hold|got_the_better",
    "fat finger|fingers|fingered|thumbs",
    "fat-finger|fat-fingered|fat-fingers|butterfingers|butter-fingers",
    "egg on|all_over our|my|face",
    "red-faced",
    "face|faces is|are|was|were|'re ~2 red",
    "humble pie",
    "eat|eating our|my words|hat|hats",
    "foot|feet in ~1 mouth|mouths",
    "put our|my foot|feet in",
    "shot ourselves|myself in",
    "made|make|making ~1 fools|fool|mess|meal|dog's of ourselves|myself|it",
    "dropped a clanger|bollock|brick",
    "went down like a",
    "award|prize|medal|trophy|oscar for ~1 worst|best|dumbest|biggest|most",
    "call a|the doctor|ambulance|plumber|exorcist|police ,",
    "died of|from",
    "fire|burn|bury us|me|him|her|ourselves",
    "bed|school|jail|prison|room without|for supper|dinner|a_week",
    "sent to bed",
    "grounded|banished|fired_into|exiled to|for|into",
    "daisy|dear oopsie|whoopsie",
    "world 's worst|best|okayest",
    "mind of its|their own",
    "happens to the best",
    "it 's|is ~1 alive",
    "you can not|n't make this|it up",
    "could not|n't make it up",
    "pass|passing|hand|fetch us|me|the ~1 popcorn|tissues|shovel|wine|chocolate",
    "hole|grave we|i ~1 dug|are_digging|digging",
    "walk of shame",
    "dog|naughty house|step|corner|chair",
    "doghouse|dog-house",
    "stand|standing|sit|sitting in the ~1 corner",
    "slap|slapped|smack|smacked on? our|the|my|ourselves ~1 wrist|wrists|hand|hands",
    "forty|40 lashes",
    "hundred|100 lines",
    "sackcloth|dunce",
    "crawl|crawling|hide|hiding under|in|behind a|the|our ~1 rock|desk|table|stone|covers|pillow|blankets|bed|sofa|duvet|cave|bin|blanket",
    "ground|floor to|could|can|would ~1 open|swallow",
    "one job",
    "note|memo to self|ourselves",
    "rookie mistake|error|move",
    "own goal",
    "brain fart|freeze|fade|fog",
    "asleep at the wheel",
    "need|needs|needed|had|has|without|before|after|more|enough|blame|blaming ~3 DRINK|monday|mondays|the_weather|the_heat|friday",
    "not is|was it|we|they ?",
    "was|is|did|are not ~1 it|we|they|that|you ?",
    "right|eh|huh|innit|hey|anyone ?",
    "am i right",
    "who knew|would_have_thought|needs|said",
    "guess what|who|we|i|our",
    "ding dong",
    "batty|bananas|bonkers|cuckoo|loopy",
    "turns out !to_be",
    "so much for",
    "talk about",
    "well ,? this|that|so|it|what|here|somebody|someone|at_least 's|is|was|escalated|much|we|went ~1",
    "better late than",
    "rumours|reports|rumour of ~3 death|demise ~3 exaggerated",
    "very|still ~1 much alive",
    "alive and kicking",
    "back from the dead|grave|other_side",
    "rise|risen|rose|rising from the dead|grave|ashes",
    "grave mistake|error",
    "dead wrong|funny|serious",
    "died|dying|die of embarrassment|shame|laughter|cringe",
    "to die for",
    "killing|killed it",
    "killer joke|deal|offer|line",
    "dumpster|bin|trash fire",
    "train wreck",
    "crash|crashed|crashing and burn|burned",
    "hot water|mess",
    "in a pickle|jam",
    "half-baked|half-cooked",
    "spilled|spill the beans|tea",
    "cat ~1 out of the bag",
    "barking up",
    "do not ~1 shoot|kill|fire|sue|eat|unfollow us|me|the_messenger|him|her",
    "tell our|my|the boss|mom|mother|mothers",
    "asking for a friend",
    "joke|drinks|coffee|cake|pizza|round|laugh 's|is|are on us|me",
    "we|i will see ourselves|myself out",
    "back to the drawing_board|bed|school",
    "send help|coffee|cake|wine|chocolate|cookies",
    "group|virtual hug",
    "drum roll|drumroll",
    "fingers|toes crossed",
    "have|had|having a good? laugh|giggle|chuckle",
    "funny story|thing|enough",
    "fun fact",
    "laugh|laughed|laughing at ourselves|about_it|it_off|out_loud|now|too|along|with_us",
    "hilarious|hilariously|comedy|comedic",
    "moral of the story",
    "one of those days|weeks|mondays|mornings",
    "case of the mondays",
    "hold my beer|coffee",
    "what could possibly? go_wrong",
    "mistakes|mistake were|was made ~2 by_us|lol",
    "first|second world problem|problems",
    "at least we|it|nobody|no_one|they|you|he|she|our ~5 !",
    "houston ,? we",
    "plot thickens",
    "the struggle is",
    "nailed it",
    "not all heroes",
    "in our|my defence ,",
    "you had us|me at",
    "nobody|no_one puts",
    "wrong in so",
    "our bad !",
    "that escalated",
    "shots fired",
    "burn !",
    "ouch|whoopsadaisy|whoopsie-daisy|ahem|ta-dah|voila|tada|abracadabra",
    unless=(
        "alive|fine|well ~2 unharmed|unhurt|safe|recovering",
        "called|wrote|phoned us?|the? to ask",
        "sorry ,? not ,? sorry",
        "not|never ~3 funny|joke|joking|laugh|hilarious",
        "alive and well|safe",
    ),
    families=_FAMILIES,
)
_SORRY = table("sorry|apolog*|regret*|forgive")
_SLANG = table(
    "omg|lol|lmao|wtf|tbh|imo|imho|btw|smh|ngl|yolo|brb|thx|thanx|pls|plz|gonna|wanna|gotta|dunno|kinda|sorta|coulda|shoulda|ain't|yall|dude|dudes|bro|bruh|fam|peeps|luv|innit|nah|nope|yep|yup|yeah|yay|woohoo|woo-hoo|meh|ugh|argh|aargh|aw|aww|hiya|heya|howdy|wassup|soz|sozzles|awesome|dope|stoked|chillax|vibes|lowkey|totes|hella|damn|damned|heck|crap|crappy|shit|shitty|frickin|freakin|freaking|friggin|bloody|bestie|besties|slay|oof|deets|obvs|defo|bummer|xoxo|xx|xxx|lovelies|whatevs|fave|gosh|jeez|geez|blimey|gotcha|nuts|bonkers|cos|coz|cuz|hugs|boss-level|clanger|howler|brainfart|boo-boo|bummed|dumbass|stupidly|duh|yo|mates",
    "OOPS|HAHA",
    "goofed|goof|goofs",
    "screwed|cocked|ballsed|mucked up|it_up|this|that|it",
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
    "epic|total fail",
    "fail !",
    "hot mess",
    families=_FAMILIES,
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
    "endeavour|endeavours|endeavoured",
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
    "it has come to our|the attention",
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
        yield from (finding(Label.JOKE_IN_SERIOUS, span) for span in _jokes(text, context, signs))
    for span in sorted({*_out_of_voice(text, context, signs)}, key=lambda span: (span.start, span.end)):
        yield finding(Label.OFF_VOICE, span)


def _span(found: re.Match[str]) -> Span:
    return Span(found.start(), found.end())


def _jokes(text: Text, context: Context, emoji: list[Span]) -> list[Span]:
    """Return the humour; where a playful brand has emoji, or exclaims or asks anything but "sorry", in a serious case, that is humour too."""
    jokes = spans(text, _JOKES)
    if jokes or context.tone is not Preset.PLAYFUL:
        return jokes
    if emoji:
        return emoji[:1]
    right = context.report.should_have_said.strip().lower() if context.report else ""
    return [
        Span(sentence.tokens[0].start, sentence.tokens[-1].end)
        for sentence in text.sentences
        if not sentence.words.isdisjoint("!?")
        and not _SORRY.fits(sentence.tokens, sentence.words)
        and not (right and right in sentence.text)
    ]


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
