"""What a draft's template can use: the facts of the case in words, and how light the voice may be."""

from bot.brand import BrandProfile, Contact, Relation
from bot.channels import SOCIAL, is_still_readable
from bot.draft_kinds import DraftKind
from bot.drafts.calling_off import tells_false_alarm, tells_no_danger, tells_nothing_else
from bot.drafts.gestures import gesture_of
from bot.drafts.mending import mended_of, needs_caution, offers_help, request_of
from bot.drafts.situation import HURTFUL, PUT_RIGHT_IN_PLACE, SPOKEN, TO_BE_IGNORED, Situation
from bot.drafts.words import Speaker, date_of, is_price, medium, picker, sorry_for, speaker_of, wrong_thing
from bot.lengths import without_emoji
from bot.links import inside_links
from bot.plan import Expects
from bot.report import CONFIDENCES, SEEN_IN_PLACE, WORDLESS, Channel, Harm, Mistake, Noticed, Report, Undo
from bot.right_words import as_sentence, ended, ends_in_a_link
from bot.typed import at_the_start, clean, clean_line
from bot.voice import Emoji, Preset, Voice
from bot.zones import clock_of

TYPED_LINE_END = "\v"  # in what a person typed; a template's own line ends are only spaces
NEW_LINE = "\x1e"  # around what has to stand on lines of its own
MOST_CONTACTS = 3
_LONGEST_IN_A_SUBJECT = 60  # characters: what a phone shows of a subject

GAP_RIGHT = "[[what it should have said]]"
GAP_RIGHT_ONE = "[[the right link or picture]]"
GAP_RIGHT_PICTURE = "[[a link to the right picture]]"
GAP_CLEAR = "[[what people should know instead]]"
GAP_WHOSE = "[[name of the organisation]]"
GAP_WHICH = "[[its title and date]]"
GAP_FEW = "[[what is right, in a few words]]"
GAP_SHORTER = "[[what it should have said, in fewer words]]"

_PUT_RIGHT_BY_A_FACT = {
    Mistake.TYPO,
    Mistake.WRONG_FACT,
    Mistake.WRONG_LABEL,
    Mistake.WRONG_PRICE_OR_OFFER,
    Mistake.AUTOMATION,
}
_IN_OUR_NAME = {*SPOKEN, Channel.PRESS_RELEASE, Channel.OTHER}
"""Where there is no account of ours that a stranger could get into, or nobody knows of one."""
_OF_A_STRANGER = ("outsider_did", "outsider_then", "outsider_got_in", "outsider_sent_it")
"""How it is told that a stranger spoke in our name: before anybody was named, after that, without what was sent, and after the post was named."""
SENTENCES = (*_OF_A_STRANGER, "did", "mended", "request", "caution", "help")
"""The values that say only which sentence there is: its words are the file of that name in ``parts/``."""
_TAKEN_BACK = {Undo.DELETE, Undo.DELETE_AND_REPOST, Undo.ALREADY_GONE}


def values_of(
    situation: Situation, *, is_dated: bool = True, is_right_gap: bool = False
) -> dict[str, object]:
    """Return the template's names and values. ``is_dated`` False leaves the date out; ``is_right_gap`` asks for fewer words."""
    report, brand, voice = situation.report, situation.brand, situation.voice
    pick = picker(voice)
    speaker = speaker_of(voice, brand, pick)
    sent_at = report.went_out_at.astimezone(clock_of(brand.timezone)) if report.went_out_at else None
    thing = medium(report.channel, speaker, pick, date=date_of(sent_at) if is_dated else "")
    if situation.is_by_an_outsider:
        thing["our_post"] = thing["whose_post"] = f"the {thing['post_of_date']}"
    thing["sent"] = gesture_of(report, brand.name) or thing["sent"]
    thing |= _named_in_print(situation, thing, is_dated=bool(sent_at))
    right = _right(situation, is_gap=is_right_gap)
    return {
        "We": speaker.start,
        "we": speaker.we,
        "our": speaker.our,
        "us": speaker.us,
        "again": speaker.again,
        "Again": at_the_start(speaker.again),
        "are": speaker.are,
        "have": speaker.have,
        "We_are_sorry": speaker.sorry,
        **_denials(voice),
        "whose": speaker.whose,
        **thing,
        "it": _pronoun(situation, right, thing["post"]),
        "release": _release(situation, thing["post"], date_of(sent_at)),
        "sorry_for": sorry_for(report.channel, thing["whose_post"]),
        **_right_in_short(situation),
        "right": right,
        **_sentences(situation),
        "link": _link(situation),
        "sent_at": f"{sent_at:%H:%M}" if sent_at else "",
        "brand": clean_line(brand.name),
        **_signatures(situation, speaker),
        "contacts": [_contact(contact) for contact in _contacts(brand, report)],
        "pick": pick,
        **_conditions(situation),
    }


