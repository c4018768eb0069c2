"""Does the text pity us, or praise and sell us?"""

from collections.abc import Iterator

from bot.lint.labels import Label
from bot.lint.model import Context, Finding, finding
from bot.lint.phrases import spans, table
from bot.lint.text import Text

_FAMILIES = {
    "HARD": (
        "difficult hard tough painful upsetting challenging trying terrible stressful emotional devastating awful rough exhausting bruising"
        " distressing sad traumatic dark horrible heartbreaking agonising harrowing miserable worst humbling gruelling brutal hell"
        " nightmare humiliating unpleasant"
    ),
    "US": (
        "us me all_of_us our_team our_staff our_company our_brand our_organisation our_family our_colleagues our_people our_employees"
        " our_crew our_volunteers our_whole our_entire the_team the_whole_team the_entire_team everyone_here everyone_at everyone_in"
        " everyone_on my_family my_team my_staff those_of_us all_at each_of_us our_small our_little our_business everyone_who_works"
    ),
    "WOUNDED": (
        "devastated heartbroken heart-broken gutted mortified crushed shaken suffering exhausted hurting in_tears in_pain in_shock shattered"
        " distraught traumatised demonised vilified attacked abused harassed bullied victim victims persecuted hounded drained bruised"
        " humiliated crucified pilloried trolled hated heartsick stressed sad losing_sleep under_attack wounded struggling"
        " miserable embarrassed burnt_out broken as_upset just_as_upset more_upset more_hurt under_fire the_target the_victims"
        " overwhelmed_by_the_hate beside_ourselves unfairly torn_apart dragged feeling_low feeling_terrible worn_out"
    ),
    "VALUES": "values value beliefs belief brand mission culture identity standards ethos principles commitment heritage dna philosophy purpose ideals tradition vision everything_we_do promise spirit",
    "CAUSE": "diversity equality inclusion inclusivity quality excellence sustainability representation respect integrity fairness transparency accuracy innovation journalism safety privacy community beauty empowerment serving providing delivering offering promoting celebrating supporting creating helping fostering building empowering our_customers our_community our_fans our_guests our_values our_readers our_members the_highest the_best customer_service great_service service women equity being_a being_the making_the making_every",
    "GOODS": "range collection menu album season line product products service app feature model flavours flavour shop store sale summer_sale offers deals offer catalogue website blog podcast store gift_shop arrivals",
}

