"""Promises without a limit: the last mistake of its kind, safety without a gap, every loss paid, a day by which all of it is done."""

from bot.lint.model import Span
from bot.lint.phrases import spans, table
from bot.lint.text import Text

_FAMILIES = {
    "MISHAP": (
        "ERROR mistake mistakes leak leaks breach breaches mix-up mix-ups repeat repetition recurrence alarm alarms outage outages slip slips delay delays"
        " false_alarm false_alarms slur slurs insult insults gap gaps loophole loopholes hole holes typo typos scandal scandals wrong_date"
        " wrong_dates wrong_name wrong_names wrong_price wrong_prices wrong_bill wrong_bills wrong_figure wrong_figures wrong_letter wrong_letters"
    ),
    "KIND": "kind sort nature type order",
    "ASSET": "data file files record records account accounts money savings details picture pictures photo photos password passwords child children information privacy secrets card cards site website network home",
    "OURS_NOW": "we our my system systems software filter filters tool process procedure procedures machine check checks team staff house office paper page school bank rules",
    "HAPPEN": "happen happens occur arise recur come_about come_to_this come_up be_repeated repeat_itself get_out go_out leave leak slip_through slip_past get_past get_through come_out escape be_sent be_printed be_published be_leaked pass reach_you appear",
    "PAYS": "pay pays cover covers bear refund repay replace reimburse compensate make_up make_it_up make_good settle foot",
    "SOON": "tonight tomorrow noon midnight lunch the_weekend the_day_is_out the_end_of_the_day the_end_of_the_week sunset breakfast morning",
    "GONE": "impossible unthinkable inconceivable ruled_out excluded out_of_the_question a_thing_of_the_past history in_the_past over_for_good behind_us_for_good",
}
_LAST = table(
    "will|shall not|never|no_longer|no ~3 another|a_second|one_more|any_more|any_further|more|further ~3 MISHAP|such|of_this|of_that|of_its|like_it|like_this",
    "there will|shall not|never be ~1 another|a_second|one_more|any|any_more|a_single ~3 MISHAP",
    "you|we|they|nobody|no_one will|shall|are_going_to see|get|have|find|hear|receive|suffer|read|make ~1 no ~1 more|further|other|second ~2 MISHAP",
    "nothing|none|no_thing ~1 of|like ~1 the|this|that|its|such ~1 KIND ~2 will|shall|can|could ~6",
    "no|not_one|not_a|nothing|never_a|not_a_single ~4!we|i will|shall|can|could ~2 HAPPEN ~3 any_more|anymore|again|ever|us|our|this_house|this_office|here|from_us",
    "as long as we|i|this ~2 exist|exists|lead|live|am|are|is|stands|run|work ~3 ,? ~1 no|nothing|never|not ~3 will|shall|can",
    "no|nothing|none|nobody ~3 will|shall|can ~8 as long as we|i|this|our",
    "such|another|second|any ~2 MISHAP|thing|things|remark|post|joke|letter|mail ~4 can|will|could|shall ~1 not|never|no_longer|hardly ~2 HAPPEN",
    "such|a_second|another|repeat|repetition|recurrence|MISHAP|mistakes ~5!was|were|not is|are|be now? ~1 GONE",
    "can|could|do ~1 rule_out|exclude ~1 that|any|all|every|anything|a_repeat|a_second|another !for",
    "the first|only and|or the? ~1 last",
    "this|that|it|those was|is|were|will_be ~1 the|our|my ~1 last|final ~2 MISHAP|mistake|time|of_its|of_this|of_that|of_the_kind",
    "this|that|it was|is|will_be ~1 the|our|my ~1 last|final you_will|you_ever|you_shall|you_hear ~1 hear|see|read|get|of",
    "we|i ~1 will|shall ~1 have|make|made ~1 our|my ~1 last|final ~2 MISHAP",
    "the last ~2 MISHAP ~1 is|has_been ~1 closed|fixed|found|plugged|removed|gone|mended",
    "vow|vows|promise|swear|pledge ~2 it|this|that ~1 ends|stops|is_over",
    "it|this|that ~1 ends|stops ~1 here_and_now|for_good|once_and_for_all|for_ever|forever",
    "sooner|rather ~4 than ~1 let|allow|repeat|see ~2 happen|this|it|that|again|such|another",
    "impossible|inconceivable|unthinkable ~1 that|for ~1 it|this|such|a|another|any|anything ~3 comes|happens|recurs|returns|repeats|leaks|occurs|gets|happen|recur|return|occur|leak",
    "that|this was it ~1 with|for ~1 our|the? ~2 MISHAP",
    "not ~2 see|read|hear|get|suffer|come|happen|occur ~8 a_second_time",
    families=_FAMILIES,
    unless=(
        "can|could|do|does|did|would not|never|hardly ~1 rule_out|exclude|promise|guarantee|say|be_sure|know",
        "should|hope|hopes|try|trying|want|aim|unless|until|without|before ~2",
        "last|final ~3 was|were ~2 in|on|at|of",
        "no|never ~1 another ~2 apology|excuse|word",
    ),
)
_SAFE = table(
    "is|are|be ~2 as safe|secure|watertight|protected ~2 as ~3 can|could|possible|possibly|it_gets|gets|anywhere|any|ever|nowhere|fort|bank|a",
    "could|can not ~1 be ~1 in? ~1 safer|better_protected|more_secure|better|better_hands|more_careful ~1 hands|protected|guarded|kept|now|.|,",
    "your|our|all ~2 ASSET ~2 is|are|will_be|stays|stay|remain|remains ~2 completely|totally|absolutely|perfectly|entirely|fully|wholly|hundred|utterly|always|forever ~2 safe|secure|protected|out_of_reach|sealed|private|confidential|watertight",
    "safe|secure ~2 at every|all moment|times|hour|minute",
    "out of reach for|of ~1 anyone|anybody|everyone|everybody|all|hackers|strangers|any",
    "nobody|no_one|no_stranger|no_outsider|no_hacker|not_a_soul ~1 can|will|could|shall ~2 ever ~3!again ASSET|them|it|at|reach|access|read|touch",
    "nobody|no_one|no_stranger|no_outsider|no_hacker|no_thief|not_a_soul ~1 can|will|could|shall ~2 get_at|get_into|break_into|hack|steal|crack|get_hold_of|lay_hands_on",
    "you|we|they can|may ~1 be ~2 certain|sure|confident that? ~1 your|no|nobody|nothing|it",
    "made|make|makes|making sure|certain ~1 nobody|no_one|no ~2 can|will|could|shall ~1 ever|get|reach|access|see|read|touch|break",
    "zero|no_conceivable|not_the_slightest|not_the_least|no_possible|absolutely_no ~1 danger|risk|threat|chance ~1 to|for|that|of ~4",
    "closed|plugged|shut|found|fixed|removed|sealed|stopped|eliminated|mended ~1 every|each|all|any ~3 MISHAP|weakness|weaknesses|back_door|flaw|flaws|leak",
    "catches|catch|stops|finds|spots|blocks|sees|recognises|detects|filters_out|weeds_out ~1 every|each|all|any ~1 MISHAP|fault|falsehood|lie|wrong|last",
    "OURS_NOW ~4 does|do|can|will|shall not|never|no_longer ~1 make|commit|produce ~1 mistakes|errors|slips|typos|faults|blunders|any|another|a_single",
    "nothing|no_reason|no_need|no_cause ~2 to? ~1 fear|worry|worry_about|be_afraid|be_afraid_of ~1 ever|any_more|anymore|again|from_us|with_us",
    "free|rid of|from ~1 all|any|every|errors|mistakes|typos|faults ~1 !charge",
    families=_FAMILIES,
    unless=(
        "did|do|was|were|had|have|could|does not|never ~1 make_sure|made_sure|make_certain|been_safe",
        "can|could|do|does|did|would not|never|hardly ~1 promise|guarantee|say|be_sure|know",
        "no|not|never|nobody|nothing ~6 free",
        "not|never|hardly ~2 safe|secure|completely|totally|absolutely|perfectly|entirely|fully|always",
        "should|hope|hopes|until|unless|before|promised|claimed|said|wrote|thought|told|believed ~4",
    ),
)
_ALL_PAID = table(
    "whatever|what|everything|anything|however_much|all ~1 you|it|they|this|that|we ~1!should|would lost|lose|loses|cost|costs|paid|pay|spent|suffered|took|owe|owed ~4 ,? ~1!not|nothing we|i ~2 PAYS",
    "we|i ~2!not PAYS ~2 everything|it_all|all_of_it|all_of_this|the_lot|every_cent|each_cent .|,|!|;|:|and|to|no|you_lost|it_cost",
    "PAYS|paid|back|money|compensat*|lost ~8 to|down_to the ~1 last|final|very_last ~1 cent|penny|euro|pound|dollar|pence",
    "no questions asked",
    "all_of_you|each_of_you|everyone|everybody|each_and_every_one ,? without exception|any_exception|a_single_exception",
    "come what may",
    "every|each ~1 one? ~1 of you|us|them|those ~2 will|shall|gets|get|has|have|is_going_to ~2 money|refund|refunded|paid|compensated|repaid|reimbursed|whole",
    "every|each|all ~2 of you|them|those ~2 will|shall|gets|get|has|have ~6 by|before|within ~1 SOON|an_hour|the_hour",
    "everyone|everybody|all|each|every ~5 money|refund|refunded|paid|repaid|compensated|solved|resolved|fixed|sorted|settled|back ~3 by|before ~1 SOON",
    "no_one|nobody|none_of_you|no_customer|no_guest|no_family ~3 without ~1 full|complete|a_full ~1 compensation|refund|payment",
    "nobody|no_one|none_of_you ~2 will|shall|is_going_to ~2 out_of_pocket|lose_a_cent|lose_a_penny|pay_a_cent|left_behind|left_out",
    "with everything|all we own|have|possess",
    families=_FAMILIES,
    unless=(
        "open|opens|close|closes|arrive|arrives|start|starts|end|ends|leave|leaves|collect|return|reply|answer|tell|publish|print|say|write|call|ring|know|hear|vote|apply|register|order|send|post|report|deliver|come|be_back|be_open|be_closed|run|rain|know ~6 by|before",
        "not|never ~4 by|before",
        "said|wrote|promised|claimed|told|announced ~8 by|before",
        "what|whatever we ~1 owe|owed nothing|not",
    ),
)
_ALWAYS = table(
    "right|correct|true|honest|careful|accurate|truthful , ~1 always .|,|!|;",
    "nothing but ~1 correct|right|accurate|true|perfect|flawless|the_truth|the_right",
    "we|i will|shall|are_going_to ~1 always ~4 right|correct|correctly|accurate|accurately|on_time|exact|truth|first|there_for|perfectly",
    families=_FAMILIES,
)


def unlimited(text: Text) -> list[Span]:
    """Return the promises that nobody can keep, whatever else the text says."""
    return spans(text, _LAST, _SAFE, _ALL_PAID, _ALWAYS)