def _sentences(situation: Situation) -> dict[str, object]:
    """Return which sentences there are to say: of some, which of several. Each has its words in ``parts/``."""
    is_stranger = situation.is_by_an_outsider
    return {
        **dict.fromkeys(_OF_A_STRANGER, is_stranger),
        "did": not is_stranger,
        "mended": mended_of(situation),
        "request": request_of(situation),
        "caution": needs_caution(situation),
        "help": offers_help(situation),
    }


def _pronoun(situation: Situation, right: str, post: str) -> str:
    """Return what the post is called once it was told of: “it”, unless that would be what is ``right``, or what leaked."""
    is_leak = situation.is_breach or situation.report.mistake is Mistake.CONFIDENTIAL_INFO
    return f"the {post}" if right or is_leak or not situation.is_by_an_outsider else "it"


def _denials(voice: Voice) -> dict[str, object]:
    return {
        "did_not": "didn't" if voice.contractions else "did not",
        "was_not": "wasn't" if voice.contractions else "was not",
    }


def _conditions(situation: Situation) -> dict[str, object]:
    """Return what the templates only ask about."""
    report, plan, brand = situation.report, situation.plan, situation.brand
    is_public_word = situation.kind is DraftKind.PUBLIC_CORRECTION
    return {
        "mistake": report.mistake.value,
        "channel": report.channel.value,
        "level": plan.level.value,
        **_lightness(situation),
        "is_told": situation.is_right_told,
        "is_serious": plan.is_serious,
        "is_hurtful": report.harm in HURTFUL,
        "is_offensive": report.harm is Harm.OFFENCE,
        "is_elsewhere": report.channel is Channel.PRINT_BROADCAST and is_public_word,
        "is_noticed": report.noticed is not Noticed.NOBODY_YET,
        "is_misleading": plan.is_still_misleading,
        "is_gone": situation.undo in _TAKEN_BACK,
        "is_replaced": situation.undo in PUT_RIGHT_IN_PLACE,
        "is_spoken": report.channel in SPOKEN,
        "is_in_our_name": report.channel in _IN_OUR_NAME,
        "is_social": report.channel in SOCIAL,
        "is_gesture": bool(gesture_of(report, brand.name)),
        "is_false_news": situation.is_false_news,
        "is_put_right": report.mistake in _PUT_RIGHT_BY_A_FACT and not situation.is_by_an_outsider,
        "is_believed_stray": situation.is_believed_stray,
        "is_outsider": situation.is_by_an_outsider,
        "is_breach": situation.is_breach,
        "is_call_made": situation.so_far.is_call_made,
        "is_corrected": DraftKind.PUBLIC_CORRECTION in situation.so_far.out,
        "is_written_to": DraftKind.PRIVATE_NOTE in situation.so_far.out,
        "is_no_danger_told": tells_no_danger(situation.right_words),
        "is_false_told": tells_false_alarm(situation.right_words),
        "is_nothing_else_told": tells_nothing_else(situation.right_words),
        "is_client": brand.relation is Relation.CLIENT,
        "is_personal": brand.relation is Relation.PERSONAL,
    }


def _named_in_print(situation: Situation, thing: dict[str, str], *, is_dated: bool) -> dict[str, str]:
    """Return how a printed or broadcast piece is told from others, since what corrects it stands somewhere else."""
    is_elsewhere = situation.report.channel is Channel.PRINT_BROADCAST
    if is_dated or not is_elsewhere or situation.kind is not DraftKind.PUBLIC_CORRECTION:
        return {}
    return {name: f"{thing[name]} {GAP_WHICH}" for name in ("our_post", "in_our_post", "post_of_date")}


def _signatures(situation: Situation, speaker: Speaker) -> dict[str, object]:
    """Return who may stand below the words."""
    return {
        "sign_off": _sign_off(situation),
        "leader": clean_line(situation.brand.leader),
        "name_below": _name_below(situation, speaker),
    }


def _sign_off(situation: Situation) -> str:
    """Return how the brand signs in writing; where somebody was harmed, without emoji."""
    if situation.report.channel in SPOKEN:
        return ""
    own = situation.voice.sign_off
    return _typed(without_emoji(own) if situation.plan.is_serious else own)


def _name_below(situation: Situation, speaker: Speaker) -> str:
    """Return the brand's name for below a message on a phone, where neither its words nor a sign-off tell who speaks."""
    is_told = situation.voice.sign_off or speaker.is_named or situation.report.channel is not Channel.PUSH_SMS
    return "" if is_told else clean_line(situation.brand.name)


def _release(situation: Situation, post: str, date: str) -> str:
    """Return whose release a newsdesk reads about, and which one; an all-clear does not wait for what is not known."""
    is_urgent = situation.kind is DraftKind.ALL_CLEAR
    whose = clean_line(situation.brand.name) or ("" if is_urgent else GAP_WHOSE)
    which = f"{post} of {date}" if date else ("" if is_urgent else f"{post} {GAP_WHICH}")
    return ", ".join(part for part in (whose, which) if part)


def _typed(text: str) -> str:
    return clean(text).replace("\n", TYPED_LINE_END)


