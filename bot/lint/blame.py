"""Does the text put it on somebody or something else?"""

from collections.abc import Iterator

from bot.lint.labels import Label
from bot.lint.model import Context, Finding, finding
from bot.lint.text import Text
from bot.lint.words import cues, spans
from bot.report import Fault

_AGENTS = {
    "PERSON": (
        r"(?:interns?|trainees?|employees?|staffers?|staff members?|members? of (?:our |the |my )?(?:\w+ )?(?:staff|team|crew)|team members?"
        r"|colleagues?|workers?|contractors?|freelancers?|volunteers?|temps?|(?:social media|community|marketing|communications|content|press|account|brand|web|night|duty|junior|editorial|pr) (?:managers?|teams?|persons?|people|editors?|assistants?|leads?|guys?|staff|officers?|departments?|desk|executives?|specialists?|coordinators?|agency|employees?|interns?)"
        r"|copywriters?|photographers?|proofreaders?|copy editors?|sub-?editors?|editors?|designers?|assistants?|secretar(?:y|ies)|apprentices?|operators?"
        r"|technicians?|developers?|engineers?|programmers?|webmasters?|admin(?:istrator)?s?|managers?|translators?|predecessors?|someone|somebody|individuals?|person"
        r"|new (?:guy|girl|hire|starter|joiner)|rookie|hackers?|prankster|joker|scammers?|producers?|presenters?|writers?|authors?|journalists?|reporters?|officials?|clerks?|cashiers?|drivers?|students?|officers?|spokes(?:man|woman|person)|guest|speaker)"
    ),
    "COMPANY": (
        r"(?:agenc(?:y|ies)|suppliers?|vendors?|providers?|partners?|sub-?contractors?|third[- ]part(?:y|ies)|distributors?|franchisees?|licensees?"
        r"|printers|printing (?:house|company|firm|works|partner)|couriers?|mailing (?:house|company|firm)|publishers?|consultan(?:ts?|cy|cies)|pr (?:firm|team|company|agency)|marketing (?:firm|company|agency)"
        r"|ad agency|sponsors?|organi[sz]ers?|news agency|wire service|retailers?|manufacturers?|studio|outside (?:firm|company)|external (?:firm|company|team)|other department|it department|head office)"
    ),
    "MACHINE": (
        r"(?:(?:\w+ )?(?:systems?|software|algorithms?|servers?|scheduler|(?:scheduling|mailing|translation|publishing|social media|automation|e-?mail) (?:tool|software|platform|programme?|service)|database|script|robots?|chatbots?|bots?)|auto-?correct(?:ion)?|auto-?complete|auto-?fill|predictive text|spell-?check(?:er)?|computers?|ai|artificial intelligence|automation"
        r"|printers?|phones?|keyboards?|machines?|plugins?|cms|translation tool|internet|technology|tech|template|app)"
    ),
    "AGENT": r"(?:{PERSON}|{COMPANY}|{MACHINE})",
    "DET": r"(?:an?|one of (?:our|the|my|its|their)|our|the|my|some|that|another|their|this|his|her|its|same|certain)",
    "ADJ": r"(?:[\w'-]+ ){0,3}?",
    "DID": (
        r"(?:posted|re-?posted|sent|published|tweeted|re-?tweeted|shared|wrote|made|selected|pressed|clicked|hit|pushed|uploaded|picked|chose|typed|mis\w+ed|mis(?:read|heard|spelt|took|understood)"
        r"|forgot|failed|neglected|supplied|provided|gave|mixed|confused|copied|pasted|scheduled|approved|released|triggered|generated|malfunctioned|crashed|broke|glitched|went|ate|did|didn't|did not"
        r"|messed|screwed|let us down|changed|altered|inserted|added|swapped|dropped|pulled|replaced|duplicated|put|took|got|used|thought|had (?:a|an|access)|caused|acted|ran|printed|translated|created|designed|told|assured|said|signed off|overlooked|ignored|let|attached|entered|cropped|edited|decided|is|was|were|are|swears?|struck|strikes|gained|re-?blogged|showed|filled|loaded|delivered|misfired|hijacked|fired off|booked|handed|never)"
    ),
    "WRONGLY": r"(?:(?:has|have|had|who|then|also|\w+ly|by mistake|in error|once|again|simply|just|obviously|apparently|in question|concerned|involved|responsible|working \w+ \w+|at \w+|on (?:our|the) \w+|in (?:our|the) \w+),? ){0,4}",
    "FAULT": r"(?:errors?|glitch(?:es)?|faults?|failures?|bugs?|malfunctions?|issues?|problems?|mistakes?|outages?|mishaps?|hiccups?|breakdowns?|mix-?ups?|oversights?|doing|slips?|carelessness|incompetence|negligence)",
}

