"""Is there an apology, and is it for what we did?"""

from collections.abc import Iterator, Sequence

from bot.lint.labels import Label
from bot.lint.model import ABSENT, Context, Finding, finding
from bot.lint.phrases import spans, table
from bot.lint.text import Text, Token
from bot.plan import Expects

_APOLOGY = table(
    "sorry for your|their|his|her loss ~1 and|, ~1 for|that|about|we",
    "sorry !state|sight|excuse|story|affair|for_your_loss|for_their_loss",
    "for_your_loss|for_their_loss ,? and for our|what|the",
    "apolog*",
    "soz|sozzles",
    "my|our bad",
    "mea culpa",
    "forgive us|me",
    "your|for|beg|ask|seek forgiveness",
    "pardon us|me|the|our|my|this",
    "beg|ask your pardon",
    "please|kindly|must excuse our|the|my|this|us|any !french",
)
_NOT_GIVEN = table(
    "not|never|no|nor|without|refuse* ~3!and|but|so|we|i|because|which sorry|apolog*",
    "demand*|deserve*|expect*|asking|asked|ask ~5 apology|apologies",
    "accept|accepted your|their|his|her apology|apologies",
    "apologised ~1 enough",
    "nothing|why|whether|no_reason|no_need|no_cause ~3 to? apologise",
    "asked|urged|told|pressed|called_on us|me|them|him|her|the_club ~1 to apologise",
    "should|ought_to have ~1 apologised|said_sorry|said_we|offered_an_apology",
    "told ~3 that ~1 we|i owe ~6 apology",
    unless=(
        "accept our|my ~1 apolog*",
        "apologise|apologising|apology|apologies|sorry ~1 enough|sooner|earlier|properly|fully",
        "express|say|describe|tell|overstate|begin ~5 how ~2 sorry|apolog*",
        "no apology can|will|could|would|is_enough|is_ever|is_sufficient|is_big",
        "sorry ,? not",
    ),
)