def _lightness(situation: Situation) -> dict[str, object]:
    voice, tone = situation.voice, situation.tone
    is_wanted = voice.emoji is Emoji.YES or (voice.emoji is Emoji.LIGHT_CASES and situation.is_light)
    is_shown = is_wanted and not situation.plan.is_serious and voice.preset is not Preset.FORMAL
    is_wordless = situation.report.mistake in WORDLESS
    is_relaxed = not (voice.preset is Preset.FORMAL or situation.report.channel is Channel.PRESS_RELEASE)
    is_text = situation.report.channel not in {*SPOKEN, Channel.PUSH_SMS, Channel.PRESS_RELEASE}
    emoji = "\N{SEE-NO-EVIL MONKEY}" if tone is Preset.PLAYFUL else "\N{PERSON WITH FOLDED HANDS}"
    is_for_a_newsdesk = situation.report.channel is Channel.PRESS_RELEASE
    is_excited = voice.enthusiastic > 0 and not (situation.plan.is_serious or is_for_a_newsdesk)
    return {
        "tone": tone.value,
        "emoji": emoji if is_shown and is_text and not is_wordless else "",
        "stop": "!" if is_excited and tone is not Preset.PLAYFUL else ".",  # “Oops!” has one already
        "is_brisk": voice.enthusiastic < 0,
        "is_cheeky": voice.respectful < 0 and situation.is_light and is_relaxed,
        "opening": not (situation.plan.is_serious or is_wordless),
        "is_wordless": is_wordless,
        "courtesy": True,
        "invitation": True,
        "hurt": True,
        "changes": True,
        "amends": True,
        "is_short": False,
    }


def _right(situation: Situation, *, is_gap: bool) -> str:
    given = situation.right_words
    if is_gap and given:
        return f"{GAP_SHORTER}."
    if given:
        text = ended(as_sentence(given) if situation.is_right_told else given)
        before = NEW_LINE if "\n" in text else ""
        after = NEW_LINE if "\n" in text or ends_in_a_link(text) else ""
        return before + _typed(text) + after
    is_due = Expects.CORRECTION in situation.plan.expects and situation.kind is not DraftKind.ALL_CLEAR
    gap = _gap(situation) if is_due else ""
    return f"{gap}." if gap else ""


def _right_in_short(situation: Situation) -> dict[str, object]:
    right = situation.right_words
    return {
        "wrong_thing": wrong_thing(right),
        "is_price": is_price(right),
        "correction": _in_a_subject(situation),
    }


def _in_a_subject(situation: Situation) -> str:
    """Return what is right in so few words that a subject can say it; empty where it takes more, or nothing false was said."""
    words = clean_line(situation.right_words).rstrip(".! ")
    is_by_us = situation.report.mistake in _PUT_RIGHT_BY_A_FACT and not situation.is_by_an_outsider
    noun = wrong_thing(words)
    if not is_by_us or len(words) > _LONGEST_IN_A_SUBJECT or "\n" in situation.right_words or noun == "link":
        return ""
    return f"the {noun} is {words.removeprefix('on ').removeprefix('at ')}" if noun else words


def _gap(situation: Situation) -> str:
    """Return the gap for right words that nobody gave; empty where there are none to give."""
    mistake = situation.report.mistake
    if situation.is_by_an_outsider and situation.is_only_hurtful:
        return ""
    if mistake in SEEN_IN_PLACE:
        right_one = GAP_RIGHT_PICTURE if mistake is Mistake.WRONG_IMAGE else GAP_RIGHT_ONE
        return "" if situation.undo in PUT_RIGHT_IN_PLACE else right_one
    if mistake in _PUT_RIGHT_BY_A_FACT:
        return GAP_RIGHT
    is_readers_own = mistake is Mistake.WRONG_AUDIENCE and situation.may_be_believed
    is_believed = is_readers_own or situation.is_believed_stray
    is_to_go = situation.is_by_an_outsider or mistake in TO_BE_IGNORED | CONFIDENCES
    return "" if is_to_go and not is_believed else GAP_CLEAR


def _link(situation: Situation) -> str:
    """Return the link where it leads to something that is right, or at least harmless: never to what hurts, into Slack, or to nothing."""
    report, undo = situation.report, situation.undo
    is_leak = is_still_readable(report.channel, report.mistake, undo) or inside_links(report.link)
    if is_leak or undo in _TAKEN_BACK or report.channel in SPOKEN:
        return ""
    is_safe = undo is Undo.EDIT or not situation.plan.is_serious
    return f"{NEW_LINE}{clean_line(report.link)}{NEW_LINE}" if is_safe and report.link else ""


def _contacts(brand: BrandProfile, report: Report) -> tuple[Contact, ...]:
    concerned = [
        contact for contact in brand.contacts if not contact.affected or report.affected in contact.affected
    ]
    return tuple(concerned[:MOST_CONTACTS])


def _contact(contact: Contact) -> str:
    who = ", ".join(part for part in (clean_line(contact.name), clean_line(contact.role)) if part)
    return ": ".join(part for part in (who, clean_line(contact.reach)) if part)
