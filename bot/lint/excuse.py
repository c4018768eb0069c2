"""Does the text make our part look smaller, or leave out who did it?"""

from collections.abc import Iterator

from bot.lint.labels import Label
from bot.lint.model import Context, Finding, finding
from bot.lint.text import Text
from bot.lint.words import cues, spans

_HURTING = {
    "HURTING": r"(?:offend|upset|hurt|harm|insult|mock|cause|anger|disrespect|mislead|confuse|alarm|belittle|make (?:light|fun)|trivialise|trivialize|demean|provoke|exploit|shame|ridicule|distress|be (?:\w+ )?(?:offensive|insensitive|hurtful|disrespectful|rude|mean|funny)|come across|appear|imply|suggest|endorse|promote|glorify|capitali[sz]e|single out|exclude|discriminate|stereotype|spread|disparage|diminish|allude|deceive|worry|scare|joke about|minimi[sz]e)"
}
_INTENTION = cues(
    r"(?:{NOT}|\w*n't) (?:\w+ ){0,2}?(?:intend|intended|mean|meant|set out|want|wish|aim|try|trying|seek|intending|wanted|wished)(?:ed)?(?: for)?(?: (?:this|it|that|the \w+|our \w+|anyone|anybody))? (?:to )(?:\w+ ){0,3}?{HURTING}",
    r"(?:{NOT}|\w*n't|no) (?:\w+ ){0,3}?(?:intention|intentions|intent|aim|purpose|wish|desire|goal)\b",
    r"(?:meant|intended|mean|intend|wished|wish) (?:no|absolutely no|any|zero) (?:\w+ )?(?:disrespect|offen[cs]e|harm|malice|insult|ill will|ill-will|hurt|ill|evil|such)",
    r"no (?:\w+ )?(?:disrespect|offen[cs]e|harm|malice|insult|ill will|ill-will) (?:was |is |were )?(?:\w+ )?(?:meant|intended)",
    r"without (?:any )?(?:malice|bad intent|ill intent|ill will|meaning (?:to|any)|intending|wanting to)",
    r"(?:{NOT}|\w*n't) (?:\w+ )?(?:meant|intended|designed|supposed) to (?:\w+ ){0,2}?{HURTING}",
    r"(?:was|were|is|are) (?:only |just |simply |merely |always |originally |genuinely )?(?:meant|intended|supposed|designed) (?:to be|as|to) (?!go|run|appear|be (?:sent|posted|published)|start|say|read|include|link|open)(?:\w+ ?){1,3}",
    r"(?:we|i|it|our \w+|which|who) (?:\w+ )?(?:meant|intended|hoped|wanted|tried|thought|aimed|sought|set out|were trying|was trying|were hoping|was hoping|were attempting|was attempting|were aiming) (?:only |just |simply )?to (?:\w+ ){0,2}?(?:pay|honou?r|celebrate|start|spark|raise|help|support|be (?:\w+ )?(?:funny|helpful|playful|kind|light-hearted|clever|edgy|ironic|humorous|inclusive|relatable|provocative)|make (?:you|people|everyone|a (?:point|statement)|\w+ (?:laugh|smile))|show|share|inspire|entertain|do (?:good|something|the right)|highlight|bring|cheer|promote|project|express|commemorate|remember|encourage|lighten|join|create|provoke|empower|amuse|reassure|say thank|protect|educate|draw attention|champion|add|give|spread|boost|engage|recogni[sz]e)",
    r"(?:our|my|the|whose) (?:\w+ )?(?:intentions?|intent|aim|goal|hope|motives?|idea|purpose|thought) (?:\w+ )?(?:was|were|is|has been|had been|had only)",
    r"(?:good|best|noble|honourable|honorable|pure|right) (?:\w+ )?(?:intentions?|motives?|faith)",
    r"(?:well[- ]intentioned|well[- ]meaning|well[- ]meant|in good faith|innocently|heart (?:was|is|were) in the right place|hearts (?:were|are) in the right place|meant well|meant it well|with love|out of love|honestly thought|genuinely thought)",
    r"(?:{NOT}|\w*n't) (?:\w+ )?(?:deliberate|intentional|on purpose|malicious|deliberately|intentionally|maliciously|premeditated)|unintentional(?:ly)?|unwitting(?:ly)?|unintended",
    r"all (?:we|i) (?:wanted|meant|tried|hoped|were trying|was trying|did)\b",
    unless=r"not an excuse|no excuse|is beside the point|does(?: not|n't) matter",
    extra=_HURTING,
)
_IGNORANCE = cues(
    r"(?:was|were|being|am|are|been) (?:\w+ )?(?:unaware|not aware|ignorant|oblivious|unfamiliar|new to)",
    r"(?:wasn't|weren't) (?:\w+ )?(?:aware|familiar|informed|told)",
    r"(?:did not|didn't|had not|hadn't|could not|couldn't|not|never) (?:\w+ )?(?:know|known|reali[sz]e|reali[sz]ed|aware|understand (?:the|what|that|its)|appreciate (?:the|that|how)|see (?:the|that|it coming)|notice|read (?:what|the|up|about)|hear[d]? (?:about|of)|foresee|foreseen|anticipate[d]?|predict(?:ed)?|imagine[d]?|expect(?:ed)?|think (?:it|this|that|anyone|people)|be expected|been told|been informed|seen the news|checked the reason)",
    r"(?:had|have|with) no (?:\w+ )?(?:idea|way of knowing|knowledge|clue|reason to|inkling|means of)",
    r"no one (?:could|told|knew|warned|noticed)|nobody (?:could|told|knew|warned|noticed)",
    r"(?:born|joined|hired|started) (?:\w+ )?(?:after|only|just|last week|recently)|unbeknownst|without (?:knowing|reali[sz]ing)",
    r"lack of (?:information|knowledge|awareness|context|time|staff|resources|experience|sleep|coffee)",
    unless=r"(?:should|ought to) have (?:known|reali[sz]ed|noticed|checked|been aware|seen)|you (?:\w+ )?(?:did not|didn't|were not|weren't)|not (?:know|yet know) (?:yet|how many|who)|will not know|do not know yet|did not know how to",
)
_CIRCUMSTANCE = cues(
    r"(?:busy|hectic|stressful|chaotic|frantic|hard|tough|long|crazy|exhausting|difficult|extraordinary|fast-moving|fast-paced|rapidly changing|rapidly evolving|unprecedented|challenging) (?:\w+ )?(?:day|days|week|weeks|month|period|time|times|season|night|morning|evening|shift|weekend|afternoon|year|schedule|situation|circumstances|conditions|pace)",
    r"(?:we|i|team|staff|everyone|desk|us|department|colleagues?|editor|office)(?:'ve|'re|'m| have| has| are| were| was| am| is|'d)?(?: been)? (?:\w+ ){0,2}?(?:so busy|very busy|busy|overworked|overwhelmed|understaffed|short-staffed|short staffed|exhausted|tired|rushed|in a (?:rush|hurry)|under (?:\w+ )?(?:pressure|stress|strain)|stretched|swamped|snowed under|rushing|short of (?:staff|people|time)|working (?:late|under|from home|around the clock|long hours|flat out|hard|overnight)|on holiday|off sick|juggling|against the clock|jet-?lagged|up all night|running late|ill\b|new at)",
    r"(?:in|with|given|due to|because of|under) (?:all |our |the |my |a |such a )?(?:\w+ )?(?:haste|rush|hurry|heat of the moment|excitement|enthusiasm|confusion of|chaos|time pressure|pressure|staff shortages?|shortage of|workload|holiday season|holidays|deadlines?|tight deadlines?|restructuring|migration|eagerness|zeal|volume of|high (?:\w+ )?volumes?|pace of|speed of|pandemic|covid\S*|lockdown|weather|circumstances|demand|heavy traffic)",
    r"(?:pre-?scheduled|scheduled (?:\w+ )?(?:(?:well |weeks? |months? |days? |long )?(?:before|in advance|ahead|earlier|automatically|last)|(?:weeks?|days?|months?) (?:ago|before|earlier|in advance))|queued (?:up )?(?:\w+ )?(?:before|in advance|earlier|last)|planned (?:well |long |weeks |months )?(?:before|in advance|ahead)|sent (?:out )?automatically|automatically (?:sent|posted|published|scheduled)|prepared (?:\w+ )?(?:in advance|before|weeks|months)|written before|went (?:out|live) automatically|set up (?:weeks|months|days|long) (?:ago|before))",
    r"(?:only human|to err is human|human after all|happens to (?:the best|everyone|all|anybody)|anyone can|everyone makes|everybody makes|nobody(?:'s| is) perfect|no one(?:'s| is) perfect|(?:mistakes|errors|accidents|things|these things|slips|it|stuff) (?:do |can |sometimes |will |just )?happens?|easy mistake|easily (?:done|made|happen)|could (?:have )?happen(?:ed)? to (?:anyone|anybody))",
    r"(?:to be fair|in fairness|in our defen[cs]e|in my defen[cs]e|in mitigation|mitigating|extenuating|as you (?:can imagine|may know|know)|please (?:understand|bear in mind|remember|keep in mind) that|you have to understand|beyond our control|outside our control|out of our control|out of our hands|force majeure|first time we|we are a small|we're a small|small team|tiny team|just a small|human error|others do|standard practice|common practice|industry practice|everyone (?:else )?does|at the time)",
    r"(?:late at night|early in the morning|end of a long|before (?:our |my |the )?(?:first |morning )?coffee|not enough (?:sleep|coffee|time|staff)|too (?:much|little) (?:wine|coffee|sleep|time|work)|last[- ]minute (?:change|rush|edit)|monday morning|friday afternoon)",
    unless=r"(?:no|not an?|isn't an?|is not an?|never an?|there is no|there's no|without) excuse|(?:you|your) (?:are|were|had|have) (?:\w+ )?(?:busy|tired|waiting)",
)


