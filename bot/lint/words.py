"""Families of words that several checks share, in the language of ``bot.lint.phrases``."""

FAMILIES = {
    "WE": "we i",
    "BE": "am are is was were be been being 's",
    "IS": "is are was were am 's has_been have_been had_been",
    "HAVE": "have has had",
    "NOT": "not never no_longer",
    "DET": "a an the our my some this that another one_of_our one_of_the one_of_my their its",
    "NUMBER": "0* 1* 2* 3* 4* 5* 6* 7* 8* 9* one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred dozen",
    "SORRY": "sorry apolog*",
    "REGRET": "regret regrets regretted regretful regrettable regrettably",
    "ERROR": (
        "mistake mistakes error errors slip slips slip-up slip-ups slipup typo typos glitch glitches mix-up mix-ups mixup"
        " mix_up oversight oversights mishap mishaps blunder blunders gaffe gaffes misprint misprints mess-up misstep missteps"
        " hiccup hiccups lapse lapses failure failures failing failings shortcoming shortcomings inaccuracy inaccuracies bug bugs"
        " miscommunication miscommunications misjudgement misjudgements wrongdoing wrongdoings snafu"
    ),
    "HURT": (
        "offended upset hurt insulted angered angry annoyed disappointed distressed saddened shocked uncomfortable affronted outraged"
        " bothered confused disturbed alienated frustrated inconvenienced unhappy let_down disrespected worried alarmed"
        " put_off dismayed excluded mocked belittled betrayed irritated uneasy aggrieved unwelcome attacked harmed misled concerned"
        " wronged embarrassed affected impacted"
        " put_off slighted scandalised provoked rattled scared frightened triggered"
    ),
    "HARM": (
        "offence offences upset hurt harm distress pain discomfort confusion inconvenience inconveniences trouble anger concern concerns"
        " misunderstanding misunderstandings disappointment alarm worry anxiety embarrassment disruption frustration annoyance insult"
        " damage grief stress feelings disrespect difficulty difficulties impact unease anguish nuisance suffering hardship"
        " misconception miscommunication delay delays bother consternation"
        " irritation irritations annoyances upsets"
    ),
    "PEOPLE": (
        "people some many others anyone anybody someone everyone everybody those readers customers followers users members fans"
        " guests viewers listeners passengers individuals subscribers clients parents patients folks certain families residents"
        " students applicants employees supporters shoppers visitors a_few members_of"
        " public parts_of_the_public sections_of_the_public the_public commuters voters donors sponsors pupils neighbours players a_number_of a_number whoever"
    ),
    "OFFENSIVE": (
        "insensitive offensive hurtful inappropriate rude tasteless racist sexist disrespectful callous flippant dismissive mocking"
        " tone-deaf harsh cold uncaring arrogant distasteful insulting crass disparaging derogatory mean cruel thoughtless"
        " poor_taste bad_taste poor_judgement patronising condescending aggressive negative unkind offending glib unprofessional"
        " degrading demeaning humiliating discriminatory disgusting vulgar sexualised hostile threatening exclusionary biased partisan divisive unfair unacceptable distressing upsetting shocking provocative disturbing misogynist misogynistic homophobic transphobic antisemitic anti-semitic islamophobic ageist ableist belittling trivialising sarcastic ironic tactless inconsiderate heartless cynical blasphemous obscene lewd crude"
    ),
    "THING": (
        "photographs captions subtitles posters poster banner banners stories statements cartoons slogans brochures flyers sign signs tweet tweets post posts message messages e-mail e-mails mail mails mailing newsletter newsletters photo photos photograph"
        " picture pictures image images caption captions ad ads advert adverts advertisement campaign video videos clip wording word"
        " words language comment comments remark remarks joke jokes headline headlines article articles story statement notice"
        " notices alert alerts notification notifications push announcement slogan hashtag meme content update graphic cartoon"
        " flyer leaflet brochure reply replies response responses poll advice text texts invitation letter letters copy broadcast"
        " report reports release page pages listing product products design information data figure figures link links price prices"
        " invoice invoices draft drafts file files attachment label labels list choice action actions line material materials"
        " document documents details version shirt mailshot term terms phrase account name names number numbers"
        " minutes cards card forms form leaflets"
    ),
    "SENT": (
        "posted reposted re-posted sent published tweeted retweeted re-tweeted re-blogged reblogged shared issued released uploaded"
        " circulated distributed broadcast aired displayed shown printed used scheduled put_out sent_out put_up sent_round made"
        " written included attached triggered created approved produced disclosed leaked exposed selected chosen activated placed"
        " communicated quoted reported sold listed"
    ),
    "PAST": (
        "made took gave sent wrote told said put left got went came saw heard read kept let lost found thought knew became began broke built bought"
        " brought caught chose cut dealt drew drove ate fell fed forgot held hid hit laid led lent mistook misread paid quit ran rang sold set shook shot"
        " showed shut spoke spent stole stood struck swore threw understood misunderstood withdrew undid did"
        " eaten taken given written gone done broken chosen forgotten stolen thrown driven fallen hidden known shown seen swallowed"
        " hung froze stuck burned burnt"
    ),
    "SINCE_WHEN": "january february march april may june july august september october november december advance weeks week days months month long already before earlier last yesterday autumn spring summer winter monday tuesday wednesday thursday friday",
}


def single(*families: str) -> frozenset[str]:
    """Return the words of some families, for checks that ask only whether one of them is there; rows of words are left out."""
    return frozenset(word for family in families for word in family.split() if "_" not in word)
