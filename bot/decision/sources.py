"""Where a reason comes from. Each source is given in full here, once; a reason carries its short name."""

ARTICLE = {
    "A1": "It depends: on what the mistake was, how many will see it, what it could do, and whether a follow-up would bring it more attention.",
    "A2": "In many cases let it go. If it can be deleted before it is widely seen, delete it.",
    "A3": "Find out which audiences and key people matter, and reach them off-line.",
    "A4": "A broad message is brief: apologise for the misstep and give the correction, in the brand's voice.",
    "A5": "No excuses, and no blame on others.",
    "A6": "Do not get drawn into a public back-and-forth; take it off-line.",
    "A7": "Mistakes outside social media are handled the same way: be quick, stop the conversation, move on.",
}
"""The seven points of the article that the product stands on."""

FURTHER = {
    "SCCT": "W. T. Coombs (2007), Protecting Organization Reputations During a Crisis: situational crisis communication theory. Corporate Reputation Review 10(3), 163-176.",
    "PRSA": "Public Relations Society of America, Code of Ethics: correct erroneous communications promptly.",
    "AP": "Associated Press (2016), how AP corrects posts: remove, replace, and say what was wrong.",
    "Lewicki": "R. J. Lewicki, B. Polin and R. B. Lount (2016), An Exploration of the Structure of Effective Apologies. Negotiation and Conflict Management Research 9(2).",
    "Ladder": "C. White (2014), when to send an apology e-mail: shake it off, triage, targeted resend, apology.",
    "GDPR": "Regulation (EU) 2016/679, Articles 33 and 34: the authority hears of it within 72 hours, and those concerned where the risk is high.",
    "Reg FD": "US Securities and Exchange Commission, Regulation FD, 17 CFR 243.100-103: prompt disclosure after an unintentional one.",
    "Graffius": "S. Graffius (2018 to 2026), Lifespan (half-life) of social media posts: averages, so the order of magnitude only.",
    "Preserve": "Duty to preserve evidence once a dispute is reasonably expected; deleted posts count (US courts on spoliation).",
    "Hawaii": "Federal Communications Commission (2018), report on the Hawaii false ballistic missile alert: 38 minutes without an all-clear.",
    "Price": "Consumer and contract law on mistaken prices differs by country: ask before honouring or cancelling.",
    "Paracrisis": "Paracrisis experiment on Facebook (2019), Corporate Reputation Review, doi 10.1057/s41299-019-00070-4: reform most, humour least recommended.",
    "Person": "A person who handles the case chose it, with a reason that the case keeps.",
}
"""Further sources, by the short name that reasons carry."""

SOURCES = ARTICLE | FURTHER
