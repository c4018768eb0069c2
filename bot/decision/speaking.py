"""Getting the words out, as tasks: who speaks, which words, and where they go."""

from bot.brand import BrandProfile
from bot.channels import LISTED, SOCIAL, channel_facts
from bot.decision.facts import STRAY, Facts
from bot.decision.steps import EDITOR, LEAD, step
from bot.plan import Level, PlanTask, TaskId
from bot.report import CONFIDENCES, FACTUAL, SEEN_IN_PLACE, Affected, Channel, Harm, Mistake, Undo

_PINNED = SOCIAL - {Channel.REDDIT, Channel.YOUTUBE}
"""Where an account can pin a post of its own."""
_ON_THE_WEBSITE = {Channel.WEBSITE, Channel.PRINT_BROADCAST}


def all_clear(facts: Facts) -> PlanTask:
    """Return the one thing that a false alarm waits for."""
    place = _place(facts)
    text = (
        f"Say now, {place}, that it was false."
        if facts.is_false_news
        else f"Send the all-clear now, {place}."
    )
    return step(TaskId.ALL_CLEAR, f"{text} Approval can follow.", EDITOR, 5)


def agree(facts: Facts, level: Level, brand: BrandProfile) -> list[PlanTask]:
    """Agree on who speaks and on what is said, before anybody hears it."""
    if level is not Level.FULL_RESPONSE or facts.is_false_alarm:
        return _help(facts, level, brand)
    agreed = _AGREED_OF_ONE if brand.is_one_person else _AGREED
    return [step(name, text, LEAD, facts.minutes_to_speak) for name, text in agreed]


_AGREED = (
    ("name", "Agree who gives their name to the apology."),
    ("changes", "Agree what changes or is made good."),
    ("press-line", "Agree on one line for the press with whoever says it."),
)
_AGREED_OF_ONE = (
    ("changes", "Decide what changes or is made good."),
    ("press-line", "Write one line for the press."),
)


def _help(facts: Facts, level: Level, brand: BrandProfile) -> list[PlanTask]:
    """Agree on what is done for those whom acting on it has cost something; a full response agrees on that anyway."""
    is_costly = facts.harm is Harm.MISLEADS_DECISION and facts.is_misleading and not facts.is_false_alarm
    is_for_counsel = facts.mistake is Mistake.WRONG_PRICE_OR_OFFER  # to honour it or not is asked in the call
    is_spoken = level.rank >= Level.DIRECT_CONTACT.rank and level is not Level.ESCALATE_FIRST
    if not (is_costly and is_spoken) or is_for_counsel:
        return []
    text = _HELP_OF_ONE if brand.is_one_person else _HELP
    return [step("help", text, LEAD, facts.minutes_to_speak)]


_HELP = "Agree with whoever pays for it what is done for those who have already acted on it: stop or return a payment, cancel a booking, refund a cost."
_HELP_OF_ONE = "Decide what you do for those who have already acted on it: stop or return a payment, cancel a booking, refund a cost."


def say(facts: Facts, level: Level, right_words: str, *, wait: int) -> list[PlanTask]:
    """Get the words out: which, and where. What is public waits for the calls that come first."""
    if facts.is_false_alarm:
        return _more_than_the_all_clear(facts, level)
    if level is Level.ESCALATE_FIRST:
        is_to_stay_small = facts.is_leak and not facts.is_seen
        return [step(TaskId.HOLD, _HOLD_QUIETLY if is_to_stay_small else _HOLD, LEAD, 30)]
    gap = " What is right has yet to be filled in." if _needs_right_words(facts) and not right_words else ""
    if level is Level.DIRECT_CONTACT:
        apart = _APART if facts.channel is Channel.EMAIL and _went_astray(facts) else ""
        by_name = ", each by name" if facts.affected is Affected.FEW_KNOWN and not apart else ""
        text = f"Send the approved private note to exactly the people it concerns{by_name}.{apart}{gap}"
        return [step(TaskId.WRITE, text, LEAD, 2 * facts.minutes_to_speak + wait)]
    if level.rank < Level.CORRECT_PUBLICLY.rank:
        return []
    is_prepared = level is Level.FULL_RESPONSE and not facts.is_danger_now
    minutes = facts.minutes_to_speak * (2 if is_prepared else 1)
    return [step(TaskId.PUBLISH, _publishing(facts, level) + gap, LEAD, minutes + wait)]


