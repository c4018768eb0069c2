"""Invented mistakes, and what two careful people would do about each. They set the direction; real cases measure it.

A row: what went wrong; channel, mistake, harm, noticed, undo, affected; what differs from the ordinary; the levels that one
of the two would choose; whether somebody is called before any public word.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple


def report_of(what: str, facts: str, extra: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row's fields as ``oops decide`` takes them; what a row does not say is ordinary."""
    names = ("channel", "mistake", "harm", "noticed", "undo", "affected")
    values = dict(zip(names, facts.split(), strict=True))
    return {"what": what, "still_misleading": "no", "fault": "honest_slip", **values, **extra}


class Case(NamedTuple):
    """One row. ``facts``: channel, mistake, harm, noticed, undo, affected. The ordinary: nothing misleads any more, an honest slip."""

    what: str
    facts: str
    choices: str
    calls: bool = False
    extra: Mapping[str, Any] = MappingProxyType({})

    @property
    def report(self) -> dict[str, Any]:
        """Return the fields as ``oops decide`` takes them."""
        return report_of(self.what, self.facts, self.extra)

    @property
    def levels(self) -> tuple[str, ...]:
        """Return the levels that one of the two would choose."""
        return tuple(self.choices.split())


def flags(*names: str) -> dict[str, Any]:
    """Return the ticked red flags as a field."""
    return {"red_flags": list(names)}


YES = {"still_misleading": "yes"}
UNSURE = {"still_misleading": "unsure"}
AVOIDABLE = {"fault": "avoidable"}
OUTSIDER = {"fault": "outsider"}
SYSTEM = {"fault": "system"}
POOR = {"reputation": "poor"}
AGAIN = {"history": "happened_before"}

LIGHT = (
    Case("A comma too many in a caption", "instagram typo none nobody_yet edit nobody", "quiet_fix let_it_go"),
    Case("“Your welcome” in a reply to a customer", "x typo none a_few delete nobody", "let_it_go"),
    Case("The subject line says “Febuary”", "email typo embarrassment a_few cannot many_customers", "let_it_go"),
    Case("Our own name is misspelt on the cover of the annual report", "print_broadcast typo embarrassment a_few cannot nobody", "let_it_go quiet_fix"),
    Case("A wrong letter turns a word of our slogan into a rude one", "facebook typo embarrassment many_replies edit nobody", "quiet_fix"),
    Case("A misprint on a poster becomes a joke all over town", "print_broadcast typo embarrassment press cannot nobody", "correct_publicly let_it_go"),
    Case("Our rival's logo in the header picture", "linkedin wrong_image embarrassment a_few delete_and_repost nobody", "quiet_fix"),
    Case("Last year's photo above this year's event", "website wrong_image none a_few edit nobody", "quiet_fix"),
    Case("The flag upside down in a congratulation", "x wrong_image embarrassment press delete_and_repost public", "correct_publicly quiet_fix"),
    Case("The picture of the week does not load", "email broken_link_or_image inconvenience a_few cannot many_customers", "quiet_fix let_it_go"),
    Case("The sign-up button leads nowhere", "email broken_link_or_image inconvenience many_replies cannot many_customers", "correct_publicly direct_contact"),
    Case("“TEST do not publish” on the home page", "website unfinished_or_test none a_few delete nobody", "quiet_fix"),
    Case("“Insert joke here” in a post", "x unfinished_or_test embarrassment many_replies delete nobody", "correct_publicly quiet_fix"),
    Case("A blank newsletter to everybody", "email unfinished_or_test confusion a_few cannot many_customers", "let_it_go"),
    Case("“Hello {first_name}” to the whole list", "email automation embarrassment a_few cannot many_customers", "let_it_go", extra=SYSTEM),
    Case("A cat walked over the keyboard and posted", "mastodon sent_by_accident none a_few delete nobody", "quiet_fix let_it_go"),
    Case("Gibberish from a ministry's account has the world guessing", "x sent_by_accident confusion press delete public", "correct_publicly"),
    Case("A love song shared from the shop's account", "x wrong_account none many_replies delete nobody", "correct_publicly quiet_fix"),
    Case("A private dinner photo on the club's account, many laugh", "instagram wrong_account embarrassment many_replies delete nobody", "quiet_fix correct_publicly"),
    Case("A hashtag of ours invites jokes about us", "x tone_deaf embarrassment many_replies delete nobody", "quiet_fix let_it_go", extra=AVOIDABLE),
    Case("A sharp word to a reviewer whom few read", "facebook argument embarrassment a_few delete few_known", "quiet_fix direct_contact"),
    Case("The wrong year in an old entry", "website wrong_fact none nobody_yet edit nobody", "quiet_fix let_it_go"),
    Case("A name with one letter missing in the credits", "youtube wrong_label embarrassment a_few edit few_known", "quiet_fix"),
    Case("A slip of the tongue at a meeting", "in_person wrong_fact confusion a_few cannot few_known", "let_it_go direct_contact"),
    Case("A scheduled good-morning post while our shop is closed by snow", "x bad_timing embarrassment a_few delete nobody", "quiet_fix"),
)  # fmt: skip

