"""Does the text make the mistake look smaller than it is?"""

from collections.abc import Iterator

from bot.lint.labels import Label
from bot.lint.model import Context, Finding, finding
from bot.lint.phrases import spans, table
from bot.lint.text import Text

_FAMILIES = {
    "SMALL": "small tiny little minor slight trivial wee harmless silly innocent simple honest genuine momentary isolated insignificant negligible minuscule cosmetic teeny mere",
    "SLIP": (
        "ERROR joke jokes fun banter misunderstanding misunderstandings misspelling incident incidents accident accidents detail technicality"
        " formality inaccuracy discrepancy indiscretion inconvenience delay delays problem issue matter bump bit_of_fun bit_of_banter"
        " misclick mis-click keystroke misprint formatting_error spelling_mistake spelling_error wording prank hitch muddle bit_of_humour thing slip_of"
    ),
    "FEW": "handful few small_number tiny_number small_fraction tiny_fraction small_minority tiny_minority small_percentage small_proportion small_group fraction minority limited_number couple very_few tiny_percentage very_small_number",
    "WHO": "people customers users readers recipients subscribers members accounts records followers guests clients families complaints of_you of_our of_the of_them of_those percent per_cent % out_of minutes seconds hours moments",
    "OFF": "off wrong inaccurate insensitive awkward unfortunate misleading clumsy inappropriate hasty harsh mistaken confusing careless ill-judged rude premature unclear tasteless over_the_top out_of_place",
}

