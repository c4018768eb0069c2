"""How we praise or sell in an apology: superlatives of our own, a long record, awards, good deeds, values, offers."""

from bot.lint.phrases import table

_FAMILIES = {
    "GREAT": "proud outstanding excellent great renowned famous respected trusted beloved popular successful leading best finest largest oldest unique passionate caring inclusive diverse open-minded tolerant sustainable innovative modern reputable award-winning certified independent family-owned family-run responsible welcoming vibrant",
    "CREW": (
        "managers leaders nurses doctors teachers drivers volunteers staff team teams colleagues employees people journalists reporters"
        " editors officers crew cooks chefs bakers players workers board trainees apprentices engineers agents guides coaches scientists"
    ),
    "FIRM": (
        "bank airline shop company newspaper paper brand club charity school university supplier retailer agency museum hospital hotel"
        " restaurant bakery provider broadcaster station firm organisation party council team magazine festival theatre platform app service"
        " publisher employer café cafe gym clinic business network brewery chain association foundation start-up community place name"
        " destination address product range choice carrier operator insurer lender store zoo park choir orchestra college band pub"
    ),
    "NOT_BEST": "latest test guest request west east rest interest honest modest forest nearest earliest contest protest priest chest harvest arrest closest digest invest suggest least lowest worst hardest darkest saddest dearest longest deepest northwest southeast furthest",
    "PRAISED": (
        "brilliant fantastic wonderful delicious amazing excellent outstanding great superb unique famous popular innovative leading"
        " award-winning trusted reliable loved unbeatable terrific gorgeous magnificent world-class unrivalled unmatched legendary fabulous"
        " incredible stunning extraordinary exceptional marvellous perfect irresistible yummy tasty fresh organic handmade hand-made"
        " home-made homemade second_to_none first-class top-class sensational acclaimed renowned better_than_ever worth_every state-of-the-art"
        " cutting-edge top-quality high-quality sustainable friendly inclusive diverse generous dedicated talented passionate hard-working"
    ),
    "WORK": (
        "work service experience success excellence history tradition trust quality commitment dedication support teaching care reporting"
        " journalism independence craftsmanship safety partnership friendship innovation training integrity fairness loyalty devotion passion"
        " solidarity engagement advocacy research volunteering baking brewing hospitality leadership growth helping serving fighting caring"
    ),
    "PRIZED": (
        "kindness respect equality diversity inclusion inclusivity fairness honesty trust integrity love dignity tolerance openness empathy"
        " compassion quality excellence transparency freedom solidarity community creativity passion sustainability family safety justice"
        " equity accessibility decency hospitality craftsmanship innovation responsibility humanity accuracy independence belonging"
    ),
    "GOOD_CAUSE": (
        "charity charities shelter shelters hospice hospices refugees foundation good_causes the_poor the_homeless food_bank food_banks cancer_research"
        " research unicef red_cross children_in_need women's_shelters animal_shelter animal_shelters orphans the_needy causes local_causes schools trees"
    ),
    "TREAT": "offer offers deal deals discount discounts sale price voucher vouchers code coupon collection range menu flavours flavour album book app podcast newsletter shop store membership subscription tickets season edition product products guide blog course courses workshop workshops website event events webinar range line shirts t-shirts merch cakes ice-cream waffles gift gifts",
}