FACTS = (
    Case("The run is on Thursday, we wrote Tuesday", "facebook wrong_fact inconvenience a_few edit many_customers", "quiet_fix correct_publicly", extra=YES),
    Case("The wrong start time in the newsletter", "email wrong_fact misleads_decision a_few cannot many_customers", "correct_publicly direct_contact", extra=YES),
    Case("The wrong door for the polling station", "x wrong_fact misleads_decision many_replies delete_and_repost public", "apologise_publicly correct_publicly", extra=YES),
    Case("A wrong closing date on the site, found before anybody wrote", "website wrong_fact misleads_decision nobody_yet edit public", "quiet_fix", extra=YES),
    Case("A chart with the axis cut off, taken up by many", "x wrong_image misleads_public many_replies delete_and_repost public", "correct_publicly"),
    Case("A quotation given to the wrong minister", "x wrong_label misleads_public many_replies delete few_known", "apologise_publicly correct_publicly", extra=YES),
    Case("A living actor called the late", "website wrong_fact misleads_public press edit few_known", "apologise_publicly"),
    Case("The bot announces a storm of 1954 as today's", "x automation misleads_public many_replies delete public", "correct_publicly", extra=SYSTEM),
    Case("A wrong figure in a release, noticed by one reader", "press_release wrong_fact misleads_public a_few edit public", "correct_publicly quiet_fix"),
    Case("A wrong decimal in a report, caught at once", "website wrong_fact misleads_public nobody_yet edit public", "quiet_fix"),
    Case("The flyer has somebody else's phone number", "print_broadcast wrong_fact inconvenience a_few cannot few_known", "correct_publicly direct_contact", extra=YES),
    Case("The wrong recipe amount makes a dish too salty", "youtube wrong_fact inconvenience many_replies edit many_customers", "correct_publicly", extra=YES),
    Case("The election night page shows last time's result", "website unfinished_or_test misleads_public press edit public", "apologise_publicly correct_publicly", extra=SYSTEM),
    Case("An account of ours was broken into and says our president died", "x sent_by_accident misleads_public press delete public", "correct_publicly", extra=OUTSIDER),
    Case("Strangers in our account post insults", "x wrong_account offence press delete many_customers", "correct_publicly", extra=OUTSIDER),
    Case("The test of the siren app reaches every phone in the county", "push_sms unfinished_or_test confusion press cannot public", "correct_publicly"),
    Case("We announce a winner of an award one day early", "x sent_by_accident confusion many_replies delete few_known", "correct_publicly"),
)  # fmt: skip

