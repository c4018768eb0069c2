"""Does the text give a reason that makes our part look smaller?"""

from collections.abc import Iterator

from bot.lint.labels import Label
from bot.lint.model import Context, Finding, finding
from bot.lint.phrases import spans, table
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
        " draw champion add give spread boost engage recognise mark have save warn inform keep get"
    ),
    "MALICE": "disrespect offence harm malice insult ill_will ill-will hurt ill evil harm_at_all",
    "STRAINED": (
        "busy overworked overwhelmed understaffed short-staffed short_staffed exhausted tired rushed rushing stretched swamped snowed_under"
        " under_pressure under_stress under_strain in_a_rush in_a_hurry short_of_staff short_of_people short_of_time on_holiday"
        " off_sick jet-lagged up_all_night distracted working_late working_overnight working_around_the_clock working_round_the_clock working_non-stop working_nonstop working_day_and_night working_double working_from_home working_long_hours working_flat_out pressed_for_time"
        " understrength new_at new_to_this racing working_to_a under_enormous under_huge under_great under_a_lot run_off"
    ),
    "HARD": "busy hectic stressful chaotic frantic crazy exhausting fast-moving fast-paced fast_moving rapidly_changing rapidly_evolving unprecedented long_and hard tough long difficult challenging very_busy extremely_busy",
    "PERIOD": "day days week weeks month period season night morning evening shift weekend afternoon year schedule situation circumstances conditions pace times time run-up quarter",
}

