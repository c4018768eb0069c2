"""Mistakes that made the news, as their author remembers them, and everyday ones: each judged twice before the engine was asked.

The two judges are one person in two tempers: a cautious one who thinks of counsel, and an easy one who lets things go. ``best``
is what each would choose (the cautious one first), ``both`` what both could live with, ``calls`` whether each wants somebody called
before a public word. The facts are remembered, not looked up; a case stands for its kind, not for what really happened.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from tests.invented_cases import AGAIN, AVOIDABLE, OUTSIDER, POOR, SYSTEM, UNSURE, YES, flags, report_of


class Judged(NamedTuple):
    """One row. ``facts``: channel, mistake, harm, noticed, undo, affected. The ordinary: nothing misleads any more, an honest slip."""

    what: str
    facts: str
    best: str
    both: str
    calls: str = "no no"
    extra: Mapping[str, Any] = MappingProxyType({})

    @property
    def report(self) -> dict[str, Any]:
        """Return the fields as ``oops decide`` takes them."""
        return report_of(self.what, self.facts, self.extra)

    @property
    def acceptable(self) -> tuple[str, ...]:
        """Return the levels that both could live with."""
        return tuple(self.both.split())

    @property
    def choices(self) -> tuple[str, ...]:
        """Return the level that each would choose."""
        return tuple(self.best.split())

    @property
    def is_call_wanted(self) -> frozenset[bool]:
        """Return what the two say about calling somebody first: one value where they agree."""
        return frozenset(answer == "yes" for answer in self.calls.split())


SUPPLIER = {"fault": "supplier"}
GOOD = {"reputation": "good"}
DIRECT, PUBLIC, SORRY = "direct_contact", "correct_publicly", "apologise_publicly"
FULL, STOP, QUIET, LET = "full_response", "escalate_first", "quiet_fix", "let_it_go"


def both(*levels: str) -> str:
    """Return levels as a row takes them."""
    return " ".join(levels)


STRAY = (
    Judged("Red Cross: a tweet about beer from the charity's account", "x wrong_account embarrassment many_replies delete nobody", both(PUBLIC, PUBLIC), both(PUBLIC, QUIET), extra=GOOD),
    Judged("Vodafone: an employee posts an obscene, homophobic line", "x wrong_account offence press delete protected_group", both(SORRY, SORRY), both(SORRY, FULL), "yes no", {**AVOIDABLE, **flags("discrimination")}),
    Judged("US civil service desk: “imagine having to work with these truth twisters”", "x wrong_account trust press delete public", both(SORRY, PUBLIC), both(PUBLIC, SORRY)),
    Judged("National Park Service: shares a picture that belittles the inauguration", "x wrong_account trust press delete nobody", both(SORRY, PUBLIC), both(SORRY, PUBLIC)),
    Judged("A senator's account likes a pornographic clip", "x wrong_account embarrassment press delete nobody", both(PUBLIC, PUBLIC), both(PUBLIC, QUIET, LET)),
    Judged("A politician posts only his own name", "x sent_by_accident none many_replies delete nobody", both(LET, LET), both(LET, QUIET, PUBLIC), extra={"relation": "personal"}),
    Judged("A press secretary posts what looks like a password", "x sent_by_accident embarrassment many_replies delete nobody", both(QUIET, LET), both(QUIET, LET, PUBLIC)),
    Judged("A phone maker's new-year greeting is marked as sent from a rival's phone", "x unfinished_or_test embarrassment press delete_and_repost nobody", both(QUIET, LET), both(QUIET, LET, PUBLIC)),
    Judged("“So hungover today” from a bank's account, seen by three", "x wrong_account embarrassment a_few delete nobody", both(QUIET, QUIET), both(QUIET)),
    Judged("A club's media man swears at the club's own fans", "x wrong_account offence press delete many_customers", both(SORRY, SORRY), both(SORRY)),
    Judged("The chief executive's party-political share goes out from the firm's page", "linkedin wrong_account trust many_replies delete many_customers", both(PUBLIC, PUBLIC), both(PUBLIC, SORRY)),
    Judged("A fast-food chain's account insults the president; somebody had broken in", "x wrong_account offence press delete public", both(PUBLIC, PUBLIC), both(PUBLIC, SORRY), extra=OUTSIDER),
    Judged("A burger chain's account is taken over and wears a rival's logo", "x wrong_account confusion press delete many_customers", both(PUBLIC, PUBLIC), both(PUBLIC), extra=OUTSIDER),
    Judged("A news agency's broken-into account reports an attack on the head of state; markets fall", "x wrong_fact misleads_decision press delete investors", both(PUBLIC, PUBLIC), both(PUBLIC, SORRY, STOP), "yes no", {**OUTSIDER, **YES}),
    Judged("An unfinished sentence from the museum's account, gone in a minute", "threads sent_by_accident none a_few delete nobody", both(QUIET, LET), both(QUIET, LET)),
    Judged("A holiday selfie of a colleague in the hospital's story", "instagram wrong_account embarrassment a_few delete nobody", both(QUIET, QUIET), both(QUIET, LET)),
    Judged("“Test 1 2 3” on the ministry's page, a few laughing faces", "facebook unfinished_or_test none a_few delete nobody", both(QUIET, QUIET), both(QUIET, LET)),
)  # fmt: skip

TASTE = (
    Judged("Kenneth Cole: uproar in Cairo is about our spring collection", "x tone_deaf offence press delete public", both(SORRY, SORRY), both(SORRY, FULL), extra=AVOIDABLE),
    Judged("Kenneth Cole again: boots on the ground, and our shoes", "x tone_deaf offence press cannot public", both(SORRY, SORRY), both(SORRY, FULL), "yes no", {**AVOIDABLE, **AGAIN}),
    Judged("American Apparel: 20 % off in the states that the hurricane hits", "email tone_deaf offence press cannot grieving_or_vulnerable", both(SORRY, SORRY), both(SORRY, FULL), extra=AVOIDABLE),
    Judged("Gap: stay safe from the storm, we shop online today", "x tone_deaf offence many_replies delete grieving_or_vulnerable", both(SORRY, SORRY), both(SORRY), extra=AVOIDABLE),
    Judged("American Apparel: the exploding shuttle as fireworks", "other wrong_image hurts_people press delete grieving_or_vulnerable", both(SORRY, SORRY), both(SORRY)),
    Judged("Entenmann's: not guilty of eating tasty treats, on the hashtag of a murder trial", "x tone_deaf offence many_replies delete public", both(SORRY, SORRY), both(SORRY, PUBLIC)),
    Judged("DiGiorno: why I stayed? You had pizza, on a hashtag of abused women", "x tone_deaf hurts_people press delete grieving_or_vulnerable", both(SORRY, SORRY), both(SORRY)),
    Judged("Epicurious: scones for the bombed city", "x tone_deaf hurts_people press delete grieving_or_vulnerable", both(SORRY, SORRY), both(SORRY, FULL), extra=AVOIDABLE),
    Judged("SpaghettiOs: a grinning noodle for Pearl Harbor Day", "x tone_deaf offence press delete grieving_or_vulnerable", both(SORRY, SORRY), both(SORRY), extra=AVOIDABLE),
    Judged("AT&T: the memorial lights through our phone", "x tone_deaf offence press delete grieving_or_vulnerable", both(SORRY, SORRY), both(SORRY), extra=AVOIDABLE),
    Judged("Bing: share this and we give a dollar to the earthquake", "x tone_deaf offence many_replies delete grieving_or_vulnerable", both(SORRY, SORRY), both(SORRY), extra=AVOIDABLE),
    Judged("Adidas: congratulations, you survived the marathon that was bombed", "email tone_deaf hurts_people press cannot grieving_or_vulnerable", both(SORRY, SORRY), both(SORRY)),
    Judged("KFC Germany: treat yourself on the night of the pogroms", "push_sms automation hurts_people press cannot protected_group", both(FULL, SORRY), both(SORRY, FULL), "yes no", SYSTEM),
    Judged("Airbnb: a floating world, while the city is under water", "email bad_timing offence press cannot grieving_or_vulnerable", both(SORRY, SORRY), both(SORRY)),
    Judged("Bloomingdale's: spike your best friend's eggnog", "print_broadcast tone_deaf offence press cannot public", both(SORRY, SORRY), both(SORRY), extra=AVOIDABLE),
    Judged("Bud Light: removes no from your vocabulary", "print_broadcast tone_deaf offence press cannot public", both(SORRY, SORRY), both(SORRY), extra=AVOIDABLE),
    Judged("Dove: a black woman turns into a white one", "facebook tone_deaf offence press delete protected_group", both(SORRY, SORRY), both(SORRY, FULL), "yes no", {**AVOIDABLE, **flags("discrimination")}),
    Judged("H&M: a black boy in a shirt that calls him a monkey", "website wrong_image hurts_people press delete protected_group", both(FULL, FULL), both(FULL, SORRY), "yes yes", {**AVOIDABLE, **flags("discrimination", "minors")}),
    Judged("Heineken: sometimes lighter is better", "print_broadcast tone_deaf offence press cannot protected_group", both(SORRY, SORRY), both(SORRY, FULL), "yes no", {**AVOIDABLE, **flags("discrimination")}),
    Judged("Pepsi: a can ends the protest", "youtube tone_deaf offence press delete public", both(SORRY, SORRY), both(SORRY), extra=AVOIDABLE),
    Judged("Dolce & Gabbana: chopsticks and pizza, then insults in private messages", "instagram tone_deaf hurts_people press delete protected_group", both(FULL, FULL), both(FULL, SORRY), "yes yes", {**AVOIDABLE, **flags("discrimination")}),
    Judged("Burger King: women belong in the kitchen", "x tone_deaf offence press delete protected_group", both(SORRY, SORRY), both(SORRY), extra=AVOIDABLE),
    Judged("Home Depot: which drummer is not like the others?", "x tone_deaf hurts_people press delete protected_group", both(SORRY, SORRY), both(SORRY, FULL), "yes no", flags("discrimination")),
    Judged("The Onion: a filthy word for a nine-year-old actress", "x tone_deaf hurts_people press delete few_known", both(FULL, SORRY), both(SORRY, FULL), "yes no", {**AVOIDABLE, **flags("minors")}),
    Judged("KLM: adios amigos after the match", "x tone_deaf offence press delete public", both(SORRY, SORRY), both(SORRY, PUBLIC), extra=AVOIDABLE),
    Judged("Malaysia Airlines: what is on your bucket list?", "website tone_deaf hurts_people press edit grieving_or_vulnerable", both(FULL, SORRY), both(SORRY, FULL), "yes no", {**AVOIDABLE, **POOR}),
    Judged("Snapchat: would you rather slap her or punch him?", "other tone_deaf hurts_people press delete grieving_or_vulnerable", both(FULL, SORRY), both(SORRY, FULL), "yes no", AVOIDABLE),
    Judged("IHOP: flat, but has a great personality", "x tone_deaf offence many_replies delete public", both(SORRY, SORRY), both(SORRY, PUBLIC), extra=AVOIDABLE),
    Judged("Cheerios: rest in peace, with an oat as the dot", "x tone_deaf offence many_replies delete grieving_or_vulnerable", both(SORRY, SORRY), both(SORRY)),
    Judged("Strategic command: ready to drop something much bigger, on new year's eve", "x tone_deaf offence press delete public", both(SORRY, SORRY), both(SORRY), extra=AVOIDABLE),
    Judged("Consular office: not a ten at home? Then not a ten abroad", "x tone_deaf offence many_replies delete public", both(SORRY, SORRY), both(SORRY, PUBLIC), extra=AVOIDABLE),
    Judged("Chase: why is my balance low? Because you eat out", "x tone_deaf offence press delete many_customers", both(SORRY, SORRY), both(SORRY, PUBLIC), extra=AVOIDABLE),
    Judged("Tesco: off to hit the hay, in the week of the horse meat", "x bad_timing offence many_replies delete many_customers", both(SORRY, SORRY), both(SORRY, PUBLIC)),
    Judged("Police: share your pictures with our officers; people share beatings", "x tone_deaf embarrassment press cannot public", both(PUBLIC, LET), both(LET, PUBLIC), extra=AVOIDABLE),
    Judged("A bank invites questions by hashtag and gets insults", "x tone_deaf embarrassment press delete nobody", both(PUBLIC, PUBLIC), both(PUBLIC, QUIET), extra={**AVOIDABLE, **POOR}),
    Judged("A grocer's hashtag is answered with jokes about rich customers", "x tone_deaf embarrassment many_replies cannot nobody", both(LET, LET), both(LET, PUBLIC), extra=GOOD),
    Judged("An airline asks for luxury stories a day after stranding everybody", "x bad_timing embarrassment press cannot many_customers", both(PUBLIC, LET), both(PUBLIC, LET), extra=AVOIDABLE),
    Judged("An album party's hashtag reads as something rude", "x typo embarrassment many_replies delete_and_repost nobody", both(QUIET, QUIET), both(QUIET, PUBLIC, LET)),
    Judged("A fun park posts “thrills!” on the day somebody died on a ride", "instagram bad_timing hurts_people many_replies delete grieving_or_vulnerable", both(SORRY, SORRY), both(SORRY, FULL), "yes yes", flags("death_or_injury")),
    Judged("A nurse mocks a dying patient in a clip on the clinic's channel", "tiktok tone_deaf hurts_people press delete grieving_or_vulnerable", both(FULL, FULL), both(FULL, STOP), "yes yes", {**AVOIDABLE, **flags("death_or_injury")}),
    Judged("A pun about the deaf from a bakery, two people mind", "facebook tone_deaf offence a_few delete protected_group", both(SORRY, SORRY), both(SORRY, DIRECT)),
    Judged("A meme with a swear word from a youth club, a parent asks", "instagram tone_deaf offence a_few delete few_known", both(DIRECT, QUIET), both(DIRECT, QUIET)),
)  # fmt: skip

ARGUED = (
    Judged("Nestlé: we decide who alters our logo, on our page", "facebook argument offence press delete public", both(SORRY, SORRY), both(SORRY), extra=AVOIDABLE),
    Judged("A restaurant fights its reviewers in capitals all night", "facebook argument offence press cannot public", both(SORRY, SORRY), both(SORRY), extra=AVOIDABLE),
    Judged("A dating app rants at a magazine in thirty posts", "x argument embarrassment press cannot public", both(PUBLIC, LET), both(LET, PUBLIC), extra=AVOIDABLE),
    Judged("We answered a one-star review with sarcasm; the guest is cross", "other argument offence a_few edit few_known", both(DIRECT, DIRECT), both(DIRECT, QUIET)),
    Judged("A heated thread with a rival about prices, nobody else cares", "linkedin argument embarrassment a_few delete few_known", both(QUIET, QUIET), both(QUIET, LET, DIRECT)),
    Judged("The mayor calls a councillor a liar in a thread, the local paper quotes it", "facebook argument offence press delete few_known", both(SORRY, SORRY), both(SORRY), "no no", {"relation": "personal"}),
)  # fmt: skip

PICTURES = (
    Judged("Delta: a giraffe for Ghana, which has none", "x wrong_image offence press delete_and_repost public", both(SORRY, PUBLIC), both(SORRY, PUBLIC)),
    Judged("The wrong Korean flag before the match", "print_broadcast wrong_image offence press cannot few_known", both(SORRY, SORRY), both(SORRY)),
    Judged("A team is announced under its enemy's name at the opening", "in_person wrong_label offence press cannot few_known", both(SORRY, SORRY), both(SORRY)),
    Judged("A magazine names a Muslim journalist as somebody else", "print_broadcast wrong_label offence press cannot protected_group", both(SORRY, SORRY), both(SORRY)),
    Judged("A presenter takes one black actor for another, live", "print_broadcast wrong_label offence press cannot few_known", both(SORRY, SORRY), both(SORRY)),
    Judged("A sports site's headline on an Asian player holds a slur", "website tone_deaf offence press delete protected_group", both(FULL, SORRY), both(SORRY, FULL), "yes no", flags("discrimination")),
    Judged("A party's map leaves out an island", "x wrong_image offence many_replies delete_and_repost public", both(SORRY, PUBLIC), both(PUBLIC, SORRY)),
    Judged("The club shows another man's face beside its dead goalkeeper's name", "facebook wrong_image hurts_people many_replies delete_and_repost grieving_or_vulnerable", both(SORRY, SORRY), both(SORRY)),
    Judged("The search engine shows an insult as a baker's logo; a prankster made it", "website wrong_image embarrassment press edit nobody", both(PUBLIC, PUBLIC), both(PUBLIC, QUIET, LET), extra=OUTSIDER),
    Judged("The wrong sponsor's logo in the thank-you post", "linkedin wrong_image embarrassment a_few edit few_known", both(QUIET, QUIET), both(QUIET, DIRECT)),
    Judged("A stock photo with its watermark still on it", "facebook wrong_image embarrassment a_few delete_and_repost nobody", both(QUIET, QUIET), both(QUIET, LET)),
    Judged("A cyclist without a helmet on the road-safety poster", "print_broadcast wrong_image embarrassment many_replies cannot public", both(PUBLIC, PUBLIC), both(PUBLIC, LET)),
)  # fmt: skip

WRONG = (
    Judged("The envelope: the wrong film wins", "print_broadcast wrong_label hurts_people press cannot few_known", both(SORRY, SORRY), both(SORRY, FULL)),
    Judged("The host crowns the wrong queen", "print_broadcast wrong_fact hurts_people press cannot few_known", both(SORRY, SORRY), both(SORRY)),
    Judged("Two networks report the ruling the wrong way round", "print_broadcast wrong_fact misleads_public press cannot public", both(SORRY, PUBLIC), both(PUBLIC, SORRY), extra=YES),
    Judged("Public radio says a wounded congresswoman has died", "x wrong_fact hurts_people press delete grieving_or_vulnerable", both(SORRY, SORRY), both(SORRY, FULL)),
    Judged("A business wire publishes the obituary of a living founder", "website sent_by_accident misleads_public press delete few_known", both(SORRY, PUBLIC), both(SORRY, PUBLIC)),
    Judged("A reporter tweets the monarch's death from a rehearsal", "x unfinished_or_test misleads_public press delete public", both(SORRY, SORRY), both(SORRY, PUBLIC)),
    Judged("A paper runs the guilty version when the court said not guilty", "website unfinished_or_test misleads_public press edit few_known", both(SORRY, SORRY), both(SORRY, PUBLIC)),
    Judged("The wrong man is named as the gunman", "website wrong_label hurts_people press delete few_known", both(STOP, SORRY), both(SORRY, STOP, FULL), "yes yes", flags("lawsuit_or_regulator")),
    Judged("Amateurs on our board name a missing student as the bomber", "reddit wrong_label hurts_people press delete grieving_or_vulnerable", both(FULL, SORRY), both(SORRY, FULL), "yes no"),
    Judged("The weather page shows winds of 13,000 miles an hour", "website automation confusion press edit public", both(PUBLIC, PUBLIC), both(PUBLIC, SORRY, QUIET), extra=SYSTEM),
    Judged("A bank's app shows everybody a balance of nothing", "website automation misleads_decision press edit many_customers", both(SORRY, SORRY), both(SORRY, PUBLIC), extra={**SYSTEM, **YES}),
    Judged("A statement over 92 quadrillion dollars", "email automation confusion press cannot few_known", both(DIRECT, DIRECT), both(DIRECT, PUBLIC, LET), extra=SYSTEM),
    Judged("The lottery's numbers in the paper are last week's", "print_broadcast wrong_fact misleads_decision many_replies cannot public", both(SORRY, PUBLIC), both(SORRY, PUBLIC), extra=YES),
    Judged("The party's flyer gives the wrong election day", "print_broadcast wrong_fact misleads_decision press cannot public", both(SORRY, SORRY), both(SORRY, PUBLIC, FULL), "yes no", {**YES, **AVOIDABLE}),
    Judged("A leaflet's helpline leads to a sex line", "print_broadcast wrong_fact misleads_decision press cannot many_customers", both(SORRY, SORRY), both(SORRY, PUBLIC), extra=YES),
    Judged("Education ministry: Du Bois misspelt, then a typo in the apology", "x typo embarrassment press delete_and_repost nobody", both(PUBLIC, PUBLIC), both(PUBLIC, QUIET)),
    Judged("A night-time word that does not exist, from the president", "x typo none press delete nobody", both(LET, LET), both(LET, QUIET, PUBLIC), extra={"relation": "personal"}),
    Judged("A banknote with a spelling mistake, forty-six million printed", "print_broadcast typo none press cannot nobody", both(PUBLIC, LET), both(LET, PUBLIC, QUIET)),
    Judged("The programme says school of pubic affairs", "print_broadcast typo embarrassment press cannot nobody", both(PUBLIC, PUBLIC), both(PUBLIC, LET)),
    Judged("A cookbook wants freshly ground black people", "print_broadcast typo offence press cannot protected_group", both(SORRY, SORRY), both(SORRY)),
    Judged("A trainee's test on the news ticker calls a club rubbish", "print_broadcast unfinished_or_test offence press cannot few_known", both(SORRY, SORRY), both(SORRY, PUBLIC)),
    Judged("The subtitle machine writes something rude about the archbishop", "print_broadcast automation offence many_replies cannot public", both(SORRY, PUBLIC), both(PUBLIC, SORRY), extra=SYSTEM),
    Judged("The weekend's opening hours are Friday's, in the pinned post", "facebook wrong_fact inconvenience a_few edit many_customers", both(QUIET, QUIET), both(QUIET, PUBLIC), extra=YES),
    Judged("The radio reads last week's score", "print_broadcast wrong_fact confusion many_replies cannot public", both(PUBLIC, PUBLIC), both(PUBLIC, LET)),
    Judged("The concert's date is wrong on the printed tickets of eighty guests", "print_broadcast wrong_fact misleads_decision nobody_yet cannot few_known", both(DIRECT, DIRECT), both(DIRECT), extra=YES),
    Judged("A release gives the wrong time of the press call", "press_release wrong_fact inconvenience a_few edit few_known", both(DIRECT, QUIET), both(DIRECT, QUIET, PUBLIC), extra=YES),
    Judged("A release names the wrong winner of a local prize", "press_release wrong_fact misleads_public a_few edit few_known", both(DIRECT, PUBLIC), both(DIRECT, PUBLIC, SORRY), extra=YES),
    Judged("A quotation is put into the chairwoman's mouth; she complains", "website wrong_label misleads_public a_few edit few_known", both(DIRECT, DIRECT), both(DIRECT, PUBLIC, SORRY)),
    Judged("An old statistic in a blog post, one reader writes", "website wrong_fact misleads_public a_few edit public", both(PUBLIC, QUIET), both(PUBLIC, QUIET)),
    Judged("The wrong surname of a volunteer in the thank-you list", "facebook wrong_label embarrassment a_few edit few_known", both(QUIET, QUIET), both(QUIET, DIRECT)),
    Judged("The bus stop's name is last year's; people wait at the wrong corner", "x wrong_fact inconvenience many_replies delete_and_repost public", both(PUBLIC, PUBLIC), both(PUBLIC, QUIET), extra=YES),
    Judged("“Pubic hearing” on the town's site, one mail about it", "website typo embarrassment a_few edit nobody", both(QUIET, QUIET), both(QUIET)),
    Judged("A double “the” in a slide of a video", "youtube typo none nobody_yet cannot nobody", both(LET, LET), both(LET)),
    Judged("The museum's post has the painter's birth year wrong by one", "bluesky wrong_fact none a_few delete_and_repost nobody", both(QUIET, LET), both(QUIET, LET, PUBLIC)),
)  # fmt: skip

MAILED = (
    Judged("A university welcomes 28,000 whom it refused", "email wrong_audience hurts_people press cannot many_customers", both(SORRY, SORRY), both(SORRY, DIRECT, FULL), "yes no", YES),
    Judged("Eight hundred are admitted for an hour", "email wrong_audience hurts_people press cannot few_known", both(DIRECT, DIRECT), both(DIRECT, SORRY), "no no"),
    Judged("An insurer dismisses all thirteen hundred of a department by mail", "email wrong_audience hurts_people press cannot few_known", both(DIRECT, DIRECT), both(DIRECT, SORRY, FULL), "yes no", YES),
    Judged("A gift from your baby registry, to people without one", "email wrong_audience confusion many_replies cannot many_customers", both(PUBLIC, PUBLIC), both(PUBLIC, DIRECT, SORRY)),
    Judged("“Dear [NAME]” to twelve donors", "email automation embarrassment a_few cannot few_known", both(DIRECT, LET), both(LET, DIRECT), extra=SYSTEM),
    Judged("“Lorem ipsum” below the fold of the newsletter", "email unfinished_or_test embarrassment a_few cannot many_customers", both(LET, LET), both(LET)),
    Judged("Last month's issue goes out again, replies pour in", "email sent_by_accident confusion many_replies cannot many_customers", both(PUBLIC, PUBLIC), both(PUBLIC, LET, DIRECT)),
    Judged("The webinar's link is wrong, it starts in half an hour", "email broken_link_or_image inconvenience a_few cannot few_known", both(DIRECT, DIRECT), both(DIRECT, QUIET, PUBLIC), extra=YES),
    Judged("The wrong price of a course in a mail to forty", "email wrong_price_or_offer misleads_decision nobody_yet cannot few_known", both(DIRECT, DIRECT), both(DIRECT), extra=YES),
    Judged("The coupon is for new customers only, everybody got it, some have used it", "email wrong_price_or_offer misleads_decision a_few cannot many_customers", both(DIRECT, DIRECT), both(DIRECT, PUBLIC, STOP), "yes yes", {**YES, **flags("false_price_or_prize")}),
    Judged("A fundraising letter asks a dead man's widow to renew his gift", "email automation hurts_people a_few cannot grieving_or_vulnerable", both(SORRY, DIRECT), both(DIRECT, SORRY), extra=SYSTEM),
    Judged("The board's agenda goes to the members' list", "email wrong_audience confusion a_few cannot many_customers", both(DIRECT, LET), both(LET, DIRECT)),
    Judged("A reminder to pay, to people who have paid", "email automation confusion many_replies cannot many_customers", both(SORRY, PUBLIC), both(PUBLIC, SORRY, DIRECT), extra={**SYSTEM, **YES}),
    Judged("A text at four in the morning: your parcel is here", "push_sms automation inconvenience many_replies cannot many_customers", both(SORRY, PUBLIC), both(PUBLIC, SORRY), extra=SYSTEM),
)  # fmt: skip

PRICES = (
    Judged("First class for the price of economy, and the airline honours it", "website wrong_price_or_offer misleads_decision press edit few_known", both(DIRECT, DIRECT), both(DIRECT, PUBLIC, STOP, SORRY), "yes yes", flags("false_price_or_prize")),
    Judged("Nothing costs more than fifty dollars for six hours", "website wrong_price_or_offer misleads_decision many_replies edit many_customers", both(DIRECT, DIRECT), both(DIRECT, PUBLIC, SORRY, STOP), "yes yes", flags("false_price_or_prize")),
    Judged("A students' discount code is shared by all the bargain pages", "x wrong_price_or_offer misleads_decision many_replies delete many_customers", both(PUBLIC, PUBLIC), both(PUBLIC, DIRECT, SORRY, STOP), "yes yes", {**YES, **flags("false_price_or_prize")}),
    Judged("Two people are told that they won the same prize", "instagram wrong_fact misleads_decision a_few edit few_known", both(DIRECT, DIRECT), both(DIRECT, STOP), "yes yes", flags("false_price_or_prize")),
    Judged("Everybody's bottle cap has the winning number", "print_broadcast wrong_fact misleads_decision press cannot public", both(STOP, FULL), both(FULL, SORRY, STOP), "yes yes", {**YES, **flags("false_price_or_prize")}),
    Judged("The shop window says 50 %, the till says 15 %", "in_person wrong_price_or_offer inconvenience a_few edit many_customers", both(QUIET, QUIET), both(QUIET, PUBLIC)),
    Judged("Five euros too little on the menu in the story", "instagram wrong_price_or_offer inconvenience nobody_yet delete_and_repost many_customers", both(QUIET, QUIET), both(QUIET)),
)  # fmt: skip

STOPPED = (
    Judged("A mail of the rating agency says that it lowered a country", "email automation misleads_decision press cannot investors", both(STOP, PUBLIC), both(STOP, PUBLIC), "yes yes", {**YES, **SYSTEM, **flags("market_information")}),
    Judged("The chief executive posts a record month before the exchange knows", "facebook confidential_info trust press cannot investors", both(STOP, STOP), both(STOP), "yes yes", flags("market_information")),
    Judged("A slide with next year's revenue in the background of a post", "linkedin confidential_info misleads_decision a_few delete investors", both(STOP, STOP), both(STOP), "yes yes", flags("market_information")),
    Judged("The earnings post is wrong by a digit", "x wrong_fact misleads_decision many_replies delete_and_repost investors", both(STOP, PUBLIC), both(PUBLIC, SORRY, STOP), "yes yes", YES),
    Judged("A patient's board is behind the smiling team", "instagram private_info privacy a_few delete few_known", both(STOP, DIRECT), both(STOP, DIRECT), "yes yes", flags("personal_data")),
    Judged("A list of marks with names on the course page", "website private_info privacy a_few delete few_known", both(DIRECT, DIRECT), both(DIRECT, STOP), "yes yes", flags("personal_data")),
    Judged("A school's newsletter names a child who is in hiding", "email private_info safety a_few cannot few_known", both(STOP, STOP), both(STOP), "yes yes", flags("personal_data", "minors", "safety")),
    Judged("The payslips of a department to all staff", "email wrong_audience privacy many_replies cannot few_known", both(STOP, STOP), both(STOP, DIRECT), "yes yes", flags("personal_data")),
    Judged("Three addresses in the open line of an invitation", "email private_info inconvenience a_few cannot few_known", both(DIRECT, DIRECT), both(DIRECT), "yes yes", flags("personal_data")),
    Judged("The under-twelves with their full names, one mother objects", "facebook private_info privacy a_few delete few_known", both(STOP, DIRECT), both(STOP, DIRECT), "yes yes", flags("personal_data", "minors")),
    Judged("A clinic for HIV shows its patients each other's addresses", "email private_info privacy press cannot grieving_or_vulnerable", both(STOP, STOP), both(STOP, FULL, DIRECT), "yes yes", flags("personal_data")),
    Judged("A credit bureau sends its breached customers to a false site", "x broken_link_or_image misleads_decision press delete many_customers", both(SORRY, SORRY), both(SORRY, FULL), "yes no", {**AVOIDABLE, **POOR}),
    Judged("A year book calls a pupil a terrorist", "print_broadcast wrong_label hurts_people press cannot few_known", both(FULL, SORRY), both(SORRY, FULL, STOP, DIRECT), "yes yes", flags("minors", "discrimination")),
    Judged("A magazine's story of a crime falls apart, the accused sue", "website wrong_fact hurts_people press edit few_known", both(STOP, STOP), both(STOP, FULL), "yes yes", {**AVOIDABLE, **flags("lawsuit_or_regulator")}),
    Judged("We call a rival's product poison", "x wrong_fact misleads_public many_replies delete few_known", both(STOP, STOP), both(STOP, SORRY), "yes yes", flags("lawsuit_or_regulator")),
    Judged("A photographer's picture without a licence, she writes to us", "instagram wrong_image legal_financial a_few delete few_known", both(STOP, DIRECT), both(STOP, DIRECT), "yes yes", flags("lawsuit_or_regulator")),
    Judged("A paid post without the word advertisement; the authority writes", "instagram wrong_label misleads_public a_few edit public", both(STOP, STOP), both(STOP, PUBLIC), "yes yes", flags("lawsuit_or_regulator")),
    Judged("A cure is promised on the page of a food supplement", "website wrong_fact misleads_decision a_few edit public", both(STOP, STOP), both(STOP, PUBLIC), "yes yes", {**YES, **flags("lawsuit_or_regulator")}),
    Judged("Tickets are charged twice", "email automation legal_financial many_replies cannot many_customers", both(STOP, DIRECT), both(DIRECT, STOP, SORRY), "yes yes", SYSTEM),
    Judged("A job advertisement asks for native speakers only; a lawyer posts it", "linkedin wrong_fact offence press edit protected_group", both(STOP, SORRY), both(STOP, SORRY), "yes yes", flags("discrimination", "lawsuit_or_regulator")),
    Judged("A film's poster is shown a week before the studio wanted it", "instagram confidential_info inconvenience many_replies delete few_known", both(DIRECT, DIRECT), both(DIRECT, QUIET, SORRY), "no no"),
    Judged("A phone is shown on the shop's page before its launch", "website confidential_info embarrassment press delete nobody", both(LET, QUIET), both(LET, QUIET)),
    Judged("A guest's name in a hotel's reply to a review", "other private_info embarrassment a_few edit few_known", both(DIRECT, DIRECT), both(DIRECT), "yes yes", flags("personal_data")),
)  # fmt: skip

HARMFUL = (
    Judged("A nuclear incident that never was, to ten million phones", "push_sms false_alarm safety press cannot public", both(SORRY, SORRY), both(SORRY, PUBLIC, FULL), "no no", {**YES, **flags("safety")}),
    Judged("A tsunami warning from a monthly test", "push_sms false_alarm misleads_public press cannot public", both(SORRY, PUBLIC), both(PUBLIC, SORRY), extra=SUPPLIER),
    Judged("The broadcaster's app reports a missile, five minutes long", "push_sms false_alarm misleads_public press cannot public", both(SORRY, SORRY), both(SORRY, PUBLIC), extra=YES),
    Judged("A magazine's recipe has twenty nutmegs; four are ill", "print_broadcast wrong_fact safety press cannot many_customers", both(FULL, SORRY), both(FULL, SORRY), "no no", {**YES, **flags("safety")}),
    Judged("A cook recommends henbane for salads", "print_broadcast wrong_fact safety many_replies cannot public", both(SORRY, SORRY), both(SORRY, PUBLIC, FULL), "no no", {**YES, **flags("safety")}),
    Judged("The recall mail gives the wrong batch, two customers ask", "email wrong_fact safety a_few cannot many_customers", both(DIRECT, DIRECT), both(DIRECT, PUBLIC, SORRY), "no no", {**YES, **flags("safety")}),
    Judged("Boil your water: the wrong district", "x wrong_fact safety many_replies delete_and_repost public", both(PUBLIC, PUBLIC), both(PUBLIC, SORRY), "no no", {**YES, **flags("safety")}),
    Judged("A clinic's page has the vaccine's age limit wrong", "facebook wrong_fact misleads_decision a_few edit public", both(PUBLIC, PUBLIC), both(PUBLIC), extra=YES),
    Judged("A gym's film shows a lift that hurts backs, a trainer writes", "youtube wrong_fact safety a_few edit many_customers", both(PUBLIC, PUBLIC), both(PUBLIC), extra=YES),
    Judged("Canning: ten minutes too short, nobody has cooked it yet", "website wrong_fact safety nobody_yet edit public", both(PUBLIC, QUIET), both(PUBLIC, QUIET), extra=YES),
    Judged("A toy's clip shows a child without a belt", "instagram wrong_image safety many_replies delete public", both(SORRY, PUBLIC), both(SORRY, PUBLIC), "yes no", flags("minors")),
    Judged("A wrong number of dead in the works' statement", "linkedin wrong_fact misleads_public a_few edit grieving_or_vulnerable", both(SORRY, SORRY), both(SORRY, DIRECT), "yes yes", flags("death_or_injury")),
    Judged("A railway jokes about somebody on the line", "x tone_deaf hurts_people press delete grieving_or_vulnerable", both(FULL, SORRY), both(SORRY, FULL), "yes yes", {**AVOIDABLE, **flags("death_or_injury")}),
    Judged("A pharmacy's post mixes up milligrams and micrograms, taken down, nobody harmed", "facebook wrong_fact safety a_few delete public", both(PUBLIC, PUBLIC), both(PUBLIC, SORRY), "yes no", flags("safety")),
    Judged("Wrong side of the avalanche line on the map, unsure who uses it", "website wrong_image safety a_few edit public", both(PUBLIC, PUBLIC), both(PUBLIC), "yes no", {**UNSURE, **flags("safety")}),
    Judged("The flood line's number is missing a digit", "x wrong_fact safety many_replies delete_and_repost public", both(PUBLIC, PUBLIC), both(PUBLIC, SORRY), extra=YES),
)  # fmt: skip

SECOND_ROUND = (
    Judged("HMV: “we're all being fired”, live from the shop's account", "x sent_by_accident trust press delete few_known", both(PUBLIC, PUBLIC), both(PUBLIC, QUIET, LET), "yes no", OUTSIDER),
    Judged("A museum's bot wishes a merry Christmas in July", "bluesky automation none many_replies delete nobody", both(LET, LET), both(LET, QUIET, PUBLIC), extra=SYSTEM),
    Judged("The airline's SMS tells families that all aboard are lost", "push_sms tone_deaf hurts_people press cannot grieving_or_vulnerable", both(FULL, FULL), both(FULL, SORRY), "yes yes", {**AVOIDABLE, **flags("death_or_injury")}),
    Judged("A football association's card shows the wrong nation's anthem singer", "instagram wrong_label embarrassment many_replies edit few_known", both(PUBLIC, QUIET), both(QUIET, PUBLIC, SORRY)),
    Judged("A supermarket's advent post on a fasting day, a few remark", "facebook bad_timing offence a_few delete public", both(QUIET, QUIET), both(QUIET, DIRECT)),
    Judged("The paper prints a crossword twice", "print_broadcast sent_by_accident inconvenience a_few cannot many_customers", both(LET, LET), both(LET, PUBLIC)),
    Judged("Puzzle page: yesterday's solution is missing, eighty calls", "print_broadcast unfinished_or_test inconvenience many_replies cannot many_customers", both(PUBLIC, PUBLIC), both(PUBLIC, LET)),
    Judged("A minister's quote is translated the wrong way round, wires run it", "press_release wrong_fact misleads_public press edit public", both(PUBLIC, PUBLIC), both(PUBLIC, SORRY), extra=YES),
    Judged("An election office posts that polls close at six; it is eight", "x wrong_fact misleads_decision press delete_and_repost public", both(SORRY, PUBLIC), both(SORRY, PUBLIC), extra=YES),
    Judged("The council's page lists a closed vaccination centre", "website wrong_fact misleads_decision a_few edit public", both(PUBLIC, QUIET), both(PUBLIC, QUIET), extra=YES),
    Judged("A bank's mail has a subject line in Latin", "email unfinished_or_test confusion many_replies cannot many_customers", both(PUBLIC, PUBLIC), both(PUBLIC, LET, DIRECT)),
    Judged("A charity thanks a donor who wanted to stay unnamed", "facebook private_info privacy a_few edit few_known", both(DIRECT, DIRECT), both(DIRECT, STOP), "yes yes", flags("personal_data")),
    Judged("Three hundred CVs open on the career page, a blogger finds them", "website private_info privacy press delete many_customers", both(STOP, STOP), both(STOP, DIRECT, FULL), "yes yes", flags("personal_data")),
    Judged("Candidates' salary wishes in a shared calendar, one colleague saw", "other private_info privacy nobody_yet delete few_known", both(DIRECT, STOP), both(DIRECT, STOP), "yes yes", flags("personal_data")),
    Judged("The shares fall on our joke that we are sold", "x tone_deaf misleads_decision press delete investors", both(STOP, STOP), both(STOP, SORRY, PUBLIC), "yes yes", {**AVOIDABLE, **flags("market_information")}),
    Judged("A table of the quarterly report has two columns swapped, analysts call", "website wrong_fact misleads_decision a_few edit investors", both(STOP, PUBLIC), both(STOP, PUBLIC), "yes yes", {**YES, **flags("market_information")}),
    Judged("A rumour that we spread: a rival is broke; it is not", "linkedin wrong_fact misleads_public many_replies delete few_known", both(STOP, SORRY), both(STOP, SORRY), "yes yes", {**AVOIDABLE, **flags("lawsuit_or_regulator")}),
    Judged("A tweet from our account: Hitler was right; a chatbot said so", "x automation hurts_people press delete protected_group", both(FULL, SORRY), both(SORRY, FULL), "yes yes", {**AVOIDABLE, **flags("discrimination")}),
    Judged("The photo app files a black couple under gorillas", "website automation hurts_people press edit protected_group", both(SORRY, SORRY), both(SORRY, FULL), "yes no", {**SYSTEM, **flags("discrimination")}),
    Judged("A passport office's form has no box for a non-binary person, some complain", "website wrong_label offence a_few edit protected_group", both(SORRY, QUIET), both(SORRY, DIRECT, PUBLIC)),
    Judged("Ramadan wishes with a plate of bacon", "instagram wrong_image offence many_replies delete_and_repost protected_group", both(SORRY, SORRY), both(SORRY)),
    Judged("A bakery's pride cake with the colours in the wrong order", "instagram wrong_image embarrassment a_few edit protected_group", both(QUIET, QUIET), both(QUIET, PUBLIC, SORRY)),
    Judged("A headline's pun on a plane crash, pulled after ten minutes", "website tone_deaf offence many_replies already_gone grieving_or_vulnerable", both(SORRY, SORRY), both(SORRY)),
    Judged("Scheduled “fire sale!” on the morning of a big fire, three replies", "facebook bad_timing offence a_few delete grieving_or_vulnerable", both(SORRY, QUIET), both(SORRY, QUIET)),
    Judged("The brewery's account argues with a teetotaller until midnight", "x argument offence many_replies delete few_known", both(SORRY, SORRY), both(SORRY, DIRECT)),
    Judged("A guru of ours says vaccines harm, on our podcast", "youtube wrong_fact misleads_decision many_replies edit public", both(SORRY, PUBLIC), both(SORRY, PUBLIC), extra={**YES, **AVOIDABLE}),
    Judged("A hospital's post: do not come to A&E; it meant the car park", "facebook wrong_fact safety many_replies edit public", both(SORRY, PUBLIC), both(PUBLIC, SORRY), extra={**YES, **flags("safety")}),
    Judged("Allergen missing on the menu page, a mother asks", "website wrong_fact safety a_few edit many_customers", both(PUBLIC, PUBLIC), both(PUBLIC, SORRY), "yes no", {**YES, **flags("safety")}),
    Judged("A recall of a cot goes to the wrong half of the list", "email wrong_audience safety a_few cannot many_customers", both(DIRECT, DIRECT), both(DIRECT, PUBLIC, SORRY), "no no", {**YES, **flags("safety")}),
    Judged("A drill's evacuation mail to one building", "email false_alarm confusion a_few cannot few_known", both(DIRECT, PUBLIC), both(DIRECT, PUBLIC), extra=YES),
    Judged("An earthquake of 1925 is reported as new; a robot wrote it", "website automation misleads_public press delete public", both(PUBLIC, PUBLIC), both(PUBLIC, SORRY), extra=SYSTEM),
    Judged("A quake agency's test goes out as a magnitude seven", "website false_alarm misleads_public press delete public", both(PUBLIC, PUBLIC), both(PUBLIC, SORRY), extra=SYSTEM),
    Judged("A sports page names the wrong goal scorer", "x wrong_fact none many_replies delete_and_repost nobody", both(PUBLIC, QUIET), both(QUIET, PUBLIC)),
    Judged("A singer's name is misspelt on the festival's line-up", "instagram typo embarrassment many_replies delete_and_repost few_known", both(QUIET, QUIET), both(QUIET, PUBLIC, DIRECT)),
    Judged("A ministry's form asks for a date in 2062", "website typo confusion a_few edit public", both(QUIET, QUIET), both(QUIET)),
    Judged("A link in the bio leads to a parked domain with adult ads", "instagram broken_link_or_image offence many_replies edit many_customers", both(SORRY, PUBLIC), both(PUBLIC, SORRY)),
    Judged("A QR code on ketchup leads to an adult site", "print_broadcast broken_link_or_image offence press cannot public", both(SORRY, SORRY), both(SORRY, PUBLIC)),
    Judged("A voucher's code is one letter off in the text message", "push_sms wrong_price_or_offer inconvenience many_replies cannot many_customers", both(PUBLIC, PUBLIC), both(PUBLIC, DIRECT, SORRY), extra=YES),
    Judged("Black Friday: everything for 0.01, two hours, paid", "website wrong_price_or_offer legal_financial many_replies edit many_customers", both(STOP, DIRECT), both(STOP, DIRECT), "yes yes", flags("false_price_or_prize")),
    Judged("The raffle's winner was drawn twice, both were phoned", "in_person wrong_fact misleads_decision nobody_yet cannot few_known", both(DIRECT, DIRECT), both(DIRECT), "yes no", {**YES, **flags("false_price_or_prize")}),
    Judged("The chat bot offers a car for a dollar, legally binding it says", "website automation embarrassment press edit nobody", both(PUBLIC, QUIET), both(QUIET, PUBLIC, LET), "yes no", {**SYSTEM, **flags("false_price_or_prize")}),
    Judged("Party intern shares the rival's attack clip", "x wrong_account embarrassment many_replies delete nobody", both(PUBLIC, QUIET), both(QUIET, PUBLIC)),
    Judged("The governor's staff photo shows an open binder with a phone list", "x wrong_image privacy many_replies delete few_known", both(STOP, STOP), both(STOP, DIRECT), "yes yes", flags("personal_data")),
    Judged("Our agency posts a client's launch from another client's account", "instagram wrong_account confusion a_few delete few_known", both(QUIET, QUIET), both(QUIET, DIRECT), extra={"relation": "client", "fault": "supplier"}),
    Judged("Influencer copies the briefing into the caption", "instagram unfinished_or_test embarrassment press edit nobody", both(QUIET, LET), both(QUIET, LET, PUBLIC)),
    Judged("The town's app reminds everybody of an election that was last week", "push_sms automation confusion many_replies cannot public", both(PUBLIC, PUBLIC), both(PUBLIC, LET, SORRY), extra=SYSTEM),
    Judged("A trainee's “hi” to all subscribers of the weather warnings", "push_sms sent_by_accident confusion a_few cannot many_customers", both(LET, LET), both(LET, PUBLIC)),
    Judged("The school says that it is closed; it is open", "website wrong_fact misleads_decision many_replies edit few_known", both(SORRY, PUBLIC), both(PUBLIC, SORRY, DIRECT), extra=YES),
    Judged("A tribute to a dead colleague has a smiling emoji chain from a macro", "linkedin automation hurts_people a_few edit grieving_or_vulnerable", both(SORRY, DIRECT), both(SORRY, DIRECT), extra=SYSTEM),
    Judged("A comic in the staff magazine mocks refugees, the union writes", "other tone_deaf offence a_few cannot protected_group", both(SORRY, SORRY), both(SORRY), "yes no", flags("discrimination")),
)  # fmt: skip

FIRST_ROUND = (*STRAY, *TASTE, *ARGUED, *PICTURES, *WRONG, *MAILED, *PRICES, *STOPPED, *HARMFUL)
"""Judged before the engine was asked for the first time."""

CASES = (*FIRST_ROUND, *SECOND_ROUND)
"""The second round was judged after the rules had been mended by the first, and before they were asked again."""
