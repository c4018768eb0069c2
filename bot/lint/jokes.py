"""Is there humour in a serious case?"""

from collections.abc import Iterator

from bot.lint.banter import BANTER
from bot.lint.model import Context, Span
from bot.lint.phrases import spans, table
from bot.lint.text import Sentence, Text
from bot.voice import Preset

FAMILIES = {
    "HAHA": "haha hahaha hahahaha hehe lol lols lolz lmao rofl teehee tee-hee",
    "OOPS": (
        "cringe cringeworthy oops oopsie oopsies ooops oopsy whoops whoopsie whoopsies woops whoopsy yikes d'oh doh facepalm face-palm headdesk eek derp busted awkward"
        " welp sheesh crikey boo-boo epic_fail ta-da uh-oh yowza oof silly_us silly_me bad_us naughty_us bad_bot"
    ),
    "IMP": (
        "autocorrect auto-correct spellcheck spell-check gremlin gremlins typo_gremlins typo_monster typo_fairy typo_fairies murphy intern robot robots"
        " bot cat dog hamster goblins elves ghost keyboard algorithm fingers thumbs thumb caffeine"
    ),
    "DRINK": "coffee coffees caffeine espresso wine cocktail cocktails beer beers gin sugar tea mercury full_moon moon prosecco",
}

