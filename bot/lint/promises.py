"""Does the text promise what nobody can keep, or use words that counsel should see?"""

from collections.abc import Iterator

from bot.lint.labels import Label
from bot.lint.model import Context, Finding, finding
from bot.lint.phrases import spans, table
from bot.lint.text import Text

_FAMILIES = {
    "HAPPEN": "happen happens happening occur occurs repeat repeated recur make made making do let see allow be arise take_place post send publish use joke fail disappoint get share write see_this see_such run print",
    "SLIP": "mistakes errors typos slips mix-ups failures slip-ups glitches delays problems leaks breaches mishaps wrong_dates mistake error outages",
    "LOSS": "losses loss damage damages costs cost expenses penny cent claims harm consequences expense",
    "PAY": "compensate refund reimburse pay repay cover make_good",
    "LAW": (
        "law laws rules regulation regulations gdpr act duty duties contract contracts agreement copyright trademark privacy_law privacy_laws"
        " privacy_rights confidentiality rights legislation statute code obligations obligation data_protection patent order injunction"
        " embargo nda terms privacy licence competition_law listing_rules"
    ),
}

_NEVER_AGAIN = table(
    "rule|rules|ruled|ruling|exclude|excludes|excluding|preclude ~1 out? ~2 repetition|recurrence|repeat|repetitions|further|future|such",
    "not|no ~2 one|single|more ~5 will|shall|is_going_to ~3 ever|again",
    "no|not_one|not_a|none_of ~6 will|shall ever ~4",
    "you can|may bet|be_sure|be_certain|count_on_it|be_confident|rest|trust_that",
    "never|not|nothing|no|ever|nor !have ~7 HAPPEN ~7 again|in_future|in_the_future|from_now_on|ever",
    "will|would|shall never|not ~10 again|ever|from_us",
    "never|not ~5 , ever",
    "no more ~4 ever|again|from_now_on|from_us|promise",
    "cross our|my heart|hearts",
    "made|make|making|makes it|this|that ~1 impossible",
    "can|could|will no_longer ~1 happen|occur",
    "for the last time",
    "ensure|ensuring|make_sure|making_sure|see_to_it ~9 never|not|no ~8 again",
    "is|are|be|gets never ~5 again",
    "nobody|no_one will ever|again",
    "not rest until",
    "not be disappointed|let_down",
    "last|final mistake|error|time|typo ~1 you_will|we_will|ever|we_make",
    "end|ended of ~1 our mistakes|typos|errors",
    "never again",
    "never|not ~1 repeat|be_repeated|recur|reoccur|re-occur|happen_twice",
    "never HAPPEN !received|told|been|said|heard ~3",
    "last time this|it|that|we|you|anything ~2 happens|will|makes|ever|hear",
    "was|is|be|will|were ~1 last time",
    "not ~1 allow|let this|it|that|anything ~3 happen",
    unless=(
        "prevent|avoid|reduce|lower|limit*|preventing|avoiding ~8 again|in_future|in_the_future|future",
        "you ~1 never ~1 want",
        "not ,? ~1 would never be",
        "not be asked|contacted|charged|billed|debited ~3 again",
        "we|i never ~1 made|make|do|see|posted|sent|get|share|post|publish|use ~2 promises|it|your|any|the",
        "did|has|had|was|were not ~3 again",
        "have|has ~1 never|not",
        "can not ~1 promise|guarantee|say",
    ),
    families=_FAMILIES,
)
_GUARANTEE = table(
    "our|all|every|each ~2 dates|posts|e-mails|prices|figures|facts|products|data|information|mails|messages|invoices|letters|tweets ~1 will always|be_right|be_correct|be_perfect|be_checked_twice",
    "always be right|correct|accurate|safe|on_time|perfect|checked|there|truthful",
    "from here|now|today|tomorrow on|onwards|forward ~6 always|never|no|only|every|right",
    "we|i ~2 guarantee|swear|vow|pledge",
    "we|i ~1 give|gave you our|my word",
    "give|have you? our|my ~1 word|guarantee|assurance|promise",
    "we|i ~2 assure|can_assure you|everyone|our|all",
    "guaranteed|guarantees",
    "promise|promised|promises|promising ~5 never|not|no|every|everyone|all|nothing|always|zero|perfect|only|100",
    "promise|promised you|everyone ~1 that|it|this|we|there",
    "'s|is a|our promise|guarantee",
    "hand on heart",
    "rest|be assured",
    "assure you|everyone|all|our|customers|readers|members",
    "you can ~1 be sure|certain|confident that|we|it",
    "never|not let you|anyone|our|them ~2 down",
    "never|not disappoint|fail you|our|anyone ~2 again",
    "you can ~1 rely|count|depend on us",
    "zero|no_more|no_further|without_any|eliminate|eliminated|free_of ~1 SLIP",
    "there will be|are no ~1 SLIP",
    "error-free|mistake-free|typo-free|flawless|fail-safe|foolproof|bulletproof|fool-proof",
    "flawlessly|perfect from|every|service|in_future",
    "100|hundred % ~1 accurate|sure|certain|safe|secure|correct|right|reliable|committed|of",
    "100|hundred percent|per_cent",
    "completely|totally|absolutely|fully safe|secure|prevent|eliminate|eliminated|impossible|certain",
    "every|each post|e-mail|tweet|message|word|letter|fact|figure|line|price|photo ~2 will|is_going_to|gets",
    "every single time|one|e-mail|post|message|penny|customer|person|word|fact",
    "impossible for|that this|it|that|to",
    "from now_on|today|this_day|tomorrow|here_on ,? ~4 always|never|no|nothing|nobody|zero",
    "not|never ~2 a|one|any? single ~3",
    "we|i promise|swear|vow .|!|,",
    ", promise|promised .|!|,",
    "again|ever ,? promise|promised|we_promise",
    "all|every|each|everyone|everybody ~4 get|gets|receive|receives ~3 money|refund ~1 back|today|tomorrow|now|in_full",
    "all|every_cent_of|every_penny_of their|your|the|people_s money",
    "will always be|get|check|double-check|tell|deliver|have|put|ensure|make|do|keep",
    "under no circumstances",
    "once and for all",
    "forever|for_good|for_ever|for_all_time .|,|!",
    unless=(
        "not|never|no ~2 promise|guarantee|guaranteed|promises",
        "can not ~1 promise|guarantee|assure",
        "said|wrote|stated|claimed|told|promised|advertised|offered|listed|posted|published|showed|called|promising ~8 guarantee|guaranteed|guarantees|free|safe|100|secure|always",
        "not always",
        "as always",
        "promise to try|listen",
        "promised|advertised|promising ~1 you a|an|the",
        "the|our|that|a money-back? guarantee|guaranteed is|was|rate|price|income|minimum|does",
    ),
    families=_FAMILIES,
)
_ALL_LOSSES = table(
    "compensated|refunded|reimbursed|repaid in_full|fully|completely",
    "fully|completely compensate|refund|reimburse|compensated|reimbursed|repaid ~2",
    "all|every|each|everyone|everybody ~3 will ~1 be ~1 compensated|reimbursed|refunded|repaid|paid ~2",
    "full|complete|total|absolute safety|security|protection|certainty|accuracy|compensation|transparency|refund_for_all",
    "all|any|every|each|full|total|whatever|no_matter_what ~3 LOSS",
    "compensate ~2 everyone|everybody|all|anyone",
    "PAY ~2 everything|whatever|any_loss|all_losses|all_costs",
    "PAY every|each ~2 penny|cent|customer|person|euro|pound|dollar|one",
    "whatever it takes|costs",
    "at any cost",
    "no matter what|how_long|how_much|the_cost",
    "fix everything",
    "make everything|it_all|all_of_this right|good",
    "do|doing|done everything|all|anything in_our_power|we_can|possible|necessary|it_takes|we_possibly",
    "within|in the|the_next|under|less_than|just|next? one|two|three|four|five|six|ten|twelve|24|48|72|an|a|twenty-four|twenty-four|forty-eight|few|12|10|30|60|15|2|3|4|5|6|8|1 hour|hours|minute|minutes|days|day|seconds|hrs|business_days|working_days",
    "by the_end_of|end_of|close_of|tonight|midnight|this_evening|noon? ~1 today|day|tonight|business|the_day|the_week",
    "in no time",
    "instant|instantly|immediate ~1 refund|refunds|refunded|compensation",
    "everyone|everybody|all_of_you|each_of_you|every_customer|all_customers|all_affected|every_passenger|anyone_affected|everyone_affected ~3 will ~2 refunded|compensated|reimbursed|paid|money|repaid|full_refund",
    "24/7",
    unless=(
        "opens|starts|closes|ends|begins|leaves|departs|takes|took|ran|runs|lasts|lasted|stays|was|were|cook|boil|apply|register|posted|deleted|removed|corrected|fixed|published|spotted|noticed|due|told|contacted|happened|realised|withdrew|replaced|reply|respond|vote|take|use|eat|drink|collect|return|return_it ~6 within|in|by",
        "full list|story|report|text|programme|price|article|name|cost_of|costs_of ~2",
        "please|must|should|tablet|tablets|dose|doses|patients ~5 within|in|by",
        "in one|two|three|a|the ~1 days|day ~1 's|time",
        "wrong|incorrect|correct|right|mails|e-mails|messages|posts|times ~4 within|in|by",
        "within|in|by ~5 , ? not",
        "not|never within|in|by",
        "all costs|expenses is|are|were|in|include*|shown|listed",
    ),
    families=_FAMILIES,
)
_PREVENT = table(
    "ensure|ensuring|make_sure|making_sure|make_certain|see_to_it|guarantee that? it|this|that|such|nothing|something|these|those|mistakes|errors|they|no ~4 never|not|no|cannot ~2 happen*|recur*|repeated|occur*|arise",
    "ensure|ensuring|make_sure|making_sure that? nothing|no|never ~5 happen*|recur*|occur*|goes_wrong|like_this|mistake|mistakes|error|errors",
    "so|such that? it|this|that ~1 can|will|could|does not|never happen|recur|be_repeated|occur",
    unless=("did|do|was|were|had|have|could not ~1 ensure|make_sure|make_certain",),
    families=_FAMILIES,
)

