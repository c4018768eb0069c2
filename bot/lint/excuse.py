"""Does the text give a reason that makes our part look smaller?"""

from collections.abc import Iterator

from bot.lint.circumstances import CIRCUMSTANCE
from bot.lint.labels import Label
from bot.lint.model import Context, Finding, finding
from bot.lint.phrases import spans, table
from bot.lint.strain import STRAIN
from bot.lint.text import Text

_FAMILIES = {
    "MEANT": "mean meant intend intended intending want wanted wish wished aim aimed try tried trying seek sought set_out",
    "HURTING": (
        "offend upset hurt harm insult mock cause anger disrespect mislead confuse alarm belittle make_light make_fun trivialise demean"
        " provoke exploit shame ridicule distress be_offensive be_insensitive be_hurtful be_disrespectful be_rude be_mean come_across appear imply suggest"
        " endorse promote glorify capitalise single_out exclude discriminate stereotype spread disparage diminish allude deceive worry scare"
        " joke minimise disappoint annoy frighten hurt_anyone take_sides compare be_political be_funny be_cruel inconvenience panic divide"
    ),
    "GOOD": (
        "pay honour celebrate start spark raise help support be make show share inspire entertain do highlight bring cheer promote"
        " project express commemorate remember encourage lighten join create provoke empower amuse reassure say thank protect educate"
        " draw champion add give spread boost engage recognise mark have save warn inform keep get acknowledge remind"
        " showcase illustrate convey communicate demonstrate portray attract appeal"
    ),
    "SUBJECT": "we i nobody no_one of_us staff team editor editors author colleague colleagues who which and sorry honestly simply just really",
    "MALICE": "disrespect offence harm malice insult ill_will ill-will hurt ill evil harm_at_all",
}