_JOKES = table(
    "must have been ~1 in_love|asleep|dreaming|daydreaming|half_asleep|on_holiday|hungry|somewhere_else|distracted|the_wine|the_heat|the_moon|monday",
    "breaking|newsflash|update_on_the_update :|!|,",
    "beat ourselves|myself up",
    "blame|blaming ~1 our|my|the ~2 cat|dog|weather|moon|hamster|kids|baby|gremlins|coffee|horoscope|parrot|cow|goldfish|ghost|keyboard|toddler",
    "at least you|we|it|he|she|they|everyone|everybody|nobody !should|could|would|might ~1",
    "need|needs|skipped|failed|attend|missed|repeat|retake|flunked|slept_through ~4 history|maths|geography|science|english|spelling|math|chemistry|biology|reading ~1 class|lesson|lessons|homework|school|exam",
    "history|maths|geography|spelling|math|chemistry was_never|is_hard|class_tomorrow|class_for_us|lesson_for_us|homework_for_us",
    "maths|math|spelling|counting|adulting|typing|english|geography|history is|'s ~1 hard|difficult|tricky|overrated",
    "feeling|looking|alive ~1 fine|great|well ,|thank|thanks|and|.|!",
    "viral for|but ~2 wrong|bad|right",
    "have a|an ~1 problem ,|.|!",
    "some|little|good exercise|fresh_air|cardio|workout|adventure|entertainment|excitement",
    "moon|sun|calendar|history|maths|dictionary|cat|dog|universe|karma|past|future|year|weekend called|rang|phoned",
    "HAHA",
    "OOPS",
    "just joking|kidding",
    "pun ~2 intended",
    "see what we|i did",
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
    "award|prize|medal|trophy|oscar for ~1 worst|dumbest|biggest|most_embarrassing|most_awkward|best_typo|best_mistake",
    "call a|the doctor|ambulance|plumber|exorcist|police ,",
    "fire|burn|bury us|me|him|her|ourselves",
    "bed|school|jail|prison|room without supper|dinner|pudding|dessert",
    "sent to bed",
    "grounded|banished|fired_into|exiled to|for|into",
    "world 's worst|best|okayest",
    "mind of its|their own",
    "happens to the best",
    "it 's|is ~1 alive",
    "you can not|n't make this|it up",
    "could not|n't make it up",
    "pass|passing|hand|fetch us|me|the ~1 popcorn|tissues|shovel|wine|chocolate",
    "hole|grave we|i ~1 dug|are_digging|digging",
    "walk of shame",
    "naughty house|step|corner|chair",
    "dog house",
    "doghouse|dog-house",
    "stand|standing|sit|sitting in the ~1 corner",
    "slap|slapped|smack|smacked on? our|the|my|ourselves ~1 wrist|wrists|hand|hands",
    "forty|40 lashes",
    "a|one|write|writing|our|my hundred|100 lines",
    "sackcloth|dunce",
    "crawl|crawling|hide|hiding under|in|behind a|the|our ~1 rock|desk|table|stone|covers|pillow|blankets|bed|sofa|duvet|cave|bin|blanket",
    "ground|floor to|could|can|would ~1 open|swallow",
    "you|we|they|i had|have ~1 one_job",
    "note|memo to self|ourselves",
    "rookie mistake|error|move",
    "own goal !by|in",
    "brain fart|freeze|fade|fog",
    "asleep at the wheel",
    "need|needs|needed|more|enough|blame|blaming|without|before|after|skipped|spiked ~2!no|not|of|your|his|her|their coffee|coffees|caffeine|espresso|wine|cocktail|cocktails|beer|beers|gin|prosecco|mercury|full_moon",
    "blame|blaming ~3 DRINK|monday|mondays|the_weather|the_heat|friday",
    "we|i|team|intern|editor|somebody|someone|colleague ~3 had ~2!your|his|her DRINK ~1",
    "monday|mondays strikes|struck|again|got_us|is_to_blame|did_it",
    "not is|was it|we|they ?",
    "was|is|did|are not ~1 it|we|they|that|you ?",
    "eh|huh|innit|hey|anyone ?",
    "am i right",
    "who knew|would_have_thought|needs|said ~3 ?|!",
    "guess what|who|we|i|our",
    "ding dong",
    "batty|bonkers|loopy",
    "go|goes|went|gone|going|drive|drives|is|are|was|were|driving ~1 bananas|cuckoo !to|from|in|at",
    "bit|bitten|biting off more than",
    "turns out !to_be|that_the",
    "so much for !our_promise|our_promises|what_we",
    "talk about a|an|awkward|embarrassing|bad|timing|irony|epic|having|getting|missing|putting|dropping|being|making|going|egg|unlucky|karma|losing|red|own|shooting|burning|pouring|half-baked|overdoing",
    "well ,? this|that|so|it|what|here|somebody|someone|at_least 's|is|was|escalated|much|we|went ~1",
    "better late than",
    "rumours|reports|rumour of ~3 death|demise ~3 exaggerated",
    "very|still ~1 much alive",
    "alive and kicking",
    "back from the dead|grave|other_side",
    "rise|risen|rose|rising from the dead|grave|ashes",
    "dead funny",
    "died|dying|die of embarrassment|shame|laughter|cringe",
    "to die for",
    "killing|killed it ,|.|!",
    "killer joke|deal|offer|line",
    "dumpster|bin|trash fire",
    "train wreck",
    "crash|crashed|crashing and burn|burned",
    "in|into ~1 hot_water",
    "hot mess",
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
    "back to the drawing_board|bed",
    "back to school ,|.|!|for_us|with",
    "send help|coffee|cake|wine|chocolate|cookies",
    "group|virtual hug",
    "drum roll|drumroll",
    "fingers|toes crossed",
    "have|had|having a good? laugh|giggle|chuckle",
    "funny story|thing|enough",
    "fun fact",
    "laugh|laughed|laughing at ourselves|about_it|it_off|out_loud|now|too|along|with_us",
    "hilarious|hilariously",
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
        "it turns|turned out ~1 that|we|i|to",
        "alive|fine|well ~2 unharmed|unhurt|safe|recovering",
        "called|wrote|phoned us?|the? to ask",
        "to|will|can|could|not|and|would|should|we|i|people ~1 talk about",
        "sorry ,? not ,? sorry",
        "not|never ~3 funny|joke|joking|laugh|hilarious",
        "alive and well|safe",
    ),
    families=FAMILIES,
)
_SORRY = table("sorry|apolog*|regret*|forgive")

