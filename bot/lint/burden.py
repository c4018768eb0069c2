"""How our own suffering is put first: it was hard for us, it broke us, we lost, we cannot go on, nobody suffers more."""

from bot.lint.phrases import table

_FAMILIES = {
    "BAD": (
        "hard difficult tough painful awful terrible horrible dreadful bad rough sad dark hurtful distressing stressful exhausting"
        " heartbreaking heart-breaking devastating traumatic upsetting humiliating crushing gruelling unbearable lonely draining agonising"
        " harrowing nightmarish brutal cruel overwhelming frightening sleepless trying challenging testing turbulent emotional sickening"
        " shattering bruising wretched miserable tiring depressing demoralising disheartening soul-destroying gut-wrenching bitter"
        " hardest worst darkest toughest saddest lowest loneliest longest cruellest bitterest blackest roughest hellish tense sorrowful"
    ),
    "WORST": "hardest worst darkest toughest saddest lowest loneliest longest cruellest bitterest blackest roughest most_difficult most_painful most_stressful most_trying most_challenging most_traumatic most_humbling most_humiliating",
    "TIME": "day days night nights week weeks month months hours time times period year years weekend morning evening season 24 48 chapter moment moments phase summer winter spring autumn christmas",
    "OURS": (
        "us me all_of_us each_of_us both_of_us everyone_here everybody_here everyone_in_our everyone_on_our everyone_at the_team the_whole_team"
        " the_entire_team the_staff those_of_us the_people_who_work_here those_who_work_here our_side ourselves myself"
    ),
    "CREW": (
        "team staff employees people colleagues volunteers workers crew family families children kids wife husband parents partner"
        " mother father son daughter business shop company bakery restaurant café cafe firm studio office newsroom board committee"
        " management owner owners founder founders chef chefs baker bakers nurses doctors teachers drivers editors reporters journalists"
        " musicians players choir orchestra cast actors congregation foundation association charity club society school farm hotel pub"
        " gallery museum clinic practice practise group band brand home"
    ),
    "THEIRS": (
        "you your customers customer guests guest readers reader viewers listeners passengers patients residents pupils students visitors"
        " followers users clients subscribers fans audience neighbours victims their his her its not if may might no"
    ),
    "STRAIN": "burden ordeal nightmare strain hell agony misery torture torment anguish heartache shock blow trauma punishment test challenge disaster catastrophe setback humiliation struggle pressure weight loss tragedy",
    "BREAK": "broken broke crushed destroyed ruined shattered drained exhausted wrecked devastated shaken traumatised ravaged demoralised paralysed hurt wounded scarred bruised worn_out worn_down hit struck stung floored aged haunted haunts followed",
    "CALLED": "called labelled branded portrayed painted treated depicted compared dragged insulted shouted_at spat_at yelled_at sworn_at laughed_at made_out made_fun_of cast put_down dismissed torn_apart",
    "STORM": "accusations accusation reaction reactions comments headlines storm criticism week weeks days publication affair attention hatred abuse backlash insults coverage situation incident episode outrage boycott messages anger scandal events crisis",
    "OURS_LOST": "job jobs friend friends sleep sponsor sponsors customers name income marriage health home confidence everything business reputation livelihood savings partner contracts clients career appetite contract peace orders members donors donations half weight trust_in",
}
_EACH = "our|my ~2!THEIRS CREW"

