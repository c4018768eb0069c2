"""Does the text argue with people, tell them how to behave, or call them in by name?"""

import re
from collections.abc import Iterator

from bot.lint.labels import Label
from bot.lint.model import Context, Finding, Span, finding
from bot.lint.phrases import spans, table
from bot.lint.text import Text

_FAMILIES = {
    "BEHAVE": (
        "post posting comment commenting insult insulting attack attacking spam spamming troll trolling harass harassing abuse abusing shout"
        " shouting accuse accusing judge judging complain complaining moan moaning whine whining twist twisting lecture lecturing pretend"
        " pretending swear swearing blame_us tell_us bother_us overreact be_rude be_silly be_ridiculous be_childish be_offended be_abusive"
        " making_a make_a_fuss spread_lies spreading_lies spread_rumours jump_to assume take_it_so get_so_upset overreacting be_so make_such exaggerate exaggerating being_so tag_us tagging_us"
    ),
    "TAKEN_DOWN": "deleted removed blocked banned reported muted hidden ignored kicked_out",
    "CRITICS": "people those anyone some everyone you critics commenters commentators users folks someone they some_of_you many_of_you armchair_experts the_usual a_few the_loudest certain",
    "COMPLAINING": "shouting complaining moaning whining attacking criticising screaming outraged offended bashing triggered piling_on ranting demanding mocking judging calling_for crying threatening insulting trolling",
    "INSULT": (
        "troll trolls hater haters snowflake snowflakes bullies keyboard_warriors keyboard_warrior woke_mob internet_mob outrage_mob"
        " armchair_critics armchair_experts virtue_signalling virtue-signalling cancel_culture political_correctness professionally_offended"
        " easily_offended faux_outrage manufactured_outrage outrage_machine clickbait hypocrites hypocrisy pathetic ludicrous preposterous"
        " laughable nit-picking nitpicking pedants grammar_police know-it-alls moaners complainers whiners smear_campaign bad_faith"
        " cherry-picking perpetually_offended fake_outrage attention-seekers pearl-clutchers drama_queens crybabies busybodies"
    ),
}

