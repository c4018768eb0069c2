"""How people are argued with: their complaint is talked down, they are told how to behave, the door is shut, our word stands."""

from bot.lint.phrases import table

_FAMILIES = {
    "REACTION": (
        "accusation accusations allegation allegations charge charges criticism criticisms reproach reproaches insinuation insinuations"
        " outrage outcry uproar backlash storm shitstorm fuss furore hysteria indignation campaign reaction reactions reporting coverage"
        " reports headlines rumour rumours gossip speculation speculations debate discussion claims attack attacks complaint complaints"
        " hype witch-hunt scandal drama commotion noise excitement tone anger hate vitriol aggression pile-on controversy narrative"
    ),
    "UNFAIR": (
        "exaggerated overblown unfair unjustified unjust baseless groundless unfounded absurd ridiculous ludicrous hypocritical hysterical"
        " excessive disproportionate one-sided biased malicious cynical dishonest misleading misplaced unwarranted undeserved unreasonable"
        " unworthy uncalled-for artificial manufactured orchestrated staged constant endless relentless selective superficial shameful"
        " disgraceful nonsensical grotesque bizarre laughable childish petty tiresome"
        " smear twisted distorted beneath outrageous tendentious sensationalist"
        " over_the_top out_of_order out_of_proportion out_of_all_proportion out_of_hand far_from_the_truth beside_the_point"
        " without_foundation without_basis without_merit without_substance politically_motivated in_bad_faith"
    ),
    "CROWD": (
        "people those critics commenters commentators users everyone everybody anyone anybody readers visitors viewers listeners members"
        " customers guests media press journalists reporters outlets newspapers activists opponents neighbours followers fans you all_of_you"
        " some_of_you the_public others parents they public somebody someone whoever"
    ),
    "ASK": "ask asks expect expects urge urges invite invites call_on calls_on appeal_to appeals_to remind reminds request requests advise advises beg encourage suggest_that demand demands want wants",
    "ABUSIVE": "insults insulting threats threatening shouting swearing screaming yelling ultimatums abuse rudeness aggression anger hostility bullying harassment complaining moaning whining",
    "DEFY": (
        "crawl bow grovel kneel surrender yield cave cave_in give_in give_way back_down bend budge retreat be_made be_forced be_bullied"
        " be_silenced be_intimidated be_pressured be_pushed be_lectured be_blackmailed be_dictated be_told be_drawn be_shamed let_ourselves"
        " let_anyone let_anybody apologise_for_who apologise_for_being apologise_for_our apologise_for_having justify_ourselves justify_myself"
        " change_our_mind change_our_position change_our_view be_changing be_apologising be_backing"
    ),
}

