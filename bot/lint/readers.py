"""What puts it on those who read, heard or bought: they misread, did not check, should have known."""

from bot.lint.agents import AGENTS
from bot.lint.phrases import table

THEY = (
    "you they people anyone anybody everyone everybody parents guests passengers patients residents visitors tenants customers members readers"
    " users travellers buyers shoppers pupils students clients participants families neighbours viewers listeners drivers owners commuters"
    " riders cyclists walkers hikers swimmers diners spectators fans callers applicants audience taxpayers voters public"
)
_FAMILIES = {
    **AGENTS,
    "THEY": THEY,
    "CARED": (
        "closed shut locked checked asked rung called phoned looked waited stayed brought booked insured read noticed complained come_forward kept"
        " spoken_up told_us let_us_know written_to_us worn covered moved prepared planned_ahead"
    ),
}
READERS = table(
    "THEY ~1 could|should|ought_to|might ~1 have ~2 CARED",
    "customers|guests|parents|passengers|they|visitors|tenants|residents|participants|readers had been ~1 told|warned|asked|informed|advised|reminded|instructed",
    "you ~1 *ed|PAST ~5 without ~1 reading|checking|asking|looking",
    "READER only|merely|just ~1 see|sees|read|reads|look|looks|watch|hear ~3 headline|title|first|half|part|picture|excerpt|clip|surface",
    "you|they|people|readers|customers ~2!we|not have? misheard|mistaken|misremembered|miscounted|mistyped|misunderstood",
    "READER BE? ~1 read|reading|reads|interpreting|projecting ~3 into",
    "READER !told|showed|explained|said|asked|wrote|pointed|noticed|saw|knew *ed|PAST ~3!nothing|not wrong|incorrect|old|outdated|mistakenly",
    "had|if DET|you|he|she|they|people|customers|readers|parents ~3!we|i|our *ed|PAST|come|called|told ... would|could",
    "READER who had|have? ~1 read|looked|listened|watched|checked ~6 would|could|will",
    "would have ~1 known|seen|noticed|realised|understood if|had|,_had",
    "would have ~1 known|noticed|realised|understood .|,|;|!",
    "READER who? *ly? stopped|skimmed|skipped|ignored|overlooked|jumped|assumed|concluded|confused|scrolled_past|misremembered|forgot ~3!we|i|our ~3",
    "if|had READER ~2 read|scrolled|looked|listened|watched ~2 further|on|to_the_end|beyond|past|properly|carefully|more|the_whole|the_rest|all",
    "READER only|merely|just read|saw|looked|watched|heard ~3 headline|title|first|half|part|picture|excerpt|clip",
    "READER who? ~3 misread|misunderstood|misinterpreted|misconstrued|overreacted|over-reacted|twisted|distorted|jumped_to_conclusions|missed_the_point|missed_the_joke|missed_the_irony",
    "READER ~3 read too much|into",
    "READER ~3 take|took|taken it|this|that|them|our|the|my ~3 out_of_context|wrong_way|wrongly|too_seriously|too_literally|personally|out_of_proportion",
    "you|people|readers|customers|many|some did|do not ~1 read|check|look_at ~2 small_print|fine_print|terms|conditions|instructions|label|notice|sign|manual",
    "READER did|do ~1 not ~1 bother|read|understand|get|listen|look !a|the_e-mail|your|it|our|this ~1 properly|carefully|joke|irony|point|to|terms|instructions|context|humour",
    "if READER had ~1 read|checked|noticed|listened|paid_attention|paid_more|looked|asked",
    "READER ~2 failed|fail to read|understand|see|get|notice|check",
    "BE ~2 taken out of ~2 context",
    "IS|been|got ~1 misunderstood|misinterpreted|misconstrued|misrepresented|twisted|distorted|hijacked",
    "BE ~1 taken the wrong way",
    "you|people|customers|readers should|could|ought_to have ~1 read|checked|noticed|looked|asked|known|realised",
    "is|was|were|'s|be|by|of|to|through|about|it ~1!not your own? fault|mistake|error|misunderstanding|misreading",
    "your own device|browser|settings|phone|computer",
    "problem|fault|error|issue|setting ~1 with|in|of|on|at your ~2 device|browser|settings|phone|computer|end|side",
    families=_FAMILIES,
    unless=(
        "BE ~1 taken out of ~2 context by us|our",
        "because|from|by|through|after ~1 our|we ~4 headline|wording|chart|text|article|post|map|did_not|wrote|picture|report",
        "not ~1 your ~1 fault|mistake|error",
        "message|letter|e-mail|text|note|mail|line|sentence|what|it ~4 should have read",
        "you ~1 received|got|saw|read|bought|were_sent|booked ~3 wrong|incorrect|old|outdated",
        "we|i ~2 misread|misunderstood|misinterpreted|misrepresented|failed|missed",
        "our|that_was_our ~1 misunderstanding|misreading",
        "to|for|with you should",
    ),
)
