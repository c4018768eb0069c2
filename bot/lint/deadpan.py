"""What ends a conversation without a loud word: the same question again, the page is ours, off you go, we can spell."""

from bot.lint.phrases import table

REGRETS = {
    "SOME": (
        "some some_people some_of_you certain_people certain_readers certain_critics certain_commentators people you you_people others many a_few"
        " a_few_people a_few_folks folks someone somebody critics commentators journalists the_media"
    ),
    "TOUCHY": (
        "snowflake snowflakes hater haters troll trolls fragile thin-skinned easily_offended easily_upset delicate_souls sensitive_souls delicate_flowers"
        " perpetually_offended permanently_offended professionally_offended humourless woke_brigade usual_suspects keyboard_warriors crybabies moaners whiners"
    ),
    "WOULD_RATHER": (
        "prefer prefers would_rather value values crave craves need_a needs_a need_to_be need_something love_to loves_to enjoy_being live_for lives_for"
        " thrive_on insist_on insists_on choose_to chooses_to refuse_to refuses_to have_nothing have_no_sense have_so_little have_forgotten mistake confuse"
    ),
}
"""Who they are of whom we are sorry that they are so, and how they are."""
_FAMILIES = {
    "SOMEBODY": "account accounts gentleman lady person people reader user follower commenter caller those you everyone everybody anyone",
    "WORDS": "comments comment posts replies questions messages contributions reviews",
    "REMOVING": "removing deleting hiding blocking closing muting locking ignoring",
}

SCORN = table(  # argues whatever else is said: sorry and scornful in one breath, within our rights, the target of a campaign
    "SORRY|REGRET that|if? SOME ~2 WOULD_RATHER",
    "SORRY|REGRET that|if? ~1 you people",
    "SORRY|REGRET that|if? you|SOME ~2 can not live_with|live_without|stand|bear|cope|stomach|read|count|spell|take",
    "SORRY|REGRET that|if? the? truth|honesty|facts|reality|common_sense|satire|humour|good_taste|irony ~2 is|are|hurts|hurt|stings|offends|offend",
    "target|victim|object of a|an ~3 campaign|witch-hunt|smear|mob|pile-on|agitation",
    "what more|else ~2!can|could people|you|they|anyone ~1 want|wants|expect|expects|need ~1",
    "use|using|publication|decision|picture|photograph|advert|advertisement|it|this|that ~3 was|were|is ~1 lawful|legal|legitimate|permitted|within_the_law|within_our_rights !for|to",
    "SORRY ~5 TOUCHY",
    "SORRY for being ~1 only|first|last|one ~8 sense|humour|brain|backbone|courage|principles|opinion",
    unless=("prefer|prefers|liked|loved ~2 old|previous|former|original",),
    families=REGRETS,
)
DEADPAN = table(
    "for|to DET|all? ~2!we|i SOMEBODY ,? who ~2 keep|keeps|kept|has_now|have_now ~3 asking|writing|telling|tagging|posting|complaining|commenting",
    "asking|asked|ask|asks ~4 for the third|fourth|fifth|sixth|tenth|hundredth|umpteenth time",
    "answer is|remains|was|stays ~1 still|again no",
    "for|in ~3 years|months|decades ~1 without ~2 complaint|complaints|objection|objections",
    "tone|level|style|tenor of this|the|these|some|your ~2 debate|discussion|comments|replies|reactions ~1 worries|saddens|shocks|disappoints|troubles|dismays|is_beneath",
    "because|over|about a|one ~1 picture|photo|joke|cartoon|tweet|post of|about|with a|an ~2 .|!|?",
    "page|account|channel|feed|wall|site|profile belongs ~1 to us|me",
    "this|it is|'s our|my house|turf|patch ,|and|.",
    "not ~1 responsible|answerable|accountable for what|how|whatever ~3 read|reads|see|sees|feel|feels|think|thinks|infer|infers",
    "page|account|channel|feed|wall|profile is ours|mine !again",
    "we|i ~1 decide|choose ~2 what|who|which ~1 stays|goes|belongs|appears|is_posted|is_said",
    "go_on|keep|keep_on|continue|carry_on|continue_to ~1 REMOVING ~3 WORDS ~1 that|which|we|from|of",
    "WORDS ~7 continue|continues|go_on to_be|being removed|deleted|hidden|ignored|closed",
    "we|i ~1 told you so",
    "not ~1 here to ~1 discuss|debate|argue|please|entertain|amuse|teach|explain_ourselves|be_liked|be_lectured|hold_your",
    "not ~2 debate|discuss|argue|continue ~2 with an|a|any|somebody|someone|people|accounts",
    "do|will|shall not take|accept|need ~1 orders|instructions|directions|lessons|lectures",
    "your ~2 opinion|view|views|objection|complaint|comment|theory ~3 is|are|has_been|have_been ~1 noted",
    "said ~1 all|everything we|i ~2 intend|have|want|wish|care|are_going|plan ~1 to|.",
    "read|heard|saw|understood ~2 first|the_first ~1 one|time|two ,|.|!",
    "look it up before",
    "not because of|for you .|!|,",
    "made up|decided ~2 your|their ~1 mind|minds",
    "decided|judged|concluded ~5 before ~1 hearing|reading|seeing|knowing|asking|listening",
    "one|a|two|three ~3 typo|word|joke|emoji|comma|letter and ~4 whole|entire|half|everybody|everyone|internet|world",
    "whole|entire|half_the ~1 village|town|internet|world|country|city|street is|are|goes|went|was ~2 arms|mad|wild|crazy|nuts|outraged|mob",
    "nothing in|about|on our|the|my|this ~3 is|was ~3 incorrect|wrong|untrue|false|inaccurate|offensive|racist|sexist|insulting",
    "have|has|had nothing ~1 to ~1 add|say .|,|and|!",
    "abusive|threatening|offensive|insulting|hateful ~1 WORDS|e-mails|calls|replies ~2 will|are|shall ~2 passed|reported|forwarded|handed|sent|logged",
    "off you pop|go|trot|jog",
    "move|run|jog|trot along|on ,? please|now|people|all|everyone|there|!|.",
    "carry|keep on? scrolling",
    "let 's all|us_all ~1 get|move|go ~2 with|on ~2",
    "we|i ~1 can|know_how_to|do_know_how_to ~1 count|spell|read|write|punctuate ~1 ,|.|!|too|as_well",
    "you|we|they|everybody|everyone all? ~1 got|knew|understood the_gist|it_perfectly|exactly_what|perfectly_well|full_well",
    "you|they|everybody|everyone ~2 knew|know|understood what ~1 we|i|it meant|was_meant",
    "dear|hello|hi|to_our|to_the grammar|spelling|punctuation|maths|font|history|outrage|comment|keyboard fans|fan|police|experts|lovers|enthusiasts|friends|warriors|section|heroes",
    "reply guys|guy|girls",
    unless=(
        "should|must ~1 say|read|be|have",
        "that|which|who names|name|identify|identifies|show|shows|contain|contains|reveal",
        "recording|link|answers|details|form|list|refund|refunds ... is|are|it_is ~1 at|here|now",
        "we|i ~4 sorry|wrong|apologise",
    ),
    families=_FAMILIES,
)
