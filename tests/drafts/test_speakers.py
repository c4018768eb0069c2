import re
from dataclasses import replace

import pytest

from bot.brand import BrandProfile, Relation
from bot.draft_kinds import DraftKind
from bot.drafts import Listener, render_words
from bot.lint import lint
from bot.plan import Level
from bot.report import Channel, Mistake, Undo
from bot.voice import FRIENDLY, ApologyVerb, Emoji, Preset, Pronoun, Voice
from tests.draft_space import context_of
from tests.drafts.making import HARBOUR, draft, hurtful, plan_for, wrong_day

NAMED = replace(FRIENDLY, pronoun=Pronoun.NAME)


@pytest.mark.parametrize(
    ("voice", "words"),
    [
        (replace(FRIENDLY, pronoun=Pronoun.WE), "We're sorry. We gave the wrong day in our post."),
        (replace(FRIENDLY, pronoun=Pronoun.I), "I'm sorry. I gave the wrong day in my post."),
        (
            replace(FRIENDLY, pronoun=Pronoun.NAME),
            "Harbour Run is sorry. It gave the wrong day in its post.",
        ),
        (replace(FRIENDLY, contractions=False), "We are sorry. We gave"),
        (replace(FRIENDLY, apology_verb=ApologyVerb.APOLOGISE), "We apologise. We gave"),
        (
            replace(FRIENDLY, pronoun=Pronoun.NAME, apology_verb=ApologyVerb.APOLOGISE),
            "Harbour Run apologises. It gave",
        ),
    ],
)
def test_the_verbs_agree_with_who_speaks(voice: Voice, words: str) -> None:
    assert draft(wrong_day(), level=Level.APOLOGISE_PUBLICLY, voice=voice).startswith(words)


def test_a_person_is_not_an_it() -> None:
    anna = BrandProfile(name="Anna Berg", relation=Relation.PERSONAL)

    text = draft(wrong_day(), voice=replace(FRIENDLY, pronoun=Pronoun.NAME), brand=anna)

    assert "I gave the wrong day in my post." in text


def test_words_to_avoid_are_avoided_and_words_to_use_are_used() -> None:
    voice = replace(FRIENDLY, words_to_avoid=("mix-up", "Sorry"), words_to_use=("incorrect",))

    text = draft(wrong_day(), voice=voice)

    assert "Apologies for the slip." in text
    assert "the incorrect day" in text


def test_words_to_avoid_are_avoided_in_an_offer_and_in_a_subject() -> None:
    voice = replace(FRIENDLY, words_to_avoid=("wrong", "sorry"))
    offer = wrong_day(mistake=Mistake.WRONG_PRICE_OR_OFFER, should_have_said="Two for one")

    note = draft(offer, level=Level.DIRECT_CONTACT, kind=DraftKind.PRIVATE_NOTE, voice=voice)

    assert note.startswith("Subject: Apologies for our post\n")
    assert "We made a mistake with an offer in our post" in note


@pytest.mark.parametrize(
    ("voice", "end"),
    [
        (replace(FRIENDLY, enthusiastic=1), "Sorry for the mix-up!"),
        (replace(FRIENDLY, enthusiastic=-1), "It should have said: Thursday. Sorry."),
        (replace(FRIENDLY, respectful=-1), "Our bad."),
        (replace(FRIENDLY, formal=1), "We're sorry for the error."),
        (replace(FRIENDLY, sign_off="The harbour team"), "\n\nThe harbour team"),
        (replace(FRIENDLY, emoji=Emoji.YES), "\N{PERSON WITH FOLDED HANDS}"),
    ],
)
def test_sliders_and_extras_are_heard(voice: Voice, end: str) -> None:
    assert draft(wrong_day(), voice=voice).endswith(end)


def test_another_preset_keeps_the_brands_pronoun_and_sign_off() -> None:
    voice = replace(FRIENDLY, pronoun=Pronoun.I, sign_off="Anna")

    text = draft(wrong_day(), voice=voice, preset=Preset.FORMAL)

    assert "I gave the wrong day" in text
    assert text.endswith("Anna")


def test_the_brands_own_preset_keeps_its_sliders() -> None:
    voice = replace(FRIENDLY, enthusiastic=1)

    assert draft(wrong_day(), voice=voice, preset=Preset.FRIENDLY) == draft(wrong_day(), voice=voice)


