"""What makes a mistake small in every situation, a light correction too: sayings, catastrophes that it is not, questions that want no answer.

A light word (“a little slip”) is a light brand's ease in a light case; to tell readers that it does not matter is not.
"""

from collections.abc import Iterator

from bot.lint.model import Context, Span
from bot.lint.phrases import spans, table
from bot.lint.text import Sentence, Text
from bot.plan import Expects

_FAMILIES = {
    "CATASTROPHE": (
        "end_of_the_world watergate crime_of_the_century crime_of_the_year world_war third_world_war matter_of_life cause_for_panic big_deal"
        " biggie major_incident national_emergency state_affair capital_crime hanging_offence rocket_crash apocalypse armageddon cataclysm"
        " life_and_death life_or_death earth-shattering earth_shattering world-shaking life-changing"
    ),
    "TROUBLES": "things problems crimes sins mistakes errors blunders matters fates tragedies disasters scandals worries evils ways",
    "PIECE": (
        "word words letter letters comma commas digit digits character characters line lines zero zeros figure figures syllable syllables"
        " sentence sentences typo typos apostrophe apostrophes name names number numbers cent cents penny pennies minute minutes second seconds"
    ),
    "MANY": "hundred hundreds thousand thousands million millions dozens 2* 3* 4* 5* 6* 7* 8* 9* 1* so_many",
    "ANYBODY": "anyone anybody someone somebody people lives heads the_sky the_world the_sun the_house a_house the_building the_ship we_had we_burned we_killed we_stole we_robbed we_set we_sold we_started a_war",
    "LOSES": "died drowned starved bled lost_money lost_a_penny lost_a_cent lost_an_eye lost_a_limb lost_their_life came_to_grief went_hungry went_bankrupt was_harmed were_harmed was_killed got_killed",
    "OFTEN_DONE": "been_there done_it done_that done_this typed mistyped misspelled slipped pressed_the_wrong hit_the_wrong clicked_the_wrong hit_send made_a_typo made_that made_this",
    "CLUMSY": "clumsiness carelessness confusion haste thoughtlessness awkwardness sloppiness insensitivity negligence untidiness exaggeration tactlessness",
}
_SAYINGS = table(
    "worse|bigger|graver|larger|more_serious|more_important ~1 TROUBLES|fish ~1 happen|happens|happened|exist|have_happened|to_fry|to_worry|to_think|at_sea|in_life|in_the_world|than_a|than_this|than_that|in_history|to_go",
    "there are|is|have_been|must_be ~1 worse|bigger|graver|more_serious TROUBLES|fish",
    "hardly|scarcely|barely|not|no|nothing_like|far_from ~2 a|an|the ~1 CATASTROPHE",
    "hardly|scarcely|barely|no|not_exactly|not_quite CATASTROPHE",
    "not exactly? as_if|as_though|like ~1 ANYBODY|nobody",
    "storm|tempest in a tea*|glass|bucket",
    "much ado about",
    "drop in the|an ocean|bucket",
    "mountain|mountains out of ~1 molehill|molehills|it|this|nothing",
    "big|great|huge|much fuss|noise|ado|drama|excitement|outcry ,|and|over|about|for ~1 small|little|nothing|tiny|minor|trivial|a_comma|a_word|a_letter",
    "nothing|hardly_anything|not_something|not_much to write home",
    "nothing|hardly_anything|no_reason|no_need to|anyone_to|anybody_to ~1 lose|losing ~1 sleep",
    "nobody|no_one|none_of_us|none_of_you|hardly_anyone|hardly_anybody|few|not|not_worth ~5!lets|let lose|loses|lost|losing ~1 sleep|a_wink",
    "small beer|potatoes|fry|cheese|stuff",
    "chicken feed",
    "world|earth|sun ~1 keeps|still|will_keep|will_still|goes|will_go ~1 turning|turns|turn|spinning|spins|rises|rise|shines|on",
    "sky|world|heavens|roof has|have|did|had not ~1 fallen|fall|ended|end|stopped|collapsed",
    "life|world|show goes|will_go on .|,|!",
    "invisible|hardly_visible|barely_visible ~1 to the naked|untrained",
    "could|might be|have_been ~1 much|far|a_lot? worse",
    "we|you have all ~1 OFTEN_DONE",
    "everyone|everybody|every_one_of_us|who has ~1!never OFTEN_DONE",
    "been there , done",
    "we|you|they will ~1 all ~1 survive|live|cope|manage|get_over|be_fine|laugh",
    "all is|'s well that ends",
    "it|this|that is|'s only|just|merely money|words|pixels|paper|numbers|letters|ink|television|tv|football|the_internet|a_name|a_date|a_game|a_comma|a_number",
    "let us|'s not|never ~1 get|be|become|grow|make|lose|go ~1 carried_away|hysterical|silly|worked_up|excited|too_upset|dramatic|a_drama|a_fuss|our_heads|overboard",
    "blink|blinked ~4 miss|missed",
    "others|rivals|competitors|other_papers|other_shops|other_brands|some|plenty|many ~1 have|has|did|do ~1 done|made|do|did|said|posted? ~1 far|much|a_lot? worse",
    "a|an|one ~3!we|i never ~1 hurt|harmed|killed|bit|ruined|hurts|kills anyone|anybody|a_soul|a_fly|nobody",
    "hard|difficult|impossible|tricky to ~1 see|read|make_out|recognise|notice|spot|hear ~1 anyway|in_any_case|at_all|as_it_was",
    "happens to the best",
    "happens in the best|finest",
    "if that|this|it is the|our worst|biggest|greatest|gravest|only",
    "amounts|amounted|boils|boiled|comes|came ~1 to|down_to ~1 a|an|no ~1 rounding|typo|slip|matter|misprint|comma|letter|word|hyphen|nothing|more_than",
    "a touch|hint|dash|spot|trace|whiff|pinch of ~1 CLUMSY",
    "the odd PIECE|mistake|slip|error|mail|e-mail|address|patient ~3",
    "forgivable|pardonable|understandable|excusable ~1 slip|error|mistake|typo|lapse",
    families=_FAMILIES,
    unless=(
        "not|no|never|nor ~3 storm|ado|drop|mountain|small",
        "not ~2 just|only|merely|simply",
        "is|was|are|were|feels|felt ~1 a ~1 big_deal",
        "no|not ~1 small beer|potatoes|fry",
        "as_if|as_though ~3 warned|told|known|asked",
        "like ~3 before|again",
        "made|make|making ~1 it|things|this ~2 worse",
        "no|nothing|nobody|what ~3 could be ~1 worse",
    ),
)
_UNHARMED = table(
    "nobody|no_one|not_a_soul ~1 LOSES ,|.|!|after_all|of_it|from_it|over_it|by_it",
    "no harm|damage ~1 came|comes|was_done|is_done|done|resulted|, no_foul",
    "no animals|lives|bones|people|humans ~2 were|was ~1 harmed|lost|broken|hurt|in_the_making",
    families=_FAMILIES,
)
_FRACTION = table(
    "one|two|three|a_single|single|a_couple_of|1|2|3 ~2 PIECE ~1 out_of|in|of|among|from ~4!we|i MANY ~2 .|,|!|;|words|letters|pages|lines|names|characters|people|years|mails|e-mails|posts|figures",
    families=_FAMILIES,
    unless=("we|i|should|instead|rather|not", "per|a|each|every day|week|month|year|hour"),
)
_ASKED = table(
    "who ~2 reads|looks|cares|notices|counts|minds|checks|spells|remembers|needs ~6 ?",
    "who|what has|have not ~1 ever|once? ~8 ?",
    "what is|'s|are one|two|a_single|a_few|a|an ~6 among|too_many|more_or|between|here_or|in_a|out_of ~4 ?",
    "what is|'s|was ~1 so|the|all_the|such ~1 terrible|bad|awful|serious|big_deal|fuss|harm|drama|outcry|shocking|dreadful ~6 ?",
    "is|was|are|were|does ~1 it|that|this|one|a|an|they ~4 really|so|that|such|all_that|truly ~1 worth|bad|terrible|important|serious|awful|grave|a_crime|a_scandal|a_disaster|a_problem|much ~8 ?",
    "did|do you|anyone|anybody|any_of_you ~1 notice|spot|mind|care|see_it|hear_it ~3 ?",
    "does|did it|that|this ~2 hurt|make_a_difference|kill ~6 ?",
    families=_FAMILIES,
)


def belittled(text: Text, context: Context) -> Iterator[Span]:
    """Yield where readers are told that it does not matter; “nobody died” can be the fact that a grave correction gives."""
    may_be_fact = context.serious and Expects.CORRECTION in context.expects
    yield from spans(text, _SAYINGS, _FRACTION, *(() if may_be_fact else (_UNHARMED,)))
    for sentence in text.sentences:
        if _is_asked(sentence):
            yield from spans(text, _ASKED, only=sentence)


def _is_asked(sentence: Sentence) -> bool:
    return sentence.tokens[-1].word == "?"