_OWNED = table(
    "am|are|is ~2 sorry",
    "so|very|really|truly|deeply|genuinely|sincerely sorry",
    "apolog*|ashamed",
    "should ~1 not|never ~1 have",
    "made|make|making ~1 fun|light of",
    "hurt|cruel|unkind|wrong_of|was_wrong|were_wrong|unfair|not_funny|no_joke|no_jokes|nothing_funny|no_excuse|heartless|tasteless|harm|pain|grief|mean_about|mean_to",
    "sorry ~1 if",
    "if|anyone|anybody ~6 offended|hurt|upset|much",
    "promise|never_again|never_post|never_do|never_make|we_thought|did_not_mean|meant",
)
_CUES = frozenset(
    ("!", "?", "apparently", "guess", "somehow", "psst", "folks", "supposedly", "allegedly", "meanwhile", "literally", "officially")
)  # fmt: skip

_CRY = 7
_EARNEST = frozenset(
    ("thank", "thanks", "please", "hello", "hi", "dear", "welcome", "promise", "never", "lesson", "harm", "important", "attention", "warning", "correction", "not", "now", "here", "fixed", "correct", "deleted", "removed", "apologies", "stop", "do", "it", "this", "you", "your", "we", "our", "mistake", "urgent", "no")
)  # fmt: skip
_ASIDE = 4  # tokens: three words and a full stop
_PLAIN = frozenset(
    ("we", "i", "it", "this", "that", "they", "he", "she", "is", "are", "was", "were", "now", "fixed", "gone", "here", "wrong", "right", "mistake", "error", "please", "no", "correction", "done", "deleted", "removed", "you")
)  # fmt: skip


def jokes(text: Text, context: Context, emoji: list[Span]) -> list[Span]:
    """Return the humour; where a playful brand has emoji, exclaims, asks, winks or drops an aside in a serious case, that too.

    A friendly brand may exclaim in earnest (“Thank you all!”), but a short cry that is neither thanks nor a promise is a quip.
    """
    found = spans(text, _JOKES, BANTER)
    if not found and context.tone is Preset.FRIENDLY:
        return [_whole(sentence) for sentence in text.sentences if _is_cry(sentence)]
    if found or context.tone is not Preset.PLAYFUL:
        return found
    if emoji:
        return emoji[:1]
    right = context.report.should_have_said.strip().lower() if context.report else ""
    return [
        _whole(sentence)
        for sentence in text.sentences
        if (not sentence.words.isdisjoint(_CUES) or _is_aside(sentence))
        and not _SORRY.fits(sentence.tokens, sentence.words)
        and not (right and right in sentence.text)
    ]


def flippant(text: Text, context: Context) -> Iterator[Span]:
    """Yield where a playful brand goes on playing in a serious case: a bare “Sorry!”, and nowhere a word that owns up.

    Its jokes are its own, and no list knows them; what it says in earnest is plain (“We are sorry. That was cruel.”).
    """
    if context.tone is not Preset.PLAYFUL or not context.serious or not text.sentences:
        return
    if any(_OWNED.fits(one.tokens, one.words) for one in text.sentences):
        return
    if any(_SORRY.fits(one.tokens, one.words) for one in text.sentences):
        told = (one for one in text.sentences if not _SORRY.fits(one.tokens, one.words))
        yield _whole(next(told, text.sentences[0]))


def _whole(sentence: Sentence) -> Span:
    return Span(sentence.tokens[0].start, sentence.tokens[-1].end)


def _is_cry(sentence: Sentence) -> bool:
    """Return whether this is a short exclamation with nothing earnest in it (“Sleep tight!”)."""
    is_short = len(sentence.tokens) <= _CRY and sentence.tokens[-1].word == "!"
    return (
        is_short and sentence.words.isdisjoint(_EARNEST) and not _SORRY.fits(sentence.tokens, sentence.words)
    )


def _is_aside(sentence: Sentence) -> bool:
    """Return whether this is a quip of up to three words (“Heads stay on.”) and no plain answer (“It is fixed.”)."""
    is_short = len(sentence.tokens) <= _ASIDE and sentence.tokens[-1].word == "."
    return is_short and sentence.words.isdisjoint(_PLAIN)