ARGUMENTS = table(
    # their complaint is talked down
    "REACTION ~4!we|i|our|in is|are|'s|seem|seems|have_been|has_been|remain|remains ~3!not UNFAIR",
    "REACTION ~1 against|made_against|levelled_at|about us|me|our|the_club|this_office ~6 is|are|'s|'re ~2 UNFAIR|false|untrue|wrong|incorrect|lies|invented|fabricated|nonsense|malicious",
    "REACTION ~2 lack|lacks|lacked|have_no|has_no|had_no|without ~2 basis|foundation|substance|merit|evidence|proof|truth",
    "REACTION ~4 BE ~1 based|built|founded on|upon !our|my",
    "REACTION ~3 HAVE|BE ~2 gone|got|gotten|blown|going|getting ~1 too_far|out_of|beyond",
    "REACTION ~5 started|driven|led|fuelled|stirred|whipped|organised|staged|spread by ~6",
    "proportion|perspective ~1 of all? REACTION",
    "consider|regard|see|find|think|call|believe|view ~8!our|my|your|you REACTION|letter|letters|comments ~6!not UNFAIR",
    "YET ~3!we|our|my REACTION ~6!right|justified|understandable|fair|deserved far|much|too|worse|more|less",
    "worse|more_offensive|ruder than anything|ours ~1 we|i|our|,|.|!",
    "we|i|it|which|and ~3 reject|rejects|refute|refutes|dispute|disputes|deny|denies|contest|contests|repudiate|resent ~3 REACTION|idea|notion|suggestion|implication|label|term",
    # they are told how to behave
    "ASK ~3 CROWD ~8 to ~3 refrain|calm|moderate|consider_whether|show_restraint|show_some|show_respect|show_more|put_an_end|put_a_stop|put_things|remember_that|keep_things|keep_a_sense|keep_calm|keep_an_open|keep_their|keep_it|stay_calm|stay_polite|stay_civil|stay_factual|stay_with|remain_calm|remain_polite|remain_civil|remain_factual|judge|form|reflect|think|apologise|respect|mind|move_on|look_at_the_whole|see_the|listen_to_the|put_it_in|be_patient_with|be_fair|be_polite|be_civil|be_more|be_less|lay_off|back_off|leave",
    "ASK ~3 CROWD ~8 to ~1 hear|read|watch|see|listen_to|look_at ~2 all|whole|full|entire|rest|complete|carefully|properly|again|before",
    "ASK ~3 CROWD ~8 to ~1 stop|cease|end|quit ~1 speculat*|spreading|attacking|insulting|harassing|blaming|bothering|contacting|tagging|judging|exaggerating|the|this|their|it",
    "ASK ~3 CROWD ~6 show|exercise|use ~2 restraint|decency|common_sense|moderation|respect|judgement",
    "ASK ~3 a ~1 more|less|little|modicum ~2 objective|factual|civil|civilised|constructive|respectful|balanced|decency|fairness|restraint",
    "would have ~1 wished|hoped|expected|preferred|appreciated|liked ~1 for? a|more|some|people|them|critics|less",
    "read|check|look|think|learn|listen|see ~6 before ~3 asking|ask|commenting|comment|writing|write|judging|judge|complaining|complain|posting|criticising|attacking|form|forming|shouting|sharing|condemning|calling",
    "before|instead_of|rather_than|without ~2 commenting|judging|complaining|criticising|attacking|condemning|shouting|insulting|accusing|jumping|leaping|rushing ~4",
    "perhaps|maybe|next_time ~2 people|you|readers|some|they|critics|everyone ~1 could|should|might|will|can|would ~1 read|learn|try|look|think|check|listen|ask|take|want",
    "you|they|people HAVE ~1 made your|their point",
    "we ~1 get|got it ,|!",
    "but ,? honestly|seriously|really|frankly ,? who|what|why|how|where",
    "ABUSIVE ~6 will|do|does|wo|BE ~1 not|never|no",
    "those|people|anyone|whoever|critics|they ~10 us|me|our|this|it|that ~6 should|ought|had_better|must|need_to|could|might_want|would_do_well ~2 look|take|ask|read|think|remember|learn|consider|visit|come|know|check|listen|be|keep",
    "who ~1 calls|call|needs|need|has_to|has_so|has_a|gets|cares|takes|complains|reads|even|in_their ~6 over|about|for|because|to a|the|one|this|that|two",
    "why|where|how_come|since_when BE|do|does|did|can ~2 nobody|no_one|everyone|everybody|people|you|they|critics|these|those ~4 angry|complain|upset|outraged|talk|talking|care|say|offended|shouting|were|so",
    "the real|actual|bigger|true problems|scandals|scandal|villains|issues|culprits|enemies ~2",
    "so-called scandal|affair|outrage|racism|controversy|insult|offence|critics|concerns|community|victims",
    "scandal|REACTION|story|affair ~3 invented|made_up|fabricated|cooked_up|blown_up|fuelled by|to ~6",
    "apologised|said_sorry ~1 once|twice|already|enough|before ~4 not|no|what|so|that",
    "everyone|everybody|most|all_others|others else? ~4!who understood|understand|got_it|got_the|laughed|loved|enjoyed ~2 joke|it|irony|humour|,|.|!",
    "we|i ~1!will|must|shall|cannot|not decide|decides|choose|determine ~1 who|what|how|whom|which ~6",
    "tired|sick|weary|fed_up|had_enough|bored of|with ~2 being|people|your|these|the|explaining|having|defending|hearing|reading|this",
    "we|i ~3 owe ~2 nothing|nobody|no_one",
    "we|i ~2 not owe",
    "you|they|people|critics|media|some ~2 failed to see|understand|grasp",
    "you|they|people|one|some ~3 look|looked|search|searched|try|tried ~3 hard|closely|long|deep ~1 to ~2 find|see|be|take|get",
    "whether|if you|they|people|anyone|some ~1 like|likes|agree|approve|want ~3 or_not",
    "some|certain|many people|folks|users|customers|readers|commenters ~1 will ~1 always|never|find|complain|moan",
    "nobody|no_one|anyone|everyone|everybody|people|those who ~1 knows|know|has_met|works_with us|me|him|her ~2 would|could",
    "not ~1 waste|wasting ~3 time|energy|breath|words",
    "all_of_you|you_all|most_of_you are|do|can ~1 not|stupid|ignorant|hypocrites|idiots|rude|pathetic|wrong|,|.|!",
    "you just|simply|clearly|obviously|really do|can|are|have ~1 not|no ~2",
    "idiot|idiotic|stupid|ignorant|clueless|so-called|hysterical|self-appointed ~1 bloggers|people|comments|commenters|users|questions|journalists|critics|reviewers|experts",
    "disappointing|sad|regrettable|unfortunate|shame|pity|sorry ~1 that ~3 some|individuals|people|media|others|critics|few ~3 chosen|decided|elected|prefer|insist|try|tried|want|wish|felt_the_need ~1 to",
    "judge|judged|judging ~1 us|me by|on|without|because|before|unfairly",
    "stick|keep ~1 to ~2 subject|topic|point|facts|issue|matter",
    "not ~1 censor|discriminate|lie|hide ~1 , we ~1",
    "behave|control|restrain|educate|inform yourselves|yourself",
    "not every|everything|everyone|all ~3 is|are|means|has ~1 a|an|racist|sexist|offensive|hate|about_you|to_be ~2 insult|attack|crime|offence|scandal|conspiracy|sense|.|!|,|offended",
    "refrain|desist|abstain from ~2 comments|messages|questions|remarks|insults|accusations|speculation|commenting|further|personal|such",
    "nothing ~2 say|explain|prove|discuss to people|those|anyone|you|critics|them ~2",
    "would do|say|post|print|publish|write ~1 it|this|that|the_same ~2 again|tomorrow|any_time|anytime",
    "what ~3 have|did|do|are we|i ~3 do|done|supposed ~3 wrong|deserve|apologise ~1",
    "reserve|reserves the right to ~1 remove|delete|hide|close|block|ban|moderate|edit|refuse",
    "not ~1 let|allow ~5 decide|dictate|tell_us|spoil|bully|intimidate|silence|stop_us|provoke|ruin|push_us",
    "not ~2 see|understand|know|find ~1 what|anything|how|why ~4 OFFENSIVE|fuss|problem",
    "not ask for ~2 opinion|advice|feedback|lecture|it|view|views ~1 .|!|,",
    "nothing|something|anything better to do",
    "what ~1 kind|sort of ~2 person|people|world|society|mind|customer",
    "bit|little|rather|pretty rich|precious|steep|cheap|convenient ,|.|!|to|coming|from|from_people",
    "some|certain people|users|folks|critics|quarters|circles ~2 need|seem|think|believe|want|like|love|cannot|can|do|are ~3 always|to|every|anything|nothing|something|happy|time|it",
    "lol|lmao|haha at ~2 CROWD|all",
    "CROWD ~1 melting|losing|freaking|clutching ~1 down|it|out|pearls|their|minds|mind",
    "do|did|was not ~2 know|realise|aware|think|hear ~1 that? ~1 jokes|joke|humour|satire|opinions|fun|laughing|smiling|art|freedom",
    "pity|shame|sad_day|sign_of|telling when|that ~2!we|our|my|i nobody|no_one|art|humour|satire|comedy|critics|jokes|one_cannot|one_can",
    "nobody|no_one|you|one|art|humour|satire|comedy|comedians|people|cartoonists can|may|are_allowed_to|is_allowed_to no_longer|hardly|not|never|barely ~2 joke|laugh|provoke|say|speak|criticise|mock|anything|smile",
    "what ~2 some|others|critics|people|they|you|many|one call|calls|see|sees|consider ~3 , we|i|is",
    "CROWD ~6!we|our who|that ~4 never|not_even ~3 met|seen|read|visited|been|set|worked|run|watched|there|tasted|bought|spoken|understood|listened|present",
    # the door is shut
    "not ~2 up_for|open_to|open_for discussion|debate|negotiation",
    "is|'s|are|be ~2 crime|illegal|forbidden|not_allowed|banned ~1 nowadays|these_days|today|now|suddenly|all_of_a_sudden",
    "readers|public|people|viewers|voters|citizens|taxpayers|we have|has ~1 right to ~1 know|be_told|hear",
    "you|some|he|she|they|mr|mrs|ms|people|critics ~2 may|might not ~1 like ~4 ,? but",
    "no apology|apologies|need_to_apologise ~1 BE ~1 needed|necessary|required|due|owed|called_for|warranted|in_order",
    "debate|discussion|subject|chapter|topic|conversation ~6 BE ~1 over|closed|finished|settled|ended|concluded for_us|for_me|as_far|and|.|!|, !and_our|and_we",
    "messages|questions|comments|letters|insults|replies|requests|calls ~2 will|shall ~1 remain|go|be|stay unanswered|ignored",
    "not ~1 reply|respond|answer|comment|discuss|debate ~4 again|further|anymore|any_more|any_longer|more|to_you|to_them|to_those|to_these|to_such|in_public",
    "HAVE ~1 answered|explained|addressed|clarified|apologised|said|commented ~5 several|many|repeatedly|often|dozens|countless|a_dozen|three|four|enough|often_enough ~1 times|.|,|!",
    "will|shall|reserve|considering|consider ~3 legal|our ~1 steps|action|proceedings|remedies|measures|lawyers|solicitors",
    "we|i|club|board|firm|council|party ~1 will|shall|see|meet|fight|defend|contest ~4 in court",
    "will|shall|would|can|refuse|refuses|refusing|not_going|not_about|not_prepared not|to|never ~3 DEFY",
    "it|they|he|she|poster|sign|advert|picture|post|window|joke|flag|name stays|stay|remains|remain !closed|open|shut|valid|the|in|at|on|our|available|free|low|high ~2 .|!|up|where_it|as_it",
    "keep|keeps|keeping|continue|continues|carry ~1 it|doing|on ~1 up|so|doing_it|as_before|regardless",
    # our word stands
    "someone|somebody|we|i had|has|have|needs|needed to ~1 say_it|say_so|say_this|say_what|speak_up|tell_the_truth|do_it",
    "position|view|opinion|stance|mind|line|policy ~6 has|have|had|will|does|do|BE ~1 not|never|un* ~1 changed|change|changing|unchanged",
    "we|i ~1 never|not ~2 said|claimed|wrote|called|suggested ~6 anything|anyone|that|all|the_word",
    "art|satire|humour|comedy|jokes|cartoons|free_speech|freedom|theatre|literature ~4 is|are|may|must|can|has|should|needs|need ~3 allowed|hurt|provoke|offend|free|to_be|to_hurt|to_provoke|to_offend",
    "that|this|it is|'s your|their|his|her ~1 problem|fault|choice|business|loss",
    "media|press|journalists|critics|newspapers|they have|has ~2 blown|hyped|twisted|exaggerated|distorted|inflated|whipped|jumped|seized|pounced",
    "wonder|wonders|wondering|curious|ask_ourselves ~1 where|why|who|how|what|whether ~6 critics|people|you|they|those|everyone|outrage|some|media|anyone|nobody",
    "nothing ~1 OFFENSIVE|illegal|shameful about|in|with",
    "for the *th|umpteenth|last|second|third time :|,|.|!",
    "complaints|complaint|letters|comments|REACTION ~1 come|comes|came|coming ~1 from ~6 who|people|accounts|competitors|outsiders|those|bots",
    "that|this is|'s ~2 end of it|that|the_matter|the_story|the_discussion|this",
    "show|give us|me ~1 where|one|a_single|any|how|exactly ~6",
    "our lawyers|lawyer|solicitors ~1 will|have|has|are|is|know|know|disagree|think|say",
    "having|have|has an|our|my opinion",
    "you people|guys ~1 are|need|should|just|have",
    "can not ~1 say|joke|write|post anything|things|a_word ~2",
    "see|find|know|have nothing ~2 apologise|be_sorry|be_ashamed|hide",
    "your|the|this|such ~3 remark|remarks|comment|comments|complaint|letter|criticism|review|reaction|reactions|claim|claims|ruling|decision|verdict|accusation|accusations surprises|surprised|surprise|astonishes|astonished|amazes|puzzles|puzzled|baffles|disappoints|disappointed|disappoint|saddens|dismays|disheartens|hurts ~1 us|me",
    "saddens|disappoints|disheartens|surprises|dismays|pains|astonishes|amazes us|me ~6 that|to_see|how ~2 people|some|those|others|critics|media|many|anyone|so_many|you|they|certain|press",
    "disappointed|saddened|dismayed|disheartened|surprised ~1 that|by|to_see ~2 people|some|others|critics|media|press|certain|calls|attempts|reports",
    "people|media|critics|they|some|others|who|press|you|reports ~6 paint|paints|painted|painting|draw|drawn|give|giving|create|spread|spreading ~3 false|distorted|one-sided|unfair|misleading|skewed|twisted ~1 picture|image|impression|light|story|stories",
    "claims|claim|statements|suggestions|reports|assertions|rumours|anything|allegations ~1 to_the_contrary",
    "nobody|no_one can|could|will|should|may ~1 call|accuse|say|claim|tell|blame|reproach ~2 me|us|that|our",
    "he|she|you|they|people|customers ~1 could|might|should|ought_to have told|asked|spoken|come|contacted|called|talked|written ~2 us|me",
    "how ~2 could|might|can have? ~1 said|put|been|made|be|say|make ~3 clearer|plainer|more_clearly|any_clearer|more_plainly|any_more|more_clear|any_plainer",
    "could|can not ~3 have? ~1 be|been|said|put|made|say|put ~2 clearer|plainer|any_clearer|more_clearly|more_plainly",
    "am|are|will|shall|going_to|to|also contest|appeal|challenge|dispute ~3!you ban|ruling|decision|fine|verdict|penalty|it|this|that|naturally|sentence|judgement",
    "personal|cheap|political|malicious|unfair|orchestrated|deliberate|vicious attack|attacks|campaign|vendetta|smear|witch-hunt ~1 by|on|against|from|of|,|.",
    "correctness|madness|wokeness|woke|health_and_safety ~1 gone|run|went mad|crazy|too_far|wild|overboard",
    "thanks|thank_you ~1 for ~3 free|extra ~1 publicity|advertising|advertisement|promotion|attention",
    "you|they|people|some|critics may|might|can ~1 call us|me ~1!on|at|any|if|free|now",
    "we|i ~2 do|can|could not ~1 accept|recognise|share|follow|see|understand|agree ~1 with? ~2 criticism|view|claim|accusation|picture|description|assessment|verdict|interpretation|charge|reproach|complaint|outrage|reasoning",
    "shame on you|them|those|anyone|the",
    "how dare you|they|anyone",
    "let us|me|'s ~1 talk|speak about|of ~3 instead|real|really|important|matters|what|changing|change|facts",
    "never mind the|all|that|this|those|what ~3 noise|anger|outrage|fuss|critics|criticism|hate|say|said|shouting|headlines|trolls",
    "sign|signs|terms|conditions|rules|notice|menu|policy|small_print|leaflet ~3 clearly|plainly|expressly|explicitly ~1 say|says|state|states|said|stated|show|shows|tell|tells",
    "point-scoring|politically_motivated|political_football|double_standard|double_standards|cheap_shot|cheap_shots|so_be_it|rest_my_case",
    "for god|heaven|goodness|pity|christ 's ~1 sake",
    unless=(
        "we|i|our|THING ~4 made|published|printed|repeated|spread|reported|wrote|quoted ~3 REACTION",
        "REACTION ~1 that|which|we|i ~1 we|i|made|published|printed ~3",
        "our|my REACTION",
        "you|who|many ~2 wonder|wonders|wondered|wondering|ask",
        "respect ~2!our|my privacy|wishes|grief",
        "REACTION ~6 against|about|of you|him|her|them|mr|ms|mrs|dr ~6 BE ~2 UNFAIR",
        "we ~2 accept|deserve|understand|respect|welcome|take|hear|heard|read|share ~4 REACTION",
        "REACTION ~4 right|justified|deserved|fair|understandable|rightly",
        "was|were|am|are ~3 wrong to ~4",
        "we|i|it|our ~3 was|were|are|am|is ~2 wrong|mistaken|unfair",
        "read|check ~3 it|this|the_text|the_post|what_we before ~1 posting|sending|publishing|we|sharing|printing",
        "we|i ~4 without|before|instead_of|rather_than ~1 *ing",
        "did|had|have|has not ~1 reply|respond|answer|comment|see|understand|know",
        "did not read|check|look|think|listen|ask ~4",
        "we|i|nobody ~2 did|should|had|have|could|do ~2 check|checked|read|look|looked|think|thought|listen|listened|ask|asked ~6",
    ),
    families=_FAMILIES,
)