_LEGAL = table(
    "is|was|were|are|amounts_to|amounted_to|constitutes|be a? libel|slander|defamation|fraud|theft|perjury|bribery|plagiarism|copyright_infringement|false_advertising|insider_trading|discrimination_under|trespass|unlawful|extortion",
    "in the eyes of the law",
    "gross|grossly|criminal|wilful ~1 negligence|negligent|misconduct|carelessness_in_law",
    "disregarded|neglected|skirted|circumvented|ignored|failed_to_observe|did_not_observe ~2 safety|statutory|legal|data_protection|hygiene|fire|building|labour|employment|health|consumer regulations|rules|law|laws|requirements|duties|standards|provisions|code",
    "negligent|negligence|negligently",
    "reckless|recklessly|recklessness",
    "liable|liability|culpable|culpability",
    "guilty !pleasure|pleasures",
    "at fault in|under law|legally",
    "responsible|wrong|guilty under|in ~2 law",
    "no licence|legal_right|legal_basis ~3 for|to",
    "legally responsible|at_fault|wrong|obliged|bound|liable",
    "accept|admit|acknowledge|assume|take|bear|accepts|admits ~3 liability|guilt|legal_responsibility|wrongdoing|legal_fault",
    "broke|broken|break|breaking|breached|breach|breaching|violated|violate|violates|violation|violating|infringed|infringe|infringing|infringement|contravened|contravene|contravention|flouted|fell_foul|failed_to_comply|not_comply|non-compliance|not_compliant|failed_to_meet|against|disregarded ~1 of|with? ~4 LAW",
    "in breach|violation|contravention of|.|,",
    "breach of ~2 contract|confidence|privacy|duty|copyright|law|gdpr|regulation|licence|data_protection",
    "illegal|illegally|unlawful|unlawfully|criminal|fraudulent|fraudulently|defamatory|libellous|slanderous",
    "libelled|defamed|slandered|defrauded|misappropriated|plagiarised|stole|plagiarism|embezzled",
    "discriminated against",
    "committed|amounts_to|amounted_to|constitutes|constituted|constitute ~2 fraud|libel|slander|defamation|discrimination|crime|offence|theft|malpractice|negligence|misconduct|harassment|breach|infringement|violation",
    "duty of care",
    "malpractice",
    "false|misleading advertising",
    "without ~2 licence|legal_basis|legal_right|lawful_basis|consent_required|permission_from_the_copyright",
    "owe|pay you|them|him|her ~1 damages",
    "our|my fault ~1 in_law|legally",
    "failed in our|my legal? ~1 duty|duties|obligation|obligations|responsibilities_under",
    "failed our|my legal? duty|duties|obligation|obligations|duty_of",
    "we|i knew ~3 risk|danger|defect|fault|unsafe|dangerous|illegal|faulty|problem|could_hurt|would_hurt",
    unless=(
        "not|never|nor|deny|falsely|wrongly|incorrectly|mistakenly ~3 broke|broken|breach|breached|illegal|unlawful|criminal|liable|negligent|guilty|liability|violat*|fraud*|licence|law|stole",
        "said|wrote|claimed|reported|stated|suggested|implied|called|accused|described|named ~8 broke|broken|breached|illegal|unlawful|criminal|liable|negligent|guilty|violated|fraudulent|libel*|stole",
        "our|house ~2 own|editorial|community|internal|house ~1 rules|code|guidelines",
        "breach of ~2 trust|faith|rules|etiquette|protocol|policy|guidelines|our",
        "rules|policy by|of a|one|an|our ~2 member|employee|staff|colleague",
        "criminal case|court|record|justice|law",
        "copyright case|court",
        "valid|new|driving|television licence",
        "police|court|judge|jury|verdict|he|she|they|suspect ~4 guilty|criminal|illegal|stole",
    ),
    families=_FAMILIES,
)


def check_promises(text: Text, _context: Context) -> Iterator[Finding]:
    """Yield promises beyond anybody's power, and words of legal fault."""
    yield from (
        finding(Label.OVERPROMISE, span)
        for span in spans(text, _NEVER_AGAIN, _GUARANTEE, _ALL_LOSSES, _PREVENT)
    )
    yield from (finding(Label.LEGAL_ADMISSION, span) for span in spans(text, _LEGAL))
