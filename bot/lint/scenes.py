"""Excuses that give no reason by a “because”: how it was that day, what looks alike, who had it wrong before us, what we are no good at."""

from bot.lint.phrases import table

_FAMILIES = {
    "CREW": "team staff desk newsroom office editor editors crew colleagues volunteers everyone everybody we i us choir kitchen department moderator moderators reporter reporters",
    "STRAIN_OF": "holiday holidays weekend election elections deadline deadlines fair festival christmas easter season move merger strike flood storm flu",
    "ALIKE": "alike almost_the_same nearly_the_same much_the_same the_same similar identical confusingly",
    "PAIR": (
        "names words flags letters digits numbers keys buttons files labels boxes codes titles logos faces towns streets dates pictures brothers sisters twins they"
        " both two these those"
    ),
    "RECORD": "paper papers newspaper newspapers wikipedia website site page pages brochure archive archives leaflet guide book books map maps list register database encyclopaedia plaque sign programme press_release",
    "CRAFT": "spelling maths arithmetic geography grammar punctuation dates names numbers figures sums history counting languages",
    "SENSES": "light sound line handwriting print picture_quality connection acoustics signal reception visibility recording",
    "POOR": "poor bad dim low weak faint terrible crackly patchy hard_to_read hard_to_make_out illegible unclear blurred noisy",
}

SCENES = table(
    # how it was that day
    "CREW ~2 had been up|awake|working|on_their_feet|on_our_feet|at_it|running|on_air|on_duty ~3 since|for|all|through",
    "CREW had worked ~3 days|nights|hours|weekends|shifts|weeks|in_a_row|through",
    "had been|was a ~2 long|rough|mad|wild|crazy|hard|frantic|hectic|tough ~1 day|week|night|month|shift|season|year ~2!for_you|for_the_family|for_her|for_him for|and|at|in|,|.",
    "desk|team|office|newsroom|crew was|were down|reduced|cut to ~1 one|two|three|half|a_skeleton",
    "half|most|part|a_third of? ~1 the|our ~1 CREW was|were ~1 out|off|down|away|ill|sick",
    "deadline|deadlines ~2 was|were|came|loomed|pressed|approached ~5 away|thick|close|fast|us|when|and|in",
    "it was|being ~1 last|first|busiest ~1 day|hour|week|minutes before|after|of ~2 STRAIN_OF",
    "phones|telephone|phone|inbox|doorbell ~2 had|would|did|was|were not|never ~1 stopped|stop|stopping|still|quiet",
    "something|things had|was|were|has to ~1 give|slip",
    "this|it|one|that ~2 slipped|fell ~1 through|between ~1 !the_ice|the_floor",
    "head|heads|mind|minds|thoughts was|were ~1 elsewhere|somewhere_else ~1",
    "we|i had ~1 just? moved|changed ~1 offices|office|house|rooms|systems|desks ~8 and|,|so|that",
    "we|i had moved ~1 offices|office|house|rooms|desks|buildings",
    "in|during the? ~1 a? live|heat ~1 broadcast|show|programme|debate|stream|of ~6 get|gets|slip|slips|come|comes|happen|happens",
    "result|results|news|figure|figures|numbers came|arrived|reached ~1 in|us|late|just|minutes|seconds ~5 before|deadline|midnight|late|press",
    # what looks alike
    "PAIR ~4!not look|looks|sound|sounds|are|is|read|reads ~1 ALIKE",
    "PAIR ~3 differ|differs only|by|in ~2",
    "PAIR ~6 sit|sits|lie|lies|are|stand|is side_by_side|next_to_each_other|right_next|close_together !.|concert",
    "keys|buttons|switches|digits|letters ~6 lie|lies|sit|sits|are ~1 side|next_to|beside|close ~2",
    "a|an|the NUMBER|o|l|i looks|reads ~1 like|as",
    "was|were called|named|labelled|marked ~4 and ~1 looked|sounded|seemed",
    "easy|hard|difficult to ~1 confuse|mistake|tell_apart|tell_them|keep_apart|make_out",
    # who had it wrong before us
    "every|all|most|many|even|several|other ~3 RECORD ~4!ours|we|i had|has|have|gets|get|got|gives|gave|says|said|makes|made|print|printed ~3 wrong|same|mistake|error|too",
    "even DET ~5 RECORD ~3 gets|has|had|says|gave|got ~4 wrong|same|mistake|too",
    "wikipedia|google has|says|said|gives|had|gets|still ~5",
    "DET ~3 RECORD ~2!new still ~1 said|had|has|says|gave|gives|listed|lists|named|showed|called",
    "we|i took|copied|had|got|lifted ~5 from ~1 last_year|an_old|an_older|the_old|the_earlier|a_former",
    "DET ~3 RECORD ~1 dates|dated|goes|went back? ~1 from|to before|the|a ~3",
    "which|that nobody|no_one had ~1 marked|labelled|updated|flagged|thrown",
    # what we are no good at
    "we|i are|am ~1 *s ,? not ~1 *ers|*ists|*ians|*ants|*ors|*logues|*phers|*graphers",
    "we|i are|am ~1!not a|an ~3 ,? not a|an ~1 *er|*ist|*ian|*ant|*or|*pher ~1",
    "CRAFT was|were|is|are|has|have ~1 never|not been? ~1 our|my ~1 strong|strongest|forte|best|thing|strength",
    "nobody|no_one|none|few ~2 here|of_us|in_our|in_the|on_our|at_our ~3 speaks|speak|reads|had_been|has_been|had_ever|understands|writes !up|out|for",
    "names|spelling|words|accents|languages ~3 is|are ~1 hard|difficult|tricky|confusing|a_mystery for|to us|me|anybody|anyone",
    "time_zones|foreign_names|summer_time|leap_years|units|currencies ~1 are|is|can_be ~1 confusing|tricky|hard|difficult|complicated|a_mystery|a_minefield",
    "SENSES ~4 was|were ~1 POOR",
    # what our hands and tools did
    "screen|app|page|phone|keyboard|cursor|browser|laptop|computer|tablet ~1 froze|hung|jumped|lagged|refreshed|stuck|jammed|crashed ~4 before|when|while|and|just|as",
    "there|which|it|that is|was|has|had ~1 no undo|undo_button|way_to_undo|warning|confirmation|preview|way_to_check|way_to_recall",
    "no way ~1 to ~1 call|take|get|pull|bring|have it|them|that back",
    "app|form|system|program|programme|tool|site|button does|did not|never ~1 ask|warn|confirm|prompt",
    "had NUMBER|too_many|so_many ~2 windows|tabs|chats|screens|files|conversations ~1 open",
    "had|without ~1 my ~2 glasses ~1 off|on|at_home|,|and|.",
    "on paper|screen ~1 it|the_joke|the_idea|the_plan|the_line had|looked|sounded|seemed ~2",
    unless=(
        "no|not an? excuse|defence|reason",
        "we|i ~3 should|ought|failed|mixed|confused|did_not",
        "you|your|families|visitors|readers|patients|parents ~4 had|was|were|have|are",
        "concert|hall|tickets ~4 next_to",
        "will|can|please ~4 correct|use|compare",
    ),
    families=_FAMILIES,
)
