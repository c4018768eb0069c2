"""Does the apology hang on a condition?"""

from collections.abc import Iterator, Sequence

from bot.lint.labels import Label
from bot.lint.model import Context, Finding, Span, finding
from bot.lint.phrases import spans, table
from bot.lint.text import Sentence, Text, Token

_HEDGES = table(
    "SORRY for|about anything|whatever|everything_that",
    "anyone|anybody who|that|whose|we !has_already|have_already|already|has_received|has_bought|has_booked|has_paid|filled|printed|set|had_to|received|got|came|arrived|waited|turned|booked|bought|paid|tried|missed|stood|travelled|called|clicked|opened|ordered|queued|went|drove|planned|signed|registered|read|needs|wants|uses|knows|has_questions|is_waiting|owns|can_not|lives|works|is_allergic|plays",
    "whoever|whomever|whosoever|anyone_whose|anybody_whose",
    "any|some_of_you ~3 was|were|who|feels|felt|is|are ~2 HURT|shocked",
    "step*|trod|trodden|tread ~2 toes",
    "whatever|any|what|some trouble|problem|problems|harm|worry|inconvenience|upset|distress ~4 may|might|could|has|have|caused",
    "any ~2 HARM|ERROR|issue|issues|problem|problems|negative|consequences",
    "anyone|anybody|any_of_you|any_of_our|any_of_those ~4 HURT|felt|feels|feel|found|took|thought|saw|sees|read|thinks|perceived|considered|believes|believed|had|has|was|were|feels|may|might|could|experienced|suffered",
    "any of our|the|you|those ~4 who|that ~2 HURT|felt|found|took|thought|saw|experienced|suffered|had",
    "any ~2 who ~2 HURT|felt|feels|feel|found|took",
    "any ~3 who|that ~1 think|thinks|believe|believes|consider|considers|regard|regards|find|finds",
    "any ~7 who ~1 felt|feels|feel|took_offence|took_it|may|might",
    "may|might ~1 have ~1 caused|offended|upset|hurt|misled|confused|seemed|appeared|come|been|felt|found|given|created|led|experienced|received|inconvenienced|harmed|insulted|resulted|read|sounded|made|taken_offence|taken_it|suffered|wounded|alarmed|worried|distressed|annoyed|frightened|disappointed",
    "may|might ~1 cause|offend|upset|seem|appear|find|feel|hurt|sound|come_across|take_offence|take_exception|take_issue|perceive|consider|interpret|misinterpret|disagree|object",
    "may|might ~1 be ~1 HURT|perceived|seen|taken|OFFENSIVE",
    "could have ~1 caused|offended|upset|hurt|misled|confused|insulted|come_across|been_perceived|been_seen|been_taken|been_read",
    "possible|potential|perceived|alleged HARM",
    "anything|everything|whatever|something ~6 may|might|could",
    "could be ~1 seen|perceived|taken|read|interpreted|construed|understood|considered",
    "possibly|potentially|perhaps ~1 caused|offended|upset|hurt",
    "whatever HARM",
    "whatever|what part|role|share we|i ~2 played|had|have",
    "if|where|wherever|whenever appropriate|applicable|necessary|warranted|needed|required",
    "any ~2 effect|effects|impact|influence|harm|part",
    "any|anything|whatever ~10 may|might have",
    unless=(
        "not|never ~6 to ~2 cause|give|create any",
        "regardless|irrespective of any",
        "any offence|offences ~3 committed",
        "anyone|anybody|whoever|whomever ~8 will|would|can|should|must|may|might see|know|understand|agree|find|realise|notice|confirm|recognise|remember|tell",
        "anyone|anybody|any_of_you who ~1 has|have|had ~1 already|received|bought|booked|paid|printed|downloaded|ordered|signed|registered|travelled|waited|queued|turned|tried|come|gone|made|set_off",
        "make|made|put|pay|pays|paid|cover|compensate|replace|repair ~3 any|whatever",
        "whatever it|the may|might|cost",
        "to whoever|whomever ~1 had|got|received|bought|ate|picked|rang ~3 :|at|on|from|of|the|three|two",  # somebody did, and it is they who are meant
        "have|answer|raise|report|discuss|with|without any questions|concerns|problems|issues|trouble|doubts|difficulties|difficulty",
        "hardly|barely|scarcely|did_not|not|never ~1 any|anyone|anybody",
        "you|we may|might be able|asked|charged|entitled|contacted",
    ),
)
_CONDITIONS = table(
    "if !only|necessary|possible", "in case", "in the event", "to the extent", "insofar as", "in so far as"
)
_DEED = table(
    "if|in_case you|any_of_you|anyone|anybody HAVE? ~1 been? ~1 waiting|waited|stood|queued|queueing|came|come|went|gone|drove|turned|tried|missed|paid|bought|booked|ordered|travelled|called|clicked|walked|looked|set"
)
"""What somebody did by a light mistake of ours (“sorry if you waited in the rain”): whether it touched them, not whether we did it."""
_FORGIVE = table("please|kindly|do? forgive|pardon us|me if")
_INVERTED = table(
    "should anything|something|some|certain|parts|aspects|a|an|his|her",
    "should|were|had any|you|we|i|it|this|these|the|my|our|that|there|anyone|anybody|someone|yesterday",
)
_NOT_A_CONDITION = frozenset(
    {
        "as",
        "even",
        "know",
        "see",
        "ask",
        "asks",
        "asked",
        "asking",
        "check",
        "wonder",
        "out",
        "sure",
        "unsure",
    }
)
_OWN_CLAUSE = table(
    "please",
    "we|i will|can|would|are_happy|have|do|offer|owe|want",
    "we 'd",
    "you can|may|will|do|need|get|should|have|are|could",
    "reply|write|contact|call|use|ignore|delete|disregard|bring|show|let|tell|get|come|send|check|visit|click|ask|e-mail|message|discard",
    "just|simply reply|write|contact|call|use|ignore|delete|bring|show|let|tell|get|send|check|click|ask",
    "your|our|the ~3 is|are|will|was",
    "it|there|that|this|here is|'s|will",
    "do not|nothing",
    "they|he|she|you|it|people|everybody|readers would|could ~1 have",
)
_AND_MORE = table(
    "and|but|so ,? we|i|you|please|will|have|are|can|ask|offer|invite|encourage|want|would|hope|do|urge|request|thank|call|contact|write|reply|welcome"
)
_ASIDE = table(
    "and|but|though|although|which we|i ~2 hope|trust|believe|fear|know|think|understand|doubt",
    "as some|many|others|people|critics|readers",
    "and|but only|perhaps|especially if",
    "like|unlike ~1",
)
"""What may stand between commas without ending the condition: “if we hurt anyone, and we hope we have not, …”."""
_BREAKS = frozenset(";:—–(")