_EXCUSES = _INTENTION + _IGNORANCE + _CIRCUMSTANCE

_NOBODY = cues(
    r"(?:mistakes?|errors?|missteps|lapses?|wrongs|failures|failings|misjudge?ments?|inaccuracies|slips?|oversights?) (?:\w+ ){0,2}?(?:was|were|have been|has been|had been|are|may have been|being|got) (?:\w+ )?(?:made|committed|introduced|overlooked|missed|printed|published)",
    r"(?:mistakes?|errors?|mix-?ups?|slips?|oversights?|inaccuracies|typos?|failures?|incidents?|alarms?|glitch(?:es)?|lapses?|confusion|misunderstandings?|duplications?|problems?|situation|this|it|what|which|that) (?:\w+ ){0,3}?(?:occurred|arose|happened|crept in|crept into|took place|slipped (?:in|through|past)|came about|has (?:happened|occurred|arisen)|appeared|found its way|made its way|ended up|got (?:out|through|into|sent|posted))",
    r"(?:{BAD}|the|an?|some|our|this|that|earlier|yesterday's|today's) (?:[\w'-]+ ){0,4}?{THING}(?: \w+ing [\w ]{2,40}?| to \w+| of \w+| that| which| about \w+)? (?:was|were|has been|have been|had been|got|being) (?:\w+ ){0,2}?(?:posted|sent|published|tweeted|shared|issued|released|uploaded|re-?posted|re-?tweeted|re-?blogged|circulated|distributed|disclosed|included|displayed|shown|printed|used|broadcast|aired|given|made|placed|attached|mixed up|swapped|put (?:out|up)|leaked|exposed|triggered|activated|scheduled|quoted|attributed|communicated|misused|omitted|left out|mislabel\w*|mis\w+ed)(?! correctly)",
    r"(?:was|were|been|got) (?:\w+ )?(?:posted|sent|published|tweeted|shared|issued|released|uploaded|re-?posted|re-?tweeted|circulated|distributed|broadcast|aired|included|attached|used|triggered|put (?:out|up)) (?:out )?(?:in error|by mistake|by accident|accidentally|mistakenly|inadvertently|erroneously|unintentionally|incorrectly|wrongly|too early|prematurely|with (?:a|an|the))",
    r"(?:was|were|been|got) (?:inadvertently|accidentally|mistakenly|erroneously|unintentionally|wrongly|incorrectly|unfortunately|prematurely) (?:\w+ )?(?:posted|sent|published|tweeted|shared|issued|released|uploaded|included|triggered|used|attached|listed|identified|described|labelled|labeled|disclosed|displayed|copied|charged|quoted|named|reported)",
    r"(?:{PEOPLE}|applicants|students|families|employees|staff|visitors|recipients) (?:\w+ )?(?:was|were|have been|has been|had been|may have been|being|got) (?:\w+ )?(?:misled|misinformed|hurt|harmed|offended|affected|let down|inconvenienced|confused|impacted|upset|misidentified|wronged|caused)",
    r"(?:offen[cs]e|harm|hurt|distress|upset|pain|confusion|inconvenience|trouble|feelings|alarm|concern|damage|lines|wires|things|words|boundaries) (?:\w+ )?(?:was|were|has been|have been|had been|got|may have been) (?:\w+ )?(?:caused|hurt|done|crossed|said|taken|felt|created|given|spoken)",
    r"(?:it|this) (?:was|has been|came|has come) (?:\w+ )?(?:brought )?to (?:our|my) attention",
    r"lessons (?:have been|will be|were|are being|must be) learn(?:t|ed)",
    r"(?:steps|measures|action|actions) (?:have been|are being|will be|were) (?:\w+ )?(?:taken|put)",
    r"(?:should|must|ought to) (?:never|not) have (?:\w+ )?(?:happened|occurred|been (?:\w+ )?(?:posted|sent|published|made|written|used|said|tweeted|approved|shared|issued|released))",
    r"(?:there was|there were|there has been|there have been) (?:an? |some |no |several |a few |certain )?(?:\w+ ){0,3}?(?:{ERROR}|thought given|lack of|misunderstanding|breakdown|lapse|issue|problem|incident)",
    r"it (?:is|was) (?:\w+ )?(?:regretted|regrettable|unfortunate) that|(?:the )?(?:wrong|incorrect) (?:\w+ ){0,2}?(?:was|were) (?:\w+ )?(?:used|chosen|selected|pressed|sent|published|posted|given|printed|attached|shown|clicked|pushed)",
    r"(?:went|gone|going) out (?:\w+ )?(?:by (?:mistake|accident)|in error|accidentally|prematurely|too early|unintentionally)",
    r"checks (?:were|had been) (?:not|missed)|(?:procedures?|protocols?|guidelines|standards|process(?:es)?|rules) (?:was|were|had|have) (?:not|n't|been)? ?(?:been )?(?:followed|met|observed|breached|ignored|applied)|(?:weren't|wasn't) followed",
)


def check_excuses(text: Text, _context: Context) -> Iterator[Finding]:
    """Yield every reason that lessens our part, and every sentence in which nobody did it."""
    yield from (finding(Label.EXCUSE, span) for span in spans(text, _EXCUSES))
    yield from (finding(Label.PASSIVE_EVASION, span) for span in spans(text, _NOBODY))