_FEELING = "felt feel feels feeling took take takes find finds found think thinks thought see sees saw seen believe believes misunderstood misread misinterpreted interpret interpreted perceive perceived disagree disapprove object chose choose got_offended"
_FEELINGS = table(
    "saddened|sad|disappointed|troubled|dismayed|surprised that|to|by|in|at|about|how ~6 twisted|distorted|misrepresented|misquoted",
    "SORRY|REGRET ~8 not ~1 received|understood|taken|seen|read ~1 the_way|as_we|as_it|in_the",
    "SORRY|REGRET that|if|because? it|this|that|they ~2!our|my|we|i bothers|upsets|offends|hurts|annoys|disturbs|irritates|troubles|angers ~1 you|PEOPLE",
    "offended|hurt|touched|upset|irritated ~1 certain|some|delicate|sensitive|particular ~1 sensibilities|feelings|people|groups|readers|tastes|minds|sensitivities",
    "has_been|have_been|had_been|was|were ~2 misunderstood|misinterpreted|misconstrued|misread !by_us|by_me|the",
    "you|people|some|they|others|many|critics|readers|viewers ~3 chose|chosen|choose|choosing to see|read|hear|find|be|take|feel|interpret",
    "SORRY|REGRET ~3 led|caused|given_rise|triggered|sparked|resulted|provoked ~1 to|in? ~3 debate|debates|discussion|discussions|controversy|controversies|emotions|polemic",
    "SORRY|REGRET ~6 got|gets|get|made|makes|has_got everyone|people|you|some|so_many|everybody ~2 worked_up|upset|angry|excited|riled|mad|cross|going",
    "SORRY|REGRET that|if|how? ~5!we|i|our|my made|make|makes|left|leaves you|people|some|anyone|them|others|many ~2 feel|feeling",
    "sorry|regret|regrets to ~1 learn|read|discover|note|understand|be_told that|of|how|about|some|you",
    "SORRY ~6 expectations|hopes|taste|tastes|views ~4 different|differ|differed|disappointed|another|higher|not_met",
    "SORRY|REGRET ~2 you|they|people|some ~2 not_able|unable|not_capable|not_willing|not_ready to|of",
    "saddened|sad|disappointed|troubled|dismayed|surprised that|to|by|in|at|about|how ~10 seen|viewed|read|regarded|understood ~1 as",
    "SORRY|REGRET that|if? my|our ~1 honesty|opinion|opinions|frankness|directness|truth|views|beliefs|success|enthusiasm ~1 HURT",
    "SORRY|REGRET that|if? the|this|it|that ~1!our|my|we|i post|tweet|joke|picture|remark|song|poster|message|it|this|caption offended|upset|hurt|annoyed|shocked .|,|!|;|and",
    "SORRY that|if? you|people|they|some are|were|'re ~1 looking|determined|out|keen|desperate|eager|waiting",
    "SORRY|REGRET ~6 not ~1 your|their|everyone|everybody|his|her ~1 cup|thing|taste|style|sense",
    "SORRY|REGRET that|if? not ~1 everyone|everybody|all|all_of_you|every",
    "SORRY|REGRET ~4 feelings|emotions|tempers|passions ~1 are|is|were|have|run|ran|running ~2 high|hot",
    "met|received|greeted|welcomed|answered with ~2 little|no|not_much|lack|so_little ~2 understanding|sympathy|approval|goodwill|enthusiasm",
    "joke|humour|irony|satire|pun|point ~1 flew|went|sailed|passed|goes ~1 over ~3 head|heads",
    "SORRY|REGRET that ~2 critics|commenters|commentators|activists|trolls|complainers|haters",
    "SORRY for standing|speaking|believing|having_principles|having_values|loving|fighting|defending|using_our_right|saying_what_everyone|saying_what_many",
    "SORRY|REGRET ~8 one|you|nobody|people|we|no_one can|may ~1!not_accept|not_come not|no_longer ~1 joke|laugh|say_anything|take_a",
    "SORRY|REGRET that|if? ~3!we|i has|have|had? become|became|grown|turned|blown ~2 big|large|issue|story|scandal|topic|drama|affair",
    "SORRY|REGRET ~6 unable|not_able to enjoy|see|appreciate|laugh|understand|share|follow",
    "humour|joke|opinion|view|taste|irony|wit|enthusiasm|sense ~3 not ~1 shared|understood|appreciated|liked|welcome",
    "SORRY that|if|because ~7 too ~1 much|hot|spicy|strong|edgy|clever|subtle|hard|difficult|honest|bold for some|you|people|certain|everyone|many|others",
    "SORRY|REGRET ~6 read|reads|saw|see|sees|seen|find|found|looking ~2 something|things|meaning|meanings|intent|malice|messages ~2 into|in|behind|where|that_is_not|that_was_not",
    "gave|give|given|giving|left|leave you|people|some|anyone|others|them|everyone ~2 feeling|impression|idea|sense",
    "SORRY for|about ~2 misunderstanding|misunderstandings|misconception|misconceptions ~5 led|caused|created|arisen|given|resulted|prompted",
    "SORRY that ~6!we|i made|makes some|some_of|certain|many|a_few ~2 cry|angry|uncomfortable|sad|upset|feel|uneasy|nervous",
    "SORRY|REGRET that ~6!we|i|our perceived|felt|saw|understood|experienced|read|took ~6 as|to_be OFFENSIVE|a|an",
    "REGRET|SORRY ~8 taken amiss|badly|ill|differently",
    "SORRY for|about ~4 vibes|bad_blood|tension|tensions|turbulence|mood|disharmony",
    "SORRY that|if? there are|is ~3 people|those|someone|somebody|readers who|that",
    "SORRY that|if? this|it|matter|situation|story|everything ~2 blown_up|escalated|viral|out_of_hand|so_big|headlines|got_so|gone_so",
    "understand|see|know|note|acknowledge|recognise|realise|aware|hear|regret that ~1 some|certain|individual|a_few|parts|a_number ~4!we|i was|were|are|felt|feel ~1 offended|upset|irritated|annoyed|bothered|disappointed|displeased|angered|put_off|shocked|confused|unhappy|uncomfortable",
    "SORRY to|for ~4 who|that ~1 may|might|could ~1 have ~1 misunderstood|misread|misinterpreted|felt|found|taken|thought|seen|got",
    "REGRET|SORRY ~6 wrong|false|bad impression",
    "fact that ~4!we|i felt|feel|feels|found|took|were|was|are ~1 HURT|ignored|overlooked|disrespected|insulted|OFFENSIVE|excluded|neglected",
    "intentions|efforts|help|gesture|effort|goodwill|commitment ~3 not ~1 recognised|appreciated|seen|valued|understood|welcome|welcomed",
    "if ~4 truth|honesty|caring|humour|opinion|fun ... crime|offence|sin|illegal|forbidden",
    "debate|discussion|conversation|reaction|atmosphere|tone|thread|comments ~1 has|have|had|got|became|become ~2 heated|ugly|emotional|personal|out_of_hand|nasty",
    "feelings ~3 some|certain|others|particular|individual",
    "SORRY ... impression",
    "impression ~4 we|i apologise|am_sorry|are_sorry|are_truly|am_truly",
    "SORRY to ~4 who|that can|could|do|did|would|will not ~1 tell|take|get|see|understand|like|share|laugh|stand|handle|appreciate|find|enjoy|want|agree",
    "SORRY that|if|because? you|they|people|some ~2 read|heard|understood|saw|got it|that|this|them|us ~1 like|as|so|in|wrong|differently|that",
    "SORRY ...!anyone|any|anybody|if|may|might|whoever who|that ~1 was|were|are|got|is|felt ~1 offended|upset|insulted|put_off|bothered|annoyed|angered|displeased|shocked",
    "SORRY that|if? you|they|people|some|others|everyone are|were|is|was|get|got so|too|that",
    "we|i|our|my|it|they|words|comment|comments|remarks|statement|joke|post|tweet|message|campaign|intention|intentions was|were|have_been|has_been|being ~1 misinterpreted|misconstrued|misunderstood|misrepresented|misread",
    "met|greeted|received|answered with incomprehension|criticism|anger|resistance|rejection|displeasure|protest|protests|outrage|disapproval|scepticism|irritation|indignation|such|so_much|mixed",
    "got|get|have|had|took ~1 wrong|false idea|impression|message",
    "SORRY|REGRET that|because|if? ~6!we|i not ~1 understand|see|get_it|get_the|get_our|get_this|get_that|get_what|get_through|like|appreciate|share|enjoy|grasp|follow|find|agree|recognise|welcome|laugh|feel !received|a_refund",
    "PEOPLE|who|many|some ~3 experienced|regarded|saw|perceived|took|viewed|considered|judged|felt|understood|interpreted|received|described ~6 as|to_be OFFENSIVE|an_insult|an_attack|a_slight|such|if",
    "SORRY that|if? you|people|some|they see|sees|find|hear|read|feel|smell|detect ~3 everywhere|where|in_everything|behind|insults",
    "SORRY|REGRET for|about|that? ~3 controversy|discussion|discussions|debate|debates|irritation|irritations|commotion|excitement|stir|turmoil|ill_feeling|ill-feeling|bad_feeling|misgivings|negative_reactions|emotions",
    "SORRY|REGRET that|for|because|how? you|they|he|she !have_to|had_to ~3 HURT|FEELING",
    "SORRY|REGRET !if|in_case|any|to that|for|because|how? !if|any ~1 PEOPLE !we|i ~5 HURT|FEELING",
    "SORRY|REGRET ,? that|because !if ~6 PEOPLE ~3 HURT|FEELING",
    "SORRY|REGRET you|they|people ~1 do|did|can|could not ~1 like|get_it|get_the|get_our|get_this|get_that|get_what|get_why|get_a|understand|enjoy|appreciate|agree|find|take|share",
    "PEOPLE|who ~3 take|took|taken ~1 offence|exception|umbrage",
    "SORRY|REGRET ,? that? you|people had_to see|read|hear|witness|endure",
    "apologise for nothing",
    "SORRY for being honest|human|ourselves|too|right|funny|bold|different|direct|passionate|proud|who_we",
    "SORRY|REGRET to all? those|people|everyone|all|readers|customers|fans|followers|users|viewers ~3 offended|felt|feel|upset|insulted|took_offence|took_it|took_this|took_exception|found|saw_it_as|saw_this_as|saw_that_as|saw_in",
    "SORRY|REGRET to all? those|people|everyone|all|readers|customers|fans|followers|users|viewers ~3 offended|felt|feel|upset|insulted|took_offence|took_it|took_this|took_exception|found|saw_it_as|saw_this_as|saw_that_as|saw_them_as",
    "SORRY|REGRET for|about how|the_way|the_manner ~6 perceived|received|taken|interpreted|read|understood|came_across|come_across|came_out|sounded|landed|seen|viewed|made_you_feel|made_people_feel|made_some|was_worded",
    "SORRY|REGRET for|about|that? the|this|your|their|all|our? ~2 reaction|reactions|backlash|controversy|fuss|outrage|outcry|uproar|drama|perception|perceptions|impression|misinterpretation|misinterpretations|furore|storm",
    "SORRY|REGRET for|about|that? your|their|people ~1 disappointment|frustration|anger|feelings|annoyance|unhappiness|displeasure",
    "SORRY|REGRET ~6 was|were|is|been|be ~1 taken|received|perceived|interpreted|misunderstood|misinterpreted|read|understood ~1 by",
    "SORRY|REGRET ~6 was|were|is|been|be ~1 taken|received|perceived|interpreted|misunderstood|misinterpreted|seen|read|understood ~1 as|the_wrong|that_way|this_way|wrongly|badly|like|differently|out_of|.|,|in",
    "saddened|disappointed|dismayed|surprised|shocked|astonished that ~7!we|i misunderstood|misinterpreted|misread|misconstrued",
    "awful|terrible|bad|sad|horrible|devastated|mortified|sick that|if ~4!we|i was|were|is|are|felt|feel|got ~2 HURT",
    "SORRY|REGRET that ~8 blown out_of|up",
    "disappointed|saddened|dismayed|frustrated|surprised|sad that ~6!we|i portrayed|painted|presented|labelled|framed|depicted",
    "pity|shame|regrettable|unfortunate|sad that ~5!we|i|our not ~1 understand|see|get|like|share|appreciate|laugh|grasp",
    "people|you|some|many|they|readers|viewers|customers took|take|taken ~4 too|so seriously|literally|personally|badly|to_heart",
    "SORRY|REGRET that ~5 minority|critics|handful ~6",
    "SORRY ... interpreted|perceived|misinterpreted|construed|misconstrued as",
    "perceived|seen|taken|interpreted|received|read as such|that|this",
    "saddened|sad|disappointed|troubled|dismayed|surprised|shocked|astonished that|to|by|in|at|about|how ~4 HURT|perceived|felt|feel|taken|received|interpreted|misinterpreted|misunderstood|misread|misconstrued|reaction|response|reactions|offence|misinterpretation|misreading|misunderstanding|perception|interpretation|backlash|controversy",
    "SORRY to|for all|those|people|everyone|anyone|anybody|readers|fans|customers|followers|viewers|users|members|any|you ~4 who|that ~1 consider|considers|regard|regards|deem|call|perceive|perceives|see|felt|feel|feels|thought|think|thinks|found|find|finds|took_offence|took_it|took_this|took_that|took_exception|saw_it_as|saw_this_as|saw_that_as|perceived|considered|believed|interpreted|misunderstood|misread|read_it|may_have_felt|might_have_felt|might_feel|may_feel|may_take",
    "saddened|sad|disappointed|disappointing|troubled|dismayed|surprised|shocked that|to|by|in|at|about|how ~6 interpret|misinterpret|misunderstand|misread|misconstrue",
    "sick|sickened|upset|devastated|gutted|heartbroken|mortified ~2 about|by|at|how ~5 perceived|received|interpreted|taken|understood|portrayed",
    "SORRY|REGRET that|if? ~3 guest|customer|passenger|visitor|viewer|reader|fan|patient|client|member|tenant|resident felt|feels|feel|found",
    "saddened|sad|disappointed|disappointing|troubled|dismayed|surprised that|to|by|in|at|about|how ~4 HURT|perceived|felt|feel|taken|received|interpreted|misinterpreted|misunderstood|misread|misconstrued|reaction|response|reactions|offence",
    "PEOPLE ~3 felt|thought|believe|believed|perceived|saw|interpreted|read|took ~1 we|it|that|this|our|them ~5 lacked|lack|OFFENSIVE|disrespect*|insult*|attack*|meant|implied|suggested|as|went_too_far|divisive|wrong_way|unfair",
    "people|some|you|many|they|others ~2 have|has|may|might|could|might_have|may_have ~1 misread|misunderstood|misinterpreted|misconstrued|misjudged_our",
    "taken|took|quoted|lifted ~3 out of ~1 context",
    "torn|ripped|pulled|wrenched ~3 out_of|from ~1 context !by",
    "negatively|badly|poorly|differently|wrongly|not_well|unfavourably|not_as_intended perceived|received|interpreted|taken|understood|read|seen",
    "perceived|received|interpreted|taken|understood|read ~1 negatively|badly|poorly|differently|wrongly|otherwise",
    "people|some|many|others|readers|customers|anyone ~3 found|find ~3 OFFENSIVE",
    "SORRY|REGRET that|if? this|it|that ~2!our|my|we|i upset|offended|hurt|angered|annoyed|bothered|disappointed ~2 PEOPLE|you",
    "SORRY|REGRET that|if? you|everybody|everyone|people|some|they|others|others|many ~3 impression|so_sensitive|so_angry|so_upset|so_easily|too_sensitive|expected|cannot_take|can_not_take|do_not_see|disagreed|took_issue|jumped|got_upset|got_angry|were_bothered|reacted|react|assume|assumed|concluded|decided",
    "SORRY|REGRET that|if? ~2 is|are|was|were ~1 so|too|this|that ~1 sensitive|angry|upset|touchy|easily|offended",
    "SORRY|REGRET ~3 if ...!we|i seem|seems|seemed|sound|sounds|sounded",
    "SORRY to|that ~4 read|reads|saw|sees ~3 into it|this|that|our",
    "sorry to? hear",
    "sorry ,? not ,? sorry",
    "sorry ,? but you people|are|have|need|just|seem",
    "sorry for caring|trying|being_honest|being_human|telling_the_truth|speaking_up|having_an_opinion|having_a_sense",
    "SORRY that|if? you|people|some|they ~2 can not ~2 take|handle|stand|bear|cope|tell",
    "SORRY to|for ~2 whose ~6 differ|differs|runs|lies",
    "sorry we|i got_caught",
    "sorry ~2 has|have come to this",
    "sorry that|if? the truth|facts",
    "SORRY|REGRET ~6 got|get|have|had wrong_end|the_wrong_end ~1",
    "offence|umbrage|exception ~1 you|people|anyone|some|readers|customers|they|those|many ~2 took|take|taken|felt",
    "SORRY|REGRET that|if|how? ~6!we|i|our|my made|make|makes|left|leaves|lead|led|caused ~1 you|people|some|anyone|them|others|many ~2 doubt|think|believe|wonder|question|assume|suspect|conclude|misunderstand",
    "REGRET|SORRY ~6 way|manner|how ~10 portrayed|presented|reported|depicted|covered|described|shown|represented",
    "SORRY|gutted|sad|saddened|regret ~3 that ~8 tied|linked|likened|connected|associated ~1 to|with",
    unless=(
        "until|say|said|says|saying ~2 sorry to her|him|them",
        "hurt|injured|harmed ~3 negligence|failure|collapse|fall|accident|fire|fault|mistake",
        "found|find ~4 shut|closed|locked|empty|waiting|missing|wrong|broken|out|nobody|no_one|nothing|gone|full",
        "expect|demand|deserve|await|deserves|owed ~2 apology",
        "had to ~1 read|hear|learn ~3 from|in ~3 newspaper|newspapers|press|media|news|others|television|online",
        "impression ~2 we|i ~1 gave|created|left",
        "we|our_post|our_article ~2 gave|created|left ~3 wrong|false",
        "SORRY ~6 we ~4 gave|left|created|made ~4 impression",
        "we|i ~2 gave|got|had|have ~3 wrong|false",
        "we|i found|find",
        "sad|ashamed|devastated|mortified that? we|i ~2 hurt|upset|let|misled|offended|harmed",
        "SORRY ~2 that? we|i ~2 hurt|upset|let|misled|confused|offended|harmed|made",
    ),
    families={"FEELING": _FEELING},
)
_REFUSED = table(
    "not|never|no|refuse*|nothing ~3!and|but|so|we|i|because|which sorry|apologise|apologising|apology|apologies",
    unless=(
        "he|she|they|mr|mrs|ms|man|woman ~3 is|was|are|were not ~2 sorry",
        "express|say|describe|tell|overstate|begin ~5 how ~2 sorry|apolog*",
        "apolog*|sorry ~2 enough|sooner|earlier|properly|fully|immediately|at_once|straight_away|right_away|quickly",
        "did not",
        "no apology can|is|will|could|would|makes|undoes",
        "sorry ,? not ,? sorry",
        "not|never only|just|simply|merely ~2 sorry|apolog*",
        "regret|regrets|words|silence|explanation|statement|this ~4 is|was|are|were not an? ~1 apology",
    ),
)
_SEEMED = table(
    "how|what it|that|this ~1 came|comes|come across|over",
    "touched|struck|hit|strike|touch|hits such|quite|a|some|the|so ~2 nerve|nerves|chord",
    "humour|joke|jokes|campaign|taste|style|wit|irony|approach|tone|it|this ~3 not for|to everyone|everybody|all|everyones|some",
    "seem|seems|seemed|appear|appears|appeared|sound|sounds|sounded|look|looked|felt|feel|feels ~3 OFFENSIVE",
    "perceived|seen|viewed|construed|interpreted|taken|understood|read|regarded|received|experienced|misconstrued|misinterpreted|considered|deemed|thought ~1 as|to_be|by ~4 OFFENSIVE",
    "come|came|comes|coming across|off|over ~1 as|like ~3",
    "may|might|could ~1 have ~1 been|come|seemed|felt|sounded ~3 OFFENSIVE",
    "may|might|could|can ~1 be ~1 perceived|construed|interpreted|misinterpreted|misconstrued|misread|seen_as|viewed_as|taken_as|read_as",
    "OFFENSIVE to|for some|certain|many|a_few|others ~1 people|readers|customers|of_you|users|followers|viewers|fans?",
    "considered|deemed|judged|thought|found ~3 OFFENSIVE by|to",
    "in the spirit in_which|it_was|we|that|intended",
    "we|i ~1 did|done|have_done nothing wrong",
    "wrong impression",
    "SORRY that|if|because ~1 you|people|some|others|they see|saw|read|take|took|understood|feel|think ~1 it|this|that ~1 that_way|differently|like_that|so",
    "SORRY ~1 you|people|some_people|some|others|they ~3 lack|lacks|have_no|has_no|not_get|lost ~3 humour|joke|irony|fun",
    "SORRY that ~5 is|'s|are ~2 crime|illegal|forbidden|offence|not_allowed",
    "SORRY that|if? this|that|it is|was|'s ~1 how|what|the_way you|they|people|some",
    "rubbed|rub|rubs ~6 wrong way",
    "accept|acknowledge|understand|recognise|know|appreciate that? ~3 PEOPLE ~2 found|felt|saw|took|read it|this|that|them ~1 so|that_way|as_such",
    "ruffled|ruffle ~2 feathers",
    "touched|struck|hit|strike|touch a ~1 nerve|chord",
    "caused|cause|causing|created a|such_a|quite_a ~2 stir|fuss|controversy|debate|uproar|backlash|storm",
    "did|has not ~1 land|resonate|sit_well|go_down|sit_right|come_across",
    "fell flat|on_deaf",
    "landed badly|wrong|differently|poorly",
    "not ~1 to|for ~1 everyone|everybody ~2 taste|liking|cup|tea",
    "not ~1 cater|appeal to ~2 all|everyone|everybody|every",
    "not ~1 please|delight|amuse|convince everyone|everybody|all",
    "not ~1 suit|please|meet|match ~2 all|everyone|everybody|every ~2 taste|tastes|liking|likings|style|styles",
    "was|were|been|being|be ~1 interpreted|perceived|construed|misinterpreted|misconstrued ~1 in|as|by|that|like|this",
    "was|were|been|being|be ~1 understood|received|taken|read in|as|that that|this|a|an|anything|something ~2 way|manner|light|sense|insult|attack|offence",
    "in the eyes of some|many|certain",
    unless=(
        "we|i felt|feel",
        "never|not|nobody ~3 thought|imagined|expected|occurred|considered",
        "sound|look|looked|sounds like",
        "can ~1 be ~1 OFFENSIVE to|for",
        "i|we am|are ~2 seen|perceived|viewed as",
    ),
)


def check_apology(text: Text, context: Context) -> Iterator[Finding]:
    """Yield what is wrong with the apology, or that there is none where one is called for."""
    yield from (finding(Label.NON_APOLOGY, span) for span in spans(text, _FEELINGS, _REFUSED, _SEEMED))
    if Expects.APOLOGY in context.expects and not has_apology(text):
        yield finding(Label.NO_APOLOGY, ABSENT)


def has_apology(text: Text) -> bool:
    """Return whether the speaker apologises somewhere; regret, or an apology refused or asked for, is none."""
    return any(
        _APOLOGY.fits(part) and not _NOT_GIVEN.fits(part)
        for sentence in text.sentences
        for part in _around_but(sentence.tokens)
    )


def _around_but(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Yield the sides of each “but”: “I apologise for this, but not for that” is an apology."""
    start = 0
    for at, token in enumerate(tokens):
        if token.word == "but":
            yield tokens[start:at]
            start = at + 1
    yield tokens[start:]