_RULES = table(
    "to repeat",
    "as we|i ~2 said|stated|explained|mentioned|told|made_clear|wrote ~1 before|already|earlier|clearly|times|,|yesterday|repeatedly",
    "as we|i have|'ve|already ~1 said|stated|explained|mentioned|told|made_clear",
    "once|for_the_last|for_the_umpteenth again|time|and_for_all ,? we|for|this|to|it|our",
    "let me|us|'s ~1 be ~1 clear|honest|real",
    "let 's get ~2 straight",
    "for the record",
    "please|kindly|just? do not BEHAVE",
    "stop|refrain_from|quit|cease|enough_with BEHAVE|the_abuse|the_insults|the_hate|being_rude|the_negativity|the_drama|using_our|using_altered",
    "do not ~1 post|comment|use ~5 logo|logos|altered|page|wall|language|here",
    "comments|comment|posts|replies|they|users|accounts|people|anyone|messages|those|trolls|insults|abuse|who|it ~7 will|shall|are_going_to|may be ~1 TAKEN_DOWN",
    "we|i will|shall|have|had_to|are ~3 block|blocking|blocked|ban|banning|banned|mute|muting|muted|report|reporting|sue|suing ~2 you|anyone|people|users|accounts|trolls|those|abusive|everyone|rude|commenters|critics",
    "it|this|that 's|is our|my page|account|wall|feed|channel|timeline|house|brand|business|company|right|decision|call|choice|platform",
    "our|my page|house|account|wall|channel ,? our|my rules",
    "we|i set|make the rules",
    "free|freedom_of speech|expression",
    "we|i BE allowed|entitled|free to",
    "we|i have every|a|the right",
    "if you do|did|can|could not ~1 like|agree|enjoy|handle|take|appreciate ~5 ,? then? do|feel|unfollow|leave|go|you|just|scroll|there|buy|look|tough|that|please|shop|find|maybe|it",
    "feel free to unfollow|leave|go|shop_elsewhere|block|move_on|complain",
    "just|please|simply|then? unfollow|scroll_on|scroll_past|scroll_by|calm_down|chill_out|lighten_up|google_it|grow_up",
    families=_FAMILIES,
    unless=("if you do not want ~4 e-mails|messages|letters|calls",),
)
_SCOLDING = table(
    "CRITICS who? are? COMPLAINING ~12 clearly|obviously|never|should|need|needs|must|ought|do|does|can|have|has|just|might|would|are|is|seem|missed",
    "CRITICS ~2 need|needs|might_want|may_want|would_do_well|have to ~1 calm|relax|learn|read|understand|remember|lighten|grow|get|chill|check|look",
    "CRITICS ~6 clearly|obviously|evidently|apparently ~1 never|do|did|does|have|has|are|want|missed|misread",
    "calm|grow|lighten|chill|cheer down|up|out|everyone|people|yourselves",
    "get over it|yourself|yourselves",
    "get a life|grip|hobby|sense_of_humour",
    "take a joke|chill|deep_breath",
    "deal with it",
    "cry more|about_it",
    "tough luck",
    "give it|us|me a rest|break",
    "oh ,? please|come_on",
    "come on ,? people|now|everyone|guys",
    "are you|they serious|kidding|joking|for_real|happy_now",
    "do|did|have you|they|people really|even|honestly|seriously|actually|ever|nothing_better|not_have_anything",
    "who cares",
    "you|they should|could|might|ought_to have ~1 read|checked|noticed|looked|asked|known|realised|understood|come",
    "make|making|made ~2 drama|fuss|scene|big_deal|mountain|scandal|song_and_dance ~1 out|over|about|of",
    "no need to|for ~2 make|shout|fuss|drama|outrage|insults|rude|get_upset|be_rude|overreact|panic_like|insult|hysteria",
    "if you|they|people had ~1 a|any|some ~1 sense|humour|idea|manners|decency|clue",
    "we|i will|shall ~1 delete|remove|hide|block|ban|report|ignore ~1 every|all|any|such|further|anyone|comments|posts|those|abusive",
    "we|i ~1 did|done|have_done nothing wrong",
    "nothing wrong with|about|in",
    "for those|anyone|people|everyone who ~2 not ~1 get|understand|grasp|see|read",
    "other|others ~2 companies|brands|people|businesses|pages|organisations|accounts|shops ~2 do|does|did|are|have|get ~1 far|much|worse|same|it|away|this",
    "nobody|no_one ~1 complains|complained|minds|minded|bats|cared|cares|objected",
    "where were you",
    "you|they|people always|never|just|only want|like|love|find|need|look|have ~3 complain|attack|something|offended|attention|outrage|criticise|moan",
    "so many|much experts|outrage|drama|hate",
    "must be nice|boring|bored",
    "haters ~2 hate",
    "hope you|they are|feel ~1 happy|proud|better|satisfied",
    "happy now",
    "what more do|can|should you|we",
    "we|i have|'ve ~1 already ~1 apologised|explained|said|answered|told|corrected ~2 ,|so|and|what|.|!",
    "how many times",
    "let it|this go|rest",
    "we|i have been|made|said ~3 clear",
    "made ~1 ourselves clear",
    "you|they|people always|never|just|only want|like|love|find|need|look ~3 angry|upset|fight|argue|mad|row|scandal|blood|headlines",
    "drop it",
    "move on ,|.|!|people|everyone|please",
    "enough ~1 already|now|is_enough",
    "learn some manners|respect|history",
    "be|being polite|civil|nice|respectful|grateful ~1 or|when|if|please|,",
    "house rules",
    "keep|mind your ~2 language|tone|manners|opinions|opinion|insults",
    "this is not|no|n't a ~1 place|forum|democracy|debate|discussion",
    "what ~1 is|'s your|the problem|point|issue",
    "why are|do you|people|some",
    "try reading|running|understanding|doing|it_yourself",
    "learn to read",
    "do your ~1 research|homework",
    "think|look|read|check before you",
    "before you|they ~1 comment|judge|complain|attack|criticise|accuse|rush|jump|shout|get_angry|get_upset|tweet",
    "INSULT",
    "so-called experts|critics|journalists|activists|fans|outrage|victims",
    "fake news",
    "you|they|critics|media|journalists|claims|accusations|rumours|allegations|complaints are|is ~2 wrong|mistaken|lying|liars|untrue|misinformed|ignorant|rude|unfair|overreacting|exaggerating|unfounded|baseless|ridiculous|nonsense|absurd|exaggerated|without_merit|simply_not",
    "you|they|critics|he|she|media|some|people|rumours|reports are|is|'s ~2 missing the point",
    "reports|rumours|claims|allegations|suggestions|accusations|stories|suggestion|claim ~10 are|is|'re ~2 false|untrue|wrong|unfounded|baseless|inaccurate|misleading|nonsense|incorrect|lies|without_merit",
    "that|this|it is|'s ~2 not_true|untrue|a_lie|nonsense|ridiculous|absurd|slander|libel|not_what_we_said|not_what_happened|out_of_order|rubbish",
    "we|i ~2 stand_by|stand_behind|disagree|reject|dispute|deny|refute|object|do_not_agree|take_issue|take_exception|beg_to_differ|maintain_that|resent|never_said|did_not_say|did_nothing_wrong|have_done_nothing_wrong|will_not_be_bullied|will_not_be_silenced|will_not_be_lectured|do_not_owe|owe_nobody|defend|will_not_apologise|refuse_to",
    "make no apology|apologies",
    "despite|contrary|whatever|regardless to|of? what ~2 say|says|claim|claims|think|thinks|may|read|heard|said|claimed",
    "whatever you|people|some|they|critics ~2 say|claim|think|may",
    "facts|fact|truth|reality is|are|remains|remain ~1 that|clear|simple|is|we",
    "facts|fact do|does not",
    "check|get your facts",
    "with all|due|the|greatest? ~1 respect",
    "if you|they had|'d ~1 read|bothered|looked|checked|listened|paid|taken|watched",
    "obviously|clearly|evidently|apparently ,? you|some_people|they|people|nobody|no_one|someone|some",
    "thanks|thank_you for the|your ~1 lesson|lecture|life_advice|moral",
    "consider yourself",
    "nobody|no_one forces|forced|asked|made|is_forcing you|them|anyone",
    "not our|my problem",
    "none of your",
    "mind your own",
    "you people|guys ~1 are|need|should|just|have",
    "you|people should ~1 learn|relax|stop|understand|know_better|be_ashamed|be_grateful|be_thankful|try_running|read_the|get_over",
    "you need to ~1 understand|relax|learn|calm|read|get_over|stop|realise",
    "you have|must|'ve|got to? ~1 understand|realise|accept|be_joking",
    "you can not expect|please|have_it",
    "most|plenty|majority|lots|hundreds|thousands|many of? ~1 people|you|customers|fans|readers|followers|them ~2 understood|loved|liked|enjoyed|got|had_no_problem|found_it_funny|laughed|support|supported|agree|agreed",
    "everyone else understood|got|liked|loved|laughed",
    "free country",
    "take it or leave it",
    "like it or not",
    "end of story|discussion|debate",
    "case closed",
    "that is|'s all|the_last_thing we|i will|have|are ~1 say|said|to_say|saying",
    "no further discussion|debate|comment|comments",
    "will not be|engage|respond|discuss|debate|answer|take|reply ~2 commenting|engaging|responding|discussing|debating|answering|replying|with_trolls|to_trolls|this_further|any_further|further_questions",
    "agree to disagree",
    "entitled to your|their opinion",
    "your opinion",
    "some people|of_you|folks will|just|like|love|enjoy|always ~3 offended|anything|complain|complaining|outrage|happy|everything",
    "can not|impossible_to please everyone|everybody",
    "looking for|to ~3 outrage|be_offended|offence|attention|something_to|excuse_to",
    "unfair to|of you_to|say|judge|criticise|call|call_us|accuse",
    families=_FAMILIES,
    unless=(
        "we|i|it|our ~3 was|were|are|am|is ~1 wrong|mistaken|ridiculous|unfair",
        "remove*|delete*|retract*|withdr*|took_down|correct* ~6 claim|claims|article|allegation|rumour",
        "you need|have|should to? ~3 do|pay|use|register|reset|book|ignore|receive|contact|update|nothing",
        "we can not|will_not|do_not defend",
        "you should ~1 have received|had|seen|got|been",
        "we|our ~3 false|wrong|untrue|baseless|unfounded claim|claims|allegation",
    ),
)
_HANDLE = re.compile(r"(?<![\w@/.¤])@(?=\w*[a-z_])\w[\w.]*(?:@[\w.-]+\w)?(?![\w@])")


def check_arguing(text: Text, _context: Context) -> Iterator[Finding]:
    """Yield every argument, every rule set to the readers, and every mention."""
    yield from (finding(Label.ARGUMENTATIVE, span) for span in spans(text, _RULES, _SCOLDING))
    for handle in _HANDLE.finditer(text.folded):
        end = handle.end() - (len(handle.group()) - len(handle.group().rstrip(".")))
        yield finding(Label.TAGS_PEOPLE, Span(handle.start(), end))
