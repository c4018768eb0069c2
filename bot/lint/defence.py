"""What defends us against those who complain: their motives, the whole picture, the noise, the falsehood of what they say."""

from bot.lint.phrases import table

DEFENCE = table(
    "has|have a|every|the right|freedom to ~1 his|her|their|our|my ~2 humour|opinion|opinions|view|views|joke|jokes|taste|sense",
    "criticism|comments|questions|debate|opinions|feedback ~3 welcome ,? but|as_long|provided|if ~1 not|it|they|you",
    "vocal|loud|noisy|small_but_loud minority|few|group",
    "will be deleting|removing|hiding|blocking|banning|muting ~3 comments|posts|users|accounts|offenders|people|anyone|those|trolls|replies",
    "with respect , this|that|it|you|the|your",
    "not everyone|everybody|all|all_of_you will|would|may|might|does|do|can ~1 agree|like|love|share|understand|appreciate|see",
    "who|they wish|want|seek|try|hope ~1 to ~1 damage|harm|discredit|smear|destroy|attack ~1 us|our|the_club|this_club",
    "allegations|accusations|rumours are|is|have ...!we|i|our|my false|untrue|baseless|unfounded|validity|merit|fabricated|invented",
    "disappointing|disappointed|sad|regrettable|frustrating ~2 see|that ~4 attempts|people|some|media|others|reports|critics ~3 interpret|twist|misinterpret|misrepresent|attack|distort|turn|portray|paint",
    "context matters|is_everything|is_key|is_important|is_missing",
    "minority|people|few|readers|users|fans|customers|who have|has? chosen|decided|elected to take|be|get ~1 offence|offended|upset|umbrage|exception",
    "perhaps|maybe our|the|these|those? critics|accusers|complainers|haters|moaners ~3 like|try|learn|read|should|could|want|care",
    "full|whole|complete|unedited|entire video|clip|interview|footage|recording|quote|context shows|will_show|makes_clear|tells|proves",
    "forget|ignore the|all_the noise|outrage|haters|critics|drama|fuss|hysteria|hype",
    unless=("we ~3 repeated|published|spread|printed|made ~3 allegations|accusations|rumours",),
)
DENIALS = table(  # of what others say: with an apology beside it, it is our own claim
    "we|i ~2 did not say !when|where|which|how|,|.",
    "that|this|it is|'s ~2 not_true|untrue",
    "reports|rumours|claims|allegations|suggestions|accusations|stories ~10 are|is|'re ~2 false|untrue|wrong|unfounded|baseless|inaccurate|misleading|nonsense|incorrect|lies|without_merit",
    "suggestion|claim|report|story|statement ~10 is|'s ~2 false|untrue|wrong|unfounded|baseless|inaccurate|misleading|nonsense|incorrect|lies|without_merit",
    unless=(
        "we|i ~2 should not ~2 written|said|published|printed|posted",
        "we|i ~1 published|printed|wrote|spread|repeated|reported it|this|that|them",
    ),
)