_PITY = table(
    "HARD ~4 for|on|to US",
    "BE|been ~3 HARD ~3 for|on|to US",
    "HARD|long ~1 day|days|week|weeks|time|night|month|few_days for US",
    "like|want|wants my|our life|lives|weekend|sleep|peace back",
    "we|i BE|feel ~3 WOUNDED !that|if|to_have|by_our_own|by_what_we|we",
    "we|i have ~1 been ~2 WOUNDED",
    "our|my ~2 team|staff|people|colleagues|employees|volunteers|family|intern|children|office|editors|writers|moderators HAVE|BE|feel|been ~3 WOUNDED|abuse|threats|hate",
    "our|my ~2 team|staff|people|colleagues|employees|volunteers|family|editors|moderators HAVE ~2 received|had|endured|faced|suffered|got|been_through|taken",
    "nobody|no_one ~1 feels|feel|is|could_be|regrets|suffers|suffered|hates ~3 worse|more|sorrier|sadder|harder",
    "hurts|pains|hit|hits|hurt|saddens|breaks|broke|cut|stings|stung us|me|our_hearts|our_heart|my_heart ~1 too|as_well|deeply|most|more|hard|also|to_read|to_see|badly?",
    "our|my heart|hearts is|are|was|were ~1 broken|heavy|breaking|bleeding|aching",
    "sleepless night|nights",
    "not slept|sleeping|sleep",
    "lost|losing sleep|friends|followers",
    "death threats",
    "hate mail",
    "cried|tears in|at|all|when|were|in_our",
    "witch-hunt|witchhunt|pile-on|pile-ons|lynching|lynched",
    "witch hunt",
    "public face of",
    "trial by ~1 media|twitter",
    "unfair|unfairly|harsh|harshly ~2 treated|attacked|criticised|targeted|blamed|singled_out|criticism|treatment|on_us|judged",
    "treated ~1 unfairly|harshly|like_criminals",
    "criticism|abuse|hate|backlash|reaction|comments|replies|attacks|anger|messages|vitriol ~4 been|is|was|were|has_been|have_been ~2 hard|tough|hurtful|difficult|painful|overwhelming|too_much|relentless|vile|brutal|unbearable|cruel|upsetting|unfair",
    "everything|all|what|lot we|i have|had|'ve ~1 been_through|gone_through|suffered|endured|to_go_through|to_deal_with",
    "taken|taking|took its|a|an|such_a ~2 toll",
    "ordeal for us|me|our",
    "imagine how we|i",
    "spare a thought",
    "please|also? be kind to us|our|each",
    "we|i are|am ~1 people|human|humans too",
    "damage|harm|blow to our|my reputation|brand|name|business|career|image",
    "our|my reputation has|is|was|will ~2 suffered|damaged|hurt|ruined|tarnished",
    "we|i became|become|was_made|were_made|lost|suffered|paid|endured|cried ~6 price|job|career|followers|target|villain|victim|face|sleep|abuse|hate|criticism|enough|dearly|greatly|terribly|laughing_stock|punchline|scapegoat|sponsors",
    "cost|costing us|me ~4 friends|followers|customers|job|sleep|dearly|thousands|sponsors|reputation|a_lot|donors",
    "demonised|vilified|crucified|pilloried|persecuted|scapegoated|scapegoat",
    "upsetting|embarrassing|humiliating event|moment|experience|episode|day|week ~1 for|to US",
    "had|have|having a|an|such_a|the ~2 HARD ~2 day|week|time|month|night|weekend|days|weeks",
    "worst day|week|days|moment|time of|in my|our",
    "we|i feel ~2 awful|terrible|sick|dreadful|rotten|horrible|wretched|so_bad|really_bad !that_we|for_the_people|for_you|about_hurting",
    unless=(
        "your|their|his|her|families|famil* ~2 ordeal|nightmare|tears|pain|grief|loss",
        "survivors|victims|victim of ~3",
        "we|i|our ~4 caused|gave|cost|made|given you|them|people|families|everyone|the|patients",
        "for|on you|them|those|everyone_who|everyone_affected|families|the_family|the_families|patients|people",
        "abuse|threats|hate against|towards|to you|them|her|him",
        "not hard|difficult to",
    ),
    families=_FAMILIES,
)
_VALUES = table(
    "core|central|fundamental|essential|important to|of our|who_we|what_we|everything_we ~2 VALUES|are|do|stand_for|believe?",
    "at the ~1 heart|core|centre of ~2 our|who_we|what_we|everything_we ~1",
    "part of our|who_we ~1 VALUES|are|story|journey",
    "reflect|reflects|represent|represents|reflective_of|representative_of|consistent_with|in_line_with|true_to|aligned_with|align_with|up_to|contrary_to|against|compatible_with ~2 our|my|the_brand|company ~3 VALUES|work|company|who_we_are|high|usual",
    "reflect|represent|reflects|reflective_of|representative_of|not|contrary_to who|what we are|stand_for|believe|believe_in|do|about",
    "not who|what we are|stand_for|believe|about",
    "fall|fell|falls|fallen|falling short of our ~3 VALUES|expectations",
    "our|my ~3 values|mission|heritage|legacy|track_record|core_beliefs|proud_history|commitment_to|dedication_to|passion_for|ethos|long_history|world-class|vision|purpose !of_the|in_the_e-mail ~1",
    "passionate about|supporters|advocates|champions",
    "proud|privileged|honoured to|of|that|supporter|supporters|history|member|sponsor|partner|tradition|record",
    "pride ourselves|itself|myself on|in",
    "take|takes|took|taking ~1 pride in",
    "take|takes|took|taking ~8 very|extremely|incredibly|so|most seriously",
    "take|takes|took|taking ~2 data|security|privacy|safety|quality|accuracy|inclusion|diversity|equality|matters|these_matters|responsibility|responsibilities ~4 seriously",
    "we|i|company|brand|team continue|continues|remain|remains ~3 advocate|advocates|supporter|supporters|champion|champions|leader|leaders|committed|dedicated|proud|pioneer|pioneers|partner|passionate|devoted",
    "we|i|brand|company are|am|is|be ~3 advocate|advocates|supporters|champions|champion|pioneer|pioneers|leader|leaders of|for|in",
    "we|brand|company|which|who|that|i ~2 value|values|celebrate|celebrates|champion|champions|cherish|embrace|embraces|stand_for|stands_for|stand_against|strive|strives|believe_in|believes_in|are_known|is_known|are_famous|are_renowned ~1 diversity|quality|every|all|our|for|to|the|equality|excellence|respect|inclusion|that|people|women|your|each|you",
    "we|i|company|brand|who|that|family|team|organisation|charity|station|paper|newspaper|school have|has|had ~1 always|long|consistently|proudly !known|wanted_to_say",
    "committed|commitment|dedicated|dedication|devoted|strive|strives to ~1 CAUSE",
    "we|i|who|team|staff|journalists|people work|works|worked ~1 hard|tirelessly|day_and_night|every_day|around_the_clock to|for|on|and",
    "we|i do|does our|my very? best|utmost",
    "we|i ~1 care|cares ~1 deeply|passionately|about|so_much|very_much !what_we_wrote ~1",
    "our ~1 customers|guests|community|readers|fans|members|listeners|passengers ~2 our|my ~2 priority|heart|centre|everything",
    "number|top|first|highest ~1 priority",
    "means everything|the_world|a_lot to us|me",
    "as a|an ~2 proud|loving|caring|responsible|leading|inclusive|family|mother|father|parent|feminist|veteran|christian|ally",
    "a|an|our proud ~1",
    "known|famous|renowned|celebrated for our|its|their|quality|great|excellent|the",
    "highest|utmost|gold|world-class|exacting|high ~1 standards|standard|quality|respect|integrity|regard",
    "award-winning|industry-leading|world-leading|market-leading|best-loved|world-class|family-owned|family-run|world-famous|cutting-edge",
    "award|awards for|winning|last_year|this_year|we_won",
    "leading|favourite|number_one|largest|finest|premier|best-loved|best|trusted ~1 brand|provider|company|supplier|retailer|airline|charity|bank|hotel|maker|publisher|platform|choice|name in|of|for?",
    "for more_than|over|nearly|almost|the_past|the_last? ~2 years|decades|generations ,? we|our|has|have|i",
    "for|over decades|generations|a_century|a_decade",
    "since ~1 ,? we|our have|has|company|family",
    "won|winning|winner|winners ~4 award|awards|prize|prizes|title",
    "we|who|that|team have|has|already? ~1 won|raised|donated|served|helped ~3 million|millions|thousands|award|awards|people|charities|customers|families|happy",
    "millions|thousands of happy|satisfied|loyal|customers",
    "trusted by",
    "one of the ~1 best|leading|most|largest|finest|few|first",
    "second to none",
    "zero tolerance|zero-tolerance",
    "journey of|to|towards|as|together|ahead|we|is|has|continues|with_you",
    "our|a|this|the|this_is_a learning|growth|brand|transformation? journey|self-discovery",
    "self-discovery|teachable_moment|learning_curve|learning_experience|learning_opportunity|growth_opportunity",
    "opportunity|chance to|for ~2 learn|grow|improve|reflect|show|listen|growth|better|remind",
    "learn|grow|emerge|come_back|become|come_out|make_us|makes_us|made_us ~5 stronger|better_brand|better_company|better_people|wiser|better_version|better_organisation",
    "new|next|exciting chapter|era|beginning|adventure|future",
    "stronger than ever",
    "exciting|big|great news|plans|times|things|announcement|announcements|new|future|changes",
    "beginning of a|our|something",
    "who we are and",
    "proud to|of ~5",
    unless=(
        "not proud",
        "proud of ~3 not",
        "proud of this|that|it|what_we",
        "we|i hurt|betrayed|ignored|broke our|the ~1 values",
        "prize|award winner|winners|ceremony|is|was|goes|went",
    ),
    families=_FAMILIES,
)
_SELLING = table(
    "check out our|the|my|this ~3",
    "discover|explore|browse|shop our|the|my|all ~3 GOODS|new|latest|range",
    "do not miss !the_last_bus ~1 our|out|the|this ~4",
    "hurry ,? while|offer|only|before|to",
    "sign up|subscribe now|today|for_our|to_our",
    "order|buy|book|shop|download|join|donate|subscribe|pre-order now|today",
    "visit our shop|store|new|stores|online",
    "take|have a look at our ~1 new|latest|GOODS",
    "have you seen|tried|met|visited|heard our|the",
    "come and see|try|visit|taste|enjoy our|the|us",
    "try|enjoy|love|meet our|the new|latest|famous|delicious|award-winning",
    "follow us for|on|to",
    "like and share",
    "while you are here|there|at_it|waiting",
    "while we have your|you",
    "in the meantime ,? why|enjoy|check|discover|browse|shop|take|have|feel",
    "why not ~1 try|visit|treat|browse|check|join|come|book|enjoy|use|take|celebrate|sign",
    "did you know that|we|our",
    "treat yourself",
    "available|out|on_sale now|in_stores|from_today|everywhere",
    "our ~1 new|latest|brand-new ~2 GOODS is|are ~1 here|out|available|now|live|waiting",
    "do not forget to ~1 subscribe|follow|visit|like|share|check|book|order|sign|tune|download|vote",
    "by the way ,? our|we|did|have|there",
    "our ~2 sale|offers|deals|promotion ~1 starts|start|is_on|are_on|continues|is_now_on",
    "limited|special time|offer|edition|offers",
    "great|unbeatable|amazing|fantastic|best deals|offers|value|prices|products|service",
    "bestseller|bestsellers|best-seller|bestselling|best-selling",
    "free shipping|delivery|gift on|with|for all|every|orders|over",
    "use|enter|with ~1 code",
    "promo|discount|voucher|coupon code",
    "% off|discount",
    "percent|per_cent off|discount",
    "half|two|buy price|for_one|one_get",
    "stay tuned for",
    "tell your friends",
    "remember ,? we|our ~2 best|offer|always|still",
    "still the best",
    unless=(
        "refund|refunds|compensat*|reimburs*",
        "make it|this? up to|for",
        "make amends",
        "as an|our apology",
        "for your|the trouble|patience",
        "on us|the_house",
        "free of charge",
        "honour the|every|all|that",
        "not !forget|miss|just|only ~1",
        "instead|rather",
        "wrong|right|correct ~3 code|offer|discount",
        "instead|rather|not|wrong|wrongly|incorrect|incorrectly|mistakenly|expired|correct|right|old|broken ~6 code|price|offer|discount|sale|off|%",
        "code|offer|sale|price|discount|voucher|link ~4 wrong|incorrect|expired|not|ended|should|works",
        "goes|go|went on sale",
        "% off ~6 not|was|is|should",
    ),
    families=_FAMILIES,
)


def check_ourselves(text: Text, _context: Context) -> Iterator[Finding]:
    """Yield every place that pities us or promotes us."""
    yield from (finding(Label.SELF_PITY, span) for span in spans(text, _PITY))
    yield from (finding(Label.SELF_PROMOTION, span) for span in spans(text, _VALUES, _SELLING))
