"""Sentences in which we speak about ourselves: nothing about the mistake, the people it hurt or what is right.

In an answer to a mistake there is little need for them. With words of suffering they pity us, with words of praise they promote
us; one strong word is enough, of the weak ones it takes two.
"""

from collections.abc import Iterator, Sequence

from bot.lint.model import Span
from bot.lint.text import Sentence, Token
from bot.lint.words import FAMILIES, single

_OURS = single("we our i my us me")
_ELSEWHERE = single(  # about others, about what happened, about what is to be done
    FAMILIES["THING"],
    FAMILIES["ERROR"],
    "family victims patients relatives you your if their they his her families not wrong meant regret thoughts sorry apologise apologises apologies apology will was were had did offence act ?",
)
_PAST = single(FAMILIES["PAST"], "used")
_OBJECT = single("the a an it them him her you your their his this that these those every all its")
_HAVE = single("have has had and")
_END = Token(".", 0, 0)
_BED = 4  # letters of a short word that only ends like a past (“need”, “red”)
_SUFFERING = single(
    "alone lonely exhausted heartbroken heartbreaking devastated devastating shattered crushed destroyed suffering suffer suffers hurts"
    " tears despair nightmare hell unbearable miserable numb trauma traumatised livelihood livelihoods survival survive outcast outcasts"
    " hated nerves sleepless vilified bleeding breaking shaking struggling ruins helpless hopeless"
    " desperate inconsolable agony torment torture ordeal hounded scars breakdown heartache weep weeping sobbing gutted mortified drained"
    " overwhelmed distraught bullied harassed scapegoat scapegoats scapegoated pariah pariahs victimised depressed depression insomnia"
    " burnout nightmares sorrow anguish misery panic frightened terrified despairing drowning collapsing ruined unloved"
    " abandoned betrayed slandered demonised pilloried humiliated crucified traumatic agonising harrowing gruelling draining exhausting"
    " demoralised speechless sleeplessness wits tether powerless defenceless voiceless friendless jobless homesick"
)
_STRAIN = single(
    "tired sad hard difficult tough afraid scared stress pressure burden pain painful hurt loss losing struggle sick ill cry crying sleep"
    " heavy worst dark darkest terrible awful horrible dreadful broken weary anxious abuse hate insults attack attacks end edge brink week"
    " days life much toll anymore barely hardly nobody unfair cruel monsters villains"
)
_PRAISE = single(
    "proud pride passion passionate excellence outstanding award-winning trusted loyal loyalty values heritage"
    " diversity inclusion inclusivity equality kindness integrity fairness sustainable sustainability innovative innovation renowned famous"
    " finest stronger dna dedication devoted champion champions pioneer pioneers pioneering tolerance dignity"
    " hospitality open-minded cherish unique unrivalled vision mission ethos craftsmanship empower"
    " empowering empowerment inspire inspires celebrate transparency world-class unparalleled unmatched beloved cherished reputable excel"
    " excels premium first-class sought-after generosity generous philanthropy eco-friendly fair-trade artisanal visionary cutting-edge"
    " state-of-the-art groundbreaking trailblazing exemplary nurture nurturing wholeheartedly solidarity togetherness openness compassion"
    " compassionate empathy mindful ethical principled uncompromising unwavering steadfast tireless tirelessly heartfelt pioneered"
    " bestselling best-selling five-star family-owned family-run handcrafted hand-crafted customer-focused value-driven diverse inclusive"
    " dialogue humanity harmony unity togetherness belonging"
)
_WARMTH = single(
    "love loves caring community support supports friendly welcome welcoming respect respects honest honesty quality safety safe"
    " trust heart soul grow growth dream dreams beautiful beauty special creative creativity fresh favourite wonderful amazing fantastic"
    " brilliant great happy joy believe stand stands belief beliefs culture purpose success successful customers guests people"
    " everyone always better best work deeply dedicated commitment world award awards leading tradition journey highest ambition core"
)


def laments(sentences: Sequence[Sentence]) -> Iterator[Span]:
    """Yield the sentences in which we speak of our suffering."""
    return _about_us(sentences, _SUFFERING, _STRAIN)


def boasts(sentences: Sequence[Sentence]) -> Iterator[Span]:
    """Yield the sentences in which we speak of our merits."""
    return _about_us(sentences, _PRAISE, _WARMTH)


def _is_felt(sentence: Sentence, strong: frozenset[str]) -> bool:
    """Return whether a strong word stands for itself, and is no deed done to something (“we have destroyed the copies”)."""
    tokens = sentence.tokens
    return any(
        two.word in strong and not (one.word in _HAVE and two.word.endswith("ed") and three.word in _OBJECT)
        for one, two, three in zip((_END, *tokens[:-1]), tokens, (*tokens[1:], _END), strict=True)
    )


def _about_us(sentences: Sequence[Sentence], strong: frozenset[str], weak: frozenset[str]) -> Iterator[Span]:
    for sentence in sentences:
        words = sentence.words
        if words.isdisjoint(_OURS) or not words.isdisjoint(_ELSEWHERE - strong - weak):
            continue
        is_told = any(
            word in _PAST or (word.endswith("ed") and len(word) > _BED) for word in words - strong - weak
        )
        if not is_told and (_is_felt(sentence, strong) or len(words & weak) > 1):
            yield Span(sentence.tokens[0].start, sentence.tokens[-1].end)