def _needs_right_words(facts: Facts) -> bool:
    """Return whether somebody has to give the right version: not of what is to be ignored or deleted, unless it is believed, nor of what is mended."""
    is_to_go = facts.mistake in CONFIDENCES
    is_to_go |= facts.mistake in STRAY and not _is_believed_stray(facts)
    is_to_go |= facts.mistake is Mistake.WRONG_AUDIENCE and not _may_be_acted_on(facts)
    is_to_go |= facts.mistake in SEEN_IN_PLACE and facts.is_replaceable and not facts.is_kept_for_counsel
    return facts.is_correction_due and not is_to_go


def _may_be_acted_on(facts: Facts) -> bool:
    """Return whether what it says is believed: somebody says so, or it is of that kind and nobody is sure that it is over."""
    is_claim = facts.harm in FACTUAL or facts.harm is Harm.SAFETY
    return facts.is_misleading or (facts.is_unsure and is_claim)


def _is_believed_stray(facts: Facts) -> bool:
    """Return whether what was never meant to go out is believed, and weighs: to ignore it is not all there is to do. A stranger's is warned of."""
    is_stray = facts.mistake in STRAY and not facts.is_outsider
    return is_stray and facts.is_serious and _may_be_acted_on(facts)


def _went_astray(facts: Facts) -> bool:
    """Return whether it was the mail itself that showed people, or reached those whom it was not for."""
    return facts.is_personal_data or facts.mistake is Mistake.WRONG_AUDIENCE


_APART = " One by one, or all of them in Bcc, with an address line that somebody else has looked at."
_HOLD = "Get the holding statement approved, so that it can go out as soon as that is agreed."
_HOLD_QUIETLY = "Get the holding statement approved and keep it back: few know of it, and it would tell more people where to look."


_TO_THOSE_REACHED = "Get the approved apology once to exactly those whom it reached, each by name where they are few. Nobody else has to hear of it."


def _publishing(facts: Facts, level: Level) -> str:
    """Return what is published where."""
    if level is Level.APOLOGISE_PUBLICLY and facts.channel in LISTED and not facts.is_seen:
        return _TO_THOSE_REACHED
    place = _place(facts)
    if level is Level.CORRECT_PUBLICLY:
        return f"Publish one short, approved line {place}."
    if level is Level.APOLOGISE_PUBLICLY:
        pin = ", pinned for a day" if facts.channel in _PINNED and "pinned" not in place else ""
        return f"Publish the approved apology once, {place}{pin}."
    site = "" if facts.channel in _ON_THE_WEBSITE else ", and on the website"
    return f"Publish the approved apology {place}{site}."


def _place(facts: Facts) -> str:
    """Return where the words go: beside the original, or where those who saw it look once that is gone."""
    row = channel_facts(facts.channel)
    return row.same_place if facts.undo in {Undo.CANNOT, Undo.EDIT} else row.new_place


def _more_than_the_all_clear(facts: Facts, level: Level) -> list[PlanTask]:
    """Return what follows the all-clear, which is the only draft of a false alarm and says sorry already."""
    if level.rank < Level.APOLOGISE_PUBLICLY.rank:
        return []
    what = "that it was false" if facts.is_false_news else "the all-clear"
    text = f"Put {what}, with the apology, where people look for more, such as your website."
    return [step(TaskId.PUBLISH, text, LEAD, 60)]