@pytest.mark.parametrize(
    ("name", "start"),
    [("eBay Clone", "eBay Clone is"), ("boats & co", "Boats & co is"), ("Acme Inc.", "Acme Inc. is")],
)
def test_a_name_keeps_its_own_capitals_and_its_own_full_stop(name: str, start: str) -> None:
    leak = wrong_day(mistake=Mistake.CONFIDENTIAL_INFO, should_have_said="")

    text = draft(leak, level=Level.APOLOGISE_PUBLICLY, voice=NAMED, brand=replace(HARBOUR, name=name))

    assert text.startswith(f"{start} sorry. ")
    assert f"that should have stayed with {name.rstrip('.')}. " in text


def test_a_name_is_not_said_twice_in_a_sentence() -> None:
    argument = wrong_day(mistake=Mistake.ARGUMENT, should_have_said="")

    assert "Harbour Run argued in public where it should have listened." in draft(argument, voice=NAMED)
    assert "I argued in public where I should" in draft(argument, voice=replace(NAMED, pronoun=Pronoun.I))


def test_a_sign_off_leaves_its_emoji_out_where_somebody_was_harmed() -> None:
    voice = replace(
        FRIENDLY, sign_off="Grüße \N{YELLOW HEART} vom Hafen® \N{SAILBOAT}\N{VARIATION SELECTOR-16}"
    )

    assert draft(wrong_day(), voice=voice).endswith(voice.sign_off)
    assert draft(hurtful(), voice=voice).endswith("\n\nGrüße vom Hafen®")


def test_a_person_answers_in_their_own_name_not_in_a_leaders() -> None:
    anna = BrandProfile(name="Anna Berg", relation=Relation.PERSONAL)
    voice = replace(FRIENDLY, pronoun=Pronoun.I)

    apology = draft(hurtful(), level=Level.FULL_RESPONSE, voice=voice, brand=anna)
    notes = draft(hurtful(), level=Level.FULL_RESPONSE, kind=DraftKind.PHONE_NOTES, voice=voice, brand=anna)
    plan = plan_for(hurtful(), Level.FULL_RESPONSE, anna)

    assert apology.endswith("\n\nAnna Berg")
    assert '"This is Anna Berg. I am calling about my post."' in notes
    assert plan.tasks[0].text.startswith("Call somebody you trust who had no part in it")


def test_a_client_is_not_told_that_we_call_for_them_about_our_post() -> None:
    bakery = BrandProfile(name="Nord Bakery", relation=Relation.CLIENT)
    joke = hurtful(mistake=Mistake.WRONG_ACCOUNT)

    notes = draft(joke, level=Level.FULL_RESPONSE, kind=DraftKind.PHONE_NOTES, brand=bakery)

    assert "To the client: what went out, what you suggest, what they have to decide" in notes
    assert (
        'To anybody else, say for whom you call and why: "I am calling for Nord Bakery about the post."'
        in notes
    )
    assert "about our post" not in notes


def test_a_post_of_another_account_is_said_to_be_out_of_place_where_it_appeared() -> None:
    text = draft(hurtful(mistake=Mistake.WRONG_ACCOUNT), level=Level.APOLOGISE_PUBLICLY)
    mail = draft(
        hurtful(mistake=Mistake.WRONG_ACCOUNT, channel=Channel.EMAIL), level=Level.APOLOGISE_PUBLICLY
    )

    assert "We published a post that didn't belong on our account." in text
    assert "from the wrong account" in mail


@pytest.mark.parametrize("name", ["The Printers", "The Press Office", "The Supplier", "Contractor Co"])
def test_a_brand_named_after_a_trade_may_speak_of_itself_by_that_name(name: str) -> None:
    report, brand = hurtful(undo=Undo.DELETE), replace(HARBOUR, name=name, voice=NAMED)
    plan = plan_for(report, Level.APOLOGISE_PUBLICLY, brand)

    text = draft(report, level=Level.APOLOGISE_PUBLICLY, voice=NAMED, brand=brand)

    assert f"{name} has removed the post." in text
    assert lint(text, context_of(DraftKind.PUBLIC_CORRECTION, report, plan, brand)) == ()


@pytest.mark.parametrize("channel", Channel)
def test_what_went_out_has_the_article_that_fits(channel: Channel) -> None:
    ours = BrandProfile(name="Harbour Run", relation=Relation.CLIENT)
    report = wrong_day(channel=channel, mistake=Mistake.WRONG_ACCOUNT)
    plan = plan_for(report, Level.DIRECT_CONTACT, ours)

    called = draft(report, level=Level.DIRECT_CONTACT, kind=DraftKind.PHONE_NOTES, brand=ours)
    other = render_words(Listener.OTHER_CLIENT, report=report, plan=plan, brand=ours)

    assert not re.search(r"\ba [aeiou]|\ban [^aeiou]", (called + other).lower())
    assert "that went out in your name" in called
