"""Does the text put it on somebody or something else?"""

import re
from collections.abc import Iterator

from bot.lint.agents import AGENTS
from bot.lint.labels import Label
from bot.lint.model import Context, Finding, Span, finding
from bot.lint.phrases import spans, table
from bot.lint.text import Text
from bot.report import Fault

_SOMEBODY = table(
    "my|our ~1 KIN ~4!has|is|was|died|BE *ed|PAST",
    "it|that|this was ~5 's ~1 mistake|error|fault|doing|idea|decision|oversight",
    "occurred|happened|arose|made|originated|lies|lay at|in|with|on DET ~2 COMPANY|HELPER",
    "DET ~5!we|i|this|that|it|which|who|post|joke|message|words|picture|mistake|error|behaviour triggered|set_off|tripped|activated ~4 alarm|alarms|alert|alerts|message|messages|error|evacuation|siren|sirens|mailing|warning",
    "short_circuit|power_cut|power_failure|power_outage|lightning|virus|hardware|malware|cyberattack|cyber-attack|hack|attack|voltage_surge ~6 caused|led|knocked|deleted|made|wiped|took|sent|resulted|was_to",
    "wording|words|idea|text|picture|photo|design|slogan|statement|comments|remarks|opinion|opinions|views ~2 not ours|mine|our_own|my_own",
    "it|they|which|that came|comes|originated|originates|stemmed|stems ~1 from !us|our_own|our_team|me|our_editor DET ~4",
    "one of our|my ~2 *s ~1!was|were|have|has|are|is|who|that !HELPFUL|SAID_IT *ed|PAST",
    "DET ~3 HELPER|COMPANY|ROLE|TEAM|somebody|someone ~1 must|may|might|seems|appears have|to ~2 *ed|PAST|have",
    "somebody|someone ~5 must|may|might have|to ~1 *ed|PAST|have",
    "'s own ~1 and|,|.|not|press_release|report|opinion|words|initiative|account|figures|statement|decision",
    "in|from|on DET ~3 ROLE|COMPANY|TEAM 's own? ~2 release|report|statement|figures|data|website|list|newsletter|announcement",
    "DET external|outside|outsourced|freelance|third-party|overseas|contracted ~2 that|which|who? HAVE? ~1 *ed|PAST",
    "by DET external|outside|outsourced|freelance|third-party|overseas|contracted ~2",
    "DET ~2!not *taker|*keeper|*ician|*ographer|*smith HAVE? ~1 !HELPFUL|SAID_IT *ed|PAST",
    "acting|acted|act ~1 alone|independently|on_their_own|on_his_own|on_her_own|on_its_own|without ~2",
    "media|press|newspapers|tabloids|journalists|internet|social_media|trolls HAVE? ~1 blown|blew|turned|twisted|exaggerated|inflated|hyped|invented|picked|seized|jumped|sensationalised|misquoted|whipped|fuelled|stirred",
    "he|she feels|felt ~2 bad|terrible|awful|sorry|dreadful|guilty",
    "on his|her|their part",
    "DET people|folks|guys|lads|ladies|team|colleagues|staff|crew|experts in|at|from ~4 !HELPFUL|SAID_IT *ed|PAST",
    "responsible|accountable for ~6 is|was|are|were DET? ~3 HELPER|COMPANY|ROLE|person|individual|MACHINE",
    "DET ~3 HELPER|COMPANY|ROLE|source|sources ~2 deceived|misled|lied|fabricated|invented|cheated|plagiarised|tricked|forged|hid|withheld|concealed|duped",
    "let DET? ~2 HELPER|person|man|woman|him|her|them|individual go",
    "had one job",
    "DET ~3 HELPER|COMPANY|MACHINE ~1 had a|an|the|other|our ~3 day|ideas|moment|mind|wrong|old|password",
    "was|were|been|got hacked|hijacked|infiltrated|cloned",
    "decision|idea|work|choice|responsibility|call|initiative|brainchild|invention of DET ~2 previous|former|board|committee|predecessor|predecessors|HELPER|COMPANY|management|council|ministry|government|head_office|headquarters",
    "on its|their|his|her behalf",
    "our ~1 app|website|site|shop_system|portal|page|newsletter_tool ~1 ate|eaten|swallowed|swapped|mixed|decided|lost|forgot|forgotten|scrambled|deleted|duplicated|invented|multiplied|rounded|crashed_and",
    "DET ~3 HELPER|COMPANY|MACHINE ,? ~2!BE|will|can|to|and|would|should|may|must|for|not|that !HELPFUL|SAID_IT HAVE? !HELPFUL|SAID_IT *ed|PAST",
    "DET ~3 ROLE ~8 had|has|did|have not ~1 DUTY",
    "goes|go|went|leads|led|traces|traced|dates back to DET? ~2 HELPER|COMPANY|ROLE|MACHINE",
    ", not us|we|me ,|.|!|;",
    "and not us|we|me|ours ,|.|!|;",
    "faulty|defective|malfunctioning|broken|rogue|buggy|corrupted|unreliable|dodgy|overzealous|incompetent|careless|sloppy|inattentive ~1 sensor|detector|equipment|cable|link_in|HELPER|COMPANY|MACHINE|setting|script|data|feed|component|device|connection",
    "former|previous|ex|departed|dismissed|outgoing ~2 director|chair|chairman|president|head|chief|manager|coach|secretary|treasurer|leadership|board|HELPER|COMPANY ~6 *ed|PAST",
    "on|by his|her|their own ,|.|!|;|initiative|account|authority|behalf|bat",
    "parted|part|severed|cut|ended ~1 company|ways|ties|links|relationship|contract|cooperation|collaboration with",
    "no_longer has|have|had ~2 access|works|employed",
    "DET ~3 HELPER|COMPANY ,? who? ADVERB? *ly? ADVERB? DOES_WRONG",
    "DET ~3 HELPER|COMPANY ,|who|which|with|in|at|from|on|of ...!we|i|it|us|you|and|thank ,? ADVERB? *ly? DOES_WRONG",
    "DET ~3 PART_OF of DET ~3 TEAM ~2 ADVERB? DOES_WRONG",
    "DET ~3 PART_OF of|in|from DET ~3 TEAM ...!we|i|it DOES_WRONG",
    "DET ~3 HELPER|COMPANY|ROLE|MACHINE ~2!not mis*ed",
    "DET ~3 HELPER|COMPANY|ROLE ~1 did|had not ~1 tell|told|inform|informed|warn|warned|pass|passed|check|checked|follow|followed|read|let|notify|notified|update|updated|correct|corrected|send|notice|spot",
    "DET ~3 HELPER|COMPANY|ROLE ~1 never|failed|neglected|forgot|omitted ~1 to? tell|told|inform|informed|warn|warned|pass|passed|check|checked|let|notify|notified|update|updated|send|sent|correct|read",
    "DET ~3 ROLE ~1 gave|sent|told|supplied|provided|used|put|printed|published|posted|announced|named|listed|reported|delivered|approved|quoted|confirmed ~3 wrong|incorrect|false|outdated|bad|old|inaccurate|misleading|different|mistake|error",
    "trust|confidence|faith in !us|our|me ~3 misplaced|betrayed|abused",
    "action|steps|proceedings|charges|lawsuit|complaint against DET? ~4 HELPER|COMPANY|CULPRIT|parties|people|person|those|party|agency",
    "party|parties|people|person|persons|individual|individuals|agency|firm|company|team|those responsible|accountable|at_fault|to_blame ~1 for|of?",
    "those|people|person|one|agency|team|firm|company behind the|this|that|it ~2 post|tweet|message|mistake|error|decision|campaign|video|stunt|prank|e-mail|joke|ad|advert|picture|photo|leak|incident|.|,",
    "not ~3 approved|endorsed|authorised|sanctioned|cleared|vetted|signed_off|agreed|requested|ordered|commissioned|seen ~4 by|with us|our|the_company|the_club|head_office|management|the_board|the_organisation|anyone_at",
    "have|has|had been|got ~1 hacked|hijacked|compromised_by|breached|infiltrated|taken_over",
    "work|doing|handiwork|act|prank|stunt of DET ~3 HELPER|COMPANY|ROLE|hackers|hacker|TEAM",
    "we|i ~1 trusted|relied|depended|counted on? ~1 DET ~3 HELPER|COMPANY|ROLE|MACHINE|figures|data|information|report|source|press_release",
    "DET ~3 HELPER|COMPANY ,? who? in|on|at|of|from|within|working ~4 ADVERB? DOES_WRONG",
    "somebody|someone ,? in|on|at|of|from|within? ~4 DOES_WRONG",
    "DET ~3 MACHINE ,? ADVERB? ADVERB? DOES_WRONG",
    "'s ~2 HELPER|COMPANY|MACHINE|system ADVERB? ADVERB? DOES_WRONG",
    "previous|former|outgoing|departing|old ~1 management|owner|owners|editor|team|agency|manager|administration|employee|employees|staff|director|webmaster|volunteer|intern",
    "gave|give|sent|told|supplied|handed|provided|passed|sold|fed us|me ~4 wrong|incorrect|false|outdated|bad|old|inaccurate|misleading",
    "let us|me down",
    "figures|numbers|information|data|error|errors|mistake|mistakes|wording|claim|claims|quote|details|picture|photo came|comes|come|originated|stems|stemmed ~2 from DET|our|a|another|outside|elsewhere|someone|one",
    "update|upgrade|patch|migration|switch|changeover|sync|setting|settings ~3 broke|reset|changed|overwrote|deleted|caused|triggered|duplicated|messed|scrambled|sent|published|released",
    "work|act|action|actions|doing|decision|behaviour|opinion|views of ~1 one|a|an|single|individual|our|the|some|another ~2 individual|person|employee|worker|people|HELPER|COMPANY",
    "one|single|lone individual|person|employee|worker|colleague|staffer|volunteer ~2 posted|sent|wrote|made|decided|acted|did|is_to_blame|was_to_blame",
    "twisted|distorted|misquoted|misrepresented|misreported our|my|what_we|me|us",
    "autocorrect|auto-correct|autofill|autocomplete",
    "acted|acting ~1 alone|independently|without ~3",
    "acted|acting|posted|sent|done against|outside our|company|policy|guidelines|instructions",
    "not ~1 follow|followed ~2 our|the|instructions|guidelines|policy|procedure|protocol|rules|process|procedures",
    "misunderstood|misread|ignored|disregarded our|the|his|her|their instructions|brief|briefing|guidelines|order|orders|policy",
    "out of our|my hands|control",
    "passed on to us",
    "one of us|our_people|our_own",
    "person|individual|one|those|people|employee who|that ~1 posted|sent|wrote|made|did|shared|tweeted|approved|pressed|caused|created|uploaded|published|ran !in|to_us|us",
    "breached|accessed|attacked|stolen|hacked|infiltrated|compromised|hijacked|misused|taken_over by DET? ~3",
    "outside|external|unknown|criminal|malicious attacker|attackers|party|parties|forces|source|sources|actors|interference|group",
    "one|some|somebody|someone of our|my ~2 HELPER|team|staff|writers|hosts|presenters|managers|number|crew !will|can|is_happy|are_happy",
    "views ~2 expressed ~6 those_of|own|personal|author|not",
    "personal|private ~1 views|opinion|opinions|capacity",
    "actions|action|behaviour|conduct|decision|comments|remarks|mistake|error|act|words of|by this|that|one|an|a|our|the|some ~2 HELPER|COMPANY|individual",
    "people|folks|colleagues|friends in|at|from marketing|sales|it|legal|accounts|pr|communications|design|head_office|our_berlin|the_london",
    "automated|semi-automated|automatic ~2 process|system|tweet|post|feed|tool|publishing",
    "unauthorised user|person|party|access|individual|member|post",
    "internal ~1 process|processes|review|procedure|procedures|controls|checks ~3 failed|not_followed|not|broke|ignored",
    "hacker|hackers|hacked_into|hijacked_our|hijacked_by",
    "newspaper|paper|press|media|reporter|journalist|magazine|website|blog|channel|station|interviewer|programme ~3 got|misquoted|misreported|misunderstood|twisted|distorted|printed|reported|wrote ~4 wrong|wrongly|words|quote|us|me|context",
    "DET ~3 HELPER|COMPANY|caterer|driver|cook|chef|nurse|guard|cashier|salesperson|dealer|partner|host|installer|plumber|builder|landlord ~1 shipped|delivered|forgot|supplied|printed|packed|labelled|mixed|served|poured|loaded|booked|failed|neglected|mailed|quoted|installed|built|lost|left|took|gave",
    "not ~2 us|our ~2 but",
    "not ~1 our ~2 but DET|someone|somebody|another|HELPER|COMPANY",
    "rogue employee|account|staffer|staff|actor|actors|individual|user",
    "police|authorities|ministry|government|council|club|league|organisers|embassy|airport|bank|airline|network|university|hospital|promoter|venue|speaker|author|family ~1 gave|told|supplied|provided|sent|informed|assured|misinformed|misled us|the_wrong|wrong|incorrect|me",
    "PRODUCT ~1 sent|changed|posted|showed|translated|corrected|marked|picked|added|made|did|suggested|turned|decided|misplaced|crashed|failed|deleted|ate|mixed|glitched|generated|published|tagged|swapped|told|has_a_mind",
    "DET ~3 MACHINE hiccuped|hiccupped|misbehaved|acted_up|played_up|froze|timed_out|hung|stalled|glitched|went|had_other|had_a|decided|played|needs|is_broken|was_broken|was_down|broke_down|gave_up|thought|made_up|invented|hallucinated|mangled|garbled|spat_out|kept",
    "fault|error|problem|mistake|responsibility|blame|cause ~2 is|was|lies|lay|rests|sits|must_be with|at|in DET ~2 HELPER|COMPANY|MACHINE",
    "DET outside|external|partner|weather|news|translation|delivery|postal|press|market|survey|polling|web|it|cleaning|catering|ticketing|booking|payment|telephone|phone|research|production|film|media|event|security|mail_merge|statistics|data|health|government|city|sister|parent ~1 firm|company|organisation|service|agency|bureau|institute|office|department|provider|tool|team|crew|desk|partner|platform|authority ADVERB? ADVERB? DOES_WRONG|shared|runs|ran|run|supplied|gave|provided",
    "supplied|provided|delivered ~1 incorrect|wrong|false|inaccurate|faulty|outdated|bad|incomplete ~1 !address ~1",
    "they|he|she ~1 made|committed a|an|the|this|that|these ~2 ERROR",
    "they|he|she ~1 posted|published|tweeted|uploaded|pressed|mixed|misread|forgot|ignored|sent_out|got_it|put_the",
    "if only ~1 you|people|readers|they|customers|someone|anyone|the_press",
    "without asking|telling|consulting|informing|checking_with us|me",
    "behind our|my backs|back",
    "fault of !us|me|mine|ours|our_own DET ~3",
    "you|they|people|some|readers|many ~2 read|watched|looked|listened ~4 too|so ~1 quickly|fast|hastily|literally|carelessly|superficially",
    "we|i were|was ~1 told|assured|informed|promised|advised !by_you|by_readers that|the|it|he|she|they|there|everything|this",
    "someone|somebody else posted|sent|wrote|made|did|pressed|published|used|had_access|in_our",
    "not ~1 our|my doing|work|idea|words|post|choice|responsibility",
    "forced|pushed|pressured upon|on|into us|by|it",
    "had|have nothing to do with",
    "responsibility|blame|fault ~1 lies|lay|rests|belongs with|to !us|me",
    "READER ~9 wrong|false|hasty conclusion|conclusions|impression|assumptions",
    "autocorrect|auto-correct|autocomplete|spellcheck|spell-check|gremlins|technology|ai|hackers ADVERB? ADVERB? DOES_WRONG",
    "our|the|my ~2 HELPER|COMPANY|MACHINE BE ~3 to_blame|responsible|at_fault|the_culprit|careless|faulty|overzealous|sloppy|new_to|inexperienced",
    "fault|mistake|error|work|doing of DET ~2 HELPER|COMPANY|MACHINE",
    "DET ~2 HELPER|COMPANY|MACHINE 's ~1 FAULT",
    "it|that|this was|is|'s not? ~1 DET ~2 HELPER|COMPANY|MACHINE !'s|that|who ,|.|!|who",
    families=AGENTS,
)
_PRODUCTS = table(
    "has|have|had a|its|their ~1 life|mind|will|ideas of its|their own",
    "PRODUCT ~1 had|has a|an|another|its ~2",
    "PRODUCT !SAID_IT|HELPFUL *ed|PAST",
    "my|our ~1 MACHINE|PRODUCT ~1 corrected|turned|completed|suggested|translated|autocorrected|auto-corrected",
    families=AGENTS,
    unless=("on|in|via|to|from|of PRODUCT",),
)
_BY_SOMEBODY = table(
    "by DET ~3 MACHINE",
    "used|posted|sent|written|made|accessed|shared|published|operated|run|misused|altered|changed ~2 by someone|somebody|strangers|criminals|hackers|outsiders|others",
    "by DET|another ~1 user|third_party|unknown_person|outsider|outsiders|vandal|impostor|fraudster",
    "posted|uploaded|written|submitted|created|sent|added|made|published by DET|another ~1 user|users|member|members|visitor|visitors|reader|readers|follower|fan|fans|customer|commenter|guest|guests|student|students|resident|supporter|supporters",
    "DONE in_error|by_mistake|online|out|to_us|by_accident|earlier|yesterday|today|accidentally|mistakenly|wrongly|incorrectly? ,? by|on_the_part_of DET ~4 HELPER|COMPANY|MACHINE",
    "DONE ~1 by HELPER|COMPANY|MACHINE",
    "by DET ~3 HELPER|COMPANY",
    "by|of DET ~2 PART_OF of DET ~3 TEAM",
    "by|of DET? ~1 members|member of DET ~3 TEAM",
    "error|mistake|oversight|slip|mix-up|fault|failure|problem|bug|glitch at|with|in|from|by DET ~3 HELPER|COMPANY|MACHINE|account|website|site|feed|hosting",
    families=AGENTS,
    unless=(
        "spotted|noticed|pointed|found|reported|corrected|fixed|replaced|contacted|helped|assured|called|answered|photo|photograph|picture|story|song|text|column|article|book|drawn|read ~3 by",
        "will|must|to be|are|is ~4 by",
    ),
)
_CAUSE = table(
    "error|errors|fault|glitch|problem|bug|failure|malfunction|mix-up ~3 to_blame",
    "CAUSED_BY DET? ~3 HELPER|COMPANY|MACHINE",
    "CAUSED_BY DET? ~2 technical|system|software|computer|server|it|database|website ~1 FAULT",
    "technical|system|software|computer|server|user|third-party|third_party|supplier|printing|printer|agency|database|platform|operator|tech|vendor|staff|employee|scheduling|autocorrect|automated|automation|hosting|translation|internal_system|syncing|formatting ~1 FAULT",
    "blame|blaming|blamed !us|me|ourselves|no|nobody|game DET|it|that|this|them|him|her|HELPER|COMPANY|MACHINE",
    families=AGENTS,
    unless=(
        "not|no|never|without|nor ~3 blame|blaming|technical|system|software|user",
        "we|ourselves ~3 to blame",
        "blame ~2 us|ourselves|me|myself",
    ),
)
_PUNISHED = table(
    "cancelled|terminated|ended|ending|cancelling|dissolved|withdrawn|rescinded ~3 contract|agreement|cooperation|collaboration|partnership|relationship ~3 with|of",
    "dismissed|fired|suspended|sacked ~1 him|her|them|both|everyone_involved",
    "PUNISHED ~3 HELPER|COMPANY|CULPRIT|employment|contract_with",
    "PUNISHED ~2 person|people|employee|one|those ~2 who|responsible|involved|behind",
    "HELPER|COMPANY|CULPRIT|person|people|those ~6 HAVE|BE|will ~3 PUNISHED|identified|being_investigated",
    "no_longer employed|works|work|working|with_us|with_the_company|part_of_our_team",
    "disciplinary action|measures|steps|proceedings|procedures",
    families=AGENTS,
    unless=(
        "thank|thanks|sorry to the? person|one|those|people",
        "we removed|replaced ~2 the|it|post|tweet|picture|photo",
    ),
)
_READERS = table(
    "you|they|people|readers|customers ~2!we|not have? misheard|mistaken|misremembered|miscounted|mistyped|misunderstood",
    "READER BE? ~1 read|reading|reads|interpreting|projecting ~3 into",
    "READER *ed|PAST ~3 wrong|incorrect|old|outdated|mistakenly",
    "had|if DET|you|he|she|they|people|customers|readers|parents ~3!we|i|our *ed|PAST|come|called|told ... would|could",
    "READER who had|have? ~1 read|looked|listened|watched|checked ~6 would|could|will",
    "would have ~1 known|seen|noticed|realised|understood if|had|,_had",
    "would have ~1 known|noticed|realised|understood .|,|;|!",
    "READER who? *ly? stopped|skimmed|skipped|ignored|overlooked|jumped|assumed|concluded|confused|scrolled_past|misremembered|forgot ~3!we|i|our ~3",
    "if|had READER ~2 read|scrolled|looked|listened|watched ~2 further|on|to_the_end|beyond|past|properly|carefully|more|the_whole|the_rest|all",
    "READER only|merely|just read|saw|looked|watched|heard ~3 headline|title|first|half|part|picture|excerpt|clip",
    "READER who? ~3 misread|misunderstood|misinterpreted|misconstrued|overreacted|over-reacted|twisted|distorted|jumped_to_conclusions|missed_the_point|missed_the_joke|missed_the_irony",
    "READER ~3 read too much|into",
    "READER ~3 take|took|taken it|this|that|them|our|the|my ~3 out_of_context|wrong_way|wrongly|too_seriously|too_literally|personally|out_of_proportion",
    "READER did|do ~1 not ~1 bother|read|understand|get|listen|look !a|the_e-mail|your|it|our|this ~1 properly|carefully|joke|irony|point|to|terms|instructions|context|humour",
    "if READER had ~1 read|checked|noticed|listened|paid|looked|asked",
    "READER ~2 failed|fail to read|understand|see|get|notice|check",
    "READER chose|choose|want|wanted to be|take|see|read|ignore|misread|make",
    "BE ~2 taken out of ~2 context",
    "BE|got ~1 misunderstood|misinterpreted|misconstrued|misrepresented|twisted|distorted|hijacked",
    "BE ~1 taken the wrong way",
    "you|people|customers|readers should|could|ought_to have ~1 read|checked|noticed|looked|asked|known|realised",
    "your own? fault|mistake|error|device|browser|settings|misunderstanding|misreading",
    families=AGENTS,
    unless=(
        "you ~1 received|got|saw|read|bought|were_sent|booked ~3 wrong|incorrect|old|outdated",
        "we|i ~2 misread|misunderstood|misinterpreted|misrepresented|failed|missed",
        "our|that_was_our ~1 misunderstanding|misreading",
    ),
)
_SOURCES = table(
    "source|sources|informant|informants|adviser|advisers|consultant ~8!we|i was|were|proved|turned_out ~2 wrong|incorrect|mistaken|unreliable|false",
    "information|data|figures|numbers|facts|photo|photos|image|images|picture|copy|text|details|list|file|dates|date|statistics|quote|material|statement|schedule that|which? we? HAVE|BE? ~1 given|supplied|provided|passed|fed|sent to_us? by|from",
    "information|data|figures|list|photo|details we|that ~1 received|got|obtained|relied_on|were_given ~1 from|by|was|were",
    "we|i BE ~1 given|told|misinformed|misled|supplied|sent|fed|assured|advised|led_to_believe|tricked|fooled|duped|deceived ~2 by|that|wrong|incorrect|bad|false|inaccurate",
    "alert|data|feed|figures|forecast|report|map|information|press_release|statement|tweet|post from|by ~4 was|were wrong|incorrect|inaccurate|faulty|misleading|outdated",
    "our source|sources was|were|had|gave|told|said|got",
    "not|never ~1 sent|posted|written|authorised|approved|created|made|produced|published|issued|sanctioned by us|our|anyone|me|the",
    "not ~1 our|my fault|doing|error|decision",
    "BE not us|me|her|him",
    "not ~1 represent|reflect ~4 views|opinion|opinions|views_of",
    "no way ~1 represent*|reflect*",
    "not us|uk based",
    "without our|my knowledge|consent|approval|permission|authorisation",
    "like|as many|all|every|most other ~2 brands|companies|outlets|organisations|media|sites|newspapers",
    "according to what|the_information we|our|they",
    "relied|based|relying on ~3 supplied|provided|incorrect|wrong|false|inaccurate|third-party|unverified|from",
    "outside|beyond our|my control",
    families=AGENTS,
    unless=(
        "we|i BE told|asked ~3 by you|readers",
        "we|i BE not told",
        "we|i ~1 supplied|provided|delivered|asked|gave",
    ),
)

_NAMED_SOURCE = re.compile(  # “the USGS alert was wrong”: another one's initials
    r"\b([A-Z]{2,})(?:'s|’s)? (?:[a-z]+ )?(?:alert|data|feed|figures|forecast|map|report|numbers) (?:was|were) (?:[a-z]+ )?(?:wrong|incorrect|inaccurate|false|faulty)"
)


def check_blame(text: Text, context: Context) -> Iterator[Finding]:
    """Yield every place that blames a person, an agency, a machine, a source or the reader."""
    if context.report and context.report.fault is Fault.OUTSIDER:
        found = spans(text, _READERS)
    else:
        found = spans(text, _SOMEBODY, _PRODUCTS, _BY_SOMEBODY, _CAUSE, _PUNISHED, _READERS, _SOURCES)
        found += [
            _span(named) for named in _NAMED_SOURCE.finditer(text.raw) if named.group(1) not in context.names
        ]
    yield from (finding(Label.BLAME_SHIFT, span) for span in found)


def _span(found: re.Match[str]) -> Span:
    return Span(found.start(), found.end())
