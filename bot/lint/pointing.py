"""What points away from us and at others: they err too, nobody minded then, let them look at themselves."""

from bot.lint.phrases import table

_FAMILIES = {
    "OTHERS": (
        "others other_side other_party other_parties rivals competitors competition opponents everyone_else everybody_else nobody_else no_one_else bigger_brand bigger_brands"
        " other_brands other_papers other_clubs other_shops other_firms other_companies other_outlets another_brand another_club another_paper the_club_across the_big_ones"
    ),
    "ANYBODY": "anyone anybody everyone everybody nobody no_one whoever who someone somebody one_person one_newspaper one_paper one_brand one_shop one_club one_company him",
    "ERR": (
        "get_it gets_it got_it get_a gets_a got_a get_things got_things had_it has_it mix mixed mixes misprinted misspelled misspelt misspells misprints slipped erred err clicked typed sent posted said"
        " made_a makes_a make_a made_mistakes makes_mistakes did_it did_the does_it do_it do_this does_this did_this done_it done_the done_worse did_worse do_worse do_the made_this"
    ),
    "MINDS": "word anger noise outrage fuss outcry uproar attention headlines letters complaints quiet silence",
    "CRITICS": (
        "those people whoever everyone everybody anyone anybody someone somebody critics commenters commentators accusers complainers users readers some_people"
        " some_of_you he_who him_who"
    ),
    "ACCUSED": (
        "called call calls tweeted tweet attacked attack complained complain complains shared shouted shout mocked mock criticised criticise criticises wrote find finds found laughed insulted"
        " insult accused accuse judged judge raged passed posted retweeted screamed commented"
    ),
    "SHOULD": "should might may could ought_to would_do_well had_better can want_to may_want_to might_want_to needs_to need_to must",
    "REFLECT": (
        "ask_themselves ask_yourselves ask_himself sleep_on look_at look_in look_up think_about think_again think_twice think_hard reflect consider reconsider examine remember read check start_with learn"
        " wonder search_their calm take_a take_a_walk take_a_breath"
    ),
}

POINTING = table(
    # they err too
    "let us|'s not ~1 pretend|act|forget|claim|behave ~3 OTHERS",
    "remember|forget|recall|consider|count ~2 how|what|that ~4 OTHERS ~4 ERR|wrong",
    "show|name|find|tell us|me ~1 one|a|another|any ~3 who|that|which has|have never",
    "hardly|scarcely|not|by_no_means|far_from the ~1 first|only|last ~3!time to|who|that ~3 ERR|wrong|do|say|print|post|mix|misspell|mistype|slip",
    "you|ANYBODY ~1 have|has|had ~1 never ~8 ,? have|has you|they",
    "ANYBODY ~2 has|have|had ~1 never ~2 ERR ~8 write|wrote|complain|throw|cast|shout|judge|criticise|speak|point|be_empty|comment|object",
    "OTHERS ~3 ERR ~6 every|always|all_the_time|constantly|daily|weekly|too ~3",
    "OTHERS misspell|misspells|misprint|misprints|misquote|misquotes ~8",
    "list|catalogue|collection|book of ~3 errors|mistakes|slips|blunders of|by ~2 OTHERS",
    "compared|next with|to ~1 what OTHERS ~5",
    "no|any|the|such|same|much|little MINDS ~4 when|as ~5 ERR|does|did|do",
    "quiet|silent|still it|they|you|everyone|everybody was|were|is|are|had ~2 when ~3 OTHERS",
    "nobody|no_one said|says|wrote|minded|minds|cared|cares|complained|objected ~3 when ~5 did|does|made|makes|posted|ERR",
    "only our|ours mistakes|errors|slips|posts|jokes|typos|? ~1 get|gets|draw|draws|make|makes ~3 MINDS",
    "you|we|everybody would have ~1 laughed|done_the|done_it|said_the|liked",
    # let them look at themselves
    "CRITICS ,? who ~1 ACCUSED ~8 SHOULD ~1 REFLECT",
    "CRITICS ~1 ACCUSED ~6 SHOULD ~1 REFLECT",
    "CRITICS ,? who ~1 ACCUSED ~7!we|i helped|is_part|are_part|is_guilty|are_guilty|has_a_part|is_also|spread|contributed ~3!us",
    "some_people|some_of_you|critics|commenters|people SHOULD ~1 REFLECT",
    "look|looked|looking|glance|start|starts|started|sweep|begin|search|check|examine|question|clean ~4 their|your own ~1 timeline|posts|past|record|behaviour|manners|prejudice|prejudices|bias|conscience|hearts|minds|doorstep|house|words|motives|tweets",
    "CRITICS|you ~6 look|looks|looked ~2 in|at ~1 mirror|themselves|yourself|yourselves|himself",
    "invite|urge|encourage|advise|recommend|suggest|beg ~2!you_to|us CRITICS ~6 REFLECT",
    "we|i|one ~1 wonder|wonders ~2 who|what|why|whether ~6 gains|gain|benefits|benefit|behind|so_angry|really_about|nothing_better|up_to|themselves",
    "lesson|lessons ~3 for ~2 CRITICS ,? who ~1 ACCUSED|judge|rush|are|like|love",
    "CRITICS|you SHOULD ~1 get_out|get_a_life|find_a_hobby|see_a_doctor|go_outside|switch_off|be_ashamed|put_down|talk_to",
    "hope ~2 you|CRITICS|they ~1 never ~1 make|slip|err|need|have ~5 yourself|yourselves|themselves|mistake|slip|error",
    "you|CRITICS|they ~1 are|is ~1 not|hardly|scarcely ~1 perfect|without_fault|saints|angels|flawless|infallible",
    "ask yourself|yourselves why|what|how|who|whether",
    "think about that|it ,? ~1 .|!|;",
    "before you ~1 point|throw|judge|condemn|call|write ~7 remember|think|consider|look|ask|count",
    "maybe|perhaps ~1 take|try|have|do|go_for a|an|the ~1 walk|breath|break|rest|holiday|nap|walks|day_off|tea",
    "says|say|tells|tell|shows|show|reveals ~1 more|most|a_lot|everything about ~2 reader|readers|viewer|viewers|beholder|critics|them|you|those|whoever|accusers",
    "what the|this|that|all_this ~1 outrage|anger|fuss|uproar|reaction|storm ~1 shows|tells|proves|says|reveals",
    "is|are ~2 in|only_in|all_in your|their|the_beholder|the_reader|the_eye own? ~1 head|heads|mind|minds|imagination|of",
    "people|those with|who ~1 nothing|too_much ~2 to_do|better|time !with",
    "like|love|want to ~1 see you|them|our_critics|the_critics|anyone ~1 run|do|try|make|manage|draw|write",
    "you could|might|can ~2 have ~1 just|simply|first ~1 written|asked|called|told|rung|come",
    "loudest|angriest|shrillest ~1 voices|ones|critics|people|commenters ~1 have|are|never|did|do|had",
    unless=(
        "sorry|apologise|wrong ~3 that|for|to ~1 we ~4 others",
        "says|say|tells|shows ~2 more|a_lot about us|ourselves|our",
        "we ~1 ask ourselves",
        "please share|pass|delete|use|check ~3",
        "are|is|was|were right",
    ),
    families=_FAMILIES,
)