_ONLY = table(
    "just|only|merely|simply a|an|some|the|one|our? ~2 SLIP",
    "just|only|merely|simply|mere ERROR|joke|banter|fun|technicality",
    "it|this|that|they|these is|was|'s|were just|only|merely|simply a|an|one|some ~2 THING|cartoon|song|game|word|emoji|stunt|costume|sketch|poster|film|show|tv|book !message ~1",
    "it|this|that|which is|was|'s ~1 just|only|simply|merely a|an|one|some",
    "a|the handful|tiny_fraction|small_fraction|small_number|tiny_number|small_minority|tiny_minority of",
    "no|none|not ~3 was|were|has_been|is ~1 seriously|badly|really|actually|permanently|directly|severely|materially",
    "vast majority|most ~5 not ~1 affected|impacted|concerned|notice|noticed|involved|included",
    "only|just|very briefly",
    "in rare|a_few|very_few|isolated|some_isolated cases|instances",
    "so-called|alleged|supposed ~1 ERROR|scandal|leak|incident|insult|insults|offence|slur|breach|harm|damage|victims",
    "growing pains",
    "room for improvement",
    "humorous|playful|cheeky|light ~1 take|look|comment|post|nod|dig|jab|remark",
    "only|just|merely|barely|no_more_than|fewer_than|less_than ~1 NUMBER ~1 of|out_of|people|customers|users|readers|members|accounts|guests|subscribers|recipients|patients|families|records|e-mails|letters|minutes|seconds",
    "BE ~1 negligible|insignificant|trivial|minimal|unimportant|harmless|inconsequential|immaterial",
    "luckily|fortunately|thankfully ,? ~1 only|just|no|nobody|few|the|it|nothing|most",
    "one-off|isolated incident|case|mistake|error|occurrence|event|slip",
    "a one-off",
    "never happened before",
    "just|only words|tv|twitter|internet|television|facebook|football|social_media|business|entertainment",
    "nothing more than|but ~3",
    "no|little more than a ~2 SLIP",
    "nothing worse than",
    "only|just|merely|barely|fewer_than|less_than|no_more_than a|an|the? ~2 FEW|one|two|three|four|five|six|ten|a_dozen ~1 WHO",
    "only|just|merely|barely|fewer_than|less_than|no_more_than ~1 one|two|three|four|five|six|seven|eight|nine|ten|a_dozen|twelve|twenty|some|a_few|few|a_couple|1|2|3|4|5|6|7|8|9|10|12|15|20|30|40|50|100|200 ~3 affected|concerned|involved|received|saw|noticed|complained|reached|impacted|were_affected|was_affected|got_it|got_the",
    "nothing ~1 bad|serious|terrible|dramatic|tragic happened|came|occurred|resulted",
    "affected|reached|involved|concerned|hit|impacted|touched only|just|merely|fewer_than|less_than|no_more_than|barely|under ~4",
    "affected|reached|involved|concerned|hit|impacted|touched|visible_to|seen_by|went_to|sent_to ~1 a|the? ~1 FEW",
    "online|live|up|visible|there for ~1 only|just|barely|a_few|less_than|under|a_matter_of ~2 minutes|seconds|moments|hours",
    "for only|just|barely ~3 minutes|seconds|moments|hour|hours",
    "was|were|is only|just|merely ~2 up|online|live|visible|there",
    "only lasted|affected|reached|concerned|involved|applies|applied|happened",
    unless=(
        "not|never just|only|merely|simply",
        "more than ~1 a",
        "far from",
        "this|it|that is|was not ~2 SMALL|joke",
        "it|this|that|which is|was|'s ~1 just|only|simply|merely a|an|one|some ~1 test|draft|reminder|sample|preview|drill|exercise|rehearsal|way|matter_of|part|start|beginning|first|copy|summary",
        "just|only|simply a quick|short|test|draft|sample|preview ~1",
        "just|only|simply|merely a reminder|note|thought|moment|minute",
        "only|just ~1 NUMBER ~3 left|per|each|a_day|available|needed|allowed|places|seats|tickets|tablet|tablets",
        "available|open|valid|works|applies|offered|runs|opens ~2 only",
    ),
    families=_FAMILIES,
)
_SMALL = table(
    "SMALL ,? ~2 SLIP !but_serious|so",
    "a bit of|of_a fun|banter|humour|mistake|slip|laugh|mess|muddle|error|misunderstanding|blunder|joke|nuisance|mix-up",
    "stupid|dumb|little|small|brief|technical|temporary|minor|momentary|silly glitch|hiccup|blip",
    "slip of the ~1 tongue|finger|pen|keyboard|thumb|mouse|fingers",
    "a little|bit|touch|tad|slightly ~1 OFF",
    "slightly|somewhat|mildly|fairly_minor ~1 OFF",
    "hiccup|blip|boo-boo|whoopsie|snafu|hitch|mishap|wobble|flub",
    "teething trouble|troubles|problem|problems|issues",
    unless=("not|no|never ~1 a? SMALL", "a little|bit later|earlier|longer|more"),
    families=_FAMILIES,
)
_NO_MATTER = table(
    "no real|actual|lasting|serious|great|permanent|significant|major? harm|damage was|is|were|has_been|done|caused",
    "no harm|damage|injury|injuries ~1 done|caused|resulted|came|, no_foul",
    "no_one|nobody was|got|has_been|were ~1 hurt|harmed|injured|really_affected",
    "nobody|no_one|anybody|anyone|somebody died",
    "nobody|no_one|anybody|anyone|not|never ~2 was|were|got ~1 killed|injured|hurt|harmed|in_danger|at_risk",
    "no big deal|biggie|drama",
    "not that|such_a|so|really|exactly|a|the|very|too|all_that|quite|as ~1 big_deal|big_a_deal|end_of_the_world|serious|bad_as|significant|important|a_tragedy|a_disaster|a_big|big",
    "hardly|nothing ~2 end_of_the_world|disaster|serious|worth|important|to_worry_about|major|tragedy|crime|scandal",
    "not the end of the world",
    "blown|blow|blowing ~2 out of all? proportion",
    "storm in a teacup|tea-cup",
    "tempest in a teapot",
    "mountain out of",
    "much ado",
    "make|making|made ~2 drama|fuss|scene|big_deal|mountain|scandal|issue ~1 out|over|about|of",
    "one|single|two|a|couple_of ~1 misplaced|wrong|missing|extra|swapped|misspelled|transposed ~1 comma|letter|letters|word|digit|digits|character|apostrophe|hyphen|zero|emoji|dot|decimal",
    "not as bad|serious|dramatic|grave as",
    "was not ~1 so|that|as|too bad|serious|dramatic",
    "no need to|for ~1 panic|worry|drama|alarm|fuss|overreact|outrage|be_upset ~1 over|about",
    "small|tiny|little ~2 in|compared ~1 the|to",
    "compared with|to ~2 other|others|what",
    "hardly|barely|scarcely a|any|worth|noticeable|noticed|affected ~2",
    "everything|all else ~2 correct|right|fine|went_well|accurate",
    "the rest ~4 correct|right|fine|accurate|stands",
    "of little|minor|no|limited consequence|importance|significance|relevance|impact",
    "little|no|limited|minimal real? consequence|consequences|impact|effect|significance",
    "happens every day|all_the_time|sometimes",
    "as they say|happens",
    "nothing to worry|see",
    "fuss over|about nothing|something|a|it|this",
    "overreaction|overreacting|over-reaction|oversensitive|over-sensitive",
    "too sensitive|seriously",
    "sense of humour",
    "worse things|mistakes|crimes",
    "could have been ~1 worse",
    "at least it|we|nobody|no_one|they|you|that",
    "in the grand|bigger scheme|picture",
    "water under the bridge",
    "put this|it|that behind us",
    "let 's|us ~1 move on",
    "it|that 's|is|was ~2 funny|hilarious|tongue-in-cheek|light-hearted|a_joke|in_jest|in_fun|for_fun|satire|harmless|only_words|just_words",
    "tongue-in-cheek|light-hearted|lighthearted",
    "tongue in cheek",
    "in jest|good_fun",
    "meant|intended as ~2 joke|fun|humour|satire|banter|laugh",
    "re-accommodat*",
    "reaccommodat*",
    "misspoke|mis-spoke|misspeak",
    "less than ideal|perfect",
    "suboptimal|sub-optimal",
    "not ~1 ideal|perfect|optimal",
    "unfortunate incident|event|situation|coincidence|choice|timing|wording|phrasing|series|turn|circumstance",
    "off-colour",
    "poorly|clumsily|badly|inelegantly|awkwardly worded|phrased|put|chosen|timed",
    "could have been ~1 better|clearer|worded|phrased|put|handled|chosen",
    "technically|strictly_speaking|largely|mostly|broadly ~1 correct|right|true|accurate|fine",
    "otherwise correct|accurate|fine",
    "quickly|promptly|swiftly|immediately fixed|corrected|spotted|removed|deleted|forgotten|noticed|caught|taken_down",
    "within seconds|minutes|moments",
    "corrected|fixed|removed|deleted|gone|caught ~2 as_quickly_as|within_minutes|within_seconds|as_soon_as|in_no_time|almost_immediately|right_away",
    "nothing happened",
    "barely noticed|noticeable|a",
    "hardly anyone|anybody|a_soul|any",
    "most|almost of_you? ~3 did not ~1 notice|mind|see|care",
    "almost|practically|virtually no_one|nobody|none",
    unless=(
        "not ~1 a? joke|funny|fun|banter|harmless",
        "within minutes|seconds of",
        "our|the|a|that|this joke|picture|post|meme that|about|which|was|hurt",
        "opens|starts|reply|leave|evacuate|leaves ~3 within minutes",
        "no excuse|excuses",
    ),
    families=_FAMILIES,
)
_MILD = table(  # in a light case these are the brand's ease, not a way of shrinking it
    "glitch|hiccup|blip|boo-boo|whoopsie|hitch|mishap|wobble|flub|snafu",
    "little|tiny|small|silly|wee ~1 SLIP",
    "quickly|promptly|swiftly|immediately fixed|corrected|spotted|removed|deleted|noticed|caught",
    "a bit of|of_a mess|muddle|mistake|mix-up",
    "corrected|fixed|removed|deleted ~2 within_minutes|as_soon_as|right_away",
    "within minutes|seconds",
    "not ~1 our best|finest ~1 day|hour|moment|work|look|week",
    families=_FAMILIES,
)


def check_shrinking(text: Text, context: Context) -> Iterator[Finding]:
    """Yield every place that shrinks the mistake; in a light case a light word is let pass."""
    found = spans(text, _ONLY, _SMALL, _NO_MATTER)
    mild = [] if context.serious else spans(text, _MILD)
    for span in found:
        if not any(light.start <= span.start and span.end <= light.end for light in mild):
            yield finding(Label.MINIMISING, span)