def check_conditions(text: Text, context: Context) -> Iterator[Finding]:
    """Yield every hedge or condition on which an apology hangs."""
    for span in _conditions(text):
        if context.serious or not _is_deed(text, span):
            yield finding(Label.CONDITIONAL, span)


def _is_deed(text: Text, span: Span) -> bool:
    """Return whether a condition is what somebody did by our mistake."""
    tokens = next(one.tokens for one in text.sentences if one.holds(span.start))
    return _DEED.starts(tokens, next(at for at, token in enumerate(tokens) if token.start >= span.start))


def _conditions(text: Text) -> Iterator[Span]:
    for sentence in text.sentences:
        tokens = sentence.tokens
        forgiven = next(_CONDITIONS.find(tokens), None) if _FORGIVE.starts(tokens, 0) else None
        if forgiven is not None:
            yield _condition(tokens, forgiven[0])
        if not any(_says_sorry(token) for token in tokens):
            continue
        hanging = _hanging(sentence)
        if hanging is not None:
            yield hanging
        for hedge in spans(text, _HEDGES, only=sentence):
            if hanging is None or hedge.end <= hanging.start or hanging.end <= hedge.start:
                yield hedge


def _says_sorry(token: Token) -> bool:
    return token.word == "sorry" or token.word.startswith(("apolog", "regret"))


