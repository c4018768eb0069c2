"""What sets rules for the readers, or says that the page is ours."""

from bot.lint.phrases import table

_FAMILIES = {
    "BEHAVE": (
        "post posting comment commenting insult insulting attack attacking spam spamming troll trolling harass harassing abuse abusing shout"
        " shouting accuse accusing judge judging complain complaining moan moaning whine whining twist twisting lecture lecturing pretend"
        " pretending swear swearing blame_us tell_us bother_us overreact be_rude be_silly be_ridiculous be_childish be_offended be_abusive"
        " making_a make_a_fuss spread_lies spreading_lies spread_rumours jump_to assume take_it_so get_so_upset overreacting calling_us calling_our calling_people be_so make_such exaggerate exaggerating being_so tag_us tagging_us"
    ),
    "TAKEN_DOWN": "deleted removed blocked banned reported muted hidden ignored kicked_out",
}

RULES = table(
    "nobody|no_one ~1 is|has ~2 entitled|allowed|right ~1 to ~1 insult|abuse|attack|shout|threaten|lecture|judge ~1 !you",
    "threads|thread|comments|posts|discussions like|such ~4 will|shall ~1 be ~1 closed|locked|deleted|removed",
    "we|i ~1 delete|remove|block|ban|hide|mute|report ~2 comments|users|anyone|people|everyone|everything|what|those|trolls|insults|abuse",
    "will|can|shall only ~3 answer|reply|respond|talk|discuss|publish|engage|deal|consider",
    "nobody|no_one ~1 is|has_been|was|'s|had forced|forcing|obliged|making|required|compelled|asking",
    "for the last|umpteenth time ,|:|;|.|!",
    "not|no ~1 a? democracy|debating_club|discussion_forum|playground|complaints_desk|public_square",
    "do not like it|that|this|our ~1 ?",
    "privilege ,? not a? right",
    "comments|commenting|comment|posting|moderation|discussion|community ~1 policy|rules|guidelines|code",
    "a privilege ,|.|!|and_not|not",
    "breaks|break|violates|violate|against our ~2 rules|policy|guidelines|terms",
    "read the ~2 rules|guidelines|policy",
    "to repeat ,|:",
    "as we|i ~2 said|stated|explained|mentioned|told|made_clear|wrote ~1 before|already|earlier|clearly|times|,|yesterday|repeatedly",
    "as we|i have|'ve|already ~1 said|stated|explained|mentioned|told|made_clear",
    "once|for_the_last|for_the_umpteenth again|time|and_for_all ,? we|for|this|to|it|our",
    "let me|us|'s ~1 be ~1 clear|honest|real !about_what|:_this_was|:_it_was|:_we_were|:_that_was",
    "let 's get ~2 straight",
    "for the record ,|: we|i|nobody|no_one|it_is|this_is|it_was|that|our|not",
    "may|let|allow|permit we|us|me ~1 remind",
    "take your ~3 elsewhere|somewhere_else",
    "please|kindly|just? do not BEHAVE !your|any_personal|personal|private|photos|pictures|images|names|booking|card",
    "stop|refrain_from|quit|cease|enough_with BEHAVE|the_abuse|the_insults|the_hate|being_rude|the_negativity|the_drama|using_our|using_altered",
    "do not ~1 post|comment|use ~5 logo|logos|altered|page|wall|language|here !NUMBER",
    "comments|comment|posts|replies|they|users|accounts|people|anyone|messages|those|trolls|insults|abuse|who|it ~7 will|shall|are_going_to|may be ~1 TAKEN_DOWN",
    "we|i will|shall|have|had_to|are ~3 block|blocking|blocked|ban|banning|banned|mute|muting|muted|report|reporting|sue|suing ~2 you|anyone|people|users|accounts|trolls|those|abusive|everyone|rude|commenters|critics",
    "it|this|that 's|is our|my !page_that|account_that page|account|wall|feed|channel|timeline|house|brand|business|company|right|decision|call|choice|platform",
    "our|my page|house|account|wall|channel ,? our|my rules",
    "we|i set|make the rules",
    "free|freedom_of speech|expression",
    "we|i BE allowed|entitled|free to",
    "we|i have every|a|the right",
    "if you do|did|can|could not ~1 like|agree|enjoy|handle|take|appreciate ~5 ,? then? do|feel|unfollow|leave|go|you|just|scroll|there|buy|look|tough|that|please|shop|find|maybe|it",
    "feel free to unfollow|leave|go|shop_elsewhere|block|move_on|complain",
    "just|please|simply|then? unfollow|scroll_on|scroll_past|scroll_by|calm_down|chill_out|lighten_up|google_it|grow_up",
    families=_FAMILIES,
    unless=(
        "we|i ~2 change|changed|rewrite|rewritten|update|updated|review|reviewing|broke|ignored ~3 policy|rules|guidelines|code",
        "not ~1 ask|asking|tell|telling you|anyone|them to",
        "again ,? we|i|our|to|my ~3 apologise|regret|sorry|thank|apologies|apology|apologising",
        "told|asked|want|ask|tell|promised|agreed ~4 to stop|refrain_from|quit|cease",
        "sorry|apologise|wrong ~3 that|to|for? ~1 we? ~1 blocked|deleted|removed|hid|banned|muted|reported|block|delete|hide|blocking|deleting|hiding|banning",
        "not ~5 ,? as we|i ~1 said|wrote|stated|explained|mentioned|told",
        "we|i|it|this|they|he|she|who|which|that|THING|clip|song|poster|banner|display|item|items|employee|colleague ~2 broke|breaks|break|violated|violates|against our",
        "acted|acting|went|goes|go|was|were|ran|done|posted|sent|said|clearly against our",
        "no ~1 right|business to",
        "banned|ban|banning ~4 from|for our|the|all|life ~2",
        "if you do not want ~4 e-mails|messages|letters|calls",
    ),
)
