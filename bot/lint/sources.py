"""What puts it on those who told us, wrote for us or did it in our name."""

import re

from bot.lint.agents import AGENTS
from bot.lint.model import Context, Span
from bot.lint.phrases import table
from bot.lint.text import Text

SOURCES = table(
    "because|since DET ~3!our|my staff|crew|COMPANY|ROLE|somebody|someone ~1!was|were read|misread|wrote|gave|forgot|lost|sent|mixed|used|took|left|missed|failed|entered|typed|printed|misunderstood|confused",
    "ROLE|HELPER|COMPANY|parents|parent|family|organisers ~1 had|has assured|told|promised|misinformed|misled us|me !about|of|twice|how",
    "DET ~2!our|my ROLE|COMPANY was|were ~1 slow|careless|sloppy|confused|negligent|unwilling",
    "MACHINE ~4 by_itself|on_its_own|automatically",
    "one|some|group of our|my|the ~1 fans|supporters|followers|guests|stewards|readers|listeners|visitors ~2 shouted|threw|sang|chanted|posted|painted|hung",
    "on_behalf_of DET ~2 COMPANY|contractor|contractors|caterer|caterers",
    "on|to ~1 what ~2 was|were|had_been ~1 told|given|supplied ~1 by !you|us",
    "our|the|my ~3 HELPER|TEAM is|was very_new|quite_new|rather_new|still_new|brand_new|new_and|new_.|new_to|young_and|still_learning|in_training",
    "our|the ~2 HELPER|COMPANY|MACHINE|ROLE|centre had|has|suffered|experienced a|an ~2 fire|flood|power_cut|strike|breakdown|shortage|backlog|leak|accident|short_circuit",
    "DET ~1 sensor|detector|camera|scanner|meter|gauge|clock|system|server|equipment|machine|printer|till|alarm ~3 was|were|had_been|turned_out_to_be|proved ~1 defective|faulty|broken|miscalibrated|unreliable|hacked",
    "matter|question|issue for DET ~2!our|my ROLE|COMPANY|HELPER ,? !to_decide|and_not",
    "DET ~2 ROLE|COMPANY|HELPER that|who|which makes|prints|runs|supplies|delivers|writes|handles|provides|produces|sends|cleans|manages|made|printed|supplied|delivered|wrote ~5 *ed|PAST",
    "it was DET ~3 ROLE|HELPER|COMPANY|referee|driver|players who|that !NO_BLAME|SAID_IT *ed|PAST",
    "we|i ~4 let_down by !us|our|ourselves",
    "person|individual|one|those|people|employee who|that ~1 made|did the|this|that|it ~2 ERROR|THING|remark|remarks",
    "person|individual|one|those|people|employee who|that ~1 posted|sent|wrote|shared|tweeted|approved|pressed|caused|created|uploaded|published|ran !in|to_us|us",
    "blindsided|ambushed|wrong-footed by",
    "caught ~1 off_guard|unawares by",
    "written|drafted|scripted|prepared|prewritten|composed|put_together for me|us",
    "we|i were|was ~1 told|assured|informed|promised|advised !by_you|by_readers that|the|it|he|she|they|there|everything|this",
    "source|sources|informant|informants|adviser|advisers|consultant ~8!we|i was|were|proved|turned_out ~2 wrong|incorrect|mistaken|unreliable|false",
    "information|data|figures|numbers|facts|photo|photos|image|images|picture|copy|text|details|list|file|dates|date|statistics|quote|material|statement|schedule|name|names|story|claim|rumour that|which? we? HAVE|BE? ~1 given|supplied|provided|passed|fed|sent to_us? by|from",
    "information|data|figures|list|photo|details we|that ~1 received|got|obtained|relied_on|were_given ~1 from|by|was|were !you|readers|customers|members",
    "was|were|had_been advised|informed|told|assured|misinformed|misled ~1 by !you|readers|us|me|our|viewers|listeners|customers|one_of_our ~5 that",
    "we|i BE ~1 given|told|misinformed|misled|supplied|sent|fed|assured|advised|led_to_believe|tricked|fooled|duped|deceived ~2 by|that|wrong|incorrect|bad|false|inaccurate",
    "alert|data|feed|figures|forecast|report|map|information|press_release|statement|tweet|post from|by ~4 was|were wrong|incorrect|inaccurate|faulty|misleading|outdated",
    "our source|sources was|were|had|gave|told|said|got",
    "not|never ~1 sent|posted|tweeted|shared|written|authorised|approved|created|made|produced|published|issued|sanctioned by us|our|anyone|me|the",
    "not ~1 our|my fault|doing|error|decision",
    "BE not us|me|her|him",
    "not ~1 represent|reflect ~4 views|opinion|opinions|views_of",
    "no way ~1 represent*|reflect*",
    "without ~1 approval|authorisation|knowledge|sign-off of ~5 management|team|governors|board|head|headteacher|editor|office|council|leadership|committee|trustees|managers|director",
    "without our|my knowledge|consent|approval|permission|authorisation",
    "like|as many|all|every|most other ~2 brands|companies|outlets|organisations|media|sites|newspapers",
    "according to what|the_information we|our|they",
    "relied|based|relying on ~3 supplied|provided|incorrect|wrong|false|inaccurate|third-party|unverified|from",
    "outside|beyond our|my control",
    "we|i ~1 had? ~1 booked|hired|ordered|engaged|commissioned|reserved ~3 never|did_not|failed_to|let_us|pulled_out|cancelled",
    "told|assured|assures|promised|confirmed ~1 us|me|to_us|to_me ~1 that? ~1 it|everything|all|there|this|they|he|she ~1 was|were|is|had_been|would_be ~2 true|fine|safe|correct|right|genuine|ok|okay|authentic|in_order|legal|cleared|real|reliable|done|sorted|fixed|dealt",
    "he|she|they|who said|promised|assured ~3 he|she|they would|will|had ~1 deal|fix|change|remove|correct|sort|take|handle|see_to|attend|done|fixed|changed|removed|dealt",
    "forecast|forecasts|readings|sensors|system|systems|software|records|data|database|register|model|test|map ~6!our told|assured us|me",
    "lawyers|consultants|contractors|subcontractors|suppliers|couriers|designers|printers|technicians|engineers|builders|agents|promoters|organisers|developers|translators ~1 had ~1 !NO_BLAME|repaired|restored|to|been|no *ed|PAST|put",
    "outside|external|private|separate|different|specialist|another|partner|contracted firm|company|contractor|provider|agency|supplier|operator|business|team|service ~3 provides|provide|handles|handled|runs|ran|manages|managed|carries|supplies|operates|operated|does|did|looks|takes_care|is_responsible|was_responsible",
    "provided|handled|run|managed|operated|organised|staffed|made|built|produced|carried_out|done|looked_after ~2 by|to an|a|another|our|the outside|external|private|separate|different|specialist|partner|contracted ~2",
    "outsourced|subcontracted|contracted_out ~2 to",
    "ERROR|fault|doing|failing by|of|on_the_part_of that|those|another|an_outside|an_external|some_of_the|one_of_the|the ~2 firm|firms|company|companies|factory|factories|plant|plants|HELPER|COMPANY|supplier",
    "DET ~2!our ROLE|COMPANY|HELPER can|could|cannot|has|had neither|not|no_longer ~1 find|say|tell|explain|trace|confirm|account",
    "a|one|some|single|the person|individual|man|woman|human|operator|member_of_staff|someone|somebody ~3 sent|pressed|pushed|hit|clicked|chose|selected|used|posted|forgot|left|made ~6 by_mistake|in_error|wrong|accidentally|mistakenly|mistake|error",
    "he|she|they|who had ~1 been ~1 told|warned|asked|reminded|instructed ~3 before|already|repeatedly|times|several|not_to|more",
    "talk|talking|word|words|conversation|chat with our|the|that|this ~3 HELPER|COMPANY|it_firm|it_department|firm",
    "people|anyone|anybody|some|you|everyone|readers|customers ~2 would|could ~1 be|get|feel|take ~2 so|that|this|such ~1 sensitive|offended|upset|touchy|thin-skinned|angry|offence|seriously|personally|literally",
    "users|trolls|vandals|visitors|people|pranksters|hackers|strangers|someone|somebody ~1 taught|fed|tricked|trained|talked|goaded|pushed|made|got|provoked|flooded|poisoned our|the|my ~2 MACHINE|assistant|model",
    "access|account|log-in|login|password|permissions ~2 has|have|had|was|were been? ~1 revoked|withdrawn|blocked|disabled|suspended",
    "has|have|had no|little|hardly_any ~1 influence|control|say|power over|in|about|on_what|on_how|on_who|on_which",
    "widely|often|largely|generally|completely|totally|wilfully|deliberately ~1 misread|misunderstood|misinterpreted|misconstrued",
    "he|she|they|you|people|readers|customer|guest|caller ~3!we|i misheard|got_the_wrong|get_the_wrong|had_the_wrong|confused_us|mixed_us_up|mistook_us",
    "READER|there_were|are_those ~12 read|reads|reading into it|them|this|that|our|the|these|his|her ~2",
    "the|a|one person|colleague|man|woman|individual|employee|volunteer|editor who ~5 overlooked|forgot|misread|failed|mixed|confused|deleted|copied|chose|laid_out|put|pressed|hit|typed ~1 !us|me|this_letter",
    "against|contrary_to|ignoring|in_spite_of|in_breach_of our|my|the|clear|express|explicit ~2 instructions|wishes|orders|instruction|briefing|brief",
    "private|personal|individual ~1 capacity|initiative",
    "not ~1 speak|speaks|spoke|speaking|talk for|on_behalf_of us|the_club|the_company|our|me|all|the_party|the_team|the_firm",
    "without ~3 knowing|knowledge ~1 of_it|about_it",
    "posted|written|sent|made|said|published|placed|put_up|uploaded|shared ~2 by someone|somebody|others|one_of_the|one_of_those|a_person|an_individual|people",
    "supplier|suppliers|manufacturer|contractor|distributor|importer|wholesaler|vendor|courier|caterer ~3 had|has|did|failed ~1 !NO_BLAME *ed|PAST|not|to|forgotten",
    "demand|demanded|demanding|seek|seeking|asked_for|sought ~3 answers|explanation|compensation|explanations ~1 from !us|our",
    "we|i only ~2 published|printed|repeated|passed_on|reported|relayed|quoted what",
    "not of our|my ~1 own? making|choosing|doing",
    families=AGENTS,
    unless=(
        "we|i BE told|asked ~1 by ~3 you|readers|customers|viewers|listeners|patients|parents|pupils|guests",
        "we|i BE not told",
        "we|i BE|as the one|ones|person|people",
        "as the one|person|man|woman|ones who",
        "soon|moment|minute|after|once|until|when as? we|i were|was ~1 told|informed|advised",
        "we|i ~1 supplied|provided|delivered|asked|gave",
    ),
)
_NAMED_SOURCE = re.compile(  # “the USGS alert was wrong”: another one's initials
    r"\b([A-Z]{2,})(?:'s|’s)? (?:[a-z]+ )?(?:alert|data|feed|figures|forecast|map|report|numbers) (?:was|were) (?:[a-z]+ )?(?:wrong|incorrect|inaccurate|false|faulty)"
)


def named_sources(text: Text, context: Context) -> list[Span]:
    """Return every place that blames what another one, known by its initials, has issued."""
    named = _NAMED_SOURCE.finditer(text.raw)
    return [Span(one.start(), one.end()) for one in named if one.group(1) not in context.names]