OFFERS = (
    Case("A price without the first digit, four orders so far", "website wrong_price_or_offer misleads_decision a_few edit few_known", "direct_contact", True, flags("false_price_or_prize")),
    Case("A flight for the price of a coffee, sold all night", "website wrong_price_or_offer misleads_decision press edit many_customers", "direct_contact apologise_publicly", True, flags("false_price_or_prize")),
    Case("The whole list gets the discount meant for ten people", "email wrong_price_or_offer misleads_decision many_replies cannot many_customers", "direct_contact", True, {**YES, **flags("false_price_or_prize")}),
    Case("A voucher code that does not work", "email wrong_price_or_offer inconvenience a_few cannot many_customers", "direct_contact correct_publicly", extra=YES),
    Case("Applicants were told they are in, and are not", "email wrong_audience hurts_people press cannot few_known", "direct_contact apologise_publicly"),
    Case("Congratulations on the baby, sent to everybody", "email wrong_audience hurts_people press cannot grieving_or_vulnerable", "apologise_publicly"),
    Case("A reminder of a cancelled event to all members", "email wrong_audience confusion many_replies cannot many_customers", "correct_publicly"),
    Case("A cancellation mail to customers who cancelled nothing", "email wrong_audience confusion press cannot many_customers", "correct_publicly apologise_publicly", extra=YES),
    Case("The internal menu of the week to one client", "email wrong_audience none a_few cannot few_known", "let_it_go"),
    Case("A wrong interest rate on a poster", "print_broadcast wrong_price_or_offer misleads_decision many_replies cannot public", "apologise_publicly correct_publicly", True, {**YES, **flags("false_price_or_prize")}),
)  # fmt: skip

HURT = (
    Case("A joke about a flood while people are missing", "x tone_deaf hurts_people many_replies delete grieving_or_vulnerable", "apologise_publicly", extra=AVOIDABLE),
    Case("“Have a blast” goes out an hour after an explosion", "x bad_timing offence many_replies delete grieving_or_vulnerable", "apologise_publicly"),
    Case("A sale named after a disaster, in every paper", "email tone_deaf hurts_people press cannot grieving_or_vulnerable", "apologise_publicly full_response", True, AVOIDABLE),
    Case("A second joke about the dead within a year", "x tone_deaf hurts_people press delete grieving_or_vulnerable", "full_response", True, {**AVOIDABLE, **AGAIN}),
    Case("A face of another person of the same skin colour beside a tribute", "facebook wrong_image offence many_replies delete_and_repost protected_group", "apologise_publicly"),
    Case("The tool labels people as animals", "website wrong_label hurts_people press edit protected_group", "apologise_publicly full_response", True, {**SYSTEM, **flags("discrimination")}),
    Case("A picture in blackface as a joke, known for poor taste", "instagram tone_deaf hurts_people press delete protected_group", "full_response", True, {**AVOIDABLE, **POOR, **flags("discrimination")}),
    Case("A slur by one wrong letter, deleted within minutes", "x typo offence press delete protected_group", "apologise_publicly"),
    Case("A swear word from a member of staff on the museum's account", "x wrong_account offence many_replies delete many_customers", "apologise_publicly"),
    Case("A swear word seen by three people", "x wrong_account offence a_few delete nobody", "quiet_fix"),
    Case("A pornographic picture in reply to a customer", "x wrong_image offence press delete many_customers", "apologise_publicly"),
    Case("We insulted a critic, and people take sides", "facebook argument offence many_replies delete few_known", "apologise_publicly"),
    Case("We corrected a customer's tone, a few mind", "facebook argument offence a_few cannot few_known", "direct_contact"),
    Case("A party-political repost from a charity's account", "x wrong_account trust many_replies delete nobody", "correct_publicly"),
    Case("A judge's account liked a partisan message", "x wrong_account trust a_few delete nobody", "quiet_fix"),
    Case("The chatbot swears at a customer, and it goes round the world", "website automation offence press edit few_known", "apologise_publicly", extra=SYSTEM),
    Case("The chatbot repeats hatred that strangers taught it", "x automation offence press delete protected_group", "apologise_publicly full_response", True, {**SYSTEM, **flags("discrimination")}),
    Case("A poll beside a report of a death", "website automation hurts_people press delete grieving_or_vulnerable", "apologise_publicly full_response", extra=SYSTEM),
    Case("A caption that mocks people with dementia, deleted before a reply", "facebook tone_deaf offence nobody_yet delete protected_group", "apologise_publicly"),
    Case("A tasteless pun nobody has seen yet", "linkedin tone_deaf offence nobody_yet delete public", "quiet_fix"),
    Case("The managing director calls the victims unlucky, on camera", "in_person tone_deaf hurts_people press cannot grieving_or_vulnerable", "apologise_publicly full_response", True, {**AVOIDABLE, **flags("death_or_injury")}),
)  # fmt: skip

