"""Does the text put our own suffering first?"""

from collections.abc import Iterator

from bot.lint.asides import apart, without_asides
from bot.lint.burden import BURDENS
from bot.lint.labels import Label
from bot.lint.model import Context, Finding, finding
from bot.lint.phrases import spans, table
from bot.lint.selftalk import laments
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
        " miserable burnt_out broken as_upset just_as_upset more_upset more_hurt under_fire the_target the_victims"
        " overwhelmed_by_the_hate beside_ourselves unfairly torn_apart dragged feeling_low feeling_terrible worn_out insulted mocked ridiculed threatened slandered belittled bombarded showered shunned betrayed misunderstood misjudged condemned ruined wrecked tormented isolated abandoned wronged disrespected slated savaged lambasted roasted cancelled"
        " sad upset_by depressed weary drained_by afraid scared frightened lonely desperate hated sleepless numb inconsolable overwhelmed despairing dejected downcast crestfallen heart-sick stressed_out on_edge frayed at_breaking_point burned_out ground_down hit_hard stricken traumatized"
        " hunted targeted destroyed chased cornered hounded_by"
    ),
}

_PITY = table(
    "hardly|barely|scarcely|no_longer ~1 bear|stand|take|cope|endure|sleep|breathe|face",
    "we|i have|had|'ve paid ~2 dearly|heavily|bitterly|price|for_it|for_this|for_that",
    "bitter|black|sad|dark|low|painful ~1 moment|hour|chapter|time|day|point for|in US|our !town|city|country|nation|national|state|collective|shared|region|world|community",
    "has|have|is|was ~1 been ~1 very|extremely|deeply|so|really|most ~1 upsetting|hurtful|painful|distressing|hard|difficult|stressful|embarrassing for US|our|my",
    "very|extremely|deeply|so|most ~1 upsetting|hurtful|painful|distressing|stressful for our|my|us|me",
    "we|i have|had become|been_made|turned_into ~4 target|victim|villain|face|scapegoat|punchline|laughing_stock|outcast|enemy",
    "we|i BE|feel|felt ~2 hurt|offended|wounded|stung|insulted|appalled by",
    "you can|could|will not|never ~1 imagine|know|believe|understand ~6 we|us|i|me|our",
    "you have no idea ~6 we|us|i|me|our",
    "no idea|clue what|how it ~1 is|feels ~2 like|to|be",
    "hard|difficult|tough|painful to take|bear|stomach|swallow|endure|stand",
    "for US ~3 this|it|that is|was|has_been a|an|the ~2 disaster|nightmare|catastrophe|blow|shock|tragedy|test|ordeal",
    "disaster|catastrophe|blow|shock|setback|trauma for US",
    "go|going|gone|went|live|lived through something|anything|so_much|such|all_this|this",
    "left|leaves|leaving ~3 marks|mark|scars|scar|traces|wounds on|in|with us|me|our",
    "we|i|us|have|has|had|and ~2 lost|losing ~4!your|his|her|their|the followers|customers|members|subscribers|sponsors|donors|friends|orders|revenue|advertisers|income|business|bookings",
    "our|my ~2 team|staff|employees|people|volunteers|family|colleagues|children ,? who|they ~2 WOUNDED|suffer|suffering|pay|paying",
    "think of us|me|our",
    "may|might|will|could|would not survive|recover|last|make_it|get_over",
    "put|putting my|our ~1 family|children|team|wife|husband|parents|loved_ones|staff through",
    "pain|stress|distress|suffering|hardship|anguish|strain for|to|on my|our ~1 family|children|wife|husband|parents|team|staff|loved",
    "put|putting yourself|yourselves in our|my|the ~1 shoes|place|position|situation",
    "we|i BE ~3 victims|victim|sufferers|losers|scapegoats|scapegoat|target|targets",
    "not ~1 easy|pleasant|nice|fun|pretty ~1 for us|me|our|my|any_of_us|all_of_us",
    "survival|existence|future of our|my",
    "ruined|spoilt|spoiled|wrecked|destroyed|shattered my|our ~2 life|lives|summer|holiday|weekend|week|day|year|season|evening|family|health|marriage|dream|dreams|work|peace|birthday|christmas|wedding|reputation|career",
    "punishment|punished|penalty ~5 feel|we|i|us|me|enough",
    "what|as|how i|we ~1 feel|felt ~1 now|right_now|today|these_days|since|inside|ourselves|myself",
    "our ~1 families|family|parents|health|lives is|are|was|were|has|have|suffer|suffers|get|gets",
    "i|we can|could|must|will not ~1 continue|carry_on|go_on ~1 as|to_be|in|like_this|my|our",
    "our|my|all_our ~2 members|fans|players|pupils|students|volunteers|readers|choir|board|club|community|bakers|nurses|teachers|drivers ~2 BE|have_been|feel|has_been ~3 WOUNDED",
    "it|this hurts|pains|stings|wounds|breaks ~1 to|when|being|that_people|deeply|us|me|our|my",
    "i|we ~3 receiv*|get|got|read|reading|endure|face|open|answer|find|delete|see|with|from ~3 hate|hateful|abusive|nasty|insulting|threatening|vile|angry|furious|horrible ~1 messages|message|mails|mail|e-mails|comments|letters|calls|replies|posts|tweets|voicemails",
    "hate|hateful|abusive|nasty|insulting|threatening|vile ~1 messages|mails|mail|e-mails|comments|letters|calls|replies|posts|tweets ~2 i|we|us|me",
    "pay|paying|paid|pays ~1 a|the|such ~2!wrong|full|higher|lower|right|old|new|correct|double|entry|normal|reduced|same|ticket price|toll !of|for_your|twice",
    "dragged|pulled|hauled ~3 through the mud|dirt|mire",
    "at the end of our|my|their ~1 strength|tether|rope|wits",
    "phone|phones|inbox|inboxes|lines ~2 not ~1 stop|stopped|been|silent",
    "not stopped ringing",
    "done|does|doing|did to us|me|my|our ~1",
    "how|words|describe|express|imagine ~3 awful|terrible|bad|devastated|sick|low|heartbroken|wretched|dreadful|small we|i",
    "what we|i|my_family|our_team|my_team have|has|are|am|went ~1 been_through|going_through|gone_through|suffered|endured|through|experienced",
    "cost|costs|costing us|me my|our|a|the|so|sleep|dearly|friends|years|more",
    "kept|keeps|keeping|leaves|left|made|makes|has|gives|gave us|me|our_team|everyone_here|all_of_us ~2 awake|up_at_night|sleepless|sick|cry|speechless|in_tears|in_shock|devastated|reeling|shaken|shattered|up_all|despair|nightmares",
    "we|i|team|staff|colleagues|family have|has|had had_to|to ~2 cancel_my|cancel_our|endure|read|listen|hear|face|live|go_through|deal|put_up|move_house|leave_my|leave_our|hide|close_our|delete_my|delete_our|change_our|change_my|resign|take_so|cope|give_up|watch",
    "my ~1 children|kids|son|daughter|wife|husband|mother|father|parents|family|health|marriage|friends|grandchildren is|are|was|were|has|have|had|get|gets|suffer|suffers|cannot|can|no_longer|do|does|did !my|our|access|hold|posted|used|played|pressed|typed|sent|wrote",
    "people|person|human|humans|human_being|human_beings|men_and_women ~2 with ~1 feelings|families|hearts|emotions",
    "behind|at ~3 account|page|post|screen|logo|brand|name|newsletter|counter ~1 is|are|sit|sits|stand|there_are|there_is ~3 people|person|human|humans|human_being|human_beings|someone|men",
    "has|have been ~1 crying|sleepless|in_tears|unable_to|bombarded|shunned|laughed|spat|shouted|yelled|insulted|threatened|mobbed|ruined|devastated",
    "ashamed|afraid|scared|unable|dread|dreading|frightened to ~2 go|open|look|leave|read|answer|come|show|face|walk|pick",
    "being|been|be|get|gets|got|are publicly|constantly|openly|also|now|just|even? teased|bullied|shouted|spat|yelled|insulted|threatened|mobbed|laughed_at|stared|whispered|ridiculed|shunned|sworn",
    "what is|'s|has_been|was ~1 being written|said|posted about us|me",
    "read|hear|see|written|said|writing|saying|posting ~4 about us|me|our_team|our_staff|my_family",
    "nobody|no_one|none_of_you ~2 suffering|suffers|hurting|hurts|sorrier|regrets|more ~3 than|as ~1 i|we|us|me",
    "suffering|suffer|hurting|hurt ~1 more|most|as_much ~2 than|as i|we|us|me|anyone",
    "weighs|weigh|weighed|weighing ~1 heavy|heavily|on_my|on_our|on_us|on_me ~3",
    "sits|lies|hangs ~1 heavy|heavily",
    "we|i|staff|team ~2 lost ~2 confidence|weight|everything|friends|faith|trust_in|will|contracts|sponsors|customers",
    "not deserve|deserved ~3 this|that|such|it|headlines|treatment|hatred|to_be",
    "we|i ~1 are|am|feel|felt|was|were ~2 at_rock|at_our_lowest|at_my_lowest|at_breaking|at_our_wits|at_my_wits|at_the_end_of|on_the_floor|inconsolable|disconsolate|desolate|numb|sleepless|alone|helpless|desperate|speechless|in_pieces|a_wreck|wrecks|not_ourselves|not_myself|not_well|unwell|scared|afraid|frightened|lonely|lost|paralysed|deflated|demoralised|disheartened|depressed",
    "hard|tough|difficult|rough|awful|bad|terrible|long|dark few|couple_of|first? ~1 days|weeks|hours|months ,? ~1 for|here|at|in|.|,",
    "took|takes|taken ~3 courage|strength|everything_we|everything_i|everything_out",
    "HARD ~4 for|on|to US",
    "HARD|long ~1 day|days|week|weeks|time|night|month|few_days for US",
    "we|i BE|feel ~3!sorry|you|they|people|that|the|a|an|all|any|your|every|replacing|repairing WOUNDED !to_learn|to_hear|to_read|that|if|to_have|by_our_own|by_what_we|we",
    "we|i have ~1 been ~2 WOUNDED",
    "my|our ~2 family|wife|husband|children|kids|parents|mother|daughter|son|partner|team|staff|colleagues|employees|people|crew ~1 HAVE|BE ~2 WOUNDED|suffered|crying",
    "nightmare|torture|hell|misery|agony|ordeal ~3 for US|everybody|everyone",
    "feel|feeling|felt ~2 terrible|awful|dreadful|sick|ill|horrible|miserable|wretched ,|and|about_all|.|!",
    "can|could not ~1 sleep|stop_crying|take_any|bear",
    "we|i|and|team|staff|family|us ~2 can|could not ~1 eat|work|go_on|take_it",
    "we|i BE|feel|felt ~2 hurt|upset|offended|wounded|stung|shocked|saddened|attacked|disappointed by|at|that ~1 the_reaction|the_way|the_criticism|the_tone|the_response|your|some|these|many|how|comments|replies|people|all|being",
    "our|my ~2 team|staff|people|colleagues|employees|volunteers|family|intern|children|office|editors|writers|moderators HAVE|BE|feel|been ~3 WOUNDED|abuse|threats|hate",
    "our|my ~2 team|staff|people|colleagues|employees|volunteers|family|editors|moderators HAVE ~2 received|had|endured|faced|suffered|got|been_through|taken ~4 abuse|threats|insults|hate|hatred|harassment|calls|messages|enough|lot|beating|blow|blows|battering|hell|so_much|awful|terrible|badly",
    "nobody|no_one ~1 feels|feel|is|could_be|regrets|suffers|suffered|hates ~3 worse|more|sorrier|sadder|harder",
    "hurts|pains|hit|hits|hurt|saddens|breaks|broke|cut|stings|stung us|me|our_hearts|our_heart|my_heart ~1 too|as_well|deeply|most|more|hard|also|to_read|to_see|badly?",
    "our|my heart|hearts is|are|was|were ~1 broken|heavy|breaking|bleeding|aching",
    "sleepless night|nights",
    "not slept|sleeping|sleep",
    "death threats",
    "hate mail",
    "we|i|staff|team|my_family|our_family|colleagues ~2 receiv*|get|getting|got|face|facing|endure|enduring ~3 threats|abuse|hate|insults|harassment|hostility|anger|vitriol|hatred|backlash",
    "our|my ~2 staff|team|people|colleagues|employees|volunteers|family|children BE ~1 afraid|scared|frightened|shocked|anxious|upset|worried|in_shock|demoralised",
    "we|i|staff|team|colleagues|us ~3 cried",
    "tears all|were|in_our",
    "witch-hunt|witchhunt|pile-on|pile-ons|lynching|lynched",
    "witch hunt",
    "hurt|hurts|upset|wounded|shaken|shocked|frightened our|my ~1 employees|staff|team|people|volunteers|colleagues|family|children|feelings",
    "attack|attacked|attacks|attacking|bashing on|against? us|me|our_charity|our_team|our_brand|our_company|our_staff|our_family|our_work|my_family|my_character",
    "used|being_used to attack|harm|hurt|damage|smear us|our|me|my",
    "give|allow|grant us|me|our_team ~2 space|time_to_grieve|time_to_heal|peace|privacy|chance|break|rest",
    "leave us|me|my_family|our_team|our_staff ~1 alone|in_peace|be",
    "respect our|my ~1 privacy",
    "give|gives|gave|deserve|deserves ~2 us|me|a ~2 second chance",
    "victims|victim too|as_well|ourselves|myself|here",
    "our|my|we|i ~3 HAVE|BE|been ~2 subjected|exposed to ~4 abuse|threats|hate|attacks|insults|harassment|vitriol|comments|messages",
    "humiliated|punished|criticised|insulted|suffered|abused enough|already",
    "through ~2 hell|nightmare|ordeal|storm",
    "went|gone|going|been|go|lived through ~3 hell|nightmare|ordeal|lot|so_much|storm|terrible|awful|difficult|hard",
    "hardest|worst|darkest|toughest|saddest|lowest|longest|most_difficult|most_painful|most_stressful ~4!ERROR|THING|decision|decisions in|of|we|i|for ~2 our|my|history|ever|career|life|us|have|lives",
    "damaged|hurt|ruined|tarnished|destroyed|harmed|stained our|my ~2 name|reputation|brand|image|business|standing|work|career",
    "nobody|no_one ~1 asks|asked|thinks|thought|cares|cared|considers|sees|understands|knows ~2 how|about|what we|us|our",
    "hurt|hurts|hard|tough|difficult|painful ~1 for|to us|me|our",
    "we|i ~1 did|do not ~1 deserve|deserved",
    "suffer|suffering|suffered ~2 enough|most|too|more|greatly|terribly|as_much|as_well",
    "we|i ~1 suffer|suffered|struggle|struggled ~1 too|most|more|greatly|enough|a_lot|with_the|under",
    "feel|felt|feels sorry for us|ourselves|me",
    "pity|sympathy|compassion for us|me|our",
    "our|my ~1 pain|suffering|grief|sorrow|distress|ordeal|despair|sadness|heartache|shock|nightmare",
    "we|i BE ~2 hurting|heartbroken|broken|shattered|suffering|lost|lonely|alone|desperate|at_the_end|in_despair|in_a_dark|going_through|beside|ill_with|sick_with|sick_to|terrified|afraid_to|scared_to|devastated|distraught",
    "hard|difficult|painful|tough|awful|horrible|heartbreaking to ~1 read|see|hear|watch|bear|take|be ~3 you|your|such|these|all|criticism|comments|abuse|called|accused",
    "job|jobs|livelihood|livelihoods|future|existence ~3 at_stake|on_the_line|in_danger|at_risk|threatened|gone",
    "we|i ~2 cry|cried|crying|weep|wept",
    "punished|punishing us|me ~1 enough|too|for",
    "enough punishment",
    "feel|feels|felt like ~1 villains|criminals|the_villain|monsters|failures|outcasts",
    "trial by ~1 media|twitter",
    "unfair|unfairly|harsh|harshly ~2 treated|attacked|criticised|targeted|blamed|singled_out|criticism|treatment|on_us|judged",
    "treated ~1 unfairly|harshly|like_criminals",
    "criticism|abuse|hate|backlash|reaction|comments|replies|attacks|anger|messages|vitriol ~4 been|is|was|were|has_been|have_been ~2 hard|tough|hurtful|difficult|painful|overwhelming|too_much|relentless|vile|brutal|unbearable|cruel|upsetting|unfair",
    "everything|all|what|lot we|i have|had|'ve ~1 been_through|gone_through|suffered|endured|to_go_through|to_deal_with",
    "taken|taking|took its|a|an|such_a ~2 toll",
    "ordeal for us|me|our",
    "disappointing|humbling|embarrassing|sobering|regrettable ~1 event|incident|day|episode|chapter|situation|moment|week|experience ~2 for our|us|me|everyone|the_company|the_whole",
    "strikes|strike|struck|hits|cuts|goes at|to the ~1 heart|core",
    "sad|sadness for ~1 repercussions|consequences|people_at|my_team|our_team|me|us|ourselves|myself",
    "brunt of",
    "imagine how we|i",
    "spare a thought",
    "suffered|suffer|suffering|hurting ~2 as|like you|they|everyone|anyone|our_customers",
    "caused|brought|meant ~3 pain|grief|distress|sadness|shock|sorrow in|among|at|within our ~2 team|staff|newsroom|office|company|ranks|house|family|organisation|kitchen|ward",
    "best|happiest years of my|our life|lives",
    "this is how it_ends|we_are|i_am|you_thank|they_thank",
    "not know how|whether|if ~2 shall|will|can|could|to ~2 survive|go_on|cope|carry_on|continue|recover|make_it",
    "please|just be kind|gentle ,|.|!",
    "please|also? be kind to us|our|each",
    "we|i are|am ~1 people|human|humans too",
    "damage|harm|blow to our|my reputation|brand|name|business|career|image",
    "our|my reputation has|is|was|will ~2 suffered|damaged|hurt|ruined|tarnished|destroyed|shattered|wrecked|gone",
    "we|i became|become|was_made|were_made|lost|suffered|paid|endured|cried ~6!your|his|her|their|wrong price|job|career|followers|target|villain|victim|face|sleep|abuse|hate|criticism|enough|dearly|greatly|terribly|laughing_stock|punchline|scapegoat|sponsors",
    "cost|costing us|me ~4 friends|followers|customers|job|sleep|dearly|thousands|sponsors|reputation|a_lot|donors",
    "demonised|vilified|crucified|pilloried|persecuted|scapegoated|scapegoat",
    "upsetting|embarrassing|humiliating event|moment|experience|episode|day|week ~1 for|to US",
    "had|have|having a|an|such_a|the ~2 HARD ~2 day|week|time|month|night|weekend|days|weeks",
    "we|i feel ~2 awful|terrible|sick|dreadful|rotten|horrible|wretched|so_bad|really_bad !that_we|for_the_people|for_you|about_hurting",
    unless=(
        "he|she|they|him|them|her_son|her_daughter|his_son|his_daughter|their_son|their_daughter|their_child|a_boy|a_girl|a_child|a_pupil|the_boy|the_girl|the_child|the_pupil ~2 being|been|be|get|gets|got ~1 teased|bullied|shouted|spat|yelled|insulted|threatened|mobbed|laughed_at|ridiculed|shunned",
        "those|people|everyone|anyone who ~3 hurt|offended|insulted by",
        "lost|losing ~4 parcels|files|money|luggage",
        "abusive|hateful|insulting comments|messages|posts ~4 thread|removed|deleted|remove|delete|section|below",
        "before|when|why|unless|until|instead ~2 you ~2 attack",
        "comments|replies|messages|abuse under|below|beneath|underneath|on|in our|the|this|that|a ~2 post|posts|video|page|thread|article|picture",
        "stop|for|by attacking us|me",
        "your|their|his|her|families|famil* ~2 ordeal|nightmare|tears|pain|grief|loss",
        "to|for|with|towards|by ~1 survivors|victims|victim of ~3",
        "we|i|our ~4 caused|gave|cost|made|given you|them|people|families|everyone|the|patients",
        "for|on you|them|those|everyone_who|everyone_affected|families|the_family|the_families|patients|people",
        "abuse|threats|hate against|towards|to you|them|her|him",
        "not hard|difficult to",
        "suffered ~3 from|because_of|under ~1 our|us|what_we",
        "ruled|voted|decided|found against us|me",
        "punished|insulted|attacked|humiliated|hounded by us|me|our",
        "must|may|might ~1 have ~1 been ~1 hard|difficult|painful",
        "worst|hardest|darkest|saddest ~3 of their|your|his|her",
        "mr|mrs|ms|dr|he|she|they|you|people|guest|guests|customer|customers|player|players|applicants ~4 unfairly|unfair|harshly|harsh",
        "their|your|his|her|its ~2 difficult|hardest|darkest|toughest|worst|hard|dark|tough",
        "you|they|families|family|he|she|patients|residents|people|children|relatives|parents|many_of_you ~3 been|gone|went|go|going|lived through",
        "families|parents|residents|patients|you|people|neighbours|guests|children|viewers|passengers ~3 had|spent|have|spend|lost|went ~3 sleepless|sleep|nightmares",
    ),
    families=_FAMILIES,
)


def check_pity(text: Text, _context: Context) -> Iterator[Finding]:
    """Yield every place that pities us."""
    sentences = without_asides(text)
    burdens = [span for one in sentences for span in spans(text, BURDENS, only=one)]
    found = apart(apart(spans(text, _PITY), burdens), list(laments(sentences)))
    yield from (finding(Label.SELF_PITY, span) for span in found)