PRAISE = table(
    # superlatives of our own
    "our|my ~3 BE|remain|remains ~2 the ~1 !NOT_BEST *est",
    "we|it|that|this BE|remain ~2 one|some|among of? the ~1 !NOT_BEST *est ~2 FIRM|in",
    "we BE|remain the ~1 !NOT_BEST *est ~3 FIRM|in|of|way|choice|option|team",
    "our|my|the ~2 CREW|FIRM|products|product|service|food|coffee|bread|cakes|beer|range|quality|shirts|flavours|menu|guide|app|show|album|podcast BE|'s ~1!not|wrong|never always|still|simply|just|really|so|absolutely|truly? ~1 PRAISED !in_the|on_the|as_we",
    "our ~3 BE always ~1 made|baked|brewed|cooked|prepared|sourced|grown|fresh|produced|tested ~1 fresh|with|from|by|locally",
    "new|latest ~3 TREAT ~1 BE ~2 PRAISED|out|here|live|available",
    "made|make|bake|baked|brew|brewed|cook|cooked|craft|crafted|roast|roasted|produce|prepare ~5 by_hand|with_love|with_lots_of|with_passion|with_pride|from_scratch|with_all_our|best_ingredients|finest_ingredients|local_ingredients",
    "best|finest|freshest|purest ~1 ingredients|beans|materials|products|people|team|care|service|quality ~2",
    "our|my ~6 speak|speaks for themselves|itself ~1",
    "nobody|no_one|few|hardly_anyone ~5 do|does|cares|care|offers|gives|knows|works|makes|has|takes ~3!suffered|lost|paid|suffers|loses more|better|harder|as_much|as_many|as_well ~6 we|us|our",
    # a long record
    "does|do|can|will|should|must not undo|erase|wipe|change|cancel|outweigh|destroy ~3 years|decades|century|work|good|reputation|record",
    "years|decades|century|generations of ~1 honest|good|hard|excellent|faithful|dedicated|reliable|careful|quality|selfless|loyal|independent ~1 WORK|reporting|service|work",
    "with|on|over|from|offers|offer|have|has|brings ~4 years|decades|century|generations|centuries of ~2 WORK",
    "for ~3 years|decades|generations ,? ~5 has|have ~2 been ~1 a|an|the ~3 home|place|voice|friend|ally|leader|symbol|synonym|pioneer|champion|refuge|partner|part|source|pillar",
    "look|looks|looking ~2 back on|at ~6 WORK|history|years|decades|tradition",
    "never|not|without ~3 accident|accidents|incident|complaint|complaints|injury|recall ~2 in|for|since ~3 years|decades|then|we_opened|20*|19*",
    "we|our|this|the ~5 was|were|are|is ~1 the ~1 first ~6 to ~1 offer|introduce|hire|employ|ban|open|launch|support|sign|publish|appoint|train|build|bring|use",
    "after|considering|given all|everything|what ~2 that? ~4 done|do|achieved|given|built ~1 for",
    "our ~1 new|latest ~3 is|are ~1 out|here|available|live|back|in_stores|in_the_shops|on_the_shelves|on_sale",
    # awards and ratings
    "we|our|us|been|being|is|are|were|again|just ~4 named|voted|elected|crowned|awarded|chosen ~5 of the year|month|decade|century",
    "named|voted|elected|crowned|ranked|rated ~3 !NOT_BEST *est",
    "recommend|recommends|rate|rates|praise|praises us|our|me ~2 .|!|?|,|NUMBER|and|as|because|highly",
    "PRIZED|values|tradition|passion has|have always? guided|shaped|defined|driven|inspired ~3",
    "five|5|four|4 stars|star on|from|since|rating|ratings|reviews|hotel|restaurant|for",
    "hold|holds|have|has|won|earned|received|got ~3 certification|certifications|certificate|certificates|accreditation|seal|awards|award|prizes|prize|medal|medals|title|distinction ~2!was",
    "half|most|majority|two_thirds|a_third|NUMBER|% of our ~2 CREW ~1 are|is|have|come|work|speak ~1 women|mothers|from|migrants|disabled|two|three|several|a_degree|members|volunteers|trained|local|here|part-time",
    "CREW|members|colleagues from ~1 NUMBER|over|more|many|all ~2 countries|nations|nationalities|backgrounds|cultures|religions",
    # good deeds
    "we|our|i ~3 gave|give|donated|donate|raised|spent|invested|invest|put ~2 £|$|€ ~1 NUMBER ~2 to|for|in|into",
    "last_year|every_year|each_year|this_year|since|regularly|always|over_the_years|so_far|month|week ~8 planted|donated|donate|donates|sponsored|sponsor|sponsors|funded|fund|raised|raise|supported|support|give|gave ~6 GOOD_CAUSE|million|thousand|NUMBER",
    "donated|donate|donates|sponsored|sponsor|sponsors|funded|fund|raised|raise|give|gave ~6 GOOD_CAUSE ~4 last|every|each|since|for|over|year|month|regularly",
    "we|our ~4 served|fed|housed|rescued|helped|planted|saved|supported|donated|raised|welcomed|sheltered|serve|feed|house|rescue|plant|save|donate|raise ~3!new|the|that|this NUMBER|million|thousands|millions ~1 !wrong",
    "buy|take|order|pay ~2 one|two|three ~1 , get|take ~3",
    "CREW|we ~4 work|works|do|does|strive|strives|give|gives|go|goes ~5 best|finest|perfect|unforgettable|excellent|extra|first-class ~1 ~1 experience|service|care|quality|result|results|mile|possible|value",
    "have|has a ~1 strict|clear|firm|strong|robust|comprehensive ~1 policy|stance|position|code|rules|commitment against|of|on|for|to",
    "train|trains|educate|educates ~1 all ~1 our ~1",
    "few|hardly_any|no|not_many|what_other ~1 companies|brands|firms|shops|charities|clubs|banks|airlines|hotels|others|organisations|other ... as|than|like we|us|our",
    "use|uses|using|serve|serves|sell|sells|offer|offers ~1 only ~1 the ~1 !NOT_BEST *est",
    "and|, ~1 are|am ~2 proud of|to it|be|have|say|this|our",
    "good|work|contribution ~4 we|our|i ~2 have|has ~1 done|made|achieved !wrong",
    "get|download|grab|order|win|try|discover|preorder|pre-order ~1 our|one_of_our|your_free ~1 new|latest|free|exclusive|brand-new|limited ~3",
    "you ~1 save|get|enjoy|earn|collect ~2 more|even|up_to|%|points|double|extra !than_you|than_one|than_we",
    "every|all|half|part|proceeds|profits|penny|euro|pound|dollar ~6 go|goes|went|donated|benefit|benefits ~2 to? ~3 GOOD_CAUSE",
    "treat|treats|treated|see|value|welcome|love ~4 like|as ~2 family|friends|royalty|equals|kings|queens|our_own",
    # what we are and value
    "that|this is|'s ~1 who|what|how we|i ~1 are|do|stand_for|stand|believe|work|live|believe_in .|!|,|and|here",
    "who we|i ~1 are .|,|!|as|and|or",
    "our|my middle name",
    "we|brand|company|club BE|are|'re|is ~1 all about ~1 !the_same|to",
    "it 's|is that we|i ~1 care|love|listen|believe|respect",
    "is|are|'s ~1 what we ~2 do|stand|live|are|believe ~1 every_day|best|about|here|for|in|by|.|!|,",
    "PRIZED ~4 BE|been|remain|remains ~3 our|my|the ~2 priority|priorities|concern|focus|duty|guide|heart|foundation",
    "nobody|no_one|few ~1 loves|love|knows|respects|values|cherishes|honours ~6 more|better than we|us|our|i",
    "we|our|a|an|of_the ~4!not|wrong GREAT ~1 FIRM !closed|is_not|was",
    "PRIZED BE|means|matters|'s|remains ~2!not|now|back|guaranteed at|in|our|more|everything|what|key|first|sacred|non-negotiable|paramount|part|who|central|important|essential",
    "our ~2 CREW ~4 PRIZED",
    "because|that we|i ~1 care .|,|!|about|deeply|so|and",
    "built|founded|based|rooted|grounded|anchored|raised on|in|upon ~3 PRIZED|idea|belief|conviction|principle|principles|values|promise|dream|vision",
    "PRIZED ~1 BE|drive|drives|define|defines|guide|guides|remain|remains ~3 what|at_our|in_our|our|who|us|everything",
    "PRIZED BE ~2 one|some|among ~3 values|principles|priorities|ideals|strengths|foundations",
    "PRIZED ~2 be|is|was|been ~3 our ~2 trademark|hallmark|motto|maxim|watchword|foundation|compass|creed|guiding|strength|promise|top_priority|priority|business|goal|aim|pride|identity",
    "PRIZED|disability|women ~3 part of our|who ~1 we|mission|dna|story|identity|history|values|culture|soul",
    "attach|attaches|place|places|put|puts|lay ~1 great|greatest|utmost|particular|special|much|the_highest ~1 importance|value|emphasis|store|weight on|to|upon",
    "we|i|brand|company BE|are|'re ~2 proud of|to it|this|that|them|be|have|say|our|serve|support|employ|call ~1 !mistake",
    "we|brand|company|club|i ~2 celebrate|celebrates|embrace|embraces|champion|champions|cherish|cherishes ~2 every|all|each|our|women|PRIZED|bodies|people|difference|differences|beauty",
    "we|brand|company|club|i ~1 stand|stands ~1 for|with ~2 PRIZED|women|everyone|all|people|workers|minorities|refugees ~1",
    "believe|believes ~1 in|that ~4 PRIZED|for_everyone|for_all|beautiful|equal",
    "live|lives|act|work|abide ~1 by|according_to our|these|those ~2 values|principles|beliefs|ideals|standards",
    "committed|commitment|dedicated|devoted to ~3 PRIZED|women|education|mental_health|health|the_environment|environment|our_planet|local|animal_welfare|disabled",
    "chance|opportunity|occasion|moment|reason ~2 to|for ~3 become|grow|be|get ~2 better|stronger|wiser|more|closer|a ~2",
    "excited|thrilled|delighted|looking_forward ~1 to ~1 announce|grow|share|launch|introduce|offer|bring|present|show_you|welcome_you|build|continue",
    "amazing|wonderful|fantastic|great|loyal|incredible|awesome|beloved|lovely ~1!many|number community|customers|fans|team|followers|guests|readers|family|supporters|volunteers|partners",
    # offers
    "two|three|one|get|second|another ~6 for ~1 the price of|for_free|free",
    "TREAT|everything|shoes|tickets|products|cakes ~3 BE|'re ~2 half_price|reduced|on_sale|discounted|cheaper|on_offer ~1",
    "and|right_now|now|today|still ~3 half|reduced price|in_price",
    "sale|offer|offers|promotion|deal|deals|discount ~2 ends|end|starts|start|begins|continues|runs|lasts ~1 tonight|today|tomorrow|soon|on|this|next|until|till|at ~1",
    "happy|enjoy ~1 shopping|browsing|baking|saving|hunting",
    "hurry :|!|up|while|now",
    "take|enjoy|get|grab|save|claim ~4 % ~1 off|discount",
    "why not ~1 have|take|get|grab|buy|pop|drop|stop|see|read|listen|watch|download|discover|give",
    "have|take a look at our|the ~1 new|latest|TREAT",
    "tip|ps|p|psst : ~1 our|the|we|there|this|have|use|book|buy|get",
    "we 're|are hiring|recruiting|looking_for_new ~1",
    "matter|matters|mean|means ~1!not ~1 enormously|greatly|hugely|deeply|so_much|a_great_deal|immensely|a_lot|very_much|more_than_anything ~1 to us|me",
    "PRIZED|custom|trust|privacy|data|every|each|child|children|pupil|customer|customers|safety|opinion|loyalty ~4 matters|matter|counts|count ~2 to|for|with us|me",
    "heard|feedback|reviews|response|comments|reactions ~8 overwhelmingly|hugely|extremely|mostly ~1 positive|good|favourable|enthusiastic|supportive",
    "do|does|doing a|an ~1 fine|great|good|excellent|superb|fantastic|terrific|amazing|brilliant|wonderful|marvellous|splendid|outstanding job|work ~1",
    "who|which come|comes|stand|stands ~1 first|at_the_centre|at_the_heart",
    "central|chief|foremost|prime|paramount|greatest|highest ~1 concern|importance ~1 to|for|here|of|with|,|.|at",
    "with the ~1 utmost|greatest|highest ~1 seriousness|care|importance|gravity|diligence|respect",
    "guests|customers|visitors|readers|clients|diners|users|fans|members|critics ~8!we|i|not praise|praises|rave|raves|raved|compliment|compliments|complimented|recommend|rate|applaud ~3 it|us|our|this|them|highly|about",
    "led|lead|leads|leading the|its|our ~1 market|industry|field|way|world ~1 !to_this|you",
    "sold|sell|sells|selling|welcomed|served|raised|helped ~2 more than_ever|than_before|than_we|than_anyone",
    "a|an|our|such ~4 brilliant|fantastic|magnificent|spectacular|superb|amazing|incredible|sensational|unforgettable|glorious|triumphant|splendid ~1 return|event|day|night|evening|weekend|festival|race|season|show|concert|experience|success|atmosphere|opening|launch|run|tour|edition",
    "why|reason ~1 we|i ~1 exist|are_here|do_this|do_what|do_it|started|got_into|were_founded",
    "how|so|as devoted|dedicated|committed|loyal|attached|proud|passionate we|i|our|the",
    "interest|interests|safety|wellbeing|welfare|comfort|needs ~1 in mind|at_heart ~1",
    "no place|room|space|tolerance ~1 for|in ~5 hate|hatred|racism|discrimination|sexism|violence|intolerance|prejudice|bigotry|antisemitism|homophobia|bullying|harassment|exclusion",
    "we|i|company|club|brand ~1 stand|stands ~1 firmly|firm|resolutely|squarely|united|unequivocally|always ~2 against|for|by|behind|with !you|trial",
    "committed|commitment|dedicated|devoted to ~1 always|continually|constantly|never ~1 !again",
    "round-the-clock|around-the-clock ~2 team|service|care|support|help",
    "work|works|working daily|every_day|day_in|tirelessly|day_after_day|each_day|all_year ~1 for|so ~1",
    "hold|holds|held ~8 dear .|,|!|and|;|to",
    "dear|close to ~1 our|my heart|hearts",
    "set|sets great ~1 store by|on",
    "door|doors ~3 open to all|everyone|everybody|anyone",
    "we|i ~1 do|have_done ~1 a_lot|much|plenty|a_great_deal for|to_help|to_support",
    "record|results|work speaks|speak for itself|themselves",
    unless=(
        "code|link|page|shop|site ~1 works|working|fixed|back",
        "wrong|incorrect|expired|mistaken|wrongly|outdated ~3 TREAT",
        "TREAT|code|link ~3 wrong|incorrect|expired|not|broken|old",
        "said|wrote|claimed|stated|called|advertised|promised|announced|told|listed|boasted|described|bragged ~12",
        "not ~3 proud|PRAISED|*est",
        "on_sale again|from|at|since_",
        "were|was ~2 proud of",
        "proud of|to ~3 not",
        "we|i|our ~3 did|have|had|do|were|was not ~6 who|PRIZED",
        "failed|betrayed|broke|ignored|hurt|lied|neglected|excluded|insulted ~8",
        "not enough|good_enough|stand_up|live_up",
        "he|she|they|who|colleague|pupil|student|winner|reader|mr|mrs|ms|dr ~3 won ~3 award|prize|title|competition|race",
        "sale|offer|offers|promotion|deal|deals|discount ... ,|and not",
    ),
    families=_FAMILIES,
)