STOPS = (
    Case("Two hundred patients in the open address line", "email private_info privacy a_few cannot grieving_or_vulnerable", "escalate_first", True, flags("personal_data")),
    Case("Twelve customers can read each other's addresses", "email private_info privacy a_few cannot few_known", "direct_contact escalate_first", True, flags("personal_data")),
    Case("A list of members on the open internet", "website private_info privacy press delete many_customers", "escalate_first", True, flags("personal_data")),
    Case("A customer's phone number in a public reply", "x private_info privacy nobody_yet delete few_known", "direct_contact escalate_first", True, flags("personal_data")),
    Case("One zero too many in the outlook for next year", "press_release typo legal_financial press edit investors", "escalate_first", True, {**YES, **flags("market_information")}),
    Case("The printer's supplier files the results at noon instead of at night", "press_release sent_by_accident legal_financial press delete investors", "escalate_first", True, {"fault": "supplier", **flags("market_information")}),
    Case("A merger hinted at in a picture", "linkedin confidential_info trust a_few delete investors", "escalate_first", True, flags("market_information")),
    Case("Last year's table goes to the shareholders of a family firm", "email unfinished_or_test misleads_decision a_few cannot investors", "direct_contact", True, YES),
    Case("The same table of a firm whose shares are traded", "email unfinished_or_test misleads_decision a_few cannot investors", "escalate_first correct_publicly", True, {**YES, **flags("market_information")}),
    Case("A report broken open before its embargo", "x confidential_info trust press delete few_known", "apologise_publicly correct_publicly"),
    Case("A password on a note behind the speaker", "facebook confidential_info embarrassment a_few delete_and_repost nobody", "quiet_fix"),
    Case("We call a named firm a fraud, and its lawyers write", "linkedin argument legal_financial a_few delete few_known", "escalate_first", True, flags("lawsuit_or_regulator")),
    Case("The bot promised a refund that we refuse, a court is asked", "website automation misleads_decision press edit few_known", "escalate_first", True, {**SYSTEM, **flags("lawsuit_or_regulator")}),
    Case("Strangers in our account announce a takeover", "x wrong_account legal_financial press delete investors", "correct_publicly escalate_first", True, {**OUTSIDER, **YES, **flags("market_information")}),
    Case("Pupils' photographs shared without asking", "instagram private_info privacy many_replies delete few_known", "escalate_first", True, flags("personal_data", "minors")),
)  # fmt: skip

DANGER = (
    Case("“Take shelter” to a whole island, by a wrong click", "push_sms false_alarm safety press cannot public", "apologise_publicly correct_publicly full_response", False, {**YES, **flags("safety")}),
    Case("A fire alarm text from a drill", "push_sms false_alarm confusion a_few cannot few_known", "correct_publicly", extra=YES),
    Case("A quake that never was, from a faulty sensor", "x false_alarm misleads_public many_replies delete public", "correct_publicly", extra=SYSTEM),
    Case("Ten times the dose in a health tip", "instagram wrong_fact safety many_replies edit public", "apologise_publicly correct_publicly", False, {**YES, **flags("safety")}),
    Case("The wrong batch in a recall notice", "press_release wrong_fact safety press edit public", "full_response apologise_publicly", False, {**YES, **flags("safety")}),
)  # fmt: skip

CASES = (*LIGHT, *FACTS, *OFFERS, *HURT, *STOPS, *DANGER)