BURDENS = table(
    # it was hard for us
    "BAD ~2 TIME ~2 for|in|at|on|to OURS",
    f"BAD ~2 TIME ~2 for|in|at|on|to {_EACH}",
    "BAD ~1!lesson|lessons|planning|judgement|decision|idea|call|choice|work|taste|behaviour|mistake|error|form|manners|service|job for|on|to ~1!reach|contact|call|find|believe|understand|trust|forgive|follow|hear|tell OURS !to_say|to_tell|to_reach|to_estimate|to_predict|to_know|to_give|to_find|to_answer|to_check|to_judge|to_identify|to_contact",
    f"BAD ~1 for|on|to {_EACH}",
    "how BAD ~6!THEIRS for|on OURS",
    f"how BAD ~6!THEIRS for|on {_EACH}",
    "WORST ~4!ERROR|THING|decision of|in ~1 my|our ~2 life|lives|career|careers|history|existence",
    "WORST ~2 TIME ~1 we|i HAVE",
    "hardest|most_painful|toughest ~1 letter|statement|words|speech|message|post|lines|mail ~2 we|i ~1 HAVE",
    "WORST|most_painful|most_difficult|most_humiliating ~1!ERROR thing|experience|blow|test|trial|ordeal|moment|part ~2 we|i|our|my|for ~3 HAVE|BE|us|me|our|ever",
    "WORST ~2 TIME ~1 in|of the ~3 history ~1",
    "we|team|staff ~1 had|have ~2 BAD ~1 TIME !with|you|of_service|when",
    "TIME from hell",
    "STRAIN ~2 for|on|to ~1 OURS",
    f"STRAIN ~2 for|on|to {_EACH}",
    f"for|on {_EACH} ~2 this|it|that ~1 HAVE|BE ~5 STRAIN",
    "for OURS ~2 this|it|that ~1 HAVE|BE ~5 STRAIN",
    "BAD to ~1 see|watch|read|hear|have|be|find ~6!THEIRS OURS|our|my !the_post|mistake",
    "BAD being ~6",
    # it broke us
    "HAVE|BE|it|this|that|which ~1 BREAK OURS",
    f"HAVE|BE|it|this|that|which ~1 BREAK {_EACH}",
    "STORM ~4 HAVE ~2 BREAK ~2 OURS|our|my !customers|readers",
    "STORM ~5 hit|hits|hurt|hurts|wounded|shook|harmed|damaged|burdened|weigh|weighs|affected ~1 OURS",
    f"STORM ~5 hit|hits|hurt|hurts|wounded|shook|harmed|damaged|burdened|affected {_EACH}",
    "wounded|hurt|shaken|distressed|frightened|traumatised ~1 many|some|several|all|both|most of? ~1 us|colleagues|our_staff|our_people|our_team",
    "makes|made|make|leaves|left OURS ~2 sad|ill|sick|cry|miserable|weep|depressed|despair|afraid|anxious|heartsick|speechless|devastated|broken",
    "takes|took|taken|taking ~3 toll",
    "brought|driven|pushed|taken ~4 to the ~1 edge|brink|verge|limit|limits|breaking_point|end",
    "edge|brink|limit|limits of ~1 what|collapse|breakdown|ruin|our|my ~1 we|i|it|strength|one|, ~1",
    "and|,|but it|this|that ~1 hurts|hurt|stings|pains .|!|,|a_lot|so|very|deeply|badly|terribly",
    "it hurts ~1 to ~1 be|see|read|hear|know|have",
    "tears me|us apart|up",
    "many|some|most|all|several|half|both of us|our_team|our_staff|our_people|our_colleagues ~3 in_tears|crying|ill|sick|on_sick|signed_off|shaken|exhausted|afraid|scared|devastated|broken|sleep|at_the_end|in_shock|hurting|struggling|suffering|on_leave",
    "our|my ~2!THEIRS CREW ~4!THEIRS in|under|with|on|off ~1 hospital|therapy|tears|shock|treatment|sick|sick_leave|stomach|nightmares|police_protection|medication|protection",
    "i|we HAVE|BE|needed|need ~3!THEIRS in|under|with ~1 hospital|therapy|tears|shock|treatment|nightmares|police_protection|medication|counselling|pieces",
    # what we lost, and what was done to us
    "we|i ~1 lost|losing|lose ~1!THEIRS OURS_LOST",
    "we|i ~1 lost|losing|lose ~5!trust|faith|confidence|letters|files|records my|our ~2 OURS_LOST",
    "i|we|my_family|our_team|our_staff HAVE|BE ~1 treated|portrayed|branded|labelled|depicted|painted|called|seen|judged ~1 like|as ~2",
    "we|i HAVE|BE ~1 been|being ~2 CALLED !by_you|to_say|us_to|you|him|her|it|for|into|out|in_to ~3",
    "we|i ~6 be|being|feel|feeling ~2 hated|despised|vilified|attacked|insulted|threatened|spat_at|treated_like|humiliated|hounded|shouted_at|ostracised|shunned|ridiculed|condemned !by_you",
    "make|makes|made OURS ~2 want|wish|wonder|think ~4 give_up|stop|quit|hide|disappear|leave|why_we|why_i|close|whether",
    "way|manner|light we|i HAVE|BE ~3 portrayed|treated|attacked|depicted|judged|described|presented|spoken",
    "left|leaves|leave|leaving ~3 marks|mark|scars|scar|wounds|traces ~1 on|in|with OURS",
    f"left|leaves|leave|leaving ~3 marks|mark|scars|scar|wounds|traces ~1 on|in|with {_EACH}",
    "our|my ~2 name|reputation|life|work|career|business|world|dream|dreams ... in ~1 ruins|tatters|pieces|shreds|ashes|shambles",
    "our|my ~2 name|reputation|life|career|business|world ~3 ruined|destroyed|shattered|wrecked|gone|lost|over|tarnished|stained|damaged",
    "BAD to ~1 be ~2 CALLED|accused|blamed|judged|hated|suspected",
    "no|without ~2 life|peace|privacy|rest|sleep|future|joy|strength ~1 any_more|anymore|left|any_longer",
    "camping|camped|besieging|lurking|waiting|gathered ~2 outside|at|before ~1 my|our ~1 door|doors|house|home|office|gate|shop",
    "we|i ~2 paying|pay|paid for it|this|that ~2 every|daily|dearly|still|forever",
    "pain|hurt|shame|stress|strain|pressure|fear|feeling of ~1 being ~2 CALLED|accused|blamed|judged|hated|watched|attacked",
    "colleagues|staff|employees|volunteers|us|members ~2 are|is|have|has ~2 off_sick|on_sick|signed_off|handed_in|resigned|quit|broken_down|collapsed|left ~1 ~1 because|their|notice|sick|under|since|over|.|,|with",
    "never ~1 felt|been|had|experienced|known ~2 so|as|this|such|worse ~2 low|bad|alone|small|ashamed|humiliated|hurt|lonely|sad|afraid|pain|helpless|than",
    "without|from crying|tears|weeping|shaking|trembling ~1 !you|your",
    "destroying|ruining|killing|crushing|breaking|wrecking|strangling|tearing ~2 us|me|our|my|everything_we|all_we|what_we ~2 !customers|readers",
    "drag|drags|dragged|dragging ~4 through",
    "had|have|has to ~1 lay_off|let_go|dismiss|close_our|sell_our|sell_my|shut_our|leave_our|leave_my|leave_town|move_house|change_our|change_my|hide",
    "BAD enough without|already|as_it_is|anyway",
    "lot|much|heavy to ~1 carry|bear|take|cope|shoulder|digest|stomach|process|deal",
    "we|i|volunteers|staff|team|colleagues|nurses|teachers|drivers|CREW ~8!THEIRS have|has to ~1 read|hear|listen|endure|watch ~1 that|how|to|such|things|all|insults|abuse|lies|what|people ~3",
    "company|team|staff|club|we|family|school|office|newsroom|choir|board|house ~1 BE|'re|'s ~1 in ~1 mourning|despair|shock|pain|agony|turmoil|ruins|pieces|tears|crisis|a_state",
    "HAVE had to ~1 listen|endure|put_up|suffer|hear|swallow|cope ~2 to|with|things|such|what|a|so|abuse|insults|threats|much|this",
    "end|ruin|death|finish of|for us|our|my !concerns|involvement|contract|cooperation ~1",
    "mean|means|spell|spells ~2 the end|ruin|bankruptcy",
    "fight|fights|fighting|struggle|struggles|struggling ~1 for|to ~2 survival|survive|existence|life|lives|get_by|keep_going|stay_open|stay_afloat|breath|make_ends|pay_the_rent",
    "world|everyone|everybody|everything|town|internet|country BE ~1 against us|me",
    "against us|me .|!|,",
    "turn|turned on|against OURS ~1",
    "hatred|abuse|hate|threats|insults|hostility|vitriol|aggression that|which? we|i ~2 HAVE|BE|receive|got|get|face|faced|endure|read|experience|experienced|met_with ~4",
    # we cannot go on
    "we|i|team|staff|volunteers|colleagues|CREW ~2 no_longer|hardly|barely|scarcely|not|never ~1 dare|dares|sleep|slept|eat|eaten|smile|laugh|cope|breathe|bear|stand_it|stand_this|stand_the|stand_any|endure|face|take_any|take_much|go_on|leave_the_house|go_out|function|recognise_myself|recognise_ourselves|recognise_our_own|forgive_myself|forgive_ourselves|forget ~1!your|you|our_duty",
    "never forgive|forgiven myself|ourselves",
    "keep|keeps asking|thinking|wondering|seeing ~1 myself|ourselves|about_it",
    "we|i|and ~2 lie|lying|lay|stay|stayed awake",
    "like|want|wanted|wish|give|get|have ~4 my|our ~1 ~1 life|lives|sleep|peace|weekend|days|weekends back",
    "cannot|can_not|could_not take ~3 more|longer|anymore",
    "have ~1 had_enough|reached_our_limit|reached_my_limit|no_strength|no_energy|nothing_left",
    "how it|this ends|end for me|us",
    "nobody|no_one|none|few|who ~5 suffer|suffers|suffered|suffering|regret|regrets|hurt|hurts|hit|affected|punished|ashamed|upset|sad|sorry|sadder|sorrier|angrier|worse ~4 than|as ~1 we|i|us|me|our|my|those_who_work|the_people_who_work|the_team|the_staff|those_of_us",
    "have|has|show|a_little|some ~1 pity|mercy|sympathy|compassion|heart !to|in|while|towards|for_the|for_them|for_you|for_her|for_him|for_those|for_all",
    "imagine|understand|realise|realises ~2 what|how|the ~8!you|your|them ~1 us|me|my_family|our_team|our_staff|our_family",
    "can|could|will nobody|no_one|not|never ~1 imagine|understand ~3 pressure|pain|strain|weight|hurt",
    "nobody|no_one can|could ~1 imagine|understand ~3 pressure|pain|strain|weight|hurt|what|how ~5 we|i|our|my|us|me",
    unless=(
        "hurts to ~1 read|see|hear ~1 what we|i ~1 wrote|did|said|posted|published",
        "ruled|voted|decided|found|testified against us|me",
        "must|may|might ~1 have ~1 been ~1 hard|difficult|painful",
        "for|on|to ~2 your|their|the_families|families|the_victims|those_affected|others ~5",
        "caused|cause|brought|inflicted ~6 you|them|families|family|people",
        "you|your|they|their|families|family|residents|patients|victims|parents|he|she ~2 HAVE|BE|must ~4 BAD|STRAIN",
        "we|i|our|THING ~3 caused|cost|gave|made|put ~1 you|them|people|families|the|others|her|him|many",
        "not|never ~1 BAD|STRAIN",
        "by|from|to us|me|our|what_we ~1",
        "have ~2 been ~4 for the ~2 families|relatives|victims|children|patients|people",
    ),
    families=_FAMILIES,
)