def _hanging(sentence: Sentence) -> Span | None:
    """Return the condition that an apology in this sentence hangs on, if any."""
    tokens = sentence.tokens
    places = [
        first
        for first, _ in _CONDITIONS.find(tokens)
        if (first == 0 or tokens[first - 1].word not in _NOT_A_CONDITION) and _goes_on(tokens, first)
    ]
    places += [0] if tokens[0].word in {"where", "wherever"} else []
    places += [first for first, _ in _INVERTED.find(tokens) if _opens_clause(tokens, first)]
    for first in sorted(places):
        if _hangs_after(tokens, first) or _hangs_before(tokens, first) or _runs_into_apology(tokens, first):
            return _condition(tokens, first)
    return None


def _condition(tokens: Sequence[Token], first: int) -> Span:
    return Span(tokens[first].start, tokens[_end_of_condition(tokens, first) - 1].end)


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 < len(tokens) and (tokens[at + 1].word[0].isalnum() or _aside_end(tokens, at + 1) > 0)


def _opens_clause(tokens: Sequence[Token], at: int) -> bool:
    return at == 0 or not tokens[at - 1].word[0].isalnum() or _says_sorry(tokens[at - 1])


def _hangs_after(tokens: Sequence[Token], condition: int) -> bool:
    """“We apologise if …”: no other thought starts between the two, and the condition has no main clause of its own."""
    said = max((at for at in range(condition) if _says_sorry(tokens[at])), default=-1)
    between = tokens[said + 1 : condition]
    if said < 0 or any(token.word in _BREAKS for token in between) or any(_AND_MORE.find(between)):
        return False
    if any(token.word == "," and _OWN_CLAUSE.starts(between, at + 1) for at, token in enumerate(between)):
        return False
    if between and between[-1].word == "but":  # “sorry, but if you look …” opens a thought of its own
        return False
    if between and between[-1].word in {",", "!", "and", "so", "-"}:
        return not _has_own_clause(tokens, condition)
    return True


def _has_own_clause(tokens: Sequence[Token], condition: int) -> bool:
    comma = _end_of_clause(tokens, condition)
    return any(_OWN_CLAUSE.find(tokens[comma + 1 :])) or any(
        _OWN_CLAUSE.starts(tokens, at) for at in range(condition + 3, comma)
    )


def _hangs_before(tokens: Sequence[Token], condition: int) -> bool:
    """“If …, we apologise”: the apology is the first clause after the condition."""
    comma = _end_of_condition(tokens, condition)
    said = next((at for at in range(comma, len(tokens)) if _says_sorry(tokens[at])), -1)
    if said < 0 or tokens[comma].word == ";":
        return False
    opens = next(
        (
            at + 1
            for at in range(said, comma, -1)
            if tokens[at].word in {"and", "but", "so", ",", ";", ":", "–", "—"}
        ),
        comma + 1,
    )
    return not any(_OWN_CLAUSE.find(tokens[comma + 1 : opens]))


def _runs_into_apology(tokens: Sequence[Token], condition: int) -> bool:
    """“If … we apologise”, without a comma."""
    clause = tokens[condition : _end_of_clause(tokens, condition)]
    said = next((at for at, token in enumerate(clause) if _says_sorry(token)), -1)
    speaker = any(token.word in {"we", "i"} for token in clause[max(said - 3, 0) : max(said, 0)])
    return speaker and _opens_clause(tokens, condition)


def _end_of_condition(tokens: Sequence[Token], condition: int) -> int:
    """Return where the condition ends: an aside between commas belongs to it."""
    start = max(_aside_end(tokens, condition + 1), condition)
    comma = _end_of_clause(tokens, start + 1)
    return _aside_end(tokens, comma) or comma


def _aside_end(tokens: Sequence[Token], comma: int) -> int:
    """Return the comma that ends an aside which starts after this one; 0 where there is none."""
    if comma >= len(tokens) or tokens[comma].word != "," or not _ASIDE.starts(tokens, comma + 1):
        return 0
    end = _end_of_clause(tokens, comma + 1)
    return end if end < len(tokens) and tokens[end].word == "," else 0


def _end_of_clause(tokens: Sequence[Token], start: int) -> int:
    signs = (
        at
        for at in range(start, len(tokens))
        if tokens[at].word in {",", ";", ":", "—", "–", "-", ".", "!", "?", "…"}
    )
    return next(signs, len(tokens))