_SOMEBODY_DID = cues(
    r"(?:{DET} {ADJ}(?:{PERSON}|{COMPANY})|somebody|someone)(?: (?:in|on|at|from|within|of) (?:our |the )?\w+(?: \w+)?)?,? {WRONGLY}{DID}",
    r"{DET} {ADJ}{MACHINE},? {WRONGLY}(?!is |are |was |were |did not|didn't|used|said|told|provided|is$)(?:{DID}|is to blame|was to blame)",
    r"(?:our|the|my) (?:{ADJ})(?:{PERSON}|{COMPANY}|{MACHINE}) (?:is|was|were|are) (?:\w+ ){0,3}?(?:to blame|responsible|at fault|the culprit|wrong|incorrect|new|junior|unaware|not aware|careless|faulty|overzealous|confused|sloppy|down)",
    r"(?:auto-?correct(?:ion)?|auto-?complete|spell-?check(?:er)?|predictive text|technology|(?:the )?gremlins?|the internet|hackers?|ai) (?:\w+ ){0,2}?{DID}",
    unless=r"our (?:whole |entire )?team made|{DET} {ADJ}{PERSON} (?:is|was|are|were) (?:not|called|named|spelt|spelled|\w+ed by)\b",
    extra=_AGENTS,
)
_BY_AGENT = cues(
    r"(?:posted|sent|published|tweeted|re-?tweeted|re-?blogged|shared|written|made|selected|uploaded|supplied|provided|created|produced|designed|scheduled|released|triggered|generated|caused|introduced|issued|committed|added|given|prepared|run|managed|handled|operated|approved|translated|printed|inserted|done|put (?:up|out|together|online)|hacked|compromised|hijacked|hosted|distributed|commissioned|developed|drafted|reported|misreported|typed|mistyped|chosen|authori[sz]ed|error|mistake|oversight|slip|work|fault)(?: (?:in error|by mistake|by accident|online|out|up|to us|earlier|yesterday|today|mistakenly|accidentally))?,? (?:by|from|of|on the part of) (?:{DET} )?{ADJ}(?:{PERSON}|{COMPANY}|{MACHINE})",
    unless=r"(?:is|are) by|written apology",
    extra=_AGENTS,
)
_BECAUSE_OF = cues(
    r"(?:due to|because of|caused by|owing to|as a result of|(?:a|the) result of|thanks to|down to|stem(?:s|med) from|lies with|lay with|blame(?:s|d)?(?: it)?(?: on)?|the fault of|attributable to|originat\w+ (?:from|with)|courtesy of|on account of) (?:{DET} )?{ADJ}(?:{AGENT})",
    r"(?:technical|system|software|computer|server|user|third[- ]party|supplier'?s?|printing|printers?'s?|agency'?s?|database|platform|operator|translation|tech|it|vendor|automated|automation|hosting|staff|scheduling|autocorrect|employee|algorithm(?:ic)?) {FAULT}",
    r"(?:was|is|were|are) (?:entirely |all |purely |solely |simply )?(?:the |an? |our |my )?{ADJ}(?:{AGENT})(?:'s|s'|') {FAULT}",
    r"(?:glitch|bug|malfunction|fault|failure) (?:in|of|with|on) (?:{DET} )?{ADJ}(?:{MACHINE}|{COMPANY}|feed|website|site|service|account|hardware|equipment)",
    r"(?:blame|blaming|blamed) (?:it on )?(?!ourselves|us\b|no|nobody|me\b)(?:{DET} )?\w+",
    unless=r"(?:do not|don't|not|no|never|won't|nobody|no one|without) (?:to )?(?:blame|blaming|because of|due to)|no (?:technical|system)|we (?:are|were|alone are) to blame|(?:fix|fixed|fixing|resolved|report|reporting) (?:the|a|this) ",
    extra=_AGENTS,
)
_PUNISHED = cues(
    r"(?:fired|terminated|dismissed|sacked|suspended|disciplined|reprimanded|let go(?: of)?|parted (?:ways|company) with|severed (?:\w+ )?(?:ties|relationship)|removed|reassigned|spoken (?:sternly )?(?:to|with)|ended (?:our|the) (?:\w+ ){0,2}with|cut ties with|replaced|dealt with|no longer (?:work|working|with)\w*(?: with)?) (?:{DET} |with |those |person |all )?{ADJ}(?:{PERSON}|{COMPANY}|those responsible|(?:person|people|persons|one|those) (?:responsible|involved|who|concerned|behind))",
    r"(?:{PERSON}|{COMPANY}|those|people|person)(?: (?:responsible|involved|concerned|in question|behind (?:it|this|the \w+)|who [^,.;]{3,60}?))?,? (?:has|have|had|was|were|is|are|will be) (?:\w+ ){0,2}?(?:fired|terminated|dismissed|sacked|suspended|disciplined|reprimanded|let go|removed|reassigned|held (?:accountable|responsible)|no longer|dealt with|spoken to|retrained|re-trained|counsell?ed|identified)",
    r"(?:those|person|people|individuals?|employees?) (?:who (?:was|were|is|are) )?responsible",
    r"no longer (?:employed|works? (?:for|with|here)|with (?:us|the company)|part of our)",
    r"disciplinary (?:action|measures|steps|proceedings|procedure)",
    extra=_AGENTS,
    unless=r"(?:we|i) (?:are|am) (?:\w+ )?responsible",
)
_READER = cues(
    r"(?:you|people|readers|some|many|customers|followers|they|users|others|viewers|critics|commentators|everyone|anyone|those|media|press|journalists|recipients|\w+ of you)(?: (?:who|may|might|must|have|has|had|clearly|simply|obviously|seem to|seemed to|appear to|just|probably|perhaps|completely|wilfully|deliberately|then|will)){0,4} (?:misread|misunderst(?:ood|and)|misinterpreted|misconstrued|overreact(?:ed)?|over-reacted|missed the (?:point|joke|irony)|twisted|distorted|jump(?:ed)? to conclusions|blown (?:it|this)|read too much|fail(?:ed)? to (?:read|understand|see|get)|(?:took|taken|take) (?:it|this|that|them|our \w+|the \w+|my \w+) (?:out of context|the wrong way|wrongly|too seriously|too literally|personally|as an)|(?:did not|didn't|don't|do not) (?:bother|read|understand|get)|chose to (?:be|take|see|read|misread|ignore|make)|want(?:ed)? to be offended)",
    r"(?:was|were|been|being|is|are|got) (?:\w+ )?(?:taken out of (?:its |their |all )?context|misunderstood|misinterpreted|misconstrued|misrepresented|twisted|distorted|taken the wrong way|blown out|hijacked|deliberately \w+)",
    r"(?:should|could|ought to) have (?:\w+ )?(?:read|checked|noticed|looked|asked|known) (?:\w+ ){0,4}?(?:more carefully|before|small print|terms|first|properly|better yourself)",
    r"your (?:own )?(?:fault|mistake|error|device|browser|settings|spam filter|misunderstanding|misreading)",
    unless=r"(?:we|i)(?:'ve| have)? (?:misread|misunderstood|should have|could have|ought to)",
)
_OTHERS = cues(
    r"(?:information|data|figures?|numbers?|facts?|photos?|images?|pictures?|copy|text|details|list|file|dates?|statistics|quote|material|statement)(?: that| which)?(?: (?:we|i)(?: were| was|'d been| had been)?| (?:was|were|had been))? (?:given|supplied|provided|sent|passed|fed)(?: to us)? (?:by|from|with)",
    r"(?:information|data|figures?|photos?|list) (?:we (?:received|got|relied on)|(?:came|come|received|obtained) from)",
    r"(?:we|i)(?: were| was|'d been| had been) (?:\w+ly )?(?:given|told|misinformed|misled|supplied|provided|let down|assured|advised|informed|sent|fed|led to believe|tricked|fooled|duped|deceived) (?:\w+ ){0,5}?(?:by|with|that|the wrong|wrong|incorrect|bad|false|out|inaccurate|to)",
    r"our sources? (?:was|were|had|gave|told|said|got)",
    r"not (?:sent|posted|written|authori[sz]ed|approved|created|made|produced|published|issued|sanctioned) by (?:us|our|anyone|me|the)",
    r"(?:was|is|were|are)(?: not|n't) (?:our|my) (?:fault|doing|mistake|error|decision|choice|responsibility)",
    r"(?:wasn't|was not|isn't|is not|weren't|were not) (?:us|me|her|him)\b",
    r"(?:does|do|did)(?: not|n't) (?:\w+ )?(?:represent|reflect) (?:\w+ ){0,4}?(?:views?|opinions?)",
    r"in no way (?:a )?(?:represent\w*|reflect\w*)",
    r"not (?:us[ -]based|based in)",
    r"without (?:our|my) (?:knowledge|consent|approval|permission|authori[sz]ation)",
    r"(?:like|as) (?:many|all|every|most) other (?:\w+ )?(?:brands|compan(?:y|ies)|outlets|news\w*|organi[sz]ations?|media)",
    unless=r"(?:you|they|she|he|their) (?:\w+ )?(?:without our)|we are not told",
)


def check_blame(text: Text, context: Context) -> Iterator[Finding]:
    """Yield every place that blames a person, an agency, a machine, a source or the reader."""
    table = (*_SOMEBODY_DID, *_BY_AGENT, *_BECAUSE_OF, *_PUNISHED, *_READER, *_OTHERS)
    if context.report and context.report.fault is Fault.OUTSIDER:
        table = _READER
    yield from (finding(Label.BLAME_SHIFT, span) for span in spans(text, table))