_INTENTION = table(
    "we|i did|posted|made|chose|published|ran|wrote|put_up it|this|that ~2 to GOOD",
    "sought|aimed|set_out|strove|endeavoured|aspired to ~1 !say_sorry|say_how GOOD",
    "aimed|directed|targeted ~1 at|against ... not ~1 at|against",
    "only|just|merely|obviously|clearly joking|kidding|teasing|playing|being_silly|having_fun|messing|fooling",
    "not|never ~6 on purpose",
    "not|never ~1 what|how|the_way|why ~1 we|i|it|he|she|they|was|anyone|our_team ~1 intended|meant|wanted|want|hoped|aimed|intend|planned|set_out|had_in_mind|have_in_mind|after|going_for",
    "was|were|is|are ~1 inspired by !a_true|true",
    "as|is|was|just|only|meant|intended|simply|merely|it|be ~2 reference|homage|allusion|tribute|nod to",
    "not|never ~2 aimed|directed|targeted|addressed|pointed at|against|to",
    "intent|intention|aim|goal|purpose|objective of|behind|for|in ~5 was|is|were|had",
    "meant|intended ~1 in a|an|the ~4 sense|way|manner|tone|spirit",
    "meant|intended|said|written ~1 in a|an ~1 jocular|joking|humorous|friendly|light-hearted|ironic|positive|playful|kind|good sense|way|manner|tone|spirit",
    "our|my intention|intentions|intent|motive|motives ,",
    "meant|intended|said|done|posted|written in a|the? spirit|fun|jest|good_humour|kindness",
    "what|which we|i ~2 thought|believed|considered|took ~4 to_be|was|were|for|as",
    "was|were|is never|not ~1 the|our|my plan|idea|goal|aim .|,|!|;|behind|of|to|here",
    "not|never ~1 meant|intended seriously|literally|that_way|like_that|this_way|badly|personally",
    "meant|mean|intended nothing by|with|personal|bad|offensive|malicious",
    "not ~4 intentionally|deliberately|on_purpose|knowingly|maliciously",
    "never|not ~1 wanted|intended|meant|wished ~4!go|run to ~1 be|have|offend|hurt|cause|get|come|look|sound|seem|appear !sent|posted|published|printed",
    "not|never ~2 MEANT for|it|this|that|the|our|any? ~3 to ~2 HURTING",
    "at no point|time ~3 MEANT|intention",
    "was|were not|never ~2 MEANT to|as !go|be_sent|be_published|be_posted|be_seen",
    "did|had|would|could not|never ~2 want|wanted|wish|wished|seek|sought to|for|any|anyone ~2 HURTING|be|come|make|get|say|have",
    "did|had|would|could not|never ~2 mean|meant|intend|intended|aim|aimed|try|tried|trying|set_out|plan|planned|planning to|for|it|this|that|any|anyone|anything|as !reach|find|call|check|contact|ask|speak|stop|help|tell|warn|verify|let|make_the_same|disturb_you_again|wait",
    "never|not ~1 intended|meant|designed|supposed to ~2 have|be|offend|refer|mean|imply|suggest|hurt|reference|mock|depict|represent|look|sound|target !go|sent|published|posted",
    "no ~5 MEANT to ~2 HURTING",
    "never|not ~1 intended|meant|wanted|planned for ~5 to",
    "before|until anybody|anyone|we|i ~2 could|would|can ~1 have ~1 known|guessed|foreseen|suspected",
    "no ~2 could|can ~1 have ~1 prevented|foreseen|avoided|stopped|predicted|known",
    "nothing was|could_be|could_have_been further|farther from our|my ~1 mind|minds|thoughts|intention|intentions",
    "there was|is nothing|little ~1 more? we|i could|can|might !say|add|write|do_to_undo|do_to_make|offer ~2",
    "nobody|no_one|none|few ~5 was|were|is ~1 familiar|aware|certain|sure|informed ~1 with|of|that|about|what",
    "nothing could be further|was_further from !our_values|who_we|what_we|the_spirit|our_standards",
    "never|not|no ~2 intention|intentions|intent|aim|purpose|wish|desire|goal|ill_intent !of_paying",
    "never|not ~4 's intention|intentions|intent|aim|purpose|wish|desire",
    "meant|intended|mean|intend|wished|wish no|absolutely_no|any ~1 MALICE",
    "no ~1 MALICE was|is|were? ~1 meant|intended",
    "without ~1 malice|bad_intent|ill_intent|meaning_to|intending|wanting_to",
    "was|were|is|are ~1 meant|intended|supposed|designed as|to_be ~3",
    "was|were|had_been ~2 meant|intended|designed|supposed to !go|run|be_sent|be_published|be_posted|say|read|appear|include|link|open|start|reach|lead|list|contain|arrive|replace|take_place|close|end|point|name|be_printed|be_in|be_on|have|come|ship|carry|use",
    "nobody|no_one|none ~3 MEANT to? ~2 HURTING",
    "in no way ~3 MEANT",
    "only|just|simply|solely|merely meant|intended|wanted|hoped|tried to !say_sorry|say_how|reach|apologise|let|thank|sincerely|personally|publicly|own|clarify|correct",
    "not|never ~1 chosen|picked|created|named|designed|written|made|posted|sent|published to ~2 HURTING|offend|hurt|upset|insult|shock|mock",
    "we|i never ~1 intended|meant .|,|;|!|and|to_make|to_imply|to_suggest|to_say",
    "and|but|was|were|been|is|originally intended|meant|designed|conceived|envisioned ~1 as a|an|our",
    "not ~1 think|thinking ~1 clearly|straight",
    "we|i only|just|simply|solely|merely want|hope|try|aim to !be_clear|say_sorry|say_how|apologise|clarify|correct|say_that ~1 GOOD",
    "sarcastic !and|,|or",
    "IS|be|as|at|of|called|labelled|pure|light ~1 satire|sarcasm|parody|irony",
    "we|i|it|which|who|and|that ~1 meant|intended|hoped|wanted|tried|thought|aimed|sought|trying|hoping|attempting|aiming only|just|simply? to ~1 !say_sorry|say_how GOOD",
    "was|were|had_been ~1 trying|hoping|attempting|aiming|looking|seeking|endeavouring to",
    "as|was|is|in|with|our an attempt|effort|idea|experiment|idea_was to|at|that|of",
    "we|i ~1 assumed|trusted !.|!|,",
    "we|i ~1 believed !.|!|,|him|her|them|the_wrong",
    "we|i ~1 were_under_the_impression|was_under_the_impression|had_assumed|had_thought|had_hoped",
    "we|i ~1 thought it|this|that|you|people|everyone|everybody|they|we|i|the|he|she",
    "our|my ~1 intention|intentions|intent|aim|goal|hope|wish|desire|motive|motives|idea|purpose|thinking was|were|is|are|had|has",
    "good|best|noble|honourable|pure|right ~1 intentions|motives|faith|reasons|intention",
    "well-intentioned|well-meaning|well-meant",
    "well intentioned|meaning|meant",
    "meant well|it_well|kindly|affectionately|lovingly|ironically",
    "heart|hearts was|were|is|are in the right place",
    "honestly|genuinely|sincerely|really thought|believed|felt it|we|this|that|the",
    "not ~1 deliberate|intentional|on_purpose|malicious|deliberately|intentionally|maliciously",
    "unintentional|unintentionally|unwittingly|unwitting|inadvertent",
    "all we|i wanted|meant|tried|hoped|were_trying|was_trying|intended",
    "intent|intention|aim|goal|idea|purpose|hope was|is|had_been ~1 to|that|only|never|purely|simply|always|not|merely|just|for",
    "attempt|effort|bid|our_attempts|our_efforts ~3 to|at !be_more|improve|prevent|avoid|do_better|learn|ensure|make_sure|do_more ~4 !correct|reach|fix|contact|repair|restore",
    "mistakenly|wrongly|genuinely|honestly|falsely|naively believed|thought|assumed|believing|thinking|assuming|understood",
    "we|i|who|they|he|she ~1 believed|thought|assumed ~1 they|he|she|it|this|that|we|the|i ~1 were|was|had|would|could|is|are|knew|did",
    "we|i only|just|simply wanted|meant|tried|hoped|thought !to_say_sorry|to_say_how|to_reach|to_apologise|to_let|to_sincerely|to_personally|to_publicly|to_thank|to_own|to_clarify|to_correct",
    "we|i never ~1 meant|intended !to_go|for_it_to_go",
    "was|were|is never|not ~1 intended|meant .|,|;|:|!|and|but|as_such",
    "last thing ~3 we|i|anyone ~3 want|wanted|intended|intend|had|meant|wish|wished|would|on",
    "neither|not ~2 from|out_of|through ~2 malice|greed|spite|hatred|contempt|ill_will|nor|disrespect|bad_faith",
    "came|comes|sprang|stems|stemmed|arose|born|acted|spoke|written|done|made ~1 from|out_of|of ~2 wish|desire|wanting|love|concern|enthusiasm|eagerness|goodwill|kindness|passion|affection",
    "all|everything ~4 wanted|meant|intended|tried|sought|hoped|aimed to ~6 was|is|were",
    "while|when|in ~1 trying|attempting|seeking|wanting|hoping|wishing to|for ~1 GOOD",
    "he|she|they|who only|just|merely|simply|really wanted|wished|meant|tried|hoped|intended|wants",
    "our|my|the|a ~2 colleague|colleagues|author|editor|editors|intern|designer|team|staff|presenter|writer|artist ~1 wanted|meant|hoped|intended|wished to|for|it",
    "was|were|am|is|are not ~1 poking_fun|making_fun|laughing_at|mocking|having_a_go|out_to|taking_aim|having_a_dig",
    "we|i was|were ~1 sure|certain|convinced|confident|persuaded ~1 !about|of|by_your ~1 we|i|it|he|she|they|the|this|that|there|our|you|everyone|nobody",
    "we|i ~1 took it|this|that|him|her|them ~1 for|to_be|as_a",
    "we|i ~1 took it|this|that for granted",
    "that|this|it is|was|'s the ~1 only reason",
    unless=(
        "those|people|anyone|everyone|customers|fans|visitors|passengers|you ~4 was|were ~1 hoping|trying|looking|meant|supposed",
        "masquerad*|disguis*|dressed|passed|hid|hide|hiding ~2 as|behind|of|off ~1 satire|parody|irony",
        "never thought ~1 we|i",
        "no|not an? excuse|defence|justification",
        "intention|intentions|intent ~3 not|beside ~1 matter|point|excuse|enough",
        "meant|intended to say|read|write",
        "meant|intended|supposed to_be|for|as ~2 reply|private|draft|test|personal|internal|direct_message|dm|rehearsal",
        "no intention|intentions|plan|wish of|to ~2 using|running|repeating|selling|showing|posting|publishing|doing|continuing|returning|bringing|use|run|repeat|sell|show|post|publish|return|bring",
        "masquerading|masqueraded|disguised|dressed_up|passed_off|posing as",
        "played|used|shown|staged ~1 for laughs",
        "as|than|way we|i ~1 had ~1 hoped|wished|expected .|,|;|!",
        "thought ~4 ,? and|but|. it|that|this was|is not",
        "he|she|they|you|people|anyone|readers|customers ~1 was|were ~1 not|never ~1 meant|supposed|intended to ~1 see|read|get|receive|hear|know|find",
    ),
    families=_FAMILIES,
)
_MIDDLE = table(  # what we were about just then: the past continuous, and “only” with what we did
    "we|i ~1 was|were ~1 !testing|making_money|making_fun|lying|hiding|cheating|mocking|laughing|nothing|failing|ignoring|breaking|missing|offering|charging|selling|going_through|grieving|suffering *ing",
    "we|i had ~1 been ~1 *ing",
    "we|i only|merely|simply !apologised|answered|replied|admitted|told|spoke|reacted|acted|stopped|said|deleted|corrected|removed|noticed|have *ed|PAST",
    "it|this is|was ~2 first time that? ~1 we|i|the|our|a|an|she|he|they",
    "we|i ~1 can|could not ~1 read|check|watch|see|control|know|answer|follow|supervise|please|verify|foresee|predict|guess|be everything|every|each|all|everyone|everybody|any|it|that|this|have|always|everywhere",
    "at such? very? short notice",
    "it was my|our|a|an|such_a ~2 first|last|emotional|hectic|stressful|long|difficult|chaotic|hard|confusing|busy|crazy|mad|wild ~1 day|night|evening|week|shift|hour|morning|month|time !for|to",
    "times|attitudes|standards|values|customs|norms|sensibilities|views was|were|have_been ~2 different",
    "everyone|everybody|all|nobody|no_one ~2 in|at|on|of our|the|us ~2 found|thought|laughed|liked|loved|agreed|objected|minded|complained|saw",
    unless=(
        "thought|think|felt|feel|believe|believed|if|whether|where|while|because|claim|impression|that|moment|when ~1 we|i ~1 was|were",
        "should|ought|must|could ~3 when|while we|i",
        "we|i was|were ~1 *ing ~4 while you|he|she|they|people|patients|families|residents",
        "we|i ~1 was|were|been *ing ~5 wrong|twice|without|too|old|outdated|false|for_years|for_months",
    ),
    families=_FAMILIES,
)
_IGNORANCE = table(
    "we|i had ~1 been ~1 told|assured|promised|informed|led_to_believe !about|of|twice|three|again|before|by_you|more_than",
    "we|i have? been ~1 assured|promised|led_to_believe",
    "nobody|no_one|none|not_one ~6!will|can knew|noticed|realised|thought|spotted|recognised|saw|understood|suspected|recognized|remembered|anticipated|foresaw",
    "news|word|report|reports|information|announcement|message ~6 had|has not ~2 reached|broken|got|come|arrived|spread",
    "unaware|oblivious|ignorant of|that",
    "we|i were|was ~1 told|assured|informed|promised|advised !by_you that|the|it|he|she|they|there|everything|this",
    "assuming|believing|thinking !of|about|it_over|this_over|that_over|it_through ~1 that|it|this|the|we|everyone",
    "SUBJECT ~2 BE ~2 unaware|ignorant_of|oblivious|unfamiliar|uninformed",
    "nobody|no_one told|informed|warned us|me|them !to",
    "we|i had just|only_just come|got|finished|landed|returned|flown|worked|driven|stepped|ended|been ~6 flight|shift|day|night|week|tour|trip|hospital|surgery|leave|holiday|funeral|marathon",
    "last person|one|people|ones|man|woman|team|company to ~1 make|mock|hurt|offend|insult|wish|say|joke|laugh|judge|want",
    "became|become|was ~1 clear|apparent|obvious|known to us|me only|much|later|afterwards|too_late",
    "only became|dawned ~4 when|after|later|afterwards",
    "no way|means of|to ~1 stop|stopping|prevent|preventing|know|knowing|check|checking|tell|telling|foresee|foreseeing",
    "we|i|nobody|no_one ~2!not saw|see it|this|that|any_of_it coming",
    "we|i had ~1 planned|intended|prepared|conceived|imagined ~2 tribute|homage|salute|compliment|thank-you|celebration|gesture|surprise",
    "had to ~3 decide|decision|act|choose|answer|react ~4 within|in ~2 minutes|seconds|hours|moments",
    "with|on half|hardly_any|so_little|incomplete|partial ~2 facts|information|knowledge|evidence",
    "we|i|team|staff|who|editor|editors|colleague|colleagues|office ~1 BE ~1 not ~2 aware|familiar|informed|told|briefed",
    "SUBJECT ~2 did|had|have|could not ~1 know|known|realise|realised|notice !you|that_you ~1",
    "SUBJECT ~2 did|had|have|could not ~1 understand|appreciate|see|seen|foresee|foreseen|anticipate|anticipated|predict|imagine|hear|heard|expect|expected ~1!and|,|. the|that|what|how|it|this|about|of|anyone|people|any|its|news",
    "did|had|have|could not ~1 think|thought ~1!and|,|. that|what|it|this|anyone|any|it_would",
    "we|i|they|team|staff|who had|have|with no ~1 idea|way_of_knowing|knowledge|clue|inkling|reason_to_doubt|reason_to_suspect|reason_to_believe|reason_to_think|reason_to_question|means_of",
    "nobody|no_one ~1 could_have|could_know|could_foresee|could_guess|could_tell|could_imagine|could_predict|told|knew|warned !you|her|him|them|me_to|us_to",
    "nobody|no_one ~4 had ~1 met|seen|heard|noticed|realised|known|been_told|spotted",
    "born|joined|hired|started ~1 after|only|just|last_week|recently",
    "before we|i|anyone ~1 knew|heard|learned|realised|became_aware|found_out",
    "before it|the|this|that ~2 became_known|was_known|broke|news_broke|had_broken",
    "without ~1 knowledge|awareness of",
    "too late ~1 that|to|did|when",
    "news ~1 had ~1 not ~1 reached|broken",
    "only learned|found|realised|discovered|noticed|understood|heard ~4 later|afterwards|after|when|out|today|this|yesterday",
    "unbeknown|unbeknownst",
    "without knowing|realising|noticing|recognising|seeing_the",
    "did not read|know|understand what|why|the_reason|the_hashtag|the_context|the_news|the_meaning !it_wrote|it_said|we_wrote|she_wrote|he_wrote|they_wrote|you_wrote",
    "did not check why|the_reason|the_hashtag|the_context|the_news|the_meaning",
    "had not ~1 checked|read|seen the|what|why",
    "lack of ~1!advance|proper|clear|timely|our|adequate information|knowledge|awareness|context|time|staff|resources|experience|sleep|coffee|communication|training",
    "we|i|he|she|they|who ~1 had ~2 no ~1 idea|clue|inkling|notion",
    "never|not ~1 occurred|occur|crossed|cross|dawned|entered|entering ~1 to_us|to_me|to_anyone|on_us|on_me|our|my|anyone",
    "we|i never ~1 expected|expect|dreamed|dreamt|imagined|suspected|foresaw|guessed|anticipated|thought_that|thought_it|thought_anyone|thought_people|realised|knew",
    "we|i|who knew ~1 of no|nothing|neither|none",
    "caught|took|taken|catch|found us|me ~1 off_guard|by_surprise|unawares|unprepared|on_the_hop|cold",
    "we|i was|were ~1 caught|taken off_guard|by_surprise|unawares|on_the_hop",
    "escaped|eluded|evaded|got_past|slipped_past our|my|us|me|everyone|all",
    "as far as we|i ~1 knew|could",
    "as far as ~1 were|was|am aware",
    "to our|my ~1 knowledge",
    "came|come ~2 as a ~1 surprise to ~1 us|me",
    unless=(
        "not ~1 be ~1 excused|forgiven",
        "soon|moment|minute|after|once|until|when as? we|i were|was ~1 told|informed|advised",
        "children|pupils|students|others|viewers|listeners|residents ~1 did|do|could|can|had not",
        "you|they|customers|readers|people|users|some|many|fans|followers|viewers|passengers|patients ~1 did|do|could|can|had not",
        "should|ought_to have ~1 known|realised|noticed|checked|seen|been_aware|read|asked",
        "people|those|anyone|anybody|everyone|critics|commenters|someone who ~2 did|do|have|had|has not",
        "deleted|removed|took_down|corrected|withdrew|withdrawn|pulled|replaced ~8 because",
        "you|they ~1 BE not ~1 aware|told|informed",
        "misled|mislead|misleading|led|leading|into ~3 believing|thinking|believe|think",
        "told|informed ... that ~9 OFFENSIVE|ableist|stereotype|stereotypes",
        "told|informed ... how|that ... hurt|hurtful|painful|upset|upsetting|harmful|offensive|insulting|wrong|distress",
        "do|did not ~1 know yet|how_many",
        "nobody|no_one knew her|him|them|the_woman|the_man|the_people|each_other",
        "sorry|apologise ~2 that|for ~1 we|i ~1 did|had|could|have not ~1 understand|understood|see|hear|know|realise|notice",
        "does|do|did not ~1 matter|excuse|count|make_it",
        "we|i do not ~1 yet? know",
        "no|not an? excuse",
    ),
    families=_FAMILIES,
)


_TAKEN_BACK = table(
    "that|this|it|which is|'s|was no|not_an|not_a|neither excuse|reason|justification|defence|excuses"
)


def check_excuse(text: Text, _context: Context) -> Iterator[Finding]:
    """Yield every appeal to intentions, ignorance, strain or circumstances, unless it is said that it excuses nothing."""
    if any(_TAKEN_BACK.fits(one.tokens, one.words) for one in text.sentences):
        return
    yield from (
        finding(Label.EXCUSE, span)
        for span in spans(text, _INTENTION, _MIDDLE, _IGNORANCE, STRAIN, CIRCUMSTANCE)
    )