_INTENTION = table(
    "not|never ~2 MEANT for|it|this|that|the|our|any? ~3 to ~2 HURTING",
    "at no point|time ~3 MEANT|intention",
    "did|had|would|was|were|could not|never ~2 MEANT|set_out|plan|planned|planning to|for|it|this|that|any|anyone|anything|as !let|make_the_same|disturb_you_again|wait",
    "never|not ~1 intended|meant|designed|supposed to ~2 have|be|offend|refer|mean|imply|suggest|hurt|reference|mock|depict|represent|look|sound|target !go|sent|published|posted",
    "no ~5 MEANT to ~2 HURTING",
    "nothing could be further|was_further from",
    "never|not|no ~2 intention|intentions|intent|aim|purpose|wish|desire|goal|ill_intent !of_paying",
    "meant|intended|mean|intend|wished|wish no|absolutely_no|any ~1 MALICE",
    "no ~1 MALICE was|is|were? ~1 meant|intended",
    "without ~1 malice|bad_intent|ill_intent|meaning_to|intending|wanting_to",
    "was|were|is|are ~1 meant|intended|supposed|designed as|to_be ~3",
    "was|were|had_been ~2 meant|intended|designed|supposed to !go|run|be_sent|be_published|be_posted|say|read|appear|include|link|open|start|reach|lead|list|contain|arrive|replace|take_place|close|end|point|name|be_printed|be_in|be_on|have|come|ship|carry|use",
    "nobody|no_one|none ~3 MEANT to? ~2 HURTING",
    "in no way ~3 MEANT",
    "we|i only|just|simply|solely|merely want|hope|try|aim to ~1 GOOD",
    "only|just|simply|solely|merely meant|intended|wanted|hoped|tried to",
    "ironic|ironically|satirical|sarcastic|tongue-in-cheek",
    "IS|be|as|at|of|in|for|called|labelled|about|pure|light ~1 satire|sarcasm|parody|irony",
    "we|i|it|which|who|and|that ~1 meant|intended|hoped|wanted|tried|thought|aimed|sought|trying|hoping|attempting|aiming only|just|simply? to ~1 GOOD",
    "was|were|had_been ~1 trying|hoping|attempting|aiming|looking|seeking|endeavouring to",
    "an attempt|effort|idea|experiment|idea_was to|at|that|of",
    "we|i ~1 assumed|believed|trusted|were_under_the_impression|was_under_the_impression|had_assumed|had_thought|had_hoped",
    "we|i ~1 thought it|this|that|you|people|everyone|everybody|they|we|i|the|he|she",
    "our|my ~1 intention|intentions|intent|aim|goal|hope|motive|motives|idea|purpose|thinking was|were|is|are|had|has",
    "good|best|noble|honourable|pure|right ~1 intentions|motives|faith|reasons|intention",
    "well-intentioned|well-meaning|well-meant",
    "well intentioned|meaning|meant",
    "meant well|it_well",
    "heart|hearts was|were|is|are in the right place",
    "honestly|genuinely|sincerely|really thought|believed|felt it|we|this|that|the",
    "not ~1 deliberate|intentional|on_purpose|malicious|deliberately|intentionally|maliciously",
    "unintentional|unintentionally|unwittingly|unwitting|inadvertent",
    "all we|i wanted|meant|tried|hoped|were_trying|was_trying|intended",
    "intent|intention|aim|goal|idea|purpose|hope was|is|had_been ~1 to|that|only|never|purely|simply|always|not|merely|just|for",
    "attempt|effort|try|bid|attempts|efforts ~3 to|at ~4 !correct|reach|fix|contact|repair|restore",
    "mistakenly|wrongly|genuinely|honestly|falsely|naively believed|thought|assumed|believing|thinking|assuming|understood",
    "we|i|who|they|he|she ~1 believed|thought|assumed ~1 they|he|she|it|this|that|we|the|i ~1 were|was|had|would|could|is|are|knew|did",
    "we|i only|just|simply wanted|meant|tried|hoped|thought",
    unless=(
        "no|not an? excuse",
        "intention|intentions|intent ~3 not|beside ~1 matter|point|excuse|enough",
        "meant|intended to say|read|write",
    ),
    families=_FAMILIES,
)
_IGNORANCE = table(
    "unaware|oblivious|ignorant of|that",
    "we|i were|was ~1 told|assured|informed|promised|advised !by_you that|the|it|he|she|they|there|everything|this",
    "assuming|believing|thinking ~1 that|it|this|the|we|everyone",
    "BE ~2 unaware|ignorant|oblivious|unfamiliar|uninformed",
    "nobody|no_one told|informed|warned us|me|them",
    "we|i|team|staff|who|editor|editors|colleague|colleagues|office ~1 BE ~1 not ~2 aware|familiar|informed|told|briefed",
    "did|had|have|could not ~1 know|known|realise|realised|notice !you|that_you ~1",
    "did|had|have|could not ~1 understand|appreciate|see|seen|foresee|foreseen|anticipate|anticipated|predict|imagine|hear|heard|expect|expected|think|thought ~1 the|that|what|how|it|this|about|of|anyone|people|any|its|news",
    "we|i|they|team|staff|who had|have|with no ~1 idea|way_of_knowing|knowledge|clue|inkling|reason_to|means_of",
    "nobody|no_one ~1 could|told|knew|warned",
    "nobody|no_one ~4 had ~1 seen|heard|noticed|realised|known|been_told|spotted",
    "born|joined|hired|started ~1 after|only|just|last_week|recently",
    "before we|i|it|the|anyone ~1 knew|heard|learned|realised|became_known|became_aware|found_out|news_broke|was_known",
    "without ~1 knowledge|awareness of",
    "too late ~1 that|to|did|when",
    "news ~1 had ~1 not ~1 reached|broken",
    "only learned|found|realised|discovered|noticed|understood|heard ~2 later|afterwards|after|when|out|today|this",
    "unbeknown|unbeknownst",
    "without knowing|realising|reading|seeing_the_news",
    "did not read|check|know|understand what|why|the_reason|the_hashtag|the_context|the_news|the_meaning",
    "had not ~1 checked|read|seen the|what|why",
    "lack of ~1 information|knowledge|awareness|context|time|staff|resources|experience|sleep|coffee|communication|training",
    unless=(
        "should|ought_to have ~1 known|realised|noticed|checked|seen|been_aware|read|asked",
        "deleted|removed|took_down|corrected|withdrew|withdrawn|pulled|replaced ~8 because",
        "you|they ~1 BE not ~1 aware|told|informed",
        "do|did not ~1 know yet|how_many",
        "we|i do not ~1 yet? know",
        "no|not an? excuse",
    ),
)
_STRAIN = table(
    "HARD ,? ~1 PERIOD",
    "we|i|team|staff|everyone|desk|us|department|colleagues|editors|office|editor ~1 BE ~2 STRAINED",
    "we|i have had a|an? ~2 PERIOD",
    "so|very|extremely|too|really|terribly|rather busy|tired|rushed|exhausted",
    "BE ~2 exhausted|overworked|understaffed|short-staffed|overstretched|overloaded|swamped|snowed_under|overwhelmed|under_pressure|stretched_thin|stretched_to",
    "under ~3 strain|pressure|stress",
    "in|with|given|due_to|because_of|under|amid all|our|the|my|such_a|a? ~1 haste|rush|hurry|heat_of_the_moment|excitement|enthusiasm|time_pressure|pressure|eagerness|workload|staff_shortages|staff_shortage|restructuring|migration|lockdown|pandemic|zeal|chaos",
    "volume|volumes|pace|number of orders|e-mails|news|messages|requests|calls|work|mail",
    "staff|staffing|time shortage|shortages|constraints|pressures|pressure",
    "shortage of staff|time|people|resources",
    "tight|looming|strict deadline|deadlines",
    "late at night|in_the_evening",
    "end of a long|very_long ~2 day|week|shift",
    "before our|my|the? first|morning? coffee",
    "too little|much|many sleep|coffee|wine|work|things",
    "last-minute|last_minute change|rush|edit|changes",
    "monday morning|mornings|brain",
    unless=(
        "no|not an? excuse",
        "you|your ~2 busy|tired|STRAINED|time|day",
        "PERIOD ~1 for|on|to you|them|the|families|us|our|me|my|everyone|all|people|those|many",
        "we|i ~1 gave|caused|made",
        "long time ago",
        "even if ~1 nobody|no_one",
    ),
    families=_FAMILIES,
)
_CIRCUMSTANCE = table(
    "pre-scheduled|prescheduled|preplanned|pre-planned",
    "scheduled|queued|planned|prepared|written|set_up|booked|programmed|recorded|drafted ~1 in_advance|before|ahead|automatically|weeks|days|months|last_week|last_month|earlier !than",
    "planned|scheduled|booked|prepared|designed|produced|recorded|filmed|written|made|printed|approved ~4 long_before|weeks_before|days_before|months_before|well_before|before_the|long_ago|weeks_ago|months_ago|earlier_in",
    "sent|posted|published|scheduled|went_out|goes_out|go_out|generated|triggered automatically",
    "automatically sent|posted|published|scheduled|generated",
    "automatic|automated !message|reply|payments|tweet ~1 post|process|message|reply|feed",
    "only human",
    "to err is human",
    "human after all",
    "can|could|does|may|will|might ~1 happen|have_happened to ~1 anyone|anybody|everyone|the_best|all|us_all",
    "happens to ~1 anyone|anybody|everyone|the_best|all|us_all",
    "anyone|everyone|everybody|we_all can|makes|make|could ~1 mistakes|mistake|errors|slip",
    "nobody|no_one 's|is perfect",
    "mistakes|errors|accidents|things|slips|stuff|these_things do|can|sometimes|will|just? ~1 happen",
    "easy mistake|error|slip",
    "easily done|made|happen|happens",
    "in fairness|mitigation",
    "to be fair",
    "in our|my defence",
    "mitigating|extenuating",
    "please understand|bear_in_mind|remember|keep_in_mind|consider|appreciate that|how|we|the",
    "as you can|may|will imagine|know|understand|appreciate",
    "beyond|outside|out_of our|my control|hands",
    "force majeure",
    "human error",
    "small|tiny|young|one-person|volunteer-run team|business|company|charity|organisation|outfit|volunteers|crew",
    "first time we|i|our",
    "because we|i|our ~3 was|were|had|thought|did|wanted|believed|is|are ~3",
    "it was|is one|two|three|four|five|six|1|2|3|4|5|6|late|past_midnight|nearly_midnight|midnight|after_midnight|early|the_middle|the_end|very_late|very_early ~1 in_the|at_night|in_the_morning|o'clock|when_we|when_i|of_the_night|am|a.m",
    "on|under|taking|took ~2 medication|sleeping_pills|painkillers|antibiotics|medicine|pills|influence|drugs",
    "jet|jet-lag|jetlagged|jet-lagged lag|lagged?",
    "drunk|hungover|hung_over|tipsy|sleep-deprived|half_asleep|feverish|unwell ~2 when|at|and|that|.|,",
    "half|most|part|some of our|the|my ~1 team|staff|office|colleagues|crew ~2 off|sick|ill|away|on_holiday|at_home|new",
    "covid|flu|illness|sickness|holidays|summer_holidays|christmas_rush|storm|power_cut|strike ~3 staff|team|office|short|meant|left|made",
    "is|'s how|what we|our|people|everyone ~2 trade|industry|generation|talk|speak|culture|do|say",
    "standard|common|normal|usual|industry practice|procedure",
    "everyone|everybody|others else? ~1 does|did it|this|that|so|the_same",
    "everyone|everybody else does|did",
    "at the time ,? we|it|the|i|this|our",
    "was|were true|correct|accurate|right at_the_time|when_we|when_it",
    "on the information we|available",
    "lost in translation",
    "cultural difference|differences|gap",
    "we|i are|am ~1 still|new|only learning|new|growing|beginners|to_this|starting",
    "due_to|because_of|owing_to|delayed_by|slowed_by|caused_by the|a|our ~2 holiday|holidays|weekend|weather|storm|snow|traffic|season|pandemic|strike|heatwave|summer_break|christmas_break|easter_break|festive ~2 !programme|schedule|market|opening|hours|sale|edition",
    "spur of the moment",
    "lot|much|plenty|so_much|too_much ~1 on our|my|the ~1 plate|plates|desk|desks|mind|hands",
    "lot|much|so_much|too_much going on|to_do",
    "we|i|staff|team BE ~2 nervous|new_to|inexperienced|overexcited|excited|carried_away|distracted|confused_by|overwhelmed|in_shock|emotional|upset_by|angry",
    "got|get ~1 carried away|mixed_up_in",
    "our|my|the very? first ~1 live|event|newsletter|attempt|edition|post|broadcast|stream|campaign|season|year",
    "slipped|slip our|my ~1 mind|attention|notice",
    "heat of the",
    "split second|second_decision",
    "split-second",
    "in haste",
    "no|not_enough|too_little time to|for ~1 check|read|review|proofread|verify|think|correct",
    "ran|running out of time",
    "first day|week|month at|in|on ~3 job|office|team|us|role",
    "had|have|left_us_with no ~1 choice|alternative|option",
    "we|i was|were ~1 forced|obliged|compelled|required|bound to|by",
    "we|i|team tried|did|gave ~1 our|my|its ~1 best|hardest",
    "lapse of|in concentration|attention",
    "operational|technical|logistical|administrative|unforeseen|personal|staffing reasons|circumstances|constraints|difficulties|challenges",
    "no fault of our|my own",
    "provoked|provocation",
    "in response to ~3 abuse|attacks|provocation|insults|criticism",
    "things|events|situation|news move|moved|moving|developed|changed ~1 fast|quickly|rapidly",
    unless=("no|not|never an? excuse", "excuse|excuses that|we", "is no excuse"),
    families=_FAMILIES,
)


def check_excuse(text: Text, _context: Context) -> Iterator[Finding]:
    """Yield every appeal to intentions, ignorance, strain or circumstances."""
    yield from (
        finding(Label.EXCUSE, span) for span in spans(text, _INTENTION, _IGNORANCE, _STRAIN, _CIRCUMSTANCE)
    )
